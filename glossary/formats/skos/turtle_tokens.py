"""The tokens of a Turtle file, and where each stands, out of its text a piece at a time.

Of the text no more is held than the token at hand and what is looked at ahead, so that a file may be of any length.

Source: RDF 1.1 Turtle (W3C Recommendation of 25 February 2014), section 6.5.
"""

from __future__ import annotations

import re

from glossary.errors import InputError
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Tokens"]

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
_IRI_BEGUN = re.compile(r"<[^\x00-\x20<>\"{}|^`]*\Z")
_END = re.compile(r"\.[ \t]*(?:#[^\r\n]*)?(?:[\r\n]|\Z)")
_AHEAD = 8192
"""So many characters are looked at ahead, in which any token but a text, an address or a comment ends."""
_LIMIT = 16 * 1024 * 1024
"""The longest token, in characters."""


class Tokens:
    """The tokens of one file, from its beginning.

    Args:
        pieces: Its text, in pieces of any length.
        path: Its name, for the messages.

    >>> tokens = Tokens(["<http://x/a> a ", "<http://x/B>\\n."], "x.ttl")
    >>> [tokens.advance() for _each in range(3)]
    [('iri', '<http://x/a>'), ('name', 'a'), ('iri', '<http://x/B>')]
    >>> tokens.advance(), tokens.line, tokens.advance()
    (('mark', '.'), 2, ('', ''))
    """

    def __init__(self, pieces: Iterable[str], path: str) -> None:
        self._pieces = iter(pieces)
        self._path = path
        self._text = ""
        self._ended = False
        self._start = self._at = self._wrong_at = 0
        self._line, self._counted, self._before = 1, 0, 0

    def advance(self) -> tuple[str, str]:
        """Return the kind and the text of the next token; empty ones at the end of the file.

        Raises:
            InputError: Nothing in Turtle begins so, or a token is too long.
        """
        while True:
            if len(self._text) - self._at < _AHEAD and not self._ended:
                self._read_on()
            text, at = self._text, self._at
            found = _TOKEN.match(text, at)
            if self._may_go_on(found):
                if not self._read_on() and not self._ended:
                    raise self.wrong(_("the text that begins here does not end, or is too long"))
                continue
            self._start = at
            if at == len(text):
                return "", ""
            if found is None or self._is_begun_only(found):
                raise self._not_turtle(text[at])
            self._at = found.end()
            if found.lastgroup != "space":
                return found.lastgroup or "", found[0]

    @property
    def line(self) -> int:
        """The line of the token at hand."""
        self._line += self._text.count("\n", self._counted, self._start)
        self._counted = self._start
        return self._line

    def wrong(self, what: str) -> InputError:
        """Return the error that the token at hand is wrong."""
        at = self._wrong_at = self._start
        line_end = self._text.rfind("\n", 0, at)
        return InputError(
            _("the file is not Turtle: {what}").format(what=what),
            path=self._path,
            line=self.line,
            column=at - line_end if line_end >= 0 else self._before + at + 1,
        )

    def skip_statement(self) -> bool:
        """Go behind the next dot that ends a line, from where something was wrong; tell whether there is one."""
        self._at = self._wrong_at
        while True:
            found = _END.search(self._text, self._at)
            if found and (found.end() < len(self._text) or self._ended):
                self._at = self._wrong_at = found.end()
                return True
            self._at = found.start() if found else len(self._text)
            if not self._read_on():
                return False

    def _may_go_on(self, found: re.Match[str] | None) -> bool:
        """Whether what stands at the place may be a token, or a longer one, with more of the text."""
        text, at = self._text, self._at
        if self._ended:
            return False
        if found is not None:
            return found.end() == len(text) or self._is_begun_only(found)
        if text.startswith(('"""', "'''"), at):
            return True
        if text.startswith("<", at):
            return _IRI_BEGUN.match(text, at) is not None
        return text.startswith(('"', "'"), at) and text.find("\n", at) < 0

    @staticmethod
    def _is_begun_only(found: re.Match[str]) -> bool:
        """Whether an empty text is the beginning of a long one, whose end was not found."""
        empty = found[0]
        return empty in ('""', "''") and found.string.startswith(empty[0], found.end())

    def _read_on(self) -> bool:
        """Read more of the text, twice as much as is held, and let go of what stands before the place; tell whether there was more."""
        at = self._at
        self._line += self._text.count("\n", self._counted, at)
        line_end = self._text.rfind("\n", 0, at)
        self._before = at - line_end - 1 if line_end >= 0 else self._before + at
        held, wanted = [self._text[at:]], max(_AHEAD, len(self._text) - at)
        self._start = self._at = self._counted = self._wrong_at = 0
        if len(held[0]) <= _LIMIT:
            for piece in self._pieces:
                held.append(piece)
                wanted -= len(piece)
                if wanted <= 0:
                    break
            else:
                self._ended = True
        self._text = "".join(held)
        return len(held) > 1

    def _not_turtle(self, char: str) -> InputError:
        return self.wrong(
            _("the text that begins here does not end, or is too long")
            if char in "\"'"
            else _("nothing in Turtle begins with {char!r}").format(char=char)
        )
