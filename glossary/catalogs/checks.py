"""What is wrong with the catalogs, each with its path and line.

    template    a text of the sources it lacks, a text no source says any more
    catalog     a message missing, fuzzy or left over; a header that lacks something
    message     placeholders {named} and %-style, markup such as [b], keys, options and ids that are not as in the
                English; a colon or line end lost; plural forms too few

A translation with a broken placeholder ends the program where the English would have been shown, so all of it is an
error. Source: GNU gettext manual, "Header Entry", "Plural forms" and "msgfmt --check".
"""

from __future__ import annotations

import os
import re
from string import Formatter

from glossary.catalogs.entries import TRANSLATED, catalog_path, read_catalog, template_path
from glossary.catalogs.sources import Problem, extract_all
from glossary.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from babel.messages.catalog import Catalog, Message

    from glossary.catalogs.sources import Text

__all__ = ["PLURALS", "check_all", "check_catalog", "check_template", "faults"]

PLURALS = {
    "zh_CN": (1, "0"),
    "zh_TW": (1, "0"),
    "ja": (1, "0"),
    "fr": (2, "(n > 1)"),
    "es": (2, "(n != 1)"),
}
"""Number and rule of plural forms. Source: GNU gettext manual, "Additional functions for plural forms"."""

_HEADERS = (
    *("Project-Id-Version", "POT-Creation-Date", "PO-Revision-Date", "Last-Translator"),
    *("Language", "Language-Team", "Plural-Forms", "MIME-Version", "Content-Type"),
    "Content-Transfer-Encoding",
)
_INITIAL = ("FULL NAME", "LL@li.org", "YEAR-MO-DA", "PROJECT", "CHARSET", "EMAIL@ADDRESS")
_PERCENT = re.compile(r"%(?:\([^)]*\))?[-#0+]*[\d*]*(?:\.[\d*]+)?[a-zA-Z%]|%")
_MARKUP = re.compile(r"\[/?[a-z@$#][^\[\]]*\]|\[/\]")
_LITERAL = re.compile(
    r"\^[A-Z]\b|\bF\d{1,2}\b|--[a-z][a-z-]*|\bZHENGMING_[A-Z]+|\b[a-z]+:body\b|iconv(?: -?[A-Za-z0-9-]+)+|\bCtrl-[A-Z]\b"
)
_LINE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) )?("(?:[^"\\]|\\.)*")')
_COLONS = (":", "：")


def check_all(root: str, locales: str) -> list[Problem]:
    """Return what is wrong with the sources, the template and every catalog.

    Args:
        root: The checkout.
        locales: The folder of the catalogs.
    """
    texts, problems = extract_all(root)
    path = template_path(locales)
    try:
        template = read_catalog(path)
    except InputError as error:
        return [*problems, Problem(_shown(path, root), error.line or 1, error.what)]
    problems += check_template(template, texts, _shown(path, root))
    for language in TRANSLATED:
        path = catalog_path(locales, language)
        try:
            catalog = read_catalog(path, language)
            with open(path, encoding="utf-8") as stream:
                text = stream.read()
        except (InputError, UnicodeDecodeError) as error:
            line = getattr(error, "line", None) or 1
            problems.append(Problem(_shown(path, root), line, f"cannot be read: {error}"))
            continue
        shown = _shown(path, root)
        problems += _malformed(text, shown)
        problems += _header_problems(text.partition("\n\n")[0], language, shown)
        problems += check_catalog(catalog, template, language, shown)
    return problems


def check_template(template: Catalog, texts: Sequence[Text], path: str) -> list[Problem]:
    """Return where the template is not what the sources say; moved lines are none of its business.

    Args:
        template: The POT file.
        texts: What the sources say.
        path: How to call it.
    """
    said = {text.key: text for text in texts}
    known = {_key(message): message for message in template if message.id}
    problems = [
        Problem(*said[key].places[0], f"{_short(key)} is not in {path}: run 'make catalogs'")
        for key in said.keys() - known.keys()
    ]
    problems += [
        Problem(path, known[key].lineno or 1, f"no source says {_short(key)}: run 'make catalogs'")
        for key in known.keys() - said.keys()
    ]
    return sorted(problems, key=lambda problem: (problem.path, problem.line, problem.what))


def check_catalog(catalog: Catalog, template: Catalog, language: str, path: str) -> list[Problem]:
    """Return what is wrong with a language's catalog.

    Args:
        catalog: Its PO file.
        template: The POT file.
        language: Its locale.
        path: How to call it.
    """
    problems = []
    own = {_key(message): message for message in catalog if message.id}
    asked = {_key(message) for message in template if message.id}
    for key in [key for key in asked if key not in own]:
        problems.append(Problem(path, 1, f"{_short(key)} is missing: run 'make catalogs'"))
    for key, message in own.items():
        line = message.lineno or 1
        if key not in asked:
            problems.append(Problem(path, line, f"{_short(key)} is left over: run 'make catalogs'"))
        if message.fuzzy:
            problems.append(Problem(path, line, f"{_short(key)} is fuzzy"))
        for fault in faults(message.id, message.string or "", PLURALS[language][0]):
            problems.append(Problem(path, line, f"{_short(key)}: {fault}"))
    for message in catalog.obsolete.values():
        what = f"{_short(_key(message))} is left over: run 'make catalogs'"
        problems.append(Problem(path, message.lineno or 1, what))
    return sorted(problems, key=lambda problem: (problem.line, problem.what))


def faults(
    key: str | Sequence[str], translation: str | Sequence[str], forms: int = 1
) -> Iterator[str]:
    """Yield what is wrong with the translation of one message.

    Args:
        key: The English, or its singular and plural.
        translation: The text, or one for each plural form.
        forms: How many plural forms the language has.

    >>> list(faults("{n} of {total}", "{n} / {totale}"))
    ['placeholders {n} {totale} instead of {n} {total}']
    >>> list(faults("Near:", "附近：")), list(faults("[b]Near[/b]", "附近"))
    ([], ['markup is not as in the English: [/b] [b]'])
    """
    if isinstance(key, str):
        pairs = [(key, key, str(translation))]
    else:
        texts = [translation] if isinstance(translation, str) else list(translation)
        if len(texts) != forms:
            yield f"{len(texts)} plural forms instead of {forms}"
        pairs = [(key[0], key[1], text) for text in texts]
    for one, many, text in pairs:
        if not text.strip():
            yield "not translated"
        else:
            yield from _broken(one, many, text)


def _broken(one: str, many: str, text: str) -> Iterator[str]:
    """Compare one form; where singular and plural differ, it may be like either."""
    try:
        found = _fields(text)
    except ValueError as error:
        yield f"broken placeholder: {error}"
        return
    if found not in (_fields(one), _fields(many)) and found != _needed(many):
        names = " ".join(f"{{{name}}}" for name in found) or "none"
        yield f"placeholders {names} instead of {' '.join(f'{{{name}}}' for name in _fields(many)) or 'none'}"
    for what, pattern in (("%-placeholders are", _PERCENT), ("markup is", _MARKUP)):
        expected = sorted(pattern.findall(many))
        if sorted(pattern.findall(text)) not in (expected, sorted(pattern.findall(one))):
            yield f"{what} not as in the English: {' '.join(expected) or 'none'}"
    lost = sorted(set(_LITERAL.findall(many)) - set(_LITERAL.findall(text)))
    if lost:
        yield f"{', '.join(lost)} must stay as it is"
    if one.rstrip().endswith(":") != text.rstrip().endswith(_COLONS):
        yield "a colon at the end of one of them only"
    for side, ends in (("begin", str.startswith), ("end", str.endswith)):
        if ends(one, "\n") != ends(text, "\n"):
            yield f"does not {side} with a line end as the English does"


def _needed(text: str) -> list[str]:
    """Return the placeholders that no language can do without; an English article is none of them."""
    return [name for name in _fields(text) if name != "article"]


def _fields(text: str) -> list[str]:
    """Return the names of a text's placeholders, each once.

    Raises:
        ValueError: A brace is left open.
    """
    return sorted(
        {name for _text, name, _spec, _turn in Formatter().parse(text) if name is not None}
    )


def _malformed(text: str, path: str) -> Iterator[Problem]:
    """Yield lines that are no PO, and messages that stand there twice; Babel reads over both."""
    seen: set[str] = set()
    key = part = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            yield Problem(path, number, f"not a line of a PO file: {_short(line)}")
            continue
        part = found[1] or part
        if found[1] == "msgid":
            key = ""
        if part == "msgid":
            key += found[2][1:-1]
        elif found[1] in ("msgstr", "msgstr[0]"):
            if key in seen:
                yield Problem(path, number, f"{_short(key)} is there twice")
            seen.add(key)


def _header_problems(header: str, language: str, path: str) -> Iterator[Problem]:
    fields = {}
    for number, line in enumerate(header.splitlines(), 1):
        name, colon, value = line.strip('"').removesuffix("\\n").partition(": ")
        if line.startswith('"') and colon:
            fields[name] = value
            if any(word in value for word in _INITIAL):
                yield Problem(path, number, f"header field {name} still has its initial value")
        if line.startswith("#,") and "fuzzy" in line:
            yield Problem(path, number, "the header is fuzzy")
    for name in _HEADERS:
        if not fields.get(name, "").strip():
            yield Problem(path, 1, f"header field {name} is missing")
    if fields.get("Language", language) != language:
        yield Problem(path, 1, f"header field Language is {fields['Language']}, not {language}")
    if "utf-8" not in fields.get("Content-Type", "utf-8").lower():
        yield Problem(path, 1, "header field Content-Type does not say UTF-8")
    count, rule = PLURALS[language]
    written = re.sub(r"[\s();]", "", fields.get("Plural-Forms", ""))
    if written != re.sub(r"[\s();]", "", f"nplurals={count};plural={rule}"):
        yield Problem(path, 1, f"Plural-Forms is not nplurals={count}; plural={rule};")


def _key(message: Message) -> str | tuple[str, str]:
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def _short(key: str | tuple[str, str]) -> str:
    text = key if isinstance(key, str) else key[0]
    return repr(text if len(text) <= 50 else f"{text[:49]}…")


def _shown(path: str, root: str) -> str:
    inside = os.path.abspath(path).startswith(os.path.abspath(root) + os.sep)
    return (os.path.relpath(path, root) if inside else path).replace(os.sep, "/")
