"""Questions to a glossary: look up, search, show."""

from __future__ import annotations

from glossary.errors import InvalidError
from glossary.facade.compositions import COMPOSED, Compositions, today
from glossary.i18n import _, number
from glossary.model.answers import Answer, Answers, Near, near_of
from glossary.model.counterparts import last_name_day
from glossary.model.entries import Review
from glossary.search.queries import parse_query
from glossary.search.ranking import REWORDED, Tier
from glossary.store.database import Store
from glossary.store.filters import Filters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glossary.facade.showing import Link, Shown
    from glossary.model.entries import Entry
    from glossary.model.mentions import NamedText
    from glossary.model.names import Name
    from glossary.model.sources import Source
    from glossary.search.hits import Hits
    from glossary.search.ranking import Hit
    from glossary.store.reading import Listed

__all__ = ["Questions", "today"]


QUERY_LIMIT = 20_000
"""The longest query, in characters."""


LIMIT = 1_000_000
"""The most hits a search returns."""


class Questions(Compositions):
    """What a glossary answers; a part of ``Glossary``.

    Attributes:
        store: The store; for this package only.
    """

    store: Store

    @property
    def path(self) -> str:
        """The file it is kept in."""
        return self.store.path

    def lookup(
        self,
        name: str,
        *,
        as_of: str = "",
        lang: str = "",
        status: str = "",
        kind: str = "",
        partial: bool = False,
    ) -> Answers:
        """Return the entries that bear exactly this name, under folding.

        Args:
            name: A name in any language, or its pinyin with or without tones.
            as_of: A date; only names valid then match, and the answers are those of that day.
            lang: The English wanted, such as ``en-x-reuters``; other names fall back to it.
            status: Reviews to answer with, by commas; approved and proposed by default.
            kind: Kinds to answer with, by commas.
            partial: Give the frame of a title whose topic is unknown.
        Returns:
            Answers, best first; where there are none, the reason and the nearest entries.
        Raises:
            InvalidError: A limit has a value it cannot have.
            StoreError: The database cannot be read.
        """
        from glossary.facade.lookups import Lookup

        query = parse_query("", as_of=as_of, status=status, kind=kind)
        day = query.day or today()
        asked = Lookup(self, name, query=query, day=day, lang=lang, kind=kind, as_of=as_of)
        return asked.answers(partial=partial)

    def named(
        self, name: str, filters: Filters, day: str, lang: str, *, toned: bool = True
    ) -> tuple[tuple[Answer, ...], bool]:
        """Return the entries that bear exactly a name, and whether its key is that of any; for this package, within a reading.

        Args:
            name: The name.
            filters: What answers are limited to.
            day: The day they hold for.
            lang: The English wanted.
            toned: Leave out what has other tones than pinyin that was written with some.
        """
        from glossary.language.keys import query_keys
        from glossary.search.lookup import find_same

        keys = query_keys(name)
        hits = find_same(self.store.reader, keys, filters)
        answers = self._answers(hits, day, lang, asked=name)
        if not (toned and hits and keys.pinyin) or any(
            answer.name.lang.startswith(("en", "la")) for answer in answers
        ):
            return answers, bool(hits)
        from glossary.facade.signs import as_toned

        return as_toned(name, answers), True

    def numbered(self, text: str, filters: Filters, day: str, lang: str) -> tuple[Answer, ...]:
        """Return the documents that have a number; for this package, within a reading.

        Args:
            text: The number, or any other text, which is none.
            filters: What answers are limited to.
            day: The day they hold for.
            lang: The English wanted.
        """
        from glossary.search.numbered import ROWS, find_numbered

        return self._answers(find_numbered(self.store.reader, text, filters, ROWS), day, lang)

    def of_their_own(self, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
        """Return those answers whose name is not a short one that many bodies have for a unit; for this package."""
        from glossary.facade.units import of_many

        return tuple(each for each in answers if not of_many(each, lambda: self.name_grammar))

    def not_words(self, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
        """Return those answers whose name is not first of all a word or a place; for this package."""
        from glossary.facade.units import is_a_word

        return tuple(each for each in answers if not is_a_word(each))

    def near(self, text: str, limit: int = 5) -> tuple[Near, ...]:
        """Return entries that may have been meant, best first; never an answer.

        Args:
            text: What was asked for.
            limit: How many at most.
        """
        from glossary.language.keys import query_keys
        from glossary.search.lookup import find_near

        query = parse_query("")
        with self.store.reading():
            ns = find_near(self.store.reader, query_keys(text), query.filters, limit)
            listed = self.store.reader.listed(ns)
        day = today()
        entries = [listed[n].entry for n in ns]
        return tuple(near_of(entry, last_name_day(entry, day)) for entry in entries)

    def _answers(
        self,
        hits: Iterable[Hit],
        day: str,
        lang: str = "",
        asked: str = "",
        listed: Mapping[int, Listed] | None = None,
    ) -> tuple[Answer, ...]:
        wanted = list(hits)
        if listed is None:
            listed = self.store.reader.listed([hit.n for hit in wanted])
        answers = []
        for hit in wanted:
            if hit.n not in listed:
                continue
            found = listed[hit.n]
            answers.append(
                Answer(
                    entry=found.entry,
                    state=Review(found.review),
                    name=_as_asked(found.entry, hit.ord, asked),
                    day=day,
                    lang=lang,
                    successors=self._successors(found.entry),
                    score=hit.score,
                    reworded=hit.tier in REWORDED,
                )
            )
        if asked:
            from glossary.facade.signs import has_signs

            answers = [each for each in answers if has_signs(each, asked)]
        if len(answers) < 2 or not asked:
            return tuple(answers)
        from glossary.facade.before import standing

        return tuple(sorted(answers, key=lambda each: standing(each, asked)))

    def find(
        self,
        query: str,
        *,
        kind: str = "",
        lang: str = "",
        level: str = "",
        place: str = "",
        status: str = "",
        collection: str = "",
        as_of: str = "",
        limit: int = 20,
    ) -> Hits:
        """Search names in every language and script, ranked.

        Args:
            query: Words, Chinese, pinyin or its initials, with typos; filters may stand in it (``kind:body``).
            kind: Kinds, by commas.
            lang: Language of the name that matches.
            level: Level of a body.
            place: A place's name or GB/T 2260 code.
            status: Reviews, by commas, or ``all``; approved and proposed by default.
            collection: A client or project.
            as_of: A date the name was in use.
            limit: How many hits at most, from 1.
        Returns:
            Hits, best first; with filters and no words, entries in the order of their ids.
        Raises:
            InvalidError: There is neither a word nor a filter, or a filter has a value it cannot have.
            StoreError: The database cannot be read.
        """
        from glossary.facade.signs import signed_first
        from glossary.search.finding import find_otherwise, find_text, list_hits
        from glossary.search.hits import Hits

        given = {"kind": kind, "lang": lang, "level": level, "place": place, "status": status}
        parsed = parse_query(query, **given, collection=collection, as_of=as_of)
        _check_query(parsed.text, parsed.filters, limit)
        day = parsed.day or today()
        asked: tuple[str, ...] = (parsed.text,)
        with self.store.reading():
            if parsed.text:
                hits = find_text(self.store.reader, parsed.text, parsed.filters, limit)
                hits = signed_first(self.store.reader, hits, parsed.text)
                hits, asked = find_otherwise(
                    self.store.reader, parsed.text, parsed.filters, limit, hits
                )
            else:
                hits = list_hits(self.store.reader, parsed.filters, limit)
        near = () if hits or not parsed.text else self.near(parsed.text)

        def compose() -> tuple[Answer, ...]:
            if any(hit.tier <= Tier.PINYIN for hit in hits):
                return ()
            from glossary.facade.composed_hits import composed_for
            from glossary.facade.fuller_names import fuller_first
            from glossary.facade.held_bodies import held_for

            # A name that is the query but for its typos says what they were.
            unlike = all(hit.tier > Tier.CORRECTED for hit in hits)
            found = (
                composed_for(self, each, day, parsed.filters, mistyped=unlike) for each in asked
            )
            composed = {query: next(filter(None, found), ())}
            with self.store.reading():
                held = held_for(self, composed, parsed.filters, day)[query]
                return fuller_first(held, lambda: self._answers(hits, day))

        def read(wanted: Sequence[Hit]) -> tuple[Answer, ...]:
            with self.store.reading():
                return self._answers(wanted, day)

        return Hits(
            query=parsed.text,
            hits=tuple(hits[:limit]),
            truncated=len(hits) > limit,
            near=near,
            read=read,
            compose=compose,
        )

    def names(self, text: str, *, kind: str = "", as_of: str = "") -> tuple[NamedText, ...]:
        """Return the names that stand in a running text, listed or composed, once each, in the order they are met.

        Args:
            text: A text in any language, of any length.
            kind: Kinds of entries, by commas; by default all but places, positions and terms.
            as_of: A date; only names valid then, and the answers are those of that day.
        Raises:
            InvalidError: A limit has a value it cannot have.
            StoreError: The database cannot be read.
        """
        from glossary.facade.held_bodies import held_for
        from glossary.facade.mentions import DEFAULT_KINDS, names_in

        query = parse_query("", kind=kind or DEFAULT_KINDS, as_of=as_of)
        day = query.day or today()
        composes = not COMPOSED.isdisjoint(query.filters.kinds)
        with self.store.reading():
            return names_in(
                self.store.reader,
                text,
                query.filters,
                lambda hits, listed, asked: self.of_their_own(
                    self._answers(hits, day, asked=asked, listed=listed)
                ),
                self.name_grammar if composes else None,
                lambda composed: held_for(self, composed, query.filters, day),
                day,
            )

    def answers(self, ids: Iterable[str]) -> dict[str, Answer]:
        """Return entries as answers with their preferred names, in one question; those not there are left out."""
        day = today()
        with self.store.reading():
            listed = self.store.reader.listed_by_ids(ids)
        return {
            entry_id: Answer(
                entry=found.entry, state=Review(found.review), name=found.entry.names[0], day=day
            ).today
            for entry_id, found in listed.items()
        }

    def sources(self, text: str, limit: int = 10) -> tuple[Source, ...]:
        """Return sources of recent entries whose title or locator holds a text, newest first, for completion."""
        from glossary.facade.completion import find_sources

        with self.store.reading():
            return find_sources(self.store.reader, text, limit)

    def ids(self, prefix: str, limit: int = 100) -> tuple[str, ...]:
        """Return ids of entries that begin with a text, in order, for completion."""
        with self.store.reading():
            return tuple(self.store.reader.ids_from(prefix, limit))

    def places(self, text: str, limit: int = 10) -> tuple[tuple[str, str, str], ...]:
        """Return (code, Chinese, English) of places whose name begins with a text, highest first."""
        from glossary.language.places import find_places

        return find_places(text, limit)

    def get(self, id_or_name: str, *, as_of: str = "") -> Shown:
        """Return one entry in full, by its id (also a merged one's) or by a name only it bears.

        Args:
            id_or_name: An id, or a name in any language.
            as_of: A date; only names and relations valid then are shown.
        Raises:
            NotFoundError: There is none, or several bear the name; ``nearest`` are ids.
        """
        from glossary.facade.showing import show

        return show(self, id_or_name, as_of)

    def links(self, entry: Entry, *types: str) -> tuple[Link, ...]:
        """Return the relations of an entry, from both sides; of some types only, where named, which reads no others."""
        from glossary.facade.showing import links_of

        with self.store.reading():
            return links_of(self, entry, types=types)

    def _successors(self, entry: Entry) -> tuple[str, ...]:
        """Ids of what directly became of a body that is no more."""
        if entry.body is None or not entry.body.dissolved:
            return ()
        from glossary.facade.lineage import successors

        steps = successors(self.store.reader, entry.id)
        return tuple(step.successor for step in steps if step.depth == 1)


def _check_query(words: str, filters: Filters, limit: int) -> None:
    """Refuse a search without words and filters, one too long, and a limit that is none."""
    if not words and filters == Filters():
        raise InvalidError(
            _("the query is empty"),
            field="query",
            fix=_("Write a name, a part of one, or a filter."),
        )
    if not 1 <= limit <= LIMIT:
        raise InvalidError(
            _("the limit {limit} is not from 1 to {most}").format(limit=limit, most=number(LIMIT)),
            field="limit",
            fix=_("Write such a number."),
        )
    if len(words) > QUERY_LIMIT:
        raise InvalidError(
            _("the query has {count} characters").format(count=number(len(words))),
            field="query",
            why=_("{limit} is the limit").format(limit=number(QUERY_LIMIT)),
            fix=_("Search for a part of it."),
        )


def _as_asked(entry: Entry, ord_: int, asked: str) -> Name:
    """The name that matched; of several that fold alike (CPC, Communist Party of China) the one that was typed."""
    from glossary.language.fold import fold

    name = entry.names[
        min(ord_, len(entry.names) - 1)
    ]  # a hit may be read after the entry was changed
    if not asked or name.text == asked:
        return name
    wanted = fold(asked)
    alike = [each for each in entry.names if fold(each.text) == wanted]
    return next((each for each in alike if each.days == name.days), name)
