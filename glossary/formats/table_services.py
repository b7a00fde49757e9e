"""Tables for machine translation, which reads one answer for each name and nothing else.

    deepl     two columns, no header, at most 1,024 bytes each and 10 MB in all
    google    two columns without a header, or for several languages a header of their codes
    amazon    a header of language codes, the source first

A name with several answers is given the first, which is that of its preferred name; the others are told. No cell gets an
apostrophe, which would become part of the term: a row that a spreadsheet would run is left out and told.

Source: DeepL's, Google's and Amazon's pages on glossary files.
"""

from __future__ import annotations

from glossary.formats.ledgers import Fate
from glossary.formats.table_layouts import TableLayout, service_code, texts_of
from glossary.formats.table_writing import TableWriter
from glossary.i18n import N_, _
from glossary.store.scratch import Scratch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.outputs import Output
    from glossary.formats.table_pairs import Pair
    from glossary.model.entries import Entry

    Entries = Iterable[tuple[Entry, str]]

__all__ = ["AmazonFormat", "DeeplFormat", "GoogleFormat"]

_PHRASE_BYTES = 1024
_FILE_BYTES = 10 * 1024 * 1024


class DeeplFormat(TableLayout):
    """Two columns; a name that several entries have, or with several answers, is given the first only."""

    name = "deepl"
    title = N_("a glossary for DeepL, as CSV")
    extensions = (".csv",)

    def write(self, entries: Entries, file: Output) -> None:
        """Write a row for each name, each once."""
        size = 0
        with TableWriter(file.stream, file.ledger, strict=True, newline="\n") as table:
            for texts in _once(self.pairs(entries, file), file):
                lengths = [len(text.encode()) for text in texts]
                if max(lengths) > _PHRASE_BYTES:
                    why = _("longer than 1,024 bytes, which DeepL refuses")
                    file.ledger.add("names.text", Fate.DROPPED, why)
                    continue
                size += sum(lengths) + 2
                table.write(texts)
        if size > _FILE_BYTES:
            file.ledger.notes.append(
                _("the file is longer than 10 MB, which DeepL refuses: choose fewer entries")
            )


def _once(pairs: Iterator[Pair], file: Output) -> Iterator[list[str]]:
    """Rows whose first cell did not stand before; machine translation takes one answer."""
    with Scratch() as seen:
        for pair in pairs:
            texts = texts_of(pair)
            own = "\t".join(texts[1:])
            first = seen.claim(texts[0], own)
            if first == own and not _stood(seen, texts[0], own):
                yield texts
            elif first != own:
                why = _("the name stands in the file already, with another answer")
                file.ledger.add("names.text", Fate.DROPPED, why)


def _stood(seen: Scratch, text: str, own: str) -> bool:
    """Whether just this row was written before."""
    key = f"{text}\t{own}"
    there = key in seen
    seen.claim(key, "1")
    return there


class GoogleFormat(TableLayout):
    """One direction without a header, or sets of equivalent terms with one."""

    name = "google"
    title = N_("a glossary for Google Translation, as CSV")
    extensions = (".csv",)
    several = True

    def write(self, entries: Entries, file: Output) -> None:
        """Write a row for each name."""
        source, targets = self.sides(file)
        with TableWriter(file.stream, file.ledger, strict=True, newline="\n") as table:
            if len(targets) > 1:
                table.write([service_code(tag) for tag in (source, *targets)])
                for pair in self.pairs(entries, file):
                    table.write(texts_of(pair))
                return
            for texts in _once(self.pairs(entries, file), file):
                table.write(texts)


class AmazonFormat(TableLayout):
    """A header of language codes; the first is the source."""

    name = "amazon"
    title = N_("custom terminology for Amazon Translate, as CSV")
    extensions = (".csv",)
    several = True

    def write(self, entries: Entries, file: Output) -> None:
        """Write the header and a row for each name, each once."""
        source, targets = self.sides(file)
        with TableWriter(file.stream, file.ledger, strict=True, newline="\n") as table:
            table.write([_amazon_code(tag) for tag in (source, *targets)])
            for texts in _once(self.pairs(entries, file), file):
                if all(texts):
                    table.write(texts)
                else:
                    why = _("Amazon Translate wants an answer in every language")
                    file.ledger.add("names.text", Fate.DROPPED, why)


def _amazon_code(tag: str) -> str:
    return {"zh-CN": "zh", "zh-HK": "zh-TW"}.get(service_code(tag), service_code(tag))
