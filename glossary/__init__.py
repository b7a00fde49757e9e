"""Zhengming 正名: English names of Chinese bodies and documents, their originals, and how well each is known.

    import glossary
    glossary.lookup("MOST")[0].chinese

    with glossary.Glossary.open() as g:
        g.find("hbskjt", kind="body", limit=10)

Importing this package costs the standard library's smallest part; everything else loads on first use.
"""

from __future__ import annotations

from glossary.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.glossary import Glossary
    from glossary.model.answers import Answer, Answers
    from glossary.shortcuts import find, lookup

__all__ = ["Answer", "Answers", "Glossary", "__version__", "find", "lookup"]

_HOMES = {
    "Answer": "glossary.model.answers",
    "Answers": "glossary.model.answers",
    "Glossary": "glossary.glossary",
    "find": "glossary.shortcuts",
    "lookup": "glossary.shortcuts",
}


def __getattr__(name: str) -> object:
    """Import what ``__all__`` lists on first access, and nothing else."""
    if name not in _HOMES:
        raise AttributeError(f"module 'glossary' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
