"""Whether a TBX file keeps the rules of the dialect it claims, told one by one with their places.

    structure         what each element may hold, in which order, with which attributes
    categories        known to the dialect, at their level, with one of their values, in the style the file claims
    references        an id stands once; a target is an id of the file, or an address where one may stand

It holds the same as the published schemas, RelaxNG and Schematron together, where those are there to compare. They differ
among themselves in two points, where this follows Basic: Linguist's would not let an ``externalCrossReference`` stand at
a language, and lets one stand in any group. Where they do not look, this does: at the values of Min's categories in the other
dialects' style DCT, at the tag of a language section, and at what a ``startRef`` names.
"""

from __future__ import annotations

import re

from glossary.errors import InvalidError
from glossary.formats.tbx.categories import (
    CATEGORIES,
    CONCEPT,
    CORE_NAMESPACE,
    DIALECTS,
    LANG,
    MODULES,
    TERM,
    Category,
)
from glossary.formats.tbx.inline import CODES, code_faults
from glossary.formats.tbx.models import (
    ATTRIBUTES,
    CONTENT,
    HI_TYPES,
    IN_TEXT,
    REQUIRED,
    TYPED,
    code_of,
    is_date,
    is_id,
    is_language,
)
from glossary.formats.xml_input import XML_LANG, XmlFile, local_name
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO
    from xml.etree.ElementTree import Element

    from glossary.formats.tbx.categories import Dialect
    from glossary.formats.xml_places import XmlItem

__all__ = ["check_tbx"]

_LEVELS = {"conceptEntry": CONCEPT, "langSec": LANG, "termSec": TERM}
_ALONE = frozenset(("externalCrossReference", "xGraphic"))
"""Categories that stand at a level by themselves, in no group."""
_IN_ADMIN_GROUP = frozenset(("reading", "readingNote"))
_URL = re.compile(r"https?://.+", re.DOTALL)
_ID_ONLY = frozenset(("id",))


def check_tbx(stream: BinaryIO, path: str) -> Iterator[InvalidError]:
    """Yield every departure of a file from the rules of its dialect, in the file's order.

    Args:
        stream: The file, opened for bytes.
        path: The file, for the messages.
    Raises:
        InputError: It is not well-formed XML, or unsafe to read.

    >>> import io
    >>> data = b'<tbx type="TBX-Core" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"/>'
    >>> print(next(check_tbx(io.BytesIO(data), "a.tbx")))
    a.tbx:1:1: <tbx> may not hold nothing. See ISO 30042 for what stands in it, and in which order.
    """
    xml = XmlFile(stream, path, ("conceptEntry",))
    if xml.root_name in ("martif", "TBX"):
        yield InvalidError(
            _("the rules of TBX before version 3 are not checked"), path=path, line=1
        )
        return
    dialect = next(
        (each for each in DIALECTS.values() if each.type == xml.root_attributes.get("type")), None
    )
    checker = _Checker(path, dialect, xml.root_attributes.get("style", ""))
    count = 0
    for item in xml.items():
        count += 1
        yield from checker.concept(item)
    yield from checker.frame(xml, count)


class _Checker:
    """Checks the concepts of one file, then what stands around them."""

    def __init__(self, path: str, dialect: Dialect | None, style: str) -> None:
        self._path = path
        self._dialect = dialect
        self._style = style
        self._ids: set[str] = set()
        self._targets: list[tuple[str, int, int]] = []
        self._item: XmlItem | None = None
        self._found: list[InvalidError] = []
        self._root: Element | None = None

    def concept(self, item: XmlItem) -> list[InvalidError]:
        """Return what is wrong with one concept."""
        self._item, self._found = item, []
        self._element(item.element, ())
        self._no_text("body", item.element.tail)
        return self._found

    def _no_text(self, local: str, text: str | None) -> None:
        if text and not text.isspace():
            self._wrong(None, _("<{local}> may not hold text").format(local=local))

    def frame(self, xml: XmlFile, count: int) -> list[InvalidError]:
        """Return what is wrong with the root, the header and the back of a file of so many concepts."""
        self._item, self._found = None, []
        self._root = root = xml.head()
        self._dialect_named(root)
        self._around(root)
        for stranger in xml.strangers:
            self._wrong(None, _("<{name}> may not stand in the body").format(name=stranger))
        if not count and xml.has_rest("body"):
            self._wrong(None, _("the body holds no concept"))
        for target, line, column in self._targets:
            if target not in self._ids:
                self._found.append(
                    InvalidError(
                        _("no element has the id {target!r}").format(target=target),
                        fix=_("Name one, or an address that begins with http."),
                        path=self._path,
                        line=line or None,
                        column=column or None,
                    )
                )
        return self._found

    def _dialect_named(self, root: Element) -> None:
        kind = root.get("type", "")
        if local_name(root.tag) != "tbx" or not root.tag.startswith(f"{{{CORE_NAMESPACE}}}"):
            self._wrong(None, _("the root is not <tbx> of ISO 30042:2019"))
        elif not kind.startswith("TBX-") or len(kind) < 5:
            self._wrong(None, _("the type {kind!r} names no dialect").format(kind=kind))
        if root.get("style") not in ("dca", "dct"):
            self._wrong(None, _("the style is neither dca nor dct"))

    def _around(self, element: Element, above: tuple[str, ...] = ()) -> None:
        """Check what stands outside of the body, from the root down."""
        namespace, _brace, local = element.tag.rpartition("}")
        if element is not self._root and namespace != f"{{{CORE_NAMESPACE}":
            self._stranger(
                element, local
            )  # in style dct the schemas let any category stand in the back
            return
        if local == "body":
            self._attributes(element)
            self._no_text("body", element.text)
            return
        self._core(element, local, above)
        for child in element:
            self._around(child, (local, *above))

    def _element(self, element: Element, above: tuple[str, ...]) -> None:
        namespace, _brace, local = element.tag.rpartition("}")
        if namespace == f"{{{CORE_NAMESPACE}":
            self._core(element, local, above)
        else:
            self._foreign(element, namespace.removeprefix("{"), local, above)
        if len(element):
            path = (local, *above)
            for child in element:
                self._element(child, path)

    def _core(self, element: Element, local: str, above: tuple[str, ...]) -> None:
        """Check an element of TBX itself."""
        self._attributes(element)
        self._content(element)
        if local in TYPED and not (self._style == "dct" and "back" in above):
            self._category(element, element.get("type", ""), above)
        elif local == "date" and not is_date(element.text or ""):
            self._wrong(element, _("{text!r} is no date").format(text=element.text or ""))

    def _content(self, element: Element) -> None:
        local = local_name(element.tag)
        names = [
            child.tag.rpartition("}")[2]
            if child.tag.startswith(f"{{{CORE_NAMESPACE}}}")
            else "OTHER"
            for child in element
        ]
        texts = [element.text or "", *(child.tail or "" for child in element)]
        if local in IN_TEXT:
            wrong = next((name for name in names if name not in IN_TEXT[local]), None)
            if wrong is not None:
                self._wrong(
                    element, _("<{local}> may not hold <{name}>").format(local=local, name=wrong)
                )
            for code, what in code_faults(element):
                self._wrong(code, what)
            return
        if any(not text.isspace() and text for text in texts):
            self._wrong(element, _("<{local}> may not hold text").format(local=local))
        model = CONTENT.get(local)
        if model is None:
            if local != "body" and local not in CODES:
                self._wrong(element, _("there is no element <{local}>").format(local=local))
        elif not model.fullmatch("".join(map(code_of, names))):
            shown = ", ".join(names) if names else _("nothing")
            self._wrong(
                element,
                _("<{local}> may not hold {names}").format(local=local, names=shown),
                _("See ISO 30042 for what stands in it, and in which order."),
            )

    def _attributes(self, element: Element) -> None:
        local = local_name(element.tag)
        allowed = ATTRIBUTES.get(local, _ID_ONLY)
        there = {"xml:lang" if name == XML_LANG else name: value for name, value in element.items()}
        for name in there:
            if name not in allowed:
                self._wrong(
                    element,
                    _("<{local}> may not have the attribute {name!r}").format(
                        local=local, name=name.rpartition("}")[2]
                    ),
                )
        for name in REQUIRED.get(local, ()):
            if name not in there:
                self._wrong(
                    element,
                    _("<{local}> lacks the attribute {name!r}").format(local=local, name=name),
                )
        if there.get("type") == "" and local not in (*TYPED, "tbx"):
            self._wrong(element, _("<{local}> has no type").format(local=local))
        if local == "hi" and there.get("type", "bold") not in HI_TYPES:
            self._wrong(
                element,
                _("{name} may not be {text!r}").format(name="<hi type>", text=there["type"]),
                _("One of: {known}.").format(known=", ".join(sorted(HI_TYPES))),
            )
        if "xml:lang" in there and not is_language(there["xml:lang"]):
            self._wrong(element, _("{tag!r} is no language tag").format(tag=there["xml:lang"]))
        if "id" in there:
            self._id(element, there["id"])
        if "target" in there:
            self._target(element, local, there["target"])
        if "startRef" in there:
            self._targets.append((there["startRef"], *self._place(element)))

    def _id(self, element: Element, value: str) -> None:
        if not is_id(value):
            self._wrong(
                element,
                _("{value!r} is no id of XML").format(value=value),
                _("Begin with a letter, without spaces."),
            )
        elif value in self._ids:
            self._wrong(element, _("the id {value!r} stands twice").format(value=value))
        self._ids.add(value)

    def _target(self, element: Element, local: str, value: str) -> None:
        if _URL.match(value):
            if local != "xref" and local in (*TYPED, "hi", "sc", "ec"):
                self._wrong(
                    element,
                    _("the target of <{local}> is an id of the file, not an address").format(
                        local=local
                    ),
                )
        elif local == "xref":
            self._wrong(element, _("the target of <xref> is an address that begins with http"))
        else:
            self._targets.append((value, *self._place(element)))

    def _foreign(
        self, element: Element, namespace: str, local: str, above: tuple[str, ...]
    ) -> None:
        """Check a category in DCT style."""
        if self._stranger(element, local) or self._dialect is None:
            return
        known = CATEGORIES.get(local)
        if known is None or MODULES.get(namespace) != known.module:
            self._wrong(element, _("the module has no category {name!r}").format(name=local))
            return
        target = element.get("target")
        if target is not None and not _URL.match(target):
            self._targets.append((target, *self._place(element)))
        for child in element:
            if child.tag.startswith(f"{{{CORE_NAMESPACE}}}"):
                self._wrong(
                    child,
                    _("<{local}> may not hold <{name}>").format(
                        local=local, name=local_name(child.tag)
                    ),
                )
        self._known(element, known, above)

    def _stranger(self, element: Element, local: str) -> bool:
        """Whether an element of another namespace may not be there at all."""
        if "id" in element.attrib:
            self._ids.add(element.attrib["id"])
        if self._style == "dca" or (self._dialect is not None and not self._dialect.modules):
            self._wrong(
                element, _("<{local}> is of another namespace").format(local=local),
                _("In style dca, and in Core, all is of the one namespace of TBX."),
            )  # fmt: skip
            return True
        return False

    def _category(self, element: Element, name: str, above: tuple[str, ...]) -> None:
        """Check a category in DCA style."""
        local = local_name(element.tag)
        if self._style == "dct":
            self._wrong(
                element, _("<{local}> with a type is of style dca").format(local=local),
                _("Write the category as an element, or the style as dca."),
            )  # fmt: skip
            return
        known = CATEGORIES.get(name)
        if self._dialect is None:
            if not name:
                self._wrong(element, _("<{local}> has no type").format(local=local))
        elif known is None or known.element != local:
            self._wrong(
                element, _("no <{local}> is of the type {name!r}").format(local=local, name=name)
            )
        else:
            self._known(element, known, above)

    def _known(self, element: Element, known: Category, above: tuple[str, ...]) -> None:
        if self._dialect is not None and known.module not in self._dialect.modules:
            self._wrong(
                element,
                _("{name} is no category of {dialect}").format(
                    name=known.name, dialect=self._dialect.type
                ),
            )
            return
        level = next((_LEVELS[name] for name in above if name in _LEVELS), "")
        group = above[0] if above and above[0] not in _LEVELS else ""
        wrong_group = (known.name in _ALONE and group) or (
            known.name in _IN_ADMIN_GROUP and group not in ("", "adminGrp")
        )
        if level not in known.levels or wrong_group:
            self._wrong(
                element,
                _("{name} may not stand here").format(name=known.name),
                _("It stands at: {levels}.").format(levels=", ".join(known.levels)),
            )
        text = "".join(element.itertext())
        if known.values and text not in known.values:
            self._wrong(
                element,
                _("{name} may not be {text!r}").format(name=known.name, text=text),
                _("One of: {known}.").format(known=", ".join(known.values)),
            )

    def _place(self, element: Element | None) -> tuple[int, int]:
        if self._item is None or element is None:
            return 0, 0
        return self._item.place_of(element)

    def _wrong(self, element: Element | None, what: str, fix: str = "") -> None:
        line, column = self._place(element)
        self._found.append(
            InvalidError(what, fix=fix, path=self._path, line=line or 1, column=column or None)
        )
