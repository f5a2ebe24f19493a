"""All that is known on a day: the records and what follows from them, each worked out once, when first asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..records.publication import Records
from .actions import Action, actions
from .business import Connections
from .citations import Citations
from .dates import MeetingDates, dates_of
from .figure import FigureFacts, figure_facts
from .news import News, news


@dataclass(frozen=True)
class Dossier:
    """The records as they stand on the day ``today``, with everything that pages ask of them."""

    records: Records
    today: date

    @cached_property
    def connections(self) -> Connections:
        """Which agenda items and minutes belong together."""
        return Connections(self.records)

    @cached_property
    def citations(self) -> Citations:
        """Which paragraphs speak of what."""
        return Citations(self.records)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Every action, oldest first."""
        return actions(self.records, self.today)

    @cached_property
    def actions_of(self) -> Mapping[str, int]:
        """How many actions follow from each meeting."""
        return Counter(one.meeting_id for one in self.actions)

    @cached_property
    def figures(self) -> Mapping[str, FigureFacts]:
        """The facts of every indicator."""
        return {one: figure_facts(indicator) for one, indicator in self.records.indicators.items()}

    @cached_property
    def news(self) -> News:
        """What is new for a reader."""
        return news(self.records, self.today, self.actions, self.figures)

    @cached_property
    def dates(self) -> Mapping[str, MeetingDates]:
        """The dates that follow from each meeting."""
        return {meeting_id: dates_of(self.records, meeting_id) for meeting_id in self.records.meetings}
