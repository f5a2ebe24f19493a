"""What is said of changes to an agenda, of which agenda it is, and of what is exempt from being told.

Exempt information is that of the Local Government Act 1972, Schedule 12A, Part 1, for England, in plain words.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from ..facts.agenda_states import AgendaChange, AgendaStates
from . import format as say


def change(of: AgendaChange) -> str:
    """Say in one sentence what was changed: ``Item 12, Fraud, was added on 2 January 2026``, with its full stop."""
    item = f"Item {of.number}, {of.title},"
    paper = f"The paper “{of.title}” of item {of.number}"
    on = f" on {say.day(of.on)}" if of.on else ""
    place = f"after item {of.after}" if of.after is not None else "first of all"
    agreed = f" Agreed by: {of.agreed_by}." if of.agreed_by else ""
    said = {
        "added": f"{item} was added{on}.",
        "withdrawn": f"{item} was withdrawn{on}.",
        "urgent": f"{item} is urgent business, without the usual notice.{agreed}",
        "paper added": f"{paper} was published{on}, after the agenda.",
        "paper withdrawn": f"{paper} was withdrawn{on}.",
        "taken earlier": f"{item} was taken earlier than planned: {place}.",
        "taken later": f"{item} was taken later than planned: {place}.",
        "not reached": f"{item} was not reached.",
        "deferred": f"{item} was deferred to another meeting.",
        "not on the agenda": f"Minute {of.minute}, {of.title}, is about business that was not on the agenda.",
    }
    return said[of.kind]


def which(of: AgendaStates, published: date | None) -> str:
    """Say which agenda it is: as published, as supplemented, or as the meeting took it."""
    on = f" on {say.day(published)}" if published else ""
    count = say.counted(len(of.changes), "change", "changes")
    if of.state == "published":
        return f"This is the agenda as it was published{on}."
    if of.state == "supplemented":
        return f"This is the agenda as supplemented: {count} to what was published{on}."
    if of.changes:
        return f"This is the agenda as taken, as far as this site shows: {count} to what was published{on}."
    if of.whole:
        return f"The minutes follow the agenda as it was published{on}, item by item."
    whole = say.counted(len(of.supplemented), "item", "items")
    have = "has" if of.minuted == 1 else "have"
    return f"This is the agenda as it was published{on}. Of its {whole}, {of.minuted} {have} a minute on this site."


LAW: Final = "Local Government Act 1972, section 100A and Schedule 12A"
PARAGRAPHS: Final[Mapping[int, str]] = {
    1: "Information about any individual.",
    2: "Information that is likely to show who an individual is.",
    3: (
        "Information about the financial or business affairs of a particular person or organisation, which may be "
        "the authority that holds the information."
    ),
    4: (
        "Information about consultations or negotiations, held or being thought of, on a matter of labour relations. "
        "It arises between the authority, or a Minister of the Crown, and those who work for the authority or hold "
        "office under it."
    ),
    5: (
        "Information that could be kept back in court, because what passes between lawyers and those they advise is "
        "protected (legal professional privilege)."
    ),
    6: (
        "Information that shows that the authority proposes, under a law, to require something of somebody by a "
        "notice, or to make an order or direction."
    ),
    7: "Information about action, taken or to be taken, to prevent, investigate or prosecute crime.",
}
TEST: Final = (
    "Information of these kinds is exempt only while, all things considered, the public interest in keeping it "
    "private outweighs the public interest in telling it."
)


def meaning(paragraph: int) -> str:
    """Say what a paragraph of Schedule 12A covers; for a number that it does not have, that there is none."""
    return PARAGRAPHS.get(paragraph, "Schedule 12A has no such paragraph.")
