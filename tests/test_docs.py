"""The code on the documentation's pages runs and prints what the page says."""

from __future__ import annotations

import io
import re
import shutil
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

from glossary import Glossary

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

_INNER = {
    "composed",
    "composed_answers",
    "name_grammar",
    "named",
    "not_words",
    "numbered",
    "of_their_own",
}
"""What the parts of the facade ask of each other."""
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


def test_the_page_of_the_architecture_names_all_a_glossary_does(root: Path) -> None:
    page = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    listed = page.partition("* questions:")[2].partition("Types a face names")[0]
    public = {name for name in dir(Glossary) if not name.startswith("_")} - _INNER
    assert sorted(re.findall(r"`(\w+)`", listed)) == sorted(public)
