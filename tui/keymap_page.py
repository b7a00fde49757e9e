"""Writes ``docs/keymap.md`` from the table of actions: ``python -m tui.keymap_page docs/keymap.md``."""

from __future__ import annotations

import sys

from tui.actions import ACTIONS, PLACES, Action

__all__ = ["page"]

_HEAD = """\
# Keys of the terminal UI

Made by `python -m tui.keymap_page docs/keymap.md` from the table in `tui/actions.py`; a test holds the two together.

Every action has an id, `noun.verb`, that never changes. Give it other keys in `~/.config/zhengming/tui.yaml`
(`$XDG_CONFIG_HOME/zhengming/tui.yaml`):

```yaml
preset: vim              # or default
theme: high-contrast     # zhengming-dark, zhengming-light, high-contrast, high-contrast-light, or one of Textual's
signs: ascii             # or unicode; by the terminal where nothing is said
language: zh_TW          # or en, zh_CN, fr, ja, es; by the environment where nothing is said
keys:
  english.copy: f10
  theme.next: [f11, f12]
```

^C is Textual's: it copies what is marked, else says how to leave. In the line of the list of commands, letters are edited
with Textual's own keys.

An unknown id, a key that is none, and a key taken twice in one place are errors that name the line. In the search,
letters go to the query; letters given to an action of the search work where the list or the entry has the focus
(in the preset `vim`, Esc leaves the query for the list, `/` or `i` returns).
"""


def page() -> str:
    """Return the page.

    >>> page().splitlines()[0]
    '# Keys of the terminal UI'
    """
    parts = [_HEAD]
    for place, title in PLACES.items():
        parts.append(
            f"\n## {title}\n\n| id | keys | vim | does | the same by command |\n|---|---|---|---|---|\n"
        )
        parts += [_row(action) for action in ACTIONS if action.where == place]
    return "".join(parts)


def _row(action: Action) -> str:
    keys = " ".join(f"`{key}`" for key in action.keys) or "–"
    vim = " ".join(f"`{key}`" for key in action.vim) or keys
    does = f"{action.title}: {action.help}" if action.help else action.title
    twin = f"`{action.twin}`" if action.twin else f"view only: {action.view_only}"
    return f"| `{action.id}` | {keys} | {vim} | {does} | {twin} |\n"


if __name__ == "__main__":
    with open(sys.argv[1], "w", encoding="utf-8") as stream:
        stream.write(page())
