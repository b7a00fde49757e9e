"""Files in and out: import as proposals, export as they stand."""
