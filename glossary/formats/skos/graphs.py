"""RDF as far as a thesaurus needs it: statements gathered by what they are about, with the line each begins at."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urljoin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.errors import InputError

    Node = "Literal | str"

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


class Graph:
    """Statements, by subject and predicate.

    Attributes:
        faults: What is wrong with the file, in its order; the statements around each are there.
        broken: The subjects of which something could not be read.

    >>> graph = Graph()
    >>> graph.add("urn:a", f"{SKOS}prefLabel", Literal("A", "en"), 3)
    >>> graph.texts("urn:a", f"{SKOS}prefLabel"), graph.line("urn:a")
    ([Literal(text='A', lang='en')], 3)
    """

    def __init__(self) -> None:
        self._about: dict[str, dict[str, list[Literal | str]]] = {}
        self._lines: dict[str, int] = {}
        self._blank = 0
        self.faults: list[InputError] = []
        self.broken: set[str] = set()

    def check(self) -> None:
        """Raise the first fault where nothing in the file is whole."""
        whole = (each for each in self._about if each[:2] != "_:" and each not in self.broken)
        if self.faults and next(whole, None) is None:
            raise self.faults[0]

    def blank(self) -> str:
        """Return a node that has no name."""
        self._blank += 1
        return f"_:.{self._blank}"  # no label in a file begins with a dot

    def add(self, subject: str, predicate: str, value: Literal | str, line: int) -> None:
        """Take a statement; ``value`` is a literal, or the address of another node."""
        self._lines.setdefault(subject, line)
        self._about.setdefault(subject, {}).setdefault(predicate, []).append(value)

    def line(self, subject: str) -> int:
        """Return the line at which the first statement about a subject stands."""
        return self._lines.get(subject, 1)

    def values(self, subject: str, predicate: str) -> list[Literal | str]:
        """Return what a subject has of a predicate, in the file's order."""
        return self._about.get(subject, {}).get(predicate, [])

    def texts(self, subject: str, predicate: str) -> list[Literal]:
        """Return the literals among the values."""
        return [value for value in self.values(subject, predicate) if isinstance(value, Literal)]

    def nodes(self, subject: str, predicate: str) -> list[str]:
        """Return the nodes among the values."""
        return [value for value in self.values(subject, predicate) if isinstance(value, str)]

    def predicates(self, subject: str) -> list[str]:
        """Return the predicates of a subject."""
        return list(self._about.get(subject, {}))

    def of_type(self, kind: str) -> Iterator[str]:
        """Yield the subjects of a type, in the file's order."""
        for subject, said in self._about.items():
            if kind in said.get(RDF_TYPE, ()):
                yield subject


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
