"""Posts: who is at the head of a body, a place or a committee, both ways; and posts that there are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.model.entries import Kind

if TYPE_CHECKING:
    from glossary.glossary import Glossary

# The Chinese as the evening news and a directory of 2024 have it.
POSTS = {
    "商务部副部长": "Vice Minister of Commerce",
    "国家发展和改革委员会副主任": "Deputy Director of the National Development and Reform Commission",
    "河北省科学技术厅厅长": "Director of the Hebei Provincial Department of Science and Technology",
    "石家庄市市长": "Mayor of Shijiazhuang",
    "河南省代省长": "Acting Governor of Henan",
    "内蒙古自治区主席": "Chairman of Inner Mongolia Autonomous Region",
    "延边朝鲜族自治州州长": "Governor of Yanbian Korean Autonomous Prefecture",
    "正定县县长": "Magistrate of Zhengding County",
    "中共河北省委书记": "Secretary of the CPC Hebei Provincial Committee",
    "中共广州市委副书记": "Deputy Secretary of the CPC Guangzhou Municipal Committee",
    "河北省人民检察院检察长": "Procurator-General of the People's Procuratorate of Hebei Province",
    "中国驻法国大使": "Chinese Ambassador to France",
    "中国驻纽约总领事": "Chinese Consul General in New York",
    "北京大学副校长": "Vice President of Peking University",
    "中国人民银行副行长": "Deputy Governor of the People's Bank of China",
    "中共贵州省委原书记": "Former Secretary of the CPC Guizhou Provincial Committee",
    "东部战区司令员": "Commander of the Eastern Theater Command",
}


@pytest.mark.parametrize("chinese", POSTS)
def test_a_post_is_composed_both_ways(shipped: Glossary, chinese: str) -> None:
    there, back = shipped.lookup(chinese)[0], shipped.lookup(POSTS[chinese])[0]
    assert (there.english, there.kind) == (POSTS[chinese], Kind.POSITION.value)
    assert back.chinese == chinese
    assert back.derivation


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("Hebei Party Secretary", "中共河北省委书记"),
        ("Deputy Party Secretary of Guangzhou", "中共广州市委副书记"),
        ("Commerce Minister", "商务部部长"),
        ("Ministry of Foreign Affairs Spokesperson", "外交部发言人"),
        ("Director, Hebei Provincial Department of Education", "河北省教育厅厅长"),
        ("石家庄市长", "石家庄市市长"),
        ("贵州省委原书记", "中共贵州省委原书记"),
    ],
)
def test_a_post_is_read_as_reports_write_it(shipped: Glossary, asked: str, chinese: str) -> None:
    assert shipped.lookup(asked)[0].chinese == chinese


@pytest.mark.parametrize(
    "name",
    [
        "Governor of Guangzhou",
        "Mayor of Hebei",
        "Minister of Dragons",
        "Chinese Ambassador to Shanghai",
        "Procurator-General of the Supreme People's Court",
        "Political Commissar of Peking University",
        "河北省科学技术厅主任",
        "石家庄市省长",
        "正定县科学技术厅厅长",
        "最高人民法院检察长",
        "北京大学局长",
        "俄罗斯国防部部长",
    ],
)
def test_a_post_that_there_is_not_is_declined(shipped: Glossary, name: str) -> None:
    assert not shipped.lookup(name)


def test_a_post_that_a_body_has_not_is_told(shipped: Glossary) -> None:
    assert "主任" in shipped.lookup("河北省科学技术厅主任").reason


def test_what_a_party_group_is_called_is_a_guess(shipped: Glossary) -> None:
    assert (
        shipped.lookup("Party Secretary of the Ministry of Commerce")[0].evidence == "reconstructed"
    )


def test_in_a_running_text_the_body_is_named(shipped: Glossary) -> None:
    text = "The director of the Hebei Provincial Department of Education and the Mayor of Tangshan spoke."
    assert [found.text for found in shipped.names(text)] == [
        "Hebei Provincial Department of Education"
    ]
