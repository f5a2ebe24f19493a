"""Charts: facts of an indicator -> a picture, laid out in full -> Altair -> an SVG file that stands on its own."""

from .cache import default_folder, size_of
from .draw import draw
from .picture import Said

__all__ = ["Said", "default_folder", "draw", "size_of"]
