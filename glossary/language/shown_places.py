"""Places as people read them: a code by its names, alone and where a change has one."""

from __future__ import annotations

from glossary.i18n import aside, local

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.model.differences import Difference

__all__ = ["difference_texts", "place_word"]


def difference_texts(difference: Difference) -> tuple[str, str]:
    """Return the old and the new value of what differs as people read them, a place by its names.

    >>> from glossary.model.differences import Difference
    >>> difference_texts(Difference(what="added", where="body.place", after="120000"))
    ('', 'Tianjin 天津市 (120000)')
    """
    before, after = local(difference.before), local(difference.after)
    if difference.where == "body.place":
        return place_word(before), place_word(after)
    return before, after


def place_word(code: str) -> str:
    """Return a place by its names, with its code: of a code nobody bears the code alone.

    >>> place_word("120000"), place_word("999999"), place_word("")
    ('Tianjin 天津市 (120000)', '999999', '')
    """
    if not code:
        return ""
    from glossary.language.places import by_code

    place = by_code(code)
    return aside(f"{place.english} {place.zh}", code) if place else code
