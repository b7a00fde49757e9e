"""A YAML file taken in as it is read: its entries one after another, so that none but the one at hand is held.

A file is gone through twice: once to see that it is text throughout, as a parser would only tell half way, and once by the parser.
"""

from __future__ import annotations

import codecs

from glossary.errors import InputError
from glossary.formats.inputs import check_content, decode_text
from glossary.formats.yaml_nodes import UNPRINTABLE, iter_parts, parse_yaml
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from glossary.errors import InvalidError
    from glossary.formats.yaml_nodes import YamlNode

__all__ = ["PART_LIMIT", "YamlFile"]

PART_LIMIT = 16 * 1024 * 1024
"""The longest entry, and the most that may stand before the first one, in characters."""
_CHUNK = 65536
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class YamlFile:
    """A YAML file whose entries are asked for one by one.

    Args:
        stream: The file, opened for bytes; it is sought in.
        path: Its name, for the messages.
    Attributes:
        problems: What is wrong with it as YAML, in the order it was come to.
        root: What is outermost: without its entries, as far as it is read.
        is_whole: Whether it was read to its end.
    Raises:
        InputError: It is empty, or in another encoding than UTF-8 or UTF-16 with a mark.

    >>> import io
    >>> file = YamlFile(io.BytesIO(b"sources: {}\\nentries:\\n- id: a\\n- id: b\\n"), "x.yaml")
    >>> [entry.plain() for entry in file.entries()], file.root.plain()
    ([{'id': 'a'}, {'id': 'b'}], {'sources': {}, 'entries': []})
    """

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self._stream, self._path = stream, path
        self.problems: list[InvalidError] = []
        self.root: YamlNode | None = None
        self.is_whole = False
        stream.seek(0)
        head = stream.read(_CHUNK)
        check_content(head, path)
        self._codec = "utf-16" if head.startswith(_WIDE) else "utf-8-sig"
        self._is_text = self._check()

    def _check(self) -> bool:
        """Whether all of it is text; a character that may not stand in YAML is put with the problems.

        Raises:
            InputError: It is in another encoding.
        """
        decoder = codecs.getincrementaldecoder(self._codec)()
        self._stream.seek(0)
        while True:
            data = self._stream.read(_CHUNK)
            try:
                text = decoder.decode(data, not data)
                if not UNPRINTABLE.search(text):
                    if not data:
                        return True
                    continue
            except UnicodeDecodeError:
                pass
            end = self._stream.tell()
            self._stream.seek(0)
            _root, problems = parse_yaml(
                decode_text(self._stream.read(end), self._path), self._path
            )
            self.problems += problems[:1]
            return False

    def entries(self) -> Iterator[YamlNode]:
        """Yield the entries, and what is wrong with them to the problems before each."""
        if not self._is_text:
            return
        text = _Text(self._stream, self._codec, self._path)
        for root, entry in iter_parts(text, self._path, self.problems):
            self.root = root
            if entry is not None:
                yield entry
                text.begin()
            else:
                self.is_whole = True

    def sources(self) -> YamlNode | None:
        """Return what stands under ``sources``; where that is not come to yet, the file is gone through for it."""
        found = _sources_of(self.root)
        if found is not None or self.is_whole:
            return found
        text = _Text(self._stream, self._codec, self._path)
        for root, _entry in iter_parts(text, self._path, []):
            text.begin()
            found = _sources_of(root)
        return found


def _sources_of(root: YamlNode | None) -> YamlNode | None:
    value = root.value if root is not None else None
    return value.get("sources") if isinstance(value, dict) else None


class _Text:
    """A file as text in pieces, for a parser; others may read the file meanwhile."""

    def __init__(self, stream: BinaryIO, codec: str, path: str) -> None:
        self._stream, self._path = stream, path
        self._decoder = codecs.getincrementaldecoder(codec)()
        self._place = self._length = 0

    def begin(self) -> None:
        """Take note that a new part begins about here."""
        self._length = 0

    def read(self, size: int = _CHUNK) -> str:
        """Return a further piece; an empty one at the end.

        Raises:
            InputError: A part is too long.
        """
        self._stream.seek(self._place)
        data = self._stream.read(size)
        self._place = self._stream.tell()
        text = self._decoder.decode(data, not data)
        if data and not text:  # half a character
            return self.read(size)
        self._length += len(text)
        if self._length > PART_LIMIT:
            raise InputError(
                _("what begins here is longer than {number} MB").format(
                    number=PART_LIMIT // (1024 * 1024)
                ),
                path=self._path,
                fix=_("Split it."),
            )
        return text
