"""The index of meetings: those to come, the latest ones, and a page for each year with all meetings of that year.

However many years a panel keeps, the index stays one short page, and a paper of any year is three links from home.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

from ..facts.dossier import Dossier
from ..facts.meetings import Known, known_of
from ..records.meeting import date_of
from ..records.publication import Records
from . import addresses
from .rendering import Renderer
from .site import HOME, Link, Page

INDEX = Link("Meetings", addresses.MEETINGS)
LATEST = 12
"""How many past meetings the index shows: about those of a year."""


def meeting_index_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the index of meetings and the page of each year."""
    records, years = dossier.records, meetings_by_year(dossier.records)
    yield _index(dossier, years, renderer)
    for year, meetings in years.items():
        at = addresses.meetings_in(year)
        html = renderer.html(
            "meetings-of-year",
            at,
            year=year,
            meetings=meetings,
            known=_known(records, renderer.today),
            years=sorted(years, reverse=True),
            papers=dossier.citations.by_meeting,
            records=records,
        )
        summary = f"Every meeting of {year}, with its agenda, minutes, decisions and papers."
        yield Page(at, f"Meetings in {year}", summary, html, (HOME, INDEX), kind=None)


def _known(records: Records, today: date) -> Mapping[str, Known]:
    return {meeting_id: known_of(records, meeting_id, today) for meeting_id in records.meetings}


def meetings_by_year(records: Records) -> Mapping[int, list[str]]:
    """Give the ids of the meetings of each year, both in order of time."""
    by_year = groupby(sorted(records.meetings), key=lambda meeting_id: date_of(meeting_id).year)
    return {year: list(ids) for year, ids in by_year}


def _index(dossier: Dossier, years: Mapping[int, list[str]], renderer: Renderer) -> Page:
    in_order = sorted(dossier.records.meetings)
    past = [meeting_id for meeting_id in in_order if date_of(meeting_id) < renderer.today]
    html = renderer.html(
        "meetings",
        addresses.MEETINGS,
        coming=in_order[len(past) :],
        latest=past[: -LATEST - 1 : -1],
        known=_known(dossier.records, renderer.today),
        years=[(year, len(years[year])) for year in sorted(years, reverse=True)],
        records=dossier.records,
    )
    summary = "All meetings of the panel, with agendas and minutes."
    return Page(addresses.MEETINGS, "Meetings", summary, html, (HOME,), kind=None)
