"""Texts of the interface, out of the sources: every call of ``_``, ``ngettext`` and ``N_``.

They are read from the syntax tree, not from tokens: a call inside an f-string is one string token before Python 3.12,
and Babel's own extractor passes over it. The tree also tells what can never be found in a catalog: a text put together
before ``_`` sees it, one that is looked up once, when the module is imported, and an error that says its English as
it stands.
"""

from __future__ import annotations

import ast
import os
from dataclasses import dataclass, field

from glossary import errors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Problem", "Text", "extract", "extract_all"]

PACKAGES = ("glossary", "tui")
"""Folders whose sources are read."""

_SAID = ("what", "why", "fix")
_NOTE = "Translators:"
_ERRORS = frozenset(errors.__all__)
_DEVELOPERS = "glossary/catalogs/"
"""Sources whose errors only a developer meets."""
_READ_LATER = (ast.Name, ast.Subscript, ast.Attribute, ast.IfExp)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong, and where.

    >>> print(Problem("tui/app.py", 3, "a text is put together before it is translated"))
    tui/app.py:3: a text is put together before it is translated
    """

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


@dataclass(slots=True)
class Text:
    """A text of the interface.

    Attributes:
        key: The English, or the pair of its singular and plural.
        places: Paths and lines where it stands.
        notes: What the sources tell translators about it.
    """

    key: str | tuple[str, str]
    places: list[tuple[str, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def extract(source: str, path: str) -> tuple[list[Text], list[Problem]]:
    r"""Return the texts of one source and what is wrong with calls in it.

    Args:
        source: Python.
        path: How to call it.

    >>> [text.key for text in extract("print(f'{_(\"usage\")}: {ngettext(\"a\", \"b\", n)}')", "a.py")[0]]
    ['usage', ('a', 'b')]
    >>> print(extract("HELP = _('usage')", "a.py")[1][0])
    a.py:1: looked up when the module is imported: mark it with N_, and call _ where it is shown
    """
    texts: list[Text] = []
    problems: list[Problem] = []
    lines = source.splitlines()
    for call, inside in _calls(ast.parse(source), inside=False):
        name = call.func.id  # type: ignore[attr-defined]  # _calls yields calls of names
        keys = [_constant(argument) for argument in call.args[: 2 if name == "ngettext" else 1]]
        if name != "N_" and not inside and all(key is not None for key in keys):
            what = "looked up when the module is imported: mark it with N_, and call _ where it is shown"
            problems.append(Problem(path, call.lineno, what))
        if None in keys or not keys:
            if name != "_" or not call.args or not isinstance(call.args[0], _READ_LATER):
                what = f"a text is put together before {name} sees it: fill it in with format()"
                problems.append(Problem(path, call.lineno, what))
            continue
        words = [key for key in keys if key is not None]
        texts.append(
            Text(
                (words[0], words[1]) if len(words) == 2 else words[0],
                [(path, call.lineno)],
                _notes(lines, call.lineno),
            )
        )
    if not path.startswith(_DEVELOPERS):
        problems += _plain_errors(ast.parse(source), path)
    return texts, problems


def extract_all(root: str) -> tuple[list[Text], list[Problem]]:
    """Return every text of the sources below a folder, each once, by path and line, and all problems.

    Args:
        root: The checkout.
    """
    found: dict[str, Text] = {}
    problems: list[Problem] = []
    for path in _sources(root):
        with open(os.path.join(root, path), encoding="utf-8") as stream:
            texts, wrong = extract(stream.read(), path.replace(os.sep, "/"))
        problems += wrong
        for text in texts:
            key = text.key if isinstance(text.key, str) else text.key[0]
            known = found.setdefault(key, Text(text.key))
            if isinstance(known.key, str):
                known.key = text.key
            elif isinstance(text.key, tuple) and text.key != known.key:
                where = text.places[0]
                problems.append(Problem(*where, f"{key!r} has another plural elsewhere"))
            known.places += text.places
            known.notes += [note for note in text.notes if note not in known.notes]
    return list(found.values()), problems


def _sources(root: str) -> Iterator[str]:
    for package in PACKAGES:
        for parent, folders, files in os.walk(os.path.join(root, package)):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(files):
                path = os.path.relpath(os.path.join(parent, name), root).replace(os.sep, "/")
                if name.endswith(".py"):
                    yield path


def _calls(node: ast.AST, *, inside: bool) -> Iterator[tuple[ast.Call, bool]]:
    """Yield the calls of the three names, and whether each is in a function, in the order of the source."""
    for child in ast.iter_child_nodes(node):
        within = inside or isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        if (
            isinstance(child, ast.Call)
            and isinstance(child.func, ast.Name)
            and child.func.id in ("_", "N_", "ngettext")
        ):
            yield child, within
        yield from _calls(child, inside=within)


def _plain_errors(tree: ast.AST, path: str) -> Iterator[Problem]:
    """Yield the errors for people whose text does not pass through ``_``."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id not in _ERRORS:
            continue
        for argument in (*node.args, *(each.value for each in node.keywords if each.arg in _SAID)):
            if _is_plain(argument):
                what = f"{node.func.id} says a text that does not pass through _"
                yield Problem(path, argument.lineno, what)


def _is_plain(node: ast.expr) -> bool:
    """Return whether a text, or one of those it may be, has words that are not looked up."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and any(letter.isalpha() for letter in node.value)
    if isinstance(node, ast.JoinedStr):
        return any(_is_plain(part) for part in node.values)
    if isinstance(node, ast.IfExp):
        return _is_plain(node.body) or _is_plain(node.orelse)
    if isinstance(node, ast.BinOp):
        return _is_plain(node.left) or _is_plain(node.right)
    if isinstance(node, ast.BoolOp):
        return any(_is_plain(part) for part in node.values)
    return False


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _notes(lines: list[str], number: int) -> list[str]:
    """Return the comment above a line, where it is for translators."""
    above: list[str] = []
    at = number - 2
    while at >= 0 and lines[at].lstrip().startswith("#"):
        above.insert(0, lines[at].lstrip().removeprefix("#").strip())
        at -= 1
    start = next((at for at, line in enumerate(above) if line.startswith(_NOTE)), None)
    return [] if start is None else [" ".join(above[start:])]
