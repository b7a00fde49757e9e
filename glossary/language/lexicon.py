"""The seeds of the pinyin tables as one checked object; read at build time only.

``seeds/language/*.yaml`` hold our own words and readings, ``seeds/places/*.yaml`` the places.
In a word list ``/`` marks a word boundary inside an entry, ``-`` a hyphen: ``石家庄/市``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from glossary.language.syllables import split_syllables, tone_of, toneless

#: Administrative generics, longest first; the proper name stands before them.
GENERICS = tuple(
    re.findall(
        r"\w+",
        "特别行政区 自治区 自治州 自治县 自治旗 联合旗 地区 矿区 特区 新区 "
        "左旗 右旗 前旗 中旗 后旗 省 市 县 区 盟 旗 州 乡 镇",
    )
)
#: Parts between proper name and generic that are words of their own.
_INNER = ("左翼", "右翼", "各族")
#: Classes whose members are words; the others are sets of single characters.
_WORD_CLASSES = (
    *("nations", "compound_surnames", "not_generic", "not_determined"),
    *("named_after", "named_bodies", "headless", "of_nature"),
    *(
        "named_works",
        "lines",
        "short_provinces",
        "trades",
        "trades_in_terms",
        "trading_bodies",
        "businesses",
    ),
    *(
        "quarters",
        "towns_in_common",
        "sights",
        "organs_of_towns",
        "units_of_towns",
        "works_of_towns",
        "offices",
        "owners_of_towns",
    ),
    *("verbs", "organs_of_levels", "posts", "titles_of_persons", "zones", "of_waters"),
)
PLACE_COST = 92
TRADE_COST, LONGEST_PLAIN = 110, 3
#: Of a proper name without its generic, by level.
STEM_COSTS = {"provincial": 96, "prefectural": 104, "county": 112}
STEM_COST = 112


@dataclass
class Lexicon:
    """Everything the build takes from ``seeds/``.

    Attributes:
        words: Cost of each of our words, boundary marks removed.
        places: Cost of each place name and of its proper name alone.
        parts: Words written in several parts, separators among them.
        readings: Readings of words, syllables space-separated.
        defaults: Default readings of characters.
        excluded: Words of the frequency list, and a place, that cut names at the wrong place.
        only_places: Proper names of places that the frequency list takes for common words.
        surnames: First characters of personal names.
        surname_readings: Readings of surnames where they differ.
        simplified: Simplified characters where a converter's single choice misreads names.
        suffixes: Readings of characters that join the word before them.
        sounds: Readings of characters in foreign names.
        corrections: By character, outdated readings and today's.
        classes: Character sets by name.
    """

    words: dict[str, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    readings: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    excluded: set[str] = field(default_factory=set)
    only_places: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    simplified: dict[str, str] = field(default_factory=dict)
    surname_readings: dict[str, str] = field(default_factory=dict)
    suffixes: dict[str, str] = field(default_factory=dict)
    sounds: dict[str, str] = field(default_factory=dict)
    corrections: dict[str, dict[str, str]] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)

    def dictionary_tone(self, char: str, syllable: str) -> str:
        """Return the dictionary reading of one character of a phrase.

        Undoes the sandhi of 一 and 不 that phrase data writes out, and outdated readings.
        """
        corrected = self.corrections.get(char, {}).get(syllable)
        if corrected:
            return corrected
        if char in "一不" and toneless(syllable) in ("yi", "bu"):
            return "yī" if char == "一" else "bù"
        return syllable

    def add(self, item: str, cost: int) -> str:
        """Enter one item of a word list; return it without boundary marks."""
        word = item.replace("/", "").replace("-", "")
        if word != item:
            self.parts[word] = tuple(re.split("([/-])", item))
            proper = self.parts[word][0]
            if len(proper) > 1 and proper not in self.excluded:
                self.words.setdefault(proper, cost + 15)
        self.words[word] = min(cost, self.words.get(word, cost))
        return word

    def read_as(self, word: str, pinyin: str) -> None:
        """Give a word a reading.

        Raises:
            ValueError: The pinyin has not one syllable for each character.
        """
        syllables = [syllable.lower() for syllable in split_syllables(pinyin)]
        if len(syllables) != len(word):
            raise ValueError(
                f"{word}: {pinyin!r} has {len(syllables)} syllables. Correct the seed."
            )
        self.readings[word] = " ".join(syllables)


def read_lexicon(seeds: Path) -> Lexicon:
    """Read the seeds.

    Args:
        seeds: The folder with ``language/`` and ``places/``.
    Returns:
        The lexicon, places cut into proper name and generic.
    Raises:
        ValueError: A reading has not one syllable for each character.
    """
    lexicon = Lexicon()
    names = _load(seeds / "language" / "classes.yaml")
    lexicon.classes = {
        name: (" " if name in _WORD_CLASSES else "").join(items.split())
        for name, items in names["classes"].items()
    }
    lexicon.surnames = set(names["classes"]["surnames"]) - {" ", "\n"}
    lexicon.excluded = set(names["excluded"].split())
    lexicon.only_places = set(names["only_places"].split())
    lexicon.simplified = dict(names["simplified"])
    polyphones = _load(seeds / "language" / "polyphones.yaml")
    lexicon.defaults = dict(polyphones["defaults"])
    lexicon.surname_readings = {
        word: " ".join(split_syllables(pinyin)) for word, pinyin in polyphones["surnames"].items()
    }
    for word, pinyin in polyphones["words"].items():
        lexicon.read_as(word, pinyin)
    for path in sorted((seeds / "language").glob("words*.yaml")):
        for group in _load(path).values():
            for item in group["words"].split():
                word = lexicon.add(item, group["cost"])
                if group.get("names"):
                    lexicon.places[word] = lexicon.words.pop(word)
            for word, pinyin in group.get("readings", {}).items():
                lexicon.read_as(word, pinyin)
    # What firms do and how they end are words, whether a list has them or not: 果业, 精机.
    for name in ("trades", "businesses", "trading_bodies"):
        for word in lexicon.classes[name].split():
            if len(word) <= LONGEST_PLAIN:
                lexicon.words.setdefault(word, TRADE_COST)
    for name in ("suffixes", "sounds"):
        getattr(lexicon, name).update(polyphones[name])
    lexicon.corrections = polyphones["corrections"]
    _add_char_readings(lexicon, polyphones["characters"])
    nations = set(lexicon.classes["nations"].split())
    for path in sorted((seeds / "places").glob("*.yaml")):
        for row in _load(path):
            if row["zh"] in lexicon.excluded:
                continue
            level = "county" if "to" in row else row["level"]
            _add_place(lexicon, row["zh"], row.get("pinyin"), nations, level)
    return lexicon


def _load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _add_char_readings(lexicon: Lexicon, characters: dict[str, dict[str, str]]) -> None:
    """Enter words listed under a reading of one of their characters."""
    from pypinyin.phrases_dict import phrases_dict
    from pypinyin.pinyin_dict import pinyin_dict

    for char, lists in characters.items():
        for reading, words in lists.items():
            for word in words.split():
                if word in lexicon.readings:
                    syllables = lexicon.readings[word].split(" ")
                elif word in phrases_dict:
                    syllables = [
                        lexicon.dictionary_tone(c, s[0])
                        for c, s in zip(word, phrases_dict[word], strict=True)
                    ]
                else:
                    syllables = [
                        lexicon.defaults.get(c) or pinyin_dict[ord(c)].split(",")[0] for c in word
                    ]
                fixed = [reading if c == char else s for c, s in zip(word, syllables, strict=True)]
                lexicon.readings[word] = " ".join(fixed)
                lexicon.words.setdefault(word, 140 if len(word) == 2 else 145)


def _add_place(
    lexicon: Lexicon, name: str, pinyin: str | None, nations: set[str], level: str
) -> None:
    parts = place_parts(name, nations)
    if pinyin:
        parts = _parts_by_pinyin(name, pinyin)
        syllables = [syllable.lower() for syllable in split_syllables(pinyin)]
        at = 0
        for part in parts:
            if len(part) > 1:
                lexicon.readings[part] = " ".join(syllables[at : at + len(part)])
            at += len(part)
    lexicon.places.setdefault(name, PLACE_COST)
    if len(parts) > 1:
        lexicon.parts[name] = tuple(piece for part in parts for piece in (part, "/"))[:-1]
        if len(parts[0]) > 1:
            cost = STEM_COSTS.get(level, STEM_COST)
            lexicon.places[parts[0]] = min(cost, lexicon.places.get(parts[0], cost))


def place_parts(name: str, nations: set[str]) -> list[str]:
    """Cut a place name into proper name, nationalities and generic."""
    rest, tail = name, []
    for generic in GENERICS:
        if name.endswith(generic) and len(name) > len(generic):
            rest, tail = name[: -len(generic)], [generic]
            break
    if not tail or len(rest) == 1:
        return [name]
    if tail == ["特别行政区"]:
        return [rest, "特别", "行政区"]
    found = True
    while found:
        found = False
        for inner in sorted(nations, key=len, reverse=True) + list(_INNER):
            if rest.endswith(inner) and len(rest) > len(inner) + 1:
                rest, found = rest[: -len(inner)], True
                tail.insert(0, inner)
                break
    return [rest, *tail]


def _parts_by_pinyin(name: str, pinyin: str) -> list[str]:
    parts, at = [], 0
    for word in pinyin.split(" "):
        size = len(split_syllables(word))
        parts.append(name[at : at + size])
        at += size
    if at != len(name):
        raise ValueError(f"{name}: {pinyin!r} has {at} syllables. Correct the seed.")
    return parts


__all__ = ["GENERICS", "Lexicon", "place_parts", "read_lexicon", "tone_of"]
