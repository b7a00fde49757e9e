"""Tables that put one character in place of another, for ``str.translate``.

>>> "河北省臺".translate(OneForOne("臺後", "台后"))
'河北省台'
"""

from __future__ import annotations

__all__ = ["OneForOne"]

KEPT = 32_768
"""Characters a table holds at most, those that stay among them."""


class OneForOne(dict[int, int]):
    """What each character becomes, by its code point; one that stays is kept as itself when it is first met.

    ``str.translate`` takes a character it does not find for an error that it then forgets: three times as slow as
    one it finds, and of a name most stay.

    Args:
        characters: Characters.
        others: What each becomes, in the same order.
    """

    __slots__ = ()

    def __init__(self, characters: str, others: str) -> None:
        super().__init__(str.maketrans(characters, others))

    def __missing__(self, char: int) -> int:
        if len(self) < KEPT:
            self[char] = char
        return char
