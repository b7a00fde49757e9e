"""The rows that an import could not take, written to a table of their own: where, why, and the row as it stood."""

from __future__ import annotations

from glossary.errors import RowError
from glossary.formats.outputs import Output
from glossary.formats.table_writing import TableWriter

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os

    from glossary.errors import GlossaryError

__all__ = ["Rejects"]


class Rejects:
    """A table of rejected rows, which appears when the import is over; a block.

    Args:
        path: Where to write it; nothing is written where it is empty, or where nothing was rejected.
    """

    def __init__(self, path: str | os.PathLike[str] = "") -> None:
        self._path = path
        self._output: Output | None = None
        self._table: TableWriter | None = None

    def __enter__(self) -> Rejects:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if self._table is not None and self._output is not None:
            self._table.__exit__(kind)
            self._output.__exit__(kind, None, None)

    def add(self, problem: GlossaryError) -> None:
        """Write a row: its line, what is wrong with it, and its cells."""
        if not self._path:
            return
        if self._table is None:
            self._output = Output(self._path)
            self._table = TableWriter(self._output.stream, self._output.ledger, mark=True)
            self._table.write(["line", "problem"])
        line = str(problem.line) if problem.line is not None else ""
        cells = problem.cells if isinstance(problem, RowError) else ()
        self._table.write([line, problem.said, *cells])
