"""The program's own source as data: which modules a module needs, and what of a module is code."""

from __future__ import annotations

import ast
import io
import tokenize
from pathlib import Path

__all__ = ["code_of", "modules_below"]

ROOT = Path(__file__).resolve().parents[1]


def modules_below(*names: str, within: tuple[str, ...]) -> dict[str, Path]:
    """The modules these import, wherever in their text and through whichever others, themselves included.

    Only what begins with one of ``within`` counts, and is followed.
    """
    found: dict[str, Path] = {}
    coming = list(names)
    while coming:
        name = coming.pop()
        path = ROOT / f"{name.replace('.', '/')}.py"
        if name in found or not name.startswith(within) or not path.is_file():
            continue
        found[name] = path
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ImportFrom) and node.module:
                coming += [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
            elif isinstance(node, ast.Import):
                coming += [each.name for each in node.names]
    return dict(sorted(found.items()))


def code_of(path: Path) -> str:
    """A module's lines without comments, texts that stand for themselves, and space at their ends."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            lines[row - 1] = lines[row - 1][:column]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            assert node.end_lineno is not None
            lines[node.lineno - 1 : node.end_lineno] = [""] * (node.end_lineno - node.lineno + 1)
    return "\n".join(filter(None, map(str.rstrip, lines)))
