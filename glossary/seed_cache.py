"""Where a checkout keeps its compiled seeds: a list of entries, and a glossary of them, for each state of what they are made from."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "cache_folder",
    "content_hash",
    "files_below",
    "remove_old",
    "write_whole",
    "write_whole_bytes",
]

_COMPILER = (
    "seeds.py",
    "errors.py",
    "formats",
    "language",
    "model",
    "store/prepared.py",
    "store/standing.py",
)
"""What decides, beside the seeds, what the compiled file looks like."""


def cache_folder() -> str:
    """Return the program's folder in the user's cache, which may be emptied at any time.

    Source: XDG Base Directory Specification 0.8; the platforms' own conventions elsewhere.

    >>> os.path.basename(cache_folder())
    'zhengming'
    """
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
        elif sys.platform == "darwin":
            base = os.path.expanduser("~/Library/Caches")
        else:
            base = os.path.expanduser("~/.cache")
    return os.path.join(base, "zhengming")


def content_hash(seeds: str, seed_files: Sequence[str]) -> str:
    """Return a hash over all that the compiled file is made from.

    Args:
        seeds: The folder ``seeds``.
        seed_files: Its files with entries.
    Returns:
        Sixteen hexadecimal digits.

    >>> len(content_hash("seeds", []))
    16
    """
    from hashlib import sha256
    from unicodedata import unidata_version

    digest = sha256(unidata_version.encode())
    package = os.path.dirname(os.path.abspath(__file__))
    files = [(seeds, file) for file in seed_files]
    for part in _COMPILER:
        files += [(package, file) for file in files_below(os.path.join(package, part))]
    for root, file in files:
        digest.update(os.path.relpath(file, root).replace(os.sep, "/").encode())
        with open(file, "rb") as stream:
            content = stream.read()
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()[:16]


def files_below(path: str) -> list[str]:
    """Return the files of a folder and of all below it, sorted, without bytecode; of a file itself.

    >>> files_below(__file__) == [__file__]
    True
    """
    if os.path.isfile(path):
        return [path]
    return sorted(
        os.path.join(parent, name)
        for parent, _, files in os.walk(path)
        if "__pycache__" not in parent
        for name in files
    )


def write_whole(target: str, lines: Iterable[str]) -> None:
    """Write lines to a file so that whoever sees it sees all of it.

    Args:
        target: The file; its folder is made where it is missing.
        lines: Lines without their ends.
    Raises:
        OSError: It cannot be written; nothing stays behind.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_whole(os.path.join(folder, "a", "b.jsonl"), ["[]"])
    ...     os.listdir(os.path.join(folder, "a"))
    ['b.jsonl']
    """
    write_whole_bytes(target, (f"{line}\n".encode() for line in lines))


def write_whole_bytes(target: str, pieces: Iterable[bytes]) -> None:
    """Write pieces to a file as ``write_whole`` does lines.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_whole_bytes(os.path.join(folder, "a.bin"), [b"ab", b"c"])
    ...     os.path.getsize(os.path.join(folder, "a.bin"))
    3
    """
    from tempfile import NamedTemporaryFile

    folder = os.path.dirname(os.path.abspath(target))
    os.makedirs(folder, exist_ok=True)
    with NamedTemporaryFile(dir=folder, delete=False) as part:
        try:
            part.writelines(pieces)
            part.flush()
            os.fsync(part.fileno())
            part.close()
            os.chmod(part.name, 0o644)
            os.replace(part.name, target)
        except BaseException:
            try:
                part.close()  # writes what is left, and fails again on a full disk
            finally:
                os.unlink(part.name)
            raise


def remove_old(folder: str, keep: int = 3) -> None:
    """Remove what earlier versions of a checkout compiled.

    Args:
        folder: The cache.
        keep: How many states to leave, the newest.
    Raises:
        OSError: One cannot be removed.

    >>> remove_old(os.curdir)
    """
    files = [entry for entry in os.scandir(folder) if entry.name.startswith("seeds-")]
    files.sort(key=lambda entry: entry.stat().st_mtime_ns)
    states = dict.fromkeys(entry.name.partition(".")[0] for entry in reversed(files))
    kept = list(states)[:keep]
    for entry in files:
        if entry.name.partition(".")[0] not in kept:
            os.unlink(entry.path)
