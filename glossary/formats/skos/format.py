"""SKOS as a format; ``docs/decisions/0014-skos.md`` says why no library of RDF is used."""

from __future__ import annotations

import re

from glossary.errors import InputError
from glossary.formats.interface import HEAD_BYTES, Format, Head, Input
from glossary.formats.options import COLLECTION, EVIDENCE, KIND, Option
from glossary.formats.selection import Losses, without_patterns
from glossary.i18n import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.interface import Read
    from glossary.formats.outputs import Output
    from glossary.model.entries import Entry

__all__ = ["SkosFormat"]

_DIRECTIVE = re.compile(r"@?(?:prefix\s+[\w.-]*:\s*<|base\s+<)", re.IGNORECASE)
"""How Turtle begins (Turtle 1.1, section 2.4)."""
_CONTEXT_FIRST = re.compile(r"\s*\[?\s*\{\s*\"@context\"\s*:")
_JSON = re.compile(r"\s*(?:\{|\[\s*[\[{\]])")
"""How JSON begins; a list of Turtle holds no braces."""
JSON_LIMIT = 256 * 1024 * 1024
"""The longest file of JSON-LD, in bytes: what its keys mean may stand at its end, so it is read whole."""
_ENTRY = ("id", "kind", "definitions", "notes", "domains", "collections", "relations")
_NAME = ("text", "type", "usage", "evidence", "issuer", "sources", "from", "to", "note")


class SkosFormat(Format):
    """A thesaurus, in Turtle, JSON-LD or RDF/XML, with labels of SKOS-XL where more is known of a name than its text."""

    name = "skos"
    title = N_("SKOS, for thesauri on the web")
    extensions = (".ttl", ".jsonld", ".json", ".rdf")
    reading = (KIND, EVIDENCE, COLLECTION)
    writing = (
        Option(
            "syntax",
            N_("how SKOS is written down"),
            default="turtle",
            choices=("turtle", "jsonld", "rdfxml"),
        ),
    )

    def detect(self, head: Head) -> int:
        """Sure of text that names SKOS and has the form of one of the three, and of Turtle and JSON-LD that can be nothing else."""
        if head.root == "RDF" or _DIRECTIVE.match(next(iter(head.lines), "")):
            return 100
        if _CONTEXT_FIRST.match(head.text):
            return 100
        if "http://www.w3.org/2004/02/skos/core#" not in head.text:
            return 0
        first = head.text.lstrip()[:1]
        if first in ("{", "[") and '"@context"' in head.text:
            return 100
        return 90 if "@prefix" in head.text or "PREFIX" in head.text.upper() or first == "<" else 0

    def read(self, file: Input) -> Iterator[Read]:
        """Yield an item for each concept, and problems."""
        from glossary.formats.inputs import decode_text
        from glossary.formats.lines import iter_text
        from glossary.formats.skos.jsonld import parse_jsonld
        from glossary.formats.skos.rdfxml import parse_rdfxml
        from glossary.formats.skos.reading import read_graph
        from glossary.formats.skos.turtle import parse_turtle

        head = Head(file.stream.read(HEAD_BYTES), file.path)
        size = file.stream.seek(0, 2)
        file.stream.seek(0)
        if head.root == "RDF":
            yield from read_graph(parse_rdfxml(file.stream, file.path), file)
        elif _JSON.match(head.text):
            if size > JSON_LIMIT:
                raise InputError(
                    _("the file is longer than {number} MB").format(number=JSON_LIMIT // 1024**2),
                    path=file.path,
                    why=_("JSON-LD is read whole"),
                    fix=_("Give it as Turtle or RDF/XML, or split it."),
                )
            text = decode_text(file.stream.read(), file.path)
            yield from read_graph(parse_jsonld(text, file.path), file)
        else:
            yield from read_graph(parse_turtle(iter_text(file.stream, file.path), file.path), file)

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write a concept for each entry."""
        from glossary.formats.skos.writing import iter_jsonld, iter_rdfxml, iter_turtle

        losses = Losses(_("SKOS has no place for it"))

        def counted() -> Iterator[Entry]:
            for entry, review in without_patterns(entries, file.ledger):
                losses.entry(entry, review, kept=_ENTRY)
                detailed = sum(
                    bool(each.start or each.end or each.instrument or each.sources or each.note)
                    for each in entry.relations
                )
                losses.count(
                    "relations", detailed, _("dates, instrument and sources of a relation")
                )
                for name in entry.names:
                    losses.name(name, kept=_NAME)
                yield entry

        ways = {"turtle": iter_turtle, "jsonld": iter_jsonld, "rdfxml": iter_rdfxml}
        for piece in ways[file.options.text("syntax")](counted()):
            file.stream.write(piece.encode())
        losses.tell(file.ledger)
