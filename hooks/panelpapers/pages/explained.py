"""How to read our figures: every kind of chart with invented figures, and what each mark and symbol means."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ..facts.figure import figure_facts
from ..reading.folder import read_indicator
from ..words.table import MARKS
from . import addresses
from .figures import Figure, figure_files, figure_of
from .rendering import Renderer
from .site import HOME, File, Link, Page

EXAMPLES: Final = Path(__file__).parent / "examples"
ORDER: Final = ("line", "lines", "bars", "categories", "groups", "ranges", "parts", "ratings")
"""The examples in the order of the page: names of files in ``examples``."""
_TRAIL = (HOME, Link("Figures", addresses.INDICATORS))


def explained_pages(renderer: Renderer, charts: Path | None) -> Iterator[Page | File]:
    """Give the page and the files of its examples; ``charts`` is the folder of charts that were drawn before."""
    shown: list[tuple[str, str, Figure]] = []
    for name in ORDER:
        example, problems = read_indicator(EXAMPLES / f"{name}.yml")
        if example is None:
            raise ValueError(f"The example {name} cannot be read: {problems}")
        slug = f"example-{name}"
        figure = figure_of(slug, example, figure_facts(example), charts)
        shown.append((slug, example.title, figure))
        yield from figure_files(slug, figure)
    html = renderer.html("explained", addresses.FIGURES_EXPLAINED, shown=shown, marks=MARKS)
    summary = "What every kind of chart shows, and what each mark and symbol means, with invented figures."
    yield Page(addresses.FIGURES_EXPLAINED, "How to read our figures", summary, html, _TRAIL)
