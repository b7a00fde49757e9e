"""The errors of Zhengming: one family, one subclass for each way a caller reacts.

Every error says *what* is wrong, *where* (path, line, column), *why*, and *what to do*; the pieces are
attributes, so no caller parses a message.

    GlossaryError
      InvalidError       content breaks a rule of the model: mend the content
        RowError         the same of a row of a table, with its cells
      InputError         a file or stream cannot be read: give another
      NotFoundError      no such entry, event or proposal: pick another (``nearest``)
      ConflictError      someone else's change stands in the way: look at both, try again
      ForbiddenError     a rule of the house forbids it: ask somebody else
      StoreError         the database cannot be used as it is: see ``fix``
        BusyError        another process holds it: try again
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "EXCERPT",
    "BusyError",
    "ConflictError",
    "ForbiddenError",
    "GlossaryError",
    "InputError",
    "InvalidError",
    "NotFoundError",
    "RowError",
    "StoreError",
    "excerpt",
    "nearest_fix",
    "nearest_or_all",
]


EXCERPT = 120
"""How much of what was asked a message or an answer repeats, in characters."""


def excerpt(text: str) -> str:
    """Return what somebody wrote for repeating it: cut where it is long.

    >>> excerpt("a" * 500) == "a" * EXCERPT + "…"
    True
    """
    return text if len(text) <= EXCERPT else text[:EXCERPT] + "…"


def nearest_fix(written: object, known: Iterable[str], otherwise: str = "") -> str:
    """Return as what to do that the nearest of the known words may be meant; something else where none is near.

    Args:
        written: What somebody wrote.
        known: The words that there are.
        otherwise: What to do where none of them comes near.

    >>> nearest_fix("bdy", ["body", "place"]), nearest_fix("xyz", ["body"], "One of: body.")
    ("Did you mean 'body'?", 'One of: body.')
    """
    from difflib import get_close_matches

    from glossary.i18n import _

    close = get_close_matches(str(written), list(known), n=1)
    return _("Did you mean {close!r}?").format(close=close[0]) if close else otherwise


def nearest_or_all(written: object, known: Iterable[str]) -> str:
    """Return as what to do the nearest of the known words, and all of them.

    >>> nearest_or_all("bdy", ["body", "place"])
    "Did you mean 'body'? One of: body, place."
    """
    from glossary.i18n import _

    words = list(known)
    every = _("One of: {known}.").format(known=", ".join(words))
    return " ".join(filter(None, (nearest_fix(written, words), every)))


class GlossaryError(Exception):
    """Anything Zhengming reports to a person instead of crashing.

    Args:
        what: What is wrong, a clause without a full stop.
        why: The rule or the cause, where it is not plain from ``what``.
        fix: What to do now, a sentence.
        path: The file, where there is one.
        line: Line in it, from 1.
        column: Column in it, from 1; where the line begins, unless told.

    >>> print(GlossaryError("unknown kind 'bdy'", fix="Write 'body'.", path="a.yaml", line=3))
    a.yaml:3:1: unknown kind 'bdy'. Write 'body'.
    """

    def __init__(
        self,
        what: str,
        *,
        why: str = "",
        fix: str = "",
        path: str = "",
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.fix = fix
        self.path = path
        self.line = line
        self.column = column if column or line is None else 1

    @property
    def place(self) -> str:
        """Where it is, as ``path:line:column``; what is unknown is left out."""
        numbers = [str(number) for number in (self.line, self.column) if number is not None]
        return ":".join(([self.path] if self.path else []) + numbers)

    def __str__(self) -> str:
        return f"{self.place}: {self.said}" if self.place else self.said

    @property
    def said(self) -> str:
        """What, why, and what to do; without the place.

        >>> GlossaryError("it stands twice", why="line 6", fix="Leave one out.", path="a.po", line=9).said
        'it stands twice: line 6. Leave one out.'
        """
        from glossary.i18n import _

        text = self.what
        if self.why:
            text = _("{problem}: {why}").format(problem=text, why=self.why)
        if not self.fix:
            return text
        if text.endswith((".", "?", "!")):
            return f"{text} {self.fix}"
        if text.endswith(("。", "？", "！")):
            return f"{text}{self.fix}"
        return _("{problem}. {fix}").format(problem=text, fix=self.fix)

    def at(self, path: str, line: int | None = None, column: int | None = None) -> GlossaryError:
        """Return this error with its place filled in where it was unknown; line 0 is none, as in a file without lines."""
        self.path = self.path or path
        if self.line is None and line:
            self.line, self.column = line, column or 1
        return self


class InvalidError(GlossaryError):
    """Content that breaks a rule of the model; ``field`` names the key."""

    def __init__(
        self,
        what: str,
        *,
        field: str = "",
        why: str = "",
        fix: str = "",
        path: str = "",
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(what, why=why, fix=fix, path=path, line=line, column=column)
        self.field = field


class RowError(InvalidError):
    """A row of a table that cannot be taken; ``cells`` is the row as it stands in the file."""

    cells: tuple[str, ...] = ()


class InputError(GlossaryError):
    """A file, stream or argument that cannot be read at all."""


class NotFoundError(GlossaryError):
    """No such entry, event or proposal; ``nearest`` are the ids most like it, best first, ``several`` all that are meant."""

    def __init__(
        self,
        what: str,
        *,
        nearest: Sequence[str] = (),
        several: bool = False,
        why: str = "",
        fix: str = "",
    ) -> None:
        super().__init__(what, why=why, fix=fix)
        self.nearest = tuple(nearest)
        self.several = several


class ConflictError(GlossaryError):
    """Another change stands in the way; ``ids`` names the entries or events concerned."""

    def __init__(self, what: str, *, ids: Sequence[str] = (), why: str = "", fix: str = "") -> None:
        super().__init__(what, why=why, fix=fix)
        self.ids = tuple(ids)


class ForbiddenError(GlossaryError):
    """A rule of the house, such as four-eyes, forbids this person to do this."""


class StoreError(GlossaryError):
    """The database cannot be used as it is: corrupt, read-only, newer, or the disk is full."""


class BusyError(StoreError):
    """Another process holds the database; nothing was changed and trying again may work."""
