"""How a body that meets is named in a sentence, on a site of one body and on a site of several."""

from __future__ import annotations

from typing import Final

from ..records.people import Term
from ..records.publication import Records
from . import format as say

OWN: Final = "the panel"
"""The body of a site that is of one alone."""
EVERY: Final = "the bodies on this site"


def holders(meeting_id: str, records: Records) -> str:
    """Name who holds a meeting: ``the panel``, ``the Planning Committee``, ``the Council and the Harbour Board``."""
    return say.listed([_said(body, records) for body in records.held_by(meeting_id)]) if records.several else OWN


def seated_in(term: Term, records: Records) -> str:
    """Name the body that a seat is in: ``the panel``, ``the Planning Committee``."""
    return _said(records.body_of(term), records) if records.several else OWN


def _said(body: str, records: Records) -> str:
    described = records.body_named(body)
    return described.short_name if described else OWN
