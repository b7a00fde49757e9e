"""TBX in: one concept after another, of any dialect and version, as items.

    version 3, DCA and DCT             conceptEntry > langSec > termSec > term, termNote …
    version 2                          termEntry > langSet > tig, or ntig > termGrp
    TBX-Min of BYU, before 2019        entry > langGroup > termGroup > term, termStatus …

Elements are told apart by their local names, whatever version, dialect or namespace the file claims: many claim one and
are another. What the model has no word for is kept as an extra of the entry or the name, with the language where it was
said of one.
"""

from __future__ import annotations

from glossary.errors import GlossaryError, InvalidError
from glossary.formats.items import IdPlaces
from glossary.formats.ledgers import Fate
from glossary.formats.tbx.concepts import ConceptReader
from glossary.formats.tbx.private import PrivateReader
from glossary.formats.xml_faults import wrong_root
from glossary.formats.xml_input import XmlFile, local_name
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from glossary.formats.interface import Input, Read

__all__ = ["ROOTS", "read_tbx"]

ROOTS = ("tbx", "martif", "TBX")
"""Roots of the three grammars."""
CONCEPTS = ("conceptEntry", "termEntry", "entry")
GENERATOR = "Zhengming"
"""What the source of a file of ours begins with."""


def read_tbx(file: Input) -> Iterator[Read]:
    """Yield the entries of a TBX file and its problems.

    Args:
        file: The file.
    Raises:
        InputError: It is not well-formed, or no TBX.
    """
    xml = XmlFile(file.stream, file.path, CONCEPTS)
    if xml.root_name not in ROOTS:
        raise wrong_root("TBX", xml.root_name, "tbx", file.path)
    reader: ConceptReader | PrivateReader | None = None
    count = 0
    with IdPlaces() as ids:
        for item in xml.items():
            if reader is None:
                reader = _reader(xml, file, ids)
            count += 1
            try:
                yield from reader.read(item)
            except InvalidError as error:
                yield error.at(file.path, item.line, item.column)
    if not count:
        yield _nothing(file)
    elif xml.has_rest("back"):
        file.ledger.add("back", Fate.DROPPED, _("people and resources listed after the concepts"))
    if reader is not None:
        reader.close()


def _reader(xml: XmlFile, file: Input, ids: IdPlaces) -> ConceptReader | PrivateReader:
    language = xml.root_attributes.get("xml:lang", "en")
    ours = any(text.startswith(GENERATOR) for text in _header(xml.head()))
    if xml.root_attributes.get("type") == "TBX-Zhengming":
        return PrivateReader(file, language, ids)
    return ConceptReader(file, language, ours=ours)


def _header(root: Element) -> Iterator[str]:
    for part in root:
        if local_name(part.tag).lower() in ("tbxheader", "martifheader", "header"):
            yield from (text.strip() for text in part.itertext())


def _nothing(file: Input) -> GlossaryError:
    return InvalidError(
        _("the file has no concept"),
        path=file.path,
        fix=_("Give one with conceptEntry or termEntry in its body."),
    )
