"""``schema``: the JSON Schema of what ``--json`` and ``--jsonl`` print."""

from __future__ import annotations

from glossary.cli.records import json_value
from glossary.cli.streams import ExitCode, UsageError, output
from glossary.errors import nearest_or_all
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from glossary.cli.arguments import Parser

__all__ = ["fill_schema"]


def fill_schema(parser: Parser) -> None:
    """Fill the parser of ``schema``."""
    from glossary.cli.schemas import OBJECTS

    parser.add_argument("object", nargs="?", metavar="OBJECT", default="", help=", ".join(OBJECTS))
    parser.describe(
        run_schema,
        _(
            "Print the JSON Schema (2020-12) of all objects that --json and --jsonl print, or of one."
        ),
        ("zhengming schema", "zhengming schema lookup"),
    )


def run_schema(arguments: argparse.Namespace) -> ExitCode:
    """Print a schema."""
    from glossary.cli.schemas import OBJECTS, schema_of, whole_schema

    out, name = output(), arguments.object
    if name and name not in OBJECTS:
        raise UsageError(
            _("unknown object {name!r}").format(name=name),
            fix=nearest_or_all(name, OBJECTS),
        )
    out.line(json_value(out, schema_of(name) if name else whole_schema()))
    return ExitCode.FOUND
