"""gettext catalogs as formats: PO, POT and MO.

    export po --domain bodies --to zh_CN --to zh_TW --mo -o catalogs/   catalogs/zh_CN/LC_MESSAGES/bodies.po, .mo; catalogs/bodies.pot
    export po --to zh_CN -o bodies.po                                   one file, or stdout

``po_catalogs`` makes the messages, ``po_updating`` brings catalogs that are there up to date, ``po_items`` reads.
"""

from __future__ import annotations

import re

from glossary.errors import InputError
from glossary.formats.interface import Format, Head, Input
from glossary.formats.options import (
    COLLECTION,
    EVIDENCE,
    FROM,
    INCLUDE,
    KIND,
    READ_FROM,
    READ_TO,
    TO,
    Option,
)
from glossary.i18n import N_, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from glossary.formats.interface import Read
    from glossary.formats.locales import Locale
    from glossary.formats.outputs import Output
    from glossary.formats.po_catalogs import Catalogs
    from glossary.formats.spools import Spool
    from glossary.model.entries import Entry

__all__ = ["MoFormat", "PoFormat", "PotFormat"]

_DOMAIN_NAME = re.compile(r"[\w.+-]*[\w+-]\Z")
_MESSAGE = re.compile(rb"^(?:#~ )?msgid[ \t]+\"", re.MULTILINE)

_DOMAIN = Option("domain", N_("name of the catalogs"), "NAME", default="glossary")
_MO = Option("mo", N_("compiled catalogs beside the others"), flag=True)
_CONTEXT = Option(
    "context",
    N_("msgctxt, the entry's id: only where one msgid names several entries, or always"),
    choices=("auto", "always"),
    default="auto",
)
_READING = (
    READ_FROM,
    READ_TO,
    KIND,
    EVIDENCE,
    COLLECTION,
)


class PoFormat(Format):
    """Catalogs for people and translators' tools, one a locale, and the template they share."""

    name = "po"
    title = N_("gettext catalogs")
    extensions = (".po", ".pot")
    into_folder = True
    reading = _READING
    writing = (FROM, TO, _DOMAIN, _MO, _CONTEXT, INCLUDE)

    def detect(self, head: Head) -> int:
        """Sure of a line that begins with ``msgid "``."""
        return 95 if _MESSAGE.search(head.data) else 0

    def read(self, file: Input) -> Iterator[Read]:
        """Yield corrections of what we gave out, items of what others did, and problems."""
        from glossary.formats.po_items import read_catalog
        from glossary.formats.po_reading import PoReader

        yield from read_catalog(PoReader(file.stream, file.path), file)

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write a catalog for each locale into a folder, or the only one to a file."""
        job = _Job(file)
        single = file.is_stream or file.path.lower().endswith(self.extensions)
        with job.gathered(entries) as catalogs:
            if single:
                if file.options.flag("mo"):
                    raise InputError(
                        _("--mo makes files beside the catalogs"), fix=_("Name a folder with -o.")
                    )
                job.write_po(catalogs, job.only(), file.stream)
                return
            job.write_pot(catalogs, file.file(f"{job.domain}.pot"))
            for locale in job.locales:
                place = f"{locale.name}/LC_MESSAGES/{job.domain}"
                with job.spool() as compiled:
                    name = f"{place}.po"
                    job.write_po(catalogs, locale, file.file(name), name, compiled)
                    if compiled is not None:
                        job.write_mo(compiled, file.file(f"{place}.mo"))


class PotFormat(Format):
    """A template: every msgid, no translation."""

    name = "pot"
    title = N_("a gettext template")
    extensions = (".pot",)
    reads = False
    writing = (FROM, _DOMAIN, _CONTEXT)

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write the template."""
        job = _Job(file)
        with job.gathered(entries) as catalogs:
            job.write_pot(catalogs, file.stream)


class MoFormat(Format):
    """Compiled catalogs: what is not fuzzy, for programs."""

    name = "mo"
    title = N_("compiled gettext catalogs")
    extensions = (".mo", ".gmo")
    into_folder = True
    reading = _READING
    writing = (FROM, TO, _DOMAIN, _CONTEXT, INCLUDE)

    def detect(self, head: Head) -> int:
        """Sure of its first four bytes."""
        return 100 if head.data[:4] in (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde") else 0

    def read(self, file: Input) -> Iterator[Read]:
        """Yield an item for each message."""
        from glossary.formats.mo import MoReader
        from glossary.formats.po_items import read_catalog

        yield from read_catalog(MoReader(file.stream, file.path), file)

    def write(self, entries: Iterable[tuple[Entry, str]], file: Output) -> None:
        """Write a compiled catalog for each locale into a folder, or the only one to a file."""
        job = _Job(file)
        single = file.is_stream or file.path.lower().endswith(self.extensions)
        file.ledger.notes.append(
            _("a compiled catalog holds names alone, without notes, sources and what is fuzzy")
        )
        with job.gathered(entries) as catalogs:
            if single:
                job.compile(catalogs, job.only(), file.stream)
                return
            for locale in job.locales:
                name = f"{locale.name}/LC_MESSAGES/{job.domain}.mo"
                job.compile(catalogs, locale, file.file(name))


class _Job:
    """One export of catalogs: its options, read."""

    def __init__(self, file: Output) -> None:
        from glossary.formats.locales import parse_locale

        options = file.options
        self.domain = options.text("domain")
        if not _DOMAIN_NAME.match(self.domain):
            raise InputError(
                _("{domain!r} cannot be a name of catalogs").format(domain=self.domain),
                fix=_("Use letters, digits, '.', '_' and '-'."),
            )
        self.source = parse_locale(options.text("from")).tag
        names = options.many("to") if options.knows("to") else ()
        self.locales = [parse_locale(name) for name in dict.fromkeys(names)]
        self._file = file

    def gathered(self, entries: Iterable[tuple[Entry, str]]) -> Catalogs:
        """Return the catalogs of all locales, gathered; a block."""
        from glossary.formats.po_catalogs import Catalogs

        options = self._file.options
        catalogs = Catalogs(
            self.source,
            [(locale.tag, locale.name) for locale in self.locales],
            day=self._file.day,
            include=options.many("include") if options.knows("include") else (),
            always=options.text("context") == "always",
            ledger=self._file.ledger,
        )
        catalogs.gather(entries)
        return catalogs

    def only(self) -> Locale:
        """The locale, where one file is written.

        Raises:
            InputError: There are several.
        """
        if len(self.locales) > 1:
            raise InputError(
                _("one file holds one locale, and {count} are asked for").format(
                    count=len(self.locales)
                ),
                fix=_("Name a folder with -o, or one locale with --to."),
            )
        return self.locales[0]

    def spool(self) -> Spool | _Nothing:
        """A block that gathers rows for a MO, where one is asked for."""
        from glossary.formats.spools import Spool

        return Spool() if self._file.options.flag("mo") else _Nothing()

    def write_pot(self, catalogs: Catalogs, stream: BinaryIO) -> None:
        """Write the template."""
        from glossary.formats.po_writing import write_messages

        write_messages(self._fields(None), catalogs.messages(None), stream, template=True)

    def write_po(
        self,
        catalogs: Catalogs,
        locale: Locale,
        stream: BinaryIO,
        path: str = "",
        compiled: Spool | None = None,
    ) -> None:
        """Write one catalog, brought up to date where it is there already."""
        from glossary.formats.po_writing import update_messages, write_messages

        made = catalogs.messages(self.locales.index(locale))
        fields = self._fields(locale)
        existing = self._file.existing(path)
        path = path or self._file.path
        if existing is None:
            write_messages(fields, made, stream, compiled)
            return
        with existing:
            kept = update_messages(existing, path, fields, made, stream, compiled)
        if kept:
            self._file.ledger.notes.append(
                _(
                    "{path}: {count} translations differ from the glossary and were left as people made them"
                ).format(path=path, count=kept)
            )

    def write_mo(self, compiled: Spool, stream: BinaryIO) -> None:
        """Write what was gathered."""
        from glossary.formats.mo import write_mo

        write_mo(compiled, stream)

    def compile(self, catalogs: Catalogs, locale: Locale, stream: BinaryIO) -> None:
        """Write one compiled catalog."""
        from glossary.formats.mo import write_mo
        from glossary.formats.po_writing import compiled_rows

        made = catalogs.messages(self.locales.index(locale))
        write_mo(compiled_rows(self._fields(locale), made), stream)

    def _fields(self, locale: Locale | None) -> dict[str, str]:
        from glossary.formats.po_headers import header_fields

        return header_fields(self.domain, self.source, locale)


class _Nothing:
    """A block that holds nothing."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_error: object) -> None:
        return None
