"""Reading YAML: what is taken, what is refused, and where each problem stands."""

from __future__ import annotations

from io import BytesIO

import pytest

from glossary.errors import InputError
from glossary.formats import yaml_stream
from glossary.formats.items import Item, Parsed
from glossary.formats.ledgers import Ledger
from glossary.formats.yaml_entries import iter_yaml, read_yaml

GOOD = """\
sources:
  structure:
    title: Organisation of the State Council
    locator: section 2
    seen: "2026-11-24"
entries:
- id: ministry-of-science-and-technology
  kind: body
  review: approved
  names:
  - text: Ministry of Science and Technology
    lang: en
    usage: preferred
    evidence: official
    sources: [structure]
    from: 1998-03
  - {text: 科学技术部, lang: zh-Hans, usage: preferred, evidence: official, sources: [structure],
     renderings: {zh-Latn-pinyin: Kēxué Jìshùbù}}
  relations:
  - {type: part-of, target: state-council, to: }
"""


def read(text: str) -> Parsed:
    return read_yaml(text.encode(), "x.yaml")


def problems(text: str) -> list[str]:
    return [str(problem) for problem in read(text).problems]


def one_name(line: str) -> str:
    return f"entries:\n- id: a\n  kind: term\n  names:\n  - {line}\n"


def test_a_good_file_gives_its_entries_with_places_and_sources() -> None:
    parsed = read(GOOD)
    assert parsed.problems == []
    [item] = parsed.entries
    assert (item.entry.id, item.review, item.line, item.column) == (
        *("ministry-of-science-and-technology", "approved", 7, 3),
    )
    english, chinese = item.entry.names
    assert english.sources[0].title == "Organisation of the State Council"
    assert english.start == "1998-03"
    [rendering] = chinese.renderings
    assert (rendering.text, rendering.generated) == ("Kēxué Jìshùbù", False)
    assert item.entry.relations[0].end == ""


@pytest.mark.parametrize("written", ["1988", "'1988'", '"1988"'])
def test_a_date_is_text_however_it_is_written(written: str) -> None:
    [item] = read(one_name(f"{{text: A, lang: en, evidence: unsourced, from: {written}}}")).entries
    assert item.entry.names[0].start == "1988"


@pytest.mark.parametrize("word", ["no", "yes", "on", "1:30", "0x10", "1e3", "2018-03-17"])
def test_a_name_that_yaml_would_make_something_else_of_stays_text(word: str) -> None:
    [item] = read(one_name(f"{{text: {word}, lang: en, evidence: unsourced}}")).entries
    assert item.entry.names[0].text == word


def test_a_file_may_be_one_entry() -> None:
    parsed = read("id: a\nkind: term\nnames:\n- {text: A, lang: en, evidence: unsourced}\n")
    assert [item.entry.id for item in parsed.entries] == ["a"]


def test_a_file_may_be_pretty_printed_json() -> None:
    parsed = read(
        '{\n  "entries": [\n    {"id": "a", "kind": "term", "names":\n'
        '      [{"text": "A", "lang": "en", "evidence": "unsourced", "case_sensitive": true}]}\n  ]\n}\n'
    )
    assert parsed.problems == []
    assert parsed.entries[0].entry.names[0].case_sensitive


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            one_name("{text: A, lang: en, evidence: unsourced, form: '1988'}"),
            "x.yaml:5:46: unknown field 'form' in a name. Did you mean 'from'?",
        ),
        (
            one_name("{text: A, lang: en, evidence: unsourced, from: 2018-02-30}"),
            "x.yaml:5:52: from '2018-02-30' does not exist: 2018-02 has 28 days. "
            "Write YYYY, YYYY-MM or YYYY-MM-DD.",
        ),
        (
            one_name("{text: A, lang: zh-TW-Hant, evidence: unsourced}"),
            "x.yaml:5:21: language tag 'zh-TW-Hant' is not well formed: a script comes before a "
            "territory. Write 'zh-Hant-TW'.",
        ),
        (
            one_name("{text: A, lang: en}"),
            "x.yaml:5:5: a name has no evidence. Write it.",
        ),
        (
            one_name("{text: A, lang: en, evidence: official, sources: [strcture]}").replace(
                "entries:", "sources: {structure: {title: T, seen: 2026-11-24}}\nentries:"
            ),
            "x.yaml:6:55: unknown source 'strcture'. Did you mean 'structure'?",
        ),
        (
            one_name("{text: A, lang: en, evidence: unsourced, sources: T}"),
            "x.yaml:5:55: sources is not a list but 'T'. Begin each with '- '.",
        ),
        (
            one_name("{text: [A], lang: en, evidence: unsourced}"),
            "x.yaml:5:12: text is not text but ['A']. Put it in quotation marks.",
        ),
        (
            one_name("{text: A, text: B, lang: en, evidence: unsourced}"),
            "x.yaml:5:15: the key 'text' stands twice, also at line 5. Leave one out.",
        ),
        (
            one_name(
                "{text: A, lang: en, usage: preferred, evidence: unsourced}\n"
                "  - {text: B, lang: en, usage: preferred, evidence: unsourced}"
            ),
            "x.yaml:6:32: two names are preferred in en at the same date: 'A' and 'B'. "
            "Make one of them 'admitted', or give them dates.",
        ),
        (
            one_name(
                "{text: A, lang: en, evidence: unsourced}\n"
                "  - {text: A, lang: en, evidence: unsourced}"
            ),
            "x.yaml:6:5: name 'A' (en) stands twice. Leave one out.",
        ),
        (
            "entires:\n- id: a\n",
            "x.yaml:1:1: the file has no 'entries'. Begin each with '- id: …'.",
        ),
        ("just words\n", "x.yaml:1:1: the file holds no entries. Begin with 'entries:'."),
        (
            one_name("{text: A, lang: en, evidence: unsourced}").replace(
                "kind: term", "kind: term\n  review: aproved"
            ),
            "x.yaml:4:11: unknown review 'aproved'. Did you mean 'approved'? "
            "One of: proposed, approved, rejected, retired.",
        ),
        (
            one_name('{text: "a\\x1b[2J", lang: en, evidence: unsourced}'),
            "x.yaml:5:12: text has the character U+001B at position 2: control and bidirectional "
            "formatting characters may not stand in it. Take it out.",
        ),
        (
            one_name("{text: a\x1b, lang: en, evidence: unsourced}"),
            "x.yaml:5:13: the character U+001B may not stand in YAML. Take it out.",
        ),
    ],
)
def test_a_problem_has_its_exact_place_and_says_what_to_do(text: str, message: str) -> None:
    assert message in problems(text)


def test_every_problem_of_a_file_is_reported_in_its_order() -> None:
    text = (
        "entries:\n"
        "- id: a\n  kind: term\n  names:\n"
        "  - {text: A, lang: english, evidence: unsourced}\n"
        "  - {text: B, lang: en, evidence: sure}\n"
        "- id: B\n  kind: trem\n  names: [{text: B, lang: en, evidence: unsourced}]\n"
        "- id: c\n  kind: term\n  names: []\n"
    )
    assert [(problem.line, problem.field) for problem in read(text).problems] == [
        *((5, "names[0].lang"), (6, "names[1].evidence"), (7, "id"), (12, "names")),
    ]
    assert read(text).entries == []


def test_a_duplicate_id_names_both_places() -> None:
    name = "  names: [{text: A, lang: en, evidence: unsourced}]\n"
    text = f"entries:\n- id: a\n  kind: term\n{name}- kind: term\n  id: a\n{name}"
    assert problems(text) == [
        "x.yaml:6:7: id 'a' stands twice: also at line 2. Give one of them another id, or join them."
    ]
    assert len(read(text).entries) == 1


def test_a_broken_source_is_reported_once_and_not_at_every_name_that_cites_it() -> None:
    text = GOOD.replace('seen: "2026-11-24"', "seen: 2026-11")
    assert problems(text) == [
        "x.yaml:5:11: seen '2026-11' is not a day. Write YYYY-MM-DD, the day it was opened."
    ]


def test_python_objects_are_refused_with_their_place() -> None:
    text = one_name("{text: !!python/object/apply:os.system [id], lang: en, evidence: unsourced}")
    assert problems(text)[0] == (
        "x.yaml:5:12: the tag '!!python/object/apply:os.system' is not allowed: YAML tags make a "
        "program build objects. Leave it out."
    )


def test_an_anchor_is_refused_where_nothing_leads_to_it() -> None:
    text = one_name("{text: &a Office of Examples, lang: en, evidence: unsourced}")
    assert problems(text) == ["x.yaml:5:12: the anchor '&a' is not allowed. Leave it out."]


def test_an_alias_bomb_is_refused_without_unfolding_it() -> None:
    lines = ["a0: &a0 [lol]"] + [
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)
    ]
    found = problems("\n".join(lines))
    assert "x.yaml:1:5: the anchor '&a0' is not allowed. Leave it out." in found
    assert "x.yaml:2:10: the alias '*a0' is not allowed. Write the value out." in found
    assert sum("is not allowed" in problem for problem in found) == 2


@pytest.mark.parametrize("opener", ["[", "{a: ", "- "])
def test_nesting_without_end_is_one_message(opener: str) -> None:
    assert problems(opener * 100_000)[0].endswith("lists nest more than 16 deep. Flatten them.")


def test_a_second_document_is_refused() -> None:
    assert "a second document begins here" in problems("entries: []\n---\nentries: []\n")[0]


def test_broken_yaml_has_a_place() -> None:
    [message] = problems("entries:\n- id: a\n\tkind: term\n")
    assert message.startswith("x.yaml:3:1: this is not YAML: ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_with_a_mark_is_read(encoding: str) -> None:
    assert len(read_yaml(GOOD.encode(encoding), "x.yaml").entries) == 1


def test_gb_18030_is_refused_with_the_way_to_convert_it() -> None:
    with pytest.raises(
        InputError, match=r"it looks like GB 18030.*iconv -f GB18030 -t UTF-8"
    ) as caught:
        read_yaml(GOOD.encode("gb18030", "replace"), "x.yaml")
    assert caught.value.line == 17


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(InputError, match="the file is empty"):
        read("# only a comment\n")


def test_a_pure_python_parser_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert read(GOOD).problems == []
    assert len(read(GOOD).entries) == 1
    assert problems(one_name("{text: A, lang: en, evidence: unsourced, form: x}")) == [
        "x.yaml:5:46: unknown field 'form' in a name. Did you mean 'from'?"
    ]


def test_the_ledger_counts_fields() -> None:
    counts = {line.field: line.count for line in read(GOOD).ledger}
    assert (counts["names.text"], counts["names.from"], counts["relations.type"]) == (2, 1, 1)


def test_an_unknown_field_is_named_whatever_it_holds() -> None:
    for value in ("[]", "", "text"):
        data = f"entries:\n- id: a\n  kind: term\n  nmaes: {value}\n".encode()
        problem = read_yaml(data, "a.yaml").problems[0]
        assert "unknown field 'nmaes'" in str(problem)
        assert (problem.line, problem.column) == (4, 3)


def entry_lines(entry_id: str, more: str = "evidence: unsourced") -> str:
    return f"- id: {entry_id}\n  kind: term\n  names:\n  - {{text: {entry_id}, lang: en, {more}}}\n"


def ids(text: str) -> list[str]:
    return [item.entry.id for item in read(text).entries]


def test_the_entries_before_a_break_are_read() -> None:
    text = "entries:\n" + entry_lines("a") + entry_lines("b") + "- id: [c\n" + entry_lines("d")
    assert ids(text) == ["a", "b"]
    [message] = problems(text)
    assert message.startswith("x.yaml:11:5: this is not YAML")


def test_an_entry_with_what_yaml_may_not_do_costs_no_other() -> None:
    text = "entries:\n" + entry_lines("a") + entry_lines("b", "evidence: !!str unsourced") + entry_lines("c")  # fmt: skip
    assert ids(text) == ["a", "c"]
    [message] = problems(text)
    assert message.startswith("x.yaml:9:35: the tag '!!str' is not allowed")


def test_a_problem_with_the_sources_costs_only_what_cites_them() -> None:
    sources = 'sources:\n  s: {title: S, seen: "2026-11-27"}\n  t: {titel: T, seen: "2026-11-27"}\n'
    text = (
        "entries:\n"
        + entry_lines("a")
        + entry_lines("b", "evidence: attested, sources: [s]")
        + entry_lines("c", "evidence: attested, sources: [t]")
    )
    for whole in (sources + text, text + sources):
        assert ids(whole) == ["a", "b"]
        [message] = problems(whole)
        assert "unknown field 'titel' in a source" in message


def test_a_plain_list_is_read_entry_by_entry() -> None:
    assert ids(entry_lines("a") + entry_lines("b")) == ["a", "b"]
    assert ids("- 7\n" + entry_lines("b")) == ["b"]


def test_no_entry_is_held_once_it_is_given() -> None:
    text = "entries:\n" + "".join(entry_lines(f"e{at}") for at in range(2_000))
    file = yaml_stream.YamlFile(BytesIO(text.encode()), "x.yaml")
    for at, node in enumerate(file.entries()):
        assert node.line == 2 + 4 * at
        assert file.root is not None
        assert file.root.plain() == {"entries": []}
    assert at == 1_999


def test_an_entry_that_never_ends_is_refused_where_it_begins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yaml_stream, "PART_LIMIT", 200_000)
    many = "".join(entry_lines(f"e{at}") for at in range(5_000))  # 390 KB, but no part is long
    assert len(ids("entries:\n" + many)) == 5_000
    text = "entries:\n" + entry_lines("a") + f"- id: b\n  kind: '{'x ' * 300_000}'\n"
    reading = iter_yaml(BytesIO(text.encode()), "x.yaml", Ledger())
    first = next(reading)
    assert isinstance(first, Item)
    assert first.entry.id == "a"
    with pytest.raises(InputError, match=r"x\.yaml:6:3: what begins here is longer than"):
        next(reading)


def test_a_character_that_may_not_stand_in_yaml_has_a_place() -> None:
    text = "entries:\n" + "".join(entry_lines(f"e{at}") for at in range(2_000)) + "- id: \x07\n"
    assert problems(text) == [
        "x.yaml:8002:7: the character U+0007 may not stand in YAML. Take it out."
    ]
