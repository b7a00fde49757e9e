"""SKOS and SKOS-XL, the vocabularies of the web for thesauri, in Turtle and JSON-LD."""
