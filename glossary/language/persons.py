"""Recognising that a text is the name of a Chinese person, and where its surname ends.

Only a whole text of two to four characters is considered.  It must begin with a surname, go on
with one or two characters people are named with, and be no place, word or head-ended phrase:
金融司 and 高明 are none, 单田芳 and 欧阳修 are.  When in doubt the answer is no.
"""

from __future__ import annotations

from glossary.language.readings import NO_WORD, Tables, tables

#: What keeps the memory of a person whose name stands before it.
_MEMORIALS = frozenset(
    ("纪念馆", "纪念园", "纪念堂", "故居", "旧居", "烈士", "陈列馆", "艺术馆", "墓", "生平")
)
_AND_OTHERS, _UNIVERSITY = "等", "大学"
_AND = frozenset("和与及的")
_LONGEST = 3
#: A single character dearer than this hardly occurs outside names.
RARE_COST = 120
#: A pair dearer than this is rather a name, where its first character is nothing but a surname.
RARE_PAIR = 105


def person_parts(han: str) -> list[tuple[str, str]]:
    """Return surname and given name of a text that is a personal name.

    Args:
        han: A run of Simplified Han characters.
    Returns:
        ``[(surname, "surname"), (given, "given")]``, or nothing where the text need not be a name.
    >>> person_parts("单田芳")
    [('单', 'surname'), ('田芳', 'given')]
    >>> person_parts("司马光"), person_parts("金融司")
    ([('司马', 'surname'), ('光', 'given')], [])
    """
    if not 2 <= len(han) <= 4:
        return []
    known = tables()
    common = han[0] in known.classes["surnames_common"]
    if known.cost_of(han) < NO_WORD and not (common and _is_rare_pair(han, known)):
        return []
    for size in (2, 1):
        surname, given = han[:size], han[size:]
        names = known.classes["compound_surnames" if size == 2 else "surnames"]
        if surname in names and 1 <= len(given) <= 2 and _is_given(surname, given, known):
            return [(surname, "surname"), (given, "given")]
    return []


def _is_rare_pair(han: str, known: Tables) -> bool:
    """Tell whether a listed pair is hardly a word, so that it may be a name: 李斯, not 李子."""
    return (
        len(han) == 2
        and not known.is_place(han)
        and han not in known.parts
        and han[0] in known.classes["surnames_only"]
        and known.cost_of(han) >= RARE_PAIR
    )


def _is_given(surname: str, given: str, known: Tables) -> bool:
    """Tell whether characters after a surname are a given name and nothing likelier."""
    classes = known.classes
    common = surname in classes["surnames_common"]
    usual = all(char in classes["given"] or known.cost_of(char) >= RARE_COST for char in given)
    if len(surname) == 2:
        return usual
    strong = classes["transliteration"]
    sounds = known.union("transliteration", "transliteration_weak")
    # 康科德: written throughout in characters of sound, some of them hardly used for else.
    if sounds.issuperset(surname + given) and not strong.isdisjoint(given):
        return False
    if given[-1] in classes["never_given"]:
        return False
    listed = known.cost_of(surname + given[0]) < NO_WORD
    if given[-1] in known.union("natural", "generics") and not (common and not listed):
        return False
    if len(given) == 1:
        return usual and given not in classes["heads"]
    first = known.cost_of(surname + given[0]) < RARE_COST
    # 沪宁 is written Hù-Níng, and is no word: 王沪宁.
    second = known.cost_of(given) < RARE_COST and "-" not in known.parts.get(given, "")
    organs = classes["organs"]
    if listed and (given[1] in classes["heads"] or given[1] in organs):
        # 高校处, 金融司, 黄巾军: a word and a head is the likelier reading.
        return False
    if first or second:
        return usual and (common or not first)
    return usual or (common and given[1] not in organs)


def after_person(
    simple: str, parts: list[tuple[str, str, str]], known: Tables
) -> list[tuple[str, str, str]]:
    """Take three characters no list joins, before a word, for the name of a person: 单田芳 艺术 中心, not 潘家口 水库.

    Args:
        simple: A whole run of Simplified characters.
        parts: Its cut: text, kind, listed reading.
        known: The tables.
    Returns:
        The same, with surname and given name apart where the run begins with such a name, or has it behind a
        university: 匡亚明 学院, 费正清 中国 研究 中心.
    """
    if parts[0][1] == "char" and simple[1:2] != "家":
        parts = _person_at(parts, 0, known)
    if _UNIVERSITY in simple:
        for at, (text, _, _) in enumerate(parts[:-_LONGEST]):
            if text == _UNIVERSITY:
                return _person_at(parts, at + 1, known)
    return parts


def _person_at(
    parts: list[tuple[str, str, str]], at: int, known: Tables
) -> list[tuple[str, str, str]]:
    """Divide a person's name of three characters that begins here, before a word."""
    end = at
    while end < len(parts) and sum(len(text) for text, _, _ in parts[at:end]) < _LONGEST:
        end += 1
    name = "".join(text for text, _, _ in parts[at:end])
    if end >= len(parts) or len(name) != _LONGEST or parts[end][1] != "word":
        return parts
    sizes = [len(text) for text, _, _ in parts[at:end]]
    if parts[at][1] != "char" or (sizes != [1, 1, 1] and (not at or sizes != [1, 2])):
        return parts
    ends = ("natural", "generics", "sites", "heads")
    placed = name[-1] in _AND or any(name[-1] in known.classes[ending] for ending in ends)
    person = [] if placed else person_parts(name)
    if not person:
        return parts
    return [*parts[:at], *((text, kind, "") for text, kind in person), *parts[end:]]


def remembered(parts: list[tuple[str, str, str]], known: Tables) -> list[tuple[str, str, str]]:
    """Divide the name of a person before what keeps their memory, and before and behind what they are called.

    Args:
        parts: The cut of a run: text, kind, listed reading.
        known: The tables.
    Returns:
        The same, with surname and given name apart: 黄继光 纪念馆, 谢清顺 等 同志, 县委 书记 张晓铿.
    >>> remembered([("黄继光", "word", ""), ("纪念馆", "word", "")], tables())
    [('黄', 'surname', ''), ('继光', 'given', ''), ('纪念馆', 'word', '')]
    """
    posts, titles = known.classes["posts"], known.classes["titles_of_persons"]
    texts = [text for text, _, _ in parts]
    if _MEMORIALS.isdisjoint(texts) and titles.isdisjoint(texts) and posts.isdisjoint(texts):
        return parts
    out: list[tuple[str, str, str]] = []
    for text, kind, listed in parts:
        if text in _MEMORIALS or text in titles:
            others = out[-1:] if text in titles and out and out[-1][0] == _AND_OTHERS else []
            out = _divided(out[: len(out) - len(others)]) + others
        out.append((text, kind, listed))
    for at in range(len(out) - 1, 0, -1):
        if out[at - 1][0] not in posts:
            continue
        end = at
        while end < at + _LONGEST and end < len(out) and out[end][1] == "char":
            if end == at + 2 and out[end][0] in known.classes["alone"]:
                break
            end += 1
        if end > at + 1:
            out[at:end] = _divided(out[at:end])
    return out


def _divided(parts: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Divide the longest name of a person that ends here."""
    size = start = 0
    for back, (before, of, _) in enumerate(reversed(parts), 1):
        size += len(before)
        if size > _LONGEST or of not in ("word", "char"):
            break
        person = person_parts("".join(piece for piece, _, _ in parts[-back:]))
        start = back if person else start
    if not start:
        return parts
    name = person_parts("".join(piece for piece, _, _ in parts[-start:]))
    return [*parts[:-start], *((piece, of, "") for piece, of in name)]


def is_listed_person(text: str, known: Tables) -> bool:
    """Tell whether a listed word is written as a surname and a given name of two characters.

    Args:
        text: A word.
        known: The tables.
    >>> is_listed_person("詹天佑", tables()), is_listed_person("科学院", tables())
    (True, False)
    """
    return (
        len(text) == _LONGEST
        and text[0] in known.classes["surnames"]
        and known.parts.get(text, "")[1:2] == "/"
    )
