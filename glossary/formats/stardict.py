"""StarDict, a dictionary for readers: every name and its pinyin is a headword, each entry one article.

    NAME.ifo    what the dictionary is, and how large
    NAME.idx    headwords, sorted as StarDict compares them, each with the place of its article
    NAME.dict   the articles, plain text in UTF-8

Source: StarDict's own description, ``doc/StarDictFileFormat`` (version 2.4.2); sdcv opens what is written here.
"""

from __future__ import annotations

import re
import struct

from glossary.errors import InputError
from glossary.formats.interface import Format
from glossary.formats.ledgers import Fate
from glossary.formats.options import Option
from glossary.formats.selection import without_patterns
from glossary.i18n import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.formats.articles import Article
    from glossary.formats.outputs import Output
    from glossary.model.entries import Entry

__all__ = ["StardictFormat"]

_WORD_BYTES = 255
"""The longest headword StarDict allows."""
_OFFSET_LIMIT = 2**32
_NAME = re.compile(r"[\w.+-]*[\w+-]\Z")


class StardictFormat(Format):
    """A dictionary in three files."""

    name = "stardict"
    title = N_("StarDict, a reader's dictionary")
    extensions = (".ifo",)
    reads = False
    into_folder = True
    writing = (
        Option("domain", N_("name of the catalogs"), "NAME", default="glossary"),
        Option("title", N_("title of the dictionary"), "TITLE", default="Zhengming"),
    )

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write the three files into a folder.

        Raises:
            InputError: It is to go to a stream, or is too long.
        """
        from glossary.formats.articles import article_of, headwords
        from glossary.formats.spools import Spool, sort_rows

        name = file.options.text("domain")
        if not _NAME.match(name):
            raise InputError(
                _("{name!r} cannot be the name of a file").format(name=name),
                fix=_("Give letters, digits, hyphens and dots."),
            )
        articles, offset, count = file.file(f"{name}.dict"), 0, 0
        with Spool() as words:
            for entry, review in without_patterns(entries, file.ledger):
                article = article_of(entry, review, file.day)
                data = article_text(article).encode()
                if offset + len(data) >= _OFFSET_LIMIT:
                    raise InputError(
                        _("the dictionary is longer than 4 GB"), fix=_("Export a part of it.")
                    )
                articles.write(data)
                count += 1
                for word in headwords(entry):
                    key = word.encode()
                    if len(key) > _WORD_BYTES:
                        file.ledger.add("names.text", Fate.DROPPED, _("longer than 255 bytes"))
                    else:
                        words.put((key.lower(), key, offset, len(data)))
                offset += len(data)
            index, size = file.file(f"{name}.idx"), 0
            for _folded, key, place, length in sort_rows(iter(words)):
                size += index.write(key + b"\0" + struct.pack(">II", place, length))
            file.file(f"{name}.ifo").write(_ifo(file, len(words), size).encode())
            file.ledger.add("names.text", Fate.KEPT, count=len(words))
        file.ledger.add("id", Fate.DROPPED, _("a dictionary is read, not brought back"), count)


def _ifo(file: Output, words: int, size: int) -> str:
    title = " ".join(file.options.text("title").split())
    return (
        "StarDict's dict ifo file\nversion=2.4.2\n"
        f"wordcount={words}\nidxfilesize={size}\nbookname={title}\n"
        f"date={file.day.replace('-', '.')}\nsametypesequence=m\n"
    )


def article_text(article: Article) -> str:
    """Return an article as plain text.

    >>> from glossary.formats.articles import Article
    >>> print(article_text(Article(id="a", english="Ministry A", chinese="甲部", traditional="", pinyin="Jiǎbù",
    ...     others=(("en", "MA", "acronym"),), banned=(), remarks=(), doubt="")))
    Ministry A
    甲部  Jiǎbù
    MA (acronym)
    """
    lines = [article.english] if article.english else []
    chinese = "  ".join(
        part for part in (article.chinese, article.traditional, article.pinyin) if part
    )
    lines += [chinese] if chinese else []
    lines += [f"{text} ({what})" if what else text for _lang, text, what in article.others]
    if article.banned:
        texts = "; ".join(text for _lang, text in article.banned)
        lines.append(_("Not to be used: {names}").format(names=texts))
    lines += [text for _lang, text in article.remarks]
    if article.doubt:
        lines.append(f"[{article.doubt}]")
    return "\n".join(lines)
