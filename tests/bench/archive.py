"""Writes an archive of invented meetings as a data folder: the same for the same size and seed.

Each meeting has twelve agenda items, a report of 72 paragraphs, minutes of twelve items with a resolution each, and
the attendance of twelve members. They are held nine days apart, forty a year. The words are drawn so that a few are
common and most are rare, as in real papers, and each meeting speaks of places that no other one knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from textwrap import fill
from typing import Final

ITEMS: Final = 12
PARAGRAPHS: Final = 72
MEMBERS: Final = 12
LAST: Final = date(2026, 6, 24)
BETWEEN: Final = timedelta(days=9)

_COUNCILS: Final = ("Ashby", "Brook", "Calder", "Denby")
_FIRST: Final = ("Ann", "Bo", "Cara", "Dev", "Ella", "Finn", "Gita", "Hal", "Ines", "Jon", "Kay", "Leo")
_LAST: Final = (
    "Marsh", "North", "Oakley", "Penn", "Quill", "Rowe", "Stone", "Thorn", "Underhill", "Vale", "Wood", "Young",
)  # fmt: skip
_SUBJECTS: Final = (
    "road safety", "the budget", "call handling", "rural crime", "the estate", "youth work", "the control room",
    "support for victims", "recruitment", "the fleet", "burglary", "public trust", "vetting", "shoplifting",
    "training", "the front counters", "speed cameras", "body-worn video", "sickness", "the annual report",
)  # fmt: skip
_WHO: Final = ("The Chair", "The Commissioner", "The Chief Executive", "A member", "The Finance Officer", "The Clerk")
_SAID: Final = ("said", "explained", "reported", "noted", "confirmed", "added", "stressed", "replied")
_DID: Final = ("had risen", "had fallen", "was on course", "needed more work", "would be reviewed", "had been agreed")
_WHEN: Final = (
    "since the last report", "over the summer", "in the first quarter", "after the survey", "before the new year",
    "during the visit", "since the change of system", "in most districts",
)  # fmt: skip
_SOUNDS: Final = (
    "al", "bar", "cor", "den", "el", "far", "gil", "hol", "is", "jar", "kel", "lor", "mar", "nor", "ol", "per",
    "ran", "sel", "tor", "ul", "ver", "wes", "yar",
)  # fmt: skip
_ENDS: Final = ("ton", "ham", "by", "ford", "ley", "worth", "stead", "mere", "wick", "dale")


@dataclass(frozen=True)
class Meeting:
    """One meeting as plain text, of which records and Markdown are written alike."""

    day: date
    titles: tuple[str, ...]
    introductions: tuple[str, ...]
    """What the agenda says of each item."""
    paragraphs: tuple[str, ...]
    discussions: tuple[str, ...]
    resolutions: tuple[str, ...]


def meetings(count: int, seed: int = 1) -> Iterator[Meeting]:
    """Give so many meetings, the first one first."""
    for number in range(count):
        yield _meeting(LAST - BETWEEN * (count - 1 - number), Random(f"{seed} {number}"))  # noqa: S311 - no secret


def members() -> list[tuple[str, str, str]]:
    """Give the members: the id of each, the name, and the council that appoints."""
    pairs = zip(_FIRST, _LAST, strict=True)
    return [
        (f"{first}-{last}".lower(), f"{first} {last}", _COUNCILS[at % len(_COUNCILS)])
        for at, (first, last) in enumerate(pairs)
    ]


def _meeting(day: date, chance: Random) -> Meeting:
    places = [_place(chance) for _ in range(24)]
    subjects = chance.sample(_SUBJECTS, ITEMS)
    return Meeting(
        day,
        tuple(f"{subject.removeprefix('the ').capitalize()} in {chance.choice(places)}" for subject in subjects),
        tuple(_sentences(chance, places, 2) for _ in subjects),
        tuple(_sentences(chance, places, chance.randint(2, 4)) for _ in range(PARAGRAPHS)),
        tuple(_sentences(chance, places, chance.randint(3, 7)) for _ in subjects),
        tuple(f"The Panel noted the report on {subject} and thanked the officers." for subject in subjects),
    )


def _place(chance: Random) -> str:
    return "".join(chance.choices(_SOUNDS, k=2)).capitalize() + chance.choice(_ENDS)


def _sentences(chance: Random, places: list[str], count: int) -> str:
    return " ".join(_sentence(chance, places) for _ in range(count))


def _sentence(chance: Random, places: list[str]) -> str:
    subject, place = chance.choice(_SUBJECTS), places[min(int(chance.expovariate(0.3)), len(places) - 1)]
    who, said, did, when = (chance.choice(words) for words in (_WHO, _SAID, _DID, _WHEN))
    match chance.randrange(4):
        case 0:
            return f"{who} {said} that {subject} in {place} {did} {when}."
        case 1:
            some, every = chance.randint(2, 990), chance.randint(1000, 9900)
            return f"In {place}, {some} of {every:,} people asked about {subject}."
        case 2:
            return (
                f"{who} {said} that the work on {subject} cost £{chance.randint(2, 90)},{chance.randint(100, 999)}."
            )
        case _:
            return f"Residents of {place} told the team that {subject} {did} {when}."


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write the data folder of so many meetings into a folder that is not there yet."""
    folder.mkdir(parents=True)
    for name, text in _of_the_panel().items():
        (folder / name).write_text(text, encoding="utf-8")
    for meeting in meetings(count, seed):
        of_meeting = folder / "meetings" / meeting.day.isoformat()
        (of_meeting / "papers").mkdir(parents=True)
        for name, text in _of_a_meeting(meeting).items():
            (of_meeting / name).write_text(text, encoding="utf-8")


def _of_the_panel() -> dict[str, str]:
    councils = "".join(f"  - id: {name.lower()}\n    name: {name} Council\n    kind: council\n" for name in _COUNCILS)
    people = "".join(
        f"  - id: {person}\n    name: {name}\n    title: Councillor\n    role: Member\n    body: {council.lower()}\n"
        f"    terms:\n      - seat: member\n        authority: {council.lower()}\n        source: The clerk's list\n"
        for person, name, council in members()
    )
    appointing = "".join(f"  - {name.lower()}\n" for name in _COUNCILS)
    return {
        "panel.yml": "name: Northmoor Police and Crime Panel\nshort_name: the Panel\narea: Northmoor\n"
        "regime: england-police-and-crime-panel\nabout: The Panel checks the work of the Commissioner.\n"
        f"authorities:\n{appointing}contact:\n  role: Clerk\n  email: clerk@northmoor.example\n"
        "edition:\n  statement: This archive is invented.\n  made_from: Invented papers.\n",
        "bodies.yml": f"bodies:\n{councils}",
        "people.yml": f"people:\n{people}",
    }


def _of_a_meeting(meeting: Meeting) -> dict[str, str]:
    first = (meeting.day.toordinal() // BETWEEN.days) * ITEMS
    return {
        "meeting.yml": "starts: 14:00\nvenue:\n  name: Town Hall, Ashby\nstate: held\n",
        "agenda.yml": "items:\n"
        + "".join(
            f"  - number: {at}\n    title: {title}\n    text: >-\n{_folded(text, 6)}"
            for at, (title, text) in enumerate(zip(meeting.titles, meeting.introductions, strict=True), start=1)
        ),
        "minutes.yml": "present:\n"
        + "".join(f"  - person: {person}\n    role: Member\n" for person, _, _ in members())
        + "minutes:\n"
        + "".join(
            f"  - number: {first + at}\n    title: {title}\n    item: {at}\n    text: >-\n{_folded(text, 6)}"
            f"    resolutions:\n      - text: >-\n{_folded(resolution, 10)}"
            f"        short: {resolution}\n        no_action: The Panel noted the report.\n"
            for at, (title, text, resolution) in enumerate(
                zip(meeting.titles, meeting.discussions, meeting.resolutions, strict=True), start=1
            )
        ),
        "papers/report.yml": f"title: {meeting.titles[3]}\nkind: report\nitem: 4\norder: 1\n"
        f"background_papers: none\nsummary: >-\n{_folded(meeting.introductions[3], 2)}sections:\n"
        + _sections(meeting),
    }


def _sections(meeting: Meeting) -> str:
    each = PARAGRAPHS // ITEMS
    return "".join(
        f"  - title: {title}\n    paragraphs:\n"
        + "".join(
            f"      - number: {number + 1}\n        text: >-\n{_folded(meeting.paragraphs[number], 10)}"
            for number in range(at * each, (at + 1) * each)
        )
        for at, title in enumerate(meeting.titles)
    )


def _folded(text: str, indent: int) -> str:
    margin = " " * indent
    return fill(text, 110, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False) + "\n"
