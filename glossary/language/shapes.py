"""The shapes of names that no list of words shows: society names, features that name others.

They correct what :mod:`glossary.language.segment` cut, before :mod:`glossary.language.pinyin`
reads and groups it.

>>> societies([("心理学", "word"), ("会", "char")])
[('心理', 'word'), ('学会', 'word')]
"""

from __future__ import annotations

from glossary.language.readings import Tables


def is_name(simple: str, parts: list[tuple[str, str, str]], known: Tables) -> bool:
    """Tell whether a whole text of three to six characters is one name no list holds.

    A cut that leaves one character alone, neither a generic nor a grammatical word, was no cut:
    地拉那, 孟良崮, 札格拉布; nor are four to six characters of sound that hold no common word: 朴茨茅斯.

    Args:
        simple: A whole run of Simplified characters.
        parts: Its cut: text, kind, listed reading.
        known: The tables.
    Returns:
        Whether it is to be written as one word.
    >>> from glossary.language.readings import tables
    >>> is_name("孟良崮", [("孟良", "word", ""), ("崮", "char", "")], tables())
    True
    """
    if not 2 < len(simple) < 7 or simple[-1] == _SECTION:
        return False
    lone = [text for text, kind, _ in parts if len(text) == 1 and kind == "char"]
    if len(lone) == len(simple) == 3:
        apart = known.union("natural", "generics", "prefixes") | _GRAMMAR
    else:
        apart = known.union("natural", "generics", "alone", "prefixes")
    if not lone or any(char in apart or char in "大小新老前后东西南北中外" for char in lone):
        return False
    sizes = [len(text) for text, _, _ in parts]
    if any(kind in ("number", "ordinal", "glued", "generic") for _, kind, _ in parts):
        return False
    if len(simple) == 3:
        return len(lone) == 3 or sizes in ([1, 2], [2, 1])
    if len(simple) == 4 and sizes == [1, 3] and parts[1][1] == "transliteration":
        return True
    strong = known.classes["transliteration"]
    if not known.union("transliteration", "transliteration_weak").issuperset(simple):
        return False
    if any(
        size > 1 and known.cost_of(text) < _RARE
        for size, (text, _, _) in zip(sizes, parts, strict=True)
    ):
        return False
    return 2 * sum(char in strong for char in simple) >= len(simple)


def is_determined(text: str, kind: str, known: Tables) -> bool:
    """Tell whether a listed word is "each", "every", "this", "our" and what it determines, which stand apart: 各 国, 我 市.

    Args:
        text: A piece of the cut.
        kind: Its kind.
        known: The tables.
    Source: GB/T 16159-2012, on pronouns (gè guó 各国, běn shì 本市, wǒ xiào 我校, nà cì huìyì 那次会议).
    >>> from glossary.language.readings import tables
    >>> [is_determined(text, "word", tables()) for text in ("各级", "我省", "各自", "本科")]
    [True, True, False, False]
    """
    return (
        len(text) == 2
        and kind == "word"
        and text[0] in known.classes["determiners"]
        and text[1] in known.classes["determined"]
        and text not in known.classes["not_determined"]
    )


#: 豫 鲁 段 is no name.
_SECTION = "段"
#: Sciences of one syllable, whose society is one word: 中华医学会.
_SCIENCES = frozenset("医化药法数力光声农林")


def societies(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Cut 心理学 会 as 心理 学会: a learned society, unless its science has one syllable; behind a word 史 is that word's.

    Args:
        pieces: Words and their kinds, as segmented.
    Returns:
        The same, societies cut anew.
    >>> societies([("化学", "word"), ("会", "char")])
    [('化学', 'word'), ('会', 'char')]
    >>> societies([("战争", "word"), ("史学会", "word")])
    [('战争', 'word'), ('史', 'char'), ('学会', 'word')]
    """
    out: list[tuple[str, str]] = []
    for text, kind in pieces:
        if text == "会" and out and len(out[-1][0]) > 2 and out[-1][0][-1] == "学":
            # 分析化学会 is of chemists, 心理学会 of those of the mind.
            size = 2 if out[-1][0][-2] in _SCIENCES and len(out[-1][0]) > 3 else 1
            out[-1:] = [(out[-1][0][:-size], out[-1][1]), (out[-1][0][-size:-1] + "学会", "word")]
        elif text == _HISTORIANS and out and out[-1][1] == "word":
            out += [(text[0], "char"), (text[1:], "word")]
        else:
            out.append((text, kind))
    return out


def after_a_city(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Cut 深圳 市长 亮 as 深圳 市 长亮 in the name of a firm or a school: no mayor is part of one.

    Args:
        pieces: Words and their kinds, as segmented.
    Returns:
        The same, cut anew where the last word is a firm's or a school's and no mayor's office, prize or council follows.
    >>> after_a_city([("长沙", "place"), ("市长", "word"), ("郡", "char"), ("中学", "word")])
    [('长沙', 'place'), ('市', 'generic'), ('长郡', 'word'), ('中学', 'word')]
    """
    if not pieces[-1][0].endswith(_OWN_NAMES):
        return pieces
    out: list[tuple[str, str]] = []
    for text, kind in pieces:
        post = out[-1][0] if len(out) > 1 and out[-2][1] == "place" else ""
        if kind == "char" and post in _HEADS_OF_PLACES and text not in _MAYORS_OWN:
            out[-1:] = [(post[0], "generic"), (post[1] + text, "word")]
        else:
            out.append((text, kind))
    return out


def named_college(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Cut 师范大学 行 知 学院 as 师范大学 行知 学院: two characters between a university and its college are one word.

    Args:
        pieces: Words and their kinds, as segmented.
    Returns:
        The same, cut anew where the text ends as a university's college does.
    >>> named_college([("苏州", "place"), ("大学", "word"), ("文", "char"), ("正", "char"), ("学院", "word")])
    [('苏州', 'place'), ('大学', 'word'), ('文正', 'word'), ('学院', 'word')]
    >>> named_college([("师范", "word"), ("大学科", "word"), ("文学院", "word")])
    [('师范', 'word'), ('大学', 'word'), ('科文', 'word'), ('学院', 'word')]
    """
    text = "".join(piece for piece, _ in pieces)
    whole = len(pieces) > 1 and len(pieces[-2][0]) == 2 and pieces[-1][0] == "学院"
    if whole or text[-6:-4] != "大学" or text[-2:] != "学院":
        return pieces
    out: list[tuple[str, str]] = []
    left = len(text) - 4
    for piece, kind in pieces:
        if left > 0:
            out.append((piece[:left], kind))
        left -= len(piece)
    return [*out, (text[-4:-2], "word"), ("学院", "word")]


def names_another(
    pieces: list[tuple[str, str]], at: int, known: Tables, firm: bool = False
) -> bool:
    """Tell whether a feature of nature is the proper name of what follows: 渤海湾, 燕山大学.

    Args:
        pieces: Words and their kinds, as segmented.
        at: Which of them is the place.
        known: The tables.
        firm: Whether the text is the name of a firm or a school, which then is called after it: 长江 商业 银行.
    Returns:
        Whether the feature is written whole.
    Source: rules for spelling toponyms (1984), a generic that became part of a proper name.
    >>> from glossary.language.readings import tables
    >>> names_another([("长江", "place"), ("大桥", "word")], 0, tables())
    True
    """
    text = pieces[at][0]
    if text[-1] not in known.classes["natural"] or known.parts.get(text, "/").count("/") != 1:
        return False
    behind = [text for text, _ in pieces[at + 1 : at + 5]]
    # 渤海 国际 is a firm, of no rank.
    following = [text for text in behind if text not in _RANKS][:3] or behind
    if following and following[0] in known.union("named_after", "offices", "works_of_towns"):
        return True
    if firm and following and following[0] not in known.classes["of_nature"]:
        return True
    classes = known.classes
    if len(behind) == 1 and behind[0] in classes["businesses"] - classes["of_nature"]:
        # 泰山 石油
        return True
    if not classes["named_bodies"].isdisjoint(following):
        return True
    return classes["of_nature"].isdisjoint(following) and not classes["named_works"].isdisjoint(
        following
    )


def four_loose(text: str, loose: bool, known: Tables) -> bool:
    """Tell whether four characters no list joins are two words, as in the names of firms: 天合 光能.

    Args:
        text: The characters of a word.
        loose: Whether it was put together of single characters only.
        known: The tables.
    Returns:
        Whether it is to be divided; not where a place's or a building's head ends it (普觉禅寺).
    >>> from glossary.language.readings import tables
    >>> four_loose("天合光能", True, tables()), four_loose("天合光寺", True, tables())
    (True, False)
    """
    if not loose or len(text) != 4:
        return False
    last, classes = text.translate(known.to_hans)[3], known.classes
    return not any(last in classes[name] for name in ("natural", "generics", "sites"))


def reads_for(parts: list[tuple[str, str, str]], at: int) -> bool:
    """Tell whether 为 is "for" (wèi), not "is" or "as" (wéi): 关于为公司提供服务的规定, but 以水为动力, 更名为学院.

    Args:
        parts: The cut of a run: text, kind, listed reading.
        at: Which of them is 为.
    >>> reads_for([("关于", "word", ""), ("为", "char", ""), ("公司", "word", "")], 1)
    True
    >>> reads_for([("关于", "word", ""), ("以", "char", ""), ("水", "char", ""), ("为", "char", "")], 3)
    False
    """
    before = "".join(text for text, _, _ in parts[:at])
    if any(char in before for char in "以将把由名改升设变定列称选聘任") or at + 1 >= len(parts):
        return False
    opens = not at and (len(parts) > 3 or len(parts[1][0]) > 1)
    return opens or "关于" in before or parts[at - 1][0] == "对"


def after_their_places(
    parts: list[tuple[str, str, str]], known: Tables
) -> list[tuple[str, str, str]]:
    """Read townships no list holds as the place they lie in: 乐清市 乐成街道 (Yuè-), though 乐 stands for lè elsewhere.

    Args:
        parts: The cut of a run: text, kind, listed reading.
        known: The tables.
    Returns:
        The same, with the reading of the first character of such a township where the place before gives it another.
    >>> from glossary.language.readings import tables
    >>> cut = [("乐清", "place", ""), ("市", "place", ""), ("乐", "char", ""), ("成", "char", ""), ("街道", "word", "")]
    >>> after_their_places(cut, tables())[2]
    ('乐', 'char', 'yuè')
    """
    if _TOWNSHIPS.isdisjoint([text for text, _kind, _listed in parts]):
        return parts
    odd: dict[str, str] = {}
    out = list(parts)
    for at, (text, kind, listed) in enumerate(parts):
        if kind == "place" and known.is_place(text):
            reading = listed or known.readings.get(text, "")
            for char, syllable in zip(text, reading.split(" ") if reading else (), strict=False):
                if syllable != known.chars[char]:
                    odd[char] = syllable
        elif text[0] in odd and not listed and _is_township(parts, at):
            syllables = [odd[text[0]], *(known.chars[char] for char in text[1:])]
            out[at] = (text, kind, " ".join(syllables))
    return out


def _is_township(parts: list[tuple[str, str, str]], at: int) -> bool:
    """Tell whether the name of a township begins: one or two pieces no list holds, and what it is."""
    sizes = 0
    for text, kind, _listed in parts[at : at + 3]:
        if sizes and text in _TOWNSHIPS:
            return True
        if kind not in ("char", "place"):
            return False
        sizes += len(text)
    return False


#: Grammatical words that stand in no name of three single characters.
_GRAMMAR = frozenset("和与及的在对向以等之不未无是或并第于〇○零一二三四五六七八九十百千万亿两")
#: A word dearer than this is hardly met in running text.
_RARE = 125
_HEADS_OF_PLACES = frozenset(("市长", "县长", "区长", "镇长", "乡长"))
_MAYORS_OWN = frozenset("奖杯令和与及的")
_OWN_NAMES = (
    "公司",
    "集团",
    "中学",
    "小学",
    "学校",
    "幼儿园",
    "医院",
    "学院",
    "大学",
    "银行",
    "厂",
    "店",
    "合作社",
    "事务所",
)
#: Of what rank a reserve or a park is; it is named after the feature all the same.
_RANKS = frozenset(("国家", "国家级", "省级", "国际", "世界"))
_HISTORIANS = "史学会"
_TOWNSHIPS = frozenset(("街道", "镇", "乡", "村", "社区"))

__all__ = [
    "after_a_city",
    "after_their_places",
    "four_loose",
    "is_name",
    "named_college",
    "names_another",
    "reads_for",
    "societies",
]
