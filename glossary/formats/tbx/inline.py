"""What stands for codes within a text, ``<sc>``, ``<ec>`` and ``<ph>``, held to the rules that TBX took over from XLIFF.

    <ph>           empty; with an id where it says what it looks like
    disp …         disp, equiv and type come together; a subType only with them
    <ec>           names the <sc> that it ends, by startRef
    isolated       no where both stand in the same text, yes where one stands alone

Source: ISO 30042:2019, as the core schema and the Schematron rules of LTAC Global state it, read 2026-11-27.
"""

from __future__ import annotations

import re

from glossary.formats.xml_input import local_name
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

__all__ = ["CODES", "code_faults"]

CODES = frozenset(("sc", "ec", "ph"))
"""Elements that stand for a code: where one begins, where it ends, and one that is whole."""
_SHOWN = ("disp", "equiv", "type")
_TYPES = ("fmt", "ui", "quote", "link", "image", "other")
_SUB_TYPE = re.compile(r"[^\s:]+:[^\s:]+\Z")


def code_faults(text: Element) -> Iterator[tuple[Element, str]]:
    """Yield what is wrong with the codes that stand in a text, each with its element.

    Args:
        text: The element that holds the text.

    >>> from xml.etree.ElementTree import fromstring
    >>> [what for _code, what in code_faults(fromstring('<note>a<sc id="s" isolated="no"/>b</note>'))]
    ["<sc isolated> may not be 'no'"]
    """
    names = [local_name(each.tag) for each in text]
    for at, (code, local) in enumerate(zip(text, names, strict=True)):
        if local not in CODES:
            continue
        for child in code:
            yield (
                code,
                _("<{local}> may not hold <{name}>").format(
                    local=local, name=local_name(child.tag)
                ),
            )
        yield from ((code, what) for what in _shown_faults(code, local))
        isolated = code.get("isolated", "")
        is_paired = "ec" in names[at + 1 :] if local == "sc" else "sc" in names[:at]
        if isolated and isolated != ("no" if is_paired else "yes"):
            yield code, _wrong_value(local, "isolated", isolated)


def _shown_faults(code: Element, local: str) -> Iterator[str]:
    """What is wrong with the attributes that say what a code looks like."""
    kind, sub_type = code.get("type"), code.get("subType")
    if sub_type is not None or any(code.get(name) is not None for name in _SHOWN):
        needed = ("id", *_SHOWN) if local == "ph" else _SHOWN
        for name in needed:
            if code.get(name) is None:
                yield _("<{local}> lacks the attribute {name!r}").format(local=local, name=name)
    if kind is not None and kind not in _TYPES:
        yield _wrong_value(local, "type", kind)
    if sub_type is not None and not _SUB_TYPE.match(sub_type):
        yield _wrong_value(local, "subType", sub_type)


def _wrong_value(local: str, name: str, value: str) -> str:
    return _("{name} may not be {text!r}").format(name=f"<{local} {name}>", text=value)
