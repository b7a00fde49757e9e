"""Changes to an entry by flags: names that come and go, and fields that are set.

    --en TEXT --zh TEXT --name LANG=TEXT    a new name, known as --evidence and --source say
    --remove-name TEXT                      the names of this text go
    --set FIELD=VALUE                       a fact of the entry; with --of NAME a field of that name
    --definition TEXT --note TEXT           one more

An empty VALUE takes the field away. What the flags do not reach is edited as YAML.
"""

from __future__ import annotations

from dataclasses import replace

from glossary.cli.arguments import check_text
from glossary.cli.drafting import (
    add_name_flags,
    local_texts,
    named_text,
    read_place,
    sources_of,
)
from glossary.cli.streams import UsageError
from glossary.errors import NotFoundError, nearest_fix
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from typing import Any

    from glossary.cli.arguments import Parser
    from glossary.model.entries import Entry
    from glossary.model.names import Name
    from glossary.model.sources import Source

__all__ = ["ENTRY_FIELDS", "NAME_FIELDS", "add_alterations", "altered", "has_alterations"]

_BODY = ("level", "place", "founded", "dissolved")
_DOCUMENT = ("issuer", "number", "date", "document-status", "type")
ENTRY_FIELDS = ("kind", "domains", "collections", *_BODY, *_DOCUMENT)
"""What ``--set`` sets of an entry; lists by commas."""
_RENDERINGS = {"pinyin": "zh-Latn-pinyin", "zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant"}
_PLAIN = {
    **{name: name for name in ("text", "lang", "type", "usage", "evidence", "issuer", "pair")},
    "note": "note",
    "from": "start",
    "to": "end",
}
NAME_FIELDS = (*_PLAIN, *_RENDERINGS)
"""What ``--set`` sets of the name that ``--of`` names."""
_FLAGS = (
    "en",
    "zh",
    "name",
    "remove_name",
    "set",
    "of",
    "definition",
    "note",
    "evidence",
    "source",
)


def add_alterations(parser: Parser) -> None:
    """Add the flags that describe a change."""
    group = parser.add_argument_group(_("names"))
    add_name_flags(group)
    group.add_argument(
        "--remove-name",
        metavar="TEXT",
        action="append",
        default=[],
        help=_("take the name of this text away"),
    )
    group.add_argument(
        "--of",
        metavar="NAME",
        default="",
        help=_("the name that --set, --evidence and --source are about: its text, or LANG=TEXT"),
    )
    facts = parser.add_argument_group(_("facts"))
    facts.add_argument(
        "--set",
        metavar="FIELD=VALUE",
        action="append",
        default=[],
        help=_("{fields}; with --of: {names}; an empty value takes it away").format(
            fields=" ".join(ENTRY_FIELDS), names=" ".join(NAME_FIELDS)
        ),
    )
    for name, text in (
        ("definition", _("one more definition, in English or Chinese")),
        ("note", _("one more remark, in English or Chinese")),
    ):
        facts.add_argument(f"--{name}", metavar="TEXT", action="append", default=[], help=text)


def has_alterations(arguments: argparse.Namespace) -> bool:
    """Return whether a change is described by flags at all."""
    return any(getattr(arguments, name) for name in _FLAGS)


def altered(entry: Entry, arguments: argparse.Namespace) -> Entry:
    """Return an entry as flags change it.

    Args:
        entry: The entry as it is.
        arguments: The flags of ``edit``.
    Raises:
        UsageError: A flag is malformed, or one that goes with it is missing.
        NotFoundError: The entry has no such name.
        InvalidError: The entry would break a rule of the model.
    """
    from glossary.model.pairs import without_lone_pairs

    names = _without(
        entry.names, [check_text(text, "--remove-name") for text in arguments.remove_name]
    )
    sources = sources_of(arguments)
    new = _new_names(names, arguments, sources)
    names = [*names, *new]
    settings = [_setting(text) for text in arguments.set]
    if arguments.of:
        settings += [("evidence", arguments.evidence)] if arguments.evidence and not new else []
        names = _set_name(names, check_text(arguments.of, "--of"), settings, [] if new else sources)
        settings = []
    elif not new and (arguments.evidence or sources):
        raise UsageError(
            _("--evidence and --source are about no name"),
            fix=_("Say which with --of NAME, or give a new one with --en, --zh or --name."),
        )
    changed = replace(
        entry,
        names=without_lone_pairs(names),
        definitions=(*entry.definitions, *local_texts(arguments.definition)),
        notes=(*entry.notes, *local_texts(arguments.note)),
    )
    return _set_facts(changed, settings)


def _setting(text: str) -> tuple[str, str]:
    field, equals, value = check_text(text, "--set").partition("=")
    if not equals:
        raise UsageError(
            _("--set {text!r} has no value").format(text=text),
            fix=_("Write it as FIELD=VALUE: --set founded=1988."),
        )
    return field.strip(), value.strip()


def _check_field(field: str, known: Sequence[str], *, of_name: bool) -> None:
    if field in known:
        return
    if field in NAME_FIELDS and not of_name:
        otherwise = _("It is one of a name: say of which with --of NAME.")
    else:
        otherwise = _("One of: {known}.").format(known=", ".join(known))
    raise UsageError(
        _("there is no field {field!r} to set").format(field=field),
        fix=nearest_fix(field, known, otherwise),
    )


def _without(names: Iterable[Name], texts: Sequence[str]) -> list[Name]:
    kept = list(names)
    for text in texts:
        gone = _named(kept, text)
        kept = [name for name in kept if name not in gone]
    return kept


def _named(names: Sequence[Name], wanted: str) -> list[Name]:
    """The names of a text, or of a language and a text.

    Raises:
        NotFoundError: There is none.
    """
    found = [name for name in names if wanted in (name.text, f"{name.lang}={name.text}")]
    if not found:
        from difflib import get_close_matches

        texts = [name.text for name in names]
        near = get_close_matches(wanted, texts, n=1, cutoff=0.4) or texts[:5]
        raise NotFoundError(
            _("the entry has no name {name!r}").format(name=wanted),
            fix=_("It has: {names}.").format(names=", ".join(near)) if near else "",
        )
    return found


def _new_names(
    names: Sequence[Name], arguments: argparse.Namespace, sources: Sequence[Source]
) -> list[Name]:
    """The names that flags add to others; preferred where none of the language is."""
    from glossary.language.han import chinese_tag
    from glossary.model.names import Name, NameType, Usage

    texts = [("en", check_text(text, "--en")) for text in arguments.en]
    texts += [(chinese_tag(text), check_text(text, "--zh")) for text in arguments.zh]
    texts += [named_text(text) for text in arguments.name]
    if texts and not arguments.evidence:
        raise UsageError(_("--evidence is missing"), command="zhengming edit")
    new: list[Name] = []
    for lang, text in texts:
        rivals = [name for name in (*names, *new) if name.lang == lang]
        first = all(name.usage is not Usage.PREFERRED for name in rivals)
        new.append(
            Name(
                text=text,
                lang=lang,
                usage=Usage.PREFERRED if first else Usage.ADMITTED,
                type=NameType.FULL if first else NameType.ALIAS,
                evidence=arguments.evidence,
                sources=tuple(sources),
            )
        )
    return new


def _set_name(
    names: Sequence[Name],
    wanted: str,
    settings: Sequence[tuple[str, str]],
    sources: Sequence[Source],
) -> list[Name]:
    """Names with fields of one of them set; where it is preferred now, its rivals are admitted."""
    from glossary.model.dates import spans_overlap
    from glossary.model.names import Usage

    found = _named(names, wanted)
    if len(found) > 1:
        raise UsageError(
            _("{count} names are {name!r}").format(count=len(found), name=wanted),
            fix=_("Write LANG=TEXT, or edit the entry as YAML."),
        )
    changed = replace(found[0], **_name_values(found[0], settings, sources))
    if changed.usage is not Usage.PREFERRED:
        return [changed if name is found[0] else name for name in names]
    return [
        changed
        if name is found[0]
        else replace(name, usage=Usage.ADMITTED)
        if name.usage is Usage.PREFERRED
        and name.lang == changed.lang
        and spans_overlap(name.days, changed.days)
        else name
        for name in names
    ]


def _name_values(
    name: Name, settings: Sequence[tuple[str, str]], sources: Sequence[Source]
) -> dict[str, Any]:
    from glossary.model.names import Rendering

    values: dict[str, Any] = {}
    renderings = {item.lang: item for item in name.renderings}
    if any(field in ("text", "lang") for field, _value in settings):
        renderings.clear()  # they were those of another text
    for field, value in settings:
        _check_field(field, NAME_FIELDS, of_name=True)
        if field in _PLAIN:
            values[_PLAIN[field]] = value
        else:
            lang = _RENDERINGS[field]
            renderings.pop(lang, None)
            if value:
                renderings[lang] = Rendering(lang=lang, text=value, generated=False)
    values["renderings"] = tuple(renderings.values())
    if sources:
        new = [source for source in sources if source not in name.sources]
        values["sources"] = (*name.sources, *new)
    return values


def _set_facts(entry: Entry, settings: Sequence[tuple[str, str]]) -> Entry:
    from glossary.model.entries import BodyFacts, DocumentFacts

    values: dict[str, Any] = {}
    body: dict[str, Any] = {}
    document: dict[str, Any] = {}
    for field, value in settings:
        _check_field(field, ENTRY_FIELDS, of_name=False)
        if field in ("domains", "collections"):
            values[field] = tuple(part.strip() for part in value.split(",") if part.strip())
        elif field in _BODY:
            body[field] = read_place(value) if field == "place" else value or _empty(field)
        elif field in _DOCUMENT:
            document[field.removeprefix("document-")] = value
        else:
            values[field] = value
    if body:
        facts = replace(entry.body or BodyFacts(), **body)
        values["body"] = None if facts == BodyFacts() else facts
    if document:
        papers = replace(entry.document or DocumentFacts(), **document)
        values["document"] = None if papers == DocumentFacts() else papers
    return replace(entry, **values)


def _empty(field: str) -> str | None:
    return None if field == "level" else ""
