"""A format is known by its content."""

from __future__ import annotations

import pytest

from glossary.errors import InputError
from glossary.formats.detection import detect_format


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ('{"id":"a"}\n{"id":"b"}\n', "jsonl"),
        ('\n\n{"id":"a", broken', "jsonl"),
        ("\ufeff" + '{"id":"a"}', "jsonl"),
        ("# a comment\nsources:\n  a: {}\n", "yaml"),
        ("- id: a\n", "yaml"),
        ("!!python/object/apply:os.system [ls]\n", "yaml"),
        ("# of nothing\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n", "skos"),
        ("BASE <http://example.org/>\n", "skos"),
        ('{"@context": "https://example.org/c.json", "@graph": []}\n', "skos"),
        ("%YAML 1.2\n---\nentries: []\n", "yaml"),
        ('{\n  "id": "a"\n}\n', "yaml"),
        ("{id: a}\n", "yaml"),
        ('"entries":\n- id: a\n', "yaml"),
        ("{\n" + '  "babel": "7",\n' * 12 + '  "name": "a"\n}\n', "yaml"),
        ('[\n  ["a", "b"],\n  ["c", "d"]\n]\n', "yaml"),
        ("[1] One,One\n[2] Two,Deux\n", "csv"),
        ("{en},{fr}\nTwo,Deux\n", "csv"),
        ("- &a {id: a, kind: body, names: []}\n- [*a, *a, *a]\n- [*a, *a, *a]\n", "yaml"),
    ],
)
def test_content_decides(data: str, found: str) -> None:
    assert detect_format(data.encode(), "x.bin") == found


def test_an_alias_bomb_in_a_file_called_yaml_is_no_table() -> None:
    data = "a: &a [x,x,x]\n" + "".join(
        f"{two}: &{two} [*{one},*{one},*{one}]\n" for one, two in ("ab", "bc", "cd")
    )
    assert detect_format(data.encode(), "x.yaml") == "yaml"
    assert detect_format(b"English: name,Chinese\nOne,\xe4\xb8\x80\n", "x.csv") == "csv"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04....", "a zip archive"),
        (b"SQLite format 3\0....", "a SQLite database"),
        (b"%PDF-1.7", "a PDF"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "a pointer of Git LFS"),
        (b"To whom it may concern\n", "no format that can be read"),
        (b"\n", "the file is empty"),
    ],
)
def test_other_things_are_refused_by_name(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        detect_format(data, "x.yaml")


def test_xml_of_another_sort_is_told_by_its_root_and_place() -> None:
    data = (
        b'<?xml version="1.0"?>\n<!-- <tbx> -->\n<!DOCTYPE a [<!ENTITY b "]">]>\n  <x:gloss a="b">'
    )
    with pytest.raises(InputError, match=r"^x\.tbx:4:3: .*its root is <gloss>"):
        detect_format(data, "x.tbx")


def test_what_has_no_root_is_told_without_a_place() -> None:
    with pytest.raises(InputError, match=r"^x\.tbx: this is in no format") as caught:
        detect_format(b"To whom it may concern\n", "x.tbx")
    assert (caught.value.line, caught.value.column) == (None, None)


def test_brackets_without_end_in_a_document_type_are_passed_in_one_go() -> None:
    # Of 60,000 bytes each bracket was tried with all behind it: minutes, where one pass takes none.
    with pytest.raises(InputError, match="no format that can be read"):
        detect_format(b"<!DOCTYPE [" + b"] " * 30_000, "x.tbx")
