"""The one sentence of a figure: the alternative text of its chart, if it has one, and what stands for its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..facts.comparators import compared
from ..facts.comparing import actual, run, tops
from ..facts.fact import Extremes, Latest, Rank, StatusCounts
from ..facts.figure import shown_cells
from ..facts.grid import Row
from ..facts.makeup import Ratings
from ..facts.ranking import ranked
from ..facts.showing import MOST_NAMED
from . import number
from .messages import comparator, extremes, group, level, move, place, ratings, shape, stated, whole
from .pattern import Pattern
from .proof.claim import Claim, nothing
from .proof.order import ends, hides_lowest
from .proof.reading import SHORT
from .sentences import sentence
from .telling import Telling, all_the_same, message_change

CHARACTERS: Final = 200
"""Longest summary."""
WORDS: Final = 30
"""The same in words: what the chart and the measure are called takes some."""


def counts_places(claim: Claim) -> Iterator[str]:
    """Check for how many categories or places there are figures, without saying how many there could be."""
    yield from claim.count_is("count", len(place.shown_places(claim)), "figures")
    yield from place.kind_fits(claim, place.places(claim))
    yield from one_of_them(claim)


def groups_compared(claim: Claim) -> Iterator[str]:
    """Check which series are compared, and the figure that is given of them."""
    yield from group.compares(claim)
    yield from one_of_them(claim)


def one_of_them(claim: Claim) -> Iterator[str]:
    """Check a figure that is given as one of several, by its series and its position as far as these are named."""
    if claim.part("one"):
        figures_of = claim.table.actual if claim.table.in_time else claim.table.shown
        of_these = [figure for name in claim.table.rows if claim.series in ("", name) for figure in figures_of(name)]
        meant = [figure for figure in of_these if claim.names("oneat") in ((), (figure.label,))]
        wrong = [[*claim.amount_is("one", figure)] for figure in meant] or [["There is no such figure."]]
        yield from min(wrong, key=len)


def together(claim: Claim) -> Iterator[str]:
    """Check which way all series went, and their latest figures."""
    yield from group.directions(claim)
    if "latest" in claim.found:
        yield from latest_figures(claim)


def latest_figures(claim: Claim) -> Iterator[str]:
    """Check the latest figure of each series, which must all be for the same period."""
    told: dict[str, Claim] = {part.word("name"): part for part in claim.parts("latest")}
    actual = {name: claim.table.stretch(name)[-1:] for name in claim.table.rows}
    if sorted(told) != sorted(actual) or len(claim.parts("latest")) != len(actual):
        yield f"It must name {', '.join(actual)}."
        return
    for name, part in told.items():
        yield from part.amount_is("amount", actual[name][0] if actual[name] else None)
        yield from claim.in_order_are("when", actual[name])


def span(claim: Claim) -> Iterator[str]:
    """Check the lowest and the highest of all figures shown."""
    shown = claim.table.shown()
    yield from claim.amount_is("lowest", next(iter(ends(shown, -1)), None))
    yield from claim.amount_is("highest", next(iter(ends(shown, 1)), None))
    if any(hides_lowest(claim.table, name) for name in claim.table.rows):
        yield "The lowest figure may be one that is not shown."


_HEADS: Final = "{picture}[ of the {measure}[, {place}],| for {where:place},]"
_ONE: Final = ", such as {one:amount}[ for {series}[, {oneat:when}]| {oneat:when}]"
_TAILS: Final = {
    "none": (" with no figure available", level.nothing_shown),
    "at": (" at {to:amount}[ {end:when}]", level.stands_bare),
    "single": (" at {amount}[ {label:of}]", place.single),
    "turned": (
        " <first:rising|falling>[ from {from:amount} {start:when}][ to {turn:amount}[ {at:when}]], "
        "then <then:rising|falling> to {to:amount}[ {end:when}]",
        shape.turns,
    ),
    "turned twice": (
        " <first:rising|falling> to {turn:amount}[ {at:when}], <back:rising|falling> to {again:amount}"
        "[ {since:when}], then <then:rising|falling> to {to:amount}[ {end:when}]",
        shape.turns,
    ),
    "wavered": (" with no clear pattern[ {between}], and {to:amount}[ {end:when}]", shape.waver_bare),
    "stayed": (
        " <verb:staying at|coming back to> {to:amount}"
        "< {between}[yearly:, at the same time of year]|<yearly:, as a year before>>",
        move.constant,
    ),
    "moved": (" <verb:rising|falling|narrowing|widening>[yearly: in a year]" + move.CHANGE, move.movement),
    "stepped": (
        " <verb:rising|falling> in one step {at:when}<: <early:earlier|later> figures are "
        "<between {least:amount} and {most:amount}|all {least:amount}>, <late:earlier|later> ones are "
        "<between {low:amount} and {high:amount}|all {low:amount}>|, and {to:amount}[ {end:when}]>",
        shape.stepped,
    ),
    "counts": (" with {counts}", whole.counts),
    "rated": (ratings.IN_SHORT, ratings.rated),
    "ranked": (
        " with {who:name} the " + place.RANK + "[, " + SHORT + "|, at {amount}][ {when}]",
        place.ranks,
    ),
    "beside": (" with {who:name} at {amount}, " + SHORT + "[ {when}]", comparator.named_beside),
    "ranged": (" from {lowest:amount}[ {lowestat:of}] to {highest:amount}[ {highestat:of}]", extremes.ranged),
    "end": (" with the <end:highest|lowest> figure <only:shown> {amount}, {at:of}", extremes.one_end),
    "alike": (" at {amount} for <all {count}|<both:both>> <kind:categories|places> shown", extremes.all_alike),
    "figures": (" with figures for {count} <kind:categories|places>" + _ONE, counts_places),
    "together": (
        " <verb:rising|falling|unchanged> " + group.ALL + ", with {latest:latest figures} {when}",
        together,
    ),
    "latest": (" with {latest:latest figures} {when}", latest_figures),
    "span": (" with figures from {lowest:amount} to {highest:amount}", span),
    "compares": (" comparing <{names}|{count} <groups:groups>>[" + _ONE + "]", groups_compared),
}
SUMMARIES: Final = {name: Pattern(_HEADS + tail, claim) for name, (tail, claim) in _TAILS.items()}
BARE: Final = Pattern("{picture}[ of the {measure}[, {place}]]", nothing)
SUMMARY: Final = (*SUMMARIES.values(), BARE, number.ALONE, stated.LEADS, level.NOTHING)


def summary(telling: Telling) -> str:
    """Write one sentence of at most 200 characters: kind of chart, measure, place, what it shows, between when."""
    if not telling.facts.drawn:
        return next(text for text in map(sentence, number.in_a_sentence(telling)) if _fits(text))
    tails = [*_tails(telling)]
    holding = [(name, values) for name, values in tails if name not in _WITHOUT_FIGURE or "one" in values]
    for some in (holding, tails):
        for head in ({"measure": True, "place": True}, {"measure": True}, {"where": True}, {}):
            for name, values in some:
                text = sentence(telling.write(SUMMARIES[name], **head, **values))
                if _fits(text):
                    return text
    bare = map(sentence, telling.ways(BARE, ["place"], ["measure", "place"], measure=True, place=True))
    return next(text for text in bare if len(text) <= CHARACTERS)


def _fits(text: str) -> bool:
    return len(text) <= CHARACTERS and len(text.split()) <= WORDS


_WITHOUT_FIGURE: Final = ("none", "compares")
Values = tuple[str, dict[str, Any]]


def _tails(telling: Telling) -> Iterator[Values]:
    if len(telling.rows) > 1:
        yield from _several_tails(telling)
    elif telling.in_time:
        yield from _time_tails(telling, telling.rows[0])
    else:
        yield from _category_tails(telling, telling.rows[0])


_SUMMED_UP: Final = {
    "rose": "rising", "fell": "falling", "narrowed": "narrowing", "widened": "widening",
    "stayed at": "staying at", "moved away and came back to": "coming back to",
}  # fmt: skip
_KINDS: Final = {
    shape.TURNED: "turned", shape.TURNED_TWICE: "turned twice", shape.WAVERED: "wavered", shape.STEPPED: "stepped",
    move.STAYED: "stayed", move.MOVED: "moved",
}  # fmt: skip


def _time_tails(telling: Telling, row: Row) -> Iterator[Values]:
    latest = telling.facts.one(Latest, row.name)
    if latest is None:
        yield "none", {}
        return
    yield from _ends_of_change(telling, row)
    for pattern, values in shape.message(telling, row):
        if "to" not in values and pattern is not shape.STEPPED:
            continue  # a summary has a figure
        said = {name: value for name, value in values.items() if name not in ("relative", "rounds", "latest")}
        verbs = {name: _SUMMED_UP[value] for name, value in said.items() if name in ("verb", "first", "back", "then")}
        end = {"end": said["measured"]} if "measured" in said else {}
        yield _KINDS[pattern], said | verbs | end
    last = run(row)[-1]
    yield "at", {"to": last, "end": [last]}
    yield "at", {"to": last}


def _ends_of_change(telling: Telling, row: Row) -> Iterator[Values]:
    """Give a rise or a fall by its ends alone, which is short: the description says how large it is."""
    change = message_change(telling, row)
    pattern, said = next(shape.message(telling, row), (None, {}))
    if pattern is move.MOVED and change and change.difference and not telling.alike(change.earlier, change.later):
        both = {"from": change.earlier, "to": change.later, "between": [change.earlier, change.later]}
        yield "moved", {"verb": _SUMMED_UP[said["verb"]], **both}


def _category_tails(telling: Telling, row: Row) -> Iterator[Values]:
    if counts := telling.facts.one(StatusCounts, row.name):
        if parts := whole.in_short(counts):
            yield "counts", {"counts": parts}
        return
    shown = ranked(row)
    if not shown_cells(row):
        yield "none", {}
    yield from _ranked(telling)
    yield from _beside(telling)
    found = telling.facts.one(Extremes, row.name)
    if found and found.highest and found.lowest:
        both = {"lowest": found.lowest[0], "highest": found.highest[0]}
        yield "ranged", both | {"lowestat": list(found.lowest), "highestat": list(found.highest)}
        yield "ranged", both
    elif found and found.highest:
        end = {"end": "highest", "only": "shown"}
        yield "end", end | {"amount": found.highest[0], "at": list(found.highest)}
    if len(shown) == 1:
        yield "single", {"amount": shown[0], "label": [shown[0]]}
        yield "single", {"amount": shown[0]}
    elif shown and all_the_same(shown):
        number: dict[str, Any] = {"both": "both"} if len(shown) == 2 else {"count": len(shown)}
        yield "alike", number | {"amount": shown[0], "kind": place.kind(telling, len(shown))}
    elif shown:
        of_all = {"count": len(shown), "kind": place.kind(telling, len(shown))}
        one = next((cell for cell in shown if cell.point.role == "subject"), shown[0])
        yield "figures", of_all | {"one": one, "oneat": [one]}
        yield "figures", of_all | {"one": one}


def _ranked(telling: Telling) -> Iterator[Values]:
    """Give the rank of the subject, beside the average or with its figure."""
    if rank := telling.facts.one(Rank):
        said = place.of_rank(rank) | {"when": [rank.cell] if telling.in_time else None}
        if first := comparator.briefly(telling, rank.cell):
            yield "ranked", said | first
        yield "ranked", said | {"amount": rank.cell}


def _beside(telling: Telling) -> Iterator[Values]:
    """Give the figure of the subject and how it stands to the comparator that is told first."""
    subject = compared(telling.facts.grid)[2]
    if subject and (first := comparator.briefly(telling, subject.cell)):
        when = [subject.cell] if telling.in_time else None
        yield "beside", {"who": subject.name, "amount": subject.cell, **first, "when": when}


def _several_tails(telling: Telling) -> Iterator[Values]:
    if (rated := telling.facts.one(Ratings)) is not None:
        yield "rated", ratings.in_short(telling, rated)
    latest = latest_of_all(telling)
    if together := group.all_one_way(telling):
        verb = {"rose": "rising", "fell": "falling"}.get(together["verb"], "unchanged")
        if latest:
            together |= {"verb": verb, **latest}
            yield "together", together
            yield "together", {name: value for name, value in together.items() if name != "between"}
    if latest:
        yield "latest", latest
    yield from _ranked(telling)
    yield from _beside(telling)
    if ends_of_all := lowest_and_highest(telling):
        yield "span", ends_of_all
    compared = ({"names": [row.name for row in telling.rows]}, {"count": len(telling.rows), "groups": "groups"})
    for said in compared:
        for one in _one_of_several(telling):
            yield "compares", said | one
    for said in compared:
        yield "compares", said


def _one_of_several(telling: Telling) -> Iterator[dict[str, Any]]:
    """Give a figure of the subject, or of the first series that has one: in time the latest, named ever less."""
    rows = sorted((row for row in telling.rows if actual(row)), key=lambda row: row.role != "subject")
    for row in rows[:1]:
        one = actual(row)[-1] if telling.in_time else actual(row)[0]
        yield {"one": one, "series": row.name, "oneat": [one]}
        yield {"one": one, "series": row.name}
        yield {"one": one}


def latest_of_all(telling: Telling) -> dict[str, Any]:
    """Give the latest figure of each of a few series, where all are for one period, as slots; else nothing."""
    cells = [next(reversed(run(row)), None) for row in telling.rows]
    labels = {cell.label for cell in cells if cell}
    if not telling.in_time or None in cells or len(labels) != 1 or len(cells) > MOST_NAMED:
        return {}
    rows = zip(telling.rows, cells, strict=True)
    return {"latest": [{"amount": cell, "name": row.name} for row, cell in rows], "when": cells[:1]}


def lowest_and_highest(telling: Telling) -> dict[str, Any]:
    """Give the lowest and the highest of all figures shown, as slots; nothing where one may not be claimed."""
    cells = tuple(cell for row in telling.rows for cell in shown_cells(row))
    low, high = tops(cells, -1), tops(cells, 1)
    kept_back = any(cell.suppressed or "low" in cell.statuses for row in telling.rows for cell in row.cells)
    return {} if kept_back or not low or not high or low == high else {"lowest": low[0], "highest": high[0]}
