"""What line charts and upright bars share: the frame, the labels below it, headings, breaks and gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..facts.grid import Cell
from ..facts.notice import Break
from ..facts.scale import ticks
from ..facts.standing import Standard
from ..words.format import capitalised
from .drawing import Drawing
from .measure import text_width, wrap
from .picture import Divider, Frame, Level, Mark, Marker, Picture, Sheet, Text, ValueAxis
from .placing import Room, box_of
from .position_labels import Labels, position_labels

MARGIN = 8
"""Space between things that must not touch, in pixels."""
BREAK = "Break in series"
TARGET, BASELINE = (8.0, 5.0), (2.0, 4.0)
SAMPLES: Final[dict[tuple[float, ...], str]] = {TARGET: "– –", BASELINE: "···"}
"""How the dashes of a target and of a baseline look among letters."""
KEY: Final = 16
"""Width of a marker that stands before a name as its key, with the space after it, in pixels."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is said above the plot because it has no room in it, behind the ``keys`` to what it names."""

    words: str
    keys: tuple[Marker, ...] = ()


def ground(
    drawing: Drawing,
    *,
    beside: float = 0,
    names: float = 0,
    notes: Sequence[Note] = (),
    axis: bool = True,
    bare: bool = False,
) -> Picture:
    """Lay out the empty chart: everything but the figures.

    ``beside`` is the room that labels need to the right of the last position; ``names`` is the height that they need
    there, if they are names, for which rules make way. ``notes`` stand below the headings. Without ``axis`` no
    ticks are drawn; ``bare`` figures have no unit beside them.
    """
    sheet, laid = drawing.sheet, drawing.laid
    scale = ticks(drawing.facts)
    tick_labels = tuple(drawing.tick_text(value, scale.step) for value in scale.values) if axis else ()
    left = max((text_width(label, sheet.text) for label in tick_labels), default=0) + 2 * MARGIN
    labels, left, right = _labels(drawing, left, beside)
    headings = drawing.headings_above(bare=not bare)
    noted = [(note.keys, _lines_of(note, sheet)) for note in notes]
    above = sheet.line * (len(headings) + sum(len(lines) for _, lines in noted) + 1) + 2 * MARGIN
    most = max(len(lines) for lines in labels.lines)
    below = sheet.line * (most + bool(labels.shared)) + 3 * MARGIN
    low, high = float(scale.values[0]), float(scale.values[-1])
    broken = _broken(drawing)
    if broken and not axis:  # the figures on the bars must not run into the label of the break
        high += (high - low) / 8
    width = sheet.width - left - right
    past_last = width / len(laid.labels) / 2 - MARGIN
    frame = Frame(
        "columns", laid.labels, low, high, width, max(names, sheet.plot_height), left, right, above, below,
        beside=max(0, past_last) if names else 0,
    )  # fmt: skip
    marks: list[Mark] = [Level(_floor(frame), "quiet", thickness=1.5)]
    first, corner = laid.labels[0], -frame.place(laid.labels[0], 0)[0]
    start, line = corner - left + 2, MARGIN / 2 + sheet.line / 2 - above
    for heading in headings:
        marks.append(Text(first, frame.high, (heading,), start, line, "left", shade="quiet"))
        line += sheet.line
    for keys, lines in noted:
        shown = enumerate(keys)
        marks += [
            replace(key, position=first, value=frame.high, dx=start + KEY * (at + 0.5) - 2, dy=line)
            for at, key in shown
        ]
        marks.append(Text(first, frame.high, lines, start + KEY * len(keys), line, "left"))
        line += sheet.line * len(lines)
    if labels.shared:
        half = text_width(labels.shared, sheet.text) / 2
        middle = max(min(frame.width / 2, frame.width + frame.right - half - 2), half + 2 - left)
        marks.append(Text(first, frame.low, (labels.shared,), corner + middle, below - MARGIN - sheet.line / 2))
    marks += _break_marks(broken, frame, sheet, axis)
    values = ValueAxis(float(scale.first), float(scale.step), tick_labels) if axis else None
    return Picture(sheet, frame, tuple(marks), 0, values, labels.lines)


def _lines_of(note: Note, sheet: Sheet) -> tuple[str, ...]:
    return wrap(note.words, sheet.text, sheet.width - 2 * MARGIN - KEY * len(note.keys), hard=True)


def _broken(drawing: Drawing) -> list[str]:
    """Give the positions in front of which a series breaks."""
    breaks = {fact.cell.label for fact in drawing.facts.all(Break)}
    return [label for label in drawing.laid.labels if label in breaks]


def room_in(drawing: Drawing, base: Picture) -> Room:
    """Give what room the empty chart leaves for labels beside its texts, and the rules that they keep clear of."""
    frame, sheet = base.frame, base.sheet
    # A figure among the ticks would be read as one of them.
    left = 2 if base.value_axis else -frame.left
    room = Room(frame, sheet, left, [box_of(mark, frame, sheet) for mark in base.marks if isinstance(mark, Text)])
    for value in (_floor(frame), *(float(standard.value) for standard in drawing.facts.all(Standard))):
        height = frame.place(frame.positions[0], value)[1]
        room.lines.append(((0, height), (frame.width - frame.beside, height), 2))
    for position in _broken(drawing):
        x = frame.place(position, 0)[0] - frame.width / len(frame.positions) / 2
        room.lines.append(((x, 0), (x, frame.height), 2))
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


def _break_marks(broken: list[str], frame: Frame, sheet: Sheet, axis: bool) -> list[Mark]:
    """Draw a rule in front of each break, labelled at its top; two labels that would collide become one."""
    left = 0 if axis else frame.left  # clear of the highest tick
    room = Room(frame, sheet, -left)
    marks: list[Mark] = []
    for position in broken:
        x, dy = frame.place(position, 0)[0], -sheet.line / 2 - MARGIN - 1  # clear of a marker at the top
        edge = -frame.width / len(frame.positions) / 2
        wide = text_width(BREAK, sheet.text) / 2
        shift = max(min(edge, frame.width + frame.right - x - wide), wide - x - left)
        marks.append(Divider(position))
        marks += room.first_free([Text(position, frame.high, (BREAK,), shift, dy, shade="quiet")])
    return marks


def gap_marks(drawing: Drawing, room: Room) -> list[Mark]:
    """Write the mark of a missing figure at the foot of its place; of a run of many, those that have room."""
    laid, frame, line = drawing.laid, room.frame, drawing.sheet.line
    marks: list[Mark] = []
    for label in laid.labels:
        missing = [(row.name, cell) for row in laid.rows if (cell := row.at(label)) and not cell.shown]
        lines = _gap_lines(drawing, missing, frame.width / len(laid.labels) - MARGIN)
        if lines and label == laid.labels[-1]:  # names there would run into those at the ends of the lines
            lines = (lines[-1].split(" ")[-1],)
        if lines:
            foot = -line * (len(lines) - 0.5) - 3
            heights = range(0, int(frame.height) - line, line // 2)
            marks += room.first_free(
                Text(label, _floor(frame), lines, 0, foot - height, shade="quiet") for height in heights
            )
    return marks


def _gap_lines(drawing: Drawing, missing: list[tuple[str, Cell]], limit: float) -> tuple[str, ...]:
    """Word the mark of a gap, with the name of the series if that fits and there are others."""
    texts = sorted({drawing.text(cell) for _, cell in missing})
    if len(missing) == 1 and len(drawing.laid.rows) > 1:
        named = wrap(f"{capitalised(missing[0][0])} {texts[0]}", drawing.sheet.text, limit)
        if max(text_width(line, drawing.sheet.text) for line in named) <= limit:
            return named
    return tuple(texts)


def standards(
    drawing: Drawing, base: Picture, room: Room, above: Sequence[Standard] = ()
) -> tuple[list[Mark], list[Standard]]:
    """Draw the target, and a baseline that is no figure of the series, as rules labelled in place.

    Those ``above`` are named above the plot already. Gives the marks, and what found no room for its label.
    """
    marks: list[Mark] = []
    homeless: list[Standard] = []
    for standard in drawing.facts.all(Standard):
        level = rule_of(standard)
        marks.append(level)
        if standard not in above:
            label = room.first_free(_along(drawing.standard_text(standard), level, base.frame, base.sheet))
            marks += label
            homeless += [] if label else [standard]
    return marks, homeless


def note_of(drawing: Drawing, standard: Standard) -> Note:
    """Name a rule away from it: its label begins with a sample of its dashes."""
    return Note(f"{SAMPLES[rule_of(standard).dash]} {drawing.standard_text(standard)}")


def rule_of(standard: Standard) -> Level:
    """Draw the rule of a target or a baseline: the two differ in their dashes."""
    return Level(float(standard.value), "ink", TARGET if standard.what == "target" else BASELINE)


def _along(words: str, level: Level, frame: Frame, sheet: Sheet) -> Iterator[Text]:
    """Offer places along a rule: its two ends, above it and below it, then between."""
    value, half = level.value, frame.width / len(frame.positions) / 2
    for dy in (-sheet.line / 2 - 3, sheet.line / 2 + 4):
        yield Text(frame.positions[0], value, (words,), MARGIN / 2 - half, dy, "left")
        yield Text(frame.positions[-1], value, (words,), half - frame.beside, dy, "right")
        yield from (Text(position, value, (words,), 0, dy) for position in reversed(frame.positions))
