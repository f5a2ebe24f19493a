"""The files of the minutes of a meeting, and of the action tracker for one: what is to be confirmed, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten
from typing import Final

from ..facts.actions import Action
from ..facts.members import Membership
from ..facts.recurring import opens
from ..facts.series import numbers_after
from ..records.actions import ActionTracker, ActionUpdate, Discharge, Duty
from ..records.agenda import AgendaItem
from ..records.attendance import Presence
from ..records.drafts import TO_WRITE
from ..records.meeting import date_of
from ..records.minutes import Minute, Minutes, Resolution
from ..records.person_names import PeopleByName
from ..words import format as say
from .before import Start
from .commented import Group, Shown

_REPORT: Final = 400
"""How many letters of an earlier report are shown."""
_WHEN_FINAL: Final = "Take this line out when the minutes are written: then they are published."
_WHO: Final = (
    "These had a seat on the day. Nobody knows yet who was there: take the # away from the name of this list and",
    "from whoever was. Move the lines of whoever sent apologies below apologies.",
)


def minutes_of(start: Start) -> Group:
    """Give the group of minutes: who may have been there, and a minute for each item of the agenda."""
    agenda = start.records.agendas.get(start.meeting_id)
    items = [item for item in agenda.business if not (item.withdrawn or item.not_taken)] if agenda else []
    numbers, told = _numbers(start, len(items) or 1)
    minutes = [_minute(start, item, numbers[at] if numbers else "") for at, item in enumerate(items)]
    if not items:
        title = {"number": numbers[0]} if numbers else {}
        minutes = [Group(Minute, {**title, "title": TO_WRITE}, _BUSINESS, whole=False)]
        told.append("The agenda of this meeting is not here, so nothing is known of its business.")
    known: dict[str, Shown] = {"draft": True, "minutes": (*minutes, Group(Minute, spare=True))}
    members, others = tuple(_members(start)), tuple(_others(start))
    offered: dict[str, Shown] = {
        name: people for name, people in (("present", members), ("also_present", others)) if people
    }
    said = {"draft": [_WHEN_FINAL], "minutes": told, "present": [" ".join(_WHO), *_substitutes(start)]}
    if others:
        said["also_present"] = ["These were there last time."]
    return Group(Minutes, known, offered, said if members else {**said, "present": []})


_BUSINESS: Final[dict[str, Shown]] = {
    "text": None,
    "resolutions": (
        Group(
            Resolution,
            {"text": None},
            {"action": Group(Duty, {"owner": None}, {"due": None}, whole=False), "no_action": None},
            whole=False,
        ),
    ),
}
"""What most minutes hold, left open."""


def _numbers(start: Start, count: int) -> tuple[list[str], list[str]]:
    """Give the numbers of new minutes as far as they are known, and what is to be said of them."""
    whole = [other for other in start.before if other in start.records.minutes]
    whole = [other for other in whole if not start.records.minutes[other].only]
    lists = [[minute.label for minute in start.records.minutes[other].minutes if minute.number] for other in whole]
    numbers = numbers_after(lists, count)
    if not whole:
        return numbers, []
    missing = start.before[start.before.index(whole[-1]) + 1 :]
    if numbers and numbers[0] != lists[-1][0] and missing:
        told = (
            f"Numbers are left out: those of {say.listed([*map(start.day, missing)])} come before, and are not here."
        )
        return [], [told]
    begin = f"The numbers go on from {start.day(whole[-1])}." if numbers and numbers[0] != lists[-1][0] else ""
    again = f"The numbers begin again, as on {start.day(whole[-1])}." if numbers and not begin else ""
    return numbers, [text for text in (begin, again) if text]


def _minute(start: Start, item: AgendaItem, number: str) -> Group:
    """Give the minute of an item: its title, and what it confirms or discharges; nothing that is not known."""
    known: dict[str, Shown] = {"number": number} if number else {}
    known |= {"title": f"{item.title}", "item": item.id or item.label or item.key}
    known |= {"confirms": item.confirms} if item.confirms else {}
    offered: dict[str, Shown] = {} if item.exempt else {"text": None} if opens(item) else dict(_BUSINESS)
    said = {"title": ["This item is exempt: nothing may stand here that tells what it is about."]}
    tracker = start.records.trackers.get(start.meeting_id)
    proposed = {update.action for update in tracker.updates if update.proposes == "discharge"} if tracker else set()
    if proposed and tracker and tracker.item == item.key:
        offered["discharges"] = tuple(
            Group(Discharge, {"action": action.id, "text": _short(_asked(action))}, {"outcome": None}, whole=False)
            for action in start.open_actions
            if action.id in proposed
        )
    return Group(Minute, known, offered, said if item.exempt else {}, whole=False)


def _members(start: Start) -> Iterator[Group]:
    """Give each member of the day as one who may have been present, with an office as their role."""
    day = date_of(start.meeting_id)
    for seat in Membership(start.records, start.body).seats_on(day):
        if not seat.term.substitute:
            offices = [f"{office}" for office in seat.term.offices_on(day)]
            role: dict[str, Shown] = {"role": offices[0]} if offices else {}
            yield Group(Presence, {"person": _called(start, seat.person_id), **role}, whole=False)


def _substitutes(start: Start) -> Iterator[str]:
    seats = Membership(start.records, start.body).seats_on(date_of(start.meeting_id))
    names = [_called(start, seat.person_id) for seat in seats if seat.term.substitute]
    if names:
        yield f"Substitutes, who may have come in the place of a member: {say.listed(names)}."


def _others(start: Start) -> Iterator[Group]:
    """Give whoever else was there at the last meeting with minutes."""
    last = next((other for other in reversed(start.before) if other in start.records.minutes), None)
    for presence in start.records.minutes[last].also_present if last else ():
        yield Group(Presence, {"person": _called(start, presence.person)}, whole=False)


def _called(start: Start, person_id: str) -> str:
    """Give the name of a person, where it is that of nobody else; else the id."""
    people = start.records.people
    name = f"{people[person_id].name}" if person_id in people else person_id
    return name if PeopleByName.of(people).named(name) == (person_id,) else person_id


def tracker_of(start: Start) -> Group:
    """Give the group of an action tracker where something is open: who owes each, by when, and what was told last."""
    updates = [
        Group(
            ActionUpdate,
            {"action": action.id, "text": TO_WRITE},
            {"proposes": "discharge", "outcome": None},
            {"action": [*_told(start, action)]},
            whole=False,
        )
        for action in start.open_actions
    ]
    known: dict[str, Shown] = {
        "draft": True,
        "updates": (*updates, Group(ActionUpdate, spare=True)),
    }
    agenda = start.records.agendas.get(start.meeting_id)
    item = next((item for item in (agenda.business if agenda else ()) if "action" in item.title.casefold()), None)
    known |= {"item": item.id or item.label or item.key} if item else {}
    said = ["These are open, as far as the papers show."]
    draft = ["Take this line out when each report is written: then the tracker is published."]
    return Group(ActionTracker, known, said={"draft": draft, "updates": said})


def _told(start: Start, action: Action) -> Iterator[str]:
    """Say what an action is, who owes it and by when, and what was reported last."""
    yield f"{action.number}: {_short(_asked(action))}" if action.number else _short(_asked(action))
    owner = start.records.people.get(action.owner) or start.records.bodies.get(action.owner)
    offered = "Offered" if action.offered else "Owed"
    due = ""
    if action.due:
        known = action.due in start.records.meetings
        due = f", due {start.day(action.due) if known else say.day(date_of(action.due))}"
    yield f"{offered} by {owner.name if owner else action.owner}{due}."
    if reported := next((step for step in reversed(action.steps) if step.update), None):
        yield f"Last report, {start.day(reported.meeting_id)}: {_short(f'{reported.told.text}')}"


def _asked(action: Action) -> str:
    source = action.source
    return f"{source.in_short if isinstance(source, Resolution) else source.text}"


def _short(text: str) -> str:
    return shorten(" ".join(text.split()), _REPORT, placeholder=" …")
