"""The regimes that the package knows: laws and customs of bodies, each a file that anybody can read and correct."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from ..records.base import Record
from ..records.indicator import Indicator
from ..records.panel import Panel
from ..records.period import Period
from ..records.publication import UNNAMED
from ..records.regime import Forms, Regime
from ..records.walk import changed
from .validate import read_record

_AS_TYPED: Final = 4
"""Where financial years are taken to begin while they are read: in April."""
FOLDER: Final = Path(__file__).parents[1] / "regimes"


@cache
def packaged_names() -> tuple[str, ...]:
    """Give the ids of the regimes that a publication can name, in order; not of the one for those that name none."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml") if path.stem != UNNAMED))


@cache
def packaged_regime(name: str) -> Regime:
    """Read one of them. Raises ``ValueError`` where its file is not as this version of the software has it."""
    regime, problems = read_record((FOLDER / f"{name}.yml").read_bytes(), f"{name}.yml", Regime)
    if regime is None:
        raise ValueError(f"The regime {name} of the package is damaged: {problems[0].message}")
    return regime


def packaged_for(panel: Panel | None) -> Mapping[str, Regime]:
    """Give those that a panel names for any time, or the one for panels that name none."""
    named = {panel.regime, *(change.regime for change in panel.earlier_regimes)} if panel else {None}
    known = {name or UNNAMED for name in named} & {UNNAMED, *packaged_names()}
    return {name: packaged_regime(name) for name in sorted(known)}


def under(regime: Regime, indicator: Indicator) -> Indicator:
    """Give an indicator as it is under a regime: its currency, its financial years, its form of days."""
    if indicator.unit == "money" and not indicator.money_sign:
        indicator = indicator.model_copy(update={"currency": regime.currency})
    month = regime.year_begins[0] if regime.year_begins else _AS_TYPED
    if (month, regime.forms.date) == (_AS_TYPED, Forms().date):
        return indicator
    return changed(indicator, lambda record: _of_regime(record, month, regime.forms.date))


def _of_regime(record: Record, month: int, form: str) -> dict[str, object]:
    typed = {name: value for name in type(record).model_fields if isinstance(value := getattr(record, name), Period)}
    periods = {name: period.in_year_from(month).written(form) for name, period in typed.items()}
    return {name: period for name, period in periods.items() if period != typed[name]}
