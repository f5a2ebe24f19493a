"""The home page: what is coming, what was decided, and where to find the rest."""

from __future__ import annotations

from datetime import date

from ..records.meeting import date_of
from ..records.publication import Records
from . import addresses
from .rendering import Renderer
from .site import Page


def home_page(records: Records, today: date, renderer: Renderer) -> Page:
    """Give the passage that follows the hand-written words of the home page, as it is on the day ``today``."""
    meetings = sorted(one for one, meeting in records.meetings.items() if meeting.state != "cancelled")
    coming = [one for one in meetings if date_of(one) >= today]
    minuted = [one for one in meetings if one in records.minutes]
    html = renderer.html(
        "home",
        addresses.HOME,
        next_meeting=coming[0] if coming else None,
        last_agenda=max(records.agendas, default=None),
        last_minutes=minuted[-1] if minuted else None,
        records=records,
    )
    name = records.panel.name if records.panel else ""
    return Page(addresses.HOME, name, f"Meetings, decisions and figures of {name}, in plain words.", html, added=True)
