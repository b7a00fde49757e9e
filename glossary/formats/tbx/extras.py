"""What other programs said, written again where the dialect has room for it."""

from __future__ import annotations

from collections import Counter

from glossary.formats.tbx.categories import CATEGORIES, TERM
from glossary.formats.tbx.fragments import parse_fragment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from glossary.formats.tbx.markup import Markup
    from glossary.model.names import Extra

__all__ = ["ExtraWriter"]

_OWN = frozenset(
    (
        *("administrativeStatus", "termType", "subjectField", "definition", "context", "source"),
        *("reading", "readingNote"),
    )
)
"""Categories that are written from the model's own fields, never from an extra."""
_SUBSETS = frozenset(("projectSubset", "customerSubset"))
_BESIDE = frozenset(("admin", "adminGrp", "descrip", "descripGrp", "transacGrp", "ref", "xref"))
"""What may stand beside a definition; ``termNote`` at a term alone, the rest only in a group."""


class ExtraWriter:
    """Writes extras in one dialect, and counts what became of them.

    Args:
        markup: The dialect and style.
    """

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self._lost: Counter[str] = Counter()
        self._kept: Counter[str] = Counter()
        self._has = {name: markup.has(name) for name in CATEGORIES}

    def _extra(self, extra: Extra, level: str) -> str:
        element = parse_fragment(extra.key, extra.text)
        if element is None or not self._may_stand(element, level):
            self._lost["extra" if level != TERM else "names.extra"] += 1
            return ""
        self._kept["extra" if level != TERM else "names.extra"] += 1
        written = self._markup.element(element)
        return written if level == TERM else f"{written}\n"

    def _may_stand(self, element: Element, level: str) -> bool:
        """Whether an extra may be written at a level of this dialect."""
        is_note = element.tag in ("termNote", "termNoteGrp")
        if not (element.tag in _BESIDE or (is_note and level == TERM)):
            return False
        parts = [part for part in element.iter() if part.get("type") is not None]
        first = element[0] if element.tag.endswith("Grp") and len(element) else element
        name = first.get("type", "")
        if not name or name in _OWN or (name in _SUBSETS and level != TERM):
            return False
        if self._markup.version == 2:
            return True
        return all(self._fits(part, level) for part in parts)

    def _fits(self, part: Element, level: str) -> bool:
        known = CATEGORIES.get(part.get("type", ""))
        return (
            known is not None
            and self._has[known.name]
            and known.element == part.tag
            and level in known.levels
            and (not known.values or (part.text or "") in known.values)
            and (part.tag != "xref" or part.get("target", "").startswith(("http://", "https://")))
        )
