"""What argparse says to a person: its texts pass through this program's catalogs, and stand in none of its sources.

Nothing imports this table; it is read for its marks. Texts that only a programmer can meet are not in it.
Source: ``argparse.py`` of Python 3.10 to 3.14.
"""

from __future__ import annotations

from glossary.i18n import N_, ngettext

ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("unrecognized arguments: %s"),
)


def expected(count: int) -> str:
    """Return what argparse says where an option lacks some of its arguments."""
    return ngettext("expected %s argument", "expected %s arguments", count)
