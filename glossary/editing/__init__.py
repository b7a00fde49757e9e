"""The life of an entry: added, edited, reviewed, merged, undone. Rules stand here, below every face."""
