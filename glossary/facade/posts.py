"""Posts at bodies that only a whole lookup finds: under another order of words, with whose they are behind, as a department.

A pattern has the post and asks for the body by a name the glossary holds or composes. *Director of the Institute of Automation
of the Chinese Academy of Sciences* is the post of what that name is answered with.
"""

from __future__ import annotations

from glossary.language.han import has_han
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.facade.composing import NameGrammar
    from glossary.model.answers import Answer
    from glossary.patterns.parsing import Parser
    from glossary.store.filters import Filters

    Find = Callable[[str], tuple[Answer, ...]]

__all__ = ["HEADSHIP", "found_by_post"]

HEADSHIP = "headship"
"""The symbol of the word for a post at a body: 局长."""

_LINKS = ("of", "for", "in", "at")
_FORMER = ("former", "ex")
_PAST = ("原", "前")
_LONGEST = 12
"""Characters of the longest post."""
_MOST = 60
"""Words or characters of the longest name in which a body is sought."""


def found_by_post(
    name: str, find: Find, grammar: NameGrammar, day: str, filters: Filters
) -> tuple[Answer, ...]:
    """Return the post of a body that is not found within a longer name, but for itself.

    Args:
        name: The name asked for.
        find: Gives the answers to the name of a body.
        grammar: What reads the post.
        day: The day the answers hold for.
        filters: What answers are limited to.
    """
    parser = grammar.parser(name)
    if len(parser.atoms) > _MOST:
        return ()
    begin, end = _body_in_han(parser) if has_han(name) else _body_in_words(parser)
    joint = "" if parser.lang == "zh" else " "
    asked = joint.join(parser.atoms[begin:end])
    bodies = find(asked) if asked else ()
    if not bodies:
        return ()
    nodes = grammar.with_entry(parser, begin, end, bodies[0]).whole(("post",))
    answers = grammar.answers_of(nodes, name, day, filters)
    return tuple(replace(each, reworded=True) for each in answers)


def _body_in_words(parser: Parser) -> tuple[int, int]:
    """Where the body stands in an English name: behind the post, and what joins the two."""
    atoms = parser.atoms
    start = int(bool(atoms) and atoms[0] in _FORMER)
    begin = max((end for end, _node in parser.at(HEADSHIP, start)), default=len(atoms))
    if begin < len(atoms) and atoms[begin] in _LINKS:
        begin += 1
    return begin, len(atoms)


def _body_in_han(parser: Parser) -> tuple[int, int]:
    """Where the body stands in a Chinese name: before the post."""
    atoms = parser.atoms
    size = len(atoms)
    for at in range(max(1, size - _LONGEST), size):
        if any(end == size for end, _node in parser.at(HEADSHIP, at)):
            return 0, at - (atoms[at - 1] in _PAST)
    return 0, 0
