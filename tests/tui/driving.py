"""Driving the real app by keys on a real file; a test waits until nothing is asked or due, never for a time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.events import Key

from tui.app import ZhengmingApp
from tui.leaflet import Leaflet

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from glossary.glossary import Glossary
    from tui.keymap import Config

    Driven = Pilot[None]

__all__ = [
    "SIZES",
    "drive",
    "notice",
    "press",
    "said",
    "screen_text",
    "settle",
    "type_text",
    "wait_for",
]

SIZES = ((60, 20), (100, 30), (200, 60))

_NAMED = {" ": "space", ":": "colon", "-": "minus", "(": "left_parenthesis", "/": "slash"}


FRAME_S = 0.02
"""A little longer than Textual takes between two paintings."""


async def settle(pilot: Driven) -> None:
    """Wait until the screen in front asks nothing more and has painted what came."""
    for _ in range(3000):
        await pilot.pause(FRAME_S)
        busy = any(not worker.is_finished for worker in pilot.app.workers)
        if not busy and getattr(pilot.app.screen, "is_settled", True):
            await pilot.pause(FRAME_S)
            if getattr(pilot.app.screen, "is_settled", True):
                return


async def press(pilot: Driven, *keys: str) -> None:
    """Press keys and wait until the app has answered."""
    await pilot.press(*keys)
    await settle(pilot)


async def type_text(pilot: Driven, text: str) -> None:
    """Type a text as fast as a terminal delivers it, and wait until the app has answered."""
    for character in text:
        pilot.app.post_message(Key(_NAMED.get(character, character), character))
    await settle(pilot)


def drive(
    glossary: Glossary,
    scenario: Callable[[Driven], Awaitable[None]],
    *,
    size: tuple[int, int] = (120, 32),
    config: Config | None = None,
    state: str = "",
) -> None:
    """Run the app on a glossary and do what a person would do.

    Args:
        glossary: The glossary.
        scenario: What is done, given the pilot.
        size: Columns and lines.
        config: Keys, theme and signs.
        state: Folder for recent searches; beside the database by default.
    """

    async def run() -> None:
        app = ZhengmingApp(glossary, config=config, state=state or f"{glossary.path}.state")
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            await scenario(pilot)

    asyncio.run(run())


def screen_text(pilot: Driven) -> str:
    """Return what stands on the screen, line by line."""
    app = pilot.app
    lines = []
    for strip in app.screen._compositor.render_strips():
        lines.append("".join(segment.text for segment in strip).rstrip())
    return "\n".join(lines)


def notice(pilot: Driven) -> str:
    """Return what the search says where the hits would be."""
    return pilot.app.screen.query_one(Leaflet).text


def said(pilot: Driven) -> str:
    """Return what was said in passing, a line each."""
    return "\n".join(each.message for each in pilot.app._notifications)


async def wait_for(pilot: Driven, text: str) -> None:
    """Wait until a text stands on the screen, whatever else is still asked."""
    for _ in range(3000):
        if text in screen_text(pilot):
            return
        await pilot.pause(FRAME_S)
    raise AssertionError(f"{text!r} never came: {screen_text(pilot)}")
