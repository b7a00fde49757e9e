"""A catalog brought up to date in place: what people made stays, what the glossary says is brought in.

    order of messages                          stays; new ones come behind, obsolete ones last
    translators' comments, flags, header       stay
    lines of texts that say the same           stay, broken as they are
    a translation the program wrote            follows the glossary
    a translation a person wrote or changed    stays; where the glossary says otherwise, a comment tells
    a message of the glossary that is no more  becomes obsolete
    a message of somebody else's               stays

Which translations the program wrote, it knows by the check sums in their last comment (``po_marks``).
"""

from __future__ import annotations

from dataclasses import replace

from glossary.errors import GlossaryError, InputError
from glossary.formats.po_headers import fields_of, header_text, nplurals_of, renewed_lines
from glossary.formats.po_marks import find_mark
from glossary.formats.po_messages import Message, message_of, message_row
from glossary.formats.po_reading import PoReader
from glossary.formats.spools import Spool
from glossary.i18n import _
from glossary.store.scratch import Shelf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from glossary.formats.spools import Row

    Made = tuple[str, str | None, str, str, bool, list[str]]

__all__ = ["Catalog", "made_message"]

_SAYS = "glossary: "


def made_message(made: Made) -> Message:
    """Return a message as ``Catalogs`` makes it."""
    msgid, context, entry_id, text, fuzzy, comments = made
    return Message(
        msgid=msgid,
        msgstr=[text],
        context=context,
        extracted=comments,
        references=[entry_id],
        flags=["fuzzy"] if fuzzy else [],
    )


class Catalog:
    """A catalog as it stands in a file, gone through to be brought up to date; a block. Long ones are kept on the disk.

    Args:
        stream: The file, opened for bytes.
        path: Its name, for messages.
    Raises:
        InputError: It is no sound catalog; it is left as it is.
    """

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self._there, self._gone = Shelf(), Shelf()
        self._new = Spool()
        self.kept = 0
        """How many translations people made were kept although the glossary says otherwise."""
        self._changed = False
        reader = PoReader(stream, path, keep_lines=True)
        try:
            for read in reader:
                if isinstance(read, GlossaryError):
                    raise InputError(
                        _("the catalog that is there cannot be brought up to date"),
                        why=str(read),
                        path=path,
                        fix=_("Mend it, or move it away."),
                    )
                place = self._gone if read.obsolete else self._there
                place.put(read.mo_key, (False, message_row(read)))
        except GlossaryError:
            self.__exit__()
            raise
        self.header = reader.header or Message(msgid="", msgstr=[""])

    def __enter__(self) -> Catalog:
        return self

    def __exit__(self, *_error: object) -> None:
        for each in (self._there, self._gone, self._new):
            each.close()

    def update(self, made: Iterable[Made], fields: dict[str, str]) -> Iterator[Message]:
        """Yield the messages of the catalog as it is to be, its header first.

        Args:
            made: What the glossary says, as ``Catalogs.messages`` yields it.
            fields: The header that a new catalog would have.
        """
        there, gone = self._there, self._gone
        for each in made:
            message = made_message(each)
            key = self._find(message)
            if key:
                row = there.get(key)
                old = _message(row)
                self._bring_in(old, message)
                old.forget_lines(_message(row))
                there.put(key, (True, message_row(old)))
                continue
            row = gone.get(message.mo_key)
            if row is not None:
                back = _message(row)
                gone.drop(message.mo_key)
                back.obsolete = False
                self._bring_in(back, message)
                back.forget_lines(_message(row))
                message = back
            self._changed = True
            self._new.put(message_row(message))
        for key, (taken, row) in there.items():
            message = message_of(row)
            if not taken and find_mark(message.extracted):
                message.obsolete = True
                message.references, message.extracted = [], []
                message.forget_lines(message_of(row))
                there.drop(key)
                gone.put(message.mo_key, (False, message_row(message)))
                self._changed = True
        self._renew_header(fields)
        yield self.header
        yield from (message_of(row) for _key, (_taken, row) in there.items())
        yield from map(message_of, self._new)
        yield from (message_of(row) for _key, (_taken, row) in gone.items())

    def _find(self, message: Message) -> str:
        """The key of the old message of a new one: its own, or that of its msgid and entry with or without the context."""
        found = self._there.get(message.mo_key)
        if found is not None:
            return "" if found[0] else message.mo_key
        (entry_id,) = message.references
        other = replace(message, context=None if message.context else entry_id).mo_key
        found = self._there.get(other)
        if found is None or found[0]:
            return ""
        old = message_of(found[1])
        return other if entry_id in old.references or old.context == entry_id else ""

    def _bring_in(self, old: Message, message: Message) -> None:
        """Make an old message say what the glossary says, and keep what people made."""
        mark = find_mark(old.extracted)
        text, says = old.msgstr[0] if old.msgstr else "", message.msgstr[0]
        by_program = not text or (mark is not None and mark.wrote_msgstr(text))
        if old.plural is not None:
            by_program = False
        if by_program and text != says:
            old.msgstr = [says]
            old.mark_fuzzy(message.fuzzy)
            old.previous = []
            self._changed = True
        elif by_program:
            cleared = mark is not None and mark.fuzzy and not old.fuzzy
            raised = mark is not None and not mark.fuzzy and old.fuzzy
            if not cleared and not raised:
                old.mark_fuzzy(message.fuzzy)
        elif says and text != says:
            message.extracted.insert(0, f"{_SAYS}{says}")
            self.kept += 1
        old.extracted = message.extracted
        old.references = message.references
        old.context = message.context

    def _renew_header(self, fields: dict[str, str]) -> None:
        old = fields_of("".join(self.header.msgstr))
        merged = {**fields, **old}
        merged["Language"] = old.get("Language") or fields["Language"]
        ordered = {key: merged[key] for key in (*old, *merged)}
        for key in ("Generated-By", "X-Source-Language", "Content-Type", "MIME-Version"):
            ordered[key] = fields[key]
        ordered["Content-Transfer-Encoding"] = fields["Content-Transfer-Encoding"]
        if not nplurals_of(old):
            ordered["Plural-Forms"] = fields["Plural-Forms"]
        if self._changed:
            for key in ("POT-Creation-Date", "PO-Revision-Date"):
                ordered[key] = fields[key]
        charset = old.get("Content-Type", "")
        if charset.lower() == ordered["Content-Type"].lower():
            ordered["Content-Type"] = charset
        before = message_of(message_row(self.header))
        self.header.msgstr = [header_text(ordered)]
        self.header.mark_fuzzy(False)
        lines = renewed_lines(self.header.text_lines, old, ordered)
        self.header.forget_lines(before)
        self.header.text_lines = lines


def _message(kept: Row | None) -> Message:
    assert kept is not None
    return message_of(kept[1])
