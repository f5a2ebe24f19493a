"""Checks of actions and undertakings: what trackers and minutes say of them, and promises recorded nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from ..facts.dossier import Dossier
from ..facts.promises import every_undertaking, promising_words, promising_words_after_questions
from ..facts.rows import every_minute
from ..reading.guessing import Guesses
from ..records.actions import ActionUpdate, Discharge
from ..records.meeting import date_of
from ..records.place import Place
from ..records.problem import Problem
from ..records.publication import Records
from .findings import advice, meant, repeated, warning


def action_told_of(dossier: Dossier) -> Iterator[Problem]:
    """Tell of what is said of an action that no resolution and no answer makes, or before it was made."""
    records = dossier.records
    known = [action.id for action in dossier.actions]
    guesses = Guesses(known, 0.8)
    for meeting_id, _, told in _in_order(records):
        if told.action and told.action not in known and "minutes" not in records.unread:
            near = guesses.nearest(told.action)
            fact = f'There is no action with the id "{told.action}".'
            listed = "`panel-papers describe` of the minutes lists the ids of their actions."
            fix = meant(near, f"Write the meeting, the minute and the resolution. {listed}")
            yield Problem("unknown-action", told.at("action"), fact, fix)
        if told.action and told.action[:10] > meeting_id[:10]:
            fact = f"The meeting of {meeting_id} cannot report on an action that was made later."
            fix = "Correct the id of the action, or the folder that this file lies in."
            yield Problem("told-before-made", told.at("action"), fact, fix)


def updated_twice(dossier: Dossier) -> Iterator[Problem]:
    """Tell of an action that stands twice in one tracker."""
    for tracker in dossier.records.trackers.values():
        for update, _ in repeated(tracker.updates, attrgetter("action")):
            fact = f'There are two updates of the action "{update.action}" in this tracker.'
            fix = "Make one update of both, or correct the id of one."
            yield Problem("updated-twice", update.at("action"), fact, fix)


def without_outcome(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an action that is to be discharged, or was done differently, where nothing says what became of it."""
    updates = [update for tracker in dossier.records.trackers.values() for update in tracker.updates]
    for update in (update for update in updates if update.remark is None):
        if update.proposes == "discharge" and update.outcome is None:
            fact = "This action is proposed for discharge, and nothing says what became of it."
            fix = "Add outcome. If it is not known, tell readers in a remark."
            yield warning("discharge-without-outcome", update.at("proposes"), fact, fix)
        if update.outcome_why is None and update.outcome in ("done differently", "refused"):
            fact = f'The outcome is "{update.outcome}", and nothing says what was done instead.'
            fix = "Add a remark: what was resolved, and what was done."
            yield warning("outcome-unexplained", update.at("outcome"), fact, fix)


def reason_alone(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a reason for an outcome, or of words that show how firm an undertaking is, where neither is typed."""
    judgements = [(said, "outcome_why", "outcome") for *_, said in _in_order(dossier.records)]
    firmness = [(undertaking, "words", "kind") for undertaking in every_undertaking(dossier.records)]
    for record, reason, judged in (*judgements, *firmness):
        if getattr(record, reason) and not getattr(record, judged):
            fact = f'This is a reason for "{judged}", which is not typed here.'
            fix = f'Add a line that begins with "{judged}:", or delete this one.'
            yield Problem("reason-alone", record.at(reason), fact, fix)


def due_too_early(dossier: Dossier) -> Iterator[Problem]:
    """Tell of an action that is due before the meeting that made it, or by a meeting which is not after that one."""
    for action in dossier.actions:
        records, due = dossier.records, action.due or action.meeting_id
        by_meeting = due in records.meetings and records.moment(due) <= records.moment(action.meeting_id)
        if action.due and (by_meeting or date_of(due) < date_of(action.meeting_id)):
            fact = f"This action is due by {due}, and was made on {action.meeting_id[:10]}."
            fix = "Write the later day on which it is due, or the id of the later meeting by which it is."
            yield Problem("due-too-early", action.duty.at("due"), fact, fix)


def closed_twice(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an action that is discharged, or proposed for it, though it is closed, or opened again while open.

    Of an action whose minutes are not on this site, it is not known whether it was closed.
    """
    closed: dict[str, str] = {}
    for meeting_id, what, told in _in_order(dossier.records):
        name = told.action or (told.number if isinstance(told, Discharge) else "") or ""
        if what == "reopened" and name not in closed and told.action:
            fact = f'The action "{name}" is opened again, and no minute on this site closed it.'
            fix = "Correct the id, or take reopens out. If a minute discharged it, add discharges there."
            yield warning("reopened-open", told.at("action"), fact, fix)
        elif what == "reopened":
            closed.pop(name, None)
        elif name in closed and what != "reported":
            fact = f'The meeting of {closed[name]} discharged the action "{name}" already.'
            fix = "Correct the id, or take one of the two out. If it was opened again between them, add reopens."
            yield warning("discharged-twice", told.at("action" if told.action else "number"), fact, fix)
        elif what == "discharged":
            closed[name] = meeting_id


def _in_order(records: Records) -> Iterator[tuple[str, str, ActionUpdate | Discharge]]:
    """Give everything that is said of an action, with the meeting that says it and what it is, as it happened."""
    for meeting_id in sorted({*records.trackers, *records.minutes}, key=records.moment):
        tracker, minutes = records.trackers.get(meeting_id), records.minutes.get(meeting_id)
        for update in tracker.updates if tracker else ():
            yield meeting_id, "proposed" if update.proposes == "discharge" else "reported", update
        for minute in minutes.every_minute if minutes else ():
            yield from ((meeting_id, "discharged", decision) for decision in minute.discharges)
            yield from ((meeting_id, "reopened", decision) for decision in minute.reopens)


def likely_undertaking(dossier: Dossier) -> Iterator[Problem]:
    """Advise on each answer that sounds like a promise and has neither an undertaking nor a reason why it is none."""
    for _, minute in every_minute(dossier.records):
        for exchange in (exchange for theme in minute.themes for exchange in theme.exchanges):
            if words := promising_words(exchange):
                yield _likely(words, exchange.at("answered"))
        if words := promising_words_after_questions(minute):
            yield _likely(words, minute.at("after_questions"))


def _likely(words: str, place: Place) -> Problem:
    fact = f'"{words}" sounds like a promise, and none is recorded here.'
    fix = "Add it to undertakings, with who said it. If a resolution covers it, or it is no promise, "
    fix += "say so in no_undertaking."
    return advice("likely-undertaking", place, fact, fix)


def kind_without_words(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an undertaking that is called a promise or an offer, where no words of the minute show it."""
    for undertaking in every_undertaking(dossier.records):
        if undertaking.kind and undertaking.words is None:
            fact = f'This is "{undertaking.kind}", and no words of the minute show it.'
            fix = 'Add "words:" with the few words of the minute that say so.'
            yield warning("undertaking-without-words", undertaking.at("kind"), fact, fix)
