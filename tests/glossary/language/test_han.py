"""Han keys: the writings of the four places meet; scripts are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.language.han import han_form, han_key, has_han, script_of, without_state


@pytest.mark.parametrize(
    "writings",
    [
        ("河北省科学技术厅", "河北省科學技術廳", "河北省 科学技术厅"),
        ("台湾", "臺灣", "台灣"),
        ("邢台市", "邢臺市"),
        ("中央气象台台风预报", "中央氣象臺颱風預報"),
        ("皇后", "皇后"),
        ("后勤保障部", "後勤保障部"),
        ("乾县", "乾縣"),
        ("干部局", "幹部局"),
        ("干旱", "乾旱"),
        ("发展局", "發展局"),
        ("理发", "理髮"),
        ("里程", "里程"),
        ("公里", "公里"),
        ("这里", "這裡", "這裏"),
        ("于都县", "于都縣", "於都縣"),
        ("关于", "關於"),
        ("山峰", "山峯", "山峰"),
        ("群众", "羣衆", "群眾"),
        ("为人民服务", "爲人民服務", "為人民服務"),
        ("卫生部", "衛生部", "衞生部"),
        ("启东", "啟東", "啓東"),
        ("在线", "在線", "在綫"),
        ("面粉", "麵粉", "麪粉"),
        ("计划", "計劃", "計畫"),
        ("复合", "複合", "覆合"),
        ("征求", "徵求"),
        ("著作", "著作"),
        ("着力", "着力", "著力"),
        ("钟山县", "鍾山縣", "鐘山縣"),
        ("余姚", "餘姚", "余姚"),
        ("双辽", "雙遼"),
        ("迈克·蓬佩奥", "迈克・蓬佩奥", "迈克•蓬佩奥", "迈克蓬佩奥"),
        ("国发〔2020〕1号", "国发[2020]1号", "國發（2020）1號", "国发［２０２０］１号"),
        ("《工作计划》", "工作计划", "「工作计划」", "“工作计划”"),
        ("A股", "Ａ股", "a股"),
        ("吕梁", "呂梁"),
        ("户部", "戶部", "戸部"),
        ("说明", "說明", "説明"),
    ],
)
def test_writings_of_one_name_meet(writings: tuple[str, ...]) -> None:
    assert len({han_key(text) for text in writings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("河北省", "湖北省"),
        ("山西省", "陕西省"),
        ("河北工业大学", "河北科技大学"),
        ("十四五", "145"),
        ("沈阳", "沉阳"),
        ("人像", "人象"),
        ("中国科学院", "中国社会科学院"),
    ],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert han_key(one) != han_key(other)


def test_the_state_is_dropped_before_an_organ_only() -> None:
    assert without_state(han_key("中華人民共和國外交部")) == "外交部"
    assert without_state("中华人民共和国行政处罚法") == "行政处罚法"
    for text in (
        "中华人民共和国",
        "中华人民共和国主席",
        "中华人民共和国副主席",
        "中华人民共和国宪法",
    ):
        assert without_state(text) == text


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("河北省科学技术厅", "zh-Hans"),
        ("科學技術廳", "zh-Hant"),
        ("河北省", None),
        ("台北", None),
        ("后", None),
        ("广州", "zh-Hans"),
        ("廣州", "zh-Hant"),
        ("国家安全部", "zh-Hans"),
        ("臺灣大學", "zh-Hant"),
        ("台灣大學", "zh-Hant"),
        ("行政院農業委員會", "zh-Hant"),
        ("中共中央", None),
        ("MOST", None),
        ("", None),
        ("勞动", None),
        ("國家發展和改革委員会", "zh-Hant"),
    ],
)
def test_scripts_are_told_apart(text: str, script: str | None) -> None:
    assert script_of(text) == script


def test_has_han() -> None:
    assert [has_han(text) for text in ("部", "〇", "A股", "ア", "한", "ABC", "")] == [
        True, True, True, False, False, False, False,
    ]  # fmt: skip


@given(st.text())
def test_keys_of_keys_are_themselves(text: str) -> None:
    key = han_key(text)
    assert han_key(key) == key
    assert len(han_form(text)) == len(text)


@given(st.text(alphabet="河北省科學技术廳臺台后後里裡0Ａa（）《》·"))
def test_spaces_and_brackets_do_not_count(text: str) -> None:
    if not han_key(text).strip("()《》·"):
        return
    assert han_key(" ".join(text)) == han_key(text)
    assert han_key(f"《{text}》") == han_key(text)
