"""Places by name: every reading, every spelling, today's and former ones.

Expectations: GB/T 2260 codes; the State Council's approvals of renamings; english names as in shared lists of the project.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from glossary.language.build_places import TARGET, generate
from glossary.language.places import (
    ADJECTIVES,
    all_places,
    by_code,
    find_place,
    find_places,
    places_at,
    places_by_pinyin,
    places_in,
)
from glossary.language.wade import wade_giles

ROOT = Path(__file__).resolve().parents[3]


def codes(name: str, **narrowed: str) -> set[str]:
    return {place.code for place in find_place(name, **narrowed) if not place.end}


def test_the_table_is_what_the_seeds_give() -> None:
    assert TARGET.read_text(encoding="utf-8") == generate(ROOT / "seeds" / "places")


def test_the_mainland_has_its_divisions() -> None:
    today = [place for place in all_places() if not place.end and place.code]
    types = Counter(place.type for place in today)
    assert types["province"] == 23
    assert types["autonomous-region"] == 5
    assert types["municipality"] == 4
    assert types["special-administrative-region"] == 2
    assert types["prefecture-level-city"] + types["sub-provincial-city"] == 293
    assert types["sub-provincial-city"] == 15
    assert types["autonomous-prefecture"] == 30
    assert types["prefecture"] == 7
    assert types["league"] == 3
    assert types["autonomous-county"] == 117
    assert types["banner"] == 49
    assert types["autonomous-banner"] == 3
    assert types["forestry-district"] == 1
    assert types["special-district"] == 1
    assert len({place.code for place in today}) == len(today)


def test_a_place_lies_in_one_that_is_there() -> None:
    today = {place.code: place for place in all_places() if not place.end and place.code}
    for place in today.values():
        assert place.level == "provincial" or place.parent in today


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Suzhou", {"320500", "341300", "620902"}),
        ("Suzhou City", {"320500", "341300"}),
        ("Fuzhou", {"350100", "361000"}),
        ("Taizhou", {"321200", "331000"}),
        ("Yichun", {"230700", "360900"}),
        ("Altay", {"654300", "654301"}),
        ("Altay City", {"654301"}),
        ("Altay Prefecture", {"654300"}),
        ("朝阳区", {"110105", "220104"}),
        ("鼓楼区", {"320106", "320302", "350102", "410204"}),
        ("She County", {"130426", "341021"}),
    ],
)
def test_an_ambiguous_name_gives_every_reading(name: str, expected: set[str]) -> None:
    assert codes(name) == expected


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(
            ("河北省", "130000"),
            ("河北省", "130000"),
            ("臺灣省", "710000"),
            ("延边州", "222400"),
            ("科左中旗", "150521"),
        ),
        *(
            ("Hebei Provincial", "130000"),
            ("Province of Hebei", "130000"),
            ("City of Harbin", "230100"),
        ),
        *(("Beijing Municipality", "110000"), ("Shaanxi", "610000"), ("Shanxi", "140000")),
        *(("Ürümqi", "650100"), ("Huhehaote", "150100"), ("Lhasa", "540100"), ("Xian", "610100")),
        *(
            ("Inner Mongolia", "150000"),
            ("Xizang", "540000"),
            ("Macau", "820000"),
            ("HKSAR", "810000"),
        ),
        *(
            ("Alxa Zuoqi", "152921"),
            ("Alashan Left Banner", "152921"),
            ("Horqin Left Back Banner", "150522"),
        ),
        *(("Ili Kazakh Autonomous Prefecture", "654000"), ("Yanbian Prefecture", "222400")),
        *(
            ("Jinping Miao, Yao, and Dai Autonomous County", "532530"),
            ("Guancheng Hui District", "410104"),
        ),
        *(
            ("Shexian County, Hebei", ""),
            ("Xian County", "130929"),
            ("Fengfeng Mining District", "130406"),
        ),
        *(("Pudong New Area", "310115"), ("Shennongjia Forestry District", "429021")),
        *(("Dong'e County", "371524"), ("Lvliang", "141100"), ("Shangri-La", "533401")),
    ],
)
def test_a_name_is_found_as_people_write_it(name: str, code: str) -> None:
    assert code in codes(name) if code else codes(name) == set()


@pytest.mark.parametrize(
    ("old", "code"),
    [
        *(
            ("Peking", "110000"),
            ("Tientsin", "120000"),
            ("Canton", "440100"),
            ("Kwangtung", "440000"),
        ),
        *(("Chungking", "500000"), ("Nanking", "320100"), ("Sian", "610100"), ("Amoy", "350200")),
        *(
            ("Swatow", "440500"),
            ("Mukden", "210100"),
            ("Port Arthur", "210212"),
            ("Szechuan", "510000"),
        ),
        *(("Kuangtung", "440000"), ("Heilungchiang", "230000"), ("Kuei-chou", "520000")),
    ],
)
def test_old_spellings_are_found(old: str, code: str) -> None:
    assert code in codes(old)


@pytest.mark.parametrize(
    ("name", "end", "into"),
    [
        ("襄樊市", "2010", "420600"),
        ("思茅市", "2007", "530800"),
        ("中甸县", "2001", "533401"),
        ("崇文区", "2010", "110101"),
        ("宣武区", "2010", "110102"),
        ("闸北区", "2015", "310106"),
        ("塘沽区", "2009", "120116"),
        ("日喀则地区", "2014", "540200"),
        ("渝北区", "2025-11", "500157"),
    ],
)
def test_a_former_name_says_until_when_and_what_it_became(name: str, end: str, into: str) -> None:
    found = {(place.end, place.into) for place in find_place(name)}
    assert (end, (into,)) in found


def test_a_date_chooses_among_namesakes() -> None:
    assert [place.code for place in find_place("巢湖市", as_of="2005")] == ["341400"]
    assert "341400" not in {place.code for place in find_place("巢湖市", as_of="2020")}


def test_what_lies_elsewhere_is_left_out() -> None:
    assert codes("Suzhou", within="340000") == {"341300"}
    assert codes("鼓楼区", within="320100") == {"320106"}


@pytest.mark.parametrize(
    ("pinyin", "zh"),
    [
        ("Xī'ān Shì", ["西安市"]),
        ("xi an shi", ["西安市"]),
        ("xianshi", ["西安市"]),
        ("Nèi Měnggǔ Zìzhìqū", ["内蒙古自治区"]),
        ("lv liang shi", ["吕梁市"]),
        ("lu liang shi", ["吕梁市"]),
        ("Sūzhōu Shì", ["苏州市"]),
        ("suzhou shi", ["苏州市", "宿州市"]),
        ("Xī'àn Shì", []),
    ],
)
def test_the_pinyin_of_a_whole_name_finds_it(pinyin: str, zh: list[str]) -> None:
    assert [place.zh for place in places_by_pinyin(pinyin) if not place.end] == zh
    assert [place.zh for place in find_place(pinyin) if not place.end] == zh


def test_invented_places_are_not_found() -> None:
    for name in (
        "Xianbei",
        "河东省",
        "Hubai Province",
        "City",
        "Autonomous Prefecture of",
        "",
        "Hebei City",
    ):
        assert find_place(name) == ()


def test_new_divisions_are_there() -> None:
    assert [by_code(code).zh for code in ("653228", "653229")] == ["和康县", "和安县"]  # type: ignore[union-attr]
    assert by_code("500105") is None


def test_official_english() -> None:
    written = {
        "230100": "Harbin",
        "650100": "Urumqi",
        "150000": "Inner Mongolia Autonomous Region",
        "222400": "Yanbian Korean Autonomous Prefecture",
        "152921": "Alxa Left Banner",
        "610000": "Shaanxi Province",
        "130426": "Shexian County",
        "540124": "Quxu County",
        "621223": "Tanchang County",
        "450328": "Longsheng Various Nationalities Autonomous County",
    }
    for code, english in written.items():
        place = by_code(code)
        assert place is not None
        assert place.english == english


@pytest.mark.parametrize(
    ("zh", "reading"),
    [
        *(
            ("蚌埠市", "Bèngbù Shì"),
            ("六安市", "Lù'ān Shì"),
            ("乐亭县", "Làotíng Xiàn"),
            ("番禺区", "Pānyú Qū"),
        ),
        *(
            ("东阿县", "Dōng'ē Xiàn"),
            ("荥阳市", "Xíngyáng Shì"),
            ("浚县", "Xùnxiàn"),
            ("尉氏县", "Wèishì Xiàn"),
        ),
        *(
            ("廊坊市", "Lángfáng Shì"),
            ("任县", "Rénxiàn"),
            ("掖县", "Yèxiàn"),
            ("湾仔区", "Wānzǎi Qū"),
        ),
        *(
            ("歙县", "Shèxiàn"),
            ("黟县", "Yīxiàn"),
            ("砀山县", "Dàngshān Xiàn"),
            ("盱眙县", "Xūyí Xiàn"),
        ),
        *(
            ("邗江区", "Hánjiāng Qū"),
            ("甪直镇", ""),
            ("亳州市", "Bózhōu Shì"),
            ("儋州市", "Dānzhōu Shì"),
        ),
        *(
            ("牟平区", "Mùpíng Qū"),
            ("莘县", "Shēnxiàn"),
            ("单县", "Shànxiàn"),
            ("解放区", "Jiěfàng Qū"),
        ),
    ],
)
def test_pinyin_of_places(zh: str, reading: str) -> None:
    found = {place.pinyin for place in find_place(zh)}
    assert found == ({reading} if reading else set())


def test_places_begin_anywhere_in_a_text() -> None:
    found = {
        end: {place.zh for place in places} for end, places in places_at("驻河北省石家庄市", 1)
    }
    assert found[4] == {"河北省"}
    assert "河北省" in found[3]
    words = "Notice of Suzhou Municipal Bureau".split()
    assert next(
        (end, {place.zh for place in places if not place.end})
        for end, places in places_in(words, 2)
    ) == (
        4,
        {"苏州市", "宿州市"},
    )


def test_every_type_has_its_adjective() -> None:
    assert {place.type for place in all_places()} <= set(ADJECTIVES)


def test_a_beginning_finds_today_s_places() -> None:
    assert find_places("石家")[0][:2] == ("130100", "石家庄市")
    assert ("130123", "正定县", "Zhengding County") in find_places("zhengding")
    assert find_places("1301")[0][0] == "130100"


def test_wade_giles() -> None:
    pairs = {
        "Guangdong": "Kuangtung",
        "Zhejiang": "Chechiang",
        "Shanxi": "Shanhsi",
        "Guizhou": "Kueichou",
        "Sichuan": "Ssuchuan",
        "Jiangsu": "Chiangsu",
        "Heilongjiang": "Heilungchiang",
        "Hebei": "Hopei",
        "Rizhao": "Jihchao",
        "Yichang": "Ichang",
    }
    for pinyin, wade in pairs.items():
        assert wade_giles(pinyin) == wade
