"""The parts of the facade: questions, changes, upkeep. ``glossary.glossary.Glossary`` joins them."""
