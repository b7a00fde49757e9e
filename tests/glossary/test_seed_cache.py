"""What lies in the cache is whole, and nothing else stays there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.processes import RunPython

_CODE = """
import resource, sys
from glossary.seed_cache import write_whole
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
try:
    write_whole(sys.argv[1], ["x" * 5000])
except OSError as error:
    print(error.strerror)
"""


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_a_file_that_cannot_be_written_leaves_no_part(
    tmp_path: Path, run_python: RunPython
) -> None:
    """What is left in a buffer is written once more when the file is closed, and fails again."""
    folder = tmp_path / "cache"
    ran = run_python("-c", _CODE, str(folder / "seeds.jsonl"))
    assert (ran.returncode, ran.stdout) == (0, "File too large\n")
    assert list(folder.iterdir()) == []
