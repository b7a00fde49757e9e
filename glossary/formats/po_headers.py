"""The header of a catalog: every standard field, right for its locale.

Source: GNU gettext manual, section 6.2 (header entry). Its times are those of ``source_dates``.
"""

from __future__ import annotations

import re
import time

from glossary.formats.source_dates import source_date
from glossary.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.formats.locales import Locale

__all__ = [
    "NPLURALS",
    "compiled_header",
    "creation_date",
    "fields_of",
    "header_fields",
    "header_text",
    "nplurals_of",
    "renewed_lines",
]

NPLURALS = re.compile(r"nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*[^;\s]")
"""How a header says its plural forms."""
_FIELD_LINE = re.compile(r'"([^\s:"]+):[^"]*\\n"\n')
"""A line of a header that holds a field whole."""
_MADE_BY = f"Zhengming {__version__}"


def creation_date() -> str:
    """Return the time as gettext writes it, in UTC: that of ``SOURCE_DATE_EPOCH`` where it is set.

    >>> import os
    >>> os.environ["SOURCE_DATE_EPOCH"] = "1764111600"
    >>> creation_date()
    '2025-11-25 23:00+0000'
    >>> del os.environ["SOURCE_DATE_EPOCH"]
    """
    return time.strftime("%Y-%m-%d %H:%M+0000", time.gmtime(source_date()))


def header_fields(domain: str, source: str, locale: Locale | None) -> dict[str, str]:
    """Return the fields of a header, in the usual order.

    Args:
        domain: Name of the catalog.
        source: Language tag of its msgids.
        locale: The locale it is for; ``None`` for a template.

    >>> from glossary.formats.locales import parse_locale
    >>> header_fields("bodies", "en", parse_locale("zh_CN"))["Plural-Forms"]
    'nplurals=1; plural=0;'
    """
    date = creation_date()
    fields = {
        "Project-Id-Version": domain,
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": date,
        "PO-Revision-Date": date if locale else "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": _MADE_BY if locale else "FULL NAME <EMAIL@ADDRESS>",
        "Language-Team": locale.title if locale else "LANGUAGE <LL@li.org>",
        "Language": locale.header if locale else "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": locale.plurals if locale else "",
        "Generated-By": _MADE_BY,
        "X-Source-Language": source,
    }
    if locale is None:
        del fields["Plural-Forms"]  # nothing in a template of ours has plural forms
    return fields


def header_text(fields: dict[str, str]) -> str:
    """Return fields as the msgstr of a header.

    >>> header_text({"Language": "fr"})
    'Language: fr\\n'
    """
    return "".join(f"{key}: {value}\n" for key, value in fields.items())


def renewed_lines(
    lines: Sequence[str], old: Mapping[str, str], new: Mapping[str, str]
) -> list[str]:
    """Return the lines of a header with what its fields say now, each broken as it was; nothing where that cannot be.

    Args:
        lines: The lines as they stand in the file.
        old: The fields that they have.
        new: The fields that they are to have.

    >>> lines = ['msgid ""\\n', 'msgstr ""\\n', '"Language: fr\\\\n"\\n', '"X-A: one "\\n', '"two\\\\n"\\n']
    >>> renewed_lines(lines, {"Language": "fr", "X-A": "one two"}, {"Language": "de", "X-A": "one two", "X-B": "1"})[2:]
    ['"Language: de\\\\n"\\n', '"X-A: one "\\n', '"two\\\\n"\\n', '"X-B: 1\\\\n"\\n']
    """
    changed = {key: value for key, value in new.items() if old.get(key) != value}
    if not lines or not lines[-1].endswith('\\n"\n') or any(set('"\\\n') & set(value) for value in changed.values()):  # fmt: skip
        return []
    made = []
    for line in lines:
        found = _FIELD_LINE.fullmatch(line)
        if found and found[1] in changed:
            line = f'"{found[1]}: {changed.pop(found[1])}\\n"\n'
        made.append(line)
    if any(key in old for key in changed):
        return []
    return made + [f'"{key}: {value}\\n"\n' for key, value in changed.items()]


def compiled_header(fields: dict[str, str]) -> str:
    """Return the header as a MO has it: without the date of the template, as ``msgfmt`` leaves it out.

    >>> compiled_header({"POT-Creation-Date": "2026-11-25 23:00+0000", "Language": "fr"})
    'Language: fr\\n'
    """
    return header_text({key: value for key, value in fields.items() if key != "POT-Creation-Date"})


def fields_of(text: str) -> dict[str, str]:
    """Return the fields of a header, in their order; a line without a colon belongs to the field before.

    >>> fields_of("Language: fr\\nX-A: 1\\n")
    {'Language': 'fr', 'X-A': '1'}
    """
    fields: dict[str, str] = {}
    last = ""
    for line in text.split("\n"):
        key, colon, value = line.partition(":")
        if colon and key.strip() and " " not in key.strip():
            last = key.strip()
            fields[last] = value.strip()
        elif last and line.strip():
            fields[last] += f" {line.strip()}"
    return fields


def nplurals_of(fields: dict[str, str]) -> int:
    """Return how many plural forms a header asks for; 0 where it does not say.

    >>> nplurals_of({"Plural-Forms": "nplurals=2; plural=(n != 1);"})
    2
    """
    found = NPLURALS.match(fields.get("Plural-Forms", ""))
    return int(found[1]) if found else 0
