"""What is declined, and why; and that hostile names cost no more than their length."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from glossary.facade import composing
from glossary.facade.composing import NameGrammar
from glossary.glossary import Glossary
from glossary.patterns import guessing
from glossary.patterns.features import SUBJECTS, TOPICS
from glossary.patterns.nodes import Node
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
    "广东省独角兽条例": 'unknown topic "独角兽"',
    "国务院关于推广可复制独角兽经验的通知": 'unknown topic "可复制独角兽经验"',  # not 覆制, under which 複制 and 复制 meet
    "珠海市促进经济功能区发展办法": 'unknown topic "促进经济功能区发展"',  # no place: 珠海市促进经济功能区
    "Measures for Administrative Supervision of Social Insurance Funds": 'unknown topic "Administrative Supervision of Social Insurance Funds"',
    "Regulations of Hebei Province on Dragons": 'unknown topic "Dragons"',
    "上海张三有限公司": "not in the glossary",
    "Ministry of Magic": "not in the glossary",
    "中华人民共和国魔法部": "not in the glossary",
    "Hebei University of Magic": "not in the glossary",
    "四平路街道办事处": "subdistricts, towns and townships are read in Chinese alone, after the county that has them",
    "Siping Road Sub-district Office": "subdistricts, towns and townships are read in Chinese alone, after the county that has them",
    "国务院关于修改《中华人民共和国刑法》的决定": "no such paper deals with a 法: 中华人民共和国刑法",
    "故宫博物馆": "故宫博物院 is not known to have a 博物馆",
    "财政部自动化所": "not in the glossary",  # a laboratory's pattern adds nothing to the institute
    "国家图书馆教务处": "中国国家图书馆 is not known to have a 教务处",
    "内蒙古农牧业科学院教务处": "内蒙古农牧业科学院 is not known to have a 教务处",
    "恒生银行办公厅": "恒生银行 is not known to have a 办公厅",
    "小米集团办公室": "小米集团 is not known to have a 办公室",
    "教育部办公室": "教育部 is not known to have a 办公室",
    "国家文物局办公厅": "国家文物局 is not known to have a 办公厅",
    "河北省教育厅办公厅": "河北省教育厅 is not known to have a 办公厅",
    "正定县教育局办公厅": "正定县教育局 is not known to have a 办公厅",
    "正定县交通运输执法总队": "a county has no 交通运输执法总队",
    "正定县飞龙镇人民政府": "subdistricts, towns and townships are read in Chinese alone, after the county that has them",
    "People's Government of Baiyi Town, Pingchang County": "subdistricts, towns and townships are read in Chinese alone, after the county that has them",
    "石家庄市龙舟管理中心": 'unknown field "龙舟"',
    "正定县教育局人事处": "正定县教育局 is not known to have a 人事处",
    "石家庄市教育局长安分局": "石家庄市教育局 is not known to have a 分局",
    "河北省人民政府人事处": "河北省人民政府 is not known to have a 人事处",
    "国务院人事司": "国务院 is not known to have a 人事司",
    "河北省第一中级人民法院": "a province has no 第一中级人民法院",
    "Fifth Intermediate People's Court of Beijing": "a municipality has no 第五中级人民法院",
    "Secretariat of Hang Seng Bank": "恒生银行 is not known to have a 秘书处",
    "河北省教育厅渔业处": "河北省教育厅 is not known to have a 渔业处",
    "农业农村部高等教育司": "农业农村部 is not known to have a 高等教育司",
    "Fisheries Division of Hebei Provincial Department of Education": "河北省教育厅 is not known to have a 渔业处",
    "拉萨市港口管理局": "a city has no 港口管理局",
    "上海市煤炭工业局": "a municipality has no 煤炭工业局",
    "北京市2077年工作计划": "2077 is too far ahead for such a paper",
    "1999年应急管理部工作报告": '"应急管理部" was in use 2018-03–',
    "河北省数据局2005年工作总结": '"数据" was in use 2023–',
    "Work Report of the National Data Administration for 2010": '"National Data Administration" was in use 2023-10-25–',
}


def test_a_search_works_out_no_reason_it_does_not_tell(
    shipped: Glossary, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "Department of Education of Narnia Province"
    asked: list[str] = []
    told = composing.why_not

    def counted(parser: Parser, text: str, symbols: Iterable[str]) -> tuple[str, str]:
        asked.append(text)
        return told(parser, text, symbols)

    monkeypatch.setattr(composing, "why_not", counted)
    assert not shipped.find(name).composed
    assert asked == []
    assert shipped.lookup(name).reason == 'unknown place "Narnia"'
    assert asked == [name]


@pytest.mark.parametrize("name", DECLINED)
def test_a_decline_says_why(shipped: Glossary, name: str) -> None:
    answers = shipped.lookup(name)
    assert (answers.found, answers.reason) == ("none", DECLINED[name])


def test_what_a_title_deals_with_is_not_read_again_to_learn_why(
    grammar: NameGrammar, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[tuple[str, tuple[str, ...]]] = []
    computed = guessing.Guesser._compute

    def counted(guesser: Any, symbol: str, start: int) -> list[tuple[int, Node]]:
        if guesser.known is None:
            read.append((symbol, guesser.guessed))
        return computed(guesser, symbol, start)

    monkeypatch.setattr(guessing.Guesser, "_compute", counted)
    assert (
        grammar.read_or_why("珠海市促进经济功能区发展办法")[1]
        == 'unknown topic "促进经济功能区发展"'
    )
    assert {guessed for symbol, guessed in read if symbol in SUBJECTS} <= {(), TOPICS}


def test_words_that_cannot_go_on_are_not_guessed(
    grammar: NameGrammar, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A field is guessed only before what may stand behind one: 67 steps here, of 4,000 where any word may follow."""
    steps: dict[tuple[str, ...], int] = {}
    whole = guessing.Guesser.whole

    def counted(guesser: Any, symbols: Iterable[str]) -> list[Node]:
        found = whole(guesser, symbols)
        steps[guesser.guessed] = guesser.steps - guesser._steps_left
        return found

    monkeypatch.setattr(guessing.Guesser, "whole", counted)
    assert grammar.read_or_why("石家庄市龙舟管理中心")[1] == 'unknown field "龙舟"'
    assert steps["field",] < 1_000


FRAMES = {
    "广东省独角兽条例": "Regulations of Guangdong Province on 〔独角兽〕",
    "国务院办公厅关于印发《公文格式细则》的通知": "Notice of the General Office of the State Council on Issuing the 〔公文格式细则〕",
    "上海张三有限公司": "",
    # What closes the unknown words goes with them, and those that a paper is of are not theirs.
    "关于印发《独角兽产业发展规划》的通知": "Notice on Issuing the Development Plan for 〔独角兽产业〕",
    "国家税务总局关于修订《重大税收违法案件信息公布办法（试行）》的公告": "Announcement of the State Taxation Administration on Revising 〔重大税收违法案件信息公布办法（试行）〕",
    "关于印发金属冶炼目录2015版的通知": "Notice on Issuing the 〔金属冶炼目录2015版〕",
    # No word or place is cut, and none cut off what may be a longer one.
    "关于保障性住房实施绿色建筑行动的通知": "Notice on 〔保障性住房实施绿色建筑行动〕",
    "关于青岛银行增加注册资本的批复": "Reply on 〔青岛银行增加注册资本〕",
    "关于医疗器械生产质量管理规范执行有关事宜的通告": "Public Notice on 〔医疗器械生产质量管理规范执行有关事宜〕",
    "关于2002年、2003年出口商品贴息清算的批复": "Reply on 〔2002年、2003年出口商品贴息清算〕",
    "关于调整卷烟消费税的通知": "Notice on Adjusting 〔卷烟消费税〕",
    "深圳市人民政府办公厅关于印发深圳市扶持独角兽企业若干措施的通知": "Notice of the General Office of Shenzhen Municipal People's Government on Issuing the Several Measures of Shenzhen City on 〔扶持独角兽企业〕",
    "国家卫生健康委办公厅关于印发门（急）诊诊疗信息页质量管理规定（试行）的通知": "Notice of the General Office of the National Health Commission on Issuing the Provisions on the Administration of 〔门（急）诊诊疗信息页质量〕 (for Trial Implementation)",
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
    readings, reason = grammar.read_or_why(name)
    assert readings == []
    assert not reason or len(reason) < 200  # what is in the way, not the whole name again


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


def test_a_name_of_too_many_readings_is_given_up_at_once(
    grammar: NameGrammar, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "Notice on " + " and ".join(["Education"] * 50)
    computed = Parser._compute
    calls = 0

    def counted(*arguments: Any) -> list[tuple[int, Node]]:
        nonlocal calls
        calls += 1
        return computed(*arguments)

    monkeypatch.setattr(Parser, "_compute", counted)
    parser = grammar.parser(name)
    assert parser.whole(("title",)) == []
    assert parser.gave_up
    once, calls = calls, 0
    assert grammar.read_or_why(name)[1] == ""
    assert calls <= 2 * once  # no second reading tells why


@pytest.mark.parametrize(
    "name",
    [
        "Regulations on " + "Water Resources and " * 20 + "Forests",
        "河北省水" + "保护和管理" * 20 + "条例",
    ],
)
def test_a_name_of_a_great_many_readings_is_given_up(
    shipped: Glossary, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    steps = 0
    walk = Parser._walk

    def counted(*arguments: Any) -> None:
        nonlocal steps
        steps += 1
        walk(*arguments)

    monkeypatch.setattr(Parser, "_walk", counted)
    assert not shipped.lookup(name)
    assert 0 < steps < 100_000  # each of some seven readings has 10,000 at most
