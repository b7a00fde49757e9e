"""The order-free key of an English name: X of Y meets Y X.

The key is the sorted bag of the name's words without ``of for and the on``.  So these are one::

    Department of Science and Technology of Hebei Province
    Hebei Provincial Department of Science and Technology
    Hebei Provincial Science and Technology Department
    Science and Technology Department, Hebei Province

A bag alone would also make one of names that are not.  What tells them apart is added to it:

==========================  =================================================================
self-naming heads           *University of Jinan*, *Jinan University*: university, academy, bank …
                            carry the word before them and the first word after ``of``
several heads of offices    *Department of Finance, Ministry of Education* is not the Department
                            of Education of the Ministry of Finance: each carries its field
ordinals                    *First Hospital of the Second University*: each carries what it numbers
countries side by side      *China-Japan* and *Japan-China*; *China West* and *West China*
several kinds of document   *Measures for Implementing the Regulations …*: their order is kept
two words, no office        *General Secretary* is not *Secretary-General*: which of them is the head
==========================  =================================================================

Two things are dropped.  ``of the PRC`` goes where the rest names an organ or a law of the state
(*Ministry of Commerce*), not elsewhere (*President*, *Constitution*, *Embassy*).  *Provincial* goes
after a province's name where a government body is named (*Hebei Department of …*), and
*Municipal* likewise in the four municipalities.

A name that does not read as English keeps its order: its key is its exact one.
"""

from __future__ import annotations

from glossary.language.english import english_tokens, join_tokens, read_classes
from glossary.language.fold import fold

__all__ = ["turn_tokens", "turned_key"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    _Classes = Mapping[str, frozenset[str]]

_DROPPED = frozenset(("of", "for", "and", "on", ","))
_LINKS = ("of", "for")
_HEADED = ("of", "for", "on", ",")
"""What stands behind the head of a name, and before it in no other."""
_DEEDS = frozenset(("administration", "inspection"))
"""Heads of offices that also say what another office does."""
_ROMAN = {"i": "1th", "ii": "2th", "iii": "3th", "iv": "4th", "v": "5th"}
_classes: dict[str, frozenset[str]] = {}


def turned_key(text: str) -> str:
    """Return the key under which X of Y and Y X meet.

    Args:
        text: A name in any language written with spaces; any length.
    Returns:
        Words sorted, with the marks that keep different names apart; the exact key where the name
        is not English.
    >>> turned_key("Department of Commerce of Hebei Province") == turned_key(
    ...     "Hebei Provincial Commerce Department")
    True
    >>> turned_key("University of Jinan") == turned_key("Jinan University")
    False
    """
    tokens = english_tokens(text)
    return turn_tokens(tokens) or fold(text)


def turn_tokens(tokens: Sequence[str]) -> str:
    """Return the order-free key of tokens made by ``english_tokens``.

    >>> turn_tokens(["bank", "of", "china"]), turn_tokens(["ministry", "of", "commerce", "prc"])
    ('bank bank<>china china', 'commerce ministry')
    """
    known = _classes or _load()
    if not known["foreign"].isdisjoint(tokens) or not "".join(tokens).replace(",", "").isascii():
        return join_tokens(tokens)
    words = _with_ordinals(_without_level(_without_state(tokens, known), known), known)
    bag = [token for token in words if token not in _DROPPED]
    if len(bag) < 2:
        return join_tokens(tokens)
    return " ".join(sorted(bag + _marks(words, bag, known)))


def _without_state(tokens: Sequence[str], known: _Classes) -> Sequence[str]:
    if "prc" not in tokens or len(tokens) < 3 or known["state"].isdisjoint(tokens):
        return tokens
    # The state's Central Military Commission has a twin in the Party.
    if "central" in tokens and "military" in tokens:
        return tokens
    return [token for token in tokens if token != "prc"]


def _without_level(tokens: Sequence[str], known: _Classes) -> Sequence[str]:
    if "provincial" in tokens:
        level, places = "provincial", known["provinces"]
    elif "municipality" in tokens:
        level, places = "municipality", known["municipalities"]
    else:
        return tokens
    if known["governing"].isdisjoint(tokens):
        return tokens
    return [
        token
        for at, token in enumerate(tokens)
        if token != level or not at or tokens[at - 1] not in places
    ]


def _marks(tokens: Sequence[str], bag: Sequence[str], known: _Classes) -> list[str]:
    """What the order of the words says beyond the words themselves."""
    marks: list[str] = []
    several = sum(token in known["heads"] for token in bag) > 1
    self_naming, field_heads, nations = known["self-naming"], known["field-heads"], known["nations"]
    before = ","
    last = len(tokens) - 1
    for at, token in enumerate(tokens):
        if token in self_naming:
            marks.append(_signature(tokens, at, known))
        elif several and token in field_heads:
            marks.append(f"{token}<{_field(tokens, at, known)}")
        elif token in nations:
            if before in nations:
                marks.append(f"{before}+{token}")
        elif token.endswith("th") and token[0].isdigit() and at < last:
            marks.append(f"{token}>{_numbered(tokens, at, known)}")
        before = token
    kinds = [token for token in bag if token in known["documents"]]
    if len(kinds) > 1:
        marks.append(">".join(kinds))
    # A title comes without its links and with "act" for what it is.
    if len(bag) == 2 and "and" not in tokens and "act" not in bag:
        head = bag[not any(link in tokens[:-1] for link in _HEADED)]
        if not any(head in known[kind] for kind in ("heads", "self-naming", "documents")):
            marks.append(f"{head}<")
    return marks


def _with_ordinals(tokens: Sequence[str], known: _Classes) -> Sequence[str]:
    """*Department of Equipment Industry I* with its number before its head."""
    for at, token in enumerate(tokens):
        if token not in _ROMAN or tokens[at + 1 : at + 2] not in ([], [","]):
            continue
        head = at - 1
        while head >= 0 and tokens[head] != "," and tokens[head] not in known["field-heads"]:
            head -= 1
        if head >= 0 and tokens[head] in known["field-heads"]:
            while head and tokens[head - 1] not in _DROPPED:
                head -= 1
            return [*tokens[:head], _ROMAN[token], *tokens[head:at], *tokens[at + 1 :]]
    return tokens


def _numbered(tokens: Sequence[str], at: int, known: _Classes) -> str:
    """What an ordinal numbers: the office that its words end in, else the next word."""
    for token in tokens[at + 1 :]:
        if token in known["field-heads"]:
            return token
        if token in _DROPPED:
            break
    return tokens[at + 1]


def _signature(tokens: Sequence[str], at: int, known: _Classes) -> str:
    """A self-naming head with the word before it and the first word after ``of``."""
    before = tokens[at - 1] if at else ""
    following = tokens[at + 2] if at + 2 < len(tokens) and tokens[at + 1] in _LINKS else ""
    if (
        before in _DROPPED
        or before in known["self-naming"]
        or (following and (before in known["fields"] or before in known["heads"]))
    ):
        before = ""
    return f"{tokens[at]}<{before}>{following}"


def _field(tokens: Sequence[str], at: int, known: _Classes) -> str:
    """The last word of what a head of an office is in charge of."""
    heads, size = known["heads"], len(tokens)
    if at + 2 < size and tokens[at + 1] in _LINKS:
        end = at + 2
        while (
            end < size
            and tokens[end] not in _LINKS
            and tokens[end] != ","
            and tokens[end] not in heads
        ):
            end += 1
        # Words that end at another head belong to it, unless that one has its own "of".
        owned = (
            end < size
            and tokens[end] in heads
            and tokens[end + 1 : end + 2] not in (["of"], ["for"])
        )
        # "Bureau of Prison Administration, Ministry of Justice": what it does, and no head with words of its own.
        is_deed = end < size and tokens[end] in _DEEDS and (not at or tokens[at - 1] in _DROPPED)
        if is_deed and (owned or not heads.isdisjoint(tokens[end + 1 :])):
            return tokens[end]
        if end > at + 2 and not owned:
            return tokens[end - 1]
    return tokens[at - 1] if at and tokens[at - 1] not in _DROPPED else ""


def _load() -> dict[str, frozenset[str]]:
    _classes.update((name, frozenset(words)) for name, words in read_classes().items())
    return _classes
