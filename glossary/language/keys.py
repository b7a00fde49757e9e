"""The keys of names and queries: what the store indexes, and what a search looks up there.

=============  ============================================  ===========================================
key            a name in Latin letters                       a name with Han characters
=============  ============================================  ===========================================
exact          ``english_key``                               ``han_key``
turned         ``turned_key``: X of Y is Y X, no ", PRC"     ``without_state``: no 中华人民共和国
pinyin         –                                             ``hebeishengkexuejishuting``
pinyin_bare    –                                             ``hebeikexuejishuting``
initials       –                                             ``hbskxjst``
initials_bare  –                                             ``hbkxjst``
words          its words but of, for, and                    bigrams, the last character with ``z``; pinyin by words
=============  ============================================  ===========================================

Whether a text is treated as Han is decided by its characters, not by its language tag, since a query has no
tag: 東京大学 as a Japanese name and as a query have one key.  Kana run with Han.

**ü.** A name's pinyin has ``v`` (``lvliang``).  A query may have ``ü``, ``v``, ``u:``, ```yu`` (``lyu``, passports) or
plain ``u``: ``QueryKeys.pinyin`` has ``v`` where the query shows it.  Both are looked up with plain ``u``
(``flat_pinyin``); where the query shows it, the names must have it there, too (``may_be_typed``).  Among the words of a
name both spellings stand.

**Joined heads.** For ``Jìshùtīng`` the words ``jishu`` and ``ting`` are indexed beside ``jishuting``, so that
pinyin typed with other gaps finds it.
"""

from __future__ import annotations

import re
from collections import namedtuple

from glossary.language.english import STOP_WORDS, english_tokens, join_tokens
from glossary.language.fold import fold
from glossary.language.han import cjk_runs, han_key, has_han, without_state
from glossary.language.initials import generic_spans, initials, toneless_syllables
from glossary.language.turning import turn_tokens

__all__ = ["NameKeys", "QueryKeys", "flat_pinyin", "may_be_typed", "name_keys", "query_keys"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NamedTuple

    class NameKeys(NamedTuple):
        """Keys of one name; those that do not apply are empty."""

        exact: str
        turned: str
        pinyin: str
        pinyin_bare: str
        initials: str
        initials_bare: str
        words: str

    class QueryKeys(NamedTuple):
        """Keys of one query.

        Attributes:
            exact: Equal to the exact key of a name written otherwise.
            turned: Equal to the turned key of a name with its parts in other order.
            is_han: Whether it has Han characters.
            pinyin: The query as joined pinyin, with ``v`` where it shows ``ü``; empty where it is none.
            toned: Whether it shows tones.
            words: What the full-text index is asked for: words, and for Chinese one phrase of bigrams
                for each run of characters; a single character stands alone, to be sought as a prefix.
            initials: The query where it may be initials, 2 to 30 letters and digits; else empty.
        """

        exact: str
        turned: str
        is_han: bool
        pinyin: str
        toned: bool
        words: tuple[str, ...]
        initials: str
else:
    # typing is not loaded on the way to a lookup.
    NameKeys = namedtuple(
        "NameKeys", "exact turned pinyin pinyin_bare initials initials_bare words"
    )
    QueryKeys = namedtuple("QueryKeys", "exact turned is_han pinyin toned words initials")

_LONGEST_PINYIN = 200
# No syllable ends so: most English shows at once that it is no pinyin.
_NO_PINYIN = re.compile("[bpmfdtlkjqxyw](?![aeiouvy:])|(?<![ln])v|[zcs](?![aeiouh])|[^\\W\\da-z_]")
# As passports spell lü and nü; in renyuan the letters are others, so it is tried second.
_PASSPORT = re.compile("([ln])yu", re.IGNORECASE)
#: Queries and names longer than this are not indexed by word beyond it.
_LONGEST_WORDS = 2000


def name_keys(text: str, lang: str, pinyin: str = "", syllables: Sequence[str] = ()) -> NameKeys:
    """Return the keys of a name.

    Args:
        text: The name.
        lang: Its language tag.
        pinyin: Its pinyin by words, with tone marks, for a Chinese name.
        syllables: Its syllables, one for each Han character and each run of Latin letters or digits.
    Returns:
        The keys; those of pinyin and initials are empty where no syllables are given.
    >>> keys = name_keys("河北省科技厅", "zh-Hans", "Héběi Shěng Kējìtīng",
    ...                  ["hé", "běi", "shěng", "kē", "jì", "tīng"])
    >>> keys.exact, keys.pinyin, keys.pinyin_bare, keys.initials_bare
    ('河北省科技厅', 'hebeishengkejiting', 'hebeikejiting', 'hbkjt')
    >>> keys.words
    '河北 北省 省科 科技 技厅 厅z hebei sheng kejiting keji ting'
    >>> name_keys("Department of Science & Technology", "en").words
    'department science technology'
    """
    if not has_han(text):
        tokens = english_tokens(text)
        exact = join_tokens(tokens) or fold(text)
        return NameKeys(
            exact, turn_tokens(tokens) or exact, "", "", "", "", " ".join(_plain(tokens))
        )
    exact = han_key(text)
    words = _han_words(exact)
    if not syllables or not lang.startswith("zh"):
        return NameKeys(exact, without_state(exact), "", "", "", "", " ".join(words))
    plain = toneless_syllables(syllables)
    left_out = generic_spans(text, syllables)
    whole, bare = initials(text, syllables, left_out, plain)
    joined = joined_bare = _letters("".join(plain))
    if left_out:
        joined_bare = _letters(
            "".join([item for at, item in enumerate(plain) if at not in left_out])
        )
    words += _pinyin_words(pinyin, plain)
    return NameKeys(exact, without_state(exact), joined, joined_bare, whole, bare, " ".join(words))


def query_keys(text: str) -> QueryKeys:
    """Return the keys of a query.

    Args:
        text: What someone typed; any length.
    Returns:
        The keys; ``exact`` is empty only where nothing was typed.
    >>> keys = query_keys("Lǜliáng Shì")
    >>> keys.pinyin, keys.toned, keys.words
    ('lvliangshi', True, ('luliang', 'shi'))
    >>> query_keys("河北科技").words, query_keys("hbskjt").initials
    (('河北 北科 科技',), 'hbskjt')
    """
    if has_han(text):
        exact = han_key(text)
        return QueryKeys(exact, without_state(exact), True, "", False, _han_phrases(exact), "")
    folded = fold(text)
    tokens = english_tokens(text)
    exact = join_tokens(tokens) or folded
    pinyin, toned = _pinyin_typed(text, folded)
    compact = text.strip().lower()
    may_be_initials = (
        2 <= len(compact) <= 30
        and compact.isascii()
        and compact.isalnum()
        and not compact.isdigit()
    )
    return QueryKeys(
        exact,
        turn_tokens(tokens) or exact,
        False,
        pinyin,
        toned,
        tuple(_plain(tokens)),
        compact if may_be_initials else "",
    )


def _plain(tokens: Sequence[str]) -> list[str]:
    """Words worth an index, each once."""
    words = [token for token in tokens if token not in STOP_WORDS]
    return list(dict.fromkeys(words or (token for token in tokens if token != ",")))


def _han_words(key: str) -> list[str]:
    """Bigrams of each run of characters, its last character with a mark, and what stands between."""
    words: list[str] = []
    for at, run in enumerate(cjk_runs(key[:_LONGEST_WORDS])):
        if at % 2:
            words += _bigrams(run)
            words.append(run[-1] + "z")
        elif run:
            words += english_tokens(run)
    return words


def _han_phrases(key: str) -> tuple[str, ...]:
    phrases: list[str] = []
    for at, run in enumerate(cjk_runs(key[:_LONGEST_WORDS])):
        if at % 2:
            phrases.append(" ".join(_bigrams(run)) or run)
        elif run:
            phrases += english_tokens(run)
    return tuple(phrases)


def _bigrams(run: str) -> list[str]:
    return list(map(str.__add__, run, run[1:]))


def _letters(text: str) -> str:
    return text if text.isalnum() else "".join(filter(str.isalnum, text))


def _pinyin_words(pinyin: str, plain: Sequence[str]) -> list[str]:
    """Words of the pinyin; of a long one also what stands before its last syllable, and that."""
    words: list[str] = []
    at, count = 0, len(plain)
    for word in toneless_syllables(pinyin.replace("-", " ").split()):
        word = _letters(word)
        if not word:
            continue
        words.append(word)
        if "v" in word:
            words.append(word.replace("v", "u"))
        start, letters = at, ""
        while at < count and len(letters) < len(word):
            letters += plain[at]
            at += 1
        if letters != word:
            at = start
        elif at - start > 2:
            last = plain[at - 1]
            words += (word[: -len(last)], last)
    return words


def _pinyin_typed(text: str, folded: str) -> tuple[str, bool]:
    if len(text) > _LONGEST_PINYIN or _NO_PINYIN.search(folded) or not folded:
        return "", False
    from glossary.language.syllables import has_tones, joined_key, split_syllables

    if not split_syllables(text):
        text = _PASSPORT.sub(r"\1v", text)
        if not split_syllables(text):
            return "", False
    if text.isascii() and not any(map(str.isdigit, text)):
        return "".join(filter(str.isalpha, text.lower().replace("u:", "v"))), False
    joined = "".join(filter(str.isalpha, joined_key(text)))
    return (joined, has_tones(text)) if joined.isascii() else ("", False)


def flat_pinyin(joined: str) -> str:
    """Return joined pinyin with ``u`` for every ``ü``, as it is often typed.

    >>> flat_pinyin("lvliang"), flat_pinyin("tvdaxue")
    ('luliang', 'tvdaxue')
    """
    return joined.replace("lv", "lu").replace("nv", "nu") if "v" in joined else joined


def may_be_typed(typed: str, joined: str) -> bool:
    """Return whether pinyin that shows some ``ü`` as ``v`` may mean other pinyin, or its beginning.

    >>> may_be_typed("lvliang", "lvliangshi"), may_be_typed("luliang", "lvliang"), may_be_typed("lvliang", "luliang")
    (True, True, False)
    """
    return len(typed) <= len(joined) and all(
        letter == other or (letter == "u" and other == "v")
        for letter, other in zip(typed, joined, strict=False)
    )
