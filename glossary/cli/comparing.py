"""What is proposed beside what is approved: ``review show``."""

from __future__ import annotations

import time
from dataclasses import dataclass

from glossary.cli.answers import type_word
from glossary.cli.differences import ALIKE, difference_record, joined, likeness, marked
from glossary.errors import InvalidError
from glossary.facade.wording import difference_texts
from glossary.i18n import _, aside, labelled, quoted
from glossary.i18n import joined as listed
from glossary.model.differences import compare_records
from glossary.model.events import reason_text
from glossary.model.records import to_record
from glossary.model.words import word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from glossary.cli.display import Style
    from glossary.facade.types import Proposal, Shown, Told
    from glossary.glossary import Glossary
    from glossary.model.differences import Difference

__all__ = ["Comparison"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Something that waits, and what it would change.

    Attributes:
        shown: The entry as it is; nothing for a rule of the house.
        proposal: The proposal; nothing for an entry that is new itself.
        added: The event that added a new entry.
        authors: Who wrote what waits.
        about: What a proposal that is no edit would do, in a sentence.
    """

    shown: Shown | None
    proposal: Proposal | None
    added: Told | None
    authors: tuple[str, ...]
    about: str = ""

    @classmethod
    def of(cls, glossary: Glossary, target: str | int) -> Comparison:
        """Return what waits under an id or a number.

        Raises:
            NotFoundError: No such entry or proposal is there.
            InvalidError: Nothing waits for the entry, or several proposals do.
        """
        shown: Shown | None
        if isinstance(target, str):
            shown = glossary.get(target)
            if shown.review == "proposed":
                added = next(iter(glossary.history(shown.entry.id, limit=1)), None)
                return cls(
                    shown=shown,
                    proposal=None,
                    added=added,
                    authors=glossary.authors(shown.entry.id),
                )
            waiting = glossary.proposals(shown.entry.id)
            if len(waiting) != 1:
                raise _not_one(shown, [each.number for each in waiting])
            proposal = waiting[0]
        else:
            proposal = glossary.proposal(target)
            shown = glossary.get(proposal.entry) if proposal.entry else None
        return cls(
            shown=shown,
            proposal=proposal,
            added=None,
            authors=proposal.authors,
            about=_about(glossary, proposal),
        )

    @property
    def _before(self) -> dict[str, Any]:
        return to_record(self.shown.entry) if self.shown and self.proposal else {}

    @property
    def _after(self) -> dict[str, Any]:
        if self.proposal is None:
            return to_record(self.shown.entry) if self.shown else {}
        return self.proposal.content if self.proposal.action == "edit" else {}

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What approving an edit would change now; nothing for a proposal that is none."""
        return compare_records(self._before, self._after) if self._after else ()

    @property
    def is_stale(self) -> bool:
        """Whether the entry was changed since the proposal was made."""
        proposal, shown = self.proposal, self.shown
        return bool(proposal and shown and proposal.base != shown.revision)

    def to_record(self) -> dict[str, Any]:
        """Return all of it as one JSON object."""
        event, proposal = self.added.event if self.added else None, self.proposal
        made = proposal or event
        return {
            "number": made.number if made else None,
            "id": self.shown.entry.id if self.shown else None,
            "proposal": proposal.number if proposal else None,
            "action": proposal.action if proposal else "add",
            "by": made.by if made else "",
            "at": made.at if made else "",
            "why": made.why if made else "",
            "authors": list(self.authors),
            "about": self.about,
            "stale": self.is_stale,
            "approved": self._before or None,
            "proposed": self._after or None,
            "differences": difference_record(self.differences),
        }

    def lines(self, width: int, style: Style) -> list[str]:
        """Return all of it for people."""
        from glossary.cli.display import safe
        from glossary.cli.tables import wrap

        lines = [style("strong", line) for line in wrap(safe(self._title()), width)]
        lines += [style("dim", line) for line in wrap(safe(self._origin()), width)]
        if self.is_stale:
            assert self.proposal is not None
            note = _(
                "The entry was changed since: 'zhengming edit {number}' brings the proposal up to date."
            ).format(number=self.proposal.number)
            lines += [style("bad", line) for line in wrap(note, width)]
        lines.append("")
        if self.about:
            return lines + [f"  {line}" for line in wrap(safe(self.about), width - 2)]
        if self.proposal is None and self.shown is not None:
            from glossary.cli.sheets import Sheet

            return lines + Sheet(self.shown, width, style).lines()
        return lines + self._table(width, style)

    def _title(self) -> str:
        entry = self.shown.entry.id if self.shown else _("the glossary")
        if self.proposal is None:
            return _("New entry {id}").format(id=entry)
        return _("Proposal {number} to {action} {id}").format(
            number=self.proposal.number, action=word(self.proposal.action), id=entry
        )

    def _origin(self) -> str:
        from glossary.cli.reviewing import age

        made = self.proposal or (self.added.event if self.added else None)
        if made is None:
            return ""
        text = _("by {people}, {age}").format(
            people=listed(self.authors) or made.by, age=age(made.at, time.time())
        )
        return labelled(text, quoted(reason_text(made.why))) if made.why else text

    def _table(self, width: int, style: Style) -> list[str]:
        from glossary.cli.tables import Cell, table

        before, after = self._before, self._after
        rows, below = [], []
        for each in joined(self.differences):
            if each.field or each.what == "changed" or not each.where.startswith("name "):
                where = each.place
                old, new = difference_texts(each)
                if not old and not new:
                    record = after if each.what == "added" else before
                    old, new = _sides(each, _text_of(record, each.where))
            else:
                record = after if each.what == "added" else before
                where = _("name")
                old, new = _sides(each, _described(record, each.where))
            rows.append([Cell(where), Cell(old or "–", "bad"), Cell(new or "–", "good")])
            below.append(Cell(marked(each.before, each.after) if _is_telling(each) else ""))
        if not rows:
            return [f"  {_('It would change nothing any more.')}"]
        heads = [_("What"), _("Approved"), _("Proposed")]
        return table(heads, rows, width, style, below)


def _sides(each: Difference, text: str) -> tuple[str, str]:
    return ("", text) if each.what == "added" else (text, "")


def _is_telling(each: Difference) -> bool:
    """Whether runs of characters say more than the two texts: they have a good part in common."""
    return each.what == "changed" and likeness(each.before, each.after) >= ALIKE


def _described(record: Mapping[str, Any], where: str) -> str:
    """A name with what is said of it."""
    for name in record.get("names", []):
        if where.partition(" #")[0] == f"name {name['text']} ({name['lang']})":
            facts = [name["lang"], type_word(name.get("type", "full"))]
            facts += [word(name.get("usage", "admitted")), word(name["evidence"])]
            facts += [source["title"] for source in name.get("sources", [])]
            return aside(name["text"], listed(facts))
    return where


def _text_of(record: Mapping[str, Any], where: str) -> str:
    """What a definition or a note says; that there is one, for anything else."""
    for key in ("definitions", "notes"):
        counts: dict[str, int] = {}
        for text in record.get(key, []):
            head = f"{key[:-1]} ({text['lang']})"
            counts[head] = counts.get(head, 0) + 1
            if where == (head if counts[head] == 1 else f"{head} #{counts[head]}"):
                return str(text["text"]).replace("\n", " ")
    return _("yes")


def _about(glossary: Glossary, proposal: Proposal) -> str:
    """What a proposal that is no edit would do."""
    content = proposal.content
    if proposal.action == "retire":
        return _("{id} would be retired: kept, but served no more.").format(id=proposal.entry)
    if proposal.action == "merge":
        return _("{gone} would be merged into {kept}, and its id lead there.").format(
            gone=proposal.entry, kept=content["into"]
        )
    if proposal.action == "undo":
        event = content["event"]
        line = next((each.line for each in glossary.history(after=event - 1, limit=1)), "")
        return _("Event {event} would be undone: {line}").format(event=event, line=line)
    if proposal.action == "configure":
        return _("{key} would be turned {value}.").format(**content)
    return ""


def _not_one(shown: Shown, numbers: list[int]) -> InvalidError:
    if not numbers:
        return InvalidError(
            _("nothing waits for {id}: it is {review}").format(
                id=shown.entry.id, review=word(shown.review)
            ),
            fix=_("See 'zhengming review list'."),
        )
    return InvalidError(
        _("{count} proposals wait for {id}").format(count=len(numbers), id=shown.entry.id),
        fix=_("Name one by its number: {numbers}.").format(numbers=listed(map(str, numbers))),
    )
