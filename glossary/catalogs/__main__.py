"""``python -m glossary.catalogs``: extract, update and compile; or one of them; or ``check``, which changes nothing."""

from __future__ import annotations

import argparse
import os
import sys

from glossary.catalogs.checks import check_all
from glossary.catalogs.compiling import compile_catalog
from glossary.catalogs.entries import (
    TRANSLATED,
    catalog_path,
    keep_template,
    read_catalog,
    template_path,
    update_catalog,
)
from glossary.catalogs.sources import extract_all
from glossary.errors import GlossaryError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.catalogs.sources import Problem

__all__ = ["main"]

_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
_STEPS = ("extract", "update", "compile")


def main(argv: Sequence[str]) -> int:
    """Carry out the steps asked for.

    Args:
        argv: Names of steps; all but ``check`` by default.
    Returns:
        0 done or clean, 1 the check found something, 2 a file cannot be read or written.
    """
    parser = argparse.ArgumentParser(prog="python -m glossary.catalogs", description=__doc__)
    parser.add_argument("step", nargs="*", choices=(*_STEPS, "check", []))
    parser.add_argument("--root", default=_ROOT, help="the checkout")
    parser.add_argument("--locales", help="the folder of the catalogs; the checkout's by default")
    arguments = parser.parse_args(argv)
    locales: str = arguments.locales or os.path.join(arguments.root, "locales")
    try:
        return _carry_out(arguments.step or _STEPS, arguments.root, locales)
    except (GlossaryError, OSError) as error:
        print(error, file=sys.stderr)  # noqa: T201  a developer's command
        return 2


def _carry_out(steps: Sequence[str], root: str, locales: str) -> int:
    problems: list[Problem] = []
    if "extract" in steps:
        texts, problems = extract_all(root)
        _say(f"{len(keep_template(locales, texts)):>5} texts in {template_path(locales)}")
    if "update" in steps:
        template = read_catalog(template_path(locales))
        for language in TRANSLATED:
            missing = update_catalog(locales, language, template)
            _say(f"{missing:>5} not translated in {catalog_path(locales, language)}")
    if "compile" in steps:
        for language in TRANSLATED:
            source = catalog_path(locales, language)
            compile_catalog(source, source[:-3] + ".mo")
    if "check" in steps:
        problems = check_all(root, locales)
    for problem in problems:
        _say(str(problem))
    return 1 if problems else 0


def _say(text: str) -> None:
    print(text)  # noqa: T201  a developer's command


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
