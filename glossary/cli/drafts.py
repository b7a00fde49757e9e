"""``drafts``: forms of the terminal UI that were begun and not finished."""

from __future__ import annotations

import time

from glossary.cli.arguments import add_json, check_text
from glossary.cli.opening import open_glossary
from glossary.cli.records import JsonArray, json_line
from glossary.cli.reviewing import age
from glossary.cli.streams import ExitCode, narrate, output, terminal_width
from glossary.errors import NotFoundError
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

    from glossary.cli.arguments import Parser
    from glossary.facade.types import Draft
    from glossary.glossary import Glossary

__all__ = ["fill_drafts"]


def fill_drafts(parser: Parser) -> None:
    """Fill the parser of ``drafts``."""
    parser.add_argument("--drop", metavar="KEY", default="", help=_("forget the one of this key"))
    add_json(parser)
    parser.describe(
        run_drafts,
        _(
            "List forms that were begun in the terminal UI and not finished, newest first; they are no part "
            "of the glossary. Exits 1 where there are none."
        ),
        ("zhengming drafts --json || test $? -eq 1",),
    )


def run_drafts(arguments: argparse.Namespace) -> ExitCode:
    """Print the unfinished forms, or forget one."""
    out = output()
    with open_glossary(arguments) as glossary:
        if arguments.drop:
            return _drop(glossary, check_text(arguments.drop, "--drop"))
        drafts = glossary.drafts()
    if arguments.json or arguments.jsonl:
        array = JsonArray(out)
        for draft in drafts:
            if arguments.jsonl:
                out.line(json_line(out, _record(draft)))
            else:
                array.add(_record(draft))
        if arguments.json:
            array.close()
    elif drafts:
        from glossary.cli.display import style_for
        from glossary.cli.tables import Cell, table

        now = time.time()
        rows = [
            [
                Cell(draft.key, "strong"),
                Cell(_names(draft)),
                Cell(draft.by),
                Cell(age(draft.at, now)),
            ]
            for draft in drafts
        ]
        heads = [_("Form"), _("Names"), _("By"), _("Age")]
        lines = table(heads, rows, terminal_width(), style_for(out, arguments.color))
        out.write("\n".join(lines) + "\n")
    if not drafts:
        out.flush()
        narrate(_("there are no unfinished forms"))
    return ExitCode.FOUND if drafts else ExitCode.NOT_FOUND


def _names(draft: Draft) -> str:
    """What was typed as names, so that one knows which form it is."""
    rows = draft.content.get("names")
    texts = [row.get("text", "") for row in rows if isinstance(row, dict)] if rows else []
    return " / ".join(text for text in texts if isinstance(text, str) and text)


def _record(draft: Draft) -> dict[str, Any]:
    return {"key": draft.key, "by": draft.by, "at": draft.at, "content": draft.content}


def _drop(glossary: Glossary, key: str) -> ExitCode:
    known = [draft.key for draft in glossary.drafts()]
    if key not in known:
        raise NotFoundError(
            _("there is no unfinished form {key!r}").format(key=key),
            fix=_("There are: {keys}.").format(keys=", ".join(known)) if known else "",
        )
    glossary.drop_draft(key)
    narrate(_("forgot {key}").format(key=key))
    return ExitCode.FOUND
