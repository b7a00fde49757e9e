"""Recognising that a text is the name of a Chinese person, and where its surname ends.

Only a whole text of two to four characters is considered.  It must begin with a surname, go on
with one or two characters people are named with, and be no place, word or head-ended phrase:
金融司 and 高明 are none, 单田芳 and 欧阳修 are.  When in doubt the answer is no.
"""

from __future__ import annotations

from glossary.language.readings import NO_WORD, Tables, tables

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
