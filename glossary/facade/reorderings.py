"""An English name in the order in which patterns and entries have it, where they read nothing in it as it stands."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["reordered"]

_IN_A_PLACE = re.compile(r"^(.*\s)in (?=[A-Z])")
"""The last ``in`` of a name before what may be a place."""
_LEVEL_FIRST = re.compile(r"^(Provincial|Municipal|City|County|District) (.* of [A-Z].*)$")
"""What a place is, before what is that place's: Municipal Bureau of F of Suzhou."""
_LAW_ON = re.compile(
    r"\bLaw of (?:the )?People['’]s Republic of China on (?:the )?(.+)$", re.IGNORECASE
)
"""A law that ends a title, its topic last: entries have the Energy Conservation Law."""
_BODIES = ("body", "post")
_ORDERS = (
    (_IN_A_PLACE, r"\1of ", _BODIES),  # of titles it is not the same
    (_LEVEL_FIRST, r"\2 \1", _BODIES),
    (_LAW_ON, r"\1 Law of the People's Republic of China", ("title",)),
)


def reordered(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a name in other orders of its words, each with what it may be then.

    Args:
        text: A name in English.

    >>> list(reordered("Bureau of Statistics in Guyuan City"))
    [('Bureau of Statistics of Guyuan City', ('body', 'post'))]
    >>> next(reordered("Measures for Implementing the Law of the People's Republic of China on Energy Conservation"))[0]
    "Measures for Implementing the Energy Conservation Law of the People's Republic of China"
    """
    for order, form, symbols in _ORDERS:
        if order.search(text):
            yield order.sub(form, text), symbols
