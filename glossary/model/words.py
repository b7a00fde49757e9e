"""The words of the model in the reader's language: kinds, evidence, review, types, usage, levels, relations, changes.

Files, JSON and the database keep the words as they are written here; people read them through ``word``. They are looked
up when they are shown, so that another language takes effect at once.
"""

from __future__ import annotations

from glossary.i18n import N_, Spoken, _

__all__ = ["spoken_word", "word"]

_WORDS = {
    # kinds
    "body": N_("body"),
    "document": N_("document"),
    "place": N_("place"),
    "person": N_("person"),
    "position": N_("position"),
    "programme": N_("programme"),
    "event": N_("event"),
    "term": N_("term"),
    "pattern": N_("pattern"),
    # evidence
    "official": N_("official"),
    "established": N_("established"),
    "attested": N_("attested"),
    "unsourced": N_("unsourced"),
    "composed": N_("composed"),
    "reconstructed": N_("reconstructed"),
    # review
    "proposed": N_("proposed"),
    "approved": N_("approved"),
    "rejected": N_("rejected"),
    "retired": N_("retired"),
    # types of name
    "full": N_("full"),
    "short": N_("short"),
    "acronym": N_("acronym"),
    "alias": N_("alias"),
    "former": N_("former"),
    "variant": N_("variant"),
    # usage
    "preferred": N_("preferred"),
    "admitted": N_("admitted"),
    "deprecated": N_("deprecated"),
    "forbidden": N_("forbidden"),
    # levels
    "central": N_("central"),
    "provincial": N_("provincial"),
    "sub-provincial": N_("sub-provincial"),
    "prefectural": N_("prefectural"),
    "county": N_("county"),
    "township": N_("township"),
    "institution": N_("institution"),
    # relations, in both directions
    "part-of": N_("part of"),
    "has-part": N_("has part"),
    "managed-by": N_("managed by"),
    "manages": N_("manages"),
    "successor-of": N_("successor of"),
    "succeeded-by": N_("succeeded by"),
    "nameplate-of": N_("nameplate of"),
    "has-nameplate": N_("has nameplate"),
    "co-located-with": N_("co-located with"),
    "issued-by": N_("issued by"),
    "issued": N_("issued"),
    "amends": N_("amends"),
    "amended-by": N_("amended by"),
    "confused-with": N_("not to be confused with"),
    "see-also": N_("see also"),
    # what is proposed, and what happened
    "add": N_("add"),
    "edit": N_("edit"),
    "propose": N_("propose"),
    "revise": N_("revise"),
    "approve": N_("approve"),
    "reject": N_("reject"),
    "retire": N_("retire"),
    "merge": N_("merge"),
    "comment": N_("comment"),
    "undo": N_("undo"),
    "sync": N_("sync"),
    "import": N_("import"),
    "configure": N_("configure"),
    # what became of it
    "edited": N_("edited"),
    "revised": N_("revised"),
    "merged": N_("merged"),
    "commented": N_("commented"),
    # what an import or a newer program does to entries
    "updated": N_("updated"),
    "endorsed": N_("endorsed"),
    "duplicate": N_("duplicate"),
    "similar": N_("similar"),
    # types of documents, as the shipped ones have them, and whether they hold
    "regulations": N_("regulations"),
    "measures": N_("measures"),
    "law": N_("law"),
    "provisions": N_("provisions"),
    "opinions": N_("opinions"),
    "plan": N_("plan"),
    "judicial interpretation": N_("judicial interpretation"),
    "white paper": N_("white paper"),
    "rules": N_("rules"),
    "notice": N_("notice"),
    "norms": N_("norms"),
    "decision": N_("decision"),
    "standard": N_("standard"),
    "outline": N_("outline"),
    "guidelines": N_("guidelines"),
    "treaty": N_("treaty"),
    "report": N_("report"),
    "catalogue": N_("catalogue"),
    "amendment": N_("amendment"),
    "convention": N_("convention"),
    "declaration": N_("declaration"),
    "resolution": N_("resolution"),
    "constitution": N_("constitution"),
    "agreement": N_("agreement"),
    "in force": N_("in force"),
    "repealed": N_("repealed"),
    # differences
    "added": N_("added"),
    "removed": N_("removed"),
    "changed": N_("changed"),
}


def word(key: str) -> str:
    """Return a word of the model as people read it; an unknown one stays as it is.

    >>> word("part-of"), word("x-of-our-own")
    ('part of', 'x-of-our-own')
    """
    return _(_WORDS[key]) if key in _WORDS else key


def spoken_word(key: str) -> str:
    """Return a word of the model as scripts read it, with what people read beside it.

    >>> from glossary.i18n import local
    >>> spoken_word("part-of"), local(spoken_word("part-of"))
    ('part-of', 'part of')
    """
    text = Spoken(key)
    text.local = word(key)
    return text
