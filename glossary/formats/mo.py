"""Compiled catalogs (MO): written in one pass over sorted messages, read with every offset held against the file.

The keys are sorted by their bytes, as ``gettext`` looks them up; no hash table is written, which is optional and which no
reader but GNU's uses. Rows are sorted on the disk where there are many (``spools.sort_rows``).

Source: GNU gettext manual, section 10.3 (the format of MO files).
"""

from __future__ import annotations

import struct
import sys
from array import array
from itertools import accumulate
from tempfile import SpooledTemporaryFile

from glossary.errors import InputError, InvalidError
from glossary.formats.inputs import text_codec
from glossary.formats.po_headers import fields_of
from glossary.formats.po_messages import Message
from glossary.formats.spools import sort_rows
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from glossary.errors import GlossaryError

__all__ = ["MAGICS", "MoReader", "mo_row", "write_mo"]

MAGICS = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}
"""The first bytes of a MO, and the byte order each means."""

_MEMORY_BYTES = 1024 * 1024
_BLOCK_BYTES = 1024 * 1024
_BLOCK_STRINGS = 10_000
_LAST_SEGMENT = 0xFFFFFFFF
_STRING_LIMIT = 16 * 1024 * 1024


def mo_row(message: Message) -> tuple[bytes, bytes]:
    """Return a message as a MO has it: its key, and its translations.

    >>> mo_row(Message(msgid="A", context="a", msgstr=["甲"]))[0]
    b'a\\x04A'
    """
    key = message.msgid if message.plural is None else f"{message.msgid}\0{message.plural}"
    if message.context is not None:
        key = f"{message.context}\x04{key}"
    return key.encode(), "\0".join(message.msgstr).encode()


def write_mo(rows: Iterable[tuple[bytes, bytes]], stream: BinaryIO) -> int:
    """Write a MO.

    Args:
        rows: Keys and translations, each key once, that of the header empty; in any order.
        stream: Where to write.
    Returns:
        How many messages it has.
    Raises:
        InputError: It would be longer than its offsets can tell, 4 GB.

    >>> from io import BytesIO
    >>> write_mo([(b"b", b"2"), (b"", b"Language: fr\\n")], BytesIO())
    2
    """
    with _Strings() as keys, _Strings() as texts:
        for key, text in sort_rows(rows):
            keys.put(key)
            texts.put(text)
        count = keys.count
        start = 28 + 16 * count
        middle = start + keys.size
        if middle + texts.size >= 1 << 32:
            raise InputError(_("the catalog is longer than 4 GB"), fix=_("Choose fewer entries."))
        stream.write(struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, start))
        for block in (*(keys.table(start), texts.table(middle)), *(keys.blocks(), texts.blocks())):
            stream.writelines(block)
    return count


class _Strings:
    """Strings on their way into a MO, each with a NUL behind it, and how long each is; a block."""

    def __init__(self) -> None:
        self._strings = SpooledTemporaryFile(_MEMORY_BYTES)  # noqa: SIM115  closed by the block
        self._lengths = SpooledTemporaryFile(_MEMORY_BYTES)  # noqa: SIM115
        self._waiting: list[bytes] = []
        self.count = self.size = 0

    def __enter__(self) -> _Strings:
        return self

    def __exit__(self, *_error: object) -> None:
        self._strings.close()
        self._lengths.close()

    def put(self, string: bytes) -> None:
        """Put a string behind the others."""
        self._waiting.append(string)
        self.count += 1
        self.size += len(string) + 1
        if len(self._waiting) == _BLOCK_STRINGS:
            self._flush()

    def _flush(self) -> None:
        array("I", map(len, self._waiting)).tofile(self._lengths)
        self._waiting.append(b"")
        self._strings.write(b"\0".join(self._waiting))
        self._waiting.clear()

    def table(self, offset: int) -> Iterator[bytes]:
        """Yield their lengths and offsets, in turns, little end first.

        Args:
            offset: Where the first one will stand.
        """
        self._flush()
        self._lengths.seek(0)
        while data := self._lengths.read(4 * _BLOCK_STRINGS):
            lengths = array("I", data)
            table = array("I", bytes(2 * len(data)))
            table[::2] = lengths
            table[1::2] = array(
                "I", accumulate((each + 1 for each in lengths[:-1]), initial=offset)
            )
            offset = table[-1] + lengths[-1] + 1
            if sys.byteorder == "big":
                table.byteswap()
            yield table.tobytes()

    def blocks(self) -> Iterator[bytes]:
        """Yield the strings themselves, some at a time."""
        self._strings.seek(0)
        while block := self._strings.read(_BLOCK_BYTES):
            yield block


class MoReader:
    """Reads a MO of either byte order.

    Args:
        stream: Its bytes, at the beginning; it is sought in.
        path: The file, for messages.

    Attributes:
        fields: The fields of its header.
        charset: What its texts are read in.
        has_system_strings: Whether there are strings that differ by system; they are not read.
    Raises:
        InputError: It is no MO, or its tables lie outside of it.
    """

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self._stream = stream
        self._path = path
        self.fields: dict[str, str] = {}
        self.charset = "UTF-8"
        self._offset = 0
        self._size = stream.seek(0, 2)
        stream.seek(0)
        head = stream.read(28)
        self._order = MAGICS.get(head[:4], "")
        if len(head) < 28 or not self._order:
            raise InputError(_("this is no compiled gettext catalog"), path=path)
        _magic, revision, count, keys, texts, _hash_size, _hash = struct.unpack(
            f"{self._order}7I", head
        )
        if revision >> 16 > 1:
            raise InputError(
                _("the catalog has the unknown revision {major}.{minor}").format(
                    major=revision >> 16, minor=revision & 0xFFFF
                ),
                path=path,
            )
        self._count, self._keys, self._texts = count, keys, texts
        self._check_table(keys, count, 8)
        self._check_table(texts, count, 8)
        self.has_system_strings = bool(revision & 0xFFFF) and self._check_system_strings()

    def _check_table(self, offset: int, count: int, width: int) -> None:
        if offset + width * count > self._size:
            raise InputError(
                _("a table of strings lies outside the file"),
                path=self._path,
                why=_("{count} strings from byte {offset} on, of {size}").format(
                    count=count, offset=offset, size=self._size
                ),
                fix=_("The file is damaged: compile it again."),
            )

    def _check_system_strings(self) -> bool:
        """Whether there are strings that differ by system (``<PRIu64>``), whose tables a revision 0.1 has."""
        head = self._stream.read(20)
        if len(head) < 20:
            self._check_table(28, 20, 1)
        segments, at_segments, count, keys, texts = struct.unpack(f"{self._order}5I", head)
        self._check_table(at_segments, segments, 8)
        self._check_table(keys, count, 4)
        for table in (keys, texts):
            self._check_table(table, count, 4)
            for at in range(count):
                self._check_pieces(self._number(table + 4 * at), segments)
        return bool(count)

    def _check_pieces(self, place: int, segments: int) -> None:
        """Check a string that is put together: where it begins, then length and segment by turns, to the last."""
        offset = self._number(place)
        while True:
            place += 8
            length, segment = self._number(place - 4), self._number(place)
            self._check_table(offset, length, 1)
            offset += length
            if segment == _LAST_SEGMENT:
                return
            self._check_table(0 if segment < segments else self._size, segment + 1, 1)

    def _number(self, place: int) -> int:
        self._check_table(place, 1, 4)
        self._stream.seek(place)
        return int.from_bytes(self._stream.read(4), "little" if self._order == "<" else "big")

    def __iter__(self) -> Iterator[Message | GlossaryError]:
        """Yield the messages behind the header, and what is wrong; there are no lines, ``place_of`` tells where they stand."""
        for at in range(self._count):
            try:
                text = self._string(self._texts, at)
                key = self._string(self._keys, at)
            except InvalidError as error:
                yield error
                return
            if not key and at == 0:
                self._read_header(text)
                continue
            try:
                yield _message(key.decode(self.charset), text.decode(self.charset))
            except UnicodeDecodeError:
                yield InvalidError(
                    _("message {number} is not {charset}, as the header says").format(
                        number=at + 1, charset=self.charset
                    ),
                    why=self.place_of(key.decode(self.charset, "replace")),
                    path=self._path,
                    fix=_("Compile it again from a catalog whose header is right."),
                )

    def _string(self, table: int, at: int) -> bytes:
        self._stream.seek(table + 8 * at)
        length, offset = struct.unpack(f"{self._order}2I", self._stream.read(8))
        if offset + length > self._size or length > _STRING_LIMIT:
            raise InvalidError(
                _("string {number} lies outside the file").format(number=at + 1),
                why=_("{length} bytes from byte {offset} on, of {size}").format(
                    length=length, offset=offset, size=self._size
                ),
                fix=_("The file is damaged: compile it again."),
                path=self._path,
            )
        self._stream.seek(offset)
        self._offset = offset
        return self._stream.read(length)

    def place_of(self, msgid: str) -> str:
        """Return where the message stands that was read last."""
        return _("it is {msgid!r:.60}, at byte {offset}").format(msgid=msgid, offset=self._offset)

    def _read_header(self, text: bytes) -> None:
        self.fields = fields_of(text.decode("utf-8", "replace"))
        charset = self.fields.get("Content-Type", "").rpartition("charset=")[2].strip() or "UTF-8"
        if not text_codec(charset, like_ascii=True):
            raise InputError(
                _("the header names the unknown charset {name!r}").format(name=charset[:40]),
                path=self._path,
            )
        self.charset = charset


def _message(key: str, text: str) -> Message:
    context, mark, rest = key.rpartition("\x04")
    msgid, zero, plural = rest.partition("\0")
    return Message(
        msgid=msgid,
        msgstr=text.split("\0") if zero else [text],
        context=context if mark else None,
        plural=plural if zero else None,
    )
