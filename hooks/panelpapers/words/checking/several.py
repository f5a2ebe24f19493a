"""Claims about several series: which rose and which fell, each by how much, and which is highest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .claim import Claim, Patterns, direction
from .groups import differing_definitions
from .moves import CHANGE, ends_are, moved
from .table import Figure, ends, way

_VERBS: Final = {1: "rose", -1: "fell", 0: "stayed the same"}
_SAME: Final = {"rising": "rose", "falling": "fell", "unchanged": "stayed the same"}


def directions(claim: Claim) -> Iterator[str]:
    """Check which series rose, fell or stayed the same, by name or by count, and between which periods."""
    stretches = {name: claim.table.stretch(name) for name in claim.table.rows}
    found: dict[str, list[str]] = {}
    for name, stretch in stretches.items():
        went = way(stretch[0], stretch[-1]) if len(stretch) > 1 else None
        if went is None:
            yield f"The direction of {name} is not certain."
            return
        found.setdefault(_VERBS[went], []).append(name)
    yield from claim.groups_are("went", found)
    verb = claim.word("verb")
    if verb and list(found) != [_SAME.get(verb, verb)]:
        yield f"They went so: {found}."
    count = 2 if claim.word("both") else claim.get("count", int)
    if count not in (None, len(stretches)):
        yield f"There are {len(stretches)} groups."
    for name, stretch in stretches.items():
        if claim.names("between") not in ((), (stretch[0].label, stretch[-1].label)):
            yield f"The figures of {name} are for {stretch[0].label} and {stretch[-1].label}."


def compares(claim: Claim) -> Iterator[str]:
    """Check how many or which series or places a chart compares."""
    table, groups = claim.table, claim.word("groups")
    sets_average_apart = table.in_time and not groups
    rows = [row for row in table.rows.values() if not (sets_average_apart and _average(row))]
    if len(table.rows) < 2:
        yield "There is one series."
    yield from claim.count_is("count", len(rows), "series or places")
    kind, places = claim.word("kind"), table.in_time and any(figure.role for figure in table.all())
    right = ("place" if places else "group") + "s" * (claim.get("count", int) != 1)
    if kind and kind != right:
        yield f"These are not {kind}."
    yield from claim.series_are(list(table.rows))
    if claim.names("at") not in ((), tuple(table.labels)):
        yield f"The figures are for {', '.join(table.labels)}."


def _average(row: list[Figure]) -> bool:
    return bool(row) and row[0].role == "average"


def no_figure(claim: Claim) -> Iterator[str]:
    """Check that a series has no figure that is shown."""
    if claim.table.shown(claim.series):
        yield f"There is a figure for {claim.series}."


def latest_of_series(claim: Claim) -> Iterator[str]:
    """Check the latest figure of a series, or the only one."""
    table = claim.table
    row = table.actual(claim.series) if table.in_time else table.shown(claim.series)
    if not claim.word("latest") and len(row) != 1:
        yield "There are several figures."
    yield from claim.figures_are("amount", "at", row[-1:])


def stayed_at(claim: Claim) -> Iterator[str]:
    """Check that the first comparable and the latest figure of a series are the same."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 2 or way(stretch[0], stretch[-1]) != 0:
        yield "The figure did not stay the same."
    yield from claim.amount_is("amount", stretch[-1] if stretch else None)


def ends_of_series(claim: Claim) -> Iterator[str]:
    """Check the highest or lowest among the latest figures of all series, which must be for the same period."""
    rows = [claim.table.actual(name) for name, row in claim.table.rows.items() if not _average(row)]
    figures = [row[-1] for row in rows if row]
    labels = {figure.label for figure in figures}
    if len(figures) < len(rows) or len(labels) != 1 or differing_definitions(claim.table):
        yield "The latest figures are not for the same period, or not all known."
        return
    found = ends(figures, direction(claim.word("end")))
    if not found:
        yield "Nobody can tell which it is."
        return
    yield from claim.figures_are("amount", "when", found[:1])
    yield from claim.series_are([figure.series for figure in found])
    yield from claim.count_is("count", len(found), "of them")
    yield from claim.count_is("whole", len(figures), "altogether")


def some_series(claim: Claim) -> Iterator[str]:
    """Check a change of a series that is not named: one series at least must have it."""
    parts = (Claim(claim.table, {**claim.found, "series": name}) for name in claim.table.rows)
    problems = [list(moved(part)) for part in parts]
    if all(problems):
        yield problems[0][0]


def many_series(claim: Claim) -> Iterator[str]:
    """Check how many series the chart has."""
    yield from claim.count_is("count", len(claim.table.rows), "series")


def row_range(claim: Claim) -> Iterator[str]:
    """Check the highest and the lowest figure of one of several series of categories."""
    shown = [figure for figure in claim.table.shown(claim.series) if figure.point.role != "average"]
    yield from ends_are(claim, shown)


def row_alike(claim: Claim) -> Iterator[str]:
    """Check that all figures of one of several series are the same."""
    shown = claim.table.shown(claim.series)
    yield from claim.count_is("count", len(shown), "figures")
    if any(way(shown[0], figure) != 0 for figure in shown[1:]):
        yield "The figures are not all the same."
    yield from claim.amount_is("amount", shown[0] if shown else None)


_ALL: Final = "for <<both:both groups>|all {count} groups>[ {between}]"
DIRECTION: Final = "<verb:rising|falling|unchanged> " + _ALL
RULES: Final[Patterns] = (
    ("{subject} <verb:rose|fell|stayed the same> " + _ALL, directions),
    ("{subject} {named:moves}[ {between}]", directions),
    ("{subject} {counted:counted moves} of {count} groups[ {between}]", directions),
    ("the {chart} compares {subject} in {count} <kind:groups|group|places|place>[ {at:when}]", compares),
    ("the {chart} compares {count} <kind:groups|group|places|place>", compares),
    ("the {chart} compares the {measure}[ for {place}][ for {names}| for {count} <groups:groups>]", compares),
    ("for {series:series} no figure is available", no_figure),
    ("for {series:series} the [latest:latest ]figure is {amount}[, {at:when}]", latest_of_series),
    ("for {series:series} the figure stayed at {amount}", stayed_at),
    ("for {series:series} the figure <verb:rose|fell>" + CHANGE, moved),
    ("one series <verb:rose|fell>" + CHANGE, some_series),
    (
        "the <end:highest|lowest> figure {when} is {amount}, for <{names}|{count} of the {whole:count}>",
        ends_of_series,
    ),
    ("the <end:highest|lowest> is {amount}", ends_of_series),
    ("the {chart} has {count} series", many_series),
    (
        "for {series:series} the highest figure is {highest:amount}, {highestat:when}"
        "[, and the lowest is {lowest:amount}, {lowestat:when}]",
        row_range,
    ),
    ("for {series:series} all {count} figures are {amount}", row_alike),
)
