"""MO files: beside the PO, where git ignores them, or in the user's cache where a checkout may not be written."""

from __future__ import annotations

import os

__all__ = ["compile_catalog", "compile_for_checkout"]


def compile_catalog(source: str, target: str) -> None:
    """Compile a PO file; fuzzy messages are left out. The target appears whole or not at all.

    Args:
        source: The PO file.
        target: The MO file.
    Raises:
        OSError: One of them cannot be read or written.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with open(source, "rb") as stream:
        catalog = read_po(stream)
    os.makedirs(os.path.dirname(os.path.abspath(target)), exist_ok=True)
    new = f"{target}.{os.getpid()}.new"
    try:
        with open(new, "wb") as stream:
            write_mo(stream, catalog)
        os.replace(new, target)
    finally:
        if os.path.exists(new):
            os.remove(new)


def compile_for_checkout(source: str, target: str) -> str:
    """Compile a PO file beside itself, else into the cache under a name by its content; return where it is.

    Args:
        source: The PO file of a checkout.
        target: The MO file beside it.
    Raises:
        OSError: Neither place can be written.
    """
    try:
        compile_catalog(source, target)
    except OSError:
        from hashlib import sha256

        from glossary.seed_cache import cache_folder

        with open(source, "rb") as stream:
            content = sha256(stream.read()).hexdigest()[:16]
        target = os.path.join(cache_folder(), f"interface-{content}.mo")
        if not os.path.isfile(target):
            compile_catalog(source, target)
    return target
