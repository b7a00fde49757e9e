"""Messages written: new catalogs as they are made, catalogs that are there brought up to date, rows for a MO."""

from __future__ import annotations

from glossary.formats.mo import mo_row
from glossary.formats.po_headers import compiled_header, fields_of, header_text
from glossary.formats.po_messages import Message, message_text, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from glossary.formats.spools import Spool

    Made = tuple[str, str | None, str, str, bool, list[str]]
    """msgid, context, entry's id, msgstr, whether it is fuzzy, comments."""

__all__ = ["compiled_rows", "update_messages", "write_messages"]

_BLOCK_MESSAGES = 500


def write_messages(
    fields: dict[str, str],
    made: Iterable[Made],
    stream: BinaryIO,
    compiled: Spool | None = None,
    *,
    template: bool = False,
) -> None:
    """Write a new catalog.

    Args:
        fields: Those of the header.
        made: The messages.
        stream: Where to write.
        compiled: Where to put what a MO is to have.
        template: Whether it is one; its header is fuzzy then, as gettext's tools expect.

    >>> from io import BytesIO
    >>> stream = BytesIO()
    >>> write_messages({"Language": "zh_CN"}, [("A", None, "a", "甲", True, ["body"])], stream)
    >>> print(stream.getvalue().decode(), end="")
    msgid ""
    msgstr "Language: zh_CN\\n"
    <BLANKLINE>
    #. body
    #: a
    #, fuzzy
    msgid "A"
    msgstr "甲"
    """
    flag = "#, fuzzy\n" if template else ""
    header = header_text(fields)
    stream.write(f"{flag}{quoted('msgid', '')}{quoted('msgstr', header)}".encode())
    if compiled is not None:
        compiled.put((b"", compiled_header(fields).encode()))
    block: list[str] = []
    for each in made:
        block.append(_made_text(each))
        if compiled is not None and each[3] and not each[4]:
            compiled.put(_row(each))
        if len(block) == _BLOCK_MESSAGES:
            stream.write("".join(block).encode())
            block.clear()
    stream.write("".join(block).encode())


def _made_text(made: Made) -> str:
    """A message with the blank line before it; the same as ``message_text`` of it, in less time."""
    msgid, context, entry_id, text, fuzzy, comments = made
    said = "\n#. ".join(comments)
    before = f"\n#. {said}\n#: {entry_id}\n" if said else f"\n#: {entry_id}\n"
    if fuzzy:
        before += "#, fuzzy\n"
    if context is not None:
        before += quoted("msgctxt", context)
    return before + quoted("msgid", msgid) + quoted("msgstr", text)


def _row(made: Made) -> tuple[bytes, bytes]:
    msgid, context = made[0], made[1]
    key = msgid if context is None else f"{context}\x04{msgid}"
    return key.encode(), made[3].encode()


def compiled_rows(fields: dict[str, str], made: Iterable[Made]) -> Iterator[tuple[bytes, bytes]]:
    """Yield what a MO has of a catalog: its header, and what is translated and not fuzzy.

    >>> list(compiled_rows({}, [("A", None, "a", "甲", False, []), ("B", None, "b", "乙", True, [])]))[1:]
    [(b'A', b'\\xe7\\x94\\xb2')]
    """
    yield b"", compiled_header(fields).encode()
    for each in made:
        if each[3] and not each[4]:
            yield _row(each)


def update_messages(
    existing: BinaryIO,
    path: str,
    fields: dict[str, str],
    made: Iterable[Made],
    stream: BinaryIO,
    compiled: Spool | None = None,
) -> int:
    """Write a catalog that is there, brought up to date.

    Args:
        existing: The catalog as it is, opened for bytes.
        path: Its name, for messages.
        fields: The header a new one would have.
        made: What the glossary says.
        stream: Where to write.
        compiled: Where to put what a MO is to have.
    Returns:
        How many translations people made were kept although the glossary says otherwise.
    Raises:
        InputError: What is there is no sound catalog.
    """
    from glossary.formats.po_updating import Catalog

    with Catalog(existing, path) as catalog:
        first = True
        for message in catalog.update(made, fields):
            text = message_text(message)
            stream.write((text if first else f"\n{text}").encode())
            if compiled is not None and first:
                compiled.put((b"", compiled_header(fields_of(message.msgstr[0])).encode()))
            elif compiled is not None and _is_compiled(message):
                compiled.put(mo_row(message))
            first = False
        return catalog.kept


def _is_compiled(message: Message) -> bool:
    return message.translated and not message.fuzzy and not message.obsolete
