"""MultiTerm XML: a termbase as MultiTerm exports it, a concept with its languages, each with its terms and their fields.

    mtf / conceptGrp / languageGrp / termGrp        the entry, the names of a language, a name
    descripGrp / descrip type="…"                   a field: of the concept, the language or the term it stands in
    language type="Chinese (China)" lang="ZH-CN"    the index by its name, and its locale

The names of the fields are up to each termbase. What goes out has English ones (Status, Type, Source, Definition …); what comes
in is told by the words that head the columns of tables, in any language those know, and what has no place here is kept as it is.
MultiTerm takes in what its termbase has fields and languages for, and puts the rest aside.

Source: RWS, MultiTerm API documentation, "MTF Source" (schema of 17 July 2003), read 2026-11-26; exports of MultiTerm and Acrolinx.
"""

from __future__ import annotations

from glossary.errors import InvalidError
from glossary.formats.interface import Format, Head, Input
from glossary.formats.options import COLLECTION, EVIDENCE, KIND
from glossary.formats.selection import Losses, without_patterns
from glossary.i18n import N_, _
from glossary.model.names import NameType
from glossary.model.tags import PINYIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.interface import Read
    from glossary.formats.outputs import Output
    from glossary.model.entries import Entry, LocalText
    from glossary.model.names import Extra, Name

__all__ = ["EXTRA", "ID_FIELD", "TAG_FIELD", "MtfFormat"]

ID_FIELD = "Zhengming ID"
"""The field that has the id of an entry; a concept that has one is ours."""
TAG_FIELD = "Language tag"
"""The field of a term that has its language tag, where the locale of its index says less."""
EXTRA = "mtf:"
"""How the keys begin under which fields of other termbases are kept."""
_KEPT = (
    "id",
    "kind",
    "review",
    "definitions",
    "notes",
    "domains",
    "collections",
    "extra",
    "definitions.sources",
    "notes.sources",
)
_KEPT_OF_NAMES = (
    *("text", "type", "usage", "evidence", "issuer", "sources", "from", "to", "note", "context"),
    *("context.source", "extra"),
)


class MtfFormat(Format):
    """A termbase of MultiTerm as XML."""

    name = "mtf"
    title = N_("MultiTerm XML")
    extensions = (".xml", ".mtf")
    reading = (KIND, EVIDENCE, COLLECTION)

    def detect(self, head: Head) -> int:
        """Sure of the root."""
        return 100 if head.root == "mtf" else 0

    def read(self, file: Input) -> Iterator[Read]:
        """Yield an item for each concept, and problems."""
        from glossary.formats.mtf_reading import ConceptReader
        from glossary.formats.xml_faults import wrong_root
        from glossary.formats.xml_input import XmlFile

        xml = XmlFile(file.stream, file.path, ("conceptGrp",), ("mtf",))
        if xml.root_name != "mtf":
            raise wrong_root("MultiTerm XML", xml.root_name, "mtf", file.path)
        reader = ConceptReader(file)
        for item in xml.items():
            try:
                yield from reader.concept(item)
            except InvalidError as error:
                yield error.at(file.path, item.line, item.column)

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write a concept for each entry."""
        file.stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<mtf>\n')
        losses = Losses(_("MultiTerm XML has no place for it"))
        for number, (entry, review) in enumerate(without_patterns(entries, file.ledger), 1):
            file.stream.write(_concept(number, entry, review).encode())
            losses.entry(entry, review, kept=_KEPT)
            for name in entry.names:
                losses.name(name, kept=_KEPT_OF_NAMES, renderings=(PINYIN,))
        file.stream.write(b"</mtf>\n")
        losses.tell(file.ledger)


def _concept(number: int, entry: Entry, review: str) -> str:
    groups: dict[str, list[Name]] = {}
    for name in entry.names:
        groups.setdefault(_locale(name.lang), []).append(name)
    parts = [f"<conceptGrp><concept>{number}</concept>\n", _field(ID_FIELD, entry.id)]
    parts += [_field("Kind", entry.kind.value), _field("Review", review)]
    parts += [_field("Domain", word) for word in entry.domains]
    parts += [_field("Collection", word) for word in entry.collections]
    for title, texts in (("Definition", entry.definitions), ("Note", entry.notes)):
        parts += [_prose(title, text) for text in texts if _locale(text.lang) not in groups]
    parts += _extra(entry.extra)
    for locale, names in groups.items():
        parts.append(_language(locale, names[0].lang))
        for title, texts in (("Definition", entry.definitions), ("Note", entry.notes)):
            parts += [_prose(title, text) for text in texts if _locale(text.lang) == locale]
        parts += [_term(name) for name in names]
        parts.append("</languageGrp>\n")
    parts.append("</conceptGrp>\n")
    return "".join(parts)


def _locale(tag: str) -> str:
    """The locale of the index a language belongs to, as MultiTerm writes it.

    >>> _locale("zh-Hans"), _locale("zh-Hant-HK"), _locale("en-x-reuters"), _locale("fr")
    ('ZH-CN', 'ZH-HK', 'EN', 'FR')
    """
    plain = tag.partition("-x-")[0]
    known = {"zh-Hans": "ZH-CN", "zh-Hant": "ZH-TW", "zh-Hant-TW": "ZH-TW", "zh-Hant-HK": "ZH-HK"}
    return known.get(plain) or plain.upper()


def _language(locale: str, tag: str) -> str:
    from glossary.formats.locales import parse_locale
    from glossary.formats.xml_output import attribute

    territories = {"ZH-CN": "zh_Hans_CN", "ZH-TW": "zh_Hant_TW", "ZH-HK": "zh_Hant_HK"}
    given = territories.get(locale) or tag.partition("-x-")[0]
    title = parse_locale(given).title
    return f"<languageGrp><language type={attribute(title)} lang={attribute(locale)}/>\n"


def _term(name: Name) -> str:
    from glossary.formats.tbx.words import read_language
    from glossary.formats.xml_output import escape
    from glossary.model.sources import footnote

    parts = [f"<termGrp><term>{escape(name.text)}</term>"]
    parts.append(_field("Status", name.usage.value))
    if name.type is not NameType.FULL:
        parts.append(_field("Type", name.type.value))
    parts.append(_field("Evidence", name.evidence.value))
    parts += [_field("Source", footnote(source)) for source in name.sources]
    pinyin = name.rendering(PINYIN)
    facts = {
        "Issuer": name.issuer,
        "From": name.start,
        "To": name.end,
        "Note": name.note,
        "Pinyin": pinyin.text if pinyin else "",
        TAG_FIELD: name.lang if read_language(_locale(name.lang)) != name.lang else "",
    }
    parts += [_field(title, text) for title, text in facts.items() if text]
    if name.context is not None:
        cited = [footnote(name.context.source)] if name.context.source else []
        parts.append(_field("Context", name.context.text, cited))
    parts += _extra(name.extra)
    parts.append("</termGrp>\n")
    return "".join(parts)


def _field(title: str, text: str, sources: Iterable[str] = ()) -> str:
    from glossary.formats.xml_output import attribute, escape

    inner = "".join(_field("Source", line) for line in sources)
    descrip = f"<descrip type={attribute(title)}>{escape(text)}</descrip>"
    return f"<descripGrp>{descrip}{inner}</descripGrp>\n"


def _prose(title: str, text: LocalText) -> str:
    from glossary.model.sources import footnote

    return _field(title, text.text, map(footnote, text.sources))


def _extra(extras: Iterable[Extra]) -> list[str]:
    """Fields that came from a termbase."""
    lead = f"{EXTRA}descrip/"
    return [
        _field(extra.key.removeprefix(lead), extra.text)
        for extra in extras
        if extra.key.startswith(lead)
    ]
