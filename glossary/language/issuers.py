"""Who issued a document, by its Chinese title or by the entry of the issuer, for titles whose English does not say it.

Only those that titles name in English are told: the Party's centre, the State Council, the congress, the courts
(``tables/english/issuers.txt``).
"""

from __future__ import annotations

from functools import lru_cache

from glossary.language.english import read_table
from glossary.language.titles import singular

__all__ = ["issuer_of_id", "issuers_of_han"]


def issuers_of_han(text: str) -> frozenset[str]:
    """Return who issued a document, of those that titles name, by its Chinese title; empty where it does not say.

    >>> sorted(issuers_of_han("中共中央 国务院关于深化改革的意见")), issuers_of_han("财政部关于会计的通知")
    (['cc', 'sc'], frozenset())
    """
    before, about, _ = text.partition("关于")
    rest = before.replace(" ", "").replace("、", "") if about else ""
    found: set[str] = set()
    issuers = _issuers()
    while rest:
        size = next((n for n in range(len(rest), 0, -1) if rest[:n] in issuers), 0)
        if not size:
            return frozenset()
        found.add(issuers[rest[:size]])
        rest = rest[size:]
    return frozenset(found)


def issuer_of_id(entry: str) -> str:
    """Return the issuer an entry is, of those that titles name; empty where it is none of them.

    >>> issuer_of_id("state-council"), issuer_of_id("supreme-peoples-court"), issuer_of_id("ministry-of-finance")
    ('sc', 'spc', '')
    """
    words = (singular(word) for word in entry.split("-") if word != "the")
    return _issuers().get(" ".join(words), "")


@lru_cache(maxsize=1)
def _issuers() -> dict[str, str]:
    return {name: one for one, names in read_table("issuers").items() for name in names}
