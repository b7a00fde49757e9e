"""What the shipped glossary answers: the names the project began from, the bodies of the centre, and time."""

from __future__ import annotations

import pytest

from glossary.glossary import Glossary

# The names as the article of 2021 gives them; the Chinese as a source, or a translation back, has it.
ARTICLE = {
    "Ministry of State Security": "国家安全部",
    "Ministry of Science and Technology": "科学技术部",
    "Hebei International Talent Exchange Association": "河北省国际人才交流协会",
    "International Technology Transfer Center": "国际技术转移中心",
    "China Association for International Exchange of Personnel": "中国国际人才交流协会",
    "State Administration of Foreign Experts Affairs": "国家外国专家局",
    "Hebei University of Technology": "河北工业大学",
    "International Technology Transfer Center of Hebei University of Technology": "河北工业大学国际技术转移中心",
    "Hebei University of Engineering": "河北工程大学",
    "Hebei International Joint Center Base": "河北省国际联合研究中心（基地）",
    "Hebei International Science and Technology Cooperation Base": "河北省国际科技合作基地",
    "Chinese Communist Party": "中国共产党",
    "Fifth Plenary Session": "中国共产党第十九届中央委员会第五次全体会议",
    "Hebei Provincial Budget Project Performance Evaluation Form": "河北省省级预算项目绩效评价表",
    "Plan for the Use of Special Subsidy Funds for the Construction of Hebei International Science and "
    "Technology Cooperation Base": "河北省国际科技合作基地建设专项补助资金使用计划",
    "2020 Work Plan of the International Technology Transfer Center of Hebei University of "
    "Technology": "河北工业大学国际技术转移中心2020年工作计划",
    "Hebei International Joint Center Base Defense": "河北省国际联合研究中心（基地）答辩",
    "Le Mans Université": "勒芒大学",
    "Université Paris-Saclay": "巴黎萨克雷大学",
    "University College London": "伦敦大学学院",
    "Nanyang Technological University": "南洋理工大学",
    "Georgia Institute of Technology": "佐治亚理工学院",
    "Xi Jinping": "习近平",
    "Mike Pompeo": "迈克·蓬佩奥",
    "Cloud Hopper": None,
}
RECONSTRUCTED = (
    "Hebei International Talent Exchange Association",
    "International Technology Transfer Center",
    "Hebei International Joint Center Base",
    "Hebei Provincial Budget Project Performance Evaluation Form",
    "Hebei International Joint Center Base Defense",
)


@pytest.fixture(name="glossary")
def _glossary(shipped_glossary: Glossary) -> Glossary:
    return shipped_glossary


@pytest.mark.parametrize("english", ARTICLE)
def test_every_name_of_the_article_is_found_as_it_stands(glossary: Glossary, english: str) -> None:
    answers = glossary.lookup(english)
    assert answers.found == "exact"
    assert answers[0].chinese == ARTICLE[english]


@pytest.mark.parametrize("english", RECONSTRUCTED)
def test_a_translation_back_says_so(glossary: Glossary, english: str) -> None:
    answer = glossary.lookup(english)[0]
    assert (answer.evidence, answer.review) == ("reconstructed", "proposed")


@pytest.mark.parametrize("acronym", ["MOST", "SAFEA", "CAIEP", "CPC", "CCP", "MSS"])
def test_acronyms_answer_with_the_preferred_name(glossary: Glossary, acronym: str) -> None:
    answer = glossary.lookup(acronym)[0]
    assert answer.english != acronym
    assert answer.matched == acronym


def test_the_short_name_a_ministry_s_unit_goes_by_finds_it(glossary: Glossary) -> None:
    answer = glossary.lookup("外交部港澳台司")[0]
    assert answer.id == "mfa-department-of-hong-kong-macao-and-taiwan-affairs"
    assert "Hong Kong, Macao and Taiwan Affairs" in (answer.english or "")


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("CAE", "中国工程院"),  # before the Chinese Aeronautical Establishment
        ("CMA", "中国气象局"),  # before the Chinese Medical Association
        ("MOA", "农业部"),  # before that of Taiwan
        ("Ministry of Commerce", "商务部"),  # before 商业部, which ended in 1993
        ("Premier", "国务院总理"),
        ("General Secretary", "中共中央总书记"),  # and not the Secretary-General of any body
        ("Party Secretary", "党委书记"),
        ("Guangming Daily", "光明日报"),  # the newspaper before its office
        ("Qiushi", "求是"),
        ("Xinhua", "新华通讯社"),  # no unit of a body, though districts are called so
        (
            "China Association of Chinese Medicine",
            "中华中医药学会",
        ),  # as written, before "Traditional"
        ("China Association of Traditional Chinese Medicine", "中国中药协会"),
        ("Foreign Affairs Committee", "全国人民代表大会外事委员会"),  # before that of the CPPCC
    ],
)
def test_of_several_with_one_name_the_central_one_comes_first(
    glossary: Glossary, name: str, first: str
) -> None:
    assert glossary.lookup(name)[0].chinese == first


def test_a_unit_of_many_bodies_is_nobodys_in_a_text(glossary: Glossary) -> None:
    named = glossary.names("国家税务总局杭州市税务局稽查局查处了此案。办公厅和外交部到场。")
    # Its inspection bureau is composed with the body before it, and so is no unit alone.
    assert [name.text for name in named] == [
        "国家税务总局杭州市税务局稽查局",
        "国家税务总局",
        "外交部",
    ]


@pytest.mark.parametrize(
    ("city", "district"), [("Wuhan", "洪山区"), ("Chifeng", "红山区"), ("武汉", "洪山区")]
)
def test_of_districts_with_one_name_that_of_the_city_named_comes_first(
    glossary: Glossary, city: str, district: str
) -> None:
    text = f"Officials in {city} met. The Hongshan District People's Government paid."
    (named,) = glossary.names(text)
    assert named.answers[0].chinese[:3] == district
    assert len(named.answers) == 2


@pytest.mark.parametrize(
    ("day", "above"),
    [
        ("2005", {("part-of", "state-council"), ("managed-by", "ministry-of-personnel")}),
        (
            "2017",
            {
                ("part-of", "state-council"),
                ("managed-by", "ministry-of-human-resources-and-social-security"),
            },
        ),
        ("2019", {("nameplate-of", "ministry-of-science-and-technology")}),
        ("2024", {("nameplate-of", "ministry-of-human-resources-and-social-security")}),
    ],
)
def test_the_foreign_experts_affairs_in_time(
    glossary: Glossary, day: str, above: set[tuple[str, str]]
) -> None:
    answer = glossary.lookup("State Administration of Foreign Experts Affairs", as_of=day)[0]
    assert answer.chinese == "国家外国专家局"
    links = glossary.get(answer.id, as_of=day).links
    kinds = ("part-of", "managed-by", "nameplate-of")
    assert {(link.type, link.id) for link in links if link.type in kinds} == above


def test_a_former_name_answers_with_its_time_and_says_todays(glossary: Glossary) -> None:
    answer = glossary.lookup("外国专家局")[0]
    assert answer.chinese == "外国专家局"
    assert answer.to_record()["preferred"]["zh-Hans"] == "国家外国专家局"


def test_what_a_body_came_from_and_what_became_of_it(glossary: Glossary) -> None:
    shown = glossary.get("国家卫生和计划生育委员会")
    before = {step.predecessor for step in shown.predecessors if step.depth == 1}
    after = [step.successor for step in shown.successors if step.depth == 1]
    assert {"ministry-of-health", "national-population-and-family-planning-commission"} <= before
    assert after == ["national-health-commission"]
    assert shown.entry.body is not None
    assert (shown.entry.body.founded, shown.entry.body.dissolved) == ("2013-03", "2018-03")


@pytest.mark.parametrize(
    ("name", "day", "then"),
    [
        ("科技部", "1990", "state-science-and-technology-commission"),
        ("Ministry of Commerce", "1995", "ministry-of-foreign-trade-and-economic-cooperation"),
        ("生态环境部", "2010", "ministry-of-environmental-protection"),
        ("农业农村部", "2010", "ministry-of-agriculture"),
        ("生态环境部", "1990", "national-environmental-protection-agency"),
        (
            "住建部",
            "1985",
            "ministry-of-urban-and-rural-construction-and-environmental-protection",
        ),
        ("水利部", "1985", "ministry-of-water-resources-and-electric-power"),
        ("电力工业部", "1990", "ministry-of-energy"),
        ("人事部", "1985", "ministry-of-labour-and-personnel"),
        # Taiwan's ministry of this name was there in 1990: no answer to what the mainland had
        ("教育部", "1990", "state-education-commission"),
    ],
)
def test_a_later_name_tells_what_there_was_in_its_place(
    glossary: Glossary, name: str, day: str, then: str
) -> None:
    answers = glossary.lookup(name, as_of=day)
    assert (answers.found, answers.near[0].id) == ("none", then)
    first = f"{answers.near[0].english} {answers.near[0].chinese}"
    assert answers.reason.startswith(
        f"no entry had this name in {day}; in its place there was: {first}"
    )


def test_what_gave_only_a_part_is_followed_further_back_where_nothing_else_is_found(
    glossary: Glossary,
) -> None:
    # 商务部 took internal trade from 国家经贸委, which had followed the ministries of coal, machinery and so on
    assert [each.chinese for each in glossary.lookup("商务部", as_of="1990").near[:4]] == [
        "对外经济贸易部",
        "商业部",
        "物资部",
        "商务部",
    ]
    # 广电总局 took only a part of what it came from: nothing else is found, so the line is followed
    assert "广播电影电视部" in {
        each.chinese for each in glossary.lookup("国家广播电视总局", as_of="1990").near[:2]
    }


@pytest.mark.parametrize(
    ("name", "day", "english"),
    [
        ("中央外办", "2015", "Foreign Affairs Leading Group Office"),
        ("中央网信办", "2016", "Office of the Central Leading Group for Cyberspace Affairs"),
        ("国家气象局", "1990", "State Meteorological Administration"),
        ("国家民委", "2005", "State Ethnic Affairs Commission"),
        ("国家民委", "2024", "National Ethnic Affairs Commission"),
    ],
)
def test_a_name_of_then_goes_with_the_english_of_then(
    glossary: Glossary, name: str, day: str, english: str
) -> None:
    assert [each.english for each in glossary.lookup(name, as_of=day)] == [english]


def test_nothing_was_in_the_place_of_what_is_new(glossary: Glossary) -> None:
    answers = glossary.lookup("退役军人事务部", as_of="2010")
    assert (answers.found, answers.reason) == ("none", "no entry had this name in 2010")


def test_a_body_elsewhere_does_not_answer_for_one_that_came_later(glossary: Glossary) -> None:
    answers = glossary.lookup("证监会", as_of="1990")
    assert (answers.found, answers.reason) == (
        "none",
        "no body of the mainland had this name in 1990",
    )
    assert answers.near[0].chinese == "證券及期貨事務監察委員會"


def test_two_bodies_of_one_name_are_both_answered(glossary: Glossary) -> None:
    assert {answer.id for answer in glossary.lookup("Central Military Commission")} == {
        "central-military-commission-of-the-communist-party-of-china",
        "central-military-commission-of-the-peoples-republic-of-china",
    }


@pytest.mark.parametrize(
    "name", ["Hubei University of Aeronautics", "Ministry of Magic", "Academy of Natural Sciences"]
)
def test_what_is_not_there_is_not_guessed(glossary: Glossary, name: str) -> None:
    answers = glossary.lookup(name)
    assert (answers.found, len(answers)) == ("none", 0)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("CICC", "中国国际金融股份有限公司"),  # the bank before the court of the same letters
        ("People's Daily", "人民日报"),  # the paper before its office
        ("Formosa Plastics Group", "台塑集团"),
        ("Formosa Plastics Corporation", "台湾塑胶工业股份有限公司"),
        ("National Intellectual Property Administration", "国家知识产权局"),
        ("Harvest Fund Management Co., Ltd.", "嘉实基金管理有限公司"),
        ("Nanhua Futures Co., Ltd.", "南华期货"),
        ("Xtep International Holdings", "特步国际控股有限公司"),
        ("Hang Lung Properties", "恒隆地产有限公司"),
    ],
)
def test_names_as_reporters_write_them_lead_to_the_one_they_mean(
    glossary: Glossary, english: str, chinese: str
) -> None:
    assert glossary.lookup(english)[0].chinese == chinese


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        # State Council orders 663 (2015) and 713 (2019)
        ("Regulations on the Administration of Residence Permits", "居住证暂行条例"),
        (
            "Regulations on Major Administrative Decision-Making Procedures",
            "重大行政决策程序暂行条例",
        ),
        # order 539 (2008)
        (
            "Regulations on the Administration of Consumption Tax (Interim)",
            "中华人民共和国消费税暂行条例",
        ),
    ],
)
def test_a_rule_is_found_by_english_that_leaves_out_what_it_says(
    glossary: Glossary, english: str, chinese: str
) -> None:
    answers = glossary.lookup(english)
    assert (answers.found, [each.chinese for each in answers]) == ("exact", [chinese])
    assert answers[0].reworded


def test_the_kind_of_a_rule_is_never_another_one(glossary: Glossary) -> None:
    # 住房公积金管理条例 are regulations; measures of that name there may be, but none is held: which is meant is left open.
    answers = glossary.lookup("Measures for the Administration of Housing Provident Fund")
    assert (answers.found, answers.near[0].chinese) == ("none", "住房公积金管理条例")
    assert answers.reason == "住房公积金管理条例 may be meant, which is of another kind"


def test_a_plenum_whose_congress_is_not_said_is_none_of_one_congress(glossary: Glossary) -> None:
    assert [each.chinese for each in glossary.lookup("Third Plenum")] == ["三中全会"]
    assert glossary.lookup("Big Fund")[0].chinese == "大基金"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Tianjin Polytechnic University", "天津工业大学"),
        ("South-Central University for Nationalities", "中南民族大学"),
        ("Qingdao Technological University", "青岛理工大学"),
        ("Tianjin Institute of Textile Science and Technology", "天津纺织工学院"),
        ("Hainan Medical College", "海南医学院"),
    ],
)
def test_an_english_name_given_up_alone_is_not_that_of_the_chinese_name_before(
    shipped_glossary: Glossary, english: str, chinese: str
) -> None:
    assert shipped_glossary.lookup(english)[0].chinese == chinese
