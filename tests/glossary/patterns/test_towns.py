"""Organs of towns, in Chinese: of those the county has; a town by another word than the list has is only reconstructed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.patterns.towns import has_town

if TYPE_CHECKING:
    from glossary.glossary import Glossary

# Names as recruitment tables of Henan (2026) and Shanxi (2025) write them; the English word for word.
ORGANS = {
    "邓州市彭桥镇市场监督管理所": "Pengqiao Town Market Regulation Office, Dengzhou City",
    "南召县云阳镇自然资源所": "Yunyang Town Natural Resources Office, Nanzhao County",
    "吉县吉昌镇党群服务中心": "Jichang Town Party and Community Services Center, Jixian County",
    "永济市城北街道退役军人服务站": "Chengbei Subdistrict Veterans Service Station, Yongji City",
    "平遥县段村中心卫生院": "Duancun Central Health Center, Pingyao County",
    "交城县医疗集团西社镇卫生院": "Xishe Town Health Center of Jiaocheng County Medical Group",
    "舞阳县司法局吴城镇司法所": "Wucheng Town Judicial Office of Wuyang County Bureau of Justice",
    "东莞市谢岗镇人民政府": "People's Government of Xiegang Town, Dongguan City",
}


@pytest.mark.parametrize("chinese", ORGANS)
def test_an_organ_of_a_town_is_composed(shipped: Glossary, chinese: str) -> None:
    answer = shipped.lookup(chinese)[0]
    assert (answer.chinese, answer.english) == (chinese, ORGANS[chinese])
    assert answer.evidence == "composed"


def test_a_town_made_a_subdistrict_since_is_reconstructed(shipped: Glossary) -> None:
    # 刘集镇 of 中牟县 is a subdistrict in Henan's table of 2026, a town in the list of 2023.
    assert has_town("410122", "刘集镇")
    answer = shipped.lookup("中牟县刘集街道办事处")[0]
    assert answer.english == "Liuji Subdistrict Office, Zhongmu County"
    assert answer.evidence == "reconstructed"


def test_no_town_no_organ(shipped: Glossary) -> None:
    assert shipped.lookup("正定县飞龙镇党群服务中心").found == "none"
    assert not has_town("500237", "飞龙街道")
