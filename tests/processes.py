"""What tests that start processes share."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Protocol

__all__ = ["GOES_THROUGH_ALL", "ROOT", "RunPython"]

ROOT = Path(__file__).parent.parent
"""The checkout."""

GOES_THROUGH_ALL = re.compile("zhengming (export|import|db (backup|check|reindex))")
"""Commands that go through every entry: those shown to readers run on a part of the shipped, which is treated alike."""


class RunPython(Protocol):
    """How ``run_python`` is called."""

    def __call__(
        self,
        *arguments: str,
        stdin: str | bytes = "",
        folder: Path | None = None,
        path: Path | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run a child interpreter with arguments."""
