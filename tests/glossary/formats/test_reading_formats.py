"""What is made to be read: StarDict that sdcv opens, a page and Markdown with their indexes."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from glossary.errors import InputError
from glossary.formats.articles import article_of, headwords
from glossary.formats.options import Options
from glossary.formats.outputs import Output
from glossary.formats.registry import get_format
from tests import strategies
from tests.formats import DAY, entry, write

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.model.entries import Entry

MINISTRY = entry(
    id="ministry-a",
    names=[
        {"text": "Ministry <A>", "lang": "en", "usage": "preferred", "evidence": "unsourced"},
        {"text": "MA", "lang": "en", "type": "acronym", "evidence": "unsourced"},
        {"text": "A Hall", "lang": "en", "usage": "forbidden", "evidence": "unsourced"},
        {"text": "Commission A", "lang": "en", "type": "former", "to": "1998", "evidence": "unsourced"},
        {"text": "国家甲部", "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced",
         "renderings": {"zh-Latn-pinyin": "Guójiā Jiǎbù", "zh-Hant": "國家甲部"}},
    ],
    notes=[{"lang": "en", "text": "a *star*"}],
)  # fmt: skip
BUREAU = entry(
    id="bureau",
    names=[
        {"text": "bureau", "lang": "en", "usage": "preferred", "evidence": "unsourced"},
        {"text": "局", "lang": "zh-Hans", "usage": "preferred", "evidence": "unsourced",
         "renderings": {"zh-Latn-pinyin": "Jú"}},
    ],
)  # fmt: skip
ENTRIES = (MINISTRY, BUREAU)


def dictionary(folder: Path, *entries: Entry) -> dict[str, str]:
    """Write a dictionary and read it back by the description of the format: headword to article."""
    chosen = get_format("stardict", to="write")
    with Output(str(folder), Options(chosen.writing, {}, "stardict"), day=DAY) as file:
        chosen.write(((each, "approved") for each in entries), file)
    index, articles = ((folder / f"glossary.{ext}").read_bytes() for ext in ("idx", "dict"))
    found, place = {}, 0
    while place < len(index):
        end = index.index(b"\0", place)
        offset, size = struct.unpack(">II", index[end + 1 : end + 9])
        found[index[place:end].decode()] = articles[offset : offset + size].decode()
        place = end + 9
    info = dict(
        line.split("=", 1) for line in (folder / "glossary.ifo").read_text("utf-8").splitlines()[1:]
    )
    assert (int(info["wordcount"]), int(info["idxfilesize"])) == (len(found), len(index))
    return found


def test_every_name_and_its_pinyin_is_a_headword(tmp_path: Path) -> None:
    found = dictionary(tmp_path, *ENTRIES)
    assert set(found) == {
        *(
            "Ministry <A>",
            "MA",
            "Commission A",
            "国家甲部",
            "國家甲部",
            "Guójiā Jiǎbù",
            "Guojia Jiabu",
        ),
        *("bureau", "局", "Jú", "Ju"),
    }
    assert (
        found["MA"]
        == found["Guojia Jiabu"]
        == (
            "Ministry <A>\n国家甲部  國家甲部  Guójiā Jiǎbù\nMA (acronym)\nCommission A (former, –1998)\n"
            "Not to be used: A Hall\na *star*\n[no source seen yet]"
        )
    )


def test_headwords_are_sorted_as_stardict_compares_them(tmp_path: Path) -> None:
    words = [word.encode() for word in dictionary(tmp_path, *ENTRIES)]
    assert words == sorted(words, key=lambda word: (word.lower(), word))


@pytest.mark.needs("sdcv")
@pytest.mark.parametrize(
    ("query", "shown"), [("Guojia Jiabu", "Ministry <A>"), ("局", "bureau"), ("MA", "国家甲部")]
)
def test_sdcv_finds_it(query: str, shown: str, tmp_path: Path) -> None:
    dictionary(tmp_path / "zhengming", *ENTRIES)
    program = shutil.which("sdcv")
    assert program is not None
    done = subprocess.run(
        [program, "-n", "-e", "-0", "-1", "-2", str(tmp_path), query],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={"HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
    )
    assert shown in done.stdout, done.stderr


def test_a_dictionary_needs_a_folder_and_a_plain_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="several files"):
        write("stardict", ENTRIES)
    chosen = get_format("stardict", to="write")
    options = Options(chosen.writing, {"domain": "../x"}, "stardict")
    with (
        pytest.raises(InputError, match="cannot be the name of a file"),
        Output(str(tmp_path), options, day=DAY) as file,
    ):
        chosen.write(iter(()), file)
    assert list(tmp_path.iterdir()) == [tmp_path / "home"]


class _Links(HTMLParser):
    """Collects ids, links and texts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.open: list[str] = []
        self._href = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.ids += [said["id"] or ""] if "id" in said else []
        self._href = said.get("href") or ""
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._href:
            self.links.append((self._href, data))
        self._href = ""


def links(data: bytes) -> _Links:
    page = _Links()
    page.feed(data.decode())
    assert page.open == []
    return page


def test_the_page_has_an_index_by_english_and_one_by_pinyin() -> None:
    page = links(write("html", ENTRIES)[0])
    entries = [(href, text) for href, text in page.links if href.startswith("#e-")]
    assert entries == [
        ("#e-bureau", "bureau"), ("#e-ministry-a", "Commission A"), ("#e-ministry-a", "MA"),
        ("#e-ministry-a", "Ministry <A>"),
        ("#e-ministry-a", "Guójiā Jiǎbù"), ("#e-bureau", "Jú"),
    ]  # fmt: skip
    assert {href[1:] for href, _text in page.links} <= set(page.ids)


def test_the_page_says_each_language_and_fetches_nothing() -> None:
    data = write("html", ENTRIES, title="A & B")[0].decode()
    assert "<title>A &amp; B</title>" in data
    assert '<span class="zh" lang="zh-Hant">國家甲部</span>' in data
    assert '<span class="banned" lang="en">A Hall</span>' in data
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:|//)|@import|url\(""", data)


def test_markdown_has_both_indexes_and_no_stray_marks() -> None:
    data = write("markdown", ENTRIES)[0].decode()
    assert "**Ministry \\<A\\>**  \n国家甲部 國家甲部 *Guójiā Jiǎbù*  \nMA (acronym)" in data
    assert "a \\*star\\*" in data
    assert (
        data.index("## By English")
        < data.index("- [bureau](#e-bureau) 局")
        < data.index("## By pinyin")
    )
    assert "- [Jú](#e-bureau) 局  bureau" in data


@settings(max_examples=40)  # whole entries are dear to make
@given(strategies.entries())
def test_any_entry_makes_a_sound_page(each: Entry) -> None:
    page = links(write("html", [each])[0])
    assert {href[1:] for href, _text in page.links} <= set(page.ids)
    assert "<script" not in write("markdown", [each])[0].decode()
    article = article_of(each, "proposed", DAY)
    shown = {
        article.english,
        article.chinese,
        article.traditional,
        *(text for _l, text, _w in article.others),
    }
    shown |= {text for _lang, text in article.banned}
    assert {name.text for name in each.names} <= shown
    assert len(set(headwords(each))) == len(list(headwords(each)))
