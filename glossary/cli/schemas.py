"""The JSON Schema of everything ``--json`` and ``--jsonl`` print: one definition for each object.

A reader may count on what is ``required``; more keys may come in a later version, none will go. Words from a fixed
list come from the model itself, so that the two cannot differ.

Source: JSON Schema 2020-12.
"""

from __future__ import annotations

from glossary.cli.schema_parts import (
    ANY_TEXT,
    COUNT,
    DATE,
    FLAG,
    ID,
    IDS,
    MAYBE,
    MAYBE_DATE,
    TAG,
    TEXT,
    TEXTS,
    list_of,
    object_of,
    one_of,
    ref,
)
from glossary.cli.schema_reports import changes, curation, reports
from glossary.model.entries import Kind, Level, Review
from glossary.model.names import Evidence, NameType, Usage
from glossary.model.relations import RelationType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Schema = dict[str, Any]

__all__ = ["OBJECTS", "definitions", "schema_of", "whole_schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

OBJECTS = {
    "lookup": "one line of lookup --jsonl",
    "find": "one line of find --jsonl",
    "answer": "an entry as the answer to a question about a name",
    "named": "one line of names --jsonl",
    "explained": "how patterns compose a name: explain --json",
    "show": "an entry in full: show --json",
    "entry": "an entry as files hold it: export jsonl",
    "added": "what add --json prints",
    "import": "the report of import --json",
    "info": "db info --json",
    "check": "db check --json",
    "sync": "db sync --json",
    "event": "one change: history --jsonl",
    "waiting": "something that waits for a decision: review list --jsonl",
    "comparison": "what is proposed beside what is approved: review show --json",
    "outcome": "what became of a change: edit, merge, comment, retire, undo, review --json",
    "rules": "db four-eyes --json",
    "draft": "a form that was not finished: drafts --jsonl",
    "seeds": "seeds check --json",
    "share": "one kind of seeds shares --json; null for all",
    "changed": "one line of seeds diff --jsonl",
    "compared": "one line of seeds compare --jsonl",
    "error": "a problem of a file, in import --json",
}
"""The objects that have a schema, and where each is printed."""


def definitions() -> dict[str, Schema]:
    """Return the definition of every object and of its parts.

    >>> definitions()["near"]["required"]
    ['id', 'en', 'zh-Hans']
    """
    return {**_questions(), **_entries(), **reports(), **changes(), **curation()}


def _questions() -> dict[str, Schema]:
    names = {"en": MAYBE, "zh_Hans": MAYBE, "zh_Hant": MAYBE, "pinyin": MAYBE}
    answer = object_of(
        "id kind en zh-Hans zh-Hant pinyin evidence review matched renderings",
        id={"anyOf": [ID, {"type": "null"}]},
        kind=one_of(Kind),
        **names,
        evidence=one_of(Evidence),
        review=one_of(Review),
        matched=ref("matched"),
        renderings={"type": "array", "items": {"enum": ["zh-Hans", "zh-Hant", "pinyin"]}},
        preferred=ref("names"),
        reworded=FLAG,
        successors=IDS,
        derivation=TEXTS,
    )
    explain = object_of(
        "match name review usage type score",
        match=TEXT,
        name=TEXT,
        review=one_of(Review),
        usage=one_of(Usage),
        type_=one_of(NameType),
        period=ANY_TEXT,
        score={"type": "number"},
    )
    lookup = object_of(
        "query found answers",
        query=ANY_TEXT,
        found={"enum": ["exact", "composed", "none"]},
        answers=list_of("answer"),
        reason=ANY_TEXT,
        near={**list_of("near"), "maxItems": 5},
        frame=object_of("en zh-Hans", en=TEXT, zh_Hans=TEXT),
    )
    lookup["if"] = {"properties": {"found": {"const": "none"}}}
    lookup["then"] = {
        "required": ["reason", "near"],
        "properties": {"answers": {"maxItems": 0}},
    }
    lookup["else"] = {"properties": {"answers": {"minItems": 1}}}
    return {
        "lookup": lookup,
        "find": {
            "allOf": [ref("answer")],
            "type": "object",
            "properties": {"score": {"type": "number"}, "explain": ref("explain")},
            "required": ["score"],
        },
        "named": object_of(
            "file text start line column count forms found answers",
            file=TEXT,
            text=TEXT,
            start=COUNT,
            line=COUNT,
            column=COUNT,
            count=COUNT,
            forms=TEXTS,
            found={"enum": ["exact", "composed"]},
            answers={**list_of("answer"), "minItems": 1},
        ),
        "answer": answer,
        "explain": explain,
        "explained": object_of(
            "query readings", query=TEXT, readings=list_of("derived"), reason=TEXT
        ),
        "derived": object_of(
            "symbol en zh-Hans source rule note parts",
            symbol=TEXT,
            en=ANY_TEXT,
            zh_Hans=ANY_TEXT,
            source=ANY_TEXT,
            rule=ANY_TEXT,
            note=ANY_TEXT,
            parts=list_of("derived"),
        ),
        "matched": object_of(
            "text lang type usage from to",
            text=TEXT,
            lang=TAG,
            type_=one_of(NameType),
            usage=one_of(Usage),
            from_=MAYBE_DATE,
            to=MAYBE_DATE,
        ),
        "names": object_of("en zh-Hans zh-Hant pinyin", **names),
        "near": object_of("id en zh-Hans", id=ID, en=MAYBE, zh_Hans=MAYBE),
    }


def _entries() -> dict[str, Schema]:
    entry = {
        "id": ID,
        "kind": one_of(Kind),
        "names": {**list_of("name"), "minItems": 1},
        "relations": list_of("relation"),
        "definitions": list_of("text"),
        "notes": list_of("text"),
        "domains": TEXTS,
        "collections": TEXTS,
        "body": object_of(
            "",
            level=one_of(Level),
            place={"type": "string", "pattern": "^[0-9]{6}$"},
            founded=DATE,
            dissolved=DATE,
        ),
        "document": object_of("", issuer=ID, number=TEXT, date=DATE, status=TEXT, type_=TEXT),
        "extra": list_of("extra"),
        "pattern": object_of(
            "makes",
            makes=TEXT,
            slots=TEXTS,
            features=TEXTS,
            jurisdiction={"type": "string", "pattern": "^[0-9]{6}$"},
        ),
        "review": one_of(Review),
    }
    source = {"title": TEXT, "locator": TEXT, "publisher": TEXT, "published": DATE}
    dated = {"from_": DATE, "to": DATE}
    rendering = object_of("text generated", text=TEXT, generated={"const": True})
    return {
        "entry": object_of("id kind names", **entry),
        "show": object_of(
            "id kind names review revision links predecessors successors",
            **entry,
            revision=COUNT,
            links=list_of("link"),
            predecessors=list_of("step"),
            successors=list_of("step"),
            comments=list_of("comment"),
            redirected_from=ID,
        ),
        "name": object_of(
            "text lang evidence",
            text=TEXT,
            lang=TAG,
            type_=one_of(NameType),
            usage=one_of(Usage),
            evidence=one_of(Evidence),
            issuer=TEXT,
            sources=list_of("source"),
            **dated,
            pair=TEXT,
            note=TEXT,
            context=object_of("text", text=TEXT, source=ref("source")),
            case_sensitive=FLAG,
            renderings={
                "type": "object",
                "propertyNames": TAG,
                "additionalProperties": {"anyOf": [TEXT, rendering]},
            },
            extra=list_of("extra"),
        ),
        "extra": object_of("key text", key=TEXT, text=TEXT, lang=TAG),
        "relation": object_of(
            "type target",
            type_=one_of(RelationType),
            target=ID,
            **dated,
            instrument=TEXT,
            sources=list_of("source"),
            note=TEXT,
        ),
        "text": object_of("lang text", lang=TAG, text=TEXT, sources=list_of("source")),
        "source": object_of("title seen", **source, seen=DATE, licence=TEXT),
        "link": object_of(
            "type id en zh-Hans",
            type_=TEXT,
            id=ID,
            en=MAYBE,
            zh_Hans=MAYBE,
            **dated,
            instrument=TEXT,
            note=TEXT,
        ),
        "step": object_of(
            "predecessor successor depth from instrument",
            predecessor=ID,
            successor=ID,
            depth=COUNT,
            from_=MAYBE_DATE,
            instrument=MAYBE,
        ),
        "comment": object_of("event by at text", event=COUNT, by=TEXT, at=TEXT, text=TEXT),
    }


def whole_schema() -> Schema:
    """Return one schema that any of the objects satisfies, with the definition of each."""
    parts = definitions()
    for name, about in OBJECTS.items():
        parts[name] = {"description": about, **parts[name]}
    return {
        "$schema": DIALECT,
        "title": "Zhengming",
        "description": "What --json and --jsonl print; pick a definition under $defs.",
        "anyOf": [ref(name) for name in OBJECTS],
        "$defs": parts,
    }


def schema_of(name: str) -> Schema:
    """Return the schema of one object, with the definitions it may need.

    Args:
        name: One of ``OBJECTS``.

    >>> schema_of("lookup")["$ref"]
    '#/$defs/lookup'
    """
    return {
        "$schema": DIALECT,
        "title": f"Zhengming: {name}",
        "description": OBJECTS[name],
        "$ref": f"#/$defs/{name}",
        "$defs": definitions(),
    }
