"""Entries as YAML, the form people review in git.

    sources:                      # optional: sources by a key of this file
      sc-structure-2018: {title: Organisation of the State Council, seen: "2026-11-24"}
    entries:
    - id: state-council
      kind: body
      review: approved            # proposed approved rejected retired
      names:
      - {text: State Council, lang: en, usage: preferred, evidence: official, sources: [sc-structure-2018]}

The fields of an entry are those of ``model.records``; where a source stands, its key may. A file may also be one
entry without ``entries``, or a plain list of them. Generated renderings are left out, people's corrections stay.
"""

from __future__ import annotations

from io import BytesIO

from glossary.errors import InputError, InvalidError, nearest_fix
from glossary.formats.items import IdPlaces, Item, Parsed, parse_entry, parse_review
from glossary.formats.ledgers import Ledger
from glossary.formats.shapes import clean_record
from glossary.formats.yaml_nodes import YamlNode
from glossary.formats.yaml_stream import YamlFile
from glossary.i18n import _
from glossary.model.fields import UnknownFieldError
from glossary.model.records import source_from_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, BinaryIO

__all__ = ["iter_yaml", "read_yaml"]

_TOP = ("sources", "entries")
_STAND_IN = {"title": "unknown", "seen": "2000-01-01"}
"""Stands for a source that is unknown or broken while the rest of an entry is checked; never returned."""


def read_yaml(data: bytes, path: str, ledger: Ledger | None = None) -> Parsed:
    """Return the entries of a YAML file and all its problems.

    Args:
        data: The bytes of the file, UTF-8 or UTF-16 with a mark.
        path: The file, for the messages.
        ledger: Where to count the fields; one of its own by default.
    Returns:
        Entries with their places; problems with path, line and column.
    Raises:
        InputError: It cannot be read as text at all.

    >>> parsed = read_yaml(b"id: a\\nkind: term\\nnames:\\n- {text: A, lang: en, evidence: bad}\\n", "a.yaml")
    >>> print(parsed.problems[0])
    a.yaml:4:33: unknown evidence 'bad'. One of: official, established, attested, unsourced, composed, reconstructed.
    """
    parsed = Parsed(path) if ledger is None else Parsed(path, ledger=ledger)
    for read in iter_yaml(BytesIO(data), path, parsed.ledger):
        if isinstance(read, Item):
            parsed.entries.append(read)
        else:
            parsed.problems.append(read)
    parsed.problems.sort(key=lambda problem: (problem.line or 0, problem.column or 0))
    return parsed


def iter_yaml(stream: BinaryIO, path: str, ledger: Ledger) -> Iterator[Item | InvalidError]:
    """Yield the entries of a YAML file as they are read, and its problems where they stand.

    Args:
        stream: The file, opened for bytes; it is sought in.
        path: The file, for the messages.
        ledger: Where to count the fields.
    Raises:
        InputError: It cannot be read as text at all, or an entry is longer than ``PART_LIMIT``.

    >>> from io import BytesIO
    >>> [type(read).__name__ for read in iter_yaml(BytesIO(b"- 7"), "a.yaml", Ledger())]
    ['InvalidError']
    """
    file = YamlFile(stream, path)
    with IdPlaces() as ids:
        yield from _Reader(file, path, ledger, ids).read()


def _is_before(problem: InvalidError, node: YamlNode) -> bool:
    return (problem.line or 0, problem.column or 0) < (node.line, node.column)


class _Reader:
    """Reads the entries of one file."""

    def __init__(self, file: YamlFile, path: str, ledger: Ledger, ids: IdPlaces) -> None:
        self._file, self._path, self._ledger, self._ids = file, path, ledger, ids
        self._problems = file.problems
        self._of_sources: list[InvalidError] = []
        self._sources: dict[str, dict[str, Any] | None] | None = None

    def read(self) -> Iterator[Item | InvalidError]:
        file, found = self._file, False
        for node in file.entries():
            found = True
            is_sound = all(_is_before(problem, node) for problem in self._problems)
            yield from self._told()
            item = self._entry(node)
            yield from self._told()
            if item is not None and is_sound:
                yield item
        root = file.root
        if file.is_whole and root is not None and (root.value is not None or self._problems):
            item = self._rest(root)
            is_sound = not self._problems
            yield from self._told()
            if item is not None and is_sound:
                yield item
        elif file.is_whole and not (found or self._problems):
            raise InputError(
                _("the file is empty"), path=self._path, fix=_("Give one with entries.")
            )
        yield from self._told()

    def _told(self) -> Iterator[InvalidError]:
        problems = [*self._of_sources, *self._problems]
        self._of_sources.clear()
        self._problems.clear()
        return iter(problems)

    def _rest(self, root: YamlNode) -> Item | None:
        """Read what stands beside the entries; a file that is one entry is that."""
        top = root.value
        if isinstance(top, dict) and "entries" not in top and {"names", "id"} & set(top):
            rest = {key: node for key, node in top.items() if key != "sources"}
            return self._entry(YamlNode(rest, root.line, root.column, root.keys))
        if isinstance(top, dict):
            for key in top:
                if key not in _TOP:
                    self._add(_unknown_top(key), *root.keys[key])
            self._known_sources()
            self._check_entries(root, top.get("entries"))
        elif not isinstance(top, list):
            self._add(
                InvalidError(_("the file holds no entries"), fix=_("Begin with 'entries:'.")),
                root.line,
                root.column,
            )
        return None

    def _check_entries(self, root: YamlNode, node: YamlNode | None) -> None:
        if node is not None and isinstance(node.value, list):
            return
        if node is None or node.value is not None:
            what = _("'entries' is not a list") if node else _("the file has no 'entries'")
            place = node or root
            self._add(
                InvalidError(what, fix=_("Begin each with '- id: …'.")), place.line, place.column
            )

    def _known_sources(self) -> dict[str, dict[str, Any] | None]:
        """The sources of the file by their keys, nothing in the place of one that is broken, which is told once."""
        if self._sources is not None:
            return self._sources
        self._sources = {}
        node = self._file.sources()
        if node is None or node.value is None:
            return self._sources
        if not isinstance(node.value, dict):
            error = InvalidError(_("'sources' is not a mapping"), fix=_("Write 'key: {title: …}'."))
            error.at(self._path, node.line, node.column)
            self._of_sources.append(error)
            return self._sources
        for key, source in node.value.items():
            self._sources[key] = None
            try:
                record = clean_record(source.plain(), "source")
                source_from_record(record)
                self._sources[key] = record
            except InvalidError as error:
                error.at(self._path, *_place_in(source, error))
                self._of_sources.append(error)
        return self._sources

    def _entry(self, node: YamlNode) -> Item | None:
        """Read an entry; nothing where it has problems, which are told."""
        problems = len(self._problems)
        record = node.plain()
        if not isinstance(record, dict):
            error = InvalidError(_("an entry is not a mapping"), fix=_("Write '- id: …'."))
            self._add(error, node.line, node.column)
            return None
        whole = self._resolve(record, node)
        review = self._attempt(lambda: parse_review(record.pop("review", None)), node, "review")
        self._claim(record.get("id"), node)
        cleaned = self._attempt(lambda: clean_record(record), node)
        if cleaned is None:
            return None
        entry, found = parse_entry(cleaned)
        for error in found:
            self._locate(error, node)
        if entry is None or not whole or len(self._problems) > problems:
            return None
        self._ledger.keep(cleaned)
        return Item(entry, review, node.line, node.column)

    def _attempt(self, build: Any, node: YamlNode, field: str = "") -> Any:
        try:
            return build()
        except InvalidError as error:
            error.field = field or error.field
            self._locate(error, node)
            return None

    def _claim(self, entry_id: object, node: YamlNode) -> None:
        if isinstance(entry_id, str):
            line, column = node.place_of("id")
            taken = self._ids.claim(entry_id, self._path, line)
            if taken:
                self._add(taken, line, column)

    def _resolve(self, record: dict[str, Any], node: YamlNode) -> bool:
        """Put sources in the place of their keys; tell whether all are known and sound."""
        whole = True
        for key in ("names", "relations", "definitions", "notes"):
            parts = record.get(key)
            for at, part in enumerate(parts if isinstance(parts, list) else []):
                if not isinstance(part, dict):
                    continue
                here = f"{key}[{at}]"
                if isinstance(part.get("sources"), list):
                    for index, cited in enumerate(part["sources"]):
                        if isinstance(cited, str):
                            place = node.place_of(f"{here}.sources[{index}]")
                            source = self._source(cited, place)
                            part["sources"][index] = source or _STAND_IN
                            whole &= source is not None
                context = part.get("context")
                if isinstance(context, dict) and isinstance(context.get("source"), str):
                    place = node.place_of(f"{here}.context.source")
                    source = self._source(context["source"], place)
                    context["source"] = source or _STAND_IN
                    whole &= source is not None
        return whole

    def _source(self, key: str, place: tuple[int, int]) -> dict[str, Any] | None:
        sources = self._known_sources()
        if key not in sources:
            fix = nearest_fix(key, sources, _("Write it under 'sources' above."))
            self._add(
                InvalidError(_("unknown source {key!r}").format(key=key), field="sources", fix=fix),
                *place,
            )
            return None
        return sources[key]

    def _locate(self, error: InvalidError, node: YamlNode) -> None:
        self._add(error, *_place_in(node, error))

    def _add(self, error: InvalidError, line: int, column: int) -> None:
        error.at(self._path, line, column)
        self._problems.append(error)


def _place_in(node: YamlNode, error: InvalidError) -> tuple[int, int]:
    return node.place_of(error.field, at_key=isinstance(error, UnknownFieldError))


def _unknown_top(key: str) -> InvalidError:
    return InvalidError(
        _("unknown key {key!r} at the top of the file").format(key=key),
        field=key,
        fix=nearest_fix(key, _TOP, _("Known are: {known}.").format(known=", ".join(_TOP))),
    )
