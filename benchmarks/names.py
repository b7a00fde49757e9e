"""How right names are: ``python -m benchmarks.names FILE.tsv… [--db PATH]``.

A line of a file is a name, a tab, and what it may be answered with, parted by ``|``; an answer ``-`` says that the name is
none and must be declined. A third column may say the direction (``en`` or ``zh``: what is asked for); by default it is
the other language. Lines that begin with ``#`` are remarks. Names are compared as a lookup compares them: under folding,
and, in English, with the parts turned about (X of Y = Y X).

Printed for each file and direction: names asked, answered, and of these with a right first answer; of those answered
as certain, how many are right, and of those said to be `reconstructed`, how many have the right name among their
readings; for names that are none, how many got an answer all the same; then every miss.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.glossary import Glossary
from glossary.language.han import has_han
from glossary.language.keys import query_keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.model.answers import Answer


def main(arguments: list[str]) -> int:
    """Run it.

    Returns:
        0 where every answer was right, 1 where one was missing or wrong.
    """
    parser = argparse.ArgumentParser(prog="benchmarks.names", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--db")
    parser.add_argument("--quiet", action="store_true", help="no misses")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = options.db or str(Path(folder) / "names.db")
        with Glossary.open(path) as glossary:
            glossary.lookup("北京市东城区教育局")  # the grammar is compiled once
            return max([_evaluate(glossary, file, quiet=options.quiet) for file in options.files])


def _evaluate(glossary: Glossary, file: Path, *, quiet: bool) -> int:
    counts: Counter[tuple[str, str]] = Counter()
    misses: list[str] = []
    seconds = 0.0
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, accepted, *rest = line.split("\t")
        wanted = (rest[0] if rest else "") or ("en" if has_han(name) else "zh")
        began = time.perf_counter()
        answers = glossary.lookup(name)
        seconds += time.perf_counter() - began
        counts[wanted, "asked"] += 1
        verdict, got = _verdict(answers, accepted.split("|"), wanted)
        counts[wanted, verdict] += 1
        if got and accepted != "-":
            sure = answers[0].evidence != "reconstructed"
            among = sure or any(
                _verdict((each,), accepted.split("|"), wanted)[0] == "right" for each in answers
            )
            counts[wanted, "sure" if sure else "unsure"] += 1
            counts[wanted, "sure and right"] += sure and verdict == "right"
            counts[wanted, "among"] += not sure and among
        if verdict not in ("right", "rightly declined"):
            misses.append(
                f"  {verdict:>8}  {name}\n            {got or answers.reason}  (wanted: {accepted})"
            )
    for wanted in sorted({key[0] for key in counts}):
        asked, right, wrong = (counts[wanted, key] for key in ("asked", "right", "wrong"))
        fakes = counts[wanted, "rightly declined"] + counts[wanted, "claimed"]
        real, answered = asked - fakes, right + wrong
        print(f"{file.name} to {wanted}: {asked} asked", end="")
        if real:
            print(f"; {real} names, answered {answered / real:.1%}", end="")
            print(f", of these right {right / answered:.1%}" if answered else "", end="")
            for kind, good, said in (
                ("sure", "sure and right", "{} as certain, right {:.1%}"),
                ("unsure", "among", "{} as reconstructed, among the readings {:.1%}"),
            ):
                number = counts[wanted, kind]
                share = counts[wanted, good] / number if number else 0.0
                print("; " + said.format(number, share) if number else "", end="")
        if fakes:
            print(
                f"; {fakes} that are none, answered {counts[wanted, 'claimed'] / fakes:.1%}", end=""
            )
        print()
    asked = sum(counts[key] for key in counts if key[1] == "asked")
    print(
        f"{file.name}: {asked / seconds:.0f} names a second" if asked else f"{file.name}: no names"
    )
    if not quiet:
        print("\n".join(misses))
    return 1 if misses else 0


def _verdict(answers: Sequence[Answer], accepted: list[str], wanted: str) -> tuple[str, str]:
    got = ""
    if answers:
        got = (answers[0].english if wanted == "en" else answers[0].chinese) or ""
    if accepted == ["-"]:
        return ("claimed", got) if answers else ("rightly declined", "")
    if not got:
        return "missing", ""
    keys = {query_keys(each).turned for each in accepted}
    return ("right", got) if query_keys(got).turned in keys else ("wrong", got)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
