"""A query becomes ranked hits. No SQL here: the store answers, this decides what to ask and in which order."""
