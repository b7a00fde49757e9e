"""What a translator wants to know of a row, in a cell that another program keeps as a note.

    [zhengming: Gǎigé Wěiyuánhuì, attested, 2004..] seen on a door plate

What stands in the brackets is said by the glossary and no note of anybody: when the table comes back it is taken away again.
"""

from __future__ import annotations

import re

from glossary.model.names import NameType, Usage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.formats.table_pairs import Pair

__all__ = ["remark", "remarks", "without_remarks"]

_OURS = re.compile(r"\[zhengming: [^\[\]]*\]")
_BREAKS = str.maketrans("[]", "()")


def remark(pair: Pair, *more: str) -> str:
    """Return what is known of a row, then the note of the name asked by.

    Args:
        pair: The row.
        more: What else is to be said, before the rest.
    """
    name = pair.asked.name
    pinyin = next((each.pinyin for each in pair.found if each is not None and each.pinyin), "")
    facts = [*more, pinyin, pair.evidence.value]
    if name.type is not NameType.FULL:
        facts.append(name.type.value)
    if name.start or name.end:
        facts.append(f"{name.start}..{name.end}")
    if name.usage is Usage.DEPRECATED:
        facts.append(name.usage.value)
    if pair.doubtful:
        facts.append(pair.review)
    said = ", ".join(fact for fact in facts if fact).translate(_BREAKS)
    return f"[zhengming: {said}] {' '.join(name.note.split())}".rstrip()


def remarks(group: Iterable[Pair]) -> str:
    """Return the remarks of several rows as one cell, each once."""
    return "; ".join(dict.fromkeys(map(remark, group)))


def without_remarks(text: str) -> str:
    """Return the note of a cell without what the glossary said in it.

    >>> without_remarks("[zhengming: Jiǎbù, attested] new seal"), without_remarks("attested"), without_remarks("a [b]")
    ('new seal', 'attested', 'a [b]')
    >>> without_remarks("[zhengming: Jiǎbù, official]; [zhengming: Yǐbù, unsourced, alias] n")
    'n'
    """
    if "[zhengming: " not in text:
        return text
    return _OURS.sub("", text).strip(" ;,\n")
