"""Measure readings and word grouping on our own list of real names, ``pinyin_names.tsv``.

    python benchmarks/pinyin_names.py [--failures] [--half dev|held|fresh|unseen|hard|real|real2 … real27|known2 … known10|known|known2|known3|known4]

The list was written by hand from GB/T 16159-2012 before the program saw it, and is cut into two
halves by a hash of the name: what failed in ``dev`` was worked on; ``held`` was read once, at the
end, ``fresh`` was written after that and ``unseen`` two days later.  docs/decisions/0003-pinyin.md gives the figures before
any of their failures was seen, and how many rows of the list were corrected.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import defaultdict
from pathlib import Path

from glossary.language.pinyin import pinyin
from glossary.language.syllables import split_syllables, tone_of, toneless

_LATER = (
    "fresh",
    "unseen",
    "hard",
    "real",
    "real2",
    "real3",
    "real4",
    "real5",
    "real6",
    "real7",
    "real8",
    "known",
    "real9",
    "known2",
    "real10",
    "known3",
    "real11",
    "real12",
    "known4",
    "real13",
    "real14",
    "real15",
    "real16",
    "real17",
    "known5",
    "real18",
    "real19",
    "known6",
    "known7",
    "real20",
    "real21",
    "known8",
    "real22",
    "real23",
    "real24",
    "known9",
    "known10",
    "real25",
    "real26",
    "real27",
)
ROWS = Path(__file__).with_name("pinyin_names.tsv")


def half(name: str) -> str:
    """Return the half a name belongs to."""
    return "dev" if hashlib.sha256(("names" + name).encode()).digest()[0] % 2 else "held"


def readings(text: str) -> list[str]:
    """Return the syllables of a pinyin text, small, with marks and figures as they are."""
    out = []
    for word in text.lower().replace("-", " ").split(" "):
        letters = "".join(char for char in word if char.isalpha() or char == "'")
        out += split_syllables(letters) if letters else []
    return out


def read_alike(mine: str, gold: str) -> bool:
    """Compare syllables; a neutral tone agrees with a full one, as in ``pinyin_accuracy.py``."""
    one, other = readings(mine), readings(gold)
    return len(one) == len(other) and all(
        a == b or (toneless(a) == toneless(b) and 5 in (tone_of(a), tone_of(b)))
        for a, b in zip(one, other, strict=True)
    )


def grouped_alike(mine: str, gold: str) -> bool:
    """Compare where words, capitals and hyphens stand, whatever the tones."""
    return toneless(mine) == toneless(gold)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failures", action="store_true")
    parser.add_argument("--half", choices=("dev", "held", *_LATER), default="dev")
    options = parser.parse_args()
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, name, gold = line.split("\t")
        mine, side = pinyin(name), kind if kind in _LATER else half(name)
        read, grouped = read_alike(mine, gold), grouped_alike(mine, gold)
        for key in ((side, kind), (side, "all")):
            for at, right in enumerate((True, read, grouped, mine == gold)):
                counts[key][at] += right
        if options.failures and side == options.half and mine != gold:
            print(
                f"{'' if read else 'READ '}{'' if grouped else 'GROUP '}{name}\n  {gold}\n  {mine}"
            )
    print(f"{'half':8}{'kind':10}{'names':>7}{'readings %':>12}{'grouping %':>12}{'exact %':>10}")
    for (side, kind), (size, *rights) in sorted(counts.items()):
        share = [100 * number / size for number in rights]
        print(f"{side:8}{kind:10}{size:7}{share[0]:12.2f}{share[1]:12.2f}{share[2]:10.2f}")


if __name__ == "__main__":
    main()
