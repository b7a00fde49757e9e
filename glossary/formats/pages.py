"""Pages to print or to read: every entry, and behind them an index by English and one by pinyin.

    export html -o glossary.html          one file, nothing fetched; the style sheet is for paper, too
    export markdown -o glossary.md        the same as Markdown, for a wiki or a repository

Entries are written as they come; what the indexes need waits in a temporary file.
"""

from __future__ import annotations

import re
from html import escape

from glossary.formats.interface import Format
from glossary.formats.ledgers import Fate
from glossary.formats.options import Option
from glossary.formats.selection import without_patterns
from glossary.i18n import N_, _, language
from glossary.model.tags import PINYIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.articles import Article
    from glossary.formats.outputs import Output
    from glossary.model.entries import Entry

    Row = tuple[str, str, str, str]

__all__ = ["HtmlFormat", "MarkdownFormat"]

_TITLE = Option("title", N_("title of the dictionary"), "TITLE", default="Zhengming")
_MARKS = re.compile(r"([\\`*_{}\[\]<>#+\-.!|~&])")
_STYLE = """
body { font: 11pt/1.4 Georgia, "Noto Serif", "Noto Serif CJK SC", serif; margin: 2em auto; max-width: 50em; padding: 0 1em }
h1, h2 { font-weight: normal } article { margin: 0 0 .9em; break-inside: avoid } p { margin: 0 }
.zh { font-size: 1.1em } .pinyin { font-style: italic } .what, .doubt { color: #555 } .banned { text-decoration: line-through }
ul.index { columns: 2; list-style: none; padding: 0 } ul.index li { break-inside: avoid } a { color: inherit }
@media print { body { max-width: none; margin: 0 } nav { display: none } a { text-decoration: none } h2 { break-before: page } }
"""


class _Pages(Format):
    """What both have in common."""

    reads = False
    writing = (_TITLE,)

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write the entries, then the indexes."""
        from glossary.formats.articles import article_of
        from glossary.formats.spools import Spool, sort_rows

        def put(text: str) -> None:
            file.stream.write(text.encode())

        title, count = file.options.text("title"), 0
        put(self.head(title, file.day))
        with Spool() as english, Spool() as chinese:
            for entry, review in without_patterns(entries, file.ledger):
                article = article_of(entry, review, file.day)
                put(self.article(article))
                count += 1
                for row in _english(article):
                    english.put(row)
                for row in _chinese(entry, article):
                    chinese.put(row)
            for name, heading, rows in (
                ("english", _("By English"), english),
                ("pinyin", _("By pinyin"), chinese),
            ):
                put(self.index_head(name, heading))
                for _key, text, beside, entry_id in sort_rows(iter(rows)):
                    put(self.index_line(text, beside, entry_id))
                put(self.index_foot())
        put(self.foot())
        file.ledger.add("names", Fate.KEPT, count=count)
        for field in ("names.sources", "names.evidence", "relations", "domains", "collections"):
            file.ledger.add(field, Fate.DROPPED, _("a page to read does not show it"))

    def head(self, title: str, day: str) -> str:
        """What stands before the entries."""
        raise NotImplementedError

    def article(self, article: Article) -> str:
        """One entry."""
        raise NotImplementedError

    def index_head(self, name: str, heading: str) -> str:
        """What stands before an index."""
        raise NotImplementedError

    def index_line(self, text: str, beside: str, entry_id: str) -> str:
        """One line of an index."""
        raise NotImplementedError

    def index_foot(self) -> str:
        """What stands behind an index."""
        return "\n"

    def foot(self) -> str:
        """What stands at the end."""
        return ""


def _english(article: Article) -> Iterator[Row]:
    """The English names, to be looked up by."""
    names = [article.english, *(text for lang, text, _what in article.others if lang[:2] == "en")]
    for text in dict.fromkeys(names):
        if text:
            yield (text.casefold(), text, article.chinese, article.id)


def _chinese(entry: Entry, article: Article) -> Iterator[Row]:
    """The Chinese names by their pinyin, without tones and spaces."""
    from glossary.formats.articles import plain_pinyin
    from glossary.model.names import Usage

    seen: set[str] = set()
    for name in entry.names:
        pinyin = name.rendering(PINYIN)
        if pinyin is None or name.usage is Usage.FORBIDDEN or pinyin.text in seen:
            continue
        seen.add(pinyin.text)
        key = re.sub(r"[^a-z0-9]+", "", plain_pinyin(pinyin.text).lower())
        yield (key, pinyin.text, f"{name.text}  {article.english}".strip(), article.id)


class HtmlFormat(_Pages):
    """One page that prints well."""

    name = "html"
    title = N_("a page to print, with indexes")
    extensions = (".html", ".htm")

    def head(self, title: str, day: str) -> str:
        """What stands before the entries."""
        text, locale = escape(title), escape(language().replace("_", "-"))
        return (
            f'<!DOCTYPE html>\n<html lang="{locale}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width">\n<title>{text}</title>\n'
            f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{text}</h1>\n<p>{escape(day)}</p>\n"
            f'<nav><a href="#english">{escape(_("By English"))}</a> · '
            f'<a href="#pinyin">{escape(_("By pinyin"))}</a></nav>\n<main>\n'
        )

    def article(self, article: Article) -> str:
        """One entry."""
        lines = []
        if article.english:
            lines.append(f'<p lang="en"><b>{escape(article.english)}</b></p>')
        chinese = [
            f'<span class="{kind}" lang="{lang}">{escape(text)}</span>'
            for kind, lang, text in (
                ("zh", "zh-Hans", article.chinese),
                ("zh", "zh-Hant", article.traditional),
                ("pinyin", PINYIN, article.pinyin),
            )
            if text
        ]
        if chinese:
            lines.append(f"<p>{' '.join(chinese)}</p>")
        for lang, text, what in article.others:
            said = f' <span class="what">{escape(what)}</span>' if what else ""
            lines.append(f'<p><span lang="{escape(lang)}">{escape(text)}</span>{said}</p>')
        for lang, text in article.banned:
            lines.append(
                f'<p><span class="banned" lang="{escape(lang)}">{escape(text)}</span> '
                f'<span class="what">{escape(_("not to be used"))}</span></p>'
            )
        lines += [
            f'<p lang="{escape(lang)}">{escape(text).replace(chr(10), "<br>")}</p>'
            for lang, text in article.remarks
        ]
        if article.doubt:
            lines.append(f'<p class="doubt">{escape(article.doubt)}</p>')
        inner = "\n".join(lines)
        return f'<article id="e-{escape(article.id)}">\n{inner}\n</article>\n'

    def index_head(self, name: str, heading: str) -> str:
        """What stands before an index."""
        main = "</main>\n" if name == "english" else ""
        return f'{main}<h2 id="{name}">{escape(heading)}</h2>\n<ul class="index">\n'

    def index_line(self, text: str, beside: str, entry_id: str) -> str:
        """One line of an index."""
        link = f'<a href="#e-{escape(entry_id)}">{escape(text)}</a>'
        return f"<li>{link} {escape(beside)}</li>\n"

    def index_foot(self) -> str:
        """What stands behind an index."""
        return "</ul>\n"

    def foot(self) -> str:
        """What stands at the end."""
        return "</body>\n</html>\n"


class MarkdownFormat(_Pages):
    """The same as Markdown."""

    name = "markdown"
    title = N_("Markdown, with indexes")
    extensions = (".md", ".markdown")

    def head(self, title: str, day: str) -> str:
        """What stands before the entries."""
        return (
            f"# {_marked(title)}\n\n{_marked(day)}\n\n[{_marked(_('By English'))}](#english) · "
            f"[{_marked(_('By pinyin'))}](#pinyin)\n\n"
        )

    def article(self, article: Article) -> str:
        """One entry."""
        lines = [f"**{_marked(article.english)}**"] if article.english else []
        pinyin = f"*{_marked(article.pinyin)}*" if article.pinyin else ""
        chinese = [_marked(article.chinese), _marked(article.traditional), pinyin]
        lines += [" ".join(part for part in chinese if part)] if any(chinese) else []
        for _lang, text, what in article.others:
            lines.append(f"{_marked(text)} ({_marked(what)})" if what else _marked(text))
        lines += [f"~~{_marked(t)}~~ {_marked(_('not to be used'))}" for _lang, t in article.banned]
        lines += [_marked(" ".join(text.split())) for _lang, text in article.remarks]
        lines += [f"*{_marked(article.doubt)}*"] if article.doubt else []
        inner = "  \n".join(lines)
        return f'<a id="e-{article.id}"></a>\n{inner}\n\n'

    def index_head(self, name: str, heading: str) -> str:
        """What stands before an index."""
        return f'<a id="{name}"></a>\n\n## {_marked(heading)}\n\n'

    def index_line(self, text: str, beside: str, entry_id: str) -> str:
        """One line of an index."""
        return f"- [{_marked(text)}](#e-{entry_id}) {_marked(beside)}\n"


def _marked(text: str) -> str:
    """Text in which nothing is a mark of Markdown."""
    return _MARKS.sub(r"\\\1", text)
