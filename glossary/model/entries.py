"""One concept with all its names: a body, a document, a place, a person.

Rules over the names of one entry: at least one; no two alike; at most one preferred per language tag at any
date; a pair joins names of different languages.
"""

from __future__ import annotations

from enum import Enum

from glossary.errors import InvalidError
from glossary.i18n import _
from glossary.model.dates import first_day, last_day, parse_date, spans_overlap
from glossary.model.names import Extra, Name, Usage
from glossary.model.relations import Relation, check_not_self
from glossary.model.rules import check_choice, check_id, check_line, check_note
from glossary.model.sources import Source
from glossary.model.tags import base_language, parse_tag
from glossary.model.values import blank, dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.model.patterns import PatternFacts

__all__ = [
    "APART",
    "BodyFacts",
    "DocumentFacts",
    "Entry",
    "Kind",
    "Level",
    "LocalText",
    "Review",
    "checked_entry",
]


class Kind(str, Enum):
    """What an entry is."""

    BODY = "body"
    DOCUMENT = "document"
    PLACE = "place"
    PERSON = "person"
    POSITION = "position"
    PROGRAMME = "programme"
    EVENT = "event"
    TERM = "term"
    PATTERN = "pattern"


class Review(str, Enum):
    """Where an entry stands in its life."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"
    RETIRED = "retired"


class Level(str, Enum):
    """The level of the administration a body belongs to; ``institution`` for schools and the like."""

    CENTRAL = "central"
    PROVINCIAL = "provincial"
    SUB_PROVINCIAL = "sub-provincial"
    PREFECTURAL = "prefectural"
    COUNTY = "county"
    TOWNSHIP = "township"
    INSTITUTION = "institution"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalText:
    """A definition or a note in one language, with its sources."""

    lang: str
    text: str
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "lang", parse_tag(self.lang))
        check_note(self.text, "text")


APART = ("71", "81", "82")
"""What the codes of Taiwan, Hong Kong and Macao begin with: their bodies have names of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFacts:
    """Level, place (GB/T 2260 code, six digits) and dates of a body."""

    level: Level | None = None
    place: str = ""
    founded: str = ""
    dissolved: str = ""

    def __post_init__(self) -> None:
        if self.level is not None:
            object.__setattr__(self, "level", check_choice(Level, self.level, "level"))
        if self.place and not (
            len(self.place) == 6 and self.place.isdecimal() and self.place.isascii()
        ):
            raise InvalidError(
                _("place {place!r} is not a GB/T 2260 code").format(place=self.place),
                field="place",
                fix=_("Write six digits, in quotes."),
            )
        for field in ("founded", "dissolved"):
            if getattr(self, field):
                parse_date(getattr(self, field), field)

    @property
    def apart(self) -> str:
        """The first digits of the place's code for a body of Taiwan, Hong Kong or Macao; else empty.

        >>> BodyFacts(place="810000").apart, BodyFacts(place="130000").apart
        ('81', '')
        """
        return self.place[:2] if self.place.startswith(APART) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """Issuer (an entry's id), number, date, status and type of a document."""

    issuer: str = ""
    number: str = ""
    date: str = ""
    status: str = ""
    type: str = ""

    def __post_init__(self) -> None:
        if self.issuer:
            check_id(self.issuer, "issuer")
        if self.date:
            parse_date(self.date)
        for field in ("number", "status", "type"):
            if getattr(self, field):
                check_line(getattr(self, field), field)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One concept; all its names mean the same thing.

    Attributes:
        id: Fixed at creation, never reused.
        kind: What it is.
        names: At least one.
        relations: To other entries.
        definitions: One or more per language.
        notes: Remarks, per language.
        domains: Subject fields.
        collections: Clients and projects it belongs to.
        body: Facts of a body.
        document: Facts of a document.
        extra: What other programs say of it that has no field here.
        pattern: What a pattern makes, and its slots.

    Raises:
        InvalidError: A field, or the names together, break a rule.

    >>> from glossary.model.names import Evidence
    >>> name = Name(text="State Council", lang="en", evidence=Evidence.UNSOURCED)
    >>> Entry(id="state-council", kind=Kind.BODY, names=(name,)).kind.value
    'body'
    """

    id: str
    kind: Kind
    names: tuple[Name, ...]
    relations: tuple[Relation, ...] = ()
    definitions: tuple[LocalText, ...] = ()
    notes: tuple[LocalText, ...] = ()
    domains: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    body: BodyFacts | None = None
    document: DocumentFacts | None = None
    extra: tuple[Extra, ...] = ()
    pattern: PatternFacts | None = None

    def __post_init__(self) -> None:
        check_id(self.id)
        object.__setattr__(self, "kind", check_choice(Kind, self.kind, "kind"))
        for field in ("domains", "collections"):
            for text in getattr(self, field):
                check_line(text, field, limit=200)
        if self.body and self.kind is not Kind.BODY:
            raise InvalidError(
                _("a {kind} has no body facts").format(kind=self.kind.value),
                field="body",
                fix=_("Leave them out."),
            )
        if self.document and self.kind is not Kind.DOCUMENT:
            raise InvalidError(
                _("a {kind} has no document facts").format(kind=self.kind.value),
                field="document",
                fix=_("Leave them out."),
            )
        check_names(self.names)
        if (self.kind is Kind.PATTERN) != (self.pattern is not None):
            raise InvalidError(
                _("a pattern, and nothing else, says what it makes"),
                field="pattern",
                fix=_("Write 'kind: pattern' and 'pattern: {makes: …}', or neither."),
            )
        if self.pattern is not None:
            from glossary.model.patterns import check_pattern_names

            check_pattern_names(self.pattern, self.names)
        check_not_self(self.relations, self.id)

    @property
    def days(self) -> tuple[str, str]:
        """First and last day of a body, first of a document; the whole of time where nothing is said.

        >>> from glossary.model.names import Evidence
        >>> name = Name(text="A", lang="en", evidence=Evidence.UNSOURCED)
        >>> Entry(id="a", kind=Kind.BODY, names=(name,), body=BodyFacts(founded="1978")).days
        ('1978-01-01', '9999-12-31')
        """
        if self.body:
            return first_day(self.body.founded), last_day(self.body.dissolved)
        return first_day(self.document.date if self.document else ""), last_day("")

    def days_of(self, name: Name) -> tuple[str, str]:
        """Return the first and last day a name of the entry was in use.

        Where the name itself does not say, it came and went with what it names. Everything asked as of a date
        goes by this.

        >>> from glossary.model.names import Evidence
        >>> name = Name(text="A", lang="en", evidence=Evidence.UNSOURCED, end="2001")
        >>> Entry(id="a", kind=Kind.BODY, names=(name,), body=BodyFacts(founded="1978")).days_of(name)
        ('1978-01-01', '2001-12-31')
        """
        first, last = name.days
        born, gone = self.days
        if not name.start and born <= last:
            first = born
        if not name.end and first <= gone:
            last = gone
        return first, last

    def names_on(self, day: str) -> tuple[Name, ...]:
        """Return the names in use on a day (``YYYY-MM-DD``)."""
        found = []
        for name in self.names:
            first, last = self.days_of(name)
            if first <= day <= last:
                found.append(name)
        return tuple(found)


def check_names(names: tuple[Name, ...]) -> None:
    """Check the rules over the names of one entry.

    Raises:
        InvalidError: There is no name, a name twice, two preferred names of one tag at one date, or a pair
            within one language.

    >>> check_names(())
    Traceback (most recent call last):
    glossary.errors.InvalidError: the entry has no name. Give it at least one.
    """
    if not names:
        raise InvalidError(
            _("the entry has no name"), field="names", fix=_("Give it at least one.")
        )
    seen: set[tuple[str, str, str, str, str]] = set()
    for name in names:
        key = (name.text, name.lang, name.type.value, name.start, name.end)
        if key in seen:
            raise InvalidError(
                _("name {text!r} ({lang}) stands twice").format(text=name.text, lang=name.lang),
                field="names",
                fix=_("Leave one out."),
            )
        seen.add(key)
    preferred = [name for name in names if name.usage is Usage.PREFERRED]
    for at, name in enumerate(preferred):
        for other in preferred[at + 1 :]:
            if name.lang == other.lang and spans_overlap(name.days, other.days):
                raise InvalidError(
                    _(
                        "two names are preferred in {lang} at the same date: {text!r} and {other!r}"
                    ).format(lang=name.lang, text=name.text, other=other.text),
                    field="usage",
                    fix=_("Make one of them 'admitted', or give them dates."),
                )
    for name in names:
        if name.pair and not any(
            other.pair == name.pair and base_language(other.lang) != base_language(name.lang)
            for other in names
        ):
            raise InvalidError(
                _("pair {pair!r} of {text!r} has no name in another language").format(
                    pair=name.pair, text=name.text
                ),
                field="pair",
                fix=_("Give the same label to the name that renders it."),
            )


_Blank = blank(Entry)


def checked_entry(
    entry_id: str,
    kind: Kind,
    names: tuple[Name, ...],
    definitions: tuple[LocalText, ...] = (),
    notes: tuple[LocalText, ...] = (),
    domains: tuple[str, ...] = (),
    collections: tuple[str, ...] = (),
    extra: tuple[Extra, ...] = (),
) -> Entry:
    """Return an entry of parts that keep every rule already, as fast as a reader of a million entries needs it.

    Args:
        entry_id: As ``check_id`` returns it.
        kind: Its kind; no pattern.
        names: At least one, none twice, at most one preferred of a language, no pairs.
        definitions: Its definitions.
        notes: Its notes.
        domains: Lines of at most 200 characters.
        collections: Lines of at most 200 characters.
        extra: Its extras.

    >>> from glossary.model.names import Evidence, Name
    >>> checked_entry("a", Kind.TERM, (Name(text="A", lang="en", evidence=Evidence.UNSOURCED),)).id
    'a'
    """
    entry = _Blank()
    entry.id = entry_id
    entry.kind = kind
    entry.names = names
    entry.relations = ()
    entry.definitions = definitions
    entry.notes = notes
    entry.domains = domains
    entry.collections = collections
    entry.body = entry.document = entry.pattern = None
    entry.extra = extra
    entry.__class__ = Entry
    made: Entry = entry
    return made
