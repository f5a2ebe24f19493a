"""Claims about what the papers declare: no target, no baseline, which direction is better, changes they state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...records.indicator import StatedChange
from .baseline import beside
from .claim import Claim, Patterns


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


def better(claim: Claim) -> Iterator[str]:
    """Check which direction is better."""
    if claim.table.indicator.better != claim.word("way"):
        yield f"For this measure {claim.table.indicator.better} is better."


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
_SINCE: Final = "[ for {series:series}][, compared with {since}[ <in|on|for> {period}]]"
RULES: Final[Patterns] = (
    (f"the papers say that <first:{_DECLARED}>[ and that <second:{_DECLARED}>]", declared),
    ("for this measure, <way:lower|higher> figures are better", better),
    (
        "the paper states <verb:a rise of|a fall of> <{points:number} percentage "
        "<noun:points|point>|{percent:number}|{stated:amount}>" + _SINCE,
        stated,
    ),
    ("the paper states <verb:no change>" + _SINCE, stated),
    ("it does not give <<own:the baseline's own figure>|the earlier figure>", not_given),
)
