"""The legal form at the end of a company's name: what lists leave off, and what registers add.

``China Reform Holdings`` is how a report calls 中国国新控股有限责任公司, whose name in full ends in *Corporation Ltd.*; the
form tells one company from another only where both have one.  Hence these rules, all about equal keys:

* a name asked for without a form is that of a company which has one, if no name is equal to it as it stands;
* one asked for with a form is that of a bank, insurer, broker, airline or group whose name has none, since such a
  word alone shows a company (兴业银行股份有限公司 is 兴业银行; 商务部有限公司 is nobody);
* an English one asked for with a form is also the company whose own English has none, where its Chinese in full ends in 公司
  and is a group's only where the English is (China UnionPay Co., Ltd. is 中国银联股份有限公司);
* *Group* and *Holdings* before the form are left off likewise (``Yankuang Energy``, ``CK Hutchison``), but only where neither
  rule before found a company, since a group and its listed arm may differ in nothing else, and from two words on.

* *Co.* and *Corp.* are cut short before *Ltd.* as well as after a name.

A Chinese form is never exchanged for another: 中国电信股份有限公司 and 中国电信集团有限公司 are two companies.  An English one is, from two
words on, for the one company that has the rest, as its Chinese in full says: writers take *Corporation*, *Co., Ltd.* and
*Limited* for 有限公司 as they come (``China Railway 18th Bureau Group Co., Ltd.``).
"""

from __future__ import annotations

from glossary.language.han import has_han

__all__ = [
    "is_in_full",
    "may_be_exchanged",
    "with_forms",
    "with_group",
    "with_other_forms",
    "without_any_form",
    "without_form",
]

_ENGLISH = (
    *("limited liability company", "corporation limited", "company limited", "limited company"),
    *("corporation", "incorporated", "limited", "company"),
)
_CHINESE = ("股份有限公司", "有限责任公司", "有限公司", "股份公司", "公司")
_CUT_SHORT = (" company", " corporation")
_GROUPS = ("group", "holdings", "holding")
_ENGLISH_FIRMS = frozenset(
    ("bank", "group", "insurance", "securities", "airline", "airlines", "futures", "trust")
)
_ENGLISH_MANAGERS = ("fund management", "asset management")
_CHINESE_FIRMS = (
    *("银行", "集团", "保险", "证券", "航空", "期货", "信托", "人寿"),
    *("研究院", "研究总院", "研究所", "设计院", "设计总院", "规划院", "出版社", "杂志社", "报社"),
)
"""What a company calls itself before the form, institutes and publishers that became one among them."""


def with_forms(key: str) -> tuple[str, ...]:
    """Return the keys a company's name in full may have; none where the key ends in a form in full.

    A fund that is asked for may be the firm that manages it.

    Args:
        key: An exact key, as ``query_keys`` makes it; not empty.
    >>> with_forms("china reform holdings")[:2]
    ('china reform holdings limited liability company', 'china reform holdings corporation limited')
    >>> with_forms("harvest fund")[:2]
    ('harvest fund management', 'harvest fund management limited liability company')
    >>> with_forms("china railway bridge technologies company")
    ('china railway bridge technologies company limited',)
    >>> with_forms("中国国新控股")[1], with_forms("中国国新控股有限责任公司")
    ('中国国新控股有限责任公司', ())
    """
    if has_han(key):
        return () if key.endswith(_CHINESE) else tuple(key + form for form in _CHINESE)
    if key.endswith(_CUT_SHORT):
        return (f"{key} limited",)
    if _english_form(key):
        return ()
    if key.endswith(" fund"):
        managed = f"{key} management"
        return (managed, *(f"{each} {form}" for form in _ENGLISH for each in (managed, key)))
    return tuple(f"{key} {form}" for form in _ENGLISH)


def with_group(key: str) -> tuple[str, ...]:
    """Return the keys an English company's name may have that also calls itself a group; else none.

    Args:
        key: An exact key, as ``query_keys`` makes it; not empty.
    >>> with_group("ck hutchison")[:2]
    ('ck hutchison group', 'ck hutchison group limited liability company')
    >>> with_group("hutchison"), with_group("bank of beijing limited"), with_group("长江和记")
    ((), (), ())
    """
    if has_han(key) or " " not in key or _english_form(key):
        return ()
    return tuple(
        f"{key} {group}{form}"
        for group in _GROUPS
        for form in ("", *(f" {each}" for each in _ENGLISH))
    )


def without_form(key: str) -> str:
    """Return the key without its legal form where the rest still shows a company; else nothing.

    Args:
        key: An exact key, as ``query_keys`` makes it; not empty.
    >>> without_form("bank of beijing company limited"), without_form("兴业银行股份有限公司")
    ('bank of beijing', '兴业银行')
    >>> without_form("nanhua futures company limited"), without_form("南华期货股份有限公司")
    ('nanhua futures', '南华期货')
    >>> without_form("harvest fund management company limited")
    'harvest fund management'
    >>> without_form("ministry of commerce company limited"), without_form("bank of beijing")
    ('', '')
    """
    if has_han(key):
        form = next(filter(key.endswith, _CHINESE), "")
        rest = key[: len(key) - len(form)]
        return rest if form and rest.endswith(_CHINESE_FIRMS) else ""
    form = _english_form(key)
    rest = key[: len(key) - len(form)].rstrip()
    is_firm = not _ENGLISH_FIRMS.isdisjoint(rest.split()) or rest.endswith(_ENGLISH_MANAGERS)
    return rest if form and is_firm else ""


def without_any_form(key: str) -> str:
    """Return an English key without its legal form, whatever the rest is; nothing where it ends in none.

    Args:
        key: An exact key, as ``query_keys`` makes it; not empty.
    >>> without_any_form("china unionpay company limited"), without_any_form("china unionpay")
    ('china unionpay', '')
    """
    form = _english_form(key)
    return key[: len(key) - len(form)].rstrip() if form else ""


def may_be_exchanged(chinese: str, key: str) -> bool:
    """Return whether a Chinese name is that of a company which an English key may mean under another legal form.

    A bare *Corporation* is a 公司 or its group, never the company limited by shares that has its name.

    >>> may_be_exchanged("中铁十八局集团有限公司", "china railway 18th bureau group company limited")
    True
    >>> may_be_exchanged("航天时代电子技术股份有限公司", "china aerospace times electronics corporation")
    False
    """
    return not (chinese.endswith("股份有限公司") and key.endswith(" corporation"))


def with_other_forms(key: str) -> tuple[str, ...]:
    """Return an English key under each other legal form; none where it ends in none, or one word is left.

    Args:
        key: An exact key, as ``query_keys`` makes it; not empty.
    >>> with_other_forms("china harbour engineering company limited")[-2:]
    ('china harbour engineering limited', 'china harbour engineering company')
    >>> with_other_forms("ninestar limited"), with_other_forms("china harbour engineering")
    ((), ())
    """
    rest = without_any_form(key)
    if " " not in rest:
        return ()
    return tuple(form for form in (f"{rest} {each}" for each in _ENGLISH) if form != key)


def is_in_full(chinese: str, english: str) -> bool:
    """Return whether a Chinese name is that of a company in full which an English key without a form may mean.

    >>> is_in_full("中国银联股份有限公司", "china unionpay"), is_in_full("中国电信集团有限公司", "china telecom")
    (True, False)
    """
    return chinese.endswith("公司") and ("集团" not in chinese or "group" in english.split())


def _english_form(key: str) -> str:
    return next((form for form in _ENGLISH if key.endswith(" " + form)), "")
