"""``export``: entries out as they stand, or those behind a list of names; all of it or nothing."""

from __future__ import annotations

from glossary.cli.arguments import add_filters, check_path
from glossary.cli.formats import add_format_options, askable_names, format_names, given_options
from glossary.cli.lines import read_whole
from glossary.cli.opening import open_glossary
from glossary.cli.progress import Progress
from glossary.cli.streams import ExitCode, UsageError, narrate, output
from glossary.i18n import _, labelled, local

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from glossary.cli.arguments import Parser
    from glossary.facade.types import Ledger, NamedEntries
    from glossary.glossary import Glossary

__all__ = ["fill_export", "tell_losses"]

_OF_NAMES = ("kind", "status", "as_of")
"""Filters that hold for a list of names."""
_FILTERS = (*_OF_NAMES, "lang", "level", "place", "collection")


def fill_export(parser: Parser) -> None:
    """Fill the parser of ``export``."""
    names = format_names("write")
    parser.add_argument(
        "format", choices=askable_names("write"), metavar="FORMAT", help=", ".join(names)
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        default="-",
        help=_("a file or folder, where to; stdout by default"),
    )
    parser.add_argument(
        "--history",
        action="store_true",
        help=_("every event instead, from which 'import' makes the glossary again; with jsonl"),
    )
    parser.add_argument(
        "--names",
        metavar="FILE",
        default="",
        help=_(
            "only what answers to these names, one a line, - for stdin; what no entry has is composed "
            "where patterns allow it, and marked so"
        ),
    )
    add_filters(parser)
    add_format_options(parser, "write")
    parser.describe(
        run_export,
        _(
            "Write entries in a format, in the order of their ids; with -o the file appears when it is "
            "whole, and not before. With --as-of each entry has the names and relations of that day only."
        ),
        (
            "zhengming export yaml -o glossary.yaml",
            "zhengming export jsonl --kind document --status approved",
            "zhengming export yaml --as-of 2005 --level central -o 2005.yaml",
            "zhengming export po --domain bodies --from en --to zh_CN --to zh_TW --to zh_Latn@pinyin --mo -o catalogs/",
            "zhengming export omegat -o project/glossary/",
            "zhengming export deepl --from en --to zh -o glossary.csv",
            "echo 国家安全部 | zhengming export csv --names - -o names.csv",
            "zhengming export jsonl --history -o history.jsonl",
        ),
    )


def run_export(arguments: argparse.Namespace) -> ExitCode:
    """Write the entries."""
    filters = {name: getattr(arguments, name) for name in _FILTERS if getattr(arguments, name)}
    if arguments.history and (filters or arguments.names or arguments.format != "jsonl"):
        raise UsageError(
            _("--history goes with jsonl alone, and without filters"),
            fix=_("Write: zhengming export jsonl --history."),
        )
    if arguments.names and set(filters) - set(_OF_NAMES):
        raise UsageError(
            _("--names goes with --kind, --status and --as-of alone"),
            fix=_("Leave the other filters out."),
        )
    names = (
        read_whole(check_path(arguments.names, "--names")).split("\n") if arguments.names else []
    )
    out = output()
    to_file = arguments.output != "-"
    target = check_path(arguments.output, "FILE") if to_file else out.binary
    ledger: Ledger | None = None
    missing = False
    with open_glossary(arguments) as glossary, Progress(_("exporting")) as progress:
        if arguments.history:
            glossary.export_history(target, progress=progress)
        else:
            named = _named(glossary, names, filters) if arguments.names else None
            missing = bool(named and named.missing)
            ledger = glossary.export(
                arguments.format,
                target,
                options=given_options(arguments),
                entries=named.entries if named else None,
                progress=progress,
                **filters,
            )
    if not to_file:
        out.flush()
    if ledger is not None:
        tell_losses(ledger)
    return ExitCode.NOT_FOUND if missing else ExitCode.FOUND


def _named(glossary: Glossary, names: list[str], filters: dict[str, str]) -> NamedEntries:
    """What answers to the names of a list; what does not is told."""
    named = glossary.entries_of((name.strip() for name in names), **filters)
    for answers in named.missing:
        narrate(labelled(answers.query, local(answers.reason)))
    return named


def tell_losses(ledger: Ledger) -> None:
    """Say what the format had no room for, and what else there is to tell of it."""
    for line in ledger:
        if line.fate.value in ("dropped", "moved to a note"):
            text = f"{line.field} {line.fate.word} ({line.count})"
            narrate(labelled(text, line.detail) if line.detail else text)
    for note in ledger.notes:
        narrate(note)
