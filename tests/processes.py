"""What tests that start processes share."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Protocol

__all__ = ["ROOT", "RunPython"]

ROOT = Path(__file__).parent.parent
"""The checkout."""


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
