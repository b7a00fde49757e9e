"""The shipped entries as the checks see them: every entry with its place in a file."""

from __future__ import annotations

from functools import cached_property

from glossary.errors import GlossaryError
from glossary.formats.inputs import read_file
from glossary.formats.yaml_entries import read_yaml
from glossary.language.keys import name_keys
from glossary.model.entries import Kind
from glossary.model.names import NameType
from glossary.model.values import dataclass
from glossary.resources import data_folder
from glossary.seeds import seed_files, shown_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.model.entries import Entry
    from glossary.model.names import Name
    from glossary.model.sources import Source

__all__ = ["Content", "Placed", "read_content"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An entry, where it stands in review, and where in a file it begins."""

    entry: Entry
    review: str
    path: str
    line: int
    column: int


@dataclass(frozen=True, kw_only=True)
class Content:
    """All shipped entries.

    Attributes:
        folder: The folder ``seeds``.
        placed: The entries, in the order of their files.
    """

    folder: str
    placed: tuple[Placed, ...]

    @cached_property
    def by_id(self) -> dict[str, Placed]:
        """Entries by id."""
        return {each.entry.id: each for each in self.placed}

    @cached_property
    def by_key(self) -> dict[tuple[str, str], list[tuple[Placed, Name]]]:
        """Names by the kind of their entry and their exact key; former names left out."""
        found: dict[tuple[str, str], list[tuple[Placed, Name]]] = {}
        for each in self.placed:
            for name in each.entry.names:
                if name.type is not NameType.FORMER:
                    key = (each.entry.kind.value, name_keys(name.text, name.lang).exact)
                    found.setdefault(key, []).append((each, name))
        return found

    def names(self) -> Iterator[tuple[Placed, Name]]:
        """Yield every name with its entry."""
        for each in self.placed:
            for name in each.entry.names:
                yield each, name

    def sources(self) -> Iterator[tuple[Placed, Name, Source]]:
        """Yield every source of a name, with both."""
        for each, name in self.names():
            for source in name.sources:
                yield each, name, source


def read_content(folder: str | None = None) -> tuple[Content, list[GlossaryError]]:
    """Return the shipped entries, and what could not be read.

    Args:
        folder: The folder ``seeds``; the shipped one by default.

    >>> read_content("no/such/folder")[0].placed
    ()
    """
    folder = folder or data_folder("seeds")
    placed: list[Placed] = []
    problems: list[GlossaryError] = []
    for file in seed_files(folder):
        path = shown_path(file)
        try:
            parsed = read_yaml(read_file(file), path)
        except GlossaryError as error:
            problems.append(error)
            continue
        problems += parsed.problems
        placed += [
            Placed(
                entry=item.entry,
                review=item.review or "proposed",
                path=path,
                line=item.line,
                column=item.column,
            )
            for item in parsed.entries
            if item.entry.kind is not Kind.PATTERN  # forms, not names: the grammar checks them
        ]
    return Content(folder=folder, placed=tuple(placed)), problems
