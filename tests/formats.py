"""Reading and writing a format in memory, for the tests of formats."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.formats.interface import Input
from glossary.formats.items import Item
from glossary.formats.options import Options
from glossary.formats.outputs import Output
from glossary.formats.registry import get_format
from glossary.model.records import from_record
from tests.processes import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.formats.ledgers import Ledger
    from glossary.model.entries import Entry

__all__ = ["DAY", "PEERFILES", "SCHEMAS", "Reading", "entry", "read", "write"]

DAY = "2026-11-25"
_DATA = ROOT.parent / "shared" / "data"
PEERFILES = _DATA / "peerfiles"
"""Files of other programs; not there on a user's machine."""
SCHEMAS = _DATA / "tbx-schemas"
"""The published schemas of TBX; not there on a user's machine."""


class Reading:
    """What a file gave: items, problems, warnings, ledger."""

    def __init__(self, name: str, data: bytes, path: str, options: dict[str, object]) -> None:
        chosen = get_format(name, to="read")
        file = Input(io.BytesIO(data), path, Options(chosen.reading, options, name), day=DAY)
        self.items: list[Item] = []
        self.problems: list[str] = []
        for read_ in chosen.read(file):
            if isinstance(read_, Item):
                self.items.append(read_)
            else:
                self.problems.append(str(read_))
        self.warnings = [str(each) for each in file.warnings]
        self.ledger = file.ledger

    @property
    def entries(self) -> list[Entry]:
        """The entries of the items."""
        return [item.entry for item in self.items]

    @property
    def told(self) -> set[tuple[str, str, int]]:
        """The ledger: field, fate, count."""
        return {(line.field, line.fate.value, line.count) for line in self.ledger}


def read(name: str, data: bytes | str | Path, path: str = "", **options: object) -> Reading:
    """Read bytes, text or a file in a format."""
    if isinstance(data, Path):
        return Reading(name, data.read_bytes(), path or data.name, options)
    return Reading(name, data.encode() if isinstance(data, str) else data, path or "x", options)


def write(
    name: str, entries: Iterable[Entry | tuple[Entry, str]], **options: object
) -> tuple[bytes, Ledger]:
    """Return entries in a format, and the ledger; those that come alone are approved."""
    chosen = get_format(name, to="write")
    stream = io.BytesIO()
    pairs = [each if isinstance(each, tuple) else (each, "approved") for each in entries]
    with Output(stream, Options(chosen.writing, options, name), day=DAY) as file:
        chosen.write(iter(pairs), file)
    return stream.getvalue(), file.ledger


def entry(**fields: object) -> Entry:
    """Return an entry of a record; id and kind may be left out."""
    return from_record({"id": "a", "kind": "body", **fields})
