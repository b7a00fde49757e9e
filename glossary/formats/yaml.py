"""YAML as a format: what people review in git. ``yaml_entries`` reads it, ``yaml_writer`` writes it."""

from __future__ import annotations

import re

from glossary.formats.interface import Format, Head, Input
from glossary.i18n import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.interface import Read
    from glossary.formats.outputs import Output
    from glossary.model.entries import Entry

__all__ = ["YamlFormat"]

_BEGINS = re.compile(r"(?:- |-$|\{|\[|---|[\w\"'-]+[ \t]*:(?:\s|$)|!!?[\w.:/-]+(?:\s|$))")


class YamlFormat(Format):
    """Everything but generated renderings, as YAML."""

    name = "yaml"
    title = N_("YAML, to review in git")
    extensions = (".yaml", ".yml")

    def detect(self, head: Head) -> int:
        """Sure of what has our keys; something else in YAML is still YAML, with problems to tell, and so named no table."""
        lines = [line for line in head.lines if not line.startswith("%YAML")]
        if not lines or not _BEGINS.match(lines[0]):
            return 0
        ours = re.search(
            r"(?:^[ \t-]*|[{,][ \t]*)[\"']?(?:entries|names|id|sources)[\"']?[ \t]*:",
            head.text,
            re.M,
        )
        if ours:
            return 70
        return 50 if head.has_extension(*self.extensions) else 30

    def read(self, file: Input) -> Iterator[Read]:
        """Yield its entries and problems as they are read."""
        from glossary.formats.yaml_entries import iter_yaml

        yield from iter_yaml(file.stream, file.path, file.ledger)

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write entries; generated renderings are left out, the program makes them again."""
        from glossary.formats.yaml_writer import write_yaml

        write_yaml(entries, file.stream, file.ledger)
