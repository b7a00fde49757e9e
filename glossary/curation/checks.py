"""The table of checks: id, severity, function. A new check is a new row, here and in ``docs/contributing-names.md``."""

from __future__ import annotations

from glossary.curation.chronology import find_contradictions, find_missing_successors
from glossary.curation.content import Content, read_content
from glossary.curation.derivations import find_needless_corrections, find_stale_lines
from glossary.curation.duplicates import (
    find_double_entries,
    find_shared_chinese,
    find_shared_english,
)
from glossary.curation.findings import Finding, Severity
from glossary.curation.provenance import (
    find_future_sources,
    find_overloaded_sources,
    find_vague_sources,
)
from glossary.curation.style import find_misspelt, find_wrong_scripts
from glossary.seed_checks import check_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from glossary.curation.content import Placed
    from glossary.errors import GlossaryError

    Check = Callable[[Content], Iterable[tuple[Placed, str]]]

__all__ = ["CHECKS", "MODEL", "check_content"]

MODEL = "model"
"""The rule of whatever the model and ``glossary.seeds`` refuse: fields, ids, targets, cycles, places, review."""

_ERROR, _REMARK = Severity.ERROR, Severity.REMARK
CHECKS: tuple[tuple[str, Severity, Check], ...] = (
    ("double-entry", _ERROR, find_double_entries),
    ("shared-english", _ERROR, find_shared_english),
    ("shared-chinese", _ERROR, find_shared_chinese),
    ("dates", _ERROR, find_contradictions),
    ("successor", _REMARK, find_missing_successors),
    ("spelling", _ERROR, find_misspelt),
    ("script", _ERROR, find_wrong_scripts),
    ("locator", _ERROR, find_vague_sources),
    ("seen", _ERROR, find_future_sources),
    ("overload", _ERROR, find_overloaded_sources),
    ("correction", _REMARK, find_needless_corrections),
    ("derivation", _ERROR, find_stale_lines),
)


def check_content(folder: str | None = None) -> tuple[Content, list[Finding]]:
    """Return the shipped entries and everything the checks find, by file and place.

    Args:
        folder: The folder ``seeds``; the shipped one by default.
    Raises:
        InputError: There is no such folder.
    """
    content, problems = read_content(folder)
    broken = problems or check_files(content.files, content.folder)
    findings = [_of_model(problem) for problem in broken]
    if not problems:
        for rule, severity, check in CHECKS:
            if rule == "derivation" and folder is not None:
                continue  # only the shipped folder is compiled
            findings += [
                Finding(
                    rule=rule,
                    severity=severity,
                    path=placed.path,
                    line=placed.line,
                    column=placed.column,
                    what=what,
                )
                for placed, what in check(content)
            ]
    return content, sorted(findings, key=lambda each: (each.path, each.line, each.rule, each.what))


def _of_model(problem: GlossaryError) -> Finding:
    return Finding(
        rule=MODEL,
        severity=Severity.ERROR,
        path=problem.path,
        line=problem.line or 0,
        column=problem.column or 0,
        what=str(problem).removeprefix(f"{problem.place}: "),
    )
