"""Suppressed figures that anybody can work out from what is published, over all indicators together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..records.indicator import Indicator
from .equations import Key, Known, System
from .ledger import Figure, Ledger, Shown, ledger_of
from .quantities import Quantity, layouts
from .relations import relations_of
from .solving import Answer, solve
from .suppressed_words import suppressed_points


@dataclass(frozen=True, slots=True)
class Disclosed:
    """A suppressed figure that follows from others, each with its name and place, or of which nobody can tell."""

    hidden: Figure
    follows_from: tuple[Shown, ...]
    unsure: bool = False


def disclosed(indicators: Mapping[str, Indicator]) -> Iterator[Disclosed]:
    """Give every suppressed figure of some indicators that follows from figures which readers can see.

    A figure that the body itself has published elsewhere (``disclosed_by``) follows too, and what follows from it.
    """
    if not any(True for indicator in indicators.values() for _ in suppressed_points(indicator)):
        return
    several = layouts(indicators)
    ledger = ledger_of(several.values())
    relations = relations_of(several, ledger)
    keys = {key for relation in relations for key in relation.keys}
    limits = {**ledger.limits}
    limits |= {key: ledger.span(key) for key in keys if isinstance(key, Quantity)}
    system = System(ledger.known, limits, relations)
    answer = solve(system, [key for key in ledger.hidden if key not in ledger.known])
    public = _public(ledger)
    if public:
        known = {**system.known}
        known |= {key: Known(None) for key in public}
        wider = System(known, limits, relations)
        more = solve(wider, [key for key in ledger.hidden if key not in known])
        answer = Answer({**more.fixed, **answer.fixed}, answer.unsure | more.unsure)
    told = {**public, **ledger.told}
    for key, several_hidden in ledger.hidden.items():
        sources = frozenset((key,)) if key in ledger.known else answer.fixed.get(key)
        for hidden in several_hidden if sources is not None or key in answer.unsure else ():
            yield Disclosed(hidden, _in_order(hidden, sources or frozenset(), told), unsure=sources is None)


def _public(ledger: Ledger) -> dict[Key, Shown]:
    """Give the suppressed figures that the body itself has published elsewhere, each as what readers can look up."""
    return {
        key: Shown(f"{hidden.name}, which another source gives", hidden.point.at("disclosed_by"))
        for key, several in ledger.hidden.items()
        for hidden in several
        if hidden.point.disclosed_by
    }


def _in_order(hidden: Figure, sources: frozenset[Key], told: Mapping[Key, Shown]) -> tuple[Shown, ...]:
    """Give what a figure follows from: what stands in its own file first, then in the order of files and lines."""
    here = hidden.point.at().file
    found = {told[key] for key in sources if key in told}
    return tuple(sorted(found, key=lambda told: (told.place.file != here, told.place, told.name)))
