"""Organs of the Party's local committees: any department with any form of the committee's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from glossary.glossary import Glossary

# The Chinese as recruitment tables of Henan and Guangdong (2026) write it; the English by Handan's list of 2005, or word for word.
ORGANS = {
    "中共滑县县委党校": "Party School of the CPC Huaxian County Committee",
    "中共息县县委政法委": "Political and Legal Affairs Commission of the CPC Xixian County Committee",
    "中共高州市直属机关工作委员会": "Work Committee for Directly Affiliated Organs of the CPC Gaozhou City Committee",
    "中共唐河县纪律检查委员会唐河县监察委员会": "CPC Tanghe County Commission for Discipline Inspection and Tanghe County Supervisory "
    "Commission",
    "唐河县纪委监委派驻机构": "Resident Agencies of the Tanghe County Commission for Discipline Inspection and Supervisory Commission",
}


@pytest.mark.parametrize("chinese", ORGANS)
def test_an_organ_of_a_committee_is_composed(shipped: Glossary, chinese: str) -> None:
    answer = shipped.lookup(chinese)[0]
    assert answer.english == ORGANS[chinese]


@pytest.mark.parametrize(
    "english",
    [
        "Publicity Department of the CPC Hebei Provincial Committee",
        "Propaganda Department of Hebei Provincial Party Committee",
        "Hebei Provincial Committee of the CPC Publicity Department",
        "Publicity Department, CPC Hebei Provincial Committee",
        "Hebei Provincial Publicity Department",
    ],
)
def test_a_department_is_found_with_any_form_of_its_committee(
    shipped: Glossary, english: str
) -> None:
    assert shipped.lookup(english)[0].chinese == "中共河北省委宣传部"


def test_two_commissions_of_two_places_are_no_body(shipped: Glossary) -> None:
    assert shipped.lookup("中共唐河县纪律检查委员会滑县监察委员会").found == "none"


def test_a_county_has_no_general_office_of_a_province(shipped: Glossary) -> None:
    assert "中共滑县委办公厅" not in {
        each.chinese for each in shipped.lookup("中共滑县委办公厅").answers
    }
