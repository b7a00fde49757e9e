"""The facade: everything a face or a script may do with a glossary.

    with Glossary.open() as g:
        g.lookup("Ministry of State Security")[0].chinese
        g.find("hbskjt", kind="body", limit=10)

One ``Glossary`` may be used from several threads; each gets its own connection.
"""

from __future__ import annotations

import os

from glossary.errors import InputError
from glossary.facade.upkeep import Upkeep
from glossary.i18n import _
from glossary.store.connections import default_path
from glossary.store.database import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from glossary.store.prepared import Prepared

__all__ = ["Glossary"]


class Glossary(Upkeep):
    """A glossary opened on one database.

    Use ``Glossary.open``; the constructor is for tests that bring their own store.

    Attributes:
        store: The store; for this package only.
        user: Who changes are by, where a call does not say.
    """

    def __init__(self, store: Store, user: str = "") -> None:
        self.store = store
        self._user = user

    @classmethod
    def open(
        cls,
        path: str | None = None,
        *,
        create: bool = True,
        user: str = "",
        progress: Callable[[int, int], None] | None = None,
    ) -> Glossary:
        """Open a glossary, made and filled with the shipped entries at first use.

        Args:
            path: A SQLite file; the user's own glossary (or ``ZHENGMING_DB``) by default.
            create: Whether a missing file is made.
            user: Who changes are by.
            progress: Told how many entries are done, of how many, where the index of an older one is made anew.
        Raises:
            StoreError: It cannot be opened.
            InputError: The path is an address this version cannot open.

        >>> import tempfile, os
        >>> with tempfile.TemporaryDirectory() as folder, Glossary.open(os.path.join(folder, "a.db")) as g:
        ...     g.lookup("MOST")[0].chinese
        '科学技术部'
        """
        path = os.fspath(path) if path is not None else default_path()
        if "://" in path:
            scheme = path.partition("://")[0]
            raise InputError(
                _("databases of {scheme!r} are not supported yet").format(scheme=scheme),
                path=path,
                fix=_("Name a SQLite file."),
            )
        shipped = _Shipped()
        store = Store.open(path, shipped, create=create, ready=shipped.packed, progress=progress)
        if shipped.stamp:
            from glossary.facade.news import TAKEN

            try:
                store.note(TAKEN, shipped.stamp)
            except BaseException:
                store.close()
                raise
        return cls(store, user)

    def __enter__(self) -> Glossary:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the glossary; it cannot be used after."""
        self.store.close()


class _Shipped:
    """The shipped entries, for a database that has none yet; ``stamp`` tells which, once they were asked for."""

    stamp = ""

    def __call__(self) -> Iterable[Prepared]:
        from glossary.facade.news import shipped_stamp
        from glossary.seeds import iter_shipped

        self.stamp = shipped_stamp()
        return iter_shipped()

    def packed(self) -> str | None:
        """The glossary of them, packed, where there is one."""
        from glossary.facade.news import shipped_stamp
        from glossary.seeds import packed_path

        self.stamp = shipped_stamp()
        return packed_path()
