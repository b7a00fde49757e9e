"""Text as it may stand in XML: the three or four characters that need it written otherwise, the rest as it is.

Names and notes of the model hold no control characters, so that whatever is stored can be written.
"""

from __future__ import annotations

from html import escape as _escape

__all__ = ["attribute", "escape"]


def escape(text: str) -> str:
    r"""Return text as the content of an element.

    >>> escape("R&D <\r>")
    'R&amp;D &lt;&#13;&gt;'
    """
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;") if "\r" in text else text


def attribute(text: str) -> str:
    r"""Return text as the value of an attribute, in quotation marks.

    >>> attribute('a "b"\n')
    '"a &quot;b&quot;&#10;"'
    """
    text = _escape(text, quote=False).replace('"', "&quot;")
    return f'"{text.replace(chr(10), "&#10;").replace(chr(9), "&#9;").replace(chr(13), "&#13;")}"'
