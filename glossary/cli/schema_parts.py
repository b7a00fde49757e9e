"""What the schemas of ``schemas`` and ``schema_reports`` are made of: plain types, lists, references, objects."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from enum import Enum
    from typing import Any

    Schema = dict[str, Any]

__all__ = [
    "ANY_TEXT",
    "COUNT",
    "DATE",
    "FLAG",
    "ID",
    "IDS",
    "MAYBE",
    "MAYBE_DATE",
    "TAG",
    "TEXT",
    "TEXTS",
    "list_of",
    "object_of",
    "one_of",
    "ref",
]

TEXT: Schema = {"type": "string", "minLength": 1}
ANY_TEXT: Schema = {"type": "string"}
MAYBE: Schema = {"type": ["string", "null"]}
COUNT: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80}
TAG: Schema = {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"}
DATE: Schema = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?$"}
MAYBE_DATE: Schema = {"anyOf": [DATE, {"type": "null"}]}
IDS: Schema = {"type": "array", "items": ID}
TEXTS: Schema = {"type": "array", "items": TEXT}


def object_of(required: str, /, **properties: Schema) -> Schema:
    """An object; a trailing underscore keeps a key apart from Python's words, an inner one is a hyphen."""
    named = {_key(name): schema for name, schema in properties.items()}
    return {"type": "object", "properties": named, "required": required.split()}


_KEYS = {"zh_Hans": "zh-Hans", "zh_Hant": "zh-Hant", "from_": "from", "type_": "type"}


def _key(name: str) -> str:
    return _KEYS.get(name, name)


def one_of(words: type[Enum]) -> Schema:
    """Return the schema of a word from an enumeration."""
    return {"enum": [str(word.value) for word in words]}


def ref(name: str) -> Schema:
    """Return a reference to a definition."""
    return {"$ref": f"#/$defs/{name}"}


def list_of(name: str) -> Schema:
    """Return the schema of a list of a definition's objects."""
    return {"type": "array", "items": ref(name)}
