"""The shipped catalogs are whole, and the check that says so can fail in every way it promises."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from glossary import i18n
from glossary.catalogs.__main__ import main
from glossary.catalogs.checks import PLURALS, check_catalog, faults
from glossary.catalogs.compiling import compile_catalog, compile_for_checkout
from glossary.catalogs.entries import TRANSLATED, catalog_path, read_catalog, template_path
from glossary.catalogs.sources import extract
from tests.processes import ROOT

LOCALES = str(ROOT / "locales")
SOURCE = """
from glossary.i18n import N_, _, ngettext

TITLES = {"near": N_("Near:")}


def show(names, count):
    # Translators: names of entries, by commas
    print(f"{_(TITLES['near'])} {_('Near: {names}.').format(names=names)}")
    print(ngettext("{n} entry", "{n} entries", count).format(n=count))
    print(_("Press ^Y, F5 or --all.\\n"), _("[b]Help[/b] for %(prog)s"))
"""
FRENCH = {
    "Near:": "Proches :",
    "Near: {names}.": "Proches : {names}.",
    "Press ^Y, F5 or --all.\n": "^Y, F5 ou --all.\n",
    "[b]Help[/b] for %(prog)s": "[b]Aide[/b] de %(prog)s",
}


@pytest.fixture(autouse=True)
def _environment_again() -> object:
    yield
    i18n.set_language()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one module, translated in full."""
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "face.py").write_text(SOURCE, encoding="utf-8")
    assert main(["extract", "update", "--root", str(tmp_path)]) == 0
    for language in TRANSLATED:
        catalog = polib.pofile(catalog_path(str(tmp_path / "locales"), language))
        for entry in catalog:
            if entry.msgid_plural:
                entry.msgstr_plural = dict.fromkeys(range(PLURALS[language][0]), "{n} x")
            else:
                entry.msgstr = FRENCH[entry.msgid]
        catalog.save()
    return tmp_path


def french(project: Path) -> Path:
    return project / "locales" / "fr" / "LC_MESSAGES" / "zhengming.po"


def check(project: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    code = main(["check", "--root", str(project)])
    lines = capsys.readouterr().out.splitlines()
    assert code == (1 if lines else 0)
    return lines


# --- what is shipped ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_shipped_catalog_is_whole(language: str) -> None:
    path = catalog_path(LOCALES, language)
    template = read_catalog(template_path(LOCALES))
    problems = check_catalog(read_catalog(path, language), template, language, path)
    assert [str(problem) for problem in problems] == []


@pytest.mark.needs("msgfmt")
@pytest.mark.parametrize("language", TRANSLATED)
def test_msgfmt_agrees(language: str) -> None:
    ran = subprocess.run(
        ["msgfmt", "--check", "--output-file=/dev/null", catalog_path(LOCALES, language)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_shipped_catalog_is_loaded_and_is_no_copy(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("glossary.resources.data_folder", lambda _: str(tmp_path))
    compile_catalog(
        catalog_path(LOCALES, language),
        str(tmp_path / language / "LC_MESSAGES" / "zhengming.mo"),
    )
    i18n.set_language(language)
    assert i18n.language() == language
    template = read_catalog(template_path(LOCALES))
    long = [text.id for text in template if isinstance(text.id, str) and len(text.id) > 40]
    assert sum(i18n._(text) != text for text in long) > 0.9 * len(long)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("zh_CN", {0: 0, 1: 0, 2: 0, 100: 0}),
        ("zh_TW", {0: 0, 1: 0, 2: 0}),
        ("ja", {0: 0, 1: 0, 2: 0}),
        ("fr", {0: 0, 1: 0, 2: 1, 100: 1}),  # zero is singular in French
        ("es", {0: 1, 1: 0, 2: 1, 100: 1}),
    ],
)
def test_plural_forms_are_those_of_the_language(language: str, forms: dict[int, int]) -> None:
    from gettext import c2py  # the evaluator behind ngettext

    count, rule = PLURALS[language]
    assert read_catalog(catalog_path(LOCALES, language), language).num_plurals == count
    assert {number: int(c2py(rule)(number)) for number in forms} == forms


def test_chinese_terms_are_the_same_throughout() -> None:
    """The termbase of docs/decisions/0008-languages.md, where a text is nothing but the term."""
    terms = {
        "Entry": ("条目", "條目"),
        "Evidence": ("依据", "依據"),
        "Names": ("名称", "名稱"),
        "Source": ("来源", "來源"),
        "Relation": ("关系", "關係"),
        "Kind": ("类别", "類別"),
        "approved": ("已批准", "已核准"),
        "body": ("机构", "機構"),
        "document": ("文件", "文件"),
    }
    for at, language in enumerate(("zh_CN", "zh_TW")):
        catalog = read_catalog(catalog_path(LOCALES, language), language)
        for english, chinese in terms.items():
            message = catalog.get(english)
            assert message is not None
            assert message.string == chinese[at]


def test_each_chinese_catalog_keeps_to_its_script() -> None:
    """A few characters that only one of the scripts has; names such as 繁體 and examples are as they are."""
    only = {"zh_CN": "條稱據體檔開關顯說這個為", "zh_TW": "条称据档开关显说这个为"}
    for language, wrong in only.items():
        catalog = read_catalog(catalog_path(LOCALES, language), language)
        found = {
            str(message.id): message.string
            for message in catalog
            if message.id and set(wrong) & set(str(message.string).replace("繁體", ""))
        }
        assert found == {}


# --- the check can fail -------------------------------------------------------------------------------------------


def test_a_sound_project_passes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(project, capsys) == []
    assert "#. Translators: names of entries, by commas" in french(project).read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"Proches : {names}."', '""', "'Near: {names}.': not translated"),
        ('"Proches : {names}."', '" "', "'Near: {names}.': not translated"),
        ("{names}.\"\n\n", "{noms}.\"\n\n", "placeholders {noms} instead of {names}"),
        ("Proches : {names}.", "Proches : {names.", "broken placeholder"),
        ("Proches : {names}.", "Proches.", "placeholders none instead of {names}"),
        ('"{n} x"\nmsgstr[1] "{n} x"', '"{n} x"\nmsgstr[1] ""', "'{n} entry': not translated"),
        ('msgstr[1] "{n} x"', 'msgstr[1] "{m} x"', "placeholders {m} instead of {n}"),
        ("Aide[/b] de %(prog)s", "Aide[/b]", "%-placeholders are not as in the English"),
        ("Aide[/b] de %(prog)s", "Aide[/b] à 100 % de %(prog)s", "%-placeholders"),
        ("[b]Aide[/b]", "[b]Aide", "markup is not as in the English: [/b] [b]"),
        ('"Proches :"', '"Proches"', "'Near:': a colon at the end of one of them only"),
        ('--all.\\n"\n\n', '--all."\n\n', "does not end with a line end"),
        ('"^Y, F5 ou', '"^Z, F5 ou', "^Y must stay as it is"),
        ("^Y, F5 ou --all", "^Y, F5 ou --tout", "--all must stay as it is"),
        ('msgid "Near:"', '#, fuzzy\nmsgid "Near:"', "'Near:' is fuzzy"),
        ('msgid "Near:"', 'msgid "Close:"', "'Close:' is left over"),
        ('msgid "Near:"', 'msgid "Close:"', "'Near:' is missing"),
        ('"Language: fr\\n"', '"Language: de\\n"', "header field Language is de, not fr"),
        ('"Language-Team: Français\\n"\n', "", "header field Language-Team is missing"),
        ("The contributors of Zhengming\\n", "FULL NAME <EMAIL@ADDRESS>\\n", "initial value"),
        ("(n > 1)", "(n != 1)", "Plural-Forms is not nplurals=2; plural=(n > 1);"),
        ("charset=utf-8", "charset=iso-8859-15", "Content-Type does not say UTF-8"),
        ('msgstr "Proches :"', 'msgstr Proches', "not a line of a PO file: 'msgstr Proches'"),
    ],
)  # fmt: skip
def test_a_doctored_catalog_is_told_by_its_line(
    old: str, new: str, told: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = french(project).read_text("utf-8")
    assert text.count(old) == 1
    french(project).write_text(text.replace(old, new), encoding="utf-8")
    lines = [line for line in check(project, capsys) if told in line]
    assert len(lines) == 1
    assert re.match(r"locales/fr/LC_MESSAGES/zhengming\.po:\d+: ", lines[0])


def test_the_line_is_that_of_the_message(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = french(project).read_text("utf-8").replace("Proches : {names}.", "Proches.")
    french(project).write_text(text, encoding="utf-8")
    expected = text.splitlines().index('msgid "Near: {names}."') + 1
    assert check(project, capsys)[0].split(":")[1] == str(expected)


def test_an_obsolete_entry_is_left_over(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with french(project).open("a", encoding="utf-8") as stream:
        stream.write('#~ msgid "Gone"\n#~ msgstr "Parti"\n')
    (line,) = check(project, capsys)
    assert "'Gone' is left over" in line


def test_a_message_that_is_there_twice(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with french(project).open("a", encoding="utf-8") as stream:
        stream.write('\nmsgid "Near:"\nmsgstr "Proches :"\n')
    (line,) = check(project, capsys)
    assert "'Near:' is there twice" in line


def test_a_missing_catalog_or_template(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    french(project).unlink()
    (line,) = check(project, capsys)
    assert line.startswith("locales/fr/LC_MESSAGES/zhengming.po:1: cannot be read")
    (project / "locales" / "zhengming.pot").unlink()
    (line,) = check(project, capsys)
    assert line.startswith("locales/zhengming.pot:1: ")


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ("def f():\n    return _('New text')\n", ":13: 'New text' is not in locales/zhengming.pot"),
        ("def f(x):\n    return _(f'New {x}')\n", ":13: a text is put together before _"),
        ("def f(x):\n    return _('New %s' % x)\n", ":13: a text is put together before _"),
        ("def f(x):\n    return _('New {}'.format(x))\n", ":13: a text is put together before _"),
        ("def f(x):\n    return N_(x)\n", ":13: a text is put together before N_"),
        (
            "def f():\n    raise InputError('no')\n",
            ":13: InputError says a text that does not pass",
        ),
        (
            "def f(x):\n    raise InputError(_('Near:'), fix=f'Go to {x}.')\n",
            ":13: InputError says",
        ),
        ("HELP = _('Near:')\n", ":12: looked up when the module is imported"),
        ("class A:\n    help = _('Near:')\n", ":13: looked up when the module is imported"),
    ],
)
def test_a_stale_template_and_texts_no_catalog_can_hold(
    added: str, told: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = project / "glossary" / "face.py"
    assert len(SOURCE.splitlines()) == 11
    source.write_text(SOURCE + added, encoding="utf-8")
    (line,) = check(project, capsys)
    assert f"glossary/face.py{told}" in line


def test_a_text_no_source_says_any_more(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = project / "glossary" / "face.py"
    source.write_text(SOURCE.replace('Near:")', 'Close:")'), encoding="utf-8")
    lines = check(project, capsys)
    assert any("no source says 'Near:'" in line for line in lines)
    assert any("'Close:' is not in locales/zhengming.pot" in line for line in lines)


def test_moved_lines_are_no_change(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["update", "--root", str(project)]) == 0
    before = {file: file.read_bytes() for file in (project / "locales").rglob("*.po*")}
    (project / "glossary" / "face.py").write_text("\n\n" + SOURCE, encoding="utf-8")
    assert check(project, capsys) == []
    assert main(["extract", "update", "--root", str(project)]) == 0
    assert {file: file.read_bytes() for file in before} == before


def test_an_update_keeps_what_is_translated(project: Path) -> None:
    source = project / "glossary" / "face.py"
    source.write_text(SOURCE.replace('Near:")', 'Close:")'), encoding="utf-8")
    assert main(["extract", "update", "--root", str(project)]) == 0
    catalog = {entry.msgid: entry.msgstr for entry in polib.pofile(str(french(project)))}
    assert catalog["Close:"] == ""
    assert catalog["Near: {names}."] == "Proches : {names}."
    assert "Near:" not in catalog


def test_a_newer_source_is_compiled_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glossary.resources.data_folder", lambda name: str(project / name))
    i18n.set_language("fr")
    assert i18n._("Near:") == "Proches :"
    compiled = french(project).with_suffix(".mo")
    assert compiled.is_file()
    text = french(project).read_text("utf-8").replace('"Proches :"', '"Voisins :"')
    french(project).write_text(text, encoding="utf-8")
    later = compiled.stat().st_mtime_ns + 10_000_000_000
    import os

    os.utime(french(project), ns=(later, later))
    i18n.set_language("fr")
    assert i18n._("Near:") == "Voisins :"


def test_a_checkout_that_may_not_be_written_compiles_into_the_cache(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import glossary.catalogs.compiling as compiling

    real: Callable[[str, str], None] = compiling.compile_catalog

    def only_the_cache(source: str, target: str) -> None:
        if target.startswith(str(project)):
            raise PermissionError(target)
        real(source, target)

    monkeypatch.setattr(compiling, "compile_catalog", only_the_cache)
    source = str(french(project))
    target = compile_for_checkout(source, source[:-3] + ".mo")
    assert Path(target).parent.name == "zhengming"
    assert compile_for_checkout(source, source[:-3] + ".mo") == target


@pytest.mark.parametrize(
    ("english", "translation"),
    [
        ("Near: {names}.", "{names}：附近。"),
        ("Did you mean {option!r}?", "是不是想用“{option}”？"),
        ("{done:,} of {total:,}", "{total:,} 中的 {done}"),
        ("edit it again? [Y/n]", "[Y/n] 再次编辑？"),
        ("100 {n}", "{n} 100"),
        (" and ", "、"),
        ("Press ^Y.", "^Y 键。"),
    ],
)
def test_what_a_translation_may_do(english: str, translation: str) -> None:
    assert list(faults(english, translation)) == []


def test_extraction_sees_what_stands_in_an_f_string() -> None:
    """Before Python 3.12 an f-string is one token, and Babel's extractor misses what is in it."""
    texts, problems = extract(
        "def f(): return f\"{_('usage')}: {1 if _('a') else N_('b')}\"", "a.py"
    )
    assert [text.key for text in texts] == ["usage", "a", "b"]
    assert problems == []
