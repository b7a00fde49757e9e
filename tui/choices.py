"""What was chosen in the app and holds at the next start: the language and the theme.

A choice stands over what the config file said when it was made: once the config says something else, that counts.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from glossary.i18n import VARIABLE, set_language
from tui.state import read_state, write_state

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.keymap import Config

__all__ = ["Choices", "speak"]


class Choices:
    """The choices of one person, in a small file; one that cannot be read or written only means that none are kept.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     Choices(folder).remember("language", "ja", over="fr")
    ...     Choices(folder).value("language", "fr"), Choices(folder).value("language", "es")
    ('ja', 'es')
    """

    def __init__(self, folder: str) -> None:
        self._path = os.path.join(folder, "choices.json")
        found = read_state(self._path)
        self._kept: dict[str, object] = dict(found) if isinstance(found, dict) else {}

    def value(self, key: str, configured: str) -> str:
        """Return what counts: what was chosen, else what the config says now.

        Args:
            key: ``language`` or ``theme``.
            configured: What the config says, empty for nothing.
        """
        kept = self._kept.get(key)
        if not isinstance(kept, dict) or kept.get("over") != configured:
            return configured
        chosen = kept.get("chosen")
        return chosen if isinstance(chosen, str) else configured

    def remember(self, key: str, chosen: str, *, over: str) -> None:
        """Keep a choice, and what the config said when it was made."""
        self._kept[key] = {"chosen": chosen, "over": over}
        write_state(self._path, self._kept)


def speak(config: Config, choices: Choices, environ: Mapping[str, str] = os.environ) -> None:
    """Speak the language that counts: the option, else what was chosen, else the config, else the environment.

    Args:
        config: The config file.
        choices: What was chosen in the app.
        environ: The environment; ``--language`` stands in it.
    """
    if not environ.get(VARIABLE):
        set_language(choices.value("language", config.language) or None)
