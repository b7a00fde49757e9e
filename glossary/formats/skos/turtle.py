"""Turtle in: a whole parser of the language, in one pass over its tokens (``turtle_tokens``).

Prefixes, bases, lists, blank nodes, all four kinds of quotes, escapes, numbers and booleans are read; nothing is fetched.

Source: RDF 1.1 Turtle (W3C Recommendation of 25 February 2014), section 6.5.
"""

from __future__ import annotations

import re

from glossary.errors import InputError
from glossary.formats.skos.graphs import RDF, RDF_TYPE, Graph, Literal, resolved
from glossary.formats.skos.turtle_tokens import Tokens
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["parse_turtle"]

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DEPTH = 64
_FAULTS = 100
"""How many faults are looked for; a file with more is something else."""


def parse_turtle(pieces: Iterable[str], path: str) -> Graph:
    """Return the statements of a Turtle file.

    Args:
        pieces: Its text, in pieces of any length.
        path: Its name, for the messages.
    Raises:
        InputError: It is not Turtle from its beginning on; with line and column. What is wrong behind sound statements is put with
            the faults of the graph, and the statements behind that are read.

    >>> graph = parse_turtle(['@prefix s: <http://x/> . s:a s:b "A"@en , "B" ; a s:C .'], "x.ttl")
    >>> graph.texts("http://x/a", "http://x/b")
    [Literal(text='A', lang='en'), Literal(text='B', lang='')]
    """
    return _Parser(Tokens(pieces, path)).graph()


class _Parser:
    """Reads one file."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._kind, self._token = "", ""
        self._prefixes: dict[str, str] = {}
        self._base = ""
        self._graph = Graph()
        self._depth = 0
        self._subject = ""

    def graph(self) -> Graph:
        try:
            self._next()
        except InputError as fault:
            self._recover(fault)
        while self._kind:
            try:
                self._statement()
            except InputError as fault:
                self._recover(fault)
        self._graph.check()
        return self._graph

    def _recover(self, fault: InputError) -> None:
        """Go on behind the statement that is broken: at the next dot that ends a line."""
        graph = self._graph
        graph.faults.append(fault)
        graph.broken.add(self._subject)
        while len(graph.faults) < _FAULTS and self._tokens.skip_statement():
            self._depth, self._subject = 0, ""
            try:
                self._next()
                return
            except InputError as next_fault:
                graph.faults.append(next_fault)
        graph.faults[-1].why = graph.faults[-1].why or _("what stands behind this was not read")
        self._kind = ""

    def _next(self) -> None:
        self._kind, self._token = self._tokens.advance()

    def _wrong(self, what: str) -> InputError:
        return self._tokens.wrong(what)

    def _expect(self, token: str) -> None:
        if self._token != token:
            shown = self._token[:40] or _("the end of the file")
            raise self._wrong(
                _("{token!r} was expected, not {shown!r}").format(token=token, shown=shown)
            )
        self._next()

    def _statement(self) -> None:
        word = self._token.lower()
        if word in ("@prefix", "prefix"):
            self._declare_prefix(dotted=word[0] == "@")
        elif word in ("@base", "base") and self._kind in ("lang", "name"):
            self._next()
            self._base = self._iri()
            if word[0] == "@":
                self._expect(".")
        else:
            line = self._tokens.line
            anonymous = self._token == "["
            subject = self._node()
            if isinstance(subject, Literal):
                raise self._wrong(_("a text can be said nothing about"))
            self._subject = subject
            if not (anonymous and self._token == "."):
                self._predicates(subject, line)
            if self._token == ".":
                self._subject = ""  # it is whole, whatever comes next
            self._expect(".")

    def _declare_prefix(self, *, dotted: bool) -> None:
        self._next()
        if self._kind != "name" or not self._token.endswith(":"):
            raise self._wrong(_("a prefix ends in a colon"))
        prefix = self._token[:-1]
        self._next()
        self._prefixes[prefix] = self._iri()
        if dotted:
            self._expect(".")

    def _predicates(self, subject: str, line: int) -> None:
        while True:
            if self._token == "a" and self._kind == "name":
                self._next()
                predicate = RDF_TYPE
            else:
                predicate = self._iri()
            while True:
                self._graph.add(subject, predicate, self._node(), line)
                if self._token != ",":
                    break
                self._next()
            if self._token != ";":
                return
            while self._token == ";":
                self._next()
            if self._token in (".", "]"):
                return

    def _iri(self) -> str:
        kind, token = self._kind, self._token
        if kind == "iri":
            self._next()
            return self._resolved(_unescaped(token[1:-1]))
        if kind == "name" and ":" in token:
            prefix, _colon, local = token.partition(":")
            if prefix not in self._prefixes:
                raise self._wrong(_("the prefix {prefix!r} is not declared").format(prefix=prefix))
            self._next()
            return self._prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)
        shown = token[:40] or _("the end of the file")
        raise self._wrong(_("an address was expected, not {shown!r}").format(shown=shown))

    def _resolved(self, address: str) -> str:
        """An address made whole; one that is whole stays as it is, an empty fragment included."""
        if not self._base or _WHOLE.match(address):
            return address
        if address.startswith("#"):
            return self._base.partition("#")[0] + address
        return resolved(self._base, address)

    def _node(self) -> Literal | str:
        kind, token = self._kind, self._token
        if kind in ("text", "long"):
            return self._literal()
        if kind == "number" or (kind == "name" and token in ("true", "false")):
            self._next()
            return Literal(token)
        if kind == "blank":
            self._next()
            return token
        if token == "[":
            return self._nested(self._anonymous)
        if token == "(":
            return self._nested(self._list)
        return self._iri()

    def _nested(self, read: Callable[[], str]) -> str:
        self._depth += 1
        if self._depth > _DEPTH:
            raise self._wrong(_("brackets nest deeper than {limit}").format(limit=_DEPTH))
        node = read()
        self._depth -= 1
        return node

    def _anonymous(self) -> str:
        line, node = self._tokens.line, self._graph.blank()
        self._next()
        if self._token != "]":
            self._predicates(node, line)
        self._expect("]")
        return node

    def _list(self) -> str:
        """A list is nothing a thesaurus needs the order of; its members are said of one node."""
        line, node = self._tokens.line, self._graph.blank()
        self._next()
        while self._token != ")":
            if not self._kind:
                raise self._wrong(_("a bracket is left open"))
            self._graph.add(node, f"{RDF}first", self._node(), line)
        self._next()
        return node

    def _literal(self) -> Literal:
        quotes = 3 if self._kind == "long" else 1
        text = _unescaped(self._token[quotes:-quotes], self)
        self._next()
        if self._kind == "lang":
            lang = self._token[1:]
            self._next()
            return Literal(text, lang)
        if self._kind == "type":
            self._next()
            self._iri()
        return Literal(text)


def _unescaped(text: str, parser: _Parser | None = None) -> str:
    if "\\" not in text:
        return text

    def plain(found: re.Match[str]) -> str:
        code = found[1] or found[2]
        if code:
            number = int(code, 16)
            if number < 0x110000 and not 0xD800 <= number < 0xE000:
                return chr(number)
        elif found[3] in _ESCAPES:
            return _ESCAPES[found[3]]
        if parser is not None:
            raise parser._wrong(_("{escape!r} escapes nothing").format(escape=found[0]))
        return found[0]

    return _ESCAPE.sub(plain, text)
