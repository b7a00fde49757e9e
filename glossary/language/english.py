"""Keys of names in Latin letters: one writing for what only looks different.

``english_key`` keeps the order of the words.  Under it meet:

=================================  ==========================================================
case, accents, width, dashes       see :mod:`glossary.language.fold`
``&`` ``'s`` the                   ``Sci & Tech``, ``People’s``/``Peoples``, a leading or inner The
spelling                           Centre/Center, Defence/Defense, -isation/-ization
abbreviations                      Dept. Univ. Int'l Gov't Nat'l Mgmt Admin. Sci-Tech S&T
adjectives of places               Province's/Provincial, Municipality('s)/Municipal; City is another word
the state and the Party            of (the) PRC/, PRC/of the People's Republic of China; CPC/CCP/…
a controlled list of plurals       Science(s), Expert(s), Affair(s): ``tables/english/plurals.txt``
ordinals                           Fourteenth/14th, First/1st/No. 1, Twenty-First/21st
an acronym in brackets at the end  ``… of Personnel (CAIEP)``
=================================  ==========================================================

What stays apart: Hebei and Hubei, Shanxi and Shaanxi, China and Chinese, Securities and Security,
Art and Arts.  Acronyms are never expanded, those of the state and the Party excepted.  The order-free
key is in :mod:`glossary.language.turning`.
"""

from __future__ import annotations

import os
import re
import unicodedata
from functools import lru_cache

from glossary.language.fold import fold

__all__ = [
    "SMALL_WORDS",
    "STOP_WORDS",
    "english_key",
    "english_tokens",
    "join_tokens",
    "plural_of",
    "read_classes",
    "read_table",
    "replacements",
    "spelled",
    "word_class",
    "written_forms",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tables", "english")
#: Words that neither find nor tell apart.
STOP_WORDS = frozenset(("of", "for", "and", "the", ","))
"""What a name's words are compared without."""
SMALL_WORDS = STOP_WORDS - {","} | {"on", "in", "at", "by", "to"}
"""What stands in small letters within a name, and has no letter in its acronym."""
# A word is letters and digits with the marks that stand on them in other scripts; what separates
# the parts of a name is kept as a comma.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff\u0e31-\u0e4e"
    "\u0eb1-\u0ecd\u0f18-\u0fbc\u102b-\u103e\u17b4-\u17d3\u180b-\u180d\u3099\u309a"
)
_SEPARATED = r"[,;:()\[\]{}/|]| -{1,3} "
_ASCII_WORD = re.compile("[a-z0-9]+|" + _SEPARATED)
_POSSESSIVE = re.compile(r"(?<=\w)'s(?!\w)")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}(?![a-z]\b)|\b(?:[a-z]\.)+[a-z]\b(?!')")
_LAST_BRACKET = re.compile(r"\(\s*([a-z][a-z&.\-/]{1,11})\s*\)$")
_NUMBERED = re.compile(r"(\d+)(?:st|nd|rd|th)$")
_NUMBER_WORDS = ("no", "number")
_UNITS = {f"{number}th": number for number in range(1, 10)}
_SEPARATORS = (*",;:()[]{}/|", " - ", " -- ", " --- ")

_Phrases = dict[str, list[tuple[tuple[str, ...], list[str]]]]
_words: dict[str, str] = {}
_tens: dict[str, int] = {}
_qualifiers: set[str] = set()
_phrases: _Phrases = {}
_leaders: set[str] = set()
_openers: set[str] = set()
"""Words that may begin a phrase, a number or what the state is called in; all others stand for themselves."""


def english_key(text: str) -> str:
    """Return the key under which the writings of one name in Latin letters meet, order kept.

    Args:
        text: A name in any language written with spaces; any length.
    Returns:
        Words with single spaces, ``of`` and ``and`` kept; the folded text where it has no word.
        ``PRC`` stays, without its ``of``; its absence is another key.
    >>> english_key("The Hebei Province's Dept. of Sci & Tech")
    'hebei provincial department of science and technology'
    >>> english_key("Ministry of Commerce, PRC") == english_key(
    ...     "Ministry of Commerce of the People’s Republic of China")
    True
    >>> english_key("Hebei") == english_key("Hubei")
    False
    """
    return join_tokens(english_tokens(text)) or fold(text)


def join_tokens(tokens: Sequence[str]) -> str:
    """Return the key of tokens made by :func:`english_tokens`.

    >>> join_tokens(["office", ",", "prc"])
    'office prc'
    """
    return " ".join([token for token in tokens if token != ","])


def english_tokens(text: str) -> list[str]:
    """Return the words of a name, each in the form that is compared.

    Args:
        text: A name in any language written with spaces.
    Returns:
        Words in order; ``","`` stands for every comma, bracket and spaced dash between them.
    >>> english_tokens("Int'l Dep’t, Univ. of Macau (No. 2)")
    ['international', 'department', ',', 'university', 'of', 'macao', ',', '2th']
    """
    if not _words:
        _load()
    plain = text.lower().split() if text.isascii() else []
    if "".join(plain).isalpha() and "isation" not in text.lower():
        found = [_words.get(word, word) for word in plain if word != "the"]
        tokens = found if _openers.isdisjoint(found) else _replaced(found)
        return tokens or re.findall(r"\bthe\b", " ".join(plain))
    folded = fold(text)
    if folded.endswith(")"):
        folded = _without_acronym(folded, text)
    tokens = _replaced(_found(folded))
    while tokens and tokens[-1] == ",":
        tokens.pop()
    while tokens and tokens[0] == ",":
        del tokens[0]
    return tokens or re.findall(r"\bthe\b", folded)


def _found(folded: str) -> list[str]:
    """The words of a folded text in their one spelling, without ``the``."""
    if "'" in folded:
        folded = _POSSESSIVE.sub("", folded).replace("'", "")
    if "&" in folded:
        folded = folded.replace("&", " and ")
    if "." in folded:
        folded = _DOTTED.sub(_undotted, folded)
    if "isation" in folded:
        folded = folded.replace("isation", "ization")
    found = (_ASCII_WORD if folded.isascii() else _any_word()).findall(folded)
    get = _words.get
    return [get(word, word) for word in found if word != "the"]


@lru_cache(maxsize=1)
def _any_word() -> re.Pattern[str]:
    # Compiling it costs as much as reading a table; plain English never needs it.
    return re.compile(rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*|" + _SEPARATED)


def _undotted(match: re.Match[str]) -> str:
    return match[0].replace(".", "") + " "


def _replaced(tokens: list[str]) -> list[str]:
    """Put phrases, ordinals and the state into their one form."""
    found: list[str] = []
    done = 0
    for start, end, words in replacements(tokens):
        found += tokens[done:start]
        found += words
        done = end
    return found + tokens[done:] if done else tokens


def may_be_replaced(tokens: Sequence[str]) -> bool:
    """Return whether :func:`replacements` may put others for some words; cheap, and true too often.

    Args:
        tokens: Words as :func:`spelled` gives them, one at least.
    >>> may_be_replaced(["bureau", "of", "statistics"]), may_be_replaced(["bureau", "no", "5"])
    (False, True)
    """
    # No phrase begins with "of" alone; what begins with a digit is before all letters.
    return not _leaders.isdisjoint(tokens) or min(tokens) < ":"


def replacements(tokens: Sequence[str]) -> Iterator[tuple[int, int, Sequence[str]]]:
    """Yield the runs of words that are compared as others; all other words stand for themselves.

    Args:
        tokens: Words as :func:`spelled` gives them.
    Returns:
        (start, end, words) for one run after the other; ``of PRC`` is one, without its ``of``.
    >>> list(replacements(["party", "member", "of", "prc", "communist", "party", "of", "china", "no", "5"]))
    [(2, 4, ['prc']), (4, 8, ['cpc']), (8, 10, ('5th',))]
    """
    done, last = 0, len(tokens) - 1
    openers = _openers
    for at in [at for at, word in enumerate(tokens) if word in openers or word[0].isdigit()]:
        if at < done:
            continue
        token = tokens[at]
        following = tokens[at + 1] if at < last else ""
        phrase = _phrase_at(tokens, at)
        if token == "of" and following in _phrases:  # the state goes without its "of"
            state = _phrase_at(tokens, at + 1)
            phrase = state if state and state[1] == ["prc"] else phrase
        if phrase:
            done = phrase[0]
            yield at, *phrase
        elif token[0].isdigit():
            match = _NUMBERED.match(token)
            if match:
                yield at, at + 1, (_ordinal(match[1]),)
        elif following and token in _NUMBER_WORDS and following.isdecimal():
            done = at + 2
            yield at, done, (_ordinal(following),)
        elif following and token in _tens and following in _UNITS:
            done = at + 2
            yield at, done, (f"{_tens[token] + _UNITS[following]}th",)


def _phrase_at(tokens: Sequence[str], at: int) -> tuple[int, Sequence[str]] | None:
    """The longest phrase that begins at a word: where it ends, and what replaces it."""
    for tail, replacement in _phrases.get(tokens[at], ()):
        end = at + 1 + len(tail)
        if tuple(tokens[at + 1 : end]) == tail:
            return end, replacement
    return None


@lru_cache(maxsize=1)
def written_forms() -> Mapping[str, str]:
    """Return the single words that are compared as another one, and that.

    >>> written_forms()["province"], written_forms()["centre"]
    ('provincial', 'center')
    """
    if not _words:
        _load()
    alone = {
        first: canonical[0]
        for first, options in _phrases.items()
        for tail, canonical in options
        if not tail and len(canonical) == 1
    }
    return {**_words, **alone}


@lru_cache(maxsize=8192)
def spelled(word: str) -> tuple[str, ...]:
    """Return a word of running text as it is compared before phrases are: one word, several, or none.

    Args:
        word: What stands between two spaces, without punctuation around it.
    >>> spelled("Int'l"), spelled("Sci-Tech"), spelled("the")
    (('international',), ('science', 'tech'), ())
    """
    if not _words:
        _load()
    return tuple(_found(fold(word)))


def _ordinal(digits: str) -> str:
    return f"{digits.lstrip('0') or '0'}th"


def _without_acronym(folded: str, text: str) -> str:
    """Drop ``(CAIEP)`` at the end: letters that open words before it, or plainly an acronym."""
    match = _LAST_BRACKET.search(folded)
    if not match or not match.start():
        return folded
    letters = "".join(char for char in match[1] if char.isalpha())
    if len(letters) < 2 or letters in _qualifiers:
        return folded
    before = folded[: match.start()]
    if not _opens_words(letters, before.split()):
        text = unicodedata.normalize("NFKC", text)
        if match[1].upper() not in text or text.isupper():
            return folded
    return before.rstrip()


def _opens_words(letters: str, words: Sequence[str]) -> bool:
    """Tell whether letters are beginnings of some of the words, in order (``caiep``, ``hebut``).

    At least half of the letters must each open a word of its own.
    """
    reach = {(0, 0)}
    for word in words:
        for done, used in list(reach):
            size = 1
            while word[:size] == letters[done : done + size] and done + size <= len(letters):
                reach.add((done + size, used + 1))
                if size >= len(word):
                    break
                size += 1
    return any(done == len(letters) and used * 2 >= done for done, used in reach)


def _load() -> None:
    """Read the tables; the same whichever thread comes first."""
    words: dict[str, str] = {}
    for name in ("spellings", "abbreviations"):
        for canonical, variants in _lines(name):
            words.update(dict.fromkeys(variants, canonical))
    for singular, variants in _lines("plurals"):
        canonical = words.get(singular, singular)
        for plural in variants or [plural_of(singular)]:
            words[plural] = canonical
    for singular, canonical in list(words.items()):
        words[singular] = words.get(canonical, canonical)
    classes = read_classes()
    words.update({word: f"{number}th" for number, word in enumerate(classes["ones"], 1)})
    tens = {word: 10 * number for number, word in enumerate(classes["tens"], 2)}
    words.update({word[:-1] + "ieth": f"{number}th" for word, number in tens.items()})
    words.update(dict.fromkeys(_SEPARATORS, ","))
    phrases: _Phrases = {}
    for canonical, variants in _lines("phrases"):
        for variant in (*variants, *([canonical] if canonical == "prc" else [])):
            first, *tail = (words.get(word, word) for word in variant.split())
            phrases.setdefault(first, []).append((tuple(tail), canonical.split()))
    for options in phrases.values():
        options.sort(key=lambda option: -len(option[0]))
    _tens.update(tens)
    _qualifiers.update(classes["qualifiers"])
    _phrases.update(phrases)
    _leaders.update((*_NUMBER_WORDS, *tens, *phrases))
    _openers.update(("of", *_leaders))
    _words.update(words)


def read_classes(table: str = "classes") -> dict[str, list[str]]:
    """Return the words of each class of a table of ``tables/english``.

    Args:
        table: The file's name without its ending.
    >>> read_classes()["municipalities"]
    ['beijing', 'tianjin', 'shanghai', 'chongqing']
    """
    return {name: " ".join(items).split() for name, items in _lines(table)}


@lru_cache(maxsize=64)
def word_class(name: str, table: str = "classes") -> frozenset[str]:
    """Return the words of one class of a table of ``tables/english``, read once.

    >>> "spokesman" in word_class("offices", "running")
    True
    """
    return frozenset(read_classes(table)[name])


def read_table(name: str) -> dict[str, list[str]]:
    """Return, for each word of a table of ``tables/english``, those that stand behind it.

    Args:
        name: The file's name without its ending.
    >>> read_table("titles")["interim"]
    ['provisional', 'temporary']
    """
    return dict(_lines(name))


def plural_of(word: str) -> str:
    """Return the regular plural of a word.

    >>> plural_of("city"), plural_of("tax")
    ('cities', 'taxes')
    """
    if word.endswith("y") and word[-2] not in "aeou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _lines(name: str) -> Iterator[tuple[str, list[str]]]:
    with open(os.path.join(_FOLDER, name + ".txt"), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                canonical, _, variants = line.strip().partition(":")
                yield canonical, [item.strip() for item in variants.split("|") if item.strip()]
