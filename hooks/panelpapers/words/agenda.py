"""What is said of changes to an agenda, of which agenda it is, and of business in private."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..facts.agenda_states import AgendaChange, AgendaStates
from ..records.law import PrivateBusiness
from ..records.numbers import Numbered
from . import format as say


def change(of: AgendaChange) -> str:
    """Say in one sentence what was changed: ``Item 12, Fraud, was added on 2 January 2026``, with its full stop."""
    item = _subject(of.entry) if of.entry else ""
    paper = f"The paper “{of.title}”" + (f" of {of.entry.name}" if of.entry else "")
    on = f" on {say.day(of.on)}" if of.on else ""
    place = f"after {of.after.name}" if of.after is not None else "first of all"
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
        "not on the agenda": f"{item} is about business that was not on the agenda.",
    }
    return said[of.kind]


def _subject(entry: Numbered) -> str:
    """Give an item or a minute as the subject of a sentence: ``Item 12, Fraud,``, or by its title alone."""
    if entry.label:
        return f"{entry.kind.capitalize()} {entry.label}, {entry.title},"
    return f"The {entry.name}"


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
    business = [item for item in of.supplemented if not item.within]
    whole = say.counted(len(business), "item", "items")
    minuted = sum(map(of.minuted, business))
    have = "has" if minuted == 1 else "have"
    return f"This is the agenda as it was published{on}. Of its {whole}, {minuted} {have} a minute on this site."


def without_public(grounds: Sequence[str], law: PrivateBusiness) -> str:
    """Say that a session was held without the public, and why: ``Yes, under paragraph 1: Information about ...``."""
    cited = [f"{law.cited_as} {ground}" if law.kind(ground) else ground for ground in grounds]
    means = say.joined((kind.means for kind in map(law.kind, grounds) if kind), " ")
    return ("Yes, under " if cited else "Yes") + say.listed(cited) + (f": {means}" if means else "")


def private_kind(cited: str, law: PrivateBusiness) -> str:
    """Say which kind of private business was cited, and what it covers: ``Paragraph 1: Information about ...``."""
    kind = law.kind(cited)
    return f"{say.capitalised(law.cited_as)} {cited}" + (f": {kind.means}" if kind else "")
