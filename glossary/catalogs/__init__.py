"""The interface's own catalogs: texts out of the sources, five languages beside them, and what keeps both together.

    sources.py      what the code says, by its syntax tree: calls of ``_``, ``ngettext`` and ``N_``
    entries.py      POT and PO files: written the same way each time, without line numbers that would go stale
    checks.py       a message missing, fuzzy, left over, or with a placeholder that would break the program
    compiling.py    MO files, beside the PO or in the user's cache
    words.py        what argparse says to a person, since its texts pass through these catalogs as well

``python -m glossary.catalogs`` does all of it; only here is Babel imported.
"""
