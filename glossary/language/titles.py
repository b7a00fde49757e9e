"""Titles of documents in other words of the same meaning: *Regulations on the Management of* for *Administration of*.

The English of a Chinese title is rarely official, and translators of one text differ in few ways: 管理 is
administration or management, 暂行 interim or provisional, and *Regulations for Implementing the Law* are *Implementing
Regulations of the Law*.  ``tables/english/titles.txt`` lists the words.  A title is read as its parts:

==========  ====================================================================================
kind        what it is, *Measures* in *Measures for …* or *… Measures*
words       all else but what follows, as an order-free key
issuers     *of the State Council* before *on*, *SPC* at the beginning
period      *(2021–2025)*
trial       *(Trial)*, *for Trial Implementation*, *Trial Measures for*
several     *Several Provisions on*, *Certain Issues concerning*
==========  ====================================================================================

Titles with all parts equal are one.  Where no such title is known, one is taken that differs in what a writer leaves
out or another translator calls otherwise: issuer, period, trial and several may be missing in what is asked, never be
others; so may *administration* and its like, but in a law; and *Regulations* may be asked for a 办法, since ``tables/english/kinds.txt`` says so, but *Measures* never for
a 条例.  A law is a law, and every other word, number and year tells apart.
"""

from __future__ import annotations

from collections import namedtuple
from functools import lru_cache
from itertools import chain, pairwise

from glossary.language.english import read_table, word_class
from glossary.language.turning import turn_tokens

__all__ = [
    "BINDING",
    "COURTS",
    "Title",
    "compared_words",
    "is_meant",
    "is_of_the_kind",
    "kinds_of_han",
    "parse_title",
    "singular",
    "title_words",
    "without_edition",
    "word_forms",
    "words_of",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import NamedTuple

    class Title(NamedTuple):
        """A title's parts; equal titles are of one document.

        Attributes:
            words: The order-free key of what it is about.
            kind: The word that says what it is.
            issuers: Who issued it, where it says so.
            period: The years of a plan, such as ``2021 2025``.
            trial: Whether it is for trial implementation.
            several: Whether it is of several provisions or issues.
        """

        words: str
        kind: str
        issuers: frozenset[str]
        period: str
        trial: bool
        several: bool

    class _Tables(NamedTuple):
        compared: dict[str, str]
        written: dict[str, list[str]]
        kinds: frozenset[str]
        han: dict[str, frozenset[str]]
        weak: frozenset[str]
        issuers: dict[str, str]

else:
    # typing is not loaded on the way to a lookup.
    Title = namedtuple("Title", "words kind issuers period trial several")
    _Tables = namedtuple("_Tables", "compared written kinds han weak issuers")

_DROPPED = "-"
_ACT = "act"
_LINKS = frozenset(("on", "for", "of", "to", "concerning", "regarding", "governing", "about"))
BINDING = frozenset(("law", "code"))
_STOPS = frozenset(
    ("on", "and", "the", "to", "in", "by", "a", "an", "as", "at", "with", "from", "its")
)
_BEFORE_YEARS = _LINKS | {"in", "by", "from", "until", "since", "and", "year"}
_ROMAN = frozenset(("i", "ii", "iii", "iv", "v"))
_ON = frozenset(("on", "concerning", "regarding", "about"))
_PLANNED = ("five", "year")
_FYP = ("fyp", "five year plan")
_OF_CONDUCT = frozenset(("conduct", "ethic", "ethical", "practice"))
"""A code *of conduct* binds no more than norms do: 准则, 守则, 规范."""
_ANTI = "anti"
_DETAILED = "detailed"
_SEVERAL = "several"
_HAN_ENDING = 2
COURTS = ("最高人民法院", "最高人民检察院")
_LONGEST_ISSUER = 9
_ENOUGH = 2


def parse_title(key: str) -> Title | None:
    """Return the parts of a title; nothing where no kind of document is named.

    Args:
        key: An exact key of a name in Latin letters, as ``english_key`` makes it.
    >>> parse_title("regulation on management of publication") == parse_title(
    ...     "administrative regulation governing publication")
    True
    >>> parse_title("food safety law") == parse_title("food security law"), parse_title("ministry of commerce")
    (False, None)
    >>> parse_title("state council opinions on fund 2021 2025 trial")
    Title(words='act fund', kind='opinion', issuers=frozenset({'sc'}), period='2021 2025', trial=True, several=False)
    """
    tables = _tables()
    tokens = [singular(token) for token in key.replace(*_FYP).split()]
    if tables.kinds.isdisjoint(tokens):
        return None
    issuers, tokens = _without_issuers(tokens, tables.issuers)
    period, tokens = _without_period(tokens)
    trial, tokens = _without_trial(tokens, tables.kinds)
    at = _head(tokens, tables.kinds)
    if at < 0:
        return None
    kind = tables.compared.get(tokens[at], tokens[at])
    if tokens[at - 1 : at] == [_DETAILED]:
        at -= 1
        kind = f"{_DETAILED} {kind}"
        del tokens[at]
    if kind not in BINDING or not _OF_CONDUCT.isdisjoint(tokens[at + 2 : at + 3]):
        tokens[at] = _ACT
    words = compared_words(tokens)
    if words[:1] == ["china"]:  # China's
        del words[0]
    # Printing and distributing is issuing, once.
    several = _SEVERAL in words
    key = turn_tokens([word for word in dict.fromkeys(words) if word != _SEVERAL])
    return Title(key, kind, issuers, period, trial, several)


def is_meant(asked: Title, known: Title, kinds: frozenset[str] | None) -> bool:
    """Return whether a title may be what was asked for, though not in all its parts.

    Args:
        asked: The title asked for.
        known: A title of the glossary.
        kinds: What the kind of the known document may be called; empty where its Chinese does not tell, None for any.
    >>> known = parse_title("measures for the administration of funds trial")
    >>> asked = parse_title("regulations on the management of funds")
    >>> is_meant(asked, known, kinds_of_han("基金管理办法（试行）")), is_meant(known, asked, kinds_of_han("基金管理条例"))
    (True, False)
    """
    if asked.words != known.words and not _says_less(asked, known):
        return False
    return is_of_the_kind(asked, known, kinds)


def is_of_the_kind(asked: Title, known: Title, kinds: frozenset[str] | None) -> bool:
    """Return whether a title may be what was asked for in all but its words; see :func:`is_meant`.

    >>> known = parse_title("measures for the administration of funds trial")
    >>> is_of_the_kind(parse_title("measures for cars"), known, None)
    True
    """
    if kinds is not None and asked.kind != known.kind and asked.kind not in kinds:
        return False
    # A title may leave out who issued the document; see :mod:`glossary.language.issuers`.
    if asked.issuers and known.issuers and asked.issuers != known.issuers:
        return False
    # The number of a five-year plan says its years.
    planned = all(f" {word} " in f" {asked.words} " for word in _PLANNED)
    same = asked.period in ("", known.period) or (planned and not known.period)
    return same and asked.trial <= known.trial and asked.several <= known.several


def words_of(title: Title) -> frozenset[str]:
    """Return the words of a title without what marks their order.

    >>> sorted(words_of(Title("act bank bank<>china china", "rule", frozenset(), "", False, False)))
    ['act', 'bank', 'china']
    """
    return frozenset(filter(str.isalnum, title.words.split()))


def compared_words(tokens: Sequence[str]) -> list[str]:
    """Return words as titles are compared by: one for those used one for the other, none for links.

    >>> compared_words(["managing", "the", "ships"])
    ['administration', 'vessel']
    """
    compared = _tables().compared
    return [word for token in tokens for word in _compared(singular(token), compared)]


def _says_less(asked: Title, known: Title) -> bool:
    """Whether a title only leaves out what hardly says anything: no *administration*; laws never do."""
    said, all_said = words_of(asked), words_of(known)
    enough = len(said) > _ENOUGH and _ACT in said
    return enough and said <= all_said and all_said - said <= _tables().weak


def kinds_of_han(text: str) -> frozenset[str]:
    """Return the English words for the kind of document a Chinese title names at its end.

    >>> sorted(kinds_of_han("科技伦理审查办法（试行）")), kinds_of_han("国家安全法")
    (['measure', 'method', 'procedure', 'regulation', 'rule'], frozenset())
    >>> "interpretation" in kinds_of_han("最高人民法院关于诉讼时效的规定"), "interpretation" in kinds_of_han("土地规定")
    (True, False)
    """
    bare = text
    while bare.endswith(("）", ")")):
        opened = max(bare.rfind("（"), bare.rfind("("))
        if opened < 1:
            break
        bare = bare[:opened]
    kinds = _tables().han.get(bare[-_HAN_ENDING:], frozenset())
    # Provisions of the courts are judicial interpretations too, and cited so.
    return kinds | {"interpretation"} if text.startswith(COURTS) and kinds else kinds


def without_edition(key: str) -> tuple[str, str]:
    """Return a key without the year it ends in, and that year; two empty texts where it ends in none.

    >>> without_edition("electric power law prc 2015"), without_edition("bonds issued in 2020"), without_edition("2020")
    (('electric power law prc', '2015'), ('', ''), ('', ''))
    """
    bare, _, year = key.rpartition(" ")
    tells = len(year) == 4 and year.isdecimal() and "1949" <= year < "2100"
    last = bare.rpartition(" ")[2]
    return (bare, year) if bare and tells and last not in _BEFORE_YEARS else ("", "")


def title_words(title: Title) -> list[list[str]]:
    """Return, for each word of a title, what may stand for it in the index of words.

    >>> title_words(Title("act anti fund monopoly", "rule", frozenset(), "", False, False))
    [['fund', 'funds', 'antifund'], ['monopoly', 'monopolies', 'antimonopoly']]
    """
    words = dict.fromkeys(word for word in title.words.split() if word.isalnum())
    groups = []
    for word in words:
        if word not in (_ACT, _ANTI):
            same = word_forms(word)
            groups.append([*same, _ANTI + word] if _ANTI in words else same)
    return groups


def word_forms(word: str) -> list[str]:
    """Return how a compared word may stand in the index of words.

    >>> word_forms("interim")
    ['interim', 'interims', 'provisional', 'provisionals', 'temporary', 'temporaries']
    """
    written = _tables().written.get(word, ())
    return [form for each in (word, *written) for form in _numbers(each)]


def _numbers(word: str) -> tuple[str, str]:
    if word.endswith("y") and word[-2:-1] not in ("a", "e", "o"):
        return word, word[:-1] + "ies"
    return word, word + "s"


def _compared(token: str, compared: Mapping[str, str]) -> Sequence[str]:
    if token in _STOPS or token == "prc":
        return ()
    if token.startswith(_ANTI) and len(token) > len("antiques"):
        return (_ANTI, *_compared(token[len(_ANTI) :], compared))
    word = compared.get(token, token)
    return () if word == _DROPPED else word.split()


def _head(tokens: Sequence[str], kinds: frozenset[str]) -> int:
    """Where the word stands that says what the document is: the first before *on* or *for*, else the last."""
    found = [at for at, token in enumerate(tokens) if token in kinds]
    for at in found:
        rest = tokens[at + 1 : at + 3]
        if rest[:1] and (rest[0] in _LINKS or (rest[0] in _ROMAN and rest[-1] in _LINKS)):
            return at
    return found[-1] if found else -1


def _without_issuers(
    tokens: list[str], known: Mapping[str, str]
) -> tuple[frozenset[str], list[str]]:
    """Take *of the State Council* out where *on* follows, *State Council* from the beginning of such a title, *by* it from the end."""
    for at, token in enumerate(tokens):
        if at and token not in ("of", "by"):
            continue
        start = at + 1 if at else at
        found, end = _issuers_at(tokens, start, known)
        rest = tokens[end:]
        said_after = not rest and token == "by"
        if found and at and (said_after or (rest[:1] and rest[0] in _ON)):
            return found, tokens[:at] + rest
        # An interpretation stands on no *on*: NPCSC Interpretation of Article 104.
        said_of = rest[:1] == ["interpretation"]
        if found and not at and (said_of or not _ON.isdisjoint(rest[1:4])):
            return found, rest
    return frozenset(), tokens


def _issuers_at(
    tokens: Sequence[str], at: int, known: Mapping[str, str]
) -> tuple[frozenset[str], int]:
    found: set[str] = set()
    end = at
    while True:
        start = end + 1 if found and tokens[end : end + 1] == ["and"] else end
        sizes = range(min(_LONGEST_ISSUER, len(tokens) - start), 0, -1)
        size = next((n for n in sizes if " ".join(tokens[start : start + n]) in known), 0)
        if not size:
            return frozenset(found), end
        end = start + size
        found.add(known[" ".join(tokens[start:end])])


def _without_period(tokens: list[str]) -> tuple[str, list[str]]:
    """Take *2021 2025* or *2021 25* out."""
    for at, (first, last) in enumerate(pairwise(tokens)):
        if len(first) == 4 and first.isdecimal() and last.isdecimal() and len(last) in (2, 4):
            last = first[: 4 - len(last)] + last
            if "1900" < first < last < "2100":
                return f"{first} {last}", tokens[:at] + tokens[at + 2 :]
    return "", tokens


def _without_trial(tokens: list[str], kinds: frozenset[str]) -> tuple[bool, list[str]]:
    """Take *(Trial)* and *for Trial Implementation* out; the trial of cases stays."""
    for at, token in enumerate(tokens):
        if token == "trial":
            end = at + 2 if tokens[at + 1 : at + 2] == ["implementation"] else at + 1
            start = at - 1 if tokens[at - 1 : at] == ["for"] else at
            before = kinds.isdisjoint(tokens[start - 1 : start]) or not start
            if tokens[end : end + 1] == ["of"]:  # for the trial of cases
                continue
            if end == len(tokens) or not kinds.isdisjoint(tokens[end : end + 1]) or not before:
                return True, tokens[:start] + tokens[end:]
    return False, tokens


def singular(token: str) -> str:
    """Return a word without the s of a plural; ``securities`` does not become ``security``.

    >>> singular("policies"), singular("securities") == "security"
    ('policy', False)
    """
    if len(token) > 4 and token.endswith("ies") and token not in ("securities", "series"):
        return token[:-3] + "y"
    if token.endswith("sses"):
        return token[:-2]
    return token[:-1] if len(token) > 3 and token[-1] == "s" and token[-2] not in "sui" else token


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    titles = read_table("titles")
    written: dict[str, list[str]] = {}
    for one, words in titles.items():
        for part in one.split():
            written.setdefault(part, []).extend(word for word in words if " " not in word)
    kinds = read_table("kinds")
    return _Tables(
        compared={word: one for one, words in titles.items() for word in words},
        written=written,
        kinds=frozenset((*word_class("documents"), *chain.from_iterable(kinds.values()))),
        han={ending: frozenset(words) for ending, words in kinds.items()},
        weak=word_class("weak"),
        issuers={name: one for one, names in read_table("issuers").items() for name in names},
    )
