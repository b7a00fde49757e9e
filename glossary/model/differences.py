"""What differs between two versions of an entry, name by name, and within a text character by character."""

from __future__ import annotations

from glossary.i18n import N_, Spoken, _, joined, labelled, local, spoken, spoken_list
from glossary.model.values import dataclass
from glossary.model.words import spoken_word, word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

__all__ = ["Difference", "compare_records", "compare_texts", "item_keys"]

_WORDS = {
    # what an entry is made of
    "entry": N_("entry"),
    "name": N_("name"),
    "relation": N_("relation"),
    "definition": N_("definition"),
    "note": N_("note"),
    "body": N_("body"),
    "document": N_("document"),
    "kind": N_("kind"),
    "domains": N_("domains"),
    "collections": N_("collections"),
    # fields of these
    "text": N_("text"),
    "lang": N_("language"),
    "type": N_("type"),
    "usage": N_("usage"),
    "evidence": N_("evidence"),
    "issuer": N_("issuer"),
    "sources": N_("sources"),
    "from": N_("from"),
    "to": N_("to"),
    "pair": N_("pair"),
    "context": N_("context"),
    "case_sensitive": N_("case-sensitive"),
    "renderings": N_("renderings"),
    "instrument": N_("instrument"),
    "level": N_("level"),
    "place": N_("place"),
    "founded": N_("founded"),
    "dissolved": N_("dissolved"),
    "number": N_("number"),
    "date": N_("date"),
    "status": N_("status"),
}


_CODED = frozenset(
    ("type", "usage", "evidence", "kind", "body.level", "document.type", "document.status")
)
"""Fields whose values are words of the model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that differs.

    Attributes:
        what: ``added``, ``removed`` or ``changed``.
        where: What it concerns: ``name 科学技术部 (zh-Hans)``, ``relation part-of state-council``, ``body.level``.
        field: The field of it that changed, empty for the whole.
        before: The old value as text, empty where there was none; ``i18n.local`` gives it in the reader's language.
        after: The new value as text, empty where there is none.
    """

    what: str
    where: str
    field: str = ""
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        return self.line(local(self.before), local(self.after))

    def line(self, before: str, after: str) -> str:
        """Return what differs in one line.

        Args:
            before: The old value as it is shown.
            after: The new one.

        >>> Difference(what="changed", where="body.founded", before="1998").line("1998", "")
        '~ body.founded 1998 → –'
        """
        sign = {"added": "+", "removed": "-", "changed": "~"}[self.what]
        value = after or before
        if self.what == "changed":
            value = f"{before or '–'} → {after or '–'}"
        if self.field:
            return f"{sign} {labelled(self.place, value)}"
        return f"{sign} {self.place} {value}".rstrip()

    @property
    def place(self) -> str:
        """What it concerns and the field, in the reader's language.

        >>> Difference(what="changed", where="name A (en)", field="evidence").place
        'name A (en) evidence'
        >>> Difference(what="added", where="relation part-of state-council").place
        'relation part of state-council'
        """
        head, space, rest = self.where.partition(" ")
        if head == "relation":
            kind, gap, target = rest.partition(" ")
            rest = f"{word(kind)}{gap}{target}"
        words = ".".join(_word(part) for part in head.split("."))
        return f"{words}{space}{rest}" + (f" {_word(self.field)}" if self.field else "")


def _word(code: str) -> str:
    return _(_WORDS[code]) if code in _WORDS else code


def compare_records(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Difference, ...]:
    """Return what differs between two records of one entry; generated renderings are left out.

    Args:
        before: The older record (``model/records.py``); empty for a new entry.
        after: The newer one.

    >>> one = {"id": "a", "kind": "body", "names": [{"text": "A", "lang": "en", "evidence": "unsourced"}]}
    >>> two = {"id": "a", "kind": "body", "names": [{"text": "A", "lang": "en", "evidence": "attested"}]}
    >>> [str(each) for each in compare_records(one, two)]
    ['~ name A (en) evidence: unsourced → attested']
    """
    found: list[Difference] = []
    for key in ("names", "relations", "definitions", "notes", "extra"):
        found += _compare_lists(
            item_keys(key, before.get(key, [])), item_keys(key, after.get(key, []))
        )
    for key in ("body", "document"):
        found += _compare_fields(key, before.get(key) or {}, after.get(key) or {}, whole=True)
    for key in ("kind", "domains", "collections"):
        if before.get(key) != after.get(key):
            found.append(_difference(key, "", before.get(key), after.get(key)))
    return tuple(found)


def item_keys(field: str, items: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Return names, relations, definitions or notes by what identifies them, in order.

    Args:
        field: ``names``, ``relations``, ``definitions``, ``notes`` or ``extra``.
        items: Their records; a second one alike gets a number.

    >>> list(item_keys("notes", [{"lang": "en", "text": "A"}, {"lang": "en", "text": "B"}]))
    ['note (en)', 'note (en) #2']
    """
    keyed: dict[str, Mapping[str, Any]] = {}
    for item in items:
        key = first = _identity(field, item)
        number = 1
        while key in keyed:
            number += 1
            key = f"{first} #{number}"
        keyed[key] = item
    return keyed


def _identity(field: str, item: Mapping[str, Any]) -> str:
    if field == "names":
        return f"name {item['text']} ({item['lang']})"
    if field == "relations":
        return f"relation {item['type']} {item['target']}"
    if field == "extra":
        return f"extra {item['key']}" + (f" ({item['lang']})" if item.get("lang") else "")
    return f"{field[:-1]} ({item['lang']})"


def _compare_lists(
    old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]]
) -> Iterator[Difference]:
    for key in old:
        if key not in new:
            yield Difference(what="removed", where=key)
    for key, item in new.items():
        if key not in old:
            yield Difference(what="added", where=key)
        else:
            yield from _compare_fields(key, old[key], item)


def _compare_fields(
    where: str, before: Mapping[str, Any], after: Mapping[str, Any], *, whole: bool = False
) -> Iterator[Difference]:
    for field in dict.fromkeys([*before, *after]):
        old, new = before.get(field), after.get(field)
        if field == "renderings":
            old, new = _corrected(old), _corrected(new)
        if old != new:
            yield _difference(
                f"{where}.{field}" if whole else where, "" if whole else field, old, new
            )


def _corrected(renderings: Mapping[str, Any] | None) -> dict[str, str]:
    """Renderings a person wrote."""
    return {lang: text for lang, text in (renderings or {}).items() if isinstance(text, str)}


def _difference(where: str, field: str, before: object, after: object) -> Difference:
    what = (
        "added" if before in (None, [], {}) else "removed" if after in (None, [], {}) else "changed"
    )
    show = _shown_word if (field or where) in _CODED else _shown
    return Difference(what=what, where=where, field=field, before=show(before), after=show(after))


def _shown_word(value: object) -> str:
    return spoken_word(value) if isinstance(value, str) else ""


def _shown(value: object) -> str:
    """A value as text: for scripts the same whatever the language, ``local`` for people."""
    if value in (None, [], {}):
        return ""
    if isinstance(value, bool):
        return spoken(N_("yes") if value else N_("no"))
    if isinstance(value, dict):
        text = value.get("title") or value.get("text")
        if text:
            return str(text)
        parts = [(key, _shown(part)) for key, part in value.items()]
        shown = Spoken(", ".join(f"{key}: {part}" for key, part in parts))
        shown.local = joined(labelled(key, local(part)) for key, part in parts)
        return shown
    if isinstance(value, list):
        return spoken_list(map(_shown, value), weighty=True)
    return str(value)


def compare_texts(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Return two texts as runs of characters that stayed, went or came.

    Args:
        before: The older text.
        after: The newer text.
    Returns:
        Pairs of ``=``, ``-`` or ``+`` and the characters.

    >>> compare_texts("国家科委", "国家科技委")
    (('=', '国家科'), ('+', '技'), ('=', '委'))
    """
    from difflib import SequenceMatcher

    runs: list[tuple[str, str]] = []
    for step, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if step == "equal":
            runs.append(("=", before[a:b]))
            continue
        if b > a:
            runs.append(("-", before[a:b]))
        if d > c:
            runs.append(("+", after[c:d]))
    return tuple(runs)
