"""More rows than memory should hold: sorted, told apart, and compiled, with little of them in memory at a time."""

from __future__ import annotations

import gettext
import io
import os
import random
import tracemalloc

import pytest

from glossary.formats import spools
from glossary.formats.mo import write_mo
from glossary.formats.spools import Repeats, Spool, sort_rows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.mark.parametrize("count", [0, 1, 7, 8, 300, 301])
@pytest.mark.parametrize("most", [2, 128])
def test_rows_are_sorted_whatever_the_number_of_runs(
    count: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spools, "_RUNS", most)
    rows = [(number % 50, str(number)) for number in range(count)]
    random.Random(count).shuffle(rows)

    assert list(sort_rows(iter(rows), run=7)) == sorted(rows)


def test_a_spool_is_gone_through_again_and_put_more() -> None:
    with Spool(memory=1) as spool:
        for number in range(250):
            spool.put((number,))
        assert next(iter(spool)) == (0,)  # stopped half way
        spool.put((250,))
        assert list(spool) == [(number,) for number in range(251)]


def test_keys_of_several_owners_are_found_among_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spools, "_BITS", 64)  # so few that nearly every key is suspected
    pairs = [(f"key {number % 5000}", f"owner {number % 7000}") for number in range(9000)]

    with Repeats() as repeats:
        for key, _owner in pairs:
            repeats.see(key)
        repeats.settle(pairs)
        found = [number for number in range(5000) if f"key {number}" in repeats]

    # Key 0 is put as 0 and 5000, key 2000 as 2000 and 7000, which is owner 0; key 4000 once.
    assert found == list(range(4000))


def test_a_large_mo_is_found_in_and_never_held() -> None:
    header = b"Content-Type: text/plain; charset=UTF-8\n"

    def rows(count: int) -> Iterator[tuple[bytes, bytes]]:
        yield b"", header
        for at in range(count):
            yield (f"Name {at}" * 8).encode(), (f"名{at}" * 8).encode()

    def peak(count: int) -> int:
        tracemalloc.start()
        try:
            with open(os.devnull, "wb") as nowhere:
                assert write_mo(rows(count), nowhere) == count + 1
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(60_000) < 1.2 * peak(30_000)
    stream = io.BytesIO()
    write_mo(rows(25_000), stream)
    stream.seek(0)
    found = gettext.GNUTranslations(stream)
    asked = [found.gettext(f"Name {at}" * 8) for at in (0, 9, 10_000, 24_999, 25_000)]
    assert asked == [*(f"名{at}" * 8 for at in (0, 9, 10_000, 24_999)), "Name 25000" * 8]
