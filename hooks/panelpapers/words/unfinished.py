"""What is unfinished, and how complete the record is, in words: for the page of editors and for the terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from ..facts.completeness import Fact, Recorded
from ..facts.unfinished import ROUGH_MINUTES, ROUGH_MINUTES_OF_ADVICE, Kind, Task, Unfinished, rough_minutes
from ..records.language import unmarked
from ..records.publication import Records
from . import format as say

HEADINGS: Final[Mapping[Kind, str]] = {
    "agenda": "Agendas that are due",
    "held or not": "Meetings of which nothing says whether they took place",
    "minutes missing": "Minutes that are missing",
    "draft": "Drafts",
    "minutes not confirmed": "Minutes that are not confirmed",
    "action overdue": "Actions that are overdue",
    "action not reported": "Actions that nobody has reported on",
    "business put off": "Business that was put off and has not come back",
    "question": "Questions without an answer",
    "recommendation": "Recommendations without an answer",
    "figure": "Figures that are past their date",
    "document": "Documents that may not be accessible",
    "version": "Translations and other versions that are out of date",
    "seat ends": "Seats and offices that end soon",
}

TO_DO: Final[Mapping[Kind, str]] = {
    "agenda": "Write agenda.yml in the folder of the meeting. If it will not take place, write state: cancelled.",
    "held or not": "Write held, cancelled or postponed as the state. If no paper shows which, write not known.",
    "minutes missing": "Write minutes.yml in the folder of the meeting.",
    "draft": "When it is final, take the mark or the state out. A minute of a later meeting confirms minutes.",
    "minutes not confirmed": (
        "Write confirms with the day of their meeting: in an item of the next agenda, then in the minute."
    ),
    "action overdue": "Ask who owes it, and write what they say in the next action tracker.",
    "action not reported": "Ask who owes it, and write what they say in the next action tracker.",
    "business put off": "In the minute that came to it, write takes_up. If it was put off again, say until when.",
    "question": "Write the answer beside the question. If a later meeting got it, name that in answered_at.",
    "recommendation": "Write the answer, and the day on which it came in answered.",
    "figure": "Look for the figure in the latest report. If the body has stopped giving it, say so in remarks.",
    "document": "Ask for an accessible version, or have somebody try it and write tested.",
    "version": "Have the version brought up to date, and write the new day in follows.",
    "seat ends": "Ask who follows. Write the new term, or a vacancy.",
}

_RECORDED: Final[Mapping[Fact, tuple[str, str, str]]] = {
    "minutes": ("Minutes", "meeting<|s> whose day is over", "<has|have> minutes"),
    "confirmed": ("Confirmation", "set<|s> of minutes", "<is|are> confirmed"),
    "attendance": ("Attendance", "set<|s> of minutes", "<says|say> who was there"),
    "declarations": ("Interests", "set<|s> of minutes", "<says|say> whether anybody declared one"),
    "public questions": ("Public questions", "set<|s> of minutes", "<says|say> whether any was asked"),
    "items": ("Agenda items", "<item of a minuted meeting|items of minuted meetings>", "<has|have> a minute"),
    "votes": ("Votes", "resolution<|s>", "<says how it was|say how they were> carried"),
    "duties": ("Duties", "resolution<|s>", "<says|say> what has to be done"),
    "due": ("Due days", "action<|s>", "<says|say> by when"),
    "outcomes": ("Outcomes", "action<|s>", "<says|say> what became of <it|them>"),
    "documents": ("Documents", "document<|s>", "<says how accessible it is|say how accessible they are>"),
    "targets": ("Targets", "indicator<|s>", "<says|say> whether there is one"),
    "days of seats": ("Seats", "<term of a member|terms of members>", "<gives its|give their> first day"),
    "answers": ("Answers", "<question or recommendation|questions and recommendations>", "<has|have> an answer"),
}
"""What a kind of fact is called, and of what it says what. ``<one|several>`` has the words for one, and for more."""


@dataclass(frozen=True, slots=True)
class Group:
    """All tasks of one kind, each in words. ``minutes`` is about how long one of them takes."""

    kind: Kind
    tasks: tuple[tuple[Task, str], ...]

    @property
    def heading(self) -> str:
        """What the kind is called."""
        return HEADINGS[self.kind]

    @property
    def to_do(self) -> str:
        """What is to be done."""
        return TO_DO[self.kind]

    @property
    def minutes(self) -> int:
        """About how long one takes."""
        return ROUGH_MINUTES[self.kind]


def groups(found: Unfinished, records: Records) -> list[Group]:
    """Give all that is unfinished by kind, each task in words."""
    by_kind = groupby(found.tasks, key=lambda task: task.kind)
    return [Group(kind, tuple((task, of(task, records)) for task in tasks)) for kind, tasks in by_kind]


def of(task: Task, records: Records) -> str:
    """Say what is unfinished, in a few words."""
    at = say.day(records.day_of(task.meeting_id)) if task.meeting_id else ""
    on = say.day(task.day) if task.day else ""
    put = f"The meeting of {on} has them on its agenda." if on else "No agenda has them yet."
    unheard = ", and nothing was reported" if task.detail else ""
    told: Mapping[Kind, str] = {
        "agenda": f"The agenda of the meeting of {at} was due on {on}",
        "held or not": f"Meeting of {at}",
        "minutes missing": f"Minutes of the meeting of {at}",
        "draft": f"Minutes of {at}, marked as a draft. {put}",
        "minutes not confirmed": f"Minutes of {at}. {put}",
        "action overdue": f"{task.name}, of {at}: it was due on {on}{unheard}",
        "action not reported": f"{task.name}, of {at}",
        "business put off": f"{task.name}, put off on {at} to {on}",
        "question": f"{task.name}, asked on {at}",
        "recommendation": f"{task.name}, made on {at}{f': an answer is due on {on}' if on else ''}",
        "figure": f"{task.name}. The last figure is for {task.detail}. The next was expected by {on}.",
        "document": f"{task.name}, {at} (accessible: {task.detail})",
        "version": f"{say.capitalised(task.name)}, {at}: what it follows was changed on {on}",
        "seat ends": f"{task.name}: {task.detail}, to {on}",
    }
    if task.kind == "draft" and task.detail:
        return f"The meeting of {at} is provisional"
    if task.kind == "figure" and task.day is None:
        return f"{task.name}. The figure for {task.detail} was not there yet."
    return told[task.kind]


def of_recorded(of: Recorded) -> tuple[str, str]:
    """Say of how many records a fact is known: ``("Votes", "3 of 14 resolutions say how they were carried")``."""
    name, records, says = _RECORDED[of.fact]
    told = _for(records, one=of.every == 1), _for(says, one=1 in (of.known, of.every))
    return name, f"{of.known:,} of {of.every:,} {' '.join(told)}"


def _for(words: str, *, one: bool) -> str:
    return re.sub(r"<([^<>|]*)\|([^<>|]*)>", lambda found: found[1] if one else found[2], words)


def roughly(minutes: int) -> str:
    """Say about how long something takes: ``about 2 hours 30 minutes``."""
    return f"about {say.duration(minutes)}"


def rough_times(found: Sequence[Group], advice: int) -> list[tuple[str, int, int, int]]:
    """Give the table of rough times: what, how many, minutes for one, minutes for all."""
    rows = [(group.heading, len(group.tasks), group.minutes) for group in found]
    rows += [("Warnings and advice", advice, ROUGH_MINUTES_OF_ADVICE)] if advice else []
    return [(what, count, minutes, count * minutes) for what, count, minutes in rows]


def as_text(found: Unfinished, records: Records, advice: Mapping[str, int]) -> str:
    """Tell all of it for the terminal: by kind with place and what to do, the rough times, and what is recorded."""
    told = []
    every, count = groups(found, records), sum(advice.values())
    for group in every:
        told += [f"{group.heading} ({len(group.tasks)})", f"  What to do: {group.to_do}"]
        told += [
            f"  {task.place.file}, line {task.place.line}: {say.ended(in_words)}" for task, in_words in group.tasks
        ]
        told.append("")
    if advice:
        told += [
            "Warnings and advice, by kind",
            "  What to do: run panel-papers check, which tells each with its line.",
        ]
        told += [f"  {code}: {number}" for code, number in sorted(advice.items())]
        told.append("")
    if every or advice:
        told += ["About how long it takes"]
        told += [
            f"  {what}: {many}, {roughly(one)} each, {say.duration(all_)} in all"
            for what, many, one, all_ in rough_times(every, count)
        ]
        told += [f"  Together: {roughly(rough_minutes(found.tasks, count))}.", ""]
    else:
        told += ["Nothing is unfinished, as far as the records show.", ""]
    if found.recorded:
        told += ["How complete the record is, by kind of fact"]
        told += [f"  {name}: {known}." for name, known in map(of_recorded, found.recorded)]
    return unmarked("\n".join(told).rstrip())
