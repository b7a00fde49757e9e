"""Patterns as records, for grammars of a few."""

from __future__ import annotations


def pattern(makes: str, chinese: str, *slots: str) -> dict[str, object]:
    """A pattern with one Chinese name, and an English one that says no more than that it is one."""
    return {
        "id": f"{makes}-{chinese}",
        "pattern": {"makes": makes, "slots": list(slots)},
        "names": [
            {"text": chinese, "lang": "zh-Hans", "usage": "preferred"},
            {"text": f"X {chinese}", "lang": "en", "usage": "preferred"},
        ],
    }
