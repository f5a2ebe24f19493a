"""What a chart is made of before it is drawn: marks in their places, every text measured, all plain data.

A picture has one axis of positions (a period or category each) and one axis of values. In ``columns`` the positions
run from left to right and values upwards; in ``rows`` the positions run downwards and values to the right. Marks are
placed by position and value; shifts (``dx``, ``dy``) and sizes are in pixels, ``dy`` downwards. Altair turns a
picture into a chart (``altair_chart``); two equal pictures give the same bytes, so a picture is also the cache's key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ..records.language import ENGLISH
from .palette import Shade, Shape

Orientation = Literal["columns", "rows"]
Align = Literal["left", "center", "right"]
Width = Literal["wide", "narrow"]
Fill = Literal["full", "hollow", "dashed", "part"]
"""Full; hollow for provisional figures and for averages; dashed outline for forecasts; part for pieces set apart."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of its picture to whoever downloads it, in plain text, and in which language.

    ``names`` are those in the picture that are in another language, each with its tag.
    """

    title: str
    description: str
    language: str = ENGLISH
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper to draw on: width of the picture, size of all text and height of a line of text, in pixels."""

    width: int
    text: int
    line: int
    plot_height: int

    @property
    def roomy(self) -> bool:
        """Whether labels have room beside the marks; otherwise they stand above them."""
        return self.width > 500


SHEETS: dict[Width, Sheet] = {"wide": Sheet(720, 17, 21, 300), "narrow": Sheet(320, 17, 20, 240)}
"""A page shows the pictures a little smaller: the text on them still has 15 pixels on a phone 320 pixels wide."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the plot stands in the picture and how values become pixels.

    ``low`` and ``high`` end the value axis; ``above`` is the share of each row kept free above its marks for a
    label. Rules end ``beside`` pixels before the right edge of the plot, where names stand.
    """

    orientation: Orientation
    positions: tuple[str, ...]
    low: float
    high: float
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    above: float = 0
    beside: float = 0

    def place(self, position: str, value: float) -> tuple[float, float]:
        """Give the point (x, y) in pixels from the plot's upper left corner."""
        share = (value - self.low) / (self.high - self.low)
        middle = (self.positions.index(position) + (1 + self.above) / 2) / len(self.positions)
        if self.orientation == "columns":
            return middle * self.width, (1 - share) * self.height
        return share * self.width, middle * self.height

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the whole picture in pixels."""
        return round(self.left + self.width + self.right), round(self.top + self.height + self.bottom)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar at a position, from one value to another."""

    position: str
    start: float
    end: float
    shade: Shade
    fill: Fill = "full"


@dataclass(frozen=True, slots=True)
class Path:
    """An unbroken line through points; ``dash`` is lengths on and off in pixels, empty for a full line."""

    points: tuple[tuple[str, float], ...]
    shade: Shade
    dash: tuple[float, ...] = ()
    thickness: float = 3


@dataclass(frozen=True, slots=True)
class Marker:
    """A shape on a point, so many pixels ``across``; one that is shifted away from it is a key."""

    position: str
    value: float
    shade: Shade
    shape: Shape = "circle"
    hollow: bool = False
    across: float = 10
    dx: float = 0
    dy: float = 0


@dataclass(frozen=True, slots=True)
class Leader:
    """A thin line from a point to its label, which stands ``dx`` and ``dy`` pixels away."""

    position: str
    value: float
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Whisker:
    """A range of values at a position."""

    position: str
    start: float
    end: float
    shade: Shade
    thickness: float = 3


@dataclass(frozen=True, slots=True)
class Level:
    """A rule across all positions at one value: zero, a target, a baseline."""

    value: float
    shade: Shade
    dash: tuple[float, ...] = ()
    thickness: float = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of such a rule, in the row of one position and clear of the label above it."""

    position: str
    value: float
    shade: Shade
    dash: tuple[float, ...] = ()
    thickness: float = 2


@dataclass(frozen=True, slots=True)
class Divider:
    """A rule across all values in front of a position: a break in the series."""

    before: str


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text; the shift leads from the point to the middle of the first line."""

    position: str
    value: float
    lines: tuple[str, ...]
    dx: float = 0
    dy: float = 0
    align: Align = "center"
    bold: bool = False
    shade: Shade = "ink"


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """The ticks of the value axis: even steps from ``first``, each with its label."""

    first: float
    step: float
    labels: tuple[str, ...]


Mark = Bar | Path | Marker | Leader | Whisker | Level | Piece | Divider | Text


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole chart. ``position_labels`` are the lines under each column, and empty where there are rows."""

    sheet: Sheet
    frame: Frame
    marks: tuple[Mark, ...]
    bar_thickness: float = 0
    value_axis: ValueAxis | None = None
    position_labels: tuple[tuple[str, ...], ...] = ()
