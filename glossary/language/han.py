"""Keys of Chinese names, in which Simplified, Traditional, Taiwan and Hong Kong forms meet.

``han_key`` puts every character of a group of variants into one form (後后, 臺台颱, 於于, 裏裡里, 為爲为,
峯峰, 羣群 …).  What may stand for several characters joins them: 乾 幹 干 are one in a key, so that the four
writings of one name always meet; a search never depends on a converter's choice.  The price, that 干县
would meet 乾县, is paid knowingly: no two real names are known that differ in nothing else.

Dropped: spaces, quotation marks, 《》〈〉「」『』, brackets of all kinds and the middle dots of foreign names.
Digits and Latin letters are folded; Chinese numerals stay (十四五 is not 145).

``script_of`` tells Simplified from Traditional text; ``None`` where nothing speaks for either.
Source: OpenCC's character dictionaries and ``tables/han/variants.txt``; see ``build_han.py``.
"""

from __future__ import annotations

import os

from glossary.language.fold import fold
from glossary.language.one_for_one import OneForOne

__all__ = [
    "chinese_tag",
    "cjk_runs",
    "han_form",
    "han_key",
    "has_han",
    "is_plain_han",
    "prose_tag",
    "script_of",
]

_FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "tables", "han")
_DROPPED = " \t\"'“”‘’《》〈〉「」『』【】〖〗〔〕［］（）｛｝()[]{}<>＜＞·・•‧∙･﹒_，。、,.;:；：!！?？…-—–－～~/／|"
_STATE = "中华人民共和国"
_ORGANS = frozenset("部委局署厅院会行室府关法例定则办处司")
_drop = str.maketrans(dict.fromkeys(_DROPPED, ""))
_forms: dict[int, int] | None = None
_scripts: tuple[frozenset[str], frozenset[str]] | None = None


def has_han(text: str) -> bool:
    """Tell whether a text has a Han character.

    >>> has_han("A股"), has_han("Hebei"), has_han("トヨタ")
    (True, False, False)
    """
    return not text.isascii() and any(map(_is_han, text))


def _is_han(char: str) -> bool:
    # A comparison costs nothing at import; a pattern with ranges this wide takes 2 ms to compile.
    return (
        ("\u3400" <= char <= "\u9fff" and not "\u4dc0" <= char <= "\u4dff")
        or char in "々〆〇"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
    )


def is_plain_han(text: str) -> bool:
    """Tell whether a text is nothing but Han characters of the main block, as most Chinese names are.

    Folding leaves such a text as it is.

    >>> is_plain_han("计划"), is_plain_han("863计划"), is_plain_han("")
    (True, False, False)
    """
    return bool(text) and min(text) >= "\u4e00" and max(text) <= "\u9fff"


def _is_cjk(char: str) -> bool:
    return _is_han(char) or "\u3041" <= char <= "\u30ff" or "\u31f0" <= char <= "\u31ff"


def cjk_runs(text: str) -> list[str]:
    """Return a text cut where Han and kana begin and end; runs of them have odd indexes.

    >>> cjk_runs("863计划A股"), cjk_runs("计划")
    (['863', '计划', 'A', '股', ''], ['', '计划', ''])
    """
    if is_plain_han(text):
        return ["", text, ""]
    runs = [""]
    for char in text:
        if _is_cjk(char) != (len(runs) % 2 == 0):
            runs.append("")
        runs[-1] += char
    return runs if len(runs) % 2 else [*runs, ""]


def han_form(text: str) -> str:
    """Return a text with each Han character in its compared form, nothing else changed.

    Args:
        text: Any string.
    Returns:
        As many characters as ``text`` has, in the same places.
    >>> han_form("臺灣省 (後)")
    '台湾省 (后)'
    """
    return text.translate(_forms or _load())


def han_key(text: str) -> str:
    """Return the key under which all writings of a Chinese name meet.

    Args:
        text: A name in either script, Latin letters and digits among it; any length.
    Returns:
        One string without spaces and punctuation; the folded text where nothing else is left.
    >>> han_key("河北省科學技術廳"), han_key("《２０２０年 工作計畫》")
    ('河北省科学技术厅', '2020年工作计划')
    """
    if is_plain_han(text):
        return han_form(text)
    folded = fold(text)
    key = han_form(folded.translate(_drop))
    if not key.isalnum():
        # A mark that stood alone has now a letter before it.
        again = fold(key)
        if again != key:
            return han_key(again)
    return key or folded


def without_state(key: str) -> str:
    """Return a key of :func:`han_key` without a leading 中华人民共和国.

    It goes where at least three characters follow that end as an organ or a law of the state does;
    the names of offices, emblems and missions need it, and 中央军事委员会, which has a twin in the Party.

    >>> without_state("中华人民共和国副主席"), without_state("中华人民共和国外交部")
    ('中华人民共和国副主席', '外交部')
    """
    rest = key.removeprefix(_STATE)
    if len(rest) < 3 or rest == key or key[-1] not in _ORGANS or rest.startswith("中央军"):
        return key
    return rest


def script_of(text: str) -> str | None:
    """Return the script a Chinese text is written in, if its characters show it.

    Args:
        text: Any string.
    Returns:
        ``zh-Hans`` or ``zh-Hant`` by the majority of the characters that only one script has;
        ``None`` where there are none, or as many of both.
    >>> script_of("科学技术部"), script_of("科學技術部"), script_of("河北省")
    ('zh-Hans', 'zh-Hant', None)
    """
    only_hans, only_hant = _one_script()
    simplified = sum(char in only_hans for char in text)
    traditional = sum(char in only_hant for char in text)
    if simplified == traditional:
        return None
    return "zh-Hans" if simplified > traditional else "zh-Hant"


def chinese_tag(text: str) -> str:
    """Return ``zh-Hans`` or ``zh-Hant`` by the characters of a Chinese text; Hans where they are common to both.

    >>> chinese_tag("國家安全部"), chinese_tag("上海")
    ('zh-Hant', 'zh-Hans')
    """
    return script_of(text) or "zh-Hans"


def prose_tag(text: str) -> str:
    """Return the tag of a remark that does not say what language it is in: Chinese by its characters, else English.

    >>> prose_tag("國家"), prose_tag("上海"), prose_tag("see A")
    ('zh-Hant', 'zh-Hans', 'en')
    """
    return chinese_tag(text) if has_han(text) else "en"


def traditional_in(text: str) -> str:
    """Return the characters of a text that only the traditional script has, each once.

    >>> traditional_in("国務院国務"), traditional_in("国务院")
    ('務', '')
    """
    only_hant = _one_script()[1]
    return "".join(dict.fromkeys(char for char in text if char in only_hant))


def _one_script() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that only the simplified and only the traditional script has."""
    global _scripts
    if _scripts is None:
        hans, hant = _table("scripts.txt")
        _scripts = frozenset(hans), frozenset(hant)
    return _scripts


def _load() -> dict[int, int]:
    global _forms
    (pairs,) = _table("fold.txt")
    _forms = OneForOne(pairs[0::2], pairs[1::2])
    return _forms


def _table(name: str) -> list[str]:
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if not line.startswith("#")]
