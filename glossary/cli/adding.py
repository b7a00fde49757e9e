"""``add``: propose a new entry, by flags, from a file or stdin, or in an editor.

Off a terminal nothing is ever asked. The id goes to stdout; what was generated, and what looks like the new entry,
to stderr. Only an equal name of the same kind is refused, and that too can be forced.
"""

from __future__ import annotations

import sys

from glossary.cli.arguments import add_json, add_person, check_text
from glossary.cli.drafting import (
    add_name_flags,
    entry_from_flags,
    entry_from_text,
    has_flags,
    read_entry,
)
from glossary.cli.opening import open_glossary
from glossary.cli.records import json_value
from glossary.cli.streams import ExitCode, UsageError, is_interactive, narrate, output
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from glossary.cli.arguments import Parser
    from glossary.facade.types import Added
    from glossary.glossary import Glossary
    from glossary.model.entries import Entry

__all__ = ["fill_add"]


def fill_add(parser: Parser) -> None:
    """Fill the parser of ``add``."""
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help=_("YAML or JSON with one entry; - for stdin")
    )
    _add_names(parser)
    _add_facts(parser)
    _add_patterns(parser)
    add_person(parser)
    parser.add_argument(
        "--force",
        action="store_true",
        help=_("add it although an entry of the kind has an equal name"),
    )
    add_json(parser, lines=False)
    parser.describe(
        run_add,
        _(
            "Propose a new entry. Pinyin and the other script are generated. Names come from flags, "
            "from a file, or, on a terminal with neither, from a form in $EDITOR."
        ),
        (
            'zhengming add --kind body --en "Zhengding County Bureau of Sport" --zh 正定县体育局 '
            '--evidence reconstructed --why "stood in a tender"',
            "zhengming add --kind term --en 'talent programme' --zh 人才工程 --evidence attested "
            "--source 'Work report | page 3 | Hebei Government | 2020 | 2026-11-20' --by mei",
            "zhengming show MOST --json | zhengming add - ; test $? -eq 2",
            'zhengming add --from-composed "Zhengding County Bureau of Statistics" --by mei',
            "zhengming add --pattern body --slot 'place level=county' --zh '{place}养蜂局' "
            "--en '{place.adj} Beekeeping Bureau' --evidence unsourced",
        ),
    )


def _add_names(parser: Parser) -> None:
    group = parser.add_argument_group(_("names"))
    group.add_argument(
        "--kind",
        metavar="KIND",
        default="",
        help=_("body, document, place, person, position, programme, event or term"),
    )
    add_name_flags(group)


def _add_facts(parser: Parser) -> None:
    group = parser.add_argument_group(_("facts"))
    helps = {
        "level": _("level of a body: central, provincial, prefectural, county …"),
        "place": _("place of a body: its GB/T 2260 code or its name"),
        "founded": _("date a body was founded"),
        "dissolved": _("date a body was dissolved"),
        "issuer": _("id of the body that issued a document"),
        "number": _("number of a document: 国发〔2020〕1号"),
        "date": _("date of a document"),
        "document-status": _("status of a document"),
        "type": _("type of a document: law, notice, plan …"),
    }
    for name, text in helps.items():
        group.add_argument(f"--{name}", metavar="TEXT", default="", help=text)
    for name, text in (
        ("domain", _("subject field")),
        ("collection", _("client or project")),
        ("definition", _("definition, in English or Chinese")),
        ("note", _("remark, in English or Chinese")),
    ):
        group.add_argument(f"--{name}", metavar="TEXT", action="append", default=[], help=text)


def _add_patterns(parser: Parser) -> None:
    group = parser.add_argument_group(_("patterns"))
    group.add_argument(
        "--from-composed",
        metavar="NAME",
        default="",
        help=_("propose what patterns compose for this name, with its derivation"),
    )
    group.add_argument(
        "--reading",
        metavar="N",
        type=int,
        default=1,
        help=_("which reading of it, where there are several; the first by default"),
    )
    group.add_argument(
        "--pattern",
        metavar="SYMBOL",
        default="",
        help=_("the entry is a pattern that makes this: body, field, unit, document …"),
    )
    for flag, text in (
        ("slot", _("a slot of the pattern and what may fill it: 'place level=county'")),
        ("feature", _("what the slots of other patterns may ask of it: county=局")),
    ):
        group.add_argument(f"--{flag}", metavar="TEXT", action="append", default=[], help=text)
    group.add_argument(
        "--jurisdiction",
        metavar="CODE",
        default="",
        help=_("GB/T 2260 code of the place whose bodies the pattern's rule binds"),
    )


def run_add(arguments: argparse.Namespace) -> ExitCode:
    """Add an entry."""
    if (arguments.file or arguments.from_composed) and has_flags(arguments):
        raise UsageError(
            _("an entry comes from flags or from a file, not from both"), command="zhengming add"
        )
    with open_glossary(arguments) as glossary:
        if arguments.from_composed:
            name = check_text(arguments.from_composed, "--from-composed")
            added = glossary.accept(
                name, reading=arguments.reading, by=arguments.by, why=arguments.why
            )
        elif arguments.file:
            data, path = read_entry(arguments.file)
            added = _add(glossary, entry_from_text(glossary, data, path), arguments)
        elif has_flags(arguments):
            added = _add(glossary, entry_from_flags(glossary, arguments), arguments)
        else:
            written = _add_in_editor(glossary, arguments)
            if written is None:
                return ExitCode.NOT_FOUND
            added = written
    _tell(added, as_json=arguments.json)
    return ExitCode.FOUND


def _add(glossary: Glossary, entry: Entry, arguments: argparse.Namespace) -> Added:
    return glossary.add(entry, by=arguments.by, why=arguments.why, force=arguments.force)


def _add_in_editor(glossary: Glossary, arguments: argparse.Namespace) -> Added | None:
    if not (is_interactive(sys.stdin) and is_interactive(sys.stderr)):
        raise UsageError(
            _("there is nothing to add"),
            fix=_("Give --kind, --en or --zh, and --evidence; or a file; or - for stdin."),
        )
    from glossary.cli.editors import edit_until

    def take(data: bytes, path: str) -> Added:
        return _add(glossary, entry_from_text(glossary, data, path), arguments)

    return edit_until(take)


def _tell(added: Added, *, as_json: bool) -> None:
    out = output()
    entry = added.entry
    if as_json:
        from glossary.model.records import to_record

        duplicates = [
            {"id": each.id, "name": each.name, "equal": each.equal} for each in added.duplicates
        ]
        record = {"id": entry.id, "event": added.event, "review": "proposed"}
        out.line(json_value(out, {**record, "duplicates": duplicates, "entry": to_record(entry)}))
    else:
        out.line(entry.id)
    out.flush()
    for name in entry.names:
        for rendering in name.renderings:
            if rendering.generated and rendering.text != name.text:
                narrate(
                    _("generated for {name}: {text} ({lang})").format(
                        name=name.text, text=rendering.text, lang=rendering.lang
                    )
                )
    for each in added.duplicates:
        narrate(
            _("it may be the same as {id}, which is called {name!r}").format(
                id=each.id, name=each.name
            )
        )
