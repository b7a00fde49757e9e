"""RDF as far as a thesaurus needs it: statements gathered by what they are about, with the line each begins at.

A file may say one thing of a concept at its beginning and the next at its end, so all of it is gathered before anything is made
of it: in memory, and of a long file on the disk.
"""

from __future__ import annotations

import marshal
import weakref
from typing import NamedTuple
from urllib.parse import urljoin

from glossary.store.scratch import Scratch, private_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from typing import Any

    from glossary.errors import InputError

__all__ = [
    "DCT",
    "NAMESPACES",
    "RDF",
    "RDF_TYPE",
    "SKOS",
    "SKOSXL",
    "ZM",
    "Graph",
    "Literal",
    "resolved",
]

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDF_TYPE = f"{RDF}type"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SKOSXL = "http://www.w3.org/2008/05/skos-xl#"
DCT = "http://purl.org/dc/terms/"
ZM = "urn:x-zhengming:skos:1#"
NAMESPACES = {"skos": SKOS, "skosxl": SKOSXL, "dct": DCT, "zm": ZM}
"""The vocabularies we write, by their prefixes."""


class Literal(NamedTuple):
    """A text, in a language where it says one."""

    text: str
    lang: str = ""


_HELD = 20_000
_PAGE = 200
_KNOWN = 100


class Graph:
    """Statements, by subject and predicate.

    Args:
        held: How many statements are held in memory before they go to the disk.

    Attributes:
        faults: What is wrong with the file, in its order; the statements around each are there.
        broken: The subjects of which something could not be read.

    >>> for graph in (Graph(), Graph(held=1)):
    ...     for text, lang in (("A", "en"), ("甲", "zh"), ("B", "en")):
    ...         graph.add("urn:a", f"{SKOS}prefLabel", Literal(text, lang), 3)
    ...     [each.text for each in graph.texts("urn:a", f"{SKOS}prefLabel")], graph.line("urn:a")
    (['A', '甲', 'B'], 3)
    (['A', '甲', 'B'], 3)
    """

    def __init__(self, held: int = _HELD) -> None:
        self._limit = held
        self._held: dict[str, _Subject] = {}
        self._count = 0
        self._disk: sqlite3.Connection | None = None
        self._known: dict[str, _Subject] = {}
        self._blank = 0
        self.faults: list[InputError] = []
        self.broken: set[str] = set()

    def check(self) -> None:
        """Raise the first fault where nothing in the file is whole."""
        if self.faults:
            named = (subject for subject, _said in self._subjects() if subject[:2] != "_:")
            if all(subject in self.broken for subject in named):
                raise self.faults[0]

    def blank(self) -> str:
        """Return a node that has no name."""
        self._blank += 1
        return f"_:.{self._blank}"  # no label in a file begins with a dot

    def add(self, subject: str, predicate: str, value: Literal | str, line: int) -> None:
        """Take a statement; ``value`` is a literal, or the address of another node."""
        said = self._held.get(subject)
        if said is None:
            said = self._held[subject] = _Subject(line, {})
        said.about.setdefault(predicate, []).append(value)
        self._count += 1
        if self._count > self._limit:
            self._spill()

    def line(self, subject: str) -> int:
        """Return the line at which the first statement about a subject stands."""
        return self._said(subject).line

    def values(self, subject: str, predicate: str) -> list[Literal | str]:
        """Return what a subject has of a predicate, in the file's order."""
        return self._said(subject).about.get(predicate, [])

    def texts(self, subject: str, predicate: str) -> list[Literal]:
        """Return the literals among the values."""
        return [value for value in self.values(subject, predicate) if isinstance(value, Literal)]

    def nodes(self, subject: str, predicate: str) -> list[str]:
        """Return the nodes among the values."""
        return [value for value in self.values(subject, predicate) if isinstance(value, str)]

    def predicates(self, subject: str) -> list[str]:
        """Return the predicates of a subject."""
        return list(self._said(subject).about)

    def of_type(self, kind: str) -> Iterator[str]:
        """Yield the subjects of a type, in the order in which the file says so."""
        with Scratch() as told:
            for at, (subject, said) in enumerate(self._subjects()):
                if kind in said.about.get(RDF_TYPE, ()):
                    place = str(at)
                    if self._disk is None or told.claim(subject, place) == place:
                        yield subject

    def _subjects(self) -> Iterator[tuple[str, _Subject]]:
        """Every subject with what is said of it in one place; on the disk it may stand in several."""
        if self._disk is None:
            yield from self._held.items()
            return
        self._settle()
        at = 0
        ask = "SELECT place, subject, line, about FROM said WHERE place > ? ORDER BY place LIMIT ?"
        while page := self._disk.execute(ask, (at, _PAGE)).fetchall():
            for _place, subject, line, about in page:
                yield subject, _read_back(line, about)
            at = page[-1][0]

    def _said(self, subject: str) -> _Subject:
        """All that is said of a subject."""
        if self._disk is None:
            return self._held.get(subject) or _Subject(1, {})
        found = self._known.get(subject)
        if found is None:
            self._settle()
            if len(self._known) >= _KNOWN:
                self._known.clear()
            ask = "SELECT line, about FROM said WHERE subject = ? ORDER BY place"
            found = _Subject(0, {})
            for line, about in self._disk.execute(ask, (subject,)):
                part = _read_back(line, about)
                for predicate, values in part.about.items():
                    found.about.setdefault(predicate, []).extend(values)
                found = _Subject(found.line or line, found.about)
            self._known[subject] = found
        return found

    def _spill(self) -> None:
        """Put what is held on the disk."""
        if self._disk is None:
            self._disk = private_file()
            weakref.finalize(self, self._disk.close)
            self._disk.execute(
                "CREATE TABLE said (place INTEGER PRIMARY KEY, subject TEXT, line INTEGER, about BLOB)"
            )
            self._disk.execute("BEGIN")  # never ended: what is in the file need not outlive it
        rows = ((key, said.line, _written(said.about)) for key, said in self._held.items())
        self._disk.executemany("INSERT INTO said (subject, line, about) VALUES (?, ?, ?)", rows)
        self._held, self._known, self._count = {}, {}, 0

    def _settle(self) -> None:
        """Make what is on the disk ready to be asked."""
        if self._disk is not None:
            if self._held:
                self._spill()
            self._disk.execute("CREATE INDEX IF NOT EXISTS said_of ON said (subject)")


class _Subject(NamedTuple):
    """What is said of a node: the line at which that begins, and the values by predicate."""

    line: int
    about: dict[str, list[Literal | str]]


def _written(about: dict[str, list[Literal | str]]) -> bytes:
    """What is said of a node, as ``marshal`` has it; a literal is no plain tuple to it."""
    plain = {
        predicate: [value if isinstance(value, str) else tuple(value) for value in values]
        for predicate, values in about.items()
    }
    return marshal.dumps(plain)


def _read_back(line: int, about: bytes) -> _Subject:
    plain: dict[str, list[Any]] = marshal.loads(about)
    said = {
        predicate: [value if isinstance(value, str) else Literal(*value) for value in values]
        for predicate, values in plain.items()
    }
    return _Subject(line, said)


def resolved(base: str, address: str) -> str:
    """Return an address made whole; one that is none stays as it is.

    Args:
        base: What it is relative to; empty where the file says nothing.
        address: The address.

    >>> resolved("http://x/", "a"), resolved("", "a"), resolved("http://x/", "//[")
    ('http://x/a', 'a', '//[')
    """
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return address
