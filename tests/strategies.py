"""Hypothesis strategies: tags, dates, mixed-script text, names and whole entries, all valid.

The texts are chosen to hurt: what YAML takes for a number, a date, a truth or the start of a list; brackets of
markup; letters of every direction, with and without marks; characters beyond the BMP.
"""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

from hypothesis import strategies as st

from glossary.errors import InvalidError
from glossary.model.entries import BodyFacts, DocumentFacts, Entry, Kind, Level, LocalText, Review
from glossary.model.names import Context, Evidence, Extra, Name, NameType, Rendering, Usage
from glossary.model.relations import Relation, RelationType
from glossary.model.rules import check_line, check_note
from glossary.model.sources import Source
from glossary.model.tags import PINYIN

__all__ = [
    "chinese",
    "dates",
    "entries",
    "ids",
    "lines",
    "names",
    "notes",
    "relations",
    "reviews",
    "sources",
    "tags",
]

_HOSTILE = (
    *("yes", "no", "null", "~", "1988", "2018-03", "2018-03-17", "1:30", "0x1F", "1e3", ".inf"),
    *("- a", "? a", "a: b", "a #b", "#a", "&a", "*a", "!!python/object", "%YAML", "@a", "`a`", "|"),
    *(
        "> a",
        "[/]",
        "[red]x",
        "{a}",
        '"',
        "'",
        "\\",
        "\\n",
        "a:",
        ":",
        "<<",
        "=",
        "---",
        "...",
        ",",
    ),
)
_ALPHABETS = (
    "abcXYZ 0123456789-_.,:;#&*!?|>'\"%@`{}[]()/\\",
    "éüÅǖßøŁ’–—…·",
    "中华人民共和国科学技术部河北省长春重庆",
    "國臺灣學會龍門",
    "《》〔〕（）「」、。：，０１２ＡＢ　",
    "かなカナ한글",
    "עברית العربية فارسی",
    "Привет Ελλάς",
    "e\u0301a\u0308o\u0302\u0327",
    "𠮷𡋾😀👩",
)


def _is_line(text: str) -> bool:
    try:
        check_line(text, "text")
    except InvalidError:
        return False
    return True


def _is_note(text: str) -> bool:
    try:
        check_note(text, "text")
    except InvalidError:
        return False
    return True


@cache
def lines(max_size: int = 24) -> st.SearchStrategy[str]:
    """Texts that can be names: one line, NFC, of any script."""
    mixed = st.text(
        st.characters(exclude_categories=("Cc", "Cs"), include_characters="".join(_ALPHABETS)),
        min_size=1,
        max_size=max_size,
    )
    of_one = st.one_of([st.text(letters, min_size=1, max_size=max_size) for letters in _ALPHABETS])
    texts = st.sampled_from(_HOSTILE) | of_one | mixed
    return texts.map(lambda text: normalize("NFC", text).strip()).filter(_is_line)


@cache
def chinese(max_size: int = 12) -> st.SearchStrategy[str]:
    """Chinese text in either script."""
    return st.text(_ALPHABETS[2] + _ALPHABETS[3], min_size=1, max_size=max_size)


@cache
def notes() -> st.SearchStrategy[str]:
    """Texts that can be notes: several lines, with spaces and tabs where they hurt."""
    line = st.sampled_from(("", " ", "  indented", "trailing ", "\ttab", "# a", "- b")) | lines()
    return (
        st.lists(line, min_size=1, max_size=4)
        .map(lambda parts: normalize("NFC", "\n".join(parts)))
        .filter(_is_note)
    )


@cache
def ids() -> st.SearchStrategy[str]:
    """Ids of entries."""
    return st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)


@cache
def tags() -> st.SearchStrategy[str]:
    """Language tags in their usual case."""
    return st.sampled_from(
        ("en", "en-GB", "en-x-reuters", "zh-Hans", "zh-Hant", "zh-Hant-TW", "fr", "ar", "ja", "bo")
    )


@cache
def dates() -> st.SearchStrategy[str]:
    """Dates of every precision and certainty."""
    days = st.dates().map(lambda day: day.isoformat())
    cut = st.sampled_from((4, 7, 10))
    return st.builds(
        lambda day, end, mark: day[:end] + mark, days, cut, st.sampled_from("~?%") | st.just("")
    )


@cache
def _spans() -> st.SearchStrategy[tuple[str, str]]:
    """Start and end, in order, either of which may be open."""
    pair = st.tuples(dates(), dates()).map(lambda two: tuple(sorted(two)))
    ordered = pair.filter(lambda two: two[0][:4] < two[1][:4])
    return st.just(("", "")) | st.one_of(
        ordered, ordered.map(lambda two: (two[0], "")), ordered.map(lambda two: ("", two[1]))
    )


@cache
def sources() -> st.SearchStrategy[Source]:
    """Sources with any of their optional parts."""
    optional = st.just("") | lines()
    return st.builds(
        Source,
        title=lines(),
        locator=optional,
        publisher=optional,
        published=st.just("") | dates(),
        seen=st.dates().map(lambda day: day.isoformat()),
        licence=optional,
    )


@cache
def _renderings(*, generated: bool) -> st.SearchStrategy[tuple[Rendering, ...]]:
    one = st.builds(
        Rendering,
        lang=st.sampled_from((PINYIN, "zh-Hant", "zh-Hans")),
        text=lines(),
        generated=st.booleans() if generated else st.just(False),
    )
    return st.lists(one, max_size=2, unique_by=lambda item: item.lang).map(tuple)


_EVIDENCE, _NAME_TYPES = st.sampled_from(Evidence), st.sampled_from(NameType)
_USAGES = st.sampled_from(Usage)
_KINDS = st.sampled_from([kind for kind in Kind if kind is not Kind.PATTERN])
_RELATION_TYPES = st.sampled_from(RelationType)
_PAIRS, _FLAGS = st.sampled_from(("", "", "a", "b")), st.booleans()


@cache
def _optional_line() -> st.SearchStrategy[str]:
    return st.just("") | lines()


@cache
def _optional_note() -> st.SearchStrategy[str]:
    return st.just("") | notes()


@cache
def _cited() -> st.SearchStrategy[tuple[Source, ...]]:
    return st.lists(sources(), min_size=1, max_size=2).map(tuple)


@cache
def _maybe_cited() -> st.SearchStrategy[tuple[Source, ...]]:
    return st.lists(sources(), max_size=1).map(tuple)


@cache
def _contexts() -> st.SearchStrategy[Context | None]:
    return st.none() | st.builds(Context, text=notes(), source=st.none() | sources())


@cache
def _extras() -> st.SearchStrategy[tuple[Extra, ...]]:
    keys = st.sampled_from(("tbx:termNote/partOfSpeech", "tbx:descrip/figure", "x")) | lines()
    extra = st.builds(Extra, key=keys, text=notes(), lang=st.just("") | tags())
    return st.lists(extra, max_size=1).map(tuple)


@st.composite
def names(draw: st.DrawFn, *, generated: bool = True) -> Name:
    """Names with any of their optional parts; ``generated`` renderings among them or not."""
    evidence = draw(_EVIDENCE)
    start, end = draw(_spans())
    return Name(
        text=draw(lines()),
        lang=draw(tags()),
        type=draw(_NAME_TYPES),
        usage=draw(_USAGES),
        evidence=evidence,
        issuer=draw(_optional_line()),
        sources=draw(_cited() if evidence.needs_source else _maybe_cited()),
        start=start,
        end=end,
        pair=draw(_PAIRS),
        note=draw(_optional_note()),
        context=draw(_contexts()),
        case_sensitive=draw(_FLAGS),
        renderings=draw(_renderings(generated=generated)),
        extra=draw(_extras()),
    )


@st.composite
def relations(draw: st.DrawFn) -> Relation:
    """Relations to entries that need not exist."""
    start, end = draw(_spans())
    return Relation(
        type=draw(_RELATION_TYPES),
        target=draw(ids()),
        start=start,
        end=end,
        instrument=draw(_optional_line()),
        sources=draw(_maybe_cited()),
        note=draw(_optional_note()),
    )


def _sound(drawn: list[Name]) -> tuple[Name, ...]:
    """Make drawn names keep the rules over the names of one entry."""
    from dataclasses import replace

    kept: list[Name] = []
    preferred: set[str] = set()
    for name in drawn:
        if name.usage is Usage.PREFERRED and name.lang in preferred:
            name = replace(name, usage=Usage.ADMITTED)
        if name.usage is Usage.PREFERRED:
            preferred.add(name.lang)
        kept.append(name)
    languages: dict[str, set[str]] = {}
    for name in kept:
        languages.setdefault(name.pair, set()).add(name.lang.split("-")[0])
    return tuple(name if len(languages[name.pair]) > 1 else replace(name, pair="") for name in kept)


@cache
def _name_lists(*, generated: bool) -> st.SearchStrategy[list[Name]]:
    return st.lists(
        names(generated=generated),
        min_size=1,
        max_size=3,
        unique_by=lambda name: (name.text, name.lang),
    )


@cache
def _relation_lists() -> st.SearchStrategy[list[Relation]]:
    return st.lists(relations(), max_size=2)


@cache
def _texts() -> st.SearchStrategy[tuple[LocalText, ...]]:
    text = st.builds(LocalText, lang=tags(), text=notes(), sources=_maybe_cited())
    return st.lists(text, max_size=1).map(tuple)


@cache
def _words() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(lines(), max_size=2).map(tuple)


@cache
def _bodies() -> st.SearchStrategy[BodyFacts | None]:
    return st.none() | st.builds(
        BodyFacts,
        level=st.none() | st.sampled_from(Level),
        place=st.sampled_from(("", "130000")),
        founded=st.just("") | dates(),
        dissolved=st.just("") | dates(),
    )


@cache
def _documents() -> st.SearchStrategy[DocumentFacts | None]:
    return st.none() | st.builds(
        DocumentFacts,
        issuer=st.just("") | ids(),
        number=_optional_line(),
        date=st.just("") | dates(),
        status=_optional_line(),
        type=_optional_line(),
    )


@st.composite
def entries(draw: st.DrawFn, *, generated: bool = True) -> Entry:
    """Whole entries; ``generated`` renderings among them or not."""
    kind = draw(_KINDS)
    entry_id = draw(ids())
    drawn = draw(_name_lists(generated=generated))
    return Entry(
        id=entry_id,
        kind=kind,
        names=_sound(drawn),
        relations=tuple(
            relation for relation in draw(_relation_lists()) if relation.target != entry_id
        ),
        definitions=draw(_texts()),
        notes=draw(_texts()),
        domains=draw(_words()),
        collections=draw(_words()),
        body=draw(_bodies()) if kind is Kind.BODY else None,
        document=draw(_documents()) if kind is Kind.DOCUMENT else None,
        extra=draw(_extras()),
    )


@cache
def reviews() -> st.SearchStrategy[str]:
    """Review states as files write them."""
    return st.sampled_from([review.value for review in Review])
