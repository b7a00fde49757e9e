"""Keys of names and of queries meet where they should."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.keys import flat_pinyin, may_be_typed, name_keys, query_keys

HEBEI = name_keys(
    "河北省科学技术厅",
    "zh-Hans",
    "Héběi Shěng Kēxué Jìshùtīng",
    ["hé", "běi", "shěng", "kē", "xué", "jì", "shù", "tīng"],
)
LVLIANG = name_keys("吕梁市", "zh-Hans", "Lǚliáng Shì", ["lǚ", "liáng", "shì"])
XIAN = name_keys("西安市", "zh-Hans", "Xī'ān Shì", ["xī", "ān", "shì"])


def test_a_chinese_name_has_all_keys() -> None:
    assert HEBEI.exact == HEBEI.turned == "河北省科学技术厅"
    assert HEBEI.pinyin == "hebeishengkexuejishuting"
    assert HEBEI.pinyin_bare == "hebeikexuejishuting"
    assert HEBEI.initials == "hbskxjst"
    assert HEBEI.initials_bare == "hbkxjst"
    assert (
        HEBEI.words.split()
        == ("河北 北省 省科 科学 学技 技术 术厅 厅z hebei sheng kexue jishuting jishu ting").split()
    )


@pytest.mark.parametrize(
    "query", ["河北省科學技術廳", " 河北省 科学技术厅", "《河北省科学技术厅》"]
)
def test_a_chinese_query_meets_its_name(query: str) -> None:
    assert query_keys(query).exact == HEBEI.exact


@pytest.mark.parametrize(
    "query",
    ["hebei sheng kexue jishu ting", "Héběi Shěng Kēxué Jìshùtīng", "HEBEI SHENG KEXUE JISHUTING",
     "hebeishengkexuejishuting", "he2bei3 sheng3 ke1xue2 ji4shu4ting1", "he bei sheng ke xue ji shu ting"],
)  # fmt: skip
def test_a_pinyin_query_meets_its_name(query: str) -> None:
    assert query_keys(query).pinyin == HEBEI.pinyin


def test_pinyin_with_other_gaps_meets_by_words() -> None:
    assert set(query_keys("hebei kexue jishu ting").words) <= set(HEBEI.words.split())
    assert set(query_keys("Jìshùtīng").words) <= set(HEBEI.words.split())


@pytest.mark.parametrize(
    "query", ["lüliang shi", "lvliang shi", "luliangshi", "lu:liang shi", "Lyuliang Shi", "Lǚliáng"]
)
def test_every_way_to_type_u_with_dots_meets(query: str) -> None:
    typed = query_keys(query).pinyin
    assert flat_pinyin(LVLIANG.pinyin).startswith(flat_pinyin(typed))
    assert may_be_typed(typed, LVLIANG.pinyin)


@pytest.mark.parametrize("query", ["luliang", "lüliang", "lvliang"])
def test_u_with_dots_meets_by_words(query: str) -> None:
    assert set(query_keys(query).words) <= set(LVLIANG.words.split())


@pytest.mark.parametrize("query", ["Xi'an Shi", "xi’an shi", "xianshi", "Xī'ān Shì"])
def test_an_apostrophe_does_not_count(query: str) -> None:
    assert query_keys(query).pinyin == XIAN.pinyin


@pytest.mark.parametrize(
    ("query", "toned"),
    [("Shānxī", True), ("shan1xi", True), ("shanxi", False), ("Ministry of Commerce", False)],
)
def test_tones_are_noticed(query: str, toned: bool) -> None:
    assert query_keys(query).toned is toned


def test_what_is_no_pinyin_has_no_reading() -> None:
    for query in ("Ministry of Commerce", "hbskjt", "MOST", "河北", "", "Université"):
        assert query_keys(query).pinyin == ""


def test_u_with_dots_that_is_shown_means_no_plain_u() -> None:
    assert not may_be_typed(query_keys("lüliang").pinyin, "luliang")
    assert may_be_typed(query_keys("luliang").pinyin, "luliang")


@pytest.mark.parametrize(
    ("query", "initials"),
    [("HBSKJT", "hbskjt"), (" hbskjt ", "hbskjt"), ("863jh", "863jh"), ("h", ""), ("2020", ""),
     ("h b", ""), ("河北", ""), ("a" * 31, ""), ("é" * 3, "")],
)  # fmt: skip
def test_what_may_be_initials(query: str, initials: str) -> None:
    assert query_keys(query).initials == initials


def test_mixed_names_keep_their_latin_runs() -> None:
    keys = name_keys("863计划A股", "zh-Hans", "863 Jìhuà A Gǔ", ["863", "jì", "huà", "A", "gǔ"])
    assert keys.words.split() == ["863", "计划", "划z", "a", "股z", "863", "jihua", "a", "gu"]
    assert keys.initials == "863jhag"
    assert query_keys("863计划").words == ("863", "计划")
    assert query_keys("Ａ股").words == ("a", "股")


def test_a_single_character_can_be_sought_by_prefix() -> None:
    assert query_keys("部").words == ("部",)
    assert "部z" in name_keys("科技部", "zh-Hans").words.split()


def test_english_words_are_indexed_without_stop_words_once() -> None:
    keys = name_keys("The Center of Technology for Technology & Centres", "en")
    assert keys.words == "center technology"
    assert name_keys("Of", "en").words == "of"


def test_the_state_goes_in_turned_keys_only() -> None:
    keys = name_keys("Ministry of Commerce of the People's Republic of China", "en")
    asked = query_keys("Commerce Ministry, PRC")
    assert keys.exact != query_keys("Ministry of Commerce").exact
    assert keys.turned == asked.turned == query_keys("Ministry of Commerce").turned
    assert (
        name_keys("中華人民共和國商務部", "zh-Hant").turned
        == query_keys("中华人民共和国商务部").turned
        == "商务部"
    )


@pytest.mark.parametrize(
    ("name", "lang", "query"),
    [
        ("Université Paris-Saclay", "fr", "UNIVERSITE PARIS SACLAY"),
        ("東京大学", "ja", "東京大学"),
        ("トヨタ自動車", "ja", "トヨタ自動車"),
        ("サンリオ", "ja", "サンリオ"),
        ("한국과학기술원", "ko", "한국과학기술원"),
        ("جامعة القاهرة", "ar", "جامعة  القاهرة"),
        ("Московский университет", "ru", "МОСКОВСКИЙ УНИВЕРСИТЕТ"),
    ],
)
def test_names_in_other_languages_are_found(name: str, lang: str, query: str) -> None:
    keys, asked = name_keys(name, lang), query_keys(query)
    assert keys.exact == asked.exact
    assert keys.turned == asked.turned
    assert all(word in keys.words for word in asked.words)
    assert keys.pinyin == keys.initials == ""


@given(st.text())
def test_any_text_has_keys(text: str) -> None:
    name, query = name_keys(text, "en"), query_keys(text)
    assert (name.exact, name.turned) == (query.exact, query.turned)
    assert bool(query.exact) or not text.strip() or not query.words


@given(st.text(alphabet="省市县区自治州国家发展和改革委员会科学A1 "), st.text(alphabet="ābcǖ '12A"))
def test_keys_of_any_pinyin_are_letters(text: str, pinyin: str) -> None:
    keys = name_keys(text, "zh-Hans", pinyin, pinyin.split())
    assert all(item.isascii() and (item.isalnum() or not item) for item in keys[2:6])


def test_loading_keys_loads_nothing_heavy() -> None:
    script = (
        "import sys; before = set(sys.modules); import glossary.language.keys as k; "
        "k.query_keys('Héběi'); k.query_keys('河北'); "
        "print(sorted(set(sys.modules) - before))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    for heavy in ("typing", "pathlib", "dataclasses", "inspect", "opencc", "pypinyin", "logging"):
        assert f"'{heavy}'" not in loaded
