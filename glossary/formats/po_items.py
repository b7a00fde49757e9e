"""What the messages of a catalog mean: corrections of what we gave out, names of what others did."""

from __future__ import annotations

import re

from glossary.errors import GlossaryError, InputError, InvalidError
from glossary.formats.drafts import Drafts
from glossary.formats.items import Correction
from glossary.formats.ledgers import Fate
from glossary.formats.locales import parse_locale, tag_of_header
from glossary.formats.mo import MoReader
from glossary.formats.po_marks import find_mark
from glossary.i18n import _
from glossary.model.entries import Kind
from glossary.model.names import NameType
from glossary.model.tags import PINYIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.interface import Input, Read
    from glossary.formats.po_messages import Message
    from glossary.formats.po_reading import PoReader
    from glossary.model.names import Name

__all__ = ["read_catalog"]

_KINDS = frozenset(each.value for each in Kind)
_TYPES = frozenset(each.value for each in NameType)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def read_catalog(reader: PoReader | MoReader, file: Input) -> Iterator[Read]:
    """Yield what a catalog holds.

    Args:
        reader: What reads its messages.
        file: The file, with its options.
    Raises:
        InputError: It does not say what language it is in.
    """
    if getattr(reader, "has_mark", False):
        file.warn(
            InvalidError(
                _("the file begins with a byte order mark, which GNU gettext refuses"),
                fix=_("Save it as UTF-8 without one."),
            ),
            1,
            1,
        )
    if getattr(reader, "has_system_strings", False):
        file.ledger.add("messages", Fate.DROPPED, _("strings that differ by system"))
    catalog: _Catalog | None = None
    is_empty = True
    for message in reader:
        is_empty = False
        if isinstance(message, GlossaryError):
            yield message
            continue
        if catalog is None:
            catalog = _Catalog(reader.fields, file)
        for read in catalog.read(message):
            if isinstance(read, GlossaryError) and isinstance(reader, MoReader):
                place = reader.place_of(message.msgid)
                read.why = f"{read.why}; {place}" if read.why else place
            yield read
    if is_empty and not reader.fields:
        raise InputError(_("the file is empty"), path=file.path, fix=_("Give one with messages."))


class _Catalog:
    """The languages of one catalog, and what its messages mean."""

    def __init__(self, fields: dict[str, str], file: Input) -> None:
        options = file.options
        self._file = file
        # msgmerge and pybabel take our comments out; what stays are references, bare ids, and one of these fields.
        self._ours = fields.get("Generated-By", "").startswith(("Zhengming", "Babel"))
        self._drafts = Drafts(file)
        given = options.text("from") or fields.get("X-Source-Language", "")
        self._source = (tag_of_header(given) if given else "") or "en"
        if options.text("to"):
            self._target = parse_locale(options.text("to")).tag
        else:
            self._target = tag_of_header(fields.get("Language", "")) or _tag_of_path(file.path)

    def read(self, message: Message) -> Iterator[Read]:
        """Yield what one message means."""
        ledger = self._file.ledger
        if message.obsolete:
            ledger.add("obsolete", Fate.DROPPED, _("the catalog does not use it any more"))
            return
        mark = find_mark(message.extracted)
        entry_id = message.context or (message.references[0] if message.references else "")
        if mark is not None or (self._ours and _ID.match(entry_id)):
            text = message.msgstr[0] if message.msgstr else ""
            ledger.add("names.text", Fate.KEPT)
            kind, name_type = _said_of(message.extracted) if mark is not None else ("", "")
            yield Correction(
                entry_id=entry_id,
                source=message.msgid,
                source_lang=self._source,
                target=text,
                target_lang=self._the_target(),
                sure=not message.fuzzy,
                mark=mark,
                note="\n".join(message.comments),
                kind=kind,
                type=name_type,
                line=message.msgid_line,
            )
            return
        if not any(message.msgstr):
            ledger.add("msgid", Fate.DROPPED, _("without a translation"))
            return
        try:
            yield self._item(message)
        except InvalidError as error:
            yield error.at(self._file.path, message.msgid_line, 1)

    def _the_target(self) -> str:
        if not self._target:
            raise InputError(
                _("the catalog does not say what language it is in"),
                path=self._file.path,
                fix=_("Say it with --to, or in the field Language of its header."),
            )
        return self._target

    def _item(self, message: Message) -> Read:
        ledger, draft = self._file.ledger, self._drafts.name
        target = self._the_target()
        note = "\n".join(
            [
                *([f"context: {message.context}"] if message.context else []),
                *message.comments,
                *message.extracted,
            ]
        )
        names: list[Name] = [draft(message.msgid, self._source, note=note.strip())]
        if message.plural and message.plural != message.msgid:
            names.append(draft(message.plural, self._source, type=NameType.VARIANT))
            ledger.add("msgid_plural", Fate.MAPPED, _("a variant"))
        forms = dict.fromkeys(text for text in message.msgstr if text)
        if target == PINYIN:
            ledger.add("msgstr", Fate.DROPPED, _("pinyin is made from a Chinese name, and is none"))
            forms = {}
        for at, text in enumerate(forms):
            kind = NameType.VARIANT if at else NameType.FULL
            names.append(draft(text, target, type=kind))
        ledger.add("names.text", Fate.KEPT, count=len(names))
        if note:
            ledger.add("comments", Fate.NOTED, _("a note of the name in the msgid"))
        if message.references:
            ledger.add("references", Fate.DROPPED, _("they lead into another program"))
        for flag in message.flags:
            if flag == "fuzzy":
                ledger.add("fuzzy", Fate.MAPPED, _("proposed, as all that is imported"))
            else:
                ledger.add("flags", Fate.DROPPED, _("they are another program's"))
        return self._drafts.item(names, line=message.msgid_line)


def _said_of(comments: Iterable[str]) -> tuple[str, str]:
    """The kind of the entry and the type of the name, as a comment of ours says them.

    >>> _said_of(["pinyin: Jiǎbù", "body, acronym, official, approved"]), _said_of(["term, unsourced, proposed"])
    (('body', 'acronym'), ('term', ''))
    """
    for line in comments:
        kind, *more = line.split(", ")
        if kind in _KINDS and more:
            return kind, more[0] if more[0] in _TYPES else ""
    return "", ""


def _tag_of_path(path: str) -> str:
    """The language a path tells: that of the file, or of the folder two above, as gettext lays them out."""
    parts = path.replace("\\", "/").split("/")
    stem = parts[-1].rpartition(".")[0]
    folder = parts[-3] if len(parts) > 2 and parts[-2] == "LC_MESSAGES" else ""
    return tag_of_header(folder) or tag_of_header(stem)
