"""The shipped entries: checked, compiled with renderings and keys to one file, read at first use.

    python -m glossary.seeds check        every problem as path:line:column; exit code 1 where there is one
    python -m glossary.seeds build OUT    the compiled file, as a wheel holds it
    python -m glossary.seeds compile      the same in the user's cache, and a glossary of its entries: first use need not

A wheel ships the compiled file, and a glossary made of it, which first use unpacks. A checkout compiles at first use,
into the user's cache folder, under the hash of all that goes into it: the seeds, the language tables, the code that
prepares entries. Where the cache cannot be written, it compiles in memory.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress

from glossary.errors import GlossaryError, InputError
from glossary.formats.inputs import read_file
from glossary.formats.yaml_entries import read_yaml
from glossary.i18n import _
from glossary.model.entries import Level
from glossary.patterns.collecting import no_collecting
from glossary.resources import data_folder, shipped_file
from glossary.seed_cache import (
    cache_folder,
    content_hash,
    remove_old,
    write_whole,
    write_whole_bytes,
)
from glossary.seed_checks import by_place, check_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.formats.items import Parsed
    from glossary.model.entries import Entry
    from glossary.store.prepared import Prepared

__all__ = [
    "are_compiled",
    "build_seeds",
    "check_seeds",
    "compile_seeds",
    "compiled_path",
    "holds_entries",
    "iter_shipped",
    "main",
    "pack_seeds",
    "packed_path",
    "read_seeds",
    "seed_files",
    "shown_path",
]

_TABLES = ("places", "language")
"""Folders of ``seeds/`` that hold tables of the language layer, not entries."""
_REGIONS = frozenset(("hong-kong", "macao", "taiwan"))
"""Domains of entries that stand behind others of the same name."""


def seed_files(folder: str) -> list[str]:
    """Return the YAML files that hold entries, sorted, so that the order is the same everywhere.

    Args:
        folder: The folder ``seeds``.
    Raises:
        InputError: There is no such folder.

    >>> any(os.sep + "places" + os.sep in file for file in seed_files(data_folder("seeds")))
    False
    """
    if not os.path.isdir(folder):
        raise InputError(
            _("the folder is not there"), path=folder, fix=_("Name the folder seeds of a checkout.")
        )
    found = [os.path.join(parent, name) for parent, _, files in os.walk(folder) for name in files]
    return sorted(file for file in found if holds_entries(os.path.relpath(file, folder)))


def holds_entries(path: str) -> bool:
    """Tell by its path in the folder ``seeds`` whether a file holds entries, not a table of the language layer.

    >>> holds_entries("central/party.yaml"), holds_entries("language/words.yaml"), holds_entries("SOURCES.md")
    (True, False, False)
    """
    return path.endswith(".yaml") and path.replace(os.sep, "/").split("/")[0] not in _TABLES


def shown_path(file: str) -> str:
    """Return a path as a person in the checkout would type it.

    >>> shown_path("/no/such/place.yaml")
    '/no/such/place.yaml'
    """
    relative = os.path.relpath(file)
    return file if relative.startswith(os.pardir) else relative


def read_seeds(folder: str) -> tuple[list[Parsed], list[GlossaryError]]:
    """Return what the files hold, in their order, and what in them cannot be read.

    Args:
        folder: The folder ``seeds``.
    Raises:
        InputError: There is no such folder.
    """
    parsed: list[Parsed] = []
    problems: list[GlossaryError] = []
    for file in seed_files(folder):
        try:
            one = read_yaml(read_file(file), shown_path(file))
        except GlossaryError as error:
            problems.append(error)
            continue
        parsed.append(one)
        problems += one.problems
    return parsed, problems


def check_seeds(folder: str | None = None) -> list[GlossaryError]:
    """Return every problem of the seeds, by file and place.

    Args:
        folder: The folder ``seeds``; the shipped one by default.
    Raises:
        InputError: There is no such folder.
    """
    return _checked(folder or data_folder("seeds"))[1]


def _checked(folder: str) -> tuple[list[Parsed], list[GlossaryError]]:
    files, problems = read_seeds(folder)
    return files, by_place([*problems, *check_files(files, folder)])


def compile_seeds(folder: str | None = None) -> Iterator[str]:
    """Yield the compiled seeds, one prepared entry a line, without the line's end.

    Args:
        folder: The folder ``seeds``; the shipped one by default.
    Raises:
        InputError: There is no such folder.
        InvalidError: The seeds have problems; the first is raised.
    """
    from glossary.store.prepared import to_line

    yield from map(to_line, _prepare_all(_sound(*read_seeds(folder or data_folder("seeds")))))


def _sound(files: list[Parsed], problems: Sequence[GlossaryError]) -> list[Parsed]:
    if problems:
        raise problems[0]
    return files


def _prepare_all(files: Iterable[Parsed]) -> Iterator[Prepared]:
    from glossary.store.prepared import prepare

    items = [item for parsed in files for item in parsed.entries]
    for item in sorted(items, key=lambda item: _standing(item.entry)):
        yield prepare(item.entry, item.review or "proposed")


def _standing(entry: Entry) -> int:
    """Where an entry stands among those that one name means alike, as CAE does: the state's central bodies of today first.

    Equal hits keep the order in which a glossary took their entries in.
    """
    if not _REGIONS.isdisjoint(entry.domains):
        return 2
    body = entry.body
    return 0 if body and body.level == Level.CENTRAL and not body.dissolved else 1


def build_seeds(target: str, folder: str | None = None) -> None:
    """Write the compiled seeds, whole or not at all.

    Args:
        target: The file to write.
        folder: The folder ``seeds``; the shipped one by default.
    Raises:
        GlossaryError: The seeds have problems; the first is raised.
    """
    from glossary.store.prepared import to_line

    files = _sound(*_checked(folder or data_folder("seeds")))
    write_whole(target, map(to_line, _prepare_all(files)))


_ATTEMPTS = 3
"""How often seeds that change while they are compiled are compiled anew."""


def are_compiled() -> bool:
    """Return whether the shipped entries lie there to be read; those of a checkout that changed take half a minute first."""
    return os.path.isfile(_target())


def _target() -> str:
    """Where the compiled seeds are, or will be: in the wheel, or in the cache under what the seeds of a checkout hold."""
    installed = shipped_file("seeds.jsonl")
    if installed:
        return installed
    folder = data_folder("seeds")
    return os.path.join(cache_folder(), f"seeds-{content_hash(folder, seed_files(folder))}.jsonl")


def compiled_path(*, workers: int = 1) -> str | None:
    """Return the path of the compiled seeds, compiling them where they are missing or out of date.

    Args:
        workers: How many processes share the compiling; more than one only for a program that may be started anew.
    Returns:
        The wheel's file, or that of the cache; ``None`` where the cache cannot be written, or the seeds change all the time.
    Raises:
        InvalidError: The seeds have problems.
    """
    folder = data_folder("seeds")
    for _attempt in range(_ATTEMPTS):
        target = _target()
        if os.path.isfile(target):
            return target
        with no_collecting():
            lines = (
                _compile_together(folder, workers) if workers > 1 else list(compile_seeds(folder))
            )
        if _target() != target:  # they were changed meanwhile: neither the old ones nor the new
            continue
        try:
            write_whole(target, lines)
            remove_old(os.path.dirname(target))
        except OSError:
            return None
        return target if os.path.isfile(target) else None
    return None


def _compile_together(folder: str, workers: int) -> list[str]:
    """Compile the files in several processes; the lines are those of ``compile_seeds``."""
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers) as pool:
        parts = list(pool.map(_compile_file, seed_files(folder), chunksize=4))
    if None in parts:  # some file has a problem, which is told in its own words
        return list(compile_seeds(folder))
    found = [each for part in parts for each in part or ()]
    return [line for _, line in sorted(found, key=lambda each: each[0])]


def _compile_file(file: str) -> list[tuple[int, str]] | None:
    """Where each entry of a file stands, and its line; nothing where the file has a problem."""
    from glossary.store.prepared import prepare, to_line

    with no_collecting():
        parsed = read_yaml(read_file(file), shown_path(file))
        if parsed.problems:
            return None
        return [
            (_standing(item.entry), to_line(prepare(item.entry, item.review or "proposed")))
            for item in parsed.entries
        ]


def pack_seeds(target: str, compiled: str, level: int = 6) -> None:
    """Write a glossary of the shipped entries, packed, whole or not at all; the same bytes each time.

    Its events are of the time ``SOURCE_DATE_EPOCH`` says, else of the newest day on which a source of an entry was seen.

    Args:
        target: The file to write.
        compiled: The compiled seeds.
        level: How much time to spend on making it small, from 1 to 9.
    Raises:
        OSError: It cannot be written.
    """
    from tempfile import TemporaryDirectory

    from glossary.store.events import utc
    from glossary.store.packed import pack

    with TemporaryDirectory(prefix="zhengming-") as folder:
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        at = (
            utc(int(epoch) * 10**9)
            if epoch.isdecimal()
            else f"{_newest_day(compiled)}T00:00:00.000000Z"
        )
        write_whole_bytes(target, pack(_read_compiled(compiled), folder, at, level))


def _newest_day(compiled: str) -> str:
    days = re.compile(r'\\"seen\\":\\"(\d{4}-\d\d-\d\d)')
    with open(compiled, encoding="utf-8") as stream:
        return max((day for line in stream for day in days.findall(line)), default="1970-01-01")


def packed_path() -> str | None:
    """Return the path of the packed glossary, where there is one for the seeds and the program of now.

    Making it takes longer than filling one glossary: ``compile`` and the build of a wheel do, nothing else.
    """
    path = shipped_file("glossary.db.z") or _beside(_target())
    return path if os.path.isfile(path) else None


def _beside(compiled: str) -> str:
    from glossary.store.schema import INDEX_VERSION, SCHEMA_VERSION

    return f"{compiled.removesuffix('.jsonl')}.{SCHEMA_VERSION}.{INDEX_VERSION}.db.z"


def _read_compiled(path: str) -> Iterator[Prepared]:
    from glossary.store.prepared import from_line

    with open(path, encoding="utf-8") as stream:
        yield from map(from_line, stream)


def iter_shipped() -> Iterator[Prepared]:
    """Yield the shipped entries, prepared.

    Raises:
        InvalidError: The seeds of a checkout have problems.
    """
    path = compiled_path()
    if path is None:
        yield from _prepare_all(_sound(*read_seeds(data_folder("seeds"))))
    else:
        yield from _read_compiled(path)


def main(arguments: Sequence[str]) -> int:
    """Run ``check``, ``build OUT`` or ``compile``.

    Returns:
        0 when sound, 1 when there are problems, 2 on misuse.

    >>> main(["check", "one", "two"])
    2
    """
    command, *rest = arguments or [""]
    try:
        if command == "check" and len(rest) <= 1:
            return _tell_problems(rest[0] if rest else data_folder("seeds"))
        if command == "build" and len(rest) == 1:
            build_seeds(rest[0])
            return 0
        if command == "compile" and not rest:
            _compile()
            return 0
    except GlossaryError as problem:
        sys.stderr.write(f"{problem}\n")
        return 2 if isinstance(problem, InputError) else 1
    sys.stderr.write("usage: python -m glossary.seeds check [FOLDER] | build OUT | compile\n")
    return 2


def _compile() -> None:
    """Compile the seeds into the cache and make the glossary of them, where the cache can be written."""
    path = compiled_path(workers=os.cpu_count() or 1)
    if path is None or shipped_file("glossary.db.z") or os.path.isfile(_beside(path)):
        return
    with suppress(OSError):
        pack_seeds(_beside(path), path, level=1)


def _tell_problems(folder: str) -> int:
    problems = check_seeds(folder)
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    count = len(seed_files(folder))
    sys.stdout.write(f"{shown_path(folder)}: {count} files, {len(problems)} problems\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
