"""What is declined, and why; and that hostile names cost no more than their length."""

from __future__ import annotations

import pytest

from glossary.facade.composing import NameGrammar
from glossary.glossary import Glossary
from glossary.patterns.parsing import Parser

DECLINED = {
    "正定县教育厅": "a county has no 厅",
    "石家庄市教育厅": "a city has no 厅",
    "北京市教育厅": "a municipality has no 厅",
    "海淀区高级人民法院": "a district has no 高级人民法院",
    "Xianbei Municipal Bureau of Statistics": 'unknown place "Xianbei"',
    "Department of Education of Narnia Province": 'unknown place "Narnia"',
    "大熊猫市教育局": 'unknown place "大熊猫市"',
    "Hebei Provincial Department of Dragons": 'unknown field "Dragons"',
    "广东省机器人条例": 'unknown topic "机器人"',
    "Regulations of Hebei Province on Dragons": 'unknown topic "Dragons"',
    "上海张三有限公司": "not in the glossary",
    "Ministry of Magic": "not in the glossary",
    "中华人民共和国魔法部": "not in the glossary",
    "Hebei University of Magic": "not in the glossary",
}


@pytest.mark.parametrize("name", DECLINED)
def test_a_decline_says_why(shipped: Glossary, name: str) -> None:
    answers = shipped.lookup(name)
    assert (answers.found, answers.reason) == ("none", DECLINED[name])


FRAMES = {
    "广东省机器人条例": "Regulations of Guangdong Province on 〔机器人〕",
    "国务院办公厅关于印发《公文格式细则》的通知": "Notice of the General Office of the State Council on Issuing the 〔公文格式细则〕",
    "上海张三有限公司": "",
}


@pytest.mark.parametrize("name", FRAMES)
def test_what_is_known_of_a_title_is_given_when_asked_for(grammar: NameGrammar, name: str) -> None:
    frame = grammar.frame(name)
    assert (frame[1] if frame else "") == FRAMES[name]


@pytest.mark.parametrize(
    "name",
    [
        "x" * 10_000,
        "石家庄市" * 2_500,
        "Suzhou " * 1_400,
        "Notice on " * 1_000,
        "关于印发《" * 2_000,
        "Hebei 河北省 Department 厅 of " * 400,
        "of " * 3_000,
        "{place.adj} Department of {field}",
        "\u202e\u0000[/]",
    ],
)
def test_hostile_names_are_declined(grammar: NameGrammar, name: str) -> None:
    assert grammar.read(name) == []
    assert isinstance(grammar.reason(name), str)


@pytest.mark.parametrize(
    "part", ["Notice of the State Council on Forwarding the ", "Suzhou ", "河北省"]
)
def test_work_grows_with_the_length_and_no_faster(
    grammar: NameGrammar, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    """Steps of the parser for a name and for one twice as long: at most five times as many, never exponential."""
    steps = 0
    walk = Parser._walk

    def counted(*arguments: object) -> None:
        nonlocal steps
        steps += 1
        walk(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Parser, "_walk", counted)
    counts = []
    for times in (4, 8):
        steps = 0
        grammar.read(part * times + "Bureau of Statistics")
        counts.append(steps)
    assert counts[1] <= 5 * counts[0]
