"""Reading a file with a format, for tests."""

from __future__ import annotations

import io

from glossary.errors import GlossaryError, InputError
from glossary.formats.interface import Input
from glossary.formats.items import Item
from glossary.formats.options import Options
from glossary.formats.registry import get_format

__all__ = ["names_of", "read_items", "read_with"]


def read_with(
    name: str, data: bytes, path: str = "x", **options: str
) -> tuple[list[Item], list[str], Input]:
    """The items of a file, its problems as text, and the file with its ledger and warnings."""
    chosen = get_format(name)
    file = Input(io.BytesIO(data), path, Options(chosen.reading, options, name), day="2026-11-25")
    items: list[Item] = []
    problems: list[str] = []
    try:
        for read in chosen.read(file):
            if isinstance(read, Item):
                items.append(read)
            elif isinstance(read, GlossaryError):
                problems.append(str(read.at(path)))
    except InputError as error:
        problems.append(str(error.at(path)))
    return items, problems, file


def read_items(name: str, data: bytes, **options: str) -> list[Item]:
    """The items of a file without problems."""
    items, problems, _file = read_with(name, data, **options)
    assert problems == []
    return items


def names_of(items: list[Item]) -> list[list[tuple[str, str]]]:
    """Language and text of the names of each item."""
    return [[(each.lang, each.text) for each in item.entry.names] for item in items]
