"""What a part of the records is called, and what stands in a field of it, for sentences about what differs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

from ..facts.differences import Difference
from ..facts.matching import NUMBERS, speaking
from ..records.attendance import Attendance
from ..records.base import Record
from ..records.fields import Field, fields_of
from ..records.forms import form_of_family, in_words
from ..records.indicator import Indicator, Point
from ..records.language import unmarked
from ..records.marks import Refers, Wording
from ..records.meeting import Meeting
from ..records.minutes import Minutes, Resolution
from ..records.numbers import Numbered
from ..records.period import Period
from ..records.publication import Records
from . import format as say
from .units import units

SHORT: Final = 80
"""Letters of a text that is quoted; of a longer one only that it changes is told."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names parts of records in two states, which are public in both. ``never`` are words that are not told."""

    old: Records
    new: Records
    never: frozenset[str] = frozenset()

    def document(self, of: Difference) -> tuple[str, bool]:
        """Name the document of a difference, and say whether its name is a plural."""
        family, key = of.document
        if family == "attached":
            return f"the file {self._quoted(str(of.new or '')) or 'that was there'} of {self.meeting(key[0])}", False
        form = form_of_family(family)
        kind = form.title[0].lower() + form.title[1:].partition(",")[0]
        if form.single:
            return kind, False
        held: Mapping[object, Record] = getattr(self.new, family)
        record = of.within[0] if of.within else of.new or held.get(key if len(key) > 1 else key[0])
        titled = isinstance(record, Record) and not of.quiet and not isinstance(record, Meeting)
        title = next(filter(None, (getattr(record, name, None) for name in ("name", "title"))), "") if titled else ""
        day = f"of {self.day(key[0])}" if form.of_a_meeting else ""
        known_as = key[-1] if of.what == "lost" and (len(key) > 1 or not form.of_a_meeting) else ""
        words = " ".join(filter(None, ("the", in_words(form.record), self._quoted(str(title or known_as)), day)))
        return words, form.record is Minutes

    def subject(self, of: Difference) -> tuple[str, bool]:
        """Name that in which something differs: an entry with what it stands in, or the document."""
        document, many = self.document(of)
        parts: list[str] = []
        for outer, part in zip(of.within, of.within[1:], strict=False):
            if not group_of(outer, part):  # a group is named with its field
                parts = [] if isinstance(part, Numbered | Resolution) else parts
                parts.insert(0, self.label(part, quote=not of.quiet, titled=False))
        return (" of ".join((*parts, document)), False) if parts else (document, many)

    def label(self, record: Record, *, quote: bool = True, titled: bool = True) -> str:
        """Name an entry of a list: by its number and, if ``titled``, its title; by its days, or by who it is.

        Without ``quote``, none of its words are told.
        """
        if isinstance(record, Numbered):
            title = self._quoted(record.title) if quote else ""
            if not record.label:
                return f"{record.kind} {title}" if title else f"one {record.kind} without a number"
            return f"{record.kind}{record.spaced}{f', {title}' if title and titled else ''}"
        if isinstance(record, Resolution):
            minute = record.name.rpartition(" in ")[2]
            return f"resolution {record.label}" if record.label else f"one resolution in {minute}"
        kind = "figure" if isinstance(record, Point) else in_words(type(record))
        named = (self._named(record, kind, field, value, quote=quote) for field, value in speaking(record))
        return next(filter(None, named), f"one {kind}")

    def _named(self, record: Record, kind: str, field: Field, value: object, *, quote: bool) -> str:
        """Name an entry by what stands in one of its fields; empty where that names nothing."""
        refers = field.mark(Refers)
        match value:
            case str() if refers and refers.register == "people":
                name = self._person(value)
                return name if isinstance(record, Attendance) else f"{kind} of {name}"
            case str() if field.wording in (None, Wording.LABEL) or field.name in NUMBERS:
                return f"one {kind}" if self.kept_back(value) else f"{kind} {value}"
            case str():
                quoted = self._quoted(value) if quote else ""
                return f"the {kind} {quoted}" if quoted else f"one {kind}"
            case Period():
                return f"the {kind} for {say.period(value)}"
            case date():
                return f"{kind} of {say.day(value)}"
            case [int(), *_]:
                return f"{kind} {say.listed([str(entry) for entry in value])}"
        return ""

    def value(self, of: Difference, value: object) -> str:
        """Write what stands in a field; nothing where it is long, or may not be told."""
        field = of.field
        if field is None or field.inner or field.passage or field.wording is Wording.PRIVATE:
            return ""
        told = [self._written(of, field, entry) for entry in (value if isinstance(value, list) else [value])]
        text = say.listed(told)
        return text if all(told) and len(text) <= SHORT and not self.kept_back(text) else ""

    def _written(self, of: Difference, field: Field, value: object) -> str:
        refers = field.mark(Refers)
        match value:
            case str() if refers and refers.register == "people":
                return self._person(value)
            case str() if refers and refers.register == "meetings":
                return self.day(value)
            case bool():
                return "yes" if value else "no"
            case datetime():
                return f"{say.day(value)}, {say.clock(value.time())}"
            case date():
                return say.day(value)
            case time():
                return say.clock(value)
            case Period():
                return say.period_label(value)
            case Decimal():
                return self.figure(of, value)
            case str() | int():
                return f"“{value}”"
        return ""

    def figure(self, of: Difference, value: object) -> str:
        """Write a figure as its indicator has it, with as many decimals as were typed."""
        indicator = of.within[0]
        if not isinstance(indicator, Indicator) or not isinstance(value, Decimal):
            return str(value)
        typed = [-int(amount.as_tuple().exponent) for amount in (of.old, of.new) if isinstance(amount, Decimal)]
        return units(indicator, max(indicator.decimals or 0, *typed, 0)).value(value)

    def meeting(self, meeting_id: str) -> str:
        """Name a meeting by its day."""
        return f"the meeting of {self.day(meeting_id)}"

    def day(self, meeting_id: str) -> str:
        """Give the day of a meeting, with what tells it from others; or the day that stands in place of one."""
        return say.day((self.new if meeting_id in self.new.meetings else self.old).day_of(meeting_id))

    def _person(self, person_id: str) -> str:
        """Name somebody who is among the people still."""
        person = self.new.people.get(person_id)
        return person.full_name if person else "a person"

    def _quoted(self, text: str) -> str:
        text = unmarked(text)
        text = text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"
        return f"“{text}”" if text and not self.kept_back(text) else ""

    def kept_back(self, text: str) -> bool:
        """Whether a text has words that are not to be told."""
        return any(re.search(rf"\b{re.escape(word)}\b", text.lower()) for word in self.never)


def group_of(outer: Record, inner: Record) -> str:
    """Give the field of a record in which another one is the only one; nothing where it is an entry of a list."""
    return next((field.typed for name, field in fields_of(type(outer)).items() if getattr(outer, name) is inner), "")
