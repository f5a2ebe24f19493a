"""Claims about several series: which rose and which fell, each by how much, and which is highest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .claim import Claim, Patterns, direction
from .ends import end_is
from .groups import differing_definitions
from .moves import CHANGE, moved
from .pieces import Amount
from .table import Figure, Table, ends, way

_VERBS: Final = {1: "rose", -1: "fell", 0: "stayed the same"}


def ways_of(table: Table) -> dict[str, int | None]:
    """Give the direction in which each series went over its comparable stretch."""
    stretches = {name: table.stretch(name) for name in table.rows}
    return {name: way(row[0], row[-1]) if len(row) > 1 else None for name, row in stretches.items()}


def directions(claim: Claim) -> Iterator[str]:
    """Check which series rose, fell or stayed the same, by name or by count, and between which periods."""
    found: dict[str, list[str]] = {}
    for name, one in ways_of(claim.table).items():
        if one is None:
            yield f"The direction of {name} is not certain."
            return
        found.setdefault(_VERBS[one], []).append(name)
    verbs = {"rising": "rose", "falling": "fell", "unchanged": "stayed the same"}
    told = claim.get("named", tuple)
    counted = claim.get("counted", tuple)
    if told and {word: sorted(names) for word, names in told} != {word: sorted(each) for word, each in found.items()}:
        yield f"They went so: {found}."
    if counted and dict(counted) != {word: len(names) for word, names in found.items()}:
        yield f"They went so: {found}."
    verb = claim.word("verb")
    if verb and list(found) != [verbs.get(verb, verb)]:
        yield f"They went so: {found}."
    count = 2 if claim.word("both") else claim.get("count", int)
    if count not in (None, len(claim.table.rows)):
        yield f"There are {len(claim.table.rows)} groups."
    for name in claim.table.rows if claim.names("between") else ():
        stretch = claim.table.stretch(name)
        if claim.names("between") != (stretch[0].label, stretch[-1].label):
            yield f"The figures of {name} are for {stretch[0].label} and {stretch[-1].label}."


def compares(claim: Claim) -> Iterator[str]:
    """Check how many or which series or places a chart compares."""
    sets_average_apart = claim.table.in_time and not claim.word("groups")
    rows = [row for row in claim.table.rows.values() if not (sets_average_apart and _average(row))]
    if len(claim.table.rows) < 2:
        yield "There is one series."
    count = claim.get("count", int)
    if count is not None and count != len(rows):
        yield f"There are {len(rows)}."
    kind = {"places": "place", "groups": "group"}.get(claim.word("kind"), claim.word("kind"))
    roles = claim.table.in_time and any(one.role for one in claim.table.all())
    if (
        kind
        and not claim.word("groups")
        and ((kind == "place") != roles or (kind == claim.word("kind")) != (count == 1))
    ):
        yield f"These are not {claim.word('kind')}."
    if claim.names("names") and sorted(claim.names("names")) != sorted(claim.table.rows):
        yield f"The series are {', '.join(claim.table.rows)}."
    if claim.names("at") and claim.names("at") != tuple(claim.table.labels):
        yield f"The figures are for {', '.join(claim.table.labels)}."


def _average(row: list[Figure]) -> bool:
    return bool(row) and row[0].role == "average"


def no_figure(claim: Claim) -> Iterator[str]:
    """Check that a series has no figure that is shown."""
    if any(one.shown for one in claim.table.row(claim.series)):
        yield f"There is a figure for {claim.series}."


def latest_of_series(claim: Claim) -> Iterator[str]:
    """Check the latest figure of a series, or the only one."""
    row = (
        claim.table.actual(claim.series)
        if claim.table.in_time
        else [one for one in claim.table.row(claim.series) if one.shown]
    )
    if not claim.word("latest") and len(row) != 1:
        yield "There are several figures."
    yield from claim.amount_is("amount", row[-1] if row else None)
    yield from claim.names_are("at", row[-1:])


def stayed_at(claim: Claim) -> Iterator[str]:
    """Check that the first comparable and the latest figure of a series are the same."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 2 or way(stretch[0], stretch[-1]) != 0:
        yield "The figure did not stay the same."
    yield from claim.amount_is("amount", stretch[-1] if stretch else None)


def ends_of_series(claim: Claim) -> Iterator[str]:
    """Check the highest or lowest among the latest figures of all series, which must be for the same period."""
    rows = [claim.table.actual(name) for name in claim.table.rows]
    figures = [row[-1] for row in rows if row and row[-1].role != "average"]
    wanted = [row for row in claim.table.rows.values() if not _average(row)]
    if len(figures) < len(wanted) or len({one.label for one in figures}) != 1 or differing_definitions(claim.table):
        yield "The latest figures are not for the same period, or not all known."
        return
    found = ends(figures, direction(claim.word("end")))
    if not found:
        yield "Nobody can tell which it is."
        return
    yield from claim.amount_is("amount", found[0])
    yield from claim.names_are("when", found[:1])
    names = claim.names("names")
    if names and sorted(names) != sorted(one.series for one in found):
        yield f"It is so for {', '.join(one.series for one in found)}."
    for name, true in (("count", len(found)), ("whole", len(figures))):
        if claim.get(name, int) not in (None, true):
            yield f"It is so for {len(found)} of {len(figures)}."


def some_series(claim: Claim) -> Iterator[str]:
    """Check a change of a series that is not named: one series at least must have it."""
    parts = (Claim(claim.table, {**claim.found, "series": name}, claim.where) for name in claim.table.rows)
    problems = [list(moved(part)) for part in parts]
    if all(problems):
        yield problems[0][0]


def many_series(claim: Claim) -> Iterator[str]:
    """Check how many series the chart has."""
    if claim.get("count", int) != len(claim.table.rows):
        yield f"The chart has {len(claim.table.rows)} series."


def row_range(claim: Claim) -> Iterator[str]:
    """Check the highest and the lowest figure of one of several series of categories."""
    shown = [one for one in claim.table.row(claim.series) if one.shown and one.point.role != "average"]
    yield from end_is(claim, "highest", "highestat", shown, 1)
    if claim.get("lowest", Amount) is not None:
        yield from end_is(claim, "lowest", "lowestat", shown, -1)


def row_alike(claim: Claim) -> Iterator[str]:
    """Check that all figures of one of several series are the same."""
    shown = [one for one in claim.table.row(claim.series) if one.shown]
    if len(shown) != claim.get("count", int) or any(way(shown[0], one) != 0 for one in shown[1:]):
        yield "The figures are not all the same, or not so many."
    yield from claim.amount_is("amount", shown[0] if shown else None)


RULES: Final[Patterns] = (
    (
        "{subject} <verb:rose|fell|stayed the same> for <<both:both groups>|all {count} groups>[ {between}]",
        directions,
    ),
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
