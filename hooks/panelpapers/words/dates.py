"""Sentences about the dates that follow from a meeting: always the date first, then the rule that gave it.

Which law a rule stands in is no part of its sentence: ``laws`` lists that for the end of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from ..facts.dates import DateRule, Deadline, Kept
from ..facts.events import EventDates
from ..facts.holidays import SkippedDay
from ..records.language import with_article
from ..records.law import Step
from . import format as say
from .tense import Tense, that_day, told

BY_EVERY_COUNT: Final = "To be in time by every count"
"""Before the earliest day, where a rule does not say which days count."""


def moment(deadline: Deadline) -> str:
    """Write a deadline as one moment: ``the end of Thursday 1 January 2026``, ``midday on Monday 5 January 2026``."""
    day = say.weekday_and_day(deadline.day)
    return f"{say.clock(deadline.time_of_day)} on {day}" if deadline.time_of_day else f"the end of {day}"


def rule(of: DateRule) -> str:
    """Write a rule: ``4 days before the meeting, counted as calendar days``, or by custom, where no law says so."""
    length = say.counted(of.length, of.unit.removesuffix("s"), of.unit)
    custom = "by custom " if of.counted_by and of.counted_by.seen == "custom" else ""
    return f"{length} before the meeting" + (f", counted {custom}as {of.counting.name}" if of.counting else "")


def questions(deadline: Deadline, when: Tense) -> str:
    """Say by when a question must arrive, which rule gave the date, and if the day is a bank holiday.

    ``when`` is the tense of the deadline's own day, here and below. Where the rule does not say which days count, the
    day is the earliest, and the text says so.
    """
    opening = told(when, "Questions had to arrive by", "Send your question by", "Send your question by")
    if deadline.by_latest:
        opening = f"{BY_EVERY_COUNT}, {opening[0].lower()}{opening[1:]}"
    return f"{opening} {moment(deadline)}{that_day(when)}. {_ruled(deadline)}"


def of_questions(deadline: Deadline, meeting_day: date) -> str:
    """Name it for a list: ``Last day for questions to the meeting of 5 January 2026: Monday 29 December 2025``."""
    which = "Last day that is surely in time" if deadline.by_latest is not None else "Last day"
    day = say.weekday_and_day(deadline.day)
    return f"{which} for questions to the meeting of {say.day(meeting_day)}: {day}"


def last_day(deadline: Deadline) -> str:
    """Say by when questions must arrive in words that stay true on any day: for a calendar, which keeps them."""
    opening = "The last moment that is in time by every count" if deadline.by_latest else "The last moment"
    return f"{opening} for questions is {moment(deadline)}. {_ruled(deadline)}"


def arrival(deadline: Deadline, when: Tense) -> str:
    """Say in one short sentence by when questions must arrive, or had to."""
    opening = f"{BY_EVERY_COUNT}, questions" if deadline.by_latest else "Questions"
    return f"{opening} from the public {_must(when)} arrive by {moment(deadline)}{that_day(when)}."


def _ruled(deadline: Deadline) -> str:
    """Give the rule of a deadline for questions, what it leaves open, and if the day is a bank holiday."""
    return f"The rule is {rule(deadline.rule)}.{_uncounted(deadline)}{_holiday(deadline)}"


def _uncounted(deadline: Deadline) -> str:
    """Say, where a rule leaves open which days count, that it does, and how far the counts lie apart."""
    if not (deadline.by_latest and deadline.earliest and deadline.latest_way):
        return ""
    return (
        f" It does not say which days count. Counted as {deadline.earliest.name}, the last day is "
        f"{say.day(deadline.day)}. Counted as {deadline.latest_way.name}, it is {say.day(deadline.by_latest)}."
    )


def public_by(deadline: Deadline, when: Tense) -> str:
    """Say in short by when something must be public: ``Papers must be public by 23 December 2025``."""
    what = "Papers" if " and " in deadline.rule.what else say.capitalised(deadline.rule.what)
    return f"{what} {_asked(deadline, when)} be public by {say.day(deadline.day)}"


def _asked(deadline: Deadline, when: Tense) -> str:
    """Give the verb of a deadline: "must" only where somebody read the law, or the body states the rule itself."""
    if deadline.rule.firm:
        return _must(when)
    several = " and " in deadline.rule.what
    return told(when, "were to", "are to", "are to") if several else told(when, "was to", "is to", "is to")


def publication(deadline: Deadline, when: Tense) -> str:
    """Say by when something must be public before a meeting, and which rule gave the date.

    Where nobody who keeps the regime has read the law, the sentence says what is asked, and not that it must be.
    """
    until = moment(deadline) if deadline.time_of_day else say.weekday_and_day(deadline.day)
    return (
        f"The {deadline.rule.what} {_asked(deadline, when)} be open to the public by {until}{that_day(when)}. "
        f"The rule is {rule(deadline.rule)}.{_holiday(deadline)}"
    )


def skipped(days: Sequence[SkippedDay]) -> list[str]:
    """List the days that a count left out, each with why."""
    return [f"{say.day(skipped_day.day)} ({skipped_day.reason})" for skipped_day in days]


def laws(
    deadlines: Sequence[Deadline], asked: Deadline | None, events: Sequence[EventDates], kept_papers: Sequence[Kept]
) -> list[tuple[str, str]]:
    """List where the rules of a meeting stand, with what each is about: publication, questions, events, keeping."""
    listed = []
    for deadline in deadlines:
        listed.append((f"When the {deadline.rule.what} must be public", deadline.rule.authority))
        listed.append(("Which days count", (deadline.rule.counted_by and deadline.rule.counted_by.law) or ""))
    if asked:
        listed.append(("When questions must arrive", asked.rule.authority))
    for event in events:
        listed += [(f"What is to be done by {say.day(by)}", of.law or "") for by, of in event.steps]
        if event.majority:
            listed.append((f"What {with_article(event.majority.name)} needs", event.majority.law or ""))
    listed += [
        (f"How long the {of.by.what} {'stay open' if of.by.open else 'are kept'}", of.by.law or "")
        for of in kept_papers
    ]
    return [(about, law) for about, law in dict.fromkeys(listed) if law]


def kept(of: Kept, when: Tense) -> str:
    """Say how long something stays open to the public or is kept, with its last day if one is known.

    ``when`` is the tense of that last day.
    """
    had = "had" if of.by.seen == "law read" else "were"
    if of.by.open:
        stays = f"{told(when, f'{had} to stay', 'stay', 'stay')} open to the public"
    else:
        stays = told(when, f"{had} to be kept", "are kept", "are kept")
    years = say.counted(of.by.years, "year", "years") if of.by.years else ""
    if of.until:
        last = f"{say.weekday_and_day(of.until)}{that_day(when)}"
        return f"The {of.by.what} {stays} until the end of {last}. That is {years}, beginning {of.by.begins}."
    return f"The {of.by.what} {stays} for {years or 'ever'}."


def step(by: date, of: Step, when: Tense) -> str:
    """Say what has to happen by when. Only law that somebody read says "must"."""
    must = _must(when) if of.seen == "law read" else told(when, "was to", "is to", "is to")
    return f"By {say.weekday_and_day(by)}{that_day(when)}, {of.who} {must} {of.must}."


def refusal(dates: EventDates, when: Tense) -> str:
    """Say what the body needs to refuse, in votes if its members are known, or for a second review that it may not.

    ``when`` is the tense of the meeting's day. Nothing is said where the regime has no such majority.
    """
    majority = dates.majority
    if majority is None:
        return ""
    name, body = majority.name, dates.regime.words.body
    law = "law" if majority.law else "rule"
    if dates.of.review == "second" and majority.once:
        reviews = told(when, "was to review", "reviews", "reviews")
        return f"The {body} {reviews} the revised {dates.of.event.name}. The {law} gives it no second {name}."
    whose = {
        "all members": (
            f"the votes of {say.share(majority.share)} of all members of the {body}, "
            f"whether they {told(when, 'attended', 'attend', 'attend')} or not"
        ),
        "members present": f"the votes of {say.share(majority.share)} of the members present",
        "votes cast": f"{say.share(majority.share)} of the votes cast",
    }[majority.of]
    such = say.capitalised(with_article(name))
    needed = f"{such} {told(when, 'needed', 'needs', 'needs')} {whose}."
    return f"{needed}{_votes(dates)}" + (f" The {law} gives no second {name}." if majority.once else "")


def _votes(dates: EventDates) -> str:
    """Say how many votes of all members that is, or why it is not known; nothing where no member is known."""
    if dates.members is None or dates.majority is None or dates.majority.of != "all members":
        return ""
    members = say.counted(dates.members, "member", "members")
    if dates.votes_needed is not None:
        # Papers do not always name everyone, so the sentence says whom the number is of.
        votes = say.counted(dates.votes_needed, "vote", "votes")
        return f" Of the {members} named on this site for that day, that is {votes}."
    if dates.unnamed:
        missing = f"no member of {say.listed(dates.unnamed, 'or')}"
    else:
        missing = f"{members} and the {dates.regime.words.body} has {dates.seats}"
    return f" The papers on this site name {missing}, so it is not known how many votes that is."


def _must(when: Tense) -> str:
    return told(when, "had to", "must", "must")


def _holiday(deadline: Deadline) -> str:
    name = deadline.holiday
    if name is None:
        return ""
    return f" That day is the {name}." if deadline.called in name else f" That day is {name}, a {deadline.called}."
