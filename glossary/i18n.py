"""The language of the interface: every text a person reads passes through ``_``, at the moment it is shown.

    ZHENGMING_LANGUAGE                       goes before all others; ``--language`` sets it
    LANGUAGE, LC_ALL, LC_MESSAGES, LANG      asked in gettext's order; LANGUAGE may list several, by colons
    C, C.UTF-8, POSIX, en, nothing           the texts as they stand in the code: no file is opened
    zh, zh_CN, zh_SG, zh_Hans, zh-Hans-HK    简体中文
    zh_TW, zh_HK, zh_MO, zh_Hant, yue        繁體中文

Catalogs are ``locales/<locale>/LC_MESSAGES/zhengming.mo``. JSON keys and stored data are never translated. A catalog
that is missing or broken leaves the English: no one is kept from working by a translation.

A text in a table is marked with ``N_`` where it stands and passes through ``_`` where it is shown, so that another
language takes effect at once, on what was set up before it was chosen too.

Source: GNU gettext manual, "Locale Environment Variables" and "The LANGUAGE variable"; RFC 5646 for tags.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from gettext import NullTranslations

__all__ = [
    "DOMAIN",
    "ENGLISH",
    "LANGUAGES",
    "N_",
    "VARIABLE",
    "Spoken",
    "_",
    "aside",
    "candidates",
    "headed",
    "joined",
    "labelled",
    "language",
    "local",
    "negotiate",
    "ngettext",
    "number",
    "quoted",
    "set_language",
    "spoken",
    "spoken_list",
    "wanted_locales",
]

DOMAIN = "zhengming"
"""Name of the interface's own catalogs."""

VARIABLE = "ZHENGMING_LANGUAGE"
"""The program's own variable, which the processes it starts inherit."""

ENGLISH = "en"
"""The language of the code, which needs no catalog."""

LANGUAGES = {
    ENGLISH: "English",
    "zh_CN": "简体中文",
    "zh_TW": "繁體中文",
    "fr": "Français",
    "ja": "日本語",
    "es": "Español",
}
"""The languages the interface ships with, each by its own name."""

_PLAIN = frozenset((ENGLISH, "c", "posix", ""))
_CHINESE = {"hans": ("zh_Hans", "zh_CN", "zh"), "hant": ("zh_Hant", "zh_TW", "zh_HK")}
_SCRIPTS = {"chs": "hans", "cht": "hant", "hans": "hans", "hant": "hant"}
_HANT_REGIONS = frozenset(("tw", "hk", "mo"))
_SINITIC = {"cmn": "", "wuu": "", "yue": "hant", "hak": "hant", "nan": "hant", "lzh": "hant"}
"""Languages that are answered in Chinese, and the script they are mostly read in."""

_GROUPS = {"fr": "\u202f", "es": "."}
"""What stands between thousands. Source: CLDR 45, ``group`` of each locale; a comma elsewhere."""


class _State:
    """The language in use and its catalog: one pair, so that no thread ever sees half a change."""

    current: tuple[str, NullTranslations | None] | None = None


def _(message: str) -> str:
    """Return a text of the interface in the user's language.

    Args:
        message: The English, as it stands in the code; placeholders are filled in afterwards.

    >>> set_language("en")
    >>> _("not in the glossary")
    'not in the glossary'
    """
    catalog = (_State.current or _by_environment())[1]
    return message if catalog is None or not message else catalog.gettext(message)


def N_(message: str) -> str:  # noqa: N802  the name by which gettext's tools know a text marked for later
    """Mark a text of a table for translation; whoever shows it calls ``_``.

    >>> N_("part of")
    'part of'
    """
    return message


class Spoken(str):
    """A sentence that is data: English whatever the language, with the reader's own beside it.

    Attributes:
        local: The same in the user's language.
    """

    local: str


def spoken(message: str, *, terms: tuple[str, ...] = (), **values: str) -> Spoken:
    """Return a sentence for scripts and people alike, such as why a name was not found.

    Args:
        message: The English, marked with ``N_``.
        terms: Which of the values are words of the catalogs themselves.
        values: What its placeholders stand for.

    >>> set_language("en")
    >>> spoken("no {kind}", terms=("kind",), kind="county"), local("as it is")
    ('no county', 'as it is')
    """
    text = Spoken(message.format(**values))
    mine = {name: _(value) if name in terms else value for name, value in values.items()}
    text.local = _(message).format(**mine)
    return text


def spoken_list(parts: Iterable[str], *, weighty: bool = False) -> Spoken:
    """Return words as one text that is data, with the list as the reader's language sets it beside it.

    >>> set_language("en")
    >>> spoken_list(["1998", spoken("in {place}", place="Hebei")])
    '1998, in Hebei'
    """
    told = [part for part in parts if part]
    text = Spoken(("; " if weighty else ", ").join(told))
    text.local = joined(map(local, told), weighty=weighty)
    return text


def local(text: str) -> str:
    """Return a text as it is shown to the user: in their language, where it is ``Spoken``."""
    return text.local if isinstance(text, Spoken) else text


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a text that goes with a number.

    >>> set_language("en")
    >>> ngettext("{n} entry", "{n} entries", 2).format(n=2)
    '2 entries'
    """
    catalog = (_State.current or _by_environment())[1]
    if catalog is None:
        return one if count == 1 else many
    return catalog.ngettext(one, many, count)


def joined(parts: Iterable[str], *, weighty: bool = False) -> str:
    """Return words as the list they are, set apart as the language does it; empty ones are left out.

    Args:
        parts: Words or phrases.
        weighty: Whether they are sentences, or have commas of their own.

    >>> set_language("en")
    >>> joined(["official", "", "approved"]), joined(["a, b", "c"], weighty=True)
    ('official, approved', 'a, b; c')
    """
    # Translators: what stands between the words of a list, as in "official, approved".
    light = _(", ")
    # Translators: what stands between the phrases of a list that have commas of their own.
    heavy = _("; ")
    return (heavy if weighty else light).join(part for part in parts if part)


def labelled(label: str, text: str) -> str:
    """Return a text behind what it is, as in ``Why: a reform``.

    >>> set_language("en")
    >>> labelled("Why", "a reform")
    'Why: a reform'
    """
    return _("{label}: {text}").format(label=label, text=text)


def aside(text: str, more: str) -> str:
    """Return a text with what is said beside it in brackets.

    >>> set_language("en")
    >>> aside("MOST", "acronym")
    'MOST (acronym)'
    """
    return _("{text} ({more})").format(text=text, more=more)


def headed(title: str) -> str:
    """Return the title of what stands below it.

    >>> set_language("en")
    >>> headed("options")
    'options:'
    """
    return labelled(title, "").rstrip(" ")


def quoted(text: str) -> str:
    """Return somebody's own words, marked as the language marks them.

    >>> set_language("en")
    >>> quoted("a reform")
    '“a reform”'
    """
    return _("“{text}”").format(text=text)


def number(count: int) -> str:
    """Return a whole number as the language groups it; Spanish leaves four digits together.

    >>> set_language("en")
    >>> number(1842), number(-1234567)
    ('1,842', '-1,234,567')
    """
    chosen = language()
    if chosen == "es" and abs(count) < 10_000:
        return str(count)
    return f"{count:,}".replace(",", _GROUPS.get(chosen, ","))


def language() -> str:
    """Return the locale of the catalog in use, ``en`` where there is none.

    >>> set_language("en_GB.UTF-8"); language()
    'en'
    """
    return (_State.current or _by_environment())[0]


def set_language(tag: str | None = None) -> None:
    """Choose the language from now on, for every text still to be shown; ``language`` tells what came of it.

    Args:
        tag: A locale or language tag such as ``zh_TW``, ``zh-Hant`` or ``fr``, or several by colons, best first;
            ``None`` goes back to what the environment says, asked at the next text.

    >>> set_language("en-AU"); language()
    'en'
    """
    _State.current = None if tag is None else _first([part for part in tag.split(":") if part])


def wanted_locales(environ: Mapping[str, str]) -> list[str]:
    """Return the locales the environment asks for, best first.

    ``ZHENGMING_LANGUAGE`` is a wish for this program alone, and goes first whatever the locale is.
    ``LANGUAGE`` counts for nothing where the locale is C. It does count where no locale is set at all, as in
    Python's own gettext: macOS and Windows set none.

    >>> wanted_locales({"LANGUAGE": "zh_TW:fr", "LANG": "de_DE.UTF-8"})
    ['zh_TW', 'fr']
    >>> wanted_locales({"LANGUAGE": "fr", "LC_ALL": "C"}), wanted_locales({"LANG": "C.UTF-8"})
    ([], [])
    """
    own = environ.get(VARIABLE, "")
    if own:
        return [locale for locale in own.split(":") if locale]
    plain = next(
        (environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(key)), ""
    )
    if plain.partition(".")[0] in ("C", "POSIX"):
        return []
    listed = environ.get("LANGUAGE", "") or plain
    return [locale for locale in listed.split(":") if locale]


def candidates(locale: str) -> list[str]:
    """Return the names of catalogs that serve a locale, nearest first; nothing for English.

    A script that is named goes before the region's. A plain cut of the region would give a reader of traditional
    characters the simplified ones.

    Args:
        locale: ``language[_region][.codeset][@modifier]``, or a BCP 47 tag; letter case does not matter.

    >>> candidates("zh_SG.GB2312"), candidates("zh-HK"), candidates("fr_CA@euro"), candidates("en_GB")
    (['zh_SG', 'zh_Hans', 'zh_CN', 'zh'], ['zh_HK', 'zh_Hant', 'zh_TW'], ['fr_CA', 'fr'], [])
    """
    head, _at, modifier = locale.partition("@")
    main, *rest = head.partition(".")[0].replace("-", "_").lower().split("_")
    if main in _PLAIN or not (main.isascii() and main.isalpha()):
        return []
    extension = next((at for at, part in enumerate(rest) if len(part) == 1), len(rest))
    rest = [part for part in rest[:extension] if part.isascii() and part.isalnum()]
    region = next((part for part in rest if len(part) == 2), "")
    name = f"{main}_{region.upper()}" if region else main
    if main != "zh" and main not in _SINITIC:
        return list(dict.fromkeys((name, main)))
    scripts = [_SCRIPTS[part] for part in (*rest, modifier.lower()) if part in _SCRIPTS]
    spoken = next((_SINITIC[part] for part in (main, *rest) if _SINITIC.get(part)), "")
    by_region = "hant" if region in _HANT_REGIONS else "hans" if region else ""
    script = scripts[0] if scripts else by_region or spoken or "hans"
    own = [name] if region and main == "zh" and by_region == script else []
    return list(dict.fromkeys((*own, *_CHINESE[script])))


def negotiate(tag: str) -> str:
    """Return which of the shipped languages serves a tag, empty where none does.

    >>> negotiate("zh-Hant-HK"), negotiate("en_GB.UTF-8"), negotiate("de")
    ('zh_TW', 'en', '')
    """
    if _main(tag) == ENGLISH:
        return ENGLISH
    return next((name for name in candidates(tag) if name in LANGUAGES), "")


def _main(locale: str) -> str:
    """Return the language of a locale, without region, codeset and modifier."""
    return locale.replace("-", "_").partition("@")[0].partition(".")[0].partition("_")[0].lower()


def _by_environment() -> tuple[str, NullTranslations | None]:
    _State.current = found = _first(wanted_locales(os.environ))
    return found


def _first(locales: Sequence[str]) -> tuple[str, NullTranslations | None]:
    """Open the first catalog there is; English, or a catalog that is missing, leaves the texts as they are."""
    for locale in locales:
        if _main(locale) in _PLAIN:
            break
        for name in candidates(locale):
            catalog = _open(name)
            if catalog is not None:
                return name, catalog
    return ENGLISH, None


def _open(name: str) -> NullTranslations | None:
    from glossary.resources import data_folder

    stem = os.path.join(data_folder("locales"), name, "LC_MESSAGES", DOMAIN)
    try:
        compiled = _compiled(stem)
        if compiled is None:
            return None
        from gettext import GNUTranslations

        with open(compiled, "rb") as stream:
            return GNUTranslations(stream)
    except Exception:  # noqa: BLE001  whatever is wrong with a catalog, the English is there
        return None


def _compiled(stem: str) -> str | None:
    """Return the compiled catalog, made anew in a checkout whose source is newer."""
    compiled, source = f"{stem}.mo", f"{stem}.po"
    made = os.stat(compiled).st_mtime_ns if os.path.isfile(compiled) else -1
    if os.path.isfile(source) and os.stat(source).st_mtime_ns > made:
        from glossary.catalogs.compiling import compile_for_checkout

        return compile_for_checkout(source, compiled)
    return compiled if made >= 0 else None
