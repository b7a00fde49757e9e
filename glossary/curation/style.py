"""How names are written: what no source can have meant."""

from __future__ import annotations

import re

from glossary.i18n import _
from glossary.language.han import has_han, script_of, traditional_in
from glossary.model.entries import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.curation.content import Content, Placed

    Found = Iterator[tuple[Placed, str]]

__all__ = ["find_misspelt", "find_wrong_scripts"]

_SPACES = re.compile(r"\s\s|\s[,.;:]|\(\s|\s\)")
_FULL_WIDTH = re.compile("[\uff01-\uff5e\u3000]")
_FULL_STOP = re.compile(r"(?<!\b[A-Z])(?<!Ltd)(?<!Co)(?<!Inc)(?<!Corp)\.$")
_HAN_SPACES = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_HALF_WIDTH = re.compile(r"[(),:;](?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])[(),:;]")


def find_misspelt(content: Content) -> Found:
    """Yield names with spaces or punctuation of the other language, curly quotes, or a full stop at the end."""
    for placed, name in content.names():
        if name.is_chinese:
            # Titles set a space between two issuers and between two clauses: 中共中央 国务院关于…
            is_title = placed.entry.kind is Kind.DOCUMENT
            if _HALF_WIDTH.search(name.text) or (not is_title and _HAN_SPACES.search(name.text)):
                yield placed, _("{name!r} has Western spaces or punctuation").format(name=name.text)
            if name.text[:1] == "《" and name.text[-1:] == "》":
                yield (
                    placed,
                    _("{name!r} stands in 《》, which belong to the text it is in").format(
                        name=name.text
                    ),
                )
            continue
        if not name.is_english:
            continue
        if _SPACES.search(name.text) or _FULL_WIDTH.search(name.text):
            yield (
                placed,
                _("{name!r} has spaces or punctuation out of place").format(name=name.text),
            )
        if "\u2019" in name.text or "\u2018" in name.text:
            yield (
                placed,
                _("{name!r} has a curly apostrophe; seeds write a straight one").format(
                    name=name.text
                ),
            )
        if _FULL_STOP.search(name.text):
            yield placed, _("{name!r} ends with a full stop").format(name=name.text)


def find_wrong_scripts(content: Content) -> Found:
    """Yield names in a script their language tag does not say, wholly or by a traditional character among simplified."""
    for placed, name in content.names():
        if name.is_english and has_han(name.text):
            yield placed, _("{name!r} is called English and holds Chinese").format(name=name.text)
        if not name.is_chinese:
            continue
        script = script_of(name.text)
        if script and name.lang.startswith("zh-Han") and not name.lang.startswith(script):
            yield (
                placed,
                _("{name!r} is called {lang} but is written in {script}").format(
                    name=name.text, lang=name.lang, script=script
                ),
            )
        elif name.lang.startswith("zh-Hans") and (strange := traditional_in(name.text)):
            yield (
                placed,
                _("{name!r} is called {lang} but holds the traditional {characters}").format(
                    name=name.text, lang=name.lang, characters=" ".join(strange)
                ),
            )
