"""The version of Zhengming, in one place for the package, the build and ``--version``."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
