"""Whether a text speaks of Taiwan, Hong Kong or Macao, whose organs have names that others have too.

A *Department of Justice*, a *Supreme Court*, a 教育局 are everywhere. The entry of one of these governments is what a text
means only where the name says whose it is, or the text names the place near by.
"""

from __future__ import annotations

from glossary.language.regions import mark_of_region

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.model.entries import Entry
    from glossary.model.names import Name
    from glossary.text.scanning import Found

__all__ = ["is_spoken_of"]

GOVERNMENT = "government"
"""The domain of the organs this is asked of; a university or a firm has a name of its own."""

NEAR = 500
"""How many characters on each side the place is looked for in; for a Chinese name no farther than its sentence."""
_STOPS = "。！？\n"


def is_spoken_of(entry: Entry, name: Name, run: Found, text: str) -> bool:
    """Return whether a text may mean an entry where its name stands, as far as Taiwan, Hong Kong and Macao go.

    Args:
        entry: The entry.
        name: Its name that stands there.
        run: Where it stands.
        text: The whole text.

    >>> from glossary.model.entries import BodyFacts, Entry, Kind
    >>> from glossary.model.names import Evidence, Name
    >>> from glossary.text.scanning import Found
    >>> name = Name(text="Department of Justice", lang="en", evidence=Evidence.UNSOURCED)
    >>> entry = Entry(id="doj", kind=Kind.BODY, names=(name,), body=BodyFacts(place="810000"), domains=("government",))
    >>> [is_spoken_of(entry, name, Found(0, 21, ""), f"Department of Justice, {place}") for place in ("Hong Kong", "Washington")]
    [True, False]
    """
    if entry.body is None or not entry.body.apart or GOVERNMENT not in entry.domains:
        return True
    mark = mark_of_region(entry.body.apart)
    start, end = max(run.start - NEAR, 0), run.end + NEAR
    if name.is_chinese:  # shorter names, and a place is said in each sentence
        start = max(start, *(text.rfind(stop, start, run.start) + 1 for stop in _STOPS))
        end = min(
            (at for stop in _STOPS if (at := text.find(stop, run.end, end)) >= 0), default=end
        )
    return bool(mark.search(name.text) or mark.search(text, start, end))
