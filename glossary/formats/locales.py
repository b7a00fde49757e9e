"""Locales of catalogs and the language tags behind them.

    zh_CN          zh-Hans          the territory stands for the script
    zh_TW          zh-Hant-TW       names entered for Taiwan first, then any in traditional characters
    zh_Latn@pinyin zh-Latn-pinyin   renderings, not names
    sr@latin       sr-Latn
    sr@ijekavian   sr-ijekavsk      a modifier under its registered name
    de_DE@euro     de-DE            one that is about no language is left out in reading
    zh-Hant-HK     zh-Hant-HK       BCP 47 is taken as it is, and names the folder

Source: GNU gettext manual, section 2.3 (ll_CC.codeset@variant); RFC 5646.
"""

from __future__ import annotations

import re

from glossary.errors import InputError, InvalidError
from glossary.formats.plurals import plural_forms
from glossary.i18n import _
from glossary.model.tags import parse_tag
from glossary.model.values import dataclass

__all__ = ["Locale", "parse_locale", "tag_of_header"]

_GETTEXT = re.compile(
    r"(?P<lang>[a-z]{2,3})(?:_(?P<script>[A-Z][a-z]{3}))?(?:_(?P<land>[A-Z]{2}|[0-9]{3}))?"
    r"(?:\.[\w-]+)?(?:@(?P<variant>[A-Za-z0-9]+))?\Z"
)
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "devanagari": "Deva", "arabic": "Arab"}
_VARIANTS = {"ijekavian": "ijekavsk", "ijekavianlatin": "Latn-ijekavsk", "tarask": "tarask", "quot": "", "boldquot": "", "euro": ""}  # fmt: skip
_IMPLIED = {"zh-CN": "zh-Hans", "zh-SG": "zh-Hans-SG", "zh-TW": "zh-Hant-TW", "zh-HK": "zh-Hant-HK", "zh-MO": "zh-Hant-MO"}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """A locale that a catalog is for.

    Attributes:
        name: As it was given; names the folder.
        tag: The language tag of the names it asks for.
        header: What the field ``Language`` says.
        title: The language in English, for ``Language-Team``.
        plurals: What the field ``Plural-Forms`` says.
    """

    name: str
    tag: str
    header: str
    title: str
    plurals: str


def parse_locale(name: str) -> Locale:
    """Return a locale by its name, gettext's way or as a language tag.

    Raises:
        InputError: It is neither.

    >>> parse_locale("zh_TW").tag, parse_locale("zh_Latn@pinyin").tag, parse_locale("zh-hant").header
    ('zh-Hant-TW', 'zh-Latn-pinyin', 'zh_Hant')
    >>> parse_locale("cs").plurals
    'nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;'
    >>> parse_locale("zh CN")
    Traceback (most recent call last):
    glossary.errors.InputError: 'zh CN' is no locale. Write one like zh_CN, zh_Latn@pinyin or zh-Hans.
    """
    tag = _tag(name)
    if not tag:
        raise InputError(
            _("{name!r} is no locale").format(name=name),
            fix=_("Write one like zh_CN, zh_Latn@pinyin or zh-Hans."),
        )
    header = name.partition(".")[0] if _GETTEXT.match(name) else _header(tag)
    if "." in name:
        header += name[name.index("@") :] if "@" in name else ""
    return Locale(
        name=name if _GETTEXT.match(name) else tag,
        tag=tag,
        header=header,
        title=_title(tag),
        plurals=plural_forms(tag),
    )


def _tag(name: str) -> str:
    found = _GETTEXT.match(name)
    try:
        if not found:
            return parse_tag(name) if "_" not in name else ""
        variant = (found["variant"] or "").lower()
        script = found["script"] or _SCRIPTS.get(variant, "")
        variant = _VARIANTS.get(variant, variant)
        if variant.startswith("Latn-"):
            script, variant = "Latn", variant.removeprefix("Latn-")
        parts = [found["lang"], script, found["land"] or ""]
        if variant not in _SCRIPTS and len(variant) >= 4:
            parts.append(variant)
        tag = parse_tag("-".join(part for part in parts if part))
    except InvalidError:
        return ""
    return _IMPLIED.get(tag, tag)


def tag_of_header(value: str) -> str:
    """Return the language tag that a ``Language`` field means, or an empty text where it means none.

    >>> tag_of_header("zh_CN"), tag_of_header("en"), tag_of_header("LANGUAGE"), tag_of_header("")
    ('zh-Hans', 'en', '', '')
    >>> tag_of_header("sr@ijekavianlatin"), tag_of_header("ca@valencia"), tag_of_header("fr_FR@somethingelse")
    ('sr-Latn-ijekavsk', 'ca-valencia', 'fr-FR')
    """
    value = value.strip()
    locale = value.replace("-", "_")
    if not _GETTEXT.match(locale):
        return _tag(value.replace("_", "-"))
    return _tag(locale) or _tag(locale.partition("@")[0])


def _header(tag: str) -> str:
    """A language tag as gettext writes locales: territories and scripts by ``_``, a variant behind ``@``."""
    parts = tag.split("-x-")[0].split("-")
    variants = [
        part for part in parts[1:] if len(part) > 4 or (part[0].isdigit() and len(part) == 4)
    ]
    plain = "_".join(part for part in parts if part not in variants)
    return f"{plain}@{variants[0]}" if variants else plain


def _babel(tag: str) -> str:
    """A tag as Babel knows it: without variants and private parts."""
    parts = tag.split("-x-")[0].split("-")
    return "_".join(part for part in parts if len(part) <= 4)


def _title(tag: str) -> str:
    from babel import Locale as BabelLocale
    from babel import UnknownLocaleError

    try:
        found = BabelLocale.parse(_babel(tag)).get_display_name("en")
    except (UnknownLocaleError, ValueError):
        found = ""
    name = str(found or tag)
    return f"{name}, pinyin" if tag.endswith("-pinyin") else name
