"""One module a format: bytes in, entries and problems out; entries in, bytes out. Nothing here touches the store."""
