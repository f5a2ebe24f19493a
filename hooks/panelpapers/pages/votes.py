"""The registers of votes and of business that was put off. Where the minutes tell of none, there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..facts.dossier import Dossier
from ..facts.rows import grouped
from ..facts.votes import Vote
from ..records.meeting import date_of
from . import addresses
from .rendering import Renderer
from .site import HOME, Link, Page

VOTES = Link("Votes", addresses.VOTES)


def vote_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the register, which shows the newest year and leads to members and matters, and the votes of each year."""
    by_year = grouped((date_of(vote.meeting_id).year, vote) for vote in dossier.votes)
    for year in by_year:
        yield _page(dossier, by_year, year, addresses.votes_in(year), renderer)
    if by_year:
        yield _page(dossier, by_year, next(iter(by_year)), addresses.VOTES, renderer)


def _page(dossier: Dossier, by_year: Mapping[int, tuple[Vote, ...]], year: int, at: str, renderer: Renderer) -> Page:
    register, records = at == addresses.VOTES, dossier.records
    named = {person_id for vote in dossier.votes for stand in vote.stands for person_id in stand.tally.people}
    matters = {matter_id for vote in dossier.votes for matter_id in vote.matters}
    html = renderer.html(
        "votes",
        at,
        register=register,
        year=year,
        votes=by_year[year],
        years=[other for other in by_year if register or other != year],
        members=[name for name, person in records.people.items() if register and name in named and person.terms],
        matters_with=[matter_id for matter_id in records.matters if register and matter_id in matters],
    )
    summary = f"How members voted in {year}, as the minutes say, with names where these are given."
    title, trail = ("Votes", (HOME,)) if register else (f"Votes in {year}", (HOME, VOTES))
    return Page(at, title, summary, html, trail, kind=None)


def deferral_page(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the register of what was put off, if anything was."""
    put_off = dossier.deferrals
    if put_off:
        html = renderer.html(
            "deferrals",
            addresses.DEFERRALS,
            waiting=[entry for entry in put_off if entry.back is None],
            returned=[entry for entry in reversed(put_off) if entry.back],
        )
        summary = "What a meeting deferred or did not reach, for how long it has waited, and when it came back."
        yield Page(addresses.DEFERRALS, "Deferred business", summary, html, (HOME,), kind=None)
