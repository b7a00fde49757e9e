"""The evidence of an answer as one line: each source is said once."""

from __future__ import annotations

import pytest

from glossary.facade.footnotes import evidence_footnote
from glossary.model.answers import Answer
from glossary.model.entries import Review
from glossary.model.records import from_record


def footnote(evidence: str, english: str, chinese: str) -> str:
    """The footnote of an entry whose names cite sources by these letters."""
    names = [
        {
            "text": text,
            "lang": lang,
            "usage": "preferred",
            "evidence": evidence,
            "sources": [{"title": letter, "seen": "2026-11-20"} for letter in letters],
        }
        for text, lang, letters in (("A", "en", english), ("甲", "zh-Hans", chinese))
    ]
    entry = from_record({"id": "a", "kind": "body", "names": names})
    name = entry.names[0]
    return evidence_footnote(
        Answer(entry=entry, state=Review.APPROVED, name=name, day="2026-11-27")
    ).replace(", seen 2026-11-20", "")


@pytest.mark.parametrize(
    ("evidence", "english", "chinese", "said"),
    [
        ("attested", "P", "P", 'attested: "P" (English and Chinese)'),
        ("attested", "P", "Q", 'attested: "Q"; English: "P"'),
        (
            "established",
            "PQR",
            "PQ",
            'established: "P" and "Q" (English and Chinese); English: 1 more',
        ),
        (
            "established",
            "PR",
            "PQ",
            'established: "P" (English and Chinese); Chinese: "Q"; English: "R"',
        ),
        (
            "established",
            "PQRS",
            "PQRS",
            'established: "P" and "Q" and 2 more (English and Chinese)',
        ),
        ("attested", "PR", "QST", 'attested: "Q" and 2 more; English: "P" and 1 more'),
        ("unsourced", "", "", "unsourced: no source seen (English and Chinese)"),
        ("unsourced", "P", "", 'unsourced: no source seen (English and Chinese); English: "P"'),
    ],
)
def test_what_both_names_were_read_in_is_said_once(
    evidence: str, english: str, chinese: str, said: str
) -> None:
    assert footnote(evidence, english, chinese) == said
