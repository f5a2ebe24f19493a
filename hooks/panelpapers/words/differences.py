"""What differs between two states of the records, in words: one sentence for each, for the terminal and for a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from itertools import groupby
from typing import Final, cast

from ..facts.dates import DateRule, Deadline
from ..facts.differences import NUMBERS, Difference, Following, speaking
from ..facts.figure import figure_facts
from ..records.attendance import Attendance
from ..records.base import Record
from ..records.fields import Field
from ..records.forms import Form, form_of_family, in_words
from ..records.indicator import Indicator, Point
from ..records.language import unmarked, with_capital
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
MOST_ALIKE: Final = 3
"""So many differences of one kind in one list are told each; more are told together."""
MOST_NAMED: Final = 5
"""So many pages or addresses are named; more are counted."""

NOTHING: Final = "Nothing changes in the records."
_STATES: Final = {
    "planned": "is planned",
    "provisional": "becomes provisional",
    "held": "is recorded as held",
    "not known": "is recorded as one of which nobody knows whether it was held",
    "cancelled": "is cancelled",
    "postponed": "is postponed",
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says what differs. ``old`` and ``new`` are the records that may be published; ``never`` are words never told."""

    old: Records
    new: Records
    never: frozenset[str] = frozenset()

    def sentences(self, found: Iterable[Difference]) -> Iterator[str]:
        """Say each difference; many of one kind in one list are told together."""
        kind = lambda entry: (entry.document, entry.what, [*map(id, entry.within)], entry.field)  # noqa: E731
        for _, group in groupby(_by_number(found), key=kind):
            alike = [*group]
            numbers = alike[0].field is not None and alike[0].field.inner is not None
            if len(alike) > MOST_ALIKE and numbers and alike[0].what in ("gained", "lost", "reordered"):
                yield self._clean(self._together(alike))
            else:
                yield from map(self._clean, map(self._one, alike))

    def followings(self, found: Iterable[Following]) -> Iterator[str]:
        """Say what follows from records; many of one kind are counted."""
        for _, group in groupby(sorted(found, key=lambda entry: entry.what), key=lambda entry: entry.what):
            alike = [*group]
            yield from (self._clean(self._following(entry)) for entry in alike[:MOST_ALIKE])
            if more := len(alike) - MOST_ALIKE:
                if more > 0:
                    yield f"The same changes for {say.counted(more, 'more entry', 'more entries')}."

    def _clean(self, sentence: str) -> str:
        sentence = unmarked(sentence)
        return with_capital(sentence if sentence.endswith(".”") else say.ended(sentence))

    def _one(self, of: Difference) -> str:
        name, many = self.document(of)
        if of.document[0] == "attached":
            what = {"gained": "is new", "lost": "is published no more"}.get(of.what, "has other bytes")
            return f"{name} {what}"
        match of.what:
            case "gained" if isinstance(of.new, Meeting) and of.new.moved_from:
                return f"the meeting of {self._day(of.new.moved_from)} moves to {self._day(of.document[1][0])}"
            case "gained" | "lost" if not of.within:
                return f"{name} {_are(many)} {'new' if of.what == 'gained' else 'taken out'}"
            case "made public":
                return f"{name} {_are(many)} no draft any more, and will be public"
            case "made a draft":
                return f"{name} {'become drafts' if many else 'becomes a draft'}, and {_are(many)} published no more"
            case "kept back":
                return f"{name} {_are(many)} published no more: what is not public keeps {'them' if many else 'it'} back"
            case "withdrawn":
                return f"{name} {_are(many)} withdrawn, and nobody can read {'them' if many else 'it'} any more"
            case "drafted":
                return f"{name} {_are(many)} a new draft, which is not published"
            case "unseen":
                count = cast("int", of.new)
                what = "A note or another line" if count == 1 else f"{count} notes or other lines"
                return f"{what} of {name} {'changes' if count == 1 else 'change'}; {'they are' if count > 1 else 'it is'} not published"
        return self._part(of)

    def _part(self, of: Difference) -> str:
        """Say what differs within a document."""
        subject, many = self.subject(of)
        field = of.field
        if of.what == "exempt":
            return f"{subject} will be taken without the public: its text is published no more"
        assert field is not None
        if field.inner and field.many and isinstance(of.new or of.old, Record):
            titled = of.what != "reordered"
            entry = self.label(cast("Record", of.new or of.old), quote=not of.quiet, titled=titled)
            under = "" if _speaks_of(field) else f" under “{field.typed}”"
            if of.what == "reordered":
                after = f"after {self.label(of.old, titled=False)}" if isinstance(of.old, Record) else "first"
                return f"in {subject}, {entry}{under} now comes {after}"
            verb = {"gained": "gain", "lost": "lose"}[of.what]
            return f"{subject} {verb}{'' if many else 's'} {entry}{under}"
        if isinstance(of.within[-1], Meeting) and field.name == "state":
            return f"{subject} {_STATES[str(of.new)]}"
        if isinstance(of.within[-1], Meeting) and field.name == "moved_from" and of.new:
            return f"the meeting of {self._day(str(of.new))} moves to {self._day(of.document[1][0])}"
        if field.name == "withdrawn" and of.what == "gained":
            return f"{subject} {_are(many)} withdrawn"
        if isinstance(of.within[-1], Point) and field.name == "value" and of.what == "changed":
            return f"{subject} changes from {self.figure(of, of.old)} to {self.figure(of, of.new)}"
        new, old = self.value(of, of.new), None if of.quiet else self.value(of, of.old)
        told = f"{subject}: “{self._in_groups(of)}”"
        if of.what == "lost":
            return f"{told} is taken out"
        if of.what == "gained":
            return f"{told} is added{f': {new}' if new else ''}"
        return f"{told} changes from {old} to {new}" if old and new else f"{told} changes"

    def _in_groups(self, of: Difference) -> str:
        """Name a field, with the groups that it stands in."""
        groups = []
        for outer, inner in zip(of.within, of.within[1:], strict=False):
            named = [name for name in type(outer).model_fields if getattr(outer, name) is inner]
            groups = [*groups, *named] if named else []
        return ": ".join((*groups, cast("Field", of.field).typed))

    def _together(self, alike: Sequence[Difference]) -> str:
        subject, many = self.subject(alike[0])
        field = cast("Field", alike[0].field)
        if alike[0].what == "reordered":
            return f"{len(alike)} entries under “{field.typed}” of {subject} now come in another order"
        verb = f"{'gain' if alike[0].what == 'gained' else 'lose'}{'' if many else 's'}"
        first, last = (self.label(cast("Record", of.new or of.old), quote=False) for of in (alike[0], alike[-1]))
        between = f": {first} to {last}" if first != last else ""
        return f"{subject} {verb} {len(alike)} entries under “{field.typed}”{between}"

    def document(self, of: Difference) -> tuple[str, bool]:
        """Name the document of a difference, and say whether its name is a plural."""
        family, key = of.document
        if family == "attached":
            file = f"“{key[1]}” " if not self._kept_back(key[1]) and not of.quiet else ""
            return f"the file {file}of the meeting of {self._day(key[0])}", False
        form, record = form_of_family(family), (of.within or (of.new,))[0]
        record = record if isinstance(record, Record) else None
        named = "" if form.single or record is None or of.quiet else self._quoted(self._title(record))
        if record is None and not form.of_a_meeting and not form.single and not of.quiet:
            named = self._quoted(self._title(self._known(family, key)))
        return _called(form, named, self._day(key[0]) if form.of_a_meeting else ""), form.record is Minutes

    def subject(self, of: Difference) -> tuple[str, bool]:
        """Name that in which something differs: an entry with what it stands in, or the document."""
        document, many = self.document(of)
        parts: list[str] = []
        for outer, part in zip(of.within, of.within[1:], strict=False):
            if any(getattr(outer, name) is part for name in type(outer).model_fields):
                continue  # a group is named with its field
            parts = [] if isinstance(part, Numbered | Resolution) else parts
            parts.insert(0, self.label(part, quote=not of.quiet, titled=False))
        return (" of ".join((*parts, document)), False) if parts else (document, many)

    def label(self, record: Record, *, quote: bool = True, titled: bool = True) -> str:
        """Name an entry of a list: by its number and its title, by its days, or by who it is."""
        if isinstance(record, Numbered):
            title = self._quoted(record.title) if quote else ""
            if not record.label:
                return f"{record.kind} {title}" if title else f"one {record.kind} without a number"
            return f"{record.kind}{record.spaced}{f', {title}' if title and titled else ''}"
        if isinstance(record, Resolution):
            minute = record.name.rpartition(" in ")[2]
            return f"resolution {record.label}" if record.label else f"one resolution in {minute}"
        kind = "figure" if isinstance(record, Point) else in_words(type(record))
        for field, value in speaking(record):
            if refers := field.mark(Refers):
                if refers.register == "people" and isinstance(value, str):
                    name = self._person(value)
                    return name if isinstance(record, Attendance) else f"{kind} of {name}"
            if isinstance(value, Period):
                return f"the {kind} for {say.period(value)}"
            if isinstance(value, date):
                return f"{kind} of {say.day(value)}"
            if isinstance(value, str) and (field.wording in (None, Wording.LABEL) or field.name in NUMBERS):
                return f"{kind} {value}" if not self._kept_back(value) else f"one {kind}"
            if field.wording and isinstance(value, str):
                named = self._quoted(value) if quote else ""
                return f"the {kind} {named}" if named else f"one {kind}"
            if isinstance(value, list) and all(isinstance(entry, int) for entry in value):
                return f"{kind} {say.listed([str(entry) for entry in value])}"
        return f"one {kind}"

    def value(self, of: Difference, value: object) -> str | None:
        """Write what stands in a field, or nothing where it is long or may not be told."""
        field = cast("Field", of.field)
        if field.inner or field.passage or field.wording is Wording.PRIVATE or isinstance(value, Record):
            return None
        values = value if isinstance(value, list) else [value]
        told = [self._written(of, field, entry) for entry in values]
        text = say.listed([entry for entry in told if entry])
        return None if None in told or len(text) > SHORT or not text or self._kept_back(text) else text

    def _written(self, of: Difference, field: Field, value: object) -> str | None:
        refers = field.mark(Refers)
        if refers and refers.register == "people":
            return self._person(str(value))
        if refers and refers.register == "meetings":
            return self._day(str(value))
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, datetime):
            return f"{say.day(value)}, {say.clock(value.time())}"
        if isinstance(value, date):
            return say.day(value)
        if isinstance(value, time):
            return say.clock(value)
        if isinstance(value, Period):
            return say.period_label(value)
        if isinstance(value, Decimal):
            return self.figure(of, value)
        return f"“{value}”" if isinstance(value, str | int) and f"{value}".strip() else None

    def figure(self, of: Difference, value: object) -> str:
        """Write a figure as its indicator has it, with as many decimals as were typed."""
        indicator = of.within[0]
        if not isinstance(indicator, Indicator) or not isinstance(value, Decimal):
            return str(value)
        typed = -int(value.as_tuple().exponent)
        shown = figure_facts(indicator).grid.decimals
        return unmarked(units(indicator, max(shown, typed, 0)).value(value))

    def _following(self, of: Following) -> str:
        day = self._day(of.meeting_id)
        if of.what == "action":
            return f"the action {of.of} of {day} was “{of.old}” and is “{of.new}”"
        if of.what == "length of notice":
            old, new = (_length(cast("DateRule", rule)) for rule in (of.old, of.new))
            return f"the notice of {of.of} for the meeting of {day} changes from {old} to {new}"
        last = "the last day for questions to" if of.what == "questions" else f"the last day for {of.of} of"
        old, new = (_moment(cast("Deadline | None", deadline)) for deadline in (of.old, of.new))
        if not new:
            return f"{last} the meeting of {day} is not known any more"
        return f"{last} the meeting of {day} moves from {old} to {new}" if old else f"{last} the meeting of {day} is {new}"

    def _person(self, person_id: str) -> str:
        person = self.new.people.get(person_id)
        return person.full_name if person else "a person"

    def _known(self, family: str, key: tuple[str, ...]) -> Record | None:
        held = getattr(self.new, family) or {}
        record = held.get(key if len(key) > 1 else key[0]) if isinstance(held, dict) else None
        return record if isinstance(record, Record) else None

    def _day(self, meeting_id: str) -> str:
        return say.day((self.new if meeting_id in self.new.meetings else self.old).day_of(meeting_id))

    def _title(self, record: Record | None) -> str:
        named = next((getattr(record, name, None) for name in ("title", "name") if getattr(record, name, None)), "")
        return str(named) if record is not None and not isinstance(record, Meeting) else ""

    def _quoted(self, text: str) -> str:
        text = unmarked(text)
        text = text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"
        return f"“{text}”" if text and not self._kept_back(text) else ""

    def _kept_back(self, text: str) -> bool:
        return any(word in text.lower() for word in self.never)


def _by_number(found: Iterable[Difference]) -> list[Difference]:
    """Put differences of one kind in one list together, each document at its place."""
    every, order = [*found], dict[object, int]()
    for index, of in enumerate(every):
        order.setdefault((of.document, of.what, tuple(map(id, of.within)), of.field and of.field.name), index)
    keys = [order[of.document, of.what, tuple(map(id, of.within)), of.field and of.field.name] for of in every]
    return [of for _, of in sorted(zip(keys, every, strict=True), key=lambda pair: pair[0])]


def _called(form: Form, named: str, day: str) -> str:
    title = form.title[0].lower() + form.title[1:]
    if form.single:
        return title.partition(",")[0]
    words = [in_words(form.record) if form.of_a_meeting or form.listed else title.partition(" ")[2], named]
    return f"the {' '.join(filter(None, words))}{f' of {day}' if day else ''}"


def _speaks_of(field: Field) -> bool:
    """Whether the name of a list says no more than the name of what it holds: ``items`` of agenda items."""
    kind = in_words(cast("type[Record]", field.inner)).rpartition(" ")[2]
    return field.typed.startswith(kind[:-1]) or field.typed == "points"


def _are(many: bool) -> str:  # noqa: FBT001 - read as it is said
    return "are" if many else "is"


def _moment(deadline: Deadline | None) -> str:
    if deadline is None:
        return ""
    at = f", {say.clock(deadline.time_of_day)}" if deadline.time_of_day else ""
    latest = f" or {say.day(deadline.latest)}, as days are counted" if deadline.latest != deadline.day else ""
    return f"{say.day(deadline.day)}{at}{latest}"


def _length(rule: DateRule) -> str:
    way = rule.counting.name if rule.counting and rule.unit == "days" else rule.unit
    return f"{rule.length} {way}"


# The site


def not_compared(which: str) -> str:
    """Say that pages and addresses were not compared, because the data ``which`` (before, after) have problems."""
    return f"Pages and addresses are not compared, because the check finds problems in the data {which} the change."


def of_pages(changed: Sequence[str], new: Sequence[str], gone: Sequence[str], files: int) -> Iterator[str]:
    """Say how many pages change, by their names, and how many files beside them."""
    for names, one, many in (
        (changed, "page changes", "pages change"),
        (new, "page is new", "pages are new"),
        (gone, "page is gone", "pages are gone"),
    ):
        if names:
            quoted = [f"“{unmarked(name)}”" for name in names[:MOST_NAMED]]
            named = say.listed(quoted if len(names) <= MOST_NAMED else [*quoted, f"{len(names) - MOST_NAMED:,} more"])
            yield f"{say.counted(len(names), one, many)}: {named}."
    if not (changed or new or gone):
        yield "No page changes."
    if files:
        yield f"{say.counted(files, 'file', 'files')} beside pages {'differs' if files == 1 else 'differ'}."


def of_frame() -> str:
    """Say that what is around every page differs."""
    return "Every page changes in its frame: the name, the look or the links that all pages have."


def of_addresses(led: int, taken_out: int, uncovered: Mapping[str, int]) -> Iterator[str]:
    """Say which addresses are lost, with a warning for those that nothing leads from; on what was removed, only counts."""
    if led:
        yield f"{say.counted(led, 'old address leads', 'old addresses lead')} to what took its place."
    if taken_out:
        yield f"{say.counted(taken_out, 'address', 'addresses')} of what was taken out for good can be read nowhere."
    if not uncovered:
        yield "No address is lost."
        return
    named = [f"{address}{f' with {more} on or below it' if more else ''}" for address, more in uncovered.items()]
    shown = say.listed(named if len(named) <= MOST_NAMED else [*named[:MOST_NAMED], f"{len(named) - MOST_NAMED:,} more"])
    count = sum(uncovered.values()) + len(uncovered)
    yield f"Warning: {say.counted(count, 'address is', 'addresses are')} lost: {shown}."
    yield "Say in renamed.yml what took their place, or put back what was there."
