"""Numbers and ids that were mistyped where they are given: others name what is not there, and this was to be it.

That the slip is here, and not where it is named, is known in three ways: the row in which numbers run asks for what
is named; the record's own name or title makes that id; or several lines agree on an id that is nearly this one, which
nothing names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final, NamedTuple

from ..records.base import Record
from ..records.forms import form_of_family
from ..records.marks import Refers
from ..records.minutes import Minute, Minutes
from ..records.names import as_slug, key_of, made_id, one_slip
from ..records.numbers import Numbered
from ..records.place import Place
from ..records.pointers import Document, entries_of, pointers
from ..records.publication import Records
from ..records.walk import marked, records_within
from .citations import paragraphs
from .promises import undertakings_of
from .rows import grouped
from .series import counted, in_rows, runs_on

_OFTEN: Final = 2
"""So many lines that name one id agree on it."""
_REGISTERS: Final = ("people", "bodies", "matters", "functions", "indicators")

_MOST_COMPARED: Final = 10_000
"""So many pairs are compared of what is named and what is given: more slips than that are no slip of one hand."""


@dataclass(frozen=True, slots=True)
class Mistyped:
    """A number or an id that was mistyped: where it is given, what stands there, what was meant, and who names that.

    It is the name of a file where nothing ``typed`` stands at the place.
    """

    place: Place
    given: str
    meant: str
    typed: str
    uses: tuple[Place, ...]


class Given(NamedTuple):
    """A number or an id, as it is given. Whoever names it types ``begin`` before it, and one of ``ends`` after it.

    ``asked`` is what its row, or its own name, asks for in its place, if that is known; or ``place_in_row`` says it
    of a number that may be ii or b. It is ``called`` in words of which others may be made.
    """

    own: str
    place: Place
    typed: str = ""
    asked: str = ""
    begin: str = ""
    ends: tuple[str, ...] = ("",)
    number: bool = False
    place_in_row: int = 0
    called: str = ""

    @property
    def names(self) -> set[str]:
        """All by which others may name it, or what it holds."""
        return {f"{self.begin}{self.own}{end}" for end in self.ends}

    def asks_for(self, own: str) -> bool:
        """Whether its row, or its own name, asks for another number or id in its place."""
        if own == key_of(self.asked) or self.place_in_row in counted(own):
            return True
        words = {*self.called.split("-")}
        return words >= {*own.split("-")} and not words >= {*self.own.split("-")} and one_slip(self.own, own)

    def nearly(self, own: str) -> bool:
        """Whether it is another one but for a slip. Numbers whose figures differ are two numbers."""
        same = not self.number or re.sub(r"\D", "", own) == re.sub(r"\D", "", self.own)
        return same and one_slip(self.own, own)

    def instead(self, named: str) -> Iterator[str]:
        """Give what would have to stand here, so that something that is not there were named by it."""
        for end in self.ends:
            if named.startswith(self.begin) and named.endswith(end):
                yield named[len(self.begin) : len(named) - len(end)]


Named = Sequence[tuple[str, Place]]


def mistyped(records: Records, asked: Mapping[int, str]) -> tuple[Mistyped, ...]:
    """Give everything that was mistyped where it is given; nothing while a file is unread, which may name it.

    ``asked`` is what ``out_of_row`` gives.
    """
    if records.unread:
        return ()
    spaces = (*_registers(records), *_documents(records, asked), *_within_minutes(records), *_plan(records))
    return tuple(chain.from_iterable(_found(given, named) for given, named in spaces))


def _found(given: Sequence[Given], named: Named) -> Iterator[Mistyped]:
    """Give what was mistyped among all that is named in one way; nothing where two may be."""
    known, used = {name for entry in given for name in entry.names}, {name for name, _ in named}
    lost = grouped((name, place) for name, place in named if name not in known)
    meant = grouped(
        ((entry, own), place)
        for name, places in islice(lost.items(), _MOST_COMPARED // max(len(given), 1))
        for entry in given
        for own in filter(None, entry.instead(name))
        for place in places
    )
    free = {way: uses for way, uses in meant.items() if way[0].names.isdisjoint(used)}
    ways = [way for way in meant if (way[0].number or way in free) and way[0].asks_for(way[1])]
    ways = ways or [way for way, uses in free.items() if len(uses) >= _OFTEN and way[0].nearly(way[1])]
    times = Counter(place for way in ways for place in meant[way])
    for entry, own in ways:
        uses = meant[entry, own]
        if max(map(times.__getitem__, uses)) == 1:
            typed = entry.asked if key_of(entry.asked) == own else own
            yield Mistyped(entry.place, entry.own, typed, entry.typed, uses)


def _registers(records: Records) -> Iterator[tuple[list[Given], Named]]:
    """Give the ids of each register, and the names of the files of papers, with whatever names them."""
    named = [(refers.register, held) for _, _, record in records.every() for held, refers in marked(record, Refers)]
    for register in _REGISTERS:
        listed = form_of_family(register).listed
        given = [_id_of(record, name, listed=listed) for name, record in getattr(records, register).items()]
        yield given, [(str(held.value), held.place) for at, held in named if at == register]
    by_meeting = grouped((meeting_id, (name, paper)) for (meeting_id, name), paper in records.papers.items())
    for papers in by_meeting.values():
        appendices = [appendix for _, paper in papers for appendix in paper.appendices if appendix.paper]
        given = [_id_of(paper, name, listed=False) for name, paper in papers]
        yield given, [(appendix.paper or "", appendix.at("paper")) for appendix in appendices]


def _id_of(record: Record, name: str, *, listed: bool) -> Given:
    words = next((str(getattr(record, field)) for field in ("name", "title") if getattr(record, field, None)), "")
    typed = listed and "id" in record.model_fields_set
    place = record.at("id") if typed else record.at()
    return Given(name, place, name if typed else "", made_id(words), called=as_slug(words))


def _documents(records: Records, asked: Mapping[int, str]) -> Iterator[tuple[list[Given], Named]]:
    """Give the numbers and ids of each agenda and of all minutes, with what points there or names an action."""
    named = defaultdict[Document, list[tuple[str, Place]]](list)
    for document, held in pointers(records):
        named[document].append((str(held.value), held.place))
    for action_id, place in _actions_named(records):
        meeting_id = next((at for at in _meetings(action_id) if at in records.minutes), "")
        named["minutes", meeting_id].append((action_id.removeprefix(f"{meeting_id}-"), place))
    for document, entries in entries_of(records).items():
        given = [_entry(entry, asked.get(id(entry), "")) for entry in entries if entry.number or entry.id]
        within = [part for entry in entries if isinstance(entry, Minute) for part in _sources(entry)]
        yield [*given, *within], named[document]


def out_of_row(records: Records) -> Mapping[int, str]:
    """Give what its row asks for in place of the number of an item or a minute that is in no row with its neighbours.

    The entry is known by its ``id`` of Python. Of minutes that are here in part, there are no rows.
    """
    asked: dict[int, str] = {}
    for (family, meeting_id), entries in entries_of(records).items():
        if family == "minutes" and records.minutes[meeting_id].only:
            continue
        numbered = in_rows(entries)
        for at, number in runs_on([entry.label for entry in numbered]).items():
            asked[id(numbered[at])] = number
    return asked


def _meetings(action_id: str) -> Iterator[str]:
    """Give every id of a meeting that the id of an action may begin with, the longest first."""
    parts = action_id.split("-")
    yield from ("-".join(parts[:end]) for end in range(len(parts), 2, -1))


def _actions_named(records: Records) -> Iterator[tuple[str, Place]]:
    for tracker in records.trackers.values():
        yield from ((update.action, update.at("action")) for update in tracker.updates if update.action)
    for minutes in records.minutes.values():
        told = (told for minute in minutes.every_minute for told in (*minute.discharges, *minute.reopens))
        yield from ((about.action, about.at("action")) for about in told if about.action)


def _entry(entry: Numbered, asked: str) -> Given:
    ends = {part.key.removeprefix(entry.key) for part in entry.within if part.key.startswith(f"{entry.key}-")}
    if isinstance(entry, Minute):
        ends |= {source.begin.removeprefix(entry.key) + source.own for source in _sources(entry)}
    field = "id" if entry.id else "number"
    typed = getattr(entry, field)
    own = key_of(typed)
    begin = entry.key.removesuffix(own)
    return Given(own, entry.at(field), typed, asked, begin, ("", *sorted(ends)), number=field == "number")


def _sources(minute: Minute) -> Iterator[Given]:
    """Give the numbers of resolutions and the ids of undertakings, of which the ids of actions are made."""
    begin = f"{minute.key}-"
    every = enumerate((key_of(made.numeral or "") for made in minute.resolutions), start=1)
    astray = [position for position, own in every if position not in counted(own)]
    for position, made in enumerate(minute.resolutions, start=1):
        own = key_of(made.numeral or "")
        if own and made.action_key == f"{begin}{own}":
            place = position if astray == [position] else 0
            yield Given(own, made.at("numeral"), made.numeral or "", begin=begin, place_in_row=place, number=True)
    for said in undertakings_of(minute):
        yield Given(said.id, said.at("id"), said.id if said.id_typed else "", made_id(said.text), begin)


def _within_minutes(records: Records) -> Iterator[tuple[list[Given], Named]]:
    """Give the ids of sessions of each minutes and of motions of each minute, with what names them there."""
    for minutes in records.minutes.values():
        sessions = [Given(session.id, session.at("id"), session.id) for session in minutes.sessions]
        yield sessions, list(sessions_named(minutes))
        for minute in minutes.every_minute:
            motions = [Given(motion.id, motion.at("id"), motion.id) for motion in minute.motions if motion.id]
            named = [(motion.amends, motion.at("amends")) for motion in minute.motions if motion.amends]
            named += [(made.from_, made.at("from_")) for made in minute.resolutions if made.from_]
            for motion in minute.motions:
                named += [(other, motion.at("put_against", at)) for at, other in enumerate(motion.put_against)]
            yield motions, named


def sessions_named(minutes: Minutes) -> Iterator[tuple[str, Place]]:
    """Give every session that a minute, or one of those present, names, and where."""
    for part in records_within(minutes):
        several = enumerate(getattr(part, "sessions", ()))
        for entry, session in chain([(None, getattr(part, "session", None))], several):
            if isinstance(session, str):
                yield session, part.at("session" if entry is None else "sessions", entry)


def _plan(records: Records) -> Iterator[tuple[list[Given], Named]]:
    """Give the numbers of the commitments of the plan, with the paragraphs about them."""
    rows = records.plan.commitments if records.plan else []
    numbers = [(str(number), row.at("numbers", entry)) for row in rows for entry, number in enumerate(row.numbers)]
    asked = runs_on([number for number, _ in numbers])
    yield (
        [Given(own, place, own, asked.get(at, ""), number=True) for at, (own, place) in enumerate(numbers)],
        [
            (str(number), paragraph.at("commitments", entry))
            for paper in records.papers.values()
            for _, _, paragraph in paragraphs(paper)
            for entry, number in enumerate(paragraph.commitments)
        ],
    )
