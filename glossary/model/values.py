"""Immutable classes, written as the standard ``dataclass`` and told apart by no reader or type checker.

The standard one imports ``inspect`` and compiles six functions for every class; of the processor time of a cold lookup
that was a third. Here the functions are shared by all classes. What a class may be is narrower: always
frozen, fields by name unless said otherwise, defaults immutable, no inheritance of fields. ``dataclasses.replace``,
``fields``, ``astuple`` work on these classes too; what they read is made when they ask for it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass, replace
    from typing import Any
else:

    def dataclass(
        *, frozen: bool, slots: bool = False, kw_only: bool = False, eq: bool = True
    ) -> Callable[[type], type]:
        """Return a decorator that makes a class of annotated fields immutable.

        Args:
            frozen: True; said for the reader.
            slots: Whether instances keep their fields in slots.
            kw_only: Whether fields are given by name only.
            eq: Whether instances with equal fields are equal; else each only to itself.

        >>> @dataclass(frozen=True, kw_only=True)
        ... class Point:
        ...     x: int
        ...     y: int = 0
        >>> Point(x=1) == Point(x=1, y=0), Point(x=1)
        (True, Point(x=1, y=0))
        """
        if not frozen:
            raise TypeError("a class that changes takes the standard dataclass")
        return lambda plain: _made(plain, slots, kw_only, eq)

    def replace(value: Any, /, **changes: Any) -> Any:
        """Return a value with some fields changed; all its rules are checked again.

        >>> @dataclass(frozen=True, kw_only=True)
        ... class Point:
        ...     x: int
        >>> replace(Point(x=1), x=2)
        Point(x=2)
        """
        given = {name: getattr(value, name) for name in type(value).__match_args__}
        given.update(changes)
        return type(value)(**given)


__all__ = ["altered", "blank", "dataclass", "replace"]


def blank(kind: type) -> Callable[[], Any]:
    """Return a class of the same slots without rules, whose values become those of ``kind`` by ``__class__``.

    For readers of a million entries, whose fields were checked one by one or come from a table: making values the
    usual way takes ten times as long. Whoever uses it sets every field and answers for every rule.

    >>> @dataclass(frozen=True, slots=True, kw_only=True)
    ... class Point:
    ...     x: int
    >>> made = blank(Point)()
    >>> made.x = 7
    >>> made.__class__ = Point
    >>> made
    Point(x=7)
    """
    return type(f"Blank{kind.__name__}", (), {"__slots__": kind.__match_args__})  # type: ignore[attr-defined]


_MISSING = object()
_put = object.__setattr__


def altered(value: Any, field: str, new: object) -> Any:
    """Return a value with one field changed, as ``replace`` without asking its rules again.

    For what is derived from the value itself and can break none; whoever uses it answers for that.

    >>> @dataclass(frozen=True, slots=True, kw_only=True)
    ... class Point:
    ...     x: int
    ...     y: int
    >>> altered(Point(x=1, y=2), "y", 3)
    Point(x=1, y=3)
    """
    made = object.__new__(type(value))
    for name in value.__match_args__:
        _put(made, name, getattr(value, name))
    _put(made, field, new)
    return made


def _made(plain: type, slots: bool, kw_only: bool, eq: bool) -> type:
    names = tuple(plain.__annotations__)
    defaults = {name: plain.__dict__[name] for name in names if name in plain.__dict__}
    members: dict[str, Any] = {
        "__match_args__": names,
        "__value_defaults__": {name: defaults.get(name, _MISSING) for name in names},
        "__value_required__": frozenset(name for name in names if name not in defaults),
        "__value_setters__": (),
        "__value_kw_only__": kw_only,
        "__dataclass_fields__": _Fields(),
        "__init__": _init,
        "__repr__": _repr,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": _state,
        "__setstate__": _restore,
        "__replace__": replace,
    }
    if eq:
        members |= {"__eq__": _eq, "__hash__": _hash}
    if not slots:
        for name, member in members.items():
            setattr(plain, name, member)
        return plain
    body = {
        key: item
        for key, item in plain.__dict__.items()
        if key not in defaults and key not in ("__dict__", "__weakref__")
    }
    made = type(plain)(plain.__name__, plain.__bases__, {**body, **members, "__slots__": names})
    made.__qualname__ = plain.__qualname__
    made.__value_setters__ = tuple((name, made.__dict__[name].__set__) for name in names)  # type: ignore[attr-defined]
    return made


class _Fields:
    """The fields as ``dataclasses`` describes them, for who asks."""

    def __get__(self, value: object, kind: type) -> dict[str, Any]:
        import dataclasses

        fields = [
            (name, object, dataclasses.field(default=default, kw_only=kind.__value_kw_only__))  # type: ignore[attr-defined]
            if default is not _MISSING
            else (name, object, dataclasses.field(kw_only=kind.__value_kw_only__))  # type: ignore[attr-defined]
            for name, default in kind.__value_defaults__.items()  # type: ignore[attr-defined]
        ]
        made: Any = dataclasses.make_dataclass(kind.__name__, fields)
        found: dict[str, Any] = made.__dataclass_fields__
        kind.__dataclass_fields__ = found  # type: ignore[attr-defined]  # asked for once, asked for often
        return found


def _init(self: Any, *args: object, **given: object) -> None:
    kind = type(self)
    if args:
        if kind.__value_kw_only__ or len(args) > len(kind.__match_args__):
            raise TypeError(f"{kind.__name__}() takes its fields by name, {len(args)} had none")
        given |= dict(zip(kind.__match_args__, args, strict=False))
    fields = {**kind.__value_defaults__, **given}
    if len(fields) != len(kind.__match_args__) or not given.keys() >= kind.__value_required__:
        _refuse_fields(kind, given)
    if kind.__value_setters__:
        for name, put in kind.__value_setters__:
            put(self, fields[name])
    else:
        self.__dict__.update(fields)
    check = getattr(kind, "__post_init__", None)
    if check is not None:
        check(self)


def _refuse_fields(kind: Any, given: dict[str, object]) -> None:
    for name in kind.__match_args__:
        if name in kind.__value_required__ and name not in given:
            raise TypeError(f"{kind.__name__}() lacks {name!r}")
    unknown = next(name for name in given if name not in kind.__match_args__)
    raise TypeError(f"{kind.__name__}() has no field {unknown!r}")


def _state(self: Any) -> tuple[object, ...]:
    return tuple([getattr(self, name) for name in self.__match_args__])


def _restore(self: Any, state: tuple[object, ...]) -> None:
    for name, item in zip(self.__match_args__, state, strict=True):
        _put(self, name, item)


def _repr(self: Any) -> str:
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({fields})"


def _eq(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return _state(self) == _state(other)


def _hash(self: Any) -> int:
    return hash(_state(self))


def _refuse(self: object, name: str, *value: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change field {name!r}")
