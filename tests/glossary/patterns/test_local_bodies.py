"""Local bodies as the recruitment tables of 2025 and 2026 name them, and what is only reconstructed of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.glossary import Glossary

# The Chinese as tables of Henan and Guangdong (2026) and Shanxi (2025) write it; the English word for word.
COMPOSED = {
    "郁南县科工商务局": "Yunan County Bureau of Science, Technology, Industry and Commerce",
    "汝南县卫生健康体育委员会": "Runan County Health and Sports Commission",
    "太原市交通运输综合行政执法队小店区大队": "Xiaodian District Brigade of Taiyuan Municipal Transport Comprehensive Administrative Law "
    "Enforcement Team",
    "山西省高速公路综合行政执法总队晋城支队": "Jincheng Detachment of Shanxi Provincial Expressway Comprehensive Administrative Law Enforcement "
    "Corps",
    "河南省郑州监狱": "Zhengzhou Prison, Henan Province",
    "成都市第二人民医院": "Chengdu Second People's Hospital",  # by far the commonest in papers
    "云南省第一人民医院": "First People's Hospital of Yunnan Province",
    "河北省地震局": "Hebei Earthquake Agency",
    "河南省地质调查院": "Henan Provincial Institute of Geological Survey",
    "北京市环境保护科学研究院": "Beijing Municipal Academy of Environmental Protection Sciences",
    "青海省气象科学研究所": "Qinghai Provincial Institute of Meteorological Sciences",
    "福建省水产研究所": "Fujian Provincial Fisheries Research Institute",
    "惠州市园林管理局": "Huizhou Municipal Bureau of Landscape Administration",
    "重庆市大数据应用发展管理局": "Chongqing Municipal Bureau of Big Data Application and Development",
    "河南省第一监狱": "First Prison of Henan Province",
    "济源产城融合示范区水利局": "Bureau of Water Resources of the Jiyuan Industry-City Integration Demonstration Zone",
    "应县劳动保障维权中心": "Yingxian County Labor Security Rights Protection Center",
    "新疆生产建设兵团第八师教育局": "Bureau of Education of the Eighth Division of the Xinjiang Production and Construction Corps",
    "新疆生产建设兵团第八师石河子市公安局": "Bureau of Public Security of the Eighth Division and Shihezi City of the Xinjiang Production "
    "and Construction Corps",
    "广西壮族自治区产业园区改革发展办公室": "Reform and Development of Industrial Parks Office of Guangxi Zhuang Autonomous Region",
}


@pytest.mark.parametrize("chinese", COMPOSED)
def test_a_local_body_is_composed_under_the_name_asked_for(shipped: Glossary, chinese: str) -> None:
    answer = shipped.lookup(chinese)[0]
    assert (answer.chinese, answer.english) == (chinese, COMPOSED[chinese])
    assert answer.evidence == "composed"


def test_a_division_has_no_other_city(shipped: Glossary) -> None:
    assert shipped.lookup("新疆生产建设兵团第九师石河子市教育局").found == "none"


def test_a_zone_no_list_has_is_only_reconstructed(shipped: Glossary) -> None:
    answer = shipped.lookup("渑池县先进制造业开发区管理委员会")[0]
    assert answer.english == (
        "Administrative Committee of the Mianchi County Advanced Manufacturing Development Zone"
    )
    assert answer.evidence == "reconstructed"


def test_words_side_by_side_are_only_reconstructed(shipped: Glossary) -> None:
    assert shipped.lookup("运城市名优农产品品牌建设工作站")[0].evidence == "reconstructed"


def test_a_city_comes_before_a_district_of_its_name(shipped: Glossary) -> None:
    assert shipped.lookup("Kaiping Statistics Bureau")[0].chinese == "开平市统计局"


def test_the_state_council_and_the_military_commission_are_both_of_the_state(
    shipped: Glossary,
) -> None:
    answer = shipped.lookup("国务院、中央军委关于加强国防教育的通知")[0]
    assert answer.english == (
        "Notice of the State Council and the Central Military Commission on Strengthening National Defense Education"
    )


# What tables of Guangdong and Henan (2026) and Shanxi (2025) have of two names with one English comes first.
LIKELIER = {
    "Taiyuan Municipal Transport Development Center": "太原市交通运输发展中心",
    "Heshun County Health Undertakings Development Center": "和顺县卫生健康事业发展中心",
    "Wutai County Financial Affairs Service Center": "五台县金融事务服务中心",
    "Linfen Municipal Real Estate Registration Center": "临汾市不动产登记中心",
    "Linfen Municipal Real Estate Service Center": "临汾市房地产服务中心",
    "Linfen Library": "临汾市图书馆",
    "Informatization Center of the CPC Anze County Committee": "中共安泽县委信息化中心",
    "Zhongshan Municipal Bureau of Urban Management and Comprehensive Law Enforcement": "中山市城市管理和综合执法局",
}

# Hospitals and institutes as a list of hospitals of the third class and affiliations of papers have them: where a school counts its hospitals is known, institutes are 所 first.
LIKELIER |= {
    "The Second Affiliated Hospital of Anhui Medical University": "安徽医科大学第二附属医院",
    "The Second Affiliated Hospital of Dalian Medical University": "大连医科大学附属第二医院",
    "The First Affiliated Hospital of Hunan University of Chinese Medicine": "湖南中医药大学第一附属医院",
    "The Fourth Affiliated Hospital, College of Medicine, Zhejiang University": "浙江大学医学院附属第四医院",
    "Gansu Provincial Hospital of TCM": "甘肃省中医院",
    "Guizhou Institute of Biology": "贵州省生物研究所",
    "Faculty of Physics, Wuhan University": "武汉大学物理学院",
    "Department of Nephrology, Wuhan Children's Hospital": "武汉市儿童医院肾内科",
}


@pytest.mark.parametrize("english", LIKELIER)
def test_the_likelier_of_two_names_comes_first(shipped: Glossary, english: str) -> None:
    answers = shipped.lookup(english).answers
    assert answers[0].chinese == LIKELIER[english]
    assert len(answers) > 1


def test_of_places_written_alike_the_larger_comes_first(shipped: Glossary) -> None:
    for english, chinese in {
        "Taizhou Municipal Public Security Bureau": ["台州市公安局", "泰州市公安局"],
        "Xinyi City Bureau of Justice": ["信宜市司法局", "新沂市司法局"],
        "Yichun Municipal Bureau of Finance": ["宜春市财政局", "伊春市财政局"],
    }.items():
        assert [each.chinese for each in shipped.lookup(english)] == chinese


def test_a_hospital_called_by_a_place_is_not_that_citys(shipped: Glossary) -> None:
    assert "中山市立医院" not in {each.chinese for each in shipped.lookup("Zhongshan Hospital")}


def test_a_hospital_of_a_school_is_not_called_after_a_county_by_its_pinyin(
    shipped: Glossary,
) -> None:
    assert shipped.lookup("Xinhua Hospital Affiliated to Wuhan University").found == "none"
    answer = shipped.lookup(
        "Longhua Hospital Affiliated to Shanghai University of Traditional Chinese Medicine"
    )[0]
    assert answer.chinese == "上海中医药大学附属龙华医院"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Municipal Health Commission of Urumqi", "乌鲁木齐市卫生健康委员会"),
        ("Provincial Department of Water Resources of Hebei", "河北省水利厅"),
        (
            "Press Office of the Xinjiang Uygur Autonomous Region",
            "新疆维吾尔自治区人民政府新闻办公室",
        ),
        ("Jiangsu Provincial Healthcare Commission", "江苏省卫生健康委员会"),
        (
            "Discipline Inspection Commission and Supervisory Committee of Inner Mongolia Autonomous Region",
            "内蒙古自治区纪委监委",
        ),
    ],
)
def test_english_of_newspapers_is_read(shipped: Glossary, english: str, chinese: str) -> None:
    answer = shipped.lookup(english)[0]
    assert (answer.chinese, answer.evidence) == (chinese, "composed")


def test_an_institute_of_water_is_not_one_on_the_water(shipped: Glossary) -> None:
    answers = shipped.lookup("Beijing Institute of Water").answers
    assert not [each.chinese for each in answers if "水上" in each.chinese]


def test_a_school_of_a_medicine_says_medicine_once(shipped: Glossary) -> None:
    english = "School of Rehabilitation Medicine, Wuhan University"
    assert shipped.lookup(english)[0].chinese == "武汉大学康复医学院"
    assert shipped.lookup("武汉大学康复医学院")[0].english == english


def test_a_customs_below_the_directly_subordinate_ones_is_only_reconstructed(
    shipped: Glossary,
) -> None:
    answer = shipped.lookup("Yangzhou Customs")[0]
    assert (answer.chinese, answer.evidence) == ("扬州海关", "reconstructed")
    assert shipped.lookup("Qingdao Customs")[0].evidence != "reconstructed"
    assert shipped.lookup("Anji Customs").found == "none"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "广东省建筑设计研究院",
            "Guangdong Provincial Architectural Design and Research Institute",
        ),
        ("宜昌市建筑设计院", "Yichang Municipal Architectural Design Institute"),
        (
            "湖南省水利水电勘测设计研究院",
            "Hunan Provincial Water Conservancy and Hydropower Survey, Design and Research Institute",
        ),
    ],
)
def test_a_design_institute_is_no_academy(shipped: Glossary, chinese: str, english: str) -> None:
    assert shipped.lookup(chinese)[0].english == english


@pytest.mark.parametrize(
    "english",
    ["Jilin Forestry Department", "Forestry Department of Jilin", "Jilin Department of Forestry"],
)
def test_a_department_is_one_in_any_order_of_its_words(shipped: Glossary, english: str) -> None:
    assert shipped.lookup(english)[0].chinese == "吉林省林业厅"


def test_a_name_that_a_province_and_a_city_have_is_either_s(shipped: Glossary) -> None:
    found = [(each.chinese, each.evidence) for each in shipped.lookup("Jilin Bureau of Statistics")]
    assert found[:2] == [("吉林省统计局", "reconstructed"), ("吉林市统计局", "reconstructed")]
    assert shipped.lookup("Jilin Department of Commerce")[0].evidence == "composed"
    assert shipped.lookup("Jilin Municipal Bureau of Statistics")[0].evidence == "composed"


def test_commissions_that_became_bureaus_are_known(shipped: Glossary) -> None:
    assert shipped.lookup("Beijing Commission of Commerce")[0].chinese == "北京市商务委员会"
    assert shipped.lookup("Beijing Bureau of Commerce")[0].chinese == "北京市商务局"


def test_a_schools_high_school_is_found_by_what_such_schools_call_themselves(
    shipped: Glossary,
) -> None:
    for asked in (
        "High School Affiliated to Nankai University",
        "Affiliated Middle School of Nankai University",
        "Nankai University High School",
    ):
        assert shipped.lookup(asked)[0].chinese == "南开大学附属中学"
