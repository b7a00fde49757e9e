"""Whether newer entries came with the program than a database took: worked out once for each state of both.

A database remembers which shipped entries it took last. Where others lie there now, they are compared, which takes a
second; what that gave is kept in the cache, with whether it was told. In a checkout that changed since they were last
compiled, comparing would take half a minute in which nobody knows what the program does: there nothing is said.
"""

from __future__ import annotations

import json
import os

from glossary.model.values import dataclass, replace
from glossary.resources import data_folder, shipped_file
from glossary.seed_cache import cache_folder, files_below, write_whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.store.database import Store

__all__ = ["TAKEN", "News", "shipped_stamp"]

TAKEN = "seeds"
"""Under this key a database keeps which shipped entries it took last."""
_KEPT = 50
"""Of so many databases is remembered what was found."""


def shipped_stamp() -> str:
    """Return what tells the shipped entries of now from those of another time; nothing is read for it.

    >>> shipped_stamp() == shipped_stamp()
    True
    """
    from hashlib import sha256

    installed = shipped_file("seeds.jsonl")
    digest = sha256()
    for path in files_below(installed or data_folder("seeds")):
        found = os.stat(path)
        digest.update(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\0".encode())
    return digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class _Found:
    """What comparing gave."""

    stamp: str
    count: int
    was_told: bool = False


_FIELDS = _Found.__match_args__


class News:
    """What is known of newer shipped entries.

    Args:
        store: The database.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._path = os.path.abspath(store.path)

    def count(self) -> int:
        """Return how many entries ``db sync`` would add, change, propose or retire; 0 where it could not run."""
        found = self._found()
        return found.count if found else 0

    def untold(self) -> int:
        """Return the same the first time, and 0 from then on."""
        found = self._found()
        if found is None or not found.count or found.was_told:
            return 0
        self._keep(replace(found, was_told=True))
        return found.count

    def _found(self) -> _Found | None:
        from glossary.seeds import are_compiled

        if self._store.read_only:
            return None
        stamp = shipped_stamp()
        with self._store.explained():
            if self._store.reader.meta(TAKEN) == stamp:
                return None
        known = _read().get(self._path)
        if known is not None and known.stamp == stamp:
            return known
        if not are_compiled():
            return None
        found = _Found(stamp, self._compare())
        self._keep(found)
        return found

    def _compare(self) -> int:
        from glossary.editing.syncing import plan_sync
        from glossary.seeds import iter_shipped

        with self._store.explained():
            if not self._store.reader.seeded_ids():
                return 0  # a glossary that was begun without them
            plan = plan_sync(self._store, iter_shipped())[0]
        return len(plan.added) + len(plan.updated) + len(plan.proposed) + len(plan.retired)

    def _keep(self, found: _Found) -> None:
        """Remember what was found, where the cache can be written."""
        all_found = _read()
        all_found.pop(self._path, None)
        kept = [*all_found.items(), (self._path, found)][-_KEPT:]
        rows = [[path, {key: getattr(each, key) for key in _FIELDS}] for path, each in kept]
        lines = (json.dumps(row, ensure_ascii=False) for row in rows)
        try:
            write_whole(_file(), lines)
        except OSError:
            return


def _file() -> str:
    return os.path.join(cache_folder(), "shipped.jsonl")


def _read() -> dict[str, _Found]:
    """Return what was found, by the path of the database; nothing where the file is not there, or is not ours."""
    try:
        with open(_file(), encoding="utf-8") as stream:
            rows = [json.loads(line) for line in stream]
        return {path: _Found(**found) for path, found in rows}
    except (OSError, ValueError, TypeError):
        return {}
