"""How many names there are of each kind, by how well they are known."""

from __future__ import annotations

from collections import Counter

from glossary.model.names import Evidence
from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.curation.content import Content

__all__ = ["Share", "shares"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One kind of entry.

    Attributes:
        kind: The kind; empty for all together.
        entries: How many entries.
        approved: How many of them are approved.
        names: How many names, by evidence, strongest first.
    """

    kind: str
    entries: int
    approved: int
    names: tuple[int, ...]

    @property
    def sourced(self) -> float:
        """The part of the names that stand on a source, from 0 to 1.

        >>> Share(kind="body", entries=1, approved=1, names=(1, 1, 1, 1, 0, 0)).sourced
        0.75
        """
        cited = sum(
            count
            for evidence, count in zip(Evidence, self.names, strict=True)
            if evidence.needs_source
        )
        return cited / max(sum(self.names), 1)


def shares(content: Content) -> tuple[Share, ...]:
    """Return the share of each kind, most entries first, and of all in the end."""
    kinds = Counter(each.entry.kind.value for each in content.placed)
    return tuple(_share(content, kind) for kind in [*(kind for kind, _ in kinds.most_common()), ""])


def _share(content: Content, kind: str) -> Share:
    mine = [each for each in content.placed if not kind or each.entry.kind.value == kind]
    known = Counter(name.evidence for each in mine for name in each.entry.names)
    return Share(
        kind=kind,
        entries=len(mine),
        approved=sum(each.review == "approved" for each in mine),
        names=tuple(known[evidence] for evidence in Evidence),
    )
