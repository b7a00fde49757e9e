"""Why a name was declined: what its nearest reading lacks.

The name is read again, first without what patterns ask of their slots, then with a place, then a word, that is not known.
"""

from __future__ import annotations

import re

from glossary.i18n import N_, spoken
from glossary.patterns.composing import Composer
from glossary.patterns.features import HEAD
from glossary.patterns.frames import as_written, framed
from glossary.patterns.guessing import read_again, unknown_topic
from glossary.patterns.name_heads import deciding_head
from glossary.patterns.nodes import unfitting
from glossary.patterns.numbers import write_number
from glossary.patterns.parsing import LONGEST, atoms_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.patterns.gazetteer import Gazetteer
    from glossary.patterns.nodes import Asks, Node
    from glossary.patterns.parsing import Parser
    from glossary.patterns.places import Place

__all__ = ["why_not"]

_REASONED = 120
"""Atoms of the longest name that is read again to tell why it was declined."""

_GENERICS = "省市县区旗盟州"
_BELOW_COUNTY = re.compile(
    r"(?:街道|[镇乡]|苏木)(?:办事处|人民政府|政府|党工委|党委|委员会|人大)\Z"
    r"|\b(?:sub-?district|town|township|sumu)\b(?=.*\b(?:office|government|committee)\b)"
    r"|\b(?:office|government|committee)\b.*\b(?:sub-?district|town|township|sumu)\b",
    re.IGNORECASE,
)
"""An organ of a level whose places are in no list here."""


def why_not(parser: Parser, text: str, symbols: Iterable[str]) -> tuple[str, str]:
    """Return why a name cannot be composed, empty where nothing near it can, and the place that is not known.

    Args:
        parser: One that read the name and found nothing.
        text: The name as asked for.
        symbols: What it may have been.
    """
    symbols = tuple(symbols)
    if len(parser.atoms) > LONGEST:
        return spoken(N_("the name is too long to be composed")), ""
    if len(parser.atoms) > _REASONED or parser.gave_up:
        return "", ""
    if _BELOW_COUNTY.search(text):
        said = N_(
            "subdistricts, towns and townships are read in Chinese alone, after the county that has them"
        )
        return spoken(said), ""
    nodes = read_again(parser, ()).whole(symbols)
    if nodes:
        return _mismatch(min(nodes, key=lambda node: _disagreeing(node, parser.places)), parser), ""
    for symbol in ("place", "field"):
        guesser = read_again(parser, (symbol,))
        guesses = [
            (len(each.value), each.value)
            for node in guesser.whole(symbols)
            for each in _outside_topics(node)
            if each.rule is None and each.value and each.symbol == symbol
        ]
        if guesses:
            guess = min(guesses)[1]
            if symbol == "place":
                word = as_written(_without_level(guess), text, parser.lang)
                # A place there is, and no such one:石家庄自治区, Shijiazhuang Provincial.
                known = not _rest(parser, word)
                shown = as_written(guess, text, parser.lang) if known else word
                return spoken(N_('unknown place "{name}"'), name=shown), word
            word = as_written(guess, text, parser.lang)
            return spoken(N_('unknown field "{name}"'), name=word), ""
    title = framed(parser, text, symbols)
    if title is not None:
        topic = min((each.value for each in title.walk() if unknown_topic(each)), key=len)
        return spoken(N_('unknown topic "{name}"'), name=as_written(topic, text, parser.lang)), ""
    return "", ""


def _outside_topics(node: Node) -> Iterator[Node]:
    """Yield a reading and its parts, but not what a title deals with: a word unknown there is no unknown field."""
    if node.symbol not in ("topic", "subject"):
        yield node
        for kid in node.kids.values():
            yield from _outside_topics(kid)


def _rest(parser: Parser, word: str) -> list[str]:
    """What is left of a word behind the longest place it begins with; all of it where it begins with none."""
    atoms = atoms_of(word, parser.lang)
    if parser.lang == "zh":
        return list(atoms)
    ends = [end for end, _chain, _cost in parser.places.english(atoms, 0)] if atoms else []
    return atoms[max(ends, default=0) :]


def _disagreeing(node: Node, places: Gazetteer) -> int:
    """How many slots of a reading are filled with what they do not ask for, or with what does not go together."""
    return sum(
        not each.kids[slot.name].satisfies(
            tuple(ask for ask in slot.asks if not ask[0].startswith("@"))
        )
        for each in node.walk()
        if each.rule is not None
        for slot in each.rule.slots.values()
    ) + sum(each.agreement(places) is None for each in node.walk())


def _mismatch(node: Node, parser: Parser) -> str:
    for each in node.walk():
        if each.rule is None:
            continue
        unfit = next(
            filter(None, (unfitting(each, slot) for slot in each.rule.slots.values())), None
        )
        organ = _organ(each, without=unfit) if unfit is not None else ""
        if unfit is not None and organ:
            said = N_("{body} is not known to have a {organ}")
            body = Composer(parser.grammar).chinese(unfit)
            return spoken(said, body=body, organ=organ)
        for slot in each.rule.slots.values():
            kid = each.kids.get(slot.name)
            if kid is None:
                continue
            alone = tuple(ask for ask in slot.asks if not ask[0].startswith("@"))
            agrees = kid.satisfies(alone)
            organ = _organ(each, without=kid)
            if slot.symbol in ("body", "entry") and organ and not agrees:
                said = N_("{body} is not known to have a {organ}")
                body = Composer(parser.grammar).chinese(kid)
                return spoken(said, body=body, organ=organ)
            barred = "" if agrees else _barred_head(kid, alone)
            if barred:
                title = Composer(parser.grammar).chinese(kid)
                said = N_("no such paper deals with a {head}: {title}")
                return spoken(said, head=barred, title=title)
            place = kid.chain[-1] if kid.chain else each.place
            words = "".join(
                part
                if isinstance(part, str)
                else _chinese_word(each.kids[part[0]])
                if part[0] != slot.name or not kid.chain
                else ""
                for part in each.rule.chinese[0].parts
                if isinstance(part, str)
                or each.kids[part[0]].symbol == "ordinal"
                or (not agrees and not kid.chain)
            )
            if place is not None and (not agrees or each.agreement(parser.places) is None):
                if agrees:
                    words = "".join(
                        part if isinstance(part, str) else _chinese_word(each.kids[part[0]])
                        for part in each.rule.chinese[0].parts
                    )
                kind = _kind(place)
                said = (
                    N_("an {kind} has no {organ}")
                    if kind[0] in "aeiou"
                    else N_("a {kind} has no {organ}")
                )
                return spoken(said, terms=("kind",), kind=kind, organ=words.replace("（）", ""))
    return ""


def _barred_head(node: Node, asks: Asks) -> str:
    """The end of a title's name for which a slot bars it: 法 of a law that is not the asker's to amend."""
    if node.symbol != "title" and node.entry is None:
        return ""
    heads = (deciding_head(node.tail, values) for key, values in asks if key == HEAD)
    return next((head.strip("!") for head in heads if head.startswith("!")), "")


def _organ(node: Node, without: Node) -> str:
    """What a pattern adds to one of its parts: the 人事处 of a body."""
    assert node.rule is not None
    return "".join(
        part if isinstance(part, str) else _chinese_word(node.kids[part[0]])
        for part in node.rule.chinese[0].parts
        if isinstance(part, str) or node.kids[part[0]] is not without
    )


def _chinese_word(node: Node) -> str:
    """What a part is called without its place."""
    if node.rule is None:
        return write_number("ordinal", "zh", node.value) if node.symbol == "ordinal" else ""
    parts = node.rule.chinese[0].parts
    return "".join(p if isinstance(p, str) else _chinese_word(node.kids[p[0]]) for p in parts)


_KINDS = {
    "省": N_("province"),
    "自治区": N_("autonomous region"),
    "直辖市": N_("municipality"),
    "市": N_("city"),
    "自治州": N_("autonomous prefecture"),
    "地区": N_("prefecture"),
    "盟": N_("league"),
    "县": N_("county"),
    "自治县": N_("county"),
    "旗": N_("banner"),
    "自治旗": N_("banner"),
}


def _kind(place: Place) -> str:
    return _KINDS.get(place.type, N_("district"))


_LEVELS = frozenset(
    [
        "provincial",
        "municipality",
        "city",
        "county",
        "district",
        "prefecture",
        "league",
        "banner",
        "autonomous",
        "region",
        "area",
        "new",
    ]
)


def _without_level(atoms: str) -> str:
    words = atoms.split()
    while len(words) > 1 and words[-1] in _LEVELS:
        words.pop()
    return " ".join(words)
