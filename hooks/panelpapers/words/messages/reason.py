"""Why a figure is not shown, and how one was worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ...facts.grid import Cell
from ...facts.notice import WorkedOut
from ..nouns import plain
from ..pattern import Pattern
from ..proof import duties
from ..proof.claim import Claim
from ..telling import Telling


def worked_out(claim: Claim) -> Iterator[str]:
    """Check how a figure was worked out."""
    rows = [claim.series] if claim.series else claim.table.rows
    found = [figure for row in rows for figure in claim.figures("at", row)]
    meant = [figure for figure in found if plain(figure.point.worked_out or "") == claim.word("how")]
    if not meant or len(claim.names("at")) != 1:
        yield "The figure was not worked out so."
    for figure in meant:
        claim.says("how", figure.series, figure.label)


def no_figure(claim: Claim) -> Iterator[str]:
    """Check why figures are not shown: that those named are all of one series with this reason."""
    rows = [claim.series] if claim.series else list(claim.table.rows)
    found = [figures for row in rows if (figures := duties.reasons(claim.table, row).get(claim.word("why")))]
    meant = [figures for figures in found if not [*claim.names_are("at", figures)]]
    if not meant:
        yield "This is not why they are not shown."
    for figure in (figure for figures in meant for figure in figures):
        claim.says("why", figure.series, claim.word("why"))
        for status in {*duties.SAID_BY_REASON} & figure.statuses:
            claim.says(status, figure.series, claim.word("why"))


SERIES: Final = "[ ({series:series})]"
WORKED_OUT: Final = Pattern(f"how the figure for {{at:labels}}{SERIES} was worked out: {{how}}", worked_out)
NO_FIGURE: Final = Pattern(f"no figure is shown for {{at:labels}}{SERIES}: {{why}}", no_figure)
PATTERNS: Final = (WORKED_OUT, NO_FIGURE)


def in_brackets(telling: Telling, series: str) -> str | None:
    """Give the name of a series where there are several."""
    return series if len(telling.rows) > 1 else None


def by_reason(cells: Sequence[Cell]) -> dict[str, list[Cell]]:
    """Give the figures that are not shown for each reason, and under no reason those without."""
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        found.setdefault(plain(cell.point.why or ""), []).append(cell)
    return found


def hidden(telling: Telling) -> Iterator[tuple[str, list[Cell]]]:
    """Say why figures are not shown, each reason once for a series, with these figures."""
    for row in telling.rows:
        whys = by_reason([cell for cell in row.cells if not cell.shown and cell.point.why])
        for why, cells in whys.items():
            which = {"at": cells, "series": in_brackets(telling, row.name)}
            yield telling.write(NO_FIGURE, **which, why=why), cells


def tells_status(cells: Sequence[Cell]) -> bool:
    """Whether the reason says all that a status would."""
    return any(status in cell.statuses for cell in cells for status in duties.SAID_BY_REASON)


def remarks(telling: Telling, said: Sequence[str | None]) -> Iterator[str]:
    """Say how figures were worked out and why some are not shown, for a list beside the chart, unless it says so."""
    for fact in telling.facts.all(WorkedOut):
        yield telling.write(WORKED_OUT, at=[fact.cell], series=in_brackets(telling, fact.series), how=fact.how)
    yield from (text for text, _ in hidden(telling) if text not in said)
