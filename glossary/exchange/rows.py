"""Items of a file as rows of a spool, and back: what waits on the disk between reading and planning."""

from __future__ import annotations

from glossary.editing.adding import id_base
from glossary.formats.items import Correction
from glossary.formats.po_marks import Mark
from glossary.store.prepared import as_row, prepare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from glossary.formats.items import Item

    Row = tuple[Any, ...]
    """Line, column, then the parts of an item or of a correction."""

__all__ = ["correction_of", "correction_row", "item_row"]


def item_row(item: Item) -> Row:
    """Return an item, prepared, as a row; with what its id is to be made of where it has none of ours."""
    flags = (item.whole, item.keeps_id, item.says_kind)
    base = "" if item.keeps_id else id_base(item.entry.names)
    return (item.line, item.column, flags, as_row(prepare(item.entry)), base)


def correction_row(item: Correction) -> Row:
    """Return a correction as a row.

    >>> row = correction_row(Correction(entry_id="a", source="A", source_lang="en", target="甲",
    ...     target_lang="zh-Hans", sure=True, line=3))
    >>> correction_of(row).target, row[:2]
    ('甲', (3, 1))
    """
    said = (item.entry_id, item.source, item.source_lang, item.target, item.target_lang)
    besides = (item.note, item.kind, item.type)
    mark = tuple(item.mark) if item.mark else None
    return (item.line, item.column, (), said, besides, item.sure, mark)


def correction_of(row: Row) -> Correction:
    """Return what ``correction_row`` made a row of."""
    line, column, _flags, said, besides, sure, mark = row
    entry_id, source, source_lang, target, target_lang = said
    note, kind, name_type = besides
    return Correction(
        entry_id=entry_id,
        source=source,
        source_lang=source_lang,
        target=target,
        target_lang=target_lang,
        sure=sure,
        mark=Mark(*mark) if mark else None,
        note=note,
        kind=kind,
        type=name_type,
        line=line,
        column=column,
    )
