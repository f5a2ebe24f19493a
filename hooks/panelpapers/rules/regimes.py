"""Checks of the regime that a publication names: that there is one, and that its own rules count as it does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..facts.dossier import Dossier
from ..facts.holidays import known as holidays_known
from ..facts.holidays import parts_of
from ..reading.regimes import packaged_names
from ..records.period import Period
from ..records.place import Place
from ..records.problem import Problem
from ..records.walk import records_within
from .findings import meant, retyped, warning
from .references import Register


def no_regime(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a publication that names no regime: no law is stated, and its calendar may be that of others."""
    panel = dossier.records.panel
    if panel and panel.regime is None:
        fact = "This names no regime: no page states a law, and days, times and money are as in the United Kingdom."
        known = ", ".join((*packaged_names(), *dossier.records.regimes))
        fix = f'Write "regime:" and one of {known}, or add a file of your own to data/regimes.'
        yield warning("no-regime", panel.at("name"), fact, fix)


def unknown_regime(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each regime that a publication names, and that neither it nor the software has."""
    panel, known = dossier.records.panel, [*packaged_names(), *dossier.records.regimes]
    if panel is None or "regimes" in dossier.records.unread:
        return
    earlier = ((before.at("regime"), before.regime) for before in panel.earlier_regimes)
    for place, regime in ((panel.at("regime"), panel.regime), *earlier):
        if regime and regime not in known:
            fact = f'There is no regime "{regime}", neither in data/regimes nor in the software.'
            yield _unknown("unknown-regime", place, fact, regime, known)


def unknown_majority(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each event of a regime that names a majority which the regime does not have."""
    for regime in dossier.records.regimes.values():
        known = [majority.id for majority in regime.majorities]
        for event in regime.events:
            if event.majority and event.majority not in known:
                fact = f'This regime has no majority "{event.majority}".'
                yield _unknown("unknown-majority", event.at("majority"), fact, event.majority, known)


def unknown_event(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each statutory function with an event that no regime of the publication has."""
    records = dossier.records
    if records.unread.isdisjoint(("regimes", "panel")):
        regimes = (*records.packaged.values(), *records.regimes.values())
        known = [event.id for regime in regimes for event in regime.events]
        for function in records.functions.values():
            if function.event and function.event not in known:
                fact = f'No regime of this publication has an event "{function.event}".'
                yield _unknown("unknown-event", function.at("event"), fact, function.event, known)


def _unknown(code: str, place: Place, fact: str, typed: str, known: list[str]) -> Problem:
    """Make a problem of an id that is not among those known, with the one that was probably meant."""
    near = Register(dict.fromkeys(known)).meant(typed)
    others = f"Write one of {', '.join(known)}, or delete the line." if known else "Delete the line."
    return Problem(code, place, fact, meant(near, others), retyped(place, typed, near))


def unknown_holidays(dossier: Dossier) -> Iterator[Problem]:
    """Tell of holidays of a country or a part of it that the library of holidays does not know."""
    panel = dossier.records.panel
    customs = panel.customs if panel else None
    for record in (customs, *dossier.records.regimes.values()):
        own = record.holidays if record else None
        if own and not holidays_known(own.country, own.subdivision):
            whole = holidays_known(own.country)
            field = "subdivision" if whole else "country"
            fact = f'The library of holidays knows no {"part" if whole else "country"} "{getattr(own, field)}".'
            fix = "Write two letters of ISO 3166, such as FR."
            if whole:
                fix = f"Write one of these: {', '.join(parts_of(own.country))}."
                fix = fix if parts_of(own.country) else "It has no parts there: take this line out."
            yield Problem("unknown-holidays", own.at(field), fact, fix)


def no_currency(dossier: Dossier) -> Iterator[Problem]:
    """Tell of figures that are amounts of money where nothing says in which currency."""
    if not dossier.records.regime_read:
        return
    for indicator in dossier.records.indicators.values():
        if indicator.unit == "money" and not indicator.money_sign:
            fact = "These figures are money, and neither this file nor the regime says in which currency."
            fix = "Add currency: and its three letters, such as EUR."
            yield Problem("no-currency", indicator.at("unit"), fact, fix)


def financial_year(dossier: Dossier) -> Iterator[Problem]:
    """Warn of figures of a financial year where nothing says with which month it begins."""
    if dossier.records.regime_on(date.max).year_begins or not dossier.records.regime_read:
        return
    for indicator in dossier.records.indicators.values():
        for record in records_within(indicator):
            period = getattr(record, "period", None)
            if isinstance(period, Period) and period.of_financial_year:
                fact = f"Nothing says on which day the financial year {period.name} begins."
                fix = 'Write it in panel.yml under "customs:", such as year_begins: 1 July. '
                fix += "Until then April is taken."
                yield warning("financial-year", record.at("period"), fact, fix)
                break
