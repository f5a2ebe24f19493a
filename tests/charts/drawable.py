"""Draw indicators of every unit, length, size, role and kind of chart: what an editor could type, to be drawn."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from panelpapers.records.calendar import MONTHS
from panelpapers.records.fields import fields_of
from panelpapers.records.indicator import WITHOUT_FIGURE, Indicator, Point, Series
from tests.strategies import UNITS, Typed, indicators

_FIELDS = fields_of(Indicator)
KINDS = (None, *_FIELDS["chart"].choices)
ROLES = (None, None, *fields_of(Series)["role"].choices)
PLACES = (
    "Ash", "Beech End", "St. Mary-in-the-Marsh", "Kingston upon Thames and the Wards of the Upper River", "Elm",
    "Children's services, education and care leavers", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "Green", "Amber", "Red", "18 to 24", "Not known", "England and Wales", "Most similar forces",
)  # fmt: skip
_sizes = st.sampled_from(((0, 1), (0, 12), (1, 100), (20, 99), (88, 93), (-40, 60), (200, 9_000), (10**6, 2 * 10**8)))
_lengths = st.sampled_from((1, 2, 3, 4, 5, 8, 13, 24, 43, 70))


def _periods(kind: str, count: int) -> list[str]:
    """Name so many periods that follow each other; years are followed by parts of a year, or hold one."""
    if kind == "months":
        return [f"{MONTHS[at % 12]} {2020 + at // 12}" for at in range(3, 3 + count)]
    if kind == "quarters":
        return [f"quarter {at % 4 + 1} of {2015 + at // 4}/{16 + at // 4}" for at in range(count)]
    if kind == "years ending":
        return [f"year ending September {1950 + at}" for at in range(count)]
    years = [f"{1950 + at}/{(51 + at) % 100:02}" for at in range(count)]
    if kind == "years and a part":
        years[-1] = f"April to September {1949 + count}"
    elif kind == "a part between years" and count > 2:
        years[count // 2] = f"April to June {1950 + count // 2}"
    return years


def _value(shape: str, share: float, low: int, high: int, random: Random) -> float:
    """Give one figure of a row that is flat, rises, hardly moves, or does anything."""
    if shape == "flat":
        return low
    if shape == "rising":
        return low + (high - low) * share
    return low + random.choice((0, 0, 1)) if shape == "alike" else random.randint(low, high)


def _oddity(typed: Typed, random: Random, span: int) -> Typed:
    """Give a figure a status, a break before it, a range in its place, or a likely range."""
    odd, value = random.random(), Decimal(typed["value"])
    if odd < 0.1:
        status = random.choice(fields_of(Point)["statuses"].choices)
        hidden = status in WITHOUT_FIGURE or status == "low"
        return {name: typed[name] for name in typed if name != "value" or not hidden} | {"statuses": [status]}
    if odd < 0.13 and "period" in typed:
        return typed | {"break_before": "New rules of counting"}
    if odd < 0.16:
        return {name: typed[name] for name in typed if name != "value"} | {"lowest": value, "highest": value + span}
    return typed


@st.composite
def _points(draw: st.DrawFn, where: list[Typed], low: int, high: int, decimals: int) -> list[Typed]:
    shape = draw(st.sampled_from(("any", "any", "flat", "rising", "alike")))
    odd, likely = draw(st.booleans()), draw(st.integers(0, 7)) == 0
    random, span, points = draw(st.randoms(use_true_random=False)), max(1, (high - low) // 20), []
    for at, place in enumerate(where):
        value = _value(shape, at / max(1, len(where) - 1), low, high, random)
        value += random.randint(0, 9) / 10 if decimals and shape != "flat" else 0
        typed: Typed = {**place, "value": f"{value:.{decimals}f}"}
        if likely:
            typed["interval"] = {"low": Decimal(typed["value"]) - span, "high": Decimal(typed["value"]) + span}
        points.append(_oddity(typed, random, span) if odd else typed)
    return points


@st.composite
def _laid_out(draw: st.DrawFn) -> Indicator:
    """Draw an indicator with a shape of its own: many series or few, long or short, flat, identical or wild."""
    (low, high), count = draw(_sizes), draw(_lengths)
    several = draw(st.sampled_from((1, 1, 1, 2, 3, 4, 5, 9)))
    count = min(count, 600 // several)
    decimals, in_time = draw(st.sampled_from((0, 0, 1, 2))), draw(st.sampled_from((True, True, False)))
    if in_time:
        kinds = ("months", "quarters", "years ending", "years", "years and a part", "a part between years")
        where = [{"period": period} for period in _periods(draw(st.sampled_from(kinds)), count)]
    else:
        first = draw(st.integers(0, len(PLACES) - 1))
        named = [PLACES[(first + at) % len(PLACES)] for at in range(count)]
        where = [{"category": name if at < len(PLACES) else f"{name} {at}"} for at, name in enumerate(named)]
    typed: Typed = {
        "title": "T", "measure": "what is measured", "place": "Northshire", "definition": "D",
        "source": {"title": "S"}, "unit": draw(st.sampled_from(UNITS)), "chart": draw(st.sampled_from(KINDS)),
        "better": draw(st.sampled_from(("higher", "lower", "neutral"))),
        "noun": draw(st.sampled_from((None, {"one": "case", "many": "cases recorded by the force"}))),
    }  # fmt: skip
    if draw(st.booleans()):
        typed |= {"parts_of_whole": "yes"} if not in_time or several > 1 else {}
    for mark in ("target", "baseline"):
        if draw(st.sampled_from((True, False, False))):
            typed[mark] = {"value": f"{draw(st.integers(low, high))}"}
    drawn = [draw(_points(where, low, high, decimals)) for _ in range(several)]
    if draw(st.integers(0, 5)) == 0:
        drawn = [drawn[0]] * several
    roles = draw(st.lists(st.sampled_from(ROLES), min_size=several, max_size=several))
    if several > 1:
        at = draw(st.integers(0, len(PLACES) - 1))
        typed["series"] = [
            {"name": PLACES[(at + number) % len(PLACES)], "points": points}
            | ({"role": role} if role and in_time else {})
            for number, (points, role) in enumerate(zip(drawn, roles, strict=True))
        ]
    else:
        typed["points"] = drawn[0]
        if not in_time and draw(st.booleans()):
            subject = draw(st.integers(0, count - 1))
            for number, point in enumerate(typed["points"]):
                point["role"] = "subject" if number == subject else draw(st.sampled_from(("peer", "peer", "average")))
    return Indicator.model_validate({name: value for name, value in typed.items() if value is not None})


def drawable() -> st.SearchStrategy[Indicator]:
    """Draw an indicator to be drawn: with any fields at all, or with figures as long and as large as may be."""
    return _laid_out() | _laid_out() | indicators()
