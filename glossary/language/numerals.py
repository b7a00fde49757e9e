"""Numbers in Chinese characters, as ordinals and years have them."""

from __future__ import annotations

import re

__all__ = ["CARDINALS", "DIGITS", "han_value", "in_figures", "in_han", "in_words"]

DIGITS = "〇一二三四五六七八九"
CARDINALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ZEROS = str.maketrans("○零", "〇〇")
_DIGIT = "[一二三四五六七八九]"
_FIGURES = re.compile("[0-9]+")
_NUMBER = re.compile(f"(?:({_DIGIT})千)?〇?(?:({_DIGIT})百)?〇?(?:({_DIGIT}?)(十))?〇?({_DIGIT})?")


def han_value(text: str) -> int:
    """Return what a number says in figures or in characters, below 10,000; 0 where it says none.

    Args:
        text: A number: ``12``, ``十二``.

    >>> han_value("12"), han_value("十二"), han_value("七百五十二"), han_value("一千零五"), han_value("二二")
    (12, 12, 752, 1005, 0)
    """
    if text.isascii() and text.isdecimal():
        return int(text) if len(text) < len("10000") else 0
    said = _NUMBER.fullmatch(text.translate(_ZEROS))
    if said is None:
        return 0
    thousands, hundreds, tens, ten, ones = said.groups(default="")
    value = int(in_figures(thousands or "〇") + in_figures(hundreds or "〇")) * 100
    return (
        value + (int(in_figures(tens or "一")) * 10 if ten else 0) + int(in_figures(ones or "〇"))
    )


def in_figures(text: str) -> str:
    """Return figures for characters that are digits one by one, as years are written; others are kept.

    >>> in_figures("二〇二五年")
    '2025年'
    """
    return "".join(
        str(DIGITS.index(char)) if char in DIGITS else char for char in text.translate(_ZEROS)
    )


def in_han(number: int) -> str:
    """Return a number from 0 to 99 in characters.

    >>> in_han(12), in_han(30), in_han(0)
    ('十二', '三十', '〇')
    """
    tens, ones = divmod(number, 10)
    text = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return text + (DIGITS[ones] if ones or not tens else "")


def in_words(text: str) -> tuple[str, ...]:
    """Return the ways to write a text without figures: as a number and digit by digit, or in English up to ten.

    >>> in_words("12届三中全会"), in_words("711研究所")
    (('十二届三中全会', '一二届三中全会'), ('七一一研究所',))
    >>> in_words("1 country 2 systems"), in_words("20 systems"), in_words("systems")
    (('one country two systems',), (), ())
    """
    if text.isascii():
        if any(int(figures) > len(CARDINALS) - 1 for figures in _FIGURES.findall(text)):
            return ()
        ways = [_FIGURES.sub(lambda found: CARDINALS[int(found[0])], text)]
    else:
        ways = [_FIGURES.sub(_as_number, text), _FIGURES.sub(_by_digits, text)]
    return tuple(way for way in dict.fromkeys(ways) if way != text)


def _by_digits(figures: re.Match[str]) -> str:
    return "".join(DIGITS[int(figure)] for figure in figures[0])


def _as_number(figures: re.Match[str]) -> str:
    """A number below a hundred; a longer one digit by digit."""
    return _by_digits(figures) if len(figures[0]) > len("99") else in_han(int(figures[0]))
