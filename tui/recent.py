"""The last searches, kept in a small file beside the state of other programs."""

from __future__ import annotations

import os

from tui.state import read_state, write_state

__all__ = ["Recent"]

KEPT = 50


class Recent:
    """Searches, newest first. A file that cannot be read or written only means that none are remembered.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     Recent(folder).remember("gjaqb")
    ...     Recent(folder).queries
    ['gjaqb']
    """

    def __init__(self, folder: str) -> None:
        self._path = os.path.join(folder, "recent.json")
        self.queries = self._read()

    def _read(self) -> list[str]:
        found = read_state(self._path)
        if not isinstance(found, list):
            return []
        return [each for each in found if isinstance(each, str)][:KEPT]

    def remember(self, query: str) -> None:
        """Put a search on top."""
        self.queries = [query, *(each for each in self.queries if each != query)][:KEPT]
        write_state(self._path, self.queries)
