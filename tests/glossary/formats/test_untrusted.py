"""Whatever bytes come, a reader answers with problems or one ``InputError``, never with anything else."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from glossary.errors import InputError
from glossary.formats.detection import detect_format
from glossary.formats.jsonl import read_jsonl
from glossary.formats.yaml_entries import read_yaml

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
    for read in (
        lambda: read_yaml(data, "x"),
        lambda: read_jsonl(io.BytesIO(data), "x"),
        lambda: detect_format(data, "x"),
    ):
        with suppress(InputError):
            read()


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
