"""Claims about one series in time: its direction, its shape, its highest and lowest, its latest step."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from .claim import Claim, Patterns, direction, rounded
from .table import Figure, Table, ends, steps, way


def moved(claim: Claim) -> Iterator[str]:
    """Check a rise or fall from one figure to a later one: by default over the whole comparable stretch."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 2:
        yield "There are no two figures that may be compared."
        return
    earlier, later = stretch[0], stretch[-1]
    if between := claim.names("between"):
        pair = claim.figures("between")
        if len(pair) != 2 or len(between) != 2:
            yield "It does not name two periods."
            return
        earlier, later = pair
    earlier = _named(claim, "start", earlier)
    later = _named(claim, "end", later)
    if hindrance := claim.table.hindrance(earlier, later):
        yield f"These figures may not be compared: {hindrance}."
        return
    told = direction(claim.word("verb"))
    yield from claim.change_is(earlier, later, told)
    for name, figure in (("from", earlier), ("to", later), ("rounds", later), ("rounds", earlier)):
        yield from claim.amount_is(name, figure)
    if later is not stretch[-1]:
        yield f"The latest figure is for {stretch[-1].label}."
    certain = None not in steps(stretch)
    if claim.table.only and certain and not _within(claim.table, stretch, earlier, later, told):
        yield "The figures between went higher or lower than both ends."


def _named(claim: Claim, name: str, default: Figure) -> Figure:
    """Give the one figure that a clause names, or another where it names none."""
    found = claim.figures(name)
    return found[0] if len(found) == 1 else default


def _within(table: Table, stretch: list[Figure], earlier: Figure, later: Figure, told: int) -> bool:
    """Whether no figure between two others is seen to lie beyond them."""
    inside = stretch[stretch.index(earlier) if earlier in stretch else 0 : stretch.index(later)]
    if not any(-told in (way(earlier, figure), way(figure, later)) for figure in inside):
        return True
    both = [rounded(figure.value, table.decimals) for figure in (earlier, later) if figure.value is not None]
    shown = both + [rounded(figure.value, table.decimals) for figure in inside if figure.value is not None]
    return {min(shown, default=None), max(shown, default=None)} == set(both)


def turned(claim: Claim) -> Iterator[str]:
    """Check a peak or a trough: one turn, all figures that share it, and the way down or up from it."""
    stretch = claim.table.stretch(claim.series)
    later = claim.word("then")
    told = direction(claim.word("first")) if claim.word("first") else -direction(later)
    if later and direction(later) != -told:
        yield "A turn goes first one way and then the other."
    if _turns(stretch) != 1 or told != next(step for step in steps(stretch) if step):
        yield "The figures do not turn once in this way."
        return
    yield from claim.figures_are("from", "start", stretch[:1])
    yield from claim.figures_are("turn", "at", ends(stretch, told))
    yield from _ends_at(claim, stretch)


def _turns(stretch: list[Figure]) -> int:
    """Count how often figures turn from rising to falling or back; -1 where ranges leave a step open."""
    moves = [step for step in steps(stretch) if step != 0]
    return -1 if None in moves else sum(step != following for step, following in pairwise(moves))


def _ends_at(claim: Claim, stretch: list[Figure]) -> Iterator[str]:
    """Check the latest figure, and the two ends of the time that a clause names: the earlier comes first."""
    yield from claim.figures_are("to", "end", stretch[-1:])
    if claim.names("between") not in ((), (stretch[0].label, stretch[-1].label)):
        yield f"This is so between {stretch[0].label} and {stretch[-1].label}."


def wavered(claim: Claim) -> Iterator[str]:
    """Check that figures have no clear pattern: they turn at least twice."""
    stretch = claim.table.stretch(claim.series)
    if _turns(stretch) < 2:
        yield "The figures have a clear pattern, or too few of them can be compared."
        return
    yield from _ends_at(claim, stretch)


def stayed(claim: Claim) -> Iterator[str]:
    """Check that figures stayed the same, or moved away and came back to the same."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 2 or way(stretch[0], stretch[-1]) != 0:
        yield "The first and the latest figure are not the same."
        return
    same = all(step == 0 for step in steps(stretch))
    if same != claim.word("verb").startswith("stay"):
        yield f"The figures {'stayed the same' if same else 'moved in between'}."
    yield from _ends_at(claim, stretch)


def stood(claim: Claim) -> Iterator[str]:
    """Check the latest figure; an earlier one may stand beside it where their ranges overlap."""
    actual = claim.table.actual(claim.series)
    latest = actual[-1] if actual else None
    if claim.get("from", object) is not None:
        named = claim.figures("start")
        yield from claim.amount_is("from", named[0] if len(named) == 1 else None)
        if latest is None or len(named) != 1 or named[0] is latest or way(named[0], latest) is not None:
            yield "These two figures are not an earlier and a later one whose ranges overlap."
    yield from claim.figures_are("to", "end", actual[-1:])


def nothing_shown(claim: Claim) -> Iterator[str]:
    """Check that there is no figure to show."""
    rows = [claim.series] if claim.series else claim.table.rows
    if any(claim.table.actual(row) for row in rows):
        yield "There is a figure to show."


def against_first(claim: Claim) -> Iterator[str]:
    """Check the latest figure against the first."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 2 or stretch[0] is not claim.table.actual(claim.series)[0]:
        yield "The first figure and the latest may not be compared."
        return
    yield from claim.change_is(stretch[0], stretch[-1], direction(claim.word("side")))
    yield from claim.figures_are("from", "start", stretch[:1])


def latest_step(claim: Claim) -> Iterator[str]:
    """Check the latest figure against the one before it."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 2:
        yield "There is no figure to compare the latest with."
        return
    told = direction(claim.word("verb")) if claim.word("verb") else 0
    yield from claim.change_is(stretch[-2], stretch[-1], told)
    yield from claim.figures_are("from", "start", stretch[-2:-1])


def first_figure(claim: Claim) -> Iterator[str]:
    """Check the first figure that is shown."""
    yield from claim.figures_are("from", "start", claim.table.actual(claim.series)[:1])


def how_many(claim: Claim) -> Iterator[str]:
    """Check how many figures the chart shows, for how many periods, and whether there is an earlier one."""
    shown = claim.table.shown()
    yield from claim.count_is("count", len(shown), "figures")
    yield from claim.count_is("periods", len(claim.table.labels), "periods")
    if (claim.word("noun") == "figure") != (len(shown) == 1):
        yield "One figure, several figures."
    if claim.word("alone") and len(shown) != 1:
        yield "There is an earlier figure."
    yield from claim.names_are("at", shown)


def highest_and_lowest(claim: Claim) -> Iterator[str]:
    """Check the highest and the lowest of the comparable figures, each with all ties."""
    stretch = claim.table.stretch(claim.series)
    yield from _group_is(claim, stretch)
    yield from ends_are(claim, stretch)


def ends_are(claim: Claim, figures: list[Figure]) -> Iterator[str]:
    """Check the highest and the lowest among figures, where the clause gives them."""
    for name, way_of in (("highest", 1), ("lowest", -1)):
        if name in claim.found or claim.names(f"{name}at"):
            yield from end_is(claim, name, f"{name}at", figures, way_of)


def end_is(claim: Claim, amount: str, names: str, figures: list[Figure], way_of: int) -> Iterator[str]:
    """Check the highest (1) or lowest (-1) among figures: its amount, and that every tie is named."""
    found = ends(figures, way_of)
    if len(figures) < 2 or not found or len(found) == len(figures):
        yield f"There is no {'highest' if way_of > 0 else 'lowest'} figure."
        return
    if way_of < 0 and hides_lowest(claim.table, found[0].series):
        yield "The lowest figure may be one that is not shown."
    yield from claim.figures_are(amount, names, found)


def hides_lowest(table: Table, series: str) -> bool:
    """Whether a figure that is kept back, or too low to show, may be the lowest of its series."""
    row = [figure for figure in table.row(series) if figure.point.role != "average"]
    return any("suppressed" in figure.statuses or ("low" in figure.statuses and not figure.shown) for figure in row)


def every_step(claim: Claim) -> Iterator[str]:
    """Check that each figure is higher, or lower, than the one before, and how many figures those are."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 3 or any(step != direction(claim.word("side")) for step in steps(stretch)):
        yield f"Not every figure is {claim.word('side')} than the one before."
    yield from _group_is(claim, stretch)


def _group_is(claim: Claim, stretch: list[Figure]) -> Iterator[str]:
    """Check how many figures a clause speaks of, and that it calls them comparable where there are others."""
    yield from claim.count_is("count", len(stretch), "comparable figures")
    shown = claim.table.shown(claim.series)
    if not claim.word("comparable") and len(shown) != len(stretch):
        yield f"Of the {len(shown)} figures only {len(stretch)} are comparable."


SIZE: Final = "{gap}[ ({relative:number})]"
CHANGE: Final = (
    f"[ by {SIZE}]" + "[[,] from {from:amount}[ {start:when}]][[,] to {to:amount}[ {end:when}]][[,] {between}]"
)
RULES: Final[Patterns] = (
    ("{series:subject} <verb:rose|fell>[ overall]" + CHANGE + "[, and rounds to {rounds:amount} in both]", moved),
    (f"that is <verb:a rise|a fall>[ of {SIZE}]" + "[,][ from {from:amount}[ {start:when}]]", moved),
    (
        "{series:subject} <first:rose|fell>[ from {from:amount} {start:when}] to {turn:amount}[ {at:when}], "
        "then <then:rose|fell> to {to:amount} {end:when}",
        turned,
    ),
    ("{series:subject} <moved up and down with|had> no clear pattern, and stood at {to:amount} {end:when}", wavered),
    ("{series:subject} <verb:stayed at|moved away and came back to> {to:amount} {between}", stayed),
    ("{series:subject} stood at {to:amount}[ {end:when}]", stood),
    ("{series:subject} stood at {from:amount} {start:when}, and at {to:amount} {end:when}", stood),
    ("no figure is available[ for the {measure}[<, | for >{place}]]", nothing_shown),
    ("the {chart} has no figures yet", nothing_shown),
    (
        f"the latest figure is {SIZE} <side:above|below> the first" + "[, which is {from:amount} {start:when}]",
        against_first,
    ),
    (f"the latest change is <verb:a rise|a fall> of {SIZE}" + "[, from {from:amount} {start:when}]", latest_step),
    ("the latest figure is the same as the one before", latest_step),
    ("the first figure is {from:amount}, {start:when}", first_figure),
    (
        "the {chart} shows {count} <noun:figures|figure>[, {at:when}]"
        "[ for {periods:count} <periods|period>][alone:, and there is no earlier figure to compare it with]",
        how_many,
    ),
    (
        "each <figure|of the {count} [comparable:comparable ]figures> in the {chart} is "
        "<side:higher|lower> than the one before",
        every_step,
    ),
    (
        "of the {count} [comparable:comparable ]figures in the {chart}"
        "[, the highest is {highest:amount}, {highestat:when}]"
        "[,[ and] the lowest is {lowest:amount}, {lowestat:when}]",
        highest_and_lowest,
    ),
)
