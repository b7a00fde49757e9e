"""The types that the facade takes and returns, in one place for the faces to name."""

from __future__ import annotations

from glossary.editing.adding import Added, Duplicate
from glossary.editing.drafts import Draft
from glossary.editing.history import Told
from glossary.editing.proposals import Outcome, Proposal
from glossary.editing.queue import Queue, Waiting
from glossary.editing.syncing import SyncPlan
from glossary.exchange.reports import ImportReport
from glossary.facade.lineage import Step
from glossary.facade.listing import NamedEntries
from glossary.facade.showing import Comment, Link, Shown
from glossary.formats.interface import Format
from glossary.formats.ledgers import Ledger, LedgerLine
from glossary.formats.options import Option
from glossary.formats.registry import broken_formats, iter_formats
from glossary.search.hits import Hits
from glossary.search.ranking import Hit
from glossary.store.checks import Finding

__all__ = [
    "Added",
    "Comment",
    "Draft",
    "Duplicate",
    "Finding",
    "Format",
    "Hit",
    "Hits",
    "ImportReport",
    "Ledger",
    "LedgerLine",
    "Link",
    "NamedEntries",
    "Option",
    "Outcome",
    "Proposal",
    "Queue",
    "Shown",
    "Step",
    "SyncPlan",
    "Told",
    "Waiting",
    "broken_formats",
    "iter_formats",
]
