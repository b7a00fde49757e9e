"""Whatever bytes come, a reader answers with problems or one ``InputError``, never with anything else."""

from __future__ import annotations

import io
import json
import zipfile
from contextlib import suppress
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.errors import GlossaryError, InputError
from glossary.formats.detection import detect_format
from glossary.formats.jsonl import read_jsonl
from glossary.formats.registry import iter_formats
from glossary.formats.yaml_entries import read_yaml
from tests.formats import entry, read, write

SOUND = """\
sources: {s: {title: T, seen: "2026-11-24"}}
entries:
- id: a
  kind: body
  review: approved
  names:
  - {text: A, lang: en, usage: preferred, evidence: official, sources: [s], from: 1998-03}
  - text: 甲
    lang: zh-Hans
    evidence: unsourced
    context: {text: "x: y", source: s}
    renderings: {zh-Latn-pinyin: Jiǎ}
  relations: [{type: part-of, target: b}]
  body: {level: central, place: "130000"}
"""
PIECES = ("- ", ": ", "{", "}", "[", "]", "&a ", "*a", "!!x ", "|", ">", "#", '"', "'", "\n", "  ", "\t", "?", "~", "---\n", "\\", "é", "\x00", "\x1b", "\u2028", "\ufeff", "s", "null", "1")  # fmt: skip

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


def survive(data: bytes) -> None:
    for reading in (
        lambda: read_yaml(data, "x"),
        lambda: read_jsonl(io.BytesIO(data), "x"),
        lambda: detect_format(data, "x"),
    ):
        with suppress(InputError):
            reading()


@given(st.binary(max_size=60))
def test_any_bytes(data: bytes) -> None:
    survive(data)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_pieces_of_yaml(text: str) -> None:
    survive(text.encode())


@given(
    st.integers(0, len(SOUND)), st.integers(0, 12), st.lists(st.sampled_from(PIECES), max_size=3)
)
def test_a_sound_file_with_a_hole_or_a_patch(start: int, length: int, patch: list[str]) -> None:
    survive((SOUND[:start] + "".join(patch) + SOUND[start + length :]).encode())


@st.composite
def bent(draw: st.DrawFn) -> dict[str, Any]:
    """A sound record with one value, at any depth, replaced by anything."""
    record = {
        "id": "a",
        "kind": "body",
        "review": "approved",
        "names": [
            {"text": "A", "lang": "en", "type": "full", "usage": "admitted", "evidence": "attested",
             "issuer": "B", "sources": [{"title": "T", "seen": "2026-11-24", "licence": "MIT"}],
             "from": "1998", "to": "2018", "pair": "", "note": "n", "case_sensitive": True,
             "context": {"text": "t", "source": {"title": "T", "seen": "2026-11-24"}},
             "renderings": {"zh-Hant": {"text": "x", "generated": True}, "zh-Latn-pinyin": "y"}}
        ],
        "relations": [{"type": "part-of", "target": "b", "from": "1998", "instrument": "i"}],
        "definitions": [{"lang": "en", "text": "d", "sources": []}],
        "notes": [], "domains": ["d"], "collections": ["c"],
        "body": {"level": "central", "place": "130000", "founded": "1998", "dissolved": ""},
        "document": None,
    }  # fmt: skip
    node: Any = record
    while True:
        key = draw(
            st.sampled_from(sorted(node))
            if isinstance(node, dict)
            else st.integers(0, len(node) - 1)
        )
        if not isinstance(node[key], (dict, list)) or not node[key] or draw(st.booleans()):
            node[key] = draw(values)
            return record
        node = node[key]


@given(bent())
def test_any_type_in_any_field(record: dict[str, Any]) -> None:
    text = json.dumps(record)
    survive(text.encode())
    parsed = read_jsonl(io.BytesIO(text.encode()), "x")
    assert len(parsed.entries) + len(parsed.problems) >= 1
    for item in parsed.entries:
        assert all(isinstance(name.issuer, str) for name in item.entry.names)


PATCHES = (b"9" * 5000, b"[", b"<", b'"', b"\\", b"\0", b"\xff", b"&#0;", b"{", b"}", b"\n", b"\t", b",", b"//[", b"-1", b"x")  # fmt: skip
ENTRY = entry(
    id="ministry-a",
    names=[
        {"text": "Ministry <A>", "lang": "en", "usage": "preferred", "evidence": "official",
         "sources": [{"title": "T", "seen": "2026-11-24"}], "from": "1998"},
        {"text": "甲部", "lang": "zh-Hans", "evidence": "unsourced", "renderings": {"zh-Latn-pinyin": "Jiǎbù"}},
    ],
    relations=[{"type": "part-of", "target": "b"}],
    definitions=[{"lang": "en", "text": "d"}],
)  # fmt: skip


@cache
def written(name: str) -> tuple[bytes, ...]:
    """An entry in a format, in each of its dialects and ways of writing."""
    ways: list[dict[str, object]] = [{}]
    for option in next(each for each in iter_formats() if each.name == name).writing:
        ways += [{option.name: choice} for choice in option.choices]
    found = []
    for way in ways:
        with suppress(InputError):  # some go with none but another option
            found.append(write(name, [ENTRY], **way)[0])
    return tuple(found)


@pytest.mark.parametrize(
    "name", [*("csv", "jsonl", "mtf", "po", "skos", "tbx", "tmx", "tsv", "utx", "xliff", "xlsx", "yaml")]
)  # fmt: skip
@settings(max_examples=150)
@given(st.data())
def test_a_file_of_any_format_with_a_hole_or_a_patch(name: str, data: st.DataObject) -> None:
    sound = data.draw(st.sampled_from(written(name)))
    if sound[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(sound)) as archive:
            parts = {part: archive.read(part) for part in archive.namelist()}
        part = data.draw(st.sampled_from(sorted(parts)))
        parts[part] = patched(parts[part], data)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for part, content in parts.items():
                archive.writestr(part, content)
        sound = stream.getvalue()
    else:
        sound = patched(sound, data)
    with suppress(GlossaryError):
        read(name, sound)


def patched(sound: bytes, data: st.DataObject) -> bytes:
    """A file with a few bytes gone, and others in their place."""
    start = data.draw(st.integers(0, len(sound)))
    length = data.draw(st.integers(0, 12))
    patch = data.draw(st.sampled_from((b"", *PATCHES)))
    return sound[:start] + patch + sound[start + length :]


@pytest.mark.parametrize("name", ["mtf", "skos", "tmx"])
def test_a_kind_nobody_knows_is_a_problem_of_its_entry(name: str) -> None:
    data = write(name, [ENTRY])[0].decode()
    said = data.replace('"body"', '"bodzy"').replace(">body<", ">bodzy<")
    (problem,) = read(name, said).problems
    assert "unknown kind 'bodzy'. Did you mean 'body'?" in problem


def test_evidence_nobody_knows_is_a_problem_of_its_entry() -> None:
    data = write("mtf", [ENTRY])[0].decode()
    (problem,) = read("mtf", data.replace("official", "offical")).problems
    assert "unknown evidence 'offical'. Did you mean 'official'?" in problem
