"""What the items of a file come to, held against the glossary: new, known, an edit, a conflict.

A plan is made within one transaction, or one moment of the database, so that nothing changes while it is made. It is kept on the disk.
"""

from __future__ import annotations

import json

from glossary.editing.grammar import coming_problems
from glossary.editing.proposals import open_proposals
from glossary.errors import ConflictError, GlossaryError
from glossary.exchange.coming import entry_of
from glossary.exchange.corrections import correct
from glossary.exchange.linking import Links, led_on, without_lost
from glossary.exchange.messages import entry_of_message, with_message
from glossary.exchange.placing import Placing
from glossary.exchange.repeats import same_before
from glossary.exchange.rows import correction_of, item_row
from glossary.formats.items import Item
from glossary.i18n import _
from glossary.model.differences import compare_records
from glossary.model.entries import Entry, Kind
from glossary.model.events import Action
from glossary.model.records import from_record
from glossary.store.prepared import from_row, prepare
from glossary.store.scratch import Scratch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.exchange.reports import ImportReport
    from glossary.exchange.rows import Row
    from glossary.formats.items import Correction
    from glossary.store.database import Store
    from glossary.store.prepared import Prepared
    from glossary.store.reading import Listed

__all__ = ["Plan"]


class Plan(Placing):
    """What is to be done; a block, at whose end what it keeps on the disk is gone.

    Args:
        store: The store.
        report: Where to tell what each item comes to.
        day: Today.
        keep_going: Whether what cannot be done is left out, instead of everything.

    Attributes:
        keeps_going: Whether what cannot be done is left out, instead of everything.
        coming: The entries to be added.
        changed: The entries that are there and are to be otherwise, with the line and column that say so.
        endorsed: For each entry, the remarks to be left beside it.
    """

    def __init__(self, store: Store, report: ImportReport, day: str, *, keep_going: bool) -> None:
        super().__init__(store.reader, report)
        self._store = store
        self._day = day
        self.keeps_going = keep_going
        self._seen = Scratch()
        self.endorsed: dict[str, list[str]] = {}
        self._patterns: dict[str, tuple[Entry, int, int]] = {}

    def __enter__(self) -> Plan:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()
        self._seen.close()

    def take(self, row: Row) -> None:
        """Take in an item or a correction, as a row of a spool.

        Raises:
            GlossaryError: It cannot be done; the error says where it stands.
        """
        line, column, flags = row[:3]
        try:
            if not flags:
                self._take_correction(row)
                return
            prepared = from_row(row[3])
            if prepared.kind == Kind.PATTERN.value:
                self._patterns[prepared.id] = (entry_of(prepared), line, column)
            if flags[0]:
                self._take_whole(prepared, line, column)
            else:
                self._take_part(prepared, row)
        except GlossaryError as error:
            raise error.at(self._report.path, line, column) from None

    # Entries that the file holds whole.

    def _take_whole(self, prepared: Prepared, line: int, column: int) -> None:
        there = None
        if self._reader.content(prepared.id) == prepared.content:
            self._report.unchanged.append(prepared.id)
        elif (there := self._reader.get(prepared.id)) is not None:
            if self._is_there(there, prepared):
                self._report.unchanged.append(prepared.id)
            else:
                self.changed.put(entry_of(prepared), line, column)
        elif self._reader.redirect(prepared.id):
            self._leave_out(prepared.id, self._reader.redirect(prepared.id))
        elif self._reader.is_taken(prepared.id):
            raise ConflictError(
                _("the id {id!r} was given to an entry since undone").format(id=prepared.id),
                ids=(prepared.id,),
                why=_("ids are never used again"),
                fix=_("Choose another, or undo the undo: 'zhengming history {id}'.").format(
                    id=prepared.id
                ),
            )
        else:
            # Patterns of different places may be called alike: whether they contradict is asked of all together.
            similar = "" if prepared.id in self._patterns else self._alike(prepared, line, column)
            if similar is None:
                return
            if similar:
                self._report.similar.add(prepared.id, similar)
            self._add(prepared, line, column)
        self.coming.claim_names(prepared, prepared.id)

    def _is_there(self, there: Listed, coming: Prepared) -> bool:
        """Whether an entry is just so, or just this waits for it already."""
        content = coming.content
        if prepare(there.entry).content == content:
            return True
        waiting = open_proposals(self._store, coming.id)
        contents = [each.content for each in waiting if each.action == Action.EDIT.value]
        if any(prepare(from_record(each)).content == content for each in contents):
            return True
        # What a person cannot see in the history, such as the order of names, is no change.
        return not compare_records(json.loads(prepare(there.entry).content), json.loads(content))

    # Entries of which the file holds some names.

    def _take_part(self, prepared: Prepared, row: Row) -> None:
        line, column, (_whole, keeps_id, says_kind), _prepared, base = row
        if keeps_id and prepared.id in self.coming.ids:  # rows of one id that stand apart
            self.coming.repeats.add(prepared.id, entry_of(prepared), line, column)
            self.coming.claim_names(prepared, prepared.id)
            return
        similar = self._like_one_there(prepared, says_kind, line, column, keeps_id=keeps_id)
        if similar is None:
            return
        before = self.coming.owners(prepared)
        first = next((each for each in before if each), "")
        if first and not keeps_id:
            same = self.coming.owner_of_all(prepared)
            entry = entry_of(prepared)
            same = same_before(entry, before) if same is None else same
            if same:
                self._leave_out(entry.id, same)
                self.coming.repeats.add(same, entry, line, column)
                self.coming.claim_names(prepared, same)
                return
        named = self._named(prepared, base, keeps_id)
        if similar or first:
            self._report.similar.add(named.id, similar or first)
        self._add(named, line, column)
        self.coming.claim_names(named, named.id)
        if first:  # else each name alone leads here
            self.coming.claim_all(prepared, named.id)

    # Corrections to what was given out.

    def _take_correction(self, row: Row) -> None:
        correction = correction_of(row)
        line, column = correction.line, correction.column
        there = self._reader.get(correction.entry_id)
        if there is None and correction.entry_id:
            there = self._reader.get(self._reader.redirect(correction.entry_id))
        if there is None:
            self._take_stranger(correction)
            return
        entry_id = there.entry.id
        now = self.changed.get(entry_id) or there.entry
        try:
            done = correct(now, correction, self._day, approved=there.review == "approved")
        except ConflictError as error:
            self._report.oppose(error.at(self._report.path, line, column))
            return
        if done.entry != now:
            self.changed.put(done.entry, line, column)
        elif not done.endorsed and entry_id not in self.changed:
            self._unchanged(entry_id)
        if done.endorsed:
            self._endorse(entry_id, correction)

    def _unchanged(self, entry_id: str) -> None:
        """Count an entry once, though several messages name it."""
        if entry_id not in self._seen:
            self._seen.claim(entry_id, "unchanged")
            self._report.unchanged.append(entry_id)

    def _endorse(self, entry_id: str, correction: Correction) -> None:
        text = f"Approval proposed: {correction.source} = {correction.target}"
        if correction.note:
            text = f"{text}\n{correction.note}"
        there = {row[3] for row in self._reader.comments_on(entry_id)}
        if text not in there:
            self.endorsed.setdefault(entry_id, []).append(text)

    def _take_stranger(self, correction: Correction) -> None:
        """A message of an entry that is not here: what it says of two names; all that one entry has come to one entry."""
        if not correction.target:
            return
        entry_id, line, column = correction.entry_id, correction.line, correction.column
        here = (self.coming.moved.get(entry_id) or entry_id) if entry_id else ""
        there = self._reader.get(here) if here else None
        kept = self.coming.open_one(here) if here else None
        if there is not None:
            self._join(there, entry_of_message(correction), line, column)
        elif kept is not None:
            entry = with_message(entry_of(kept), correction, self._day)
            self._keep_open(prepare(entry), line, column)
        else:
            says_kind = bool(correction.kind)
            entry = entry_of_message(correction)
            item = Item(entry, None, line, column, False, bool(here), says_kind)
            row = item_row(item)
            if here:
                self._take_open(from_row(row[3]), row)
            else:
                self._take_part(from_row(row[3]), row)

    def _take_open(self, prepared: Prepared, row: Row) -> None:
        """A new entry of which more is to come."""
        line, column, (_whole, _keeps_id, says_kind), *_rest = row
        similar = self._like_one_there(prepared, says_kind, line, column, keeps_id=True)
        if similar is None:
            return
        named = self._named(prepared, row[4], True)
        if similar := similar or next((each for each in self.coming.owners(named) if each), ""):
            self._report.similar.add(named.id, similar)
        self._report.added.append(named.id)
        self._keep_open(named, line, column)

    def _keep_open(self, prepared: Prepared, line: int, column: int) -> None:
        self.coming.ids.claim(prepared.id, "new")
        self.coming.put_related(prepared, line, column)
        self.coming.claim_names(prepared, prepared.id)

    # What is to be done in the end.

    def finish(self) -> None:
        """Settle what depends on all items: relations, and whether an entry comes out as it was."""
        faults: list[GlossaryError] = []
        self.coming.join_repeats(faults)
        for fault in faults:
            self._report.warn(fault.at(self._report.path))
        self._settle_changes()
        self._link()
        self._check_patterns()
        for entry_id in self.endorsed:
            self._report.endorsed.append(entry_id)
        self.coming.forget_names()
        self._seen.close()

    def _check_patterns(self) -> None:
        coming = [entry for entry, _line, _column in self._patterns.values()]
        for error in coming_problems(self._reader, coming):
            # One of those approved may be at the end of a ring that the coming ones close.
            _entry, *place = self._patterns.get(error.entry, (None,))
            self._report.problems.append(error.at(self._report.path, *place))

    def _settle_changes(self) -> None:
        """Lead relations on, and leave out what comes out as it was."""
        for coming, line, column in self.changed:
            entry = led_on(coming, self.coming.moved)
            if self.keeps_going:
                entry = without_lost(entry, self._reader, self.coming.ids, self._report)
            if entry != coming:
                self.changed.put(entry, line, column)
            there = self._reader.get(entry.id)
            if there is None or self._is_there(there, prepare(entry)):
                self.changed.drop(entry.id)
                self._report.unchanged.append(entry.id)
                continue
            served = there.review in ("approved", "retired")
            (self._report.proposed if served else self._report.edited).append(entry.id)

    def _link(self) -> None:
        """Lead relations of new entries on, and find those that lead nowhere or in a ring."""
        coming = self.coming
        with Links(self._reader, coming.ids, self.changed, self._report) as links:
            for entry, line, column in self.changed:
                links.take(entry, line, column)
            for prepared, line, column in coming.related():
                there = entry_of(prepared)
                entry = led_on(there, coming.moved)
                if self.keeps_going:
                    entry = without_lost(entry, self._reader, coming.ids, self._report)
                if entry != there:
                    coming.put_related(prepare(entry), line, column)
                links.take(entry, line, column)
            links.settle()
