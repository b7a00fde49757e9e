"""The terminal UI of Zhengming: a Textual app over the facade ``glossary.Glossary``, and nothing below it."""
