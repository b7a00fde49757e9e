"""The options of a format as data: the command line makes flags of them, the terminal UI rows of a form.

    Option("to", N_("language or locale to translate into"), many=True)      --to zh_CN --to zh_TW
    Option("mo", N_("compiled catalogs too"), flag=True)                     --mo
    Option("dialect", N_("dialect of TBX"), choices=("basic", "min"))        --dialect basic

One name means one thing everywhere: two formats that share a name share ``flag`` and ``many``.
"""

from __future__ import annotations

from glossary.errors import InputError, nearest_fix
from glossary.i18n import N_, _
from glossary.model.entries import Kind
from glossary.model.names import Evidence
from glossary.model.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Value = str | bool | tuple[str, ...]

__all__ = [
    "COLLECTION",
    "EVIDENCE",
    "FROM",
    "INCLUDE",
    "KIND",
    "READ_FROM",
    "READ_TO",
    "TO",
    "Option",
    "Options",
]


@dataclass(frozen=True, slots=True)
class Option:
    """One option of reading or writing a format.

    Attributes:
        name: What it is called, as after ``--`` on the command line.
        help: What it is for, marked with ``N_``; shown through ``_``.
        metavar: What its value is called in a help.
        default: Its value where it is not given; for ``many``, the values by commas.
        choices: The values it may have; any where empty.
        flag: Whether it has no value.
        many: Whether it may be given several times.
        required: Whether it must be given.
    """

    name: str
    help: str
    metavar: str = ""
    default: str = ""
    choices: tuple[str, ...] = ()
    flag: bool = False
    many: bool = False
    required: bool = False


class Options:
    """The options given for one import or export, checked, with the defaults of the rest.

    Args:
        known: The options of the format.
        given: Their values by name: text, true for a flag, several texts for ``many``.
        format_name: The format, for messages.
    Raises:
        InputError: An option is unknown, lacks its value, or has one that it cannot have.

    >>> known = (Option("to", "", many=True), Option("mo", "", flag=True), Option("style", "", default="dca"))
    >>> options = Options(known, {"to": ["zh_CN", "zh_TW"]}, "po")
    >>> options.many("to"), options.flag("mo"), options.text("style")
    (('zh_CN', 'zh_TW'), False, 'dca')
    >>> Options(known, {"sytle": "dct"}, "po")
    Traceback (most recent call last):
    glossary.errors.InputError: po has no option 'sytle'. Did you mean 'style'?
    """

    def __init__(
        self,
        known: Iterable[Option] = (),
        given: Mapping[str, object] | None = None,
        format_name: str = "",
    ) -> None:
        self._known = {option.name: option for option in known}
        self._values: dict[str, Value] = {}
        for name, value in (given or {}).items():
            if name not in self._known:
                raise _unknown(name, self._known, format_name)
            self._values[name] = _checked(self._known[name], value)
        for option in self._known.values():
            if option.required and not self._values.get(option.name):
                raise InputError(
                    _("{format} needs --{option}").format(format=format_name, option=option.name),
                    fix=f"{_(option.help)}.",
                )

    def text(self, name: str) -> str:
        """Return the value of an option, or its default."""
        return str(self._values.get(name) or self._known[name].default)

    def knows(self, name: str) -> bool:
        """Return whether the format has an option."""
        return name in self._known

    def value(self, name: str) -> str:
        """Return the value of an option, or its default; an empty text where the format has no such option."""
        return self.text(name) if name in self._known else ""

    def flag(self, name: str) -> bool:
        """Return whether a flag was given."""
        return bool(self._values.get(name))

    def many(self, name: str) -> tuple[str, ...]:
        """Return the values of an option that may be given several times."""
        value = self._values.get(name) or ()
        default = self._known[name].default
        return tuple(value) if value else tuple(default.split(",")) if default else ()  # type: ignore[arg-type]

    def given(self, name: str) -> bool:
        """Return whether an option was given at all."""
        return bool(self._values.get(name))


def _unknown(name: str, known: Iterable[str], format_name: str) -> InputError:
    names = ", ".join(known)
    every = _("It has: {known}.").format(known=names) if names else _("It has none.")
    what = _("{format} has no option {name!r}").format(format=format_name, name=name)
    return InputError(what, fix=nearest_fix(name, known, every))


def _checked(option: Option, value: object) -> Value:
    if option.flag:
        return bool(value)
    if option.many:
        values = (value,) if isinstance(value, str) else tuple(map(str, value or ()))  # type: ignore[call-overload]
    else:
        values = (str(value),) if value else ()
    for each in values:
        if option.choices and each not in option.choices:
            raise InputError(
                _("--{option} cannot be {value!r}").format(option=option.name, value=each),
                fix=_("One of: {known}.").format(known=", ".join(option.choices)),
            )
    return values if option.many else "".join(values)


KIND = Option(
    "kind",
    N_("kind of the entries a file does not give one for"),
    "KIND",
    default="term",
    choices=tuple(kind.value for kind in Kind if kind.value != "pattern"),
)
EVIDENCE = Option(
    "evidence",
    N_("how the names are known, where the file does not say and gives a source"),
    "E",
    default="unsourced",
    choices=tuple(evidence.value for evidence in Evidence),
)
COLLECTION = Option("collection", N_("a client or project that new entries are put into"), "NAME")
FROM = Option("from", N_("language of the names asked by: en, zh-Hans, fr …"), "TAG", default="en")
TO = Option(
    "to",
    N_("locale or language of the names that answer: zh_CN, zh_TW, zh_Latn@pinyin, zh-Hant, fr …"),
    "LOCALE",
    default="zh_CN",
    many=True,
)
INCLUDE = Option(
    "include",
    N_(
        "let these in, as if they were approved and sourced: proposed, unsourced, composed, reconstructed"
    ),
    "WHAT",
    choices=("proposed", "unsourced", "composed", "reconstructed"),
    many=True,
)
READ_FROM = Option(
    "from", N_("language of the names asked by, where the file does not tell"), "TAG"
)
READ_TO = Option("to", N_("language of the names that answer, where it does not tell"), "LOCALE")
