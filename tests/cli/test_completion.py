"""``completion``: what is offered, and that real shells offer it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from glossary.cli.commands import HOMES
from glossary.cli.completion import complete
from tests.cli.running import Cli

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ([""], list(HOMES)),
        (["re"], ["retire", "review"]),
        (["review", ""], ["list", "show", "approve", "reject"]),
        (["review", "list", "--kind", "e"], ["event"]),
        (["review", "list", "--kind=e"], ["--kind=event"]),
        (["review", "list", "--kind", "=", "e"], ["event"]),
        (["review", "list", "--kind", "="], ["body", "document", "place", "person", "position"]),
        (["review", "approve", "office-of-i"], ["office-of-instances"]),
        (["review", "approve", "example", "office-of-i"], ["office-of-instances"]),
        (["edit", "ex"], ["example", "example-2", "example-board"]),
        (["edit", "example", ""], [":files"]),
        (["edit", "--why", "ex", "'office"], ["office-of-examples", "office-of-instances"]),
        (["merge", "example", '"example-'], ["example-2", "example-board"]),
        (["merge", "example", "example-2", "e"], []),
        (["show", "--as-"], ["--as-of"]),
        (["show", "--as-of", "exa"], []),
        (["export", "ya"], ["yaml"]),
        (["export", "jsonl", "--ki"], ["--kind"]),
        (["import", ""], [":files"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
        (["db", "four-eyes", "o"], ["on", "off"]),
        (["edit", "example", "--set", "fo"], ["founded="]),
        (["--c"], ["--color"]),
        (["--color", "n"], ["never"]),
        (["--db", ""], [":files"]),
        (["nonsense", ""], []),
        (["__complete", ""], []),
        (["edit", "office-of-examples' OR 1=1 --"], []),
        (["edit", "\u202e"], []),
    ],
)
def test_what_is_offered(words: list[str], offered: list[str], database: Path) -> None:
    found = complete(words)
    assert found[: len(offered)] == offered
    assert len(found) == len(offered) or words[-1] == "="


def test_ids_come_from_the_glossary_that_is_named(database: Path) -> None:
    assert complete(["--db", str(database), "edit", "example-b"]) == ["example-board"]
    assert complete([f"--db={database}", "edit", "example-b"]) == ["example-board"]


def test_no_glossary_is_made_and_nothing_said_for_the_asking(cli: Cli, tmp_path: Path) -> None:
    missing = tmp_path / "missing.db"
    ran = cli("__complete", "--", "--db", str(missing), "edit", "e")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert not missing.exists()


def test_all_that_is_offered_is_plain(database: Path) -> None:
    offered = complete(["show", ""]) + complete([""])
    assert all(char.isalnum() or char in "-_" for word in offered for char in word)


def test_the_hidden_command_stands_in_no_help(cli: Cli) -> None:
    assert "__complete" not in cli("--help").out


@pytest.fixture
def program(home: Path, database: Path) -> dict[str, str]:
    """An environment in which ``zhengming`` is this checkout's."""
    script = home / "zhengming"
    script.write_text(
        f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -m glossary "$@"\n'
    )
    script.chmod(0o755)
    return {**os.environ, "PATH": f"{home}:{os.environ['PATH']}", "ZHENGMING_DB": str(database)}


def _run(shell: list[str], script: str, environ: dict[str, str], folder: Path) -> list[str]:
    done = subprocess.run(
        [*shell, script],
        env=environ,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout.splitlines()


def _in_bash(words: list[str], environ: dict[str, str], folder: Path) -> list[str]:
    typed = " ".join(shlex.quote(word) for word in ["zhengming", *words])
    script = (
        "set -u\nsource <(zhengming completion bash)\n"
        f"COMP_WORDS=({typed})\nCOMP_CWORD={len(words)}\n"
        "_zhengming zhengming\n"
        'for word in ${COMPREPLY[@]+"${COMPREPLY[@]}"}; do printf "%s\\n" "$word"; done\n'
    )
    return _run(["bash", "--norc", "-c"], script, environ, folder)


@pytest.mark.needs("bash")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["revi"], ["review"]),
        (["review", "approve", "office-of-i"], ["office-of-instances"]),
        (["find", "--kind", "=", "per"], ["person"]),
        (["edit", "no such id"], []),
        (["edit", "$(touch made)"], []),
        (["edit", "`touch made`; touch made"], []),
        (["import", "a f"], ["a file.yaml"]),
    ],
)
def test_bash_offers_it_and_runs_nothing_that_was_typed(
    words: list[str], offered: list[str], program: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "a file.yaml").touch()
    assert _in_bash(words, program, tmp_path) == offered
    assert not (tmp_path / "made").exists()


@pytest.mark.needs("bash")
def test_bash_completes_what_is_typed_at_a_prompt(program: dict[str, str], tmp_path: Path) -> None:
    import pty
    import select

    (tmp_path / "rc").write_text("PS1=\nsource <(zhengming completion bash)\nset -o emacs\n")
    child, terminal = pty.fork()
    if not child:
        os.chdir(tmp_path)
        os.execvpe("bash", ["bash", "--rcfile", "rc", "-i"], {**program, "TERM": "dumb"})
    os.write(terminal, b"zhengming show office-of-e\t-f; echo 'do'ne; exit\n")
    seen = b""
    while b"\ndone" not in seen and select.select([terminal], [], [], 60)[0]:
        try:
            seen += os.read(terminal, 4096)
        except OSError:
            break
    os.close(terminal)
    os.waitpid(child, 0)
    assert b"unknown option '-f'" in seen, seen  # the id was completed, with a space behind it


@pytest.mark.needs("zsh")
def test_zsh_takes_the_script(program: dict[str, str], tmp_path: Path) -> None:
    script = (
        "compdef() { print -r -- $1 $2 }\nsource <(zhengming completion zsh)\n"
        "compadd() { print -rl -- ${(P)2} }\n_files() { print files }\n"
        "words=(zhengming edit office-of-i); CURRENT=3; _zhengming\n"
        "words=(zhengming import ''); CURRENT=3; _zhengming\n"
        "words=(zhengming edit '\\$(touch made)'); CURRENT=3; _zhengming\n"
    )
    offered = _run(["zsh", "-f", "-c"], script, program, tmp_path)
    assert offered == ["_zhengming zhengming", "office-of-instances", "files"]
    assert not (tmp_path / "made").exists()


@pytest.mark.needs("fish")
def test_fish_offers_it(program: dict[str, str], tmp_path: Path) -> None:
    script = (
        "zhengming completion fish | source\n"
        "complete -C 'zhengming edit office-of-i'\ncomplete -C 'zhengming find --kind per'\n"
        "complete -C 'zhengming edit \\$(touch\\ made)'\n"
    )
    offered = _run(["fish", "--no-config", "-c"], script, program, tmp_path)
    assert offered == ["office-of-instances", "person"]
    assert not (tmp_path / "made").exists()
