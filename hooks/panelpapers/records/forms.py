"""The forms that editors fill in: which file holds which record, and what each field takes, in words.

The guide for editors, the schema for code editors and the reading of a data folder all start from this list, so that
a new kind of file is added in one place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from .accessibility import AccessibilityStatement
from .actions import ActionTracker, PanelRecommendation
from .agenda import Agenda
from .audit import Audit
from .base import Record
from .indicator import Indicator
from .kinds import (
    read_count,
    read_date,
    read_file_name,
    read_line,
    read_meeting_id,
    read_number,
    read_passage,
    read_site_address,
    read_slug,
    read_time,
    read_web_address,
    read_yes_no,
)
from .meeting import Matter, Meeting
from .minutes import Minutes
from .panel import Body, Panel
from .paper import Paper
from .people import Person
from .period import read_period
from .plan import Plan
from .programme import StatutoryFunction, WorkProgramme
from .renaming import Renamings


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file.

    ``family`` is the field of ``Records`` that holds its records. ``listed`` is the one name at its top where the
    file holds a list of records.
    """

    title: str
    file: str
    record: type[Record]
    family: str
    listed: str | None = None


FORMS: tuple[Form, ...] = (
    Form("The panel", "data/panel.yml", Panel, "panel"),
    Form("Bodies", "data/bodies.yml", Body, "bodies", "bodies"),
    Form("People", "data/people.yml", Person, "people", "people"),
    Form("Matters", "data/matters.yml", Matter, "matters", "matters"),
    Form("A meeting", "data/meetings/<date>/meeting.yml", Meeting, "meetings"),
    Form("An agenda", "data/meetings/<date>/agenda.yml", Agenda, "agendas"),
    Form("Minutes", "data/meetings/<date>/minutes.yml", Minutes, "minutes"),
    Form("An action tracker", "data/meetings/<date>/action-tracker.yml", ActionTracker, "trackers"),
    Form("A paper", "data/meetings/<date>/papers/<id>.yml", Paper, "papers"),
    Form("An indicator", "data/indicators/<id>.yml", Indicator, "indicators"),
    Form("The plan", "data/plan.yml", Plan, "plan"),
    Form("The work programme", "data/work-programme.yml", WorkProgramme, "programme"),
    Form("Statutory functions", "data/functions.yml", StatutoryFunction, "functions", "functions"),
    Form("Recommendations", "data/recommendations.yml", PanelRecommendation, "recommendations", "recommendations"),
    Form("What was renamed", "data/renamed.yml", Renamings, "renamed"),
    Form("The accessibility statement", "data/accessibility.yml", AccessibilityStatement, "accessibility"),
    Form("The last audit, written by a tool", "data/accessibility-audit.yml", Audit, "audit"),
)

_READERS = {
    read_date: "a date, such as 2026-01-05",
    read_time: "a time, such as 14:00",
    read_yes_no: "yes or no",
    read_number: "a figure, such as 13.5",
    read_count: "a whole number",
    read_meeting_id: "the id of a meeting, such as 2026-01-05",
    read_slug: "an id: small letters, digits and hyphens",
    read_web_address: "a web address that begins with https://",
    read_site_address: "an address on this site, such as meetings/2026-01-05/agenda/",
    read_file_name: "the name of a file, without folders",
    read_line: "one line of plain text",
    read_passage: "text, in paragraphs",
    read_period: "a period, such as year ending June 2025",
}


@dataclass(frozen=True, slots=True)
class FieldInWords:
    """A field as the guide shows it. ``inner`` is the record that it holds, if it holds one."""

    name: str
    takes: str
    required: bool
    meaning: str
    inner: type[Record] | None


def fields_in_words(record: type[Record]) -> Iterator[FieldInWords]:
    """Give every field of a record in words, in the order of the form; ``notes`` is left to the guide's text."""
    for name, field in record.model_fields.items():
        if name != "notes":
            takes, inner = _takes(field)
            yield FieldInWords(name, takes, field.is_required(), field.description or "", inner)


def records_of(form: Form) -> list[type[Record]]:
    """Give the record of a form and all records within it, each once, in the order in which they appear."""
    found: list[type[Record]] = [form.record]
    for record in found:
        for field in fields_in_words(record):
            if field.inner and field.inner not in found:
                found.append(field.inner)
    return found


def _takes(field: FieldInfo) -> tuple[str, type[Record] | None]:
    return _in_words(field.annotation, list(field.metadata))


def _in_words(annotation: Any, metadata: list[Any]) -> tuple[str, type[Record] | None]:
    for reader, words in _READERS.items():
        if any(getattr(one, "func", None) is reader for one in metadata):
            return words, None
    if hasattr(annotation, "__metadata__"):
        return _in_words(annotation.__origin__, [*annotation.__metadata__, *metadata])
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _in_words(next(one for one in inner if one is not type(None)), metadata)
    if origin is Literal:
        return "one of: " + ", ".join(str(one) for one in inner), None
    if origin is list:
        words, record = _in_words(inner[0], [])
        return (f"a list; each entry: {words}" if record is None else "a list of groups of fields"), record
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return "a group of fields", annotation
    return "text", None
