"""People, bodies, seats, meetings, motions and votes in the shapes of Popolo (https://www.popoloproject.com/specs/)."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..facts.votes import Vote
from ..records.meeting import date_of
from ..records.minutes import Minute
from ..records.votes import SIDES, Motion
from .plain_data import Led, Target, text_of

Shaped = dict[str, object]
OWN = "own-body"
"""Id of the body of the publication, where it has no entry of its own among the bodies."""
_OPTIONS = dict(zip(SIDES, ("yes", "no", "abstain", "not voting", "not voting", "absent"), strict=True))
"""The words of Popolo for how somebody stood in a vote."""


def popolo(dossier: Dossier, led: Led) -> Shaped:
    """Give all of it in one map: a list for each class of Popolo. What is not known is left out."""
    records = dossier.records
    events = [_event(dossier, meeting_id, led) for meeting_id in records.in_order]
    return {
        "persons": list(_persons(dossier, led)),
        "organizations": list(_organizations(dossier)),
        "memberships": list(_memberships(dossier)),
        "events": events,
        "motions": list(_motions(dossier, led)),
        "vote_events": [_vote_event(dossier, vote) for vote in dossier.votes],
    }


def without_nothing(**values: object) -> Shaped:
    """Give a map of these values without those that are nothing."""
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def _persons(dossier: Dossier, led: Led) -> Iterator[Shaped]:
    for person_id, person in dossier.records.people.items():
        yield without_nothing(
            id=person_id,
            name=text_of(person.name),
            honorific_prefix=person.title and text_of(person.title),
            honorific_suffix=person.honours,
            summary=text_of(person.role),
            links=_links(led(Target("people", person_id))),
        )


def _organizations(dossier: Dossier) -> Iterator[Shaped]:
    records = dossier.records
    if records.panel and not records.own:
        named = text_of(records.panel.name)
        yield without_nothing(
            id=OWN, name=named, founding_date=_day(records.panel.from_), dissolution_date=_day(records.panel.until)
        )
    for body_id, body in records.bodies.items():
        days = {"founding_date": _day(body.from_), "dissolution_date": _day(body.until)}
        yield without_nothing(id=body_id, name=text_of(body.name), classification=text_of(body.kind), **days)


def _memberships(dossier: Dossier) -> Iterator[Shaped]:
    records = dossier.records
    for person_id, person in records.people.items():
        for number, term in enumerate(person.terms, 1):
            yield without_nothing(
                id=f"{person_id}-{number}",
                person_id=person_id,
                organization_id=records.body_of(term) or OWN,
                role=text_of(term.office or term.seat),
                on_behalf_of_id=term.authority,
                start_date=_day(term.begins),
                end_date=_day(term.ends),
            )


def _event(dossier: Dossier, meeting_id: str, led: Led) -> Shaped:
    records = dossier.records
    meeting, holder = records.meetings[meeting_id], records.body_named(records.held_by(meeting_id)[0])
    minutes = records.minutes.get(meeting_id)
    there = [presence.person for presence in minutes.present] if minutes else []
    return without_nothing(
        id=meeting_id,
        name=text_of(meeting.title or (holder.name if holder else meeting_id)),
        start_date=date_of(meeting_id).isoformat()[:10],
        location=meeting.venue and text_of(meeting.venue.name),
        status={"cancelled": "cancelled", "postponed": "postponed"}.get(meeting.state, "confirmed"),
        organization_id=records.held_by(meeting_id)[0] or OWN,
        attendees=[{"id": person} for person in there],
        links=_links(led(Target("meetings", meeting_id))),
    )


def _motions(dossier: Dossier, led: Led) -> Iterator[Shaped]:
    records = dossier.records
    for meeting_id in records.in_order:
        minutes = records.minutes.get(meeting_id)
        for minute in minutes.every_minute if minutes else ():
            links = _links(led(Target("minutes", minute.key, meeting_id)))
            held = {
                "organization_id": records.held_by(meeting_id)[0] or OWN,
                "date": meeting_id[:10],
                "sources": links,
            }
            for motion in minute.motions:
                by = motion.moved_by.person if motion.moved_by else None
                said = {"text": text_of(motion.text), "creator_id": by, "result": motion.result}
                yield without_nothing(id=f"{meeting_id}-{minute.key}-{motion.key}", **held, **said)
            for made in minute.resolutions:
                said = {"text": text_of(made.text), "classification": "resolution", "result": "carried"}
                yield without_nothing(id=f"{meeting_id}-{made.key}", **held, **said)


def vote_id(vote: Vote) -> str:
    """Give the id of a vote, which is that of what was voted on."""
    if isinstance(vote.on, Minute):
        return f"{vote.meeting_id}-{vote.minute.key}-election"
    key = f"{vote.minute.key}-{vote.on.key}" if isinstance(vote.on, Motion) else vote.on.key
    return f"{vote.meeting_id}-{key}"


def _vote_event(dossier: Dossier, vote: Vote) -> Shaped:
    of_motion = not isinstance(vote.on, Minute)

    def option(side: str, candidate: str | None) -> str:
        return candidate or _OPTIONS[side]  # type: ignore[index]

    return without_nothing(
        id=vote_id(vote),
        organization_id=dossier.records.held_by(vote.meeting_id)[0] or OWN,
        identifier=vote.minute.label,
        motion_id=vote_id(vote) if of_motion else None,
        classification=None if of_motion else "election",
        start_date=vote.meeting_id[:10],
        result={"lost": "fail"}.get(vote.result, "pass") if vote.result else None,
        counts=[
            {"option": option(stand.side, stand.candidate), "value": stand.tally.number} for stand in vote.stands
        ],
        votes=[
            {"voter_id": person, "option": option(stand.side, stand.candidate)}
            for stand in vote.stands
            for person in stand.tally.people
        ],
    )


def _links(address: str) -> list[Shaped]:
    return [{"url": address}] if address else []


def _day(day: object) -> str | None:
    return str(day) if day else None
