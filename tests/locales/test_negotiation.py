"""Which catalog serves whom: what a plain cut at the region gets wrong, row by row."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

import glossary.resources
from glossary import i18n
from tests.processes import RunPython

SIMPLIFIED, TRADITIONAL = "zh_CN", "zh_TW"


@pytest.fixture(autouse=True)
def _environment_again() -> object:
    yield
    i18n.set_language()


@pytest.mark.parametrize(
    ("tag", "served"),
    [
        # simplified: no region, the regions that use it, and the script said outright
        ("zh", SIMPLIFIED),
        ("zh_CN", SIMPLIFIED),
        ("zh_SG", SIMPLIFIED),
        ("zh_MY", SIMPLIFIED),
        ("zh_CN.UTF-8", SIMPLIFIED),
        ("zh_CN.GB18030", SIMPLIFIED),
        ("zh_SG.GB2312", SIMPLIFIED),
        ("zh_CN.utf8@pinyin", SIMPLIFIED),
        ("zh_Hans", SIMPLIFIED),
        ("zh-Hans", SIMPLIFIED),
        ("zh-Hans-CN", SIMPLIFIED),
        ("zh-CN", SIMPLIFIED),
        ("zh-cn", SIMPLIFIED),
        ("ZH_cn", SIMPLIFIED),
        ("zh-CHS", SIMPLIFIED),
        ("cmn-Hans-CN", SIMPLIFIED),
        ("zh-cmn-Hans-CN", SIMPLIFIED),
        # traditional
        ("zh_TW", TRADITIONAL),
        ("zh_HK", TRADITIONAL),
        ("zh_MO", TRADITIONAL),
        ("zh_TW.UTF-8", TRADITIONAL),
        ("zh_TW.Big5", TRADITIONAL),
        ("zh_HK.Big5-HKSCS", TRADITIONAL),
        ("zh_TW.EUC-TW@stroke", TRADITIONAL),
        ("zh_Hant", TRADITIONAL),
        ("zh-Hant", TRADITIONAL),
        ("zh-hant-tw", TRADITIONAL),
        ("zh-Hant-HK", TRADITIONAL),
        ("zh-TW", TRADITIONAL),
        ("zh-CHT", TRADITIONAL),
        ("zh@hant", TRADITIONAL),
        ("yue_HK", TRADITIONAL),
        ("yue", TRADITIONAL),
        ("zh-yue", TRADITIONAL),
        ("cmn-TW", TRADITIONAL),
        # the script goes before the region
        ("zh-Hans-HK", SIMPLIFIED),
        ("zh_Hans_TW", SIMPLIFIED),
        ("zh-Hant-CN", TRADITIONAL),
        ("zh_Hant_SG.UTF-8", TRADITIONAL),
        ("yue-Hans", SIMPLIFIED),
        # the others
        ("fr", "fr"),
        ("fr_CA.UTF-8", "fr"),
        ("fr_FR@euro", "fr"),
        ("fr-CH", "fr"),
        ("ja_JP.eucJP", "ja"),
        ("ja-JP-u-ca-japanese", "ja"),
        ("es_MX", "es"),
        ("es-419", "es"),
        ("en", "en"),
        ("en_GB.UTF-8", "en"),
        ("en-AU", "en"),
        # nobody's
        ("de_DE.UTF-8", ""),
        ("zz", ""),
        ("C", ""),
        ("", ""),
        ("../fr", ""),
        ("fr/../es", ""),
        ("中文", ""),
        ("_", ""),
    ],
)
def test_a_tag_is_served_by_a_catalog(tag: str, served: str) -> None:
    assert i18n.negotiate(tag) == served


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({}, []),
        ({"LANG": "fr_FR.UTF-8"}, ["fr_FR.UTF-8"]),
        ({"LANG": "fr_FR", "LC_MESSAGES": "ja_JP"}, ["ja_JP"]),
        ({"LANG": "fr_FR", "LC_MESSAGES": "ja_JP", "LC_ALL": "es_ES"}, ["es_ES"]),
        ({"LANG": "fr_FR", "LC_MESSAGES": "ja_JP", "LC_ALL": ""}, ["ja_JP"]),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "zh_HK:fr:en"}, ["zh_HK", "fr", "en"]),
        ({"LC_ALL": "es_ES", "LANGUAGE": "zh_HK"}, ["zh_HK"]),
        ({"LC_ALL": "es_ES", "LANGUAGE": ""}, ["es_ES"]),
        ({"LC_ALL": "es_ES", "LANGUAGE": ":fr:"}, ["fr"]),
        ({"LC_ALL": "C", "LANGUAGE": "fr"}, []),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, []),
        ({"LANG": "POSIX", "LANGUAGE": "fr"}, []),
        ({"LANG": "C", "LC_ALL": "fr_FR", "LANGUAGE": "es"}, ["es"]),
        ({"LC_CTYPE": "ja_JP.UTF-8"}, []),
        ({"LANGUAGE": "fr"}, ["fr"]),
        ({"ZHENGMING_LANGUAGE": "ja:es", "LANGUAGE": "fr", "LC_ALL": "C"}, ["ja", "es"]),
        ({"ZHENGMING_LANGUAGE": "", "LANG": "fr_FR"}, ["fr_FR"]),
    ],
)
def test_variables_are_asked_in_order(environ: dict[str, str], wanted: list[str]) -> None:
    assert i18n.wanted_locales(environ) == wanted


@pytest.mark.parametrize(
    ("listed", "chosen"),
    [
        ("de:zz:zh_HK:fr", TRADITIONAL),
        ("fr:zh_TW", "fr"),
        ("en:zh_TW", "en"),
        ("C:fr", "en"),
        ("cs:fr", "fr"),
        ("pox:fr", "fr"),
        ("de", "en"),
    ],
)
def test_the_first_of_a_list_that_there_is(
    listed: str, chosen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("zh_CN", "zh_TW", "fr"):
        _write_catalog(tmp_path, name)
    monkeypatch.setattr(glossary.resources, "data_folder", lambda _: str(tmp_path))
    i18n.set_language(listed)
    assert i18n.language() == chosen
    assert i18n._("Help") == ("Help" if chosen == "en" else f"Help in {chosen}")


def _write_catalog(folder: Path, name: str) -> Path:
    catalog = polib.POFile()
    catalog.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    catalog.append(polib.POEntry(msgid="Help", msgstr=f"Help in {name}"))
    catalog.append(
        polib.POEntry(
            msgid="{n} entry", msgid_plural="{n} entries", msgstr_plural={0: "{n} a", 1: "{n} b"}
        )
    )
    place = folder / name / "LC_MESSAGES"
    place.mkdir(parents=True)
    catalog.save_as_mofile(str(place / "zhengming.mo"))
    return place / "zhengming.mo"


def test_a_broken_catalog_leaves_the_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = _write_catalog(tmp_path, "fr")
    monkeypatch.setattr(glossary.resources, "data_folder", lambda _: str(tmp_path))
    whole = file.read_bytes()
    broken = [whole[:at] for at in range(0, len(whole), 7)]
    broken += [whole[:at] + b"\xff\xff\xff\xff" + whole[at + 4 :] for at in range(0, 60, 4)]
    broken += [b"", b"\x00" * 200, whole.replace(b"nplurals=2", b"nplurals=("), whole * 2]
    broken += [whole.replace(b"UTF-8", b"UTF-9"), whole.replace(b"n != 1", b"1 / /")]
    for content in broken:
        file.write_bytes(content)
        i18n.set_language("fr")
        assert i18n._("Help") in ("Help", "Help in fr")
        assert i18n.ngettext("{n} entry", "{n} entries", 2) in ("{n} entries", "{n} b", "{n} a")
        assert i18n._("never translated") == "never translated"
    file.unlink()
    file.mkdir()
    i18n.set_language("fr")
    assert i18n.language() == "en"


def test_the_header_of_a_catalog_is_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write_catalog(tmp_path, "fr")
    monkeypatch.setattr(glossary.resources, "data_folder", lambda _: str(tmp_path))
    i18n.set_language("fr")
    assert i18n._("") == ""


@given(st.text(max_size=40))
def test_no_locale_leads_out_of_the_folder(tag: str) -> None:
    for name in i18n.candidates(tag):
        assert name.replace("_", "").isalnum()
        assert name.isascii()
    assert i18n.negotiate(tag) in ("", *i18n.LANGUAGES)


@pytest.mark.parametrize(
    ("tag", "few", "many"),
    [
        ("en", "1,842", "1,234,567"),
        ("fr", "1\u202f842", "1\u202f234\u202f567"),
        ("es", "1842", "1.234.567"),
        ("ja", "1,842", "1,234,567"),
        ("zh_HK", "1,842", "1,234,567"),
    ],
)
def test_numbers_are_grouped_as_the_language_does(tag: str, few: str, many: str) -> None:
    i18n.set_language(tag)
    assert (i18n.number(1842), i18n.number(1234567), i18n.number(12)) == (few, many, "12")


def test_english_loads_neither_gettext_nor_a_catalog(run_python: RunPython) -> None:
    code = "import sys; from glossary.i18n import _; _('Help'); print('gettext' in sys.modules, 'babel' in sys.modules)"
    assert run_python("-S", "-c", code).stdout == "False False\n"


def test_another_language_loads_gettext_alone(
    run_python: RunPython, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _write_catalog(tmp_path, "fr")
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    code = (
        "import sys, glossary.resources; from glossary.i18n import _;"
        f"glossary.resources.data_folder = lambda name: {str(tmp_path)!r};"
        "print(_('Help'), *sorted({'babel', 'polib', 'locale', 'gettext'} & set(sys.modules)))"
    )
    assert run_python("-S", "-c", code).stdout.startswith("Help in fr gettext")
    assert "babel" not in run_python("-S", "-c", code).stdout
