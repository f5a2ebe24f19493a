"""How long charts and texts take, on this machine: ``nox -s bench``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from panelpapers.charts import Said, draw
from panelpapers.facts.figure import figure_facts
from panelpapers.words.figure import figure_words
from panelpapers.words.proof.check import check
from tests.charts.samples import samples


def milliseconds(work: Callable[[], object]) -> float:
    """Time one call."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def tell(what: str, times: list[float]) -> None:
    """Print the least, the median and the greatest of some times."""
    sys.stdout.write(
        f"{what}: {min(times):.2f} / {median(times):.2f} / {max(times):.2f} ms (least, median, greatest)\n"
    )


def main() -> None:
    """Time the first chart, the others, the same from the cache, and the texts."""
    every = samples()
    with TemporaryDirectory() as folder:

        def drawn(name: str) -> bytes:
            indicator = every[name]
            return draw(indicator, figure_facts(indicator), Said(name, name), name, "wide", Path(folder))

        cold = [milliseconds(partial(drawn, name)) for name in every]
        cached = [milliseconds(partial(drawn, name)) for name in every]
    sys.stdout.write(f"The first chart, with Altair loaded for it: {cold[0]:.0f} ms\n")
    tell("A chart drawn", cold[1:])
    tell("A chart from the cache", cached)

    def texts() -> None:
        for indicator in every.values():
            figure_words(indicator, figure_facts(indicator))

    def proven() -> None:
        for indicator in every.values():
            words = figure_words(indicator, figure_facts(indicator))
            check(indicator, {"summary": words.summary, "description": words.description})

    for what, work in (("Texts written", texts), ("Texts written and proven", proven)):
        times = [milliseconds(work) for _ in range(10)]
        sys.stdout.write(f"{what}: {len(every) / median(times) * 1000:.0f} indicators a second\n")


if __name__ == "__main__":
    main()
