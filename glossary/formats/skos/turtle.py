"""Turtle in: a whole parser of the language, in one pass over its tokens.

Prefixes, bases, lists, blank nodes, all four kinds of quotes, escapes, numbers and booleans are read; nothing is fetched.

Source: RDF 1.1 Turtle (W3C Recommendation of 25 February 2014), section 6.5.
"""

from __future__ import annotations

import re

from glossary.errors import InputError
from glossary.formats.skos.graphs import RDF, RDF_TYPE, Graph, Literal, resolved
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["parse_turtle"]

# Plain stretches are taken at once, and what is repeated is counted: each repetition of a group costs memory.
_TOKEN = re.compile(
    r"""
    (?P<space>\s+|\#[^\n]*)
  | (?P<iri><[^\x00-\x20<>"{}|^`]*>)
  | (?P<long>\"\"\"[^"\\]*(?:(?:\\.|\"{1,2}(?!\"))[^"\\]*){0,100000}\"\"\"|'''[^'\\]*(?:(?:\\.|'{1,2}(?!'))[^'\\]*){0,100000}''')
  | (?P<text>"[^"\\\n\r]*(?:\\.[^"\\\n\r]*){0,100000}"|'[^'\\\n\r]*(?:\\.[^'\\\n\r]*){0,100000}')
  | (?P<lang>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<type>\^\^)
  | (?P<number>[+-]?(?:\d+\.\d*[eE][+-]?\d+|\.?\d+[eE][+-]?\d+|\d*\.\d+|\d+))
  | (?P<blank>_:\w(?:[\w.\-\u00b7]*[\w\-\u00b7])?)
  | (?P<name>[\w.\-\u00b7%]{0,1000}:[\w\-\u00b7%:]*(?:(?:\\[_~.\-!$&'()*+,;=/?#@%]|\.(?=[\w:%\\.\-]))[\w\-\u00b7%:]*){0,1000}|[A-Za-z]+)
  | (?P<mark>[.;,\[\]()])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_END = re.compile(r"\.[ \t]*(?:#[^\r\n]*)?(?:[\r\n]|\Z)")
_DEPTH = 64
_FAULTS = 100
"""How many faults are looked for; a file with more is something else."""


def parse_turtle(text: str, path: str) -> Graph:
    """Return the statements of a Turtle file.

    Args:
        text: The file.
        path: Its name, for the messages.
    Raises:
        InputError: It is not Turtle from its beginning on; with line and column. What is wrong behind sound statements is put with
            the faults of the graph, and the statements behind that are read.

    >>> graph = parse_turtle('@prefix s: <http://x/> . s:a s:b "A"@en , "B" ; a s:C .', "x.ttl")
    >>> graph.texts("http://x/a", "http://x/b")
    [Literal(text='A', lang='en'), Literal(text='B', lang='')]
    """
    return _Parser(text, path).graph()


class _Parser:
    """Reads one file."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self._tokens = self._iter_tokens()
        self._kind, self._token = "", ""
        self._start = self._line = self._counted = 0
        self._prefixes: dict[str, str] = {}
        self._base = ""
        self._blanks: dict[str, str] = {}
        self._graph = Graph()
        self._depth = self._wrong_at = 0
        self._subject = ""

    def graph(self) -> Graph:
        self._next()
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
        while end := _END.search(self._text, self._wrong_at):
            self._depth, self._subject = 0, ""
            self._tokens = self._iter_tokens(end.end())
            try:
                self._next()
                return
            except InputError as next_fault:
                graph.faults.append(next_fault)
            if len(graph.faults) >= _FAULTS:
                break
        graph.faults[-1].why = graph.faults[-1].why or _("what stands behind this was not read")
        self._kind = ""

    def _iter_tokens(self, position: int = 0) -> Iterator[tuple[str, str, int]]:
        text = self._text
        while position < len(text):
            found = _TOKEN.match(text, position)
            if not found:
                char = text[position]
                what = (
                    _("the text that begins here does not end, or is too long")
                    if char in "\"'"
                    else _("nothing in Turtle begins with {char!r}").format(char=char)
                )
                raise self._wrong(what, position)
            if found.lastgroup != "space":
                yield found.lastgroup or "", found[0], position
            position = found.end()

    def _next(self) -> None:
        self._kind, self._token, self._start = next(self._tokens, ("", "", len(self._text)))

    def _place(self) -> int:
        """The line of the token at hand."""
        self._line += self._text.count("\n", self._counted, self._start)
        self._counted = self._start
        return self._line + 1

    def _wrong(self, what: str, position: int | None = None) -> InputError:
        at = self._wrong_at = self._start if position is None else position
        return InputError(
            _("the file is not Turtle: {what}").format(what=what),
            path=self._path,
            line=self._text.count("\n", 0, at) + 1,
            column=at - self._text.rfind("\n", 0, at),
        )

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
            line = self._place()
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
            return self._blanks.setdefault(token, self._graph.blank())
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
        line, node = self._place(), self._graph.blank()
        self._next()
        if self._token != "]":
            self._predicates(node, line)
        self._expect("]")
        return node

    def _list(self) -> str:
        """A list is nothing a thesaurus needs the order of; its members are said of one node."""
        line, node = self._place(), self._graph.blank()
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
