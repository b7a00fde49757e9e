"""Places as parts of names: found at a position in either language, alone or in a chain with what they lie in.

A place's English is cut into its stem and the word for what it is (Shijiazhuang + City). Each place is found by its stem
with any word that fits its type (Municipal, City, Municipality), or by the stem alone; in Chinese by its name, or
by the name without 省, 市, 县; a district so only where it was a county (萧山), since most others are words as well (城关).
A chain is read upwards (Chang'an District, Shijiazhuang) or downwards (Beijing Haidian District, 河北省石家庄市长安区),
each place within the next.
"""

from __future__ import annotations

from functools import cached_property

from glossary.language.english import english_tokens
from glossary.language.han import han_form
from glossary.patterns.collecting import no_collecting
from glossary.patterns.place_types import FORMER, PEOPLES_EN, WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeVar

    from glossary.patterns.places import Place

    Key = TypeVar("Key", str, tuple[str, ...])
    Chain = tuple["Place", ...]
    Weighed = tuple["Place", float]

__all__ = ["Gazetteer"]

_LONGEST_STEM = 5  # 阿鲁科尔沁
_ONCE_COUNTY = 1.2
"""What it costs to take a district by the stem of its name: less than the county it was, more than a city of today."""


_BARE_COUNTY, _BARE_CITY = 2.5, 2.3
"""What it costs to take a county, or a city of its level, by its name alone: Kaiping is 开平市 before 开平区."""


_BELOW_ITS_LIKE = 0.14
"""What it costs more to take a prefecture for a name alone that a province has too: Jilin, Hainan. Both are as good as likely."""


class Gazetteer:
    """Places by what stands at a position of a name.

    >>> from glossary.patterns.places import Place
    >>> hebei = Place(code="130000", zh="河北省", stems=("Hebei",), type="省", level="provincial")
    >>> gazetteer = Gazetteer([hebei])
    >>> [(end, chain[0].zh) for end, chain, _cost in gazetteer.chinese("河北教育厅", 0)]
    [(2, '河北省')]
    >>> [end for end, _chain, _cost in gazetteer.english(["hebei", "provincial", "department"], 0)]
    [2, 1]
    """

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = list(places)
        self.by_code: dict[str, Place] = {}
        for place in self._places:
            self.by_code.setdefault(place.code, place)

    @cached_property
    def _han(self) -> dict[str, list[tuple[Place, float]]]:
        found: dict[str, list[tuple[Place, float]]] = {}
        for place in self._places:
            former = FORMER if place.end else 0.0
            for name, cost in _han_names(place).items():
                found.setdefault(han_form(name), []).append((place, cost + former))
        for stem, district in self._once_counties():
            found.setdefault(han_form(stem), []).append((district, _ONCE_COUNTY))
        return found

    def _once_counties(self) -> Iterator[tuple[str, Place]]:
        """Stems by which districts go that were counties or cities (萧山), with every district of today of that stem."""
        districts: dict[str, list[Place]] = {}
        for place in self._places:
            if place.type == "区" and not place.end:
                districts.setdefault(place.zh_stem, []).append(place)
        seen = set()
        for place in self._places:
            stem = place.zh_stem
            heirs = districts.get(stem, []) if place.end and place.level == "county" else []
            if len(stem) > 1 and stem not in seen and any(_same_province(place, h) for h in heirs):
                seen.add(stem)
                yield from ((stem, heir) for heir in heirs)

    @cached_property
    def _stems(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for place in self._places:
            found.setdefault(han_form(place.zh_short), []).append(place)
        return found

    @cached_property
    def _latin(self) -> dict[tuple[str, ...], list[Weighed]]:
        with no_collecting():
            return self._latin_names()

    def _latin_names(self) -> dict[tuple[str, ...], list[Weighed]]:
        known = _tokens_of({stem for place in self._places for stem in place.stems})
        found: dict[tuple[str, ...], list[Weighed]] = {}
        for place in self._places:
            former = FORMER if place.end else 0.0
            names: dict[tuple[str, ...], float] = {}
            for at, stem in enumerate(place.stems):
                tokens = known[stem]
                names.setdefault(tokens, 0.1 * at)
                if place.bears_peoples and tokens[-1:] and tokens[-1] in PEOPLES_EN:
                    names.setdefault(_without_peoples_en(tokens), 0.3 + 0.1 * at)
            for key, cost in names.items():
                if key:
                    found.setdefault(key, []).append((place, cost + former))
        return {key: _largest_first(named) for key, named in found.items()}

    @cached_property
    def _han_sizes(self) -> dict[str, tuple[int, ...]]:
        return _sizes_by(self._han, lambda key: key[:2])

    @cached_property
    def _latin_sizes(self) -> dict[str, tuple[int, ...]]:
        return _sizes_by(self._latin, lambda key: key[0])

    def chinese(self, text: str, at: int) -> Iterator[tuple[int, Chain, float]]:
        """Yield (end, chain from the highest place down, cost) of the places that begin at a position.

        Behind a city in full only what is in full is its county: 茂名市高州水库 is a reservoir of Maoming's.
        """
        first = list(self._one_han(text, at))

        def below(end: int) -> Iterator[tuple[int, Chain, float]]:
            for further, chain, cost in self._one_han(text, end):
                is_stem = further - end == len(chain[0].zh_stem) < len(chain[0].zh)
                if not (is_stem and text[end - 1] == "市"):
                    yield further, chain, cost

        yield from self._down(first, below)

    def english(
        self, tokens: Sequence[str], at: int, *, former: bool = False
    ) -> Iterator[tuple[int, Chain, float]]:
        """Yield (end, chain from the highest place down, cost) of the places that begin at a position.

        Args:
            tokens: The words, in their compared form.
            at: The position.
            former: Take places of the past as well by their name without the word for what they were.
        """
        first = list(self._one_latin(tokens, at, former))
        yield from self._down(first, lambda end: self._one_latin(tokens, end, former))
        for end, chain, cost in first:
            yield from self._up(tokens, end, chain, cost)

    def may_begin(self, lang: str, atoms: Sequence[str], at: int) -> bool:
        """Return whether the beginning of a place's name stands at a position; cheap, and true too often."""
        if lang == "zh":
            return atoms[at : at + 2] in self._han_sizes
        return atoms[at] in self._latin_sizes

    def stems(self, lang: str, atoms: Sequence[str], at: int) -> Iterator[tuple[int, Chain]]:
        """Yield (end, place) of the places whose name without the word for what it is begins at a position."""
        if lang == "zh":
            for end in range(min(at + _LONGEST_STEM, len(atoms)), at + 1, -1):
                for place in _of_today(self._stems.get("".join(atoms[at:end]), [])):
                    yield end, (place,)
            return
        for end, named in self._latin_at(atoms, at):
            for place in _of_today([place for place, _cost in named]):
                yield end, (place,)

    def is_elsewhere(self, name: str, place: Place) -> bool:
        """Return whether a Chinese name is that of places of today without the word for what they are, none of them in a place.

        >>> from glossary.patterns.places import Place
        >>> hebei = Place(code="130000", zh="河北省", stems=("Hebei",), type="省", level="provincial")
        >>> hunan = Place(code="430000", zh="湖南省", stems=("Hunan",), type="省", level="provincial")
        >>> gazetteer = Gazetteer([hebei, hunan])
        >>> gazetteer.is_elsewhere("湖南", hebei), gazetteer.is_elsewhere("湖南", hunan), gazetteer.is_elsewhere("金陵", hunan)
        (True, False, False)
        """
        called = [each for each in self._stems.get(han_form(name), ()) if not each.end]
        return bool(called) and not any(
            each.code == place.code or self.lies_in(each, place) for each in called
        )

    def _down(
        self, found: list[tuple[int, Chain, float]], then: object
    ) -> Iterator[tuple[int, Chain, float]]:
        queue = list(found)
        while queue:
            end, chain, cost = queue.pop(0)
            yield end, chain, cost
            if chain[-1].level != "county":
                for further, (below,), more in then(end):  # type: ignore[operator]
                    if self.lies_in(below, chain[-1]):
                        queue.append((further, (*chain, below), cost + more))

    def _up(
        self, tokens: Sequence[str], end: int, chain: Chain, cost: float
    ) -> Iterator[tuple[int, Chain, float]]:
        start = end + 1 if end < len(tokens) and tokens[end] == "of" else end
        for further, (above,), more in self._one_latin(tokens, start):
            if self.lies_in(chain[0], above):
                yield further, (above, *chain), cost + more * 0.5
                yield from self._up(tokens, further, (above, *chain), cost + more * 0.5)

    def _one_han(self, text: str, at: int) -> Iterator[tuple[int, Chain, float]]:
        for size in self._han_sizes.get(text[at : at + 2], ()):
            if at + size <= len(text):
                for place, cost in self._han.get(text[at : at + size], ()):
                    yield at + size, (place,), cost

    def _latin_at(self, tokens: Sequence[str], at: int) -> Iterator[tuple[int, Sequence[Weighed]]]:
        """Yield where names of places end that begin at a position, and the places; none is cut short at the text's end."""
        for size in self._latin_sizes.get(tokens[at], ()) if at < len(tokens) else ():
            if at + size <= len(tokens):
                yield at + size, self._latin.get(tuple(tokens[at : at + size]), ())

    def _one_latin(
        self, tokens: Sequence[str], at: int, former: bool = False
    ) -> Iterator[tuple[int, Chain, float]]:
        for end, named in self._latin_at(tokens, at):
            high = any(not place.end and place.level != "county" for place, _cost in named)
            living = any(not place.end for place, _cost in named)
            top = any(place.level == "provincial" for place, _cost in named)
            for place, cost in named:
                behind = end
                if place.type.startswith("自治"):  # however the people is spelt, or left out
                    while behind < len(tokens) and tokens[behind] in PEOPLES_EN:
                        behind += 1
                for words in WORDS[place.type]:
                    if tuple(tokens[behind : behind + len(words)]) == words:
                        yield behind + len(words), (place,), cost
                        break
                county = place.level == "county"
                gone = place.end and (living or county) and not former
                if not gone and not (high and county and place.type != "市"):
                    bare = _BARE_CITY if place.type == "市" else _BARE_COUNTY
                    lower = _BELOW_ITS_LIKE if top and place.level != "provincial" else 0.0
                    yield end, (place,), cost + lower + (bare if county else 1.0)

    def lies_in(self, below: Place, above: Place) -> bool:
        """Return whether a place lies in another, at any depth.

        >>> from glossary.patterns.places import Place
        >>> one = Place(code="130100", zh="石家庄市", stems=("Shijiazhuang",), type="市", level="prefectural", parent="130000")
        >>> two = Place(code="130000", zh="河北省", stems=("Hebei",), type="省", level="provincial")
        >>> Gazetteer([one, two]).lies_in(one, two)
        True
        """
        code = below.parent
        while code:
            if code == above.code:
                return True
            parent = self.by_code.get(code)
            code = parent.parent if parent else ""
        return False

    def parents(self, place: Place) -> Chain:
        """Return what a place lies in, the highest first."""
        found: list[Place] = []
        code = place.parent
        while code in self.by_code:
            found.insert(0, self.by_code[code])
            code = self.by_code[code].parent
        return tuple(found)


def _of_today(places: Sequence[Place]) -> Sequence[Place]:
    """Those of several places that are called so today; all where none is."""
    return [place for place in places if not place.end] or places


def _largest_first(named: list[Weighed]) -> list[Weighed]:
    """Places of one English name, those of known size by it: Xinyi City is read as the larger of two before the other."""
    if len(named) < 2:
        return named
    sized = [at for at, (place, _cost) in enumerate(named) if place.inhabitants]
    largest = sorted((named[at] for at in sized), key=lambda each: -each[0].inhabitants)
    for at, each in zip(sized, largest, strict=True):
        named[at] = each
    return named


def _same_province(one: Place, other: Place) -> bool:
    return one.code[:2] == other.code[:2]


def _han_names(place: Place) -> dict[str, float]:
    """The Chinese names of a place with what each costs: in full; but for districts without the word for what it is."""
    names = {place.zh: 0.0}
    stem = place.zh_stem
    if place.type in ("区", "林区", "特区", "新区") or len(stem) < 2:
        return names
    names.setdefault(stem, 1.0)
    if place.type.startswith("自治"):
        names.setdefault(place.zh.removesuffix(place.type), 1.0)
        names.setdefault(stem + place.type[-1], 1.2)  # 延边州, 大厂县
    return names


def _sizes_by(names: Iterable[Key], head: Callable[[Key], str]) -> dict[str, tuple[int, ...]]:
    """For each beginning, the lengths of the names that begin so, longest first."""
    sizes: dict[str, set[int]] = {}
    for name in names:
        sizes.setdefault(head(name), set()).add(len(name))
    return {key: tuple(sorted(found, reverse=True)) for key, found in sizes.items()}


def _tokens_of(stems: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The words of each stem in their compared form: those not plain asked for at once, as that is many times quicker."""
    stems = sorted(stems)
    plain = {
        stem: tuple(english_tokens(stem)) for stem in stems if stem.isascii() and stem.isalpha()
    }
    listed = [stem for stem in stems if stem not in plain]
    groups: list[list[str]] = [[]]
    for token in english_tokens(" ; ".join(stem.replace(",", " ") for stem in listed)):
        if token == ",":
            groups.append([])
        else:
            groups[-1].append(token)
    if len(groups) != len(listed):  # a stem has marks that part words, or nothing else
        groups = [[token for token in english_tokens(stem) if token != ","] for stem in listed]
    return plain | dict(zip(listed, map(tuple, groups), strict=True))


def _without_peoples_en(tokens: tuple[str, ...]) -> tuple[str, ...]:
    size = len(tokens)
    while size > 1 and tokens[size - 1] in PEOPLES_EN:
        size -= 1
    return tokens[:size]
