"""Where shipped data lies in a checkout; the wheel's side is in test_packaging."""

from __future__ import annotations

from pathlib import Path

from glossary.resources import data_folder, shipped_file


def test_a_checkout_reads_its_top_level_folders(root: Path) -> None:
    assert Path(data_folder("seeds")) == root / "seeds"
    assert Path(data_folder("locales")) == root / "locales"


def test_a_checkout_ships_no_compiled_seeds() -> None:
    assert shipped_file("seeds.jsonl") is None
