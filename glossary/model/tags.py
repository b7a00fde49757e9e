"""Language tags of content, BCP 47: what a tag is made of, checked by form.

    en   zh-Hans   zh-Hant-TW   en-GB   zh-Latn-pinyin   en-x-reuters      good
    zh_CN           an underscore is a locale's, not a tag's               -> zh-CN
    zh-TW-Hant      a script comes before a territory                      -> zh-Hant-TW
    english         not two or three letters                               -> en

Case is put right (``ZH-hans`` is read as ``zh-Hans``). Subtags are not looked up in the registry.

Source: RFC 5646, sections 2.1 (syntax) and 2.1.1 (case).
"""

from __future__ import annotations

import re
from functools import lru_cache

from glossary.errors import InvalidError
from glossary.i18n import N_, _

__all__ = ["PINYIN", "base_language", "fallbacks", "parse_tag", "script_of_tag"]

PINYIN = "zh-Latn-pinyin"

_SLOTS = (
    (N_("language"), re.compile(r"[a-z]{2,3}\Z")),
    (N_("script"), re.compile(r"[a-z]{4}\Z")),
    (N_("territory"), re.compile(r"(?:[a-z]{2}|[0-9]{3})\Z")),
    (N_("variant"), re.compile(r"(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3})\Z")),
)
_PRIVATE = re.compile(r"[a-z0-9]{1,8}\Z")
_cache: dict[str, str] = {}


def _slot_of(subtag: str) -> int | None:
    return next((at for at, (_rest, form) in enumerate(_SLOTS) if at and form.match(subtag)), None)


def _fail(tag: object, why: str, fix: str) -> InvalidError:
    return InvalidError(
        _("language tag {tag!r} is not well formed").format(tag=tag), field="lang", why=why, fix=fix
    )


def parse_tag(tag: str) -> str:
    """Return a language tag with its subtags in their usual case.

    Args:
        tag: A tag; case does not matter.
    Returns:
        The tag in RFC 5646 case: ``zh-Hant-TW``.
    Raises:
        InvalidError: The tag breaks the syntax; the message says which subtag and what may stand there.

    >>> parse_tag("ZH-hant-tw")
    'zh-Hant-TW'
    >>> parse_tag("zh-TW-Hant")
    Traceback (most recent call last):
    glossary.errors.InvalidError: language tag 'zh-TW-Hant' is not well formed: a script comes before \
a territory. Write 'zh-Hant-TW'.
    """
    if tag in _cache:
        return _cache[tag]
    if not isinstance(tag, str) or not tag:
        raise _fail(tag, _("it is empty"), _("Write one like 'en' or 'zh-Hans'."))
    if "_" in tag:
        raise _fail(
            tag,
            _("an underscore is a locale's"),
            _("Write {tag!r}.").format(tag=tag.replace("_", "-")),
        )
    subtags = tag.lower().split("-")
    private = subtags.index("x") if "x" in subtags else len(subtags)
    parsed = _parse_public(tag, subtags[:private])
    rest = subtags[private:]
    if rest and (len(rest) < 2 or not all(_PRIVATE.match(part) for part in rest[1:])):
        raise _fail(
            tag,
            _("after 'x' come parts of one to eight letters or digits"),
            _("Write 'en-x-house'."),
        )
    result = "-".join(parsed + rest)
    if len(_cache) < 1000:
        _cache[tag] = result
    return result


def _parse_public(tag: str, subtags: list[str]) -> list[str]:
    if not subtags or not _SLOTS[0][1].match(subtags[0]):
        raise _fail(
            tag, _("it begins with a language of two or three letters"), _("Write one like 'en'.")
        )
    parsed, last = [subtags[0]], 0
    for subtag in subtags[1:]:
        slot = _slot_of(subtag)
        if slot is None:
            raise _fail(
                tag,
                _("{subtag!r} is no script, territory or variant").format(subtag=subtag),
                _("Leave it out."),
            )
        if slot < last or (slot == last and slot != 3):
            names = _("a {first} comes before a {second}").format(
                first=_(_SLOTS[slot][0]), second=_(_SLOTS[last][0])
            )
            if slot == last:
                raise _fail(
                    tag,
                    _("it has two {slot} subtags").format(slot=_(_SLOTS[slot][0])),
                    _("Leave one out."),
                )
            ordered = sorted(subtags[1:], key=lambda part: _slot_of(part) or 0)
            raise _fail(
                tag,
                names,
                _("Write {value!r}.").format(value="-".join(_in_case([subtags[0], *ordered]))),
            )
        parsed.append(subtag)
        last = slot
    return _in_case(parsed)


def _in_case(subtags: list[str]) -> list[str]:
    def case(subtag: str) -> str:
        slot = _slot_of(subtag)
        return subtag.title() if slot == 1 else subtag.upper() if slot == 2 else subtag

    return subtags[:1] + [case(subtag) for subtag in subtags[1:]]


def base_language(tag: str) -> str:
    """Return the language of a tag, without script, territory and house.

    >>> base_language("zh-Hant-TW"), base_language("en-x-reuters"), base_language("fr")
    ('zh', 'en', 'fr')
    """
    return tag.partition("-")[0]


def fallbacks(tag: str) -> tuple[str, ...]:
    """Return the tags an answer in ``tag`` may come from, nearest first.

    Source: RFC 4647, section 3.4 (lookup), with the scripts Chinese territories imply.

    >>> fallbacks("en-x-reuters")
    ('en-x-reuters', 'en')
    >>> fallbacks("zh-TW")
    ('zh-TW', 'zh-Hant', 'zh')
    """
    chain = [tag]
    subtags = tag.split("-")
    if "x" in subtags:
        subtags = subtags[: subtags.index("x")]
        chain.append("-".join(subtags))
    while len(subtags) > 1:
        subtags.pop()
        chain.append("-".join(subtags))
    script = script_of_tag(tag)
    if script and f"zh-{script}" not in chain:
        chain.insert(len(chain) - 1, f"zh-{script}")
    return tuple(dict.fromkeys(chain))


@lru_cache(maxsize=256)
def script_of_tag(tag: str) -> str:
    """Return ``Hans`` or ``Hant`` for a Chinese tag, by its script or territory; else an empty text.

    >>> script_of_tag("zh-Hant-HK"), script_of_tag("zh-CN"), script_of_tag("zh"), script_of_tag("en")
    ('Hant', 'Hans', 'Hans', '')
    """
    subtags = tag.split("-")
    if subtags[0] != "zh" or "Latn" in subtags:
        return ""
    if "Hant" in subtags or ("Hans" not in subtags and {"TW", "HK", "MO"} & set(subtags)):
        return "Hant"
    return "Hans"
