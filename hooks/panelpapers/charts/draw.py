"""Draw an indicator: lay out its picture, and have it rendered unless the same picture was rendered before."""

from __future__ import annotations

from pathlib import Path

from ..facts.figure import FigureFacts
from ..facts.showing import MOST_ROWS, nothing_shown, of_too_many
from ..records.indicator import Indicator
from .cache import cached, key_of
from .drawing import Drawing
from .groups import bars_picture, intervals_picture
from .lines import line_picture
from .parts import parts_picture
from .picture import SHEETS, Picture, Said, Width
from .strip import strip_picture
from .upright import upright_picture


def draw(
    indicator: Indicator, facts: FigureFacts, said: Said, slug: str, width: Width, cache: Path | None = None
) -> bytes:
    """Draw an indicator as an SVG file in UTF-8: the same bytes for the same arguments, on any machine.

    ``facts`` are those of its figures. What is ``said`` goes into the file for whoever downloads it,
    ``slug`` makes its ids. ``wide`` is 720 pixels, ``narrow`` 320, each with text of 17. With a
    ``cache`` folder, a file that was drawn before is read from it; only then is Altair not loaded.
    """
    picture = picture_of(indicator, facts, width)

    def render() -> bytes:
        # Altair takes most of a second to load: a build that finds all its charts in the cache never does.
        from .altair_chart import svg_of
        from .finish import finished

        return finished(svg_of(picture), said, slug, picture)

    return cached(cache, key_of(picture, said, slug), render)


def picture_of(indicator: Indicator, facts: FigureFacts, width: Width) -> Picture:
    """Lay out the picture of an indicator, of the kind that its grid says."""
    drawing = Drawing(indicator, facts, SHEETS[width])
    if nothing_shown(facts):
        return bars_picture(drawing)
    match facts.grid.chart:
        case "line":
            return line_picture(drawing)
        case "bar" if len(facts.grid.rows) == 1:
            return upright_picture(drawing) or bars_picture(drawing)
        case "horizontal bar" if len(facts.grid.labels) > MOST_ROWS and not of_too_many(facts):
            return upright_picture(drawing) or bars_picture(drawing)
        case "interval":
            return intervals_picture(drawing)
        case "stacked bar":
            return parts_picture(drawing)
        case "status strip":
            return strip_picture(drawing)
        case _:
            return bars_picture(drawing)
