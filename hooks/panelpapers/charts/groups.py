"""Bars that lie down, and points with intervals: a row for each figure, in groups where there are several series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from ..facts.grid import Cell
from ..facts.notice import Break
from ..facts.scale import extent, ticks
from ..facts.showing import nothing_shown
from ..records.roles import COMPARATORS, Role
from .columns import MARGIN
from .drawing import Drawing, Group, Member
from .measure import text_width
from .palette import SERIES, Shade, looks, rating
from .picture import Bar, Fill, Mark, Marker, Picture, ValueAxis, Whisker
from .rows import LEAST_PLOT, Entry, Extent, rows_picture


def bars_picture(drawing: Drawing) -> Picture:
    """Lay out bars that lie down: horizontal bars of one series, grouped bars of several."""
    rule = None if nothing_shown(drawing.facts) else 0
    along = Extent(*extent(drawing.facts), rule, drawing.headings_above(bare=True))
    return rows_picture(drawing, list(_entries(drawing, intervals=False)), along)


def intervals_picture(drawing: Drawing) -> Picture:
    """Lay out points, each in the range in which the true figure is likely to lie."""
    scale = ticks(drawing.facts)
    labels = _with_room([drawing.tick_text(value, scale.step) for value in scale.values], drawing)
    axis = ValueAxis(float(scale.first), float(scale.step), labels)
    low, high = float(scale.values[0]), float(scale.values[-1])
    rule = 0 if low <= 0 <= high else None
    return rows_picture(
        drawing, list(_entries(drawing, intervals=True)), Extent(low, high, rule, drawing.headings_above(), axis)
    )


def _with_room(labels: Sequence[str], drawing: Drawing) -> tuple[str, ...]:
    """Leave out labels of ticks, evenly, where all of them would not stand clear of each other."""
    sheet, widest = drawing.sheet, max(text_width(label, drawing.sheet.text) for label in labels) + MARGIN
    # Above the marks names take no width from them, and half of the outer labels does.
    width = sheet.width * LEAST_PLOT if sheet.roomy else sheet.width - max(widest, 3 * MARGIN)
    step = ceil(widest * (len(labels) - 1) / width)
    return tuple(label if number % step == 0 else "" for number, label in enumerate(labels))


def _entries(drawing: Drawing, *, intervals: bool) -> Iterator[Entry]:
    """Make a row for each figure, one for the heading of each group, and one where figures are left out."""
    groups, breaks = _groups(drawing), {id(fact.cell) for fact in drawing.facts.all(Break)}
    before: Member | None = None
    for number, (heading, members) in enumerate(groups):
        if heading:
            yield Entry(f"group {number}", heading, heading=True)
        for place, member in enumerate(members):
            cell, position = member.cell, f"{number} {place}"
            if not drawing.follows(member, before):
                yield Entry(f"left out before {position}", "…")
            before = member
            shade = _shade(members, place, alone=len(groups) == 1)
            marks = _interval(cell, position, shade) if intervals else bar_of(cell, position, shade, member.role)
            label, text = member.name, drawing.interval_text(cell) if intervals else drawing.text(cell, full=True)
            yield Entry(position, label, tuple(marks), text, bold=member.role == "subject", broken=id(cell) in breaks)


def _groups(drawing: Drawing) -> list[Group]:
    """Group figures so that what is compared stands together: the periods of a series, the series of a category.

    What others are compared with stands beside them in each period. A single series is one group without a heading.
    """
    laid = drawing.laid
    beside = any(row.is_comparator for row in laid.rows)
    if len(laid.rows) == 1 or (laid.axis == "time" and len(laid.labels) > 1 and not beside):
        return drawing.by_series()
    return drawing.by_position()


def _shade(members: list[Member], place: int, *, alone: bool) -> Shade:
    """Colour ratings as ratings; others by role where roles are given, else by place, which the label also tells."""
    if rated := rating(members[place].series, members[place].cell.label):
        return rated[0]
    roles = {member.role for member in members}
    if alone or "subject" in roles or len(members) > len(SERIES):
        return shade_of(members[place].role, roles)
    return looks(member.name for member in members)[place][0]


def _interval(cell: Cell, position: str, shade: Shade) -> list[Mark]:
    """Draw the interval as a line and the figure as a point on it."""
    marks: list[Mark] = []
    interval = cell.point.interval
    if cell.shown and interval:
        marks.append(Whisker(position, float(interval.low), float(interval.high), shade, 4))
    if cell.value is not None:
        marks.append(Marker(position, float(cell.value), shade, hollow=cell.may_change, across=13))
    return marks


# How a bar looks: full or hollow by its status, and coloured by its role among others


def bar_of(cell: Cell, position: str, shade: Shade, role: Role | None) -> list[Mark]:
    """Draw the bar of a figure from zero; a range is a bar to its lower end, hollow from there to its upper."""
    if cell.value is not None:
        return [Bar(position, 0, float(cell.value), shade, fill_of(cell, role))]
    if cell.lowest is not None and cell.highest is not None:
        lowest, highest = float(cell.lowest), float(cell.highest)
        return [Bar(position, 0, lowest, shade), Bar(position, lowest, highest, shade, "hollow")]
    return []


def fill_of(cell: Cell, role: Role | None) -> Fill:
    """Dashed outline for a forecast; hollow for what is provisional, and for what others are compared with."""
    if cell.forecast:
        return "dashed"
    return "hollow" if "provisional" in cell.statuses or role in COMPARATORS else "full"


def shade_of(role: Role | None, roles: Iterable[Role | None]) -> Shade:
    """Let the subject stand out among its peers, where roles are given."""
    return "other" if role != "subject" and "subject" in set(roles) else "one"
