"""The config file: theme, signs, and which key does what. Everything wrong in it is said with its line.

    # ~/.config/zhengming/tui.yaml
    preset: vim              # or default
    theme: high-contrast
    signs: ascii             # or unicode; by the terminal where nothing is said
    language: zh_TW          # or en, zh_CN, fr, ja, es; by the environment where nothing is said
    keys:
      english.copy: f10
      theme.next: [f11, f12]

Good is an id of ``docs/keymap.md`` and keys as Textual names them (``f6``, ``ctrl+y``, ``slash``). An unknown id, theme or
preset, a key that is none, and a key taken twice where both could be meant are errors: Textual would ignore the
first and silently drop a binding for the last.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.keys import KEY_NAME_REPLACEMENTS, key_to_character

from glossary.errors import InputError, InvalidError, nearest_fix
from glossary.i18n import LANGUAGES, _, negotiate
from tui.actions import ACTIONS, action_of
from tui.themes import theme_names
from tui.words import arrow_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import yaml

__all__ = ["PRESETS", "Config", "clashes", "config_path", "key_string", "keys_of", "read_config"]

PRESETS = ("default", "vim")
_SIGNS = ("ascii", "unicode")
_FIELDS = ("preset", "theme", "signs", "language", "keys")
_MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")
_NAMED = frozenset(
    {
        "enter",
        "escape",
        "tab",
        "space",
        "backspace",
        "delete",
        "insert",
        "home",
        "end",
        "pageup",
        "pagedown",
        "up",
        "down",
        "left",
        "right",
        "slash",
        "backslash",
        "comma",
        "full_stop",
        "colon",
        "semicolon",
        "question_mark",
        "exclamation_mark",
        "plus",
        "minus",
        "equals_sign",
        "underscore",
        "asterisk",
        "number_sign",
        "at",
        "percent_sign",
        "ampersand",
        "tilde",
        "grave_accent",
        "left_square_bracket",
        "right_square_bracket",
        "left_parenthesis",
        "right_parenthesis",
        "less_than_sign",
        "greater_than_sign",
        "vertical_line",
        "quotation_mark",
        "apostrophe",
        "dollar_sign",
    }
)
_FULL_NAMES = {short: full for full, short in KEY_NAME_REPLACEMENTS.items()}
_FUNCTION = re.compile(r"f([1-9]|1[0-9]|2[0-4])\Z")
_SHARED = {
    "search": ("app", "text"),
    "form": ("app", "text", "fields"),
    "files": ("app", "text", "fields"),
    "panel": ("app", "text", "fields"),
    "offers": ("app", "text"),
    "answer": ("app", "text"),
    **dict.fromkeys(("entry", "review", "choice", "question", "option", "shown", "help"), ("app",)),
    "palette": ("app",),
}
"""Whose keys are live at the same time, besides a place's own. The entry's go before those of the search around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a person set.

    Attributes:
        preset: One of ``PRESETS``.
        theme: Name of a theme, empty where none was chosen.
        signs: ``ascii``, ``unicode``, or empty for what the terminal can.
        language: Language of the interface, empty for what the environment says.
        keys: Keys by the id of an action.
    """

    preset: str = "default"
    theme: str = ""
    signs: str = ""
    language: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def keymap(self) -> dict[str, str]:
        """Return what differs from the defaults, as Textual's ``set_keymap`` takes it."""
        return {
            action.id: ",".join(keys_of(action.id, self))
            for action in ACTIONS
            if keys_of(action.id, self) != action.keys
        }


def keys_of(identity: str, config: Config) -> tuple[str, ...]:
    """Return the keys an action has under a config.

    >>> keys_of("hit.next", Config(preset="vim"))
    ('down', 'j')
    """
    action = action_of(identity)
    if identity in config.keys:
        return config.keys[identity]
    if action is None:
        return ()
    return action.vim if config.preset == "vim" and action.vim else action.keys


def config_path(environ: Mapping[str, str] = os.environ) -> str:
    """Return where the config file lies.

    >>> config_path({"XDG_CONFIG_HOME": "/c"})
    '/c/zhengming/tui.yaml'
    """
    folder = environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(folder, "zhengming", "tui.yaml")


def read_config(path: str) -> Config:
    """Read a config file; a missing one sets nothing.

    Args:
        path: The file.
    Raises:
        InputError: It cannot be read, or is no YAML.
        InvalidError: Something in it is unknown or taken twice; path, line and column are named.
    """
    try:
        with open(path, encoding="utf-8-sig") as stream:
            text = stream.read()
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            _("the config cannot be read"), why=str(error), path=path, fix=_("Mend or remove it.")
        ) from error
    return parse_config(text, path)


def parse_config(text: str, path: str = "") -> Config:
    """Return the config a text says; see ``read_config``.

    >>> parse_config("preset: vim").preset
    'vim'
    >>> parse_config("keys: {hit.nxt: n}", "tui.yaml")
    Traceback (most recent call last):
    glossary.errors.InvalidError: tui.yaml:1:8: there is no action 'hit.nxt'. Did you mean 'hit.next'?
    """
    root = _composed(text, path)
    if root is None:
        return Config()
    values: dict[str, str] = {}
    keys: dict[str, tuple[str, ...]] = {}
    nodes: dict[str, yaml.Node] = {}
    for name, node in _pairs(root, path):
        if name.value not in _FIELDS:
            what = _("unknown setting {name!r}").format(name=name.value)
            raise _wrong(path, name, what, _nearest(name.value, _FIELDS))
        if name.value == "keys":
            for identity, chosen in _pairs(node, path):
                keys[_known(path, identity)] = _keys(path, chosen)
                nodes[identity.value] = identity
        else:
            values[name.value] = _scalar(path, node)
            nodes[name.value] = node
    _check_values(values, nodes, path)
    config = Config(
        preset=values.get("preset", "default"),
        theme=values.get("theme", ""),
        signs=values.get("signs", ""),
        language=values.get("language", ""),
        keys=keys,
    )
    for key, one, other in clashes(config):
        here = other if other in nodes else one if one in nodes else "preset"
        raise _wrong(
            path,
            nodes[here],
            _("key {key!r} is taken twice: by {one} and by {other}").format(
                key=key, one=one, other=other
            ),
            _("Give one of them another key."),
        )
    return config


def _composed(text: str, path: str) -> yaml.Node | None:
    """The config as YAML has it, with its lines; nothing where it says nothing."""
    import yaml

    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise InputError(
            _("the config is no YAML"),
            why=str(getattr(error, "problem", "") or error),
            path=path,
            line=mark.line + 1 if mark else None,
            column=mark.column + 1 if mark else None,
            fix=_("Write 'name: value', one a line."),
        ) from error


def _check_values(values: Mapping[str, str], nodes: Mapping[str, yaml.Node], path: str) -> None:
    """Refuse a preset, signs, a theme or a language that there are not."""
    for setting, known in (("preset", PRESETS), ("signs", _SIGNS)):
        if values.get(setting, known[0]) not in known:
            what = _("unknown {setting} {values!r}").format(setting=setting, values=values[setting])
            raise _wrong(path, nodes[setting], what, _nearest(values[setting], known))
    theme, language = values.get("theme", ""), values.get("language", "")
    if theme and theme not in theme_names():
        what = _("unknown theme {theme!r}").format(theme=theme)
        raise _wrong(path, nodes["theme"], what, _nearest(theme, theme_names()))
    if language and not negotiate(language):
        what = _("the interface does not speak {tag!r}").format(tag=language)
        raise _wrong(path, nodes["language"], what, _nearest(language, tuple(LANGUAGES)))


def clashes(config: Config) -> Iterator[tuple[str, str, str]]:
    """Yield each key that would mean two things in one place, with the ids of both.

    >>> list(clashes(Config())), list(clashes(Config(preset="vim")))
    ([], [])
    """
    for place, around in _SHARED.items():
        taken: dict[str, str] = {}
        for action in ACTIONS:
            if action.where != place and action.where not in around:
                continue
            for key in keys_of(action.id, config):
                if key in taken:
                    yield key, taken[key], action.id
                taken[key] = action.id


def key_string(key: str) -> str:
    """Return a key as people read it.

    >>> [key_string(key) for key in ("ctrl+p", "f6", "slash", "full_stop", "g", "G", "shift+tab", "ctrl+home")]
    ['^P', 'F6', '/', '.', 'G', 'Shift+G', 'Shift+Tab', 'Ctrl+Home']
    """
    named = {
        "ctrl": _("Ctrl"),
        "shift": _("Shift"),
        "space": _("Space"),
        "escape": _("Esc"),
        "enter": _("Enter"),
        "backspace": _("Backspace"),
        "tab": _("Tab"),
        "home": _("Home"),
        "end": _("End"),
        "delete": _("Delete"),
        "pagedown": _("PgDn"),
        "pageup": _("PgUp"),
        **{name: arrow_key(name) for name in ("up", "down", "left", "right")},
    }
    *modifiers, last = key.split("+")
    if not modifiers and len(last) == 1 and last.isupper():
        modifiers = ["shift"]
    letter = last if len(last) == 1 else key_to_character(_FULL_NAMES.get(last, last)) or ""
    shown = named.get(last) or letter.upper() or last.title()
    if modifiers == ["ctrl"] and len(shown) == 1:
        return f"^{shown}"
    return "+".join([*(named.get(part, part.title()) for part in modifiers), shown])


def _pairs(node: yaml.Node, path: str) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    import yaml

    if not isinstance(node, yaml.MappingNode):
        raise _wrong(
            path, node, _("settings are wanted here"), _("Write 'name: value', one a line.")
        )
    seen: set[str] = set()
    for name, _value in node.value:
        if not isinstance(name, yaml.ScalarNode):
            raise _wrong(path, name, _("a name is wanted here"), _("Write 'name: value'."))
        if name.value in seen:
            raise _wrong(
                path, name, _("{name!r} stands twice").format(name=name.value), _("Leave one out.")
            )
        seen.add(name.value)
    return list(node.value)


def _known(path: str, node: yaml.ScalarNode) -> str:
    if action_of(node.value) is None:
        known = [action.id for action in ACTIONS]
        raise _wrong(
            path,
            node,
            _("there is no action {node!r}").format(node=node.value),
            _nearest(node.value, known),
        )
    return str(node.value)


def _scalar(path: str, node: yaml.Node) -> str:
    import yaml

    if not isinstance(node, yaml.ScalarNode):
        raise _wrong(path, node, _("one word is wanted here"), _("Write 'name: value'."))
    return str(node.value)


def _keys(path: str, node: yaml.Node) -> tuple[str, ...]:
    import yaml

    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    keys = []
    for each in nodes:
        for key in _scalar(path, each).split(","):
            keys.append(_key(path, each, key.strip()))
    if not keys:
        raise _wrong(path, node, _("no key is named"), _("Name one, or leave the line out."))
    return tuple(dict.fromkeys(keys))


def _key(path: str, node: yaml.Node, key: str) -> str:
    *modifiers, last = key.split("+") if key != "+" else ["plus"]
    good = len(last) == 1 or last in _NAMED or bool(_FUNCTION.match(last))
    if not good or any(part not in _MODIFIERS for part in modifiers):
        raise _wrong(
            path,
            node,
            _("{key!r} is no key").format(key=key),
            _("Write one like 'f6', 'ctrl+y' or 'slash'."),
        )
    return key


def _nearest(text: str, known: tuple[str, ...] | list[str]) -> str:
    return nearest_fix(text, known, _("One of: {known}.").format(known=", ".join(known)))


def _wrong(path: str, node: yaml.Node, what: str, fix: str) -> InvalidError:
    mark = node.start_mark
    return InvalidError(what, fix=fix, path=path, line=mark.line + 1, column=mark.column + 1)
