"""What the papers declare: no target, no baseline, and changes that they state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...facts.fact import Declared
from ...facts.figure import shown_cells
from ...facts.notice import Stated
from ...facts.standing import baseline_value
from ...records.indicator import StatedChange
from .. import format as say
from ..nouns import plain
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.standards import beside
from ..sentences import Clause, Place
from ..telling import Mark, Telling

_STATES: Final = {"none": "is set", "not agreed": "has been agreed"}


def declared(claim: Claim) -> Iterator[str]:
    """Check what the papers say of a target or a baseline that does not exist."""
    indicator = claim.table.indicator
    for text in filter(None, (claim.word("first"), claim.word("second"))):
        what = "target" if "target" in text else "baseline"
        state = "not agreed" if "agreed" in text else "none"
        mark = indicator.target if what == "target" else indicator.baseline
        claim.says(f"{what} {state}")
        if mark is None or mark.state != state:
            yield f"The record does not say that {text}."
    if claim.word("first") == claim.word("second"):
        yield "It says one thing twice."


def stated(claim: Claim) -> Iterator[str]:
    """Check a change that the paper states itself."""
    changes = claim.table.indicator.stated_changes
    problems = [list(_stated(claim, change)) for change in changes]
    if not problems:
        yield "The record has no change that the paper states."
    elif all(problems):
        yield from problems[0]
    for change in (change for change, wrong in zip(changes, problems, strict=True) if not wrong):
        claim.says("stated", change.series or "", change.period.name)
        claim.tells(*([change.series] if change.series else []))


def _stated(claim: Claim, change: StatedChange) -> Iterator[str]:
    told = {"a rise of": 1, "up": 1, "a fall of": -1, "down": -1, "no change": 0}[claim.word("verb")]
    if told != (change.amount > 0) - (change.amount < 0):
        yield "The direction of the stated change is wrong."
    amount = abs(change.amount)
    own = max(0, -int(amount.as_tuple().exponent))
    given = {"points": "points", "percent": "percent", "count": "stated"}[change.measured_in]
    if told and given not in claim.found:
        yield f"The change is stated in {change.measured_in}."
    for name, sign in (("points", ""), ("percent", "%")):
        yield from claim.number_is(name, amount, "the stated change", own, sign=sign)
    yield from claim.mark_is("stated", amount, own)
    if "points" in claim.found and (claim.word("noun") == "point") != (amount == 1):
        yield "One point, several points."
    for name, true in (("series", change.series), ("since", change.since), ("period", change.period.name)):
        if claim.word(name) and claim.word(name) != true:
            yield f"The stated change is of another {name}: {true}."


def leads(claim: Claim) -> Iterator[str]:
    """Check a change that the paper states, where it is all there is: it gives no figure."""
    if claim.table.shown():
        yield "There are figures."
    yield from stated(claim)
    claim.says("message")


def not_given(claim: Claim) -> Iterator[str]:
    """Check that the earlier figure of a stated change is not given."""
    changes = claim.table.indicator.stated_changes
    if not changes:
        yield "The record has no change that the paper states."
    if claim.word("own") and not any("baseline" in change.since.lower() for change in changes):
        yield "No stated change is measured from a baseline."
    if claim.word("own") and any(beside(claim.table, name).value is not None for name in claim.table.rows):
        yield "The baseline is given."


_DECLARED: Final = "no target is set|no target has been agreed|no baseline is set|no baseline has been agreed"
_SINCE: Final = "[ for {series:series}][, compared with {since}[ <preposition:in|on|for> {period}]]"
DECLARED: Final = Pattern(f"the papers say that <first:{_DECLARED}>[ and that <second:{_DECLARED}>]", declared)
_SIZE: Final = "<{points:number} percentage <noun:points|point>|{percent:number}|{stated:amount}>"
CHANGE: Final = f"<<verb:a rise of|a fall of> {_SIZE}|<verb:no change>>"
STATED: Final = Pattern("the paper states " + CHANGE + _SINCE, stated)
LEADS: Final = Pattern(
    "the paper states " + CHANGE + "[ in the {measure}][ for {place}][ ({series})][ <preposition:in|on|for> {period}]"
    "[, compared with {since}]",
    leads,
)
IN_TITLE: Final = f"<<verb:up|down> {_SIZE}|<verb:no change>>[, compared with {{since}}]"
NOT_GIVEN: Final = Pattern(
    "the paper does not give <<own:the baseline's own figure>|<earlier:the earlier figure>>",
    not_given,
)
PATTERNS: Final = (DECLARED, STATED, LEADS, NOT_GIVEN)


def declarations(telling: Telling) -> Iterator[Clause]:
    """Say what the papers declare of a target or a baseline that does not exist."""
    texts = [f"no {mark.what} {_STATES[mark.state]}" for mark in telling.facts.all(Declared)]
    if texts:
        yield Clause(
            Place.STATED, 83, (telling.write(DECLARED, first=texts[0], second=texts[1] if texts[1:] else None),)
        )


def leading(telling: Telling) -> Stated | None:
    """Give the stated change that is told first, where the paper gives no figure, or ``None``."""
    return None if any(map(shown_cells, telling.rows)) else telling.facts.one(Stated)


def message(telling: Telling, fact: Stated) -> Clause:
    """Tell a stated change as the message: in what, when, and compared with what."""
    said = in_words(fact) | _when(fact) | {"measure": True, "place": True}
    less = (["place"], ["since"], ["place", "since"], ["measure", "place", "series"], [*said.keys() - {*_CHANGE}])
    return Clause(Place.MESSAGE, 100, tuple(telling.ways(LEADS, *less, **said)), alone=True)


_CHANGE: Final = ("verb", "points", "noun", "percent", "stated")


def in_words(fact: Stated) -> dict[str, Any]:
    """Give a stated change as slots: which way and how much, of which series, and since when."""
    change, amount = fact.change, abs(fact.change.amount)
    own = max(0, -int(amount.as_tuple().exponent))
    sizes: dict[str, dict[str, Any]] = {
        "points": {"points": say.number(amount, own), "noun": "point" if amount == 1 else "points"},
        "percent": {"percent": say.percent(amount, own)},
        "count": {"stated": Mark(amount, own)},
    }
    said: dict[str, Any] = {"verb": "no change"}
    if amount:
        said = {"verb": "a rise of" if change.amount > 0 else "a fall of", **sizes[change.measured_in]}
    return said | {"series": change.series, "since": change.since}


def _when(fact: Stated) -> dict[str, Any]:
    return {"preposition": say.in_period(fact.change.period).split(" ")[0], "period": fact.change.period}


def stated_changes(telling: Telling) -> Iterator[Clause]:
    """Tell the changes that the paper states itself, but for one that leads, and once that it gives no more."""
    first, told = leading(telling), set[str]()
    for fact in telling.facts.all(Stated):
        unknown = _unknown(telling, fact)
        if fact is not first:
            yield _change(telling, fact, f"; {unknown}" if unknown and unknown not in told else "")
            told.add(unknown)


def _change(telling: Telling, fact: Stated, unknown: str) -> Clause:
    said = in_words(fact) | (_when(fact) if len(telling.facts.grid.labels) > 1 else {})
    whole, *short = telling.ways(STATED, ["preposition", "period"], ["preposition", "period", "since"], **said)
    return Clause(Place.STATED, 88, (f"{whole}{unknown}", f"{short[0]}{unknown}", *short))


def _unknown(telling: Telling, fact: Stated) -> str:
    """Say that the earlier figure is not given, where no point gives it."""
    since = fact.change.since.lower()
    if "baseline" in since:
        given = any(baseline_value(telling.indicator, row) is not None for row in telling.rows)
        return "" if given else telling.write(NOT_GIVEN, own="the baseline's own figure")
    given = any(cell.shown and plain(cell.label).lower() in since for row in telling.rows for cell in row.cells)
    return "" if given else telling.write(NOT_GIVEN, earlier="the earlier figure")
