"""How many things have each rating now, such as Green, Amber and Red, and how that changed since the time before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from ...facts.figure import shown_cells
from ...facts.makeup import Moment, Ratings
from ..nouns import ITEMS, nouns, plain
from ..pattern import Pattern
from ..proof import makeup
from ..proof.claim import Claim
from ..proof.evidence import direction
from ..sentences import Clause, Place, first_fitting, fits
from ..telling import Telling
from .group import IN_TABLE, NO_FIGURE
from .whole import SHOWS

_NOW: Final = "<{when}|for {moment:series}>"
THEN: Final = "<{was:when}|for {earlier:series}>"


def rated(claim: Claim) -> Iterator[str]:
    """Check how many things have each rating at the latest time: every rating that is known, and the sum."""
    found = makeup.moments(claim.table) if makeup.rated(claim.table) else []
    when = time_named(claim, "when", "moment")
    if not found or when not in ("", found[-1].name):
        yield "These are not the latest ratings."
        return
    now, told = found[-1], claim.parts("counts")
    known = {name: amount for name in makeup.parts(claim.table) if (amount := now.amount(name)) is not None}
    if {part.word("name"): part.get("count", int) for part in told} != known or len(told) != len(known):
        yield f"The ratings are {known}."
    for part in told:
        if part.word("verb") and (part.word("verb") == "is") != (part.get("count", int) == 1):
            yield "One is, several are."
        figure = now.figures.get(part.word("name"))
        if figure and part.word("meaning") not in ("", plain(figure.point.meaning or "")):
            yield f"{figure.name} means {figure.point.meaning}."
    total, words = claim.get("total", int), nouns(claim.table.indicator) or ITEMS
    if total is not None and (total != sum(known.values()) or len(known) != len(makeup.parts(claim.table))):
        yield f"The sum is {sum(known.values())}, as far as it is known."
    if claim.word("noun") not in ("", words[total != 1]):
        yield f"{total} {claim.word('noun')} do not go together."
    claim.tells(*(known if claim.table.in_time else [now.name]))


def changed(claim: Claim) -> Iterator[str]:
    """Check how many more or fewer have some ratings than at the time before, or that all are as many."""
    pair = _pair(claim)
    if pair is None:
        yield "These are not ratings that may be compared."
        return
    before, now = pair
    moved = {name: _moved(name, before, now) for name in makeup.parts(claim.table)}
    told = claim.parts("changes")
    for part in told:
        true, count = moved.get(part.word("name")), part.get("count", int)
        given = (
            0 if part.word("same") else (count or 0) * direction("above" if part.word("word") == "more" else "below")
        )
        if true is None or given != true or (count == 0):
            yield f"The difference of {part.word('name')} is {true}."
        if part.word("verb") and (part.word("verb") == "is") != (count == 1):
            yield "One is, several are."
    if claim.word("same") and any(moved.values()):
        yield "Some counts are not the same."
    claim.tells(*([] if claim.table.in_time else [before.name]))


def _moved(name: str, before: makeup.Moment, now: makeup.Moment) -> int | None:
    earlier, later = before.amount(name), now.amount(name)
    return None if earlier is None or later is None else int(later) - int(earlier)


def verdict(claim: Claim) -> Iterator[str]:
    """Check that things moved to better ratings, or to worse, by the order that the record declares."""
    declared = claim.table.indicator.ratings
    pair, order = _pair(claim), makeup.parts(claim.table)
    if pair is None or declared is None or pair[0].name != makeup.moments(claim.table)[-2].name:
        yield "No order of ratings is declared, or they may not be compared."
        return
    order = order if declared == "best first" else order[::-1]
    way = makeup.better_or_worse(order, *pair)
    if way != {"better": 1, "worse": -1}[claim.word("verdict")]:
        yield f"They did not move so: {way}."
    if (claim.word("best"), claim.word("worst")) != (order[0], order[-1]):
        yield f"The best is {order[0]}, and the worst is {order[-1]}."


def _pair(claim: Claim) -> tuple[makeup.Moment, makeup.Moment] | None:
    """Give the latest ratings behind the earlier ones that the clause names, where they may be compared.

    These are those of the time before, or the first.
    """
    found = makeup.moments(claim.table) if makeup.rated(claim.table) else []
    named = [moment for moment in found[:-1] if moment.name == time_named(claim, "was", "earlier")]
    if not named or named[0] not in (found[0], found[-2]) or not makeup.comparable(claim.table, named[0], found[-1]):
        return None
    return named[0], found[-1]


def time_named(claim: Claim, label: str, series: str) -> str:
    """Give the time that a clause names: a position of the axis, or a series."""
    return next(iter(claim.names(label)), claim.word(series))


RATED: Final = Pattern(
    _NOW + ", of the <{total:count} {noun:thing}|{things:thing} counted>[ for {place}], {counts:ratings}", rated
)
CHANGED: Final = Pattern("compared with <{was:labels}|{earlier:series}>, {changes:changed ratings}", changed)
UNCHANGED: Final = Pattern("all counts are <same:the same> as " + THEN, changed)
VERDICT: Final = Pattern(
    "the ratings are <verdict:better|worse> than "
    + THEN
    + ": {best:name} is the best of them, {worst:name} the worst",
    verdict,
)
PATTERNS: Final = (RATED, CHANGED, UNCHANGED, VERDICT)
IN_SHORT: Final = " with {counts:short ratings} " + _NOW


def ratings(telling: Telling, found: Ratings) -> Iterator[Clause]:
    """Give the clauses of ratings over time: how many have each, what changed, and whether that is better."""
    now = first_fitting(_now(telling, found))
    shows = tuple(telling.ways(SHOWS, ["place"], measure=True, place=True))
    yield Clause(Place.MESSAGE, 100, (now,) if now else shows, alone=True)
    for number, moment in enumerate(found.earlier):
        texts = [*_changes(telling, found, moment)]
        for place, text in enumerate(texts if number == 0 else texts[: len(texts) == 1]):
            yield Clause(Place.SIZE, 96 - 20 * number - place, (text,), alone=True)
    if found.before and found.way:
        word = "better" if found.way > 0 else "worse"
        said = {"verdict": word, "best": found.best, "worst": found.worst}
        yield Clause(
            Place.BETTER, 86, (telling.write(VERDICT, **at(telling, found.before, "was", "earlier"), **said),)
        )
    for row in telling.rows:
        told = found.names if telling.in_time else [found.now.name, *(moment.name for moment in found.earlier)]
        if row.name not in told:
            pattern = IN_TABLE if shown_cells(row) else NO_FIGURE
            yield Clause(Place.EACH, 70, (telling.write(pattern, names=[row.name], series=row.name),))
    if now:
        yield Clause(Place.COUNT, 80, shows)


def at(telling: Telling, moment: Moment, label: str, series: str) -> dict[str, Any]:
    """Name a time, as slots: as a position of the axis, or as a series."""
    return {label: [*moment.cells.values()][:1]} if telling.in_time else {series: moment.name}


def _now(telling: Telling, found: Ratings) -> Iterator[str]:
    one, many = nouns(telling.indicator) or ITEMS
    said: dict[str, Any] = {"things": many, **at(telling, found.now, "when", "moment")}
    if found.total is not None:
        said |= {"total": found.total, "noun": one if found.total == 1 else many}
    for meanings in (True, False):
        counts = [*_counts(found, meanings=meanings)]
        yield from telling.ways(RATED, ["place"], **said, place=True, counts=counts)


def _counts(found: Ratings, *, meanings: bool = False) -> Iterator[dict[str, Any]]:
    for name in found.names:
        count = found.now.amount(name)
        meaning = found.now.cells[name].point.meaning if meanings else None
        yield {"count": count, "verb": "is" if count == 1 else "are", "name": name, "meaning": meaning}


def in_short(telling: Telling, found: Ratings) -> dict[str, Any]:
    """Give ``11 Green, 6 Amber and 3 Red`` with its time, as slots of ``IN_SHORT``."""
    return {"counts": [*_counts(found)], **at(telling, found.now, "when", "moment")}


def _changes(telling: Telling, found: Ratings, before: Moment) -> Iterator[str]:
    """Say how many more or fewer have each rating than before, as many ratings in a sentence as fit."""
    moved = [(name, int(found.now.amount(name) or 0) - int(before.amount(name) or 0)) for name in found.names]
    if not any(by for _, by in moved):
        yield telling.write(UNCHANGED, same="the same", **at(telling, before, "was", "earlier"))
        return
    when, some = at(telling, before, "was", "earlier"), list[tuple[str, int]]()
    for step in moved:
        if some and not fits(telling.write(CHANGED, **when, changes=_moves([*some, step]))):
            yield telling.write(CHANGED, **when, changes=_moves(some))
            some = []
        some.append(step)
    yield telling.write(CHANGED, **when, changes=_moves(some))


def _moves(some: Sequence[tuple[str, int]]) -> list[dict[str, Any]]:
    return [
        {
            "count": abs(by),
            "word": "more" if by > 0 else "fewer",
            "verb": "is" if abs(by) == 1 else "are",
            "name": name,
        }
        if by
        else {"same": "unchanged", "name": name}
        for name, by in some
    ]
