"""Which business belongs together: all that is about one matter, and minutes with what confirms them.

A decision or a recommendation may be about a matter that its minute or agenda item is not about.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal, get_args

from ..records.actions import Undertaking
from ..records.agenda import AgendaItem
from ..records.minutes import Minute, Resolution
from ..records.numbers import Numbered
from ..records.publication import Records
from .rows import every_item, every_minute, grouped, item_order

Kind = Literal["item", "paper", "recommendation", "petition", "minute", "resolution", "panel recommendation"]
"""What business is, in the order in which a meeting comes to it."""

NEAREST: Final = 4
"""How many items and minutes of the same business are named before one of them, and how many after it."""


@dataclass(frozen=True, slots=True)
class Business:
    """Business of a meeting, as another page refers to it.

    ``key`` is that of the agenda item or minute that it belongs to, and ``label`` its own number as people say it.
    ``record`` is the id of a paper, of a petition or of a recommendation with an answer, or the key of a resolution.
    ``at`` is its place among all of its kind.
    """

    meeting_id: str
    kind: Kind
    key: str
    title: str
    label: str = ""
    record: str = ""
    at: int = 0

    @property
    def within(self) -> Literal["item", "minute"] | None:
        """What of its meeting it is or belongs to, which ``key`` is the key of."""
        if self.kind in ("minute", "resolution"):
            return "minute"
        return None if self.kind in ("petition", "panel recommendation") else "item"


def of_entry(meeting_id: str, entry: Numbered, at: int = 0) -> Business:
    """Give an agenda item or a minute as business of its meeting."""
    kind: Literal["item", "minute"] = "item" if isinstance(entry, AgendaItem) else "minute"
    return Business(meeting_id, kind, entry.key, entry.title, entry.label, at=at)


@dataclass(frozen=True)
class Connections:
    """What is connected with what, worked out once for all records."""

    records: Records

    @cached_property
    def by_matter(self) -> Mapping[str, tuple[Business, ...]]:
        """All business of each matter, the earliest meeting first."""
        about = ((matter, business) for matters, business in self._about() for matter in dict.fromkeys(matters))
        return {matter: tuple(sorted(several, key=self._moment)) for matter, several in grouped(about).items()}

    def _moment(self, business: Business) -> tuple[object, ...]:
        """Give the place of business in order of time: two meetings on a day are in the order in which they start."""
        return self.records.moment(business.meeting_id), get_args(Kind).index(business.kind), business.at

    def _about(self) -> Iterator[tuple[Sequence[str], Business]]:
        """Give all business with the matters that it says it is about."""
        for meeting_id, item in every_item(self.records):
            yield item.matter, self._of_entry(meeting_id, item)
        for (meeting_id, paper_id), paper in self.records.papers.items():
            at = self._places["item", meeting_id, paper.item]
            served = Business(meeting_id, "paper", paper.item, paper.title, record=paper_id, at=at)
            yield paper.matter, served
            for asked in paper.recommendations:
                yield asked.matter, replace(served, kind="recommendation", label=asked.numeral or "")
        for meeting_id, minutes in self.records.minutes.items():
            for petition in minutes.petitions:
                yield petition.matter, Business(meeting_id, "petition", "", petition.title, record=petition.id or "")
        for meeting_id, minute in every_minute(self.records):
            recorded = self._of_entry(meeting_id, minute)
            yield minute.matter, recorded
            for taken in minute.resolutions:
                yield taken.matter, replace(recorded, kind="resolution", label=taken.label, record=taken.key)
        for made in self.records.recommendations.values():
            yield made.matter, Business(made.meeting, "panel recommendation", "", made.made_under, record=made.id)

    @cached_property
    def _places(self) -> Mapping[tuple[str, str, str], int]:
        """The place of every item and every minute among all, in order of time and of its document."""
        served = {(meeting_id, paper.item) for (meeting_id, _), paper in self.records.papers.items()}
        items = {(meeting_id, item.key) for meeting_id, item in every_item(self.records)} | served
        in_order = sorted(items, key=item_order(self.records))
        minutes = [(meeting_id, minute.key) for meeting_id, minute in every_minute(self.records)]
        kinds = (("item", in_order), ("minute", minutes))
        return {(kind, *entry): at for kind, entries in kinds for at, entry in enumerate(entries)}

    def _of_entry(self, meeting_id: str, entry: AgendaItem | Minute) -> Business:
        return of_entry(meeting_id, entry, self._places[entry.kind, meeting_id, entry.key])

    @cached_property
    def confirmed_by(self) -> Mapping[str, Business]:
        """For each meeting whose minutes are put to a later meeting: the item that confirms them."""
        return self._confirming(every_item(self.records))

    @cached_property
    def confirmed_in(self) -> Mapping[str, Business]:
        """For each meeting whose minutes a later meeting confirmed: the minute that did so."""
        return self._confirming(every_minute(self.records))

    def _confirming(self, entries: Iterable[tuple[str, AgendaItem | Minute]]) -> Mapping[str, Business]:
        return {entry.confirms: self._of_entry(at, entry) for at, entry in entries if entry.confirms}

    def same_business(
        self, matters: Sequence[str], meeting_id: str, kind: Literal["item", "minute"], key: str
    ) -> tuple[Business, ...]:
        """Give the business of some matters that is nearest to one agenda item or minute of theirs, without itself.

        Business that comes back at every meeting for years is told in full on the page of its matter only.
        """
        moment = self._moment(Business(meeting_id, kind, key, "", at=self._places[kind, meeting_id, key]))
        found: dict[Business, None] = {}
        for matter in matters:
            business = self.by_matter.get(matter, ())
            at = bisect_left(business, moment, key=self._moment)
            found |= dict.fromkeys(business[max(at - NEAREST, 0) : at + NEAREST + 1])
        return tuple(sorted((business for business in found if self._moment(business) != moment), key=self._moment))

    def meeting_around(self, meeting_id: str) -> tuple[str | None, str | None]:
        """Give the ids of the meetings before and after a meeting, of those that the same body holds."""
        moment, before, after = self.records.moment, list[str](), list[str]()
        for body in self.records.held_by(meeting_id):
            ids = self.records.meetings_of[body]
            at = bisect_left(ids, moment(meeting_id), key=moment)
            before += ids[at - 1 : at]
            after += ids[at + 1 : at + 2]
        return max(before, key=moment, default=None), min(after, key=moment, default=None)


def matters_of(minute: Minute, source: Resolution | Undertaking) -> tuple[str, ...]:
    """Give the matters that a decision or something said in an answer is about: those of its minute, and its own."""
    own = source.matter if isinstance(source, Resolution) else ()
    return tuple(dict.fromkeys((*minute.matter, *own)))
