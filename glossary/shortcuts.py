"""The short way: questions to the user's own glossary, opened and closed for each."""

from __future__ import annotations

from glossary.glossary import Glossary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.model.answers import Answer, Answers

__all__ = ["find", "lookup"]


def lookup(name: str, *, partial: bool = False, **limits: str) -> Answers:
    """Look a name up; ``Glossary.lookup`` says what the limits are and what is returned.

    >>> lookup("MOST")[0].chinese
    '科学技术部'
    """
    with Glossary.open(create=True) as glossary:
        return glossary.lookup(name, partial=partial, **limits)


def find(query: str, *, limit: int = 20, **filters: str) -> tuple[Answer, ...]:
    """Search; ``Glossary.find`` says what the filters are.

    >>> find("hbsgjrcjlxh")[0].english
    'Hebei International Talent Exchange Association'
    """
    with Glossary.open(create=True) as glossary:
        return glossary.find(query, limit=limit, **filters).answers
