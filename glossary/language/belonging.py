"""Whose a body is, as reports say it and its own name does not, or the other way round.

A ministry is *China's Ministry of Education* abroad and 中国教育部 at home; a department of the Party is the *CCP United Front
Work Department*, the *Central United Front Work Department* or 中共中央统战部. Hong Kong's Education Bureau, Taiwan's 国防部 and the
PLA's Army Infantry Academy have names that say nothing of Hong Kong, Taiwan or the army; others say it, and are called
without. So a name is looked for under the keys it has when that is left out, put in, or said in the other way,
but only among the bodies of whom it is said.
"""

from __future__ import annotations

from glossary.language.han import has_han
from glossary.language.regions import owner_patterns
from glossary.model.entries import APART

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CENTRE", "FORCES", "PARTY", "forms_by_owner", "says_forces"]

CENTRE = "centre"
"""Central bodies of the mainland."""
PARTY = "party"
"""Bodies of the Party's centre."""
FORCES = "forces"
"""The army, the armed police and what belongs to them."""

_STATE = ("china", "chinese", "prc")
_STATE_HAN = ("中华人民共和国", "中国", "我国")
_PARTY_NAMES = ("cpc central committee", "central committee of cpc", "central committee", "cpc")
_PARTY_NAMES_HAN = ("中国共产党中央委员会", "中共中央", "中央")
_ARMY = ("pla", "chinese people liberation army", "people liberation army")
_ARMY_HAN = ("中国人民解放军", "解放军")
_POLICE = ("pap", "chinese people armed police force", "people armed police force", "people armed police", "armed police force", "armed police")  # fmt: skip
_POLICE_HAN = ("中国人民武装警察部队", "武装警察部队", "武警部队", "武警")


def forms_by_owner(key: str) -> dict[str, tuple[str, ...]]:
    """Return the keys that a body's name may have, by whose body it must be.

    Args:
        key: An exact key, as ``query_keys`` makes it.
    Returns:
        For ``CENTRE``, ``PARTY``, ``FORCES`` or the first figures of the code of Taiwan, Hong Kong or Macao the keys, the likeliest
        first; what has none is left out.

    >>> forms_by_owner("chinese ministry of education")[CENTRE], forms_by_owner("中国教育部")[CENTRE]
    (('ministry of education',), ('教育部',))
    >>> forms_by_owner("central society work department")[PARTY]
    ('society work department of cpc central committee',)
    >>> forms_by_owner("中共中央统战部")[PARTY]
    ('统战部', '中国共产党中央委员会统战部', '中央统战部')
    >>> forms_by_owner("hong kong sar education bureau")["81"], forms_by_owner("台湾国防部")["71"]
    (('education bureau',), ('国防部',))
    >>> forms_by_owner("army infantry academy of pla")[FORCES][:2]
    ('army infantry academy', 'pla army infantry academy')
    >>> forms_by_owner("ministry of education").get(CENTRE)
    """
    forms = {CENTRE: _of_the_centre(key), PARTY: _of_the_party(key), FORCES: _of_the_forces(key)}
    forms.update((code, _of_a_region(code, key)) for code in APART)
    least = 2 if has_han(key) else len(" ")
    found = {
        owner: tuple(
            form
            for form in dict.fromkeys(made)
            if form != key and (len(form) >= least if has_han(form) else form.count(" ") >= least)
        )
        for owner, made in forms.items()
    }
    return {owner: made for owner, made in found.items() if made}


def says_forces(name: str) -> bool:
    """Return whether a Chinese name says that its body is the army's or the armed police's.

    >>> says_forces("中国人民解放军陆军步兵学院"), says_forces("武警工程大学"), says_forces("步兵学院")
    (True, True, False)
    """
    return name.startswith((*_ARMY_HAN, *_POLICE_HAN))


def _of_the_centre(key: str) -> Iterator[str]:
    yield _without(key, _STATE_HAN if has_han(key) else _STATE)


def _of_the_party(key: str) -> Iterator[str]:
    names = _PARTY_NAMES_HAN if has_han(key) else _PARTY_NAMES
    department = _without(key, names)
    if has_han(key):
        if department != key:
            yield department
            yield from (name + department for name in names)
    elif department != key:
        yield f"{department} of cpc central committee"
        yield department
    elif key.startswith("central "):
        yield f"{key.removeprefix('central ')} of cpc central committee"


def _of_the_forces(key: str) -> Iterator[str]:
    for names in (_ARMY_HAN, _POLICE_HAN) if has_han(key) else (_ARMY, _POLICE):
        unit = _without(key, names)
        yield unit
        for name in names if unit != key else names[:1]:
            if has_han(key):
                yield f"{name}{unit}"
            else:
                yield from (f"{name} {unit}", f"{unit} of {name}")


def _of_a_region(code: str, key: str) -> Iterator[str]:
    for pattern in owner_patterns(code, han=has_han(key)):
        match = pattern.fullmatch(key)
        if match:
            yield match[1]


def _without(key: str, owners: tuple[str, ...]) -> str:
    """The key without the first of these that stands before it or, in English, behind it."""
    if has_han(key):
        return next((key.removeprefix(each) for each in owners if key.startswith(each)), key)
    for owner in owners:
        if key.startswith(f"{owner} "):
            return key.removeprefix(f"{owner} ")
    for owner in owners:
        if key.endswith(f" {owner}"):
            return key.removesuffix(f" {owner}").removesuffix(" of")
    return key
