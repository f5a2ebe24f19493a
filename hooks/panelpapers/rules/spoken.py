"""What a text speaks of by number must be there: a paragraph, an item, a minute, a commitment, an appendix.

A number is missing only where everything is known: minutes that are not on this site may well have it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..facts.citations import paragraphs
from ..facts.dossier import Dossier
from ..facts.rows import every_minute, grouped
from ..facts.series import Reader, custom_of, whole_number
from ..facts.spoken import Kind, Spoken
from ..facts.texts import Text
from ..records.agenda import AgendaItem
from ..records.minutes import Minutes
from ..records.names import below, key_of
from ..records.paper import Paper
from ..records.problem import Problem
from ..records.publication import Records
from .findings import warning

_FAMILIES = {
    "commitment": "plan",
    "minute": "minutes",
    "item": "agendas",
    "paragraph": "papers",
    "figure": "papers",
    "appendix": "papers",
    "recommendation": "papers",
}


@dataclass(frozen=True)
class _Numbered:
    """All numbers of all records, looked through once."""

    records: Records

    def missing(self, spoken: Spoken, text: Text) -> bool:
        """Whether there is nothing that has the number which a text speaks of."""
        match spoken.kind:
            case "commitment":
                return bool(self.commitments) and int(spoken.number.split(".")[0]) not in self.commitments
            case "minute":
                return self._minute_missing(spoken.number, spoken.numeral, text.meeting_id)
            case "item":
                return self._item_missing(text, spoken.number)
        numbers = self._of_papers.get((spoken.kind, text.meeting_id), set())
        return bool(numbers) and spoken.number.lower() not in numbers

    @cached_property
    def commitments(self) -> frozenset[int]:
        """The numbers of all commitments of the plan."""
        rows = self.records.plan.commitments if self.records.plan else []
        return frozenset(number for row in rows for number in row.numbers)

    @cached_property
    def _minutes(self) -> frozenset[str]:
        """The keys of all minutes of all meetings, and of their resolutions."""
        entries = [minute for _, minute in every_minute(self.records)]
        made = (resolution.key for minute in entries for resolution in minute.resolutions)
        return frozenset((*(name for minute in entries for name in (minute.key, minute.number_key)), *made))

    @cached_property
    def _customs(self) -> Mapping[str, tuple[Reader, Mapping[str, list[list[int]]]]]:
        """How the minutes of each body are numbered, and the numbers that can run on."""
        records = self.records
        of_bodies = grouped((records.held_by(at)[0], minutes) for at, minutes in records.minutes.items())
        return {body: _custom(several) for body, several in of_bodies.items()}

    def _minute_missing(self, number: str, numeral: str | None, meeting_id: str | None) -> bool:
        key = key_of(number)
        if key in self._minutes:
            return numeral is not None and below(key, key_of(numeral)) not in self._minutes
        body = self.records.held_by(meeting_id)[0] if meeting_id else self.records.own
        reader, rows = self._customs.get(body, (whole_number, {}))
        place = reader(number)
        if place is None or place[0] not in rows:
            return False
        row = rows[place[0]]
        within = any(ends[0] < place[1] < ends[-1] for ends in row)
        return within or place[1] > max(ends[-1] for ends in row)

    @cached_property
    def _items(self) -> Mapping[str, Mapping[str, AgendaItem]]:
        """The items of each agenda by their keys, and by those of their numbers."""
        return {
            meeting_id: {name: item for item in agenda.every_item for name in (item.key, item.number_key)}
            for meeting_id, agenda in self.records.agendas.items()
        }

    def _item_missing(self, text: Text, number: str) -> bool:
        known = self._items.get(text.meeting_id or "")
        if known is None or "agendas" in self.records.unread:
            return False
        key = key_of(number)
        above = known.get(key.rpartition("-")[0])
        return key not in known and (above is None or bool(above.items))

    @cached_property
    def _of_papers(self) -> Mapping[tuple[Kind, str | None], set[str]]:
        """The numbers in the papers of each meeting, and in all papers together for a text that belongs to none."""
        found: defaultdict[tuple[Kind, str | None], set[str]] = defaultdict(set)
        for (meeting_id, _), paper in self.records.papers.items():
            for kind, number in _numbers(paper):
                found[kind, meeting_id].add(number.lower())
                found[kind, None].add(number.lower())
        return found


def _custom(every: Sequence[Minutes]) -> tuple[Reader, Mapping[str, list[list[int]]]]:
    """Give how minutes of a body are numbered; and for each row of numbers those of each meeting, all told of it."""
    reader = custom_of([minute.label for minute in minutes.every_minute] for minutes in every) or whole_number
    found: defaultdict[str, list[list[int]]] = defaultdict(list)
    for minutes in every:
        read = (reader(minute.label) for minute in minutes.every_minute)
        for row, numbers in grouped(filter(None, read)).items():
            found[row].append([min(numbers), max(numbers)] if minutes.only is None else [max(numbers)])
    return reader, found


def _numbers(paper: Paper) -> Iterator[tuple[Kind, str]]:
    """Give everything in a paper that has a number or is known by one."""
    for _, _, paragraph in paragraphs(paper):
        yield "paragraph", paragraph.number
        yield from (("figure", figure.number) for figure in paragraph.figures if figure.number)
    for appendix in paper.appendices:
        yield "appendix", appendix.label
    for part in paper.parts:
        yield "appendix", part.id.replace("-", " ")
        yield "appendix", part.title.partition(":")[0].strip()
    yield from (("recommendation", asked.numeral) for asked in paper.recommendations if asked.numeral)


def unknown_number(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a text that speaks of something by a number that nothing has. A note may speak of a slip of a paper."""
    records = dossier.records
    numbered = _Numbered(records)
    for text in dossier.english:
        if text.note or text.family == "indicators":
            continue
        for spoken in text.spoken:
            if _FAMILIES[spoken.kind] not in records.unread and numbered.missing(spoken, text):
                yield _unknown(spoken, text, numbered)


def _unknown(spoken: Spoken, text: Text, numbered: _Numbered) -> Problem:
    cut = spoken.number[:-1]  # without the mark of a footnote, which is a digit too many
    near = spoken.kind == "commitment" and cut.isdecimal() and int(cut) in numbered.commitments
    hint = f" There is a commitment {int(cut)}: a footnote mark may have become part of its number." if near else ""
    fact = f"This text speaks of {spoken.name}, and there is none.{hint}"
    fix = "Correct the number. If the paper itself has the slip, tell readers in a note beside the text."
    return warning("unknown-number", text.place, fact, fix)
