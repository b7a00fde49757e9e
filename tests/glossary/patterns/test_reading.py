"""Names read and written: by hand, from the rules and lists named beside them."""

from __future__ import annotations

import pytest

from glossary.facade.composing import NameGrammar
from glossary.facade.grammars import listed_places
from glossary.glossary import Glossary

# Rows 1-12 of the orders seen for one pattern (research on naming, section 5), and the issue's own examples.
ORDERS = {
    "Hebei Provincial Department of Science and Technology": "河北省科学技术厅",
    "Hunan Provincial Science and Technology Department": "湖南省科学技术厅",
    "Education Department of Guangdong Province": "广东省教育厅",
    "Department of Industry and Information Technology of Hainan Province": "海南省工业和信息化厅",
    "Hebei Science and Technology Department": "河北省科学技术厅",
    "Tibet Veterans Affairs Dept": "西藏自治区退役军人事务厅",
    "Shandong S&T Dept": "山东省科学技术厅",
    "Hebei Sci-Tech Dept": "河北省科学技术厅",
    "Education Department, Shaanxi Province": "陕西省教育厅",
    "Dept. of Education, Shaanxi, PRC": "陕西省教育厅",
    "The Hebei Province's Department of Education": "河北省教育厅",
    "Shanghai Municipal Education Commission": "上海市教育委员会",
    "Shanghai Municipal Commission of Education": "上海市教育委员会",
    "Commerce Bureau of Shenzhen Municipality": "深圳市商务局",
    "Beijing Municipal Bureau of Statistics": "北京市统计局",
    "Shijiazhuang Municipal Bureau of Statistics": "石家庄市统计局",
    "Bureau of Human Resources & Social Security of Qinhuangdao": "秦皇岛市人力资源和社会保障局",
    "Jiading District Finance Bureau": "嘉定区财政局",
    "Dongcheng District Bureau of Commerce of Beijing Municipality": "北京市东城区商务局",
    "General Office of Hunan Provincial People's Government": "湖南省人民政府办公厅",
    "General Office of the People's Government of Hunan Province": "湖南省人民政府办公厅",
    "hohhot public security bureau": "呼和浩特市公安局",
    # Terms of courts of 2021 (法〔2021〕184号)
    "The High People's Court of Inner Mongolia Autonomous Region": "内蒙古自治区高级人民法院",
    "Hebei High People's Court": "河北省高级人民法院",
    "The First Intermediate People's Court of Shanghai Municipality": "上海市第一中级人民法院",
    "The Intermediate People's Court of Xi'an City of Shaanxi Province": "陕西省西安市中级人民法院",
    "Xi'an Intermediate People's Court, Shaanxi": "陕西省西安市中级人民法院",
    # Party and congress
    "CPC Hainan Provincial Committee": "中国共产党海南省委员会",
    "Organizational Department of the CPC Handan Municipal Committee": "中共邯郸市委组织部",
    # As reports write them, without the Party and with the region's letters
    "Organization Department of Hebei Provincial Committee": "中共河北省委组织部",
    "Xinjiang Political and Legal Affairs Commission": "中共新疆维吾尔自治区党委政法委员会",
    "XUAR Public Security Department": "新疆维吾尔自治区公安厅",
    "Standing Committee of Beijing Municipal People's Congress": "北京市人民代表大会常务委员会",
    "Beijing Municipal Committee of the CPPCC": "中国人民政治协商会议北京市委员会",
    # units and titles
    "International Technology Transfer Center of Hebei University of Technology": "河北工业大学国际技术转移中心",
    "2020 Work Plan of Hebei Provincial Department of Science and Technology": "河北省科学技术厅2020年工作计划",
}


@pytest.mark.parametrize("english", ORDERS)
def test_english_is_read_in_every_order(shipped: Glossary, english: str) -> None:
    answers = shipped.lookup(english)
    assert answers[0].chinese == ORDERS[english]
    assert answers.found == "exact" or answers[0].evidence == "composed"


WRITTEN = {
    "河北省科学技术厅": "Hebei Provincial Department of Science and Technology",
    "河北科技厅": "Hebei Provincial Department of Science and Technology",
    "内蒙古自治区教育厅": "Department of Education of Inner Mongolia Autonomous Region",
    "海口市教育局": "Haikou Municipal Administration of Education",  # DB46/T 506.9
    "石家庄市发改委": "Shijiazhuang Municipal Development and Reform Commission",
    "邯郸市人民政府": "Handan Municipal People's Government",
    "中共邯郸市委组织部": "Organization Department of the CPC Handan Municipal Committee",
    "河北省高级人民法院": "High People's Court of Hebei Province",
    "陕西省西安市中级人民法院": "Intermediate People's Court of Xi'an City of Shaanxi Province",
    "厦门市公安局思明分局": "Siming Branch of Xiamen Municipal Public Security Bureau",
    "北京市海淀区财政局": "Beijing Haidian District Bureau of Finance",
    "内蒙古自治區科學技術廳": "Department of Science and Technology of Inner Mongolia Autonomous Region",
}


@pytest.mark.parametrize("chinese", WRITTEN)
def test_chinese_is_written_by_the_rule_that_binds(grammar: NameGrammar, chinese: str) -> None:
    assert grammar.read(chinese)[0].english == WRITTEN[chinese]


@pytest.mark.parametrize(
    ("english", "places"),
    [
        ("Suzhou Municipal Bureau of Statistics", ["苏州市", "宿州市"]),
        ("Fuzhou Municipal Bureau of Statistics", ["福州市", "抚州市"]),
        ("Taizhou Municipal Bureau of Statistics", ["台州市", "泰州市"]),
    ],
)
def test_an_ambiguous_place_gives_every_reading(
    grammar: NameGrammar, english: str, places: list[str]
) -> None:
    found = [reading.chinese for reading in grammar.read(english)]
    assert found[:2] == [f"{place}统计局" for place in places]


def test_shaanxi_is_not_shanxi(grammar: NameGrammar) -> None:
    for name, province in (("Shanxi", "山西省"), ("Shaanxi", "陕西省")):
        found = grammar.read(f"{name} Provincial Department of Education")
        assert [reading.chinese for reading in found] == [f"{province}教育厅"]


@pytest.mark.parametrize("people", ["Uygur", "Uyghur", "Uighur"])
def test_the_people_of_a_region_may_be_spelt_otherwise(grammar: NameGrammar, people: str) -> None:
    name = f"Public Security Department of Xinjiang {people} Autonomous Region"
    assert [reading.chinese for reading in grammar.read(name)] == ["新疆维吾尔自治区公安厅"]


def test_altay_is_a_prefecture_and_a_city(grammar: NameGrammar) -> None:
    found = [reading.chinese for reading in grammar.read("Altay Bureau of Education")]
    assert found == ["阿勒泰地区教育局", "阿勒泰市教育局"]


def test_a_kind_asked_for_is_kept_to(shipped: Glossary) -> None:
    assert shipped.lookup("石家庄市统计局", kind="document").found == "none"
    assert shipped.lookup("石家庄市统计局", kind="body").found == "composed"


def test_the_province_behind_the_name_settles_it(grammar: NameGrammar) -> None:
    found = [reading.chinese for reading in grammar.read("Suzhou Statistics Bureau, Anhui")]
    assert found == ["安徽省宿州市统计局"]


# A district goes on by the name it had as a county; of several districts each is given, a city of today comes first.
SHORT = {
    "萧山人民医院": [("萧山区人民医院", "330109")],
    "番禺教育局": [("番禺区教育局", "440113")],
    "大兴教育局": [("大兴区教育局", "110115")],
    "通州教育局": [("通州区教育局", "320612"), ("通州区教育局", "110112")],
    "淮安教育局": [("淮安市教育局", "320800"), ("淮安区教育局", "320803")],
}


@pytest.mark.parametrize("name", SHORT)
def test_the_stem_of_a_county_gives_the_district_it_became(shipped: Glossary, name: str) -> None:
    found = [
        (answer.chinese, answer.entry.body.place if answer.entry.body else "")
        for answer in shipped.lookup(name).answers
        if not answer.name.end
    ]
    assert sorted(found) == sorted(SHORT[name])
    assert not shipped.lookup(name)[0].name.end


def test_the_stem_of_a_county_gives_the_county_when_it_was_one(shipped: Glossary) -> None:
    assert shipped.lookup("萧山人民医院", as_of="1995")[0].chinese == "萧山市人民医院"


def test_an_administrative_district_is_no_district(shipped: Glossary) -> None:
    answer = shipped.lookup("广东省海南行政区教育局")[0]
    assert (
        answer.english
        == "Bureau of Education of Hainan Administrative District of Guangdong Province"
    )


def test_a_district_that_is_a_word_as_well_keeps_its_generic(shipped: Glossary) -> None:
    assert shipped.lookup("鼓楼教育局").found == "none"


def test_a_field_of_the_past_says_from_when_to_when(shipped: Glossary) -> None:
    answer = shipped.lookup("Hebei Provincial Department of Land and Resources")[0]
    assert (answer.chinese, answer.name.end) == ("河北省国土资源厅", "2019")
    day = shipped.lookup("Hebei Provincial Department of Land and Resources", as_of="2020")
    assert day.found == "none"


def test_a_university_is_never_composed_but_its_units_are(shipped: Glossary) -> None:
    assert shipped.lookup("河北理科大学").found == "none"
    assert shipped.lookup("河北工业大学教务处")[0].english == (
        "Academic Affairs Office of Hebei University of Technology"
    )


def test_a_notice_keeps_the_title_it_is_about(grammar: NameGrammar) -> None:
    found = grammar.read(
        "Notice of the General Office of the People's Government of Hebei Province on Printing and Distributing "
        "the Measures of Hebei Province for the Administration of Property Services (for Trial Implementation)"
    )
    assert found[0].chinese == (
        "河北省人民政府办公厅关于印发《河北省物业服务管理办法（试行）》的通知"
    )


def test_an_unknown_topic_is_left_in_its_frame(shipped: Glossary) -> None:
    title = "Notice of Hebei Provincial Department of Education on Juggling with Swords"
    assert shipped.lookup(title).found == "none"
    assert shipped.frame(title) == (
        "河北省教育厅关于〔Juggling with Swords〕的通知",
        "Notice of Hebei Provincial Department of Education on 〔Juggling with Swords〕",
    )


@pytest.mark.parametrize(
    ("name", "chinese", "english"),
    [
        ("Hebei Province", "河北省", "Hebei Province"),
        ("石家庄市", "石家庄市", "Shijiazhuang"),
        ("Chang'an District, Shijiazhuang", "石家庄市长安区", "Chang'an District, Shijiazhuang"),
        ("Xiangfan City", "襄樊市", "Xiangfan"),
    ],
)
def test_a_place_is_an_answer_too(shipped: Glossary, name: str, chinese: str, english: str) -> None:
    answer = shipped.lookup(name)[0]
    assert (answer.kind, answer.chinese, answer.english) == ("place", chinese, english)


@pytest.mark.parametrize(
    ("lang", "atoms", "end"), [("zh", list("在长沙"), 3), ("en", ["in", "aba"], 2)]
)
def test_a_place_that_stands_last_ends_with_the_text(lang: str, atoms: list[str], end: int) -> None:
    """Longer names begin with the same characters or word: what is looked for must not be cut short."""
    places = listed_places()
    assert {each for each, _ in places.stems(lang, atoms, 1)} == {end}
    whole = places.chinese("".join(atoms), 1) if lang == "zh" else places.english(atoms, 1)
    assert {each for each, _, _ in whole} <= {end}


def test_a_text_that_ends_in_a_place_is_read(shipped: Glossary) -> None:
    text = "Science and Technology Department of Ningxia"
    assert [named.text for named in shipped.names(text)] == [text]
    assert [named.text for named in shipped.names("湖南省高级人民法院，长沙")] == [
        "湖南省高级人民法院"
    ]


@pytest.mark.parametrize(
    ("english", "evidence"),
    [
        # Regulation on public security organs of 2006, art. 6: cities of districts set up branches there.
        ("Haidian District Public Security Bureau", "reconstructed"),
        ("Public Security Bureau of Chang'an District, Shijiazhuang", "reconstructed"),
        ("Zhengding County Public Security Bureau", "composed"),
        ("Shanghai Municipal Public Security Bureau", "composed"),
        # Since the reform of 2016 to 2019 offices of counties are branches of the city's; those of municipalities are not.
        ("Zhengding County Bureau of Ecology and Environment", "reconstructed"),
        ("Haidian District Bureau of Ecology and Environment", "composed"),
        # Which of several words an institute or a ministry's department is called by, English does not tell.
        ("Shijiazhuang Municipal Price Monitoring Center", "reconstructed"),
        ("Finance Department of the Ministry of Water Resources", "reconstructed"),
        ("China-Cambodia Free Trade Agreement", "reconstructed"),  # who knows that there is one?
        ("Measures of Hebei Province for the Administration of Rural Roads", "composed"),
    ],
)
def test_english_is_said_not_to_tell_what_a_body_is_called(
    shipped: Glossary, english: str, evidence: str
) -> None:
    assert {answer.evidence for answer in shipped.lookup(english)} == {evidence}


@pytest.mark.parametrize(
    ("chinese", "evidence"),
    [
        ("上海市船舶设备研究所", "composed"),
        ("上海船舶设备研究所", "reconstructed"),  # a shipbuilder's
        ("昆明船舶设备研究试验中心", "reconstructed"),
        ("上海教育局", "composed"),
    ],
)
def test_an_institute_without_the_word_for_its_place_may_be_anothers(
    shipped: Glossary, chinese: str, evidence: str
) -> None:
    assert shipped.composed(chinese)[0][0].evidence == evidence


@pytest.mark.parametrize(
    ("english", "topic", "chinese"),
    [
        ("Opinions on Regulating Rural Roads", "规范农村公路", "关于规范农村公路的意见"),
        ("Measures for the Administration of Rural Housing", "农村住房", "农村住房管理办法"),
        (
            "Opinions of the State Council on Regulating Rural Roads",
            "规范农村公路",
            "国务院关于规范农村公路的意见",
        ),
        # Titles of the Party's centre have its short name: 中共中央 国务院关于进一步加强…
        (
            "Opinions of the Central Committee of the Communist Party of China and the State Council on Regulating Rural Roads",
            "规范农村公路",
            "中共中央 国务院关于规范农村公路的意见",
        ),
        # The rule put into force is no document of the glossary.
        (
            "Measures of Hebei Province for Implementing the Regulations on Rural Housing",
            "农村住房",
            "河北省实施《农村住房条例》办法",
        ),
    ],
)
def test_a_title_that_neither_a_place_nor_a_document_binds_is_no_answer(
    shipped: Glossary, english: str, topic: str, chinese: str
) -> None:
    answers, reason = shipped.composed(english)
    assert [(each.chinese, each.evidence) for each in answers] == [(chinese, "reconstructed")]
    assert f"may be worded otherwise than {topic} in a title of no place" in reason
    found = shipped.lookup(english, partial=True)
    assert (found.found, found.frame[0]) == ("none", chinese.replace(topic, f"〔{topic}〕"))


def test_a_countys_bare_name_behind_its_city_is_no_place(shipped: Glossary) -> None:
    (reservoir,) = shipped.lookup("茂名市高州水库管理中心")  # of Maoming's, by its own name
    assert (reservoir.english, reservoir.evidence) == (
        "Maoming Gaozhou Reservoir Management Center",
        "reconstructed",
    )
    assert shipped.lookup("石家庄市正定县教育局").found == "composed"


def test_chinese_tells_a_bureau_from_a_branch(shipped: Glossary) -> None:
    assert [answer.evidence for answer in shipped.lookup("海淀区公安局")] == ["composed"]
