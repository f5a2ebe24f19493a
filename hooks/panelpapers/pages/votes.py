"""The register of votes. Where the minutes tell of none, there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..facts.dossier import Dossier
from ..facts.rows import grouped
from ..facts.votes import Vote
from ..records.meeting import date_of
from . import addresses
from .bodies import Whose, whose_lists
from .rendering import Renderer
from .site import Link, Page

VOTES = Link("Votes", addresses.VOTES)


def vote_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the votes of all, and of each body where there are several: those of each year, and the register.

    The register shows the newest year, and leads to members and matters.
    """
    for whose in whose_lists(dossier.records, renderer.today):
        own = (vote for vote in dossier.votes if whose.holds(vote.meeting_id))
        by_year = grouped((date_of(vote.meeting_id).year, vote) for vote in own)
        for year in by_year:
            yield _page(whose, by_year, year, renderer)
        if by_year:
            yield _page(whose, by_year, None, renderer)


def _page(whose: Whose, by_year: Mapping[int, tuple[Vote, ...]], of_year: int | None, renderer: Renderer) -> Page:
    """Give the votes of a year, or without one the register."""
    register, year, records = of_year is None, of_year or next(iter(by_year)), whose.records
    votes = [vote for group in by_year.values() for vote in group]
    named = {person_id for vote in votes for stand in vote.stands for person_id in stand.tally.people}
    matters = {matter_id for vote in votes for matter_id in vote.matters}
    title = whose.titled(VOTES.text if register else f"Votes in {year}")
    at = f"{whose.at}{VOTES.address if register else addresses.votes_in(year)}"
    html = renderer.html(
        "votes",
        at,
        whose=whose,
        title=title,
        register=register,
        year=year,
        votes=by_year[year],
        years=[other for other in by_year if register or other != year],
        members=[name for name, person in records.people.items() if register and name in named and person.terms],
        matters_with=[matter_id for matter_id in records.matters if register and matter_id in matters],
    )
    summary = f"How members voted in {year}, as the minutes say, with names where these are given."
    trail = whose.trail if register else (*whose.trail, whose.link(VOTES))
    return Page(at, title, summary, html, trail, kind=None)
