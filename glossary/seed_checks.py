"""What is asked of the shipped entries beyond the model.

Ids are unique over all files; targets of relations and issuers of documents exist; no cycle of part-of or of
successor-of; place codes are those of ``seeds/places``; every entry says where it stands in review, and an approved
one has a preferred English and a preferred Chinese name, each with a source.
"""

from __future__ import annotations

import os

from glossary.editing.grammar import pattern_problems
from glossary.errors import InvalidError, nearest_fix
from glossary.formats.inputs import read_file
from glossary.formats.items import IdPlaces
from glossary.i18n import N_, _
from glossary.model.names import Usage
from glossary.model.records import to_record
from glossary.model.relations import ACYCLIC, find_cycle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.errors import GlossaryError
    from glossary.formats.items import Item, Parsed

__all__ = ["by_place", "check_files"]


def check_files(files: Sequence[Parsed], folder: str) -> list[GlossaryError]:
    """Return every problem of seeds that were read, by file and place.

    Args:
        files: What the files hold.
        folder: The folder ``seeds`` they were read from.

    >>> check_files([], "no/such/folder")
    []
    """
    problems: list[GlossaryError] = []
    places = _place_codes(folder)
    where: dict[str, tuple[Parsed, Item]] = {}
    with IdPlaces() as ids:
        for parsed in files:
            for item in parsed.entries:
                taken = ids.claim(item.entry.id, parsed.path, item.line)
                if taken:
                    problems.append(taken.at(parsed.path, item.line, item.column))
                where.setdefault(item.entry.id, (parsed, item))
    for parsed in files:
        for item in parsed.entries:
            for error in _item_problems(item, where, places):
                problems.append(_located(error, parsed, item))
    records = [to_record(item.entry) for _parsed, item in where.values() if item.entry.pattern]
    problems += [_located(wrong, *where[wrong.entry]) for wrong in pattern_problems(records)]
    for kind in ACYCLIC:
        targets = {
            entry_id: [each.target for each in item.entry.relations if each.type is kind]
            for entry_id, (_parsed, item) in where.items()
        }
        cycle = find_cycle(targets)
        if cycle:
            error = InvalidError(
                _("the relation {relation} leads back to itself: {ring}").format(
                    relation=kind.value, ring=" → ".join(cycle)
                ),
                field="relations",
                fix=_("Take one of these relations out."),
            )
            problems.append(_located(error, *where[cycle[0]]))
    return by_place(problems)


def by_place(problems: Iterable[GlossaryError]) -> list[GlossaryError]:
    """Return problems sorted by file and place.

    >>> by_place([])
    []
    """
    return sorted(problems, key=lambda each: (each.path, each.line or 0, each.column or 0))


def _item_problems(item: Item, known: Iterable[str], places: set[str]) -> Iterator[InvalidError]:
    entry = item.entry
    cited = [(f"relations[{at}].target", each.target) for at, each in enumerate(entry.relations)]
    if entry.document and entry.document.issuer:
        cited.append(("document.issuer", entry.document.issuer))
    for field, target in cited:
        if target not in known:
            yield InvalidError(
                _("no entry has the id {entry_id!r}").format(entry_id=target),
                field=field,
                fix=nearest_fix(target, known, _("Add that entry first.")),
            )
    if places and entry.body and entry.body.place and entry.body.place not in places:
        yield InvalidError(
            _("no place has the code {code!r}").format(code=entry.body.place),
            field="body.place",
            fix=_("Take one from seeds/places."),
        )
    if item.review is None:
        yield InvalidError(
            _("the entry does not say where it stands in review"),
            field="review",
            fix=_("Write 'review: approved' or 'review: proposed'."),
        )
    # What a pattern composes claims no more than that.
    elif item.review == "approved" and entry.pattern is None:
        yield from _review_problems(item)


def _review_problems(item: Item) -> Iterator[InvalidError]:
    """The review rule: approved stands on names someone has seen."""
    for language in (N_("English"), N_("Chinese")):
        preferred = [
            (at, name)
            for at, name in enumerate(item.entry.names)
            if name.usage is Usage.PREFERRED
            and (name.is_english if language == "English" else name.is_chinese)
        ]
        if not preferred:
            yield InvalidError(
                _("the entry is approved but has no preferred {language} name").format(
                    language=_(language)
                ),
                field="review",
                fix=_("Write 'usage: preferred' at one, or 'review: proposed'."),
            )
        for at, name in preferred:
            if not name.evidence.needs_source:
                yield InvalidError(
                    _(
                        "the entry is approved but its preferred {language} name {name!r} is {evidence}"
                    ).format(language=_(language), name=name.text, evidence=name.evidence.value),
                    field=f"names[{at}].evidence",
                    fix=_("Cite a source for it, or write 'review: proposed'."),
                )


def _place_codes(folder: str) -> set[str]:
    from glossary.formats.yaml_nodes import parse_yaml

    codes = set()
    places = os.path.join(folder, "places")
    for name in sorted(os.listdir(places)) if os.path.isdir(places) else ():
        if name.endswith(".yaml"):
            file = os.path.join(places, name)
            root, _problems = parse_yaml(read_file(file).decode(), file)
            rows = root.plain() if root else None
            for row in rows if isinstance(rows, list) else ():
                if isinstance(row, dict) and isinstance(row.get("code"), str):
                    codes.add(row["code"])
    return codes


def _located(error: InvalidError, parsed: Parsed, item: Item) -> GlossaryError:
    """Find the field in the file again; a sound file is not kept as a tree just for this."""
    from glossary.formats.inputs import decode_text
    from glossary.formats.yaml_nodes import parse_yaml

    root, _problems = parse_yaml(decode_text(read_file(parsed.path), parsed.path), parsed.path)
    top = root.value if root else None
    entries = top.get("entries") if isinstance(top, dict) else root
    for node in entries.value if entries and isinstance(entries.value, list) else [entries]:
        if node and (node.line, node.column) == (item.line, item.column):
            return error.at(parsed.path, *node.place_of(error.field))
    return error.at(parsed.path, item.line, item.column)
