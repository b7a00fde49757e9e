"""The table of actions: documented, bound, and doable on the command line too."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

import tui
from tui.actions import ACTIONS, Action, action_of, bindings
from tui.app import ZhengmingApp
from tui.choice import Choice
from tui.compat import PromptInput
from tui.dialogs import AskText, Confirm, ShowText
from tui.entry_pane import EntryPane
from tui.exports import ExportScreen
from tui.filters import FilterPanel
from tui.form import FormScreen
from tui.help import HelpScreen
from tui.imports import ImportScreen
from tui.keymap_page import page
from tui.options import Options
from tui.palette import Commands
from tui.query import Query
from tui.queue_filters import QueueFilters
from tui.review import ReviewScreen
from tui.said import LineInput
from tui.search import SearchScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
COMMANDS = frozenset(
    "find lookup names show history add edit merge comment retire review undo explain import export drafts db".split()
)
"""Commands of DESIGN section 3 and of the issue that the UI's actions may name."""

EATEN = frozenset(f"ctrl+{letter}" for letter in "acdefkuvwxhijm")
"""Ctrl keys an input edits with, or that terminals send as other keys."""


def test_the_page_of_keys_is_what_the_table_says() -> None:
    assert (ROOT / "docs" / "keymap.md").read_text(encoding="utf-8") == page()


def test_ids_are_a_noun_and_a_verb_and_stand_once() -> None:
    ids = [action.id for action in ACTIONS]
    assert len(set(ids)) == len(ids)
    assert [each for each in ids if not re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)?", each)] == []


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_an_action_names_its_command_or_why_there_is_none(action: Action) -> None:
    assert bool(action.twin) != bool(action.view_only)
    for part in filter(None, action.twin.split(" / ")):
        words = part.split()
        assert words[0] == "zhengming"
        assert words[1] in COMMANDS or words[1] in ("--help", "--language")


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_keys_by_default_reach_the_app(action: Action) -> None:
    if action.where in ("search", "form", "files", "app"):
        assert not EATEN & set(action.keys)
        assert all(len(key) > 1 for key in action.keys)


def _screens_and_widgets() -> Iterator[type[DOMNode]]:
    """Every screen, widget and app of the terminal UI."""
    for found in pkgutil.iter_modules(tui.__path__):
        module = importlib.import_module(f"tui.{found.name}")
        for each in vars(module).values():
            is_ours = getattr(each, "__module__", "") == module.__name__
            if is_ours and isinstance(each, type) and issubclass(each, DOMNode):
                yield each


def test_every_binding_has_an_id_by_which_its_key_can_be_changed() -> None:
    found = list(_screens_and_widgets())
    assert {SearchScreen, EntryPane, AskText, Options, Commands} <= set(found)
    fixed = set()
    for each in found:
        for key, bound in each._merge_bindings().key_to_bindings.items():
            if issubclass(each, (Screen, App)) or getattr(each, "can_focus", False):
                fixed |= {(key, b.action) for b in bound if not action_of(b.id or "")}
    assert fixed == {
        # ^C: Textual's, to copy what the mouse marked; with nothing marked the app says how to leave
        ("ctrl+c", "screen.copy_text"),
        ("super+c", "screen.copy_text"),
        ("ctrl+c", "help_quit"),
        # what has one field or none, so that they lead nowhere
        ("tab", "app.focus_next"),
        ("shift+tab", "app.focus_previous"),
    }


@pytest.mark.parametrize(
    ("place", "classes"),
    [
        ("search", (SearchScreen,)),
        ("entry", (EntryPane,)),
        ("form", (FormScreen,)),
        ("review", (ReviewScreen,)),
        ("files", (ImportScreen, ExportScreen)),
        ("fields", (ZhengmingApp,)),
        ("choice", (Choice,)),
        ("text", (Query, PromptInput, LineInput)),
        ("panel", (FilterPanel, QueueFilters)),
        ("question", (Confirm,)),
        ("answer", (AskText,)),
        ("shown", (ShowText,)),
        ("help", (HelpScreen,)),
    ],
)
def test_every_bound_action_is_there(place: str, classes: tuple[type, ...]) -> None:
    for binding in bindings(place):
        target, _dot, method = binding.action.partition("(")[0].rpartition(".")
        for each in (ZhengmingApp,) if target == "app" else classes:
            assert hasattr(each, f"action_{method}"), (each, method)
