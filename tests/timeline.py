"""What the first publication says of time, on each day on which that could change, kept to be read by people.

``python -m tests.timeline`` writes ``tests/cases/first-publication-timeline.txt`` anew. It has a line for each
sentence that holds a date, a state or a tense, with the first and the last day on which it stands, under the first
page that says it. So a change of wording is one changed line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import date, timedelta
from functools import cache
from typing import Any, Final
from unittest.mock import patch

from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.plain import sentences
from panelpapers.pages import build as pages_build
from panelpapers.pages import figures as pages_figures
from panelpapers.pages import rendering
from panelpapers.pages.build import build
from panelpapers.reading.folder import read_folder
from panelpapers.records.calendar import MONTHS
from panelpapers.records.indicator import Indicator
from panelpapers.records.marks import Wording
from panelpapers.records.meeting import date_of
from panelpapers.words import format as say
from panelpapers.words.tense import THAT_DAY
from tests.first_publication import FOLDER, ROOT, TODAY
from tests.saying import pieces_of

FILE: Final = FOLDER.with_name("first-publication-timeline.txt")
HEADING: Final = """\
What the site of the first publication says of time, as built for {count} days from {first} to {last}:
22 to 24 December 2025, the days before, on and after each meeting and deadline, and the first of each month of 2026.
A line is a sentence with the first and the last of these days on which it stands; (+2) means two more pages say it.
"always" is on each of these days, and [the day] is the day of the site itself.
What papers, minutes and notes say themselves is left out: no day changes it.
Made by: python -m tests.timeline
"""
PASSED_OVER: Final = re.compile(r"editors/|how-to-read-figures/|accessibility/|search/|a-to-z/|notes/|abbreviations/")
"""Pages of the software, and lists that repeat what other pages say."""

_DATE: Final = re.compile(rf"\b(?:{'|'.join(MONTHS)}) \d{{4}}\b|\b\d{{4}}/\d\d\b")
_STATE_OR_TENSE: Final = re.compile(
    r"\b(?:planned|provisional|held|cancelled|postponed|moved|open|closed|discharged?|proposed|reopened|draft"
    r"|confirmed|withdrawn|added|overdue|late|owed|past|to come|next|last|latest|since|still|yet|now|today|will"
    r"|would|was|were|had|has to|must|is to|are to|is due|are due|became|becomes|joined|not known|can)\b",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(r"</(?:dt|th|td)>\s*<(?:dd|td|th)\b[^>]*>")
"""Between a name and its value, and between cells: they make one statement."""

_ENVIRONMENT: Final = cache(rendering.environment)


def timeline() -> str:
    """Write the whole file: page by page in the order of the site, each sentence by its first day."""
    dossier = Dossier(read_folder(FOLDER).records)
    days = days_of(dossier)
    source = {
        sentence.text
        for text in dossier.public.texts
        if text.field.wording is not Wording.SUMMARY
        for sentence in text.sentences
    }
    stands: dict[str, dict[str, list[int]]] = {}
    there: Counter[str] = Counter()
    with templates_compiled_once(), figures_made_once(), without_the_guide():
        for at, day in enumerate(days):
            for address, html in pages_on(dossier, day).items():
                there[address] += 1
                for sentence in said(html):
                    stands.setdefault(address, {}).setdefault(sentence, []).append(at)
    lines = [HEADING.format(count=len(days), first=days[0], last=days[-1])]
    for address, told in _once(stands, source, there).items():
        lines += ["", f"/{address}", *(f"  {spans(places, days)}: {text}" for text, places in told)]
    return "\n".join(lines) + "\n"


def days_of(dossier: Dossier) -> list[date]:
    """Give the days before, on and after each meeting and deadline, and the first of each month of 2026."""
    turning = {TODAY}
    for meeting_id in dossier.records.meetings:
        dates = dossier.dates[meeting_id]
        steps = (by for event in dossier.events.get(meeting_id, ()) for by, _ in event.steps)
        deadlines = (one for one in (dates.publish_by, dates.question_deadline) if one)
        turning |= {date_of(meeting_id), *(one.day for one in deadlines), *steps}
    around = {day + timedelta(beside) for day in turning for beside in (-1, 0, 1)}
    return sorted(around | {date(2026, month, 1) for month in range(1, 13)})


def pages_on(dossier: Dossier, day: date) -> dict[str, str]:
    """Give the HTML of each page that is read, as it is on a day, with no name of the day of the site itself."""
    pages = build(dossier, day, ROOT / "theme_overrides", default_folder()).pages
    named = re.compile(
        rf"(?<=\b(?:[Oo]n|[Bb]y|of) ){say.day(day)}(?={THAT_DAY})|(?<=page was made on ){say.day(day)}\b"
    )
    return {
        address: named.sub("[the day]", str(page.html))
        for address, page in pages.items()
        if not PASSED_OVER.match(address)
    }


@cache
def said(html: str) -> tuple[str, ...]:
    """Give the sentences of a page, each once. A page that is the same on two days is read once."""
    pieces = pieces_of(_BESIDE.sub(": ", html))
    return tuple(dict.fromkeys(sentence.text for piece in pieces for sentence in sentences(piece)))


def _once(
    stands: Mapping[str, Mapping[str, list[int]]], source: set[str], there: Mapping[str, int]
) -> dict[str, list[tuple[str, list[int]]]]:
    """Give the sentences of each page that no page before it says on the same days, in order of time.

    ``there`` is on how many days each page is there: what stands on all of them changes with none.
    """
    pages: dict[tuple[str, tuple[int, ...]], list[str]] = {}
    for address, told in stands.items():
        for sentence, places in told.items():
            if len(places) < there[address] or (_of_time(sentence) and sentence not in source):
                pages.setdefault((sentence, tuple(places)), []).append(address)
    found: dict[str, list[tuple[str, list[int]]]] = {}
    for (sentence, at), addresses in sorted(pages.items(), key=lambda entry: entry[0][1][0]):
        more = f" (+{len(addresses) - 1})" if len(addresses) > 1 else ""
        found.setdefault(addresses[0], []).append((sentence + more, list(at)))
    return {address: found[address] for address in stands if address in found}


def _of_time(sentence: str) -> bool:
    """Whether a sentence holds a state or a tense, or says something of a date and does not only name it."""
    return bool(_STATE_OR_TENSE.search(sentence) or (_DATE.search(sentence) and sentence.endswith((".", "!", "?"))))


def spans(places: Iterable[int], days: list[date]) -> str:
    """Say on which of some days something stands: ``always``, ``until 2026-01-05``, ``2026-01-06 to 2026-02-01``."""
    return ", ".join(_span(first, last, days) for first, last in _runs(list(places)))


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    first = places[0]
    for place, following in zip(places, [*places[1:], -1], strict=True):
        if following != place + 1:
            yield first, place
            first = following


def _span(first: int, last: int, days: list[date]) -> str:
    if last == len(days) - 1:
        return f"from {days[first]}" if first else "always"
    if not first:
        return f"until {days[last]}"
    return f"{days[first]} to {days[last]}" if last > first else f"{days[first]}"


def templates_compiled_once() -> AbstractContextManager[object]:
    """Let the sites of many days share their templates, which takes four fifths off the time of each."""
    return patch.object(rendering, "environment", _ENVIRONMENT)


def without_the_guide() -> AbstractContextManager[object]:
    """Leave out most pages of the software: no day changes them."""

    def nothing(*_: object) -> tuple[()]:
        return ()

    return patch.multiple(pages_build, explained_pages=nothing, reference_pages=nothing, form_pages=nothing)


def figures_made_once() -> AbstractContextManager[object]:
    """Let the sites of many days share the figures of each indicator that is the same record on them."""
    make = pages_figures.figure_of
    made: dict[str, tuple[Indicator, pages_figures.Figure]] = {}

    def figure_of(indicator_id: str, indicator: Indicator, *given: Any) -> pages_figures.Figure:
        if indicator_id not in made or made[indicator_id][0] is not indicator:
            made[indicator_id] = (indicator, make(indicator_id, indicator, *given))
        return made[indicator_id][1]

    return patch.object(pages_figures, "figure_of", figure_of)


if __name__ == "__main__":
    FILE.write_text(timeline(), encoding="utf-8")
