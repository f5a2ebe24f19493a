"""An indicator: what is measured, and the figures exactly as the papers give them.

One file holds one indicator, ``data/indicators/<id>.yml``, and stands alone: everything that its chart, table and
words need is in it. A short file has ``points``; a file with several lines or groups has ``series``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BeforeValidator, model_validator

from . import limits
from .base import Draftable, Record, work_out
from .kinds import Choice, Count, Day, Line, Passage, YesNo, at_most
from .marks import AlsoCalled, IndicatorId, Label, MatterIds, Note, Plain
from .period import Span
from .problem import slip
from .regional import Currency, sign_of
from .roles import Role
from .source import Source
from .standards import Baseline, Target, standing_alone
from .units import Figure, InUnit

Status = Choice[
    Literal[
        "provisional",
        "revised",
        "estimated",
        "forecast",
        "low reliability",
        "not available",
        "suppressed",
        "low",
        "not applicable",
    ]
]
SHORTHAND: Final[Mapping[str, str]] = {
    "not available": "x",
    "suppressed": "c",
    "low": "low",
    "not applicable": "z",
    "provisional": "p",
    "revised": "r",
    "break": "b",
    "estimated": "e",
    "forecast": "f",
    "low reliability": "u",
}
"""The letters of the Government Statistical Service for these, and for a break in a series."""
WITHOUT_FIGURE = frozenset({"not available", "suppressed", "not applicable"})

Better = Choice[Literal["higher", "lower", "neutral"]]
ChartKind = Choice[Literal["line", "bar", "horizontal bar", "grouped bar", "interval", "stacked bar", "status strip"]]
Decimals = Annotated[Count, AfterValidator(at_most(limits.DECIMALS))]


class OtherFigure(Record):
    """A figure that another source gives for the same thing and that does not agree."""

    value: Figure
    """The other figure."""
    source: Source
    """Where it stands."""


class Interval(Record):
    """The range in which the true figure is likely to lie."""

    low: Figure
    """Lower end."""
    high: Figure
    """Upper end."""


class Point(Record):
    """One figure, for a period or for a category."""

    period: Annotated[Span | None, AlsoCalled("date", "month", "quarter", "time_period", "year")] = None
    """Period the figure is for."""
    category: Annotated[Plain[Line] | None, AlsoCalled("kind", "offence", "type")] = None
    """What the figure is for, where the figures are not a series in time."""
    value: Annotated[Figure | None, AlsoCalled("actual", "figure", "number", "result")] = None
    """The figure exactly as the paper gives it."""
    lowest: Annotated[Figure | None, AlsoCalled("from", "minimum")] = None
    """Lower end, where the paper gives a range instead of one figure."""
    highest: Annotated[Figure | None, AlsoCalled("maximum", "to")] = None
    """Upper end of such a range."""
    approximate: YesNo = False
    """Whether the paper says about, around or nearly."""
    statuses: Annotated[list[Status], AlsoCalled("flag", "marker", "status")] = []
    """Provisional, revised, not available and so on."""
    why: Plain[Line] | None = None
    """Why no figure is shown, such as not yet collected."""
    role: Role | None = None
    """Where figures are compared: the subject, a peer, or with what they are compared, such as national."""
    meaning: Plain[Line] | None = None
    """What a category stands for, such as on track for Green."""
    earlier_value: Figure | None = None
    """The figure before it was revised."""
    interval: Interval | None = None
    """The range in which the true figure is likely to lie."""
    break_before: Plain[Line] | None = None
    """Why this figure cannot be compared with those before it."""
    definition: Plain[Line] | None = None
    """Definition of this figure, where it differs from the indicator's."""
    source: Source | None = None
    """Source of this figure, where it differs from the indicator's."""
    other_figures: list[OtherFigure] = []
    """Figures of other sources that do not agree with this one."""
    worked_out: Plain[Line] | None = None
    """How the figure was worked out, where the paper gives only the parts."""
    remark: Annotated[Note[Line] | None, AlsoCalled("comment", "footnote", "note")] = None
    """What a reader must know about this figure."""
    part_of: Label[Line] | None = None
    """Category that this one is a part of, where the names do not show it."""
    disclosed_by: Source | None = None
    """Where the body itself has published a suppressed figure, or what it follows from. It is still not shown."""

    @property
    def shown(self) -> bool:
        """Whether it gives a figure that may be shown."""
        return not WITHOUT_FIGURE.intersection(self.statuses) and (self.value is not None or self.lowest is not None)

    @model_validator(mode="after")
    def _status_as_reason(self) -> Self:
        """Take a status that stands in place of a reason for what it is."""
        status = (self.why or "").strip(" .").lower()
        if status in WITHOUT_FIGURE:
            work_out(self, statuses=[*self.statuses, *({status} - {*self.statuses})], why=None)
        return self


class Series(Record):
    """Figures of one kind: one line of a chart, or one colour of bar."""

    name: Annotated[Plain[Line], AlsoCalled("breakdown", "group_of_figures", "line", "series")]
    """What the series is, such as one kind of repair or one area."""
    role: Role | None = None
    """The subject, a peer, or with what it is compared: a budget, an average, a group, a national figure."""
    part_of: Label[Line] | None = None
    """Series that this one is a part of, where the names do not show it."""
    points: list[Point]
    """The figures."""


class StatedChange(Record):
    """A change that the paper states without giving the earlier figure."""

    period: Span
    """Period of the later figure."""
    since: Plain[Line]
    """What it is compared with, in words: the baseline, quarter 2 of 2024."""
    amount: Figure
    """How much; negative for a fall."""
    measured_in: Choice[Literal["points", "percent", "count"]]
    """Percentage points, per cent of the earlier figure, or the unit of the indicator."""
    series: Plain[Line] | None = None
    """Which series, where there are several."""
    source: Source | None = None
    """Where it is stated."""


class Noun(Record):
    """What is counted, in one and in many: prosecution, prosecutions."""

    one: Plain[Line]
    """The word for one."""
    many: Plain[Line]
    """The word for many."""


class Indicator(Draftable):
    """One indicator, complete in one file: ``data/indicators/<id>.yml``."""

    title: Annotated[Plain[Line], AlsoCalled("indicator", "kpi", "metric", "name", "performance_indicator")]
    """Name of the indicator, as a heading."""
    measure: Plain[Line]
    """What is measured, as it stands inside a sentence after "the": positive outcome rate."""
    place: Annotated[Plain[Line], AlsoCalled("area", "force", "geography", "organisation")]
    """Whom or where the figures are for."""
    period: Span | None = None
    """Period that all the figures are for, where they are not a series in time."""
    unit: Annotated[InUnit, AlsoCalled("measured_in", "unit_of_measure", "units")]
    """Unit of the figures, with its scale: money in millions, per 1,000 people, minutes and seconds."""
    currency: Currency | None = None
    """Currency of amounts of money, where it is not that of the regime and the unit does not say it."""
    noun: Noun | None = None
    """What is counted, where the unit is a count."""
    better: Annotated[Better, AlsoCalled("better_is", "good_is", "polarity")] = "neutral"
    """Which direction is better."""
    above_zero: Plain[Line] | None = None
    """What a figure above zero is called, such as overspend or surplus."""
    below_zero: Plain[Line] | None = None
    """What a figure below zero is called, such as underspend or deficit."""
    decimals: Decimals | None = None
    """Decimals to show, 6 at most; left out, the most that were typed."""
    chart: ChartKind | None = None
    """Kind of chart; left out, the one that suits the figures."""
    definition: Annotated[Plain[Passage], AlsoCalled("description", "what_it_means")]
    """What the figure means and how it is calculated."""
    source: Source
    """Where the figures stand."""
    updated: Day | None = None
    """Day on which the figures were last brought up to date."""
    baseline: Annotated[Baseline | None, BeforeValidator(standing_alone)] = None
    """The figure that progress is measured from; or none, or not agreed; left out, the papers do not say."""
    target: Annotated[Target | None, BeforeValidator(standing_alone)] = None
    """The figure to be reached; or none, or not agreed; left out, the papers do not say."""
    points: list[Point] = []
    """The figures, where there is one series."""
    series: list[Series] = []
    """The series, where there are several."""
    stated_changes: list[StatedChange] = []
    """Changes that the paper states without the earlier figure."""
    parts_of_whole: YesNo = False
    """Whether the categories, or the series in time, add up to a whole."""
    ratings: Choice[Literal["best first", "worst first"]] | None = None
    """Order of the categories or series, where they are ratings such as Green, Amber and Red."""
    total: Figure | None = None
    """The published total of the categories."""
    adds_up: YesNo | None = None
    """Whether parts and shorter periods add up to the whole; left out, as the unit and the measure's name suggest."""
    included_in: IndicatorId | None = None
    """Id of the indicator whose figures include these, as a county's include a district's."""
    part: IndicatorId | None = None
    """Id of the indicator that counts what a share or rate is the share of."""
    base: IndicatorId | None = None
    """Id of the indicator that counts the whole of which the figures are a share or rate."""
    another_way_of: IndicatorId | None = None
    """Id of the main indicator of the same measure, where the papers give that in several ways."""
    remarks: list[Note[Passage]] = []
    """What a reader must know about the indicator."""
    matter: MatterIds = []
    """Id of the matter it belongs to, or several with commas between them."""
    group: Plain[Line] | None = None
    """Heading under which it is listed."""

    @property
    def money_sign(self) -> str:
        """What stands before a figure that is an amount of money: ``£``; nothing before any other."""
        return (self.unit.sign or sign_of(self.currency)) if self.unit == "money" else ""

    @model_validator(mode="after")
    def _figures_once(self) -> Self:
        if not self.points and not self.series and self.stated_changes:
            self._take_periods_of_changes()
        if bool(self.points) == bool(self.series):
            fact = "This indicator has both points and series." if self.points else "This indicator has no figures."
            raise slip("figures-once", fact, "Give points for one series of figures, or series for several.")
        points = [point for series in self.every_series() for point in series.points]
        count = len(points) + len(self.stated_changes) + sum(len(point.other_figures) for point in points)
        if max(count, len(self.series)) > limits.FIGURES:
            fact = (
                f"There are {count:,} figures here, more than the {limits.FIGURES} that a chart and a text can hold."
            )
            fix = "Divide them: make an indicator for each group that belongs together."
            raise slip("too-many-entries", fact, fix)
        return self

    @property
    def drawn(self) -> bool:
        """Whether there is a chart of it: two figures or more that may be shown. One figure is a number."""
        return sum(point.shown for series in self.every_series() for point in series.points) > 1

    def _take_periods_of_changes(self) -> None:
        """Give a point without a figure for each change that is stated, where the paper gives changes alone."""
        changes = {(change.series or "", change.period.days): change for change in self.stated_changes}
        names = dict.fromkeys(name for name, _ in changes)
        found = {
            name: [
                Point(period=change.period, statuses=["not available"])
                for (of, _), change in changes.items()
                if of == name
            ]
            for name in names
        }
        series = [Series(name=name or self.place, points=points) for name, points in found.items()]
        work_out(self, **({"points": series[0].points} if [*names] == [""] else {"series": series}))

    def every_series(self) -> list[Series]:
        """Give the series; an indicator with points alone is one series named after its place."""
        return self.series or [Series(name=self.place, points=self.points)]
