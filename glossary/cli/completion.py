"""``completion``: a script for bash, zsh or fish, and what it asks the program at each Tab.

The script hands the words typed so far to ``zhengming __complete``, which prints what may stand there, one a line, or
``:files`` where the shell's own completion of files should. Nothing that was typed is ever evaluated, and all that is
printed are words of the program and ids: letters, digits, hyphens.
"""

from __future__ import annotations

import argparse

from glossary.cli.streams import ExitCode, output
from glossary.i18n import LANGUAGES, _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.cli.arguments import Parser

__all__ = ["complete", "fill___complete", "fill_completion"]

FILES = ":files"
"""What is printed where the shell should complete files."""
_LIMIT = 200
"""How many ids are offered at most."""
_IDS = frozenset(("ID", "ID|NAME", "ID|NUMBER", "GONE", "KEPT", "TARGET"))
_PATHS = frozenset(("FILE", "PATH", "PATH|URL"))

_BASH = """\
# Completion of zhengming for bash:  source <(zhengming completion bash)
_zhengming() {
    local line program=$1 current=${COMP_WORDS[COMP_CWORD]}
    type "$program" >/dev/null 2>&1 || program=zhengming
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("$line")
    done < <("$program" __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    if [[ ${COMPREPLY[0]-} == :files ]]; then
        COMPREPLY=()
        compopt -o default 2>/dev/null && return
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done < <(compgen -f -- "$current")
    elif [[ ${COMPREPLY[0]-} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
    return 0
}
complete -F _zhengming zhengming
"""
_ZSH = """\
#compdef zhengming
# Completion of zhengming for zsh:  source <(zhengming completion zsh), or save it as _zhengming on $fpath
_zhengming() {
    local -a candidates
    candidates=("${(@f)$("${(Q)words[1]}" __complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ ${candidates[1]-} == :files ]]; then
        _files
    elif [[ -n ${candidates[1]-} ]]; then
        compadd -a candidates
    fi
}
if [[ ${funcstack[1]-} == _zhengming ]]; then
    _zhengming "$@"
else
    compdef _zhengming zhengming
fi
"""
_FISH = """\
# Completion of zhengming for fish:  zhengming completion fish | source
function __zhengming_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l candidates (command $words[1] __complete -- $words[2..-1] "$current" 2>/dev/null)
    if test "$candidates[1]" = ":files"
        __fish_complete_path "$current"
    else
        printf '%s\\n' $candidates
    end
end
complete -c zhengming -f -a '(__zhengming_complete)'
"""
_SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


def fill_completion(parser: Parser) -> None:
    """Fill the parser of ``completion``."""
    parser.add_argument("shell", choices=tuple(_SCRIPTS), help=_("the shell it is for"))
    parser.describe(
        run_completion,
        _(
            "Print a script that completes commands, options, their values and ids of entries. For bash put "
            "'source <(zhengming completion bash)' into ~/.bashrc; for zsh the same into ~/.zshrc; for fish "
            "save it as ~/.config/fish/completions/zhengming.fish."
        ),
        ("zhengming completion bash", "zhengming completion fish > zhengming.fish"),
    )


def run_completion(arguments: argparse.Namespace) -> ExitCode:
    """Print the script of a shell."""
    output().write(_SCRIPTS[arguments.shell])
    return ExitCode.FOUND


def fill___complete(parser: Parser) -> None:
    """Fill the parser of what the scripts call."""
    parser.add_argument(
        "words", nargs="*", help="the words behind the program's name, the last unfinished"
    )
    parser.describe(run_complete, "Print what may stand where the last word does.", ())


def run_complete(arguments: argparse.Namespace) -> ExitCode:
    """Print what may stand there; nothing where something is wrong, since a person is typing."""
    from glossary.errors import GlossaryError

    out = output()
    try:
        candidates = complete(arguments.words, arguments.db)
    except GlossaryError:
        return ExitCode.FOUND
    for candidate in candidates:
        out.line(candidate)
    return ExitCode.FOUND


def complete(words: Sequence[str], db: str | None = None) -> list[str]:
    """Return what may stand in the place of the last word.

    Args:
        words: What was typed behind the program's name; bash splits ``--kind=bo`` into three.
        db: The glossary that ids come from.

    >>> complete(["loo"]), complete(["db", "ch"]), complete(["find", "--kind", "per"])
    (['lookup'], ['check'], ['person'])
    >>> complete(["find", "--kind=bo"]), complete(["find", "--kind", "=", "bo"])
    (['--kind=body'], ['body'])
    """
    from glossary.cli.commands import HOMES, fill

    *before, current = words or [""]
    if current == "=" and before:
        current = ""
    elif before and before[-1] == "=":
        before = before[:-1]
    current = current.lstrip("\"'")
    command, rest, given = _split(before)
    db = given or db
    if command is None:  # a value of --db, --color or --language
        return _matching(_option_values(rest[0]), current)
    if not command:
        options = ("--db", "--color", "--language", "--version", "--help")
        return _matching(options if current.startswith("-") else HOMES, current)
    if command not in HOMES:
        return []
    parser, taken, option = _walk(fill(command), rest)
    if option is not None:
        return _values(option, current, db)
    if current.startswith("--") and "=" in current:
        name, _equals, value = current.partition("=")
        action = _option(parser, name)
        found = _values(action, value, db) if action is not None else []
        return [f"{name}={each}" for each in found if each != FILES]
    if current.startswith("-"):
        names = [name for action in parser._actions for name in action.option_strings]
        return _matching([name for name in names if name.startswith("--")], current)
    positional = _positional(parser, taken)
    return _values(positional, current, db) if positional is not None else []


def _split(words: Sequence[str]) -> tuple[str | None, list[str], str]:
    """The command, what follows it, and the value of ``--db``; no command where a value is being typed."""
    db, at = "", 0
    while at < len(words) and words[at].startswith("-"):
        option = words[at]
        if option in ("--db", "--color", "--language"):
            if at + 1 == len(words):
                return None, [option], db
            db = words[at + 1] if option == "--db" else db
            at += 2
        else:
            db = option[5:] if option.startswith("--db=") else db
            at += 1
    return (words[at] if at < len(words) else ""), list(words[at + 1 :]), db


def _walk(
    parser: argparse.ArgumentParser, words: Sequence[str]
) -> tuple[argparse.ArgumentParser, int, argparse.Action | None]:
    """The parser that the next word belongs to, how many words it took, and the option that awaits its value."""
    taken, option = 0, None
    for word in words:
        if option is not None:
            if word != "=":
                option = None
        elif word.startswith("--") and "=" in word:
            continue
        elif word.startswith("-") and len(word) > 1:
            action = _option(parser, word)
            option = action if action is not None and action.nargs != 0 else None
        else:
            part = _part(parser, word)
            if part is not None:
                parser, taken = part, 0
            else:
                taken += 1
    return parser, taken, option


def _part(parser: argparse.ArgumentParser, word: str) -> argparse.ArgumentParser | None:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return action.choices.get(word)
    return None


def _option(parser: argparse.ArgumentParser, name: str) -> argparse.Action | None:
    return next((each for each in parser._actions if name in each.option_strings), None)


def _positional(parser: argparse.ArgumentParser, taken: int) -> argparse.Action | None:
    """The argument that takes the next word; one that takes several takes all that follow."""
    for action in parser._actions:
        if action.option_strings:
            continue
        if taken == 0 or action.nargs in ("*", "+"):
            return action
        taken -= 1
    return None


def _values(action: argparse.Action, current: str, db: str | None) -> list[str]:
    """What an argument may be."""
    if action.choices is not None:
        return _matching(action.choices, current)
    metavar = str(action.metavar)
    if metavar in _IDS:
        return _ids(current, db)
    if metavar in _PATHS:
        return [FILES]
    name = action.option_strings[-1] if action.option_strings else ""
    return _matching(_option_values(name), current)


def _option_values(name: str) -> Iterable[str]:
    from glossary.model.entries import Kind, Level, Review
    from glossary.model.names import Evidence

    if name == "--db":
        return [FILES]
    if name == "--set":
        from glossary.cli.altering import ENTRY_FIELDS, NAME_FIELDS

        return [f"{field}=" for field in dict.fromkeys((*ENTRY_FIELDS, *NAME_FIELDS))]
    return {
        "--kind": [kind.value for kind in Kind],
        "--level": [level.value for level in Level],
        "--status": [*(review.value for review in Review), "all"],
        "--evidence": [evidence.value for evidence in Evidence],
        "--needs": ["source"],
        "--color": ["auto", "always", "never"],
        "--language": list(LANGUAGES),
        "--lang": ["en", "zh", "zh-Hans", "zh-Hant"],
        "--fields": ["id", "kind", "en", "zh-Hans", "zh-Hant", "pinyin", "evidence", "review"],
    }.get(name, [])


def _matching(words: Iterable[str], current: str) -> list[str]:
    return [word for word in words if word.startswith(current) or word == FILES]


def _ids(prefix: str, db: str | None) -> list[str]:
    """Ids from the glossary; none is made for the asking."""
    from glossary.glossary import Glossary

    with Glossary.open(db, create=False) as glossary:
        return list(glossary.ids(prefix, _LIMIT))
