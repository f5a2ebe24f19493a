"""What the papers declare: no target, no baseline, and changes that they state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...facts.fact import Declared
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
    problems = [list(_stated(claim, change)) for change in claim.table.indicator.stated_changes]
    if not problems:
        yield "The record has no change that the paper states."
    elif all(problems):
        yield from problems[0]


def _stated(claim: Claim, change: StatedChange) -> Iterator[str]:
    told = {"a rise of": 1, "a fall of": -1, "no change": 0}[claim.word("verb")]
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
    claim.says("stated", change.series or "", change.period.name)
    if change.series:
        claim.tells(change.series)


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
STATED: Final = Pattern(
    "the paper states <verb:a rise of|a fall of> <{points:number} percentage <noun:points|point>|{percent:number}"
    "|{stated:amount}>" + _SINCE,
    stated,
)
UNCHANGED: Final = Pattern("the paper states <verb:no change>" + _SINCE, stated)
NOT_GIVEN: Final = Pattern("the paper does not give <<own:the baseline's own figure>|the earlier figure>", not_given)
PATTERNS: Final = (DECLARED, STATED, UNCHANGED, NOT_GIVEN)


def declarations(telling: Telling) -> Iterator[Clause]:
    """Say what the papers declare of a target or a baseline that does not exist."""
    texts = [f"no {mark.what} {_STATES[mark.state]}" for mark in telling.facts.all(Declared)]
    if texts:
        yield Clause(
            Place.STATED, 83, (telling.write(DECLARED, first=texts[0], second=texts[1] if texts[1:] else None),)
        )


def stated_changes(telling: Telling) -> Iterator[Clause]:
    """Tell the changes that the paper states itself."""
    yield from (_change(telling, fact) for fact in telling.facts.all(Stated))


def _change(telling: Telling, fact: Stated) -> Clause:
    change = fact.change
    amount = abs(change.amount)
    own = max(0, -int(amount.as_tuple().exponent))
    said: dict[str, Any] = {"verb": "no change"}
    if amount:
        said = {"verb": "a rise of" if change.amount > 0 else "a fall of"}
        sizes: dict[str, dict[str, Any]] = {
            "points": {"points": say.number(amount, own), "noun": "point" if amount == 1 else "points"},
            "percent": {"percent": say.percent(amount, own)},
            "count": {"stated": Mark(amount, own)},
        }
        said |= sizes[change.measured_in]
    said |= {"series": change.series, "since": change.since}
    if len(telling.facts.grid.labels) > 1:
        said |= {"preposition": say.in_period(change.period).split(" ")[0], "period": change.period}
    pattern = STATED if amount else UNCHANGED
    whole, *short = telling.ways(pattern, ["preposition", "period"], ["preposition", "period", "since"], **said)
    unknown = f"; {text}" if (text := _unknown(telling, fact)) else ""
    return Clause(Place.STATED, 88, (f"{whole}{unknown}", f"{short[0]}{unknown}", *short))


def _unknown(telling: Telling, fact: Stated) -> str:
    """Say that the earlier figure is not given, where no point gives it."""
    since = fact.change.since.lower()
    if "baseline" in since:
        given = any(baseline_value(telling.indicator, row) is not None for row in telling.rows)
        return "" if given else telling.write(NOT_GIVEN, own="the baseline's own figure")
    given = any(cell.shown and plain(cell.label).lower() in since for row in telling.rows for cell in row.cells)
    return "" if given else telling.write(NOT_GIVEN)
