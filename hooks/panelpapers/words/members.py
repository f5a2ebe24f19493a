"""What is said of members: their seats, their terms, why they are taken to have had a seat, and their attendance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Final

from ..facts.attendance import AttendanceRecord, AttendanceRow, What
from ..facts.members import Basis, MembershipChange
from ..records.attendance import Absence, Attendance, Interval, Presence, Quorum, Session
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
LISTED: Final = (
    "Some minutes also list who was absent, and that is then said. Whoever came late, left early or took part "
    "remotely was present."
)
SUBSTITUTES: Final = (
    "A substitute comes when a member of the same council cannot. A substitute who is listed in neither place has "
    "missed nothing."
)
_SEATS: Final = {"member": "Member", "substitute": "Named substitute", "independent member": "Independent member"}
_WHAT: Final[Mapping[What, str]] = {
    "present": "Present",
    "apologies": "Sent apologies",
    "absent": "Absent",
    "neither": "Neither present nor apologies",
    "not taken": "Attendance was not taken",
}
BY: Final[Mapping[str, str]] = {
    "in the room": "in the room",
    "video": "by video",
    "telephone": "by telephone",
    "remotely": "remotely",
    "in writing": "in writing",
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
    listed = row.listed
    as_role = (
        f" as {listed.role[0].lower()}{listed.role[1:]}" if row.what == "present" and listed and listed.role else ""
    )
    more = f", {how(listed)}" if listed and how(listed) else ""
    not_counted = "" if row.counted or row.what == "not taken" else "; not counted, because the seat is not known"
    return f"{_WHAT[row.what]}{as_role}{more}{not_counted}"


def taking_part(of: Presence) -> str:
    """Say how and for how long somebody was there: ``by video, without a vote, arrived at 4.12pm``; or nothing."""
    parts = [BY[of.by]] if of.by else []
    if of.votes is not None:
        parts.append("with a vote" if of.votes else "without a vote")
    if of.sessions:
        names = [f"“{session.replace('-', ' ')}”" for session in of.sessions]
        parts.append(f"only in {'session' if len(names) == 1 else 'sessions'} {say.listed(names)}")
    if of.arrived:
        parts.append(f"arrived at {say.clock(of.arrived)}")
    if of.away:
        parts.append(f"away {say.listed([interval(away) for away in of.away])}")
    if of.left:
        parts.append(f"left at {say.clock(of.left)}")
    if of.part:
        parts.append(of.part)
    return ", ".join(parts)


def how(of: Attendance) -> str:
    """Say how somebody was at a meeting, or whether the absence was excused; nothing where the minutes do not."""
    return taking_part(of) if isinstance(of, Presence) else excuse(of) if isinstance(of, Absence) else ""


def sat_for(of: Attendance) -> str | None:
    """Give the id of the person in whose place somebody sat."""
    return of.for_ if isinstance(of, Presence) else None


def quorum(of: Quorum) -> str:
    """Say whether enough were there: ``Quorum: 5 members needed; reached at 4.04pm.``, as a sentence."""
    parts = [f"{say.counted(of.needed, 'member', 'members')} needed"] if of.needed is not None else []
    if isinstance(of.reached, time):
        parts.append(f"reached at {say.clock(of.reached)}")
    elif of.reached is not None:
        parts.append("reached" if of.reached else "not reached")
    if of.lost:
        parts.append(f"lost at {say.clock(of.lost)}")
    return f"Quorum: {'; '.join(parts)}." if parts else ""


def adjourned(of: Session) -> str:
    """Say when a session was adjourned, and until when: ``At 8.15pm, until Tuesday 1 December 2026, 10am``."""
    parts = [f"at {say.clock(of.adjourned)}"] if of.adjourned else []
    if of.until:
        parts.append(f"until {say.weekday_and_day(of.until)}")
    if isinstance(of.until, datetime):
        parts.append(say.clock(of.until.time()))
    return say.capitalised(", ".join(parts))


def interval(of: Interval) -> str:
    """Say from when to when: ``from 5pm to 5.20pm``."""
    return f"from {say.clock(of.from_)} to {say.clock(of.until)}"


def excuse(of: Absence) -> str:
    """Say whether an absence was excused, or nothing where the minutes do not."""
    return {True: "excused", False: "not excused", None: ""}[of.excused]


def attendance(of: AttendanceRecord, *, substitute: bool) -> str:
    """Say how often somebody attended: ``Present at 3 of 5 meetings; sent apologies for 2``, as a sentence."""
    if not of.counted:
        return "No meeting is counted: this site has no full minutes of a day on which the seat is known to be held."
    partly, remote = of.count(lambda row: row.partly), of.count(lambda row: row.remote)
    ways = [f"{remote} remotely"] * bool(remote) + [f"{partly} for a part"] * bool(partly)
    among = f" ({', '.join(ways)})" if ways else ""
    parts = [f"Present at {of.number('present')} of {say.counted(of.counted, 'meeting', 'meetings')}{among}"]
    if apologies := of.number("apologies"):
        parts.append(f"sent apologies for {apologies}")
    if absent := of.number("absent"):
        excused = of.count(lambda row: row.excused)
        parts.append(f"absent from {absent}{f' ({excused} excused)' if excused else ''}")
    if neither := of.number("neither"):
        missed = "not listed at" if substitute else "neither present nor apologies at"
        parts.append(f"{missed} {neither}")
    return f"{'; '.join(parts)}."
