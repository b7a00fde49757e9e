"""Questions about names that patterns compose; what answers them loads when the first is asked."""

from __future__ import annotations

import time

from glossary.errors import NotFoundError, excerpt
from glossary.i18n import _, local
from glossary.store.filters import NO_FILTERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.facade.composing import NameGrammar
    from glossary.model.answers import Answer
    from glossary.patterns.derivations import Step
    from glossary.store.database import Store
    from glossary.store.filters import Filters

__all__ = ["COMPOSED", "Compositions", "today"]

COMPOSED = frozenset(("body", "document", "place", "position", "event"))
"""Kinds of entries that patterns compose."""


class Compositions:
    """What a glossary composes; a part of ``Glossary``.

    Attributes:
        store: The store; for this package only.
    """

    store: Store
    _grammar: tuple[tuple[str, str], NameGrammar] | None = None

    @property
    def name_grammar(self) -> NameGrammar:
        """The approved patterns, compiled; made anew when one of them is another, or the day is."""
        from glossary.facade.composing import NameGrammar
        from glossary.facade.grammars import compiled_patterns

        with self.store.reading():
            mark, made = (self.store.reader.log_hash(), today()), self._grammar
            if made is None or made[0] != mark:
                patterns = compiled_patterns(self.store.reader)
                same = made is not None and made[1].grammar is patterns and made[1].day == mark[1]
                grammar = made[1] if made and same else NameGrammar(self.store, mark[1])
                grammar.forget()
                made = self._grammar = (mark, grammar)
        return made[1]

    def composed(
        self, name: str, day: str = "", filters: Filters = NO_FILTERS
    ) -> tuple[tuple[Answer, ...], str]:
        """Return the answers that patterns compose for a name, and why none of them may be given as its name.

        The reason is empty where the first may; it comes with answers where English leaves a word of a title open.

        Args:
            name: The name.
            day: The day the answers hold for; today by default.
            filters: What the answers are limited to; one with a day leaves out what was not in use then.
        """
        if not _may_be_composed(name, filters):
            return (), ""
        with self.store.reading():
            return self.name_grammar.composed(name, day or today(), filters)

    def composed_answers(
        self, name: str, day: str = "", filters: Filters = NO_FILTERS
    ) -> tuple[Answer, ...]:
        """Return the answers alone of what ``composed`` returns, with its arguments: why there are none costs more than they do."""
        if not _may_be_composed(name, filters):
            return ()
        with self.store.reading():
            return self.name_grammar.answers(name, day or today(), filters)

    def explain(self, name: str) -> tuple[Step, ...]:
        """Return how a name is composed, as a tree for each reading, the likeliest first.

        Args:
            name: A name, listed or not.
        Raises:
            NotFoundError: Patterns do not compose it; ``why`` says what stands in the way, where it is known.
        """
        with self.store.reading():
            readings, reason = self.name_grammar.read_or_why(name)
            if not readings:
                raise NotFoundError(
                    _("no pattern composes {name!r}").format(name=excerpt(name)),
                    why=local(reason),
                    fix=_("Search for a part of it with 'zhengming find'."),
                )
            return tuple(reading.tree for reading in readings)

    def frame(self, name: str) -> tuple[str, str] | None:
        """Return the Chinese and the English of a title whose topic is not known, that left in place in 〔 〕.

        Args:
            name: A title in either language.
        Returns:
            Both, or ``None`` where no pattern gives a frame. Never an answer: a part of it is not translated.
        """
        with self.store.reading():
            return self.name_grammar.frame(name)


def _may_be_composed(name: str, filters: Filters) -> bool:
    return bool(name.strip()) and not (filters.kinds and COMPOSED.isdisjoint(filters.kinds))


def today() -> str:
    """Return the day it is here, YYYY-MM-DD."""
    return time.strftime("%Y-%m-%d")
