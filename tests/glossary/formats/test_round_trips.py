"""What is written is what is read, for any valid entry."""

from __future__ import annotations

import io

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.formats.detection import detect_format
from glossary.formats.jsonl import read_jsonl, write_jsonl
from glossary.formats.yaml_entries import read_yaml
from glossary.formats.yaml_writer import write_yaml
from glossary.model.entries import Entry
from tests import strategies

Many = list[tuple[Entry, str]]


def _many(*, generated: bool) -> st.SearchStrategy[Many]:
    return st.lists(
        st.tuples(strategies.entries(generated=generated), strategies.reviews()),
        min_size=1,
        max_size=2,
        unique_by=lambda pair: pair[0].id,
    )


@settings(max_examples=50)  # whole entries are dear to make
@given(_many(generated=False))
def test_yaml_reads_what_it_wrote(pairs: Many) -> None:
    stream = io.BytesIO()
    write_yaml(pairs, stream)
    parsed = read_yaml(stream.getvalue(), "x.yaml")
    assert parsed.problems == []
    assert [(item.entry, item.review) for item in parsed.entries] == pairs


@settings(max_examples=50)  # whole entries are dear to make
@given(_many(generated=True))
def test_jsonl_reads_what_it_wrote_generated_renderings_included(pairs: Many) -> None:
    stream = io.BytesIO()
    write_jsonl(pairs, stream)
    parsed = read_jsonl(io.BytesIO(stream.getvalue()), "x.jsonl")
    assert parsed.problems == []
    assert [(item.entry, item.review) for item in parsed.entries] == pairs


@settings(max_examples=50)  # whole entries are dear to make
@given(_many(generated=False))
def test_another_yaml_reader_sees_texts_where_we_wrote_texts(pairs: Many) -> None:
    stream = io.BytesIO()
    write_yaml(pairs, stream)
    loaded = yaml.safe_load(stream.getvalue())
    for (entry, _), record in zip(pairs, loaded["entries"], strict=True):
        assert record["id"] == entry.id
        assert [name["text"] for name in record["names"]] == [name.text for name in entry.names]
        assert [name.get("from", "") for name in record["names"]] == [
            name.start for name in entry.names
        ]
        assert [note["text"] for note in record.get("notes", [])] == [
            note.text for note in entry.notes
        ]


@settings(max_examples=50)  # whole entries are dear to make
@given(_many(generated=False))
def test_what_is_written_is_recognised(pairs: Many) -> None:
    as_yaml, as_jsonl = io.BytesIO(), io.BytesIO()
    write_yaml(pairs, as_yaml)
    write_jsonl(pairs, as_jsonl)
    assert detect_format(as_yaml.getvalue(), "x") == "yaml"
    assert detect_format(as_jsonl.getvalue(), "x") == "jsonl"
