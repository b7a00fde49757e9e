"""``import``: files in as proposals, all of it or nothing."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext

from glossary.cli.arguments import add_json, add_person
from glossary.cli.exporting import tell_losses
from glossary.cli.formats import (
    add_format_options,
    askable_names,
    format_names,
    given_options,
)
from glossary.cli.opening import open_glossary
from glossary.cli.progress import Progress
from glossary.cli.records import json_value
from glossary.cli.streams import ExitCode, UsageError, narrate, output
from glossary.errors import GlossaryError
from glossary.i18n import _, joined, ngettext, number
from glossary.model.words import word

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import BinaryIO

    from glossary.cli.arguments import Parser
    from glossary.facade.types import ImportReport

__all__ = ["fill_import", "problem_record"]

_ERRORS = {
    "InvalidError": "invalid",
    "InputError": "input",
    "NotFoundError": "not-found",
    "ConflictError": "conflict",
    "ForbiddenError": "forbidden",
    "StoreError": "store",
    "BusyError": "busy",
}
_EVENT = b'{"event":'
"""What a history begins with."""
_HEAD_BYTES = 64
_REPORT_LISTS = (
    *("added", "edited", "proposed", "endorsed", "unchanged"),
    *("conflicts", "problems", "warnings", "ledger", "notes"),
)


def fill_import(parser: Parser) -> None:
    """Fill the parser of ``import``."""
    names = format_names("read")
    parser.add_argument(
        "file",
        metavar="FILE",
        help=_("a file in any of these formats: {names}; - for stdin").format(
            names=", ".join(names)
        ),
    )
    parser.add_argument("--dry-run", action="store_true", help=_("only tell what would change"))
    parser.add_argument(
        "--keep-going",
        action="store_true",
        help=_("skip what cannot be read or done, tell it, and do the rest"),
    )
    parser.add_argument(
        "--rejects",
        metavar="FILE",
        default="",
        help=_("a table for what cannot be read or done, with the reasons; keeps going"),
    )
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        choices=askable_names("read"),
        default="",
        help=_("what the entries are in; recognised by the content by default"),
    )
    add_person(parser)
    add_json(parser, lines=False)
    add_format_options(parser, "read")
    parser.describe(
        run_import,
        _(
            "Propose the entries of a file: all of them, or none where the file has a problem. Entries that "
            "are there already are left alone, so the same file twice changes nothing. A history, as 'export "
            "jsonl --history' writes it, is put back whole into a glossary that nobody changed yet."
        ),
        (
            "zhengming export yaml --kind event -o events.yaml && zhengming import events.yaml --dry-run",
            "zhengming export jsonl | zhengming import - --format jsonl --by mei",
            "zhengming export po --to zh_TW -o names.po && zhengming import names.po --dry-run",
            "zhengming export xlsx -o names.xlsx && "
            "zhengming import names.xlsx --map 'en=en,zh-Hans=zh-Hans' --dry-run",
            "zhengming export jsonl --history -o history.jsonl && "
            "zhengming --db restored.db import history.jsonl",
        ),
    )


def run_import(arguments: argparse.Namespace) -> ExitCode:
    """Import a file and tell what that did."""
    source = _source(arguments.file)
    if not arguments.format and _holds_history(source):
        return _import_history(arguments, source)
    with open_glossary(arguments) as glossary, Progress(_("importing")) as progress:
        try:
            report = glossary.import_file(
                source,
                format=arguments.format,
                options=given_options(arguments),
                by=arguments.by,
                why=arguments.why,
                dry_run=arguments.dry_run,
                keep_going=arguments.keep_going,
                rejects=arguments.rejects,
                progress=progress,
            )
        except KeyboardInterrupt:
            narrate(_("interrupted; nothing was imported"))
            raise
    if arguments.json:
        output().line(json_value(output(), _report_record(report)))
    else:
        _list(report)
    for problem in (*report.warnings, *report.conflicts, *report.problems):
        narrate(str(problem))
    untold = report.more + report.more_conflicts
    if untold:
        narrate(_("… and {count} more").format(count=number(untold)))
    tell_losses(report.ledger)
    narrate(_summary(report))
    if report.problems:
        skips = arguments.keep_going or arguments.rejects
        done = report.applied or report.dry_run
        return ExitCode.NOT_FOUND if skips and done else ExitCode.USAGE
    return ExitCode.NOT_FOUND if report.conflicts else ExitCode.FOUND


def _source(path: str) -> str | BinaryIO:
    if path != "-":
        return path
    stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise UsageError(_("there is nothing to read: stdin is closed"))
    return stream


def _holds_history(source: str | BinaryIO) -> bool:
    """Whether a file, or what waits in stdin, begins like a history; it is not read for that."""
    if isinstance(source, str):
        if not os.path.isfile(source):
            return False
        try:
            with open(source, "rb") as stream:
                begins = stream.read(_HEAD_BYTES)
        except OSError:
            return False  # told by what reads it next
    else:
        peek = getattr(source, "peek", None)
        if peek is not None:
            begins = peek(_HEAD_BYTES)
        elif source.seekable():
            begins = source.read(_HEAD_BYTES)
            source.seek(0)
        else:
            return False
    return begins.lstrip().startswith(_EVENT)


def _import_history(arguments: argparse.Namespace, source: str | BinaryIO) -> ExitCode:
    """Put a history back, all of it or nothing."""
    if arguments.dry_run:
        raise UsageError(
            _("--dry-run does not go with a history"),
            fix=_("It is put back whole or not at all: try it with --db NEW.db."),
        )
    with (
        nullcontext(source) if not isinstance(source, str) else open(source, "rb") as stream,
        open_glossary(arguments) as glossary,
        Progress(_("importing")) as progress,
    ):
        count = glossary.import_history(stream, progress=progress)
    if arguments.json:
        lists: dict[str, object] = {key: [] for key in _REPORT_LISTS}
        output().line(
            json_value(
                output(),
                {
                    "path": arguments.file,
                    "format": "history",
                    "dry_run": False,
                    **lists,
                    "duplicates": {},
                    "similar": {},
                    "applied": True,
                    "events": count,
                },
            )
        )
    narrate(
        ngettext("{count} event put back", "{count} events put back", count).format(
            count=number(count)
        )
    )
    return ExitCode.FOUND


def _list(report: ImportReport) -> None:
    out = output()
    for what, ids in (
        ("added", report.added),
        ("edited", report.edited),
        ("proposed", report.proposed),
        ("endorsed", report.endorsed),
    ):
        for entry_id in ids:
            out.line(f"{word(what)} {entry_id}")
    for entry_id, other in report.duplicates.items():
        out.line(f"{word('duplicate')} {entry_id} {other}")
    for entry_id, other in report.similar.items():
        out.line(f"{word('similar')} {entry_id} {other}")


def _summary(report: ImportReport) -> str:
    count = len(report.problems) + report.more
    if count and not report.applied and not report.dry_run:
        return ngettext(
            "{count} problem; nothing was changed", "{count} problems; nothing was changed", count
        ).format(count=number(count))
    text = _(
        "{path} ({format}): {added} added, {edited} edited, {proposed} proposed beside what is approved, "
        "{unchanged} unchanged, "
        "{duplicates} left out because an equal name is there"
    ).format(
        path=report.path,
        format=report.format,
        added=number(len(report.added)),
        edited=number(len(report.edited)),
        proposed=number(len(report.proposed)),
        unchanged=number(len(report.unchanged)),
        duplicates=number(len(report.duplicates)),
    )
    parts = [text]
    similar, endorsed = len(report.similar), len(report.endorsed)
    conflicts = len(report.conflicts) + report.more_conflicts
    for told, many in (
        (
            ngettext(
                "{count} new one shares a name with another: look at both",
                "{count} new ones share a name with another: look at both",
                similar,
            ),
            similar,
        ),
        (_("{count} spoken for"), endorsed),
        (
            ngettext(
                "{count} conflict, left as it is", "{count} conflicts, left as they are", conflicts
            ),
            conflicts,
        ),
        (_("{count} skipped with a problem"), count),
    ):
        if many:
            parts.append(told.format(count=number(many)))
    text = joined(parts, weighty=True)
    dry = _("Nothing was changed: a dry run.") if report.dry_run else ""
    return str(GlossaryError(text, fix=dry))


def problem_record(error: GlossaryError) -> dict[str, object]:
    """Return an error as a JSON object: its parts, and its whole text as ``message``.

    >>> from glossary.errors import InputError
    >>> problem_record(InputError("the file is empty", path="a.yaml"))["what"]
    'the file is empty'
    """
    return {
        "error": _ERRORS.get(type(error).__name__, "other"),
        "message": str(error),
        "what": error.what,
        "why": error.why,
        "fix": error.fix,
        "path": error.path,
        "line": error.line,
        "column": error.column,
    }


def _report_record(report: ImportReport) -> dict[str, object]:
    return {
        "path": report.path,
        "format": report.format,
        "dry_run": report.dry_run,
        "added": list(report.added),
        "edited": list(report.edited),
        "proposed": list(report.proposed),
        "unchanged": list(report.unchanged),
        "endorsed": list(report.endorsed),
        "duplicates": dict(report.duplicates.items()),
        "similar": dict(report.similar.items()),
        "conflicts": [problem_record(problem) for problem in report.conflicts],
        "problems": [problem_record(problem) for problem in report.problems],
        "warnings": [problem_record(problem) for problem in report.warnings],
        "ledger": report.ledger.to_records(),
        "notes": report.ledger.notes,
        "applied": report.applied,
    }
