"""Words of running text, and the characters of the text they stand for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary.language.english import english_tokens
from glossary.language.han import han_key, has_han
from glossary.language.running import han_stretches, running_words


def words(text: str) -> list[list[str]]:
    return [[word.text for word in stretch] for stretch in running_words(text)]


def places(text: str) -> list[str]:
    return [text[word.start : word.end] for stretch in running_words(text) for word in stretch]


def test_sentences_and_paragraphs_end_a_stretch_and_abbreviations_do_not() -> None:
    assert words("It met the Dept. of Justice. The U.S. side left.\n\nNo. 2 Court") == [
        ["it", "met", "department", "of", "justice"],
        ["us", "side", "left"],
        ["2th", "court"],
    ]


def test_a_line_break_is_a_space() -> None:
    assert words("Ministry of\nState   Security") == [["ministry", "of", "state", "security"]]


def test_the_possessive_is_no_part_of_a_word() -> None:
    assert places("the CCP’s and China's") == ["CCP", "and", "China"]
    assert places("the Sciences' institute") == ["Sciences", "institute"]


def test_latin_words_end_where_han_begins() -> None:
    assert places("我们CAIEP的") == ["CAIEP"]


def test_a_phrase_keeps_the_place_of_all_its_words() -> None:
    assert places("by the Communist Party of China today") == [
        "by",
        "Communist Party of China",
        "today",
    ]


def test_an_accent_written_as_a_mark_of_its_own_stays_with_its_letter() -> None:
    assert words("Universite\u0301 Paris-Saclay") == [["universite", "paris", "saclay"]]


def test_chinese_is_compared_without_spaces_and_brackets() -> None:
    assert [chars for chars, _ in han_stretches("印發《工作 計畫》（二〇二〇）。abc\n\n完")] == [
        "印发工作计划二〇二〇",
        "完",
    ]


def test_text_without_chinese_has_no_stretch() -> None:
    assert list(han_stretches("Ministry. Of 3.")) == []


def test_words_that_a_comma_parts_are_no_phrase() -> None:
    assert words("Science, Technology and Innovation") == [
        ["science", "technology", "and", "innovation"]
    ]
    assert words("Sci-Tech, Technology") == [["science", "and", "technology", "technology"]]
    assert words("Science Technology Bureau") == [["science", "and", "technology", "bureau"]]


def test_words_keep_their_places_behind_any_space() -> None:
    text = "State\tSecurity\u3000of\r\nHebei\u3000said.\u2028No. 5 was\n \r\n  next"
    assert places(text)[:4] == ["State", "Security", "of", "Hebei"]
    assert words(text) == [
        ["state", "security", "of", "hebei", "said"],
        ["5th", "was"],
        ["next"],
    ]


def test_the_same_words_stand_alike_in_a_chunk_too_long_to_be_kept() -> None:
    short, long = "河北Dept.of科技", "，河北Dept.of科技" * 400
    assert words(short) == [["department", "of"]]
    assert words(long) == [["department", "of"] * 400]


def test_a_part_of_a_stretch_is_one_itself() -> None:
    (stretch,) = running_words("the Ministry of State Security")
    part = stretch[2:]
    assert part.texts == ["state", "security"] == [word.text for word in part]
    assert (part[0].start, part[-1].end, len(part)) == (16, 30, 2)


@given(st.text(alphabet="Aab '’.,&-\n的河北（）1é"))
def test_words_stand_in_order_and_within_the_text(text: str) -> None:
    last = 0
    for stretch in running_words(text):
        for word in stretch:
            assert last <= word.start <= word.end <= len(text) or word.start < last <= word.end
            last = max(last, word.start)


@given(
    st.lists(
        st.sampled_from(
            "Ministry of State Security Dept Int'l Sci-Tech People’s CAIEP China and".split()
        ),
        min_size=1,
    )
)
def test_a_name_has_the_same_words_alone_and_in_a_text(name: list[str]) -> None:
    assert [word for stretch in words(" ".join(name)) for word in stretch] == english_tokens(
        " ".join(name)
    )


@given(st.text(alphabet="國家安全部 《》（·）Aa1", min_size=1))
def test_a_chinese_name_has_the_same_key_alone_and_in_a_text(text: str) -> None:
    if has_han(text):
        assert "".join(chars for chars, _ in han_stretches(text)) == han_key(text)
