"""POT and PO files of the interface, written the same way each time.

References name the file and no line: a line number goes stale with every edit above it, and nobody needs it to
translate. Texts stand in the order of the sources, one line each, so that a change is one line of a diff.
"""

from __future__ import annotations

import os
import time
from datetime import datetime, timezone
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from glossary.errors import InputError
from glossary.formats.plurals import plural_forms
from glossary.formats.source_dates import source_date
from glossary.i18n import DOMAIN, ENGLISH, LANGUAGES
from glossary.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.catalogs.sources import Text

__all__ = [
    "TRANSLATED",
    "catalog_path",
    "keep_template",
    "new_catalog",
    "read_catalog",
    "template_path",
    "update_catalog",
    "write_catalog",
]

TRANSLATED = tuple(tag for tag in LANGUAGES if tag != ENGLISH)
"""The languages that have a catalog."""

_HEADER = """\
# Interface of Zhengming: {name}.
# This file is distributed under the license of the project.
#"""


def template_path(locales: str) -> str:
    """Return the path of the POT file.

    >>> os.path.basename(template_path("locales"))
    'zhengming.pot'
    """
    return os.path.join(locales, f"{DOMAIN}.pot")


def catalog_path(locales: str, language: str) -> str:
    """Return the path of a language's PO file.

    >>> catalog_path("locales", "fr").replace(os.sep, "/")
    'locales/fr/LC_MESSAGES/zhengming.po'
    """
    return os.path.join(locales, language, "LC_MESSAGES", f"{DOMAIN}.po")


def keep_template(locales: str, texts: Sequence[Text]) -> Catalog:
    """Write the POT file of some texts and return it; its date stays where its texts do.

    Args:
        locales: The folder of the catalogs.
        texts: What the sources say, in their order.
    """
    path = template_path(locales)
    before = read_catalog(path) if os.path.isfile(path) else None
    template = _named(Catalog(), "the English texts, as they stand in the sources")
    for text in texts:
        template.add(
            text.key,
            locations=[(file, None) for file in dict.fromkeys(file for file, _line in text.places)],  # type: ignore[misc]  # no line is written
            auto_comments=text.notes,
        )
    same = before is not None and [message.id for message in before if message.id] == [
        text.key for text in texts
    ]
    template.creation_date = before.creation_date if before is not None and same else _today()
    write_catalog(path, template)
    return template


def new_catalog(language: str) -> Catalog:
    """Return an empty catalog of a language."""
    catalog = _named(Catalog(locale=language), LANGUAGES[language])
    # Babel's own counts of forms change between its versions; ours are gettext's.
    catalog.mime_headers = [("Plural-Forms", plural_forms(language.replace("_", "-")))]
    catalog.language_team = LANGUAGES[language]
    catalog.last_translator = "The contributors of Zhengming"
    catalog.revision_date = _today()
    return catalog


def read_catalog(path: str, language: str | None = None) -> Catalog:
    """Return a POT or PO file.

    Args:
        path: The file.
        language: Whose plural forms it has; what its header says by default.
    Raises:
        InputError: It is not such a file, or cannot be read.
    """
    try:
        with open(path, "rb") as stream:
            catalog = read_po(stream, locale=language, abort_invalid=True)
    except PoFileError as error:
        raise InputError(str(error), path=path, line=error.lineno + 1) from error
    except OSError as error:
        raise InputError(error.strerror or str(error), path=path) from error
    except (ValueError, LookupError) as error:
        raise InputError(f"not a catalog: {error}", path=path) from error
    return catalog


def update_catalog(locales: str, language: str, template: Catalog) -> int:
    """Give a language's PO file the texts of the template, and return how many still lack a translation.

    What no source says any more goes; nothing is guessed from a text that looks alike, since only a person knows.

    Args:
        locales: The folder of the catalogs.
        language: Which one; a missing file is begun.
        template: The POT file.
    """
    path = catalog_path(locales, language)
    catalog = read_catalog(path, language) if os.path.isfile(path) else new_catalog(language)
    before = {message.id: message.string for message in catalog if message.id}
    revised = catalog.revision_date
    catalog.update(template, no_fuzzy_matching=True)
    after = {message.id: message.string for message in catalog if message.id}
    catalog.revision_date = revised if before == after else _today()
    write_catalog(path, catalog)
    return sum(1 for message in catalog if message.id and _is_empty(message.string))


def write_catalog(path: str, catalog: Catalog) -> None:
    """Write a POT or PO file, whole or not at all."""
    stream = BytesIO()
    write_po(stream, catalog, width=0, include_lineno=False, ignore_obsolete=True)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(f"{path}.new", "wb") as file:
        file.write(stream.getvalue().rstrip() + b"\n")
    os.replace(f"{path}.new", path)


def _is_empty(string: object) -> bool:
    return not all(string) if isinstance(string, (tuple, list)) else not string


def _named(catalog: Catalog, name: str) -> Catalog:
    catalog.project, catalog.version = "Zhengming", __version__
    catalog.msgid_bugs_address = "CONTRIBUTING.md says where"
    catalog.copyright_holder = "The contributors of Zhengming"
    catalog.header_comment = _HEADER.format(name=name)
    catalog.fuzzy = False
    return catalog


def _today() -> datetime:
    """Return the moment, as ``SOURCE_DATE_EPOCH`` sets it."""
    moment = source_date()
    return datetime.fromtimestamp(int(time.time()) if moment is None else moment, timezone.utc)
