"""A catalog brought up to date in place: what people made stays, what the glossary says is brought in.

    order of messages                          stays; new ones come behind, obsolete ones last
    translators' comments, flags, header       stay
    a translation the program wrote            follows the glossary
    a translation a person wrote or changed    stays; where the glossary says otherwise, a comment tells
    a message of the glossary that is no more  becomes obsolete
    a message of somebody else's               stays

Which translations the program wrote, it knows by the check sums in their last comment (``po_marks``).
"""

from __future__ import annotations

from glossary.errors import GlossaryError, InputError
from glossary.formats.po_headers import fields_of, header_text
from glossary.formats.po_marks import find_mark
from glossary.formats.po_messages import Message
from glossary.formats.po_reading import PoReader, nplurals_of
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    """A catalog as it stands in a file, held whole to be brought up to date.

    Args:
        data: The file.
        path: Its name, for messages.
    Raises:
        InputError: It is no sound catalog; it is left as it is.
    """

    def __init__(self, data: bytes, path: str) -> None:
        from io import BytesIO

        reader = PoReader(BytesIO(data), path)
        self._messages: list[Message] = []
        self._obsolete: list[Message] = []
        for read in reader:
            if isinstance(read, GlossaryError):
                raise InputError(
                    _("the catalog that is there cannot be brought up to date"),
                    why=str(read),
                    path=path,
                    fix=_("Mend it, or move it away."),
                )
            (self._obsolete if read.obsolete else self._messages).append(read)
        self.header = reader.header or Message(msgid="", msgstr=[""])
        self.kept = 0
        """How many translations people made were kept although the glossary says otherwise."""
        self._changed = False

    def update(self, made: Iterable[Made], fields: dict[str, str]) -> Iterator[Message]:
        """Yield the messages of the catalog as it is to be, its header first.

        Args:
            made: What the glossary says, as ``Catalogs.messages`` yields it.
            fields: The header that a new catalog would have.
        """
        there = {message.key: message for message in self._messages}
        gone = {message.key: message for message in self._obsolete}
        taken: set[int] = set()
        new: list[Message] = []
        for each in made:
            message = made_message(each)
            old = _find(there, message)
            if old is not None and id(old) not in taken:
                taken.add(id(old))
                self._bring_in(old, message)
                continue
            back = gone.pop(message.key, None)
            if back is not None:
                back.obsolete = False
                self._bring_in(back, message)
                message = back
            self._changed = True
            new.append(message)
        kept: list[Message] = []
        for message in self._messages:
            if id(message) not in taken and find_mark(message.extracted):
                message.obsolete = True
                message.references, message.extracted = [], []
                gone[message.key] = message
                self._changed = True
            else:
                kept.append(message)
        self._renew_header(fields)
        yield self.header
        yield from kept
        yield from new
        yield from gone.values()

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
        merged = {**fields, **{key: value for key, value in old.items() if value}}
        ordered = {key: merged[key] for key in (*old, *merged)}
        for key in ("Generated-By", "X-Source-Language", "Content-Type", "MIME-Version"):
            ordered[key] = fields[key]
        ordered["Content-Transfer-Encoding"] = fields["Content-Transfer-Encoding"]
        if not nplurals_of(old):
            ordered["Plural-Forms"] = fields["Plural-Forms"]
        if self._changed:
            for key in ("POT-Creation-Date", "PO-Revision-Date"):
                ordered[key] = fields[key]
        self.header.msgstr = [header_text(ordered)]
        self.header.mark_fuzzy(False)


def _find(there: dict[tuple[str | None, str], Message], message: Message) -> Message | None:
    """The old message of a new one: of its key, or of its msgid and entry with or without the context."""
    found = there.get(message.key)
    if found is not None:
        return found
    (entry_id,) = message.references
    other = there.get((None if message.context else entry_id, message.msgid))
    if other is not None and (entry_id in other.references or other.context == entry_id):
        return other
    return None
