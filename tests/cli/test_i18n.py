"""The interface's language: English costs nothing, Chinese readers get their script."""

from __future__ import annotations

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


def test_data_is_never_translated(
    catalogs: Path, cli: Cli, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = cli("lookup", "OOE", "--json").out
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    i18n.set_language()
    assert cli("lookup", "OOE", "--json").out == plain
    i18n.set_language()


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
