"""Whatever is mentioned by its id must be there: people, bodies, matters, meetings, indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from ..records.problem import Problem
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
    for mention in mentions(records):
        known: Mapping[str, object] = getattr(records, mention.family)
        if mention.id not in known and mention.family not in records.unread:
            yield _unknown(mention, known)


def _unknown(mention: Mention, known: Mapping[str, object]) -> Problem:
    what, where = _FAMILIES[mention.family]
    near = get_close_matches(mention.id, list(known), n=1)
    fix = f'Did you mean "{near[0]}"?' if near else f"Add the {what} to {where}, or correct the id."
    return Problem(
        code="unknown-reference",
        place=mention.record.at(mention.field, mention.entry),
        message=f'There is no {what} with the id "{mention.id}".',
        fix=fix,
        width=len(mention.id),
    )


RULES = (unknown_reference,)
