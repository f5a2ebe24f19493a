"""Claims about figures side by side: highest and lowest, rank, and how they stand to an average."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .claim import Claim, Patterns, direction
from .ends import end_is, hides_lowest
from .table import Figure, Table, ends, way


def places(claim: Claim) -> list[Figure]:
    """Give the figures that are ranked: of one series, or of the latest period of several; averages left out."""
    return [one for one in everything(claim) if one.role != "average"]


def everything(claim: Claim) -> list[Figure]:
    """Give the figures that stand side by side: a series of categories, or all series at one period."""
    table = claim.table
    if not table.in_time:
        return list(table.row(claim.series))
    labels = claim.names("when") or (latest_label(table),)
    return [one for one in table.all() if one.label == labels[0] and len(labels) == 1 and one.actual]


def latest_label(table: Table) -> str:
    """Give the period at which several series are compared: the subject's latest, or the latest of all."""
    subjects = [name for name, row in table.rows.items() if row and row[0].role == "subject"]
    rows = [table.actual(name) for name in (subjects[:1] or table.rows)]
    last = [table.labels.index(row[-1].label) for row in rows if row]
    return table.labels[max(last)] if last else ""


def name_of(table: Table, figure: Figure) -> str:
    """Give the name under which a figure stands beside others: its series in time, else its category."""
    return figure.series if table.in_time else figure.label


def differing_definitions(table: Table) -> bool:
    """Whether the series measure by different definitions."""
    kinds = {frozenset(one.point.definition for one in row) for row in table.rows.values()}
    return len(kinds) > 1


# Highest and lowest


def ranged(claim: Claim) -> Iterator[str]:
    """Check the lowest and the highest figure of the categories."""
    shown = [one for one in places(claim) if one.shown]
    for name, side in (("lowest", -1), ("highest", 1)):
        if claim.found.get(name) is not None or claim.names(f"{name}at"):
            yield from end_is(claim, name, f"{name}at", shown, side)


def one_end(claim: Claim) -> Iterator[str]:
    """Check the highest or the lowest figure alone."""
    figures = [one for one in places(claim) if one.shown]
    yield from end_is(claim, "amount", "at", figures, direction(claim.word("end")))
    if claim.get("only", str) == "" and len(figures) < len(places(claim)):
        yield "It is so among those shown; some figures are not shown."
    if figures and claim.word("side"):
        found = ends(figures, direction(claim.word("end")))
        yield from _beside_average(claim, found[0] if found else figures[0])


def chart_of_categories(claim: Claim) -> Iterator[str]:
    """Check for how many categories or places the chart shows figures, and which are at its ends."""
    everyone = places(claim)
    shown = [one for one in everyone if one.shown]
    if claim.get("count", int) != len(shown):
        yield f"There are figures for {len(shown)}."
    whole = claim.get("whole", int)
    if (whole or len(shown)) != len(everyone):
        yield f"There are {len(everyone)} altogether."
    yield from _kind_fits(claim, everyone)
    yield from ranged(claim)


def _kind_fits(claim: Claim, everyone: list[Figure]) -> Iterator[str]:
    roles = any(one.role for one in claim.table.all())
    allowed = ("category", "place") if len(everyone) == 1 else ("places",) if roles else ("categories",)
    if claim.word("kind") and claim.word("kind") not in allowed:
        yield f"These are not {claim.word('kind')}."


def all_alike(claim: Claim) -> Iterator[str]:
    """Check that all figures shown are the same."""
    shown = [one for one in places(claim) if one.shown]
    if len(shown) < 2 or any(way(shown[0], one) != 0 for one in shown):
        yield "The figures are not all the same."
    if (claim.get("count", int) or 2) != len(shown):
        yield f"There are {len(shown)} figures."
    yield from claim.amount_is("amount", shown[0] if shown else None)
    yield from _kind_fits(claim, places(claim))


def no_order(claim: Claim) -> Iterator[str]:
    """Check that neither a highest nor a lowest figure can be told."""
    shown = [one for one in places(claim) if one.shown]
    lowest = [] if hides_lowest(claim.table, claim.series) else ends(shown, -1)
    if len(shown) < 2 or ends(shown, 1) or lowest:
        yield "The figures can be put in order."


def pairs(claim: Claim) -> Iterator[str]:
    """Check figures that are named one by one; ``others`` are all that are neither highest nor lowest."""
    shown = [one for one in places(claim) if one.shown]
    if claim.word("others"):
        named = ends(shown, 1) + ([] if hides_lowest(claim.table, claim.series) else ends(shown, -1))
        shown = [one for one in shown if one not in named]
        if (claim.word("others") != "other figures are") != (len(shown) == 1):
            yield "One other figure, several other figures."
    told: list[str] = []
    for part in claim.parts("pairs"):
        for figure in part.figures("at", claim.series):
            told.append(figure.label)
            yield from part.amount_is("amount", figure)
    if sorted(told) != sorted(one.label for one in shown):
        yield f"It names {', '.join(told)} where {', '.join(one.label for one in shown)} belong."


def differ(claim: Claim) -> Iterator[str]:
    """Check by how much the only two figures differ."""
    shown = [one for one in places(claim) if one.shown]
    if len(shown) != 2:
        yield "There are not two figures."
        return
    about = any(one.point.approximate for one in shown)
    yield from claim.gap_is(shown[0].value, shown[1].value, about)
    if way(shown[0], shown[1]) in (0, None):
        yield "The two figures do not differ, or nobody can tell."


def single(claim: Claim) -> Iterator[str]:
    """Check a figure that stands alone or is the subject, and how it stands to the average."""
    everyone = [one for one in places(claim) if one.shown]
    chosen = [one for one in everyone if one.label in claim.names("label")] if claim.names("label") else everyone
    subjects = [one for one in chosen if one.role == "subject"]
    chosen = subjects if len(subjects) == 1 else chosen
    if len(chosen) != 1 or (not subjects and len(everyone) != 1):
        yield "It is open which figure this is."
        return
    yield from claim.amount_is("amount", chosen[0])
    yield from _beside_average(claim, chosen[0])


# Average and rank


def _beside_average(claim: Claim, figure: Figure) -> Iterator[str]:
    """Check how a figure stands to the average, where the clause says it."""
    said = claim.word("side") or claim.word("overlap")
    if not said:
        return
    averages = [one for one in everything(claim) if one.role == "average"]
    if len(averages) != 1 or differing_definitions(claim.table):
        yield "There is no average that this may be compared with."
        return
    average = averages[0]
    told = None if claim.word("overlap") else {"above": 1, "below": -1, "equal to": 0}[said]
    if way(average, figure) != told:
        yield f"The figure for {name_of(claim.table, figure)} does not stand so to the average."
    yield from claim.amount_is("average", average)
    if claim.word("averagename") not in ("", name_of(claim.table, average)):
        yield f"The average is that of {name_of(claim.table, average)}."
    about = figure.point.approximate or average.point.approximate
    yield from claim.gap_is(average.value, figure.value, about)


def series_beside_average(claim: Claim) -> Iterator[str]:
    """Check how the subject, or the series that is named, stands to the average at the latest period."""
    wanted = claim.names("label") or (claim.word("who"),)
    found = [
        one
        for one in places(claim)
        if name_of(claim.table, one) in wanted or (one.role == "subject" and wanted == ("",))
    ]
    if len(found) != 1:
        yield "It is open which figure this is."
        return
    yield from _beside_average(claim, found[0])


def ranks(claim: Claim) -> Iterator[str]:
    """Check a rank: its position among all places, counted from the end that is named, and whether it is shared."""
    among = places(claim)
    named = claim.word("who")
    found = [one for one in among if (name_of(claim.table, one) == named if named else one.role == "subject")]
    if any(one.role == "subject" for one in among) and [one.role for one in found] != ["subject"]:
        yield "The rank is not that of the subject."
    if len(found) != 1 or len(among) < 2 or any(not one.shown for one in among) or differing_definitions(claim.table):
        yield "No rank can be given here."
        return
    told = direction(claim.word("end"))
    others = [way(found[0], one) for one in among if one is not found[0]]
    position = 1 + others.count(told)
    if None in others or (claim.get("position", int) or 1) != position:
        yield f"The position from the {claim.word('end')} is {position}."
    if bool(claim.word("joint")) != (0 in others):
        yield f"The position is {'not ' * (0 not in others)}shared."
    if claim.get("count", int) != len(among):
        yield f"There are {len(among)} places."
    yield from claim.amount_is("amount", found[0])
    yield from _beside_average(claim, found[0])


def chart_of_places(claim: Claim) -> Iterator[str]:
    """Check how many places the chart shows."""
    shown = [one for one in places(claim) if one.shown]
    if claim.get("count", int) != len(shown) or (claim.word("kind") == "place") != (len(shown) == 1):
        yield f"The chart shows {len(shown)} places."


_BESIDE: Final = (
    "<[{gap} ]<side:above|below|equal to>|and its likely range <overlap:overlaps> that of> "
    "<the average[ of {average:amount} for {averagename:name}]|the {average:amount} of {averagename:name}>"
)
_RANK: Final = "is the [joint:joint ][{position:ordinal} ]<end:highest|lowest> of {count}"
RULES: Final[Patterns] = (
    ("{series:subject} ranged from {lowest:amount}[ {lowestat:when}] to {highest:amount}[ {highestat:when}]", ranged),
    (
        "the <end:highest|lowest> figure[only: shown][ for the {measure}[, {place},]] is {amount}[, {at:when}]",
        one_end,
    ),
    ("the <end:highest|lowest> is {amount}, {at:when}[, {gap} <side:above|below> the average]", one_end),
    (
        "the {chart} shows figures for {count}[ of the {whole:count}] "
        "<kind:categories|category|places|place>[, with {highestat:labels} highest and {lowestat:labels} "
        "lowest]",
        chart_of_categories,
    ),
    ("{series:subject} stood at {amount} for <both|all {count}> <kind:categories|places> shown", all_alike),
    ("{series:subject} stood at {pairs}", pairs),
    ("the <others:other figures are|other figure is|other is> {pairs}", pairs),
    ("{series:subject} cannot be put in order, as the likely ranges overlap", no_order),
    ("the two figures differ by {gap}", differ),
    ("<[the {measure} for ]{label}|{series:subject}> stood at {amount}[ for {label}][, " + _BESIDE + "]", single),
    ("that is " + _BESIDE, single),
    ("it " + _RANK + "[ places in the {chart}]", ranks),
    ("{when}, {who:name} " + _RANK, ranks),
    ("<{who:name}|it> is " + _BESIDE, series_beside_average),
    ("the {chart} shows {count} <kind:places|place>", chart_of_places),
)
