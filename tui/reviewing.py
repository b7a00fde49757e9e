"""What the review screen asks the glossary, and what it gets: plain functions and values, run in a thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.errors import ConflictError, NotFoundError
from glossary.i18n import _, joined, labelled
from glossary.model.events import SEEDER, reason_text
from glossary.model.records import to_record
from tui.bound import keyed
from tui.changes import Row, Run, change_rows
from tui.clock import now
from tui.display import plain
from tui.queue_filters import PEOPLE, queue_filters
from tui.words import dotted, sign, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary import Glossary
    from glossary.facade.showing import Shown
    from glossary.facade.types import Duplicate, Outcome, Proposal, Queue, Waiting
    from glossary.model.answers import Answer

__all__ = ["Detail", "Page", "approve_seen", "read_detail", "read_page", "rows_of"]

PAGE = 100


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the queue, with the names of its entries, read in one question.

    Attributes:
        items: What waits.
        names: The names of its entries, by their ids.
        truncated: Whether more wait.
        total: How many wait under any filter.
        event: Number of the newest event there was before it was read.
        chosen: The filters it was read under.
    """

    items: tuple[Waiting, ...]
    names: Mapping[str, Answer]
    truncated: bool
    total: int
    event: int
    chosen: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that waits, with all one needs to decide.

    Attributes:
        item: What waits.
        shown: The entry as it is; ``None`` for a rule of the house.
        proposal: The proposal; ``None`` for an entry that is new itself.
        authors: Who wrote it.
        person: Who looks at it.
        four_eyes: Whether authors may not approve.
        duplicates: Entries a new one looks like.
    """

    item: Waiting
    shown: Shown | None
    proposal: Proposal | None
    authors: tuple[str, ...]
    person: str
    four_eyes: bool
    duplicates: tuple[Duplicate, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether the person wrote it."""
        names = {name.strip().casefold() for name in self.authors}
        return self.person.strip().casefold() in names

    @property
    def is_stale(self) -> bool:
        """Whether the entry was changed since the proposal was made."""
        return (
            self.proposal is not None
            and self.shown is not None
            and self.proposal.base != self.shown.revision
        )


def read_page(glossary: Glossary, chosen: Mapping[str, str] | None, after: int = 0) -> Page:
    """Read a page of the queue and the names of its entries.

    Args:
        glossary: The glossary.
        chosen: The filters; ``None`` for what people proposed, and where they did not, for everything.
        after: The number that the page before ended with.
    """
    event, total = glossary.last_event(), glossary.waiting()
    found, queue = dict(chosen or {}), _ask(glossary, chosen or {}, after)
    if chosen is None and any(item.by == SEEDER for item in queue.items):
        people = _ask(glossary, PEOPLE, after)
        if people.items:
            found, queue = dict(PEOPLE), people
    names = glossary.answers({item.entry for item in queue.items if item.entry})
    return Page(queue.items, names, queue.truncated, total, event, found)


def _ask(glossary: Glossary, chosen: Mapping[str, str], after: int) -> Queue:
    filters = queue_filters(chosen, glossary.person(), now())
    return glossary.queue(limit=PAGE, after=after, **filters)


def read_detail(glossary: Glossary, item: Waiting) -> Detail:
    """Read what is to be decided about."""
    proposal = glossary.proposal(item.proposal) if item.proposal else None
    shown = glossary.get(item.entry) if item.entry else None
    target: str | int = item.proposal or item.entry
    duplicates = glossary.duplicates(shown.entry) if shown and proposal is None else ()
    return Detail(
        item=item,
        shown=shown,
        proposal=proposal,
        authors=glossary.authors(target),
        person=glossary.person(),
        four_eyes=glossary.rules().get("four-eyes") == "on",
        duplicates=duplicates,
    )


def approve_seen(glossary: Glossary, detail: Detail) -> Outcome:
    """Approve what was looked at, and nothing else.

    Raises:
        ConflictError: It was changed since it was read.
        GlossaryError: As ``Glossary.approve``.
    """
    item = detail.item
    try:
        now = read_detail(glossary, item)
    except NotFoundError as error:
        raise ConflictError(
            _("Somebody decided about it meanwhile"), why=str(error), fix=_("Look at the next.")
        ) from error
    if now.shown and detail.shown and now.shown.review != detail.shown.review:
        raise ConflictError(
            _("Somebody decided about it meanwhile"),
            why=word(now.shown.review),
            fix=_("Look at the next."),
        )
    same_entry = (now.shown and now.shown.revision) == (detail.shown and detail.shown.revision)
    if not same_entry or now.proposal != detail.proposal:
        raise ConflictError(
            _("It was changed meanwhile"), fix=_("What stands there now is shown; look again.")
        )
    return glossary.approve(item.proposal or item.entry)


def rows_of(detail: Detail) -> tuple[list[Row], list[Row]]:
    """Return the head and the two columns of what waits."""
    item, shown, proposal = detail.item, detail.shown, detail.proposal
    head = [Row((Run(_headline(detail), "title"),))]
    if item.why:
        head.append(Row((Run(labelled(_("Why"), ""), "label"), Run(plain(reason_text(item.why))))))
    if detail.four_eyes and detail.is_own:
        text = _("You wrote this, and four eyes are asked for: anybody but {names} can approve it.")
        names = joined(detail.authors)
        head.append(Row((Run(f"{sign('warning')} {plain(text.format(names=names))}", "gone"),)))
    if detail.is_stale:
        text = _(
            "The entry was changed since this was proposed; approving needs {proposal_edit}, then {proposal_approve}. Now it would do this:"
        )
        head.append(Row((Run(f"{sign('warning')} {keyed(text)}", "gone"),)))
    for duplicate in detail.duplicates[:3]:
        text = _("Looks like {name} ({id})").format(name=duplicate.name, id=duplicate.id)
        head.append(Row((Run(f"{sign('warning')} {plain(text)}", "gone"),)))
    for comment in shown.comments if shown is not None else ():
        text = labelled(dotted((comment.by, comment.at[:10])), "")
        head.append(Row((Run(plain(text), "label"), Run(plain(comment.text)))))
    head.append(Row())
    return head, _columns(shown, proposal)


def _headline(detail: Detail) -> str:
    item = detail.item
    by = joined(detail.authors) or item.by
    what = _("New entry") if not item.proposal else f"{word(item.action)} (#{item.proposal})"
    who = _("proposed by {names}").format(names=plain(by))
    return dotted((what, who, item.at[:16].replace("T", " ")))


def _one_column(row: Row) -> Row:
    """Return a line of an entry that is new: nothing stands beside it."""
    return Row((), row.right if any(run.text for run in row.right) else row.left)


def _columns(shown: Shown | None, proposal: Proposal | None) -> list[Row]:
    titles = Row(
        (Run(_("Approved now"), "title"),),
        (Run(_("Proposed"), "title"),),
    )
    if proposal is None:
        record = to_record(shown.entry) if shown is not None else {}
        note = Run(f"  {_('Not in the glossary yet')}", "label")
        return [Row((), (*titles.right, note)), *map(_one_column, change_rows({}, record))]
    if proposal.action == "edit" and shown is not None:
        return [titles, *change_rows(to_record(shown.entry), proposal.content)]
    lines = [labelled(str(key), str(value)) for key, value in proposal.content.items()]
    text = joined(lines) or word(proposal.action)
    left = (Run(plain(shown.entry.id)),) if shown is not None else ()
    return [
        titles,
        Row(left, (Run("+ ", "come"), Run(f"{word(proposal.action)} {plain(text)}", "come"))),
    ]
