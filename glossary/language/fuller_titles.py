"""Chinese titles that translators write alike: 居住证管理条例 and 居住证暂行条例 are both *Regulations on Residence Permits*."""

from __future__ import annotations

__all__ = ["fuller_titles", "kindred_titles"]

_KINDS = ("条例", "规定", "办法", "规则", "细则")
_ADMINISTRATION = "管理"
_INTERIM = "暂行"
_TRIAL = "试行"
_STATE = "中华人民共和国"
_ALIKE = (("登记", "注册"), ("监督管理", "监管"))
"""Words of which English makes one: both are *registration*, both *supervision and administration*."""
_OPINIONS = ("意见", "指导意见", "实施意见", "若干意见")
_ISSUERS = ("", "国务院", "国务院办公厅", "中共中央国务院", "中共中央办公厅国务院办公厅")
_GROWTH = "发展"
_MANNERS = ("处理", "工作", "实施", "监督")
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
    >>> fuller_titles("消费税管理条例暂行")[:2]
    ('消费税管理暂行条例', '消费税暂行条例')
    """
    bare = title.removeprefix(_STATE)
    last = bare[-len(_TRIAL) :]
    if last in (_INTERIM, _TRIAL):
        # Said in brackets behind the title.
        found = fuller_titles(bare.removesuffix(last))
        return tuple(each for each in found if last in each)
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


def kindred_titles(title: str) -> tuple[str, ...]:
    """Return the Chinese titles of rules or opinions on the same that are of another kind.

    Translators call a 条例 *Measures* and 实施意见 *Guiding Opinions* now and then: where one of these titles is known and the one
    asked for is not, it cannot be told whether another document is meant or that one.

    Args:
        title: A Chinese title, as compared: without brackets.
    Returns:
        Titles; none where it is neither a rule's nor that of opinions.

    >>> "住房公积金管理条例" in kindred_titles("住房公积金管理办法"), kindred_titles("人才发展规划")
    (True, ())
    >>> "国务院关于推动未来产业的实施意见" in kindred_titles("关于推动未来产业的指导意见")
    True
    """
    for kind in sorted(_OPINIONS, key=len, reverse=True):
        if title.endswith(kind):
            about = title.removesuffix(kind)
            grown = about.removesuffix("的") + _GROWTH + "的"
            shrunk = about.replace(_GROWTH + "的", "的")
            others = [each + kin for each in (about, grown, shrunk) for kin in _OPINIONS]
            found = [issuer + each for each in others for issuer in _ISSUERS] if about else []
            return tuple(each for each in found if each != title)
    kind = title[-len(_KINDS[0]) :]
    if kind not in _KINDS:
        return ()
    about = title.removesuffix(kind)
    others = [about + each for each in _KINDS if each != kind]
    if about.endswith(_MANNERS):
        others += [about[: -len(_MANNERS[0])] + each for each in _KINDS]
    return tuple(each for other in others for each in fuller_titles(other))


def _alike(about: str) -> list[str]:
    """What a rule is about, and the same with a word of the same English."""
    found = [about]
    for pair in _ALIKE:
        for word, other in (pair, pair[::-1]):
            if word in about:
                found.append(about.replace(word, other))
    return found
