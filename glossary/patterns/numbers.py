"""Years, ordinals and designators of units as parts of names, in both languages."""

from __future__ import annotations

from glossary.language.numerals import CARDINALS, DIGITS, han_value, in_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["COUNT", "NUMBERS", "may_be_number", "read_number", "write_count", "write_number"]

NUMBERS = ("year", "ordinal", "designator")
"""The symbols that are numbers."""
COUNT = "count"
"""The form in which an ordinal is written as how many there are: ``{number.count}`` 五, Five."""

_FIGURES = 5
_HAN_NUMBERS = "第十百" + DIGITS
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]


def may_be_number(atom: str) -> bool:
    """Return whether a number may begin with a character or a word.

    >>> [may_be_number(atom) for atom in ("第", "十", "2", "12th", "2020", "department")]
    [True, True, True, True, True, False]
    """
    return atom[0].isdecimal() or atom in _HAN_NUMBERS


def read_number(symbol: str, lang: str, atoms: Sequence[str], at: int) -> Iterator[tuple[int, str]]:
    """Yield (end, number) of a number at a position.

    Args:
        symbol: ``year`` (2020 or 2021-2025), ``ordinal`` (第一, No. 1, First) or ``designator`` (the five figures of a military unit).
        lang: ``zh`` or ``en``.
        atoms: The name.
        at: The position.

    >>> list(read_number("ordinal", "zh", "第十二中级", 0)), list(read_number("year", "en", ["2020"], 0))
    ([(3, '12')], [(1, '2020')])
    """
    if symbol == "designator":
        yield from _designators(lang, atoms, at)
    elif symbol == "year":
        if lang == "en":
            if _is_year(atoms[at]):
                yield at + 1, atoms[at]
        elif _is_year("".join(atoms[at : at + 4])):
            yield at + 4, "".join(atoms[at : at + 4])
    elif lang == "en":
        token = atoms[at]
        if token.endswith("th") and token[:-2].isdecimal():
            yield at + 1, token[:-2]
    else:
        start = at + (atoms[at] == "第")
        end = start
        while (
            end < len(atoms)
            and end - start < 4
            and (atoms[end] in DIGITS + "十百" or atoms[end].isdecimal())
        ):
            end += 1
        value = han_value("".join(atoms[start:end]))
        if value and (start > at or end > start):
            yield end, str(value)


def write_number(symbol: str, lang: str, value: str) -> str:
    """Return a number as a name has it.

    >>> write_number("ordinal", "zh", "12"), write_number("ordinal", "en", "1"), write_number("year", "zh", "2020")
    ('第十二', 'First', '2020')
    """
    if symbol != "ordinal":
        return value
    number = int(value)
    if lang == "en":
        if number < len(_ORDINALS):
            return _ORDINALS[number].capitalize()
        ending = {1: "st", 2: "nd", 3: "rd"}.get(
            number % 10 if number % 100 not in (11, 12, 13) else 0, "th"
        )
        return f"{number}{ending}"
    return "第" + _han_number(number)


def write_count(lang: str, value: str) -> str:
    """Return how many there are, as a name has it.

    >>> write_count("zh", "15"), write_count("en", "5"), write_count("en", "15")
    ('十五', 'Five', '15')
    """
    number = int(value)
    if lang == "zh":
        return _han_number(number)
    return CARDINALS[number].capitalize() if 0 < number < len(CARDINALS) else value


def _designators(lang: str, atoms: Sequence[str], at: int) -> Iterator[tuple[int, str]]:
    if lang == "en":
        figures, end = atoms[at].removesuffix("th"), at + 1
    else:
        figures, end = "".join(atoms[at : at + _FIGURES]), at + _FIGURES
        if end < len(atoms) and atoms[end].isdecimal():
            return
    if len(figures) == _FIGURES and figures.isascii() and figures.isdecimal():
        yield end, figures


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdecimal() and text[:2] in ("18", "19", "20")


def _han_number(number: int) -> str:
    return str(number) if number >= 100 else in_han(number)
