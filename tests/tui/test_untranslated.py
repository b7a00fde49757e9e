"""Every word on every screen is of the reader's language, but for what is stored, typed, or a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.pseudo import pseudo_language, untranslated
from tests.tui.driving import drive, press, said, screen_text, type_text

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.glossary import Glossary
    from tests.tui.driving import Driven

DATA = (
    "Zhengming Ministry of Science and Technology Silly Walks Administrative Affairs Education State Council",
    "seen on television kai lin mei lawful science walks all kind body law status zzzz",
    "Kēxué Jìshùbù Yú Bùbù Xíngzhèng Shìwùbù Jiàoyùbù Guówùyuàn Héběi Shěng Tiānjīn Shì",
    "Hans csv yaml git",
)


def _check(glossary: Glossary, *steps: tuple[str, ...], size: tuple[int, int]) -> None:
    """Look for English words after each step: keys pressed, or one text typed after ``:``."""

    async def scenario(pilot: Driven) -> None:
        for step in ((), *steps):
            if step and step[0] == ":":
                await type_text(pilot, step[1])
            elif step:
                await press(pilot, *step)
            shown = f"{screen_text(pilot)}\n{said(pilot)}"
            assert untranslated(shown, DATA) == [], (step, shown)

    with pseudo_language():
        drive(glossary, scenario, size=size)


def test_no_word_of_the_search_is_left_in_english(small: Glossary) -> None:
    small.retire("state-council", by="lin", why="shipped with Zhengming")
    small.undo(by="lin")
    found = (":", "science")
    windows = (("f5",), ("ctrl+g",), ("ctrl+n",), ("ctrl+y",), ("ctrl+p",), ("ctrl+r",))
    _check(
        small,
        *(("f1",), ("escape",), found, ("enter",), ("f1",), ("escape", "escape"), ("f9",)),
        *(step for keys in windows for step in (keys, ("escape",))),
        *(("ctrl+u",), (":", "status:all kind:body walks"), ("ctrl+u",), (":", "zzzz kind:body")),
        size=(120, 48),
    )


def test_no_word_of_form_and_review_is_left_in_english(small: Glossary) -> None:
    _check(
        small,
        *(("f2",), ("f1",), ("escape",), ("down",), ("f9",), ("f8",), ("f7",), ("ctrl+s",)),
        *(("escape",), (":", "science"), ("f3",), ("ctrl+s",), ("escape",)),
        *(("f4",), ("f1",), ("escape",), ("f5",), ("escape",), ("r",), ("enter",), ("escape",)),
        *(("down",), ("space", "a"), ("y",), ("u",)),
        size=(120, 48),
    )


def test_no_word_of_import_and_export_is_left_in_english(small: Glossary, tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("en,zh-Hans\nSilly Law,愚法\n", encoding="utf-8")
    _check(
        small,
        *(("ctrl+o",), (":", str(rows)), ("f5",), ("f1",), ("escape",), ("ctrl+s",), ("escape",)),
        *(("ctrl+s",), ("f1",), ("escape",), ("ctrl+s",), ("escape",)),
        size=(120, 48),
    )
