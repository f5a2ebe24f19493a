"""Checks of changes: items added late or withdrawn, what the meeting took, and corrections of its minutes."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dates import publish_by
from ..facts.dossier import Dossier
from ..records.agenda import AgendaItem
from ..records.meeting import date_of
from ..records.minutes import Minute
from ..records.problem import Problem
from ..records.publication import Records
from .dates import MOST_DAYS


def _items(records: Records) -> Iterator[tuple[str, AgendaItem]]:
    for meeting_id, agenda in records.agendas.items():
        for item in agenda.items:
            yield meeting_id, item


def changed_after_meeting(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each item that is said to have been added or withdrawn after the day of the meeting."""
    for meeting_id, item in _items(dossier.records):
        for what, change in (("added", item.added), ("withdrawn", item.withdrawn)):
            if change and change.on > date_of(meeting_id):
                yield Problem(
                    code="changed-after-meeting",
                    place=change.at("on"),
                    message=f"Item {item.number} was {what} on {change.on}, after the meeting of {meeting_id}.",
                    fix="Check the day.",
                )


def withdrawn_before_added(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each item that was withdrawn before it was added."""
    for _, item in _items(dossier.records):
        if item.added and item.withdrawn and item.withdrawn.on < item.added.on:
            yield Problem(
                code="withdrawn-before-added",
                place=item.withdrawn.at("on"),
                message=f"Item {item.number} was withdrawn on {item.withdrawn.on}, and added on {item.added.on}.",
                fix="Check both days.",
            )


def added_late(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each item added later than the notice rule allows, without the reason why it is urgent.

    Local Government Act 1972, section 100B(4).
    """
    rule = dossier.records.panel.notice_rule if dossier.records.panel else None
    if rule is None or rule.days > MOST_DAYS:
        return
    for meeting_id, item in _items(dossier.records):
        due = publish_by(date_of(meeting_id), rule).day
        if item.added and due < item.added.on <= date_of(meeting_id) and not item.urgent and not item.withdrawn:
            yield Problem(
                code="added-late",
                place=item.added.at("on"),
                message=(
                    f"Item {item.number} was added on {item.added.on}, later than {due}, the last day that is in "
                    "time."
                ),
                fix="Add urgent: the special circumstances as reason, and who agreed that it is urgent as agreed_by.",
            )


def _beside_agenda(records: Records) -> Iterator[tuple[str, Minute]]:
    """Give every minute of full minutes that stand beside an agenda."""
    for meeting_id, minutes in records.minutes.items():
        if meeting_id in records.agendas and not minutes.only:
            for minute in minutes.minutes:
                yield meeting_id, minute


def withdrawn_and_taken(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each minute about an item that is said to have been withdrawn."""
    for meeting_id, minute in _beside_agenda(dossier.records):
        withdrawn = {item.number for item in dossier.records.agendas[meeting_id].items if item.withdrawn}
        if minute.item in withdrawn:
            yield Problem(
                code="withdrawn-and-taken",
                place=minute.at("item"),
                message=f"Minute {minute.number} is about item {minute.item}, which was withdrawn.",
                fix="Check the number of the item, and whether it was withdrawn.",
                severity="warning",
            )


def minute_without_item(dossier: Dossier) -> Iterator[Problem]:
    """Advise on each minute that names no item where others do, and does not say that it was not on the agenda."""
    for meeting_id, minute in _beside_agenda(dossier.records):
        placed = minute.item is not None or minute.not_on_agenda or minute.excludes_public
        if not placed and dossier.agenda_states[meeting_id].taken:
            yield Problem(
                code="minute-without-item",
                place=minute.at("number"),
                message=f"Minute {minute.number} names no agenda item, as the other minutes do.",
                fix="Add item: its number. If the minutes say that it was not on the agenda, add not_on_agenda: yes.",
                severity="advice",
            )


def correction_of_nothing(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each correction of a minute that is not there."""
    for minutes in dossier.records.minutes.values():
        numbers = {minute.number for minute in minutes.minutes}
        for correction in minutes.corrections:
            if correction.minute not in numbers:
                yield Problem(
                    code="correction-of-nothing",
                    place=correction.at("minute"),
                    message=f"There is no minute {correction.minute} here to correct.",
                    fix="Check the number of the minute.",
                )


def correction_unconfirmed(dossier: Dossier) -> Iterator[Problem]:
    """Warn of corrections to minutes that no later meeting is known to have confirmed."""
    confirmed = {minute.confirms for minutes in dossier.records.minutes.values() for minute in minutes.minutes}
    for meeting_id, minutes in dossier.records.minutes.items():
        if minutes.corrections and meeting_id not in confirmed and minutes.marked != "confirmed":
            yield Problem(
                code="correction-unconfirmed",
                place=minutes.corrections[0].at("minute"),
                message="These minutes have corrections, and no minute of a later meeting confirms them.",
                fix=f"Add confirms: {meeting_id} to the minute of the meeting that made the corrections.",
                severity="warning",
            )


RULES = (
    changed_after_meeting,
    withdrawn_before_added,
    added_late,
    withdrawn_and_taken,
    minute_without_item,
    correction_of_nothing,
    correction_unconfirmed,
)
