"""A list of names in, entries out: those of the glossary, and composed ones marked so."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.glossary import Glossary

ASKED = ("Shijiazhuang Municipal Bureau of Statistics", "Statistics Bureau of Shijiazhuang City")


def test_what_no_entry_has_is_composed_once_with_every_name_asked_for(
    shipped_glossary: Glossary,
) -> None:
    named = shipped_glossary.entries_of(["MOST", *ASKED, "", "科学技术部", "Ministry of Magic"])
    assert [(entry.id, review) for entry, review in named.entries] == [
        ("ministry-of-science-and-technology", "approved"),
        ("shijiazhuang-municipal-bureau-of-statistics", "proposed"),
    ]
    bureau = named.entries[1][0]
    assert {name.text for name in bureau.names} >= {*ASKED, "石家庄市统计局"}
    assert {name.evidence.value for name in bureau.names} == {"composed"}
    assert bureau.notes[0].text.startswith("Composed from patterns:")
    assert [(each.query, each.reason) for each in named.missing] == [
        ("Ministry of Magic", "not in the glossary")
    ]


def test_readings_of_one_name_are_entries_with_ids_of_their_own(shipped_glossary: Glossary) -> None:
    asked = "Regulations of Taizhou Municipality on Wetland Protection"
    named = shipped_glossary.entries_of([asked])
    assert [entry.id for entry, _review in named.entries] == [
        "regulations-of-taizhou-city-on-wetland-protection",
        "regulations-of-taizhou-city-on-wetland-protection-2",
    ]


def test_a_table_and_a_catalog_say_what_is_composed(shipped_glossary: Glossary) -> None:
    named = shipped_glossary.entries_of(["石家庄市统计局"])
    table = io.BytesIO()
    shipped_glossary.export("csv", table, entries=named.entries)
    (row,) = csv.DictReader(io.StringIO(table.getvalue().decode("utf-8-sig")))
    assert (row["zh-Hans"], row["evidence"], row["review"]) == (
        *("石家庄市统计局", "composed", "proposed"),
    )
    catalog = io.BytesIO()
    shipped_glossary.export("po", catalog, options={"to": ["zh_CN"]}, entries=named.entries)
    (message,) = catalog.getvalue().decode().split("\n\n")[1:]
    assert "#, fuzzy" in message
    assert 'msgid "Shijiazhuang Municipal Bureau of Statistics"' in message


def test_a_day_holds_for_a_list_of_names(shipped_glossary: Glossary) -> None:
    named = shipped_glossary.entries_of(["科学技术部"], as_of="1990")
    assert (named.entries, [each.query for each in named.missing]) == ((), ["科学技术部"])
