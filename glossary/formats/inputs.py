"""Files as bytes, bytes as text: what can go wrong before a format is even asked.

    UTF-8, with or without a byte order mark            read
    UTF-16 with a byte order mark                       read
    GB 18030, Big5, UTF-16 without a mark, anything     refused, with a guess and how to convert it

Nothing is decoded on a guess: a wrong one would store nonsense that looks like Chinese.
"""

from __future__ import annotations

import codecs
import errno
import os

from glossary.errors import InputError
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

__all__ = [
    "SIZE_LIMIT",
    "check_content",
    "decode_text",
    "guess_encoding",
    "open_file",
    "read_file",
    "text_codec",
]

SIZE_LIMIT = 1024 * 1024 * 1024
"""The longest file read whole, in bytes; a million entries as JSON Lines have about 600 MB."""


def open_file(path: str) -> BinaryIO:
    """Return a file, opened for reading bytes.

    Args:
        path: The file.
    Raises:
        InputError: It is not there, is a folder, or may not be read.

    >>> open_file("no/such/file.yaml")
    Traceback (most recent call last):
    glossary.errors.InputError: no/such/file.yaml: there is no such file. Check the path.
    """
    if os.path.isdir(path):
        raise InputError(_("this is a folder, not a file"), path=path, fix=_("Name a file in it."))
    try:
        return open(path, "rb")
    except FileNotFoundError:
        raise InputError(_("there is no such file"), path=path, fix=_("Check the path.")) from None
    except PermissionError:
        raise InputError(
            _("the file may not be read"),
            path=path,
            fix=_("Ask its owner for permission to read it."),
        ) from None
    except (OSError, ValueError) as error:  # a NUL in a path is a ValueError
        code = errno.errorcode.get(getattr(error, "errno", None) or 0, "")
        raise InputError(
            _("the file cannot be read{code}").format(code=f" ({code})" if code else ""),
            path=path,
            why=getattr(error, "strerror", None) or str(error),
        ) from error


def check_content(head: bytes, path: str) -> None:
    """Refuse a file that holds nothing.

    Args:
        head: Its first bytes, or all of them.
        path: The file, for the message.
    Raises:
        InputError: It is empty.

    >>> check_content(b" ", "a.yaml")
    Traceback (most recent call last):
    glossary.errors.InputError: a.yaml: the file is empty. Give one with entries.
    """
    if not head.strip():
        raise InputError(_("the file is empty"), path=path, fix=_("Give one with entries."))


def read_file(path: str, *, limit: int = SIZE_LIMIT, may_be_empty: bool = False) -> bytes:
    """Return the bytes of a file.

    Args:
        path: The file.
        limit: The most bytes it may have.
        may_be_empty: Whether it is none the worse for holding nothing, as a text may.
    Raises:
        InputError: It is not there, is a folder, is empty, may not be read or is too long.

    >>> read_file("no/such/file.yaml")
    Traceback (most recent call last):
    glossary.errors.InputError: no/such/file.yaml: there is no such file. Check the path.
    """
    with open_file(path) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise InputError(
            _("the file is longer than {number} MB").format(number=limit // (1024 * 1024)),
            path=path,
            fix=_("Split it."),
        )
    if not may_be_empty:
        check_content(data, path)
    return data


def decode_text(data: bytes, path: str) -> str:
    """Return the text of a file, its byte order mark taken away.

    Args:
        data: All bytes of it.
        path: The file, for the message.
    Raises:
        InputError: It is neither UTF-8 nor UTF-16 with a mark; the message guesses what it is.

    >>> decode_text(b"\\xef\\xbb\\xbfabc", "a.yaml")
    'abc'
    >>> decode_text("河北省科学技术厅".encode("gb18030"), "a.yaml")
    Traceback (most recent call last):
    glossary.errors.InputError: a.yaml:1:1: the file is not UTF-8, it looks like GB 18030. \
Convert it, for example: iconv -f GB18030 -t UTF-8 a.yaml > new-a.yaml
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise _refusal(path, "UTF-32", "UTF-32", None)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise InputError(
                _("the file is UTF-16 but broken"),
                path=path,
                why=_("byte {number}").format(number=error.start + 1),
            ) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        place = (before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        raise _refusal(path, *guess_encoding(data), place) from None
    if "\0" in text[:1000]:
        guess = guess_encoding(data)
        if guess[0]:
            raise _refusal(path, *guess, None)
        before = text[: text.index("\0")]
        raise InputError(
            _("the line holds a NUL, as no text does"),
            path=path,
            line=before.count("\n") + 1,
            column=len(before) - before.rfind("\n"),
            fix=_("Give the file as text in UTF-8."),
        )
    return text


def _refusal(path: str, name: str, codec: str, place: tuple[int, int] | None) -> InputError:
    line, column = place or (None, None)
    what = (
        _("the file is not UTF-8, it looks like {name}").format(name=name)
        if name
        else _("the file is not UTF-8")
    )
    folder, base = os.path.split(path)
    target = os.path.join(folder, f"new-{base or 'file'}")
    fix = (
        _("Convert it, for example: iconv -f {codec} -t UTF-8 {path} > {target}").format(
            codec=codec, path=path, target=target
        )
        if codec
        else _("Save it as UTF-8.")
    )
    return InputError(what, path=path, line=line, column=column, fix=fix)


_NOTATIONS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"})
"""What Python counts among the encodings and no file of names is in: ways to write text within other text."""


def text_codec(name: str, *, like_ascii: bool = False) -> str:
    """Return Python's name of an encoding of text; empty where there is none of that name.

    Args:
        name: Its name, in any of the usual forms.
        like_ascii: Whether ASCII must be itself in it, as UTF-16 is not.

    >>> text_codec("GBK"), text_codec("UTF-16"), text_codec("hex"), text_codec("unicode_escape")
    ('gbk', 'utf-16', '', '')
    """
    try:
        found = codecs.lookup(name).name
        if "a".encode(found).decode(found) != "a" or (like_ascii and "a".encode(found) != b"a"):
            return ""
    except (LookupError, ValueError, UnicodeError):
        return ""
    return "" if found.replace("_", "-") in _NOTATIONS else found


def guess_encoding(data: bytes) -> tuple[str, str]:
    """Return what bytes that are not UTF-8 look like: a name for people, and one for ``iconv``.

    The share of characters in the frequent half of each standard decides between GB and Big5.

    Source: GB 2312-1980 (level 1 in rows 16-55), Big5-1984 (level 1 in A440-C67E).

    >>> guess_encoding("國立臺灣大學".encode("big5"))
    ('Big5', 'BIG5')
    """
    sample = data[:65536]
    zeros = sample.count(0)
    if zeros * 4 > len(sample):
        little = sample[1::2].count(0) > sample[::2].count(0)
        return (_("UTF-16 without a mark"), "UTF-16LE" if little else "UTF-16BE")
    if zeros:
        return ("", "")
    scores = {
        ("GB 18030", "GB18030"): _share(sample, "gb18030", "gb2312", (0xB0, 0xD7)),
        ("Big5", "BIG5"): _share(sample, "big5", "big5", (0xA4, 0xC6)),
    }
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] >= 0.5 else ("", "")


def _share(sample: bytes, codec: str, core: str, leads: tuple[int, int]) -> float:
    """Of the Han characters and of what is none at all, the share that is frequent in the standard."""
    text = sample.decode(codec, "replace")
    told = [char for char in text if "\u4e00" <= char <= "\u9fff" or char == "\ufffd"]
    frequent = 0
    for char in told:
        encoded = char.encode(core, "ignore")
        frequent += len(encoded) == 2 and leads[0] <= encoded[0] <= leads[1]
    return frequent / len(told) if told else 0.0
