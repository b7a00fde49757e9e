"""Lookup: which names go together, in which time, and the shape scripts rely on (DESIGN, sections 1 and 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary import Glossary
from glossary.errors import InvalidError
from glossary.model.entries import BodyFacts, DocumentFacts, Entry, Kind, Level
from glossary.model.names import Evidence, Name, NameType
from glossary.model.records import from_record
from glossary.model.values import replace
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The State Education Commission of 1985-1998 as a former name of the ministry, and made-up houses and plates.
MINISTRY = {
    "id": "ministry-of-education",
    "kind": "body",
    "names": [
        {"text": "Ministry of Education", "lang": "en", "usage": "preferred", "evidence": "unsourced"},
        {"text": "教育部", "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced"},
        {"text": "MOE", "lang": "en", "type": "acronym", "evidence": "unsourced"},
        {"text": "教部", "lang": "zh-Hans", "type": "short", "evidence": "unsourced"},
        {"text": "State Education Commission", "lang": "en", "type": "former", "evidence": "unsourced",
         "from": "1985", "to": "1998"},
        {"text": "国家教育委员会", "lang": "zh-Hans", "type": "former", "evidence": "reconstructed",
         "from": "1985", "to": "1998"},
        {"text": "Second Plate", "lang": "en", "type": "alias", "evidence": "unsourced", "pair": "p"},
        {"text": "第二牌", "lang": "zh-Hans", "type": "alias", "evidence": "composed", "pair": "p"},
        {"text": "Education Ministry", "lang": "en-x-reuters", "evidence": "unsourced"},
    ],
}  # fmt: skip
TAIWAN = {
    "id": "national-taiwan-university",
    "kind": "body",
    "names": [
        {"text": "National Taiwan University", "lang": "en", "usage": "preferred", "evidence": "unsourced"},
        {"text": "國立臺灣大學", "lang": "zh-Hant", "usage": "preferred", "evidence": "unsourced"},
    ],
}  # fmt: skip


@pytest.fixture(scope="module", name="glossary")
def _glossary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with empty_glossary(tmp_path_factory.mktemp("lookup")) as glossary:
        for record in (MINISTRY, TAIWAN):
            glossary.add(from_record(record), by="mei")
        glossary.approve("ministry-of-education", by="lin")
        yield glossary


@pytest.mark.parametrize(
    ("asked", "english", "chinese", "evidence"),
    [
        ("ministry of education", "Ministry of Education", "教育部", "unsourced"),
        ("MOE", "Ministry of Education", "教育部", "unsourced"),
        ("教部", "Ministry of Education", "教育部", "unsourced"),
        ("教育部", "Ministry of Education", "教育部", "unsourced"),
        ("jiaoyubu", "Ministry of Education", "教育部", "unsourced"),
        (
            "State Education Commission",
            "State Education Commission",
            "国家教育委员会",
            "reconstructed",
        ),
        ("国家教育委员会", "State Education Commission", "国家教育委员会", "reconstructed"),
        ("Second Plate", "Second Plate", "第二牌", "composed"),
        ("第二牌", "Second Plate", "第二牌", "composed"),
        ("Education Ministry", "Ministry of Education", "教育部", "unsourced"),
    ],
)
def test_the_names_that_go_with_the_one_asked_for(
    glossary: Glossary, asked: str, english: str, chinese: str, evidence: str
) -> None:
    (answer,) = glossary.lookup(asked)
    assert (answer.english, answer.chinese, answer.evidence) == (english, chinese, evidence)


def test_a_house_is_answered_with_its_name_and_any_other_with_everybodys(
    glossary: Glossary,
) -> None:
    assert glossary.lookup("教育部", lang="en-x-reuters")[0].english == "Education Ministry"
    assert glossary.lookup("教育部", lang="en-x-bbc")[0].english == "Ministry of Education"
    assert (
        glossary.lookup("國立臺灣大學", lang="en-x-reuters")[0].english
        == "National Taiwan University"
    )


def test_traditional_characters_as_entered_simplified_as_rendered(glossary: Glossary) -> None:
    for asked in ("國立臺灣大學", "国立台湾大学", "National Taiwan University"):
        (answer,) = glossary.lookup(asked)
        assert (answer.traditional, answer.chinese) == ("國立臺灣大學", "国立台湾大学")
        assert set(answer.renderings) == {"zh-Hans", "pinyin"}
    (answer,) = glossary.lookup("教育部")
    assert (answer.chinese, answer.traditional) == ("教育部", "教育部")
    assert "zh-Hant" in answer.renderings


class TestAsOf:
    """Names, and with them counterparts, of a day."""

    @pytest.mark.parametrize("day", ["1990", "1985-06", "1998"])
    def test_a_former_name_in_its_time(self, glossary: Glossary, day: str) -> None:
        (answer,) = glossary.lookup("State Education Commission", as_of=day)
        assert answer.chinese == "国家教育委员会"

    @pytest.mark.parametrize("day", ["1984", "1999", "2024-01-01"])
    def test_and_out_of_it(self, glossary: Glossary, day: str) -> None:
        answers = glossary.lookup("State Education Commission", as_of=day)
        assert answers.found == "none"
        there = "in its place there was: Ministry of Education 教育部"
        assert answers.reason == f"no entry had this name in {day}; {there}"

    def test_no_date_at_all_is_refused(self, glossary: Glossary) -> None:
        with pytest.raises(InvalidError):
            glossary.lookup("MOE", as_of="someday")


class TestRecord:
    """The JSON object of a line."""

    FIELDS = frozenset(
        ("id", "kind", "en", "zh-Hans", "zh-Hant", "pinyin", "evidence", "review", "matched")
    )

    def test_an_answer(self, glossary: Glossary) -> None:
        record = glossary.lookup("MOE").to_record()
        assert set(record) == {"query", "found", "answers"}
        (answer,) = record["answers"]
        assert set(answer) >= self.FIELDS
        assert set(answer["matched"]) == {"text", "lang", "type", "usage", "from", "to"}
        assert (answer["review"], answer["pinyin"]) == ("approved", "Jiàoyùbù")
        assert "preferred" not in answer

    def test_todays_names_follow_a_former_one(self, glossary: Glossary) -> None:
        (answer,) = glossary.lookup("国家教育委员会").to_record()["answers"]
        assert (answer["matched"]["from"], answer["matched"]["to"]) == ("1985", "1998")
        assert answer["preferred"]["en"] == "Ministry of Education"
        assert answer["preferred"]["zh-Hans"] == "教育部"

    def test_what_is_unknown_is_null(self, glossary: Glossary) -> None:
        only = {"id": "only", "kind": "term", "names": [
            {"text": "Nothing But English", "lang": "en", "evidence": "unsourced"}]}  # fmt: skip
        if glossary.lookup("Nothing But English").found == "none":
            glossary.add(from_record(only), by="mei")
        (answer,) = glossary.lookup("Nothing But English").to_record()["answers"]
        assert [answer[key] for key in ("zh-Hans", "zh-Hant", "pinyin")] == [None] * 3
        assert answer["renderings"] == []

    def test_nothing_found(self, glossary: Glossary) -> None:
        record = glossary.lookup("Ministry of Eduction").to_record()
        assert (record["found"], record["answers"]) == ("none", [])
        assert record["reason"] == "not in the glossary"
        assert record["near"][0]["id"] == "ministry-of-education"

    @pytest.mark.parametrize("asked", ["", " ", "　"])
    def test_an_empty_name(self, glossary: Glossary, asked: str) -> None:
        answers = glossary.lookup(asked)
        assert (answers.found, answers.reason) == ("none", "the name is empty")


def test_initials_are_for_find(glossary: Glossary) -> None:
    assert glossary.lookup("gjjywyh").found == "none"
    assert glossary.find("gjjywyh")[0].id == "ministry-of-education"


def test_a_short_name_that_is_a_word_first_is_near_and_an_answer_among_bodies_alone(
    glossary: Glossary,
) -> None:
    names = tuple(
        Name(text=text, lang=lang, type=type_, evidence=Evidence.UNSOURCED)
        for text, lang, type_ in (
            ("Siasun Robot", "en", NameType.FULL),
            ("沈阳新松公司", "zh-Hans", NameType.FULL),
            ("机器人", "zh-Hans", NameType.SHORT),
        )
    )
    glossary.add(Entry(id="siasun", kind=Kind.BODY, names=names), by="mei")
    asked = glossary.lookup("机器人")
    assert (asked.answers, [near.id for near in asked.near]) == ((), ["siasun"])
    assert [each.entry.id for each in glossary.lookup("机器人", kind="body").answers] == ["siasun"]


def test_approved_answers_come_before_proposed_ones(glossary: Glossary) -> None:
    other = {"id": "moe-elsewhere", "kind": "body", "names": [
        {"text": "Ministry Over Estates", "lang": "en", "usage": "preferred", "evidence": "unsourced"},
        {"text": "MOE", "lang": "en", "usage": "preferred", "type": "acronym", "evidence": "unsourced",
         "from": "2001"}]}  # fmt: skip
    other["names"][0]["to"] = "2000"  # type: ignore[index]
    glossary.add(from_record(other), by="mei", force=True)
    assert [answer.id for answer in glossary.lookup("MOE")] == [
        "ministry-of-education",
        "moe-elsewhere",
    ]


@pytest.mark.parametrize("asked", ["MOE", "教育部", "jiaoyubu", "State Education Commission"])
def test_questions_to_the_database_stay_few(glossary: Glossary, asked: str) -> None:
    before = glossary.store.reader.questions
    assert glossary.lookup(asked).found == "exact"
    assert glossary.store.reader.questions - before <= 8


COMPANIES = (
    ("China Reform Holdings Corporation Ltd.", "中国国新控股有限责任公司"),
    ("China Telecom Group Co., Ltd.", "中国电信集团有限公司"),
    ("China Telecom Corporation Limited", "中国电信股份有限公司"),
    ("Bank of Beijing", "北京银行"),
    ("Ministry of Commerce", "商务部"),
    ("Yankuang Energy Group Company Limited", "兖矿能源集团股份有限公司"),
    ("Shaanxi Yanchang Petroleum (Group) Co., Ltd.", "陕西延长石油（集团）有限责任公司"),
    ("CK Hutchison Holdings Limited", "长江和记实业有限公司"),
    ("Jiangxi Copper Company Limited", "江西铜业股份有限公司"),
    ("Jiangxi Copper Corporation Group", "江西铜业集团有限公司"),
    ("Ant Group", "蚂蚁集团"),
    ("China UnionPay", "中国银联股份有限公司"),
    ("China Satcom", "中国卫通集团有限公司"),
    ("National Supercomputing Center in Wuxi", "国家超级计算无锡中心"),
    ("China Railway 18th Bureau Group Corporation", "中铁十八局集团有限公司"),
    ("China Harbour Engineering Company", "中国港湾工程有限责任公司"),
    ("China Shipbuilding Industry Corporation", "中国船舶重工集团有限公司"),
    ("China Aerospace Times Electronics Co., Ltd.", "航天时代电子技术股份有限公司"),
    ("China Electric Power Research Institute", "中国电力科学研究院"),
    ("China Cinema Society", "中国电影学会"),
    ("Chinese Cinema Society", "中国影院学会"),
    ("China Daily", "中国日报"),
    ("Tibet University", "西藏大学"),
    ("Bureau of Lawyers' Work, Ministry of Justice", "司法部律师工作局"),
    ("Department of Planning, Ministry of Commerce", "商务部规划司"),
    ("Bureau of Planning, Ministry of Commerce", "商务部规划局"),
)
UNITS = (
    ("China Electronics Technology Group Corporation", "中国电子科技集团有限公司", "CETC"),
    ("CETC 14th Research Institute", "中国电子科技集团公司第十四研究所", ""),
    ("Institute of Physics, Chinese Academy of Sciences", "中国科学院物理研究所", ""),
    ("Institute of Law, Chinese Academy of Social Sciences", "中国社会科学院法学研究所", ""),
    ("Chinese Academy of Sciences", "中国科学院", "中科院"),
    ("China National Petroleum Corporation", "中国石油天然气集团有限公司", "中国石油"),
    ("China Petrochemical Corporation", "中国石油化工集团公司", "Sinopec"),
    ("Shengli Oilfield", "中国石油化工集团公司胜利油田", ""),
    ("Chinese Petroleum Corporation", "台湾中油股份有限公司", ""),
    ("Ministry of Ecology and Environment", "生态环境部", "MEE"),
    ("Ministry of Environmental Protection", "环境保护部", ""),
    ("Nanjing Institute", "生态环境部南京环境科学研究所", "环境保护部南京环境科学研究所"),
)


@pytest.fixture(scope="module", name="companies")
def _companies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with empty_glossary(tmp_path_factory.mktemp("companies")) as glossary:
        for english, chinese in COMPANIES:
            glossary.add(body(english, chinese), by="mei")
        for english, chinese, short in UNITS:
            entry = body(english, chinese)
            tag = "en" if short.isascii() else "zh-Hans"
            name = {"text": short, "lang": tag, "type": "short", "evidence": "unsourced"}
            more = from_record({"id": "x", "kind": "body", "names": [name]}).names if short else ()
            facts = BodyFacts(place="710000") if chinese.startswith("台湾") else entry.body
            glossary.add(replace(entry, names=(*entry.names, *more), body=facts), by="mei")
        yield glossary


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("China Reform Holdings", ["中国国新控股有限责任公司"]),
        ("中国国新控股", ["中国国新控股有限责任公司"]),
        ("Bank of Beijing Co Ltd", ["北京银行"]),
        ("北京银行股份有限公司", ["北京银行"]),
        ("China Telecom", ["中国电信股份有限公司"]),
        ("China Telecom Limited", []),  # the form it has is another
        ("中国电信有限公司", []),
        ("Ministry of Commerce Co., Ltd.", []),
        ("商务部有限公司", []),
        ("Reform Holdings", []),
        ("Yankuang Energy", ["兖矿能源集团股份有限公司"]),
        ("Shaanxi Yanchang Petroleum", ["陕西延长石油（集团）有限责任公司"]),
        ("CK Hutchison", ["长江和记实业有限公司"]),
        ("Jiangxi Copper", ["江西铜业股份有限公司"]),  # not its group, which has a form of its own
        ("Yankuang Energy Holdings", []),  # the word it has is another
        ("Yankuang Energy Company Limited", []),
        ("Ant", []),  # one word is too little to tell a company by
        ("China Telecom Group Co.", ["中国电信集团有限公司"]),  # Co. is cut short before Ltd.
        ("China Telecom Corp.", ["中国电信股份有限公司"]),
        ("China UnionPay Co., Ltd.", ["中国银联股份有限公司"]),
        ("China Satcom Co., Ltd.", []),  # its Chinese is a group's
        ("China Railway 18th Bureau Group Co., Ltd.", ["中铁十八局集团有限公司"]),
        ("China Harbour Engineering Company Ltd.", ["中国港湾工程有限责任公司"]),
        ("China Shipbuilding Industry Co., Ltd.", []),  # that of a group would be another
        ("China Aerospace Times Electronics Corporation", []),  # whose listed company is known
        ("中国电力科学研究院有限公司", ["中国电力科学研究院"]),
    ],
)
def test_a_company_is_found_without_its_legal_form_never_by_another(
    companies: Glossary, asked: str, chinese: list[str]
) -> None:
    answers = companies.lookup(asked)
    assert [answer.chinese for answer in answers] == chinese
    assert answers.found == ("exact" if chinese else "none")


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("Chinese Electric Power Research Institute", ["中国电力科学研究院"]),
        ("China Electrical Power Research Institute", ["中国电力科学研究院"]),
        ("Chinese Electrical Power Research Institute", []),  # two words are other ones
        ("China Cinema Society", ["中国电影学会"]),  # where both are known each is itself
        ("Chinese Cinema Society", ["中国影院学会"]),
        ("Chinese Daily", []),  # two words are too few
        ("National Supercomputing Center Wuxi", ["国家超级计算无锡中心"]),
        ("National Supercomputing Center, Wuxi", ["国家超级计算无锡中心"]),
        ("Wuxi National Supercomputing Center", ["国家超级计算无锡中心"]),
        ("National Supercomputing Center", []),
        ("Xizang University", ["西藏大学"]),
        ("Chinese Petroleum Corporation", ["台湾中油股份有限公司"]),
        ("China Petroleum Corporation", []),  # never one of Taiwan for it
        ("Department of Lawyers' Work, Ministry of Justice", ["司法部律师工作局"]),
        ("Lawyers' Work Department of the Ministry of Justice", ["司法部律师工作局"]),
        ("Office of Lawyers' Work, Ministry of Justice", []),
        ("Department of Planning, Ministry of Commerce", ["商务部规划司"]),  # both are known
        ("Bureau of Planning, Ministry of Commerce", ["商务部规划局"]),
    ],
)
def test_the_one_body_whose_name_has_a_word_in_another_form_is_found(
    companies: Glossary, asked: str, chinese: list[str]
) -> None:
    answers = companies.lookup(asked)
    assert [answer.chinese for answer in answers] == chinese
    known = [each[0] for each in (*COMPANIES, *UNITS)]
    assert [answer.reworded for answer in answers] == [asked not in known for _ in chinese]


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("China Electronics Technology Group Corporation 14th Research Institute", "中国电子科技集团公司第十四研究所"),
        ("14th Research Institute of the China Electronics Technology Group Corporation", "中国电子科技集团公司第十四研究所"),
        ("Institute of Physics of the Chinese Academy of Sciences", "中国科学院物理研究所"),
        ("中科院物理研究所", "中国科学院物理研究所"),
        ("Institute of Law of the Chinese Academy of Sciences", ""),  # of another academy
        ("中科院法学研究所", ""),
        ("Physics, Chinese Academy of Sciences", ""),
        ("Shengli Oilfield of Sinopec", "中国石油化工集团公司胜利油田"),
        ("Shengli Oilfield of China National Petroleum Corporation", ""),  # 中国石油, but not its
        ("中国石油胜利油田", ""),
        ("Nanjing Institute, MEE", "生态环境部南京环境科学研究所"),  # which was another ministry's
    ],
)  # fmt: skip
def test_a_unit_is_found_by_another_name_of_the_body_it_is_of(
    companies: Glossary, asked: str, chinese: str
) -> None:
    assert [answer.chinese for answer in companies.lookup(asked)] == [chinese] * bool(chinese)


@pytest.mark.parametrize("part", ["CETC ", "of China ", "中科院", "Institute, "])
@pytest.mark.parametrize("times", [41, 700])
def test_a_name_too_long_for_a_unit_is_none(companies: Glossary, part: str, times: int) -> None:
    assert companies.lookup(part * times).found == "none"


def test_a_legal_form_is_only_tried_for_bodies(companies: Glossary) -> None:
    assert companies.lookup("China Reform Holdings", kind="document").found == "none"


# Bodies whose names do not say whose they are, and one whose Chinese does. Two schools, with the names they use themselves.
OWNED = (
    ("Ministry of Education", "教育部", BodyFacts(level=Level.CENTRAL), ()),
    ("National Bureau of Statistics", "国家统计局", BodyFacts(level=Level.CENTRAL), ()),
    ("United Front Work Department of the CPC Central Committee", "中央统战部", BodyFacts(level=Level.CENTRAL), ("party",)),
    ("Education Bureau", "教育局", BodyFacts(place="810000"), ()),
    ("Executive Yuan", "行政院", BodyFacts(place="710000"), ()),
    ("Army Infantry Academy", "中国人民解放军陆军步兵学院", BodyFacts(), ()),
    ("Engineering University of PAP", "武警工程大学", BodyFacts(), ("military",)),
    ("Binzhou Medical University", "滨州医学院", BodyFacts(), ()),
    ("Wuhan Sports University", "武汉体育学院", BodyFacts(), ()),
    ("Hebei Agricultural University", "河北农业大学", BodyFacts(), ()),
    ("Nanjing Institute of Technology", "南京工程学院", BodyFacts(), ()),
    ("Langfang Normal University", "廊坊师范学院", BodyFacts(), ()),
    ("Langfang Normal College", "廊坊师范专科学校", BodyFacts(), ()),
)  # fmt: skip


@pytest.fixture(scope="module", name="owned")
def _owned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with empty_glossary(tmp_path_factory.mktemp("owned")) as glossary:
        for english, chinese, facts, domains in OWNED:
            glossary.add(replace(body(english, chinese), body=facts, domains=domains), by="mei")
        yield glossary


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("China's Ministry of Education", "教育部"),
        ("中国教育部", "教育部"),
        ("中国国家统计局", "国家统计局"),
        ("中共中央统战部", "中央统战部"),
        ("CCP United Front Work Department", "中央统战部"),
        ("中央教育部", ""),  # the Party's centre has no such department
        ("Hong Kong Ministry of Education", ""),
        ("台湾教育部", ""),
        ("Hong Kong SAR Education Bureau", "教育局"),
        ("Education Bureau of the Hong Kong Special Administrative Region Government", "教育局"),
        ("香港特区教育局", "教育局"),
        ("澳门教育局", ""),
        ("Macau Education Bureau", ""),
        ("Taiwan's Executive Yuan", "行政院"),
        ("Executive Yuan of the Republic of China (Taiwan)", "行政院"),
        ("PLA Army Infantry Academy", "中国人民解放军陆军步兵学院"),
        ("陆军步兵学院", "中国人民解放军陆军步兵学院"),
        ("中国人民武装警察部队工程大学", "武警工程大学"),
        ("PLA Hebei Agricultural University", ""),
    ],
)
def test_whose_a_body_is_may_be_said_or_left_out(owned: Glossary, asked: str, chinese: str) -> None:
    assert [answer.chinese for answer in owned.lookup(asked)] == [chinese][: bool(chinese)]


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("Binzhou Medical College", "滨州医学院"),
        ("Wuhan Institute of Physical Education", "武汉体育学院"),
        ("Agricultural University of Hebei", "河北农业大学"),
        ("Hebei Agricultural College", ""),  # a 大学 is none
        ("Nanjing College of Technology", ""),  # 工程, 工业 or 理工
        ("Binzhou University", ""),
        ("Langfang Teachers' College", ""),  # either of two
    ],
)
def test_a_school_is_found_in_other_words_where_its_chinese_name_allows_it(
    owned: Glossary, asked: str, chinese: str
) -> None:
    answers = owned.lookup(asked)
    assert [(each.chinese, each.reworded) for each in answers] == [(chinese, True)][: bool(chinese)]


TITLES = (
    ("Interim Regulations on the Administration of Carbon Emissions Trading", "碳排放权交易管理暂行条例"),
    ("Regulations for the Implementation of the Foreign Investment Law", "外商投资法实施条例"),
    ("Anti-Espionage Law", "反间谍法"),
    ("Food Safety Law", "食品安全法"),
    ("Measures for the Administration of Drug Registration", "药品注册管理办法"),
    ("Anti-Monopoly Law", "反垄断法"),
    ("Civil Servant Law", "公务员法"),
    ("Regulations on Religious Affairs", "宗教事务条例"),
    ("Measures for Science and Technology Ethics Review (Trial)", "科技伦理审查办法（试行）"),
    ("Outline for the Development of Standards (2021–2035)", "标准发展纲要（2021—2035年）"),
    ("Interpretation of the Supreme People's Court on the Application of the Labor Law", "最高人民法院关于适用劳动法的解释"),
    ("Decision of the State Council on Opening Up", "国务院关于对外开放的决定"),
    ("Decision of the Central Committee of the Communist Party of China on Opening Up", "中共中央关于对外开放的决定"),
    ("Opinions of the State Council on Family Farms", "国务院关于家庭农场的意见"),
    ("Working Rules of the State Council", "国务院工作规则"),
    ("Plan for Marine Development (2011–2020)", "海洋发展规划（2011—2020年）"),
    ("Plan for Marine Development (2021–2030)", "海洋发展规划（2021—2030年）"),
    ("Outline of the 13th Five-Year Plan", "第十三个五年规划纲要"),
    ("Organic Law of the State Council", "国务院组织法"),
    ("Several Provisions on Vehicle Data", "车辆数据若干规定"),
    ("Provisions on Intra-Party AI Oversight", "党内人工智能监督规定"),
    ("Regulations on the Supervision and Administration of Private Funds", "私募基金监督管理条例"),
    ("Measures for Ensuring Payments to Small and Medium-Sized Enterprises", "保障中小企业款项支付办法"),
    ("Land Use Administration Law", "土地使用管理法"),
    ("Regulations on the Administration of Registration of Offices of Hazardous Trades", "危险行业办事处登记管理条例"),
    ("Patent Law", "专利法"),
    ("Detailed Rules for the Implementation of the Patent Law", "专利法实施细则"),
    ("Provisions on Prohibiting Price Fraud", "禁止价格欺诈规定"),
    ("Law on the Protection of Disabled Persons", "残疾人保障法"),
    ("Barrier-Free Environment Law", "无障碍环境建设法"),
    ("Law on the Protection of Minors", "未成年人保护法"),
    ("Law on Farmers' Professional Cooperatives", "农民专业合作社法"),
    ("Master Plan for the Construction of the Hainan Free Trade Port", "海南自由贸易港建设总体方案"),
    ("Measures for Asset Reorganizations of Listed Companies", "上市公司资产重组管理办法"),
    ("Regulations on Deputies", "代表条例"),
    ("Provisions of the Supreme People's Court on Case Guidance", "最高人民法院关于案例指导工作的规定"),
    ("Telecommunications Regulations", "电信条例"),
    ("Provisions on Commercial Cryptography", "商用密码规定"),
    ("Regulations on the Placement of Veterans", "退役军人安置条例"),
    ("Regulations on the Settlement of Soldiers", "军人安置条例"),
    ("14th Five-Year Plan for Bioeconomy Development", "“十四五”生物经济发展规划"),
    ("Outline for Bioeconomy Development and Reform", "生物经济发展改革纲要"),
    ("Provisions of the Supreme People's Court on Several Issues concerning the Application of Law in the Trial of Private Lending Cases", "最高人民法院关于审理民间借贷案件适用法律若干问题的规定"),
    ("Provisions of the Supreme People's Court on Several Issues concerning the Trial of Administrative Cases of Work-Related Injury Insurance", "最高人民法院关于审理工伤保险行政案件若干问题的规定"),
    ("Measures for the Supervision and Administration of Medical Device Operation", "医疗器械经营监督管理办法"),
    ("Regulations on Business Premises for Internet Access", "互联网上网营业场所条例"),
    ("Measures for Business Sites for Internet Access", "互联网上网营业场所办法"),
    ("Farming Law", "农业法"),
    ("Provisions on the Administration of Distant-water Fishery", "远洋渔业管理规定"),
    ("Rules for Handling Labor Dispute Arbitration Cases", "劳动争议仲裁办案规则"),
    ("Interpretation of Article 104 of the Basic Law by the Standing Committee of the National People's Congress", "全国人民代表大会常务委员会关于基本法第一百零四条的解释"),
)  # fmt: skip
WHITE_PAPERS = (
    ("China's Export Controls", "中国的出口管制"),
    ("China's National Defense", "中国的国防"),
    ("China's National Defense in 2010", "2010年中国的国防"),
    ("Cultural Protection and Development in Xinjiang", "新疆的文化保护与发展"),
)
CAME_OUT = "2018-11-15"


HOSPITALS = [
    body("S. University of Medicine", "沙市医科大学"),
    body("T. University", "天门大学"),
    body("Ruilin Hospital", "沙市医科大学附属瑞林医院"),
    body("Hospital of Two Rivers, T. University", "天门大学两江医院"),
    body("Ruilin Academy", "瑞林学院"),
]


@pytest.fixture(scope="module", name="hospitals")
def _hospitals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with empty_glossary(tmp_path_factory.mktemp("hospitals")) as glossary:
        for entry in HOSPITALS:
            glossary.add(entry, by="mei", force=True)
        yield glossary


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("Ruilin Hospital, S. University of Medicine", "沙市医科大学附属瑞林医院"),
        ("Ruilin Hospital affiliated to S. University of Medicine", "沙市医科大学附属瑞林医院"),
        (
            "Ruilin Hospital, Medical School of S. University of Medicine",
            "沙市医科大学附属瑞林医院",
        ),
        (
            "Ruilin Hospital, S. University of Medicine School of Medicine",
            "沙市医科大学附属瑞林医院",
        ),
        ("Hospital of Two Rivers Affiliated with T. University", "天门大学两江医院"),
        ("Ruilin Hospital, T. University", None),
        ("Ruilin Hospital, Ruilin Academy", None),
        ("S. University of Medicine, T. University", None),
    ],
)
def test_the_school_of_a_hospital_may_be_told_with_it_where_it_is_its_own(
    hospitals: Glossary, asked: str, chinese: str | None
) -> None:
    found = hospitals.lookup(asked)
    assert (found[0].chinese if found.answers else None) == chinese


@pytest.fixture(scope="module", name="titles")
def _titles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with empty_glossary(tmp_path_factory.mktemp("titles")) as glossary:
        for english, chinese in TITLES:
            glossary.add(replace(body(english, chinese), kind=Kind.DOCUMENT), by="mei")
        for english, chinese in WHITE_PAPERS:
            facts = DocumentFacts(type="white paper", date=CAME_OUT)
            paper = replace(body(english, chinese), kind=Kind.DOCUMENT, document=facts)
            glossary.add(paper, by="mei")
        yield glossary


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("Provisional Regulations for Management of Carbon Emission Trading", ["碳排放权交易管理暂行条例"]),
        ("Implementing Regulations of the Foreign Investment Law", ["外商投资法实施条例"]),
        ("Counter-Espionage Law of the PRC", ["反间谍法"]),
        ("Administrative Measures Governing Drug Registration", ["药品注册管理办法"]),
        ("Food Security Law", []),  # 粮食安全保障法 is another law
        ("Anti-Food Safety Law", []),
        ("Regulations on the Management of Carbon Emission Trading", []),  # nor are they interim
        ("Interim Regulations on Carbon Trading", []),
    ],
)  # fmt: skip
def test_a_title_is_found_in_other_words_of_the_same_meaning_only(
    titles: Glossary, asked: str, chinese: list[str]
) -> None:
    assert [answer.chinese for answer in titles.lookup(asked)] == chinese


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("Antimonopoly Law of the PRC", ["反垄断法"]),
        ("Law Against Monopoly", ["反垄断法"]),
        ("China's Civil Servant Law", ["公务员法"]),
        ("Law on Civil Servants", ["公务员法"]),
        ("Regulations on the Management of Drug Registration", ["药品注册管理办法"]),  # 办法 is called so too
        ("Drug Registration Administration Rules", ["药品注册管理办法"]),
        ("Measures on Religious Affairs", []),  # but no 条例 is called Measures
        ("Religious Affairs Law", []),
        ("Regulations on Religious Affairs (Draft for Comments)", []),
        ("Draft Regulations on Religious Affairs", []),
        ("Regulations on Religious Affairs (Trial)", []),
        ("Detailed Rules on Religious Affairs", []),
        ("Science and Technology Ethics Review Measures", ["科技伦理审查办法（试行）"]),
        ("Trial Measures for Science and Technology Ethics Review", ["科技伦理审查办法（试行）"]),
        ("Scientific and Technological Ethics Review Measures (for Trial Implementation)", ["科技伦理审查办法（试行）"]),
        ("Interim Measures for Science and Technology Ethics Review", []),
        ("Program for the Development of Standards", ["标准发展纲要（2021—2035年）"]),
        ("Outline for the Development of Standards (2021-35)", ["标准发展纲要（2021—2035年）"]),
        ("Outline for the Development of Standards (2011–2020)", []),
        ("SPC Interpretation on the Application of the Labor Law", ["最高人民法院关于适用劳动法的解释"]),
        ("Interpretation on the Application of the Labor Law", ["最高人民法院关于适用劳动法的解释"]),
        ("SPP Interpretation on the Application of the Labor Law", []),
        ("Interpretation of the SPC and SPP on the Application of the Labor Law", []),
        ("Decision on Opening Up", []),  # two were issued
        ("State Council Decision on Opening Up", ["国务院关于对外开放的决定"]),
        ("Guidelines on Family Farms", ["国务院关于家庭农场的意见"]),
        ("Opinions of the General Office of the State Council on Family Farms", []),
        ("Regulations on Vehicle Data", ["车辆数据若干规定"]),
        ("Certain Provisions concerning Vehicle Data", ["车辆数据若干规定"]),
        ("Several Measures on Religious Affairs", []),
        ("Several Regulations on Religious Affairs", []),
        ("Provisions on Inner-Party Supervision of Artificial Intelligence", ["党内人工智能监督规定"]),
        ("Private Funds Regulations", ["私募基金监督管理条例"]),
        ("Private Funds Supervision Rules", []),  # no 条例 is called so
        ("Funds Regulations", []),
        ("Regulations on Registration of Offices of Dangerous Trades", ["危险行业办事处登记管理条例"]),
        ("Private Funds Tax Regulations", []),
        ("Land Use Law", []),
        ("Measures for Guaranteeing Payments to SMEs", ["保障中小企业款项支付办法"]),
        ("Working Rules", []),
        ("Organic Law", []),
        ("Plan for Marine Development", []),
        ("Plan for Marine Development (2021-2030)", ["海洋发展规划（2021—2030年）"]),
        ("Outline of the 13th Five-Year Plan (2016–2020)", ["第十三个五年规划纲要"]),
        ("Outline of the 14th Five-Year Plan (2021–2025)", []),
        ("Implementing Rules of the Patent Law", ["专利法实施细则"]),
        ("Implementing Measures of the Patent Law", []),
        ("Patent Law Measures", []),
        ("Provisions on the Prohibition of Pricing Fraud", ["禁止价格欺诈规定"]),
        ("Provisions on Price Fraud", []),  # to prohibit says something
        ("Law on the Protection of Persons with Disabilities", ["残疾人保障法"]),
        ("Obstacle-Free Environment Law", ["无障碍环境建设法"]),
        ("Juvenile Protection Law", ["未成年人保护法"]),
        ("Law on the Protection of Children", []),
        ("科技伦理审查办法", ["科技伦理审查办法（试行）"]),
        ("标准发展纲要", ["标准发展纲要（2021—2035年）"]),
        ("海洋发展规划", []),
        ("关于家庭农场的意见", ["国务院关于家庭农场的意见"]),
        ("关于对外开放的决定", []),
        ("科技伦理审查", []),
    ],
)  # fmt: skip
def test_a_title_may_lack_what_writers_leave_out_and_its_kind_follows_the_chinese(
    titles: Glossary, asked: str, chinese: list[str]
) -> None:
    assert [answer.chinese for answer in titles.lookup(asked)] == chinese


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("Specialized Farmers' Cooperatives Law", ["农民专业合作社法"]),  # 专业
        ("Farmers' Cooperatives Law", []),
        ("Specialized Workers' Cooperatives Law", []),
        ("Overall Plan for Building the Hainan Free Trade Port", ["海南自由贸易港建设总体方案"]),  # 总体 建设
        ("Plan for Building the Hainan Free Trade Port", []),
        ("Asset Restructuring Measures of Listed Firms", ["上市公司资产重组管理办法"]),  # 重组 上市公司
        ("Measures for the Administration of Asset Restructuring of Listed Companies", ["上市公司资产重组管理办法"]),
        ("Measures for the Taxation of Asset Restructuring of Listed Companies", []),
        ("Asset Restructuring Measures of Enterprises", []),  # 公司 is in the Chinese, 企业 is not
        ("Regulations on Delegates", []),  # one word tells too little
        ("Regulations on Telecommunications", ["电信条例"]),
        ("Regulations on Telecom", ["电信条例"]),
        ("Provisions on Cryptography for Commercial Use", ["商用密码规定"]),
        ("Provisions on Cryptography", []),
        ("Regulations on the Resettlement of Ex-Service Personnel", ["退役军人安置条例"]),
        ("Regulations on the Resettlement of Military Personnel", ["军人安置条例"]),
        ("14th Five-Year Plan for the Bioeconomy", ["“十四五”生物经济发展规划"]),  # 发展规划
        ("13th Five-Year Plan for the Bioeconomy", []),
        ("Outline for Bioeconomy Reform", []),  # 发展 does not stand before 纲要 here
        ("SPC Provisions on Private Lending Disputes", ["最高人民法院关于审理民间借贷案件适用法律若干问题的规定"]),
        ("SPC Provisions on the Application of Law to Private Lending", ["最高人民法院关于审理民间借贷案件适用法律若干问题的规定"]),
        ("14th FYP for Bioeconomy Development", ["“十四五”生物经济发展规划"]),
        ("Regulations on Business Sites for Internet Access", ["互联网上网营业场所条例"]),  # and not its 办法
        ("Agriculture Law", ["农业法"]),
        ("Academic Law", []),
        ("Provisions for Pelagic Fishery Administration", ["远洋渔业管理规定"]),
        ("Provisions on Coastal Fishery Administration", []),
        ("Arbitration Rules for Handling Employment Dispute Cases", ["劳动争议仲裁办案规则"]),
        ("Rules for Mediation of Labor Disputes", []),
        ("SPC Interpretation on Private Lending Cases", ["最高人民法院关于审理民间借贷案件适用法律若干问题的规定"]),
        ("SPC Opinions on Private Lending Cases", []),
        ("Provisions on Case Guidance Work", ["最高人民法院关于案例指导工作的规定"]),  # each word alone may be missing
        ("Provisions on Case Work", []),
        ("Provisions on Private Lending", []),  # of whom?
        ("SPC Provisions on Lending", []),
        ("SPP Provisions on Private Lending", []),
        ("SPC Provisions on Work Injury Insurance", []),  # administrative cases only
        ("Regulations on Work-Related Injury Insurance", []),
        ("Provisions on Administrative Cases Involving Work Injury Insurance", ["最高人民法院关于审理工伤保险行政案件若干问题的规定"]),
        ("Measures for Supervision and Management of Medical Device Business Operations", ["医疗器械经营监督管理办法"]),
        ("Measures for Supervision and Management of Medical Devices", []),  # 管理 is no 经营
        ("NPCSC Interpretation of Article 104 of the Basic Law", ["全国人民代表大会常务委员会关于基本法第一百零四条的解释"]),
        ("SPC Interpretation of Article 104 of the Basic Law", []),
    ],
)  # fmt: skip
def test_words_stand_for_one_another_where_they_translate_one_chinese_word_of_the_title(
    titles: Glossary, asked: str, chinese: list[str]
) -> None:
    assert [answer.chinese for answer in titles.lookup(asked)] == chinese


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("White Paper on China's Export Controls", ["中国的出口管制"]),
        ("China's Export Control White Paper", ["中国的出口管制"]),
        ("white paper titled “Protection and Development of Culture in Xinjiang”", ["新疆的文化保护与发展"]),
        ("2010 White Paper on China's National Defense", ["2010年中国的国防"]),
        ("White Paper on China's National Defense in 2008", []),
        ("2018 White Paper on Cultural Protection in Xinjiang", ["新疆的文化保护与发展"]),  # it came out in 2018
        ("2017 White Paper on Cultural Protection in Xinjiang", []),
        ("White Paper on Xinjiang", []),  # one word is no part of a title
        ("White Paper on Cultural Protection in Tibet", []),
        ("White Paper on Private Lending", []),  # another kind of document
        ("White Paper", []),
        ("《中国的出口管制》白皮书", ["中国的出口管制"]),
        ("劳动法白皮书", []),
    ],
)  # fmt: skip
def test_a_white_paper_is_found_by_what_it_is(
    titles: Glossary, asked: str, chinese: list[str]
) -> None:
    assert [answer.chinese for answer in titles.lookup(asked)] == chinese


def test_a_title_in_its_own_words_is_not_called_reworded(titles: Glossary) -> None:
    (answer,) = titles.lookup("Religious Affairs Regulations")
    assert not answer.reworded
    assert "reworded" not in answer.to_record()
    (other,) = titles.lookup("Religious Affairs Ordinance")
    assert other.to_record()["reworded"] is True


def test_other_words_are_only_tried_for_documents(titles: Glossary) -> None:
    assert titles.lookup("Counter-Espionage Law", kind="body").found == "none"


def test_an_institute_is_found_with_the_short_word_for_institute(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        glossary.add(body("Institute of Automation", "中国科学院自动化研究所"), by="mei")
        glossary.add(body("Shanghai Stock Exchange", "上海证券交易所"), by="mei")
        (answer,) = glossary.lookup("中国科学院自动化所")
        assert (answer.chinese, answer.reworded) == ("中国科学院自动化研究所", True)
        assert glossary.find("中国科学院自动化所").answers[0].chinese == "中国科学院自动化研究所"
        assert not glossary.lookup("上海证券交易研究所").answers


def test_an_old_spelling_of_a_place_is_read_as_that_place_alone(tmp_path: Path) -> None:
    with empty_glossary(tmp_path) as glossary:
        glossary.add(body("Zhejiang University", "浙江大学"), by="mei")
        glossary.add(body("Jinan University", "暨南大学"), by="mei")
        (answer,) = glossary.lookup("Chekiang University")
        assert (answer.chinese, answer.reworded) == ("浙江大学", True)
        assert glossary.find("chekiang university").answers[0].chinese == "浙江大学"
        assert not glossary.lookup("Tsinan University").answers  # 济南 is not 暨南
