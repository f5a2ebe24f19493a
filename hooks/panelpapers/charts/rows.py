"""Charts whose figures stand one below the other: every row has its label, its figure in words and its marks.

On a wide sheet label and figure stand to the left of the marks, on a narrow one above them. So nothing has to be
matched with a legend, a label may be long, and no bar or rule can run into a figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..facts.standing import Standard
from .columns import BREAK, MARGIN, rule_of
from .drawing import Drawing
from .measure import text_width, wrap
from .palette import Shade
from .picture import Divider, Frame, Level, Mark, Picture, Piece, Sheet, Text, ValueAxis

THICKNESS: Final = 22
"""Height of a bar in pixels."""
LABEL_SHARE: Final = 0.4
"""Greatest share of a wide sheet that labels may take."""
LEAST_PLOT: Final = 0.3
"""Share of a wide sheet that labels and figures leave for the marks at the least."""
MOST_LINES: Final = 3
"""Past so many lines a label is shortened; the table has it whole."""
Lines = tuple[tuple[str, ...], tuple[str, ...]]
"""The lines of a row's label, and those of its note."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row; ``text`` is its figure. ``bold`` marks a heading, or the row that the others are beside."""

    position: str
    label: str
    marks: tuple[Mark, ...] = ()
    text: str = ""
    note: str = ""
    heading: bool = False
    bold: bool = False
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """The value axis of rows; with ``axis`` its ticks are drawn, otherwise the figures speak for themselves.

    ``rule`` is where a line stands at the foot of the marks, and ``headings`` what stands above all rows.
    """

    low: float
    high: float
    rule: float | None = 0
    headings: tuple[str, ...] = ()
    axis: ValueAxis | None = None


def rows_picture(drawing: Drawing, entries: Sequence[Entry], extent: Extent) -> Picture:
    """Lay out rows: headings of groups are rows as well, and a break is a row that says so."""
    sheet, entries = drawing.sheet, _with_breaks(entries)
    least = sheet.width * LEAST_PLOT
    if not sheet.roomy or sheet.width - _beside(entries, sheet) < least:
        # Long figures would leave the marks too little width: they go with the labels.
        entries = [
            replace(entry, label=f"{entry.label}: {entry.text}", text="") if entry.text else entry
            for entry in entries
        ]
    labels = [_label_lines(entry, sheet) for entry in entries]
    frame = _frame(drawing, entries, labels, extent)
    marks: list[Mark] = []
    # Where all bars start at the left edge, a rule there would say nothing that they do not.
    if extent.rule is not None and (sheet.roomy or extent.low < extent.rule):
        marks += _rules(entries, Level(extent.rule, "quiet", thickness=1.5), sheet)
    for entry, lines in zip(entries, labels, strict=True):
        marks += entry.marks
        marks += _label(entry, lines, frame, sheet)
        marks += [Divider(entry.position)] if entry.broken else []
    marks += [_figure(entry, frame) for entry in entries if entry.text]
    marks += _headings(drawing, frame, extent.headings)
    marks += _standards(drawing, entries, frame)
    return Picture(sheet, frame, tuple(marks), THICKNESS, extent.axis)


def _with_breaks(entries: Sequence[Entry]) -> list[Entry]:
    found: list[Entry] = []
    for entry in entries:
        if entry.broken:
            found.append(Entry(f"break before {entry.position}", BREAK, broken=True))
        found.append(replace(entry, broken=False))
    return found


def _is_bold(entry: Entry) -> bool:
    return entry.heading or entry.bold or bool(entry.note)


def _label_lines(entry: Entry, sheet: Sheet) -> Lines:
    """Break the label and its note into lines."""
    limit = sheet.width * (LABEL_SHARE if sheet.roomy else 1) - 2 * MARGIN
    label = wrap(entry.label, sheet.text, limit, bold=_is_bold(entry), hard=True, most=MOST_LINES)
    return label, wrap(entry.note, sheet.text, limit, hard=True, most=MOST_LINES)


def _beside(entries: Sequence[Entry], sheet: Sheet) -> float:
    """Measure what labels and figures take to the left of the marks."""
    widths = [
        text_width(line, sheet.text, bold=_is_bold(entry))
        for entry in entries
        for lines in _label_lines(entry, sheet)
        for line in lines
    ]
    figures = max(text_width(entry.text, sheet.text, bold=entry.bold) for entry in entries)
    return max(widths) + figures + (2.5 if figures else 1.5) * MARGIN


def _frame(drawing: Drawing, entries: Sequence[Entry], labels: Sequence[Lines], extent: Extent) -> Frame:
    """Give all rows one height, labels and figures their width, and the marks what is left."""
    sheet, gap = drawing.sheet, 10 if drawing.sheet.roomy else 14
    size, line = sheet.text, sheet.line
    most = max(sum(map(len, label)) for label in labels)
    step = most * line + 4 + THICKNESS + gap
    left, right, above = float(MARGIN), 2.0 * MARGIN, 1 - (THICKNESS + gap) / step
    if sheet.roomy:
        step, above = max(most * line, THICKNESS) + gap, 0
        left = _beside(entries, sheet) + MARGIN
    if extent.axis:
        ends = (text_width(extent.axis.labels[end], size) / 2 + 4 for end in (0, -1))
        left, right = (max(pair) for pair in zip((left, right), ends, strict=True))
    top = MARGIN + line * (len(extent.headings) + len(drawing.facts.all(Standard)))
    bottom = 2 * MARGIN + line if extent.axis else MARGIN / 2
    positions = tuple(entry.position for entry in entries)
    return Frame(
        "rows", positions, extent.low, extent.high, sheet.width - left - right, step * len(positions),
        left, right, top, bottom, above,
    )  # fmt: skip


def _rules(entries: Sequence[Entry], level: Level, sheet: Sheet) -> list[Mark]:
    """Draw a rule down all rows, or where labels stand above the marks, beside the marks alone."""
    if sheet.roomy:
        return [level]
    rows = (entry.position for entry in entries if not (entry.heading or entry.position.startswith("break")))
    return [Piece(position, level.value, level.shade, level.dash, level.thickness) for position in rows]


def _label(entry: Entry, lines: Lines, frame: Frame, sheet: Sheet) -> list[Text]:
    """Write the label at the left edge, beside its marks or above them; a break in the middle of its row."""
    label, note = lines
    count = len(label) + len(note)
    start = frame.place(entry.position, frame.low)[0]
    dx = (MARGIN / 2 if sheet.roomy else MARGIN) - frame.left - start
    dy = -(count - 1) * sheet.line / 2
    if entry.heading:  # it belongs to what follows it, as far down as its row goes
        foot = frame.height / len(frame.positions) * (1 - frame.above) / 2
        dy = min(dy + 6, foot - (count - 0.5) * sheet.line)
    if not (sheet.roomy or entry.heading or entry.broken):
        dy = -THICKNESS / 2 - 4 - (count - 0.5) * sheet.line
    shade: Shade = "quiet" if entry.broken else "ink"
    texts = [Text(entry.position, frame.low, label, dx, dy, "left", _is_bold(entry), shade)]
    if note:
        texts.append(Text(entry.position, frame.low, note, dx, dy + len(label) * sheet.line, "left"))
    return texts


def _figure(entry: Entry, frame: Frame) -> Text:
    """Write the figure between its label and its marks."""
    start = frame.place(entry.position, frame.low)[0]
    return Text(entry.position, frame.low, (entry.text,), -MARGIN - start, 0, "right", entry.bold)


def _headings(drawing: Drawing, frame: Frame, headings: Sequence[str]) -> list[Text]:
    """Write at the top what the figures count, and what else must be known of all rows."""
    first, line = frame.positions[0], drawing.sheet.line
    start, middle = frame.place(first, frame.low)
    dx, dy = MARGIN / 2 - frame.left - start, line / 2 + MARGIN / 2 - frame.top - middle
    return [
        Text(first, frame.low, (words,), dx, dy + number * line, "left", shade="quiet")
        for number, words in enumerate(headings)
    ]


def _standards(drawing: Drawing, entries: Sequence[Entry], frame: Frame) -> list[Mark]:
    """Draw target and baseline as rules, each with a label of its own above the rows."""
    marks: list[Mark] = []
    first, line = frame.positions[0], drawing.sheet.line
    for number, standard in enumerate(drawing.facts.all(Standard)):
        words, level = drawing.standard_text(standard), rule_of(standard)
        x, middle = frame.place(first, level.value)
        half = text_width(words, drawing.sheet.text) / 2
        dx = max(min(0, frame.width + frame.right - x - half - 4), half - x - frame.left + 4)
        marks += _rules(entries, level, drawing.sheet)
        marks.append(Text(first, level.value, (words,), dx, -middle - line * (number + 0.5) - 2))
    return marks
