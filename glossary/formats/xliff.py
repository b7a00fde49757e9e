"""XLIFF 2 with its glossary module: a unit for each entry, with the names asked by and what they are rendered by.

    unit@id                     the entry's id
    gls:glossEntry              one name of the source language, its renderings, the definition
    gls:term, translation       with the source it was read in, as one line
    segment                     the preferred name and its rendering, for tools that know no glossary

Forbidden names are never written. In: the glossary entries of any unit; the segments are somebody's text, not names.

Source: XLIFF 2.1 (OASIS, 13 February 2018), 4.2 and 5.2 (glossary module, ``urn:oasis:names:tc:xliff:glossary:2.0``).
"""

from __future__ import annotations

from glossary.errors import InputError, InvalidError
from glossary.formats.interface import Format, Head, Input
from glossary.formats.ledgers import Fate
from glossary.formats.options import COLLECTION, EVIDENCE, KIND
from glossary.formats.table_pairs import FROM, TO
from glossary.i18n import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from glossary.formats.interface import Read
    from glossary.formats.outputs import Output
    from glossary.formats.table_pairs import Pair
    from glossary.formats.xml_input import XmlFile
    from glossary.formats.xml_places import XmlItem
    from glossary.model.entries import Entry, LocalText
    from glossary.model.names import Name
    from glossary.model.sources import Source

__all__ = ["XliffFormat"]

_CORE = "urn:oasis:names:tc:xliff:document:2.0"
_GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
_OURS = "zhengming"


class XliffFormat(Format):
    """The glossary module of XLIFF 2."""

    name = "xliff"
    title = N_("XLIFF 2, its glossary module")
    extensions = (".xlf", ".xliff")
    reading = (KIND, EVIDENCE, COLLECTION)
    writing = (FROM, TO)

    def detect(self, head: Head) -> int:
        """Sure of the root."""
        return 100 if head.root == "xliff" else 0

    def read(self, file: Input) -> Iterator[Read]:
        """Yield an item for each glossary entry, and problems."""
        from glossary.formats.xml_input import XmlFile

        xml = XmlFile(file.stream, file.path, ("unit", "group"), ("file",))
        if xml.root_name != "xliff" or not xml.root_attributes.get("version", "").startswith("2"):
            for _item in xml.items():  # what is not well-formed is told first
                pass
            version = xml.root_attributes.get("version", "")
            what = (
                _("this is not XLIFF 2: the root is <{root}> of version {version!r}")
                if version
                else _("this is not XLIFF 2: the root is <{root}>")
            )
            raise InputError(
                what.format(root=xml.root_name, version=version),
                path=file.path,
                line=1,
                why=_("only version 2 has a glossary"),
                fix=_("Give an XLIFF 2 file with the glossary module."),
            )
        reader = _Reader(file, xml)
        for item in xml.items():
            yield from reader.unit(item)
        reader.close()

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write a unit for each entry that has names in both languages."""
        from itertools import groupby

        from glossary.formats.table_pairs import Places, iter_pairs, two_sides
        from glossary.formats.xml_output import attribute

        source, target = two_sides(file, self.name)
        file.stream.write(
            (
                '<?xml version="1.0" encoding="UTF-8"?>\n'
                f'<xliff xmlns="{_CORE}" xmlns:gls="{_GLOSSARY}" version="2.1" '
                f"srcLang={attribute(source)} trgLang={attribute(target)}>\n"
                f'<file id="{_OURS}">\n'
            ).encode()
        )
        held = ("text", "pair", "sources")
        places = Places(
            entry=("id", "definitions", "definitions.sources"),
            asked=held,
            found=held,
            definitions=lambda entry: _definitions(entry, source),
            doubt=True,
            both=True,
            why=N_("XLIFF has no place for it"),
        )
        pairs = iter_pairs(entries, source, [target], file, places)
        for _id, rows in groupby(pairs, key=lambda pair: pair.entry.id):
            unit = _unit(list(rows), source)
            if unit:
                file.stream.write(unit.encode())
        file.stream.write(b"</file>\n</xliff>\n")


def _definitions(entry: Entry, source: str) -> list[LocalText]:
    """The definition that stands in a unit: the first in the language of the names asked by."""
    return [text for text in entry.definitions if text.lang == source][:1]


def _unit(pairs: list[Pair], source: str) -> str:
    """A unit of all rows of one entry; nothing where no row has both sides."""
    from glossary.formats.xml_output import escape
    from glossary.model.sources import footnote

    both = [pair for pair in pairs if pair.found[0] is not None and pair.asked.text]
    if not both:
        return ""
    entry = both[0].entry
    definition = next(iter(_definitions(entry, source)), None)
    grouped: dict[str, list[Pair]] = {}
    for pair in both:
        grouped.setdefault(pair.asked.text, []).append(pair)
    parts = [f'<unit id="{entry.id}">\n<gls:glossary>\n']
    for number, (text, rows) in enumerate(grouped.items(), 1):
        parts.append(f'<gls:glossEntry id="g{number}">')
        parts.append(f"<gls:term{_cited(rows[0].asked.name)}>{escape(text)}</gls:term>")
        for row in rows:
            found = row.found[0]
            if found is not None:
                shown = escape(found.text)
                parts.append(f"<gls:translation{_cited(found.name)}>{shown}</gls:translation>")
        if number == 1 and definition is not None:
            cited = "; ".join(footnote(each) for each in definition.sources)
            parts.append(
                f"<gls:definition{_source(cited)}>{escape(definition.text)}</gls:definition>"
            )
        parts.append("</gls:glossEntry>\n")
    first = both[0]
    found = first.found[0]
    target = escape(found.text) if found is not None else ""
    parts.append(
        f"</gls:glossary>\n<segment><source>{escape(first.asked.text)}</source>"
        f"<target>{target}</target></segment>\n</unit>\n"
    )
    return "".join(parts)


def _cited(name: Name) -> str:
    from glossary.formats.table_cells import sources_line

    return _source(sources_line([name]))


def _source(line: str) -> str:
    from glossary.formats.xml_output import attribute

    return f" source={attribute(line)}" if line else ""


class _Reader:
    """Reads the glossaries in the units of one file."""

    def __init__(self, file: Input, xml: XmlFile) -> None:
        from glossary.formats.drafts import Drafts
        from glossary.formats.tbx.words import read_language
        from glossary.formats.xml_input import local_name

        self._file = file
        self._xml = xml
        self._drafts = Drafts(file)
        self._local = local_name
        self._source_lang = self._target_lang = ""
        try:
            self._source_lang = read_language(xml.root_attributes.get("srcLang", ""))
            target = xml.root_attributes.get("trgLang", "")
            self._target_lang = read_language(target) if target else ""
        except InvalidError as error:
            raise InputError(error.what, path=file.path, line=1, why=error.why) from None
        self._count = 0

    def close(self) -> None:
        """Tell where there was nothing to read."""
        if not self._count:
            self._file.warn(InvalidError(_("no unit of the file has a glossary")), 1)

    def unit(self, item: XmlItem) -> Iterator[Read]:
        """Yield the entries of a unit's glossaries; a group's units, too."""
        ours = self._is_ours()
        for unit in item.element.iter():
            if self._local(unit.tag) != "unit":
                continue
            for glossary in unit:
                if self._local(glossary.tag) != "glossary":
                    continue
                entries = [each for each in glossary if self._local(each.tag) == "glossEntry"]
                self._count += len(entries)
                for group in [entries] if ours else [[each] for each in entries]:
                    yield from self._item(group, item, unit.get("id", "") if ours else "")

    def _is_ours(self) -> bool:
        root = self._xml.head()
        return any(part.get("id") == _OURS for part in root if self._local(part.tag) == "file")

    def _item(self, entries: list[Element], item: XmlItem, unit: str) -> Iterator[Read]:
        from glossary.model.entries import LocalText
        from glossary.model.rules import check_id

        line, column = item.place_of(entries[0]) if entries else (item.line, item.column)
        names: list[Name] = []
        definitions: list[LocalText] = []
        try:
            for entry in entries:
                said = 0
                for part in entry:
                    local = self._local(part.tag)
                    if local == "definition":
                        text, sources = self._text(part), self._sources(part, entry)
                        definitions.append(
                            LocalText(lang=self._source_lang, text=text, sources=sources)
                        )
                        self._file.ledger.add("definitions", Fate.KEPT)
                    elif local in ("term", "translation"):
                        names += self._name(part, entry, local)
                    else:
                        self._file.ledger.add(local, Fate.DROPPED, _("of another module"))
                    said += local in ("definition", "translation")
                if not said:
                    self._file.warn(
                        InvalidError(
                            _(
                                "a glossEntry has neither a translation nor a definition; its term was read all the same"
                            )
                        ),
                        *item.place_of(entry),
                    )
            if not names:
                self._file.warn(
                    InvalidError(_("a glossEntry without a term was passed over")), line, column
                )
                return
            ident = check_id(unit) if unit else ""
            yield self._drafts.item(
                names,
                line=line,
                column=column,
                entry_id=ident,
                preferred=not unit,
                definitions=tuple(definitions),
            )
        except InvalidError as error:
            yield error.at(self._file.path, line, column)

    def _name(self, part: Element, entry: Element, local: str) -> list[Name]:
        lang = self._source_lang if local == "term" else self._target_lang
        text = self._text(part)
        if not text:
            return []
        if not lang:
            raise InvalidError(
                _("the file does not say into which language"), fix=_("Write trgLang at <xliff>.")
            )
        self._file.ledger.add("names.text", Fate.KEPT)
        return [self._drafts.name(text, lang, sources=self._sources(part, entry))]

    def _sources(self, part: Element, entry: Element) -> tuple[Source, ...]:
        from glossary.formats.drafts import cited

        source = " ".join(part.get("source", "").split())
        if not source:
            return ()
        return (cited(source, self._file, entry.get("id") or "glossary"),)

    def _text(self, element: Element) -> str:
        from glossary.formats.texts import clean_line

        return clean_line("".join(element.itertext()))
