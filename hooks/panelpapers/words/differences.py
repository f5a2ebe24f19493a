"""What a change does, in words: one sentence for each difference, for the terminal and for the summary of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final

from ..facts.dates import DateRule, Deadline
from ..facts.differences import Difference, Following, What
from ..records.base import Record
from ..records.fields import Field
from ..records.forms import Form, in_words
from ..records.indicator import Point
from ..records.language import unmarked, with_capital
from ..records.meeting import Meeting
from . import format as say
from .naming import Names, group_of

MOST_ALIKE: Final = 3
"""So many differences of one kind in one list are told each; more are told together."""
MOST_NAMED: Final = 5
"""So many pages or addresses are named; more are counted."""

NOTHING: Final = "Nothing changes in the records."
NOTHING_READ: Final = "No change is seen in what could be read of the records."
NOT_COMPARED: Final = "Pages and addresses are not compared while the check finds problems in the data"
EVERY_PAGE: Final = "Every page changes in its frame: the name, the look or the links that all pages have."

_OF_DOCUMENTS: Final[Mapping[What, tuple[str, str]]] = {
    "gained": ("is new", "are new"),
    "lost": ("is taken out", "are taken out"),
    "drafted": ("is a new draft, which is not published", "are a new draft, which is not published"),
    "made public": ("is no draft any more, and will be public", "are no draft any more, and will be public"),
    "made a draft": ("becomes a draft, and is published no more", "become a draft, and are published no more"),
    "kept back": ("is kept back now, and published no more", "are kept back now, and published no more"),
    "withdrawn": (
        "is withdrawn, and nobody can read it any more",
        "are withdrawn, and nobody can read them any more",
    ),
}
_STATES: Final = {
    "planned": "is planned",
    "provisional": "becomes provisional",
    "held": "is recorded as held",
    "not known": "is recorded as one of which nobody knows whether it was held",
    "cancelled": "is cancelled",
    "postponed": "is postponed",
}


def of_records(found: Iterable[Difference], names: Names) -> Iterator[str]:
    """Say each difference; more than a few of one kind in one list are told together."""
    kinds: dict[object, list[Difference]] = {}
    for of in found:
        kinds.setdefault((of.document, of.what, *map(id, of.within), of.field and of.field.name), []).append(of)
    for alike in kinds.values():
        several = len(alike) > MOST_ALIKE and alike[0].what != "changed"
        yield from map(_sentence, [_together(alike, names)] if several else (_one(of, names) for of in alike))


def _sentence(told: str) -> str:
    told = unmarked(told)
    return with_capital(told if told.endswith(".”") else say.ended(told))


def _one(of: Difference, names: Names) -> str:
    name, many = names.document(of)
    moved = of.new.moved_from if isinstance(of.new, Meeting) and of.what == "gained" else None
    if moved:
        return f"{names.meeting(moved)} moves to {names.day(of.document[1][0])}"
    if of.document[0] == "attached" and of.what == "changed":
        return f"{name} has other bytes"
    if of.what == "unseen":
        if of.new == 1:
            return f"a note or another line of {name} changes; it is not published"
        return f"{of.new} notes or other lines of {name} change; they are not published"
    if of.what in _OF_DOCUMENTS and not of.within:
        return f"{name} {_OF_DOCUMENTS[of.what][many]}"
    subject, many = names.subject(of)
    if of.field is None:
        return f"{subject} will be taken without the public: its text is published no more"
    entry = of.new or of.old
    if of.field.many and isinstance(entry, Record):
        return _of_entry(of, of.field, entry, names)
    return _of_field(of, of.field, names, subject)


def _of_entry(of: Difference, field: Field, entry: Record, names: Names) -> str:
    """Say that a list gains an entry, loses it, or has it in another place."""
    subject, many = names.subject(of)
    under = "" if _speaks_of(field, entry) else f" under “{field.typed}”"
    if of.what == "reordered":
        after = f"after {names.label(of.old, titled=False)}" if isinstance(of.old, Record) else "first"
        return f"in {subject}, {names.label(entry, titled=False)}{under} now comes {after}"
    return f"{subject} {_verb(of.what, many=many)} {names.label(entry, quote=not of.quiet)}{under}"


def _of_field(of: Difference, field: Field, names: Names, subject: str) -> str:
    """Say what becomes of a value, with what was there and what is there now, where both are short."""
    holder = of.within[-1]
    if isinstance(holder, Meeting) and field.name == "state":
        return f"{subject} {_STATES[str(of.new)]}"
    if isinstance(holder, Meeting) and field.name == "moved_from" and isinstance(of.new, str):
        return f"{names.meeting(of.new)} moves to {names.day(of.document[1][0])}"
    if field.name == "withdrawn" and of.what == "gained":
        return f"{subject} is withdrawn"
    if isinstance(holder, Point) and field.name == "value" and of.what == "changed":
        return f"{subject} changes from {names.figure(of, of.old)} to {names.figure(of, of.new)}"
    groups = [group for outer, inner in pairwise(of.within) if (group := group_of(outer, inner))]
    told, new = f"{subject}: “{': '.join((*groups, field.typed))}”", names.value(of, of.new)
    if of.what == "lost":
        return f"{told} is taken out"
    if of.what == "gained":
        return f"{told} is added{f': {new}' if new else ''}"
    old = "" if of.quiet and field.wording else names.value(of, of.old)
    return f"{told} changes from {old} to {new}" if old and new else f"{told} changes"


def _together(alike: Sequence[Difference], names: Names) -> str:
    first, *_, last = alike
    subject, many = names.subject(first)
    under = f"under “{first.field.typed}”" if first.field else ""
    if first.what == "reordered":
        return f"{len(alike)} entries {under} of {subject} now come in another order"
    ends = [names.label(entry, quote=False) for of in (first, last) if isinstance(entry := of.new or of.old, Record)]
    between = f": {' to '.join(ends)}" if len({*ends}) > 1 else ""
    return f"{subject} {_verb(first.what, many=many)} {len(alike)} entries {under}{between}"


def _verb(what: What, *, many: bool) -> str:
    return f"{'gain' if what == 'gained' else 'lose'}{'' if many else 's'}"


def _speaks_of(field: Field, entry: Record) -> bool:
    """Whether the name of a list says no more than that of an entry: ``items`` of an agenda item."""
    kind = in_words(type(entry)).rpartition(" ")[2]
    return field.typed.startswith(kind[:-1])


def of_orders(found: Iterable[Form]) -> Iterator[str]:
    """Say whose entries come in another order than before."""
    yield from (f"The entries of {form.file} come in another order." for form in found)


def of_following(found: Iterable[Following], names: Names) -> Iterator[str]:
    """Say what follows from records and differs; more than a few of one kind are counted."""
    for _, group in groupby(sorted(found, key=lambda entry: entry.what), key=lambda entry: entry.what):
        alike = [*group]
        yield from (_sentence(_following(of, names)) for of in alike[:MOST_ALIKE])
        if len(alike) > MOST_ALIKE:
            yield f"And {len(alike) - MOST_ALIKE:,} more that follow in the same way."


def _following(of: Following, names: Names) -> str:
    day, meeting = names.day(of.meeting_id), names.meeting(of.meeting_id)
    match of.old, of.new:
        case DateRule() as was, DateRule() as now:
            return f"the notice of {of.of} for {meeting} changes from {_length(was)} to {_length(now)}"
        case Deadline() as old, Deadline() as new:
            return f"{_last_day(of)} {meeting} moves from {_moment(old)} to {_moment(new)}"
        case None, Deadline() as new:
            return f"{_last_day(of)} {meeting} is {_moment(new)}"
        case Deadline(), None:
            return f"{_last_day(of)} {meeting} does not follow any more"
    return f"the action {of.of} of {day} was “{of.old}” and is “{of.new}”"


def _last_day(of: Following) -> str:
    return "the last day for questions to" if of.what == "questions" else f"the last day for {of.of} of"


def _moment(deadline: Deadline) -> str:
    at = f", {say.clock(deadline.time_of_day)}" if deadline.time_of_day else ""
    latest = f" (or {say.day(deadline.latest)}, as days are counted)" if deadline.latest != deadline.day else ""
    return f"{say.day(deadline.day)}{at}{latest}"


def _length(rule: DateRule) -> str:
    return f"{rule.length} {rule.counting.name if rule.counting and rule.unit == 'days' else rule.unit}"


def of_pages(changed: Sequence[str], new: Sequence[str], gone: Sequence[str], files: int) -> Iterator[str]:
    """Say how many pages change, by their names, and how many files beside them."""
    yield from _each("page", *([f"“{unmarked(page)}”" for page in pages] for pages in (changed, new, gone)))
    if not (changed or new or gone):
        yield "No page changes."
    if files:
        yield f"{say.counted(files, 'file', 'files')} beside pages {'differs' if files == 1 else 'differ'}."


def of_written(changed: Sequence[str], new: Sequence[str], gone: Sequence[str]) -> Iterator[str]:
    """Say which files of the folder of pages written by hand change, each named by its path in the project."""
    yield from _each("file", *([f"content/{name}" for name in names] for names in (changed, new, gone)))


def _each(what: str, changed: Sequence[str], new: Sequence[str], gone: Sequence[str]) -> Iterator[str]:
    for named, does, do in (
        (changed, "changes", "change"),
        (new, "is new", "are new"),
        (gone, "is gone", "are gone"),
    ):
        if named:
            count = say.counted(len(named), f"{what} {does}", f"{what}s {do}")
            yield f"{count}: {_some(named)}."


def of_addresses(led: int, taken_out: int, uncovered: Mapping[str, int], names: Names) -> Iterator[str]:
    """Say which addresses are lost, and warn where nothing leads from them. Of what was removed, it only counts."""
    if led:
        yield f"{say.counted(led, 'old address leads', 'old addresses lead')} to what took its place."
    if taken_out:
        yield f"{say.counted(taken_out, 'address', 'addresses')} of what was taken out for good can be read nowhere."
    if not uncovered:
        yield "No address is lost."
        return
    told = {
        address if not names.kept_back(address) else "one that is not told": more
        for address, more in uncovered.items()
    }
    named = [f"{address}{f' with {more} on or below it' if more else ''}" for address, more in told.items()]
    count = sum(uncovered.values()) + len(uncovered)
    yield f"Warning: {say.counted(count, 'address is', 'addresses are')} lost: {_some(named)}."
    yield "Say in renamed.yml what took their place, or put back what was there."


def _some(named: Sequence[str]) -> str:
    more = len(named) - MOST_NAMED
    return say.listed([*named[:MOST_NAMED], *([f"{more:,} more"] if more > 0 else [])])
