"""A short list to choose from; apart, since nothing like it is wanted before the first painting."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import OptionList

from tui.actions import bindings

if TYPE_CHECKING:
    from textual.binding import BindingType

__all__ = ["Options"]


class Options(OptionList, inherit_bindings=False):
    """Textual's list, with keys that can be changed."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("option")]
