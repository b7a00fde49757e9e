"""What a browser is given: the page around the terminal, and the few files it needs, all from this machine.

The terminal is xterm.js as textual-serve ships it, with the font it asks for; of that package only these files are
used. The page is ours: textual-serve's loads a font from elsewhere and has scripts inline.
"""

from __future__ import annotations

from html import escape
from importlib.resources import files
from string import Template

from glossary.i18n import _, language

__all__ = ["asset", "entry_page", "page", "refusal_text"]

_FONT_SIZE_PX = 16
_SCRIPT, _STYLE = "text/javascript", "text/css"
_ASSETS = {
    "page.css": ("tui", "static/page.css", _STYLE),
    "page.js": ("tui", "static/page.js", _SCRIPT),
    "textual.js": ("textual_serve", "static/js/textual.js", _SCRIPT),
    "xterm.css": ("textual_serve", "static/css/xterm.css", _STYLE),
    "roboto-mono.ttf": (
        *("textual_serve", "static/fonts/RobotoMono-VariableFont_wght.ttf"),
        "font/ttf",
    ),
}
"""Name, package, file and type of everything that is served; nothing else of a folder is."""


def asset(name: str) -> tuple[bytes, str] | None:
    """Return the bytes and the type of a file of the page; ``None`` where there is no such file.

    Raises:
        OSError: textual-serve is not installed, or no longer lays its files there.

    >>> asset("page.css")[1], asset("../serving.py")
    ('text/css', None)
    """
    if name not in _ASSETS:
        return None
    package, path, kind = _ASSETS[name]
    return files(package).joinpath(path).read_bytes(), kind


def page(socket: str) -> str:
    """Return the page around the terminal.

    Args:
        socket: Address of the WebSocket.

    >>> "ws://127.0.0.1:8020/f/ws" in page("ws://127.0.0.1:8020/f/ws")
    True
    """
    template = (files("tui") / "static" / "page.html").read_text(encoding="utf-8")
    texts = {
        "language": language().partition("@")[0].replace("_", "-"),
        "title": "Zhengming 正名",
        "socket": socket,
        "size": str(_FONT_SIZE_PX),
        "waiting": _("One moment …"),
        "ended": _("The session has ended; what was saved is saved."),
        "again": _("Start again"),
        "noscript": _("This page needs JavaScript, from this machine only."),
    }
    return Template(template).substitute({name: escape(text) for name, text in texts.items()})


def entry_page(folder: str) -> str:
    """Return the page that leads on into the folder, now that the token is exchanged for a cookie.

    A redirect would not do: after a link in another site's page, a browser keeps a SameSite=Strict cookie back on it.

    >>> 'url=/f/"' in entry_page("f")
    True
    """
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Zhengming 正名</title>'
        f'<link rel="icon" href="data:,"><meta http-equiv="refresh" content="0; url=/{escape(folder)}/">'
        f'</head><body><a href="/{escape(folder)}/">Zhengming 正名</a></body></html>'
    )


def refusal_text(why: str) -> str:
    """Return what somebody reads who is not let in.

    >>> print(refusal_text("no token"), end="")
    Refused: no token.
    Open the address that 'zhengming serve' printed, token included.
    """
    fix = _("Open the address that 'zhengming serve' printed, token included.")
    return f"{_('Refused: {why}.').format(why=why)}\n{fix}\n"
