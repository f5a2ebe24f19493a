"""All that follows from the records, whatever the day: each fact is worked out once, when it is first asked for.

Rules, proofs and pages take it. What needs a day as well, such as the news, is a function of these facts and the day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import TypeVar

from ..records.base import Record
from ..records.meeting import date_of
from ..records.person_names import PeopleByName
from ..records.publication import Records, in_their_languages
from ..records.versions import in_one_version
from ..records.walk import records_within
from .abbreviations import Usage, usages
from .accessibility import Standing, standing
from .actions import Action, actions
from .agenda_states import AgendaStates, agenda_states
from .as_of import as_of
from .attached import FileKey, Naming, named_in_public
from .business import Connections
from .citations import Citations
from .dates import MeetingDates, dates_of
from .deferrals import Deferral, deferrals
from .events import EventDates, EventReview, event_dates, event_reviews
from .figure import FigureFacts, figure_facts
from .interests import InterestsAt, interests
from .lives import Lives
from .members import ChangesTold, Membership, changes_told_at
from .mistyped import Mistyped, mistyped, out_of_row
from .public import public
from .rows import grouped
from .texts import Document, Text, texts_in
from .told import Told
from .votes import Vote, votes
from .ways import ways_of

Fact = TypeVar("Fact")


class Once(Mapping[str, Fact]):
    """A fact for each of some ids, worked out when it is first asked for: of some records nothing may be asked."""

    def __init__(self, ids: Iterable[str], work_out: Callable[[str], Fact]) -> None:
        self._ids, self._work_out = dict.fromkeys(ids), cache(work_out)

    def __getitem__(self, name: str) -> Fact:
        """Give the fact of an id. Raises ``KeyError`` for an id that is not among them."""
        if name not in self._ids:
            raise KeyError(name)
        return self._work_out(name)

    def __iter__(self) -> Iterator[str]:
        """Give the ids, in order."""
        return iter(self._ids)

    def __len__(self) -> int:
        """Count the ids."""
        return len(self._ids)


@dataclass(frozen=True, eq=False)
class Dossier:
    """Some records with everything that rules and pages ask of them."""

    records: Records
    as_typed: Dossier | None = None
    """That of the records as they were typed, for what may be published and what had been told by a day."""
    unconfirmed: frozenset[str] = frozenset()
    """The indicators of which the proof-reader confirms no words: their figures are shown without any."""
    _days: dict[date, Dossier] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def public(self) -> Dossier:
        """The same of what may be published: all pages are made from it, and nothing else can reach them."""
        return Dossier(in_their_languages(public(self.records)), self, self.unconfirmed)

    def on(self, day: date) -> Dossier:
        """Give the same of what had been told by a day (``as_of.py``): this one, where all had been."""
        if day not in self._days:
            left = as_of(self.records, day)
            self._days[day] = self if left is self.records else Dossier(left, self, self.unconfirmed)
        return self._days[day]

    def without_words(self, indicators: Iterable[str]) -> Dossier:
        """Give the same of records as they were typed, without the words of some more of their indicators."""
        return Dossier(self.records, unconfirmed=self.unconfirmed.union(indicators))

    @cached_property
    def told(self) -> Told:
        """On which day each document was told."""
        return Told(self.records)

    @cached_property
    def documents(self) -> Mapping[Document, Record]:
        """Every record that has a file or an entry of its own."""
        return {(family, key): record for family, key, record in self.records.every()}

    @cached_property
    def parts(self) -> tuple[Record, ...]:
        """Every record, and every record within one, in the order of the files and of what is typed in them."""
        return tuple(part for _, _, record in self.records.every() for part in records_within(record))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that a reader sees."""
        return tuple(text for texts in self.texts_of.values() for text in texts)

    @cached_property
    def texts_of(self) -> Mapping[Document, Sequence[Text]]:
        """The texts of each document. One that is published as it was typed is looked through once for both."""
        known = self.as_typed.documents if self.as_typed else {}
        return {
            document: self.as_typed.texts_of[document]
            if self.as_typed and known.get(document) is record
            else tuple(texts_in(record, document, self.records.language))
            for document, record in self.documents.items()
        }

    @cached_property
    def english_of(self) -> Mapping[Document, Sequence[Text]]:
        """Those in English, of each document: what is known of words, sentences and short forms is known of these."""
        return {document: [text for text in texts if text.english] for document, texts in self.texts_of.items()}

    @cached_property
    def english(self) -> tuple[Text, ...]:
        """Every text in English that a reader sees."""
        return tuple(text for texts in self.english_of.values() for text in texts)

    def let_texts_go(self) -> None:
        """Forget which parts and texts there are: they take much room. Who asks again has them gathered."""
        for gathered in ("parts", "texts", "texts_of", "english", "english_of"):
            vars(self).pop(gathered, None)

    @cached_property
    def usages(self) -> tuple[Usage, ...]:
        """Which document uses which short form, and for what."""
        return usages(self.records, self.english_of)

    @cached_property
    def by_name(self) -> PeopleByName:
        """The people, as they can be named."""
        return PeopleByName.of(self.records.people)

    @cached_property
    def connections(self) -> Connections:
        """Which agenda items and minutes belong together."""
        return Connections(self.records)

    @cached_property
    def citations(self) -> Citations:
        """Which paragraphs speak of what."""
        return Citations(self.records)

    @cached_property
    def agenda_states(self) -> Mapping[str, AgendaStates]:
        """The states of each agenda."""
        return Once(self.records.agendas, lambda meeting_id: agenda_states(self.records, meeting_id))

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Every action, oldest first."""
        return actions(self.records)

    @cached_property
    def actions_of(self) -> Mapping[str, int]:
        """How many actions follow from each meeting."""
        return Counter(action.meeting_id for action in self.actions)

    @cached_property
    def votes(self) -> tuple[Vote, ...]:
        """Every vote, the latest meeting first."""
        return votes(self.records)

    @cached_property
    def votes_at(self) -> Mapping[str, Sequence[Vote]]:
        """The votes of each meeting that had any, in its order."""
        return grouped((vote.meeting_id, vote) for vote in self.votes)

    @cached_property
    def deferrals(self) -> tuple[Deferral, ...]:
        """All business that was put off, the earliest first."""
        return deferrals(self.records)

    @cached_property
    def membership(self) -> Membership:
        """Who was a member of the publication's own body on which day."""
        return self.memberships.get(self.records.own) or Membership(self.records)

    @cached_property
    def memberships(self) -> Mapping[str, Membership]:
        """Who was a member of each body that meets, on which day."""
        return {body: Membership(self.records, body) for body in self.records.meeting_bodies}

    def members_at(self, meeting_id: str) -> list[Membership]:
        """Give the membership of each body that holds a meeting, that of a joint one's first body first."""
        held_by = self.records.held_by(meeting_id)
        return [self.memberships.get(body) or Membership(self.records, body) for body in held_by]

    def had_seat(self, person_id: str, meeting_id: str) -> bool:
        """Whether somebody may have had a seat, on the day of a meeting, in a body that holds it."""
        if not self.records.knows_who_holds(meeting_id):
            return True
        day = date_of(meeting_id)
        return any(membership.seats_of(person_id, day) for membership in self.members_at(meeting_id))

    @cached_property
    def lives(self) -> Lives:
        """What became of every body."""
        return Lives(self.records)

    @cached_property
    def mistyped(self) -> tuple[Mistyped, ...]:
        """Numbers and ids that were mistyped where they are given."""
        return mistyped(self.records, self.out_of_row)

    @cached_property
    def out_of_row(self) -> Mapping[int, str]:
        """What its row asks for in place of the number of an item or a minute, by the ``id`` of the entry."""
        return out_of_row(self.records)

    @cached_property
    def interests(self) -> tuple[InterestsAt, ...]:
        """The interests that were declared at each meeting of which that is known, the latest first."""
        return interests(self.records)

    @cached_property
    def changes_told(self) -> ChangesTold:
        """The changes of membership, by where the panel was told of them."""
        return changes_told_at(self.memberships.values())

    @cached_property
    def figures(self) -> Mapping[str, FigureFacts]:
        """The facts of every indicator; of one that is refused, nobody may ask for them."""
        return Once(self.records.indicators, self._figure)

    def _figure(self, indicator_id: str) -> FigureFacts:
        facts = figure_facts(in_one_version(self.records.indicators[indicator_id]))
        return facts.without_words if indicator_id in self.unconfirmed else facts

    @cached_property
    def ways(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of all ways in which the papers give a measure, for each indicator that is one of several."""
        return ways_of(self.records.indicators)

    @cached_property
    def event_reviews(self) -> tuple[EventReview, ...]:
        """The meetings that review what has dates in law every year, by date."""
        return event_reviews(self.records)

    @cached_property
    def events(self) -> Mapping[str, tuple[EventDates, ...]]:
        """The dates of each event that a meeting reviews, by the meeting."""
        return grouped(
            (review.meeting_id, event_dates(review, self.members_at(review.meeting_id)[0]))
            for review in self.event_reviews
        )

    @cached_property
    def dates(self) -> Mapping[str, MeetingDates]:
        """The dates that follow from each meeting."""
        return Once(self.records.meetings, lambda meeting_id: dates_of(self.records, meeting_id))

    @cached_property
    def standing(self) -> Standing:
        """What counts against the accessibility of the site."""
        return standing(self.records)

    @cached_property
    def files(self) -> Mapping[FileKey, tuple[Naming, ...]]:
        """Each file that may be published, with what names it."""
        return named_in_public(self.records)
