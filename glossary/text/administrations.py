"""Whether a text speaks of Taiwan, Hong Kong or Macao, whose organs have names that others have too.

A *Department of Justice*, a *Supreme Court*, a 教育局 are everywhere. The entry of one of these governments is what a text
means only where the name says whose it is, or the text names the place near by.
"""

from __future__ import annotations

from glossary.language.han import script_of
from glossary.language.regions import mark_of_region, speaks_of_mainland

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from glossary.model.entries import Entry
    from glossary.model.names import Name

    class Found(Protocol):
        """Where a name stands."""

        @property
        def start(self) -> int:
            """Offset of its first character."""

        @property
        def end(self) -> int:
            """Offset behind its last."""


__all__ = ["is_spoken_of", "is_spoken_of_alone"]

GOVERNMENT = "government"
"""The domain of the organs this is asked of; a university or a firm has a name of its own."""

NEAR = 500
"""How many characters on each side the place is looked for in; for a Chinese name no farther than its sentence, or in
traditional characters, as these places write, its paragraph."""
_STOPS = "。！？\n"
_PARAGRAPH = "\n"


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
    return bool(mark.search(name.text) or mark.search(text, *_near(name, run, text)))


def is_spoken_of_alone(entry: Entry, name: Name, run: Found, text: str) -> bool:
    """Return whether an entry is one of Taiwan, Hong Kong or Macao, and where its name stands the text speaks of that alone.

    Args:
        entry: The entry.
        name: Its name that stands there.
        run: Where it stands.
        text: The whole text.
    """
    if entry.body is None or not entry.body.apart:
        return False
    start, end = _near(name, run, text)
    said = mark_of_region(entry.body.apart).search(text, start, end)
    return said is not None and not speaks_of_mainland(text[start:end])


def _near(name: Name, run: Found, text: str) -> tuple[int, int]:
    """What is near a name."""
    start, end = max(run.start - NEAR, 0), run.end + NEAR
    if name.is_chinese:  # shorter names, and a place is said in each sentence
        stops = _PARAGRAPH if script_of(text[start:end]) == "zh-Hant" else _STOPS
        start = max(start, *(text.rfind(stop, start, run.start) + 1 for stop in stops))
        end = min((at for stop in stops if (at := text.find(stop, run.end, end)) >= 0), default=end)
    return start, end
