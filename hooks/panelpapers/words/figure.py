"""All words of a figure: summary, description, headline, second line and cautions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..facts.figure import FigureFacts, without_english
from ..records.indicator import Indicator
from ..records.language import Worded, language_name
from ..records.versions import in_one_version
from .cautions import caution_sentences, cautions
from .groups import groups
from .sentences import Clause, compose
from .several import several
from .standing import standing
from .summary import summary
from .telling import Telling
from .timeline import timeline
from .title import subtitle, title


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words of a figure. ``caveats`` holds every caution, also those that found no room in the description."""

    summary: str
    """One sentence, at most 160 characters, for where no description stands."""
    description: str
    """Two to five sentences, at most 900 characters."""
    title: str
    """Headline: the message in a line."""
    subtitle: str
    """Measure, place, period."""
    caveats: tuple[str, ...]
    told: bool = True
    """Whether the figure is described. It is not where a name has no English version: a sentence cannot hold it."""

    @property
    def alt(self) -> str:
        """The alternative text of the chart, wherever it stands: who goes from picture to picture gets the point."""
        return self.summary


def figure_words(indicator: Indicator, facts: FigureFacts, axis_starts_at: Decimal | None = None) -> FigureWords:
    """Write all words of a figure from its facts, or that there are none. Pure.

    Texts of the indicator may know their languages: the English versions come into the sentences.
    ``axis_starts_at`` is where the chart's axis of values begins, if it is known and is not zero: the text says so.
    """
    if untold := without_english(indicator):
        return _untold(indicator, untold.value.foreign if isinstance(untold.value, Worded) else "")
    telling = Telling(in_one_version(indicator), facts)
    start = f"the axis starts at {telling.units.value(axis_starts_at)}, not at zero" if axis_starts_at else ""
    return FigureWords(
        summary=summary(telling),
        description=_description(telling, start),
        title=title(telling),
        subtitle=subtitle(telling),
        caveats=caution_sentences(telling),
    )


def _untold(indicator: Indicator, language: str) -> FigureWords:
    """Say that a figure is not described, and why. Its names stand alone, each in its own language."""
    why = f"Names in this figure are in {language_name(language)} only, so this site writes no description of it."
    measured, shows = f"{indicator.measure}, {indicator.place}", "The chart shows the figures of the table."
    return FigureWords(f"{shows} {why}", f"{why} {shows}", f"{indicator.title}", measured, (), told=False)


def _description(telling: Telling, axis: str) -> str:
    """Write the description; measure and place are said in it even where the message has no room for them."""
    clauses = [*_story(telling), *standing(telling), *cautions(telling), Clause(24, 87, (axis,) if axis else ())]
    text = compose(clauses)
    if telling.measure in text and telling.place in text:
        return text
    early = telling.measure not in text
    return compose([*clauses, Clause(1 if early else 4, 99 if early else 90, tuple(_naming(telling, text)))])


def _naming(telling: Telling, said: str) -> Iterator[str]:
    shows = f"the {telling.chart} shows"
    if telling.measure not in said:
        yield f"{shows} the {telling.measure} for {telling.place}"
        yield f"{shows} the {telling.measure}"
    if telling.place not in said:
        yield f"the figures are for {telling.place}"
    yield "what is measured stands in the heading"


def _story(telling: Telling) -> Iterator[Clause]:
    if len(telling.rows) > 1:
        yield from several(telling)
    elif telling.facts.grid.axis == "time":
        yield from timeline(telling, telling.rows[0])
    else:
        yield from groups(telling, telling.rows[0])
