"""What is built stays out of the way of the search for garbage, and is found by it once nobody has it."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest

from glossary.patterns import collecting
from glossary.patterns.collecting import keep_what_is_built, let_go, no_collecting

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process that keeps nothing, whatever tests before this one opened in it."""
    monkeypatch.setattr(collecting, "_keeps", False)
    gc.unfreeze()
    yield
    gc.unfreeze()


class _Kept:
    """Something with a way back to itself."""

    def __init__(self) -> None:
        self.itself = self


def _generation_of(kept: _Kept) -> int:
    return next(at for at in range(3) if any(each is kept for each in gc.get_objects(at)))


def test_what_is_built_is_old_at_once() -> None:
    gc.collect()
    with no_collecting():
        assert not gc.isenabled()
        kept = _Kept()
    assert gc.isenabled()
    assert _generation_of(kept) == 2


def test_what_nobody_has_any_more_is_found() -> None:
    with no_collecting():
        kept = _Kept()
    found = weakref.ref(kept)
    del kept
    gc.collect()
    assert found() is None


def test_a_program_that_does_without_the_search_goes_on_so() -> None:
    gc.disable()
    try:
        with no_collecting():
            kept = _Kept()
        assert not gc.isenabled()
        assert _generation_of(kept) == 0
    finally:
        gc.enable()


def test_what_a_program_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with no_collecting():
            pass
        assert gc.get_freeze_count() >= frozen > 1000
    finally:
        gc.unfreeze()


def test_a_process_of_ours_keeps_what_is_built_until_it_is_built_anew() -> None:
    keep_what_is_built()
    try:
        with no_collecting():
            kept = _Kept()
        assert not any(each is kept for each in gc.get_objects())  # in none of the generations
        found = weakref.ref(kept)
        del kept
        gc.collect()
        assert found() is not None
        let_go()
        assert found() is None
    finally:
        gc.unfreeze()
