"""What a translator changed in a catalog we gave out, done to the entries it came from.

    msgstr changed         an edit: the name is rendered so
    fuzzy cleared          speaks for the approval of the name; approving it stays with people, under the rules of the house
    msgstr deleted         nothing
    msgid changed          a new name of the entry
    both sides changed     a conflict, shown; nothing is done

What a person changed is told from what the glossary changed by the check sums that a catalog carries. Where it has lost
them, whatever differs from the glossary counts as changed by a person.
"""

from __future__ import annotations

from glossary.errors import ConflictError, InvalidError
from glossary.formats.sides import asked_names, render
from glossary.i18n import _
from glossary.model.names import Evidence, Name, NameType, Rendering, Usage
from glossary.model.tags import PINYIN, base_language, script_of_tag
from glossary.model.values import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.formats.items import Correction
    from glossary.formats.sides import Rendered
    from glossary.model.entries import Entry

__all__ = ["Corrected", "correct"]

_DERIVED = (Evidence.COMPOSED, Evidence.RECONSTRUCTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """What became of a correction.

    Attributes:
        entry: The entry with it; the same entry where it changes nothing.
        endorsed: Whether it speaks for the approval of the name.
    """

    entry: Entry
    endorsed: bool = False


def correct(entry: Entry, correction: Correction, day: str, *, approved: bool) -> Corrected:
    """Return an entry with a translator's correction done to it.

    Args:
        entry: The entry, with the corrections before this one.
        correction: What the catalog says.
        day: Today.
        approved: Whether the entry is approved.
    Raises:
        ConflictError: The glossary has changed too, or the name is a forbidden one.
        InvalidError: What it says breaks a rule.
    """
    mark = correction.mark
    names = {each.text: each.name for each in asked_names(entry, correction.source_lang, day)}
    asked = names.get(correction.source)
    if asked is None and mark is not None and mark.wrote_msgid(correction.source):
        raise ConflictError(
            _("{id} has no name {name!r} any more").format(id=entry.id, name=correction.source),
            ids=(entry.id,),
            why=_("the glossary was changed after the catalog was written"),
            fix=_("Write the catalog anew."),
        )
    changed = entry
    if asked is None:
        asked = _new_name(correction.source, correction.source_lang, NameType.VARIANT)
        changed = replace(entry, names=(*entry.names, asked))
    if not correction.target:
        return Corrected(entry=changed)
    now = render(changed, asked, correction.target_lang, day)
    if now is not None and now.text == correction.target:
        return _endorsed(changed, asked, now, correction, approved)
    if mark is not None and mark.wrote_msgstr(correction.target):
        return Corrected(entry=changed)  # as it was given out; the glossary went on
    if (
        mark is not None
        and now is not None
        and not mark.wrote_msgstr(now.text)
        and asked in entry.names
    ):
        raise ConflictError(
            _("{id}: the file renders {name!r} by {theirs!r}, the glossary by {ours!r} now").format(
                id=entry.id, name=correction.source, theirs=correction.target, ours=now.text
            ),
            ids=(entry.id,),
            why=_("both were changed after the catalog was written"),
            fix=_("Decide between them, and edit the entry."),
        )
    done = _rendered_so(changed, asked, now, correction)
    return Corrected(entry=done, endorsed=not approved and _is_spoken_for(correction))


def _endorsed(
    entry: Entry, asked: Name, now: Rendered, correction: Correction, approved: bool
) -> Corrected:
    """The two sides stand as they are; perhaps somebody who read them held them for good."""
    sourced = asked.evidence.needs_source and now.name.evidence.needs_source
    doubted = not (approved and sourced)
    if not (doubted and _is_spoken_for(correction)):
        return Corrected(entry=entry)
    changed = tuple(
        replace(name, evidence=Evidence.UNSOURCED)
        if name in (asked, now.name) and name.evidence in _DERIVED
        else name
        for name in entry.names
    )
    return Corrected(
        entry=entry if changed == entry.names else replace(entry, names=changed), endorsed=True
    )


def _is_spoken_for(correction: Correction) -> bool:
    """Whether a person took the mark of doubt away."""
    return correction.sure and correction.mark is not None and correction.mark.fuzzy


def _rendered_so(entry: Entry, asked: Name, now: Rendered | None, correction: Correction) -> Entry:
    text, tag = correction.target, correction.target_lang
    if tag == PINYIN:
        if now is None:
            raise InvalidError(
                _("{id} has no Chinese name that {text!r} could be the pinyin of").format(
                    id=entry.id, text=text
                ),
                fix=_("Enter the Chinese name first."),
            )
        return _with_rendering(entry, now.name, PINYIN, text)
    script = script_of_tag(tag)
    if script and now is not None and script_of_tag(now.name.lang) != script:
        return _with_rendering(entry, now.name, f"zh-{script}", text)
    language = base_language(tag)
    known = next(
        (
            name
            for name in entry.names
            if name.text == text and base_language(name.lang) == language
        ),
        None,
    )
    if known is not None:
        if known.usage is Usage.FORBIDDEN:
            raise ConflictError(
                _("{id}: {text!r} is a forbidden name").format(id=entry.id, text=text),
                ids=(entry.id,),
                fix=_("Use another, or allow it in the glossary first."),
            )
        return _by_known(entry, asked, now, known)
    if now is None:
        return _with_new(entry, asked, text, tag, preferred=True)
    if not now.name.evidence.needs_source:
        mended = replace(now.name, text=text, evidence=Evidence.UNSOURCED, renderings=())
        return _with(entry, now.name, mended)
    preferred = now.name.usage is Usage.PREFERRED
    entry = _with(entry, now.name, replace(now.name, usage=Usage.ADMITTED)) if preferred else entry
    return _with_new(entry, asked, text, now.name.lang, like=now.name, preferred=preferred)


def _with(entry: Entry, old: Name, new: Name) -> Entry:
    return replace(entry, names=tuple(new if name == old else name for name in entry.names))


def _with_rendering(entry: Entry, name: Name, tag: str, text: str) -> Entry:
    """A person's correction of what was derived from a name."""
    rest = tuple(item for item in name.renderings if item.lang != tag)
    corrected = Rendering(lang=tag, text=text, generated=False)
    return _with(entry, name, replace(name, renderings=(*rest, corrected)))


def _with_new(
    entry: Entry, asked: Name, text: str, tag: str, *, like: Name | None = None, preferred: bool
) -> Entry:
    """A further name: of the type and time of the one it is to stand for, or that it renders."""
    model = like or asked
    plain = tag if base_language(tag) != "zh" else f"zh-{script_of_tag(tag) or 'Hans'}"
    led = any(name.lang == plain and name.usage is Usage.PREFERRED for name in entry.names)
    new = Name(
        text=text,
        lang=plain,
        type=model.type,
        usage=Usage.PREFERRED if preferred and not led else Usage.ADMITTED,
        evidence=Evidence.UNSOURCED,
        start=model.start,
        end=model.end,
        pair=model.pair if like else "",
    )
    return replace(entry, names=(*entry.names, new))


def _by_known(entry: Entry, asked: Name, now: Rendered | None, known: Name) -> Entry:
    """A name that is there already is to answer: preferred from now on, or paired with the one asked for."""
    if now is not None and now.name.usage is Usage.PREFERRED and now.name.lang == known.lang:
        entry = _with(entry, now.name, replace(now.name, usage=Usage.ADMITTED))
        return _with(entry, known, replace(known, usage=Usage.PREFERRED))
    label = asked.pair or known.pair or f"{asked.text} = {known.text}"
    entry = _with(entry, asked, replace(asked, pair=label))
    return _with(entry, known, replace(known, pair=label))


def _new_name(text: str, lang: str, kind: NameType) -> Name:
    return Name(text=text, lang=lang, type=kind, evidence=Evidence.UNSOURCED)
