"""Who may come in: what every request and every WebSocket must show before anything answers it.

    Host             one of the server's own names, port included: a page whose domain was pointed at this
                     machine (DNS rebinding) says its own
    Origin           where a browser sends one, the address the page itself was served from; a WebSocket must
                     send one, since the same-origin policy does not hold browsers back from opening it
    Sec-Fetch-Site   where a browser sends one, ``same-origin`` or ``none``; only the printed address may be
                     followed from elsewhere
    token            in the printed address; exchanged at once for a cookie, so that it stays neither in the
                     address bar nor in the history

The cookie is HttpOnly and SameSite=Strict, but cookies and sites know no ports: another server on this machine
would be sent it too. So it is bound to a folder with a random name, and everything but the printed address lies there.

Source: RFC 6454 (origins), RFC 6455 section 10.2 (Origin of WebSockets), RFC 6265 section 8.5 (ports share cookies).
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["COOKIE", "HEADERS", "Door", "content_policy", "host_names", "is_loopback"]

COOKIE = "zhengming"
"""Name of the cookie."""

_TOKEN_BYTES = 32
_OWN_SITES = ("same-origin", "none")

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer carries, refusals included, beside the content policy."""


def is_loopback(host: str) -> bool:
    """Return whether an address to listen at can only be reached from this machine.

    >>> [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "example.org")]
    [True, True, True, False, False]
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def host_names(host: str, machine: str) -> tuple[str, ...]:
    """Return the names under which a browser may ask for what listens at an address; the first is printed.

    Args:
        host: The address to listen at.
        machine: The name of this machine.

    >>> host_names("127.0.0.1", "desk")
    ('127.0.0.1', 'localhost')
    >>> host_names("::1", "desk")
    ('[::1]', 'localhost')
    >>> host_names("0.0.0.0", "desk")
    ('desk', '127.0.0.1', '[::1]', 'localhost')

    An address is printed for ``localhost`` too: a browser may try ``::1`` first, where somebody else may listen.
    """
    if host == "localhost":
        host = "127.0.0.1"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return (host.lower(),)
    if address.is_unspecified:
        return (machine.lower(), "127.0.0.1", "[::1]", "localhost")
    name = f"[{address}]" if address.version == 6 else str(address)
    return (name, "localhost") if address.is_loopback else (name,)


def content_policy(host: str) -> str:
    """Return the Content-Security-Policy of a page served under a host: nothing comes from or goes elsewhere.

    Args:
        host: The checked ``Host`` of the request; older Safari does not count a WebSocket to it as ``'self'``.

    Style may be inline, because the terminal in the page writes its own style sheets; scripts may not.

    >>> content_policy("127.0.0.1:8020").split("; ")[:3]
    ["default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'"]
    """
    rules = (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self'",
        "img-src 'self' data:",
        f"connect-src 'self' ws://{host}" if host else "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
    return "; ".join(rules)


class Door:
    """The secrets of one server, and the checks.

    Args:
        names: Names of the server, without a port, as ``host_names`` gives them.
        any_address: Whether a bare IP address will do as well; no domain can pretend to be one.

    Attributes:
        folder: The random folder everything lies in, without slashes.
        port: The port the server listens at; set once it is known.
    """

    def __init__(self, names: Iterable[str], *, any_address: bool = False) -> None:
        self.folder = secrets.token_urlsafe(16)
        self.port = 0
        self._names = tuple(names)
        self._any_address = any_address
        self._token = secrets.token_urlsafe(_TOKEN_BYTES)
        self._cookie = secrets.token_urlsafe(_TOKEN_BYTES)
        self._tickets: set[str] = set()

    @property
    def address(self) -> str:
        """The address that is printed, token included."""
        return self._address_with(self._token)

    def ticket_address(self) -> str:
        """Return an address that works once: other users of the machine can read a browser's command line."""
        ticket = secrets.token_urlsafe(_TOKEN_BYTES)
        self._tickets.add(ticket)
        return self._address_with(ticket)

    def _address_with(self, token: str) -> str:
        return f"http://{self._names[0]}{self._port_suffix}/?token={token}"

    @property
    def _port_suffix(self) -> str:
        return "" if self.port == 80 else f":{self.port}"

    def cookie_header(self) -> str:
        """Return the ``Set-Cookie`` that a token is exchanged for."""
        return f"{COOKIE}={self._cookie}; Path=/{self.folder}/; HttpOnly; SameSite=Strict"

    def takes_token(self, given: str) -> bool:
        """Return whether a token is the printed one, or a ticket, which is then used up."""
        if _same(given, self._token):
            return True
        used = [ticket for ticket in self._tickets if _same(given, ticket)]
        self._tickets.difference_update(used)
        return bool(used)

    def takes_cookie(self, given: str) -> bool:
        """Return whether a cookie is the one a token was exchanged for."""
        return _same(given, self._cookie)

    def knows_host(self, hosts: Sequence[str]) -> bool:
        """Return whether the ``Host`` headers of a request, of which there must be one, name this server.

        >>> door = Door(["127.0.0.1", "localhost"]); door.port = 8020
        >>> [door.knows_host([host]) for host in ("localhost:8020", "localhost", "evil.example:8020")]
        [True, False, False]
        """
        if len(hosts) != 1:
            return False
        host = hosts[0].lower()
        if any(host == f"{name}{self._port_suffix}" for name in self._names):
            return True
        if not self._any_address or not host.endswith(self._port_suffix):
            return False
        bare = host.removesuffix(self._port_suffix)
        try:
            return ipaddress.ip_address(bare.removeprefix("[").removesuffix("]")) is not None
        except ValueError:
            return False

    def refusal(
        self, headers: Mapping[str, str], *, is_socket: bool = False, is_entry: bool = False
    ) -> str:
        """Return why a request whose ``Host`` is known comes from the wrong place; empty where it does not.

        Args:
            headers: Its headers; names as browsers write them, or in a mapping that ignores case.
            is_socket: Whether it opens a WebSocket.
            is_entry: Whether it is for the printed address, which may be followed from anywhere.

        >>> door = Door(["127.0.0.1"]); door.port = 8020
        >>> here = {"Host": "127.0.0.1:8020", "Origin": "http://127.0.0.1:8020"}
        >>> door.refusal(here, is_socket=True)
        ''
        >>> door.refusal({**here, "Origin": "http://127.0.0.1:9000"}, is_socket=True)
        'a foreign Origin'
        >>> door.refusal({"Host": "127.0.0.1:8020"}, is_socket=True)
        'no Origin'
        """
        origin = headers.get("Origin")
        if origin is None and is_socket:
            return "no Origin"
        if origin is not None and origin.lower() != f"http://{headers.get('Host', '').lower()}":
            return "a foreign Origin"
        site = headers.get("Sec-Fetch-Site", "none")
        if site not in _OWN_SITES and not is_entry:
            return "a request from another site"
        return ""


def _same(given: str, secret: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), secret.encode("ascii"))
