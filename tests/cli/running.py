"""What the tests of the command line share: a made-up glossary, and what a command printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

_LIST = {
    "title": "List of offices",
    "locator": "no. 12",
    "publisher": "Press",
    "seen": "2026-11-20",
}
_SITE = {"title": "About us", "locator": "office.example", "seen": "2026-11-20"}


def _name(text: str, lang: str, evidence: str = "unsourced", **more: Any) -> dict[str, Any]:
    return {"text": text, "lang": lang, "evidence": evidence, **more}


RECORDS: list[tuple[dict[str, Any], str]] = [
    (
        {
            "id": "office-of-examples",
            "kind": "body",
            "names": [
                _name("Office of Examples", "en", "official", usage="preferred", sources=[_LIST]),
                _name("OOE", "en", "official", type="acronym", sources=[_LIST]),
                _name("示例局", "zh-Hans", "official", usage="preferred", sources=[_SITE]),
                _name(
                    "Bureau of Samples", "en", "official", type="former", sources=[_LIST], to="2001"
                ),
                _name("样品局", "zh-Hans", "official", type="former", sources=[_SITE], to="2001"),
            ],
            "relations": [
                {"type": "confused-with", "target": "office-of-instances"},
                {
                    "type": "successor-of",
                    "target": "example-board",
                    "from": "1998",
                    "instrument": "Order 5",
                },
            ],
            "definitions": [{"lang": "en", "text": "Keeps examples.", "sources": [_LIST]}],
            "notes": [{"lang": "en", "text": "One line.\nAnother."}],
            "body": {"level": "central", "founded": "1998"},
        },
        "approved",
    ),
    (
        {
            "id": "office-of-instances",
            "kind": "body",
            "names": [
                _name("Office of Instances", "en", usage="preferred"),
                _name("事例局", "zh-Hans", "reconstructed", usage="preferred"),
            ],
        },
        "proposed",
    ),
    (
        {
            "id": "example-board",
            "kind": "body",
            "names": [_name("Example Board", "en"), _name("样例委员会", "zh-Hans")],
            "body": {"dissolved": "1998"},
        },
        "approved",
    ),
    (
        {
            "id": "example",
            "kind": "term",
            "names": [_name("example", "en"), _name("例子", "zh-Hans")],
        },
        "approved",
    ),
    ({"id": "example-2", "kind": "body", "names": [_name("Example", "en")]}, "proposed"),
]


@dataclass(frozen=True)
class Ran:
    """What a command printed and ended with."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of stdout."""
        return self.out.split("\n")[:-1]


class Cli(Protocol):
    """How ``cli`` is called."""

    def __call__(self, *argv: str, stdin: str | bytes = b"") -> Ran:
        """Run a command line in this process."""


class Process(Protocol):
    """How ``process`` is called."""

    def __call__(
        self, *argv: str, stdin: bytes = b"", environ: dict[str, str] | None = None
    ) -> Ran:
        """Run a command line in a process of its own."""
