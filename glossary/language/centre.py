"""What reports add to the English name of a central body, or leave out of it.

Abroad a ministry is *China's Ministry of Education* or the *Ministry of Education (China)*; a department of the Party is
the *CCP United Front Work Department*, the *Central United Front Work Department* or the *United Front Work Department of the
Central Committee*. Names of the glossary say neither of what state they are nor leave out the Party.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["central_forms"]

_STATE_BEFORE = ("china ", "chinese ", "prc ")
_STATE_BEHIND = (" of china", " china")
_CENTRAL = "central "
_PARTY_BEFORE = ("cpc central committee ", "central committee ", "cpc ")
_PARTY_BEHIND = (" of central committee of cpc", " of cpc central committee", " of central committee", " of cpc")  # fmt: skip


def central_forms(key: str) -> tuple[str, ...]:
    """Return the keys a central body's name may have, without the state or with the Party's committee; else none.

    Args:
        key: An exact key of English, as ``query_keys`` makes it.

    >>> central_forms("chinese ministry of education"), central_forms("ministry of education china")
    (('ministry of education',), ('ministry of education',))
    >>> central_forms("central society work department")
    ('society work department of cpc central committee',)
    >>> central_forms("cpc organization department")
    ('organization department of cpc central committee', 'organization department')
    >>> central_forms("chinese navy"), central_forms("ministry of education")
    ((), ())
    """
    return tuple(form for form in dict.fromkeys(_forms(key)) if form != key and form.count(" "))


def _forms(key: str) -> Iterator[str]:
    department = _without(key, _PARTY_BEFORE, _PARTY_BEHIND)
    if department != key:
        yield f"{department} of cpc central committee"
        yield department
    elif key.startswith(_CENTRAL):
        yield f"{key.removeprefix(_CENTRAL)} of cpc central committee"
    yield _without(key, _STATE_BEFORE, _STATE_BEHIND)


def _without(key: str, before: tuple[str, ...], behind: tuple[str, ...]) -> str:
    for each in before:
        if key.startswith(each):
            return key.removeprefix(each)
    for each in behind:
        if key.endswith(each):
            return key.removesuffix(each)
    return key
