"""The registers of business that was put off and of interests. Where the minutes tell of none, there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..facts.deferrals import Deferral
from ..facts.dossier import Dossier
from ..facts.rows import grouped
from ..records.meeting import date_of
from . import addresses
from .bodies import Whose, whose_lists
from .entries import shown
from .rendering import Renderer
from .site import Link, Page

DEFERRALS = Link("Deferred business", addresses.DEFERRALS)
INTERESTS = Link("Interests declared", addresses.INTERESTS)


def deferral_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give what was put off, of all and of each body where there are several: the register, and that of each year."""
    for whose in whose_lists(dossier.records, renderer.today):
        put_off = [entry for entry in dossier.deferrals if whose.holds(entry.meeting_id)]
        by_year = grouped((date_of(entry.meeting_id).year, entry) for entry in put_off)
        counts = [(year, len(entries)) for year, entries in reversed(by_year.items())]
        if put_off:
            yield _deferrals(whose, None, put_off, counts, renderer)
        for year, of_year in by_year.items():
            yield _deferrals(whose, year, of_year, [count for count in counts if count[0] != year], renderer)


def _deferrals(
    whose: Whose, year: int | None, put_off: Sequence[Deferral], counts: Sequence[tuple[int, int]], renderer: Renderer
) -> Page:
    """Give what was put off in a year, or without one the register."""
    title = whose.titled(f"Business deferred in {year}" if year else DEFERRALS.text)
    at = f"{whose.at}{addresses.deferrals_in(year) if year else DEFERRALS.address}"
    waiting = [entry for entry in put_off if entry.back is None]
    returned = [entry for entry in put_off if entry.back]
    (few_waiting, more_waiting), (few_returned, more_returned) = (
        (entries, 0) if year else shown(entries, [renderer.entries.of(entry) for entry in entries], at)
        for entries in (waiting, returned)
    )
    html = renderer.html(
        "deferrals",
        at,
        whose=whose,
        title=title,
        year=year,
        counts=counts,
        waiting=few_waiting,
        more_waiting=more_waiting,
        returned=few_returned[::-1],
        more_returned=more_returned,
    )
    summary = "What a meeting deferred or did not reach, for how long it has waited, and when it came back."
    trail = (*whose.trail, whose.link(DEFERRALS)) if year else whose.trail
    return Page(at, title, summary, html, trail, kind=None)


def interest_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the interests declared in each year, of all and of each body where there are several, and the register.

    The register shows the newest year.
    """
    for whose in whose_lists(dossier.records, renderer.today):
        by_year = grouped((date_of(at.meeting_id).year, at) for at in dossier.interests if whose.holds(at.meeting_id))
        for year in (*by_year, *(tuple(by_year)[:1] and (None,))):
            title = whose.titled(f"Interests declared in {year}" if year else INTERESTS.text)
            at = f"{whose.at}{addresses.interests_in(year) if year else INTERESTS.address}"
            newest = year or next(iter(by_year))
            others = [(other, None) for other in by_year if other != year]
            html = renderer.html(
                "interests",
                at,
                whose=whose,
                title=title,
                year=newest,
                register=not year,
                known=by_year[newest],
                counts=others,
            )
            summary = "Which interests were declared at meetings, by whom, and what they then did."
            trail = (*whose.trail, whose.link(INTERESTS)) if year else whose.trail
            yield Page(at, title, summary, html, trail, kind=None)
