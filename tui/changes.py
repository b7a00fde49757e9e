"""What a proposal would change, as two columns of marked text: plain data, no widget, no store.

    left    what is approved now, with what would go marked −
    right   what is proposed, with what would come marked +

Chinese is compared character by character, English word by word. Marks are signs and underlines; colour is extra.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING, Any

from glossary.facade.wording import difference_texts
from glossary.i18n import _, joined, labelled, ngettext, number
from glossary.model.differences import compare_records, compare_texts
from tui.display import plain
from tui.words import sign, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Record = Mapping[str, Any]

__all__ = ["Row", "Run", "change_rows", "marked"]

FOLDED = 3
"""From so many names on that stay, they are counted, not shown."""
BESIDE = 2
"""So many that stay are shown at each end of them."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text: ``same``, ``gone``, ``come``, ``label`` or ``title``."""

    text: str
    look: str = "same"


@dataclass(frozen=True, slots=True)
class Row:
    """One line on both sides; an empty side has nothing to set against the other."""

    left: tuple[Run, ...] = ()
    right: tuple[Run, ...] = ()


def marked(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return two texts with what differs marked on each side.

    >>> [(run.text, run.look) for run in marked("Bureau of Trade", "Ministry of Trade")[1]]
    [('Ministry', 'come'), (' of Trade', 'same')]
    >>> [(run.text, run.look) for run in marked("国家科委", "国家科技委")[1]]
    [('国家科', 'same'), ('技', 'come'), ('委', 'same')]
    """
    left, right = [], []
    for step, text in _runs(before, after):
        if step in "=-":
            left.append(Run(plain(text), "same" if step == "=" else "gone"))
        if step in "=+":
            right.append(Run(plain(text), "same" if step == "=" else "come"))
    return tuple(left), tuple(right)


def _runs(before: str, after: str) -> tuple[tuple[str, str], ...]:
    if not (" " in before or " " in after):
        return compare_texts(before, after)
    old, new = (re.findall(r"\s+|[^\s]+", text) for text in (before, after))
    runs: list[tuple[str, str]] = []
    for step, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step == "equal":
            runs.append(("=", "".join(old[a:b])))
            continue
        if b > a:
            runs.append(("-", "".join(old[a:b])))
        if d > c:
            runs.append(("+", "".join(new[c:d])))
    return tuple(runs)


def change_rows(before: Record, after: Record) -> list[Row]:
    """Return what differs between two records of an entry, names first, then everything else in words.

    Args:
        before: The entry as it is served; empty for one that is not in the glossary yet.
        after: The entry as it would be.
    """
    rows = [*_folded(_names(before.get("names", []), after.get("names", [])))]
    rest = [each for each in compare_records(before, after) if not _is_whole_name(each)]
    if rest:
        rows.append(Row())
        rows.append(Row((Run(_("What else changes"), "title"),), (Run("", "title"),)))
    for each in rest:
        was, now = difference_texts(each)
        if not was and not now:
            was, now = _text_of(before, each.where), _text_of(after, each.where)
        place = plain(each.place)
        label = labelled(place, "") if was or now else f"{place} "
        left, right = marked(was, now)
        gone, come = Run(f"{sign('dash')} ", "gone"), Run("+ ", "come")
        is_new, is_gone = each.what == "added", each.what == "removed"
        rows.append(
            Row(
                () if is_new else (gone, Run(label, "label"), *left),
                () if is_gone else (come, Run(label, "label"), *right),
            )
        )
    return rows


def _folded(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows with a count for many that stay: what changes is to stand in sight."""
    for stays, group in groupby(rows, key=lambda row: row.left == row.right):
        run = list(group)
        count = len(run) - 2 * BESIDE
        if not stays or count < FOLDED:
            yield from run
            continue
        text = ngettext("{n} name stays as it is", "{n} names stay as they are", count)
        note = (Run(f"  {sign('more')} {text.format(n=number(count))}", "label"),)
        yield from (*run[:BESIDE], Row(note, note), *run[-BESIDE:])


def _text_of(record: Record, where: str) -> str:
    """The text of a definition or note that came or went as a whole."""
    kind, _space, lang = where.partition(" (")
    texts = record.get(f"{kind}s", []) if lang else []
    return next((item["text"] for item in texts if f"{item['lang']})" == lang), "")


def _is_whole_name(difference: Any) -> bool:
    return difference.where.startswith("name ") and not difference.field


def _names(old: list[Any], new: list[Any]) -> list[Row]:
    """Names side by side: the same ones, then those replaced by one of like language and type."""
    kept = {_key(name) for name in old} & {_key(name) for name in new}
    gone = [name for name in old if _key(name) not in kept]
    rows = []
    partners = {}
    for name in new:
        if _key(name) in kept:
            continue
        like = next((each for each in gone if _sort(each) == _sort(name)), None)
        if like is not None:
            gone.remove(like)
            partners[_key(name)] = like
    for name in new:
        facts = Run(f"  {_facts(name)}", "label")
        if _key(name) in kept:
            before = next(each for each in old if _key(each) == _key(name))
            left: tuple[Run, ...] = (
                Run("  "),
                _lang(name),
                Run(plain(name["text"])),
                Run(f"  {_facts(before)}", "label"),
            )
            rows.append(Row(left, (Run("  "), _lang(name), Run(plain(name["text"])), facts)))
        elif _key(name) in partners:
            partner = partners[_key(name)]
            was, now = marked(partner["text"], name["text"])
            left = (
                Run(f"{sign('dash')} ", "gone"),
                _lang(partner),
                *was,
                Run(f"  {_facts(partner)}", "label"),
            )
            rows.append(Row(left, (Run("+ ", "come"), _lang(name), *now, facts)))
        else:
            rows.append(
                Row((), (Run("+ ", "come"), _lang(name), Run(plain(name["text"]), "come"), facts))
            )
    for name in gone:
        facts = Run(f"  {_facts(name)}", "label")
        rows.append(
            Row(
                (
                    Run(f"{sign('dash')} ", "gone"),
                    _lang(name),
                    Run(plain(name["text"]), "gone"),
                    facts,
                )
            )
        )
    return rows


def _key(name: Any) -> tuple[str, str]:
    return name["text"], name["lang"]


def _sort(name: Any) -> tuple[str, str]:
    return name["lang"], name.get("type", "full")


def _lang(name: Any) -> Run:
    return Run(f"{name['lang']}  ", "label")


def _facts(name: Any) -> str:
    parts = [word(name.get("type", "full")), word(name["evidence"])]
    if name.get("usage", "admitted") != "admitted":
        parts.insert(1, word(name["usage"]))
    if name.get("from") or name.get("to"):
        parts.append(f"{name.get('from', '')}{sign('dash')}{name.get('to', '')}")
    return joined(parts)
