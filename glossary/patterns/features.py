"""What patterns say of themselves and ask of what fills their slots: the keys of features and of slots."""

from __future__ import annotations

__all__ = [
    "ALIKE",
    "ALWAYS",
    "FITTING",
    "HEAD",
    "HEADED",
    "HEADS",
    "INSIDE",
    "IN_TEXTS",
    "JOINED",
    "MOST",
    "NAMED",
    "NOT_IN",
    "OF",
    "OWN",
    "PLUS",
    "PROPER",
    "READ",
    "SAME",
    "SUBJECTS",
    "TITLES",
    "TOPICS",
    "TOWN",
    "UNSURE",
    "WHERE",
]

INSIDE = "inside"
"""What a slot asks of a place that has to lie in that of another slot: ``branch:stem @place=inside``."""

SAME = "same"
"""What a slot asks of a place that has to be that of another slot: ``again:place @place=same``."""

MOST = "most"
"""What a slot asks of an ordinal: ``ordinal most=20``."""

WHERE = "where"
"""The feature of a word that only places on the sea have: ``where=coast`` of 海洋."""

NOT_IN = "not-in"
"""The feature of a word that some places cannot have: ``not-in=310000,540000`` of 煤炭, by their codes."""

FITTING = "fitting"
"""What a slot asks of a word by the body it is said of: ``matter @body=fitting``."""

HEADED = "headed"
"""What a slot asks of a post by the body, the committee or the place it is at the head of: ``office @body=headed``."""

HEADS = "heads"
"""The feature of a post that says by the ends of their Chinese names what has it: ``heads=厅,!办公厅`` of 厅长."""

ALIKE = "alike"
"""What a slot asks of a word whose Chinese ends as that of another slot: ``b:subject @a=alike`` (生活补贴 and 护理补贴)."""

OF = "of"
"""The feature of a word that only some bodies have to do with: ``of=农业,海洋`` of 渔业, words of their Chinese names."""

HEAD = "head"
"""What a slot asks of the end of a Chinese name: ``school:entry head=大学,学院,!科学院``; ``*`` is any end."""

TOWN = "town"
"""The symbol of a town, township or subdistrict: ``town head=镇,乡 @place=inside``."""

NAMED = "named"
"""The feature of a word with a proper name that may be that of a place within it alone: ``named=inside`` of 海淀分局, which Beijing has."""

PROPER = "proper"
"""The symbol of a proper name that no list holds: ``{proper}中学``, read in Chinese alone, where no word of the patterns stands in it."""

JOINED = "joined"
"""The feature of a word made of words: it stands only where no pattern has it as one (教育和体育), with its own days and places."""

UNSURE = "unsure"
"""The feature of a word of whose bodies English does not tell the Chinese name: ``unsure=district`` of 公安, ``unsure=440300`` of 科学技术."""

ALWAYS = "always"
"""Wherever it is: ``unsure=always``."""

OWN = "own"
"""The feature of a pattern whose bodies choose a name in that language themselves: ``own=en`` of the schools of universities."""

PLUS = "plus"
"""The feature of a pattern that joins by a plus: ``plus=yes`` of “人工智能+制造”."""

IN_TEXTS = "in-texts"
"""The feature of a pattern whose names are none in a running text: ``in-texts=no``."""

SUBJECTS = ("topic", "subject")
"""What a title is on, where it is made of words."""

TITLES = ("title", "act", "document")
"""What a title is, whole or within another one."""

TOPICS = (*SUBJECTS, "title")
"""What the words of a title may be that no pattern or entry knows."""

READ = "read"
"""The feature of a pattern that is read in one language alone, since the other does not tell what it is made of: ``read=zh``."""
