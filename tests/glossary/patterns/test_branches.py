"""Branches of central authorities, zones, schools: composed where there is one, declined where there cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.glossary import Glossary


def test_a_regulator_of_the_past_has_its_days(shipped: Glossary) -> None:
    name = "中国银行保险监督管理委员会北京监管局"
    assert (shipped.lookup(name)[0].name.start, shipped.lookup(name)[0].name.end) == (
        "2018",
        "2023",
    )
    assert shipped.lookup(name, as_of="2025").found == "none"


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


def test_a_longer_topic_is_not_taken_apart(shipped: Glossary) -> None:
    answer = shipped.lookup("河南省物业管理条例")[0]
    assert answer.english == "Regulations of Henan Province on Property Management"


DESIGNATED = {
    "PLA Unit 61726": ("中国人民解放军61726部队", "PLA Unit 61726"),
    "Unit 61419": ("61419部队", "Unit 61419"),
    "Unit No. 61486 of the PLA": ("中国人民解放军61486部队", "PLA Unit 61486"),
    "PLA Navy Unit 91977": ("海军91977部队", "PLA Navy Unit 91977"),
}


@pytest.mark.parametrize("name", DESIGNATED)
def test_a_unit_of_the_forces_is_known_by_its_designator(shipped: Glossary, name: str) -> None:
    chinese, english = DESIGNATED[name]
    assert {each.chinese for each in shipped.lookup(name)} == {chinese}
    assert shipped.lookup(chinese)[0].english == english


@pytest.mark.parametrize("name", ["Unit 731", "Unit 6141", "PLA Unit 614190", "614190部队"])
def test_other_numbers_designate_no_unit(shipped: Glossary, name: str) -> None:
    assert shipped.lookup(name).found == "none"


def test_a_flat_is_no_unit_in_a_text(shipped: Glossary) -> None:
    assert not shipped.names("They moved to Unit 10234 and sold 25000 units.")


def test_a_branch_of_the_council_for_trade_is_called_as_its_level_has_it(shipped: Glossary) -> None:
    council = "China Council for the Promotion of International Trade"
    called = {
        name: shipped.lookup(f"{council} {name} Sub-council")[0].chinese
        for name in ("Shandong", "Ningbo")
    }
    assert called == {
        "Shandong": "中国国际贸易促进委员会山东省分会",
        "Ningbo": "中国国际贸易促进委员会宁波市支会",
    }
