"""Names between the scripts: traps of one Simplified character that stands for several."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.language.convert import TARGETS, convert, converted
from glossary.language.han import han_key

NAMES = """
河北省科学技术厅 河北省科學技術廳
国家发展和改革委员会 國家發展和改革委員會
干部局 幹部局
抗旱条例 抗旱條例
干旱地区 乾旱地區
乾县 乾縣
江干区 江干區
中国制造 中國製造
制度 制度
皇后 皇后
天后宫 天后宮
后勤保障部 後勤保障部
后里区 后里區
周口市 周口市
征求意见稿 徵求意見稿
长征 長征
税收征收管理法 稅收徵收管理法
仪征市 儀徵市
复旦大学 復旦大學
复合材料 複合材料
历史研究所 歷史研究所
历法 曆法
万里 萬里
三里屯 三里屯
这里 這裡
里约热内卢 里約熱內盧
水里乡 水里鄉
苑里镇 苑裡鎮
关于印发的通知 關於印發的通知
于都县 于都縣
于右任 于右任
于是 於是
余秋雨 余秋雨
余姚市 餘姚市
范仲淹 范仲淹
示范区 示範區
范本 範本
范围 範圍
范曾 范曾
钟点工 鐘點工
光钟 光鐘
钟南山 鍾南山
余额 餘額
实华发展 實華發展
科联系统 科聯系統
周报社 週報社
姜堰区 姜堰區
郁达夫 郁達夫
郁金香 鬱金香
岳飞 岳飛
五岳 五嶽
谷牧 谷牧
谷物 穀物
葵涌 葵涌
涌泉 湧泉
北斗 北斗
奋斗 奮鬥
小丑 小丑
钟南山 鍾南山
钟楼区 鐘樓區
沈从文 沈從文
沈阳市 瀋陽市
邢台市 邢臺市
台州市 台州市
中央广播电视总台 中央廣播電視總臺
国际关系学院 國際關係學院
联系 聯繫
群众 群眾
山峰 山峰
湿地公园 濕地公園
秘书处 秘書處
水污染 水污染
海淀区 海淀區
云南 雲南
面粉 麵粉
当涂县 當塗縣
""".split()
PAIRS = list(zip(NAMES[::2], NAMES[1::2], strict=True))


@pytest.mark.parametrize(
    ("hans", "hant"),
    [
        ("互免签证", "互免簽證"),
        ("金瓶掣签", "金瓶掣籤"),
        ("国药准字", "國藥准字"),
        ("高丰度稀土", "高豐度稀土"),
        ("调制解调器", "調制解調器"),
        ("罗马斗兽场", "羅馬鬥獸場"),
        ("煤制烯烃", "煤製烯烴"),
        ("管制种类", "管制種類"),
        ("液面计", "液面計"),
        ("里里外外", "裡裡外外"),
        ("涂装", "塗裝"),
        ("钟鼎", "鐘鼎"),
        ("余震", "餘震"),
        ("姜汁", "薑汁"),
        ("并州", "并州"),
        ("发霉", "發霉"),
        ("涂山", "塗山"),
        ("余华", "余華"),
        ("姜文", "姜文"),
    ],
)
def test_a_word_that_begins_like_a_surname_is_no_person(hans: str, hant: str) -> None:
    assert convert(hans, "zh-Hant") == hant


@pytest.mark.parametrize(("hans", "hant"), PAIRS)
def test_names_become_traditional_and_back(hans: str, hant: str) -> None:
    assert convert(hans, "zh-Hant") == hant
    assert convert(hant, "zh-Hans") == hans


@pytest.mark.parametrize(
    ("hans", "taiwan", "hong_kong"),
    [
        ("台湾", "臺灣", "台灣"),
        ("卫生署", "衛生署", "衞生署"),
        ("这里", "這裡", "這裏"),
        ("启东", "啟東", "啓東"),
        ("烟草专卖局", "菸草專賣局", "煙草專賣局"),
        ("说明", "說明", "説明"),
        ("群众", "群眾", "羣眾"),
    ],
)
def test_taiwan_and_hong_kong_have_forms_of_their_own(
    hans: str, taiwan: str, hong_kong: str
) -> None:
    assert convert(hans, "zh-Hant-TW") == taiwan
    assert han_key(convert(hans, "zh-Hant-HK")) == han_key(hong_kong) == han_key(hans)
    assert convert(taiwan, "zh-Hans") == convert(hong_kong, "zh-Hans") == hans


def test_wording_is_kept() -> None:
    assert convert("联系人信息网络", "zh-Hant-TW") == "聯繫人信息網絡"
    assert convert("塔吉克", "zh-Hans") == "塔吉克"


@pytest.mark.parametrize("to", TARGETS)
def test_what_is_not_chinese_stays(to: str) -> None:
    for text in ("", "Hebei 2020\n", "Ünïted", "トヨタ", "한국", "\x00", "😀", "a\r\nb"):
        assert convert(text, to) == text


def test_lines_stay_lines() -> None:
    assert convert("国家\n\n于都\r\n", "zh-Hant") == "國家\n\n于都\r\n"


def test_an_unknown_target_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"'zh-TW'. Write one of zh-Hans, zh-Hant"):
        convert("国", "zh-TW")


def _phrases() -> list[str]:
    """Every phrase of the tables of conversion, and every character."""
    folder = Path(convert.__code__.co_filename).parent / "tables" / "han"
    found = []
    for name in ("hant.txt", "hans.txt", "tw.txt", "hk.txt", "compatible.txt"):
        lines = (folder / name).read_text(encoding="utf-8").split("\n")
        pairs, *rows = [line for line in lines if line and line[0] != "#"]
        found += pairs[0::2]
        for row in rows:
            first, *columns = row.split("\t")
            for column in columns:
                rests = (item.partition("=")[0] for item in column[1:].split(" "))
                found += [first + column[0] + rest for rest in rests]
    return found


@pytest.mark.parametrize(
    ("tables", "configuration"),
    [
        (("hant.txt", "tw.txt"), "s2tw"),
        (("hant.txt", "hk.txt"), "s2hk"),
        (("hans.txt", ""), "t2s"),
        (("hk.txt", ""), "t2hk"),
    ],
)
def test_the_tables_convert_as_opencc_does(tables: tuple[str, str], configuration: str) -> None:
    """Each phrase alone and a third of them run into the next, where one may keep another from matching."""
    opencc = pytest.importorskip("opencc").OpenCC(configuration)
    phrases = _phrases()
    assert len(phrases) > 55_000
    texts = phrases + [one[:-1] + other for one, other in pairwise(phrases[::3])]
    assert [converted(text, *tables) for text in texts] == [opencc.convert(text) for text in texts]


COMMON = st.text(
    alphabet="国家发展和改革委员会河北省科学技术厅后干里台于余范钟征复历制系谷斗郁岳云面松周涌沈为群峰卫启说线着众",
    max_size=20,
)


@settings(deadline=None)
@given(COMMON, st.sampled_from(sorted(TARGETS)))
def test_every_script_of_a_text_has_one_key(text: str, to: str) -> None:
    assert han_key(convert(text, to)) == han_key(text)
    assert han_key(convert(convert(text, to), "zh-Hans")) == han_key(text)


@settings(deadline=None)
@given(st.text(), st.sampled_from(sorted(TARGETS)))
def test_any_text_converts_to_as_many_lines(text: str, to: str) -> None:
    assert convert(text, to).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("hans", "hant"),
    [
        ("中国浦东干部学院", "中國浦東幹部學院"),
        ("国家卫生健康委卫生发展研究中心", "國家衛生健康委衛生發展研究中心"),
        ("审理非法制造枪支案件", "審理非法製造槍支案件"),
        ("电磁调制技术", "電磁調制技術"),
        ("第一巡回法庭", "第一巡迴法庭"),
        ("光威复材", "光威複材"),
        ("金发科技", "金發科技"),
        ("东岳硅材", "東岳硅材"),
        ("汉钟精机", "漢鐘精機"),
        ("中注协", "中註協"),
        ("学生发展中心", "學生發展中心"),
        ("国家制造业转型升级基金", "國家製造業轉型升級基金"),
        ("企业破产制度", "企業破產制度"),
        ("上海台风研究所", "上海颱風研究所"),
        ("能力征集", "能力徵集"),
        ("恢复材料", "恢復材料"),
        ("北京周报社", "北京週報社"),
        ("中诚信托", "中誠信託"),
        ("速冻面米食品", "速凍麵米食品"),
        ("提升机用斗轮", "提升機用斗輪"),
        ("准备注册商标", "準備註冊商標"),
        ("瑞贝卡发制品股份有限公司", "瑞貝卡髮製品股份有限公司"),
        ("研发制品管理办法", "研發製品管理辦法"),
        ("东方表行集团有限公司", "東方表行集團有限公司"),
        ("江西省新干县人民政府", "江西省新干縣人民政府"),
        ("安溪县剑斗中心卫生院", "安溪縣劍斗中心衛生院"),
        ("江都区丁伙镇", "江都區丁伙鎮"),
        ("平江县司马冲镇", "平江縣司馬沖鎮"),
        ("西于庄街道", "西于莊街道"),
        ("关于村级组织的意见", "關於村級組織的意見"),
        ("梅县区松口镇", "梅縣區松口鎮"),
        ("伊宁县吉里于孜镇", "伊寧縣吉里于孜鎮"),
        ("兰溪市游埠镇旅游公司", "蘭溪市游埠鎮旅遊公司"),
        ("艰苦奋斗与合伙企业", "艱苦奮鬥與合夥企業"),
        ("十余家企业的冲突", "十餘家企業的衝突"),
        ("全面战略合作伙伴关系", "全面戰略合作夥伴關係"),
        ("将乐县余坊乡卫生院", "將樂縣余坊鄉衛生院"),
        ("田野里的中国", "田野裡的中國"),
        ("新干线铁路", "新幹線鐵路"),
        ("河北金沙河面业集团", "河北金沙河麵業集團"),
        ("地面业务管理规定", "地面業務管理規定"),
    ],
)
def test_form_goes_by_the_sense_of_the_word(hans: str, hant: str) -> None:
    assert convert(hans, "zh-Hant") == hant
    assert convert(hant, "zh-Hans") == hans
