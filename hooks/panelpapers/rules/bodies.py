"""Checks of the bodies of one site: a council and its committees, each with meetings and members of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..records.lives import Life
from ..records.panel import Body, Panel
from ..records.problem import Problem
from ..records.publication import Records


def every_body(records: Records) -> Iterator[Panel | Body]:
    """Give the panel and the other bodies, with the contacts and the rules that are typed of each."""
    yield from filter(None, (records.panel, *records.bodies.values()))


def who_meets(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a meeting of which two fields say who holds it, and of a joint one that is not of several bodies."""
    for meeting in dossier.records.meetings.values():
        if meeting.body and meeting.bodies:
            fact = "This meeting has both body and bodies."
            yield Problem("who-meets", meeting.at("body"), fact, "Delete body. A joint meeting has bodies alone.")
        elif meeting.bodies and len({*meeting.bodies}) < max(2, len(meeting.bodies)):
            fact = "A joint meeting is one of two or more bodies, and each is named once."
            fix = "Name each of them once. For a meeting of one body, write body in place of bodies."
            yield Problem("who-meets", meeting.at("bodies"), fact, fix)


def panel_among_bodies(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a panel that meets beside other bodies, and is not among them: its lists would have no address."""
    records = dossier.records
    whole = not records.unread.intersection(("meetings", "people", "bodies"))
    if records.panel and whole and records.several and "" in records.meeting_bodies:
        fact = "Several bodies meet on this site, and the panel has no entry among them."
        fix = 'Add the panel to data/bodies.yml, and write its id in data/panel.yml, such as "body: council".'
        yield Problem("panel-among-bodies", records.panel.at("name"), fact, fix)


def told_of_own_entry(dossier: Dossier) -> Iterator[Problem]:
    """Tell of what is typed in the entry of the panel itself, and read in ``panel.yml`` alone."""
    records = dossier.records
    own = records.bodies.get(records.own) if records.panel else None
    read_there = (*Life.model_fields, "about", "contact", "notice_rule", "question_rule", "usual_length")
    for name in (name for name in read_there if own and name in own.model_fields_set):
        if own:
            fact = f'"{name.rstrip("_")}" stands in the entry of the panel itself, where nothing reads it.'
            yield Problem("entry-of-panel", own.at(name), fact, "Move it to data/panel.yml.")


def named_alike(dossier: Dossier) -> Iterator[Problem]:
    """Tell of two bodies that have one name, by which nobody could tell their pages apart."""
    records, first = dossier.records, dict[str, str]()
    if records.several and records.panel:
        first[records.panel.name.casefold()] = records.own
    for body_id, body in records.bodies.items():
        if body_id != records.own and first.setdefault(body.name.casefold(), body_id) != body_id:
            fact = f'There are two bodies with the name "{body.name}".'
            fix = "Give each its whole name, such as Planning Committee (North), or delete one of the two."
            if records.panel and records.panel.name.casefold() == body.name.casefold():
                fix = f'If this is the panel itself, write "body: {body_id}" in data/panel.yml.'
            yield Problem("bodies-named-alike", body.at("name"), fact, fix)
