"""How a body that meets is named in a sentence, on a site of one body and on a site of several."""

from __future__ import annotations

from datetime import date
from typing import Final

from ..records.people import Term
from ..records.publication import Records
from . import format as say

EVERY: Final = "the bodies on this site"


def own(records: Records, today: date) -> str:
    """Name the body that publishes a site: ``the panel``; beside other bodies by its own name, ``the Council``."""
    return said(records.own, records, today)


def every(records: Records, today: date) -> str:
    """Name all who meet on a site: ``the panel``, ``the bodies on this site``."""
    return EVERY if records.several else own(records, today)


def holders(meeting_id: str, records: Records, today: date) -> str:
    """Name who holds a meeting: ``the panel``, ``the Planning Committee``, ``the Council and the Harbour Board``."""
    return say.listed([said(body, records, today) for body in records.held_by(meeting_id)])


def seated_in(term: Term, records: Records, today: date) -> str:
    """Name the body that a seat is in: ``the panel``, ``the Planning Committee``."""
    return said(records.body_of(term), records, today)


def said(body: str, records: Records, today: date) -> str:
    """Name a body in a sentence, in one language: ``the panel``, ``the Planning Committee``."""
    described = records.body_named(body) if records.several else None
    return f"{described.short_name}" if described else f"the {records.regime_on(today).words.body}"
