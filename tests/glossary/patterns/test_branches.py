"""Branches of central authorities, zones, schools: composed where there is one, declined where there cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.glossary import Glossary

BRANCHES = {
    "CSRC Beijing Regulatory Bureau": "中国证券监督管理委员会北京监管局",
    "NFRA Shanghai Regulatory Bureau": "国家金融监督管理总局上海监管局",
    "CBIRC Dalian Bureau": "中国银行保险监督管理委员会大连监管局",
    "People's Bank of China Jiangsu Provincial Branch": "中国人民银行江苏省分行",
    "State Administration of Foreign Exchange Zhejiang Branch": "国家外汇管理局浙江省分局",
    "State Administration of Foreign Exchange, Shenzhen Branch": "国家外汇管理局深圳市分局",
    "North China Regulatory Bureau of the National Energy Administration": "国家能源局华北监管局",
    "Jiangsu Energy Regulatory Office of National Energy Administration": "国家能源局江苏监管办公室",
    "CAAC East China Regional Administration": "中国民用航空华东地区管理局",
    "Huangpu Customs": "黄埔海关",
    "Shanghai Customs District": "上海海关",
    "Guangdong Maritime Safety Administration": "广东海事局",
    "Zhejiang Provincial Committee of the Jiusan Society": "九三学社浙江省委员会",
    "Beijing Office of the People's Government of Yunnan Province": "云南省人民政府驻北京办事处",
    "Cyberspace Administration of Shanghai": "上海市互联网信息办公室",
    "Administrative Committee of Tianjin Economic-Technological Development Area": (
        "天津经济技术开发区管理委员会"
    ),
    "Tianhe District Branch of Guangzhou Municipal Public Security Bureau": "广州市公安局天河区分局",
    "Shijiazhuang No. 2 Middle School": "石家庄市第二中学",
    "Shandong Provincial Civil Air Defense Office": "山东省人民防空办公室",
    "Foreign Affairs Office of Jiangsu Provincial People's Government": (
        "江苏省人民政府外事办公室"
    ),
    "Beijing Center for Disease Prevention and Control": "北京市疾病预防控制中心",
}
CHINESE = {
    "新疆维吾尔自治区人民检察院伊犁哈萨克自治州分院": (
        "Ili Kazak Autonomous Prefecture Branch of the People's Procuratorate of Xinjiang Uygur "
        "Autonomous Region"
    ),
    "西藏自治区旅游发展厅": "Department of Tourism Development of Tibet Autonomous Region",
    "南方能源监管局": "South China Regulatory Bureau of the National Energy Administration",
}
NONE = [
    "中国证券监督管理委员会石家庄监管局",  # a province has one, or one of five cities
    "国家能源局石家庄监管局",
    "国家能源局河北监管办公室",
    "国家能源局西南监管局",
    "正定海关",
    "拉萨海事局",
    "石家庄铁路监督管理局",
    "正定经济技术开发区管理委员会",
    "石家庄市第二百中学",
    "国务院驻北京办事处",
]


@pytest.mark.parametrize("name", BRANCHES)
def test_a_branch_is_composed_in_chinese(shipped: Glossary, name: str) -> None:
    assert BRANCHES[name] in {answer.chinese for answer in shipped.lookup(name).answers}


@pytest.mark.parametrize("name", CHINESE)
def test_a_branch_is_composed_in_english(shipped: Glossary, name: str) -> None:
    assert shipped.lookup(name)[0].english == CHINESE[name]


@pytest.mark.parametrize("name", NONE)
def test_a_branch_there_is_not_is_declined(shipped: Glossary, name: str) -> None:
    assert shipped.lookup(name).found == "none"


def test_a_regulator_of_the_past_has_its_days(shipped: Glossary) -> None:
    name = "中国银行保险监督管理委员会北京监管局"
    assert (shipped.lookup(name)[0].name.start, shipped.lookup(name)[0].name.end) == (
        "2018",
        "2023",
    )
    assert shipped.lookup(name, as_of="2025").found == "none"


OF_A_BODY = {
    "Institute of Physics, CAS": "中国科学院物理研究所",
    "Institute of Physics (CAS)": "中国科学院物理研究所",
    "Institute of Physics of the Chinese Academy of Sciences": "中国科学院物理研究所",
    "Institute of Physics (Chinese Academy of Sciences)": "中国科学院物理研究所",
}


@pytest.mark.parametrize("name", OF_A_BODY)
def test_whose_an_institute_is_may_be_said_in_several_ways(shipped: Glossary, name: str) -> None:
    assert shipped.lookup(name)[0].chinese == OF_A_BODY[name]


@pytest.mark.parametrize(
    "name", ["Institute of Physics (Peking University)", "Bureau of Dreams, CAS"]
)
def test_an_institute_is_nobody_elses(shipped: Glossary, name: str) -> None:
    assert "中国科学院物理研究所" not in {each.chinese for each in shipped.lookup(name).answers}


NUMBERED = {
    "Standing Committee of the 13th National People's Congress": "第十三届全国人民代表大会常务委员会",
    "13th NPC Standing Committee": "第十三届全国人民代表大会常务委员会",
    "14th National People's Congress": "第十四届全国人民代表大会",
    "14th National Committee of the CPPCC": "中国人民政治协商会议第十四届全国委员会",
}


@pytest.mark.parametrize("name", NUMBERED)
def test_a_congress_has_a_number(shipped: Glossary, name: str) -> None:
    assert shipped.lookup(name)[0].chinese == NUMBERED[name]
    assert shipped.lookup(NUMBERED[name])[0].chinese == NUMBERED[name]


@pytest.mark.parametrize(
    "name",
    [
        "第五十届全国人民代表大会",
        "北京市第九中级人民法院",
        "上海市第四中级人民法院",
        "Beijing Ninth Intermediate People's Court",
        "国务院关于修改《中华人民共和国民法典》的决定",
    ],
)
def test_a_number_there_is_not_is_declined(shipped: Glossary, name: str) -> None:
    assert shipped.lookup(name).found == "none"


def test_a_longer_topic_is_not_taken_apart(shipped: Glossary) -> None:
    answer = shipped.lookup("河南省物业管理条例")[0]
    assert answer.english == "Regulations of Henan Province on Property Management"
