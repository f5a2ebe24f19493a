"""What figures are compared with, read again from the record: which they are, and whether a clause names one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...records.roles import are_amounts, is_mean
from ..nouns import STANDARDS
from .claim import Claim
from .evidence import Figure, Table, way
from .order import differing_definitions


def side_by_side(table: Table, label: str = "", series: str = "") -> list[Figure]:
    """Give the figures that stand side by side: a series of categories, or all series at one period, else the latest.

    A series for the year before stands there with its figure for the same time of that year.
    """
    if not table.in_time:
        return table.row(series or table.only or "")
    label = label or table.latest_label()
    here = [figure for figure in table.all() if figure.label == label]
    found = [figure for figure in here if figure.actual or (figure.shown and figure.role == "forecast")]
    now = next((figure for figure in here if figure.series == table.subject), None)
    for name, role in table.roles.items() if now else ():
        if role == "last year" and now and name not in [figure.series for figure in here]:
            found += [figure for figure in table.actual(name) if _for_the_year_before(figure, now)]
    return found


def _for_the_year_before(figure: Figure, now: Figure) -> bool:
    wanted = now.period.earlier(12) if now.period else None
    return bool(wanted and figure.period and (figure.period.start, figure.period.end) == (wanted.start, wanted.end))


def called(claim: Claim, among: Sequence[Figure]) -> Figure | None:
    """Give the one of some figures that a clause compares with, by name, role or both; ``None`` where it is open."""
    name, role = claim.word("averagename") or claim.word("calledso"), claim.word("role")
    found = [figure for figure in among if figure.is_comparator and figure.shown]
    found = [figure for figure in found if not name or figure.name == name]
    found = [figure for figure in found if not role or is_called(claim.table, figure.role, figure, role)]
    return found[0] if len(found) == 1 and (name or role) else None


def is_called(table: Table, role: str | None, figure: Figure, said: str) -> bool:
    """Whether a figure with a role may be called so: no total is an average, no single figure is a range."""
    unit, measure = table.indicator.unit, table.indicator.measure
    if said == "figure":  # where no other word may be said
        return not any(is_called(table, role, figure, word) for word in STANDARDS.values())
    if said == "total":
        return role == "total" and are_amounts(unit, measure)
    if said == "year before":
        return role == "last year"
    if role == "average" and not is_mean(unit, measure, figure.name):
        return False
    if role == "total" and are_amounts(unit, measure):
        return False
    if role == "range" and figure.low is None:
        return False
    return said == STANDARDS.get(role or "")


def stands_so(claim: Claim, figure: Figure, other: Figure) -> Iterator[str]:
    """Check on which side of another a figure is, or that it lies within its range, or that the two overlap."""
    side = claim.word("side") or claim.word("overlap") or claim.word("within")
    way_of = {"above": 1, "over": 1, "below": -1, "under": -1, "equal to": 0, "equal to it": 0}.get(side)
    if way(other, figure) != way_of or (side == "within" and not _within(figure, other)):
        yield f"The figure for {figure.name} does not stand so to that for {other.name}."
    if side == "overlaps" and not (figure.point.interval and other.point.interval):
        yield "One of the two has no likely range."
    if side in ("over", "under") and not {other.role, claim.table.roles[other.series]} & {"plan", "budget"}:
        yield "This is no plan and no budget."
    yield from claim.amount_is("average", other)
    yield from claim.gap_is(other.value, figure.value, about=figure.about or other.about)


def _within(figure: Figure, peers: Figure) -> bool:
    if peers.role != "range" or figure.span is None or peers.span is None:
        return False
    return peers.span[0] <= figure.span[0] and figure.span[1] <= peers.span[1]


def stands_to_one(claim: Claim, figure: Figure, among: Sequence[Figure]) -> Iterator[str]:
    """Check how a figure stands to the comparator that the clause names, where it names one."""
    if not (claim.word("side") or claim.word("overlap") or claim.word("within")):
        return
    other, name = called(claim, among), claim.word("calledso")
    if name and bool(claim.word("article")) == name.lower().startswith("the "):
        yield "A name has an article, and one."
    if other is None or differing_definitions(claim.table):
        yield "There is nothing here that this may be compared with."
    else:
        yield from stands_so(claim, figure, other)


def better_beside(table: Table, figure: Figure, other: Figure) -> str:
    """Say whether a figure is better or worse than a comparator; nothing where sizes decide, or nobody can tell."""
    good, went = {"higher": 1, "lower": -1}.get(table.indicator.better), way(other, figure)
    own = ("plan", "budget", "last year")
    amounts = are_amounts(table.indicator.unit, table.indicator.measure)
    if not good or not went or other.role not in (own if amounts else (*own, "group", "national", "average")):
        return ""
    return "better" if went == good else "worse"
