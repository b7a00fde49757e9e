"""What a check found: by which rule, how bad, and where."""

from __future__ import annotations

from enum import Enum

from glossary.model.values import dataclass

__all__ = ["Finding", "Severity"]


class Severity(str, Enum):
    """Whether a finding fails the check, or is for a person to look at."""

    ERROR = "error"
    REMARK = "remark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a check found.

    Attributes:
        rule: The id of the rule, as ``docs/contributing-names.md`` lists it.
        severity: Whether it fails the check.
        path: The file.
        line: The line the entry begins at, from 1.
        column: Its column, from 1.
        what: What is wrong, in a sentence.

    >>> str(Finding(rule="spaces", path="a.yaml", line=3, column=1, what="two spaces", severity=Severity.ERROR))
    'a.yaml:3:1: two spaces [spaces]'
    """

    rule: str
    severity: Severity
    path: str
    line: int
    column: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.what} [{self.rule}]"
