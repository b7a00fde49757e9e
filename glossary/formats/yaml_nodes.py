"""YAML from strangers: texts, lists and mappings with their places, and nothing else YAML can do.

    plain and quoted scalars     read as text, so that ``from: 1988`` and ``no`` stay what was written
    ``~``, ``null``, nothing      read as "not there"
    tags (``!!python/object``)   refused: they make a program build objects
    anchors, aliases, ``<<``     refused: nine lines of them unfold to gigabytes
    a key twice                  refused: YAML keeps one of the two and does not say which
    nesting over 16 deep         refused

The tree is built from the parser's events without recursion, so that nesting costs a message, not a stack.

Source: YAML 1.2.2, chapters 6 and 7; the JSON-schema notation of null of section 10.3.2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from glossary.errors import InputError, InvalidError
from glossary.formats.shapes import FIELD_STEP
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Protocol

    import yaml

    class Readable(Protocol):
        """A text that is read in pieces."""

        def read(self, size: int = ..., /) -> str:
            """Return a further piece; an empty one at the end."""


__all__ = ["DEPTH_LIMIT", "UNPRINTABLE", "YamlNode", "iter_parts", "parse_yaml"]

DEPTH_LIMIT = 16
"""How deep lists and mappings may nest; an entry needs seven."""
_PROBLEM_LIMIT = 100
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STANDARD_TAG = "tag:yaml.org,2002:"


_NO_KEYS: dict[str, tuple[int, int]] = {}
"""The keys of what is no mapping: one for all, since a file has a hundred thousand of them."""


@dataclass(slots=True)
class YamlNode:
    """One value and where it stands.

    Attributes:
        value: Text, ``None``, a list of nodes, or a mapping of texts to nodes.
        line: Line, from 1.
        column: Column, from 1.
        keys: Of a mapping: where each key stands.
    """

    value: str | list[YamlNode] | dict[str, YamlNode] | None
    line: int
    column: int
    keys: dict[str, tuple[int, int]]

    def plain(self) -> Any:
        """Return the value without places: text, ``None``, lists and mappings.

        >>> parse_yaml("a: [1, no]", "x")[0].plain()
        {'a': ['1', 'no']}
        """
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        return self.value

    def place_of(self, field: str, *, at_key: bool = False) -> tuple[int, int]:
        """Return line and column of a field's value, or of the nearest node above that is there.

        Args:
            field: A path, such as ``names[2].from``.
            at_key: Whether the key is meant, not its value.

        >>> parse_yaml("names:\\n- {text: A,\\n   from: never}", "x")[0].place_of("names[0].from")
        (3, 10)
        """
        node, key_place = self, None
        for name, position in FIELD_STEP.findall(field):
            if isinstance(node.value, dict) and name in node.value:
                key_place, node = node.keys[name], node.value[name]
            elif isinstance(node.value, list) and position and int(position) < len(node.value):
                key_place, node = None, node.value[int(position)]
            else:
                break
        return key_place if at_key and key_place else (node.line, node.column)


def parse_yaml(text: str, path: str) -> tuple[YamlNode | None, list[InvalidError]]:
    """Return the tree of a YAML text, and all that is refused in it.

    Args:
        text: One YAML document.
        path: The file, for the messages.
    Returns:
        The tree, ``None`` where it could not be finished, and problems with their places; a tree that comes
        with problems is good for finding further ones, and for nothing else.

    >>> tree, problems = parse_yaml("a: !!python/object:os.system {}", "x.yaml")
    >>> print(problems[0])
    x.yaml:1:4: the tag '!!python/object:os.system' is not allowed: YAML tags make a program build \
objects. Leave it out.
    """
    bad = UNPRINTABLE.search(text)
    if bad:
        before = text[: bad.start()]
        return None, [
            InvalidError(
                _("the character U+{bad:04X} may not stand in YAML").format(bad=ord(bad[0])),
                path=path,
                line=before.count("\n") + 1,
                column=len(before) - before.rfind("\n"),
                fix=_("Take it out."),
            )
        ]
    problems: list[InvalidError] = []
    root, _part = next(_built(_Builder(path, problems), text), (None, None))
    return root, problems


def iter_parts(
    source: Readable, path: str, problems: list[InvalidError]
) -> Iterator[tuple[YamlNode | None, YamlNode | None]]:
    """Yield the entries of a YAML text as they are read, each with what is outermost so far; that alone at the end.

    Args:
        source: The text, to be read in pieces; known to hold nothing that may not stand in YAML.
        path: The file, for the messages.
        problems: Where to put what is refused.

    >>> import io
    >>> parts = list(iter_parts(io.StringIO("sources: {}\\nentries:\\n- id: a\\n"), "x.yaml", []))
    >>> [(root.plain(), part and part.plain()) for root, part in parts]
    [({'sources': {}, 'entries': []}, {'id': 'a'}), ({'sources': {}, 'entries': []}, None)]
    """
    return _built(_Builder(path, problems, in_parts=True), source)


def _built(
    builder: _Builder, source: str | Readable
) -> Iterator[tuple[YamlNode | None, YamlNode | None]]:
    import yaml

    try:
        for event in _events(source):
            builder.take(event)
            if builder.finished is not None:
                yield builder.root, builder.finished
                builder.finished = None
            if builder.is_done or len(builder.problems) >= _PROBLEM_LIMIT:
                return
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_explained(error, builder.path))
    except yaml.YAMLError as error:
        builder.problems.append(
            InvalidError(_("this is not YAML: {error}").format(error=error), path=builder.path)
        )
    except InputError as error:
        raise error.at(builder.path, *builder.place) from None
    else:
        yield builder.root, None


def _explained(error: yaml.MarkedYAMLError, path: str) -> InvalidError:
    what = _("this is not YAML: {problem}").format(problem=error.problem or _("it ends too soon"))
    fix = _("Mend the line, or put the text in double quotation marks.")
    why = error.context or ""
    if "nesting" in (error.problem or ""):  # libyaml 0.2.6 reads ahead and gives up before we do
        (what, fix), why = _too_deep(), ""
    mark = error.problem_mark or error.context_mark
    return InvalidError(
        what,
        why=why,
        path=path,
        line=mark.line + 1 if mark else None,
        column=mark.column + 1 if mark else None,
        fix=fix,
    )


def _too_deep() -> tuple[str, str]:
    what = _("lists nest more than {depth_limit} deep").format(depth_limit=DEPTH_LIMIT)
    return what, _("Flatten them.")


def _events(source: str | Readable) -> Iterator[Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(yaml.parse(source, Loader=loader))


class _Builder:
    """Builds the tree from events, one at a time, and notes what is refused; asked to, it lets go of each entry that is finished."""

    def __init__(self, path: str, problems: list[InvalidError], *, in_parts: bool = False) -> None:
        self.path = path
        self.root: YamlNode | None = None
        self.problems = problems
        self.is_done = False
        self.finished: YamlNode | None = None
        self._in_parts = in_parts
        self._entries: YamlNode | None = None
        self._told: set[str] = set()
        self._open: list[YamlNode] = []
        self._keys: list[tuple[str, int, int] | None] = []

    def take(self, event: Any) -> None:
        """Take the next event of the parser."""
        kind = type(event).__name__
        if kind == "ScalarEvent":
            if event.anchor is not None or event.tag is not None:
                self._check(event)
            text = event.value
            value = None if text in _NULLS and not event.style else text
            self._finish(self._put(self._node(value, event, _NO_KEYS), text))
        elif kind in ("SequenceStartEvent", "MappingStartEvent"):
            self._check(event)
            is_list = kind == "SequenceStartEvent"
            node = self._node([] if is_list else {}, event, _NO_KEYS if is_list else {})
            self._put(node, None)
            if len(self._open) >= DEPTH_LIMIT:
                self._refuse(event, *_too_deep())
                self.is_done = True
            if is_list and node is self.root:
                self._entries = node
            self._open.append(node)
            self._keys.append(None)
        elif kind in ("SequenceEndEvent", "MappingEndEvent"):
            self._keys.pop()
            self._finish(self._open.pop())
        elif kind == "AliasEvent":
            if self._is_first("alias"):
                self._refuse(
                    event,
                    _("the alias '*{anchor}' is not allowed").format(anchor=event.anchor),
                    _("Write the value out."),
                )
            self._finish(self._put(self._node(None, event, _NO_KEYS), None))
        elif kind == "DocumentStartEvent" and self.root is not None:
            self._refuse(event, _("a second document begins here"), _("Join them under 'entries'."))
            self.is_done = True

    def _node(self, value: Any, event: Any, keys: dict[str, tuple[int, int]]) -> YamlNode:
        mark = event.start_mark
        return YamlNode(value, mark.line + 1, mark.column + 1, keys)

    @property
    def place(self) -> tuple[int, int]:
        """Where the entry begins that is being read, or what else is below the outermost."""
        nodes = self._open[1:]
        if nodes and nodes[0] is self._entries:
            nodes = nodes[1:] or nodes
        return (nodes[0].line, nodes[0].column) if nodes else (1, 1)

    def _finish(self, node: YamlNode) -> None:
        """Let go of an entry that is read to its end."""
        entries = self._entries
        if self._in_parts and entries is not None and self._open and self._open[-1] is entries:
            if isinstance(entries.value, list):
                entries.value.pop()
            self.finished = node

    def _put(self, node: YamlNode, key_text: str | None) -> YamlNode:
        if not self._open:
            self.root = node
            return node
        parent, key = self._open[-1], self._keys[-1]
        within = parent.value
        if isinstance(within, list):
            within.append(node)
        elif key is not None:
            text, line, column = key
            self._keys[-1] = None
            if isinstance(within, dict) and text not in within:
                within[text] = node
                parent.keys[text] = (line, column)
                if text == "entries" and parent is self.root and isinstance(node.value, list):
                    self._entries = node
        else:
            self._open_key(parent, node, key_text)
        return node

    def _open_key(self, parent: YamlNode, node: YamlNode, key_text: str | None) -> None:
        """Take a node as the key of the value to come."""
        if key_text is None:
            self.problems.append(
                InvalidError(
                    _("a list, mapping or alias cannot be a key"),
                    path=self.path,
                    line=node.line,
                    column=node.column,
                    fix=_("Write a word."),
                )
            )
            key_text = _("(key at line {line})").format(line=node.line)
        if key_text in parent.keys:
            line, _rest = parent.keys[key_text]
            self.problems.append(
                InvalidError(
                    _("the key {key_text!r} stands twice, also at line {line}").format(
                        key_text=key_text, line=line
                    ),
                    path=self.path,
                    line=node.line,
                    column=node.column,
                    fix=_("Leave one out."),
                )
            )
        self._keys[-1] = (key_text, node.line, node.column)

    def _check(self, event: Any) -> None:
        if event.anchor is not None and self._is_first("anchor"):
            self._refuse(
                event,
                _("the anchor '&{anchor}' is not allowed").format(anchor=event.anchor),
                _("Leave it out."),
            )
        if event.tag is not None:
            tag = event.tag
            shown = f"!!{tag[len(_STANDARD_TAG) :]}" if tag.startswith(_STANDARD_TAG) else tag
            self._refuse(
                event,
                _("the tag {shown!r} is not allowed").format(shown=shown),
                _("Leave it out."),
                _("YAML tags make a program build objects"),
            )

    def _is_first(self, what: str) -> bool:
        """Whether this is the first of its sort: nine lines of a bomb would be told a hundred times."""
        if what in self._told:
            return False
        self._told.add(what)
        return True

    def _refuse(self, event: Any, what: str, fix: str, why: str = "") -> None:
        mark = event.start_mark
        self.problems.append(
            InvalidError(
                what, why=why, fix=fix, path=self.path, line=mark.line + 1, column=mark.column + 1
            )
        )
