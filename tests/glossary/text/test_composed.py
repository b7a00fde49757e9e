"""Names no glossary lists, in running text; and names that only look like Chinese bodies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.facade.composing import NameGrammar
from glossary.glossary import Glossary
from glossary.model.mentions import NamedText
from glossary.patterns.parsing import Parser

Sizes = Mapping[int, Sequence[int]]


@pytest.fixture(name="glossary")
def _glossary(shipped_glossary: Glossary) -> Glossary:
    return shipped_glossary


def told(named: tuple[NamedText, ...]) -> list[tuple[str, str, str | None]]:
    return [(each.text, each.found, each.answers[0].chinese) for each in named]


def test_bodies_of_places_are_composed_where_they_stand(glossary: Glossary) -> None:
    text = (
        "Officials of the Shijiazhuang Municipal Bureau of\nStatistics met the Department of Education of "
        "Shaanxi Province. Later the Shijiazhuang Municipal Bureau of Statistics spoke."
    )
    named = glossary.names(text)
    assert told(named) == [
        ("Shijiazhuang Municipal Bureau of Statistics", "composed", "石家庄市统计局"),
        ("Department of Education of Shaanxi Province", "composed", "陕西省教育厅"),
    ]
    assert [each.count for each in named] == [2, 1]
    assert named[0].answers[0].evidence == "composed"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Guangdong provincial government said so.", ["Guangdong provincial government"]),
        ("The Zhengding County government said so.", ["Zhengding County government"]),
        ("The Beijing government said so.", []),  # the country's, as likely
        ("The provincial government of Hebei said so.", []),
        ("Wuhan city officials said so.", []),
        ("Bank of China, China Post and others said so.", ["Bank of China", "China Post"]),
        (
            "The First Hospital of Hebei University School of Medicine said so.",
            ["Hebei University School of Medicine", "Hebei University"],
        ),
        ("The Opinions of the State Council on Planning a Market said so.", ["State Council"]),
        ("State Council General Office rules.", ["State Council General Office", "State Council"]),
        (
            "In Xinjiang, the Public Security Bureau of Aksu Prefecture said so.",
            ["Public Security Bureau of Aksu Prefecture"],
        ),
    ],
)
def test_names_begin_and_end_as_reports_write_them(
    glossary: Glossary, text: str, names: list[str]
) -> None:
    assert [each.text for each in glossary.names(text)] == names


def test_chinese_bodies_of_places_too(glossary: Glossary) -> None:
    text = "石家庄市统计局和陕西省教育厅厅长。"
    assert told(glossary.names(text)) == [
        ("石家庄市统计局", "composed", "石家庄市统计局"),
        ("陕西省教育厅", "composed", "陕西省教育厅"),
    ]


def test_each_line_of_a_long_list_of_titles_is_read(glossary: Glossary) -> None:
    places = ("山东省", "河北省", "四川省", "湖北省", "广东省", "江西省", "浙江省", "安徽省")
    topics = ("水资源", "消防", "畜牧业", "湿地保护", "城市供水", "社会保险", "建设工程质量管理")
    titles = [f"{place}{topic}条例" for topic in topics for place in places]
    assert [each.text for each in glossary.names("\n".join(titles))] == titles


@pytest.mark.parametrize("name", ["国家市场\n监督管理总局", "河北省\n教育厅"])
def test_a_name_goes_on_in_the_next_line(glossary: Glossary, name: str) -> None:
    named = glossary.names(f"会议由{name}主办。")
    assert [each.text for each in named] == [name.replace("\n", " ")]


def test_a_comma_ends_a_chinese_name_and_parts_the_words_of_an_english_one(
    glossary: Glossary,
) -> None:
    text = (
        "据石家庄市统计局，办公室已搬迁。The Shenzhen Bureau of Science, Technology and Innovation."
    )
    assert told(glossary.names(text)) == [
        ("石家庄市统计局", "composed", "石家庄市统计局"),
        (
            "Shenzhen Bureau of Science, Technology and Innovation",
            "composed",
            "深圳市科技创新局",
        ),
    ]


def test_what_stands_behind_a_listed_name_is_read_only_where_a_name_may_end(
    glossary: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    parse = NameGrammar.parse_atoms

    def counted(grammar: NameGrammar, lang: str, atoms: Sequence[str], listed: Sizes) -> Parser:
        read.append("".join(atoms))
        return parse(grammar, lang, atoms, listed)

    monkeypatch.setattr(NameGrammar, "parse_atoms", counted)
    assert glossary.names("有关人士介绍了情况，引进了先进经验。") == ()
    assert read == []
    assert len(glossary.names("有关人士介绍了情况，石家庄市统计局引进了先进经验。")) == 1
    assert read == ["石家庄市统计局"]
    read.clear()
    again = "石家庄市统计局开会，" * 3
    assert [named.count for named in glossary.names(again)] == [3]
    assert read == ["石家庄市统计局"]


def test_a_hyphen_joins_words_in_a_name_and_parts_them_behind_one(glossary: Glossary) -> None:
    text = (
        "The State-owned Assets Supervision and Administration Commission of Hebei Province spoke to Xinhua-run papers "
        "on work led by Hebei University of Technology-based experts."
    )
    named = glossary.names(text)
    assert told(named) == [
        (
            "State-owned Assets Supervision and Administration Commission of Hebei Province",
            "composed",
            "河北省人民政府国有资产监督管理委员会",
        ),
        ("Xinhua", "exact", "新华通讯社"),
        ("Hebei University of Technology", "exact", "河北工业大学"),
    ]


def test_local_acts_are_names_and_papers_of_nobody_are_none(glossary: Glossary) -> None:
    text = (
        "The Shanghai Municipal Regulations on Data hold. The 2025 Work Plan and its budget do not."
    )
    assert told(glossary.names(text)) == [
        ("Shanghai Municipal Regulations on Data", "composed", "上海市数据条例")
    ]
    assert told(glossary.names("上海市数据条例自2022年起施行，2025年工作计划未提。"))[:1] == [
        ("上海市数据条例", "composed", "上海市数据条例")
    ]


def test_the_end_of_a_title_in_its_marks_is_no_act(glossary: Glossary) -> None:
    for text, names in (
        ("《济南市供暖条例》", ["济南市供暖条例"]),
        ("《新区济南市供暖条例》", []),
    ):
        assert [each.text for each in glossary.names(text) if each.found == "composed"] == names


def test_places_are_found_where_they_are_asked_for(glossary: Glossary) -> None:
    text = "In Xi'an and Zhengding County Long talks began.\n内蒙古自治区的资源和河北省教育厅。"
    assert told(glossary.names(text, kind="place")) == [
        ("Xi'an", "composed", "西安市"),
        ("Zhengding County", "composed", "正定县"),
        ("内蒙古自治区", "composed", "内蒙古自治区"),
        ("河北省", "composed", "河北省"),
    ]
    assert told(glossary.names(text)) == [("河北省教育厅", "composed", "河北省教育厅")]


def test_small_letters_are_no_name_to_compose(glossary: Glossary) -> None:
    assert told(glossary.names("Hebei education authorities and the provincial government")) == []


def test_what_is_listed_counts_before_what_is_composed(glossary: Glossary) -> None:
    text = "中华人民共和国科学技术部"
    assert [each.found for each in glossary.names(text)] == ["exact"]


@pytest.mark.parametrize(
    "text",
    [
        "Japan's Ministry of Foreign Affairs said",
        "the Japanese Ministry of Foreign Affairs said",
        "the Ministry of Foreign Affairs of Japan said",
        "the United States Department of Justice said",
        "the French Ministry of Commerce",
    ],
)
def test_bodies_of_other_countries_are_left_alone(glossary: Glossary, text: str) -> None:
    assert told(glossary.names(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "China's Ministry of Commerce said",
        "the Chinese Ministry of Commerce said",
        "The Ministry of Commerce of China said",
        "In Beijing, Ministry of Commerce officials said",
        "Ministry of Commerce of the People's Republic of China",
    ],
)
def test_chinas_own_are_found(glossary: Glossary, text: str) -> None:
    named = glossary.names(text)
    assert "商务部" in {
        (each.answers[0].chinese or "").removeprefix("中华人民共和国") for each in named
    }


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Hebei Provincial Department of Education met.", 1),
        ("Former Director Department of Education of Hebei Province", 1),
        ("It was the Special Department of Education of Hebei Province.", 0),
        ("Yesterday afternoon the Department of Education of Hebei Province Physics spoke.", 0),
    ],
)
def test_a_part_of_a_longer_name_is_not_composed(glossary: Glossary, text: str, count: int) -> None:
    assert len([each for each in glossary.names(text) if each.found == "composed"]) == count


def test_other_kinds_are_not_composed(glossary: Glossary) -> None:
    assert told(glossary.names("Shijiazhuang Municipal Bureau of Statistics", kind="person")) == []


PARTS = [
    *("长沙", "湖南", "湖南省", "高级", "人民", "法院", "统计局", "关于", "的", "通知", "，", "第二", "2020年"),
    *("Aba ", "Xi'an ", "Bureau ", "Statistics ", "County ", "of ", "the ", "Department ", "2020 ", "No. 5 ", ". "),
]  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
def test_parts_of_names_in_any_order_are_read(glossary: Glossary, text: str) -> None:
    for named in glossary.names(text):
        first = named.text.split()[0]
        assert text[named.start : named.start + len(first)] == first


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("俄罗斯驻英国大使馆在声明中说。", []),  # another country's
        ("中国驻英国大使馆在声明中说。", ["中国驻英国大使馆"]),
        ("车队抵达法兰西体育场；", []),  # in Paris, not in 兰西
        ("车队抵达兰西体育场；", ["兰西体育场"]),
        ("主持中巴高层协调与合作委员会会议。", []),  # not the committee of 合作
        ("中共合作市委员会会议。", ["中共合作市委员会"]),
        ("致公党中央和民建中央的会议。", ["致公党中央", "民建中央"]),
        ("由会同公安局检查，推进合作、政府购买服务，新建幼儿园十所。", []),  # words, not places
        ("会同县公安局检查，在新建区幼儿园。", ["会同县公安局", "新建区幼儿园"]),
    ],
)
def test_a_chinese_name_is_cut_out_of_no_other(
    glossary: Glossary, text: str, names: list[str]
) -> None:
    assert [each.text for each in glossary.names(text)] == names
