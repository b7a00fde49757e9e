"""The line on top and the line at the bottom: where one is, and what works here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widget import Widget

from glossary.i18n import _, ngettext
from tui.actions import actions_of
from tui.bound import bound_keys
from tui.display import clip, one_line, width_cells
from tui.keymap import key_string
from tui.words import number, sign

if TYPE_CHECKING:
    from textual.style import Style
    from textual.visual import VisualType

__all__ = ["Hints", "Line", "TopBar"]

_OUT = ("form.leave", "review.close", "file.close")
"""What leads out of a screen; where none does, it is out of the program."""
TALL = 24
"""Lines from which the keys may take two."""


class TopBar(Widget):
    """The program's name, the screens, what the glossary holds, the day and the person."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--here", "bar--warning"}

    def __init__(self, here: str) -> None:
        super().__init__()
        self.here = here
        self.entries = 0
        self.waiting = 0
        self.day = ""
        self.person = ""
        self.problem = ""
        self.is_slow = False

    def tell(self, **facts: object) -> None:
        """Take in what changed: ``entries``, ``waiting``, ``day``, ``person``, ``problem`` or ``is_slow``."""
        for key, value in facts.items():
            setattr(self, key, value)
        self.refresh()

    def render(self) -> VisualType:
        """Return the line; what is on the left yields last."""
        if self.problem:
            text = clip(f" {sign('warning')} {self.problem}", self.size.width)
            return Content.assemble((text, self.get_visual_style("bar--warning", partial=True)))
        waiting = f" {number(self.waiting)}" if self.waiting else ""
        left: list[tuple[str, str | Style]] = [(f" {_('Zhengming')} 正名 ", "bold")]
        here = self.get_visual_style("bar--here", partial=True)
        for name, title in (("search", _("Search")), ("review", _("Review") + waiting)):
            left.append(("  ", ""))
            left.append((f"[{title}]", here) if name == self.here else (title, ""))
        day = _("as of {day}").format(day=self.day) if self.day else _("as of today")
        entries = ngettext("{n} entry", "{n} entries", self.entries).format(n=number(self.entries))
        if not self.entries:
            entries = ""
        dot = f" {sign('dot')} "
        used = sum(width_cells(text) for text, _style in left)
        if used >= self.size.width:
            left[0] = (" 正名 ", "bold")
        slow = _("waiting for the database…") if self.is_slow else ""
        facts = [entries, day, self.person]
        for parts in ([slow] if slow else facts, facts[1:], facts[1:2], []):
            right = dot.join(one_line(part) for part in parts if part)
            gap = self.size.width - used - width_cells(right) - 1
            if gap > 1:
                return Content.assemble(*left, " " * gap, right)
        return Content.assemble(*left)


class Hints(Widget):
    """The keys that work here, as many as fit; F1 tells the rest. A window with room for it gives them two lines."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hint--key"}

    def __init__(self, *places: str) -> None:
        super().__init__()
        self.places = places

    def set_places(self, *places: str) -> None:
        """Show the keys of other places."""
        if places != self.places:
            self.places = places
            self._fit()
            self.refresh()

    def on_mount(self) -> None:
        """Take as many lines as are needed and there."""
        self._fit()

    def on_resize(self) -> None:
        """Take as many lines as are needed and there."""
        self._fit()

    def say_again(self) -> None:
        """Another language: other words, other lengths."""
        self._fit()
        self.refresh()

    def _fit(self) -> None:
        """Take a second line where one is too short for all keys; a window keeps it, so that nothing jumps."""
        size = self.app.size
        first, here, last = self._parts()
        needed = sum(map(_width, (*first, *here, *last))) + 1
        if self.size == (size.width, 2) and size.height >= TALL:
            return
        self.styles.height = 2 if needed > size.width and size.height >= TALL else 1

    def render(self) -> VisualType:
        """Return the lines: help first; last what leads to everything else, and out of here; between them what fits.

        What does not fit is left out from the end. Where nothing does, help and the way out say only their keys.
        """
        width = self.size.width - 1
        first, here, last = self._parts()
        lines: list[list[tuple[str, str]]] = [first]
        if self.size.height > 1:
            lines.append([])
        else:
            dropped = []
            while len(last) > 1 and sum(map(_width, last)) > self.size.width * 2 // 5:
                dropped.append(last.pop())
            if here and width - sum(map(_width, [*first, *last])) < _width(here[0]):
                first, last = ([(key, "") for key, _title in hints] for hints in (first, last))
                lines = [first]
        at = 0
        for hint in here:
            if at + 1 < len(lines) and sum(map(_width, [*lines[at], hint])) > width:
                at += 1
            if (
                sum(map(_width, [*lines[at], hint, *(last if at + 1 == len(lines) else ())]))
                > width
            ):
                break
            lines[at].append(hint)
        if len(lines) == 1:
            for hint in reversed(dropped):
                if sum(map(_width, [*lines[0], *last, hint])) <= width:
                    last.append(hint)
        lines[-1] += reversed(last)
        look = self.get_visual_style("hint--key", partial=True)
        parts: list[tuple[str, str | Style]] = []
        for at, line in enumerate(lines):
            if at:
                parts.append(("\n", ""))
            for key, title in line:
                parts += [(f" {key}", look), (f" {title} " if title else " ", "")]
        return Content.assemble(*parts)

    def _parts(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]], list[tuple[str, str]]]:
        """Return help, the keys of here, and the ways out and to everything else, the most important first."""
        seen: set[str] = set()
        here = self._hints(seen, *self.places)
        always = self._hints(seen, "app")
        first = [always.pop("help.show")] if "help.show" in always else []
        out = [here.pop(name) for name in tuple(here) if name in _OUT]
        leave = [always.pop("app.quit")] if "app.quit" in always else []
        return first, list(here.values()), [*(out or leave), *always.values()]

    def _hints(self, seen: set[str], *places: str) -> dict[str, tuple[str, str]]:
        """Return keys and words of places by their actions, but for keys that were seen already."""
        found = {}
        for action in (each for place in places for each in actions_of(place)):
            keys = [key for key in bound_keys(action.id) if key not in seen]
            seen.update(keys)
            if action.show and keys:
                found[action.id] = (key_string(keys[0]), _(action.title))
        return found


def _width(hint: tuple[str, str]) -> int:
    key, title = hint
    return width_cells(key) + width_cells(title) + (3 if title else 2)


class Line(Widget):
    """One line of text against the right edge; a change paints it anew and moves nothing else."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._parts = ("", "")

    def show(self, yielding: str, text: str) -> None:
        """Show two texts, of which the first yields where there is no room for both."""
        if (yielding, text) != self._parts:
            self._parts = (yielding, text)
            self.refresh()

    def render(self) -> VisualType:
        """Return the line."""
        yielding, text = self._parts
        shown = clip(text, self.size.width)
        room = self.size.width - width_cells(shown) - 2
        if yielding and room > 2:
            shown = "  ".join(part for part in (clip(yielding, room), shown) if part)
        return Content(" " * (self.size.width - width_cells(shown)) + shown)
