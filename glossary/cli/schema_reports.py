"""The JSON Schema of what commands report: imports, checks, and everything about changes and who made them."""

from __future__ import annotations

from glossary.cli.schema_parts import (
    ANY_TEXT,
    COUNT,
    FLAG,
    ID,
    IDS,
    MAYBE,
    TEXT,
    TEXTS,
    list_of,
    object_of,
    one_of,
    ref,
)
from glossary.curation.findings import Severity
from glossary.model.entries import Kind, Review
from glossary.model.events import Action
from glossary.model.names import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Schema = dict[str, Any]

__all__ = ["changes", "curation", "reports"]


def reports() -> dict[str, Schema]:
    """Return the definitions of what imports, checks and the database report."""
    counts: Schema = {"type": "object", "additionalProperties": COUNT}
    return {
        "added": object_of(
            "id event review duplicates entry",
            id=ID,
            event=COUNT,
            review=one_of(Review),
            duplicates={
                "type": "array",
                "items": object_of("id name equal", id=ID, name=TEXT, equal=FLAG),
            },
            entry=ref("entry"),
        ),
        "import": object_of(
            "path format dry_run applied added edited proposed endorsed unchanged duplicates similar conflicts problems warnings"
            " ledger notes",
            path=TEXT,
            format=TEXT,
            dry_run=FLAG,
            applied=FLAG,
            added=IDS,
            edited=IDS,
            proposed=IDS,
            endorsed=IDS,
            unchanged=IDS,
            duplicates={"type": "object", "additionalProperties": ID},
            similar={"type": "object", "additionalProperties": ID},
            conflicts=list_of("error"),
            notes=TEXTS,
            problems=list_of("error"),
            warnings=list_of("error"),
            events=COUNT,
            ledger={
                "type": "array",
                "items": object_of(
                    "field fate count detail",
                    field=TEXT,
                    fate={"enum": ["kept", "mapped", "moved to a note", "dropped"]},
                    count=COUNT,
                    detail=ANY_TEXT,
                ),
            },
        ),
        "info": object_of(
            "path bytes entries names events kinds reviews schema index version sqlite read_only",
            path=TEXT,
            bytes=COUNT,
            entries=COUNT,
            names=COUNT,
            events=COUNT,
            kinds=counts,
            reviews=counts,
            schema=COUNT,
            index=TEXT,
            version=TEXT,
            sqlite=TEXT,
            read_only=FLAG,
        ),
        "check": object_of(
            "sound problems",
            sound=FLAG,
            problems={"type": "array", "items": object_of("where what", where=TEXT, what=TEXT)},
        ),
        "sync": object_of(
            "added updated proposed retired kept dry_run",
            added=IDS,
            updated=IDS,
            proposed=IDS,
            retired=IDS,
            kept=COUNT,
            dry_run=FLAG,
        ),
        "error": object_of(
            "error message what why fix path line column",
            error={
                "enum": [
                    *("invalid", "input", "not-found", "conflict", "forbidden", "store", "busy"),
                    "other",
                ]
            },
            message=TEXT,
            what=TEXT,
            why=ANY_TEXT,
            fix=ANY_TEXT,
            path=ANY_TEXT,
            line={"type": ["integer", "null"]},
            column={"type": ["integer", "null"]},
        ),
    }


def changes() -> dict[str, Schema]:
    """Return the definitions of events, of what waits, and of what became of a change."""
    number: Schema = {"type": "integer", "minimum": 1}
    maybe_number: Schema = {"type": ["integer", "null"], "minimum": 1}
    maybe_id: Schema = {"anyOf": [ID, {"type": "null"}]}
    action = one_of(Action)
    difference = {"what": {"enum": ["added", "removed", "changed"]}, "where": ANY_TEXT}
    values = {"field": MAYBE, "before": MAYBE, "after": MAYBE}
    run: Schema = {
        "type": "array",
        "prefixItems": [{"enum": ["=", "-", "+"]}, TEXT],
        "minItems": 2,
        "maxItems": 2,
    }
    maybe_entry: Schema = {"anyOf": [ref("entry"), {"type": "null"}]}
    return {
        "event": object_of(
            "event at by action entry why note differences",
            event=number,
            at=TEXT,
            by=TEXT,
            action=action,
            entry=maybe_id,
            why=ANY_TEXT,
            note=ANY_TEXT,
            differences={
                "type": "array",
                "items": object_of("what where field before after", **difference, **values),
            },
        ),
        "waiting": object_of(
            "number id proposal action kind evidence needs by at why en zh-Hans",
            number=number,
            id=maybe_id,
            proposal=maybe_number,
            action=action,
            kind={"enum": [*one_of(Kind)["enum"], None]},
            evidence={"enum": [*one_of(Evidence)["enum"], None]},
            needs={"type": "array", "items": {"enum": ["source"]}},
            by=TEXT,
            at=TEXT,
            why=ANY_TEXT,
            en=MAYBE,
            zh_Hans=MAYBE,
        ),
        "comparison": object_of(
            "number id proposal action by at why authors about stale approved proposed differences",
            number=maybe_number,
            id=maybe_id,
            proposal=maybe_number,
            action=action,
            by=ANY_TEXT,
            at=ANY_TEXT,
            why=ANY_TEXT,
            authors=TEXTS,
            about=ANY_TEXT,
            stale=FLAG,
            approved=maybe_entry,
            proposed=maybe_entry,
            differences=list_of("difference"),
        ),
        "difference": object_of(
            "what where field before after",
            **difference,
            **values,
            runs={"type": "array", "items": run},
        ),
        "outcome": object_of(
            "id event done proposal waiting",
            id=maybe_id,
            event=number,
            done=TEXT,
            proposal=maybe_number,
            waiting={"type": "array", "items": number},
        ),
        "rules": {"type": "object", "additionalProperties": {"enum": ["on", "off"]}},
        "draft": object_of(
            "key by at content",
            key=TEXT,
            by=TEXT,
            at=TEXT,
            content={"type": "object", "additionalProperties": True},
        ),
    }


def curation() -> dict[str, Schema]:
    """Return the definitions of what is told of the shipped entries."""
    return {
        "seeds": object_of(
            "entries findings",
            entries=COUNT,
            findings={
                "type": "array",
                "items": object_of(
                    "severity rule path line column what",
                    severity=one_of(Severity),
                    rule=TEXT,
                    path=TEXT,
                    line=COUNT,
                    column=COUNT,
                    what=TEXT,
                ),
            },
        ),
        "share": object_of(
            "kind entries approved names",
            kind=MAYBE,
            entries=COUNT,
            approved=COUNT,
            names={"type": "object", "additionalProperties": COUNT},
        ),
        "changed": object_of(
            "id what path review differences",
            id=ID,
            what={"enum": ["added", "removed", "changed"]},
            path=TEXT,
            review=one_of(Review),
            differences=list_of("difference"),
        ),
        "compared": object_of(
            "id text field ours theirs resolution",
            id=ID,
            text=TEXT,
            field={"enum": ["pinyin", "zh-Hant"]},
            ours=TEXT,
            theirs=TEXT,
            resolution=ANY_TEXT,
        ),
    }
