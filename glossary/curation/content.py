"""The shipped entries as the checks see them: every entry with its place in a file."""

from __future__ import annotations

from functools import cached_property

from glossary.language.keys import name_keys
from glossary.model.entries import Kind
from glossary.model.names import NameType
from glossary.model.values import dataclass
from glossary.resources import data_folder
from glossary.seeds import read_seeds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.errors import GlossaryError
    from glossary.formats.items import Parsed
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
        files: What its files hold, patterns included.
        placed: The entries, in the order of their files.
    """

    folder: str
    files: tuple[Parsed, ...]
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
    Raises:
        InputError: There is no such folder.
    """
    folder = folder or data_folder("seeds")
    files, problems = read_seeds(folder)
    placed = [
        Placed(
            entry=item.entry,
            review=item.review or "proposed",
            path=parsed.path,
            line=item.line,
            column=item.column,
        )
        for parsed in files
        for item in parsed.entries
        if item.entry.kind is not Kind.PATTERN  # forms, not names: the grammar checks them
    ]
    return Content(folder=folder, files=tuple(files), placed=tuple(placed)), problems
