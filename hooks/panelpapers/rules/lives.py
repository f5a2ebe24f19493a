"""Checks of bodies: their entries, what follows one that ends, and what nobody takes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..facts.dossier import Dossier
from ..records.lives import Life, Open
from ..records.meeting import date_of
from ..records.panel import Body, Panel
from ..records.people import Spell
from ..records.problem import Problem
from .findings import advice, warning


def panel_among_bodies(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a panel that meets beside other bodies, and is not among them: its lists would have no address."""
    records = dossier.records
    whole = not records.unread.intersection(("meetings", "people", "bodies"))
    if records.panel and whole and records.several and "" in records.meeting_bodies:
        fact = "Several bodies meet on this site, and the panel has no entry among them."
        fix = 'Add the panel to data/bodies.yml, and write its id in data/panel.yml, such as "body: council".'
        yield Problem("panel-among-bodies", records.panel.at("name"), fact, fix)


def told_of_own_entry(dossier: Dossier) -> Iterator[Problem]:
    """Tell of what is typed in the entry of the panel itself, and read in ``panel.yml`` alone."""
    records = dossier.records
    own = records.bodies.get(records.own) if records.panel else None
    read_there = (*Life.model_fields, "about", "contact", "notice_rule", "question_rule", "usual_length")
    for name in read_there:
        if own and name in own.model_fields_set:
            fact = f'"{name.rstrip("_")}" stands in the entry of the panel itself, where nothing reads it.'
            yield Problem("entry-of-panel", own.at(name), fact, "Move it to data/panel.yml.")


def named_alike(dossier: Dossier) -> Iterator[Problem]:
    """Tell of two bodies that have one name, by which nobody could tell their pages apart."""
    records, first = dossier.records, dict[str, str]()
    if records.several and records.panel:
        first[records.panel.name.casefold()] = records.own
    for body_id, body in records.bodies.items():
        if body_id != records.own and first.setdefault(body.name.casefold(), body_id) != body_id:
            fact = f'There are two bodies with the name "{body.name}".'
            fix = "Give each its whole name, such as Planning Committee (North), or delete one of the two."
            if records.panel and records.panel.name.casefold() == body.name.casefold():
                fix = f'If this is the panel itself, write "body: {body_id}" in data/panel.yml.'
            yield Problem("bodies-named-alike", body.at("name"), fact, fix)


def end_missing(dossier: Dossier) -> Iterator[Problem]:
    """Tell of what is typed of the end of a body that has no last day: it would be told nowhere."""
    for body in dossier.lives.every.values():
        typed = [name for name in ("announced", "became", "law", "hands_over") if getattr(body, name)]
        if typed and body.until is None:
            fact = f'"{typed[0]}" is about the end of {body.name}, and its last day is not typed.'
            yield Problem("end-missing", body.at(typed[0]), fact, "Add until, the last day of the body.")


def after_the_end(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a meeting, a term, a holder or an empty seat after the last day of its body."""
    for body in dossier.lives.every.values():
        for part in (*body.holders, *body.vacancies):
            yield from _after(body, part)
    records = dossier.records
    for person in records.people.values():
        for term in person.terms:
            if seated_in := records.body_named(records.body_of(term)):
                yield from (problem for part in (term, *term.offices) for problem in _after(seated_in, part))
    for meeting_id, meeting in records.meetings.items():
        expected = not meeting.called_off and meeting.state != "provisional"
        for held_by in records.held_by(meeting_id) if expected else ():
            met = records.body_named(held_by)
            if met and met.ended(date_of(meeting_id)):
                fact = f"This meeting is after {met.until}, the last day of {met.short_name}."
                fix = f"Correct until in {_file(dossier, held_by)} or the folder of the meeting; "
                fix += "or its state: cancelled, provisional."
                yield Problem("after-the-end", meeting.at(), fact, fix)


def _file(dossier: Dossier, body: str) -> str:
    """Name the file in which a body that meets is described."""
    return "data/panel.yml" if body == dossier.records.own else "data/bodies.yml"


def _after(body: Body | Panel, part: Spell) -> Iterator[Problem]:
    for name, day in (("begins", part.begins), ("ends", part.ends)):
        if day and body.ended(day):
            fact = f"This is {day}, and the last day of {body.name} is {body.until}."
            yield Problem("after-the-end", part.at(name), fact, "Check both days.")
            return


def successor_not_there(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a body that follows another and had ended before, and warn of one that had not begun."""
    lives = dossier.lives
    for body in lives.every.values():
        after = lives.after(body)
        following = [(body.at("became", entry), name, after) for entry, name in enumerate(body.became)]
        following += [(given.at("to"), given.to, given.on or after) for given in body.hands_over]
        for place, name, day in following if body.until else ():
            other = lives.every.get(name)
            if other and not other.lasts_on(day):
                gone = other.ended(day)
                days = f"ended on {other.until}" if gone else f"begins on {other.from_}"
                fact = f"{other.name} {days}, and is to follow {body.name} on {day}."
                told = Problem if gone else warning
                yield told("successor-not-there", place, fact, "Check both days, and the id.")


def in_a_circle(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each body that follows itself, at once or through others."""
    lives = dossier.lives
    for body_id, body in lives.every.items():
        reached, left = set[str](), [*lives.followers(body)]
        while left:
            name = left.pop()
            if name not in reached and name in lives.every:
                reached.add(name)
                left += lives.followers(lives.every[name])
        if body_id in reached:
            fact = f"{body.name} follows itself: it becomes a body, or hands over to one, that leads back to it."
            place = body.at("became") if body.became else body.hands_over[0].at("to")
            yield Problem("follows-itself", place, fact, "Take one of these steps out, or correct its id.")


def unknown_action_handed_over(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a handing over of an action that no resolution and no answer makes."""
    known = {action.id for action in dossier.actions}
    for body in dossier.lives.every.values() if "minutes" not in dossier.records.unread else ():
        for given in body.hands_over:
            for entry, action_id in enumerate(given.actions):
                if action_id not in known:
                    fact = f'There is no action with the id "{action_id}".'
                    fix = "Copy the id from the address of the action in the register."
                    yield Problem("unknown-action", given.at("actions", entry), fact, fix)


def more_than_seats(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an empty seat on a day on which all seats were filled: when it fell empty, or when somebody came."""
    for body, membership in dossier.memberships.items():
        described = dossier.records.body_named(body)
        terms = [term for person_id in dossier.records.people for term in membership.terms_of(person_id)]
        for vacancy in described.vacancies if described else ():
            came = [term for term in terms if term.begins and vacancy.runs(term.begins)]
            for begun in (vacancy, *came):
                day = begun.begins or vacancy.begins
                members, filled = membership.voters_on(day), membership.size_on(day)
                if members is not None and filled is not None and members > filled:
                    fact = f"Members on {day}: {members}. Seats that are not empty: {filled}."
                    fix = "Add ends to the term of whoever left, or to the empty seat; or correct seats in "
                    yield warning("more-than-seats", begun.at("begins"), fact, f"{fix}{_file(dossier, body)}.")
                    break


def open_without_successor(dossier: Dossier, today: date) -> Iterator[Problem]:
    """Advise on what was open when a body ended, where nothing says which body takes it on."""
    found: dict[tuple[str, Open], set[str]] = {}
    for body_id, what, name in _open(dossier):
        body = dossier.lives.every.get(body_id)
        if body and body.ended(today) and not _taken_on(dossier, body_id, what, today, name):
            found.setdefault((body_id, what), set()).add(name)
    for (body_id, what), names in found.items():
        body = dossier.lives.every[body_id]
        fact = f"Nothing says who takes on what was open when {body.name} ended: {what}, {len(names)} in number."
        fix = "Add hands_over, with the body that takes it on in to. If the minutes closed it, add discharges."
        yield advice("open-without-successor", body.at("until"), fact, fix)


def _open(dossier: Dossier) -> Iterator[tuple[str, Open, str]]:
    """Give all open business: the body that it is with, what it is, and what it is known by."""
    lives, records = dossier.lives, dossier.records
    for action in dossier.actions:
        if action.standing == "owed":
            bodies = (*records.held_by(action.meeting_id), lives.named(action.owner))
            yield from ((body, "actions", action.id) for body in dict.fromkeys(bodies) if body is not None)
    for commitment in records.plan.commitments if records.plan else ():
        if body_id := lives.named(commitment.lead or ""):
            yield body_id, "commitments", str(commitment.numbers)
    for entry in dossier.deferrals:
        if entry.back is None:
            yield records.held_by(entry.meeting_id)[0], "deferred items", f"{entry.meeting_id}-{entry.source.key}"
    for made in records.recommendations.values():
        if made.answered is None:
            yield records.held_by(made.meeting)[0], "recommendations", made.id


def _taken_on(dossier: Dossier, body_id: str, what: Open, today: date, name: str) -> bool:
    """Whether each step from a body leads to one that is known to take on what was open, and that lasts on a day."""
    passed, last = dossier.lives.chain(body_id, what, date.max, name)
    known = all(step.named or len(step.to) == 1 for step in passed)
    return known and not any(dossier.lives.every.get(name, Life()).ended(today) for name in last)
