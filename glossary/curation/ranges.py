"""What a range of commits changes in the seeds, entry by entry: a reviewer's table."""

from __future__ import annotations

import subprocess

from glossary.errors import InputError
from glossary.formats.yaml_entries import read_yaml
from glossary.i18n import _
from glossary.model.differences import compare_records
from glossary.model.records import to_record
from glossary.model.values import dataclass
from glossary.seeds import holds_entries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.formats.items import Item
    from glossary.model.differences import Difference

__all__ = ["Change", "changes_in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes of one entry.

    Attributes:
        id: The entry.
        what: ``added``, ``removed`` or ``changed``.
        path: The file it stands in now, or stood in.
        review: Where it stands in review after; before, for one that goes.
        differences: Name by name; for a new entry all of it.
    """

    id: str
    what: str
    path: str
    review: str
    differences: tuple[Difference, ...]


def changes_in(commits: str, folder: str) -> tuple[Change, ...]:
    """Return what a range of commits changes in entries, in the order of files and ids.

    Args:
        commits: A range as ``git diff`` takes it, ``main..HEAD`` or ``main...HEAD``; one commit means from there to
            the working tree.
        folder: The folder ``seeds`` of a git checkout.
    Raises:
        InputError: git does not know the range, or the folder is no checkout.
        GlossaryError: A file of either side cannot be read.
    """
    if not commits or commits.startswith("-"):
        raise InputError(
            _("{commits!r} is no range of commits").format(commits=commits),
            fix=_("Write, for example, main..HEAD."),
        )
    before, dots, after = commits.partition("..")
    if after.startswith("."):  # three dots: what the second one changed since they parted
        before = _git(folder, "merge-base", before or "HEAD", after[1:] or "HEAD").strip()
    after = after.lstrip(".") or ("HEAD" if dots else "")
    files = _git(folder, "diff", "--name-only", "-z", "--relative", commits, "--", ".")
    if not after:  # git does not compare what it does not know yet
        files += _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    paths = sorted(path for path in files.split("\0") if holds_entries(path))
    old: dict[str, tuple[str, Item]] = {}
    new: dict[str, tuple[str, Item]] = {}
    for path in paths:
        for revision, into in ((before or "HEAD", old), (after, new)):
            for item in _items(folder, revision, path):
                into[item.entry.id] = (path, item)
    found = []
    for entry_id in sorted(old.keys() | new.keys()):
        change = _change(entry_id, old.get(entry_id), new.get(entry_id))
        if change:
            found.append(change)
    return tuple(sorted(found, key=lambda each: (each.path, each.id)))


def _change(
    entry_id: str, old: tuple[str, Item] | None, new: tuple[str, Item] | None
) -> Change | None:
    path, item = new or old or ("", None)
    if item is None:
        return None
    records = [to_record(each[1].entry) if each else {} for each in (old, new)]
    differences = tuple(compare_records(*records))
    reviews = [each[1].review if each else None for each in (old, new)]
    if old and new and not differences and reviews[0] == reviews[1]:
        return None
    what = "changed" if old and new else "added" if new else "removed"
    return Change(
        id=entry_id,
        what=what,
        path=path,
        review=item.review or "proposed",
        differences=differences,
    )


def _items(folder: str, revision: str, path: str) -> list[Item]:
    """The entries of a file at a revision, or in the working tree; none where it is not there."""
    if not revision:
        from os.path import isfile, join

        from glossary.formats.inputs import read_file

        file = join(folder, path)
        data = read_file(file) if isfile(file) else b""
    else:
        done = subprocess.run(
            ["git", "-C", folder, "show", f"{revision}:./{path}"],
            capture_output=True,
            check=False,
        )
        data = done.stdout if done.returncode == 0 else b""
    if not data:
        return []
    parsed = read_yaml(data, f"{revision}:{path}" if revision else path)
    if parsed.problems:  # entries that cannot be read would count as gone
        raise parsed.problems[0]
    return parsed.entries


def _git(folder: str, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", folder, *words], capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise InputError(_("git is not here"), fix=_("Install git.")) from None
    if done.returncode:
        raise InputError(
            _("git cannot tell what changed"),
            path=folder,
            why=done.stderr.strip().splitlines()[0] if done.stderr.strip() else "",
            fix=_("Write a range it knows, such as main..HEAD, in a checkout."),
        )
    return done.stdout
