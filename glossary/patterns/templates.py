"""The names of a pattern as templates: texts and slots, and how likely each is to be written."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    Record = dict[str, Any]

    Part = str | tuple[str, str]

__all__ = ["Template", "templates"]

_PARTS = re.compile(r"(\{[a-z][a-z-]*(?:\.[a-z]+)?\})")
_TYPE_COSTS = {"full": 0.0, "short": 0.3, "former": 0.6}

_BETWEEN = re.compile(r"\{[^}]*\}|\b(?:of|in|for|to|the|and)\b|,")
"""What stands in a pattern's name besides words of its own."""


class Template:
    """One name of a pattern: its parts, texts and (slot, form), its slots, how it ranks, from when to when it was in use.

    ``is_full`` where it is a name of its own, not a short form or a variant of another.

    There are many thousands, made whenever a grammar is: a plain class takes a third of the time of a value.
    """

    __slots__ = ("cost", "end", "is_full", "parts", "slots", "start", "text")

    def __init__(
        self, text: str, start: str, end: str, parts: tuple[Part, ...], cost: float, is_full: bool
    ) -> None:
        self.text, self.start, self.end = text, start, end
        self.parts, self.cost, self.is_full = parts, cost, is_full
        self.slots = tuple(part[0] for part in parts if isinstance(part, tuple))


def templates(names: Iterable[Record], *, in_any_order: bool = False) -> tuple[Template, ...]:
    """Return the names of a pattern in one language, the likeliest first.

    Args:
        names: The names.
        in_any_order: Whether the words of the preferred name in another order are as likely as any:
            Forestry Department of Jilin beside Department of Forestry, which no Bureau is.

    >>> names = [{"text": "{place.adj} Bureau", "lang": "en", "usage": "preferred"}, {"text": "Bureau", "lang": "en", "type": "short"}]
    >>> [(template.slots, round(template.cost, 3)) for template in templates(names)]
    [(('place',), 0.0), ((), 0.401)]
    """
    found = []
    used = [name for name in names if name.get("usage") != "forbidden"]
    preferred = (name for name in used if in_any_order and name.get("usage") == "preferred")
    first = next(map(_own_words, preferred), None)
    for at, name in enumerate(used):
        cost = (name.get("usage") != "preferred") * 0.1 + 0.001 * at
        if first is None or first != _own_words(name):
            cost += _TYPE_COSTS.get(name.get("type", "full"), 0.4)
        parts: list[Part] = []
        text = name["text"]
        for part in filter(None, _PARTS.split(text)) if "{" in text else (text,):
            if part.startswith("{"):
                slot, _dot, form = part[1:-1].partition(".")
                parts.append((slot, form))
            else:
                parts.append(part)
        is_full = name.get("type", "full") == "full"
        start, end = name.get("from", ""), name.get("to", "")
        found.append(Template(text, start, end, tuple(parts), cost, is_full))
    return tuple(sorted(found, key=lambda template: template.cost))


def _own_words(name: Record) -> frozenset[str] | None:
    """The words of a name in English that stand beside its slots; nothing of a name without both."""
    text = name["text"]
    if name["lang"] != "en" or "{" not in text:
        return None
    return frozenset(_BETWEEN.sub(" ", text).split()) or None
