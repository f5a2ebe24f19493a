"""Highest and lowest: of a series in time, and of categories or places side by side, each with all ties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from ...facts.comparing import subtract
from ...facts.fact import Extremes
from ...facts.figure import shown_cells
from ...facts.grid import Cell, Row
from ...facts.ranking import places_of, ranked
from ...facts.showing import MOST_NAMED
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.comparators import stands_to_one
from ..proof.evidence import Figure, direction, way
from ..proof.order import ends, ends_told, hides_lowest
from ..proof.reading import SHORT
from ..sentences import Clause, Place, first_fitting
from ..telling import Telling, all_the_same
from . import comparator, place, whole


def highest_and_lowest(claim: Claim) -> Iterator[str]:
    """Check the highest and the lowest of the comparable figures of a series, each with all ties."""
    stretch = claim.table.stretch(claim.series)
    yield from claim.comparable_are(stretch)
    yield from ends_are(claim, stretch)
    if claim.word("high"):
        claim.says("highest")


def lowest_after_highest(claim: Claim) -> Iterator[str]:
    """Check the lowest of the comparable figures of a series, behind the highest."""
    yield from ends_are(claim, claim.table.stretch(claim.series))


def ends_are(claim: Claim, figures: list[Figure]) -> Iterator[str]:
    """Check the highest and the lowest among figures, where the clause gives them: ``high`` and ``low`` say which."""
    for name, way_of in (("highest", 1), ("lowest", -1)):
        if name in claim.found or claim.names(f"{name}at"):
            yield from end_is(claim, name, f"{name}at", figures, way_of)
    if claim.word("high") not in ("", "highest") or claim.word("low") not in ("", "lowest"):
        yield "The highest and the lowest are not told apart."


def end_is(claim: Claim, amount: str, names: str, figures: list[Figure], way_of: int) -> Iterator[str]:
    """Check the highest (1) or lowest (-1) among figures: its amount, and that every tie is named."""
    found = ends(figures, way_of)
    if len(figures) < 2 or not found or len(found) == len(figures):
        yield f"There is no {'highest' if way_of > 0 else 'lowest'} figure."
        return
    if way_of < 0 and hides_lowest(claim.table, found[0].series):
        yield "The lowest figure may be one that is not shown."
    yield from claim.figures_are(amount, names, found)


def ranged(claim: Claim) -> Iterator[str]:
    """Check the lowest and the highest figure of the categories."""
    yield from ends_are(claim, place.shown_places(claim))


def one_end(claim: Claim) -> Iterator[str]:
    """Check the highest or the lowest figure alone."""
    shown, way_of = place.shown_places(claim), direction(claim.word("end"))
    yield from end_is(claim, "amount", "at", shown, way_of)
    if claim.get("only", str) == "" and len(shown) < len(place.places(claim)):
        yield "It is so among those shown; some figures are not shown."
    if shown and claim.word("side"):
        yield from stands_to_one(claim, (ends(shown, way_of) or shown)[0], place.everything(claim))


def chart_of_categories(claim: Claim) -> Iterator[str]:
    """Check for how many categories or places the chart shows figures, and of how many."""
    among, shown = place.places(claim), place.shown_places(claim)
    yield from claim.count_is("count", len(shown), "figures")
    if (claim.get("whole", int) or len(shown)) != len(among):
        yield f"There are {len(among)} altogether."
    yield from place.kind_fits(claim, among)


def all_alike(claim: Claim) -> Iterator[str]:
    """Check that all figures shown are the same."""
    shown = place.shown_places(claim)
    if len(shown) < 2 or any(way(shown[0], figure) != 0 for figure in shown):
        yield "The figures are not all the same."
    if (claim.get("count", int) or 2) != len(shown):
        yield f"There are {len(shown)} figures."
    yield from claim.amount_is("amount", shown[0] if shown else None)
    yield from place.kind_fits(claim, place.places(claim))


def no_order(claim: Claim) -> Iterator[str]:
    """Check that neither a highest nor a lowest figure can be told."""
    shown = place.shown_places(claim)
    if len(shown) < 2 or ends_told(claim.table, claim.series, shown):
        yield "The figures can be put in order."


def pairs(claim: Claim) -> Iterator[str]:
    """Check figures that are named one by one; ``others`` are all that are neither highest nor lowest."""
    shown = place.shown_places(claim)
    if claim.word("others"):
        named = ends_told(claim.table, claim.series, shown)
        shown = [figure for figure in shown if figure not in named]
        if (claim.word("others") != "other figures are") != (len(shown) == 1):
            yield "One other figure, several other figures."
    told: list[str] = []
    for part in claim.parts("pairs"):
        for figure in part.figures("at", claim.series):
            told.append(figure.label)
            yield from part.amount_is("amount", figure)
    if sorted(told) != sorted(figure.label for figure in shown):
        yield f"It names {', '.join(told)} where {', '.join(figure.label for figure in shown)} belong."


def differ(claim: Claim) -> Iterator[str]:
    """Check by how much the only two figures differ, and which is higher."""
    shown = place.shown_places(claim)
    if len(shown) != 2:
        yield "There are not two figures."
        return
    yield from claim.gap_is(shown[0].value, shown[1].value, about=shown[0].about or shown[1].about)
    if way(shown[0], shown[1]) in (0, None):
        yield "The two figures do not differ, or nobody can tell."


OF_SERIES: Final = Pattern(
    "of the {count} [comparable:comparable ]figures in the {chart}"
    "<, the <high:highest> is {highest:amount}, {highestat:when}"
    "[, and the <low:lowest> is {lowest:amount}, {lowestat:when}]"
    "|, the <low:lowest> is {lowest:amount}, {lowestat:when}>",
    highest_and_lowest,
)
LOWEST: Final = Pattern(
    "the <low:lowest> of them is {lowest:amount}, {lowestat:when}", lowest_after_highest, after="highest"
)
RANGED: Final = Pattern(
    "{series:subject} ranged from {lowest:amount}[ {lowestat:of}] to {highest:amount}[ {highestat:of}]", ranged
)
ONE_END: Final = Pattern(
    "the <end:highest|lowest> figure[only: shown][ for the {measure}[, {place},]] is {amount}[, {at:of}]", one_end
)
END_BESIDE: Final = Pattern("the <end:highest|lowest> is {amount}, {at:of}[, " + SHORT + "]", one_end)
CHART: Final = Pattern(
    "the {chart} shows figures for {count}[ of the {whole:count}] <kind:categories|category|places|place>",
    chart_of_categories,
)
ALIKE: Final = Pattern(
    "{series:subject} came to {amount} for <all {count}|<both:both>> <kind:categories|places> shown", all_alike
)
PAIRS: Final = Pattern("{series:subject} came to {pairs}", pairs)
OTHERS: Final = Pattern("the <others:other figures are|other figure is> {pairs}", pairs)
UNORDERED: Final = Pattern("{series:subject} cannot be put in order, as the likely ranges overlap", no_order)
DIFFER: Final = Pattern("the two figures differ by {gap}", differ)
PATTERNS: Final = (*(OF_SERIES, LOWEST, RANGED, ONE_END, END_BESIDE, CHART, ALIKE, PAIRS, OTHERS, UNORDERED, DIFFER),)


def of_series(telling: Telling, row: Row) -> Iterator[str]:
    """Name the highest and the lowest of a series in time, or one of them, from the best wording to the shortest."""
    extremes = telling.facts.one(Extremes, row.name)
    if extremes is None or extremes.among < 3:
        return
    partial = extremes.among != len(shown_cells(row))
    said = {"count": extremes.among, "comparable": partial}
    high = _end("highest", extremes.highest) | {"high": "highest"} if extremes.highest else {}
    low = _end("lowest", extremes.lowest) | {"low": "lowest"} if extremes.lowest else {}
    for ends_named in (high | low, high, low):
        if ends_named:
            yield telling.write(OF_SERIES, **said, **ends_named)


def lowest_alone(telling: Telling, row: Row, said: str) -> Iterator[Clause]:
    """Name the lowest figure in a clause of its own where the highest has taken all the room."""
    texts, found = list(of_series(telling, row)), telling.facts.one(Extremes, row.name)
    if found and len(texts) == 3 and said == texts[1]:
        yield Clause(Place.UNUSUAL, 65, (telling.write(LOWEST, **_end("lowest", found.lowest), low="lowest"),))


def _end(name: str, cells: Sequence[Cell]) -> dict[str, Any]:
    return {name: cells[0], f"{name}at": list(cells)} if cells else {}


# Categories


def spread(telling: Telling, row: Row) -> Iterator[Clause]:
    """Give the clauses of one series of categories, from the lowest to the highest."""
    shown = ranked(row)
    extremes = telling.facts.one(Extremes, row.name)
    wordings = tuple(_message(telling, row, shown, extremes))
    yield Clause(Place.MESSAGE, 100, wordings, alone=True)
    yield from place.alone_beside(telling, shown, first_fitting(wordings) or "")
    yield from comparator.alone(telling)
    yield Clause(Place.COUNT, 20 if extremes else 96, tuple(_chart(telling, row, shown)))
    if extremes is None:
        return
    if len(shown) <= MOST_NAMED:
        rest = [cell for cell in shown if cell not in (*extremes.highest, *extremes.lowest)]
        others = "other figures are" if len(rest) > 1 else "other figure is"
        if rest:
            yield Clause(Place.ENDS, 45, (telling.write(OTHERS, others=others, pairs=_pairs(rest)),))
    if len(shown) == 2 and (apart := telling.gap(subtract(*shown), *shown)):
        yield Clause(Place.ENDS, 60, (telling.write(DIFFER, gap=apart),))
    yield from ends_beside(telling, extremes)


def _message(telling: Telling, row: Row, shown: Sequence[Cell], extremes: Extremes | None) -> Iterator[str]:
    """Name what has the highest and the lowest figure; the place and the measure give way first, the names last."""
    if not shown and shown_cells(row):
        yield telling.write(whole.IN_TABLE, what="the figures")
    elif len(shown) < 2:
        yield from place.alone(telling, shown)
    elif extremes is None:
        for who in telling.subjects:
            yield from _no_order(telling, who, shown)
    elif extremes.highest and extremes.lowest:
        ends_named = _end("lowest", extremes.lowest) | _end("highest", extremes.highest)
        for less in ((), ("lowestat", "highestat")):
            for who in telling.subjects:
                values = {name: value for name, value in ends_named.items() if name not in less}
                yield telling.write(RANGED, series=who, **values)
    else:
        word, cells = ("highest", extremes.highest) if extremes.highest else ("lowest", extremes.lowest)
        said = {"end": word, "only": extremes.partial, "measure": True, "place": True, "amount": cells[0]}
        yield from telling.ways(ONE_END, ["place"], ["measure"], ["measure", "at"], at=list(cells), **said)


def _no_order(telling: Telling, who: str, shown: Sequence[Cell]) -> Iterator[str]:
    if all_the_same(shown):
        count = {"both": "both"} if len(shown) == 2 else {"count": len(shown)}
        yield telling.write(ALIKE, series=who, amount=shown[0], kind=place.kind(telling, 2), **count)
        return
    if len(shown) <= MOST_NAMED:
        yield telling.write(PAIRS, series=who, pairs=_pairs(shown))
    yield telling.write(UNORDERED, series=who)


def _pairs(cells: Sequence[Cell]) -> list[dict[str, Any]]:
    return [{"amount": cell, "at": [cell]} for cell in cells]


def _chart(telling: Telling, row: Row, shown: Sequence[Cell]) -> Iterator[str]:
    of_all = len(places_of(row))
    if not shown or (of_all == 1 and not telling.facts.drawn):
        return
    said: dict[str, Any] = {"count": len(shown), "kind": place.kind(telling, of_all)}
    said["whole"] = of_all if len(shown) < of_all else None
    yield telling.write(CHART, **said)


def of_one_of_several(telling: Telling, row: Row) -> dict[str, Any]:
    """Give the highest and the lowest figure of one of several series of categories, as slots."""
    extremes = telling.facts.one(Extremes, row.name)
    if extremes is None:
        return {}
    return _end("highest", extremes.highest) | _end("lowest", extremes.lowest)


def ends_beside(telling: Telling, extremes: Extremes | None, leave_out: Cell | None = None) -> Iterator[Clause]:
    """Name the highest and the lowest place, with their distance from the first comparator.

    With nothing to ``leave_out``, the message has named both: then only those with a distance are named.
    """
    for weight, word in ((72, "highest"), (66, "lowest")) if extremes else ():
        cells: tuple[Cell, ...] = getattr(extremes, word)
        if not cells or cells == (leave_out,):
            continue
        said: dict[str, Any] = {"end": word, "amount": cells[0], "at": list(cells)}
        apart = comparator.briefly(telling, cells[0])
        if apart or leave_out:
            less = ["gap", "side", "role"]
            yield Clause(Place.ENDS, weight, tuple(telling.ways(END_BESIDE, less, **said, **(apart or {}))))
