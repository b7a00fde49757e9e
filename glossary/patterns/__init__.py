"""Names no one listed: composed from patterns, and parsed into their parts, in both directions from one source.

Pure over ``model`` and ``language``: the patterns and the places come as arguments.
"""
