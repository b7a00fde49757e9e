"""``history`` and ``undo``: who changed what, when and why, and how to take it back."""

from __future__ import annotations

import re

from glossary.cli.arguments import add_json, add_person, check_text
from glossary.cli.numbers import count_of
from glossary.cli.opening import open_glossary
from glossary.cli.outcomes import entry_id, tell
from glossary.cli.records import JsonArray, json_line
from glossary.cli.streams import ExitCode, UsageError, narrate, output
from glossary.i18n import _, quoted
from glossary.model.events import reason_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from glossary.cli.arguments import Parser
    from glossary.cli.display import Style
    from glossary.cli.streams import Output
    from glossary.facade.types import Told
    from glossary.glossary import Glossary

__all__ = ["fill_history", "fill_undo", "parse_since"]

_PAGE = 50
"""How many events people are shown where nobody says how many."""
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?Z?\Z")


def fill_history(parser: Parser) -> None:
    """Fill the parser of ``history``."""
    parser.add_argument(
        "entry", nargs="?", metavar="ID|NAME", default="", help=_("only events of an entry")
    )
    parser.add_argument(
        "--since", metavar="DATE", default="", help=_("only from this date, or time in UTC, on")
    )
    parser.add_argument(
        "--after",
        metavar="N",
        type=count_of("--after"),
        default=0,
        help=_("only behind this event"),
    )
    parser.add_argument(
        "--limit",
        metavar="N",
        type=count_of("--limit"),
        help=_("how many; 50 by default, all with --json and --jsonl"),
    )
    parser.add_argument(
        "--newest",
        action="store_true",
        help=_("newest first; so without ID, --since and --after too"),
    )
    parser.add_argument(
        "-v", "--verbose", action="store_true", help=_("show what differs, by name and character")
    )
    add_json(parser)
    parser.describe(
        run_history,
        _(
            "Tell who changed what, when and why: one line an event, oldest first; times are UTC. With "
            "--since and --jsonl it is a feed; --after goes on behind the last event seen."
        ),
        (
            "zhengming history hebei-international-talent-exchange-association -v",
            "zhengming history --since 2026-11-01 --jsonl",
            "zhengming history --newest --limit 5",
        ),
    )


def parse_since(text: str) -> str:
    """Return the time that ``--since`` names, as the times of events begin.

    Args:
        text: A date, to the year or the month too, or a date and time in UTC.
    Raises:
        UsageError: It is neither.

    >>> parse_since("2026-11"), parse_since("2026-11-24 08:30")
    ('2026-11', '2026-11-24T08:30')
    """
    from glossary.errors import InvalidError
    from glossary.model.dates import parse_date

    match = _TIME.match(text)
    try:
        date = parse_date(match[1] if match else text, "since")
    except InvalidError as error:
        raise UsageError(
            _("--since {text!r} is not a date").format(text=text),
            fix=_("Write it as 2026-11-24, or 2026-11-24T08:30 in UTC."),
        ) from error
    return text.replace(" ", "T").rstrip("Z") if match else date.rstrip("~?%")


def run_history(arguments: argparse.Namespace) -> ExitCode:
    """Print events."""
    out = output()
    as_json = arguments.json or arguments.jsonl
    limit = arguments.limit
    if limit == 0:
        raise UsageError(_("--limit is below 1"), fix=_("Write a number from 1."))
    if limit is None:
        limit = -1 if as_json else _PAGE
    since = parse_since(arguments.since) if arguments.since else ""
    whole = not (arguments.entry or since or arguments.after)
    with open_glossary(arguments) as glossary:
        found = glossary.history(
            _entry(glossary, arguments.entry) if arguments.entry else "",
            since=since,
            after=arguments.after,
            limit=limit + 1 if limit > 0 else -1,
            newest=arguments.newest or whole,
        )
        page = _Page(found, limit)
        if as_json:
            _write_json(out, page, lines=arguments.jsonl)
        else:
            _write_lines(out, page, arguments)
    out.flush()
    if not page.last:
        narrate(_("there is no such event"))
        return ExitCode.NOT_FOUND
    if page.more:
        narrate(_("there are more: --after {number} goes on").format(number=page.last))
    return ExitCode.FOUND


class _Page:
    """Events up to a limit; remembers the last, and whether more follow."""

    def __init__(self, found: Iterator[Told], limit: int) -> None:
        self._found = found
        self._limit = limit
        self.last = 0
        self.more = False

    def __iter__(self) -> Iterator[Told]:
        for at, told in enumerate(self._found):
            if at == self._limit:
                self.more = True
                return
            self.last = told.event.number
            yield told


def _entry(glossary: Glossary, text: str) -> str:
    """The entry meant; the id of one merged away or since undone has a history too."""
    if next(iter(glossary.history(check_text(text, "ID|NAME"), limit=1)), None) is not None:
        return text
    return entry_id(glossary, text)


def _write_json(out: Output, page: _Page, *, lines: bool) -> None:
    array = JsonArray(out)
    for told in page:
        if lines:
            out.line(json_line(out, told.to_record()))
        else:
            array.add(told.to_record())
    if not lines:
        array.close()


def _write_lines(out: Output, page: _Page, arguments: argparse.Namespace) -> None:
    from glossary.cli.differences import difference_lines
    from glossary.cli.display import safe, style_for

    style = style_for(out, arguments.color)
    for told in page:
        if not arguments.verbose:
            out.line(safe(told.line))
            continue
        out.line(_head(told, style))
        if told.differences:
            out.write("\n".join(difference_lines(told.differences, style, "    ")) + "\n")


def _head(told: Told, style: Style) -> str:
    """An event in one line, without what differs."""
    from glossary.cli.display import safe

    why = quoted(reason_text(told.event.why)) if told.event.why else ""
    return style("strong", safe("  ".join(filter(None, (told.head, why)))))


def fill_undo(parser: Parser) -> None:
    """Fill the parser of ``undo``."""
    parser.add_argument(
        "event",
        nargs="?",
        metavar="EVENT",
        default="",
        help=_("number of an event; one's own last change by default"),
    )
    add_person(parser)
    add_json(parser, lines=False)
    parser.describe(
        run_undo,
        _(
            "Take back one's own last change, or any event, by a new event. Refused where a later change "
            "built on it, which is named."
        ),
        (
            "zhengming comment MOST 'seen on the nameplate' --by mei && zhengming undo --by mei",
            "E=$(zhengming retire MOST --why 'by mistake' --json | sed -n 's/.*event.: //p') && "
            'zhengming undo "${E%,}"',
        ),
    )


def run_undo(arguments: argparse.Namespace) -> ExitCode:
    """Undo an event."""
    event = None
    if arguments.event:
        event = count_of("EVENT")(arguments.event)
    with open_glossary(arguments) as glossary:
        outcome = glossary.undo(event, by=arguments.by, why=arguments.why)
        done = outcome.done
        if outcome.done != "proposed":
            number = int(outcome.done.rpartition(" ")[2])
            line = next((each.line for each in glossary.history(after=number - 1, limit=1)), "")
            done = _("undone: {line}").format(line=line)
    tell(outcome, done, as_json=arguments.json)
    return ExitCode.FOUND
