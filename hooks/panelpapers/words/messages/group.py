"""Several series: which rose and which fell, each by how much, and which is highest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...facts.comparing import actual, run
from ...facts.fact import Change, Identical, PartPeriod
from ...facts.figure import shown_cells
from ...facts.grid import Cell, Row
from ...facts.showing import MOST_NAMED, of_too_many
from .. import format as say
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.evidence import Figure, way
from ..sentences import Clause, Place, first_fitting
from ..telling import Telling, leading_changes, moved
from . import among, level, move


def directions(claim: Claim) -> Iterator[str]:
    """Check which series rose, fell or stayed the same, by name or by count, and between which periods."""
    pairs = {name: claim.table.leading(name) for name in claim.table.rows}
    found: dict[str, list[str]] = {}
    for name, pair in pairs.items():
        went = way(*pair) if pair else None
        if went is None:
            yield f"The direction of {name} is not certain."
            return
        found.setdefault(among.VERBS[went], []).append(name)
    yield from claim.groups_are("went", found)
    verb = {"rising": "rose", "falling": "fell", "unchanged": "stayed the same"}.get(*[claim.word("verb")] * 2)
    if verb and list(found) != [verb]:
        yield f"They went so: {found}."
    count = 2 if claim.word("both") else claim.get("count", int)
    if count not in (None, len(pairs)):
        yield f"There are {len(pairs)} groups."
    for pair in pairs.values():
        yield from claim.in_order_are("between", pair or ())
    claim.tells(*claim.table.rows)


def compares(claim: Claim) -> Iterator[str]:
    """Check how many or which series or places a chart compares."""
    table, groups = claim.table, claim.word("groups")
    sets_average_apart = table.in_time and not groups
    own = [row for row in table.rows.values() if not (sets_average_apart and _average(row))]
    rows = own if len(own) > 1 else list(table.rows.values())
    if len(table.rows) < 2:
        yield "There is one series."
    yield from claim.count_is("count", len(rows), "series or places")
    kind, places = claim.word("kind"), table.in_time and any(figure.role for figure in table.all())
    right = "places" if places and len(own) > 1 else "groups"
    if kind and kind != right:
        yield f"These are not {kind}."
    yield from claim.series_are(list(table.rows))
    if claim.names("at") not in ((), tuple(table.labels)):
        yield f"The figures are for {', '.join(table.labels)}."


def _average(row: list[Figure]) -> bool:
    return bool(row) and row[0].is_comparator


def no_figure(claim: Claim) -> Iterator[str]:
    """Check that a series has no figure that is shown."""
    if claim.table.shown(claim.series):
        yield f"There is a figure for {claim.series}."
    claim.tells(claim.series)


def latest_of_series(claim: Claim) -> Iterator[str]:
    """Check the latest figure of a series, or the only one."""
    table = claim.table
    row = table.stretch(claim.series) if table.in_time else table.shown(claim.series)
    actual = table.actual(claim.series)
    if table.in_time and bool(claim.word("latest")) != (len(actual) > 1 and row[-1:] == actual[-1:]):
        yield "This is not the latest figure, or the latest of several."
    if not table.in_time and len(row) != 1:
        yield "There are several figures."
    yield from claim.figures_are("amount", "at", row[-1:])
    claim.tells(claim.series)


def stayed_at(claim: Claim) -> Iterator[str]:
    """Check that the first comparable and the latest figure of a series are the same."""
    pair = claim.table.leading(claim.series)
    if pair is None or way(*pair) != 0:
        yield "The figure did not stay the same."
    yield from claim.amount_is("amount", pair[1] if pair else None)
    claim.tells(claim.series)


def movement_of_series(claim: Claim) -> Iterator[str]:
    """Check the change of the series that is named."""
    yield from move.movement(claim)
    claim.tells(claim.series)


def parts_of_a_year(claim: Claim) -> Iterator[str]:
    """Check the latest figures of all series, which are for a part of a year."""
    parts = {name: part for name in claim.table.rows if (part := claim.table.part(name))}
    told = {part.word("name"): part for part in claim.parts("parts")}
    if not parts or sorted(told) != sorted(parts) or len(claim.parts("parts")) != len(parts):
        yield f"It must name {', '.join(parts) or 'none'}."
        return
    for name, part in parts.items():
        yield from told[name].amount_is("amount", part)
        yield from claim.names_are("when", [part])
        yield from move.length_is(claim, part)
        claim.tells(name)


def many_series(claim: Claim) -> Iterator[str]:
    """Check how many series the chart has."""
    yield from claim.count_is("count", len(claim.table.rows), "series")


def in_the_table(claim: Claim) -> Iterator[str]:
    """Keep which series are left to the table."""
    claim.tells(*(claim.names("names") or claim.table.rows))
    return iter(())


ALL: Final = "for <<both:both groups>|all {count} groups>[ {between}]"
TOGETHER: Final = Pattern("{subject} <verb:rose|fell|stayed the same> " + ALL, directions)
APART: Final = Pattern("{subject} {named:moves}[ {between}]", directions)
COUNTED: Final = Pattern("{subject} {counted:counted moves} of {count} groups[ {between}]", directions)
COMPARES: Final = Pattern("the {chart} compares [{subject} in ]{count} <kind:groups|places>[ {at:when}]", compares)
COMPARES_NAMED: Final = Pattern(
    "the {chart} compares the {measure}[ for {place}][ for {names}| for {count} <groups:groups>]", compares
)
NO_FIGURE: Final = Pattern("for {series:series} no figure is available", no_figure)
LATEST: Final = Pattern("for {series:series} the [latest:latest ]figure is {amount}[, {at:when}]", latest_of_series)
STAYED: Final = Pattern("for {series:series} the figure stayed at {amount}", stayed_at)
MOVED: Final = Pattern("for {series:series} the figure <verb:rose|fell>" + move.CHANGE, movement_of_series)
PARTS: Final = Pattern(
    "{when},[ which is " + move.LENGTH + ",] the figures are {parts:latest figures}", parts_of_a_year
)
SERIES: Final = Pattern("the {chart} has {count} series, and all figures are in the table", many_series)
IN_TABLE: Final = Pattern("figures for {names} are in the table", in_the_table)
PATTERNS: Final = (
    *(TOGETHER, APART, COUNTED, COMPARES, COMPARES_NAMED, NO_FIGURE, LATEST, STAYED, MOVED),
    *(PARTS, SERIES, IN_TABLE),
)


def several(telling: Telling) -> Iterator[Clause]:
    """Give the clauses of a figure with several series in time."""
    first, change = among.told_first(telling)
    if first and change:
        yield Clause(Place.MESSAGE, 100, tuple(among.own_change(telling, first, change)), alone=True)
    else:
        yield Clause(Place.MESSAGE, 100, tuple(_message(telling)), alone=True)
        yield from among.movers_named(telling)
    yield from _each(telling, told=first)
    yield from _parts(telling)
    yield from among.identical_series(telling)
    yield from among.two(telling)
    yield from among.subject(telling)
    yield Clause(Place.COUNT, 20, tuple(_chart(telling)))


def _message(telling: Telling) -> Iterator[str]:
    """Say in which direction the series went, between which periods where these are the same for all."""
    changes = leading_changes(telling)
    complete = len(changes) == len(telling.rows)
    spans = {(change.earlier.label, change.later.label) for change in changes.values()}
    one = next(iter(changes.values())) if len(spans) == 1 and complete else None
    span = {"between": [one.earlier, one.later]} if one else {}
    for who in telling.subjects:
        if complete:
            for pattern, values in directions_told(telling, changes):
                yield from telling.ways(pattern, ["between"], subject=who, **values, **span)
        now = _last(telling.rows[0]) if len(telling.facts.grid.labels) == 1 else None
        yield from telling.ways(COMPARES, ["at"], subject=who, at=[now] if now else None, **_series(telling))
    yield telling.write(COMPARES, **_series(telling))


def _last(row: Row) -> Cell | None:
    """Give the last of the figures of a series that are compared."""
    return next(reversed(run(row)), None)


def _series(telling: Telling) -> dict[str, Any]:
    """Count what is compared: the places beside their comparators, or where there is one place, all of them."""
    own = [row for row in telling.rows if not row.is_comparator]
    if len(own) < 2:
        return {"count": len(telling.rows), "kind": "groups"}
    return {"count": len(own), "kind": "places" if any(row.role for row in telling.rows) else "groups"}


def directions_told(telling: Telling, changes: dict[str, Change]) -> Iterator[tuple[Pattern, dict[str, Any]]]:
    """Give which series rose, fell or stayed: together, by name, or by count."""
    told = [(among.VERBS[change.direction], name) for name, change in changes.items()]
    by_verb = say.grouped(among.VERBS.values(), told)
    if len(by_verb) == 1:
        yield TOGETHER, {"verb": next(iter(by_verb)), **all_groups(telling)}
        return
    if len(telling.rows) <= MOST_NAMED:
        yield APART, {"named": [{"word": word, "names": names} for word, names in by_verb.items()]}
    counted = [{"word": word, "count": len(names)} for word, names in by_verb.items()]
    yield COUNTED, {"counted": counted, "count": len(telling.rows)}


def all_groups(telling: Telling) -> dict[str, Any]:
    """Give all series, counted, as slots of ``ALL``."""
    return {"both": "both groups"} if len(telling.rows) == 2 else {"count": len(telling.rows)}


def _each(telling: Telling, told: Row | None) -> Iterator[Clause]:
    """Name each series' change, or with more than four the highest and lowest latest figures."""
    changes, rows = leading_changes(telling), sorted(telling.rows, key=lambda row: row.role != "subject")
    if len(rows) > MOST_NAMED:
        yield from among.outermost(telling)
        rows = [row for row in rows if row.role == "subject" and _last(row)]
    repeated = [name for fact in telling.facts.all(Identical) for name in fact.names[1:]]
    rows = [row for row in rows if row.name not in repeated]
    same = len({cell.label for row in telling.rows if (cell := _last(row))}) == 1
    texts = [tuple(_now(telling, row, changes.get(row.name), same=same)) for row in rows if row is not told]
    for number, wordings in enumerate(_paired(texts)):
        aside = told is not None or (number > 0 and rows[0].role == "subject")  # the subject's standing comes first
        yield Clause(Place.EACH, 95 - number - 10 * aside, wordings, alone=True)


def _now(telling: Telling, row: Row, change: Change | None, *, same: bool) -> Iterator[str]:
    now = _last(row)
    if now is None:  # of forecasts alone the table tells
        yield telling.write(IN_TABLE if shown_cells(row) else NO_FIGURE, names=[row.name], series=row.name)
    elif change is None:
        part = bool(telling.facts.one(PartPeriod, row.name))
        said = {"latest": len(actual(row)) > 1 and not part, "series": row.name, "amount": now}
        when = None if same and len(telling.facts.grid.labels) == 1 else [now]
        yield from telling.ways(LATEST, *([] if part else [["at"]]), at=when, **said)
    elif change.direction == 0:
        yield telling.write(STAYED, series=row.name, amount=now)
    else:
        verb, size = moved(change.direction), telling.size(change)
        if change.difference is not None:
            both = {"from": change.earlier, "to": change.later}
            yield from telling.ways(MOVED, ["from"], series=row.name, verb=verb, **size, **both)
        else:
            yield telling.write(MOVED, series=row.name, verb=verb, to=change.later)


def _paired(texts: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Put two series into one sentence where there are four and both fit."""
    if len(texts) < MOST_NAMED:
        return texts
    pairs: list[tuple[str, ...]] = []
    for first, second in zip(texts[::2], texts[1::2], strict=False):
        together = first_fitting(f"{text}; {other}" for text in first[:2] for other in second[:2])
        pairs += [(together,)] if together else [first, second]
    return pairs


def _parts(telling: Telling) -> Iterator[Clause]:
    """Name the latest figures of a few series where they are for a part of a year."""
    found = telling.facts.all(PartPeriod)
    if 0 < len(found) <= MOST_NAMED and len({part.cell.label for part in found}) == 1:
        parts = [{"amount": part.cell, "name": part.series} for part in found]
        said = {"when": [found[0].cell], "length": move.length_told(found[0]), "parts": parts}
        yield Clause(Place.ENDS, 90, tuple(telling.ways(PARTS, ["length"], **said)))


def _chart(telling: Telling) -> Iterator[str]:
    grid = telling.facts.grid
    shown = sum(len(shown_cells(row)) for row in telling.rows)
    if len(telling.rows) > MOST_NAMED and not of_too_many(telling.facts):
        yield telling.write(SERIES, count=len(telling.rows))
    periods = len(grid.labels) if telling.in_time and len(grid.labels) > 1 else None
    yield telling.write(level.HOW_MANY, count=shown, noun="figure" if shown == 1 else "figures", periods=periods)


def all_one_way(telling: Telling) -> dict[str, Any] | None:
    """Give that all series went one way, where they did."""
    changes = list(leading_changes(telling).values())
    if len(changes) < len(telling.rows) or len({change.direction for change in changes}) != 1:
        return None
    verb = {1: "rose", -1: "fell", 0: "stayed the same"}[changes[0].direction]
    spans = {(change.earlier.label, change.later.label) for change in changes}
    between = {"between": [changes[0].earlier, changes[0].later]} if len(spans) == 1 else {}
    return {"verb": verb, **all_groups(telling), **between}
