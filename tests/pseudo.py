"""A language that no one speaks: every letter of the interface is FULLWIDTH, so that a word nobody marked stands out."""

from __future__ import annotations

import re
from contextlib import contextmanager
from gettext import NullTranslations
from typing import TYPE_CHECKING

from glossary import i18n

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["pseudo_language", "untranslated"]

_HELD = re.compile(r"(\{[^{}]*\}|%\([a-z_]+\)s|%[a-z])")
_FULLWIDTH = {
    ord(letter): ord(letter) + 0xFEE0
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
}
_CODE = re.compile(r"--?[a-z][a-z-]*|[a-z0-9]+(?:-[a-z0-9]+)+|\S*[./]\S+|\w+[│╭╰]|[│╮╯]\w+")
"""Options, ids, files, and what a window on top has cut."""
_WORD = re.compile(r"(?<!\w)[A-Za-z][a-z]{2,}(?!\w)")


class _Pseudo(NullTranslations):
    """A catalog that has every text."""

    def gettext(self, message: str) -> str:
        parts = _HELD.split(message)
        parts[::2] = [part.translate(_FULLWIDTH) for part in parts[::2]]
        return "".join(parts)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one if count == 1 else many)


@contextmanager
def pseudo_language() -> Iterator[None]:
    """Speak it, as if it were Chinese."""
    i18n._State.current = ("zh_CN", _Pseudo())
    try:
        yield
    finally:
        i18n.set_language()


def untranslated(text: str, data: Iterable[str]) -> list[str]:
    """Return the English words of a text that are not of the data.

    Args:
        text: What a person sees.
        data: Texts as they are stored or were typed, and names of keys, commands and files.
    """
    known = {word for each in data for word in _WORD.findall(each)}
    return [word for word in _WORD.findall(_CODE.sub(" ", text)) if word not in known]
