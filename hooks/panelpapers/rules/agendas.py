"""Checks of agendas: pages and times, changes, consent items, what was taken, and corrections of minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..facts.dossier import Dossier
from ..facts.interests import raised
from ..facts.rows import every_item, every_minute, items_of
from ..records.meeting import date_of
from ..records.minutes import Minute
from ..records.numbers import with_all_within
from ..records.problem import Problem
from ..records.publication import Records
from ..records.walk import walk
from .findings import advice, warning


def pages_backwards(dossier: Dossier) -> Iterator[Problem]:
    """Tell of pages whose last comes before the first."""
    for _, item in every_item(dossier.records):
        if item.pages and item.pages.last < item.pages.first:
            fact = f"The pages of {item.name} end at {item.pages.last}, before {item.pages.first}."
            yield Problem("pages-backwards", item.pages.at("last"), fact, "Check the first and the last page.")


def pages_overlap(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an item whose pages begin before those of the item before it end; they may share one page."""
    for agenda in dossier.records.agendas.values():
        with_pages = [(item, item.pages) for item in agenda.business if item.pages]
        for (earlier, before), (later, after) in pairwise(with_pages):
            if after.first < before.last:
                fact = f"The pages of {later.name} begin at {after.first}, "
                fact += f"but those of {earlier.name} end at {before.last}."
                yield warning("pages-overlap", after.at("first"), fact, "Check the pages of both items.")


def times_backwards(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an item that is taken before the meeting starts, or before the item that stands before it."""
    for meeting_id, agenda in dossier.records.agendas.items():
        meeting = dossier.records.meetings.get(meeting_id)
        latest, what = (meeting.starts if meeting else None), "the meeting starts"
        for item in agenda.every_item:
            if item.time and latest and item.time < latest:
                fact = f"{item.opening} is at {item.time:%H:%M}, but {what} at {latest:%H:%M}."
                yield warning("times-backwards", item.at("time"), fact, "Check the times.")
            if item.time:
                latest, what = item.time, f"{item.name} before it is"


def days_of_changes(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each item added or withdrawn after the day of the meeting, and of one withdrawn before it was added."""
    for meeting_id, item in every_item(dossier.records):
        for what, change in (("added", item.added), ("withdrawn", item.withdrawn)):
            if change and change.on > date_of(meeting_id):
                fact = f"{item.opening} was {what} on {change.on}, after the meeting of {meeting_id}."
                yield Problem("changed-after-meeting", change.at("on"), fact, "Check the day.")
        if item.added and item.withdrawn and item.withdrawn.on < item.added.on:
            fact = f"{item.opening} was withdrawn on {item.withdrawn.on}, and added on {item.added.on}."
            yield Problem("withdrawn-before-added", item.withdrawn.at("on"), fact, "Check both days.")


def added_late(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each item added later than the notice rule allows, without the reason why it is urgent."""
    for meeting_id, item in every_item(dossier.records):
        dates, added = dossier.dates.get(meeting_id), item.added
        due = dates.publish_by.day if dates and dates.publish_by else None
        excused = item.urgent or item.withdrawn
        if added and due and due < added.on <= date_of(meeting_id) and not excused:
            fact = f"{item.opening} was added on {added.on}, later than {due}, the last day that is in time."
            fix = "Add urgent: the special circumstances as reason, and who agreed that it is urgent as agreed_by."
            yield Problem("added-late", added.at("on"), fact, fix)


def urgent_unagreed(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each urgent item that does not say who agreed to it, where the law of the day asks for that."""
    for meeting_id, item in every_item(dossier.records):
        law = dossier.records.regime_on(date_of(meeting_id)).late_items
        if law and law.agreed and item.urgent and not item.urgent.agreed_by:
            fact = f"{item.opening} is urgent, and nothing says who agreed to that."
            yield Problem("urgent-unagreed", item.at("urgent"), fact, "Add agreed_by: who agreed, by role.")


def _beside_agenda(records: Records) -> Iterator[tuple[str, Minute]]:
    """Give every minute of full minutes that stand beside an agenda."""
    for meeting_id, minute in every_minute(records):
        if meeting_id in records.agendas and not records.minutes[meeting_id].only:
            yield meeting_id, minute


def withdrawn_and_taken(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each minute about an item that is said to have been withdrawn."""
    for meeting_id, minute in _beside_agenda(dossier.records):
        for item in dossier.records.agendas[meeting_id].every_item:
            if item.withdrawn and item.key in minute.about:
                fact = f"{minute.opening} is about {item.name}, which was withdrawn."
                fix = "Check the number of the item, and whether it was withdrawn."
                yield warning("withdrawn-and-taken", minute.at_item(item.key), fact, fix)


def minute_without_item(dossier: Dossier) -> Iterator[Problem]:
    """Advise on each minute that names no item where others do, and does not say that it was not on the agenda."""
    for meeting_id, minute in _beside_agenda(dossier.records):
        placed = minute.about or minute.minutes or minute.not_on_agenda or minute.excludes_public
        if not placed and dossier.agenda_states[meeting_id].taken:
            fact = f"{minute.opening} names no agenda item, as the other minutes do."
            fix = "Add item: its number. If the minutes say that it was not on the agenda, add not_on_agenda: yes."
            yield advice("minute-without-item", minute.at("number" if minute.number else "title"), fact, fix)


def item_without_minute(dossier: Dossier) -> Iterator[Problem]:
    """Advise on items of an agenda that no minute of the meeting names: nobody can say what became of them.

    A heading is no business of its own: what stands below it is told of.
    """
    records = dossier.records
    for meeting_id in dict.fromkeys(meeting_id for meeting_id, _ in _beside_agenda(records)):
        minutes, states = records.minutes[meeting_id], dossier.agenda_states[meeting_id]
        items = [item for item in states.supplemented if not (item.not_taken or item.items)]
        left = [item for item in items if not states.minuted(item)]
        if left:
            several = ", ".join(item.label or f"“{item.title}”" for item in left)
            fact = f"No minute names these items of the agenda: {several}."
            fix = "Add item to the minute that is about it; or not_taken to the item, if a paper says so."
            yield advice("item-without-minute", minutes.at("minutes"), fact, fix)


def correction_not_made(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a correction after which the minute does not say what it is to say, or cannot have said what it said.

    A minute is typed as it stands now. What the draft said can only be held against what stands there in its place.
    """
    for minutes in dossier.records.minutes.values():
        by_key = {minute.key: minute for minute in minutes.every_minute}
        for correction in minutes.corrections:
            minute = by_key.get(correction.minute)
            if minute is None:
                continue
            said = _said_in(minute)
            was, now = _plain(correction.was), _plain(correction.now)
            if not said or any(now in text for text in said):
                fact = "" if not said or _alike(was, now) else "has nothing to do with what it says now"
            else:
                still = any(was in text for text in said)
                fact = "is what it says still" if still else "is not in it, nor is what it is to say now"
            if fact:
                message = f"What the draft of {minute.name} said {fact}."
                fix = "Type the minute as it stands now: its new words in now too, the words they replaced in was."
                yield warning("correction-not-made", correction.at("was"), message, fix)


def _said_in(minute: Minute) -> list[str]:
    """Give every text of a minute below its title, in plain letters."""
    passages = (held for held in walk(minute) if held.field.passage and isinstance(held.value, str))
    return [_plain(text) for held in passages for text in held.versions.values()]


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


def pulled_without_consent(dossier: Dossier) -> Iterator[Problem]:
    """Tell of an item taken out of the consent items that is none of them, or was decided with them or elsewhere."""
    records = dossier.records
    for meeting_id, minute in every_minute(records):
        agenda = records.agendas.get(meeting_id)
        consent = with_all_within(item for item in agenda.every_item if item.consent) if agenda else ()
        keys = {item.key for item in consent}
        for about in raised(records, meeting_id, minute.pulled):
            for item in about.items:
                if item.key not in keys:
                    fact = f"{item.opening} was taken out of the consent items, and is none by the agenda."
                    fix = "Add consent: yes to the item on the agenda, or correct the number."
                    yield Problem("pulled-and-no-consent", about.entry.at("item"), fact, fix)
                elif item.key in minute.about:
                    fact = f"{minute.opening} decides {item.name}, and says that it was taken out."
                    fix = "Delete the item from those of the minute, or from pulled."
                    yield Problem("pulled-otherwise", about.entry.at("item"), fact, fix)


def decided_by_another(dossier: Dossier) -> Iterator[Problem]:
    """Tell of an item that was taken out of the consent items, and is said to be decided by a minute not about it."""
    records = dossier.records
    for meeting_id, minute in every_minute(records):
        agenda = records.agendas.get(meeting_id)
        items = {item.key: item for item in agenda.every_item} if agenda else {}
        by_key = {other.key: other for other in records.minutes[meeting_id].every_minute} if minute.pulled else {}
        for entry in minute.pulled:
            own = by_key.get(entry.minute or "")
            decided = {item.key for item in items_of(own, items)} if own and own.about else set(entry.numbers)
            for key in entry.numbers:
                if own and key in items and key not in decided:
                    fact = f"{own.opening} is not about {items[key].name}, which it is said to have decided."
                    fix = "Correct the number of the minute, or add the item there."
                    yield Problem("pulled-otherwise", entry.at("minute"), fact, fix)
