"""What people type to find one place - minute 921 (ii), paragraph 28, item 8 - and the places so named, as JSON.

``search/references.json`` has ``entries``: for each reference in its normal form its places, the latest meeting
first, each as ``[name, address, kind of page, day of the meeting in words]``; the names of those that met follow on a
site of several bodies. What several places share is said once (``Shared``). Where they are more than a reader should
have to load, ``parts`` names further files of this form by the beginning that their references share.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from posixpath import commonprefix
from typing import Final, TypedDict

from ..facts.citations import paragraphs
from ..facts.dossier import Dossier
from ..facts.rows import commitments, grouped
from ..facts.spoken import spoken_of
from ..facts.years import dates_in
from ..records.actions import Undertaking
from ..records.language import unmarked
from ..records.meeting import date_of
from ..records.minutes import Minute, Minutes
from ..records.names import key_of
from ..records.publication import Records
from ..words import dates as date_words
from ..words import format as say
from ..words import votes
from . import addresses
from .entries import EntryAddresses
from .site import File, PageKind

LARGEST = 60_000
"""Bytes of a file, above which it is divided; compressed on its way to a reader it is about a tenth of that."""

MANY: Final = 3
"""Places of one reference, from which on it is shorter to say once what they share."""

_DOCUMENT: Final = re.compile(r"(Minutes|Agenda) of (\d{1,2} [A-Z][a-z]+ \d{4})(.*)")
_PLACES: Final = {
    "Minutes": ("minute", addresses.minutes, addresses.minute),
    "Agenda": ("item", addresses.agenda, addresses.agenda_item),
}

Entries = Mapping[str, bytes]
"""For each reference the name and the places of it, as they are written."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A place as people refer to it. ``name`` says it in full; ``meeting_id`` is empty where no meeting is meant."""

    typed: str
    name: str
    address: str
    kind: PageKind
    meeting_id: str = ""


def normal(typed: str) -> str:
    """Give the normal form of a reference: ``Minute 921(ii)`` is ``minute 921 ii``. assets/search.js has the same."""
    return " ".join(re.findall(r"\d+(?:\.\d+)*|[^\W\d_]+", typed.lower()))


def place_named(text: str, records: Records) -> str | None:
    """Give the address of what a text names with its document and day, where this site has it and only one is meant.

    ``Minutes of 17 November 2025, minute 916`` and ``Agenda of 5 January 2026, item 7`` name a place,
    ``Minutes of 17 November 2025, list of those present`` the whole document.
    """
    if not (named := _DOCUMENT.match(text)):
        return None
    held = records.minutes if named[1] == "Minutes" else records.agendas
    meeting_id = _named(named, held, records)
    if meeting_id is None:
        return None
    kind, whole, part = _PLACES[named[1]]
    keys = [key_of(place.number) for place in spoken_of(named[3]) if place.kind == kind]
    document = held[meeting_id]
    entries = document.every_minute if isinstance(document, Minutes) else document.every_item
    meant = [entry.key for entry in entries if keys in ([entry.key], [entry.number_key])]
    if keys:
        return part(meeting_id, meant[0]) if len(meant) == 1 else None
    return whole(meeting_id)


def _named(named: re.Match[str], held: Iterable[str], records: Records) -> str | None:
    """Give the one of some meetings that a text names by its day, and by what tells it from others."""
    days = [day for _, _, day in dates_in(named[2])]
    of_day = [meeting_id for meeting_id in held if [date_of(meeting_id)] == days]
    said = [
        meeting_id
        for meeting_id in of_day
        if f"{named[2]}{named[3]}".startswith(unmarked(say.day(records.day_of(meeting_id))))
    ]
    told = [meeting_id for meeting_id in said if records.day_of(meeting_id).name] or of_day
    return told[0] if len(told) == 1 else None


def references(
    dossier: Dossier, entries: EntryAddresses | None = None, today: date | None = None
) -> Iterator[Reference]:
    """Give every reference: meetings by their days, items, minutes, resolutions, actions, paragraphs, commitments.

    ``entries`` says where those of registers stand; without it, none of them was published before. With a day, the
    next last day for questions from then on is among them.
    """
    entries = entries or EntryAddresses()
    yield from _days(dossier.records)
    yield from _last_day(dossier, today) if today else ()
    yield from _business(dossier.records)
    for action in dossier.actions:
        promise = f", {action.source.name}" if isinstance(action.source, Undertaking) else ""
        day, place = say.day(dossier.records.day_of(action.meeting_id)), entries.action(action.id)
        name = f"Action {action.number or f'“{action.minute.title}”'} of {day}{promise}: {action.minute.title}"
        for known_as in dict.fromkeys(filter(None, (action.minute.label, action.number))):
            yield Reference(f"action {known_as}", name, place, "Action", action.meeting_id)
    yield from _paragraphs(dossier.records)
    for commitment in commitments(dossier.records):
        for number in commitment.numbers:
            name = f"Commitment {number}: {commitment.title}"
            yield Reference(f"commitment {number}", name, addresses.commitment(number), "Plan")


def _days(records: Records) -> Iterator[Reference]:
    """Give each meeting, its agenda and its minutes by their day: as a whole, by the month, and without the year."""
    for meeting_id in records.in_order:
        day = say.day(records.day_of(meeting_id))
        of_day: list[tuple[str, str, str, PageKind]] = [
            ("meeting", f"Meeting of {day}", addresses.meeting(meeting_id), "Meeting")
        ]
        if meeting_id in records.agendas:
            of_day.append(("agenda", f"Agenda of {day}", addresses.agenda(meeting_id), "Agenda"))
        if meeting_id in records.minutes:
            of_day.append(("minutes", f"Minutes of {day}", addresses.minutes(meeting_id), "Minutes"))
        year, month, number = date_of(meeting_id).isoformat().split("-")
        for noun, name, at, kind in of_day:
            for typed in (f"{year} {month} {number}", f"{year} {month}", f"{month} {number}"):
                yield Reference(f"{noun} {typed}", name, at, kind, meeting_id)


def _last_day(dossier: Dossier, today: date) -> Iterator[Reference]:
    """Give the next last day for questions: what people ask for has its answer in the name."""
    records = dossier.records
    for meeting_id in (at for at in records.in_order if not records.meetings[at].called_off):
        deadline = dossier.dates[meeting_id].question_deadline
        if deadline and deadline.day >= today:
            name = date_words.of_questions(deadline, records.day_of(meeting_id))
            yield Reference("question deadline", name, addresses.meeting(meeting_id), "Meeting", meeting_id)
            return


def _business(records: Records) -> Iterator[Reference]:
    for meeting_id, agenda in records.agendas.items():
        day = say.day(records.day_of(meeting_id))
        for item in (item for item in agenda.every_item if item.label):
            name, at = f"Agenda item{item.spaced} of {day}: {item.title}", addresses.agenda_item(meeting_id, item.key)
            yield Reference(f"item {item.label}", name, at, "Agenda", meeting_id)
    for meeting_id, minutes in records.minutes.items():
        day = say.day(records.day_of(meeting_id))
        for minute in minutes.every_minute:
            name, at = f"Minute{minute.spaced} of {day}: {minute.title}", addresses.minute(meeting_id, minute.key)
            if minute.label:
                yield Reference(f"minute {minute.label}", name, at, "Minutes", meeting_id)
            yield from _within(meeting_id, day, minute)
            for taken in (resolution for resolution in minute.resolutions if resolution.numeral):
                name, at = f"{taken.name} of {day}: {minute.title}", addresses.minute(meeting_id, taken.key)
                yield Reference(f"minute {re.sub('[()]', '', taken.label)}", name, at, "Minutes", meeting_id)


def _within(meeting_id: str, day: str, minute: Minute) -> Iterator[Reference]:
    """Give the numbered paragraphs of a minute, and its motions."""
    for paragraph in minute.paragraphs:
        name = f"Paragraph {paragraph.number} of the minutes of {day}: {minute.title}"
        at = addresses.minute_paragraph(meeting_id, minute.key, paragraph.number)
        yield Reference(f"paragraph {paragraph.number}", name, at, "Minutes", meeting_id)
    for motion in minute.motions if minute.label else ():
        name = f"{votes.motion(motion)} of {minute.name} of {day}: {minute.title}"
        at = addresses.motion(meeting_id, minute.key, motion.key)
        typed = f"{'amendment' if motion.amends else 'motion'} {minute.label}"
        yield Reference(typed, name, at, "Minutes", meeting_id)


def _paragraphs(records: Records) -> Iterator[Reference]:
    for (meeting_id, paper_id), paper in records.papers.items():
        parts = {part.id: f"{part.title}, " for part in paper.parts}
        day = say.day(records.day_of(meeting_id))
        for part_id, _, paragraph in paragraphs(paper):
            name = f"Paragraph {paragraph.number} of {parts.get(part_id or '', '')}{paper.title}, {day}"
            at = addresses.paragraph(meeting_id, paper_id, part_id, paragraph.number)
            yield Reference(f"paragraph {paragraph.number}", name, at, "Paper", meeting_id)


def examples(every: Iterable[Reference]) -> list[str]:
    """Give one reference of each kind, as an example of what can be typed; a meeting is named by its day in words."""
    shown = {}
    for reference in every:
        noun = reference.typed.split()[0]
        shown[noun] = unmarked(reference.name) if noun == "meeting" else reference.typed
    return [typed for noun, typed in shown.items() if noun not in ("agenda", "minutes")]


def reference_files(every: Iterable[Reference], records: Records) -> list[File]:
    """Give the references of a site as files of JSON, the first of them always at the same address."""
    found = dict(grouped((normal(reference.typed), reference) for reference in every))
    days = {meeting_id: records.day_of(meeting_id) for meeting_id in records.in_order}
    of_meeting = {meeting_id: [unmarked(say.day(day)), *day.bodies] for meeting_id, day in days.items()}
    entries = {}
    for typed in sorted(found):
        several = found.pop(typed)  # of a large archive there is room for what is typed or for what is written
        latest_first = sorted(
            several, key=lambda reference: (records.moment(reference.meeting_id), reference.name), reverse=True
        )
        places = [
            [unmarked(each.name), each.address, each.kind, *of_meeting.get(each.meeting_id, [""])]
            for each in latest_first
        ]
        entries[typed] = as_entry(typed, places)
    return list(divided(addresses.REFERENCES, entries))


class Shared(TypedDict):
    """Places of one kind. Each name begins with ``name``, and ends with its day if ``dated``; addresses have an end.

    ``places`` has the rest of each: of its name and its address, and its day, with those that met.
    """

    name: str
    end: str
    kind: str
    dated: bool
    places: list[list[str]]


def as_entry(typed: str, places: list[list[str]]) -> bytes:
    """Give the entry of a reference as it is written in a file."""
    one_kind = len({kind for _, _, kind, *_ in places}) == 1
    return f"{_as_json(typed)}:{_as_json(_shared(places) if one_kind and len(places) >= MANY else places)}".encode()


def _shared(places: list[list[str]]) -> Shared:
    name = commonprefix([name for name, *_ in places])
    end = commonprefix([address[::-1] for _, address, *_ in places])[::-1]
    dated = all(found[len(name) :].endswith(f", {day}") for found, _, _, day, *_ in places)
    rest = [
        [found[len(name) :].removesuffix(f", {day}" if dated else ""), address.removesuffix(end), day, *bodies]
        for found, address, _, day, *bodies in places
    ]
    return {"name": name, "end": end, "kind": places[0][2], "dated": dated, "places": rest}


def divided(address: str, entries: Entries) -> Iterator[File]:
    """Give entries as one file, or when that were too large, by their first characters as several."""
    between = len(entries) - 1  # the commas
    if len(_file({}, {})) + sum(map(len, entries.values())) + between <= LARGEST or between < 1:
        yield File(address, _file(entries, {}))
        return
    shared = len(commonprefix(list(entries)))
    kept = {typed: places for typed, places in entries.items() if len(typed) == shared}
    parts: dict[str, dict[str, bytes]] = defaultdict(dict)
    for typed, places in entries.items():
        if typed not in kept:
            parts[typed[: shared + 1]][typed] = places
    # A part is named by all that its references share: "minute 9" and not "m".
    named = {commonprefix(list(part)): part for part in parts.values()}
    folder = addresses.REFERENCES.removesuffix(".json")
    files = {name: f"{folder}/{name.strip().replace(' ', '-')}.json" for name in named}
    # "minute 9" and "minutes 2027" share "minute", which is then divided into "minute " and "minutes ".
    files = {name: f"{folder}/{name.replace(' ', '-')}.json" if at == address else at for name, at in files.items()}
    yield File(address, _file(kept, files))
    for name, part in named.items():
        yield from divided(files[name], part)


def _file(entries: Entries, parts: Mapping[str, str]) -> bytes:
    return b'{"entries":{%s},"parts":%s}' % (b",".join(entries.values()), _as_json(parts).encode())


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
