"""The table of actions: documented, bound, and doable on the command line too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.actions import ACTIONS, Action, bindings
from tui.entry_pane import EntryPane
from tui.exports import ExportScreen
from tui.form import FormScreen
from tui.imports import ImportScreen
from tui.keymap_page import page
from tui.review import ReviewScreen
from tui.search import SearchScreen

ROOT = Path(__file__).parents[2]
COMMANDS = frozenset(
    "find lookup names show history add edit merge comment retire review undo explain import export drafts".split()
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


@pytest.mark.parametrize(
    ("place", "classes"),
    [
        ("search", (SearchScreen,)),
        ("entry", (EntryPane,)),
        ("form", (FormScreen,)),
        ("review", (ReviewScreen,)),
        ("files", (ImportScreen, ExportScreen)),
    ],
)
def test_every_bound_action_is_there(place: str, classes: tuple[type, ...]) -> None:
    for binding in bindings(place):
        method = binding.action.partition("(")[0]
        for each in classes:
            assert hasattr(each, f"action_{method}"), (each, method)
