"""A form in the user's editor: opened again, with what is wrong above it, until it is sound or given up.

What was typed is never thrown away.
"""

from __future__ import annotations

import os

from glossary.cli.streams import UsageError, narrate
from glossary.errors import GlossaryError
from glossary.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    Taken = TypeVar("Taken")

__all__ = ["FORM", "edit_until", "editor_command"]

FORM = """\
# A new entry. Fill in what you know, save and leave; leave it as it is to add nothing.
id: new-entry          # exchanged for one made of the name
kind: body             # body document place person position programme event term
names:
- text: ""
  lang: en
  usage: preferred
  evidence: unsourced  # official established attested need a source; unsourced composed reconstructed
- text: ""
  lang: zh-Hans
  usage: preferred
  evidence: unsourced
  # sources:
  # - {title: "", locator: "", publisher: "", seen: "YYYY-MM-DD"}
"""


def editor_command() -> list[str]:
    """Return the command that opens a file: ``VISUAL``, else ``EDITOR``, else ``vi``.

    >>> bool(editor_command())
    True
    """
    import shlex

    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if chosen:
        return shlex.split(chosen)
    return ["notepad"] if os.name == "nt" else ["vi"]


def edit_until(
    take: Callable[[bytes, str], Taken], form: str = FORM, *, nothing: str = ""
) -> Taken | None:
    """Let a person fill in a form until what they wrote is taken.

    What is wrong with it stands above it when it opens again; left as it is then, it is given up.

    Args:
        take: Given the bytes and the path; raises what is wrong with them.
        form: What stands in the file at first.
        nothing: What to say where nothing came of it.
    Returns:
        What ``take`` returns; ``None`` where the form was left as it is, or given up.
    Raises:
        UsageError: The editor cannot be started.
    """
    import tempfile

    nothing = nothing or _("nothing was added")
    descriptor, path = tempfile.mkstemp(prefix="zhengming-", suffix=".yaml")
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(form.encode())
    before, told = form.encode(), b""
    while True:
        _open(path)
        with open(path, "rb") as stream:
            data = stream.read()
        if not data.strip() or data.strip() == before.strip():
            if told:
                narrate(
                    _("{nothing}; what you wrote is kept in {path}").format(
                        nothing=nothing, path=path
                    )
                )
            else:
                os.remove(path)
                narrate(nothing)
            return None
        written = data.removeprefix(told)
        try:
            taken = take(written, path)
        except GlossaryError as error:
            narrate(str(error))
            told = _comment(str(error))
            before = told + written
            with open(path, "wb") as stream:
                stream.write(before)
            continue
        os.remove(path)
        return taken


def _comment(text: str) -> bytes:
    """An error as lines that YAML leaves out."""
    head = _("This will not do yet; mend it, save and leave. Leave it as it is to give up.")
    return "".join(f"#! {line}\n" for line in [head, *text.splitlines()]).encode()


def _open(path: str) -> None:
    import subprocess

    command = editor_command()
    try:
        subprocess.run([*command, path], check=False)
    except OSError as error:
        raise UsageError(
            _("the editor {editor!r} cannot be started").format(editor=command[0]),
            fix=_("Set EDITOR. The form is kept in {path}.").format(path=path),
        ) from error
