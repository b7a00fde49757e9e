"""``python -m tests.tui.screenshots [FOLDER]``: the pictures of the README, out of the real app on what is shipped.

The clock stands still and the person is mei, so that the same program and the same entries give the same pictures.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from dataclasses import replace
from typing import TYPE_CHECKING

os.environ.update(TZ="UTC", LANG="C.UTF-8", LC_ALL="C.UTF-8", LANGUAGE="", ZHENGMING_LANGUAGE="en")

from textual.widgets import Input

import glossary.store.events as events
from glossary import Glossary
from glossary.model.names import Evidence, Name, NameType
from tests.tui.driving import press, settle, type_text
from tests.tui.pictures import picture
from tui.app import ZhengmingApp
from tui.clock import set_clock
from tui.keymap import Config

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.tui.driving import Driven

NOON = 1_795_608_000  # 2026-11-25, 12:00 UTC
SIZE = (110, 30)
FOLDER = os.path.join("docs", "screenshots")


async def _search(pilot: Driven) -> None:
    await type_text(pilot, "kexue jishu bu")


async def _chinese(pilot: Driven) -> None:
    assert isinstance(pilot.app, ZhengmingApp)
    pilot.app.speak("zh_CN")
    await type_text(pilot, "国家安全部")
    await press(pilot, "enter")


async def _composed(pilot: Driven) -> None:
    await type_text(pilot, "Zhengding County Education Bureau")


async def _form(pilot: Driven) -> None:
    await type_text(pilot, "正定县体育局")
    await press(pilot, "f2")


async def _review(pilot: Driven) -> None:
    assert isinstance(pilot.app, ZhengmingApp)
    glossary = pilot.app.glossary
    shown = glossary.get("ministry-of-science-and-technology")
    spelt = Name(text="MoST", lang="en", type=NameType.VARIANT, evidence=Evidence.UNSOURCED)
    changed = replace(shown.entry, names=(*shown.entry.names, spelt))
    glossary.edit(changed, base=shown.revision, by="kai", why="so spelt in our client's reports")
    await press(pilot, "f4")
    await press(pilot, "pagedown")


SCREENS: dict[str, tuple[str, Callable[[Driven], Awaitable[None]]]] = {
    "search": (
        "Search: pinyin finds the ministry, with what it is not to be confused with",
        _search,
    ),
    "composed": (
        "A name no list holds, composed with its steps, and said to be composed",
        _composed,
    ),
    "form": ("A composed name in the form, to be checked and proposed", _form),
    "review": ("The review queue, what is proposed beside what is approved", _review),
    "chinese": ("The same screens in Chinese", _chinese),
}


async def _take(glossary: Glossary, state: str, name: str) -> str:
    title, steps = SCREENS[name]
    app = ZhengmingApp(glossary, config=Config(signs="unicode"), state=os.path.join(state, name))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await steps(pilot)
        for field in app.screen.query(Input):
            field.cursor_blink = False
        await settle(pilot)
        shown = picture(app, title)
        app.speak("en")
    return shown


def main(folder: str) -> None:
    """Write every picture into a folder."""
    if hasattr(time, "tzset"):
        time.tzset()
    set_clock(lambda: NOON)
    events.now = lambda: "2026-11-24T12:00:00.000000Z"
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        for name in SCREENS:
            with Glossary.open(os.path.join(place, f"{name}.db"), user="mei") as glossary:
                shown = asyncio.run(_take(glossary, place, name))
            with open(os.path.join(folder, f"{name}.svg"), "w", encoding="utf-8") as stream:
                stream.write(shown)
            print(os.path.join(folder, f"{name}.svg"))  # noqa: T201  a developer's command


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else FOLDER)
