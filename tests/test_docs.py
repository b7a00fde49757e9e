"""The code on the documentation's pages runs and prints what the page says."""

from __future__ import annotations

import io
import re
import shutil
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

_BLOCK = re.compile(r"```(python|text)\n(.*?)```", re.DOTALL)


def test_recipes_print_what_the_page_says(
    root: Path,
    home: Path,
    shipped_file: Path,
    few_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (home / "data" / "zhengming").mkdir(parents=True)
    shutil.copy(shipped_file, home / "data" / "zhengming" / "glossary.db")
    shutil.copy(few_file, home / "desk.db")  # its events are all read
    page = (root / "docs" / "api.md").read_text(encoding="utf-8")
    blocks = _BLOCK.findall(page)
    monkeypatch.chdir(home)
    names: dict[str, object] = {}
    told = [language for language, _ in blocks]
    assert told == ["python", "text"] * 6
    for (_, code), (_, printed) in zip(blocks[::2], blocks[1::2], strict=True):
        out = io.StringIO()
        with redirect_stdout(out):
            exec(code, names)
        assert out.getvalue() == printed
