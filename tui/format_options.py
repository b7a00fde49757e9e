"""The options of a format in one field: ``to=zh_CN,zh_TW domain=bodies mo``, and what they are for.

What may stand there comes from the formats themselves, as the flags of the command line do.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from glossary.errors import InputError
from glossary.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.facade.types import Format, Option

__all__ = ["find_format", "option_lines", "options_of", "parse_options"]


def find_format(name: str, to: str) -> Format | None:
    """Return a format by its name, where it can be read or written.

    >>> find_format("po", "write").into_folder
    True
    """
    from glossary.facade.types import iter_formats

    return next((each for each in iter_formats(to=to) if each.name == name), None)


def options_of(name: str, to: str) -> tuple[Option, ...]:
    """Return the options of a format; of all that can be read where none is chosen.

    >>> [option.name for option in options_of("deepl", "write")]
    ['from', 'to', 'include']
    """
    from glossary.facade.types import iter_formats

    found: dict[str, Option] = {}
    for each in iter_formats(to=to):
        if name in ("", each.name):
            for option in each.reading if to == "read" else each.writing:
                found.setdefault(option.name, option)
    return tuple(found.values())


def parse_options(text: str, known: Sequence[Option]) -> dict[str, object]:
    """Return the options that a person typed.

    Args:
        text: Words of ``name=value``, or of a name alone for a flag; a value with spaces in quotation marks.
        known: The options there are.
    Raises:
        InputError: One is unknown, or has no value.

    >>> parse_options("to=zh_CN,zh_TW mo", options_of("po", "write"))
    {'to': ['zh_CN', 'zh_TW'], 'mo': True}
    """
    options = {option.name: option for option in known}
    try:
        words = shlex.split(text)
    except ValueError:
        raise InputError(
            _("a quotation mark is not closed in the options"), fix=_("Close it.")
        ) from None
    given: dict[str, object] = {}
    for word in words:
        name, equals, value = word.partition("=")
        option = options.get(name.removeprefix("--"))
        if option is None or (not option.flag and not value) or (option.flag and equals):
            raise InputError(
                _("{word!r} is no option of the format").format(word=word),
                fix=_("It has: {known}.").format(
                    known=", ".join(each.name if each.flag else f"{each.name}=…" for each in known)
                ),
            )
        given[option.name] = True if option.flag else value.split(",") if option.many else value
    return given


def option_lines(known: Sequence[Option]) -> list[str]:
    """Return what options there are, a line each.

    >>> option_lines(options_of("deepl", "write"))[0].split()[0]
    'from=TAG'
    """
    lines = []
    for option in known:
        value = option.metavar or "|".join(option.choices) or "…"
        shown = option.name if option.flag else f"{option.name}={value}"
        usual = f" [{option.default}]" if option.default else ""
        lines.append(f"  {shown}  {_(option.help)}{usual}")
    return lines
