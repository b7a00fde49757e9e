"""One name looked up: the ways in which it may be answered, in order, and what is said where none of them does."""

from __future__ import annotations

from glossary.i18n import N_, spoken
from glossary.language.han import has_han
from glossary.model.answers import Answers, near_of
from glossary.model.values import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary.facade.questions import Questions
    from glossary.model.answers import Answer, Near
    from glossary.search.queries import Query

    Found = tuple[Answer, ...]

__all__ = ["Lookup"]

_NEAR = 5


class Lookup:
    """A name that is looked up.

    Args:
        glossary: Where.
        name: The name.
        query: What answers are limited to.
        day: The day they hold for.
        lang: The English wanted.
        kind: The kinds wanted, as they were given.
        as_of: The date as it was given; empty for today.
    """

    def __init__(
        self,
        glossary: Questions,
        name: str,
        *,
        query: Query,
        day: str,
        lang: str,
        kind: str,
        as_of: str,
    ) -> None:
        self._glossary, self._name, self._query, self._day = glossary, name, query, day
        self._lang, self._kind, self._as_of = lang, kind, as_of
        self._of_many = False
        self._elsewhere: Found = ()
        self._reason = ""
        self._kin: Found = ()
        self._composed: Found | None = None

    def answers(self, *, partial: bool) -> Answers:
        """Return the answers of the first way that has any; else the reason and what is near.

        Args:
            partial: Give the frame of a title whose topic is unknown.
        """
        for way, called in (
            (self._by_name, "exact"),
            (self._by_number, "exact"),
            (self._by_composed_title, "exact"),
            (self._by_patterns, "composed"),
            (self._by_version, "composed"),
            (self._by_other_names, "exact"),
            (self._by_pinyin, "composed"),
            (self._by_old_spelling, "exact"),
            (self._by_department, "exact"),
            (self._by_post, "composed"),
        ):
            found = way()
            if found:
                # What patterns compose may be held under the same Chinese name.
                called = called if found[0].derivation else "exact"
                return Answers(query=self._name, found=called, answers=found)
        return self._declined(partial=partial)

    def _by_name(self) -> Found:
        """The entries that bear it, or are written with whose they are behind it."""
        glossary, filters = self._glossary, self._query.filters
        with glossary.store.reading():
            found, by_key = glossary.named(self._name, filters, self._day, self._lang)
            if not by_key:
                from glossary.facade.owners import found_by_owner

                reader = glossary.store.reader
                found = found_by_owner(self._name, self._plain, reader, filters)
            if self._as_of:
                found = self._of_today(found)
            whole = glossary.of_their_own(found)
        self._of_many = bool(found) and not whole
        return whole if self._kind else glossary.not_words(whole)

    def _by_number(self) -> Found:
        """The documents that have the number that was asked for."""
        if not any(map(str.isnumeric, self._name)):
            return ()
        with self._glossary.store.reading():
            filters = self._query.filters
            return self._glossary.numbered(self._name, filters, self._day, self._lang)

    def _of_today(self, found: Found) -> Found:
        """Answers as of a date, but those of Taiwan, Hong Kong or Macao alone where the name is another's today."""
        from glossary.facade.before import is_elsewhere

        if not found or not is_elsewhere(found):
            return found
        now = self._glossary.lookup(self._name, kind=self._kind).answers
        if not now or is_elsewhere(now[:1]):
            return found
        self._elsewhere = found
        return ()

    def _by_composed_title(self) -> Found:
        """The document whose Chinese title is the one that patterns compose but for what English leaves out."""
        composed = self._readings()
        if not composed:
            return ()
        from glossary.facade.held_titles import held_kin, held_titles

        glossary, filters = self._glossary, self._query.filters
        with glossary.store.reading():
            asked = self._name, composed, self._plain, glossary.store.reader, filters
            found = held_titles(*asked)
            kin = () if found else held_kin(*asked)
        if kin:
            self._composed, self._kin = (), kin
        return found

    def _by_patterns(self) -> Found:
        """What patterns compose, where its English leaves no word of it open, or the held body of that Chinese name."""
        readings = self._readings()
        if self._reason or not readings:
            return ()
        from glossary.facade.held_bodies import held_for
        from glossary.facade.institutes import with_held_institutes

        glossary, filters = self._glossary, self._query.filters
        with glossary.store.reading():
            readings = with_held_institutes(self._name, readings, glossary.near, self._plain)
            held = held_for(glossary, {self._name: readings}, filters, self._day, self._lang)
        return held[self._name]

    def _readings(self) -> Found:
        if self._composed is None:
            found = self._glossary.composed(self._name, self._day, self._query.filters)
            self._composed, self._reason = found
        return self._composed

    def _by_version(self) -> Found:
        """The version of a document that is called in other words than its title."""
        from glossary.facade.versions import found_by_version

        def compose(name: str) -> Found:
            answers, reason = self._glossary.composed(name, self._day, self._query.filters)
            self._reason = self._reason or reason
            return () if reason else answers

        with self._glossary.store.reading():
            return found_by_version(self._name, self._plain, compose)

    def _by_other_names(self) -> Found:
        """The units that are written with another name of their body."""
        from glossary.facade.owners import found_by_other_names

        with self._glossary.store.reading():
            reader = self._glossary.store.reader
            return found_by_other_names(self._name, self._plain, reader, self._query.filters)

    def _by_pinyin(self) -> Found:
        """The places, and the bodies of places, whose Chinese name in full is written so in pinyin."""
        if has_han(self._name):
            return ()
        from glossary.facade.composed_hits import by_pinyin
        from glossary.language.places import places_by_pinyin

        names = dict.fromkeys(place.zh for place in places_by_pinyin(self._name))
        filters = self._query.filters
        found = [self._glossary.composed(name, self._day, filters)[0] for name in names]
        places = tuple(answer for answers in found for answer in answers)
        return places or by_pinyin(self._glossary, self._name, self._day, filters)

    def _by_old_spelling(self) -> Found:
        """The body or document of a place that is spelled in an old way: *Chekiang University*."""
        from glossary.language.old_spellings import in_todays_spelling

        with self._glossary.store.reading():
            for form, place in in_todays_spelling(self._name):
                found = tuple(
                    replace(each, reworded=True)
                    for each in self._plain(form)
                    if any(name.is_chinese and place in name.text for name in each.names)
                )
                if found:
                    return found
        return ()

    def _by_department(self) -> Found:
        """The department of a known body that is called so in other English."""
        from glossary.facade.departments import found_among_departments

        with self._glossary.store.reading():
            reader = self._glossary.store.reader
            return found_among_departments(self._name, self._plain, reader, self._query.filters)

    def _by_post(self) -> Found:
        """The post of a body that is answered by itself."""
        filters = self._query.filters
        if filters.kinds and "position" not in filters.kinds:
            return ()
        from glossary.facade.posts import found_by_post

        glossary = self._glossary
        with glossary.store.reading():
            return found_by_post(self._name, self._body, glossary.name_grammar, self._day, filters)

    def _body(self, name: str) -> Found:
        """What answers the name of a body, in whichever way."""
        return self._glossary.lookup(name, kind="body", as_of=self._as_of).answers

    def _plain(self, name: str) -> Found:
        """What answers a name as it stands, without any other way to read it."""
        return self._glossary.named(name, self._query.filters, self._day, self._lang, toned=False)[
            0
        ]

    def _declined(self, *, partial: bool) -> Answers:
        near = self._glossary.near(self._name)
        is_name = bool(self._name.strip())
        frame = self._glossary.frame(self._name) if partial and is_name else None
        reason = self._reason
        if self._of_many or (not reason and self._ends_names(near)):
            said = N_('several bodies call a unit of theirs "{name}": say whose it is')
            reason = spoken(said, name=self._name)
        elif self._kin:
            said = N_("{title} may be meant, which is of another kind")
            reason = spoken(said, title=self._kin[0].chinese or "")
            kin = [near_of(each.entry, self._day) for each in self._kin]
            near = tuple(dict.fromkeys((*kin, *near)))[:_NEAR]
        elif not reason and self._as_of:
            near, reason = self._told_before(near)
        empty, missing = N_("the name is empty"), N_("not in the glossary")
        reason = reason or spoken(missing if is_name else empty)
        return Answers(query=self._name, found="none", reason=reason, near=near, frame=frame)

    def _ends_names(self, near: tuple[Near, ...]) -> bool:
        """Whether two of what is near are units that a body's own name stands before: 民政部国际合作司, 文化和旅游部国际合作司."""
        from glossary.facade.units import owners_before

        owners = owners_before(self._name, near)
        if len(owners) < 2:
            return False
        with self._glossary.store.reading():
            return sum(bool(self._plain(owner)) for owner in owners) > 1

    def _told_before(self, near: tuple[Near, ...]) -> tuple[tuple[Near, ...], str]:
        """What stood on the day in the place of what has the name today; nothing where nothing has it."""
        later = self._glossary.lookup(self._name, kind=self._kind)
        if later.found != "exact":
            return near, ""
        from glossary.facade.before import stood_before, told_before

        with self._glossary.store.reading():
            before = stood_before(self._glossary.store.reader, later.answers, self._day)
        elsewhere = tuple(near_of(each.entry, self._day) for each in self._elsewhere)
        rest = tuple(each for each in near if each not in elsewhere)
        return told_before(before, self._day, (*elsewhere, *rest), self._as_of, bool(elsewhere))
