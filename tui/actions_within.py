"""The actions within a part of a screen: a field, a choice, a list, a question, a panel, and the palette."""

from __future__ import annotations

from tui.action import MOVES, SHOWS, Action
from tui.words import N_

__all__ = ["WITHIN"]

_EDITS = "edits the text of a field"


def _within(
    where: str,
    identity: str,
    keys: tuple[str, ...],
    method: str,
    title: str,
    view_only: str = MOVES,
    *,
    goes_first: bool = False,
) -> Action:
    """An action the footer has no room for; its title says all."""
    return Action(
        id=identity,
        where=where,
        method=method,
        title=title,
        help="",
        keys=keys,
        view_only=view_only,
        show=False,
        goes_first=goes_first,
    )


WITHIN = (
    # between fields
    _within("fields", "field.next", ("tab",), "app.focus_next", N_("to the next field")),
    _within(
        "fields", "field.previous", ("shift+tab",), "app.focus_previous", N_("to the field before")
    ),
    # one of a few, in one line
    _within("choice", "choice.next", ("right",), "step(1)", N_("the next value"), SHOWS),
    _within("choice", "choice.previous", ("left",), "step(-1)", N_("the value before"), SHOWS),
    _within("choice", "choice.list", ("space", "enter"), "list", N_("show all values"), SHOWS),
    # what a field offers
    _within(
        "offers", "offer.take", ("enter",), "take", N_("take the first that is offered"), _EDITS
    ),
    _within("offers", "offer.list", ("down",), "offer", N_("show all that is offered"), SHOWS),
    # a panel of filters
    _within(
        "panel",
        "panel.take",
        ("enter", "f5", "ctrl+s"),
        "take",
        N_("take what is chosen"),
        SHOWS,
        goes_first=True,
    ),
    _within("panel", "panel.clear", ("ctrl+y",), "clear", N_("clear all"), SHOWS, goes_first=True),
    _within("panel", "panel.next", ("down",), "app.focus_next", N_("to the line below")),
    _within("panel", "panel.previous", ("up",), "app.focus_previous", N_("to the line above")),
    _within("panel", "panel.leave", ("escape",), "leave", N_("change nothing")),
    # a question, a line that is asked for, one of several, a text shown
    _within("question", "question.agree", ("enter", "y"), "answer(True)", N_("yes"), "answers"),
    _within("question", "question.decline", ("escape", "n"), "answer(False)", N_("no"), "answers"),
    _within("question", "question.scroll-down", ("down",), "scroll(1)", N_("a line down")),
    _within("question", "question.scroll-up", ("up",), "scroll(-1)", N_("a line up")),
    _within("answer", "answer.take", ("enter",), "take", N_("take what stands there"), "answers"),
    _within("answer", "answer.leave", ("escape",), "leave", N_("answer nothing"), "answers"),
    _within("option", "option.take", ("enter",), "select", N_("take this one"), "answers"),
    _within("option", "option.leave", ("escape",), "screen.leave", N_("take none"), "answers"),
    _within("option", "option.next", ("down",), "cursor_down", N_("a line down")),
    _within("option", "option.previous", ("up",), "cursor_up", N_("a line up")),
    _within("option", "option.page-down", ("pagedown",), "page_down", N_("a page down")),
    _within("option", "option.page-up", ("pageup",), "page_up", N_("a page up")),
    _within("option", "option.first", ("home",), "first", N_("to the first")),
    _within("option", "option.last", ("end",), "last", N_("to the last")),
    _within("shown", "shown.close", ("escape", "enter"), "leave", N_("close"), goes_first=True),
    # help
    _within("help", "help.close", ("escape", "enter", "q"), "leave", N_("close")),
    _within("help", "help.scroll-down", ("down", "j"), "scroll(1)", N_("a line down")),
    _within("help", "help.scroll-up", ("up", "k"), "scroll(-1)", N_("a line up")),
    _within("help", "help.page-down", ("pagedown", "space"), "scroll(12)", N_("a page down")),
    _within("help", "help.page-up", ("pageup",), "scroll(-12)", N_("a page up")),
    # the palette
    _within("palette", "palette.close", ("escape",), "escape", N_("close")),
    _within("palette", "command.next", ("down",), "cursor_down", N_("a line down")),
    _within("palette", "command.previous", ("up",), "command_list('cursor_up')", N_("a line up")),
    _within(
        "palette",
        "command.page-down",
        ("pagedown",),
        "command_list('page_down')",
        N_("a page down"),
    ),
    _within("palette", "command.page-up", ("pageup",), "command_list('page_up')", N_("a page up")),
    _within(
        "palette",
        "command.first",
        ("ctrl+home", "shift+home"),
        "command_list('first')",
        N_("to the first"),
    ),
    _within(
        "palette",
        "command.last",
        ("ctrl+end", "shift+end"),
        "command_list('last')",
        N_("to the last"),
    ),
    # the text of a field
    _within("text", "text.left", ("left",), "cursor_left", N_("a character to the left")),
    _within("text", "text.right", ("right",), "cursor_right", N_("a character to the right")),
    _within("text", "word.left", ("ctrl+left",), "cursor_left_word", N_("a word to the left")),
    _within("text", "word.right", ("ctrl+right",), "cursor_right_word", N_("a word to the right")),
    _within("text", "text.begin", ("home", "ctrl+a"), "home", N_("to the beginning")),
    _within("text", "text.end", ("end", "ctrl+e"), "end", N_("to the end")),
    _within(
        "text",
        "text.delete-left",
        ("backspace",),
        "delete_left",
        N_("delete the character before"),
        _EDITS,
    ),
    _within(
        "text",
        "text.delete-right",
        ("delete", "ctrl+d"),
        "delete_right",
        N_("delete the character under the caret"),
        _EDITS,
    ),
    _within(
        "text",
        "word.delete-left",
        ("ctrl+w",),
        "delete_left_word",
        N_("delete the word before"),
        _EDITS,
    ),
    _within(
        "text",
        "word.delete-right",
        ("ctrl+backspace", "alt+backspace"),
        "delete_right_word",
        N_("delete the word behind"),
        _EDITS,
    ),
    _within(
        "text",
        "text.delete-before",
        ("ctrl+u", "super+backspace"),
        "delete_left_all",
        N_("delete all before the caret"),
        _EDITS,
    ),
    _within(
        "text",
        "text.delete-behind",
        ("ctrl+k",),
        "delete_right_all",
        N_("delete all behind the caret"),
        _EDITS,
    ),
    _within("text", "text.copy", ("ctrl+c", "super+c"), "copy", N_("copy what is marked"), SHOWS),
    _within("text", "text.cut", ("ctrl+x",), "cut", N_("cut what is marked"), _EDITS),
    _within(
        "text", "text.paste", ("ctrl+v",), "paste", N_("paste what was cut or copied here"), _EDITS
    ),
    _within("text", "mark.all", ("ctrl+shift+a",), "select_all", N_("mark all")),
    _within("text", "mark.left", ("shift+left",), "cursor_left(True)", N_("mark to the left")),
    _within("text", "mark.right", ("shift+right",), "cursor_right(True)", N_("mark to the right")),
    _within(
        "text",
        "mark.left-word",
        ("ctrl+shift+left",),
        "cursor_left_word(True)",
        N_("mark the word to the left"),
    ),
    _within(
        "text",
        "mark.right-word",
        ("ctrl+shift+right",),
        "cursor_right_word(True)",
        N_("mark the word to the right"),
    ),
    _within("text", "mark.begin", ("shift+home",), "home(True)", N_("mark to the beginning")),
    _within("text", "mark.end", ("shift+end",), "end(True)", N_("mark to the end")),
)
"""In the order help and documentation list them."""
