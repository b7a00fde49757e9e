"""Who leads to whom, on the disk: rings among a million entries are looked for where they can be, and nowhere else."""

from __future__ import annotations

from glossary.store.scratch import private_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Edges"]

_ROUNDS = 50
"""A hierarchy is peeled in as many rounds as it has levels, or fewer; a longer chain is left to whoever asks."""
_PEEL = """
DELETE FROM edges
WHERE (NOT leads_on AND NOT EXISTS (SELECT 1 FROM edges AS next WHERE next.source = edges.target))
   OR (NOT is_led_to AND NOT EXISTS (SELECT 1 FROM edges AS before WHERE before.target = edges.source))
"""


class Edges:
    """Pairs of ids, of which the first leads to the second; a block, at whose end they are gone.

    >>> with Edges() as edges:
    ...     for source, target in (("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")):
    ...         edges.add(source, target)
    ...     list(edges.left())
    [('b', 'c'), ('c', 'b')]
    """

    def __init__(self) -> None:
        self._disk = private_file()
        self._disk.execute(
            "CREATE TABLE edges (source TEXT, target TEXT, leads_on INTEGER, is_led_to INTEGER,"
            " PRIMARY KEY (source, target)) WITHOUT ROWID"
        )
        self._disk.execute("CREATE INDEX by_target ON edges (target)")
        self._disk.execute("BEGIN")  # never ended: what is in the file need not outlive it

    def __enter__(self) -> Edges:
        return self

    def __exit__(self, *_error: object) -> None:
        self._disk.close()

    def add(
        self, source: str, target: str, *, leads_on: bool = False, is_led_to: bool = False
    ) -> None:
        """Put a pair.

        Args:
            source: Who leads.
            target: Where to.
            leads_on: Whether the target may lead on by ways that are not put here.
            is_led_to: Whether ways that are not put here may lead to the source.
        """
        self._disk.execute(
            "INSERT OR IGNORE INTO edges VALUES (?, ?, ?, ?)", (source, target, leads_on, is_led_to)
        )

    def left(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs that may lie in a ring: those that nothing leads to, or that lead nowhere, are taken away."""
        for _round in range(_ROUNDS):
            if not self._disk.execute(_PEEL).rowcount:
                break
        yield from self._disk.execute("SELECT source, target FROM edges ORDER BY source, target")
