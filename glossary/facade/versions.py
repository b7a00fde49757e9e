"""A version of a document that is asked for in other words than the glossary has its title in.

Patterns compose *(Draft for Comment)* and the like behind a title as an entry writes it. A title in other words of the
same meaning is put right first: *Measures for Cybersecurity Review (Draft for Comment)* is asked for as the draft of the
*Cybersecurity Review Measures*.
"""

from __future__ import annotations

import re

from glossary.language.han import has_han
from glossary.model.entries import Kind
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.model.answers import Answer

    Find = Callable[[str], tuple[Answer, ...]]

__all__ = ["found_by_version"]

_VERSION = re.compile(r"(?P<title>.+?)\s*(?P<version>\([^()]+\))")


def found_by_version(name: str, find: Find, compose: Find) -> tuple[Answer, ...]:
    """Return the version of a document whose title is asked for in other words, as composed.

    Args:
        name: An English title with what version of it is meant behind it, in brackets.
        find: Gives the answers to a name as it stands.
        compose: Gives what patterns compose for a name.
    Returns:
        What is composed for the title that the glossary has, marked as reworded; none where several documents may be meant.
    """
    asked = None if has_han(name) else _VERSION.fullmatch(name.strip())
    if asked is None:
        return ()
    meant = find(asked["title"])
    if len(meant) != 1 or meant[0].entry.kind is not Kind.DOCUMENT or not meant[0].english:
        return ()
    composed = compose(f"{meant[0].english} {asked['version']}")
    return tuple(replace(answer, reworded=True) for answer in composed)
