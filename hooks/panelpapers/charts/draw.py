"""Draw an indicator: lay out its picture, and render it unless the same picture was rendered before."""

from __future__ import annotations

from ..facts.grid import Grid
from ..records.indicator import Indicator
from .figures import Figure
from .groups import bars_picture, intervals_picture
from .lines import line_picture
from .parts import parts_picture
from .picture import SHEETS, Picture, Width
from .strip import strip_picture
from .upright import upright_picture


def picture_of(indicator: Indicator, laid: Grid, width: Width) -> Picture:
    """Lay out the picture of an indicator, of the kind that the grid says."""
    figure = Figure(indicator, laid, SHEETS[width])
    match laid.chart:
        case "line":
            return line_picture(figure)
        case "bar" if len(laid.rows) == 1:
            return upright_picture(figure) or bars_picture(figure)
        case "interval":
            return intervals_picture(figure)
        case "stacked bar":
            return parts_picture(figure)
        case "status strip":
            return strip_picture(figure)
        case _:
            return bars_picture(figure)


def draw(indicator: Indicator, laid: Grid, title: str, description: str, slug: str, width: Width) -> bytes:
    """Draw."""
    from .altair_chart import svg_of
    from .finish import finished

    return finished(svg_of(picture_of(indicator, laid, width)), title, description, slug, SHEETS[width])
