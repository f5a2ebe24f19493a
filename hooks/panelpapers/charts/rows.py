"""Charts whose figures stand one below the other: every row has its label, its marks and its figure in words.

On a wide sheet labels stand to the left of the marks, on a narrow one above them. Nothing has to be matched with a
legend, and a label may be as long as it is.
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
from .picture import Divider, Frame, Level, Mark, Picture, Sheet, Text, ValueAxis

THICKNESS: Final = 22
"""Height of a bar in pixels."""
LABEL_SHARE: Final = 0.4
"""Greatest share of a wide sheet that labels may take."""
Lines = tuple[tuple[str, ...], tuple[str, ...]]
"""The lines of a row's label, and those of its note."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. ``end`` is the value beside which its text stands: to the right of it, or to the left below zero."""

    position: str
    label: str
    marks: tuple[Mark, ...] = ()
    text: str = ""
    end: float = 0
    note: str = ""
    heading: bool = False
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Extent:
    """The value axis of rows; with ``axis`` its ticks are drawn, otherwise the figures speak for themselves.

    ``rule`` is where a line stands at the foot of the marks, and ``heading`` what stands above all rows.
    """

    low: float
    high: float
    rule: float | None = 0
    heading: str | None = None
    axis: ValueAxis | None = None


def rows_picture(drawing: Drawing, entries: Sequence[Entry], extent: Extent) -> Picture:
    """Lay out rows: headings of groups are rows as well, and a break is a row that says so."""
    sheet, entries = drawing.sheet, _with_breaks(entries)
    labels, frame = _room(drawing, entries, extent)
    if frame.width < sheet.width * (0.3 if sheet.roomy else 0.65):
        # Long figures would leave the marks too little width: they go with the labels.
        entries = [
            replace(entry, label=f"{entry.label}: {entry.text}", text="") if entry.text else entry
            for entry in entries
        ]
        labels, frame = _room(drawing, entries, extent)
    marks: list[Mark] = []
    # Where all bars start at the left edge, a rule there would only cut through the labels above them.
    if extent.rule is not None and (sheet.roomy or extent.low < extent.rule):
        marks.append(Level(extent.rule, "quiet", thickness=1.5))
    for entry, lines in zip(entries, labels, strict=True):
        marks += entry.marks
        marks += _label(entry, lines, frame, sheet)
        marks += [Divider(entry.position)] if entry.broken else []
        marks += [_text(drawing, entry, frame)] if entry.text else []
    marks += _heading(drawing, frame, extent.heading)
    marks += _standards(drawing, frame)
    return Picture(sheet, frame, tuple(marks), THICKNESS, extent.axis)


def _with_breaks(entries: Sequence[Entry]) -> list[Entry]:
    found: list[Entry] = []
    for entry in entries:
        if entry.broken:
            found.append(Entry(f"break before {entry.position}", BREAK, broken=True))
        found.append(replace(entry, broken=False))
    return found


def _label_lines(entry: Entry, sheet: Sheet) -> Lines:
    """Break the label and its note into lines."""
    limit = sheet.width * (LABEL_SHARE if sheet.roomy else 1) - 2 * MARGIN
    bold = entry.heading or bool(entry.note)
    return wrap(entry.label, sheet.text, limit, bold=bold, hard=True), wrap(entry.note, sheet.text, limit, hard=True)


def _room(drawing: Drawing, entries: Sequence[Entry], extent: Extent) -> tuple[list[Lines], Frame]:
    """Give all rows one height, the labels their width, and the marks what is left once each figure has room."""
    labels = [_label_lines(entry, drawing.sheet) for entry in entries]
    sheet, gap = drawing.sheet, 10 if drawing.sheet.roomy else 14
    size, line = sheet.text, sheet.line
    most = max(sum(map(len, label)) for label in labels)
    step = most * line + 4 + THICKNESS + gap
    left, above = float(MARGIN), 1 - (THICKNESS + gap) / step
    if sheet.roomy:
        step, above = max(most * line, THICKNESS) + gap, 0
        left = _widest(entries, labels, size) + 2.5 * MARGIN
    if extent.axis:
        left = max(left, text_width(extent.axis.labels[0], size) / 2 + 2)
    left += max((text_width(entry.text, size) + MARGIN for entry in entries if entry.end < 0), default=0)
    right = text_width(extent.axis.labels[-1], size) / 2 + 2 if extent.axis else 0
    available, width = sheet.width - left - MARGIN / 2, sheet.width - left - max(right, 2 * MARGIN)
    standards = drawing.facts.all(Standard)
    furthest = max((float(standard.value) for standard in standards), default=extent.low)
    for entry in entries:
        share = (max(entry.end, furthest) - extent.low) / (extent.high - extent.low)
        if entry.text and entry.end >= 0:
            needed = text_width(entry.text, size) + MARGIN
            width = min(width, (available - needed) / share if share > 0 else width)
    top = MARGIN + line * (bool(extent.heading) + len(standards))
    bottom = 2 * MARGIN + line if extent.axis else MARGIN / 2
    positions = tuple(entry.position for entry in entries)
    return labels, Frame(
        "rows", positions, extent.low, extent.high, width, step * len(positions),
        left, sheet.width - left - width, top, bottom, above,
    )  # fmt: skip


def _widest(entries: Sequence[Entry], labels: Sequence[Lines], size: float) -> float:
    """Measure the widest line of all labels and notes."""
    return max(
        text_width(text, size, bold=entry.heading or bool(entry.note))
        for entry, label in zip(entries, labels, strict=True)
        for lines in label
        for text in lines
    )


def _label(entry: Entry, lines: Lines, frame: Frame, sheet: Sheet) -> list[Text]:
    """Write the label at the left edge, beside its marks or above them; a break in the middle of its row."""
    label, note = lines
    count = len(label) + len(note)
    start = frame.place(entry.position, frame.low)[0]
    dx = (MARGIN / 2 if sheet.roomy else MARGIN) - frame.left - start
    dy = -(count - 1) * sheet.line / 2 + (6 if entry.heading else 0)  # a heading belongs to what follows it
    if not sheet.roomy and not entry.heading:
        dy = -THICKNESS / 2 - 4 - (count - 0.5) * sheet.line
    bold = entry.heading or bool(note)
    shade: Shade = "quiet" if entry.broken else "ink"
    texts = [Text(entry.position, frame.low, label, dx, dy, "left", bold, shade)]
    if note:
        texts.append(Text(entry.position, frame.low, note, dx, dy + len(label) * sheet.line, "left"))
    return texts


def _text(drawing: Drawing, entry: Entry, frame: Frame) -> Text:
    """Write the figure at the end of its marks, or past a rule that would run through it."""
    if entry.end < 0:
        return Text(entry.position, entry.end, (entry.text,), -MARGIN, 0, "right")
    wide = text_width(entry.text, drawing.sheet.text) + MARGIN
    start = frame.place(entry.position, entry.end)[0]
    at = entry.end
    for level in sorted(float(standard.value) for standard in drawing.facts.all(Standard)):
        if start <= frame.place(entry.position, level)[0] <= frame.place(entry.position, at)[0] + wide:
            at = level
    return Text(entry.position, at, (entry.text,), MARGIN, 0, "left")


def _heading(drawing: Drawing, frame: Frame, words: str | None) -> list[Text]:
    """Write what the figures count at the top."""
    if words is None:
        return []
    first = frame.positions[0]
    start, middle = frame.place(first, frame.low)
    dy = drawing.sheet.line / 2 + MARGIN / 2 - frame.top - middle
    return [Text(first, frame.low, (words,), MARGIN / 2 - frame.left - start, dy, "left", shade="quiet")]


def _standards(drawing: Drawing, frame: Frame) -> list[Mark]:
    """Draw target and baseline as rules, each with a label of its own above the rows."""
    marks: list[Mark] = []
    first, line = frame.positions[0], drawing.sheet.line
    for number, standard in enumerate(drawing.facts.all(Standard)):
        words, level = drawing.standard_text(standard), rule_of(standard)
        x, middle = frame.place(first, level.value)
        half = text_width(words, drawing.sheet.text) / 2
        dx = max(min(0, frame.width + frame.right - x - half - 2), half - x - frame.left + 2)
        marks += [level, Text(first, level.value, (words,), dx, -middle - line * (number + 0.5) - 2)]
    return marks
