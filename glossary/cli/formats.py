"""Options of formats as flags: each format says what it takes, here they become part of ``import`` and ``export``."""

from __future__ import annotations

from glossary.i18n import _, joined, labelled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from glossary.cli.arguments import Parser
    from glossary.facade.types import Option

__all__ = ["add_format_options", "askable_names", "format_names", "given_options"]

_PREFIX = "format_option_"


def format_names(to: str) -> tuple[str, ...]:
    """Return the names of the formats that can be read or written.

    >>> format_names("write")[0]
    'yaml'
    """
    from glossary.facade.types import iter_formats

    return tuple(each.name for each in iter_formats(to=to))


def askable_names(to: str) -> tuple[str, ...]:
    """Return the names that may be asked for: also those of formats that do not work, so that they tell why.

    >>> askable_names("write") == format_names("write")
    True
    """
    from glossary.facade.types import broken_formats

    return (*format_names(to), *broken_formats())


def add_format_options(parser: Parser, to: str) -> None:
    """Add the options of all formats that can be read or written, each once, with the formats that take it."""
    from glossary.facade.types import iter_formats

    taken: dict[str, tuple[Option, list[str]]] = {}
    for each in iter_formats(to=to):
        for option in each.reading if to == "read" else each.writing:
            taken.setdefault(option.name, (option, []))[1].append(each.name)
    if not taken:
        return
    group = parser.add_argument_group(_("options of some formats"))
    for option, names in taken.values():
        text = labelled(joined(names), _(option.help))
        dest = _PREFIX + option.name
        if option.flag:
            group.add_argument(f"--{option.name}", action="store_true", dest=dest, help=text)
            continue
        metavar = option.metavar or "|".join(option.choices) or option.name.upper()
        action = "append" if option.many else "store"
        group.add_argument(
            f"--{option.name}",
            action=action,
            dest=dest,
            metavar=metavar,
            help=text.replace("%", "%%"),
        )


def given_options(arguments: argparse.Namespace) -> dict[str, object]:
    """Return the options of formats that were given, by name."""
    return {
        key[len(_PREFIX) :]: value
        for key, value in vars(arguments).items()
        if key.startswith(_PREFIX) and value
    }
