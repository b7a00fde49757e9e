"""Which names stand in a text: what counts, what does not, and what is asked of the database for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.model.entries import BodyFacts, DocumentFacts, Entry, Kind, Level
from glossary.model.names import Evidence, Name, NameType
from glossary.model.relations import Relation, RelationType
from glossary.model.values import replace
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from glossary import Glossary


def named(entry_id: str, *names: tuple[str, str, NameType], kind: Kind = Kind.BODY) -> Entry:
    made = tuple(
        Name(text=text, lang=lang, type=type_, evidence=Evidence.UNSOURCED)
        for text, lang, type_ in names
    )
    facts = DocumentFacts() if kind is Kind.DOCUMENT else None
    return Entry(id=entry_id, kind=kind, names=made, document=facts)


FULL, SHORT, ACRONYM = NameType.FULL, NameType.SHORT, NameType.ACRONYM


@pytest.fixture(name="glossary")
def _glossary(tmp_path: Path) -> Iterator[Glossary]:
    with empty_glossary(tmp_path) as glossary:
        for entry in (
            named(
                "most",
                ("Ministry of Science and Technology", "en", FULL),
                ("MOST", "en", ACRONYM),
                ("科学技术部", "zh-Hans", FULL),
                ("科学技術部", "ja", FULL),  # which has the key of the Chinese
                ("科技部", "zh-Hans", SHORT),
            ),
            body("State Security Ministry", "国家安全部"),
            body("Hebei University of Technology", "河北工业大学"),
            body(
                "Transfer Center of Hebei University of Technology",
                "河北工业大学转移中心",
                relations=[
                    Relation(type=RelationType.PART_OF, target="hebei-university-of-technology")
                ],
            ),
            named("peking", ("Peking University", "en", FULL), ("北大", "zh-Hans", SHORT)),
            named(
                "plan", ("Work Plan", "en", FULL), ("工作计划", "zh-Hans", FULL), kind=Kind.DOCUMENT
            ),
            named("talent", ("talent", "en", FULL), ("人才", "zh-Hans", FULL), kind=Kind.TERM),
            body("Exchange Association", "交流协会"),
            body("Hebei Talent Exchange Association", "河北省人才交流协会"),
        ):
            glossary.add(entry, by="mei")
        yield glossary


def found(glossary: Glossary, text: str, **limits: str) -> list[tuple[str, int]]:
    return [(each.text, each.count) for each in glossary.names(text, **limits)]


def test_a_name_is_found_once_with_its_count_and_first_place(glossary: Glossary) -> None:
    text = "Staff of the\nMinistry of Science\nand Technology (MOST) met MOST’s head."
    (most,) = glossary.names(text)
    assert (most.text, most.count, most.line, most.column) == (
        "Ministry of Science and Technology",
        3,
        2,
        1,
    )
    assert most.forms == ("Ministry of Science and Technology", "MOST")
    assert (most.answers[0].chinese, most.found) == ("科学技术部", "exact")


def test_words_are_no_acronyms(glossary: Glossary) -> None:
    assert found(glossary, "most of them; Most of all") == []
    assert found(glossary, "IN A HEADLINE MOST WORDS SHOUT") == []
    assert found(glossary, "AND MOST PEOPLE KNOW") == []  # no capital that could be whose MOST is
    assert found(glossary, "at MOST, it is") == [("MOST", 1)]


def test_a_name_of_two_words_needs_a_capital_and_a_longer_one_does_not(glossary: Glossary) -> None:
    assert found(glossary, "the work plan of the ministry of science and technology") == [
        ("ministry of science and technology", 1)
    ]
    assert found(glossary, "its Work Plan") == [("Work Plan", 1)]


def test_both_scripts_are_found_within_running_chinese(glossary: Glossary) -> None:
    assert found(glossary, "據《國家安全部》與科技部的說法，国家安全部。") == [
        ("國家安全部", 2),
        ("科技部", 1),
    ]


def test_two_characters_within_a_word_are_no_name(glossary: Glossary) -> None:
    assert found(glossary, "河北大学的学生") == []
    assert found(glossary, "他在北大读书") == [("北大", 1)]


def test_the_longest_name_counts_and_what_it_is_part_of(glossary: Glossary) -> None:
    assert found(glossary, "河北工业大学转移中心") == [
        ("河北工业大学转移中心", 1),
        ("河北工业大学", 1),
    ]
    assert found(glossary, "the Transfer Center of Hebei University of Technology") == [
        ("Transfer Center of Hebei University of Technology", 1),
        ("Hebei University of Technology", 1),
    ]


def test_the_end_of_a_name_is_no_other_name(glossary: Glossary) -> None:
    assert found(glossary, "Hebei Talent Exchange Association") == [
        ("Hebei Talent Exchange Association", 1)
    ]
    assert found(glossary, "河北省人才交流协会") == [("河北省人才交流协会", 1)]


def test_where_the_longest_fails_the_next_shorter_is_tried(glossary: Glossary) -> None:
    glossary.add(named("mostly", ("科技部ab", "zh-Hans", FULL)), by="mei")
    assert found(glossary, "科技部abc") == [("科技部", 1)]


def test_terms_are_found_when_asked_for(glossary: Glossary) -> None:
    assert found(glossary, "Talent in 人才") == []
    assert found(glossary, "Talent in 人才", kind="term") == [("Talent", 2)]


def test_a_rejected_entry_is_not_found(glossary: Glossary) -> None:
    glossary.reject("exchange-association", by="lin", why="no such body")
    assert found(glossary, "the Exchange Association") == []


def test_a_sentence_ends_a_name(glossary: Glossary) -> None:
    assert found(glossary, "the Ministry of Science. And Technology") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Ministry of Science and Technology Policy was dissolved.", 0),
        ("The Ministry of Science and Technology Spokesperson said so.", 1),
        ("The Ministry of Science and Technology Talent Department said so.", 1),
        ("The former head of the Ministry of Science and Technology Wang Wei left.", 1),
        ("Ministry of Science and Technology Issues Notice on Farming", 1),
        ("The Peking University Press printed it.", 1),
    ],
)
def test_a_name_that_goes_on_is_another(glossary: Glossary, text: str, count: int) -> None:
    assert len(found(glossary, text)) == count


def test_no_name_crosses_a_quotation_mark_or_bracket(glossary: Glossary) -> None:
    assert found(glossary, "a talk of “Hebei University” (of Technology, that is)") == []
    assert found(glossary, "met at the Hebei University (of) Technology") != []


def test_a_dash_ends_a_name(glossary: Glossary) -> None:
    (most,) = glossary.names("the Ministry of Science and Technology—newly made—met")
    assert most.text == "Ministry of Science and Technology"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Science and Technology Ministry left.", ["Science and Technology Ministry"]),
        ("China’s Science and Technology Ministry left.", ["Science and Technology Ministry"]),
        ("Hungary’s Science and Technology Ministry left.", []),
        ("A science and technology ministry left.", []),
        ("The Magic Ministry left.", []),
    ],
)
def test_a_ministry_may_be_turned(glossary: Glossary, text: str, names: list[str]) -> None:
    assert [name for name, _ in found(glossary, text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A draft of the Law on Guarding State Secrets.", ["Law on Guarding State Secrets"]),
        ("China’s Law on Guarding State Secrets passed.", ["Law on Guarding State Secrets"]),
        ("Vietnam’s Law on Guarding State Secrets passed.", []),
        ("The Law on Guarding State Secrets of Vietnam.", []),
        ("The Law on Guarding Secrets.", []),
        ("A law on guarding state secrets.", []),
        ("The Law on Guarding State Secrets Abroad.", []),
    ],
)
def test_an_act_may_leave_out_whose_it_is(glossary: Glossary, text: str, names: list[str]) -> None:
    law = "Law of the People's Republic of China on Guarding State Secrets"
    glossary.add(named("secrets", (law, "en", FULL), kind=Kind.DOCUMENT), by="mei")
    assert [name for name, _ in found(glossary, text)] == names
    assert [name for name, _ in found(glossary, f"The {law}.")] == [law]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Hebei University of Technology’s Transfer Center left.",
            [
                ("Hebei University of Technology’s Transfer Center", "河北工业大学转移中心"),
                ("Hebei University of Technology", "河北工业大学"),
            ],
        ),
        (
            "Hebei University of Technology’s Transfer Center Staff left.",
            [("Hebei University of Technology", "河北工业大学")],
        ),
        (
            "Hebei University of Technology’s transfer center left.",
            [("Hebei University of Technology", "河北工业大学")],
        ),
    ],
)
def test_a_unit_may_stand_behind_its_body(
    glossary: Glossary, text: str, names: list[tuple[str, str]]
) -> None:
    assert [(each.text, each.answers[0].chinese) for each in glossary.names(text)] == names


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Talent Department of China left.", 1),
        ("The Talent Department of the Shaanxi Party Committee left.", 0),
        ("Shanghai’s Talent Department left.", 0),
        ("Beijing’s Talent Department left.", 1),
        ("He spoke of Investment. Talent Department people left.", 1),
        ("The U.S. Talent Department left.", 0),
    ],
)
def test_a_place_beside_a_central_body_makes_it_another(
    glossary: Glossary, text: str, count: int
) -> None:
    central = replace(body("Talent Department", "人才部"), body=BodyFacts(level=Level.CENTRAL))
    glossary.add(central, by="mei")
    assert len(found(glossary, text)) == count


def test_organs_of_hong_kong_stand_only_where_it_is_spoken_of(glossary: Glossary) -> None:
    court = body("High Court", "高等法院")
    facts = BodyFacts(place="810000")
    glossary.add(replace(court, body=facts, domains=("government",)), by="mei")
    assert found(glossary, "The High Court of London sat; the High Court ruled.") == []
    assert found(glossary, "In Hong Kong, the High Court ruled.") == [("High Court", 1)]
    assert found(glossary, "Hong Kong's High Court ruled.") == [("High Court", 1)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("美国科学技术部发言人", 0),
        ("俄羅斯科學技術部發言人", 0),
        ("中国科学技术部发言人", 1),
        ("美科技部表示", 0),
        ("正定县科学技术部说", 0),
    ],
)
def test_a_country_before_a_chinese_name_makes_it_its_own(
    glossary: Glossary, text: str, count: int
) -> None:
    assert len(found(glossary, text)) == count


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("香港的報紙說，證監會發表聲明。", "hong-kong"),
        ("香港的報紙說，中國的證監會發表聲明。", "mainland"),
        ("据香港报道，大陆的证监会发表声明。", "mainland"),
        ("證監會發表聲明。", "mainland"),
    ],
)
def test_of_two_bodies_of_one_name_that_comes_first_which_is_spoken_of(
    glossary: Glossary, text: str, first: str
) -> None:
    for entry_id, place in (("mainland", ""), ("hong-kong", "810000")):
        entry = named(entry_id, ("证监会", "zh-Hans", SHORT))
        glossary.add(replace(entry, body=BodyFacts(place=place)), by="mei", force=True)
    (named_text,) = glossary.names(text)
    assert named_text.answers[0].id == first


def test_chinese_organs_of_hong_kong_need_it_in_their_sentence(glossary: Glossary) -> None:
    court = body("High Court", "高等法院")
    glossary.add(replace(court, body=BodyFacts(place="810000"), domains=("government",)), by="mei")
    assert found(glossary, "香港的报纸说。高等法院开庭。") == []
    assert found(glossary, "香港的報紙說。高等法院開庭。") == [("高等法院", 1)]
    assert found(glossary, "香港的報紙說。\n高等法院開庭。") == []
    assert found(glossary, "香港高等法院开庭。") == [("高等法院", 1)]
    assert found(glossary, "香港" + "，" * 600 + "高等法院开庭。") == []


def test_a_text_costs_questions_by_its_names_not_by_its_words(glossary: Glossary) -> None:
    glossary.names("to open it")
    reader = glossary.store.reader
    before = reader.questions
    assert found(glossary, "Words that begin nothing here at all. " * 200) == []
    assert reader.questions - before < 10


def test_all_names_of_a_text_are_looked_up_together(glossary: Glossary) -> None:
    names = [f"Institute of Field {word}" for word in ("Alpha", "Beta", "Gamma", "Delta", "Omega")]
    for name in names:
        glossary.add(body(name, None), by="mei")
    glossary.names("to open it")
    reader = glossary.store.reader
    asked = []
    for text in (names[0], ". ".join(f"The {name} spoke" for name in names)):
        before = reader.questions
        found(glossary, text)
        asked.append(reader.questions - before)
    # Each entry shown is read, with what belongs to it; to find them takes no more questions than for one.
    assert asked[1] - asked[0] <= 2 * len(names)


def test_hostile_text_is_answered(glossary: Glossary) -> None:
    assert found(glossary, "ministry of " * 5_000) == []
    assert found(glossary, "国家" * 5_000) == []
    assert found(glossary, "\x00\ud800\u202e") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("the Most Often Seen Terms (MOST), and MOST again", 0),
        ("MOST (Museum of Old Silver Things) and MOST again", 0),
        ("the Ministry of Sci Tech (MOST), and MOST again", 3),  # half of its words, by their stems
        ("the Moscow office (MOST), and MOST again", 2),  # whose letters are not these
    ],
)
def test_an_acronym_the_text_explains_otherwise_is_none(
    glossary: Glossary, text: str, count: int
) -> None:
    assert sum(number for _name, number in found(glossary, text)) == count


def test_a_law_in_another_country_is_none(glossary: Glossary) -> None:
    glossary.add(
        named(
            "law",
            ("Data Security Law", "en", FULL),
            ("数据法", "zh-Hans", FULL),
            kind=Kind.DOCUMENT,
        ),
        by="mei",
    )
    text = "The Data Security Law in {0}; Hebei University of Technology in {0} did."
    school = ("Hebei University of Technology", 1)
    for country in ("the United States", "Vietnam", "the U.S."):
        assert found(glossary, text.format(country)) == [school]
    for elsewhere in ("March", "China", "Unitedness"):
        assert found(glossary, text.format(elsewhere)) == [("Data Security Law", 1), school]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Japan's Talent Department met. The Talent Department said so.", 0),
        ("The Talent Department of Japan met. The Talent Department said so.", 0),
        ("The Japanese Talent Department met. In Beijing the Talent Department said so.", 1),
        ("In India, leaders met. The Talent Department said so.", 0),
        ("In India, leaders met.\n\nThe Talent Department said so.", 1),
        ("In India, Xi met leaders. The Talent Department said so.", 1),
        ("Talks in India went on. The Talent Department said so.", 1),
        ("The Talent Department in Tokyo said so.", 0),
        ("Talks in Tokyo went on. The Talent Department said so.", 1),
        ("The Seal Office said so.", 1),
        ("The Paper and Seal Office said so.", 0),
        ("The Minister and Seal Office said so.", 1),
        ("The PTF and Seal Office said so.", 2),
        ("Putin called. The Seal Office said so.", 0),
        ("Putin called Xi. The Seal Office said so.", 1),
        ("Putin called. The Talent Department said so.", 1),
        ("Of Peru, Chile and Cuba even the Talent Department knew.", 0),
        ("Of Peru, Chile and Chinese firms even the Talent Department knew.", 1),
        ("Of Peru, Chile and Cuba even the China Talent Department and the CTD knew.", 2),
        ("Of Peru, Chile and Cuba even the People's Talent Fund knew.", 1),
        ("Peru, Chile and Cuba keep the Talent Convention, but not their Talent Law.", 1),
    ],
)
def test_what_is_said_of_other_countries_is_theirs(
    glossary: Glossary, text: str, count: int
) -> None:
    facts = BodyFacts(level=Level.CENTRAL)
    for names in (
        [("Talent Department", "en", FULL), ("人才部", "zh-Hans", FULL)],
        [("China Talent Department", "en", FULL), ("CTD", "en", ACRONYM), ("中国人才部", "zh-Hans", FULL)],
        [("People's Talent Fund", "en", FULL), ("PTF", "en", ACRONYM), ("人民人才基金", "zh-Hans", FULL)],
        [("Seal Office of Talents", "en", FULL), ("Seal Office", "en", SHORT), ("人才印章局", "zh-Hans", FULL)],
    ):  # fmt: skip
        glossary.add(replace(named(names[0][0].lower()[:3], *names), body=facts), by="mei")
    for english, chinese, kind in (
        ("Talent Convention", "人才公约", "treaty"),
        ("Talent Law", "人才法", "law"),
    ):
        names = [(english, "en", FULL), (chinese, "zh-Hans", FULL)]
        act = named(kind, *names, kind=Kind.DOCUMENT)
        glossary.add(replace(act, document=DocumentFacts(type=kind)), by="mei")
    assert sum(number for _name, number in found(glossary, text)) == count


def test_a_short_acronym_of_an_institute_needs_the_institute_or_its_academy(
    glossary: Glossary,
) -> None:
    glossary.add(body("Academy of Talent", "人才院"), by="mei")
    institute = named(
        "inst", ("Institute of Talent", "en", FULL), ("IOT", "en", ACRONYM), ("人才所", "zh-Hans", FULL)
    )  # fmt: skip
    part = Relation(type=RelationType.PART_OF, target="academy-of-talent")
    facts = BodyFacts(level=Level.INSTITUTION)
    glossary.add(replace(institute, body=facts, relations=(part,)), by="mei")
    assert found(glossary, "Sensors of the IOT sold well.") == []
    assert found(glossary, "The Academy of Talent and IOT")[1:] == [("IOT", 1)]
    assert found(glossary, "The Institute of Talent: IOT") == [("Institute of Talent", 2)]


def test_a_name_keeps_its_article_and_the_capital_of_its_last_word(glossary: Glossary) -> None:
    for english, chinese in (("The Paper", "澎湃新闻"), ("China Today", "今日中国")):
        glossary.add(body(english, chinese), by="mei")
    assert found(glossary, "Paper and the Board. China today is large.") == []
    assert found(glossary, "As the Paper and China Today say") == [("Paper", 1), ("China Today", 1)]


def test_a_chinese_name_ends_before_no_other_word(glossary: Glossary) -> None:
    assert found(glossary, "各地国家安全部门与国家安全部队。") == []
    assert found(glossary, "国家安全部部长见国家安全部长。") == [("国家安全部", 2)]
    glossary.add(body("Party Centre", "党中央"), by="mei")
    assert found(glossary, "朝鲜劳动党中央政治局，坚持党中央领导") == [("党中央", 1)]


def test_a_short_name_that_is_a_word_needs_another_name_of_its_body(glossary: Glossary) -> None:
    names = [("Siasun Robot", "en", FULL), ("沈阳新松公司", "zh-Hans", FULL), ("机器人", "zh-Hans", SHORT)]  # fmt: skip
    glossary.add(named("siasun", *names), by="mei")
    assert found(glossary, "机器人产业发展很快。") == []
    assert found(glossary, "沈阳新松公司生产机器人。") == [("沈阳新松公司", 2)]


def test_a_place_before_an_act_in_its_marks_makes_it_its_own(glossary: Glossary) -> None:
    glossary.add(named("water", ("Water Rules", "en", FULL), ("用水条例", "zh-Hans", FULL), kind=Kind.DOCUMENT), by="mei")  # fmt: skip
    assert found(glossary, "《滨海市用水条例》") == []
    assert found(glossary, "《用水条例》") == [("用水条例", 1)]
