"""``db``: look after the database."""

from __future__ import annotations

import os
import sqlite3
import sys

from glossary.cli.arguments import add_json, add_person, check_path
from glossary.cli.opening import open_glossary
from glossary.cli.progress import Progress
from glossary.cli.records import json_value
from glossary.cli.streams import (
    ExitCode,
    UsageError,
    is_interactive,
    narrate,
    output,
    terminal_width,
)
from glossary.errors import StoreError
from glossary.facade.wording import sync_text
from glossary.i18n import _, aside, joined, labelled, ngettext, number
from glossary.model.words import word

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

    from glossary.cli.arguments import Parser
    from glossary.cli.streams import Output
    from glossary.facade.types import SyncPlan

__all__ = ["fill_db"]


def fill_db(parser: Parser) -> None:
    """Fill the parser of ``db`` and of its parts."""
    parts = parser.add_subparsers(prog="zhengming db", metavar="PART", required=True, dest="part")
    parser.describe(
        run_info,
        _("Look after the database: what it holds, whether it is sound, copies of it."),
        ("zhengming db info", "zhengming db check"),
    )
    info = parts.add_parser("info", help=_("what it holds"))
    add_json(info, lines=False)
    info.describe(
        run_info,
        _("Tell what the glossary holds, where it lies and which versions made it."),
        ("zhengming db info --json",),
    )
    check = parts.add_parser("check", help=_("whether it is sound"))
    add_json(check, lines=False)
    check.describe(
        run_check,
        _(
            "Check the file and its events, replay them into an empty database and compare every table. "
            "Exits 0 where all agrees, 1 where something does not."
        ),
        ("zhengming db check",),
    )
    backup = parts.add_parser("backup", help=_("copy it to a new file"))
    backup.add_argument("path", metavar="PATH", help=_("a new file"))
    backup.describe(
        run_backup,
        _("Copy the glossary to a new file, as it is at one moment; others may go on writing."),
        ("zhengming db backup glossary-2026-11.db",),
    )
    parts.add_parser("reindex", help=_("make every key anew")).describe(
        run_reindex,
        _("Make every key, index and word list anew from the entries."),
        ("zhengming db reindex",),
    )
    parts.add_parser("upgrade", help=_("bring an older one to this version")).describe(
        run_upgrade,
        _("Bring an older database to this version, after backing it up beside itself."),
        ("zhengming db upgrade",),
    )
    sync = parts.add_parser("sync", help=_("take over newer shipped entries"))
    sync.add_argument("--dry-run", action="store_true", help=_("only tell what it would do"))
    sync.add_argument("--yes", action="store_true", help=_("do it without asking"))
    add_json(sync, lines=False)
    sync.describe(
        run_sync,
        _(
            "Bring the shipped entries up to date: those nobody touched are replaced, beside touched ones "
            "the newer form is proposed, withdrawn ones are retired. Tells what it would do, and asks, before "
            "it does; elsewhere than on a terminal it needs --yes."
        ),
        ("zhengming db sync --dry-run", "zhengming db sync --yes"),
    )
    eyes = parts.add_parser("four-eyes", help=_("whether a second person has to approve"))
    eyes.add_argument(
        "value",
        nargs="?",
        choices=("on", "off"),
        help=_("turn it on or off; tells which by default"),
    )
    add_person(eyes)
    add_json(eyes, lines=False)
    eyes.describe(
        run_four_eyes,
        _(
            "Tell whether four eyes are asked for, or ask for them: nobody then approves what they proposed "
            "or edited, by whatever way. Turning it off is a proposal that somebody else approves."
        ),
        ("zhengming db four-eyes", "zhengming db four-eyes on --why 'two editors now'"),
    )


def run_info(arguments: argparse.Namespace) -> ExitCode:
    """Print what the glossary holds."""
    out = output()
    with open_glossary(arguments, create=False) as glossary:
        info = glossary.info()
    if arguments.json:
        out.line(json_value(out, info))
        return ExitCode.FOUND
    from glossary.cli.display import style_for
    from glossary.cli.tables import Cell, labelled_rows

    rows = [
        (_("File"), Cell(str(info["path"]))),
        (_("Size"), Cell(_("{count} bytes").format(count=number(info["bytes"])))),
        (_("Entries"), Cell(aside(number(info["entries"]), _counts(info["kinds"], word)))),
        (_("Reviews"), Cell(_counts(info["reviews"], word))),
        (_("Names"), Cell(number(info["names"]))),
        (_("Events"), Cell(number(info["events"]))),
        (_("Version"), Cell(f"{info['version']} (SQLite {info['sqlite']})")),
        (_("Schema"), Cell(f"{info['schema']}, {_('index')} {info['index']}")),
    ]
    if info["read_only"]:
        rows.append((_("Access"), Cell(_("read-only"), "weak")))
    lines = labelled_rows(rows, terminal_width(), style_for(out, arguments.color), indent=0)
    out.write("\n".join(lines) + "\n")
    return ExitCode.FOUND


def _counts(counts: Mapping[str, int], word: Callable[[str], str]) -> str:
    return joined(f"{number(count)} {word(name)}" for name, count in counts.items())


def run_check(arguments: argparse.Namespace) -> ExitCode:
    """Print everything that does not agree."""
    try:
        with (
            open_glossary(arguments, create=False) as glossary,
            Progress(_("checking")) as progress,
        ):
            findings = [(each.where, each.what) for each in glossary.check(progress)]
            events = glossary.info()["events"] if not findings else 0
    except StoreError as error:
        if type(error.__cause__) is not sqlite3.DatabaseError:
            raise
        findings = [("file", str(error))]  # damaged beyond opening: just what is asked here
    out = output()
    if arguments.json:
        problems = [{"where": where, "what": what} for where, what in findings]
        out.line(json_value(out, {"sound": not findings, "problems": problems}))
    else:
        from glossary.cli.display import safe

        for where, what in findings:
            out.line(safe(labelled(where, what)))
        if not findings:
            out.line(
                ngettext("sound: {count} event", "sound: {count} events", events).format(
                    count=number(events)
                )
            )
    if findings:
        out.flush()
        narrate(
            _("the database does not agree with its events; restore a backup, or try 'db reindex'")
        )
    return ExitCode.NOT_FOUND if findings else ExitCode.FOUND


def run_backup(arguments: argparse.Namespace) -> ExitCode:
    """Copy the database."""
    check_path(arguments.path, "PATH")
    with open_glossary(arguments, create=False) as glossary, Progress(_("copying")) as progress:
        glossary.backup(arguments.path, progress)
    size = os.path.getsize(arguments.path)
    narrate(_("{path}: {count} bytes").format(path=arguments.path, count=number(size)))
    return ExitCode.FOUND


def run_reindex(arguments: argparse.Namespace) -> ExitCode:
    """Make every key anew."""
    with (
        open_glossary(arguments, create=False) as glossary,
        Progress(_("indexing anew")) as progress,
    ):
        count = glossary.reindex(progress)
    narrate(
        ngettext("{count} entry indexed", "{count} entries indexed", count).format(
            count=number(count)
        )
    )
    return ExitCode.FOUND


def run_upgrade(arguments: argparse.Namespace) -> ExitCode:
    """Upgrade an older database."""
    with open_glossary(arguments, create=False) as glossary:
        backup = glossary.upgrade()
    if backup:
        narrate(_("upgraded; as it was before, it is kept in {path}").format(path=backup))
    else:
        narrate(_("nothing to do: the database has this version"))
    return ExitCode.FOUND


def run_sync(arguments: argparse.Namespace) -> ExitCode:
    """Tell what taking over newer shipped entries would do, ask, and do it."""
    out = output()
    with open_glossary(arguments, create=False) as glossary:
        plan = glossary.sync(dry_run=True)
        dry = arguments.dry_run or (bool(plan) and not arguments.yes)
        if not dry:
            plan = glossary.sync()
        _tell_plan(out, plan, as_json=arguments.json, dry=dry)
        if not dry:
            return ExitCode.FOUND
        if arguments.dry_run:
            narrate(_("nothing was changed: a dry run"))
            return ExitCode.FOUND
        if not (is_interactive(sys.stdin) and is_interactive(sys.stderr)):
            raise UsageError(
                _("nothing was changed: this has to be agreed to"), fix=_("Give --yes to do it.")
            )
        narrate(_("do it? [y/N]"))
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            narrate(_("nothing was changed"))
            return ExitCode.NOT_FOUND
        done = glossary.sync()
    narrate(_("done: {counts}").format(counts=sync_text(done)))
    return ExitCode.FOUND


_PLAN = ("added", "updated", "proposed", "retired")


def _tell_plan(out: Output, plan: SyncPlan, *, as_json: bool, dry: bool) -> None:
    parts = {name: list(getattr(plan, name)) for name in _PLAN}
    if as_json:
        out.line(json_value(out, {**parts, "kept": plan.kept, "dry_run": dry}))
    else:
        for name, ids in parts.items():
            for entry_id in ids:
                out.line(f"{word(name)} {entry_id}")
    out.flush()
    narrate(sync_text(plan))


def run_four_eyes(arguments: argparse.Namespace) -> ExitCode:
    """Tell or set whether four eyes are asked for."""
    out = output()
    with open_glossary(arguments, create=False) as glossary:
        if arguments.value is None:
            rules = glossary.rules()
            out.line(json_value(out, rules) if arguments.json else rules["four-eyes"])
            return ExitCode.FOUND
        outcome = glossary.configure(
            "four-eyes", arguments.value, by=arguments.by, why=arguments.why
        )
    from glossary.cli.outcomes import tell

    done = _("four eyes: {value}").format(value=arguments.value)
    tell(outcome, done, as_json=arguments.json)
    return ExitCode.FOUND
