"""Folding: the differences of writing that no language makes a difference of meaning.

=====================  =======================================  ===================
what                   as typed                                 folded
=====================  =======================================  ===================
width, ligatures       ``ＭＯＳＴ``, ``ﬁ``, ``①``                 ``most``, ``fi``, ``1``
case                   ``Straße``                               ``strasse``
Latin accents          ``Université``, ``Łódź``, ``Lüliang``    ``universite``, ``lodz``, ``luliang``
quotes                 ``’ ‘ ʼ ` ´`` and ``“ ” „ « »``          ``'`` and ``"``
dashes                 ``‐ ‑ – — − －``                          ``-``
ellipsis               ``…``                                    ``...``
invisible characters   soft hyphen, zero-width, bidi controls   nothing
white space            runs of any white space                  one space
=====================  =======================================  ===================

Marks on other than Latin letters stay: ``й`` is not ``и``, ``が`` is not ``か``.
Source: UAX 15 (NFKC) and the Unicode default case folding, in the version of ``unicodedata``.
"""

from __future__ import annotations

import unicodedata

__all__ = ["SIGNS", "fold", "signs_of"]

SIGNS = frozenset("+#＋＃")
"""Signs that the keys of English drop, though they tell names apart."""

_SIMPLE = {
    **dict.fromkeys("‘’‚‛′ʹʻʼʽʾʿˈ`´＇ꞌ", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－⁃", "-"),
    **dict.fromkeys("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2060\ufeff\u3164\uffa0", ""),
    **dict.fromkeys(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F))), ""),
    **dict.fromkeys(map(chr, (*range(0x2061, 0x2070), *range(0xFE00, 0xFE10))), ""),
    # Letters that have no decomposition, as they are commonly written without their stroke.
    **dict(zip("øłđðħıŧ", "olddhit", strict=True)),
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
}
_TABLE = str.maketrans(_SIMPLE)


def fold(text: str) -> str:
    """Return a text as it is compared, whatever its language.

    Args:
        text: Any string, of any length.
    Returns:
        Lower-case text in NFC, accents of Latin letters gone, one space between words and none
        at the ends; folding twice changes nothing.
    Source: UAX 15 and the Unicode default case folding.
    >>> fold("Ｔｅｒｍ　Bank – Université de l’Île")
    "term bank - universite de l'ile"
    >>> fold("ヨーロッパ"), fold("Край")
    ('ヨーロッパ', 'край')
    """
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    while True:
        folded = _fold_once(text)
        # Taking something out can bring two characters together that compose or fold again.
        if folded == text:
            return folded
        text = folded


def _fold_once(text: str) -> str:
    text = unicodedata.normalize("NFKC", text.translate(_TABLE)).casefold().translate(_TABLE)
    if not text.isascii():
        out: list[str] = []
        latin = False
        for char in unicodedata.normalize("NFD", text):
            if unicodedata.combining(char):
                if latin:
                    continue
            else:
                latin = char.isascii() and char.isalpha()
            out.append(char)
        text = unicodedata.normalize("NFC", "".join(out))
    return " ".join(text.split())


def signs_of(text: str) -> str:
    """Return the signs of a text that are no punctuation in a name: C, C++ and C# are three, and so are Disney and Disney+.

    >>> signs_of("C++"), signs_of("C"), signs_of("Ｃ＃")
    ('++', '', '#')
    """
    if text.isascii() and SIGNS.isdisjoint(text):  # as mostly
        return ""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char in SIGNS)
