"""Bodies before and beside one another: what stood on a day in the place of one of today, and which of one name comes first."""

from __future__ import annotations

from glossary.facade.lineage import forerunners
from glossary.i18n import N_, spoken
from glossary.model.answers import near_of
from glossary.model.dates import last_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.model.answers import Answer, Near
    from glossary.model.entries import Entry
    from glossary.store.reading import Reader

__all__ = ["is_elsewhere", "standing", "stood_before", "told_before"]


def is_elsewhere(answers: Sequence[Answer]) -> bool:
    """Return whether all answers are bodies of Taiwan, Hong Kong or Macao."""
    return all(_apart(each.entry) for each in answers)


def standing(answer: Answer, asked: str) -> tuple[bool, bool, bool]:
    """Return where an answer stands among others found by one key, smaller first.

    A body of Hong Kong, Macao or Taiwan stands behind the mainland's, one no longer in use behind one of the day: the
    Ministry of Commerce is 商务部, not 商业部. Then what is written as asked comes first: "Chinese Medicine" finds
    "Traditional Chinese Medicine" too.

    Args:
        answer: The answer.
        asked: The name that was asked for.
    """
    body = answer.entry.body
    ends = (answer.name.end, body.dissolved if body else "")
    return (
        bool(_apart(answer.entry)),
        any(end and last_day(end) < answer.day for end in ends),
        answer.name.text.casefold() != asked.casefold(),
    )


def stood_before(reader: Reader, later: Sequence[Answer], day: str) -> list[Entry]:
    """Return what stood on a day in the place of bodies of today, nearest first.

    Where bodies of the mainland and of elsewhere bear the name, those of the mainland are followed back: one elsewhere
    that was there by its name is no forerunner of theirs.

    Args:
        reader: The store's reader, within a reading.
        later: Answers to the name of today.
        day: The day.
    """
    ids = [each.id for each in later if not _apart(each.entry)] or [each.id for each in later]
    return forerunners(reader, ids, day)


def told_before(
    before: Sequence[Entry], day: str, near: tuple[Near, ...], as_of: str, elsewhere: bool
) -> tuple[tuple[Near, ...], str]:
    """Return what stood on a day before the other near entries, and the reason in words.

    Args:
        before: What stood in the place of what has the name today.
        day: The day.
        near: The other near entries.
        as_of: The day as it was asked for.
        elsewhere: Whether a body of Taiwan, Hong Kong or Macao had the name.
    """
    if not before:
        nobody = N_("no entry had this name in {date}")
        said = N_("no body of the mainland had this name in {date}") if elsewhere else nobody
        return near, spoken(said, date=as_of)
    found = tuple(near_of(entry, day) for entry in before)
    names = "; ".join(" ".join(filter(None, (each.english, each.chinese))) for each in found)
    said = N_("no entry had this name in {date}; in its place there was: {names}")
    rest = tuple(each for each in near if each not in found)
    return (*found, *rest), spoken(said, date=as_of, names=names)


def _apart(entry: Entry) -> str:
    return entry.body.apart if entry.body else ""
