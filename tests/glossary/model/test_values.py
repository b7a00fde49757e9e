"""Immutable classes that cost little at import."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from functools import cached_property

import pytest

from glossary.model.values import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    x: int
    y: int = 0
    label: str = ""

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError("left of the axis")
        object.__setattr__(self, "label", self.label.strip())


@dataclass(frozen=True, slots=True)
class Pair:
    one: int
    other: int = 2


@dataclass(frozen=True, kw_only=True)
class Sum:
    parts: tuple[int, ...]

    @cached_property
    def total(self) -> int:
        return sum(self.parts)


def test_fields_have_their_values_or_defaults() -> None:
    assert (Point(x=1).x, Point(x=1).y, Point(x=1, y=3).y) == (1, 0, 3)
    assert (Pair(1).one, Pair(1).other, Pair(1, other=5).other) == (1, 2, 5)


def test_what_is_checked_after_may_put_a_field_right() -> None:
    assert Point(x=1, label=" a ").label == "a"
    with pytest.raises(ValueError, match="left of the axis"):
        Point(x=-1)


@pytest.mark.parametrize(
    ("given", "message"),
    [({}, "lacks 'x'"), ({"x": 1, "z": 2}, "has no field 'z'")],
)
def test_a_wrong_field_is_refused(given: dict[str, int], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        Point(**given)  # type: ignore[arg-type]


def test_fields_by_name_are_not_taken_by_place() -> None:
    with pytest.raises(TypeError, match="by name"):
        Point(1)  # type: ignore[misc]
    with pytest.raises(TypeError, match="by name"):
        Pair(1, 2, 3)  # type: ignore[call-arg]


@pytest.mark.parametrize("value", [Point(x=1), Pair(1), Sum(parts=(1, 2))])
def test_nothing_can_be_changed(value: object) -> None:
    for name in ("x", "one", "parts", "new"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, name, 3)
        with pytest.raises(dataclasses.FrozenInstanceError):
            delattr(value, name)


def test_a_class_that_changes_is_refused() -> None:
    with pytest.raises(TypeError, match="standard dataclass"):
        dataclass(frozen=False)


def test_equal_fields_make_equal_values_of_one_class() -> None:
    assert Point(x=1) == Point(x=1, y=0)
    assert Point(x=1) != Point(x=2)
    assert Pair(1, 2) != (1, 2)
    assert len({Point(x=1), Point(x=1), Point(x=2)}) == 2


def test_a_value_is_shown_with_its_fields() -> None:
    assert repr(Pair(1)) == "Pair(one=1, other=2)"


def test_slots_hold_no_other_names() -> None:
    assert not hasattr(Point(x=1), "__dict__")


def test_a_cached_property_works_without_slots() -> None:
    value = Sum(parts=(1, 2))
    assert (value.total, value.total) == (3, 3)


@pytest.mark.parametrize("value", [Point(x=1, y=2), Pair(1), Sum(parts=(1, 2))])
def test_values_are_copied_and_pickled(value: object) -> None:
    assert copy.copy(value) == value
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value


def test_replacing_checks_the_rules_again() -> None:
    assert replace(Point(x=1, y=2), x=3) == Point(x=3, y=2)
    with pytest.raises(ValueError, match="left of the axis"):
        replace(Point(x=1), x=-3)


def test_the_standard_functions_work() -> None:
    assert dataclasses.is_dataclass(Point)
    assert dataclasses.replace(Point(x=1), y=4) == Point(x=1, y=4)
    assert [field.name for field in dataclasses.fields(Point)] == ["x", "y", "label"]
    assert dataclasses.astuple(Pair(1)) == (1, 2)
    assert dataclasses.asdict(Point(x=1)) == {"x": 1, "y": 0, "label": ""}


def test_a_value_is_matched_by_place_of_its_fields() -> None:
    match Pair(1, 5):
        case Pair(one, other):
            assert (one, other) == (1, 5)
