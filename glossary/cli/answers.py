"""Answers for people: a block for one name, a line for one of many, the nearest where there is none."""

from __future__ import annotations

from glossary.cli.display import echo, safe
from glossary.cli.streams import narrate
from glossary.cli.tables import Cell, labelled_rows, wrap
from glossary.errors import GlossaryError
from glossary.i18n import _, aside, joined, labelled, local
from glossary.model.words import word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.cli.display import Style
    from glossary.model.answers import Answer, Answers, Near
    from glossary.model.names import Name

__all__ = [
    "answer_block",
    "answer_line",
    "evidence_role",
    "evidence_warning",
    "names_of",
    "period",
    "review_role",
    "say_near",
    "type_word",
]

_ROLES = {"official": "good", "established": "good", "attested": "", "unsourced": "weak"}
_DASH = "–"


def evidence_role(evidence: str) -> str:
    """Return the colour of a degree of evidence; the word itself always stands beside it."""
    return _ROLES.get(evidence, "bad")


def review_role(review: str) -> str:
    """Return the colour of a review."""
    return {"approved": "good", "proposed": "weak"}.get(review, "bad")


def evidence_warning(evidence: str) -> str:
    """Return what a reader must know of a name that was seen nowhere; nothing for one that was seen.

    >>> evidence_warning("official")
    ''
    """
    from glossary.facade.wording import EVIDENCE_MEANINGS
    from glossary.model.names import Evidence

    if Evidence(evidence).needs_source:
        return ""
    return _(EVIDENCE_MEANINGS[evidence])


def type_word(kind: str) -> str:
    """Return a type of name in the reader's language.

    >>> type_word("acronym")
    'acronym'
    """
    return {
        "full": _("full name"),
        "short": _("short form"),
        "acronym": _("acronym"),
        "alias": _("second name"),
        "former": _("former name"),
        "variant": _("variant"),
    }[kind]


def period(start: str, end: str) -> str:
    """Return two dates as one text; nothing where both are open.

    >>> period("1998", "2018-03"), period("2018", ""), period("", "")
    ('1998–2018-03', '2018–', '')
    """
    return f"{start}{_DASH}{end}" if start or end else ""


def names_of(english: str | None, chinese: str | None, fallback: str) -> str:
    """Return an entry by its names, as one text.

    >>> names_of("Beijing", "北京", "beijing")
    'Beijing 北京'
    """
    return " ".join(text for text in (english, chinese) if text) or fallback


def answer_block(
    answer: Answer, others: Sequence[tuple[str, str]], width: int, style: Style
) -> list[str]:
    """Return an answer as lines: the English, and what goes with it below.

    Args:
        answer: The answer.
        others: Entries to name beside it, each behind its label: what it may be taken for, what became of it.
        width: Columns of the terminal.
        style: Colours.
    """
    title = answer.english or answer.chinese or answer.matched
    lines = [style("strong", line) for line in wrap(safe(title), width)]
    rows: list[tuple[str, Cell]] = []
    if answer.chinese != title:
        rows.append((_("Chinese"), Cell(answer.chinese, "strong")))
    if answer.traditional not in (answer.chinese, title):
        rows.append((_("Traditional"), Cell(answer.traditional)))
    rows.append((_("Pinyin"), Cell(answer.pinyin)))
    if answer.entry.document:
        rows.append((_("Number"), Cell(answer.entry.document.number)))
    if answer.matched not in (answer.english, answer.chinese, answer.traditional):
        rows.append((_("Asked for"), Cell(_matched(answer.name))))
    if answer.reworded:
        rows.append((_("Wording"), Cell(_("other than asked; see that it is the one meant"))))
    rows += _period_rows(answer)
    rows.append((_("Evidence"), Cell(_evidence(answer), evidence_role(answer.evidence))))
    rows.append((_("Review"), Cell(word(answer.review), review_role(answer.review))))
    rows.append((_("Generated"), Cell(_generated(answer), "dim")))
    rows.append((_("Entry"), Cell(_entry(answer), "dim")))
    rows += [(_("Derived"), Cell(local(step))) for step in answer.derivation]
    rows += [(label, Cell(other, "weak")) for label, other in others]
    return lines + labelled_rows(rows, width, style)


def _generated(answer: Answer) -> str:
    words = {"zh-Hans": _("Chinese"), "zh-Hant": _("Traditional"), "pinyin": _("Pinyin")}
    shown = [
        field
        for field in answer.renderings
        if field != "zh-Hant" or answer.traditional != answer.chinese
    ]
    return joined(words[field] for field in shown)


def _matched(name: Name) -> str:
    return aside(name.text, type_word(name.type.value))


def _entry(answer: Answer) -> str:
    body = answer.entry.body
    facts = [word(answer.kind)]
    if body is not None and body.level is not None:
        facts.append(word(body.level.value))
    # What was composed is no entry yet.
    return joined(facts) if answer.derivation else aside(answer.id, joined(facts))


def _period_rows(answer: Answer) -> list[tuple[str, Cell]]:
    """When a name of the past was in use, and what it is called today."""
    rows: list[tuple[str, Cell]] = []
    when = period(answer.name.start, answer.name.end)
    if when:
        rows.append((_("In use"), Cell(when)))
    today = answer.today
    if (today.english, today.chinese) != (answer.english, answer.chinese) and not answer.derivation:
        label = _("Today") if answer.name.type.value == "former" else _("Preferred")
        rows.append((label, Cell(names_of(today.english, today.chinese, answer.id))))
    return rows


def _evidence(answer: Answer) -> str:
    """The weaker of the two names, what that means, and each of them where they differ."""
    text = word(answer.evidence)
    english, chinese = answer.english_name, answer.chinese_name
    if english and chinese and english.evidence is not chinese.evidence:
        both = _("English {english}, Chinese {chinese}").format(
            english=word(english.evidence.value),
            chinese=word(chinese.evidence.value),
        )
        text = aside(text, both)
    warning = evidence_warning(answer.evidence)
    return labelled(text, warning) if warning else text


def answer_line(answers: Answers, style: Style) -> str:
    """Return the best answer as one line of a batch, or that there is none.

    Args:
        answers: What a name was answered with.
        style: Colours.
    """
    if not answers:
        asked = echo(answers.query).strip() or "–"
        reason = style("bad", safe(local(answers.reason)))
        return labelled(asked, reason) + _near_tail(answers.near)
    answer = answers[0]
    parts = [answer.english, answer.chinese, answer.pinyin]
    shown = "  ".join(safe(part) for part in parts if part)
    known = style(evidence_role(answer.evidence), word(answer.evidence))
    if answer.review != "approved":
        known = joined([known, style(review_role(answer.review), word(answer.review))])
    more = f" (+{len(answers) - 1})" if len(answers) > 1 else ""
    return f"{shown}  [{known}]{more}"


def _near_tail(near: Sequence[Near]) -> str:
    if not near:
        return ""
    ids = joined((each.id for each in near), weighty=True)
    return f" ({labelled(_('near'), ids)})"


def say_near(text: str, near: Sequence[Near]) -> None:
    """Say on stderr that nothing was found, and the entries that may have been meant, names and ids.

    >>> say_near("", [])
    """
    names = (f"{names_of(each.english, each.chinese, each.id)} ({each.id})" for each in near)
    listed = joined(names, weighty=True)
    fix = _("Near: {names}.").format(names=listed) if listed else ""
    if text:
        narrate(str(GlossaryError(text, fix=fix)))
