"""What became of a change: for scripts what ``review approve`` takes, for people a sentence.

stdout    the number of the proposal that waits now, else the id of the entry
stderr    what was done, what waits beside it, and which event ``undo`` takes back
"""

from __future__ import annotations

import sys

from glossary.cli.arguments import check_name, check_text
from glossary.cli.records import json_value
from glossary.cli.streams import narrate, output
from glossary.errors import ConflictError
from glossary.i18n import _, ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from glossary.errors import GlossaryError
    from glossary.facade.types import Outcome
    from glossary.glossary import Glossary

__all__ = ["entry_id", "outcome_record", "read_text", "several_lines", "tell", "tell_waiting"]


def entry_id(glossary: Glossary, text: str) -> str:
    """Return the id of the entry meant by an id or by a name only it bears.

    Args:
        glossary: The glossary.
        text: What was typed; the id of a merged entry stays as it is, so that a change to it is refused by name.
    Raises:
        NotFoundError: There is none, or several bear the name; the nearest are named.
        UsageError: It is empty, or no text.
    """
    shown = glossary.get(check_name(text, "ID|NAME"))
    return shown.redirected_from or shown.entry.id


def outcome_record(outcome: Outcome) -> dict[str, Any]:
    """Return what became of a change, for ``--json``."""
    return {
        "id": outcome.entry or None,
        "event": outcome.event,
        "done": outcome.done,
        "proposal": outcome.proposal or None,
        "waiting": list(outcome.waiting),
    }


def tell(outcome: Outcome, done: str, *, as_json: bool) -> None:
    """Say what became of one change.

    Args:
        outcome: What became of it.
        done: A sentence for where it was done at once.
        as_json: Whether stdout is to have the outcome as JSON.
    """
    out = output()
    if as_json:
        out.line(json_value(out, outcome_record(outcome)))
    elif outcome.proposal or outcome.entry:
        out.line(str(outcome.proposal or outcome.entry))
    out.flush()
    if outcome.done == "proposed":
        narrate(
            _("proposal {number} waits: 'zhengming review show {number}'").format(
                number=outcome.proposal
            )
        )
    else:
        narrate(done)
    narrate(_("'zhengming undo {event}' takes it back").format(event=outcome.event))
    tell_waiting(outcome)


def tell_waiting(outcome: Outcome) -> None:
    """Say what becomes of other proposals for the entry; nothing where there are none."""
    if not outcome.waiting:
        return
    numbers = ", ".join(str(number) for number in outcome.waiting)
    first = outcome.waiting[0]
    narrate(
        ngettext(
            "proposal {numbers} for {id} still waits, made against what it was: "
            "'zhengming edit {first}' brings it up to date, 'zhengming review reject {first}' ends it",
            "proposals {numbers} for {id} still wait, made against what it was: "
            "'zhengming edit {first}' brings the first up to date, 'zhengming review reject {first}' ends it",
            len(outcome.waiting),
        ).format(numbers=numbers, id=outcome.entry, first=first)
    )


def several_lines(error: GlossaryError) -> GlossaryError:
    """Say the lines that explain a conflict one by one, and return it without them.

    Args:
        error: Two versions of an entry stand in its ``why``, a difference a line.
    """
    lines = error.why.split("\n")
    if isinstance(error, ConflictError) and (len(lines) > 1 or lines[0].startswith("theirs")):
        for line in lines:
            narrate(line)
        error.why = ""
    return error


def read_text(text: str, what: str) -> str:
    """Return an argument, or all of stdin where it is ``-``.

    Args:
        text: The argument.
        what: What to call it in a message.
    Raises:
        InputError: stdin is not UTF-8.
    """
    if text != "-":
        return check_text(text, what)
    from glossary.formats.inputs import decode_text

    stream = getattr(sys.stdin, "buffer", None)
    data = stream.read() if stream is not None else b""
    return decode_text(data, "<stdin>").replace("\r\n", "\n").strip("\n")
