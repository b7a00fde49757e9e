"""TBX-Zhengming out: everything the model holds, generated renderings included; ``docs/tbx.md`` describes it.

The categories of Basic and Linguist are used where they say what we mean, so that another program reads most of it;
the rest is in a module of our own. Definitions and notes stand at the concept, with their language, in their order.
"""

from __future__ import annotations

from glossary.formats.ledgers import Fate
from glossary.formats.tbx.categories import CONCEPT, TERM
from glossary.formats.tbx.fragments import extra_key, extra_text, parse_fragment
from glossary.formats.tbx.words import STATUS_OF_USAGE, TERM_TYPE_OF
from glossary.formats.tbx.writing import ConceptWriter
from glossary.formats.texts import clean_prose
from glossary.formats.xml_output import attribute, escape
from glossary.model.names import NameType, Usage
from glossary.model.tags import PINYIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.formats.ledgers import Ledger
    from glossary.model.entries import Entry, LocalText
    from glossary.model.names import Context, Extra, Name
    from glossary.model.patterns import PatternFacts
    from glossary.model.relations import Relation
    from glossary.model.sources import Source

__all__ = ["PrivateWriter"]

_BODY = ("level", "place", "founded", "dissolved")
_DOCUMENT = ("issuer", "number", "date", "status", "type")
_SOURCE = ("locator", "publisher", "published", "seen", "licence")


class PrivateWriter(ConceptWriter):
    """Writes entries without loss."""

    _says_all = True

    def concept(self, entry: Entry, review: str) -> str:
        """Return an entry as XML."""
        languages = [name.lang for name in entry.names]
        grouped = [
            lang for lang in dict.fromkeys(languages) for _one in range(languages.count(lang))
        ]
        self._positions = (
            {} if grouped == languages else {id(n): at for at, n in enumerate(entry.names)}
        )
        return super().concept(entry, review)

    def tell(self, ledger: Ledger, count: int) -> None:
        """Tell the ledger that everything was kept."""
        ledger.add("id", Fate.KEPT, count=count)
        ledger.add("names.text", Fate.KEPT, count=self._terms)

    # names --------------------------------------------------------------------------------------------------------

    def _said_of(self, name: Name, tail: str) -> str:
        if not name.extra:
            return tail + self._of_name(name)
        tail, more = self._term_extras(name)
        return tail + more + self._of_name(name)

    def _tail(
        self, type_: NameType, usage: Usage, *, over: bool = False, raw_type: str = ""
    ) -> str:
        del over, raw_type
        markup = self._markup
        parts = []
        if type_ in TERM_TYPE_OF:
            parts.append(markup.category("termType", TERM_TYPE_OF[type_]))
        parts.append(markup.category("administrativeStatus", STATUS_OF_USAGE[usage]))
        if type_ not in TERM_TYPE_OF:
            parts.append(markup.category("nameType", type_.value))
        if usage is Usage.FORBIDDEN:
            parts.append(markup.category("usage", usage.value))
        return "".join(parts)

    def _term_extras(self, name: Name) -> tuple[str, str]:
        notes, rest = "", ""
        for extra in name.extra:
            written = self._extra(extra, TERM)
            if written.startswith("<descripGrp") or not extra.key.startswith("tbx:termNote"):
                rest += written
            else:
                notes += written
        return self._tail(name.type, name.usage) + notes, rest

    def _of_name(self, name: Name) -> str:
        category = self._markup.category
        parts = [category("evidence", name.evidence.value)]
        for key, value in (
            ("issuer", name.issuer),
            ("validFrom", name.start),
            ("validTo", name.end),
            ("pair", name.pair),
            ("caseSensitive", "true" if name.case_sensitive else ""),
        ):
            if value:
                parts.append(category(key, value))
        if id(name) in self._positions:
            parts.append(category("position", str(self._positions[id(name)])))
        parts += map(self._source_group, name.sources)
        for rendering in name.renderings:
            generated = category("generated", "true") if rendering.generated else ""
            made = (
                category("reading", rendering.text)
                if rendering.lang == PINYIN
                else category("rendering", rendering.text, f" xml:lang={attribute(rendering.lang)}")
            )
            parts.append(f"<adminGrp>{made}{generated}</adminGrp>")
        if name.context is not None:
            parts.append(self._context(name.context))
        if name.note:
            parts.append(f"<note>{escape(name.note)}</note>")
        return "".join(parts)

    def _source_group(self, source: Source) -> str:
        category = self._markup.category
        facts = "".join(
            category(key, getattr(source, key)) for key in _SOURCE if getattr(source, key)
        )
        return f"<adminGrp>{category('source', source.title)}{facts}</adminGrp>"

    def _context(self, context: Context) -> str:
        source = self._source_group(context.source) if context.source else ""
        return f"<descripGrp>{self._markup.category('context', context.text)}{source}</descripGrp>"

    # entries ------------------------------------------------------------------------------------------------------

    def _about(self, entry: Entry, review: str, sections: Iterable[str]) -> dict[str, str]:
        del sections
        category = self._markup.category
        parts = [category("kind", entry.kind.value), category("review", review) if review else ""]
        for owner, facts, keys in (
            ("body", entry.body, _BODY),
            ("document", entry.document, _DOCUMENT),
        ):
            if facts is not None:
                parts.append(category("factsOf", owner))
                for key in keys:
                    value = getattr(facts, key)
                    if value:
                        name = key if owner == "body" else f"document{key.capitalize()}"
                        parts.append(category(name, getattr(value, "value", value)))
        if entry.pattern is not None:
            parts.append(self._pattern(entry.pattern))
        parts += [category("subjectField", line) for line in entry.domains]
        parts += [category("projectSubset", line) for line in entry.collections]
        parts += map(self._relation, entry.relations)
        parts += [self._local("definition", text) for text in entry.definitions]
        parts += [self._local("remark", text) for text in entry.notes]
        parts += [self._extra(extra, CONCEPT) for extra in entry.extra]
        return {"": "".join(f"{part}\n" for part in parts if part)}

    def _pattern(self, facts: PatternFacts) -> str:
        category = self._markup.category
        parts = [category("patternMakes", facts.makes)]
        parts += [category("patternSlot", line) for line in facts.slots]
        parts += [category("patternFeature", line) for line in facts.features]
        if facts.jurisdiction:
            parts.append(category("patternJurisdiction", facts.jurisdiction))
        return "\n".join(parts)

    def _local(self, category: str, text: LocalText) -> str:
        lang = f" xml:lang={attribute(text.lang)}"
        if category == "remark" and not text.sources:
            return f"<note{lang}>{escape(text.text)}</note>"
        sources = "".join(map(self._source_group, text.sources))
        return (
            f"<descripGrp>{self._markup.category(category, text.text, lang)}{sources}</descripGrp>"
        )

    def _relation(self, relation: Relation) -> str:
        category = self._markup.category
        parts = [category("relation", relation.type.value), category("target", relation.target)]
        for key in ("start", "end", "instrument"):
            if getattr(relation, key):
                parts.append(category(key, getattr(relation, key)))
        parts += map(self._source_group, relation.sources)
        if relation.note:
            parts.append(f"<note>{escape(relation.note)}</note>")
        return f"<descripGrp>{''.join(parts)}</descripGrp>"

    def _extra(self, extra: Extra, level: str) -> str:
        element = None if extra.lang else parse_fragment(extra.key, extra.text)
        if (
            element is not None
            and self._may_stand(element, level)
            and extra_key(element) == extra.key
            and clean_prose(extra_text(element)) == extra.text
            and all(part.get("target", "http:").startswith("http") for part in element.iter())
        ):
            return self._markup.element(element)
        category = self._markup.category
        lang = f" xml:lang={attribute(extra.lang)}" if extra.lang else ""
        said = category("extra", extra.text, lang) + category("extraKey", extra.key)
        return f"<descripGrp>{said}</descripGrp>"
