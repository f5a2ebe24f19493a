"""The forms that editors fill in: which file holds which record, and what each field takes, in words.

The guide for editors, the reading of a data folder and of a draft outside of one, and the rules that look an id up
all start from this list, so that a new kind of file is added in one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from pydantic import create_model

from .accessibility import AccessibilityStatement, Audit
from .actions import ActionTracker, PanelRecommendation
from .agenda import Agenda
from .base import Record
from .fields import Field, fields_of, kinds_within, typed_fields
from .indicator import Indicator
from .kinds import Takes
from .marks import Age
from .meeting import Matter, Meeting
from .minutes import Minutes
from .panel import Body, Panel
from .paper import Paper
from .people import Person
from .plan import Plan
from .programme import StatutoryFunction, WorkProgramme
from .publication import Renamings
from .regime import Regime

Key = str | tuple[str, ...]
"""What a record is known by among those of its family: an id, or several in the order of its path."""


@dataclass(frozen=True)
class Form:
    """A kind of file.

    ``file`` is where such files are; ``<date>`` and ``<id>`` stand for names that become the key of the record.
    ``family`` is the field of ``Records`` that holds its records. ``listed`` says that one file holds many records,
    each with its own ``id``, in a list with the family's name.
    """

    title: str
    file: str
    record: type[Record]
    family: str
    listed: bool = False
    required: bool = False
    """Whether the file must be there: in the data folder, or in each folder of a meeting."""

    @property
    def id(self) -> str:
        """What it is called in addresses: ``action-tracker``."""
        return in_words(self.record).replace(" ", "-")

    @property
    def path(self) -> str:
        """Where its files are, below the data folder."""
        return self.file.removeprefix("data/")

    @property
    def name(self) -> str:
        """The name of its files: ``agenda.yml``, ``<id>.yml``."""
        return self.file.rpartition("/")[2]

    @property
    def where(self) -> str:
        """The file or the folder to which another record is added."""
        return self.file if self.listed else self.file.partition("<")[0]

    @property
    def single(self) -> bool:
        """Whether there is one record of this family."""
        return not self.listed and "<" not in self.file

    @property
    def of_a_meeting(self) -> bool:
        """Whether its records belong to a meeting each."""
        return "<date>" in self.file

    @cached_property
    def model(self) -> type[Record]:
        """What one file holds: a record, or the list of them."""
        if not self.listed:
            return self.record
        entries = {self.family: (list.__class_getitem__(self.record), ...)}
        model: type[Record] = create_model(self.family.capitalize(), __base__=Record, **entries)  # type: ignore[call-overload]
        return model

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        """One pattern for each folder on the way, and the last for the files. What becomes the key is a group."""
        paths = accumulate(self.path.replace(".", r"\.").split("/"), "{}/{}".format)
        return tuple(re.compile(re.sub(r"<(\w+)>", r"(?P<\1>[^/\n]+)", path)) for path in paths)

    def below(self, folder: str) -> bool:
        """Whether ``folder`` (with ``/``, below the data folder) may hold files of this form, or is one of them."""
        return any(pattern.fullmatch(folder) for pattern in self._patterns)

    def match(self, path: str) -> dict[str, str] | None:
        """Give the names that stand in ``path`` (with ``/``, below the data folder), or ``None`` for another file."""
        found = self._patterns[-1].fullmatch(path)
        return found.groupdict() if found else None

    def key(self, names: dict[str, str]) -> Key:
        """Give the key of a record from the names that stand in its path."""
        return tuple(names.values()) if len(names) > 1 else "".join(names.values())

    def fits(self, outer: Set[str], inner: Set[str]) -> int:
        """Say how well the names of a file fit: those that it knows, at the left edge and within, less all others."""
        first, *others = kinds_within(self.model)
        within = {name for kind in others for name in typed_fields(kind)}
        known = len(outer & typed_fields(first).keys()) + len(inner & within)
        return 2 * known - len(outer) - len(inner)


FORMS: Final = (
    Form("The panel", "data/panel.yml", Panel, "panel", required=True),
    Form("Bodies", "data/bodies.yml", Body, "bodies", listed=True),
    Form("People", "data/people.yml", Person, "people", listed=True),
    Form("Matters", "data/matters.yml", Matter, "matters", listed=True),
    Form("A meeting", "data/meetings/<date>/meeting.yml", Meeting, "meetings", required=True),
    Form("An agenda", "data/meetings/<date>/agenda.yml", Agenda, "agendas"),
    Form("Minutes", "data/meetings/<date>/minutes.yml", Minutes, "minutes"),
    Form("An action tracker", "data/meetings/<date>/action-tracker.yml", ActionTracker, "trackers"),
    Form("A paper", "data/meetings/<date>/papers/<id>.yml", Paper, "papers"),
    Form("An indicator", "data/indicators/<id>.yml", Indicator, "indicators"),
    Form("The plan", "data/plan.yml", Plan, "plan"),
    Form("The work programme", "data/work-programme.yml", WorkProgramme, "programme"),
    Form("Statutory functions", "data/functions.yml", StatutoryFunction, "functions", listed=True),
    Form("Recommendations", "data/recommendations.yml", PanelRecommendation, "recommendations", listed=True),
    Form("A regime", "data/regimes/<id>.yml", Regime, "regimes"),
    Form("What was renamed", "data/renamed.yml", Renamings, "renamed"),
    Form("The accessibility statement", "data/accessibility.yml", AccessibilityStatement, "accessibility"),
    Form("The last audit, written by a tool", "data/accessibility-audit.yml", Audit, "audit"),
)


def form_of_family(family: str) -> Form:
    """Give the form of the records in a field of ``Records``."""
    return next(form for form in FORMS if form.family == family)


def forms_fitting(outer: Set[str], inner: Set[str]) -> list[Form]:
    """Give the forms that the names of a file fit best: one, several that fit alike, or none that fits at all.

    ``outer`` are the names at the left edge, ``inner`` those that are set in. A form fits that knows more than half.
    """
    fits = {form.family: form.fits(outer, inner) for form in FORMS}
    best = max(fits.values())
    return [form for form in FORMS if fits[form.family] == best > 0]


def in_words(kind: type[Record]) -> str:
    """Give the name of a kind of record as people say it: ``agenda item``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()


def fields_in_words(record: type[Record]) -> Iterator[tuple[Field, str]]:
    """Give every field of a record and what it takes in words, in the order of the form, but for those of all."""
    of_all = [field.meaning for field in fields_of(Record).values()]
    for field in fields_of(record).values():
        if field.meaning not in of_all and not field.mark(Age):
            yield field, _takes(field)


def _takes(field: Field) -> str:
    takes = field.mark(Takes)
    if field.inner and not takes:
        return "a list of groups of fields" if field.many else "a group of fields"
    words = takes.words if takes else "text"
    if field.choices:
        words = f"one of: {', '.join(field.choices)}"
    return f"a list; each entry: {words}" if field.many and takes not in field.about.metadata else words
