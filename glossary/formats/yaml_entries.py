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

from glossary.errors import InputError, InvalidError, nearest_fix
from glossary.formats.inputs import decode_text
from glossary.formats.items import IdPlaces, Item, Parsed, parse_entry, parse_review
from glossary.formats.ledgers import Ledger
from glossary.formats.shapes import clean_record
from glossary.formats.yaml_nodes import YamlNode, parse_yaml
from glossary.i18n import _
from glossary.model.fields import UnknownFieldError
from glossary.model.records import source_from_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["YAML_LIMIT", "read_yaml"]

YAML_LIMIT = 32 * 1024 * 1024
"""The longest YAML read, in bytes: about 60,000 entries; JSON Lines have no limit."""

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
        InputError: It cannot be read as text at all, or is longer than ``YAML_LIMIT``.

    >>> parsed = read_yaml(b"id: a\\nkind: term\\nnames:\\n- {text: A, lang: en, evidence: bad}\\n", "a.yaml")
    >>> print(parsed.problems[0])
    a.yaml:4:33: unknown evidence 'bad'. One of: official, established, attested, unsourced, composed, reconstructed.
    """
    if len(data) > YAML_LIMIT:
        raise InputError(
            _("the YAML is longer than {number} MB").format(number=YAML_LIMIT // (1024 * 1024)),
            path=path,
            fix=_("Split it, or give it as JSON Lines."),
        )
    parsed = Parsed(path) if ledger is None else Parsed(path, ledger=ledger)
    root, problems = parse_yaml(decode_text(data, path), path)
    parsed.problems += problems
    if root is None or (root.value is None and not parsed.problems):
        if not parsed.problems:
            raise InputError(_("the file is empty"), path=path, fix=_("Give one with entries."))
        return parsed
    with IdPlaces() as ids:
        _Reader(parsed, ids).read(root)
    parsed.problems.sort(key=lambda problem: (problem.line or 0, problem.column or 0))
    return parsed


class _Reader:
    """Reads one file's tree into a ``Parsed``."""

    def __init__(self, parsed: Parsed, ids: IdPlaces) -> None:
        self.parsed, self.ids = parsed, ids
        self.sources: dict[str, dict[str, Any] | None] = {}

    def read(self, root: YamlNode) -> None:
        top = root.value
        if isinstance(top, list):
            nodes = top
        elif isinstance(top, dict) and "entries" not in top and {"names", "id"} & set(top):
            self._read_sources(top.get("sources"))
            rest = {key: node for key, node in top.items() if key != "sources"}
            nodes = [YamlNode(rest, root.line, root.column, root.keys)]
        elif isinstance(top, dict):
            for key in top:
                if key not in _TOP:
                    self._add(_unknown_top(key), *root.keys[key])
            self._read_sources(top.get("sources"))
            nodes = self._list_of_entries(root, top.get("entries"))
        else:
            self._add(
                InvalidError(_("the file holds no entries"), fix=_("Begin with 'entries:'.")),
                root.line,
                root.column,
            )
            return
        for node in nodes:
            self._read_entry(node)

    def _list_of_entries(self, root: YamlNode, node: YamlNode | None) -> list[YamlNode]:
        if node is not None and isinstance(node.value, list):
            return node.value
        if node is None or node.value is not None:
            what = _("'entries' is not a list") if node else _("the file has no 'entries'")
            place = node or root
            self._add(
                InvalidError(what, fix=_("Begin each with '- id: …'.")), place.line, place.column
            )
        return []

    def _read_sources(self, node: YamlNode | None) -> None:
        if node is None or node.value is None:
            return
        if not isinstance(node.value, dict):
            error = InvalidError(_("'sources' is not a mapping"), fix=_("Write 'key: {title: …}'."))
            self._add(error, node.line, node.column)
            return
        for key, source in node.value.items():
            self.sources[key] = None
            try:
                record = clean_record(source.plain(), "source")
                source_from_record(record)
                self.sources[key] = record
            except InvalidError as error:
                self._locate(error, source)

    def _read_entry(self, node: YamlNode) -> None:
        problems = len(self.parsed.problems)
        record = node.plain()
        if not isinstance(record, dict):
            error = InvalidError(_("an entry is not a mapping"), fix=_("Write '- id: …'."))
            self._add(error, node.line, node.column)
            return
        whole = self._resolve(record, node)
        review = self._attempt(lambda: parse_review(record.pop("review", None)), node, "review")
        self._claim(record.get("id"), node)
        cleaned = self._attempt(lambda: clean_record(record), node)
        if cleaned is None:
            return
        entry, found = parse_entry(cleaned)
        for error in found:
            self._locate(error, node)
        if entry is not None and whole and len(self.parsed.problems) == problems:
            self.parsed.entries.append(Item(entry, review, node.line, node.column))
            self.parsed.ledger.keep(cleaned)

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
            taken = self.ids.claim(entry_id, self.parsed.path, line)
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
        if key not in self.sources:
            fix = nearest_fix(key, self.sources, _("Write it under 'sources' above."))
            self._add(
                InvalidError(_("unknown source {key!r}").format(key=key), field="sources", fix=fix),
                *place,
            )
            return None
        return self.sources[key]

    def _locate(self, error: InvalidError, node: YamlNode) -> None:
        at_key = isinstance(error, UnknownFieldError)
        self._add(error, *node.place_of(error.field, at_key=at_key))

    def _add(self, error: InvalidError, line: int, column: int) -> None:
        error.at(self.parsed.path, line, column)
        self.parsed.problems.append(error)


def _unknown_top(key: str) -> InvalidError:
    return InvalidError(
        _("unknown key {key!r} at the top of the file").format(key=key),
        field=key,
        fix=nearest_fix(key, _TOP, _("Known are: {known}.").format(known=", ".join(_TOP))),
    )
