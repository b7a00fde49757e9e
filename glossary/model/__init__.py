"""Entries, names, sources, relations and events: immutable classes and the rules they keep. No I/O."""
