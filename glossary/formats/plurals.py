"""Plural forms of languages, as the field ``Plural-Forms`` of a catalog says them.

GNU gettext's own rules where it has one: what ``msginit`` writes, and other tools expect to find. For languages it is silent about,
those that translators' catalogs have for them. No library is asked: its next version may count otherwise, and a catalog
that says so no longer fits the translations that are in it.

Source: GNU gettext, ``gettext-tools/src/plural-table.c`` (2025) and its manual, section 12.6 (plural forms); beyond those, the rules
that Babel 2.18 has in ``babel/messages/plurals.py``, and for Arabic, where it orders the last two forms otherwise than anybody
else, that of CPython's ``Lib/test/test_gettext.py``.
"""

from __future__ import annotations

__all__ = ["plural_forms"]

_OTHER = "nplurals=2; plural=(n != 1);"
"""Of most languages, and of those nobody listed."""
_EAST_SLAVIC = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
_GETTEXT = {
    "nplurals=1; plural=0;": "ja ko vi",
    _OTHER: "bg ca da de el en eo es et fi fo he hu it nb nl nn no pt sv tr",
    "nplurals=2; plural=(n > 1);": "fr pt-BR",
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);": "lv",
    "nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;": "ga",
    "nplurals=3; plural=n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2;": "ro",
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);": "lt",
    _EAST_SLAVIC: "be hr ru sr uk",
    "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;": "cs sk",
    "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);": "pl",
    "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);": "sl",
}
_BEYOND = {
    "nplurals=1; plural=0;": "bo cv dz fa hy ka km lo th zh",
    "nplurals=2; plural=(n > 1);": "fur",
    "nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1);": "is",
    _EAST_SLAVIC: "bs",
    "nplurals=4; plural=(n==1 ? 0 : n==0 || (n%100>=1 && n%100<=10) ? 1 : n%100>10 && n%100<20 ? 2 : 3);": "mt",
    "nplurals=5; plural=(n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 0);": "cy",
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);": "ar",
    "nplurals=6; plural=(n==1 ? 0 : n%10==1 && n%100!=11 && n%100!=71 && n%100!=91 ? 1"
    " : n%10==2 && n%100!=12 && n%100!=72 && n%100!=92 ? 2"
    " : (n%10==3 || n%10==4 || n%10==9) && n%100!=13 && n%100!=14 && n%100!=19 && n%100!=73 && n%100!=74 && n%100!=79"
    " && n%100!=93 && n%100!=94 && n%100!=99 ? 3 : n%1000000==0 ? 4 : 5);": "br",
}
_FORMS = {
    tag: forms
    for rules in (_BEYOND, _GETTEXT)
    for forms, tags in rules.items()
    for tag in tags.split()
}


def plural_forms(tag: str) -> str:
    """Return what ``Plural-Forms`` says for a language.

    Args:
        tag: A language tag; only its language counts, and the territory where a rule is of one.

    >>> plural_forms("fr"), plural_forms("pt-BR"), plural_forms("zh-Hant-TW")
    ('nplurals=2; plural=(n > 1);', 'nplurals=2; plural=(n > 1);', 'nplurals=1; plural=0;')
    >>> plural_forms("x-unheard-of")
    'nplurals=2; plural=(n != 1);'
    """
    language, *rest = tag.split("-")
    lands = (f"{language}-{part}" for part in rest if len(part) == 2)
    found = (_FORMS.get(each) for each in (*lands, language))
    return next((forms for forms in found if forms), _OTHER)
