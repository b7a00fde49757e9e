"""Plural forms are those of gettext's own tools, whatever the version of a library."""

from __future__ import annotations

import re
import subprocess
from gettext import c2py  # type: ignore[attr-defined]  # as gettext.translation reads a header

import pytest

from glossary.formats import plurals
from glossary.formats.plurals import plural_forms

TEMPLATE = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"\n\n'
    'msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] ""\n'
)
UNKNOWN = "nplurals=INTEGER; plural=EXPRESSION;"
"""What an older release leaves of a rule it does not have yet."""
NEWER = ("ca",)
# What gettext knows itself; pt-BR goes by its territory.
KNOWN = sorted(tag for tags in plurals._GETTEXT.values() for tag in tags.split())


@pytest.mark.needs("msginit")
@pytest.mark.parametrize("tag", KNOWN)
def test_it_says_what_msginit_writes(tag: str) -> None:
    command = ["msginit", "--no-translator", "--no-wrap", "-l", f"{tag.replace('-', '_')}.UTF-8", "-i", "-", "-o", "-"]  # fmt: skip
    done = subprocess.run(command, input=TEMPLATE.encode(), capture_output=True, check=True)
    (said,) = re.findall(r'"Plural-Forms: (.*)\\n"', done.stdout.decode())
    assert said == plural_forms(tag) or (said == UNKNOWN and tag in NEWER)


@pytest.mark.parametrize(
    ("tag", "counts", "forms"),
    [
        ("fr", (0, 1, 2, 1_000_000), (0, 0, 1, 1)),
        ("fr-CA", (0, 1, 2), (0, 0, 1)),
        ("es", (0, 1, 2, 1_000_000), (1, 0, 1, 1)),
        ("pt", (0, 1, 2), (1, 0, 1)),
        ("pt-BR", (0, 1, 2), (0, 0, 1)),
        ("zh-Hant-HK", (0, 1, 2), (0, 0, 0)),
        ("sr-Latn", (1, 2, 5, 11, 21, 22), (0, 1, 2, 2, 0, 1)),
        ("is", (1, 2, 11, 21), (0, 1, 1, 0)),
        # Source of the Arabic ones: CPython, Lib/test/test_gettext.py, PluralFormsTestCase.
        ("ar", (0, 1, 2, 3, 10, 11, 99, 100, 102, 103), (0, 1, 2, 3, 3, 4, 4, 5, 5, 3)),
        ("tlh", (0, 1, 2), (1, 0, 1)),
    ],
)
def test_numbers_have_the_form_of_the_language(
    tag: str, counts: tuple[int, ...], forms: tuple[int, ...]
) -> None:
    rule = c2py(plural_forms(tag).partition("plural=")[2].rstrip(";"))
    assert tuple(rule(count) for count in counts) == forms


@pytest.mark.parametrize("tag", plurals._FORMS)
def test_every_rule_gives_each_of_its_forms_and_no_other(tag: str) -> None:
    number, rule = plural_forms(tag).split("; ", 1)
    form = c2py(rule.removeprefix("plural=").rstrip(";"))
    given = {form(count) for count in (*range(1200), 1_000_000)}
    assert given == set(range(int(number.removeprefix("nplurals="))))
