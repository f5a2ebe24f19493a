"""What became of bodies that ended: who follows them, who took on what was open, and who holds an office on a day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from ..records.lives import Holder, Life, Open
from ..records.panel import Body, Panel
from ..records.publication import Records

_SEVERAL: Final = re.compile(r"/|\bor\b")


@dataclass(frozen=True, slots=True)
class Passed:
    """That something passed from one body to others, whose ids are in ``to``.

    ``named`` says whether the records hand it over to them; otherwise they are what the body became.
    """

    on: date
    to: tuple[str, ...]
    law: str | None
    named: bool


@dataclass(frozen=True, slots=True)
class Owner:
    """How what somebody owed was passed on by a day, and the ids of the people who hold that office on it."""

    passed: tuple[Passed, ...]
    people: tuple[str, ...]


def name_on(body: Body | Panel, day: date) -> str:
    """Give the full name that a body had on a day."""
    return next((former.name for former in body.former_names if day <= former.until), body.name)


def named_on(body: Body | Panel, day: date) -> dict[str, object]:
    """Give the fields of a body that are others on a day on which it had an earlier name."""
    earlier = [former for former in body.former_names if former.until < day]
    if len(earlier) == len(body.former_names):
        return {}
    name = body.former_names[len(earlier)]
    short = name.short_name or (body.short_name and name.name)
    return {"name": name.name, "short_name": short, "former_names": earlier}


def before_end() -> dict[str, object]:
    """Give the fields of a body that are others while its end is not told."""
    return {"until": None, "announced": None, "became": [], "law": None, "hands_over": []}


@dataclass(frozen=True)
class Lives:
    """All bodies in time."""

    records: Records

    @cached_property
    def every(self) -> Mapping[str, Body | Panel]:
        """Every body by its id, the one that the site publishes for first: without an entry, it has an empty id."""
        panel, own = self.records.panel, self.records.own
        others = {body_id: body for body_id, body in self.records.bodies.items() if panel is None or body_id != own}
        return {own: panel, **others} if panel else others

    @cached_property
    def told_of(self) -> Mapping[str, Body | Panel]:
        """Every body of which the records say how it began, was named, was held or ended, or whom it follows."""
        following = {body_id for body in self.every.values() for body_id in self.followers(body)}
        return {
            body_id: body
            for body_id, body in self.every.items()
            if body_id in following or body.from_ or body.until or body.former_names or body.holders
        }

    @staticmethod
    def after(life: Life) -> date:
        """Give the day after the last day of a body that has one."""
        return (life.until or date.max - timedelta(days=1)) + timedelta(days=1)

    def passed_on(self, life: Life, what: Open | None, action_id: str | None = None) -> Passed | None:
        """Say to whom a body that has an end passes something that is open.

        Actions that are named go before actions as a whole, and what is handed over before what the body became.
        ``what`` is none of what has no kind of its own, and passes only with all that is open.
        """
        if life.until is None:
            return None
        taking = [given for given in life.hands_over if given.takes(what, action_id)]
        taking = [given for given in taking if given.actions] or taking
        if taking:
            to = tuple(dict.fromkeys(given.to for given in taking))
            return Passed(taking[0].on or self.after(life), to, taking[0].law or life.law, named=True)
        return Passed(self.after(life), tuple(life.became), life.law, named=False) if life.became else None

    @staticmethod
    def followers(body: Life) -> tuple[str, ...]:
        """Give the ids of all who follow a body, or take on something of it."""
        return tuple(dict.fromkeys((*body.became, *(given.to for given in body.hands_over))))

    def before(self, body_id: str) -> list[str]:
        """Give the ids of the bodies that became a body, or a part of it."""
        return [other for other, body in self.every.items() if body_id in body.became]

    def merged_with(self, body_id: str) -> list[str]:
        """Give the ids of the other bodies that became the one body that a body became."""
        became = self.every[body_id].became
        return [other for other in self.before(became[0]) if other != body_id] if len(became) == 1 else []

    def offices_of(self, person_id: str) -> list[tuple[str, Holder]]:
        """Give the offices that are bodies and that somebody holds or held, each by the id of its body."""
        held = ((body_id, holder) for body_id, body in self.every.items() for holder in body.holders)
        return [(body_id, holder) for body_id, holder in held if holder.person == person_id]

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The ids of bodies by all names that they have or had, in small letters and without an article."""
        found: dict[str, str] = {}
        for body_id, body in self.every.items():
            former = [name for before in body.former_names for name in (before.name, before.short_name)]
            for name in filter(None, (body.name, body.short_name, *former)):
                found.setdefault(_plain(name), body_id)
        return found

    def named(self, text: str) -> str | None:
        """Give the id of the body that a text names, by its id or by a name that it has or had."""
        if text in self.every:
            return text
        return next((self._names[name] for name in _parts(text) if name in self._names), None)

    def said(self, text: str) -> str:
        """Give the name of a body or a person whose id was typed for whoever owes something; else what was typed."""
        body, person = self.every.get(text), self.records.people.get(text)
        return body.name if body else person.full_name if person else text

    def owner(self, text: str, what: Open, day: date, action_id: str | None = None) -> Owner:
        """Say what became by a day of what somebody owed: ``text`` names a body of the records, or an office.

        Where several are named, such as "the mayor or the clerk", the first who is known is followed.
        """
        body_id = self.named(text)
        if body_id is None:
            return Owner((), self._in_office(_parts(text), day, action_id))
        passed, last = self.chain(body_id, what, day, action_id)
        held = (holder for name in last if name in self.every for holder in self.every[name].holders)
        return Owner(passed, tuple(holder.person for holder in held if holder.runs(day)))

    def chain(
        self, body_id: str, what: Open | None, day: date, action_id: str | None = None
    ) -> tuple[tuple[Passed, ...], tuple[str, ...]]:
        """Follow a body to those who stand in its place on a day: each step, and the ids of the last."""
        steps: list[Passed] = []
        left, last, seen = [body_id], list[str](), set[str]()
        while left:
            name = left.pop(0)
            body = self.every.get(name)
            passed = self.passed_on(body, what, action_id) if body and body.ended(day) else None
            if name in seen or passed is None or passed.on > day:
                last.append(name)
            else:
                steps.append(passed)
                left += passed.to
            seen.add(name)
        return tuple(steps), tuple(dict.fromkeys(last))

    def _in_office(self, names: list[str], day: date, action_id: str | None) -> tuple[str, ...]:
        """Give the members who hold an office on a day that has one of some names.

        The chair of whom an action speaks is that of the body that met; else it is that of the site's own body.
        Where that body has nobody in such an office, nothing says that the chair of another one is meant.
        """
        records = self.records
        made = records.made_at(action_id) if action_id else None
        for body in records.held_by(made) if made else (records.own,):
            described = records.body_named(body)
            found = tuple(
                person_id
                for person_id, person in records.people.items()
                for term in person.terms
                if records.body_of(term) == body and not (described and described.ended(day)) and term.runs(day)
                if any(_plain(office) in names for office in term.offices_on(day))
            )
            if found:
                return found
        return ()


def _parts(text: str) -> list[str]:
    """Give a text, and each of several that it names, as names are compared."""
    return [_plain(part) for part in (text, *_SEVERAL.split(text))]


def _plain(name: str) -> str:
    return name.strip().casefold().removeprefix("the ")
