"""What is said of members: their seats, their terms, why they are taken to have had a seat, and their attendance."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Final

from ..facts.attendance import AttendanceRecord, AttendanceRow, What
from ..facts.members import Basis, MembershipChange
from ..records.attendance import Absence, Attendance, Interval, Presence, Quorum, Session
from ..records.language import Worded, foreign, unmarked, with_article
from ..records.lives import Vacancy
from ..records.panel import Body
from ..records.people import HAS_VOTE, Person, Term
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
NONE_COUNTED: Final = (
    "No meeting is counted: this site has no full minutes of a day on which the seat is known to be held."
)
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

_BY_RIGHT: Final = re.compile("(?:ex|at)[ -](?:officio|large)", re.IGNORECASE)


def seat(term: Term, day: date | None = None) -> str:
    """Name a seat, with the offices of a whole term or of a day: ``Member and Chair``, ``Named substitute``."""
    offices = term.offices_on(day) if day else filter(None, [term.office])
    return say.listed([kind(term.seat), *offices])


def kind(of: str) -> str:
    """Name what a seat is: ``Member``, ``Named substitute``, ``Co-opted member``."""
    return "Named substitute" if of == "substitute" else say.capitalised(of)


def beside(person: Person, role: str | None = None, body: str | None = None) -> list[str]:
    """Give what stands behind title and name: a role, else the usual one, and a body. Nothing of it is said twice.

    A council member who is ``Council Member, District 2`` is so followed by ``District 2``.
    """
    of, title = role or person.role, person.title or ""
    if title and of.startswith(f"{title}, "):
        of = of.removeprefix(f"{title}, ")
    return [said for said in dict.fromkeys((of, body)) if said and said != title]


def kinds(of: str, number: int) -> str:
    """Head a list of seats of one kind: ``Independent members``. A word that is not known stays as it is."""
    name = kind(of)
    return f"{name}s" if name.endswith(("ember", "ubstitute")) and (number > 1 or of in HAS_VOTE) else name


def within(of: str) -> str:
    """Name what a seat is within a sentence: ``independent member``, ``Mayor``. A word that is not known stays."""
    return kind(of).lower() if of in HAS_VOTE else of


def in_a_sentence(term: Term, *, article: bool = True) -> str:
    """Name a seat within a sentence: ``an independent member``, ``a member ex officio``, ``a co-opted member``.

    A title, which has a capital, stands alone: ``Mayor``.
    """
    of = term.seat
    name = seat(term).lower() if of in HAS_VOTE else say.listed([_noun(of), *filter(None, [term.office])])
    return with_article(name) if article and not unmarked(name)[0].isupper() else name


def _noun(of: str) -> str:
    """Name who has a seat, where the word for it says only how they came to it: ``ex officio``, ``co-opted``."""
    if _BY_RIGHT.fullmatch(of):
        return f"member {of.lower().replace('-', ' ')}"
    return f"{_small(of)} member" if of.endswith("ed") and not foreign(of) else of


def details(person: Person, term: Term, day: date) -> list[str]:
    """Give what else is known of a seat on a day: the ward, the group, and whether it has a vote, if that is said."""
    vote = None if term.votes is None else "with a vote" if term.votes else "without a vote"
    return [*filter(None, (term.place, person.group_on(term, day), vote))]


def empty(vacancy: Vacancy) -> str:
    """Say since when a seat is empty: ``Member, Harbour ward: empty since 3 May 2026``."""
    place = say.joined((kind(vacancy.seat), vacancy.place))
    until = f" to {say.day(vacancy.ends)}" if vacancy.ends else ""
    return f"{place}: empty {'from' if until else 'since'} {say.day(vacancy.begins)}{until}"


def appointing(bodies: Sequence[Body], stated: str | None) -> str:
    """Give the word for bodies that appoint: that of the regime, else ``council`` if all are councils.

    Where no body appoints, there is none.
    """
    councils = all(any(said.casefold().endswith("council") for said in (body.kind, body.name)) for body in bodies)
    return (stated or ("council" if councils else "appointing body")) if bodies else ""


def substitutes(word: str) -> str:
    """Say when a substitute comes. ``word`` is what appoints them, if anything does."""
    same = f" of the same {word}" if word else ""
    missed = "A substitute who is listed in neither place has missed nothing."
    return f"A substitute comes when a member{same} cannot. {missed}"


def changed(of: MembershipChange, when: Tense) -> str:
    """Say what somebody did on the day of a change: ``became``, ``will stop being``."""
    if of.what == "came":
        return told(when, "became", "becomes", "will become")
    return told(when, "stopped being", "stops being", "will stop being")


def dates(term: Term, ended: str = "") -> str:
    """Say when a term ran: ``From 2 December 2025; no end is given``, ``Dates not given in the papers``.

    ``ended`` is the name of its body, if that has ended.
    """
    by = "a decision of " if term.dated_by == "decision" else ""
    if term.begins and term.ends:
        return f"From {by}{say.day(term.begins)} to {by}{say.day(term.ends)}"
    if term.begins:
        end = f" until {ended} ended" if ended else "; no end is given"
        return f"From {by}{say.day(term.begins)}{end}"
    if term.ends:
        return f"Until {by}{say.day(term.ends)}; no beginning is given"
    return "Dates not given in the papers"


def basis(of: Basis) -> str:
    """Say whether a seat was held on a day, and how that is known."""
    return _BASIS[of]


def attended(row: AttendanceRow) -> str:
    """Say what the minutes of one meeting say of a person: ``Present as substitute member``, ``Sent apologies``."""
    listed = row.listed
    as_role = f" as {_small(listed.role)}" if row.what == "present" and listed and listed.role else ""
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
    return say.joined((*parts, of.part))


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
    return say.ended(f"Quorum: {'; '.join(parts)}") if parts else ""


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


def _small(role: str) -> str:
    """Give a role as it stands inside a sentence. One in another language stays, and so do a title and a short form.

    They are what has another capital: Vice Chair, MP, IT adviser.
    """
    stays = (isinstance(role, Worded) and role.foreign) or any(letter.isupper() for letter in role[1:])
    return f"{role}" if stays else f"{role[0].lower()}{role[1:]}"


def attendance(of: AttendanceRecord, *, substitute: bool) -> str:
    """Say how often somebody attended: ``Present at 3 of 5 meetings; sent apologies for 2``, as a sentence."""
    if not of.counted:
        return NONE_COUNTED
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
