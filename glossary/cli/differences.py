"""Differences for people and for scripts: by name, and within a text by character.

What went stands as ``[-委-]``, what came as ``{+部+}``, as GNU ``wdiff`` writes it: a colour alone would say nothing
in a pipe, in a log or to who cannot see it.
"""

from __future__ import annotations

import re

from glossary.cli.display import safe
from glossary.facade.wording import difference_texts
from glossary.i18n import _, labelled
from glossary.model.differences import Difference, compare_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from glossary.cli.display import Style

__all__ = ["ALIKE", "difference_lines", "difference_record", "joined", "likeness", "marked"]

_NAME = re.compile(r"name (?P<text>.*) \((?P<lang>[A-Za-z0-9-]+)\)(?: #\d+)?\Z", re.DOTALL)
ALIKE = 0.5
"""From this share of common characters on, a name that went and one that came are one name, changed."""
_ROLES = {"added": "good", "removed": "bad", "changed": "weak"}


def joined(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Return differences with a name that went and one like it that came told as one change.

    Args:
        differences: As ``compare_records`` finds them: a name is known by its text, so a new text is a new name.

    >>> old = Difference(what="removed", where="name 国家科委 (zh-Hans)")
    >>> new = Difference(what="added", where="name 国家科技委 (zh-Hans)")
    >>> [(each.what, each.where, each.before, each.after) for each in joined([old, new])]
    [('changed', 'name (zh-Hans)', '国家科委', '国家科技委')]
    """
    found = list(differences)
    for gone in [each for each in found if each.what == "removed" and not each.field]:
        for came in [each for each in found if each.what == "added" and not each.field]:
            one = _as_one(gone, came)
            if one is not None:
                found[found.index(gone)] = one
                found.remove(came)
                break
    return tuple(found)


def _as_one(gone: Difference, came: Difference) -> Difference | None:
    old, new = _NAME.match(gone.where), _NAME.match(came.where)
    if not old or not new or old["lang"] != new["lang"]:
        return None
    if likeness(old["text"], new["text"]) < ALIKE:
        return None
    where = f"name ({old['lang']})"
    return Difference(what="changed", where=where, before=old["text"], after=new["text"])


def likeness(one: str, other: str) -> float:
    """Return the share of characters two texts have in common, in order, from 0 to 1.

    >>> likeness("科委", "科技委"), likeness("", "")
    (0.8, 0.0)
    """
    same = sum(len(text) for sign, text in compare_texts(one, other) if sign == "=")
    return 2 * same / ((len(one) + len(other)) or 1)


def marked(before: str, after: str, style: Style | None = None) -> str:
    """Return two texts as one, character by character.

    Args:
        before: The older text.
        after: The newer text.
        style: Colours; without any the text is as it was stored, for what makes it safe later.

    >>> marked("国家科委", "国家科技部")
    '国家科[-委-]{+技部+}'
    """
    marks = {"=": ("", "", ""), "-": ("[-", "-]", "bad"), "+": ("{+", "+}", "good")}
    shown = ""
    for sign, text in compare_texts(before, after):
        opening, closing, role = marks[sign]
        shown += (
            style(role, f"{opening}{safe(text)}{closing}") if style else f"{opening}{text}{closing}"
        )
    return shown


def difference_lines(
    differences: Iterable[Difference], style: Style, indent: str = "  "
) -> list[str]:
    """Return a line for each thing that differs, ``+``, ``-`` or ``~`` before it.

    Args:
        differences: What differs.
        style: Colours.
        indent: What each line begins with.

    >>> from glossary.cli.display import Style
    >>> change = Difference(what="changed", where="name A (en)", field="evidence", before="unsourced", after="official")
    >>> difference_lines([change], Style(on=False))
    ['  ~ name A (en) evidence: unsourced → official']
    """
    lines = []
    for each in joined(differences):
        before, after = difference_texts(each)
        if each.what == "changed" and likeness(before, after) >= ALIKE:
            text = f"~ {labelled(safe(each.place), marked(before, after, style))}"
        else:
            text = style(_ROLES[each.what], safe(each.line(before, after)))
        lines.append(indent + text)
    return lines or [indent + _("nothing that shows")]


def difference_record(differences: Sequence[Difference]) -> list[dict[str, Any]]:
    """Return differences for ``--json``, changed texts with their runs of characters.

    >>> difference_record([Difference(what="changed", where="body.founded", before="1998", after="1999")])[0]["runs"]
    [['=', '199'], ['-', '8'], ['+', '9']]
    """
    records = []
    for each in joined(differences):
        record: dict[str, Any] = {
            "what": each.what,
            "where": each.where,
            "field": each.field or None,
            "before": each.before or None,
            "after": each.after or None,
        }
        if each.what == "changed":
            record["runs"] = [list(run) for run in compare_texts(each.before, each.after)]
        records.append(record)
    return records
