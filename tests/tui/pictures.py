"""The screen as an SVG: what is seen, cell by cell, so that one can look at it and a test can compare it.

Wide and narrow characters are set apart and each run is given its width in cells, so that a picture is in column
whatever font shows it. Nothing is loaded from elsewhere.
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.color import blend_rgb
from rich.style import Style
from rich.terminal_theme import DIMMED_MONOKAI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.color import Color, ColorTriplet
    from textual.app import App

__all__ = ["picture"]

_WIDTH, _HEIGHT, _SIZE, _BASE = 8, 17, 13, 13
_FONTS = "'DejaVu Sans Mono','Noto Sans Mono CJK SC',Menlo,Consolas,monospace"


def picture(app: App[None], title: str = "") -> str:
    """Return the screen in front as SVG.

    Args:
        app: A running app.
        title: What the picture shows, for those who do not see it.
    """
    width, height = app.size
    classes: dict[str, str] = {}
    background = app.screen.visual_style.rich_style
    _front, ground, _look = _colours(background)
    parts = []
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for style, group in groupby(strip, key=lambda segment: segment.style or Style.null()):
            text = "".join(segment.text for segment in group)
            cells = cell_len(text)
            front, back, look = _colours(style)
            if back != ground:
                parts.append(_box(x, y, cells, back))
            rule = f"fill:#{front}{look}"
            name = classes.setdefault(rule, f"s{len(classes)}")
            parts += _texts(x, y, text, name)
            x += cells
    rules = "".join(f".{name}{{{rule}}}" for rule, name in classes.items())
    whole = f"{width * _WIDTH} {height * _HEIGHT}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<style>text{{font:{_SIZE}px {_FONTS};white-space:pre}}{rules}</style>",
            f'<rect width="100%" height="100%" fill="#{ground}"/>',
            *parts,
            "</svg>\n",
        ]
    )


def _box(x: int, y: int, cells: int, colour: str) -> str:
    place = f'x="{x * _WIDTH}" y="{y * _HEIGHT}"'
    return f'<rect {place} width="{cells * _WIDTH}" height="{_HEIGHT}" fill="#{colour}"/>'


def _texts(x: int, y: int, text: str, name: str) -> Iterator[str]:
    """Yield the words of a run, wide and narrow characters apart; spaces between words need no ink."""
    for kind, group in groupby(_clusters(text), key=lambda cluster: _kind(cluster)):
        run = "".join(group)
        cells = cell_len(run)
        if kind != " ":
            place = f'x="{x * _WIDTH}" y="{y * _HEIGHT + _BASE}" textLength="{cells * _WIDTH}"'
            yield f'<text {place} class="{name}">{escape(run, quote=False)}</text>'
        x += cells


def _clusters(text: str) -> list[str]:
    """A text as characters, each with the marks that stand on it."""
    found: list[str] = []
    for character in text:
        if found and not cell_len(character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _kind(cluster: str) -> str:
    return " " if cluster.isspace() else str(cell_len(cluster))


def _colours(style: Style) -> tuple[str, str, str]:
    """Return the colour of the ink, that of the ground, and the look as CSS."""
    theme = DIMMED_MONOKAI

    def rgb(colour: Color | None, *, front: bool) -> ColorTriplet:
        if colour is None or colour.is_default:
            return theme.foreground_color if front else theme.background_color
        return colour.get_truecolor(theme, front)

    front, back = rgb(style.color, front=True), rgb(style.bgcolor, front=False)
    if style.reverse:
        front, back = back, front
    if style.dim:
        front = blend_rgb(back, front, 0.6)
    look = ""
    if style.bold:
        look += ";font-weight:bold"
    if style.italic:
        look += ";font-style:italic"
    lines = [
        word for word, on in (("underline", style.underline), ("line-through", style.strike)) if on
    ]
    if lines:
        look += f";text-decoration:{' '.join(lines)}"
    return front.hex[1:], back.hex[1:], look
