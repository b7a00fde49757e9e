"""Syllables, tone marks, keys; expectations from the Scheme for the Chinese Phonetic Alphabet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.syllables import (
    from_numbers,
    has_tones,
    inventory,
    is_pinyin,
    join,
    joined_key,
    mark,
    same_tones,
    split_syllables,
    to_numbers,
    tone_of,
    toneless,
)

SYLLABLES = st.sampled_from(sorted(inventory() - {"ê", "m", "n", "ng", "hm", "hng"}))


@pytest.mark.parametrize(
    ("syllable", "tone", "expected"),
    [
        ("zhuang", 4, "zhuàng"),
        ("liu", 2, "liú"),
        ("gui", 4, "guì"),
        ("lü", 3, "lǚ"),
        ("lüe", 4, "lüè"),
        ("e", 2, "é"),
        ("er", 4, "èr"),
        ("Ou", 1, "Ōu"),
        ("de", 5, "de"),
    ],
)
def test_mark_stands_where_the_scheme_puts_it(syllable: str, tone: int, expected: str) -> None:
    assert mark(syllable, tone) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lǜliáng Shì", "lvliangshi"),
        ("Lu:4liang2 Shi4", "lvliangshi"),
        ("lv4liang2shi4", "lvliangshi"),
        ("XI'AN", "xian"),
        ("Xi’an", "xian"),
        ("xi an", "xian"),
        ("Dì-Yī", "diyi"),
        ("《Tōngzhī》 2020 Nián", "tongzhi2020nian"),
    ],
)
def test_spellings_of_one_name_meet_in_one_key(text: str, expected: str) -> None:
    assert joined_key(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Héběi Shěng", "Hé běi Shěng"),
        ("hebeishengkexuejishuting", "he bei sheng ke xue ji shu ting"),
        ("xian", "xian"),
        ("xi'an", "xi an"),
        ("xīān", "xī ān"),
        ("fangan", "fan gan"),
        ("fāng'àn", "fāng àn"),
        ("lve4", "lüè"),
        ("Dì-Yī", "Dì Yī"),
        ("jing1ji4", "jīng jì"),
    ],
)
def test_pinyin_splits_into_syllables(text: str, expected: str) -> None:
    assert split_syllables(text) == expected.split()


@pytest.mark.parametrize("text", ["Ministry", "bureau", "河北", "", "  ", "xyz", "café au lait"])
def test_other_text_is_not_pinyin(text: str) -> None:
    assert not is_pinyin(text)
    assert not has_tones(text)


@pytest.mark.parametrize(
    ("query", "pinyin", "agrees"),
    [
        ("Shānxī", "Shǎnxī Shěng", False),
        ("Shānxī", "Shānxī Shěng", True),
        ("shan3xi1", "Shǎnxī Shěng", True),
        ("shan1xi1", "Shǎnxī Shěng", False),
        ("shanxi", "Shǎnxī Shěng", True),
        ("shǎn xi sheng", "Shǎnxī Shěng", True),
        ("lǜliáng", "Lǚliáng Shì", False),
        ("lv3liang2", "Lǚliáng Shì", True),
        ("xuésheng", "Xuéshēng", True),
        ("xuéshēng", "Xuésheng", True),
        ("hebei", "Hénán", False),
        ("Xi'ān", "Xī'ān", True),
    ],
)
def test_tones_are_compared_where_they_are_given(query: str, pinyin: str, agrees: bool) -> None:
    assert same_tones(query, pinyin) is agrees


def test_numbers_that_are_no_tones_stay() -> None:
    assert from_numbers("2020 COVID19 G20 A4") == "2020 COVID19 G20 A4"
    assert from_numbers("Bei3jing1") == "Běijīng"


@pytest.mark.parametrize(
    ("syllables", "expected"),
    [
        (["Dōng", "ē"], "Dōng'ē"),
        (["Xī", "ān"], "Xī'ān"),
        (["wéi", "wú", "ěr"], "wéiwú'ěr"),
        (["Qí", "qí", "hā", "ěr"], "Qíqíhā'ěr"),
        (["shàng", "hǎi"], "shànghǎi"),
    ],
)
def test_apostrophe_stands_before_a_bare_vowel(syllables: list[str], expected: str) -> None:
    assert join(syllables) == expected


@given(SYLLABLES, st.integers(1, 4))
def test_mark_and_tone_are_inverse(syllable: str, tone: int) -> None:
    marked = mark(syllable, tone)
    assert tone_of(marked) == tone
    assert toneless(marked) == syllable
    assert from_numbers(to_numbers(marked)) == marked


@given(st.lists(st.tuples(SYLLABLES, st.integers(1, 4)), min_size=1, max_size=6))
def test_joined_syllables_have_the_same_key(parts: list[tuple[str, int]]) -> None:
    marked = [mark(syllable, tone) for syllable, tone in parts]
    spaced = joined_key(" ".join(marked))
    assert joined_key(join(marked)) == spaced
    assert is_pinyin(" ".join(marked))


@given(st.text())
def test_functions_take_any_text(text: str) -> None:
    assert joined_key(joined_key(text)) == joined_key(text)
    assert toneless(toneless(text)) == toneless(text)
    from_numbers(text)
    split_syllables(text)
    assert unicodedata.is_normalized("NFC", toneless(text)) or text.isascii()
    same_tones(text, text)
