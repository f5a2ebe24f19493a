"""All records of one data folder together, and what was renamed or taken out of it: no link to them ever dies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, Final

from .accessibility import AccessibilityStatement, Audit
from .actions import ActionTracker, PanelRecommendation
from .agenda import Agenda
from .attached import AttachedFile
from .base import Record
from .indicator import Indicator
from .kinds import Day, Line
from .marks import Plain
from .meeting import Matter, Meeting
from .minutes import Minutes
from .names import AddressHash, SiteAddress
from .panel import Body, Panel
from .paper import Paper
from .people import Person
from .plan import Plan
from .programme import StatutoryFunction, WorkProgramme
from .regime import NOTHING_STATED, Regime
from .walk import worded

UNNAMED: Final = "unnamed"
"""Id of the regime of records that name none."""


@dataclass(frozen=True)
class Records:
    """Everything that was read. What belongs to a meeting is keyed by its id, a paper by its meeting's and its own.

    ``regimes`` are the publication's own, ``packaged`` those of the software that it names, or that stand in for one.
    ``attached`` are the files that lie in the folders of meetings, by the meeting's id and the name of the file.
    ``unread`` names the families of which a file could not be read (``meetings``, ``agendas``, ``people`` ...): a
    rule that looks for a record there cannot know whether it is missing.
    """

    panel: Panel | None = None
    bodies: Mapping[str, Body] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    matters: Mapping[str, Matter] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    agendas: Mapping[str, Agenda] = field(default_factory=dict)
    minutes: Mapping[str, Minutes] = field(default_factory=dict)
    trackers: Mapping[str, ActionTracker] = field(default_factory=dict)
    papers: Mapping[tuple[str, str], Paper] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    plan: Plan | None = None
    programme: WorkProgramme | None = None
    functions: Mapping[str, StatutoryFunction] = field(default_factory=dict)
    recommendations: Mapping[str, PanelRecommendation] = field(default_factory=dict)
    accessibility: AccessibilityStatement | None = None
    audit: Audit | None = None
    renamed: Renamings | None = None
    regimes: Mapping[str, Regime] = field(default_factory=dict)
    packaged: Mapping[str, Regime] = field(default_factory=dict)
    attached: Mapping[tuple[str, str], AttachedFile] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    def regime_on(self, day: date) -> Regime:
        """Give the regime that the panel lives under on a day; where it names none, one that states no law.

        The law of a meeting is that of its own day, whatever changed since.
        """
        panel = self.panel
        earlier = (change for change in panel.earlier_regimes if day <= change.until) if panel else ()
        first = min(earlier, key=lambda change: change.until, default=None)
        name = (first.regime if first else panel.regime if panel else None) or UNNAMED
        if name not in self._known:
            regime = self.regimes.get(name) or self.packaged.get(name, NOTHING_STATED)
            self._known[name] = regime.of_panel(panel.language, panel.customs) if panel else regime
        return self._known[name]

    @cached_property
    def _known(self) -> dict[str, Regime]:
        """The regimes that were asked for, each with the panel's own language and customs."""
        return {}

    @property
    def language(self) -> str:
        """The language of every text that does not say another: that of the panel, else of its present regime."""
        return self.regime_on(date.max).language

    def every(self) -> Iterator[tuple[str, tuple[str, ...], Record]]:
        """Give every record that has a file or an entry of its own: its family, what it is known by, and the record.

        What belongs to a meeting is known by the id of that meeting first; a record that stands alone, by nothing.
        """
        for family in fields(self):
            value = getattr(self, family.name)
            if isinstance(value, Record):
                yield family.name, (), value
            elif isinstance(value, Mapping) and family.name not in ("attached", "packaged"):
                for key, record in value.items():
                    yield family.name, key if isinstance(key, tuple) else (key,), record

    def with_each(self, change: Callable[[tuple[str, ...], Record], Record]) -> Records:
        """Give the records with what ``change`` gives in place of each. It is told what each is known by, too."""
        values: dict[str, Any] = {}  # the families of records have no type in common
        for family, key, record in self.every():
            new = change(key, record)
            if key:
                values.setdefault(family, {})[key if len(key) > 1 else key[0]] = new
            else:
                values[family] = new
        return replace(self, **values)


def in_their_languages(records: Records) -> Records:
    """Give the records with each text that is not in English alone as one that knows its languages."""
    return records.with_each(lambda _, record: worded(record, records.language))


class Renaming(Record):
    """An address that was published, and the one that took its place."""

    was: SiteAddress
    """The old address: of a page, of a place on a page that is still there, or of a file."""
    now: SiteAddress
    """The address that takes its place."""
    on: Day | None = None
    """Day on which it was renamed."""
    why: Plain[Line] | None = None
    """Why it was renamed, for readers who follow an old link."""


class Gone(Record):
    """An address of a paper or an attached file that was published, and that had to be taken out for good."""

    was: AddressHash
    """Hash of the address, as the check shows it, so that the address itself stands nowhere."""
    on: Day
    """Day on which it was taken out."""


class Renamings(Record):
    """Everything that was renamed or taken out since it was published: ``data/renamed.yml``."""

    renamed: list[Renaming] = []
    """Each old address with its new one."""
    gone: list[Gone] = []
    """What had to be taken out, and that leads nowhere."""
