"""A catalog brought up to date keeps what GNU ``msgmerge`` and Babel's ``update`` keep: tried on the five of this project.

Each is given first what people leave in a catalog: their remarks, doubts and what a text was before, messages that are gone, fields
of their own. The others are handed a template that has all that is in the catalog, and two messages more; we two entries more.
"""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import polib
import pytest
from babel.messages.pofile import read_po, write_po

from tests.glossary.formats.test_po import export
from tests.glossary.formats.test_po_updating import A, B
from tests.processes import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOCALES = ("es", "fr", "ja", "zh_CN", "zh_TW")
NEW = ("Office A", "Office B")
ADDED = """
# Mei: asked the desk,
# twice.
#: desk.py:1
#, fuzzy, no-wrap
#| msgctxt "menu"
#| msgid "Save it all"
msgctxt "menu"
msgid "Save all"
msgstr "X"

# by hand
#: desk.py:2
msgid "%d office"
msgid_plural "%d offices"
{forms}
# still missing
#: desk.py:3
msgid "Not translated yet"
msgstr ""

# Lin: may come back
#~ msgid "Gone"
#~ msgstr "Y"

#~ msgctxt "menu"
#~ msgid "Gone too"
#~ msgstr "Z"
"""


@pytest.fixture(name="catalog", params=LOCALES)
def _catalog(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    place = ROOT / "locales" / request.param / "LC_MESSAGES" / "zhengming.po"
    text = place.read_text(encoding="utf-8")
    count = int(polib.pofile(text).metadata["Plural-Forms"].split("nplurals=")[1][0])
    forms = "".join(f'msgstr[{at}] "F{at}"\n' for at in range(count))
    text = text.replace('"Language-Team:', '"X-Desk: six; seven\\n"\n"Language-Team:', 1)
    path = tmp_path / "desk.po"
    path.write_text(text.rstrip("\n") + "\n" + ADDED.format(forms=forms), encoding="utf-8")
    return path


def template_of(catalog: Path) -> Path:
    """A template that asks for all that is in a catalog, in its order, and for what is new."""
    template = polib.POFile()
    template.metadata = {
        "Project-Id-Version": "desk",
        "POT-Creation-Date": "2026-11-28 00:00+0000",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for each in polib.pofile(str(catalog)):
        if not each.obsolete:
            template.append(
                polib.POEntry(
                    msgid=each.msgid,
                    msgctxt=each.msgctxt,
                    msgid_plural=each.msgid_plural,
                    msgstr_plural={0: "", 1: ""} if each.msgid_plural else {},
                    comment=each.comment,
                    occurrences=each.occurrences,
                    flags=[flag for flag in each.flags if flag != "fuzzy"],
                )
            )
    for msgid in NEW:
        template.append(polib.POEntry(msgid=msgid))
    path = catalog.with_suffix(".pot")
    template.save(str(path))
    return path


def gnu(catalog: Path) -> polib.POFile:
    """The catalog as ``msgmerge`` updates it."""
    out = catalog.with_name("gnu.po")
    command = ["msgmerge", "--quiet", "--no-fuzzy-matching", "--previous", "-o"]
    subprocess.run([*command, str(out), str(catalog), str(template_of(catalog))], check=True)
    return polib.pofile(str(out))


def babel(catalog: Path) -> polib.POFile:
    """The catalog as ``pybabel update --previous --no-fuzzy-matching`` updates it."""
    with catalog.open("rb") as stream:
        old = read_po(stream, locale=polib.pofile(str(catalog)).metadata["Language"])
    with template_of(catalog).open("rb") as stream:
        old.update(read_po(stream), no_fuzzy_matching=True)
    out = catalog.with_name("babel.po")
    with out.open("wb") as stream:
        write_po(stream, old, include_previous=True)
    return polib.pofile(str(out))


def ours(catalog: Path) -> polib.POFile:
    """The catalog as we update it."""
    out = catalog.with_name("ours.po")
    out.write_bytes(catalog.read_bytes())
    export([A, B], str(out))
    return polib.pofile(str(out))


def key(message: polib.POEntry) -> tuple[str | None, str]:
    return message.msgctxt, message.msgid


def kept(messages: polib.POFile, *, obsolete: bool) -> list[dict[str, object]]:
    """What people made of each message that is not new, in the file's order."""
    return [
        {
            "key": key(each),
            "plural": each.msgid_plural,
            "msgstr": each.msgstr or dict(each.msgstr_plural),
            "remarks": each.tcomment.split(),
            "fuzzy": "fuzzy" in each.flags,
            "flags": {flag for flag in each.flags if "format" not in flag},
            "before": (each.previous_msgctxt, each.previous_msgid),
        }
        for each in messages
        if bool(each.obsolete) is obsolete and each.msgid not in NEW
    ]


@pytest.mark.needs("msgmerge")
@pytest.mark.parametrize("theirs", [gnu, babel])
def test_messages_keep_what_the_others_keep(
    catalog: Path, theirs: Callable[[Path], polib.POFile]
) -> None:
    mine, other = ours(catalog), theirs(catalog)
    found = kept(mine, obsolete=False)
    assert len(found) > 1000
    assert found[-3]["before"] == ("menu", "Save it all")
    assert found[-3]["remarks"] == ["Mei:", "asked", "the", "desk,", "twice."]
    expected = kept(other, obsolete=False)
    if theirs is babel:  # it takes "#|" for a remark
        remarks, before = "Mei: asked the desk, twice.", '| msgctxt "menu" | msgid "Save it all"'
        assert expected[-3]["remarks"] == f"{remarks} {before}".split()
        expected[-3]["remarks"], expected[-3]["before"] = remarks.split(), ("menu", "Save it all")
    assert found == expected
    assert [each.msgid for each in mine if each.msgid in NEW] == list(NEW)


@pytest.mark.needs("msgmerge")
def test_obsolete_messages_keep_what_msgmerge_keeps(catalog: Path) -> None:
    found = kept(ours(catalog), obsolete=True)
    assert found == kept(gnu(catalog), obsolete=True)
    assert [each["key"] for each in found] == [(None, "Gone"), ("menu", "Gone too")]
    assert found[0]["remarks"] == ["Lin:", "may", "come", "back"]


@pytest.mark.needs("msgmerge")
def test_the_header_keeps_what_msgmerge_keeps(catalog: Path) -> None:
    mine, other = ours(catalog), gnu(catalog)
    changed = {"POT-Creation-Date", "PO-Revision-Date", "Generated-By", "X-Source-Language"}
    found = {name: value for name, value in mine.metadata.items() if name not in changed}
    expected = {name: value for name, value in other.metadata.items() if name not in changed}
    for fields in (found, expected):
        fields["Content-Type"] = fields["Content-Type"].lower()
    assert found == expected
    assert found["X-Desk"] == "six; seven"
    assert mine.header == other.header


def test_lines_are_broken_as_they_were(catalog: Path) -> None:
    ours(catalog)
    before = catalog.read_text(encoding="utf-8").splitlines()
    after = iter(catalog.with_name("ours.po").read_text(encoding="utf-8").splitlines())
    dates = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By')
    assert [
        line for line in before if line and not line.startswith(dates) and line not in after
    ] == []
