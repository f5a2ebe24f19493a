"""Cases of figures that people can read: from a line of figures to the facts that follow from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

from panelpapers.facts.figure import FigureFacts, figure_facts
from panelpapers.records.calendar import MONTHS
from panelpapers.records.indicator import Indicator

BASIC: Final = {
    "title": "T",
    "measure": "rate",
    "place": "Here",
    "unit": "%",
    "definition": "D",
    "source": {"title": "S"},
}
PERIODS: Final[dict[str, Callable[[int], str]]] = {
    "years": lambda at: str(2001 + at),
    "later years": lambda at: str(2021 + at),
    "half-years": lambda at: f"{('January to June', 'July to December')[at % 2]} {2020 + at // 2}",
    "quarters": lambda at: f"quarter {at % 4 + 1} of {2020 + at // 4}",
    "months": lambda at: f"{MONTHS[at % 12]} {2020 + at // 12}",
}


def cases(name: str) -> list[dict[str, Any]]:
    """Read the cases of one file; everything in them is text, as in records."""
    file = Path(__file__).parent / "cases" / "figure-facts" / f"{name}.yml"
    found: list[dict[str, Any]] = YAML(typ="base").load(file.read_text("utf-8"))
    return found


def facts_of(figures: str, periods: str = "years", **typed: Any) -> FigureFacts:
    """Give the facts of figures in a line, each for the next period; a dot stands for one that is missing."""
    points = [
        {"period": PERIODS[periods](at)} | ({} if figure == "." else {"value": figure})
        for at, figure in enumerate(figures.split())
    ]
    return figure_facts(Indicator.model_validate({**BASIC, "points": points, **typed}))
