"""The files of a new meeting and of its agenda, with what is known before it: dates, place and time, business."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from ..facts.actions import Action, actions
from ..facts.dates import calendar_of, dates_of
from ..facts.programme import by_meeting
from ..facts.recurring import Recurring, meeting_after, meetings_before, opens, recurring
from ..facts.series import numbers_after
from ..records.agenda import Agenda, AgendaItem
from ..records.drafts import TO_WRITE
from ..records.language import is_english
from ..records.meeting import Meeting, Venue, date_of
from ..records.publication import Records
from ..words import format as say
from ..words.dates import arrival, publication
from .commented import Group, Shown
from .lines import Value

_SATURDAY: Final = 5
_WHEN_RIGHT: Final = "Take this line out when time and place are right: then the meeting is published."
_WHEN_FINAL: Final = "Take this line out when the agenda is final: then it is published."


@dataclass(frozen=True)
class Start:
    """What the files of a meeting go on from. ``records`` have the meeting, and the drafts in their places."""

    records: Records
    meeting_id: str
    today: date

    @property
    def body(self) -> str:
        """The body that meets: the first of a joint meeting."""
        return self.records.held_by(self.meeting_id)[0]

    @cached_property
    def before(self) -> tuple[str, ...]:
        """The meetings of the body before this one that were not called off."""
        return meetings_before(self.records, self.body, self.meeting_id)

    @cached_property
    def open_actions(self) -> tuple[Action, ...]:
        """What the body is still owed, or was offered, before this meeting."""
        earlier = set(self.before)
        return tuple(
            action for action in actions(self.records) if action.meeting_id in earlier and action.standing != "closed"
        )

    def day(self, meeting_id: str) -> str:
        """Write the day of a meeting."""
        return say.day(self.records.day_of(meeting_id))


def started(records: Records, meeting_id: str, body: str, today: date) -> tuple[Start, Group]:
    """Give what a new meeting goes on from, and the group of its own file: time and place are those of last time."""
    own: dict[str, object] = {"body": body} if body and body != records.own else {}
    known: dict[str, Shown] = {"draft": True, **{name: str(value) for name, value in own.items()}}
    state = "not known" if date_of(meeting_id) < today else "planned"
    meeting = Meeting.model_validate({**own, "state": state})
    start = Start(replace(records, meetings={**records.meetings, meeting_id: meeting}), meeting_id, today)
    said: dict[str, list[str]] = {"draft": [_WHEN_RIGHT]}
    timed = next((other for other in reversed(start.before) if records.meetings[other].starts), None)
    placed = next((other for other in reversed(start.before) if records.meetings[other].venue), None)
    if timed and (starts := records.meetings[timed].starts):
        known["starts"], said["starts"] = f"{starts:%H:%M}", [f"As on {start.day(timed)}."]
        meeting = meeting.model_copy(update={"starts": starts})
    if placed and (venue := records.meetings[placed].venue):
        address: dict[str, Shown] = {"address": f"{venue.address}"} if venue.address else {}
        known["venue"] = Group(Venue, {"name": f"{venue.name}", **address}, whole=False)
        said["venue"] = [f"As on {start.day(placed)}."]
    known["state"] = state
    holder = start.records.holder(meeting_id)
    person = records.people.get(holder.contact.person or "") if holder and holder.contact else None
    if person:
        said["contact"] = [f"Left out, it is {person.full_name}, {person.role}."]
    start = replace(start, records=replace(records, meetings={**records.meetings, meeting_id: meeting}))
    return start, Group(Meeting, known, said=said)


def opening(start: Start) -> Iterator[str]:
    """Give sentences about the day of a meeting: what it falls on, and the last days before it."""
    day, regime = date_of(start.meeting_id), start.records.regime_on(date_of(start.meeting_id))
    written = say.weekday_and_day(date(day.year, day.month, day.day))
    if holiday := calendar_of(regime).holiday(day):
        yield f"Note: {written} is a holiday, {holiday}."
    elif day.weekday() >= _SATURDAY:
        yield f"Note: {written} is at a weekend."
    else:
        yield f"The meeting is on {written}."
    dates = dates_of(start.records, start.meeting_id)
    for deadline in dates.notices:
        yield publication(deadline, "past" if deadline.day < start.today else "future")
    if asked := dates.question_deadline:
        yield arrival(asked, "past" if asked.day < start.today else "future")


def _in_its_language(start: Start, item: Group) -> Group:
    """Give an item with a title of ours, or say what its title is to be where the body writes another language."""
    if is_english(start.records.language):
        return item
    told = f'What it is: "{item.known["title"]}". Write it in the language of the body.'
    return replace(item, known={**item.known, "title": TO_WRITE}, said={"title": [told]})


def agenda_of(start: Start) -> Group:
    """Give the group of an agenda: the business that comes back, what the work programme plans, and open actions."""
    usual = recurring(start.records, start.body, start.meeting_id)
    items = [*_items(start, usual)]
    earlier = [other for other in start.before if other in start.records.agendas]
    numbers = numbers_after(
        [[item.label for item in start.records.agendas[other].items if item.number] for other in earlier], len(items)
    )
    numbered = [
        replace(item, known={"number": numbers[at], **item.known} if numbers else item.known)
        for at, item in enumerate(items)
    ]
    said = ["Take out what is not on this agenda, and add its own business."]
    if usual:
        said = [f"Business that comes back is as on the agenda of {start.day(usual.meeting_id)}.", *said]
    spare = Group(AgendaItem, spare=True)
    said_of = {"items": said, "draft": [_WHEN_FINAL]}
    return Group(Agenda, {"draft": True, "items": (*numbered, spare)}, said=said_of)


def _items(start: Start, usual: Recurring | None) -> Iterator[Group]:
    """Give the items of an agenda in their order, without numbers."""

    def ours(title: str, **known: str) -> Group:
        return _in_its_language(start, _titled(title, **known))

    again = [_again(start, item, item in usual.same) for item in usual.items] if usual else []
    at = usual.before_business if usual else 0
    first = again[:at] if usual else [ours("Apologies"), ours("Declarations of interest")]
    last = again[at:]
    titles = [str(group.known["title"]).casefold() for group in (*first, *last)]
    named = [f"{item.title}".casefold() for item in usual.items if item.confirms] if usual else []
    after_opening = sum(opens(item) for item in usual.items[:at]) if usual else len(first)
    confirmed = next(
        (n for n, title in enumerate(titles[: len(first)], 1) if "minutes" in title or title in named), 0
    )
    if start.before and not confirmed:
        first.insert(after_opening, ours("Minutes of the last meeting"))
        confirmed = after_opening + 1
    if start.before and confirmed:
        of_minutes = first[confirmed - 1]
        first[confirmed - 1] = replace(of_minutes, known={**of_minutes.known, "confirms": start.before[-1]})
    if start.open_actions and not any("action" in title or "matters arising" in title for title in titles):
        first.insert(confirmed, ours("Actions from earlier meetings"))
    holder = start.records.holder(start.meeting_id)
    rule = holder.question_rule if holder and start.records.takes_questions(start.meeting_id) else None
    about = [str(group.known.get("matter", "")) for group in (*first, *last)]
    if rule and not any("question" in title for title in titles) and not (rule.matter and rule.matter in about):
        first.append(ours("Questions from the public", **({"matter": rule.matter} if rule.matter else {})))
    yield from first
    for row in by_meeting(start.records).get(start.meeting_id, ()):
        if row.kind == "item":
            known = {"matter": ", ".join(row.matter), "function": row.function or ""}
            item = _titled(f"{row.title}", **{name: value for name, value in known.items() if value})
            why = "The work programme has this, and says that it is provisional."
            yield replace(item, said={"title": [why if row.provisional else "The work programme has this."]})
    yield from last


def _titled(title: str, **known: str) -> Group:
    return Group(AgendaItem, {"title": title, **known}, whole=False)


def _again(start: Start, item: AgendaItem, same: bool) -> Group:
    """Give an item that comes back as it is this time: with the days of this meeting, and no text of other business.

    Its text is taken over where the ``same`` came back before, or where it is about how a meeting opens.
    """
    known: dict[str, Shown] = {"title": f"{item.title}"}
    was, now = "", ""
    if item.confirms and start.before:
        was, now = start.day(item.confirms), start.day(start.before[-1])
    later = meeting_after(start.records, start.body, start.meeting_id) if item.next_meeting else None
    known |= {"next_meeting": later} if later else {}
    again = ("title", "text", "report_of") if same or opens(item) or item.confirms else ("title",)
    for name in again:
        text = f"{getattr(item, name) or ''}"
        others = text.replace(was, "") if was else text
        if text and (name != "text" or not any(map(str.isdigit, others))):
            known[name] = text.replace(was, now) if was else text
    asked: list[Value] = [f"{asked}" for asked in item.asked_to]
    known |= {"asked_to": asked} if asked else {}
    known |= {"matter": item.matter[0]} if item.matter else {}
    offered: dict[str, Shown] = {} if "text" in known else {"text": None}
    return Group(AgendaItem, known, offered | ({"next_meeting": None} if item.next_meeting else {}), whole=False)
