"""A title in other words, or with one word more or less than the one title it can be of; and those that are others by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.model.entries import Kind
from glossary.model.values import replace
from tests.glossaries import body, empty_glossary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary import Glossary

TITLES = (
    ("Measures for the Administration of National Network Identity Authentication Public Services", "国家网络身份认证公共服务管理办法"),
    ("Measures for the Registration of Overseas Producers of Imported Dairy Products", "进口乳品境外生产企业注册办法"),
    ("Interim Measures for the Supervision of Voluntary Reduction of Greenhouse Gas Emissions", "温室气体自愿减排监督暂行办法"),
    ("Provisions on the Safe Transport of Radioactive Articles by Road", "放射性物品道路安全运输规定"),
    ("Rules for Training Pilots of Light Sport Aircraft at Flying Clubs", "航空俱乐部轻型运动航空器驾驶员训练规则"),
    ("Rules for Training Pilots of Light Sport Gliders at Flying Clubs", "航空俱乐部轻型运动滑翔机驾驶员训练规则"),
    ("Law on the Protection and Rational Exploitation of Deep Seabed Mineral Resources", "深海海底矿产资源保护与合理开发法"),
    ("Interpretation of the Supreme People's Court on Several Issues concerning the Application of the Arbitration Law", "最高人民法院关于适用《中华人民共和国仲裁法》若干问题的解释"),
    ("Opinions on Improving Community Services", "关于改进社区服务的意见"),
    ("Opinions on the Selection of Villagers' Talents", "中共中央关于选拔村民人才的意见"),
    ("Ethical Norms for Artificial Intelligence Research", "人工智能研究伦理规范"),
    ("Law on the Contracting of Rural Land", "农村土地承包法"),
)  # fmt: skip


@pytest.fixture(scope="module", name="titles")
def _titles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Glossary]:
    with empty_glossary(tmp_path_factory.mktemp("near")) as glossary:
        for english, chinese in TITLES:
            glossary.add(replace(body(english, chinese), kind=Kind.DOCUMENT), by="mei")
        glossary.add(body("Northwind University", "北风大学"), by="mei")
        yield glossary


@pytest.mark.parametrize(
    ("asked", "chinese"),
    [
        ("Measures for the Administration of National Network Identity Authentication Public Service Kiosks", ["国家网络身份认证公共服务管理办法"]),
        ("Provisions on the Very Safe Transport of Radioactive Articles by Road", ["放射性物品道路安全运输规定"]),
        ("Rules for Training Pilots of Light Aircraft at Flying Clubs", ["航空俱乐部轻型运动航空器驾驶员训练规则"]),  # not of gliders
        ("SPC Interpretation on the Application of the Arbitration Law", ["最高人民法院关于适用《中华人民共和国仲裁法》若干问题的解释"]),
        # Words that tell titles apart:
        ("Measures for the Supervision of Voluntary Reduction of Greenhouse Gas Emissions", []),
        ("Provisions on the Safe Transport of Radioactive Articles by Railway and Road", []),
        ("Interim Measures for the Registration of Overseas Producers of Imported Dairy Products", []),
        # A city's rule is not the ministry's:
        ("Provisions of Luoyang City on the Safe Transport of Radioactive Articles by Road", []),
        # Nor is a university's:
        ("Northwind University Rules for Training Pilots of Light Sport Aircraft at Flying Clubs", []),
        # Two words more:
        ("Measures for the Administration of National Network Identity Authentication Public Service Kiosk Counters", []),
        # Two titles as near as one another:
        ("Rules for Training Pilots of Light Sport Balloons at Flying Clubs", []),
        # A law is named in full:
        ("Law on the Protection and Exploitation of Deep Seabed Mineral Resources", []),
        # A short title leaves too little:
        ("Provisions on Radioactive Transport by Road", []),
        # Who issued it may be said where the title held does not, but not another one:
        ("Opinions of the CPC Central Committee and the State Council on Improving Community Services", ["关于改进社区服务的意见"]),
        ("Opinions of the Supreme People's Court on Improving Community Services", []),
        ("Opinions of the CPC Central Committee on the Selection of Villagers' Talents", ["中共中央关于选拔村民人才的意见"]),
        ("Opinions of the State Council on the Selection of Villagers' Talents", []),
        # A code of ethics is no code of law:
        ("Code of Ethics for Artificial Intelligence Research", ["人工智能研究伦理规范"]),
        ("Rural Land Contract Code", []),
    ],
)  # fmt: skip
def test_a_long_title_may_differ_in_one_word_that_does_not_tell_it_from_others(
    titles: Glossary, asked: str, chinese: list[str]
) -> None:
    answers = titles.lookup(asked)
    assert [answer.chinese for answer in answers] == chinese
    assert all(answer.reworded for answer in answers)


def test_of_two_documents_the_one_that_says_all_words_asked_for_is_meant(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with empty_glossary(tmp_path_factory.mktemp("all")) as glossary:
        for english, chinese in (
            ("Interpretation of the Supreme People's Court on Several Issues concerning the Specific Application of Law in Criminal Cases of Copyright", "最高人民法院关于著作权刑事案件具体应用法律若干问题的解释"),
            ("Interpretation of the Supreme People's Court on the Application of Law in Criminal Cases of Copyright", "最高人民法院关于著作权刑事案件适用法律问题的解释"),
        ):  # fmt: skip
            glossary.add(replace(body(english, chinese), kind=Kind.DOCUMENT), by="mei")
        asked = "SPC Interpretation on Specific Application of Law in Criminal Cases of Copyright"
        assert [answer.chinese for answer in glossary.lookup(asked)] == [
            "最高人民法院关于著作权刑事案件具体应用法律若干问题的解释"
        ]
