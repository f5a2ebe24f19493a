"""What a site says of itself to programs, ``lately.json``: what it is, its next meeting, and what it decided lately.

A page over many sites is made of these files alone (``together.py``), so that it reads no page of theirs.
"""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from ..facts.dossier import Dossier
from ..facts.news import next_of
from ..facts.rows import grouped
from ..records.language import of_software, unmarked
from ..records.meeting import date_of
from ..words import format as say
from . import addresses
from .registers import decisions
from .shapes import of_ours
from .site import File

MEETINGS: Final = 3
"""Of how many meetings with decisions the file tells."""

DECISIONS: Final = 5
"""How many decisions of each it gives in words; ``count`` says how many there are."""


def _of_a_site(address: str) -> str:
    """Let only addresses through that a site of ours can have. Raises ``ValueError``."""
    if not of_ours(address):
        raise ValueError("this is no address of a site of Panel Papers")
    return address


Text = Annotated[str, Field(max_length=2_000)]
Address = Annotated[str, AfterValidator(_of_a_site)]


class _Told(BaseModel):
    """A part of the file. What a newer version adds is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Coming(_Told):
    """The next meeting: its day, the same in words, and its page."""

    day: date
    words: Text
    address: Address


class Decided(_Told):
    """What one meeting decided: the first of its decisions in words, and how many there are."""

    day: date
    words: Text
    address: Address
    count: int
    decisions: Annotated[tuple[Text, ...], Field(max_length=DECISIONS)]


class Lately(_Told):
    """What a site is and what it decided lately. Addresses count from its root; ``home`` is that, if it is known."""

    name: Text
    area: Text
    about: Text
    language: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{2,35}$")]
    home: Annotated[str, Field(pattern=r"^(https?://[^\s<>\"]+)?$")]
    next: Coming | None
    decided: Annotated[tuple[Decided, ...], Field(max_length=MEETINGS)]


def lately_file(dossier: Dossier, today: date, home: str) -> File:
    """Give the file of a site as it is on the day ``today``. ``home`` is its whole address, or empty."""
    records, panel = dossier.records, dossier.records.panel
    coming = next_of(records.in_order, records, today)
    by_meeting = grouped((decision.meeting_id, decision) for decision in decisions(records, dossier.actions))
    told = Lately(
        name=unmarked(panel.name) if panel else "",
        area=unmarked(panel.area) if panel else "",
        about=unmarked(panel.in_short or "") if panel else "",
        language=of_software(records.language),
        home=home,
        next=Coming(day=date_of(coming), words=_day(dossier, coming), address=addresses.meeting(coming))
        if coming
        else None,
        decided=tuple(
            Decided(
                day=date_of(meeting_id),
                words=_day(dossier, meeting_id),
                address=addresses.decisions_of(meeting_id),
                count=len(taken),
                decisions=tuple(unmarked(decision.resolution.in_short) for decision in taken[:DECISIONS]),
            )
            for meeting_id, taken in islice(by_meeting.items(), MEETINGS)
        ),
    )
    return File(addresses.LATELY, f"{told.model_dump_json(indent=1)}\n".encode())


def _day(dossier: Dossier, meeting_id: str) -> str:
    return unmarked(say.day(dossier.records.day_of(meeting_id)))
