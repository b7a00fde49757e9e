"""A view whose lines are broken to its width."""

from __future__ import annotations

from textual.scroll_view import ScrollView

__all__ = ["LaidView"]


class LaidView(ScrollView, can_focus=False, inherit_bindings=False):
    """Lays its lines out anew when its width or the theme is another."""

    def lay_out(self) -> None:
        """Break the lines to the width there is."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.lay_out()

    def notify_style_update(self) -> None:
        """Another theme: lay out with its styles, once the parts have theirs."""
        super().notify_style_update()
        if self.is_mounted:
            self.call_later(self.lay_out)
