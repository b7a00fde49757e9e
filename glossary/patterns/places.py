"""A place as a part of names: what it is, and how it is written alone and before the name of its organ."""

from __future__ import annotations

from functools import lru_cache

from glossary.patterns.place_types import ADJECTIVES, PEOPLES_EN, PEOPLES_ZH, TYPES, WRITTEN

__all__ = ["GROUPS", "LEVELS", "Place", "people_of", "place_type"]

LEVELS = ("provincial", "prefectural", "county")
"""The levels of places."""

GROUPS = ("province", "municipality", "city", "prefecture", "county")
"""How the organs of places are called."""


class Place:
    """A place as a part of names; never changed once made, and a plain class since thousands are made at once.

    Attributes:
        code: GB/T 2260.
        zh: Its Chinese name in full.
        stems: Its English without the word for what it is; the first is how it is written.
        type: 省, 市, 县 … (``直辖市`` for the four municipalities).
        level: One of ``LEVELS``.
        parent: Code of the place it lies in; empty for a provincial one.
        start: First day of the name, empty where open.
        end: Last day of the name, empty where open.
        inhabitants: Where another place is written alike in English; 0 elsewhere.
    """

    __slots__ = (
        *("_zh_stem", "code", "end", "inhabitants", "level"),
        *("parent", "start", "stems", "type", "zh"),
    )

    def __init__(
        self,
        *,
        code: str,
        zh: str,
        stems: tuple[str, ...],
        type: str,
        level: str,
        parent: str = "",
        start: str = "",
        end: str = "",
        inhabitants: int = 0,
    ) -> None:
        self.code, self.zh, self.stems, self.type = code, zh, stems, type
        self.inhabitants = inhabitants
        self.level, self.parent, self.start, self.end = level, parent, start, end
        self._zh_stem = ""

    @property
    def group(self) -> str:
        """How its organs are called, one of ``GROUPS``."""
        if self.level == "provincial":
            return "municipality" if self.type == "直辖市" else "province"
        if self.level == "county":
            return "county"
        return "city" if self.type == "市" else "prefecture"

    @property
    def standing(self) -> str:
        """Whether a county-level place is a ``district``, a ``county``, or either in one of the four municipalities, ``municipal``."""
        if self.level != "county":
            return ""
        if self.code[:2] in ("11", "12", "31", "50"):
            return "municipal"
        return "district" if self.type == "区" else "county"

    @property
    def zh_stem(self) -> str:
        """Its Chinese without the word for what it is, and the peoples it is named for."""
        if not self._zh_stem:
            stem = self.zh.removesuffix("市" if self.type == "直辖市" else self.type)
            self._zh_stem = _without_peoples(stem) if self.type.startswith("自治") else stem
        return self._zh_stem

    @property
    def zh_short(self) -> str:
        """The name by which its branches of central bodies go: 瑞安, but 涉县, which is no name without its last character."""
        return self.zh_stem if len(self.zh_stem) > 1 else self.zh

    @property
    def bears_peoples(self) -> bool:
        """Whether its name goes without its peoples too: that of 广西壮族自治区 does, that of 内蒙古自治区 does not."""
        return self.type.startswith("自治") and self.zh_stem != self.zh.removesuffix(self.type)

    @property
    def stem(self) -> str:
        """Its English without the word for what it is, and the peoples it is named for."""
        words = self.stems[0].split()
        while self.bears_peoples and len(words) > 1 and words[-1].lower() in PEOPLES_EN:
            words.pop()
        return " ".join(words)

    @property
    def written(self) -> str:
        """Its English with the word for what it is: ``Hebei Province``, ``Haidian District``."""
        return f"{self.stems[0]} {WRITTEN[self.type]}"

    @property
    def alone(self) -> str:
        """Its English by itself: ``Hebei Province``, ``Haidian District``, ``Shijiazhuang``."""
        return self.stems[0] if self.type in ("市", "直辖市") else self.written

    @property
    def adjective(self) -> str:
        """Its English before the name of its organ: ``Hebei Provincial``, ``Wu'an City``, ``Zhengding County``."""
        if self.type == "市" and self.level == "prefectural":
            return f"{self.stems[0]} Municipal"
        return f"{self.stems[0]} {ADJECTIVES.get(self.type, WRITTEN[self.type])}"

    def feature(self, key: str) -> str:
        """Return what a pattern may ask: level, type, group, code."""
        return str(getattr(self, key))


_TYPES_BY_END = {
    end: [each for each in TYPES if each.endswith(end)] for end in {each[-1] for each in TYPES}
}


def place_type(chinese: str, code: str) -> str:
    """Return what a place is, by its name and code.

    >>> place_type("北京市", "110000"), place_type("石家庄市", "130100"), place_type("正定县", "130123")
    ('直辖市', '市', '县')
    """
    kind = next(
        (each for each in _TYPES_BY_END.get(chinese[-1:], ()) if chinese.endswith(each)), ""
    )
    return "直辖市" if kind == "市" and code.endswith("0000") else kind


@lru_cache(maxsize=256)
def people_of(after: str) -> str:
    """Return the nationalities of what stands behind a proper name in English, or ``Mining``.

    >>> people_of("Tibetan and Qiang Autonomous Prefecture"), people_of("Hui District"), people_of("County")
    ('Tibetan and Qiang', 'Hui', '')
    """
    for word in sorted(WRITTEN.values(), key=len, reverse=True):
        if after == word or after.endswith(" " + word):
            return after[: -len(word)].rstrip()
    return ""


def _without_peoples(stem: str) -> str:
    changed = True
    while changed:
        changed = False
        for people in PEOPLES_ZH:
            if stem.endswith(people) and len(stem) > len(people) + 1:
                stem, changed = stem.removesuffix(people), True
    return stem
