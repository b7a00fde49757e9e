"""What ``find`` returns: ranked answers, read from the database only when they are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.model.answers import Answer, Near
    from glossary.search.ranking import Hit

__all__ = ["Hits"]


@dataclass(frozen=True, kw_only=True, eq=False)
class Hits(Sequence["Answer"]):
    """A sequence of answers, best first.

    Attributes:
        query: The text searched for, filters taken out.
        hits: How each entry matched, without its content.
        truncated: Whether there are more than were asked for.
        near: Where there are no hits, entries that may have been meant.
        read: Reads the answers for some hits.
        compose: Gives answers that patterns compose, where no name is equal to the query; of a body that is held
            under the Chinese name that was composed, its own.
    """

    query: str
    hits: tuple[Hit, ...]
    truncated: bool
    near: tuple[Near, ...]
    read: Callable[[Sequence[Hit]], tuple[Answer, ...]]
    compose: Callable[[], tuple[Answer, ...]] = tuple

    def __len__(self) -> int:
        return len(self.hits)

    @overload
    def __getitem__(self, at: int) -> Answer: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Answer, ...]: ...
    def __getitem__(self, at: int | slice) -> Answer | tuple[Answer, ...]:
        if isinstance(at, slice):
            return self.read(self.hits[at])
        return self.read((self.hits[at],))[0]

    @property
    def composed(self) -> tuple[Answer, ...]:
        """Answers that patterns compose, or held bodies of those names, which may be among the hits as well."""
        return self.compose()

    @property
    def answers(self) -> tuple[Answer, ...]:
        """All of them, in one question to the database."""
        return self.read(self.hits)
