"""The database: one SQLite file that holds the events, the present state and the indexes.

schema       tables, version and migrations           connections  opening, locking, plain errors
prepared     an entry with its rows ready to insert   rows         applying an event's changes
events       appending and reading history            names        the derived search index
bulk         many entries at once                     reading      what search and faces ask for
checks       does all of it agree?                    upkeep       backup, reindex, upgrade
"""
