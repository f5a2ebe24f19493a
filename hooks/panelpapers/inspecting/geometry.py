"""Points, boxes and moves on a page of a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
Colour = tuple[float, float, float]

SAME: Final[Matrix] = (1, 0, 0, 1, 0, 0)
FAR: Final = 1e7


def matrix_of(operands: Any) -> Matrix:
    """Read a matrix from six numbers; raises ``ValueError`` or ``TypeError`` for anything else."""
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return a, b, c, d, e, f


def transform(matrix: Matrix, x: float, y: float) -> Point:
    """Move a point by a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def times(first: Matrix, then: Matrix) -> Matrix:
    """Give the matrix that does one move and then another."""
    a, b = transform(then, first[0], first[1]), transform(then, first[2], first[3])
    e = transform(then, first[4], first[5])
    return (a[0] - then[4], a[1] - then[5], b[0] - then[4], b[1] - then[5], e[0], e[1])


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page. ``covers`` says that nothing shows through; without a ``colour`` it has many."""

    left: float
    low: float
    right: float
    high: float
    colour: Colour | None = None
    covers: bool = False
    is_picture: bool = False

    @classmethod
    def around(
        cls, points: Sequence[Point], colour: Colour | None = None, covers: bool = False, is_picture: bool = False
    ) -> Box:
        """Give the box around some points."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return cls(min(xs), min(ys), max(xs), max(ys), colour, covers, is_picture)

    @property
    def area(self) -> float:
        """How large it is."""
        return (self.right - self.left) * (self.high - self.low)

    def within(self, other: Box) -> Box:
        """Give what is left of the box inside another one."""
        left, low = max(self.left, other.left), max(self.low, other.low)
        right, high = min(self.right, other.right), min(self.high, other.high)
        return replace(self, left=left, low=low, right=max(left, right), high=max(low, high))

    def touches(self, other: Box) -> bool:
        """Whether two boxes have something in common."""
        across = self.left <= other.right and other.left <= self.right
        return across and self.low <= other.high and other.low <= self.high

    def holds(self, *points: Point) -> bool:
        """Whether all of some points are inside."""
        return all(self.left <= x <= self.right and self.low <= y <= self.high for x, y in points)


EVERYWHERE: Final = Box(-FAR, -FAR, FAR, FAR)


def is_upright(points: Sequence[Point]) -> bool:
    """Whether the corners of a shape are those of an upright rectangle."""
    corners = list(points)
    if len(corners) == 5 and max(abs(corners[0][0] - corners[4][0]), abs(corners[0][1] - corners[4][1])) < 0.01:
        corners.pop()
    if len(corners) != 4:
        return False
    sides = zip(corners, (*corners[1:], corners[0]), strict=True)
    return all(min(abs(a[0] - b[0]), abs(a[1] - b[1])) < 0.05 for a, b in sides)
