"""Where an export goes: a stream, a file or a folder of files; nothing appears before all of it is whole.

Each file is written beside its place under another name, and moved there once everything was written: whoever kills an
export half way finds the old files, whole. The half that was written stays then; the next export of that file takes it
away. A device or a pipe is written to as it is, since a file in its place would be the end of it.
"""

from __future__ import annotations

import os
from contextlib import suppress

from glossary.errors import InputError
from glossary.formats.ledgers import Ledger
from glossary.formats.options import Options
from glossary.i18n import _
from glossary.store.halves import clear_left, half_of, remove_half, write_half

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

__all__ = ["Output"]


class Output:
    """The file or files that an export writes; a block, at whose end they appear.

    Args:
        target: A stream of bytes, or the path of a file or folder.
        options: The options given.
        default_name: The file's name where the path is that of a folder, and the format writes one file.
        day: Today, as ``YYYY-MM-DD``.

    Attributes:
        ledger: Where to say what became of each field, and in its ``notes`` what else there is to tell.
        day: Today.

    >>> import io
    >>> stream = io.BytesIO()
    >>> with Output(stream) as file:
    ...     count = file.stream.write(b"abc")
    >>> stream.getvalue()
    b'abc'
    """

    def __init__(
        self,
        target: BinaryIO | str | os.PathLike[str],
        options: Options | None = None,
        *,
        default_name: str = "",
        day: str = "",
    ) -> None:
        self.options = options if options is not None else Options()
        self.ledger = Ledger()
        self.day = day
        self._given: BinaryIO | None = None
        self._path = ""
        self._default_name = default_name
        self._halves: dict[str, tuple[str, BinaryIO]] = {}
        self._begun: list[str] = []  # halves, each from before it is there
        self._made: list[str] = []  # folders, the outer ones first
        if isinstance(target, (str, os.PathLike)):
            self._path = os.fspath(target)
        else:
            self._given = target

    def __enter__(self) -> Output:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        *_rest: object,
    ) -> None:
        unwritten = next(iter(self._halves), self._path)
        try:
            for path, (half, stream) in self._halves.items():
                if kind is None and not stream.closed:
                    with _explained(path):
                        stream.flush()
                        if half:
                            os.fsync(stream.fileno())
                # What could not be flushed cannot be closed in order either.
                with suppress(OSError):
                    stream.close()
                if kind is None and stream.closed and half:
                    _keep_mode(half, path)
            if kind is None:
                for path, (half, _stream) in self._halves.items():
                    with _explained(path):
                        if half:
                            os.replace(half, path)
        finally:
            for _half, stream in self._halves.values():
                with suppress(OSError):
                    stream.close()
            for half in self._begun:
                remove_half(half)
            self._halves.clear()
            for folder in reversed(self._made):
                with suppress(OSError):  # what holds something stays
                    os.rmdir(folder)
        if isinstance(error, OSError) and error.filename is None and not self.is_stream:
            with _explained(unwritten):  # a full disk does not say which file
                raise error

    @property
    def is_stream(self) -> bool:
        """Whether it goes to a stream, where nothing is to be updated and no folder is."""
        return self._given is not None

    @property
    def path(self) -> str:
        """The path that was named; empty for a stream."""
        return self._path

    @property
    def names_folder(self) -> bool:
        """Whether the path is that of a folder, by what is there or by its last character."""
        return bool(self._path) and (
            self._path.endswith(("/", os.sep)) or os.path.isdir(self._path)
        )

    @property
    def stream(self) -> BinaryIO:
        """The one file of a format that writes one.

        Raises:
            InputError: The path is that of a folder, and the format has no usual name; or it cannot be written.
        """
        if self._given is not None:
            return self._given
        return self._half(self._place(), make=self.names_folder)

    def file(self, name: str) -> BinaryIO:
        """Return a file in the folder that was named, to be written; folders on the way are made.

        Args:
            name: Its path within the folder, with ``/``.
        Raises:
            InputError: It was a stream that was named, the path leaves the folder, or it cannot be written.
        """
        return self._half(self._inside(name), make=True)

    def existing(self, name: str = "") -> BinaryIO | None:
        """Open what stands now where a file is to be written, for formats that bring it up to date.

        Args:
            name: As in ``file``; the one file of a format that writes one by default.
        Returns:
            It, opened for bytes; ``None`` where there is nothing or an empty file, or for a stream.
        """
        if self._given is not None:
            return None
        path = self._inside(name) if name else self._place()
        if not os.path.isfile(path) or not os.path.getsize(path):
            return None
        with _explained(path, _("the file cannot be read")):
            return open(path, "rb")

    def _place(self) -> str:
        if not self.names_folder:
            return self._path
        if not self._default_name:
            raise InputError(
                _("a folder stands where the file should be"),
                path=self._path,
                fix=_("Name a file."),
            )
        return os.path.join(self._path, self._default_name)

    def _inside(self, name: str) -> str:
        if self._given is not None:
            raise InputError(
                _("this format writes several files"), fix=_("Name a folder for them with -o.")
            )
        parts = name.replace("\\", "/").split("/")
        if any(part in ("", ".", "..") or "\0" in part or ":" in part for part in parts):
            raise InputError(
                _("{name!r} would leave the folder").format(name=name),
                path=self._path,
                fix=_("Give a plain name."),
            )
        return os.path.join(self._path, *parts)

    def _half(self, path: str, *, make: bool) -> BinaryIO:
        if path not in self._halves:
            with _explained(path):
                folder = os.path.dirname(path)
                if make:
                    self._make_folder(folder)
                elif folder and not os.path.isdir(folder):
                    raise InputError(
                        _("there is no such folder"),
                        path=folder,
                        fix=_("Make it first, or name another file."),
                    )
                if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
                    self._halves[path] = "", open(path, "wb")  # noqa: SIM115  closed by the block
                else:
                    self._clear_left(path)
                    half = half_of(path)
                    self._begun.append(half)  # first, so that whoever interrupts leaves none
                    self._halves[path] = half, write_half(path)
        return self._halves[path][1]

    def _make_folder(self, folder: str) -> None:
        """Make a folder and those above it, and remember them: they go again where nothing is written."""
        missing = []
        above = folder
        while above and not os.path.exists(above):
            missing.append(above)
            above = os.path.dirname(above)
        self._made += reversed(missing)
        os.makedirs(folder, exist_ok=True)

    def _clear_left(self, path: str) -> None:
        """Take away what exports of this file wrote that were killed, and tell."""
        self.ledger.notes += [
            _("{path} was removed: an export that was stopped had left it").format(path=half)
            for half in clear_left(path)
        ]


def _keep_mode(half: str, path: str) -> None:
    """Give a file that takes another's place the same permissions, where it may."""
    with suppress(OSError):
        os.chmod(half, os.stat(path).st_mode & 0o777)


class _explained:  # noqa: N801  used as a block
    """A block in which the system's errors come out in plain words."""

    def __init__(self, path: str, what: str = "") -> None:
        self._path = path
        self._what = what

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        *_rest: object,
    ) -> None:
        if isinstance(error, (OSError, ValueError)):
            raise InputError(
                self._what or _("the file cannot be written"),
                path=self._path,
                why=getattr(error, "strerror", None) or str(error),
            ) from error
