"""Lines of a PO file put together to messages, every fault with its line and column.

Source: ``po-gram-gen.y`` of gettext 0.21 for what may stand behind what.
"""

from __future__ import annotations

import re

from glossary.errors import InvalidError
from glossary.formats.po_messages import Message, unquoted
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.errors import GlossaryError

__all__ = ["MessageBuilder"]

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*\Z')
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,2})\])?\s*(?=\")")


class MessageBuilder:
    """Puts lines together to messages.

    Args:
        path: The file, for messages.
        keep_lines: Whether each message keeps the lines it stands in.

    Attributes:
        problems: What is wrong with the lines taken since they were last looked at; emptied by whoever looks.

    >>> builder = MessageBuilder("a.po")
    >>> list(builder.take(1, 'msgid "a"')), list(builder.take(2, 'msgstr "b"'))
    ([], [])
    >>> [(each.msgid, each.msgstr) for each in builder.finish()]
    [('a', ['b'])]
    """

    def __init__(self, path: str, *, keep_lines: bool = False) -> None:
        self._path = path
        self._keep_lines = keep_lines
        self.problems: list[GlossaryError] = []
        self._message: Message | None = None
        self._part = ""
        self._forms: dict[int, str] = {}
        self._broken = False

    def take(self, number: int, line: str) -> Iterator[Message]:
        """Yield the message that ends before this line, where one does."""
        stripped = line.strip()
        if not stripped:
            return
        if stripped.startswith("#~"):
            rest = stripped[2:].lstrip()
            if rest.startswith("|"):
                yield from self._comment(number, "#|" + rest[1:], line)
            elif rest:
                yield from self._content(number, rest, line, obsolete=True)
        elif stripped.startswith("#"):
            yield from self._comment(number, stripped, line)
        else:
            yield from self._content(number, stripped, line, obsolete=False)

    def break_off(self, number: int, error: GlossaryError) -> None:
        """Take in that a line cannot be read: the message is left out in which it stands."""
        self._begin(number)
        self.problems.append(error)
        self._broken = True

    def finish(self) -> Iterator[Message]:
        """Yield the message that ends with the file, where one does."""
        message, self._message = self._message, None
        broken, self._broken = self._broken, False
        forms, self._forms = self._forms, {}
        part, self._part = self._part, ""
        if message is None or broken or not (part or message.comments or message.extracted):
            return
        if not part:
            return  # comments at the end of the file
        if part not in ("msgstr",):
            self._fault(message.line, 1, _("the message has no msgstr"), _("Write 'msgstr \"\"'."))
            return
        if sorted(forms) != list(range(len(forms))):
            self._fault(
                message.line, 1, _("plural forms are missing"), _("Number them from msgstr[0].")
            )
            return
        message.msgstr = [forms[at] for at in range(len(forms))]
        yield message

    def _comment(self, number: int, text: str, line: str) -> Iterator[Message]:
        if self._part == "msgstr" or (self._broken and self._part):
            yield from self.finish()
        message = self._begin(number)
        if self._keep_lines:
            message.comment_lines.append(line.rstrip("\r\n") + "\n")
        kind, rest = text[1:2], text[2:].strip()
        if kind == ".":
            message.extracted.append(rest)
        elif kind == ":":
            message.references += rest.split()
        elif kind == ",":
            message.flags += [flag.strip() for flag in rest.split(",") if flag.strip()]
        elif kind == "|":
            message.previous.append(rest)
        else:
            message.comments.append(text[1:].removeprefix(" ").rstrip())

    def _begin(self, number: int) -> Message:
        if self._message is None:
            self._message = Message(msgid="", msgstr=[], line=number)
            self._forms = {}
        return self._message

    def _content(self, number: int, text: str, line: str, *, obsolete: bool) -> Iterator[Message]:
        found = _KEYWORD.match(text)
        if found is None and not text.startswith('"'):
            self._fault(
                number,
                len(line) - len(line.lstrip()) + 1,
                _("neither a keyword nor a text in quotation marks: {text!r:.40}").format(
                    text=text
                ),
                _("Mend the line; msgid, msgstr and comments may stand here."),
            )
            self._broken = True
            return
        if found:
            if found[1] in ("msgid", "msgctxt") and self._part == "msgstr":
                yield from self.finish()
            elif found[1] == "msgid" and self._part in ("msgid", "msgid_plural"):
                at = self._message.msgid_line if self._message else number
                self._fault(at, 1, _("the message has no msgstr"), _("Write 'msgstr \"\"'."))
                self._message, self._part, self._broken = None, "", False
            self._start(number, found, obsolete)
        rest = text[found.end() :] if found else text
        string = _STRING.match(rest)
        if string is None:
            column = line.find(rest) + 1
            self._fault(
                number,
                column,
                _("the text does not end in a quotation mark"),
                _('Put a " at its end.'),
            )
            self._broken = True
            return
        self._append(number, unquoted(string[1]), line)
        if self._keep_lines and self._message is not None:
            self._message.text_lines.append(line.rstrip("\r\n") + "\n")

    def _start(self, number: int, found: re.Match[str], obsolete: bool) -> None:
        message = self._begin(number)
        message.obsolete = obsolete
        self._part = found[1]
        if found[1] == "msgid":
            message.msgid_line = number
        elif found[1] == "msgctxt":
            message.context = ""
            message.msgid_line = message.msgid_line or number
        elif found[1] == "msgid_plural":
            message.plural = ""
        else:
            self._form = int(found[2]) if found[2] else 0
            if self._form in self._forms:
                self._fault(number, 1, _("msgstr stands twice"), _("Leave one out."))
                self._broken = True
            if (found[2] is None) != (message.plural is None):
                self._fault(
                    number,
                    1,
                    _("msgstr and msgid_plural do not go together"),
                    _("Write msgstr[0], msgstr[1] … with a plural, msgstr without."),
                )
                self._broken = True
            self._forms[self._form] = ""

    def _append(self, number: int, text: str, line: str) -> None:
        message = self._message
        if message is None or not self._part:
            self._fault(
                number,
                line.find('"') + 1,
                _("a text before any keyword"),
                _("Write msgid before it."),
            )
            self._broken = True
        elif self._part == "msgid":
            message.msgid += text
        elif self._part == "msgctxt":
            message.context = (message.context or "") + text
        elif self._part == "msgid_plural":
            message.plural = (message.plural or "") + text
        else:
            self._forms[self._form] += text

    def _fault(self, line: int, column: int, what: str, fix: str) -> None:
        if not self._broken:
            self.problems.append(
                InvalidError(what, fix=fix, path=self._path, line=line, column=column)
            )
