"""Which formats there are: ours by name, and those that other packages bring.

Another package brings a format as an entry point of the group ``zhengming.formats`` that names a ``Format`` class:

    [project.entry-points."zhengming.formats"]
    mine = "my_package.mine:MineFormat"

Ours come first: nobody takes the name of one. A format that fails to import is told about, not fatal to the others.
"""

from __future__ import annotations

import importlib
from functools import cache, lru_cache

from glossary.errors import InputError, nearest_fix
from glossary.formats.interface import Format
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "broken_formats", "find_format", "format_names", "get_format", "iter_formats"]

GROUP = "zhengming.formats"

_OURS = {
    "yaml": "glossary.formats.yaml:YamlFormat",
    "jsonl": "glossary.formats.jsonl:JsonLinesFormat",
    "po": "glossary.formats.po:PoFormat",
    "pot": "glossary.formats.po:PotFormat",
    "mo": "glossary.formats.po:MoFormat",
    "tbx": "glossary.formats.tbx.format:TbxFormat",
    "mtf": "glossary.formats.mtf:MtfFormat",
    "tmx": "glossary.formats.tmx:TmxFormat",
    "csv": "glossary.formats.tables:CsvFormat",
    "tsv": "glossary.formats.tables:TsvFormat",
    "xlsx": "glossary.formats.tables:XlsxFormat",
    "ods": "glossary.formats.tables:OdsFormat",
    "omegat": "glossary.formats.table_layouts:OmegatFormat",
    "weblate": "glossary.formats.table_layouts:WeblateFormat",
    "deepl": "glossary.formats.table_services:DeeplFormat",
    "google": "glossary.formats.table_services:GoogleFormat",
    "amazon": "glossary.formats.table_services:AmazonFormat",
    "memoq": "glossary.formats.table_memoq:MemoqFormat",
    "multiterm": "glossary.formats.table_layouts:MultitermFormat",
    "trados": "glossary.formats.table_layouts:TradosFormat",
    "matecat": "glossary.formats.table_layouts:MatecatFormat",
    "xliff": "glossary.formats.xliff:XliffFormat",
    "utx": "glossary.formats.utx:UtxFormat",
    "skos": "glossary.formats.skos.format:SkosFormat",
    "stardict": "glossary.formats.stardict:StardictFormat",
    "html": "glossary.formats.pages:HtmlFormat",
    "markdown": "glossary.formats.pages:MarkdownFormat",
    "cedict": "glossary.formats.cedict:CedictFormat",
    "ror": "glossary.formats.ror:RorFormat",
}
"""The class of each format of ours, in the order they are offered."""


@lru_cache(maxsize=1)
def _theirs() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points

    found = {point.name: point for point in entry_points(group=GROUP)}
    return {name: found[name] for name in sorted(found) if name not in _OURS}


def format_names() -> tuple[str, ...]:
    """Return the names of all formats, ours first; none is imported for that.

    >>> format_names()[:2]
    ('yaml', 'jsonl')
    """
    return (*_OURS, *_theirs())


def find_format(name: str) -> Format | None:
    """Return a format by its name, or nothing; its module is imported here.

    Raises:
        InputError: It is another package's and cannot be imported, or is no format.

    >>> find_format("yaml").extensions[0]
    '.yaml'
    """
    if name in _OURS:
        return _load(_OURS[name])
    if name not in _theirs():
        return None
    return _load_theirs(name)


@cache
def _load(place: str) -> Format:
    module, _colon, attribute = place.partition(":")
    made: Format = getattr(importlib.import_module(module), attribute)()
    return made


@cache
def _load_theirs(name: str) -> Format:
    point = _theirs()[name]
    try:
        made = point.load()()
    except Exception as error:
        raise _broken(point, f"{type(error).__name__}: {error}") from error
    if not isinstance(made, Format):
        raise _broken(point, _("it is no glossary.formats.interface.Format"))
    made.name = name
    return made


def _broken(point: EntryPoint, why: str) -> InputError:
    package = point.dist.name if point.dist else point.value
    return InputError(
        _("the format {name!r} of the package {package} does not work").format(
            name=point.name, package=package
        ),
        why=why,
        fix=_("Update or remove the package."),
    )


def get_format(name: str, *, to: str = "") -> Format:
    """Return a format by its name.

    Args:
        name: Its name.
        to: What it must be able to do: ``read`` or ``write``; nothing in particular by default.
    Raises:
        InputError: There is none of that name, or it cannot do that; the nearest is named.

    >>> get_format("yml")
    Traceback (most recent call last):
    glossary.errors.InputError: unknown format 'yml'. Did you mean 'yaml'?
    """
    found = find_format(name)
    if found is None:
        known = format_names()
        every = _("One of: {known}.").format(known=", ".join(known))
        raise InputError(
            _("unknown format {name!r}").format(name=name), fix=nearest_fix(name, known, every)
        )
    if (to == "read" and not found.reads) or (to == "write" and not found.writes):
        able = [each.name for each in iter_formats(to=to)]
        raise InputError(
            _("{name} can be written, not read").format(name=name)
            if to == "read"
            else _("{name} can be read, not written").format(name=name),
            fix=_("One of: {known}.").format(known=", ".join(able)),
        )
    return found


def iter_formats(*, to: str = "") -> Iterator[Format]:
    """Yield formats that can be read or written, or all; another package's that does not work is left out.

    >>> [each.name for each in iter_formats(to="read")][:2]
    ['yaml', 'jsonl']
    """
    broken = broken_formats()
    for name in format_names():
        found = None if name in broken else find_format(name)
        if found and (to != "read" or found.reads) and (to != "write" or found.writes):
            yield found


def broken_formats() -> tuple[str, ...]:
    """Return the names of other packages' formats that do not work; ``get_format`` tells why.

    >>> broken_formats()
    ()
    """
    return tuple(filter(_is_broken, _theirs()))


def _is_broken(name: str) -> bool:
    try:
        _load_theirs(name)
    except InputError:
        return True
    return False
