"""One designation of an entry, with all that is known about how it is known."""

from __future__ import annotations

from enum import Enum

from glossary.errors import InvalidError
from glossary.i18n import _
from glossary.model.dates import parse_date, span
from glossary.model.rules import RENDERING_LIMIT, check_choice, check_line, check_note
from glossary.model.sources import Source
from glossary.model.tags import parse_tag
from glossary.model.values import blank, dataclass

__all__ = [
    "Context",
    "Evidence",
    "Extra",
    "Name",
    "NameType",
    "Rendering",
    "Usage",
    "checked_name",
    "generated",
]


class NameType(str, Enum):
    """What sort of name it is (ISO 30042 ``termType``, plus ours)."""

    FULL = "full"
    SHORT = "short"
    ACRONYM = "acronym"
    ALIAS = "alias"
    FORMER = "former"
    VARIANT = "variant"


class Usage(str, Enum):
    """How far the name is to be used (ISO 30042 ``administrativeStatus``, plus ``forbidden``)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"


class Evidence(str, Enum):
    """How the name is known, strongest first."""

    OFFICIAL = "official"
    ESTABLISHED = "established"
    ATTESTED = "attested"
    UNSOURCED = "unsourced"
    COMPOSED = "composed"
    RECONSTRUCTED = "reconstructed"

    @property
    def rank(self) -> int:
        """Place in the order, 0 for the strongest.

        >>> Evidence.OFFICIAL.rank < Evidence.COMPOSED.rank
        True
        """
        return _EVIDENCE_ORDER.index(self)

    @property
    def needs_source(self) -> bool:
        """Whether a name with this evidence must cite a source someone looked at."""
        return self.rank <= _EVIDENCE_ORDER.index(Evidence.ATTESTED)


_EVIDENCE_ORDER = tuple(Evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """What is derived from a name: its pinyin (``zh-Latn-pinyin``) or the other script.

    Attributes:
        lang: Language tag of the rendering.
        text: The rendering.
        generated: True for a program's; a person's correction is never overwritten.
    """

    lang: str
    text: str
    generated: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "lang", parse_tag(self.lang))
        check_line(self.text, "rendering", limit=RENDERING_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A sentence in which the name stood, and where that was."""

    text: str
    source: Source | None = None

    def __post_init__(self) -> None:
        check_note(self.text, "context")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """What a file of another program says that the model has no word for, kept to be written there again.

    Attributes:
        key: Format and category: ``tbx:termNote/partOfSpeech``.
        text: What it says.
        lang: The language it was said of, where it was said of one.

    >>> Extra(key="tbx:termNote/partOfSpeech", text="noun").text
    'noun'
    """

    key: str
    text: str
    lang: str = ""

    def __post_init__(self) -> None:
        check_line(self.key, "key", limit=200)
        check_note(self.text, "text")
        if self.lang:
            object.__setattr__(self, "lang", parse_tag(self.lang))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One designation of an entry in one language.

    Attributes:
        text: The name, NFC, one line.
        lang: BCP 47 tag of its language: ``en``, ``zh-Hans``, ``en-x-reuters``.
        type: What sort of name.
        usage: Preferred, admitted, deprecated or forbidden.
        evidence: How it is known.
        issuer: Who gave the name in this language; empty where unknown.
        sources: Where it was read; at least one for the three strongest kinds of evidence.
        start: First date it was valid (``from`` in files), empty where open.
        end: Last date it was valid (``to`` in files), empty where open.
        pair: Label shared by the names of one entry that render each other.
        note: A remark.
        context: A sentence it stood in.
        case_sensitive: Whether it is recognised in its own case only.
        renderings: What is derived from it, at most one per language tag.
        extra: What other programs say of it that has no field here.

    Raises:
        InvalidError: A field breaks its rule.

    >>> Name(text="国安部", lang="zh-hans", type=NameType.SHORT, evidence=Evidence.UNSOURCED).lang
    'zh-Hans'
    """

    text: str
    lang: str
    type: NameType = NameType.FULL
    usage: Usage = Usage.ADMITTED
    evidence: Evidence
    issuer: str = ""
    sources: tuple[Source, ...] = ()
    start: str = ""
    end: str = ""
    pair: str = ""
    note: str = ""
    context: Context | None = None
    case_sensitive: bool = False
    renderings: tuple[Rendering, ...] = ()
    extra: tuple[Extra, ...] = ()

    def __post_init__(self) -> None:
        check_line(self.text, "text")
        put = object.__setattr__
        put(self, "lang", parse_tag(self.lang))
        put(self, "type", check_choice(NameType, self.type, "type"))
        put(self, "usage", check_choice(Usage, self.usage, "usage"))
        put(self, "evidence", check_choice(Evidence, self.evidence, "evidence"))
        for key in ("issuer", "pair"):
            if getattr(self, key):
                check_line(getattr(self, key), key)
        if self.note:
            check_note(self.note, "note")
        if self.start:
            parse_date(self.start, "from")
        if self.end:
            parse_date(self.end, "to")
        if self.start and self.end:
            span(self.start, self.end)
        if self.evidence.needs_source and not self.sources:
            raise InvalidError(
                _("name {text!r} is called {evidence} but has no source").format(
                    text=self.text, evidence=self.evidence.value
                ),
                field="sources",
                why=_("official, established and attested need a source someone looked at"),
                fix=_("Add the source, or write 'unsourced'."),
            )
        if len({rendering.lang for rendering in self.renderings}) < len(self.renderings):
            raise InvalidError(
                _("name {text!r} has two renderings of one language").format(text=self.text),
                field="renderings",
            )

    @property
    def is_chinese(self) -> bool:
        """Whether the name is written in Chinese (not its pinyin)."""
        return self.lang == "zh" or (self.lang.startswith("zh-") and "Latn" not in self.lang)

    @property
    def is_english(self) -> bool:
        """Whether the name is English of any region or house."""
        return self.lang == "en" or self.lang.startswith("en-")

    @property
    def days(self) -> tuple[str, str]:
        """First and last day the name was valid."""
        return span(self.start, self.end)

    def is_valid_on(self, day: str) -> bool:
        """Return whether the name was in use on a day (YYYY-MM-DD)."""
        if not self.start and not self.end:
            return True
        first, last = self.days
        return first <= day <= last

    def rendering(self, lang: str) -> Rendering | None:
        """Return the rendering in a language, where there is one."""
        for item in self.renderings:
            if item.lang == lang:
                return item
        return None


_Blank = blank(Name)
_BlankRendering = blank(Rendering)


def generated(lang: str, text: str) -> Rendering:
    """Return a rendering that a program made, as fast as an import of a million names needs it.

    Args:
        lang: As ``parse_tag`` returns it.
        text: The rendering.
    Raises:
        InvalidError: The text cannot be a rendering.

    >>> generated("zh-Hant", "國安部") == Rendering(lang="zh-Hant", text="國安部")
    True
    """
    rendering = _BlankRendering()
    rendering.lang = lang
    rendering.text = check_line(text, "rendering", limit=RENDERING_LIMIT)
    rendering.generated = True
    rendering.__class__ = Rendering
    made: Rendering = rendering
    return made


def checked_name(
    text: str,
    lang: str,
    type_: NameType,
    usage: Usage,
    evidence: Evidence,
    sources: tuple[Source, ...] = (),
    note: str = "",
    context: Context | None = None,
    extra: tuple[Extra, ...] = (),
) -> Name:
    """Return a name of parts that keep every rule already, as fast as a reader of a million names needs it.

    Args:
        text: As ``check_line`` returns it.
        lang: As ``parse_tag`` returns it.
        type_: Its type.
        usage: Its usage.
        evidence: Its evidence; one that needs a source only with ``sources``.
        sources: Its sources.
        note: As ``check_note`` returns it.
        context: Its context.
        extra: Its extras.

    >>> checked_name("A", "en", NameType.FULL, Usage.ADMITTED, Evidence.UNSOURCED).text
    'A'
    """
    name = _Blank()
    name.text = text
    name.lang = lang
    name.type = type_
    name.usage = usage
    name.evidence = evidence
    name.issuer = name.start = name.end = name.pair = ""
    name.sources = sources
    name.note = note
    name.context = context
    name.case_sensitive = False
    name.renderings = ()
    name.extra = extra
    name.__class__ = Name
    made: Name = name
    return made
