"""Entries made from files that hold less than the model: names, and perhaps a kind, a note, a source.

Nothing is claimed that the file does not say. Where it gives no evidence, a name is what ``--evidence`` says,
``unsourced`` by default; a source that the file cites is kept as cited by it, since nobody opened it here.
"""

from __future__ import annotations

from unicodedata import normalize

from glossary.formats.items import Item
from glossary.language.han import chinese_tag
from glossary.model.dates import spans_overlap
from glossary.model.entries import Entry, Kind
from glossary.model.names import Evidence, Name, NameType, Usage
from glossary.model.rules import check_choice
from glossary.model.slugs import free_slug
from glossary.model.sources import Source
from glossary.model.tags import parse_tag
from glossary.model.values import altered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from glossary.formats.interface import Input

__all__ = ["Drafts", "cited", "told_tag"]

_LOCATOR_LIMIT = 500


def told_tag(tag: str, text: str) -> str:
    """Return the tag of a Chinese name whose file says only ``zh``: by its characters, Hans where either would do.

    >>> told_tag("zh", "國家安全部"), told_tag("zh", "上海"), told_tag("zh-TW", "上海"), told_tag("en", "A")
    ('zh-Hant', 'zh-Hans', 'zh-TW', 'en')
    """
    return chinese_tag(text) if tag == "zh" else tag


def cited(text: str, file: Input, place: str) -> Source:
    """Return a source that a file cites: what was opened is the file, on the day of the import.

    Args:
        text: The source as the file gives it.
        file: The file.
        place: Where in it: ``row 12``, ``c45``.

    >>> from io import BytesIO
    >>> from glossary.formats.interface import Input
    >>> source = cited("Gazette 2018/3", Input(BytesIO(), "a/names.csv", day="2026-11-25"), "row 2")
    >>> source.title, source.locator, source.seen
    ('Gazette 2018/3', 'cited in names.csv, row 2', '2026-11-25')
    """
    line = normalize("NFC", " ".join(text.split()))
    return Source(
        title=line, locator=f"cited in {file.name}, {place}"[:_LOCATOR_LIMIT], seen=file.day
    )


class Drafts:
    """Makes items of the names of one file, with the options of the import that all such formats share.

    Args:
        file: The file that is read; its options may have ``kind``, ``evidence`` and ``collection``.

    >>> from io import BytesIO
    >>> from glossary.formats.interface import Input
    >>> drafts = Drafts(Input(BytesIO(), "a.csv", day="2026-11-25"))
    >>> item = drafts.item([drafts.name("Ministry A", "en"), drafts.name("甲部", "zh")], line=3)
    >>> item.entry.id, item.entry.kind.value, [name.lang for name in item.entry.names]
    ('ministry-a-row-1', 'term', ['en', 'zh-Hans'])
    """

    def __init__(self, file: Input) -> None:
        self._file = file
        self._kind = file.options.value("kind") or "term"
        self._says_kind = file.options.given("kind")
        self._evidence = Evidence(file.options.value("evidence") or "unsourced")
        collection = file.options.value("collection")
        self._collections = (collection,) if collection else ()
        self._number = 0

    def name(self, text: str, lang: str, **more: Any) -> Name:
        """Return a name.

        Args:
            text: The name; it is put in NFC, and spaces at its ends and runs of them are put right.
            lang: Its language tag; plain ``zh`` becomes Hans or Hant by its characters.
            more: Further fields of ``Name``; ``evidence`` where the file gives one.
        Raises:
            InvalidError: A field breaks its rule.
        """
        text = normalize("NFC", " ".join(text.split()))
        sources = tuple(more.get("sources", ()))
        evidence = check_choice(Evidence, more.pop("evidence", None) or self._evidence, "evidence")
        if evidence.needs_source and not sources:
            evidence = Evidence.UNSOURCED
        return Name(text=text, lang=told_tag(parse_tag(lang), text), evidence=evidence, **more)

    def item(
        self,
        names: Sequence[Name],
        *,
        line: int,
        column: int = 1,
        entry_id: str = "",
        review: str | None = None,
        preferred: bool = True,
        **more: Any,
    ) -> Item:
        """Return an item: the entry with these names, to be matched with what is there.

        Args:
            names: At least one; a name that stands twice is taken once.
            line: Where it begins.
            column: Where in the line.
            entry_id: Its id, where the file has one of ours; else one is made, and made anew where it is taken.
            review: Where the file says it stands in review.
            preferred: Whether the first name of a language is its preferred one where none is.
            more: Further fields of ``Entry``.
        Raises:
            InvalidError: The names together, or a field, break a rule.
        """
        self._number += 1
        once = tuple(_once(names))
        if preferred:
            once = tuple(_with_preferred(once))
        once = tuple(_one_preferred(once))
        kind = more.pop("kind", "")
        provisional = entry_id or f"{_slug(once)[:60].rstrip('-')}-row-{self._number}"
        entry = Entry(
            id=provisional,
            kind=check_choice(Kind, kind or self._kind, "kind"),
            names=once,
            collections=(*more.pop("collections", ()), *self._collections),
            **more,
        )
        return Item(
            entry,
            review,
            line,
            column,
            whole=False,
            keeps_id=bool(entry_id),
            says_kind=bool(kind) or self._says_kind,
        )


def _slug(names: Iterable[Name]) -> str:
    name = next((each.text for each in names if each.is_english), "")
    return free_slug(name or "entry", lambda _taken: False)


def _once(names: Iterable[Name]) -> Iterable[Name]:
    seen: set[tuple[str, str, NameType, str, str]] = set()
    for name in names:
        key = (name.text, name.lang, name.type, name.start, name.end)
        if key not in seen:
            seen.add(key)
            yield name


def _with_preferred(names: Sequence[Name]) -> Iterable[Name]:
    """Call the first full, admitted name of each language preferred where none is; further ones are second names."""
    led = {name.lang for name in names if name.usage is Usage.PREFERRED}
    for name in names:
        plain = name.usage is Usage.ADMITTED and name.type is NameType.FULL
        if plain and name.lang not in led:
            led.add(name.lang)
            yield altered(name, "usage", Usage.PREFERRED)
        elif plain:
            yield altered(name, "type", NameType.ALIAS)
        else:
            yield name


def _one_preferred(names: Sequence[Name]) -> Iterable[Name]:
    """Let the first preferred name of a language stand; a file may call several so that tell regions apart, or nothing."""
    led: list[Name] = []
    for name in names:
        if name.usage is not Usage.PREFERRED:
            yield name
        elif any(each.lang == name.lang and spans_overlap(each.days, name.days) for each in led):
            yield altered(name, "usage", Usage.ADMITTED)
        else:
            led.append(name)
            yield name
