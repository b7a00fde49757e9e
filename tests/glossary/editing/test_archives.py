"""The whole history, out and in again: the same events, the same state; nothing that does not follow."""

from __future__ import annotations

import io
import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from glossary import Glossary
from glossary.errors import ConflictError, GlossaryError, InputError, InvalidError
from glossary.model.names import Evidence, Name
from glossary.store import events
from glossary.store.database import Store
from glossary.store.prepared import prepare
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def lived(folder: Path) -> Glossary:
    """A glossary in which everything happened once."""
    glossary = empty_glossary(folder)
    for english, chinese in (
        ("Ministry A", "甲部"),
        ("Ministry B", "乙部"),
        ("Ministry C", "丙部"),
    ):
        glossary.add(body(english, chinese), by="mei", why="list of 2026")
    glossary.approve_all(["ministry-a", "ministry-b"], by="lin")
    alias = Name(text="A Hall", lang="en", evidence=Evidence.UNSOURCED)
    entry = glossary.get("ministry-a").entry
    edited = replace(entry, names=(*entry.names, alias))
    number = glossary.edit(edited, by="kai").proposal
    glossary.revise(number, replace(edited, domains=("law",)), by="mei")
    glossary.comment("ministry-b", "is this A?\nperhaps", by="kai")
    glossary.merge("ministry-b", "ministry-a", by="lin")
    glossary.undo(by="lin")
    glossary.reject("ministry-c", by="lin", why="no such body")
    glossary.configure("four-eyes", "on", by="boss")
    glossary.retire("ministry-b", by="lin", why="abolished")
    glossary.merge("ministry-b", "ministry-a", by="mei")
    glossary.configure("four-eyes", "off", by="mei")
    return glossary


def history(glossary: Glossary) -> bytes:
    stream = io.BytesIO()
    glossary.export_history(stream)
    return stream.getvalue()


def fresh(folder: Path, name: str = "fresh") -> Glossary:
    os.mkdir(folder / name)
    return empty_glossary(folder / name)


def test_the_history_survives_and_the_state_with_it(tmp_path: Path) -> None:
    with lived(tmp_path) as one, fresh(tmp_path) as other:
        written = history(one)
        count = other.import_history(io.BytesIO(written))
        assert count == len(list(one.history()))
        assert history(other) == written
        assert other.check() == ()
        assert list(other.history()) == list(one.history())
        assert other.queue() == one.queue()
        assert other.get("ministry-a") == one.get("ministry-a")
        assert other.lookup("甲部") == one.lookup("甲部")


def test_life_goes_on_after_it(tmp_path: Path) -> None:
    with lived(tmp_path) as one, fresh(tmp_path) as other:
        other.import_history(io.BytesIO(history(one)))
        other.add(body("Ministry D"), by="mei")
        assert other.check() == ()
        assert other.add(body("Ministry E"), by="mei").event == len(list(one.history())) + 2


def test_untouched_shipped_entries_make_room(tmp_path: Path) -> None:
    seeds = [prepare(body("Ministry S", "子部"), "approved")]
    with (
        lived(tmp_path) as one,
        Glossary(Store.open(str(tmp_path / "s.db"), lambda: seeds)) as other,
    ):
        other.import_history(io.BytesIO(history(one)))
        assert other.lookup("子部").found == "none"
        assert other.check() == ()


def test_a_history_with_shipped_entries_comes_back_too(tmp_path: Path) -> None:
    seeds = [prepare(body("Ministry S", "子部"), "approved")]
    with (
        Glossary(Store.open(str(tmp_path / "s.db"), lambda: seeds)) as one,
        fresh(tmp_path) as other,
    ):
        one.add(body("Ministry D"), by="mei")
        other.import_history(io.BytesIO(history(one)))
        assert history(other) == history(one)
        assert other.check() == ()


def test_a_glossary_with_changes_of_its_own_is_left_alone(tmp_path: Path) -> None:
    with lived(tmp_path) as one, fresh(tmp_path) as other:
        other.add(body("Ministry D"), by="mei")
        before = history(other)
        with pytest.raises(ConflictError, match="1 changes of its own"):
            other.import_history(io.BytesIO(history(one)))
        assert history(other) == before


def lines(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line)["event"] for line in data.splitlines()]


def with_hashes(changed: list[dict[str, Any]]) -> bytes:
    """Lines whose hashes are right, as a careful forger writes them."""
    last, out = "", []
    for event in changed:
        plain = [event[key] for key in ("number", "at", "by", "action", "entry", "why")]
        text = json.dumps(event["changes"], ensure_ascii=False, separators=(",", ":"))
        last = event["hash"] = events.chain(last, [*plain, text])
        out.append(json.dumps({"event": event}, ensure_ascii=False).encode())
    return b"\n".join(out) + b"\n"


def set_in(event: dict[str, Any], path: tuple[Any, ...], value: object) -> None:
    inner: Any = event
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value


FORGED: dict[str, tuple[tuple[Any, ...], object, str]] = {
    "a time to come": (("at",), "2999-01-01T00:00:00.000000Z", "of the future"),
    "no time": (("at",), "yesterday", "is not one of an event"),
    "an older time": (("at",), "1999-01-01T00:00:00.000000Z", "older than the one before"),
    "an unknown action": (("action",), "destroy", "unknown action 'destroy'"),
    "nobody": (("by",), "", "by is empty"),
    "a person with escapes": (("by",), "a\x1b[2J", r"U\+001B"),
    "a reason with bidi controls": (("why",), "a\u202eb", r"U\+202E"),
    "a reason that is a list": (("why",), ["a"], "why is not text"),
    "an entry that is none": (("entry",), "Not An Id", "is not an id"),
    "a number twice": (("number",), 1, "event 1 stands where 2 should"),
    "a table that is none": (("changes", 0, 0), "sqlite_master", "no table of record"),
    "a change that is none": (("changes", 0), ["entries"], "a change is not"),
    "changes that are none": (("changes",), {}, "changes are not a list"),
    "another entry's key": (("changes", 0, 1), "ministry-x", "holds another entry"),
    "a row that is there already": (("changes", 0, 1), "ministry-a", "holds another entry"),
    "a row of text": (("changes", 0, 3), "x", "is not an object"),
    "a row that lacks fields": (("changes", 0, 3), {"review": "approved"}, "lacks fields"),
    "a review that is none": (("changes", 0, 3, "review"), "sure", "unknown review"),
    "a content with a null": (("changes", 0, 3, "content", "body"), None, "holds another entry"),
    "an unknown field": (("changes", 0, 3, "content", "nmae"), "x", "unknown"),
    "a row from nowhere": (("changes", 0, 2), {"review": "proposed"}, "is not there"),
}


@pytest.mark.parametrize("case", FORGED)
def test_what_could_not_have_happened_is_refused_with_its_line(tmp_path: Path, case: str) -> None:
    path, value, message = FORGED[case]
    with lived(tmp_path) as one, fresh(tmp_path) as other:
        changed = lines(history(one))[:3]
        set_in(changed[1], path, value)
        with pytest.raises(InvalidError, match=message) as caught:
            other.import_history(io.BytesIO(with_hashes(changed)))
        assert caught.value.line == 2
        assert list(other.history()) == []
        assert other.check() == ()


BROKEN: dict[str, tuple[Callable[[list[bytes]], list[bytes]], int, str]] = {
    "a line is gone": (lambda each: each[:2] + each[3:], 3, "event 4 stands where 3 should"),
    "two lines changed places": (lambda each: [each[1], each[0], *each[2:]], 1, "event 2 stands"),
    "a letter was changed": (
        lambda each: [each[0], each[1].replace("乙部".encode(), "丁部".encode()), *each[2:]],
        2,
        "not what was written",
    ),
    "the last line is cut": (lambda each: [*each[:-1], each[-1][:40]], 15, "not JSON"),
    "a line is no event": (lambda each: [each[0], b'{"id": "a"}'], 2, "not an event"),
    "a line is not UTF-8": (lambda each: [each[0], b'{"event": "\xff"}'], 2, "not JSON"),
    "a line nests too deep": (lambda each: [b"[" * 100_000], 1, "not JSON"),
    "a line holds a NaN": (lambda each: [b'{"event": NaN}'], 1, "not JSON"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_changes_nothing(tmp_path: Path, case: str) -> None:
    breaks, line, message = BROKEN[case]
    with lived(tmp_path) as one, fresh(tmp_path) as other:
        broken = b"\n".join(breaks(history(one).splitlines()))
        with pytest.raises(InvalidError, match=message) as caught:
            other.import_history(io.BytesIO(broken))
        assert caught.value.line == line
        assert list(other.history()) == []
        assert other.check() == ()


@pytest.mark.parametrize(
    ("action", "content"),
    [
        ("edit", '{"id":"ministry-x"}'),
        ("merge", '{"into":7}'),
        ("undo", '{"event":"7"}'),
        ("configure", "[]"),
        ("retire", "{"),
        ("approve", "{}"),
    ],
)
def test_a_proposal_that_could_not_be_decided_is_refused(
    tmp_path: Path, action: str, content: str
) -> None:
    with lived(tmp_path) as one, fresh(tmp_path) as other:
        changed = lines(history(one))[:6]
        assert changed[-1]["changes"][0][0] == "proposals"
        changed[-1]["changes"][0][3].update(action=action, content=content)
        with pytest.raises(InvalidError) as caught:
            other.import_history(io.BytesIO(with_hashes(changed)))
        assert caught.value.line == 6
        assert list(other.history()) == []


def test_an_empty_file_holds_no_history(tmp_path: Path) -> None:
    with fresh(tmp_path) as other, pytest.raises(InputError, match="no event"):
        other.import_history(io.BytesIO(b"\n\n"))


def test_interrupted_nothing_is_half_done(tmp_path: Path) -> None:
    def interrupt(at: int, total: int) -> None:
        raise KeyboardInterrupt

    with empty_glossary(tmp_path) as one, fresh(tmp_path) as other:
        for at in range(500):
            one.comment("ministry-a", f"{at}", by="mei") if at else one.add(
                body("Ministry A"), by="mei"
            )
        with pytest.raises(KeyboardInterrupt):
            other.import_history(io.BytesIO(history(one)), progress=interrupt)
        assert list(other.history()) == []
        assert other.check() == ()


def test_no_error_is_of_another_family(tmp_path: Path) -> None:
    """Each field of each of the first lines is exchanged for values of every JSON type."""
    values: tuple[Any, ...] = (None, True, -1, 1.5, "", "x", [], {}, [[]], {"a": {}})
    with lived(tmp_path) as one, fresh(tmp_path) as other:
        written = lines(history(one))[:6]
        for line in (0, 3, 5):
            for field in written[line]:
                for value in (each for each in values if each != "" or field != "why"):
                    changed = json.loads(json.dumps(written))
                    changed[line][field] = value
                    data = b"\n".join(json.dumps({"event": each}).encode() for each in changed)
                    with pytest.raises(GlossaryError):
                        other.import_history(io.BytesIO(data))
        assert list(other.history()) == []
