"""Puts the compiled seeds, the seeds themselves and the compiled catalogs into the wheel, under ``glossary/_data``.

An editable install gets none of it: it reads the checkout.
"""

from __future__ import annotations

import os
import sys
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Builds the data of a wheel into a temporary folder and has it included."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add ``_data`` to a standard wheel.

        Args:
            version: ``standard`` or ``editable``.
            build_data: Hatchling's, whose ``force_include`` takes the files.
        Raises:
            GlossaryError: The seeds have problems.
        """
        if self.target_name != "wheel" or version != "standard":
            return
        self._folder = TemporaryDirectory(prefix="zhengming-")
        include = build_data["force_include"]
        include[os.path.join(self.root, "seeds")] = "glossary/_data/seeds"
        for file in self._compile_seeds():
            include[file] = f"glossary/_data/{os.path.basename(file)}"
        for catalog, target in self._compile_catalogs():
            include[catalog] = target

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()

    def _compile_seeds(self) -> tuple[str, str]:
        sys.path.insert(0, self.root)
        try:
            from glossary.seeds import build_seeds, pack_seeds
        finally:
            sys.path.remove(self.root)
        target = os.path.join(self._folder.name, "seeds.jsonl")
        build_seeds(target, os.path.join(self.root, "seeds"))
        packed = os.path.join(self._folder.name, "glossary.db.z")
        pack_seeds(packed, target)
        return target, packed

    def _compile_catalogs(self) -> list[tuple[str, str]]:
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        compiled = []
        locales = os.path.join(self.root, "locales")
        for parent, _, files in sorted(os.walk(locales)):
            for name in sorted(files):
                if name.endswith(".po"):
                    inner = os.path.relpath(os.path.join(parent, name), locales)[:-3] + ".mo"
                    target = os.path.join(self._folder.name, "locales", inner)
                    os.makedirs(os.path.dirname(target), exist_ok=True)
                    with open(os.path.join(parent, name), "rb") as source:
                        catalog = read_po(source)
                    with open(target, "wb") as stream:
                        write_mo(stream, catalog)
                    compiled.append((target, f"glossary/_data/locales/{inner}"))
        return compiled
