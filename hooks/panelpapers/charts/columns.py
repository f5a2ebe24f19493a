"""What line charts and upright bars share: the frame, the labels below it, headings, breaks and gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..facts.grid import Cell
from ..facts.notice import Break
from ..facts.scale import Ticks, starts_at_zero, ticks
from ..facts.standing import Standard
from ..words.format import capitalised
from .drawing import Drawing
from .measure import text_width, wrap
from .picture import Divider, Frame, Level, Mark, Picture, Sheet, Text, ValueAxis
from .placing import Room, box_of
from .position_labels import Labels, position_labels

MARGIN = 8
"""Space between things that must not touch, in pixels."""
BREAK = "Break in series"


def ground(
    drawing: Drawing, *, beside: float = 0, height: float = 0, spare: int = 0, axis: bool = True, unit: bool = True
) -> Picture:
    """Lay out the empty chart: everything but the figures.

    ``beside`` is the room that labels need to the right of the last position, and ``height`` the height that they
    need there; ``spare`` lines are kept free on top. Without ``axis`` no ticks are drawn, and without ``unit``
    nothing says what the figures count.
    """
    sheet, laid = drawing.sheet, drawing.laid
    scale = ticks(drawing.facts)
    tick_labels = tuple(drawing.tick_text(value, scale.step) for value in scale.values) if axis else ()
    left = max((text_width(label, sheet.text) for label in tick_labels), default=0) + 2 * MARGIN
    labels, left, right = _labels(drawing, left, beside)
    heading = axis_heading(drawing, scale) if unit else None
    breaks = {fact.cell.label for fact in drawing.facts.all(Break)}
    broken = [label for label in laid.labels if label in breaks]
    above = sheet.line * (bool(heading) + 1 + spare) + 2 * MARGIN
    most = max(len(lines) for lines in labels.lines)
    below = sheet.line * (most + bool(labels.shared)) + 2.5 * MARGIN
    low, high = float(scale.values[0]), float(scale.values[-1])
    if broken and not axis:  # the figures on the bars must not run into the label of the break
        high += (high - low) / 8
    frame = Frame(
        "columns", laid.labels, low, high,
        sheet.width - left - right, max(height, sheet.plot_height), left, right, above, below,
    )  # fmt: skip
    marks: list[Mark] = [Level(_floor(frame), "quiet", thickness=1.5)]
    corner = -frame.place(laid.labels[0], 0)[0]
    if heading:
        at = (corner - left + 2, MARGIN / 2 + sheet.line / 2 - above)
        marks.append(Text(laid.labels[0], frame.high, (heading,), *at, "left", shade="quiet"))
    if labels.shared:
        at = (corner + frame.width / 2, below - MARGIN - sheet.line / 2)
        marks.append(Text(laid.labels[0], frame.low, (labels.shared,), *at))
    marks += _gap_marks(drawing, frame)
    marks += _break_marks(broken, frame, sheet)
    values = ValueAxis(float(scale.first), float(scale.step), tick_labels) if axis else None
    return Picture(sheet, frame, tuple(marks), 0, values, labels.lines)


def room_in(drawing: Drawing, base: Picture) -> Room:
    """Give what room the empty chart leaves for labels beside its texts, and the rules that they keep clear of."""
    frame, sheet = base.frame, base.sheet
    # A figure among the ticks would be read as one of them.
    left = -MARGIN / 2 if base.value_axis else -frame.left
    room = Room(frame, sheet, left, [box_of(mark, frame, sheet) for mark in base.marks if isinstance(mark, Text)])
    for standard in drawing.facts.all(Standard):
        height = frame.place(frame.positions[0], float(standard.value))[1]
        room.lines.append(((0, height), (frame.width, height)))
    return room


def _floor(frame: Frame) -> float:
    """Give the value at which the line under the figures is drawn: zero, or the lowest tick."""
    return 0 if frame.low <= 0 <= frame.high else frame.low


def _labels(drawing: Drawing, left: float, beside: float) -> tuple[Labels, float, float]:
    """Label the positions, with margins that hold the first and the last label and what stands beside the plot.

    ``left`` is the least margin; ``beside`` is the room needed to the right of the last position's middle. Gives the
    labels and the two margins.
    """
    sheet, positions, headings = drawing.sheet, drawing.laid.labels, drawing.headings
    names = [headings[position] for position in positions]
    marked = {headings[position] for position in drawing.baselines}
    needed = marked | {headings[position] for position in drawing.subjects}
    for _ in range(3):
        right = max(MARGIN, beside - (sheet.width - left - beside) / (len(names) - 0.5) / 2)
        each = (sheet.width - left - right) / len(names)
        labels = position_labels(names, sheet.text, each, needed)
        lines = tuple(
            (*label, "Baseline") if name in marked and "baseline" not in name.lower() else label
            for name, label in zip(names, labels.lines, strict=True)
        )
        first, last = (max((text_width(line, sheet.text) for line in lines[end]), default=0) / 2 for end in (0, -1))
        left, beside = max(left, first - each / 2 + 2), max(beside, last + 2)
    return Labels(lines, labels.shared), left, right


def axis_heading(drawing: Drawing, scale: Ticks) -> str | None:
    """Name the unit above the axis, and say where the axis starts if that is not zero."""
    unit = drawing.unit_heading
    if starts_at_zero(drawing.facts):
        return unit
    start = f"xis starts at {drawing.tick_text(scale.first, scale.step)}"
    return f"{unit} (a{start})" if unit else f"A{start}"


def _break_marks(broken: list[str], frame: Frame, sheet: Sheet) -> list[Mark]:
    """Draw a rule in front of each break, labelled at its top; two labels that would collide become one."""
    room = Room(frame, sheet, -frame.left)
    marks: list[Mark] = []
    for position in broken:
        x, dy = frame.place(position, 0)[0], -sheet.line / 2 - 3
        edge = -frame.width / len(frame.positions) / 2
        wide = text_width(BREAK, sheet.text) / 2
        shift = max(min(edge, frame.width + frame.right - x - wide), wide - x - frame.left)
        marks.append(Divider(position))
        marks += room.first_free([Text(position, frame.high, (BREAK,), shift, dy, shade="quiet")])
    return marks


def _gap_marks(drawing: Drawing, frame: Frame) -> list[Mark]:
    """Write the mark of a missing figure at the foot of its place; of a run of many, those that have room."""
    laid, room = drawing.laid, Room(frame, drawing.sheet, -frame.left)
    marks: list[Mark] = []
    for label in laid.labels:
        missing = [(row.name, cell) for row in laid.rows if (cell := row.at(label)) and not cell.shown]
        lines = _gap_lines(drawing, missing, frame.width / len(laid.labels) - MARGIN)
        if lines and label == laid.labels[-1]:  # names there would run into those at the ends of the lines
            lines = (lines[-1].split(" ")[-1],)
        if lines:
            dy = -drawing.sheet.line * (len(lines) - 0.5) - 3
            marks += room.first_free([Text(label, _floor(frame), lines, 0, dy, shade="quiet")])
    return marks


def _gap_lines(drawing: Drawing, missing: list[tuple[str, Cell]], limit: float) -> tuple[str, ...]:
    """Word the mark of a gap, with the name of the series if that fits and there are others."""
    texts = sorted({drawing.text(cell) for _, cell in missing})
    if len(missing) == 1 and len(drawing.laid.rows) > 1:
        named = wrap(f"{capitalised(missing[0][0])} {texts[0]}", drawing.sheet.text, limit)
        if max(text_width(line, drawing.sheet.text) for line in named) <= limit:
            return named
    return tuple(texts)


def standards(drawing: Drawing, base: Picture, room: Room) -> list[Mark]:
    """Draw the target, and a baseline that is no figure of the series, as rules labelled in place."""
    standards = [(rule_of(standard), drawing.standard_text(standard)) for standard in drawing.facts.all(Standard)]
    offers = [_along((words,), level.value, base.frame, base.sheet) for level, words in standards]
    labels = [text for offer in offers for text in room.first_free(offer, over_lines=True)]
    return [*(level for level, _ in standards), *labels]


def rule_of(standard: Standard) -> Level:
    """Draw the rule of a target or a baseline: the two differ in their dashes."""
    return Level(float(standard.value), "ink", (8, 5) if standard.what == "target" else (2, 4))


def _along(words: tuple[str, ...], value: float, frame: Frame, sheet: Sheet) -> list[Text]:
    """Offer places along a rule: its two ends, above it and below it, then between; at last on top of the plot."""
    half = frame.width / len(frame.positions) / 2
    offers = []
    for dy in (-sheet.line / 2 - 3, sheet.line / 2 + 4):
        offers.append(Text(frame.positions[0], value, words, MARGIN / 2 - half, dy, "left"))
        offers.append(Text(frame.positions[-1], value, words, half, dy, "right"))
    offers += [Text(position, value, words, 0, offers[0].dy) for position in reversed(frame.positions)]
    top = -sheet.line / 2 - MARGIN - 3  # clear of markers and below the heading
    beside = [offer for offer in offers if offer.dy < 0]
    return offers + [replace(offer, value=frame.high, dy=top - line) for line in (0, sheet.line) for offer in beside]


def all_named(drawing: Drawing, rules: Sequence[Mark]) -> bool:
    """Whether each target and baseline found room for its label."""
    return len(rules) == 2 * len(drawing.facts.all(Standard))
