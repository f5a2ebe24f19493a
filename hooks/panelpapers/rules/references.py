"""Whatever is mentioned by its id must be there: people, bodies, matters, meetings, indicators."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.guessing import Guesses
from ..reading.problem import Problem
from ..records.publication import Records
from .mentions import Mention, mentions

_FAMILIES = {
    "people": ("person", "data/people.yml"),
    "bodies": ("body", "data/bodies.yml"),
    "matters": ("matter", "data/matters.yml"),
    "meetings": ("meeting", "a folder of data/meetings/"),
    "indicators": ("indicator", "data/indicators/"),
    "functions": ("statutory function", "data/functions.yml"),
}


def unknown_reference(records: Records) -> Iterator[Problem]:
    """Tell of each id that no record has, with the nearest id that one has."""
    guesses = {family: Guesses(getattr(records, family)) for family in _FAMILIES}
    for mention in mentions(records):
        if mention.id not in getattr(records, mention.family) and mention.family not in records.unread:
            yield _unknown(mention, guesses[mention.family].nearest(mention.id))


def _unknown(mention: Mention, near: str | None) -> Problem:
    what, where = _FAMILIES[mention.family]
    fix = f'Did you mean "{near}"?' if near else f"Add the {what} to {where}, or correct the id."
    return Problem(
        code="unknown-reference",
        place=mention.record.at(mention.field, mention.entry),
        message=f'There is no {what} with the id "{mention.id}".',
        fix=fix,
        width=len(mention.id),
    )


RULES = (unknown_reference,)
