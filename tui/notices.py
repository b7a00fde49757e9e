"""What the search says where the hits would be: a welcome, or that nothing was found and what to do then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.facade.wording import newer_text
from glossary.i18n import _, local, ngettext
from tui.bound import bound_key, keyed
from tui.display import clip, one_line
from tui.filters import filter_words, split_query
from tui.words import number

if TYPE_CHECKING:
    from tui.finding import Found
    from tui.leaflet import Line

__all__ = ["no_hit_text", "status_texts", "welcome_lines"]


_NO_REASON = "not in the glossary"
"""What the facade gives as the reason where it knows none: the line before has said so."""


def welcome_lines(*, entries: int, drafts: int, has_recent: bool, newer: int = 0) -> list[Line]:
    """Return the welcome: three things to try; drafts that wait are named first.

    Args:
        entries: How many entries there are; negative where it is not known yet.
        drafts: How many unfinished forms wait.
        has_recent: Whether there are earlier searches.
        newer: How many shipped entries are newer than the glossary's.
    """
    lines: list[Line] = []
    if drafts:
        text = ngettext(
            "{n} draft waits: {draft_resume} goes on with it.",
            "{n} drafts wait: {draft_resume} goes on.",
            drafts,
        )
        lines += [keyed(text, n=number(drafts)), ""]
    if newer:
        fix = keyed(_("{shipped_take} takes them over, after asking."))
        lines += [newer_text(newer, fix), ""]
    if entries == 0:
        text = _("This glossary is empty: {entry_add} adds a name, {file_import} imports a file.")
        lines += [keyed(text), ""]
    lines += [
        _("Type a name: English, 中文, pinyin or its initials. Three things to try:"),
        "",
        (_("gjaqb"), _("the initials of 国家安全部, the Ministry of State Security")),
        (_("ministry education kind:body"), _("words and a filter")),
        (
            bound_key("entry.add"),
            keyed(
                _(
                    "add a name, {review_open} review what others added, {help_show} help for where you are"
                )
            ),
        ),
    ]
    if has_recent:
        lines += ["", keyed(_("Recent searches: {query_recall} or {hit_next}"))]
    return lines


def no_hit_text(found: Found) -> str:
    """Return what is said of a search that found no entry of that very name; empty where there are hits alone."""
    composed = found.composed or ()
    if len(found.hits):
        if not composed or found.truncated:
            return ""
        name = one_line(composed[0].chinese or composed[0].english or "")
        text = _(
            "No entry has this very name. Patterns compose {name}: the last row, {hit_last} leads to it."
        )
        return keyed(text, name=name)
    words, filters = split_query(found.query)
    if composed:
        lines = [_("Not in the glossary; composed from patterns, so check it:")]
    else:
        lines = [_("Nothing found for “{query}”.").format(query=one_line(clip(words, 60)))]
        if found.reason not in ("", _NO_REASON):
            lines[0] += " " + _("Reason: {reason}.").format(reason=one_line(local(found.reason)))
        if found.near:
            lines.append(_("Did you mean:"))
        else:
            lines.append(_("Nothing in the glossary comes near."))
        if filters and not found.near:
            lines.append(keyed(_("The filters may leave it out: {filter_open} changes them.")))
    if composed:
        lines.append(keyed(_("{entry_add} takes it into a form, with its steps as the reason.")))
    else:
        lines.append(keyed(_("{entry_add} adds it, with what you typed already in the form.")))
    return "\n".join(lines)


def status_texts(query: str, found: Found | None, cursor: int) -> tuple[str, str]:
    """Return the filters of a query in words, and where the cursor is among how many hits."""
    _words, filters = split_query(query)
    place = ""
    if found is not None and found.count:
        more = "+" if found.truncated else ""
        place = _("{at} of {n}").format(at=number(cursor + 1), n=number(found.count) + more)
    return clip(one_line(filter_words(filters)), 30), place
