"""Parts of a TBX file that the model has no word for: kept as ``Extra``, written again from it.

    <termNote type="partOfSpeech">noun</termNote>       tbx:termNote/partOfSpeech       noun
    <min:partOfSpeech>noun</min:partOfSpeech>           tbx:termNote/partOfSpeech       noun
    <transacGrp>…</transacGrp>                          tbx:transacGrp/transactionType  <transacGrp>…</transacGrp>

What holds more than text is kept as XML in DCA style, without namespaces and ids. Such an extra may come from anywhere,
so it is read with care: no declaration is ever looked at.
"""

from __future__ import annotations

from functools import lru_cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from glossary.formats.tbx.categories import CATEGORIES, CORE_NAMESPACE, MODULES
from glossary.formats.xml_output import attribute, escape

__all__ = ["LEGACY", "PREFIX", "as_dca", "extra_key", "extra_text", "parse_fragment", "to_xml"]

PREFIX = "tbx:"
"""What the keys of extras from TBX begin with."""

LEGACY = {"termStatus": ("termNote", "termStatus"), "customer": ("admin", "customerSubset")}
"""Categories that BYU's TBX-Min calls otherwise."""

_META = frozenset(("termNote", "descrip", "descripNote", "admin", "adminNote", "ref", "xref"))
_META |= frozenset(("transac", "transacNote"))
_DEPTH = 16


def as_dca(element: Element, depth: int = 0) -> Element:
    """Return an element in DCA style, without namespaces, ids, and targets that are ids.

    What has an id in one file has none in another, so that nothing could be found by it.

    Args:
        element: An element in either style.
        depth: How deep in it this is; what lies deeper than 16 is left out.

    >>> element = Element("{http://www.tbxinfo.net/ns/min}partOfSpeech")
    >>> element.text = "noun"
    >>> to_xml(as_dca(element))
    '<termNote type="partOfSpeech">noun</termNote>'
    """
    namespace, _brace, local = element.tag.rpartition("}")
    namespace = namespace.removeprefix("{")
    made = Element(local)
    if local in LEGACY and not namespace:
        made.tag, kind = LEGACY[local]
        made.set("type", kind)
    elif local in CATEGORIES and (namespace in MODULES or not namespace):
        made.tag = CATEGORIES[local].element
        made.set("type", local)
    elif namespace and namespace != CORE_NAMESPACE:
        made.set("namespace", namespace)
    for name, value in element.attrib.items():
        if name != "id" and (name != "target" or value.startswith(("http:", "https:"))):
            made.set("xml:lang" if name.endswith("}lang") else name.rpartition("}")[2], value)
    made.text, made.tail = _said(element.text), _said(element.tail)
    if depth < _DEPTH:
        made.extend(as_dca(child, depth + 1) for child in element)
    return made


def _said(text: str | None) -> str | None:
    """A text between elements; what only sets them off on the page says nothing."""
    return None if text is None or text.isspace() else text


def extra_key(element: Element) -> str:
    """Return the key of an extra for an element in DCA style.

    >>> extra_key(Element("note"))
    'tbx:note'
    """
    named = element
    while named.tag.endswith("Grp") and len(named):
        named = named[0]
    kind = named.get("type") or ("" if named is element else named.tag)
    return " ".join(f"{PREFIX}{element.tag}{'/' if kind else ''}{kind}".split())[:200]


def extra_text(element: Element) -> str:
    """Return the text of an extra for an element in DCA style: its text where it holds no more, else its XML."""
    plain = not len(element) and not set(element.attrib) - {"type"}
    text = element.text or ""
    return text if plain and text.lstrip()[:1] != "<" else to_xml(element)


def to_xml(element: Element) -> str:
    """Return an element as XML, what follows it left out."""
    attributes = "".join(f" {name}={attribute(value)}" for name, value in element.attrib.items())
    inner = escape(element.text or "") + "".join(
        to_xml(child) + escape(child.tail or "") for child in element
    )
    return f"<{element.tag}{attributes}>{inner}</{element.tag}>"


@lru_cache(maxsize=4096)
def parse_fragment(key: str, text: str) -> Element | None:
    """Return the element in DCA style that an extra was made of; ``None`` where it was made of none.

    >>> to_xml(parse_fragment("tbx:termNote/partOfSpeech", "noun"))
    '<termNote type="partOfSpeech">noun</termNote>'
    >>> parse_fragment("tmx:prop/x-client", "A")
    """
    if not key.startswith(PREFIX):
        return None
    tag, _slash, kind = key.removeprefix(PREFIX).partition("/")
    if text.startswith("<"):
        try:
            found = None if "<!" in text else ElementTree.fromstring(text)
        except ElementTree.ParseError:
            return None
        return None if found is None or found.tag != tag else as_dca(found)
    if (tag not in _META and tag != "note") or text.lstrip().startswith("<"):
        return None
    made = Element(tag)
    if kind:
        made.set("type", kind)
    made.text = text
    return made
