"""TMX 1.4b: a translation memory, in which each entry is one unit with a variant for each of its names.

    tu tuid           the entry's id             prop x-kind, x-domain, x-collection     the entry's
    tuv xml:lang      one name, preferred ones   prop x-type, x-usage                    where they are not the usual ones
                      of a language first

Forbidden names are never written: a tool that drops properties, as most do, would offer them. Several variants of one
language are lawful, but many tools keep the first or the last alone.

Source: TMX 1.4b specification (LISA OSCAR, 2005); 1.1 is read too, whose attribute is ``lang``.
"""

from __future__ import annotations

from glossary.errors import InvalidError
from glossary.formats.interface import Format, Head, Input
from glossary.formats.ledgers import Fate
from glossary.formats.options import COLLECTION, EVIDENCE, KIND
from glossary.formats.selection import Losses, without_patterns
from glossary.i18n import N_, _
from glossary.model.names import Extra, Name, NameType, Usage
from glossary.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any
    from xml.etree.ElementTree import Element

    from glossary.formats.interface import Read
    from glossary.formats.items import Item
    from glossary.formats.outputs import Output
    from glossary.formats.xml_places import XmlItem
    from glossary.model.entries import Entry

__all__ = ["TmxFormat"]

_TOOL = "Zhengming"
_PREFIX = "tmx:prop/"
_USAGES = (Usage.PREFERRED, Usage.ADMITTED, Usage.DEPRECATED)
_PLAIN_ATTRIBUTES = ("lang", "srclang", "datatype", "segtype", "o-tmf", "o-encoding")
"""Attributes that say how a unit is written, not what of it is known."""
_CODES = frozenset(("bpt", "ept", "ph", "it", "ut"))
"""Elements in a segment that hold codes of the format it came from, not text."""


class TmxFormat(Format):
    """A translation memory."""

    name = "tmx"
    title = N_("TMX, for translation memories")
    extensions = (".tmx",)
    reading = (KIND, EVIDENCE, COLLECTION)

    def detect(self, head: Head) -> int:
        """Sure of the root."""
        return 100 if head.root == "tmx" else 0

    def read(self, file: Input) -> Iterator[Read]:
        """Yield an item for each unit, and problems."""
        from glossary.formats.xml_faults import wrong_root
        from glossary.formats.xml_input import XmlFile

        xml = XmlFile(file.stream, file.path, ("tu",))
        if xml.root_name != "tmx":
            raise wrong_root("TMX", xml.root_name, "tmx", file.path)
        reader: _Reader | None = None
        for item in xml.items():
            reader = reader or _Reader(file, xml.head())
            try:
                yield from reader.unit(item)
            except InvalidError as error:
                yield error.at(file.path, item.line, item.column)

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write a unit for each entry."""
        from glossary.formats.xml_output import attribute

        stamp = f"{file.day.replace('-', '')}T000000Z"
        file.stream.write(
            (
                '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
                f'<header creationtool="{_TOOL}" creationtoolversion={attribute(__version__)} '
                'segtype="phrase" o-tmf="zhengming" adminlang="en" srclang="*all*" datatype="plaintext" '
                f'creationdate="{stamp}"/>\n<body>\n'
            ).encode()
        )
        losses = Losses(_("TMX has no place for it"))
        for entry, review in without_patterns(entries, file.ledger):
            unit = _unit(entry, losses)
            if unit:
                file.stream.write(unit.encode())
                losses.entry(entry, review, kept=("id", "kind", "domains", "collections", "notes"))
            else:
                file.ledger.add("id", Fate.DROPPED, _("every name of it is forbidden"))
        file.stream.write(b"</body>\n</tmx>\n")
        losses.tell(file.ledger)


def _unit(entry: Entry, losses: Losses) -> str:
    from glossary.formats.xml_output import attribute, escape

    names = [name for name in entry.names if name.usage is not Usage.FORBIDDEN]
    losses.count(
        "names.text", len(entry.names) - len(names), _("a forbidden name is no translation")
    )
    if not names:
        return ""
    languages = list(dict.fromkeys(name.lang for name in entry.names))
    names.sort(key=lambda name: (languages.index(name.lang), _USAGES.index(name.usage)))
    parts = [f"<tu tuid={attribute(entry.id)}>\n"]
    parts += [
        f"<note xml:lang={attribute(note.lang)}>{escape(note.text)}</note>\n"
        for note in entry.notes
    ]
    props = [
        ("x-kind", entry.kind.value),
        *(("x-domain", text) for text in entry.domains),
        *(("x-collection", text) for text in entry.collections),
        *_props_of(entry.extra),
    ]
    parts += [_prop(*prop) + "\n" for prop in props]
    for name in names:
        losses.name(name, kept=("text", "type", "usage", "note", "extra"))
        parts.append(f"<tuv xml:lang={attribute(name.lang)}>")
        if name.note:
            parts.append(f"<note>{escape(name.note)}</note>")
        if name.type is not NameType.FULL:
            parts.append(_prop("x-type", name.type.value))
        parts.append(_prop("x-usage", name.usage.value))
        parts += [_prop(*prop) for prop in _props_of(name.extra)]
        parts.append(f"<seg>{escape(name.text)}</seg></tuv>\n")
    parts.append("</tu>\n")
    return "".join(parts)


def _prop(kind: str, text: str) -> str:
    from glossary.formats.xml_output import attribute, escape

    return f"<prop type={attribute(kind)}>{escape(text)}</prop>"


def _props_of(extras: Iterable[Extra]) -> Iterator[tuple[str, str]]:
    """Properties that came from a memory."""
    for extra in extras:
        if extra.key.startswith(_PREFIX):
            yield extra.key.removeprefix(_PREFIX), extra.text


class _Reader:
    """Reads the units of one file."""

    def __init__(self, file: Input, root: Element) -> None:
        from glossary.formats.drafts import Drafts
        from glossary.formats.tbx.words import read_language
        from glossary.formats.xml_input import XML_LANG, local_name
        from glossary.model.tags import parse_tag

        header = next((part for part in root if local_name(part.tag) == "header"), None)
        self._ours = header is not None and header.get("creationtool") == _TOOL
        self._file = file
        self._drafts = Drafts(file)
        self._language = parse_tag if self._ours else read_language
        self._lang_names = (XML_LANG, "lang")
        self._local = local_name
        if not self._ours and header is not None:
            for part in header:
                if "".join(part.itertext()).strip():
                    why = _("they are another program's")
                    file.ledger.add(f"header {local_name(part.tag)}", Fate.DROPPED, why)

    def unit(self, item: XmlItem) -> Iterator[Item]:
        """Yield the item of one unit; nothing where it holds no name."""
        element = item.element
        self._attributes(element)
        more: dict[str, Any] = {"domains": [], "collections": [], "notes": [], "extra": []}
        names: list[Name] = []
        for child in element:
            local = self._local(child.tag)
            if local == "tuv":
                name = self._variant(child, item)
                if name is not None:
                    names.append(name)
            elif local == "note":
                self._note(child, more)
            elif local == "prop":
                self._prop(child, more)
        if not names:
            self._file.warn(
                InvalidError(_("a unit without a text was passed over")), item.line, item.column
            )
            return
        fields: Any = {key: tuple(value) for key, value in more.items() if key != "kind"}
        self._file.ledger.add("names.text", Fate.KEPT, count=len(names))
        yield self._drafts.item(
            names,
            line=item.line,
            column=item.column,
            entry_id=self._id(element),
            preferred=not self._ours,
            kind=more.get("kind", ""),
            **fields,
        )

    def _id(self, element: Element) -> str:
        from glossary.model.rules import check_id

        given = element.get("tuid", "")
        if not self._ours:
            return ""
        try:
            return check_id(given)
        except InvalidError:
            return ""

    def _attributes(self, element: Element) -> None:
        """Tell of what another program says in attributes: numbers of its own, and who changed what and when."""
        for key in () if self._ours else element.keys():
            name = self._local(key)
            if name == "tuid":
                self._file.ledger.add("tuid", Fate.DROPPED, _("it is none of ours: names tell what is one"))  # fmt: skip
            elif name not in _PLAIN_ATTRIBUTES:
                self._file.ledger.add(f"{self._local(element.tag)} {name}", Fate.DROPPED, _("who changed it and when is told by events of ours"))  # fmt: skip

    def _variant(self, element: Element, item: XmlItem) -> Name | None:
        self._attributes(element)
        text, note, more, extra = "", "", {}, []
        for child in element:
            local = self._local(child.tag)
            if local == "seg":
                text = self._segment(child)
            elif local == "note":
                note = self._prose(child)
            elif local == "prop":
                kind, said = child.get("type", ""), self._prose(child)
                if self._ours and kind in ("x-type", "x-usage"):
                    more[kind.removeprefix("x-")] = said
                elif said:
                    extra.append(Extra(key=_key(kind), text=said))
        if not text.strip():
            return None
        tag = next((element.get(name) for name in self._lang_names if element.get(name)), "")
        try:
            lang = self._language(tag or "")
            return self._drafts.name(text, lang, note=note, extra=tuple(extra), **more)
        except InvalidError as error:
            raise error.at(self._file.path, *item.place_of(element)) from None

    def _segment(self, element: Element) -> str:
        """The text of a segment without the codes in it."""
        from glossary.formats.texts import clean_line

        parts = [element.text or ""]
        for child in element:
            if self._local(child.tag) in _CODES:
                self._file.ledger.add("seg", Fate.MAPPED, _("to plain text, without its codes"))
            else:
                parts.append(self._segment(child))
            parts.append(child.tail or "")
        return "".join(parts) if self._ours else clean_line("".join(parts))

    def _prose(self, element: Element) -> str:
        from glossary.formats.texts import clean_prose

        text = "".join(element.itertext())
        return text if self._ours else clean_prose(text)

    def _note(self, element: Element, more: dict[str, Any]) -> None:
        from glossary.language.han import prose_tag
        from glossary.model.entries import LocalText

        text = self._prose(element)
        tag = next((element.get(name) for name in self._lang_names if element.get(name)), "")
        tag = tag or prose_tag(text)
        if text:
            more["notes"].append(LocalText(lang=self._language(tag), text=text))
            self._file.ledger.add("notes", Fate.KEPT)

    def _prop(self, element: Element, more: dict[str, Any]) -> None:
        kind, text = element.get("type", ""), self._prose(element)
        if not text:
            return
        if self._ours and kind == "x-kind":
            more["kind"] = text
        elif self._ours and kind in ("x-domain", "x-collection"):
            more[f"{kind.removeprefix('x-')}s"].append(text)
        else:
            more["extra"].append(Extra(key=_key(kind), text=text))
            self._file.ledger.add(f"prop {kind}", Fate.KEPT, _("kept as extra"))


def _key(kind: str) -> str:
    """The key under which a property is kept."""
    return f"{_PREFIX}{' '.join(kind.split())}"[:200].strip()
