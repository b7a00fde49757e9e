"""TBX as a format: what the command line offers, and the file from head to foot."""

from __future__ import annotations

from glossary.formats.interface import Format, Head, Input
from glossary.formats.options import COLLECTION, EVIDENCE, KIND, Option
from glossary.formats.selection import without_patterns
from glossary.i18n import N_
from glossary.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.formats.interface import Read
    from glossary.formats.outputs import Output
    from glossary.model.entries import Entry

__all__ = ["TbxFormat"]

_DIALECTS = ("core", "min", "basic", "linguist", "zhengming", "martif", "martif-ntig")
_BLOCK = 200
"""How many entries are put together before they are written."""


class TbxFormat(Format):
    """Term bases: versions 2 and 3 in, every public dialect and our own out."""

    name = "tbx"
    title = N_("TBX, for term bases")
    extensions = (".tbx", ".xml")
    reading = (
        KIND,
        EVIDENCE,
        COLLECTION,
        Option(
            "conformance", N_("tell where a TBX file departs from its dialect's rules"), flag=True
        ),
    )
    writing = (
        Option(
            "dialect",
            N_("dialect of TBX: zhengming is lossless, martif is version 2"),
            "DIALECT",
            default="basic",
            choices=_DIALECTS,
        ),
        Option(
            "style",
            N_("how TBX names its categories: by attribute or by tag"),
            "STYLE",
            default="dca",
            choices=("dca", "dct"),
        ),
    )

    def detect(self, head: Head) -> int:
        """Sure of a root of TBX."""
        return 100 if head.root in ("tbx", "martif", "TBX") else 0

    def read(self, file: Input) -> Iterator[Read]:
        """Yield its entries and problems, concept by concept."""
        from glossary.formats.tbx.conformance import check_tbx
        from glossary.formats.tbx.reading import read_tbx

        if file.options.flag("conformance"):
            for departure in check_tbx(file.stream, file.path):
                file.warn(departure)
            file.stream.seek(0)
        yield from read_tbx(file)

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write entries; what the dialect has no room for is told."""
        from glossary.formats.tbx.markup import Markup
        from glossary.formats.tbx.private_writing import PrivateWriter
        from glossary.formats.tbx.writing import ConceptWriter

        dialect = file.options.text("dialect")
        markup = Markup(dialect, file.options.text("style"))
        if dialect != "zhengming":
            entries = without_patterns(entries, file.ledger)
        writer = (PrivateWriter if dialect == "zhengming" else ConceptWriter)(markup, file.day)
        stream, block, count = file.stream, [], 0
        block.append(markup.head("Zhengming", f"Zhengming {__version__}, {file.day}"))
        for entry, review in entries:
            count += 1
            block.append(writer.concept(entry, review))
            if len(block) >= _BLOCK:
                stream.write("".join(block).encode())
                block.clear()
        block.append(markup.foot)
        stream.write("".join(block).encode())
        writer.tell(file.ledger, count)
