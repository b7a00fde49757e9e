"""The interface's language: English costs nothing, Chinese readers get their script."""

from __future__ import annotations

import json
import re
from pathlib import Path

import polib
import pytest

import glossary.resources
from glossary import i18n
from glossary.cli.commands import summaries
from tests.cli.running import Cli


@pytest.fixture
def catalogs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two catalogs in a folder of their own."""
    texts = {"zh_Hans": "显示条目", "zh_Hant": "顯示條目"}
    english = summaries()["show"]
    for locale, text in texts.items():
        folder = tmp_path / locale / "LC_MESSAGES"
        folder.mkdir(parents=True)
        catalog = polib.POFile()
        catalog.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
        catalog.append(polib.POEntry(msgid=english, msgstr=text))
        catalog.save_as_mofile(str(folder / "zhengming.mo"))
    monkeypatch.setattr(glossary.resources, "data_folder", lambda _: str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("zh_CN.UTF-8", "显示条目"),
        ("zh_SG", "显示条目"),
        ("zh", "显示条目"),
        ("zh_TW.UTF-8", "顯示條目"),
        ("zh_HK", "顯示條目"),
        ("zh_MO", "顯示條目"),
        ("zh-Hant-TW", "顯示條目"),
        ("xx:zh_TW", "顯示條目"),
        ("en:zh_TW", "show an entry in full, with its sources and relations"),
    ],
)
def test_a_locale_gets_its_catalog(
    locale: str, text: str, catalogs: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    monkeypatch.setenv("LANGUAGE", locale)
    i18n.set_language()
    assert f" {text}\n" in cli("--help").out
    i18n.set_language()


@pytest.mark.parametrize("value", ["C", "C.UTF-8", "POSIX", "en_GB.UTF-8", ""])
def test_english_opens_no_file(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(name: str) -> None:
        raise AssertionError(name)

    monkeypatch.setattr(i18n, "_open", opened)
    monkeypatch.setenv("LC_ALL", value)
    i18n.set_language()
    assert i18n._("the reason") == "the reason"
    i18n.set_language()


def test_a_language_without_a_catalog_stays_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    i18n.set_language()
    assert i18n.ngettext("{n} name", "{n} names", 0) == "{n} names"
    i18n.set_language()


def test_the_option_goes_before_the_environment(
    catalogs: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("ZHENGMING_LANGUAGE", "")
    assert " 顯示條目\n" in cli("--language", "zh-HK", "--help").out
    assert " 顯示條目\n" in cli("--help").out  # and what is started from here inherits it
    assert " show an entry in full" in cli("--language=en", "--help").out
    i18n.set_language()


def test_a_language_nobody_translated_is_told(cli: Cli) -> None:
    ran = cli("--language", "tlh", "lookup", "OOE")
    assert ran.code == 2
    assert "does not speak 'tlh'. One of: en, zh_CN, zh_TW, fr, ja, es." in ran.err
    assert cli("lookup", "OOE", "--language", "fr").err.count("before the command") == 1


@pytest.fixture
def worked_on(cli: Cli, database: Path) -> Path:
    """The small glossary, changed in every way; a proposal waits."""
    review, by = "office-of-instances", ("--by", "lin")
    assert cli("review", "approve", review, *by).code == 0
    assert (
        cli(
            "edit", "office-of-examples", "--name", "fr=Bureau", "--evidence", "unsourced", *by
        ).code
        == 0
    )
    for entry, reason in ((review, "gone"), ("example", "no")):
        assert cli("retire", entry, "--why", reason, *by).code == 0
    assert cli("undo", *by).code == 0
    assert cli("merge", "example-2", "example-board", *by).code == 0
    assert cli("comment", "example", "a remark", *by).code == 0
    return database


@pytest.mark.parametrize(
    "argv",
    [
        ("lookup", "--json", "OOE"),
        ("lookup", "--jsonl", "no such thing", "河北省养蜂局", ""),
        ("find", "--explain", "--jsonl", "office"),
        ("show", "--json", "office-of-examples"),
        ("explain", "--json", "河北省养蜂局"),
        ("names", "--jsonl"),
        ("history", "--jsonl"),
        ("review", "list", "--jsonl"),
        ("review", "show", "--json", "office-of-examples"),
        ("db", "info", "--json"),
        ("schema",),
        ("export", "jsonl"),
        ("export", "yaml"),
        ("export", "tbx"),
        ("export", "csv"),
        ("export", "skos"),
    ],
)
def test_data_is_never_translated(argv: tuple[str, ...], cli: Cli, worked_on: Path) -> None:
    text = "the Office of Examples, OOE"
    plain = cli(*argv, stdin=text).out
    assert plain
    i18n.set_language("zh_CN")
    try:
        assert cli(*argv, stdin=text).out == plain
    finally:
        i18n.set_language()


def test_what_is_composed_is_noted_in_english(cli: Cli, database: Path) -> None:
    made = ("--pattern", "body", "--slot", "place level=county", "--zh", "{place}养蜂局")
    english = ("--en", "{place.adj} Beekeeping Bureau", "--evidence", "unsourced", "--by", "mei")
    assert cli("add", *made, *english).code == 0
    assert cli("review", "approve", "place-adj-beekeeping-bureau", "--by", "lin").code == 0
    i18n.set_language("zh_CN")
    try:
        assert cli("add", "--from-composed", "正定县养蜂局", "--by", "mei").code == 0
        refused = cli("add", "--from-composed", "河北省养蜂局", "--by", "mei")
    finally:
        i18n.set_language()
    shown = json.loads(cli("show", "--json", "zhengding-county-beekeeping-bureau").out)
    assert shown["notes"][0]["lang"] == "en"
    assert shown["notes"][0]["text"].startswith("Composed from patterns:")
    assert (refused.code, "a province has no" in refused.err) == (1, False)


@pytest.mark.parametrize("tag", ["zh_CN", "zh_TW", "ja", "fr"])
def test_labels_are_set_apart_as_the_language_does_it(tag: str, cli: Cli, database: Path) -> None:
    ascii_colon = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff'…]: ?" if tag != "fr" else r"[^\W\d]: ")
    i18n.set_language(tag)
    try:
        for argv in (
            ["--help"],
            *([*command, "--help"] for command in (["lookup"], ["db"], ["export"])),
            ["lookup", "OOE"],
            ["lookup", "Office of Exampels"],
            ["lookup", "OOE", "Office of Exampels"],
            ["find", "Office", "--explain"],
            ["find", "no such thing"],
            ["show", "office-of-examples"],
            ["review", "show", "office-of-instances"],
        ):
            ran = cli(*argv)
            written = [line.removeprefix("zhengming: ") for line in ran.err.splitlines()]
            text = "\n".join([ran.out, *written])
            assert not ascii_colon.search(text), (argv, ascii_colon.findall(text), text)
    finally:
        i18n.set_language()


@pytest.mark.parametrize(
    ("tag", "said"),
    [("en", "from 1 to 1,000,000."), ("fr", "1\u202f000\u202f000"), ("es", "1.000.000")],
)
def test_numbers_in_a_message_are_grouped_as_the_language_does_it(
    tag: str, said: str, cli: Cli, database: Path
) -> None:
    i18n.set_language(tag)
    try:
        assert said in cli("find", "--limit", "0", "office").err
    finally:
        i18n.set_language()


def test_what_is_counted_has_its_word_in_the_language(cli: Cli, database: Path) -> None:
    i18n.set_language("fr")
    try:
        lines = cli("db", "info").lines
    finally:
        i18n.set_language()
    assert "Entrées     5 (4 organisme, 1 terme)" in lines


def test_words_within_a_message_are_of_its_language(cli: Cli, worked_on: Path) -> None:
    i18n.set_language("zh_CN")
    try:
        told = cli("review", "approve", "office-of-instances", "--by", "mei").err
        lines = cli("history", "office-of-examples").out
    finally:
        i18n.set_language()
    assert "office-of-instances" in told
    assert [word for word in ("retired", "proposed", "approved") if word in told] == []
    assert "提议 编辑" in lines
