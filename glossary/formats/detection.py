"""Which format a file is in, by what is in it; its name decides only what the content leaves open.

Every format that can be read says how sure it is (``Format.detect``). What is none of them is refused by name, where
its first bytes are known.
"""

from __future__ import annotations

from glossary.errors import InputError
from glossary.formats.inputs import decode_text
from glossary.formats.interface import HEAD_BYTES, Head
from glossary.formats.registry import iter_formats
from glossary.i18n import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.formats.interface import Format

__all__ = ["detect_format", "find_reader"]

_SIGNATURES = (
    (b"PK\x03\x04", N_("a zip archive or an office document")),
    (b"SQLite format 3\0", N_("a SQLite database")),
    (b"\x1f\x8b", N_("a gzip archive")),
    (b"BZh", N_("a bzip2 archive")),
    (b"\xfd7zXZ", N_("an xz archive")),
    (b"%PDF-", N_("a PDF")),
    (b"\xd0\xcf\x11\xe0", N_("an old office document")),
    (b"version https://git-lfs", N_("a pointer of Git LFS, not the file itself")),
    (b"\x89PNG", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"\xde\x12\x04\x95", N_("a compiled gettext catalog")),
    (b"\x95\x04\x12\xde", N_("a compiled gettext catalog")),
)


def find_reader(data: bytes, path: str) -> Format:
    """Return the format that a file is in.

    Args:
        data: The file, or its beginning, ``HEAD_BYTES`` or all of it.
        path: The file, for messages, and to decide what the content leaves open.
    Raises:
        InputError: It is none that can be read, or could be several.
    """
    head = Head(data, path)
    found = sorted(
        (
            (each.detect(head), head.has_extension(*each.extensions), at, each)
            for at, each in _readers()
        ),
        key=lambda row: (-row[0], not row[1], row[2]),
    )
    best = found[0]
    if not best[0]:
        raise _refusal(data, path)
    rivals = [each for sure, named, _at, each in found if (sure, named) == best[:2]]
    if len(rivals) > 1:
        names = ", ".join(each.name for each in rivals)
        raise InputError(
            _("the file may be any of these: {names}").format(names=names),
            path=path,
            fix=_("Say what it is with --format."),
        )
    return best[3]


def _readers() -> list[tuple[int, Format]]:
    return list(enumerate(iter_formats(to="read")))


def detect_format(data: bytes, path: str) -> str:
    """Return the name of the format that a file is in; see ``find_reader``.

    >>> detect_format(b'{"id": "a", "kind": "term"}', "names.txt")
    'jsonl'
    >>> detect_format(b"entries:\\n- id: a\\n", "names.txt")
    'yaml'
    >>> detect_format(b"%PDF-1.7", "names.txt")
    Traceback (most recent call last):
    glossary.errors.InputError: names.txt: this is a PDF. Give a file of names: see 'zhengming import --help'.
    """
    return find_reader(data, path).name


def _refusal(data: bytes, path: str) -> InputError:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return InputError(
                _("this is {name}").format(name=_(name)),
                path=path,
                fix=_("Give a file of names: see 'zhengming import --help'."),
            )
    if not data.strip():
        return InputError(_("the file is empty"), path=path, fix=_("Give one with entries."))
    cut = data if len(data) < HEAD_BYTES else data[: data.rfind(b"\n", 0, HEAD_BYTES) + 1] or data
    if not decode_text(cut, path).strip():
        return InputError(_("the file is empty"), path=path, fix=_("Give one with entries."))
    head = Head(data, path)
    line, column = head.root_place
    return InputError(
        _("this is in no format that can be read"),
        path=path,
        line=line or None,
        column=column or None,
        why=_("its root is <{name}>").format(name=head.root) if head.root else "",
        fix=_("Say what it is with --format."),
    )
