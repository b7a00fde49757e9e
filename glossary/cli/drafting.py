"""From what a person types to an entry: flags, a file, or a form in their editor."""

from __future__ import annotations

import sys
from dataclasses import replace

from glossary.cli.arguments import check_text
from glossary.cli.streams import UsageError
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from typing import Any

    from glossary.formats.items import Item
    from glossary.glossary import Glossary
    from glossary.model.entries import BodyFacts, DocumentFacts, Entry, LocalText
    from glossary.model.patterns import PatternFacts
    from glossary.model.sources import Source

__all__ = [
    "PLACEHOLDER",
    "add_name_flags",
    "entry_from_flags",
    "entry_from_text",
    "has_flags",
    "local_texts",
    "named_text",
    "one_item",
    "parse_source",
    "read_entry",
    "read_place",
    "sources_of",
]

PLACEHOLDER = "new-entry"
"""The id in the form, exchanged for one made of the names."""

_BODY = ("level", "place", "founded", "dissolved")
_DOCUMENT = ("issuer", "number", "date", "document_status", "type")
_SOURCE_PARTS = ("locator", "publisher", "published", "seen")


def add_name_flags(group: Any) -> None:
    """Add the flags that describe names: their texts, how they are known, where they were read.

    Args:
        group: A parser, or a group of one.
    """
    group.add_argument("--en", metavar="TEXT", action="append", default=[], help=_("English name"))
    group.add_argument(
        "--zh",
        metavar="TEXT",
        action="append",
        default=[],
        help=_("Chinese name, in either script"),
    )
    group.add_argument(
        "--name",
        metavar="LANG=TEXT",
        action="append",
        default=[],
        help=_("a name in any language; each of these may be given several times"),
    )
    group.add_argument(
        "--evidence",
        metavar="WORD",
        default="",
        help=_(
            "official, established, attested, unsourced, composed or reconstructed, for all names given"
        ),
    )
    group.add_argument(
        "--source",
        metavar="TITLE",
        action="append",
        default=[],
        help=_("where they were read: TITLE, or TITLE | LOCATOR | PUBLISHER | PUBLISHED | SEEN"),
    )
    for part in ("locator", "publisher", "published", "seen"):
        group.add_argument(
            f"--source-{part}", metavar="TEXT", default="", help=_("part of the one source")
        )


def read_entry(path: str) -> tuple[bytes, str]:
    """Return the bytes of a file, or of stdin where it is ``-``, and what to call it in messages.

    Raises:
        InputError: It cannot be read.
    """
    if path == "-":
        stream = getattr(sys.stdin, "buffer", None)
        return (stream.read() if stream is not None else b""), "<stdin>"
    from glossary.formats.inputs import read_file

    return read_file(path), path


def has_flags(arguments: argparse.Namespace) -> bool:
    """Return whether an entry is described by flags at all."""
    names = ("kind", "en", "zh", "name", "evidence", "source", "pattern", *_BODY, *_DOCUMENT)
    return any(getattr(arguments, name, "") for name in names)


def entry_from_flags(glossary: Glossary, arguments: argparse.Namespace) -> Entry:
    """Return the entry that flags describe.

    Args:
        glossary: For an id that is free, and the place's code.
        arguments: The flags of ``add``.
    Raises:
        UsageError: A flag that is needed is missing, or one is malformed.
        InvalidError: The entry breaks a rule of the model.
    """
    pattern = _pattern(arguments)
    if pattern is not None:
        arguments.kind = "pattern"
    for flag in ("kind", "evidence"):
        if not getattr(arguments, flag):
            raise UsageError(_("--{flag} is missing").format(flag=flag), command="zhengming add")
    if not (arguments.en or arguments.zh or arguments.name):
        raise UsageError(
            _("there is no name"), fix=_("Give one with --en, --zh or --name LANG=TEXT.")
        )
    entry = glossary.draft(
        arguments.kind,
        english=[check_text(text, "--en") for text in arguments.en],
        chinese=[check_text(text, "--zh") for text in arguments.zh],
        others=[named_text(text) for text in arguments.name],
        evidence=arguments.evidence,
        sources=sources_of(arguments),
        pattern=pattern,
    )
    return replace(
        entry,
        domains=tuple(arguments.domain),
        collections=tuple(arguments.collection),
        definitions=local_texts(arguments.definition),
        notes=local_texts(arguments.note),
        body=_body(arguments),
        document=_document(arguments),
    )


def named_text(text: str) -> tuple[str, str]:
    """Return the language and the name in ``LANG=TEXT``.

    Raises:
        UsageError: There is no language.

    >>> named_text("fr=Bureau")
    ('fr', 'Bureau')
    """
    lang, equals, name = check_text(text, "--name").partition("=")
    if not equals:
        raise UsageError(
            _("--name {text!r} has no language").format(text=text),
            fix=_("Write it as LANG=TEXT: --name fr='Bureau national'."),
        )
    return lang.strip(), name.strip()


def sources_of(arguments: argparse.Namespace) -> list[Source]:
    """Return the sources that flags describe.

    Raises:
        UsageError: A part of one stands without it, or with several.
        InvalidError: A part breaks a rule.
    """
    given: list[str] = arguments.source
    flags = {name: getattr(arguments, f"source_{name}") for name in _SOURCE_PARTS}
    if any(flags.values()) and len(given) != 1:
        raise UsageError(
            _("--source-… goes with exactly one --source"),
            fix=_("Write each as --source 'TITLE | LOCATOR | PUBLISHER | PUBLISHED | SEEN'."),
        )
    return [parse_source(check_text(text, "--source"), **flags) for text in given]


def parse_source(text: str, **parts: str) -> Source:
    """Return a source from one line.

    Args:
        text: ``TITLE``, or ``TITLE | LOCATOR | PUBLISHER | PUBLISHED | SEEN``; what follows may be left out.
        parts: Those given by flags of their own, which win.
    Returns:
        The source; without a day it was seen on, that is today: whoever cites it has just looked at it.
    Raises:
        UsageError: It has more parts than five.
        InvalidError: A part breaks a rule.

    >>> parse_source("List of names | no. 12 | State Council | 2002 | 2026-11-20").locator
    'no. 12'
    """
    from glossary.facade.questions import today
    from glossary.model.sources import Source

    title, *rest = [part.strip() for part in text.split(" | ")]
    if len(rest) > len(_SOURCE_PARTS):
        raise UsageError(
            _("source {text!r} has more than five parts").format(text=text),
            fix=_("Write TITLE | LOCATOR | PUBLISHER | PUBLISHED | SEEN."),
        )
    values = dict(zip(_SOURCE_PARTS, rest, strict=False))
    values.update({name: value for name, value in parts.items() if value})
    values["seen"] = values.get("seen") or today()
    return Source(title=title, **values)


def local_texts(texts: Sequence[str]) -> tuple[LocalText, ...]:
    """Return texts as definitions or notes, in Chinese where a Han character is in them, else in English.

    >>> [text.lang for text in local_texts(["Renamed in 2003.", "2003年更名。"])]
    ['en', 'zh-Hans']
    """
    from glossary.language.han import prose_tag
    from glossary.model.entries import LocalText

    return tuple(LocalText(lang=prose_tag(text), text=text) for text in texts)


def read_place(text: str) -> str:
    """Return the code of a place that is given by its code or its name.

    Raises:
        UsageError: No place is called so.

    >>> read_place("河北"), read_place("130000"), read_place("")
    ('130000', '130000', '')
    """
    if not text or text.isdecimal():
        return text
    from glossary.language.places import place_code

    code = place_code(check_text(text, "--place"))
    if not code:
        raise UsageError(
            _("unknown place {value!r}").format(value=text),
            fix=_("Write its Chinese or English name, or its code."),
        )
    return code


def _body(arguments: argparse.Namespace) -> BodyFacts | None:
    from glossary.model.entries import BodyFacts

    values = {name: getattr(arguments, name) for name in _BODY if getattr(arguments, name)}
    if "place" in values:
        values["place"] = read_place(values["place"])
    return BodyFacts(**values) if values else None


def _document(arguments: argparse.Namespace) -> DocumentFacts | None:
    from glossary.model.entries import DocumentFacts

    values = {name: getattr(arguments, name) for name in _DOCUMENT if getattr(arguments, name)}
    if "document_status" in values:
        values["status"] = values.pop("document_status")
    return DocumentFacts(**values) if values else None


def _pattern(arguments: argparse.Namespace) -> PatternFacts | None:
    if not getattr(arguments, "pattern", ""):
        return None
    from glossary.model.patterns import PatternFacts

    return PatternFacts(
        makes=arguments.pattern,
        slots=tuple(check_text(text, "--slot") for text in arguments.slot),
        features=tuple(check_text(text, "--feature") for text in arguments.feature),
        jurisdiction=arguments.jurisdiction,
    )


def entry_from_text(glossary: Glossary, data: bytes, path: str) -> Entry:
    """Return the one entry that a file describes.

    Args:
        glossary: For an id that is free, where the file has the form's placeholder.
        data: YAML or JSON.
        path: Its name, for messages.
    Raises:
        InvalidError: It breaks a rule; the first problem is raised, all are in ``problems_of``.
        UsageError: There is no entry in it, or more than one.
    """
    entry = one_item(data, path, "add").entry
    if entry.id != PLACEHOLDER:
        return entry
    first = glossary.draft(
        entry.kind.value,
        english=[name.text for name in entry.names if name.is_english][:1],
        chinese=[name.text for name in entry.names if name.is_chinese][:1],
        others=[(name.lang, name.text) for name in entry.names][:1],
        evidence="unsourced",
    )
    return replace(entry, id=first.id)


def one_item(data: bytes, path: str, command: str) -> Item:
    """Return the one entry of a file, with where it says it stands in review.

    Args:
        data: YAML or JSON.
        path: Its name, for messages.
        command: What takes it, for messages.
    Raises:
        InvalidError: It breaks a rule; the first problem is raised, the others are told before.
        UsageError: There is no entry in it, or more than one.
    """
    from glossary.exchange.reading import parse

    parsed, _format = parse(data, path)
    if parsed.problems:
        from glossary.cli.streams import narrate

        for problem in parsed.problems[1:]:
            narrate(str(problem))
        raise parsed.problems[0]
    if len(parsed.entries) != 1:
        raise UsageError(
            _("{path} holds {count} entries, and {command!r} takes one").format(
                path=path, count=len(parsed.entries), command=command
            ),
            fix=_("For several: zhengming import {path}.").format(path=path),
        )
    return parsed.entries[0]
