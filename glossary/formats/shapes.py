"""The types a record from a file may hold, checked before the model sees it.

The model trusts its callers to pass text where it says ``str``; a file may hold numbers, lists or nulls
anywhere. ``clean_record`` refuses the wrong type at its path and leaves out what is null, so that a field
that says "unknown" is the same as one that is not there. Unknown keys are left for ``model.records``, which
knows the nearest.
"""

from __future__ import annotations

import re

from glossary.errors import InvalidError
from glossary.i18n import _
from glossary.model.fields import check_keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["FIELD_STEP", "clean_record"]

FIELD_STEP = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")
"""A step of a field's path, such as ``names[2].from``: a key, or a position in a list."""

_LISTS = {
    "entry": {
        "names": "name",
        "relations": "relation",
        "definitions": "text",
        "notes": "text",
        "extra": "extra",
    },
    "name": {"sources": "source", "extra": "extra"},
    "relation": {"sources": "source"},
    "text": {"sources": "source"},
}
_MAPPINGS = {
    "entry": {"body": "body", "document": "document", "pattern": "pattern"},
    "name": {"context": "context", "renderings": "renderings"},
    "context": {"source": "source"},
}
_STRING_LISTS = {"entry": ("domains", "collections"), "pattern": ("slots", "features")}
_FLAGS = {"name": ("case_sensitive",), "rendering": ("generated",)}


def clean_record(record: object, shape: str = "entry", path: str = "") -> dict[str, Any]:
    """Return a record whose values have the types its shape asks for, nulls left out.

    Args:
        record: What a file held.
        shape: ``entry``, ``name``, ``relation``, ``source`` …
        path: Where the record itself stands.
    Returns:
        A new mapping; the texts ``true`` and ``false`` of a flag become flags.
    Raises:
        InvalidError: A value has the wrong type; ``field`` is its path.

    >>> clean_record({"id": "a", "notes": None})
    {'id': 'a'}
    >>> clean_record({"id": 7})
    Traceback (most recent call last):
    glossary.errors.InvalidError: id is not text but 7. Put it in quotation marks.
    """
    if not isinstance(record, dict):
        article = "an" if shape[0] in "aeiou" else "a"
        raise InvalidError(
            _("{article} {shape} is not a mapping but {record!r:.60}").format(
                article=article, shape=shape, record=record
            ),
            field=path,
            fix=_("Write 'key: value'."),
        )
    try:
        check_keys(record, shape)
    except InvalidError as error:
        error.field = f"{path}.{error.field}" if path else error.field
        raise
    lists, mappings = _LISTS.get(shape, {}), _MAPPINGS.get(shape, {})
    clean: dict[str, Any] = {}
    for key, value in record.items():
        here = f"{path}.{key}" if path else str(key)
        if value is None:
            continue
        if key in lists:
            clean[key] = [
                clean_record(item, lists[key], f"{here}[{at}]")
                for at, item in enumerate(_list(value, key, here))
            ]
        elif key in mappings:
            clean[key] = (
                _renderings(value, here)
                if key == "renderings"
                else clean_record(value, mappings[key], here)
            )
        elif key in _STRING_LISTS.get(shape, ()):
            clean[key] = [
                _text(item, key, f"{here}[{at}]") for at, item in enumerate(_list(value, key, here))
            ]
        elif key in _FLAGS.get(shape, ()):
            clean[key] = _flag(value, key, here)
        else:
            clean[key] = _text(value, key, here)
    return clean


def _renderings(value: object, path: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InvalidError(
            _("renderings is not a mapping but {value!r:.60}").format(value=value),
            field=path,
            fix=_("Write 'zh-Latn-pinyin: …'."),
        )
    return {
        lang: item if isinstance(item, str) else clean_record(item, "rendering", f"{path}.{lang}")
        for lang, item in value.items()
        if item is not None
    }


def _list(value: object, key: str, path: str) -> list[Any]:
    if not isinstance(value, list):
        raise InvalidError(
            _("{key} is not a list but {value!r:.60}").format(key=key, value=value),
            field=path,
            fix=_("Begin each with '- '."),
        )
    return value


def _text(value: object, key: str, path: str) -> str:
    if not isinstance(value, str):
        raise InvalidError(
            _("{key} is not text but {value!r:.60}").format(key=key, value=value),
            field=path,
            fix=_("Put it in quotation marks."),
        )
    return value


def _flag(value: object, key: str, path: str) -> bool:
    if value in (True, "true"):
        return True
    if value in (False, "false"):
        return False
    raise InvalidError(
        _("{key} is neither true nor false but {value!r:.60}").format(key=key, value=value),
        field=path,
        fix=_("Write true or false."),
    )
