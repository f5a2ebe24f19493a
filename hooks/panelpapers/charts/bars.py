"""How a bar looks: full or hollow by its status, and coloured by its role among others."""

from __future__ import annotations

from collections.abc import Iterable

from ..facts.grid import Cell
from ..records.indicator import Role
from .palette import Shade
from .picture import Bar, Fill, Mark


def bar_of(cell: Cell, position: str, shade: Shade, role: Role | None) -> list[Mark]:
    """Draw the bar of a figure from zero; a range is a bar to its lower end, hollow from there to its upper."""
    if cell.value is not None:
        return [Bar(position, 0, float(cell.value), shade, fill_of(cell, role))]
    if cell.lowest is not None and cell.highest is not None:
        lowest, highest = float(cell.lowest), float(cell.highest)
        return [Bar(position, 0, lowest, shade), Bar(position, lowest, highest, shade, "hollow")]
    return []


def fill_of(cell: Cell, role: Role | None) -> Fill:
    """Dashed outline for a forecast; hollow for what is provisional, and for an average, which is not one of them."""
    if cell.forecast:
        return "dashed"
    return "hollow" if "provisional" in cell.statuses or role == "average" else "full"


def shade_of(role: Role | None, roles: Iterable[Role | None]) -> Shade:
    """Let the subject stand out among its peers, where roles are given."""
    return "other" if role != "subject" and "subject" in set(roles) else "one"
