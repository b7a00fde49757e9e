"""ROR in: organisations of the Research Organization Registry as proposals, each with its record and licence.

A file is a list of records as ROR publishes them (schema 1 or 2), or one record a line; of some 110,000 those of China,
Hong Kong, Macao and Taiwan are taken, or those of ``--country``. A name whose language ROR does not say is taken only
where its letters tell: Han is Chinese, an acronym in capitals English; others are told as left out.

Source: ror.readme.io, "ROR data structure", schemas 1.0 and 2.1, read 2026-11-25. Licence of the data: CC0 1.0.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import Any

from glossary.errors import InputError, InvalidError
from glossary.formats.inputs import decode_text
from glossary.formats.interface import Format, Head, Input
from glossary.formats.ledgers import Fate
from glossary.formats.options import COLLECTION, Option
from glossary.i18n import N_, _
from glossary.language.han import has_han
from glossary.model.entries import BodyFacts, Level
from glossary.model.names import Evidence, NameType, Usage
from glossary.model.sources import Source
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from glossary.formats.interface import Read
    from glossary.formats.items import Item
    from glossary.model.names import Name

    Record = dict[str, Any]

__all__ = ["RorFormat"]

_RECORD_LIMIT = 16 * 1024 * 1024
_CHUNK = 65536
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{1,11}\Z")
_ID = re.compile(r"https://ror\.org/0[a-z0-9]{8}\Z")
_CHINESE = {"CN", "HK", "MO", "TW"}
"""Countries whose organisations schema 1 names in English, and their own language in labels."""
_TYPES = {"acronym": NameType.ACRONYM, "alias": NameType.ALIAS}


class RorFormat(Format):
    """Organisations of research, from the registry's own dump."""

    name = "ror"
    title = N_("ROR, organisations of research")
    extensions = (".json",)
    writes = False
    reading = (
        Option(
            "country",
            N_("countries whose organisations are taken, by their two letters; all for every one"),
            "CODE",
            default="CN,HK,MO,TW",
            many=True,
        ),
        COLLECTION,
    )

    def detect(self, head: Head) -> int:
        """Sure of JSON with an address of ror.org as an id."""
        begins = head.text.lstrip()[:1] in ("{", "[")
        found = re.search(r'"id"\s*:\s*"https://ror\.org/0', head.text)
        return 99 if begins and found else 0

    def read(self, file: Input) -> Iterator[Read]:
        """Yield an item for each organisation of the countries asked for, and records that cannot be taken."""
        reader, count = _Reader(file), 0
        for line, record in _iter_records(file.stream, file.path):
            count += 1
            try:
                item = reader.record(record, line)
            except InvalidError as error:
                yield error.at(file.path, line)
                continue
            if item is not None:
                yield item
        if not count:
            yield InvalidError(
                _("the file has no record"), path=file.path, fix=_("Give a dump of ROR.")
            )


def _iter_records(stream: BinaryIO, path: str) -> Iterator[tuple[int, Record]]:
    """Yield the objects of a list, or one after another, as they are read, with the line each begins at."""
    decoder, text = json.JSONDecoder(parse_int=_whole), codecs.getincrementaldecoder("utf-8-sig")()
    buffer, line, ended = "", 1, False
    while True:
        stripped = buffer.lstrip(" \t\r\n,[]")
        line += buffer.count("\n", 0, len(buffer) - len(stripped))
        buffer = stripped
        try:
            record, end = decoder.raw_decode(buffer)
        except (json.JSONDecodeError, RecursionError) as error:
            if not ended and len(buffer) <= _RECORD_LIMIT:
                data = stream.read(max(_CHUNK, len(buffer)))
                ended = not data
                try:
                    buffer += text.decode(data, ended)
                except UnicodeDecodeError as wrong:
                    raise _undecoded(wrong, path, line + buffer.count("\n")) from None
                continue
            if not buffer:
                return
            place = error.lineno if isinstance(error, json.JSONDecodeError) else 1
            raise InputError(
                _("this is not JSON: {msg}").format(
                    msg=getattr(error, "msg", _("it nests too deep"))
                ),
                path=path,
                line=line + place - 1,
                column=getattr(error, "colno", None) if place > 1 else None,
            ) from None
        if not isinstance(record, dict):
            raise InputError(_("this is JSON, but no list of ROR's records"), path=path, line=line)
        yield line, record
        line += buffer.count("\n", 0, end)
        buffer = buffer[end:]


def _whole(digits: str) -> int:
    """A number of the file; of one longer than any of ROR's the beginning, for Python reads none of 5,000 digits."""
    return int(digits[:19])


def _undecoded(error: UnicodeDecodeError, path: str, line: int) -> InputError:
    """What is wrong with bytes that are not UTF-8, and begin at a line."""
    try:
        decode_text(error.object, path)
    except InputError as refusal:
        if refusal.line is not None:
            refusal.line += line - 1
        return refusal
    return InputError(_("the file is not UTF-8"), path=path, line=line)


class _Reader:
    """Reads the records of one file."""

    def __init__(self, file: Input) -> None:
        from glossary.formats.drafts import Drafts

        self._file = file
        self._drafts = Drafts(file)
        self._countries = {
            code.strip().upper()
            for each in file.options.many("country")
            for code in each.split(",")
        }

    def record(self, record: Record, line: int) -> Item | None:
        """Return the item of a record; nothing where it is of another country, withdrawn or without a name."""
        ident = record.get("id")
        if not isinstance(ident, str) or not _ID.match(ident):
            raise InvalidError(
                _("the record has no id of ROR"), fix=_("Give records as ror.org publishes them.")
            )
        if "ALL" not in self._countries and not self._countries & set(_countries(record)):
            self._drop(_("of another country"))
            return None
        if record.get("status") == "withdrawn":
            self._drop(_("withdrawn"))
            return None
        source = Source(
            title="Research Organization Registry",
            locator=ident,
            publisher="ROR",
            seen=self._file.day,
            licence="CC0-1.0",
        )
        names = self._names(record, source)
        if not names:
            self._drop(_("no name in a language that is known"))
            return None
        for field in ("links", "external_ids", "relationships"):
            if record.get(field):
                self._file.ledger.add(field, Fate.DROPPED, _("there is no place for it"))
        self._file.ledger.add("names.text", Fate.KEPT, count=len(names))
        return self._drafts.item(
            names, line=line, preferred=False, kind="body", body=_facts(record)
        )

    def _drop(self, why: str) -> None:
        self._file.ledger.add("records", Fate.DROPPED, why)

    def _names(self, record: Record, source: Source) -> list[Name]:
        found: list[Name] = []
        led: set[str] = set()
        for text, lang, kind in sorted(_said(record), key=lambda each: each[2] != NameType.FULL):
            tag = lang or _told_language(text)
            if not tag:
                self._file.ledger.add("names.text", Fate.DROPPED, _("its language is not said"))
                continue
            name = self._drafts.name(
                text, tag, type=kind, evidence=Evidence.ATTESTED, sources=(source,)
            )
            if kind is NameType.FULL and name.lang in led:
                name = replace(name, type=NameType.ALIAS)
            elif kind is NameType.FULL:
                led.add(name.lang)
                name = replace(name, usage=Usage.PREFERRED)
            found.append(name)
        once: dict[tuple[str, str], Name] = {}
        for name in found:
            once.setdefault((name.text, name.lang), name)
        return list(once.values())


def _countries(record: Record) -> Iterator[str]:
    country = record.get("country")
    if isinstance(country, dict):
        yield str(country.get("country_code", "")).upper()
    for place in _objects(record.get("locations")):
        details = place.get("geonames_details")
        if isinstance(details, dict):
            yield str(details.get("country_code", "")).upper()


def _objects(value: object) -> list[Record]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _said(record: Record) -> Iterator[tuple[str, str, NameType]]:
    """The names of a record of either schema: text, language where it is said, type."""
    for name in _objects(record.get("names")):
        text, types = name.get("value"), name.get("types") or []
        kinds = (
            [_TYPES[kind] for kind in types if kind in _TYPES] if isinstance(types, list) else []
        )
        if isinstance(text, str) and text.strip():
            yield text, str(name.get("lang") or ""), kinds[0] if kinds else NameType.FULL
    if isinstance(record.get("name"), str) and record["name"].strip():
        english = not has_han(record["name"]) and _CHINESE & set(_countries(record))
        yield record["name"], "en" if english else "", NameType.FULL
    for label in _objects(record.get("labels")):
        if isinstance(label.get("label"), str) and label["label"].strip():
            yield label["label"], str(label.get("iso639") or ""), NameType.FULL
    for field, kind in (("acronyms", NameType.ACRONYM), ("aliases", NameType.ALIAS)):
        for text in record.get(field) or []:
            if isinstance(text, str) and text.strip():
                yield text, "", kind


def _told_language(text: str) -> str:
    if has_han(text):
        return "zh"
    return "en" if _ACRONYM.match(text) else ""


def _facts(record: Record) -> BodyFacts | None:
    year, types = record.get("established"), record.get("types") or []
    founded = f"{year:04}" if isinstance(year, int) and 0 < year < 10_000 else ""
    school = isinstance(types, list) and any(str(kind).lower() == "education" for kind in types)
    if not founded and not school:
        return None
    return BodyFacts(founded=founded, level=Level.INSTITUTION if school else None)
