"""Entries as messages of catalogs: every name of one side is asked by, the name that goes with it answers.

A message is fuzzy, so absent from a MO, where the entry is not approved or the weaker of its two names is composed,
reconstructed or unsourced; ``include`` lets one of these in. Its last comment tells what was written (``po_marks``).
"""

from __future__ import annotations

from glossary.formats.ledgers import Fate
from glossary.formats.po_marks import mark_of
from glossary.formats.selection import without_patterns
from glossary.formats.sides import asked_names, render, weaker
from glossary.formats.spools import Repeats, Spool
from glossary.i18n import _
from glossary.model.names import Evidence, NameType, Usage
from glossary.model.sources import footnote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.formats.ledgers import Ledger
    from glossary.formats.sides import Asked, Rendered
    from glossary.model.entries import Entry
    from glossary.model.names import Name

    Half = tuple[str, bool, tuple[str, ...]]
    """A translation, whether it is fuzzy, and what is said of it."""

__all__ = ["Catalogs"]

_NO_ROOM = ("relations", "definitions", "domains", "collections", "extra")


class Catalogs:
    """The messages of one source language in several target languages, gathered once and kept on the disk.

    Args:
        source: Language tag of the names that are asked by.
        targets: Language tags of those that answer, each with what it is called in messages.
        day: Today, or the day asked about.
        include: Doubts that do not make a message fuzzy.
        always: Whether every message has its entry's id as context; else only those that several entries share.
        ledger: Where to say what a catalog has no room for.
    """

    def __init__(
        self,
        source: str,
        targets: Sequence[tuple[str, str]],
        *,
        day: str,
        include: Iterable[str] = (),
        always: bool = False,
        ledger: Ledger,
    ) -> None:
        self._source = source
        self._targets = tuple(tag for tag, _name in targets)
        self._names = tuple(name for _tag, name in targets)
        self._day = day
        self._include = frozenset(include)
        self._always = always
        self._ledger = ledger
        self._repeated = Repeats()
        self._counts: dict[str, int] = {}
        self._missing = [0] * len(self._targets)
        self._fuzzy = [0] * len(self._targets)
        self._spool = Spool()

    def __enter__(self) -> Catalogs:
        return self

    def __exit__(self, *_error: object) -> None:
        self._spool.close()
        self._repeated.__exit__(None, None, None)

    def gather(self, entries: Iterable[tuple[Entry, str]]) -> None:
        """Take in all entries, each with its review state."""
        put, see = self._spool.put, self._repeated.see
        for entry, review in without_patterns(entries, self._ledger):
            used: set[int] = set()
            for asked in asked_names(entry, self._source, self._day):
                put(self._row(entry, review, asked, used))
                see(asked.text)
            self._count(entry, used)
        self._repeated.settle((row[0], row[1]) for row in self._spool)
        self._tell()

    def messages(
        self, at: int | None
    ) -> Iterator[tuple[str, str | None, str, str, bool, list[str]]]:
        """Yield the messages in one target language, in the order of the entries.

        Args:
            at: Place of the language among the targets; ``None`` for a template without translations.
        Yields:
            msgid, context, entry's id, msgstr, whether it is fuzzy, and the comments.
        """
        for msgid, entry_id, comments, halves in self._spool:
            context = entry_id if self._always or msgid in self._repeated else None
            if at is None:
                yield msgid, context, entry_id, "", False, list(comments)
                continue
            text, fuzzy, more = halves[at]
            said = [*more, *comments]
            if text:
                said.append(mark_of(msgid, text, fuzzy))
            yield msgid, context, entry_id, text, fuzzy, said

    def _row(self, entry: Entry, review: str, asked: Asked, used: set[int]) -> tuple[object, ...]:
        halves: list[Half] = []
        used.add(id(asked.name))
        for at, tag in enumerate(self._targets):
            found = render(entry, asked.name, tag, self._day)
            if found is None:
                self._missing[at] += 1
                halves.append(("", False, ()))
                continue
            used.add(id(found.name))
            fuzzy = self._is_doubtful(weaker(asked.name, found.name), review)
            self._fuzzy[at] += fuzzy
            halves.append((found.text, fuzzy, _said_of(found, asked)))
        return asked.text, entry.id, _about(entry, review, asked), tuple(halves)

    def _is_doubtful(self, evidence: Evidence, review: str) -> bool:
        if review != "approved" and "proposed" not in self._include:
            return True
        return not evidence.needs_source and evidence.value not in self._include

    def _count(self, entry: Entry, used: set[int]) -> None:
        counts = self._counts
        for field in _NO_ROOM:
            if held := getattr(entry, field):
                counts[field] = counts.get(field, 0) + len(held)
        if cited := sum(len(note.sources) for note in entry.notes):
            counts["notes.sources"] = counts.get("notes.sources", 0) + cited
        if entry.body is not None or entry.document is not None:
            field = "document" if entry.body is None else "body"
            counts[field] = counts.get(field, 0) + 1
        for name in entry.names:
            if name.usage is Usage.FORBIDDEN:
                counts["forbidden"] = counts.get("forbidden", 0) + 1
            elif id(name) not in used and self._targets:
                counts["lone"] = counts.get("lone", 0) + 1
            if name.issuer or name.context or name.case_sensitive or name.extra:
                for field in ("issuer", "context", "case_sensitive", "extra"):
                    if getattr(name, field):
                        counts[f"names.{field}"] = counts.get(f"names.{field}", 0) + 1

    def _tell(self) -> None:
        ledger = self._ledger
        ledger.add("names.text", Fate.KEPT, count=len(self._spool))
        for field, count in self._counts.items():
            if field == "forbidden":
                why = _("a forbidden name is never in a catalog")
                ledger.add("names.text", Fate.DROPPED, why, count)
            elif field == "lone":
                why = _("it goes with no name of the other side")
                ledger.add("names.text", Fate.DROPPED, why, count)
            else:
                ledger.add(field, Fate.DROPPED, _("a catalog has no place for it"), count)
        for name, missing, fuzzy in zip(self._names, self._missing, self._fuzzy, strict=True):
            if missing:
                ledger.notes.append(
                    _("{locale}: {count} names have no counterpart and stand untranslated").format(
                        locale=name, count=missing
                    )
                )
            if fuzzy:
                ledger.notes.append(
                    _(
                        "{locale}: {count} of {total} are fuzzy: not approved, or without a source (--include)"
                    ).format(locale=name, count=fuzzy, total=len(self._spool))
                )


def _about(entry: Entry, review: str, asked: Asked) -> tuple[str, ...]:
    """What is said of the name that is asked by, in every language alike."""
    name = asked.name
    facts = [entry.kind.value]
    if name.type is not NameType.FULL:
        facts.append(name.type.value)
    if name.usage is Usage.DEPRECATED:
        facts.append(name.usage.value)
    if name.start or name.end:
        facts.append(f"{name.start}..{name.end}")
    facts += [name.evidence.value, review]
    if asked.generated:
        facts.append("generated")
    lines = [", ".join(facts)]
    lines += _notes(name)
    lines += [line for note in entry.notes for line in _lines("note", note.text)]
    lines += [f"source: {footnote(source)}" for source in name.sources]
    return tuple(lines)


def _said_of(found: Rendered, asked: Asked) -> tuple[str, ...]:
    """What is said of the name that answers: its pinyin, whether it was generated, how it is known."""
    lines = []
    if found.pinyin and found.pinyin != found.text:
        lines.append(f"pinyin: {found.pinyin}")
    if found.generated:
        lines.append(f"generated from {found.name.text}")
    if found.name is not asked.name:
        lines.append(f"{found.name.lang}: {found.name.evidence.value}")
        lines += _notes(found.name)
        lines += [
            f"source: {footnote(source)}"
            for source in found.name.sources
            if source not in asked.name.sources
        ]
    return tuple(lines)


def _notes(name: Name) -> list[str]:
    return _lines("note", name.note) if name.note else []


def _lines(label: str, text: str) -> list[str]:
    return [f"{label}: {line}" for line in text.split("\n") if line.strip()]
