"""Tables and their version. Words are those of the model.

``drafts`` are a person's unfinished forms: no part of the glossary, so no events.

Tables of record (``entries proposals comments redirects undone settings``) are what the events last said. Derived
tables (``names names_fts deletes relations collections numbers``) follow from the entries. ``entries.n`` is the number
of the event that made the entry, so a replay gives the same.

A name's ``id`` holds the number of its entry and its place there (``names.name_id``), so that new names come behind all
others. Its ``weight`` orders hits of one tier: a thousand for each step of review (approved, proposed, rejected,
retired), a hundred for a body that is no more, two for one of Taiwan, Hong Kong or Macao, twenty for each step of usage, ten
for what is no body of the centre, one for each step of type. Keys equal to ``exact`` are stored as NULL; keys of pinyin have ``u``
for ``ü``, and ``spelled`` both with ``v`` where there is one. ``numbers`` holds what documents are numbered (``国发 2015 28``). ``found`` is the name's number in the full text: it puts short
names first, so that full text, which answers in the order of numbers, gives the likeliest names and may stop after a few.
Indexes hold all that ranking asks for: no row of ``names`` is read to rank it.
"""

from __future__ import annotations

__all__ = [
    "APPLICATION_ID",
    "DERIVED",
    "INDEXES",
    "INDEX_VERSION",
    "RECORD_TABLES",
    "SCHEMA_VERSION",
    "SEARCHED",
    "TABLES",
]

APPLICATION_ID = 0x5A4D_4744
"""``ZMGD``: in the file's header, so that another program's database is not taken for ours."""

SCHEMA_VERSION = 1

INDEX_VERSION = "50425b8a7c78"
"""A digest of all that decides what is indexed: these tables, the code that makes keys, and the lists it reads. A test
tells when it is another one (``tests/glossary/store/test_index.py``). A database with another one is indexed anew when it
is opened; no backup is made, since all of the index follows from the entries."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE events (
  number INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, action TEXT NOT NULL,
  entry TEXT NOT NULL, why TEXT NOT NULL, changes TEXT NOT NULL, hash TEXT NOT NULL);
CREATE TABLE event_entries (entry TEXT NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (entry, event)) WITHOUT ROWID;
CREATE TABLE entries (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, review TEXT NOT NULL, level TEXT, place TEXT,
  evidence TEXT NOT NULL,
  content TEXT NOT NULL, revision INTEGER NOT NULL, seed TEXT);
CREATE TABLE proposals (
  event INTEGER PRIMARY KEY, entry TEXT NOT NULL, base INTEGER NOT NULL, action TEXT NOT NULL, content TEXT,
  by TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL, editors TEXT NOT NULL);
CREATE TABLE comments (event INTEGER PRIMARY KEY, entry TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
  text TEXT NOT NULL);
CREATE TABLE redirects (id TEXT PRIMARY KEY, target TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE undone (event INTEGER PRIMARY KEY, by_event INTEGER NOT NULL);
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE drafts (key TEXT PRIMARY KEY, by TEXT NOT NULL, at TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE relations (entry INTEGER NOT NULL, ord INTEGER NOT NULL, type TEXT NOT NULL, target TEXT NOT NULL,
  first TEXT NOT NULL, last TEXT NOT NULL, PRIMARY KEY (entry, ord)) WITHOUT ROWID;
CREATE TABLE collections (collection TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (collection, entry)) WITHOUT ROWID;
CREATE TABLE numbers (number TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (number, entry)) WITHOUT ROWID;
CREATE TABLE names (
  id INTEGER PRIMARY KEY, found INTEGER NOT NULL, size INTEGER NOT NULL,
  lang TEXT NOT NULL, weight INTEGER NOT NULL, exact TEXT NOT NULL, turned TEXT, pinyin TEXT, pinyin_bare TEXT, initials TEXT, initials_bare TEXT,
  words TEXT NOT NULL, first TEXT, last TEXT, spelled TEXT);
CREATE VIRTUAL TABLE names_fts USING fts5(words, content='', columnsize=0, tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(names_fts, 'row');
CREATE TABLE deletes (piece TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (piece, word)) WITHOUT ROWID;
"""

INDEXES = """
CREATE UNIQUE INDEX entries_id ON entries (id);
CREATE INDEX events_entry ON events (entry, number);
CREATE INDEX proposals_entry ON proposals (entry);
CREATE INDEX entries_proposed ON entries (review, n) WHERE review <> 'approved';
CREATE INDEX entries_place ON entries (place) WHERE place IS NOT NULL;
CREATE INDEX comments_entry ON comments (entry);
CREATE INDEX relations_target ON relations (target, type);
CREATE INDEX collections_entry ON collections (entry);
CREATE INDEX numbers_entry ON numbers (entry);
CREATE INDEX names_found ON names (found, weight, size, first, last);
CREATE INDEX names_exact ON names (exact, weight, size, first, last);
CREATE INDEX names_turned ON names (turned, weight, size, first, last) WHERE turned IS NOT NULL;
CREATE INDEX names_pinyin ON names (pinyin, weight, size, first, last) WHERE pinyin IS NOT NULL;
CREATE INDEX names_pinyin_bare ON names (pinyin_bare, weight, size, first, last) WHERE pinyin_bare IS NOT NULL;
CREATE INDEX names_initials ON names (initials, weight, size, first, last) WHERE initials IS NOT NULL;
CREATE INDEX names_initials_bare ON names (initials_bare, weight, size, first, last) WHERE initials_bare IS NOT NULL;
"""

SEARCHED = ("vocabulary", "names_fts", "deletes", "names", "numbers")
"""Tables made anew by a reindex, in the order they are dropped."""

RECORD_TABLES = ("entries", "proposals", "comments", "redirects", "undone", "settings")
DERIVED = ("names", "deletes", "relations", "collections", "numbers", "event_entries")
