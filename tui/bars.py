"""The line on top and the line at the bottom: where one is, and what works here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widget import Widget

from glossary.i18n import _, ngettext
from tui.actions import actions_of
from tui.display import clip, one_line, width_cells
from tui.keymap import Config, key_string, keys_of
from tui.words import number, sign

if TYPE_CHECKING:
    from textual.style import Style
    from textual.visual import VisualType

__all__ = ["Hints", "Line", "TopBar"]


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

    def tell(self, **facts: object) -> None:
        """Take in what changed: ``entries``, ``waiting``, ``day``, ``person`` or ``problem``."""
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
        for parts in ([entries, day, self.person], [day, self.person], [day], []):
            right = dot.join(one_line(part) for part in parts if part)
            gap = self.size.width - used - width_cells(right) - 1
            if gap > 1:
                return Content.assemble(*left, " " * gap, right)
        return Content.assemble(*left)


class Hints(Widget):
    """The keys that work here, as many as fit; F1 tells the rest."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hint--key"}

    def __init__(self, *places: str) -> None:
        super().__init__()
        self.places = places

    def set_places(self, *places: str) -> None:
        """Show the keys of other places."""
        if places != self.places:
            self.places = places
            self.refresh()

    def render(self) -> VisualType:
        """Return the line."""
        config: Config = getattr(self.app, "config", Config())
        look = self.get_visual_style("hint--key", partial=True)
        parts: list[tuple[str, str | Style]] = []
        used = 1
        seen: set[str] = set()
        here = [action for place in self.places for action in actions_of(place)]
        ordered = [*actions_of("app")[:1], *here, *actions_of("app")[1:]]
        for action in ordered:
            keys = [key for key in keys_of(action.id, config) if key not in seen]
            seen.update(keys)
            if not action.show or not keys:
                continue
            key, title = key_string(keys[0]), _(action.title)
            width = width_cells(key) + width_cells(title) + 3
            if used + width > self.size.width:
                break
            used += width
            parts += [(f" {key}", look), (f" {title} ", "")]
        return Content.assemble(*parts)


class Line(Widget):
    """One line of text against the right edge; a change paints it anew and moves nothing else."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = ""

    def show(self, text: str) -> None:
        """Show a text."""
        if text != self._text:
            self._text = text
            self.refresh()

    def render(self) -> VisualType:
        """Return the line."""
        shown = clip(self._text, self.size.width)
        return Content(" " * (self.size.width - width_cells(shown)) + shown)
