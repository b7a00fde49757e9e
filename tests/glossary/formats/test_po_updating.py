"""A catalog that is there keeps what people made, and follows the glossary in the rest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import polib
import pytest

from glossary.errors import InputError
from glossary.formats import po_updating
from glossary.store.scratch import Shelf
from tests.glossary.formats.test_po import chinese, entry, export, name

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.model.entries import Entry


def office(entry_id: str, english: str, text: str, pinyin: str = "X") -> tuple[Entry, str]:
    return entry(entry_id, name(english, "en"), chinese(text, pinyin, text)), "approved"


A, B, C = (
    office("a", "Office A", "甲"),
    office("b", "Office B", "乙"),
    office("c", "Office C", "丙"),
)


@pytest.fixture(autouse=True, params=["in memory", "on the disk"])
def _where_messages_wait(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "on the disk":
        monkeypatch.setattr(po_updating, "Shelf", partial(Shelf, limit=0))


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    path = tmp_path / "offices.po"
    export([A, B], str(path))
    return path


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def messages(file: Path) -> list[tuple[str, str]]:
    return [(each.msgid, each.msgstr) for each in polib.pofile(str(file))]


def test_nothing_new_leaves_the_bytes(file: Path) -> None:
    before = file.read_bytes()
    export([A, B], str(file))
    assert file.read_bytes() == before


def test_a_translation_that_a_person_changed_stays_and_is_told(file: Path) -> None:
    edit(file, 'msgstr "甲"', 'msgstr "甲办"')
    ledger = export([A, B], str(file))
    assert messages(file) == [("Office A", "甲办"), ("Office B", "乙")]
    assert "#. glossary: 甲\n" in file.read_text(encoding="utf-8")
    assert any("1 translations differ" in note for note in ledger.notes)


def test_a_translation_that_the_program_wrote_follows_the_glossary(file: Path) -> None:
    export([office("a", "Office A", "甲署"), B], str(file))
    assert messages(file) == [("Office A", "甲署"), ("Office B", "乙")]


def test_comments_flags_order_and_messages_of_others_stay(file: Path) -> None:
    edit(file, "#. pinyin: X\n", "# Mei: as on the seal\n#. pinyin: X\n")
    edit(file, "#: a\n", "#: a\n#, no-wrap\n")
    edit(file, 'msgid ""\n', '# Catalog of the desk.\nmsgid ""\n')
    own = '\n# by hand\n#: app.py:3\nmsgid "Cancel"\nmsgstr "取消"\n'
    gone = '\n#~ msgid "Old"\n#~ msgstr "旧"\n'
    file.write_text(file.read_text(encoding="utf-8") + own + gone, encoding="utf-8")
    export([C, B, A], str(file))
    found = polib.pofile(str(file))
    assert [each.msgid for each in found] == ["Office A", "Office B", "Cancel", "Office C", "Old"]
    assert found.header == "Catalog of the desk."
    first, _second, cancel = found[0], found[1], found[2]
    assert (first.tcomment, first.flags) == ("Mei: as on the seal", ["no-wrap"])
    assert (cancel.tcomment, cancel.msgstr, cancel.occurrences) == (
        "by hand",
        "取消",
        [("app.py", "3")],
    )
    assert (found[4].obsolete, found[4].msgstr) == (1, "旧")


def test_what_left_the_glossary_becomes_obsolete_and_comes_back(file: Path) -> None:
    export([B], str(file))
    found = polib.pofile(str(file))
    assert [(each.msgid, each.obsolete) for each in found] == [("Office B", 0), ("Office A", 1)]
    export([A, B], str(file))
    assert [(each.msgid, each.obsolete) for each in polib.pofile(str(file))] == [
        ("Office B", 0),
        ("Office A", 0),
    ]


def test_fuzzy_that_a_person_cleared_or_set_stays(tmp_path: Path) -> None:
    file = tmp_path / "x.po"
    proposed = [(A[0], "proposed"), (B[0], "approved")]
    export(proposed, str(file))
    edit(file, "#, fuzzy\n", "")
    edit(file, "#: b\n", "#: b\n#, fuzzy\n")
    export(proposed, str(file))
    assert [each.flags for each in polib.pofile(str(file))] == [[], ["fuzzy"]]


def test_an_approval_in_the_glossary_clears_fuzzy(tmp_path: Path) -> None:
    file = tmp_path / "x.po"
    export([(A[0], "proposed")], str(file))
    assert polib.pofile(str(file))[0].flags == ["fuzzy"]
    export([A], str(file))
    assert polib.pofile(str(file))[0].flags == []


def test_a_context_that_becomes_needed_keeps_the_message(file: Path) -> None:
    edit(file, 'msgstr "甲"', 'msgstr "甲办"')
    twin = entry("z", name("Office A", "en"), chinese("另一", "Lìngyī", "另一"))
    export([A, B, (twin, "approved")], str(file))
    found = [(each.msgctxt, each.msgid, each.msgstr) for each in polib.pofile(str(file))]
    assert found == [
        ("a", "Office A", "甲办"),
        (None, "Office B", "乙"),
        ("z", "Office A", "另一"),
    ]


def test_header_fields_of_people_stay(file: Path) -> None:
    edit(file, "Last-Translator: Zhengming 0.1.0", "Last-Translator: Mei <mei@example.org>")
    edit(file, '"X-Source-Language: en\\n"', '"X-Source-Language: en\\n"\n"X-Team: desk\\n"')
    export([A, B, C], str(file))
    fields = polib.pofile(str(file)).metadata
    assert (fields["Last-Translator"], fields["X-Team"]) == ("Mei <mei@example.org>", "desk")


def test_a_header_field_that_is_left_empty_stays_so_but_for_the_language(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    header = '"Last-Translator: \\n"\n"Language: \\n"\n"Project-Id-Version: \\n"\n'
    path.write_text(f'msgid ""\nmsgstr ""\n{header}\n', encoding="utf-8")
    export([A], str(path))
    fields = polib.pofile(str(path)).metadata
    assert (fields["Last-Translator"], fields["Project-Id-Version"]) == ("", "")
    assert fields["Language"] == "zh_CN"


def test_the_mo_has_what_people_made(tmp_path: Path) -> None:
    export([A, B], str(tmp_path), domain="x", mo=True)
    file = tmp_path / "zh_CN" / "LC_MESSAGES" / "x.po"
    edit(file, 'msgstr "甲"', 'msgstr "甲办"')
    export([A, B], str(tmp_path), domain="x", mo=True)
    compiled = polib.mofile(str(file.with_suffix(".mo")))
    assert [(each.msgid, each.msgstr) for each in compiled] == [
        ("Office A", "甲办"),
        ("Office B", "乙"),
    ]


def test_a_catalog_that_is_broken_is_left_as_it_is(file: Path) -> None:
    broken = file.read_text(encoding="utf-8") + '\nmsgid "open\n'
    file.write_text(broken, encoding="utf-8")
    with pytest.raises(InputError, match=r"offices.po:\d+:\d+: the text does not end"):
        export([A, B], str(file))
    assert file.read_text(encoding="utf-8") == broken


GETTEXT = r"""# Catalog of the desk.
# 
msgid ""
msgstr ""
"Project-Id-Version:  desk\n"
"POT-Creation-Date: 2020-01-01 00:00+0000\n"
"PO-Revision-Date: 2020-01-02 00:00+0000\n"
"Language-Team: Chinese (China) <https://example.org/a-long-address/of-the-team-"
"that-is-broken/zh_CN/>\n"
"Language: zh_CN\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=1; plural=0;\n"

#: a.c:1 a-file-with-a-very-long-name.c:2 another-file-with-a-very-long-name.c:3
#: a.c:4
#, c-format
#| msgid "before"
msgid ""
"A text that tells <b>this</b><a href=\"https://example.org/\">and that</a> of an "
"office"
msgstr ""
"甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛"
"壬癸"

#~ msgid ""
#~ "Gone, and written over two lines though it is short enough to stand in one "
#~ "line"
#~ msgstr ""
#~ "旧"
"""  # noqa: W291


def test_lines_that_say_the_same_stay_as_they_are_broken(tmp_path: Path) -> None:
    path = tmp_path / "desk.po"
    path.write_text(GETTEXT, encoding="utf-8")
    export([A], str(path))
    told = path.read_text(encoding="utf-8").splitlines()
    dates = ('"POT-Creation-Date', '"PO-Revision-Date')
    kept = [line for line in GETTEXT.splitlines() if line and not line.startswith(dates)]
    left = iter(told)
    assert [line for line in kept if line not in left] == []  # each behind the one before
    assert 'msgid "Office A"' in told
    before = path.read_bytes()
    export([A], str(path))
    assert path.read_bytes() == before


def test_a_text_that_changes_is_broken_anew(file: Path) -> None:
    edit(file, 'msgid "Office A"\nmsgstr "甲"', 'msgid ""\n"Office "\n"A"\nmsgstr ""\n"甲"')
    export([A, B], str(file))
    assert 'msgid ""\n"Office "\n"A"\nmsgstr ""\n"甲"\n' in file.read_text(encoding="utf-8")
    export([office("a", "Office A", "甲署"), B], str(file))
    assert 'msgid "Office A"\nmsgstr "甲署"\n' in file.read_text(encoding="utf-8")
