"""Chinese titles that translators write alike: 居住证管理条例 and 居住证暂行条例 are both *Regulations on Residence Permits*."""

from __future__ import annotations

__all__ = ["fuller_titles"]

_KINDS = ("条例", "规定", "办法", "规则", "细则")
_ADMINISTRATION = "管理"
_INTERIM = "暂行"
_TRIAL = "试行"
_STATE = "中华人民共和国"
_ALIKE = (("登记", "注册"), ("监督管理", "监管"))
"""Words of which English makes one: both are *registration*, both *supervision and administration*."""
_LEAST = 2
"""The fewest characters that say what a rule is about."""


def fuller_titles(title: str) -> tuple[str, ...]:
    """Return the Chinese titles of rules that may stand behind the English of one, itself first.

    English often leaves out that a rule is interim, on trial or of the People's Republic, says *administration* or
    not as it likes, and has one word for 登记 and 注册. An interim rule asked for is never one that is not.

    Args:
        title: A Chinese title, as compared: without brackets.
    Returns:
        Titles, the likeliest first; none where it is no rule's.

    >>> fuller_titles("居住证管理条例")[:4]
    ('居住证管理条例', '居住证管理暂行条例', '居住证条例', '居住证暂行条例')
    >>> fuller_titles("人才发展规划")
    ()
    """
    bare = title.removeprefix(_STATE)
    kind = bare[-len(_KINDS[0]) :]
    about = bare[: -len(kind)]
    if kind not in _KINDS or len(about) < _LEAST:
        return ()
    interim = about.endswith(_INTERIM)
    about = about.removesuffix(_INTERIM)
    other = about.removesuffix(_ADMINISTRATION)
    if other == about:
        other = about + _ADMINISTRATION
    manners = (_INTERIM,) if interim else ("", _INTERIM)
    titles = [
        each + manner + kind
        for said in (about, other)
        if len(said) >= _LEAST
        for each in _alike(said)
        for manner in manners
    ]
    trial = [] if interim else [each + _TRIAL for each in titles if _INTERIM not in each]
    return (*titles, *trial, *(_STATE + each for each in titles))


def _alike(about: str) -> list[str]:
    """What a rule is about, and the same with a word of the same English."""
    found = [about]
    for pair in _ALIKE:
        for word, other in (pair, pair[::-1]):
            if word in about:
                found.append(about.replace(word, other))
    return found
