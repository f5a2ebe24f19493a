"""Checks of changes: items added late or withdrawn, what the meeting took, and corrections of its minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..facts.dates import publish_by
from ..facts.dossier import Dossier
from ..facts.rows import every_item, every_minute
from ..records.meeting import date_of
from ..records.minutes import Minute
from ..records.problem import Problem
from ..records.publication import Records
from ..records.walk import walk
from .dates import rule_of_notice
from .findings import advice, warning


def changed_after_meeting(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each item that is said to have been added or withdrawn after the day of the meeting."""
    for meeting_id, item in every_item(dossier.records):
        for what, change in (("added", item.added), ("withdrawn", item.withdrawn)):
            if change and change.on > date_of(meeting_id):
                fact = f"Item {item.number} was {what} on {change.on}, after the meeting of {meeting_id}."
                yield Problem("changed-after-meeting", change.at("on"), fact, "Check the day.")


def withdrawn_before_added(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each item that was withdrawn before it was added."""
    for _, item in every_item(dossier.records):
        if item.added and item.withdrawn and item.withdrawn.on < item.added.on:
            fact = f"Item {item.number} was withdrawn on {item.withdrawn.on}, and added on {item.added.on}."
            yield Problem("withdrawn-before-added", item.withdrawn.at("on"), fact, "Check both days.")


def added_late(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each item added later than the notice rule allows, without the reason why it is urgent.

    Local Government Act 1972, section 100B(4).
    """
    for meeting_id, item in every_item(dossier.records):
        rule = rule_of_notice(meeting_id, dossier.records)
        if rule is None or item.added is None or item.urgent or item.withdrawn:
            continue
        due = publish_by(date_of(meeting_id), rule).day
        if due < item.added.on <= date_of(meeting_id):
            fact = f"Item {item.number} was added on {item.added.on}, later than {due}, the last day that is in time."
            fix = "Add urgent: the special circumstances as reason, and who agreed that it is urgent as agreed_by."
            yield Problem("added-late", item.added.at("on"), fact, fix)


def _beside_agenda(records: Records) -> Iterator[tuple[str, Minute]]:
    """Give every minute of full minutes that stand beside an agenda."""
    for meeting_id, minute in every_minute(records):
        if meeting_id in records.agendas and not records.minutes[meeting_id].only:
            yield meeting_id, minute


def withdrawn_and_taken(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each minute about an item that is said to have been withdrawn."""
    for meeting_id, minute in _beside_agenda(dossier.records):
        withdrawn = {item.number for item in dossier.records.agendas[meeting_id].items if item.withdrawn}
        if minute.item in withdrawn:
            fact = f"Minute {minute.number} is about item {minute.item}, which was withdrawn."
            fix = "Check the number of the item, and whether it was withdrawn."
            yield warning("withdrawn-and-taken", minute.at("item"), fact, fix)


def minute_without_item(dossier: Dossier) -> Iterator[Problem]:
    """Advise on each minute that names no item where others do, and does not say that it was not on the agenda."""
    for meeting_id, minute in _beside_agenda(dossier.records):
        placed = minute.item is not None or minute.not_on_agenda or minute.excludes_public
        if not placed and dossier.agenda_states[meeting_id].taken:
            fact = f"Minute {minute.number} names no agenda item, as the other minutes do."
            fix = "Add item: its number. If the minutes say that it was not on the agenda, add not_on_agenda: yes."
            yield advice("minute-without-item", minute.at("number"), fact, fix)


def item_without_minute(dossier: Dossier) -> Iterator[Problem]:
    """Advise on items of an agenda that no minute of the meeting names: nobody can say what became of them."""
    records = dossier.records
    for meeting_id in dict.fromkeys(meeting_id for meeting_id, _ in _beside_agenda(records)):
        minutes = records.minutes[meeting_id]
        named = {minute.item for minute in minutes.minutes}
        items = [item for item in records.agendas[meeting_id].items if not (item.withdrawn or item.not_taken)]
        left = [item.number for item in items if item.number not in named]
        if left:
            several = ", ".join(map(str, left))
            fact = f"No minute names these items of the agenda: {several}."
            fix = "Add item to the minute that is about it; or not_taken to the item, if a paper says so."
            yield advice("item-without-minute", minutes.at("minutes"), fact, fix)


def correction_of_nothing(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each correction of a minute that is not there."""
    for minutes in dossier.records.minutes.values():
        numbers = {minute.number for minute in minutes.minutes}
        for correction in minutes.corrections:
            if correction.minute not in numbers:
                fact = f"There is no minute {correction.minute} here to correct."
                fix = "Check the number of the minute."
                yield Problem("correction-of-nothing", correction.at("minute"), fact, fix)


def correction_not_made(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a correction after which the minute does not say what it is to say, or cannot have said what it said.

    A minute is typed as it stands now. What the draft said can only be held against what stands there in its place.
    """
    for minutes in dossier.records.minutes.values():
        numbered = {minute.number: minute for minute in minutes.minutes}
        for correction in minutes.corrections:
            minute = numbered.get(correction.minute)
            said = _said_in(minute) if minute else []
            was, now = _plain(correction.was), _plain(correction.now)
            if minute is None or not said or any(now in text for text in said):
                fact = "" if not said or _alike(was, now) else "has nothing to do with what it says now"
            else:
                still = any(was in text for text in said)
                fact = "is what it says still" if still else "is not in it, nor is what it is to say now"
            if fact:
                message = f"What the draft of minute {correction.minute} said {fact}."
                fix = "Type the minute as it stands now: its new words in now too, the words they replaced in was."
                yield warning("correction-not-made", correction.at("was"), message, fix)


def _said_in(minute: Minute) -> list[str]:
    """Give every text of a minute below its title, in plain letters."""
    return [_plain(held.value) for held in walk(minute) if held.field.passage and isinstance(held.value, str)]


def _plain(text: str) -> str:
    """Give the words of a text without what is set otherwise where they are quoted: signs, capitals, line ends."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _alike(was: str, now: str) -> bool:
    """Whether one text can have been put in place of another: they share a word that is more than a joint."""
    return any(len(word) > 3 or word.isdigit() for word in {*was.split()} & {*now.split()})


def correction_unconfirmed(dossier: Dossier) -> Iterator[Problem]:
    """Warn of corrections to minutes that no later meeting is known to have confirmed."""
    confirmed = {minute.confirms for _, minute in every_minute(dossier.records)}
    for meeting_id, minutes in dossier.records.minutes.items():
        if minutes.corrections and meeting_id not in confirmed and minutes.marked != "confirmed":
            fact = "These minutes have corrections, and no minute of a later meeting confirms them."
            fix = f"Add confirms: {meeting_id} to the minute of the meeting that made the corrections."
            yield warning("correction-unconfirmed", minutes.corrections[0].at("minute"), fact, fix)


RULES = (
    changed_after_meeting,
    withdrawn_before_added,
    added_late,
    withdrawn_and_taken,
    minute_without_item,
    item_without_minute,
    correction_of_nothing,
    correction_not_made,
    correction_unconfirmed,
)
