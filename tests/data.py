"""Files of other tools, which lie beside the checkout where this is developed and nowhere else."""

from __future__ import annotations

import pytest

from tests.processes import ROOT

__all__ = ["peerfile"]


def peerfile(name: str) -> bytes:
    """Return a file of another tool; the test is skipped where the folder is not there."""
    path = ROOT.parent / "shared" / "data" / "peerfiles" / name
    if not path.is_file():
        pytest.skip("needs the files of other tools in ../shared")
    return path.read_bytes()
