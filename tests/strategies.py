"""Hypothesis strategies for records, for tests in every folder. Everything drawn is what an editor could type."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from panelpapers.records.calendar import MONTHS
from panelpapers.records.fields import fields_of
from panelpapers.records.indicator import WITHOUT_FIGURE, Indicator, Point
from panelpapers.records.units import read_unit

Typed = dict[str, Any]
LONG: Final = (
    "share of investigations into violent and sexual offences against adults and children that were closed within "
    "the agreed time after a review by a supervising officer of the force"
)
NAMES: Final = (
    "rate", "number of cases", "north", "south", "east", "west", "time to answer", "West Midlands Police",
    "arson and criminal damage", "A, B and C", "St. Basil's", "No. 5", "rate (all, incl. others)", "a" * 200,
    "positive outcome rate for all recorded crime in the force's own area", LONG,
)  # fmt: skip


def many(examples: int) -> settings:
    """Give settings for so many drawn cases, or for a tenth of them in the fast run."""
    share = settings.default.max_examples if settings.default else 100
    return settings(max_examples=max(5, examples * share // 100), suppress_health_check=[HealthCheck.too_slow])


names = st.sampled_from(NAMES)
"""Names of measures, places and categories; some are long, some have a full stop or a comma."""
UNITS: Final = (
    *("%", "count", "days", "money", "points", "hours", "rate"),
    *("£ million", "money in thousands", "thousands", "million hours", "per 1,000 people", "index, 2015 = 100"),
    *("ratio", "percentage points", "weeks"),
    *("minutes and seconds", "hours and minutes", "hours, minutes and seconds"),
)
"""Units of every kind."""
_NUMBERS: Final = frozenset(
    ("value", "lowest", "highest", "low", "high", "earlier_value", "amount", "total", "target", "baseline")
)


def with_colons(typed: Any, parts: int = 2) -> Any:
    """Give what was typed with every figure as so many parts of a time: 523 as 8:43."""
    if isinstance(typed, list):
        return [with_colons(entry, parts) for entry in typed]
    if not isinstance(typed, dict):
        return typed
    parts = len(read_unit(typed["unit"]).clock) if "unit" in typed else parts
    keeps = typed.get("measured_in", "count") != "count"
    return {
        name: _with_colon(value, parts)
        if name in _NUMBERS and isinstance(value, str) and value[-1:].isdigit() and not keeps
        else with_colons(value, parts)
        for name, value in typed.items()
    }


def _with_colon(number: str, parts: int) -> str:
    whole, point, decimals = number.removeprefix("-").partition(".")
    large, last = divmod(int(whole), 60)
    first = f"{large // 60}:{large % 60:02}" if parts > 2 else f"{large}"
    return f"{'-' * number.startswith('-')}{first}:{last:02}{point}{decimals}"


numbers = st.builds("{}{}".format, st.integers(-500, 500_000), st.sampled_from(("", "", ".5", ".04", ".005", ".996")))
"""Figures as typed, with up to three decimals."""
_years = st.integers(2015, 2027)
_months = st.sampled_from(MONTHS)
periods = st.one_of(
    _years.map(str),
    st.builds("year ending {} {}".format, _months, _years),
    st.builds("{} {}".format, _months, _years),
    st.builds("quarter {} of {}".format, st.integers(1, 4), _years),
    _years.map(lambda year: f"{year}/{(year + 1) % 100:02}"),
    _years.map(lambda year: f"April {year} to May {year + 1}"),
    st.builds("{} {} {}".format, st.integers(1, 28), _months, _years),
    st.sampled_from(
        ("latest (period not stated)", "baseline (period not stated)", "a while ago (period not stated)")
    ),
)
"""Periods of every kind, as reports write them; two different ones can be the same days."""
yearly_periods = st.builds(
    lambda form, years: [form.format(year) for year in years],
    st.sampled_from(("{}", "year ending March {}", "March {}")),
    st.lists(_years, min_size=1, max_size=8, unique=True),
)
"""Periods of equal length, all stated, each once, in any order."""
_monthly = st.builds(
    lambda year, first, count: [f"{MONTHS[at % 12]} {year + at // 12}" for at in range(first, first + count)],
    _years,
    st.integers(0, 11),
    st.integers(3, 30),
)
_quarterly = st.builds(
    lambda year, first, count: [f"quarter {at % 4 + 1} of {year + at // 4}" for at in range(first, first + count)],
    _years,
    st.integers(0, 3),
    st.integers(3, 12),
)
_years_and_a_part = st.builds(
    lambda year, count, before: [
        *(f"{at}/{(at + 1) % 100:02}" for at in range(year, year + count)),
        *([f"April to September {year + count - 1}"] if before else []),
        f"April to September {year + count}",
    ],
    _years,
    st.integers(1, 6),
    st.booleans(),
)
regular_periods = st.one_of(_monthly, _quarterly, _years_and_a_part)
"""Months and quarters that follow each other, and years with a part of one."""


def _course(first: int, slope: int, level: int, season: int, noise: list[int], place: int) -> list[Typed]:
    """Give figures with a slope, a second level, seasons and noise: any of them may be nothing."""
    return [
        {"value": str(first + slope * at + level * (at >= place) + season * (at % 12 in (5, 6, 7)) + off)}
        for at, off in enumerate(noise)
    ]


courses = st.builds(
    _course,
    st.sampled_from((0, 5, 100, 4_000, -300)),
    st.sampled_from((0, 0, 1, -7, 30)),
    st.sampled_from((0, 0, 40, -600)),
    st.sampled_from((0, 0, 25, 900)),
    st.lists(st.integers(0, 1) | st.integers(0, 12), min_size=31, max_size=31),
    st.integers(3, 12),
)
"""Figures that have a shape, or none."""
_ranges = st.builds(
    lambda low, width: {"lowest": str(low), "highest": str(low + width)}, st.integers(0, 900), st.integers(0, 90)
)
_intervals = st.integers(0, 100).map(lambda v: {"value": str(v), "interval": {"low": str(v - 3), "high": str(v + 4)}})
_values = numbers.map(lambda value: {"value": value})
_extras = st.one_of(
    st.just({"approximate": "yes"}),
    numbers.map(lambda value: {"earlier_value": value}),
    numbers.map(lambda value: {"other_figures": [{"value": value, "source": {"title": "Slides"}}]}),
    names.map(lambda name: {"break_before": name}),
    names.map(lambda name: {"worked_out": name, "remark": name}),
)


def _figure(amount: Typed, extra: Typed, status: str | None, why: str | None) -> Typed:
    """Put a figure together; one whose status says that there is none has no value, and perhaps a reason."""
    statuses = {} if status is None else {"statuses": [status]}
    if status in WITHOUT_FIGURE or not amount:
        return statuses | ({"why": why} if why else {})
    return amount | extra | statuses


_roles = st.sampled_from((None, None, None, "subject", "subject", "peer", "peer", *fields_of(Point)["role"].choices))
amounts = st.builds(
    _figure,
    st.one_of(_values, _values, _values, _ranges, _intervals, st.just({})),
    st.one_of(st.just({}), st.just({}), _extras),
    st.one_of(st.none(), st.none(), st.sampled_from(fields_of(Point)["statuses"].choices)),
    st.sampled_from((None, None, "not yet collected", "suppressed", LONG)),
)
"""Figures with what may stand beside them, without their period or category."""


def _placed(field: str, labels: list[str], drawn: list[Typed], roles: list[str | None]) -> list[Typed]:
    points: list[Typed] = [{field: label, **amount} for label, amount in zip(labels, drawn, strict=False)]
    if field == "category":
        points = [point | ({"role": role} if role else {}) for point, role in zip(points, roles, strict=False)]
    return points


def figures(axis: str) -> st.SearchStrategy[list[Typed]]:
    """Draw the figures of one series, in time (``time``) or by ``category``."""
    unlike = st.lists(periods, min_size=1, max_size=6, unique=True)
    labels = st.lists(names, min_size=1, max_size=6, unique=True) if axis == "category" else yearly_periods | unlike
    roles = st.lists(_roles, min_size=8, max_size=8)
    drawn = st.lists(amounts, min_size=8, max_size=8)
    field = "category" if axis == "category" else "period"
    any_figures = st.builds(_placed, st.just(field), labels, drawn, roles)
    if axis == "category":
        return any_figures
    return any_figures | st.builds(_placed, st.just(field), regular_periods | yearly_periods, courses, roles)


_FIGURES: Final = {axis: figures(axis) for axis in ("time", "category")}
_targets = st.sampled_from(
    (
        *(None, None, "none", "not agreed", "90", {"value": "12.25"}, {"value": "90", "by": "2030"}),
        *({"value": "100", "by": "2020"}, {"value": "110", "by": "2019/20", "limit": "at most"}),
        *({"lowest": "90", "highest": "120"}, {"lowest": "8", "highest": "10", "by": "2021"}),
        {"steps": [{"by": "2019/20", "value": "100"}, {"by": "2021/22", "value": "110"}]},
    )
)
_baselines = st.one_of(
    st.sampled_from((None, "none", "not agreed", {"value": "7.9"})),
    periods.map(lambda period: {"period": period}),
    periods.map(lambda period: {"value": "7.9", "period": period}),
    st.just({"value": "104", "period": "2015 to 2019", "average": "yes"}),
)
_stated = st.builds(
    lambda period, amount, kind: [{"period": period, "since": "the baseline", "amount": amount, "measured_in": kind}],
    periods,
    numbers,
    st.sampled_from(("points", "percent", "count")),
)
_nouns = st.sampled_from((None, {"one": "case", "many": "cases"}))


_series_names = st.sampled_from(
    ("group {0}", "group {0}", "year ending March 20{1}", "20{1}", "quarter {0} of 2024", LONG + " {0}")
)
"""Forms of the names of series by their number: names of periods, if they are any, are times."""
_ratings = st.sampled_from((None, None, "best first", "worst first"))
_counts = st.lists(st.sampled_from((0, 1, 2, 2, 3, 40, "7.4")), min_size=31, max_size=31)


def _like_the_first(row: list[Typed], counts: list[Any]) -> list[Typed]:
    """Give a series with the positions of another, and figures in place of what is plainly one."""
    return [
        {**point, "value": str(count)} if set(point) <= {"period", "category", "value"} else point
        for point, count in zip(row, counts, strict=False)
    ]


@st.composite
def indicators(draw: st.DrawFn, *, series: bool | None = None, axis: str | None = None) -> Indicator:
    """Draw an indicator as an editor might type it. Some are refused; none breaks the form itself."""
    axis = axis or draw(st.sampled_from(("time", "time", "category")))
    typed: Typed = {
        "title": draw(names),
        "measure": draw(names | st.just("gap between the force and others")),
        "place": draw(names),
        "unit": draw(st.sampled_from(UNITS)),
        "better": draw(st.sampled_from(("higher", "lower", "neutral"))),
        "definition": "What is counted.",
        "source": {"title": "A report"},
        "decimals": draw(st.sampled_from((None, "0", "1", "2"))),
        "noun": draw(_nouns),
        "target": draw(_targets),
        "baseline": draw(_baselines),
        **draw(st.sampled_from(({}, {}, {"above_zero": "overspend", "below_zero": "underspend"}))),
    }
    if axis == "time":
        typed["stated_changes"] = draw(st.one_of(st.just([]), st.just([]), _stated))
    elif draw(st.booleans()):
        typed |= {"parts_of_whole": "yes", "total": draw(numbers)}
    several = draw(st.sampled_from((False, False, True))) if series is None else series
    if several:
        rows = draw(st.lists(_FIGURES[axis], min_size=1, max_size=6))
        named, roles = draw(_series_names), st.none() if draw(st.booleans()) else _roles
        if draw(st.booleans()):  # one set of positions and small counts: parts, ratings and lines that are alike
            rows = [_like_the_first(rows[0], draw(_counts)) for _ in rows]
        typed |= {"ratings": draw(_ratings), "parts_of_whole": draw(st.sampled_from((None, "yes")))}
        typed["series"] = [
            {"name": named.format(place, 10 + place), "points": row, "role": draw(roles)}
            for place, row in enumerate(rows)
        ]
    else:
        typed["points"] = draw(_FIGURES[axis])
    typed = {name: value for name, value in typed.items() if value is not None}
    return Indicator.model_validate(with_colons(typed) if read_unit(typed["unit"]).clock else typed)
