"""Questions about names that patterns compose; what answers them loads when the first is asked."""

from __future__ import annotations

import time

from glossary.errors import NotFoundError
from glossary.i18n import _, local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.facade.composing import NameGrammar
    from glossary.model.answers import Answer
    from glossary.patterns.derivations import Step
    from glossary.store.database import Store

__all__ = ["Compositions", "today"]


class Compositions:
    """What a glossary composes; a part of ``Glossary``.

    Attributes:
        store: The store; for this package only.
    """

    store: Store
    _grammar: tuple[str, NameGrammar] | None = None

    @property
    def name_grammar(self) -> NameGrammar:
        """The approved patterns, compiled; made anew when one of them is another."""
        from glossary.facade.composing import NameGrammar
        from glossary.facade.grammars import compiled_patterns

        with self.store.reading():
            mark, made = self.store.reader.log_hash(), self._grammar
            if made is None or made[0] != mark:
                patterns = compiled_patterns(self.store.reader)
                same = made is not None and made[1].grammar is patterns
                grammar = made[1] if made and same else NameGrammar(self.store, today())
                grammar.forget()
                made = self._grammar = (mark, grammar)
        return made[1]

    def composed(
        self, name: str, day: str = "", *, strict: bool = False
    ) -> tuple[tuple[Answer, ...], str]:
        """Return the answers that patterns compose for a name, or why they compose none.

        Args:
            name: The name.
            day: The day the answers hold for; today by default.
            strict: Leave out what was not in use that day.
        """
        if not name.strip():
            return (), ""
        with self.store.reading():
            grammar = self.name_grammar
            answers = grammar.answers(name, day or today(), strict=strict)
            return answers, "" if answers else grammar.reason(name, day if strict else "")

    def explain(self, name: str) -> tuple[Step, ...]:
        """Return how a name is composed, as a tree for each reading, the likeliest first.

        Args:
            name: A name, listed or not.
        Raises:
            NotFoundError: Patterns do not compose it; ``why`` says what stands in the way, where it is known.
        """
        with self.store.reading():
            grammar = self.name_grammar
            readings = grammar.read(name)
            if not readings:
                raise NotFoundError(
                    _("no pattern composes {name!r}").format(name=name),
                    why=local(grammar.reason(name)),
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


def today() -> str:
    """Return the day it is here, YYYY-MM-DD."""
    return time.strftime("%Y-%m-%d")
