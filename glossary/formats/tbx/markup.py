"""How a version and style of TBX writes its parts: sections, categories, groups."""

from __future__ import annotations

from glossary.errors import InputError
from glossary.formats.tbx.categories import (
    CATEGORIES,
    CORE_NAMESPACE,
    DIALECTS,
    NAMESPACES,
    Dialect,
)
from glossary.formats.xml_output import attribute, escape
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["Markup"]

_V2 = Dialect(type="TBX-Basic", modules=("min", "basic", "ling"))


class Markup:
    """The words of one dialect and style.

    Args:
        dialect: A key of ``DIALECTS``; ``martif`` and ``martif-ntig`` are version 2, its terms in ``tig`` or ``ntig``.
        style: ``dca`` or ``dct``; version 2 knows only the first.
    Raises:
        InputError: They do not go together.

    >>> Markup("basic", "dct").category("termType", "acronym")
    '<basic:termType>acronym</basic:termType>'
    >>> Markup("basic", "dca").category("termType", "acronym")
    '<termNote type="termType">acronym</termNote>'
    """

    def __init__(self, dialect: str, style: str) -> None:
        self.version = 2 if dialect.startswith("martif") else 3
        self.is_nested = dialect == "martif-ntig"
        if self.version == 2 and style == "dct":
            raise InputError(
                _("version 2 of TBX has no style dct"), fix=_("Leave --style out, or say dca.")
            )
        self.dialect = _V2 if self.version == 2 else DIALECTS[dialect]
        self.style = style
        self.concept, self.lang, self.term = (
            ("conceptEntry", "langSec", "termSec")
            if self.version == 3
            else ("termEntry", "langSet", "ntig" if self.is_nested else "tig")
        )

    def has(self, name: str) -> bool:
        """Return whether a category may be written."""
        return self.dialect.has(name)

    def category(self, name: str, text: str, attributes: str = "") -> str:
        """Return a category with what it says.

        Args:
            name: One of ``CATEGORIES``.
            text: What it says, not yet escaped.
            attributes: Further attributes as they are written, with a space before each.
        """
        known = CATEGORIES[name]
        if self.style == "dct":
            tag = f"{known.module}:{name}"
            return f"<{tag}{attributes}>{escape(text)}</{tag}>"
        return f'<{known.element} type="{name}"{attributes}>{escape(text)}</{known.element}>'

    def element(self, element: Element) -> str:
        """Return an element of DCA style, as an extra holds it, in this style."""
        name = element.get("type", "")
        known = CATEGORIES.get(name)
        tag, skipped = element.tag, {"id", "namespace"}
        if self.style == "dct" and known is not None and known.element == tag:
            tag, skipped = f"{known.module}:{name}", {"id", "namespace", "type"}
        attributes = "".join(
            f" {key}={attribute(value)}"
            for key, value in element.attrib.items()
            if key not in skipped and (key != "target" or value.startswith(("http:", "https:")))
        )
        inner = escape(element.text or "") + "".join(
            self.element(child) + escape(child.tail or "") for child in element
        )
        return f"<{tag}{attributes}>{inner}</{tag}>"

    def head(self, title: str, source: str) -> str:
        """Return what stands before the first concept.

        Args:
            title: What the file holds.
            source: What wrote it, and when.
        """
        kind = self.dialect.type
        if self.version == 2:
            root = f'<martif type="{kind}" xml:lang="en">'
            header = "martifHeader"
        else:
            spaces = "".join(
                f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in self.dialect.modules
            )
            spaces = spaces if self.style == "dct" else ""
            root = f'<tbx type="{kind}" style="{self.style}" xml:lang="en" xmlns="{CORE_NAMESPACE}"{spaces}>'
            header = "tbxHeader"
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n<{header}>\n<fileDesc>\n'
            f"<titleStmt><title>{escape(title)}</title></titleStmt>\n"
            f"<sourceDesc><p>{escape(source)}</p></sourceDesc>\n</fileDesc>\n</{header}>\n<text>\n<body>\n"
        )

    @property
    def foot(self) -> str:
        """What stands after the last concept."""
        return f"</body>\n</text>\n</{'tbx' if self.version == 3 else 'martif'}>\n"
