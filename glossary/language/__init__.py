"""The language layer: pinyin, scripts, folding and keys; pure functions on strings."""
