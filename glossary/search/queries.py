"""The query language: words to search, and filters among them.

    hebei science kind:body level:provincial place:河北 lang:en status:proposed as-of:2005 collection:reuters

A filter is one of the known keys, a colon without a space before it, and a value; quotation marks keep spaces in a
value (``collection:"desk one"``). Anything else is text, other colons included.
"""

from __future__ import annotations

import re

from glossary.errors import InvalidError, excerpt
from glossary.i18n import _
from glossary.model.dates import last_day, parse_date
from glossary.model.entries import Kind, Level, Review
from glossary.model.rules import check_choice
from glossary.model.tags import parse_tag
from glossary.model.values import dataclass
from glossary.store.filters import NO_FILTERS, SERVED, Filters

__all__ = ["FILTER_KEYS", "Query", "parse_query"]

FILTER_KEYS = ("kind", "lang", "level", "place", "status", "collection", "as-of")
_FILTER = re.compile(rf'(?<!\S)({"|".join(FILTER_KEYS)})[:：](?:"([^"]*)"|(\S*))')


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is searched for.

    Attributes:
        text: The words, filters taken out.
        filters: What hits are limited to.
        day: The day the answers hold for, empty for today.
    """

    text: str
    filters: Filters
    day: str = ""


_NOTHING = Query(text="", filters=NO_FILTERS)


def parse_query(text: str, **given: str | None) -> Query:
    """Return a query from its text and from filters given beside it.

    Args:
        text: Words and filters.
        given: Filters by key (``as_of`` for ``as-of``); they win over those in the text. Several values are
            separated by commas for ``kind`` and ``status``; ``status=all`` means every review.
    Raises:
        InvalidError: A filter has a value it cannot have.

    >>> query = parse_query("人才 kind:body as-of:2005", lang="zh")
    >>> query.text, query.filters.kinds, query.filters.lang, query.day
    ('人才', ('body',), 'zh', '2005-12-31')
    """
    if ":" not in text and "：" not in text and not any(given.values()):
        return Query(text=" ".join(text.split()), filters=NO_FILTERS) if text else _NOTHING
    values = {
        match[1]: match[2] if match[2] is not None else match[3] for match in _FILTER.finditer(text)
    }
    rest = " ".join(_FILTER.sub(" ", text).split())
    values.update({key.replace("_", "-"): value for key, value in given.items() if value})
    empty = next((key for key, value in values.items() if not value), None)
    if empty:
        raise InvalidError(
            _("filter {empty}: has no value").format(empty=empty),
            field=empty,
            fix=_("Write {empty}:VALUE.").format(empty=empty),
        )
    day = last_day(parse_date(values["as-of"], "as-of")) if "as-of" in values else ""
    return Query(
        text=rest,
        filters=Filters(
            kinds=tuple(
                check_choice(Kind, value, "kind").value for value in _several(values.get("kind"))
            ),
            lang=parse_tag(values["lang"]) if "lang" in values else "",
            level=check_choice(Level, values["level"], "level").value if "level" in values else "",
            place=_place(values.get("place", "")),
            statuses=_statuses(values.get("status")),
            collection=values.get("collection", ""),
            day=day,
        ),
        day=day,
    )


def _several(value: str | None) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()] if value else []


def _statuses(value: str | None) -> tuple[str, ...]:
    if not value:
        return SERVED
    if value == "all":
        return tuple(review.value for review in Review)
    return tuple(check_choice(Review, part, "status").value for part in _several(value))


def _place(value: str) -> str:
    """The beginning of a code that every code within the place shares."""
    if not value:
        return ""
    if value.isascii() and value.isdecimal() and len(value) in (2, 4, 6):
        code = value
    else:
        from glossary.language.places import place_code

        code = place_code(value)
        if not code:
            raise InvalidError(
                _("unknown place {value!r}").format(value=excerpt(value)),
                field="place",
                fix=_("Write its Chinese or English name, or its code."),
            )
    while len(code) > 2 and code.endswith("00"):
        code = code[:-2]
    return code
