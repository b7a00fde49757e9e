"""``pinyin`` and ``convert``: the language layer, a line for a line.

They stream, need no database and never fail on a line: an empty line gives an empty line, a line that is not UTF-8
leaves as it came and is named on stderr.
"""

from __future__ import annotations

from glossary.cli.display import safe
from glossary.cli.lines import BadLines, decode_line, read_lines
from glossary.cli.streams import ExitCode, is_interactive, narrate, output
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from glossary.cli.arguments import Parser
    from glossary.cli.streams import Output

__all__ = ["TARGETS", "fill_convert", "fill_pinyin"]

TARGETS = ("zh-Hant", "zh-Hant-TW", "zh-Hant-HK", "zh-Hans")
"""What ``convert`` writes."""


def fill_pinyin(parser: Parser) -> None:
    """Fill the parser of ``pinyin``."""
    parser.spread = "texts"
    parser.add_argument(
        "texts", nargs="*", metavar="TEXT", help=_("Chinese; the lines of stdin by default")
    )
    parser.add_argument(
        "--syllables",
        action="store_true",
        help=_("print syllables with tone marks, separated by spaces"),
    )
    parser.describe(
        run_pinyin,
        _(
            "Write Chinese names and titles in Hanyu Pinyin with tone marks, words joined by "
            "GB/T 16159-2012: a line for a line."
        ),
        (
            "zhengming pinyin 河北省科学技术厅",
            "zhengming pinyin --syllables 西安市",
            r"printf '%s\n' 国家安全部 吕梁市 | zhengming pinyin",
        ),
    )


def fill_convert(parser: Parser) -> None:
    """Fill the parser of ``convert``."""
    parser.spread = "texts"
    parser.add_argument(
        "texts", nargs="*", metavar="TEXT", help=_("Chinese; the lines of stdin by default")
    )
    parser.add_argument("--to", required=True, choices=TARGETS, help=_("the script to write"))
    parser.describe(
        run_convert,
        _("Write Chinese names in traditional or simplified characters: a line for a line."),
        (
            "zhengming convert --to zh-Hant 国家发展和改革委员会",
            "zhengming convert --to zh-Hans 國立臺灣大學",
            r"printf '%s\n' 干部 皇后 | zhengming convert --to zh-Hant-TW",
        ),
    )


def run_pinyin(arguments: argparse.Namespace) -> ExitCode:
    """Print the pinyin of every text."""
    from glossary.language.pinyin import pinyin, syllables

    if arguments.syllables:
        return _each(arguments.texts, lambda text: " ".join(syllables(text)))
    return _each(arguments.texts, pinyin)


def run_convert(arguments: argparse.Namespace) -> ExitCode:
    """Print every text in another script."""
    from glossary.language.convert import convert

    return _each(arguments.texts, lambda text: convert(text, arguments.to))


def _each(texts: Sequence[str], change: Callable[[str], str]) -> ExitCode:
    """Print what becomes of every line of the arguments, or of stdin."""
    out = output()
    shown = safe if out.is_terminal else str
    for text in texts:
        for line in text.split("\n"):
            out.write_raw(shown(change(line)) + "\n")
    return ExitCode.FOUND if texts else _stdin(out, shown, change)


def _stdin(out: Output, shown: Callable[[str], str], change: Callable[[str], str]) -> ExitCode:
    bad = BadLines()
    _invite()
    for number, raw in enumerate(read_lines(out), 1):
        line = decode_line(raw)
        if line is None:
            bad.add(number)
            changed = raw.decode("utf-8", "replace" if out.is_terminal else "surrogateescape")
        else:
            changed = change(line)
        out.write_raw(shown(changed) + "\n")
    bad.report()
    return ExitCode.USAGE if bad.count else ExitCode.FOUND


def _invite() -> None:
    import sys

    if is_interactive(sys.stdin):
        narrate(_("type a name a line; Ctrl-D ends"))
