"""``review``: what waits for a decision, each thing beside what is approved, and the decision.

A target is the id of an entry that is proposed, or the number of a proposal, as ``review list`` prints them.
"""

from __future__ import annotations

import calendar
import sys
import time

from glossary.cli.arguments import add_json, add_person, check_text
from glossary.cli.numbers import count_of
from glossary.cli.opening import open_glossary
from glossary.cli.outcomes import (
    entry_id,
    outcome_record,
    read_text,
    several_lines,
    tell,
    tell_waiting,
)
from glossary.cli.records import JsonArray, json_line, json_value
from glossary.cli.streams import (
    ExitCode,
    UsageError,
    is_interactive,
    narrate,
    output,
    terminal_width,
)
from glossary.errors import ConflictError, NotFoundError
from glossary.i18n import _, ngettext
from glossary.i18n import number as grouped
from glossary.model.events import SEEDER
from glossary.model.words import word

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from typing import Any

    from glossary.cli.arguments import Parser
    from glossary.facade.types import Outcome, Waiting
    from glossary.glossary import Glossary
    from glossary.model.answers import Answer

__all__ = ["age", "fill_review"]

_WIDE = 110
"""From this many columns on there is room for the names beside the ids."""
_UNITS = ((365 * 86_400, "y"), (86_400, "d"), (3_600, "h"), (60, "min"))


def fill_review(parser: Parser) -> None:
    """Fill the parser of ``review`` and of its parts."""
    parts = parser.add_subparsers(
        prog="zhengming review", metavar="PART", required=True, dest="part"
    )
    parser.describe(
        run_list,
        _("Review what others proposed: see what waits, look at it, approve or reject it."),
        (
            "zhengming review list --kind body --needs source",
            "zhengming review approve hebei-international-talent-exchange-association --by lin",
        ),
    )
    _fill_list(parts.add_parser("list", help=_("what waits, oldest first")))
    show = parts.add_parser("show", help=_("what is proposed beside what is approved"))
    show.add_argument("target", metavar="TARGET", help=_("an id, or a number of the list"))
    add_json(show, lines=False)
    show.describe(
        run_show,
        _(
            "Show what is proposed beside what is approved: names that came and went, and within a "
            "text the characters that did ([-gone-], {+come+})."
        ),
        ("zhengming review show hebei-international-talent-exchange-association",),
    )
    approve = parts.add_parser("approve", help=_("approve one or more"))
    approve.add_argument(
        "targets",
        nargs="+",
        metavar="TARGET",
        help=_("ids, or numbers of the list; - reads them from stdin, one a line"),
    )
    add_person(approve)
    add_json(approve)
    approve.describe(
        run_approve,
        _("Approve entries and proposals: all that are named, or none where one cannot be."),
        (
            "zhengming review approve hebei-international-talent-exchange-association --by lin",
            "zhengming review list --kind body --targets | head -n 2 | zhengming review approve - "
            "--why 'read against the source'",
        ),
    )
    reject = parts.add_parser("reject", help=_("reject one, and say why"))
    reject.add_argument("target", metavar="TARGET", help=_("an id, or a number of the list"))
    add_person(reject)
    add_json(reject, lines=False)
    reject.describe(
        run_reject,
        _("Reject an entry or a proposal; the reason is kept. Who made it may take it back so."),
        (
            "zhengming review reject hebei-international-talent-exchange-association --by lin "
            "--why 'the name in the list is another'",
        ),
    )


def _fill_list(parser: Parser) -> None:
    parser.add_argument("--kind", metavar="KIND", default="", help=_("only entries of a kind"))
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--mine", action="store_true", help=_("only what I proposed"))
    group.add_argument("--others", action="store_true", help=_("only what others proposed"))
    group.add_argument(
        "--people", action="store_true", help=_("only what people proposed, not what was shipped")
    )
    parser.add_argument(
        "--evidence",
        metavar="WORD",
        default="",
        help=_("only entries whose weakest preferred name is known so"),
    )
    parser.add_argument(
        "--before", metavar="DATE", default="", help=_("only what was proposed before a date")
    )
    parser.add_argument(
        "--needs", metavar="NEED", default="", help=_("source: only what has no source seen yet")
    )
    parser.add_argument(
        "--limit",
        metavar="N",
        type=count_of("--limit"),
        default=50,
        help=_("how many; 50 by default"),
    )
    parser.add_argument(
        "--after",
        metavar="N",
        type=count_of("--after"),
        default=0,
        help=_("only behind this number"),
    )
    parser.add_argument(
        "--by", metavar="NAME", default="", help=_("who I am, for --mine and --others")
    )
    parser.add_argument(
        "--targets",
        action="store_true",
        help=_("print just what 'review approve' takes, one a line"),
    )
    add_json(parser)
    parser.describe(
        run_list,
        _(
            "List what waits for a decision, oldest first: new entries, and changes to approved ones. "
            "Exits 1 where nothing waits."
        ),
        (
            "zhengming review list --kind body --needs source",
            "zhengming review list --others --before 2100 --limit 5 --jsonl",
        ),
    )


def age(at: str, now: float) -> str:
    """Return how long ago a time of an event is, in its largest unit.

    Args:
        at: As events write it.
        now: Seconds since 1970.

    >>> age("1970-01-01T00:00:00.000000Z", 3 * 86_400 + 5)
    '3 d'
    """
    seconds = int(now) - calendar.timegm(time.strptime(at[:19], "%Y-%m-%dT%H:%M:%S"))
    for size, unit in _UNITS:
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return _("now")


def run_list(arguments: argparse.Namespace) -> ExitCode:
    """Print what waits."""
    out = output()
    with open_glossary(arguments) as glossary:
        filters = {key: getattr(arguments, key) for key in ("kind", "evidence", "before", "needs")}
        if arguments.mine or arguments.others:
            filters["by" if arguments.mine else "not_by"] = glossary.person(arguments.by)
        if arguments.people:
            filters["not_by"] = SEEDER
        limit = arguments.limit
        if limit < 1:
            raise UsageError(_("--limit is below 1"), fix=_("Write a number from 1."))
        page = glossary.queue(limit=limit, after=arguments.after, **filters)
        answers = glossary.answers([item.entry for item in page.items if item.entry])
    if arguments.targets:
        for item in page.items:
            out.line(str(item.proposal or item.entry))
    elif arguments.json or arguments.jsonl:
        array = JsonArray(out)
        for item in page.items:
            record = _waiting_record(item, answers.get(item.entry))
            if arguments.jsonl:
                out.line(json_line(out, record))
            else:
                array.add(record)
        if arguments.json:
            array.close()
    elif page.items:
        _write_table(arguments.color, page.items, answers)
    if not page.items:
        out.flush()
        narrate(_("nothing waits"))
        return ExitCode.NOT_FOUND
    if page.truncated:
        out.flush()
        narrate(_("more wait: --after {number} shows them").format(number=page.items[-1].number))
    return ExitCode.FOUND


def _waiting_record(item: Waiting, answer: Answer | None) -> dict[str, Any]:
    names = {"en": answer.english, "zh-Hans": answer.chinese} if answer else {}
    return {**item.to_record(), "en": None, "zh-Hans": None, **names}


def _write_table(color: str, items: Sequence[Waiting], answers: dict[str, Answer]) -> None:
    from glossary.cli.answers import evidence_role, names_of
    from glossary.cli.display import style_for
    from glossary.cli.tables import Cell, table

    out, width, now = output(), terminal_width(), time.time()
    wide = width >= _WIDE
    heads = [
        *(_("No."), _("Entry"), *([_("Names")] if wide else []), _("To"), _("Kind")),
        *(_("By"), _("Age"), _("Evidence"), _("Needs")),
    ]
    rows = []
    for item in items:
        answer = answers.get(item.entry)
        names = names_of(answer.english, answer.chinese, item.entry) if answer else ""
        rows.append(
            [
                Cell(str(item.number)),
                Cell(item.entry or _("(the glossary)"), "strong"),
                *([Cell(names)] if wide else []),
                Cell(word(item.action)),
                Cell(word(item.kind) if item.kind else ""),
                Cell(item.by),
                Cell(age(item.at, now)),
                Cell(word(item.evidence) if item.evidence else "", _role(item)),
                Cell(_("source") if item.needs_source else ""),
            ]
        )
        if item.evidence:
            rows[-1][-2].role = evidence_role(item.evidence)
    out.write("\n".join(table(heads, rows, width, style_for(out, color))) + "\n")


def _role(item: Waiting) -> str:
    return "weak" if item.needs_source else ""


def resolve(glossary: Glossary, target: str) -> str | int:
    """Return a target as the facade takes it.

    Args:
        glossary: The glossary.
        target: An id, a name only one entry bears, the number of a proposal, or that of the event which added an
            entry: the list prints both.
    Raises:
        NotFoundError: There is nothing of the kind.
    """
    if not target.isdecimal():
        return entry_id(glossary, target)
    number = int(target[:18])
    try:
        return glossary.proposal(number).number
    except NotFoundError:
        for told in glossary.history(after=number - 1, limit=1) if number else ():
            event = told.event
            if event.number == number and event.action.value in ("add", "import", "sync"):
                return event.entry or number
        raise


def _targets(given: Sequence[str]) -> Iterator[str]:
    for target in given:
        if target != "-":
            yield check_text(target, "TARGET")
            continue
        if is_interactive(sys.stdin):
            narrate(_("type a target a line; Ctrl-D ends"))
        yield from (line for line in read_text("-", "TARGET").split("\n") if line.strip())


def run_approve(arguments: argparse.Namespace) -> ExitCode:
    """Approve all targets, or none."""
    out = output()
    wanted = list(dict.fromkeys(target.strip() for target in _targets(arguments.targets)))
    if not wanted:
        raise UsageError(_("there is nothing to approve"), command="zhengming review approve")
    with open_glossary(arguments) as glossary:
        targets = list(dict.fromkeys(resolve(glossary, target) for target in wanted))
        try:
            outcomes = glossary.approve_all(targets, by=arguments.by, why=arguments.why)
        except ConflictError as error:
            raise several_lines(error) from None
    if arguments.json or arguments.jsonl:
        records = [outcome_record(outcome) for outcome in outcomes]
        if arguments.json:
            out.line(json_value(out, records))
        for record in records if arguments.jsonl else ():
            out.line(json_line(out, record))
    else:
        for outcome in outcomes:
            out.line(outcome.entry)
    out.flush()
    _say_approved(outcomes)
    return ExitCode.FOUND


def _say_approved(outcomes: Sequence[Outcome]) -> None:
    last = outcomes[-1].event
    if len(outcomes) == 1:
        narrate(_("approved {id}").format(id=outcomes[0].entry or _("a rule of the house")))
        narrate(_("'zhengming undo {event}' takes it back").format(event=last))
    else:
        narrate(
            ngettext("{count} approved", "{count} approved", len(outcomes)).format(
                count=grouped(len(outcomes))
            )
        )
        narrate(
            _("'zhengming undo {event}' takes the last back, and so on down to {first}").format(
                event=last, first=outcomes[0].event
            )
        )
    latest = {outcome.entry: outcome for outcome in outcomes}
    for outcome in latest.values():
        tell_waiting(outcome)


def run_reject(arguments: argparse.Namespace) -> ExitCode:
    """Reject one target."""
    with open_glossary(arguments) as glossary:
        target = resolve(glossary, check_text(arguments.target, "TARGET"))
        outcome = glossary.reject(target, by=arguments.by, why=arguments.why)
    done = _("rejected {target}").format(target=_named(target))
    tell(outcome, done, as_json=arguments.json)
    return ExitCode.FOUND


def _named(target: str | int) -> str:
    return target if isinstance(target, str) else _("proposal {number}").format(number=target)


def run_show(arguments: argparse.Namespace) -> ExitCode:
    """Print what is proposed beside what is approved."""
    from glossary.cli.comparing import Comparison

    out = output()
    with open_glossary(arguments) as glossary:
        target = resolve(glossary, check_text(arguments.target, "TARGET"))
        comparison = Comparison.of(glossary, target)
    if arguments.json:
        out.line(json_value(out, comparison.to_record()))
    else:
        from glossary.cli.display import style_for

        lines = comparison.lines(terminal_width(), style_for(out, arguments.color))
        out.write("\n".join(lines) + "\n")
    return ExitCode.FOUND
