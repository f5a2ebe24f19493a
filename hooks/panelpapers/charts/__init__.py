"""Charts: facts of an indicator -> a picture, laid out in full -> Altair -> an SVG file that stands on its own."""

from .cache import default_folder, size_of
from .draw import draw
from .picture import Said
from .scale import axis_start, starts_at_zero

__all__ = ["Said", "axis_start", "default_folder", "draw", "size_of", "starts_at_zero"]
