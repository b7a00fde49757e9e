"""Where a fact was read: what, where in it, and the day someone looked.

Source: ISO 30042 calls it ``source``; the parts follow what a reader needs to find the place again.
"""

from __future__ import annotations

from glossary.errors import InvalidError
from glossary.i18n import _
from glossary.model.dates import parse_date
from glossary.model.rules import check_line
from glossary.model.values import blank, dataclass

__all__ = ["Source", "checked_source", "footnote"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One place that someone opened and read.

    Attributes:
        title: What it is: the name of the page, list, act or file.
        locator: Where in it: address, page, section, or file and line.
        publisher: Who published it; empty where unknown. Not the same as the issuer of a name.
        published: Date of publication, empty where unknown.
        seen: The day it was opened.
        licence: SPDX id or name, where rows were taken.

    Raises:
        InvalidError: A field breaks its rule.

    >>> Source(title="Organic Law", locator="art. 3", seen="2026-11-20").title
    'Organic Law'
    """

    title: str
    locator: str = ""
    publisher: str = ""
    published: str = ""
    seen: str
    licence: str = ""

    def __post_init__(self) -> None:
        check_line(self.title, "title")
        for field in ("locator", "publisher", "licence"):
            if getattr(self, field):
                check_line(getattr(self, field), field)
        if self.published:
            parse_date(self.published, "published")
        if len(parse_date(self.seen, "seen")) < 10:
            raise InvalidError(
                _("seen {day!r} is not a day").format(day=self.seen),
                field="seen",
                fix=_("Write YYYY-MM-DD, the day it was opened."),
            )


_Blank = blank(Source)


def checked_source(title: str, locator: str, seen: str) -> Source:
    """Return a source of parts that keep every rule already, as fast as a reader of a million names needs it.

    Args:
        title: As ``check_line`` returns it.
        locator: As ``check_line`` returns it.
        seen: A day that exists.

    >>> checked_source("List", "page 3", "2026-11-20") == Source(title="List", locator="page 3", seen="2026-11-20")
    True
    """
    source = _Blank()
    source.title = title
    source.locator = locator
    source.publisher = source.published = source.licence = ""
    source.seen = seen
    source.__class__ = Source
    made: Source = source
    return made


def footnote(source: Source, seen: str = "seen {day}") -> str:
    """Return a source as one line an editor can paste.

    Args:
        source: The source.
        seen: How the day it was seen is told; files have it in English.

    >>> footnote(Source(title="Structure", locator="gov.cn/a", publisher="gov.cn", seen="2026-11-20"))
    'gov.cn, "Structure", gov.cn/a, seen 2026-11-20'
    """
    before = f"{source.publisher}, " if source.publisher else ""
    where = f", {source.locator}" if source.locator else ""
    when = f", {source.published}" if source.published else ""
    return f'{before}"{source.title}"{where}{when}, {seen.format(day=source.seen)}'
