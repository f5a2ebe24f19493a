"""Checks of resolutions: each says what follows from it, and they stand in the order of their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..facts.numerals import roman
from ..records.minutes import Minute
from ..records.problem import Problem
from ..records.publication import Records
from .findings import warning


def without_consequence(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each resolution that says neither who has to do what nor why nothing has to be done; or both."""
    for minute in _every_minute(dossier.records):
        for resolution in minute.resolutions:
            if resolution.action is None and resolution.no_action is None:
                fact = f"Nothing says what follows from this resolution of minute {minute.number}."
                fix = "Add action, with its owner; or no_action, with the reason why nothing has to be done."
                yield Problem("resolution-without-action", resolution.at("text"), fact, fix)
            if resolution.action and resolution.no_action:
                fact = f"This resolution of minute {minute.number} has both an action and no_action."
                fix = "Delete action, or delete no_action."
                yield Problem("action-and-none", resolution.at("no_action"), fact, fix)


def out_of_order(dossier: Dossier) -> Iterator[Problem]:
    """Warn of the first resolution of a minute that breaks the row i, ii, iii."""
    for minute in _every_minute(dossier.records):
        numerals = [(resolution, resolution.numeral) for resolution in minute.resolutions if resolution.numeral]
        for position, (resolution, numeral) in enumerate(numerals, start=1):
            if roman(numeral) != position:
                fact = f"Resolution {numeral} of minute {minute.number} stands in place {position}."
                fix = "Put the resolutions in their order, or correct the number."
                yield warning("resolution-order", resolution.at("numeral"), fact, fix)
                break


def _every_minute(records: Records) -> Iterator[Minute]:
    for minutes in records.minutes.values():
        yield from minutes.minutes


RULES = (without_consequence, out_of_order)
