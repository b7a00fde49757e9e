"""A disk without room is told as full, whatever SQLite calls it; one that failed is not."""

from __future__ import annotations

import shutil
import sqlite3
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from glossary.errors import StoreError
from glossary.store.failures import explained

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("free", "told"), [(0, "the disk is full"), (10**9, "the disk failed")])
def test_an_io_error_is_told_by_the_room_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, told: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    with (
        pytest.raises(StoreError, match=f"{told}: disk I/O error"),
        explained(str(tmp_path / "a.db")),
    ):
        raise sqlite3.OperationalError("disk I/O error")
