"""What stands in the form, as plain data: kept as a draft, turned into an entry, and checked part by part.

A draft is this mapping as JSON. What the form has no field for (issuers, notes, contexts, sources of relations) stays
in ``record``, the entry as it was read, and is carried over name by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from glossary.errors import InvalidError
from glossary.i18n import _
from glossary.model.entries import BodyFacts, DocumentFacts, check_names
from glossary.model.names import Evidence
from glossary.model.records import (
    from_record,
    name_from_record,
    relation_from_record,
    source_from_record,
    to_record,
)
from glossary.model.tags import PINYIN, base_language, parse_tag, script_of_tag

if TYPE_CHECKING:
    from glossary import Glossary
    from glossary.model.answers import Answer
    from glossary.model.entries import Entry

    Content = dict[str, Any]

__all__ = ["blank", "build", "is_blank", "of_entry", "of_offer", "other_script", "problems"]

WHY_LIMIT = 1_000
"""How much of a derivation is offered as the reason, in characters."""
DOCUMENT_FIELDS = ("issuer", "number", "date", "status", "type")


def _name(text: str, lang: str, *, usage: str = "preferred", kind: str = "full") -> Content:
    return {
        "text": text,
        "lang": lang,
        "type": kind,
        "usage": usage,
        "evidence": "unsourced",
        "from": "",
        "to": "",
        "pinyin": "",
        "other": "",
        "was": -1,
    }


def blank(words: str = "") -> Content:
    """Return the content of a new form; words already typed go to the field of their language.

    >>> [(name["lang"], name["text"]) for name in blank("应急管理部")["names"]]
    [('en', ''), ('zh', '应急管理部')]
    """
    words = tidy(words)
    is_chinese = any("\u3400" <= character <= "\U0003ffff" for character in words)
    return {
        "entry": "",
        "proposal": 0,
        "base": 0,
        "record": None,
        "kind": "body",
        "level": "",
        "place": "",
        "founded": "",
        "dissolved": "",
        **dict.fromkeys((f"document.{field}" for field in DOCUMENT_FIELDS), ""),
        "names": [
            _name("" if is_chinese else words, "en"),
            _name(words if is_chinese else "", "zh"),
        ],
        "sources": [],
        "relations": [],
        "collections": "",
        "why": "",
    }


def new_name() -> Content:
    """Return an empty line for one more name."""
    return _name("", "en", usage="admitted", kind="alias")


def of_entry(entry: Entry, *, base: int, proposal: int = 0, why: str = "") -> Content:
    """Return an entry as the content of a form.

    Args:
        entry: The entry, or what a proposal would make of it.
        base: The revision that was looked at.
        proposal: Number of the proposal that is edited, 0 for none.
        why: The reason given so far.
    """
    record = to_record(entry)
    content = blank()
    content.update(
        entry=entry.id, proposal=proposal, base=base, record=record, kind=record["kind"], why=why
    )
    body, document = record.get("body") or {}, record.get("document") or {}
    for field in ("level", "place", "founded", "dissolved"):
        content[field] = body.get(field, "")
    for field in DOCUMENT_FIELDS:
        content[f"document.{field}"] = document.get(field, "")
    content["names"] = [_name_row(name, at) for at, name in enumerate(record["names"])]
    content["relations"] = [
        {"type": item["type"], "target": item["target"], "was": at}
        for at, item in enumerate(record.get("relations", []))
    ]
    content["collections"] = ", ".join(record.get("collections", []))
    return content


def of_offer(answer: Answer) -> Content:
    """Return what patterns composed as the content of a form for a new entry; the reason holds the steps.

    Args:
        answer: A composed answer.
    """
    content = of_entry(answer.entry, base=0)
    content.update(entry="", record=None)
    content["names"] = [{**row, "was": -1} for row in content["names"]]
    steps = " / ".join(tidy(step) for step in answer.derivation)
    content["why"] = f"composed: {steps}"[:WHY_LIMIT]
    return content


def _name_row(name: Content, at: int) -> Content:
    row = _name(name["text"], name["lang"])
    row.update(
        type=name.get("type", "full"),
        usage=name.get("usage", "admitted"),
        evidence=name["evidence"],
        was=at,
    )
    row.update({"from": name.get("from", ""), "to": name.get("to", "")})
    renderings = name.get("renderings", {})
    for key, lang in (("pinyin", PINYIN), ("other", other_script(name["lang"]))):
        if isinstance(renderings.get(lang), str):
            row[key] = renderings[lang]
    return row


def other_script(lang: str) -> str:
    """Return the tag of the other script of a Chinese name; empty for any other language.

    >>> other_script("zh-Hans"), other_script("zh-Hant-TW"), other_script("en")
    ('zh-Hant', 'zh-Hans', '')
    """
    return {"Hans": "zh-Hant", "Hant": "zh-Hans"}.get(script_of_tag(lang), "")


def tidy(text: object) -> str:
    """Return what was typed in normal form C, without spaces around it.

    >>> tidy(" e\\u0301 ") == "é"
    True
    """
    return normalize("NFC", str(text)).strip()


def is_blank(content: Content) -> bool:
    """Return whether nothing worth keeping was typed.

    >>> is_blank(blank()), is_blank(blank("a"))
    (True, False)
    """
    return content["record"] is None and not any(tidy(name["text"]) for name in content["names"])


def build(glossary: Glossary, content: Content) -> Entry:
    """Return the entry a form describes.

    Raises:
        InvalidError: A part breaks a rule; ``field`` is its path in the record.
    """
    old = content["record"]
    rows = [row for row in content["names"] if tidy(row["text"])]
    record: Content = dict(old) if old else {"id": "new", "kind": content["kind"]}
    record["kind"] = content["kind"]
    record["names"] = [name_record(row, content, _lang(glossary, row)) for row in rows]
    record["relations"] = [
        _relation_record(row, content) for row in content["relations"] if tidy(row["target"])
    ]
    record["collections"] = [part for part in map(tidy, content["collections"].split(",")) if part]
    _put_facts(record, content)
    for key in ("relations", "collections"):
        if not record[key]:
            del record[key]
    if old is None and rows:
        record["id"] = _new_id(glossary, record)
    return from_record(record)


def _lang(glossary: Glossary, row: Content) -> str:
    """The tag of a name; plain ``zh`` is told from its characters."""
    lang = tidy(row["lang"])
    if lang != "zh":
        return lang
    made = glossary.draft("term", chinese=[tidy(row["text"])], evidence="unsourced")
    return made.names[0].lang


def _new_id(glossary: Glossary, record: Content) -> str:
    names = [(name["lang"], name["text"]) for name in record["names"]]
    english = [text for lang, text in names if base_language(lang) == "en"]
    chinese = [text for lang, text in names if base_language(lang) == "zh"]
    others = [] if english or chinese else names[:1]
    made = glossary.draft(
        record["kind"],
        english=english[:1],
        chinese=chinese[:1],
        others=others,
        evidence="unsourced",
    )
    return made.id


def name_record(row: Content, content: Content, lang: str) -> Content:
    """Return one line of the form as the record of a name."""
    was = _was(row, content)
    record: Content = {key: value for key, value in was.items() if key != "renderings"}
    record.update(text=tidy(row["text"]), lang=lang)
    for key in ("type", "usage", "evidence"):
        record[key] = row[key]
    for key in ("from", "to"):
        record.pop(key, None)
        if tidy(row[key]):
            record[key] = tidy(row[key])
    new = [source for source in map(source_record, content["sources"]) if source.get("title")]
    if new and any(row is each for each in _rest_on_sources(content)):
        kept = was.get("sources", []) if record["text"] == was.get("text") else []
        record["sources"] = [*kept, *(source for source in new if source not in kept)]
    corrected = {
        tag: tidy(row[key])
        for key, tag in (("pinyin", PINYIN), ("other", other_script(lang)))
        if tag and script_of_tag(lang) and tidy(row[key])
    }
    if corrected:
        record["renderings"] = corrected
    return record


def _was(row: Content, content: Content) -> Content:
    """The record of a name as it was, empty for a new one."""
    names: list[Content] = content["record"]["names"] if content["record"] else []
    return names[row["was"]] if 0 <= row["was"] < len(names) else {}


def _rest_on_sources(content: Content) -> list[Content]:
    """The lines that the sources given here are put to: new or changed ones that need a source, else all that need one."""
    need = [
        row
        for row in content["names"]
        if tidy(row["text"]) and Evidence(row["evidence"]).needs_source
    ]
    fresh = []
    for row in need:
        was = _was(row, content)
        same = (tidy(row["text"]), row["evidence"]) == (was.get("text"), was.get("evidence"))
        if not (same and was.get("sources")):
            fresh.append(row)
    return fresh or need


def source_record(row: Content) -> Content:
    """Return one line of sources as the record of a source."""
    return {
        key: tidy(row.get(key, ""))
        for key in ("title", "locator", "publisher", "published", "seen")
        if tidy(row.get(key, ""))
    }


def _relation_record(row: Content, content: Content) -> Content:
    old = (content["record"] or {}).get("relations", [])
    was = old[row["was"]] if 0 <= row.get("was", -1) < len(old) else {}
    return {**was, "type": row["type"], "target": tidy(row["target"])}


def _put_facts(record: Content, content: Content) -> None:
    record.pop("body", None)
    record.pop("document", None)
    if content["kind"] == "body":
        body = {key: tidy(content[key]) for key in ("level", "place", "founded", "dissolved")}
        if any(body.values()):
            record["body"] = {key: value for key, value in body.items() if value}
    elif content["kind"] == "document":
        facts = {key: tidy(content[f"document.{key}"]) for key in DOCUMENT_FIELDS}
        if any(facts.values()):
            record["document"] = {key: value for key, value in facts.items() if value}


def problems(content: Content) -> dict[str, str]:
    """Return what is wrong, in words, by the part it stands beside: ``names.0``, ``sources.1``, ``place`` …

    >>> problems(blank())["names.0"]
    'the entry has no name. Give it at least one.'
    """
    found: dict[str, str] = {}
    names = []
    for at, row in enumerate(content["names"]):
        lang = tidy(row["lang"])
        if not tidy(row["text"]):
            if error := _beside_no_name(row, lang):
                found[f"names.{at}"] = error
            continue
        error = _problem(
            lambda row=row, lang=lang: names.append(
                name_from_record(name_record(row, content, "zh-Hans" if lang == "zh" else lang))
            )
        )
        if error:
            found[f"names.{at}"] = error
    for at, row in enumerate(content["sources"]):
        record = source_record(row)
        if set(record) - {"seen"}:
            record.setdefault("title", "")
            found[f"sources.{at}"] = _problem(lambda record=record: source_from_record(record))
            if not found[f"sources.{at}"] and not _rest_on_sources(content):
                found[f"sources.{at}"] = _(
                    "No name rests on it yet: choose attested, established or official beside a name."
                )
    for at, row in enumerate(content["relations"]):
        if tidy(row["target"]):
            found[f"relations.{at}"] = _problem(
                lambda row=row: relation_from_record(_relation_record(row, content))
            )
    if content["kind"] == "body":
        for key in ("place", "founded", "dissolved"):
            if tidy(content[key]):
                found[key] = _problem(lambda key=key: _body_fact(key, tidy(content[key])))
    if content["kind"] == "document":
        for key in DOCUMENT_FIELDS:
            if tidy(content[f"document.{key}"]):
                found[f"document.{key}"] = _problem(
                    lambda key=key: DocumentFacts(**{key: tidy(content[f"document.{key}"])})
                )
    found = {key: text for key, text in found.items() if text}
    if not any(key.startswith("names.") for key in found):
        error = _problem(lambda: check_names(tuple(names)))
        if error:
            found["names.0"] = error
    return found


def _beside_no_name(row: Content, lang: str) -> str:
    """What is wrong with a line without a name: nothing where nothing was typed into it, else that would be lost."""
    if any(tidy(row[key]) for key in ("pinyin", "other", "from", "to")):
        return _("There is no name for this. Write it, or empty the line.")
    return _problem(lambda: parse_tag(lang)) if lang else ""


def _body_fact(key: str, value: str) -> BodyFacts:
    values: Content = {key: value}
    return BodyFacts(**values)


def _problem(check: Any) -> str:
    try:
        check()
    except InvalidError as error:
        return str(error)
    return ""
