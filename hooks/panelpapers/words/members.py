"""What is said of members: their seats, their terms, why they are taken to have had a seat, and their attendance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..facts.attendance import AttendanceRecord, AttendanceRow, What
from ..facts.members import Basis, MembershipChange
from ..records.language import Worded
from ..records.people import Term
from . import format as say
from .tense import Tense, told

DEFINITION: Final = (
    "Attendance is what the minutes say, and nothing else. Somebody was present if the minutes list them among the "
    "members present. Somebody sent apologies if the minutes list them there. “Neither” means that the minutes list "
    "them in neither place."
)
COUNTED: Final = (
    "A meeting is counted if its full minutes are on this site and attendance was taken. The person must also have "
    "had a seat on that day, as far as the papers show. Where the papers do not say that a seat had ended, it "
    "counts as held."
)
SUBSTITUTES: Final = (
    "A substitute comes when a member of the same council cannot. A substitute who is listed in neither place has "
    "missed nothing."
)
_SEATS: Final = {"member": "Member", "substitute": "Named substitute", "independent member": "Independent member"}
_WHAT: Final[Mapping[What, str]] = {
    "present": "Present",
    "apologies": "Sent apologies",
    "neither": "Neither present nor apologies",
    "not taken": "Attendance was not taken",
}
_BASIS: Final[Mapping[Basis, str]] = {
    "dates": "Yes, by the dates of the term",
    "listed": "Yes, the minutes of that day list them",
    "between": "Yes, papers show it for days before and after",
    "no end given": "Yes, as far as is known: the papers give no end of the term",
    "no beginning given": "Not known: the papers do not say whether the term had begun",
}


def seat(term: Term) -> str:
    """Name a seat, with an office if one is held: ``Member and Chair``, ``Named substitute``."""
    return f"{_SEATS[term.seat]} and {term.office}" if term.office else _SEATS[term.seat]


def changed(of: MembershipChange, when: Tense) -> str:
    """Say what somebody did on the day of a change: ``became``, ``will stop being``."""
    if of.what == "came":
        return told(when, "became", "becomes", "will become")
    return told(when, "stopped being", "stops being", "will stop being")


def dates(term: Term) -> str:
    """Say when a term ran: ``From 2 December 2025; no end is given``, ``Dates not given in the papers``."""
    by = "a decision of " if term.dated_by == "decision" else ""
    if term.begins and term.ends:
        return f"From {by}{say.day(term.begins)} to {by}{say.day(term.ends)}"
    if term.begins:
        return f"From {by}{say.day(term.begins)}; no end is given"
    if term.ends:
        return f"Until {by}{say.day(term.ends)}; no beginning is given"
    return "Dates not given in the papers"


def basis(of: Basis) -> str:
    """Say whether a seat was held on a day, and how that is known."""
    return _BASIS[of]


def attended(row: AttendanceRow) -> str:
    """Say what the minutes of one meeting say of a person: ``Present as substitute member``, ``Sent apologies``."""
    as_role = f" as {_small(row.role)}" if row.what == "present" and row.role else ""
    not_counted = "" if row.counted or row.what == "not taken" else "; not counted, because the seat is not known"
    return f"{_WHAT[row.what]}{as_role}{not_counted}"


def _small(role: str) -> str:
    """Give a role as it stands inside a sentence. One in another language stays: German nouns have a capital."""
    return f"{role}" if isinstance(role, Worded) and role.foreign else f"{role[0].lower()}{role[1:]}"


def attendance(of: AttendanceRecord, *, substitute: bool) -> str:
    """Say how often somebody attended: ``Present at 3 of 5 meetings; sent apologies for 2``, as a sentence."""
    if not of.counted:
        return "No meeting is counted: this site has no full minutes of a day on which the seat is known to be held."
    parts = [f"Present at {of.number('present')} of {say.counted(of.counted, 'meeting', 'meetings')}"]
    if apologies := of.number("apologies"):
        parts.append(f"sent apologies for {apologies}")
    if neither := of.number("neither"):
        missed = "not listed at" if substitute else "neither present nor apologies at"
        parts.append(f"{missed} {neither}")
    return f"{'; '.join(parts)}."
