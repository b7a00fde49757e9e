"""Several processes at one file, some of them killed: nothing acknowledged is lost, nothing is half done."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.store.database import Store
from tests.glossaries import body, empty_glossary
from tests.processes import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADD = """
import sys
from glossary import Glossary
from glossary.store.database import Store
from tests.glossaries import body
path, who, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Glossary(Store.open(path, list)) as g:
    for at in range(count):
        print(g.add(body(f"Office {who} {at}", f"第{at}{who}办"), by=who).entry.id, flush=True)
"""
_SEED = """
import sys, time
from glossary import Glossary
from glossary.store.database import Store
from glossary.store.prepared import prepare
from tests.glossaries import body

def seeds():
    for at in range(4200):
        if at in (5, 2500, 4100):
            print(at, flush=True)
            time.sleep(float(sys.argv[2]))
        yield prepare(body(f"Shipped {at}"), "approved")

with Glossary(Store.open(sys.argv[1], seeds)) as g:
    print("done", g.store.reader.tally("entries"), flush=True)
"""
_FILL = """
import sys, time
from glossary.model.events import Action
from glossary.store.database import Store
from glossary.store.prepared import prepare
from tests.glossaries import body

def items():
    for at in range(int(sys.argv[2])):
        yield prepare(body(f"Office {at}", f"第{at}办"))
    print(store.connection().execute("PRAGMA journal_mode").fetchone()[0], flush=True)
    time.sleep(float(sys.argv[3]))

store = Store.open(sys.argv[1], list)
store.load(items(), action=Action.IMPORT, by="mei", why="many")
print(store.connection().execute("PRAGMA journal_mode").fetchone()[0], store.reader.tally("entries"), flush=True)
store.close()
"""
_OPEN = """
import sys
from glossary import Glossary
with Glossary.open(sys.argv[1]) as g:
    print(g.lookup("MOST")[0].chinese, g.store.reader.tally("entries"))
"""
_LIVE = """
import random, sys, time
from dataclasses import replace
from glossary import Glossary
from glossary.errors import GlossaryError, StoreError
from glossary.model.names import Evidence, Name
from glossary.store.database import Store
from tests.glossaries import body
path, seed, until = sys.argv[1], int(sys.argv[2]), time.monotonic() + float(sys.argv[3])
chance, who, done = random.Random(seed), f"p{seed}", 0
with Glossary(Store.open(path, list)) as g:
    ids = [f"body-{at}" for at in range(12)]
    while time.monotonic() < until or done < 10:  # a busy machine may need longer
        one, other = chance.choice(ids), chance.choice(ids)
        waiting = [item.proposal for item in g.queue(limit=20).items if item.proposal]
        target = chance.choice([one, *waiting])
        try:
            match chance.randrange(9):
                case 0: g.add(body(one.replace("-", " ").title()), by=who)
                case 1:
                    shown = g.get(one)
                    alias = Name(text=f"Hall {chance.randrange(5)}", lang="en", evidence=Evidence.UNSOURCED)
                    names = tuple(n for n in shown.entry.names if n.text != alias.text) or shown.entry.names
                    if names == shown.entry.names:
                        names = (*names, alias)
                    g.edit(replace(shown.entry, names=names), base=shown.revision, by=who)
                case 2 | 3: g.approve(target, by=who)
                case 4: g.reject(target, by=who, why="no")
                case 5: g.comment(one, "seen", by=who)
                case 6: g.undo(by=who)
                case 7: g.merge(one, other, by=who) if chance.random() < 0.2 else g.retire(one, by=who, why="x")
                case 8:
                    for answer in g.lookup(f"Hall {chance.randrange(5)}"):
                        assert answer.english and answer.review in ("approved", "proposed")
                    g.find("body 3").answers
            done += 1
        except StoreError:
            raise
        except GlossaryError:
            pass
print(done)
"""


def start(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )


def finish(*children: subprocess.Popen[str]) -> Iterator[str]:
    for child in children:
        out, err = child.communicate(timeout=600)
        assert (child.returncode, err) == (0, "")
        yield out


def kill(child: subprocess.Popen[str]) -> str:
    """Kill a process without warning; return what it had printed by then."""
    child.send_signal(signal.SIGKILL)
    with child:
        assert child.stdout is not None
        return (
            child.stdout.read()
        )  # communicate() would pass over what is buffered behind the line read last


def check(path: str) -> None:
    with Glossary.open(path) as glossary:
        assert glossary.check() == ()


def test_killed_at_random_in_a_stream_of_adds_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        path = glossary.path
    chance = random.Random(4)
    acknowledged: set[str] = set()
    for turn in range(5):
        child = start(_ADD, path, f"w{turn}", 100_000)
        assert child.stdout is not None
        for _ in range(chance.randrange(1, 40)):
            acknowledged.add(child.stdout.readline().strip())
        time.sleep(chance.random() / 50)
        out = kill(child)
        acknowledged.update(line for line in out.split("\n")[:-1])
    assert len(acknowledged) > 40
    with Glossary.open(path) as glossary:
        there = {told.event.entry for told in glossary.history()}
        assert acknowledged <= there
        assert len(there - acknowledged) <= 5  # done, but killed before it could be said
        assert all(glossary.store.reader.get(entry) for entry in there)
        assert glossary.check() == ()


@pytest.mark.parametrize("at", ["5", "2500", "4100"])
def test_killed_while_it_is_made_it_starts_anew(tmp_path: Path, at: str) -> None:
    path = str(tmp_path / "a.db")
    child = start(_SEED, path, 0.2)
    assert child.stdout is not None
    while child.stdout.readline().strip() != at:
        pass
    kill(child)
    (out,) = finish(start(_SEED, path, 0))
    assert out.splitlines()[-1] == "done 4200"
    check(path)


def test_an_empty_glossary_is_filled_without_its_log_and_has_it_again(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        path = glossary.path
    assert list(finish(start(_FILL, path, 10, 0))) == ["delete\nwal 10\n"]
    assert list(finish(start(_FILL.replace("Office", "Bureau"), path, 10, 0))) == ["wal\nwal 20\n"]
    check(path)


def test_an_empty_glossary_somebody_has_open_keeps_its_log(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        assert glossary.lookup("Office 1").found == "none"
        assert list(finish(start(_FILL, glossary.path, 10, 0))) == ["wal\nwal 10\n"]
        assert glossary.lookup("Office 1").found == "exact"


def test_killed_while_an_empty_glossary_is_filled_it_is_empty_and_has_its_log_again(
    tmp_path: Path,
) -> None:
    with empty_glossary(tmp_path) as glossary:
        path = glossary.path
    child = start(_FILL, path, 9_000, 60)  # more than the cache holds: the file is half written
    assert child.stdout is not None
    assert child.stdout.readline() == "delete\n"
    assert Path(f"{path}-journal").exists()
    kill(child)
    with Glossary(Store.open(path, list)) as glossary:
        assert glossary.store.reader.tally("entries") == 0
        assert glossary.check() == ()
    assert list(finish(start(_FILL, path, 10, 0))) == ["delete\nwal 10\n"]


def test_several_processes_make_it_at_once(tmp_path: Path) -> None:
    path = str(tmp_path / "new.db")
    said = set(finish(*(start(_OPEN, path) for _ in range(4))))
    assert len(said) == 1
    assert said.pop().startswith("科学技术部")
    check(path)


def test_two_processes_add_at_once_and_both_succeed(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        path = glossary.path
    outs = list(finish(*(start(_ADD, path, who, 60) for who in ("mei", "lin"))))
    with Glossary.open(path) as glossary:
        for out in outs:
            assert len(out.split()) == 60
            assert all(glossary.store.reader.get(entry) for entry in out.split())
        assert [told.event.number for told in glossary.history()] == list(range(1, 121))
        assert glossary.check() == ()


def test_two_processes_add_the_same_and_one_is_told(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        path = glossary.path
    children = [start(_ADD, path, "mei", 20) for _ in range(2)]
    said = [child.communicate(timeout=600) for child in children]
    assert all(child.returncode in (0, 1) for child in children)
    assert any("is taken" in err for _, err in said)
    both = [entry for out, _ in said for entry in out.split()]
    assert len(both) == len(set(both))
    check(path)


def test_backup_and_check_while_another_writes(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        glossary.add(body("Ministry A"), by="mei")
        writer = start(_ADD, glossary.path, "w", 100_000)
        assert writer.stdout is not None
        for turn in range(5):
            for _ in range(5):
                writer.stdout.readline()
            assert glossary.check() == ()
            glossary.backup(str(tmp_path / f"copy{turn}.db"))
        kill(writer)
        sizes = []
        for turn in range(5):
            with Glossary.open(str(tmp_path / f"copy{turn}.db")) as copy:
                assert copy.check() == ()
                sizes.append(copy.store.reader.tally("events"))
    assert sizes == sorted(set(sizes))


def test_many_processes_live_with_it(tmp_path: Path) -> None:
    """Eight processes for two seconds; ``ZM_PROCESSES=16 ZM_SECONDS=30`` for the long version."""
    with empty_glossary(tmp_path) as glossary:
        path = glossary.path
        for at in range(12):
            glossary.add(body(f"Body {at}"), by="boss")
        glossary.configure("four-eyes", "on", by="boss")
    many = int(os.environ.get("ZM_PROCESSES", "8"))
    seconds = float(os.environ.get("ZM_SECONDS", "2"))
    outs = list(finish(*(start(_LIVE, path, seed, seconds) for seed in range(many))))
    with Glossary.open(path) as glossary:
        events = list(glossary.store.events())
        assert len(events) > 30
        assert {event.by for event in events} > {"p0", "p1"}
        assert sum(map(int, outs)) > 0
        assert glossary.check() == ()
