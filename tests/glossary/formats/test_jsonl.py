"""JSON Lines: what is refused, with its line."""

from __future__ import annotations

import io

import pytest

from glossary.errors import InputError
from glossary.formats.items import Item
from glossary.formats.jsonl import iter_jsonl, read_jsonl

GOOD = '{"id":"a","kind":"term","review":"proposed","names":[{"text":"甲","lang":"zh-Hans","evidence":"unsourced"}]}'


def problems(*lines: str) -> list[str]:
    data = "\n".join(lines).encode()
    return [str(problem) for problem in read_jsonl(io.BytesIO(data), "x.jsonl").problems]


def test_a_line_is_an_entry_and_blank_lines_are_nothing() -> None:
    parsed = read_jsonl(io.BytesIO(f"\n{GOOD}\r\n\n".encode()), "x.jsonl")
    assert [(item.entry.id, item.review, item.line) for item in parsed.entries] == [
        ("a", "proposed", 2)
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_unicode_with_a_mark_is_read(encoding: str) -> None:
    assert len(read_jsonl(io.BytesIO(GOOD.encode(encoding)), "x.jsonl").entries) == 1


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "a",}', "this is not JSON"),
        ("[1, 2]", "the line is not an object"),
        ('{"id": "a", "id": "b"}', "the key 'id' stands twice"),
        ('{"id": NaN}', "NaN is not JSON"),
        ("[" * 100_000, "the JSON nests too deep"),
        ('{"id": ' + "1" * 5000 + "}", "a number is too long"),
        ('{"id": 7, "kind": "term", "names": []}', "id is not text but 7"),
        (GOOD.replace('"zh-Hans"', '["zh"]'), "lang is not text but ['zh']"),
        (GOOD.replace('"unsourced"', '"unsourced", "issuer": 0'), "issuer is not text but 0"),
        (GOOD.replace("term", "trem"), "unknown kind 'trem'. Did you mean 'term'?"),
        (GOOD.replace("proposed", "done"), "unknown review 'done'"),
        (
            GOOD.replace('"unsourced"', '"unsourced", "case_sensitive": 1.5'),
            "neither true nor false",
        ),
    ],
)
def test_a_bad_line_is_one_problem_with_its_number(line: str, message: str) -> None:
    [found] = problems("", line)
    assert found.startswith("x.jsonl:2")
    assert message in found


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ('{"kind": "trem", "id": "a", "names": []}', "x.jsonl:1:10: unknown kind"),
        ('{"id": "a", "id": "b"}', "x.jsonl:1:19: the key 'id' stands twice"),
        ('{"id": "a", "kin": "term", "names": []}', "x.jsonl:1:13: "),
        (
            '{"id": "a", "kind": "term", "names": [{"text": "甲", "lang": "zh", "evidence": "sure"}]}',
            "x.jsonl:1:79: unknown evidence",
        ),
        ("[1, 2]", "x.jsonl:1:1: the line is not an object"),
    ],
)
def test_a_problem_is_told_at_what_it_is_about(line: str, place: str) -> None:
    [found] = problems(line)
    assert found.startswith(place)


def test_null_is_the_same_as_absent() -> None:
    line = GOOD.replace('"unsourced"', '"unsourced","from":null,"renderings":null,"sources":null')
    assert problems(line) == []


def test_a_duplicate_id_names_both_lines() -> None:
    assert problems(GOOD, "", GOOD) == [
        "x.jsonl:3:7: id 'a' stands twice: also at line 1. Give one of them another id, or join them."
    ]


def test_entries_come_while_the_file_is_read() -> None:
    class Endless(io.RawIOBase):
        def readline(self, size: int | None = -1) -> bytes:
            return GOOD.encode() + b"\n"

    first = next(iter_jsonl(Endless(), "x.jsonl"))  # type: ignore[arg-type]
    assert isinstance(first, Item)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'"' + b"a" * (17 * 1024 * 1024), "x.jsonl:2:1: the line is longer than 16 MB. Split it."),
        (b"{\0}", "x.jsonl:2:2: the line holds a NUL"),
        (b'{"id":"\xe7\x94\xb2\xff"}', "x.jsonl:2:9: the file is not UTF-8"),
    ],
    ids=["long", "NUL", "byte"],
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_line_that_cannot_be_read_is_told_and_the_others_are_read(
    line: bytes, told: str, end: bytes
) -> None:
    other = GOOD.replace('"a"', '"b"', 1).encode()
    parsed = read_jsonl(io.BytesIO(GOOD.encode() + b"\n" + line + b"\n" + other + end), "x.jsonl")
    assert [item.entry.id for item in parsed.entries] == ["a", "b"]
    assert [str(each)[: len(told)] for each in parsed.problems] == [told]


def test_lines_end_in_any_way() -> None:
    lines = [GOOD.replace('"a"', f'"{each}"', 1) for each in "abcd"]
    data = f"{lines[0]}\r{lines[1]}\r\n{lines[2]}\n{lines[3]}".encode()
    assert [item.line for item in read_jsonl(io.BytesIO(data), "x.jsonl").entries] == [1, 2, 3, 4]


def test_gb_18030_is_refused_at_its_line() -> None:
    data = GOOD.replace("甲", "河北省科学技术厅").encode("gb18030")
    with pytest.raises(InputError, match=r"x\.jsonl:3.*GB 18030"):
        read_jsonl(io.BytesIO(b"\n\n" + data), "x.jsonl")


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(InputError, match="the file is empty"):
        read_jsonl(io.BytesIO(b"\n\n"), "x.jsonl")
