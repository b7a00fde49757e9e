"""The fields of an entry outside Python: which keys each shape has, and that a mapping has no other."""

from __future__ import annotations

from glossary.errors import InvalidError, nearest_fix
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

__all__ = ["KEYS", "UnknownFieldError", "check_keys", "checked_fields", "mapping_of"]

KEYS: dict[str, tuple[str, ...]] = {
    "source": ("title", "locator", "publisher", "published", "seen", "licence"),
    "name": (
        *(
            "text",
            "lang",
            "type",
            "usage",
            "evidence",
            "issuer",
            "sources",
            "from",
            "to",
            "pair",
            "note",
        ),
        *("context", "case_sensitive", "renderings", "extra"),
    ),
    "relation": ("type", "target", "from", "to", "instrument", "sources", "note"),
    "text": ("lang", "text", "sources"),
    "context": ("text", "source"),
    "rendering": ("text", "generated"),
    "extra": ("key", "text", "lang"),
    "body": ("level", "place", "founded", "dissolved"),
    "document": ("issuer", "number", "date", "status", "type"),
    "pattern": ("makes", "slots", "features", "jurisdiction"),
    "entry": (
        *(
            "id",
            "kind",
            "names",
            "relations",
            "definitions",
            "notes",
            "domains",
            "collections",
            "body",
            "document",
            "extra",
            "pattern",
        ),
    ),
}


def checked_fields(record: object, shape: str, *, required: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the fields of a mapping that has a shape.

    Args:
        record: A mapping, untrusted.
        shape: ``entry``, ``name``, ``relation``, ``source`` …
        required: Keys it must have.
    Raises:
        InvalidError: It is no mapping, has a key too many, or one too few.

    >>> checked_fields({"title": "Organic Law", "seen": "2026-11-20"}, "source", required=("seen",))["title"]
    'Organic Law'
    """
    mapping = mapping_of(record, shape)
    check_keys(mapping, shape)
    for key in required:
        if key not in mapping:
            raise InvalidError(
                _("a {shape} has no {key}").format(shape=shape, key=key),
                field=key,
                fix=_("Write it."),
            )
    return dict(mapping)


def mapping_of(record: object, shape: str) -> Mapping[str, Any]:
    """Return a record that is a mapping.

    Raises:
        InvalidError: It is none.

    >>> mapping_of({"text": "A"}, "name")
    {'text': 'A'}
    """
    if not isinstance(record, dict):
        raise InvalidError(
            _("{shape} is not a mapping but {record!r:.60}").format(shape=shape, record=record),
            field=shape,
            fix=_("Write 'key: value'."),
        )
    return record


class UnknownFieldError(InvalidError):
    """A key that a shape does not have: the key itself is wrong, not what it holds."""


def check_keys(record: Mapping[str, Any], shape: str) -> None:
    """Refuse a key that a shape does not have.

    Args:
        record: A mapping.
        shape: ``entry``, ``name``, ``relation``, ``source`` …
    Raises:
        InvalidError: A key is unknown; the nearest known one is offered.

    >>> check_keys({"id": "a", "kind": "term"}, "entry")
    """
    known = KEYS[shape]
    for key in record:
        if key not in known:
            every = _("Known are: {known}.").format(known=", ".join(known))
            article = "an" if shape[0] in "aeiou" else "a"
            raise UnknownFieldError(
                _("unknown field {key!r} in {article} {shape}").format(
                    key=key, article=article, shape=shape
                ),
                field=str(key),
                fix=nearest_fix(key, known, every),
            )
