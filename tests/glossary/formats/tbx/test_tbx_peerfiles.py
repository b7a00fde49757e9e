"""Term bases of other programs: as many concepts and terms as were counted in them by other means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glossary.errors import InputError
from glossary.exchange.joining import join
from glossary.model.values import replace
from tests.formats import PEERFILES, read, write

if TYPE_CHECKING:
    from glossary.model.entries import Entry

pytestmark = pytest.mark.skipif(not PEERFILES.is_dir(), reason="the files are not here")

COUNTS = {  # concepts with a term, terms with a text, of which stand twice in one concept; MANIFEST.tsv
    "tbx2_basic_criti.tbx": (25, 49, 2),
    "tbx2_lokalize_terms.tbx": (1, 4, 0),
    "tbx2_weblate_cs.tbx": (4, 8, 0),
    "tbx2_weblate_terms_lokalize.tbx": (164, 384, 1),
    "tbx3_basic_critI_converted.tbx": (25, 49, 2),
    "tbx3_basic_dct_astronomy.tbx": (45, 113, 0),
    "tbx3_core_structure_bad.tbx": (45, 114, 0),
    "tbx3_min_dca_astronomy.tbx": (45, 113, 0),
    "tbx_jung_fromSDL.tbx": (223, 472, 0),
    "tbx_jung_maryland.tbx": (1, 13, 0),
    "tbx_jung_oracle.tbx": (2, 6, 0),
    "tbx_legacy_byu_TBX-Min_sample.tbx": (3, 7, 0),
}


@pytest.mark.parametrize("name", COUNTS)
def test_every_term_is_read(name: str) -> None:
    reading = read("tbx", PEERFILES / name)
    concepts, terms, twice = COUNTS[name]
    assert reading.problems == []
    assert len(reading.entries) == concepts
    assert sum(len(entry.names) for entry in reading.entries) == terms - twice


@pytest.mark.parametrize("name", COUNTS)
def test_what_was_read_survives_our_own_dialect(name: str) -> None:
    came = read("tbx", PEERFILES / name).entries
    back = read("tbx", write("tbx", came, dialect="zhengming", style="dct")[0]).entries
    assert list(map(_sorted, back)) == list(map(_sorted, came))


@pytest.mark.parametrize("name", COUNTS)
@pytest.mark.parametrize("dialect", ["basic", "martif", "min"])
def test_what_was_read_is_no_change_when_it_comes_back(name: str, dialect: str) -> None:
    came = read("tbx", PEERFILES / name).entries
    back = read("tbx", write("tbx", came, dialect=dialect)[0]).entries
    assert [join(one, other) for one, other in zip(came, back, strict=True)] == came


def _sorted(entry: Entry) -> Entry:
    """An entry whose names have their extras in the order of their keys: what stands first means nothing."""
    names = (
        replace(name, extra=tuple(sorted(name.extra, key=lambda each: each.key)))
        for name in entry.names
    )
    return replace(entry, names=tuple(names))


def test_empty_terms_are_told_one_by_one() -> None:
    warnings = read("tbx", PEERFILES / "tbx_jung_fromSDL.tbx").warnings
    assert len(warnings) == 44
    assert warnings[0] == "tbx_jung_fromSDL.tbx:83:11: a term without text was passed over"


def test_what_is_wrong_with_the_structure_is_told() -> None:
    told = " ".join(read("tbx", PEERFILES / "tbx3_core_structure_bad.tbx").warnings)
    assert ":27:7: the term does not stand first" in told
    assert ":27:7: <admin> does not say of what type it is" in told
    assert ":32:7: a second term stands beside the first" in told


def test_a_missing_end_tag_is_told_with_its_line() -> None:
    with pytest.raises(InputError, match=r"not_wellformed.tbx:42:8: .*mismatched tag"):
        read("tbx", PEERFILES / "tbx3_not_wellformed.tbx")
