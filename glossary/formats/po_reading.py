"""PO files read message by message, every fault with its line and column.

    charset of the header      the file is read in it; a header that lies is refused, with what the file looks like
    byte order mark            read past and told: GNU msgfmt refuses it
    two messages of one msgid  refused at the second, which names the first
    plural forms               counted against ``nplurals`` of the header

Source: GNU gettext manual, section 10.1; ``read-catalog.c`` and ``po-gram-gen.y`` of gettext 0.21 for what it refuses.
"""

from __future__ import annotations

import codecs
import re

from glossary.errors import InputError, InvalidError
from glossary.formats.inputs import guess_encoding, text_codec
from glossary.formats.lines import nul_in, skip_line, too_long
from glossary.formats.po_building import MessageBuilder
from glossary.formats.po_headers import NPLURALS, fields_of, nplurals_of
from glossary.i18n import _
from glossary.store.scratch import Scratch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from glossary.errors import GlossaryError
    from glossary.formats.po_messages import Message

__all__ = ["PoReader"]

LINE_LIMIT = 1024 * 1024
"""The longest line, in bytes."""

_CHARSET = re.compile(rb"charset=([A-Za-z0-9_.:-]+)")
_LONE_CR = re.compile(r'(?<=["\r]\r)(?=["\r])|(?<=\r)(?=msg|#)')
_PROBLEM_LIMIT = 200


class PoReader:
    """Reads one PO file.

    Args:
        stream: Its bytes, at the beginning.
        path: The file, for messages.
        keep_lines: Whether each message keeps the lines it stands in, to be written again as they are.

    Attributes:
        header: The message with the empty msgid, once it was read.
        fields: The fields of the header.
        charset: What the file is read in.
        has_mark: Whether it begins with a byte order mark.

    >>> from io import BytesIO
    >>> reader = PoReader(BytesIO(b'msgid "a"\\nmsgstr "b"\\n'), "a.po")
    >>> [(each.msgid, each.msgstr, each.line) for each in reader]
    [('a', ['b'], 1)]
    """

    def __init__(self, stream: BinaryIO, path: str, *, keep_lines: bool = False) -> None:
        self._stream = stream
        self._path = path
        self._keep_lines = keep_lines
        self._plurals_at = (1, 1)
        self.header: Message | None = None
        self.fields: dict[str, str] = {}
        head = stream.read(65536)
        stream.seek(0)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise InputError(
                _("the catalog is UTF-16"),
                path=path,
                why=_("gettext's tools read no UTF-16"),
                fix=_("Save it as UTF-8."),
            )
        self.has_mark = head.startswith(codecs.BOM_UTF8)
        self.charset = self._charset(head)
        self._places = Scratch()

    def _charset(self, head: bytes) -> str:
        found = _CHARSET.search(head)
        name = found[1].decode("ascii") if found else "UTF-8"
        if name in ("CHARSET", "ASCII", "US-ASCII"):
            name = "UTF-8"
        if not text_codec(name, like_ascii=True):
            raise InputError(
                _("the header names the unknown charset {name!r}").format(name=name),
                path=self._path,
                line=head[: found.start() if found else 0].count(b"\n") + 1,
                fix=_("Write charset=UTF-8, and save the file so."),
            )
        return name

    def __iter__(self) -> Iterator[Message | GlossaryError]:
        """Yield the messages behind the header, obsolete ones too, and what is wrong, in order."""
        with self._places:
            builder = MessageBuilder(self._path, keep_lines=self._keep_lines)
            faults = 0
            for number, line in self._lines():
                if isinstance(line, InputError):
                    builder.break_off(number, line)
                    line = ""
                if self.header is None and "Plural-Forms:" in line:
                    self._plurals_at = number, line.index("Plural-Forms:") + 1
                for made in builder.take(number, line):
                    yield from self._checked(made)
                for problem in builder.problems:
                    yield problem
                    faults += 1
                builder.problems.clear()
                if faults >= _PROBLEM_LIMIT:
                    return
            for made in builder.finish():
                yield from self._checked(made)
            yield from builder.problems

    def _checked(self, message: Message) -> Iterator[Message | GlossaryError]:
        if not message.msgid and message.context is None and not message.obsolete:
            if self.header is None:
                self.header = message
                self.fields = fields_of("".join(message.msgstr))
                yield from self._header_problems()
                return
        elif message.obsolete:
            yield message
            return
        first = self._places.claim(message.mo_key, str(message.msgid_line))
        if first != str(message.msgid_line):
            yield self._problem(
                _("the msgid {msgid!r:.60} stands twice").format(msgid=message.msgid),
                message.msgid_line,
                why=_("it stands at line {line} too").format(line=first),
                fix=_("Join the two, or tell them apart by msgctxt."),
            )
            return
        nplurals = nplurals_of(self.fields)
        is_plural = message.plural is not None and any(message.msgstr)
        if is_plural and nplurals and len(message.msgstr) != nplurals:
            yield self._problem(
                _("{found} plural forms where the header asks for {wanted}").format(
                    found=len(message.msgstr), wanted=nplurals
                ),
                message.msgid_line,
                fix=_("Mend them, or Plural-Forms in the header."),
            )
            return
        yield message

    def _header_problems(self) -> Iterator[GlossaryError]:
        plurals = self.fields.get("Plural-Forms", "")
        if plurals and not NPLURALS.match(plurals) and "INTEGER" not in plurals:
            yield self._problem(
                _("Plural-Forms cannot be read: {plurals!r:.60}").format(plurals=plurals),
                *self._plurals_at,
                fix=_("Write it like 'nplurals=2; plural=(n != 1);'."),
            )

    def _problem(
        self, what: str, line: int, column: int = 1, *, why: str = "", fix: str = ""
    ) -> InvalidError:
        return InvalidError(what, why=why, fix=fix, path=self._path, line=line, column=column)

    def _lines(self) -> Iterator[tuple[int, str | InputError]]:
        """Yield the lines, and in the place of one that cannot be read what is wrong with it.

        Raises:
            InputError: The whole file is in another encoding than its header says.
        """
        number = 0
        if self.has_mark:
            self._stream.seek(len(codecs.BOM_UTF8))
        is_utf8 = codecs.lookup(self.charset).name == "utf-8"
        while data := self._stream.readline(LINE_LIMIT + 1):
            number += 1
            if len(data) > LINE_LIMIT:
                skip_line(self._stream, data)
                yield number, too_long(LINE_LIMIT, self._path, number)
                continue
            if b"\0" in data:
                yield number, nul_in(data.decode("latin-1"), self._path, number)
                continue
            if data.isascii():
                for part in _parts(data.decode("ascii")):
                    yield number, part
                    number += part.endswith("\r")
                continue
            try:
                text = data.decode(self.charset)
            except UnicodeDecodeError as error:
                lie = self._lie(data, number, error)
                if not is_utf8 or self._guess(data):
                    raise lie from None
                yield number, lie
                continue
            if not is_utf8 and _is_utf8(data):
                raise self._lie(data, number, None)
            for part in _parts(text):
                yield number, part
                number += part.endswith("\r")

    def _guess(self, data: bytes) -> str:
        place = self._stream.tell()
        rest = self._stream.read(65536)
        self._stream.seek(place)
        return guess_encoding(data + rest)[0]

    def _lie(self, data: bytes, number: int, error: UnicodeDecodeError | None) -> InputError:
        looks = "UTF-8" if error is None else self._guess(data)
        what = (
            _("the header says {charset}, but the file looks like {looks}").format(
                charset=self.charset, looks=looks
            )
            if looks
            else _("the header says {charset}, but the file is not").format(charset=self.charset)
        )
        column = len(data[: error.start].decode(self.charset, "replace")) + 1 if error else 1
        return InputError(
            what,
            path=self._path,
            line=number,
            column=column,
            fix=_("Write the right charset in the header, or save the file as UTF-8."),
        )


def _parts(line: str) -> list[str]:
    """A line cut where a CR alone ends one; a CR within a text is its own."""
    return _LONE_CR.split(line) if "\r" in line[:-2] else [line]


def _is_utf8(data: bytes) -> bool:
    """Whether bytes that are not all ASCII are UTF-8, which no other encoding is by chance at any length."""
    try:
        return len(data) - len(data.decode("utf-8")) >= 4
    except UnicodeDecodeError:
        return False
