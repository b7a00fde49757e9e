"""What is wrong with XML, told alike by all that read it."""

from __future__ import annotations

from xml.parsers import expat

from glossary.errors import InputError
from glossary.i18n import _

__all__ = ["DEPTH_LIMIT", "declares_entities", "not_well_formed", "too_deep", "wrong_root"]

DEPTH_LIMIT = 64
"""How deep elements may nest."""


def not_well_formed(code: int, line: int, offset: int, path: str, fix: str) -> InputError:
    """Return what to tell of a file that expat cannot read.

    Args:
        code: What is wrong, as expat numbers it.
        line: The line, from 1.
        offset: The column, from 0.
        path: The file, for the message.
        fix: What to do about it.

    >>> print(not_well_formed(3, 1, 3, "a.xml", "Save it again."))
    a.xml:1:4: the file is not well-formed XML: no element found. Save it again.
    """
    return InputError(
        _("the file is not well-formed XML: {reason}").format(reason=expat.ErrorString(code)),
        path=path,
        line=line,
        column=offset + 1,
        fix=fix,
    )


def declares_entities(path: str, line: int, column: int) -> InputError:
    """Return what to tell of a file with entities of its own.

    >>> print(declares_entities("a.xml", 2, 3))
    a.xml:2:3: the file declares entities: they can grow without end or name other files, so none is expanded. Write the text itself in place of each entity.
    """
    return InputError(
        _("the file declares entities"),
        path=path,
        line=line,
        column=column,
        why=_("they can grow without end or name other files, so none is expanded"),
        fix=_("Write the text itself in place of each entity."),
    )


def too_deep(path: str, line: int, column: int) -> InputError:
    """Return what to tell of elements in elements in elements.

    >>> print(too_deep("a.xml", 2, 3))
    a.xml:2:3: elements nest deeper than 64
    """
    return InputError(
        _("elements nest deeper than {limit}").format(limit=DEPTH_LIMIT),
        path=path,
        line=line,
        column=column,
    )


def wrong_root(title: str, root: str, wanted: str, path: str) -> InputError:
    """Return what to tell of a file that is XML of another kind.

    Args:
        title: What it was taken for, as people call it.
        root: Its root.
        wanted: The root that it would have.
        path: The file, for the message.

    >>> print(wrong_root("TMX", "html", "tmx", "a.xml"))
    a.xml:1:1: this is not TMX: the root is <html>. Give a file whose root is <tmx>.
    """
    return InputError(
        _("this is not {format}: the root is <{root}>").format(format=title, root=root),
        path=path,
        line=1,
        fix=_("Give a file whose root is <{root}>.").format(root=wanted),
    )
