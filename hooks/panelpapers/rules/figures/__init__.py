"""What is wrong or doubtful with the figures of an indicator."""

from __future__ import annotations

from collections.abc import Iterator

from ...facts.dossier import Dossier
from ...records.problem import Problem
from ...records.versions import worded
from .doubts import doubts, english_needed
from .refusals import refusals


def refused_figures(dossier: Dossier) -> Iterator[Problem]:
    """Tell of figures from which no chart and no sentence may be made, and of doubts about the others."""
    for indicator_id, indicator in dossier.records.indicators.items():
        yield from refusals(indicator) or doubts(indicator, dossier.public.figures[indicator_id])
        yield from english_needed(worded(indicator, dossier.records.language))


RULES = (refused_figures,)
