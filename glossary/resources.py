"""Where shipped data lies: in the wheel under ``glossary/_data``, in a checkout beside the packages.

Only ``os.path``: this module is on the path of a cold lookup.
"""

from __future__ import annotations

from os import path

__all__ = ["data_folder", "shipped_file"]

_PACKAGE = path.dirname(path.abspath(__file__))


def data_folder(name: str) -> str:
    """Return the folder of shipped data of one kind.

    Args:
        name: ``seeds`` or ``locales``.
    Returns:
        An absolute path; the folder may be missing where a kind of data has not been shipped.

    >>> path.basename(data_folder("seeds"))
    'seeds'
    """
    installed = path.join(_PACKAGE, "_data", name)
    return installed if path.isdir(installed) else path.join(path.dirname(_PACKAGE), name)


def shipped_file(name: str) -> str | None:
    """Return the path of a file that only a wheel holds, such as ``seeds.jsonl``; else ``None``.

    >>> shipped_file("no-such-file") is None
    True
    """
    file = path.join(_PACKAGE, "_data", name)
    return file if path.isfile(file) else None
