"""All words of a figure: summary, description, headline, second line and cautions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..facts.fact import Extremes, StatusCounts, Trend
from ..facts.figure import FigureFacts, shown_cells, without_english
from ..facts.grid import Row
from ..facts.makeup import Ratings
from ..records.indicator import Indicator
from ..records.language import Worded, language_name
from ..records.versions import in_one_version
from . import headline
from .messages import (
    baseline,
    better,
    caution,
    extremes,
    group,
    grouped,
    level,
    likely,
    move,
    naming,
    obstacle,
    place,
    ratings,
    reason,
    shape,
    shares,
    stated,
    target,
    whole,
)
from .number import number
from .pattern import Pattern
from .proof.claim import Cut
from .sentences import Clause, Place, compose, first_fitting, sentence
from .summary import summary
from .telling import Telling, message_change


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words of a figure. ``caveats`` holds every caution, also those that found no room in the description."""

    summary: str
    """One sentence, at most 200 characters, which is the alternative text of the chart, where there is one."""
    description: str
    """Two to five sentences, at most 900 characters."""
    title: str
    """Headline: the message in a line."""
    subtitle: str
    """Measure, place, period."""
    caveats: tuple[str, ...]
    card: str
    """What stands beside a small chart and is not in its alternative text: better or worse, and the target.

    Beside a number it is what that is compared with: the target, the baseline, changes that the paper states.
    """
    number: str = ""
    """The one figure that there is, with its unit, in place of a chart; nothing where there is one."""
    told: bool = True
    """Whether the figure is described.

    It is not where a name has no English version, which no sentence can hold, nor where its words are not confirmed.
    """

    @property
    def alt(self) -> str:
        """The alternative text of the chart, wherever it stands: who goes from picture to picture gets the point."""
        return self.summary

    @property
    def texts(self) -> Mapping[str, str]:
        """Every text by its name, as the proof-reader takes them."""
        return {
            "summary": self.summary,
            "description": self.description,
            "title": self.title,
            "subtitle": self.subtitle,
            "caveats": " ".join(self.caveats),
            "card": self.card,
            "number": self.number,
        }


def figure_words(indicator: Indicator, facts: FigureFacts, cut: Cut | None = None) -> FigureWords:
    """Write all words of a figure from its facts, or that there are none. Pure.

    Texts of the indicator may know their languages: the English versions come into the sentences.
    ``cut`` is what the text says of the chart's scale, if anything: where it starts, and where it ends.
    """
    if not facts.confirmed:
        return _untold(
            indicator, "This site writes no description of this figure, as its own check did not confirm it."
        )
    if (untold := without_english(indicator)) and isinstance(untold.value, Worded):
        foreign = language_name(untold.value.foreign)
        return _untold(
            indicator, f"Names in this figure are in {foreign} only, so this site writes no description of it."
        )
    telling = Telling(in_one_version(indicator), facts)
    return FigureWords(
        summary=summary(telling),
        description=_description(telling, cut),
        title=headline.title(telling),
        subtitle=headline.subtitle(telling),
        caveats=_caveats(telling),
        card=_card(telling),
        number=number(telling),
    )


def _untold(indicator: Indicator, why: str) -> FigureWords:
    """Say that a figure is not described, and why. Its names stand alone, each in its own language."""
    measured = f"{indicator.measure}, {indicator.place}"
    shows = "The chart shows the figures of the table." if indicator.drawn else "The table shows what there is."
    return FigureWords(f"{shows} {why}", f"{why} {shows}", f"{indicator.title}", measured, (), "", told=False)


def _description(telling: Telling, cut: Cut | None) -> str:
    """Write the description; measure and place are said in it even where the message has no room for them."""
    clauses = [*_story(telling), *_standards(telling), *_cautions(telling), *caution.scale_cut(telling, cut)]
    clauses += naming.drawn(telling)
    text = compose(clauses)
    return compose([*clauses, *more]) if (more := [*naming.missing(telling, text)]) else text


def _standards(telling: Telling) -> Iterator[Clause]:
    yield from target.standing(telling)
    yield from better.good(telling)
    yield from baseline.standing(telling)
    yield from stated.declarations(telling)
    yield from stated.stated_changes(telling)


def _cautions(telling: Telling) -> Iterator[Clause]:
    yield from obstacle.obstacles(telling)
    yield from caution.cautions(telling)
    yield from shares.rounding(telling)


def _caveats(telling: Telling) -> tuple[str, ...]:
    """Give every caution as a sentence of its own, for a list beside the figure."""
    texts = [first_fitting(clause.wordings) for clause in _cautions(telling)]
    texts += [*obstacle.reasons_of_breaks(telling, texts), *reason.remarks(telling, texts)]
    return tuple(dict.fromkeys(sentence(text) for text in texts if text))


def _card(telling: Telling) -> str:
    """Say whether the figures got better or worse, of two series at most, and how they stand to the target.

    Of a number it is said, too, how it stands to the baseline, and which changes the paper states.
    """
    clauses = [*target.standing(telling)]
    if telling.facts.number:
        clauses += [*baseline.standing(telling), *stated.stated_changes(telling)]
    texts = [text for clause in clauses if (text := first_fitting(clause.wordings))]
    return " ".join(map(sentence, [*better.judgements_of(telling)[:2], *texts]))


def _story(telling: Telling) -> Iterator[Clause]:
    """Give what happened, or how the figures stand beside each other."""
    if (change := stated.leading(telling)) is not None:
        yield stated.message(telling, change)
    elif (rated := telling.facts.one(Ratings)) is not None:
        yield from ratings.ratings(telling, rated)
    elif len(telling.rows) > 1:
        yield from (group.several if telling.in_time else grouped.grouped)(telling)
        yield from shares.since_then(telling)
        yield from shares.largest_part(telling)
    elif telling.in_time:
        yield from _of_time(telling, telling.rows[0])
    else:
        yield from _of_categories(telling, telling.rows[0])
    yield from likely.places(telling)


def _of_time(telling: Telling, row: Row) -> Iterator[Clause]:
    texts: list[str] = []
    told: dict[str, tuple[Pattern | None, dict[str, Any]]] = {}
    for who in move.subjects(telling, row):
        for way in shape.message(telling, row):
            texts.append(text := telling.write(way[0], series=who, **way[1]))
            told[text] = way
    texts += [*shape.briefly_stayed(telling, row), *level.latest(telling, row)]
    message = first_fitting(texts) or texts[-1]
    yield Clause(Place.MESSAGE, 100, (message,), alone=True)
    pattern, said = told.get(message, (None, {}))
    if pattern is shape.STEPPED:
        yield from shape.after_step(telling, row, said)
        yield from level.after_step(telling, row)
    else:
        yield from move.size(telling, row, pattern, said)
    yield from move.part_told(telling, row)
    yield from likely.of_time(telling, row)
    yield from shape.shape(telling, row)
    yield from level.first(telling, row, message)
    yield from _unusual(telling, row)
    yield from move.latest_change(telling, row)


def _unusual(telling: Telling, row: Row) -> Iterator[Clause]:
    """Say what the chart shows: highest and lowest, unless every step has the same direction, else how many."""
    trend, ends = telling.facts.one(Trend, row.name), [*extremes.of_series(telling, row)]
    if trend and trend.shape in ("strictly rising", "strictly falling"):
        return
    if ends and (said := first_fitting(ends)):
        yield Clause(Place.UNUSUAL, 82, (said,))
        yield from extremes.lowest_alone(telling, row, said)
    elif len(shown_cells(row)) != 2 or not (change := message_change(telling, row)) or not change.direction:
        yield from level.count(telling, row)


def _of_categories(telling: Telling, row: Row) -> Iterator[Clause]:
    if (counts := telling.facts.one(StatusCounts, row.name)) is not None:
        yield from whole.status_counts(telling, counts)
    elif [cell.shown for cell in row.cells if cell.point.role == "subject"] == [True]:
        yield from place.subject(telling, row)
        subject = next(cell for cell in row.cells if cell.point.role == "subject")
        yield from extremes.ends_beside(telling, telling.facts.one(Extremes, row.name), leave_out=subject)
    else:
        yield from extremes.spread(telling, row)
        yield from whole.largest_part(telling, row)
    yield from whole.total_withheld(telling, row)
