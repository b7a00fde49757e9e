"""What goes out as TBX comes back: all of it in our dialect, the names and what the dialect holds in others."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.exchange.joining import join
from glossary.formats.detection import detect_format
from glossary.model.entries import Entry
from tests import strategies
from tests.formats import entry, read, write

Many = list[tuple[Entry, str]]
MANY = st.lists(
    st.tuples(strategies.entries(), strategies.reviews()),
    min_size=1,
    max_size=2,
    unique_by=lambda pair: pair[0].id,
)


@settings(max_examples=60)  # whole entries are dear to make
@given(MANY, st.sampled_from(["dca", "dct"]))
def test_our_dialect_loses_nothing(pairs: Many, style: str) -> None:
    data = write("tbx", pairs, dialect="zhengming", style=style)[0]
    reading = read("tbx", data)
    assert reading.problems == []
    assert [(item.entry, item.review) for item in reading.items] == pairs
    assert all(item.whole and item.keeps_id for item in reading.items)
    assert detect_format(data, "x") == "tbx"


def test_a_position_no_file_reaches_is_kept_as_something_else() -> None:
    names = [{"text": text, "lang": "en", "evidence": "unsourced"} for text in "AB"]
    data = write("tbx", [(entry(id="a", names=names), "approved")], dialect="zhengming")[0].decode()
    lie = f'<admin type="position">{"9" * 5000}</admin><term>A</term>'
    reading = read("tbx", data.replace("<term>A</term>", lie))
    assert [name.text for name in reading.entries[0].names] == ["A", "B"]
    assert reading.entries[0].names[0].extra[0].key == "tbx:admin/position"


@settings(max_examples=60)  # whole entries are dear to make
@given(
    MANY,
    st.sampled_from(["core", "min", "basic", "linguist", "martif", "martif-ntig"]),
    st.sampled_from(["dca", "dct"]),
)
def test_every_dialect_brings_back_each_name_and_id(pairs: Many, dialect: str, style: str) -> None:
    style = "dca" if dialect.startswith("martif") else style
    reading = read("tbx", write("tbx", pairs, dialect=dialect, style=style)[0])
    assert reading.problems == []
    assert [item.entry.id for item in reading.items] == [entry.id for entry, _ in pairs]
    for came, (gone, _review) in zip(reading.entries, pairs, strict=True):
        assert {_spaced(name.text) + name.lang for name in came.names} == {
            _spaced(name.text) + name.lang for name in gone.names
        }
        if dialect in ("basic", "linguist", "martif"):
            assert [_spaced(text.text) for text in came.definitions] == [
                _spaced(text.text) for text in gone.definitions if text.text not in ("-", "–", "—")
            ]


def _spaced(text: str) -> str:
    """A text as a reader sees it who takes any white space for a space."""
    return "".join(text.split())


@settings(max_examples=60)  # whole entries are dear to make
@given(strategies.entries(), st.sampled_from(["core", "min", "basic", "linguist", "martif"]))
def test_what_a_dialect_cannot_hold_is_no_change(entry: Entry, dialect: str) -> None:
    (item,) = read("tbx", write("tbx", [entry], dialect=dialect)[0]).items
    assert join(entry, item.entry) == entry
