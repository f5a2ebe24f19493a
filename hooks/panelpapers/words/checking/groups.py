"""Claims about figures side by side: highest and lowest, rank, and how they stand to an average."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .claim import Claim, Patterns, direction
from .moves import end_is, ends_are, hides_lowest
from .table import Figure, Table, ends, way


def places(claim: Claim) -> list[Figure]:
    """Give the figures that are ranked: of one series, or of the latest period of several; averages left out."""
    return [figure for figure in everything(claim) if figure.role != "average"]


def shown_places(claim: Claim) -> list[Figure]:
    """Give those of them that have something to show."""
    return [figure for figure in places(claim) if figure.shown]


def everything(claim: Claim) -> list[Figure]:
    """Give the figures that stand side by side: a series of categories, or all series at one period."""
    table = claim.table
    if not table.in_time:
        return table.row(claim.series)
    labels = claim.names("when") or (latest_label(table),)
    return [figure for figure in table.all() if (figure.label,) == labels and figure.actual]


def latest_label(table: Table) -> str:
    """Give the period at which several series are compared: the subject's latest, or the latest of all."""
    subjects = [name for name, row in table.rows.items() if row and row[0].role == "subject"]
    rows = [table.actual(name) for name in (subjects[:1] or table.rows)]
    last = [table.labels.index(row[-1].label) for row in rows if row]
    return table.labels[max(last)] if last else ""


def differing_definitions(table: Table) -> bool:
    """Whether the series measure by different definitions."""
    kinds = {frozenset(figure.point.definition for figure in row) for row in table.rows.values()}
    return len(kinds) > 1


# Highest and lowest


def ranged(claim: Claim) -> Iterator[str]:
    """Check the lowest and the highest figure of the categories."""
    yield from ends_are(claim, shown_places(claim))


def one_end(claim: Claim) -> Iterator[str]:
    """Check the highest or the lowest figure alone."""
    shown, way_of = shown_places(claim), direction(claim.word("end"))
    yield from end_is(claim, "amount", "at", shown, way_of)
    if claim.get("only", str) == "" and len(shown) < len(places(claim)):
        yield "It is so among those shown; some figures are not shown."
    if shown and claim.word("side"):
        yield from _beside_average(claim, (ends(shown, way_of) or shown)[0])


def chart_of_categories(claim: Claim) -> Iterator[str]:
    """Check for how many categories or places the chart shows figures, and which are at its ends."""
    among, shown = places(claim), shown_places(claim)
    yield from claim.count_is("count", len(shown), "figures")
    if (claim.get("whole", int) or len(shown)) != len(among):
        yield f"There are {len(among)} altogether."
    yield from _kind_fits(claim, among)
    yield from ranged(claim)


def counts_places(claim: Claim) -> Iterator[str]:
    """Check for how many categories or places there are figures, without saying how many there could be."""
    yield from claim.count_is("count", len(shown_places(claim)), "figures")


def _kind_fits(claim: Claim, among: list[Figure]) -> Iterator[str]:
    roles = any(figure.role for figure in claim.table.all())
    allowed = ("category", "place") if len(among) == 1 else ("places",) if roles else ("categories",)
    if claim.word("kind") and claim.word("kind") not in allowed:
        yield f"These are not {claim.word('kind')}."


def all_alike(claim: Claim) -> Iterator[str]:
    """Check that all figures shown are the same."""
    shown = shown_places(claim)
    if len(shown) < 2 or any(way(shown[0], figure) != 0 for figure in shown):
        yield "The figures are not all the same."
    if (claim.get("count", int) or 2) != len(shown):
        yield f"There are {len(shown)} figures."
    yield from claim.amount_is("amount", shown[0] if shown else None)
    yield from _kind_fits(claim, places(claim))


def no_order(claim: Claim) -> Iterator[str]:
    """Check that neither a highest nor a lowest figure can be told."""
    shown = shown_places(claim)
    if len(shown) < 2 or _at_the_ends(claim, shown):
        yield "The figures can be put in order."


def _at_the_ends(claim: Claim, shown: list[Figure]) -> list[Figure]:
    """Give the highest and the lowest figures, as far as anybody can tell."""
    return ends(shown, 1) + ([] if hides_lowest(claim.table, claim.series) else ends(shown, -1))


def pairs(claim: Claim) -> Iterator[str]:
    """Check figures that are named one by one; ``others`` are all that are neither highest nor lowest."""
    shown = shown_places(claim)
    if claim.word("others"):
        named = _at_the_ends(claim, shown)
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
    """Check by how much the only two figures differ."""
    shown = shown_places(claim)
    if len(shown) != 2:
        yield "There are not two figures."
        return
    yield from claim.gap_is(shown[0].value, shown[1].value, about=shown[0].about or shown[1].about)
    if way(shown[0], shown[1]) in (0, None):
        yield "The two figures do not differ, or nobody can tell."


def single(claim: Claim) -> Iterator[str]:
    """Check a figure that stands alone or is the subject, and how it stands to the average."""
    shown, labels = shown_places(claim), claim.names("label")
    chosen = [figure for figure in shown if not labels or figure.label in labels]
    subjects = [figure for figure in chosen if figure.role == "subject"]
    chosen = subjects if len(subjects) == 1 else chosen
    if len(chosen) != 1 or (not subjects and len(shown) != 1):
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
    averages = [other for other in everything(claim) if other.role == "average"]
    if len(averages) != 1 or differing_definitions(claim.table):
        yield "There is no average that this may be compared with."
        return
    average = averages[0]
    if way(average, figure) != {"above": 1, "below": -1, "equal to": 0, "overlaps": None}[said]:
        yield f"The figure for {figure.name} does not stand so to the average."
    yield from claim.amount_is("average", average)
    if claim.word("averagename") not in ("", average.name):
        yield f"The average is that of {average.name}."
    yield from claim.gap_is(average.value, figure.value, about=figure.about or average.about)


def _named(claim: Claim) -> list[Figure]:
    """Give the figures of the place that the clause names, or of the subject where it names none."""
    named = claim.word("who")
    return [figure for figure in places(claim) if (figure.name == named if named else figure.role == "subject")]


def series_beside_average(claim: Claim) -> Iterator[str]:
    """Check how the subject, or the series that is named, stands to the average at the latest period."""
    found = _named(claim)
    if len(found) != 1:
        yield "It is open which figure this is."
        return
    yield from _beside_average(claim, found[0])


def ranks(claim: Claim) -> Iterator[str]:
    """Check a rank: its position among all places, counted from the end that is named, and whether it is shared."""
    among, found = places(claim), _named(claim)
    if any(figure.role == "subject" for figure in among) and [figure.role for figure in found] != ["subject"]:
        yield "The rank is not that of the subject."
    all_shown = len(among) > 1 and all(figure.shown for figure in among)
    if len(found) != 1 or not all_shown or differing_definitions(claim.table):
        yield "No rank can be given here."
        return
    others = [way(found[0], figure) for figure in among if figure is not found[0]]
    position = 1 + others.count(direction(claim.word("end")))
    if None in others or (claim.get("position", int) or 1) != position:
        yield f"The position from the {claim.word('end')} is {position}."
    if bool(claim.word("joint")) != (0 in others):
        yield f"The position is {'not ' * (0 not in others)}shared."
    yield from claim.count_is("count", len(among), "places")
    yield from claim.amount_is("amount", found[0])
    yield from _beside_average(claim, found[0])


def chart_of_places(claim: Claim) -> Iterator[str]:
    """Check how many places the chart shows."""
    shown = shown_places(claim)
    if claim.get("count", int) != len(shown) or (claim.word("kind") == "place") != (len(shown) == 1):
        yield f"The chart shows {len(shown)} places."


_BESIDE: Final = (
    "<[{gap} ]<side:above|below|equal to>|and its likely range <overlap:overlaps> that of> "
    "<the average[ of {average:amount} for {averagename:name}]|the {average:amount} of {averagename:name}>"
)
RANK: Final = "[joint:joint ][{position:ordinal} ]<end:highest|lowest> of {count}"
RULES: Final[Patterns] = (
    ("{series:subject} ranged from {lowest:amount}[ {lowestat:when}] to {highest:amount}[ {highestat:when}]", ranged),
    (
        "the <end:highest|lowest> figure[only: shown][ for the {measure}[, {place},]] is {amount}[, {at:when}]",
        one_end,
    ),
    ("the <end:highest|lowest> is {amount}, {at:when}[, {gap} <side:above|below> the average]", one_end),
    (
        "the {chart} shows figures for {count}[ of the {whole:count}] "
        "<kind:categories|category|places|place>[, with {highestat:labels} highest and {lowestat:labels} lowest]",
        chart_of_categories,
    ),
    ("{series:subject} stood at {amount} for <both|all {count}> <kind:categories|places> shown", all_alike),
    ("{series:subject} stood at {pairs}", pairs),
    ("the <others:other figures are|other figure is> {pairs}", pairs),
    ("{series:subject} cannot be put in order, as the likely ranges overlap", no_order),
    ("the two figures differ by {gap}", differ),
    ("<[the {measure} for ]{label}|{series:subject}> stood at {amount}[ for {label}][, " + _BESIDE + "]", single),
    ("that is " + _BESIDE, single),
    ("it is the " + RANK + "[ places in the {chart}]", ranks),
    ("{when}, {who:name} is the " + RANK, ranks),
    ("<{who:name}|it> is " + _BESIDE, series_beside_average),
    ("the {chart} shows {count} <kind:places|place>", chart_of_places),
)
