"""A new record: from what somebody typed to the text of its files, each read back as the check reads it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from pydantic_core import PydanticCustomError

from ..reading.folder import bytes_of, shown
from ..reading.validate import read_record
from ..records.fields import Field
from ..records.forms import Form, fields_in_words, form_of_family
from ..records.kinds import may_be_two_days
from ..records.names import read_meeting_id, read_slug
from ..records.people import Person
from ..records.person_names import TITLES, PeopleByName
from ..records.problem import Problem
from ..records.publication import Records
from .after import minutes_of, tracker_of
from .before import Start, agenda_of, opening, started
from .commented import Group, commented, entry, lines_of_group, meaning
from .filling import filled, takeable
from .lines import ByHand, Lines

NOTHING_WRITTEN: Final = "Nothing was written."
_WITH_DATES: Final = ("agendas", "papers")
"""What must be public by some day, which its file says at the top."""
_PANEL: Final = "panel"
"""What the publication's own body is called where it has no id."""
Ask = Callable[[str], str]


class NotMade(Exception):  # noqa: N818 - it is what is told
    """Nothing was written. The message says why, and what to do."""


def arguments(form: Form) -> list[str]:
    """Give what is typed of a record without a name before it: its date, its id, or the name of a person."""
    if not form.listed:
        return re.findall(r"<(\w+)>", form.file)
    needed = next(each.typed for each, _ in fields_in_words(form.record) if each.required)
    return [needed] if needed in ("id", "name") else []


def option(name: str) -> str:
    """Give a field as an option of a command: ``--report-number``."""
    return f"--{name.replace('_', '-')}"


@dataclass
class New:
    """A new record of a form. ``called`` is its command; ``ask`` asks somebody for a field, where anybody can answer.

    ``records`` have the drafts in their places.
    """

    called: str
    form: Form
    data: Path
    records: Records
    today: date
    given: dict[str, Any]
    ask: Ask | None = None
    names: dict[str, str] = field(default_factory=dict)

    def files(self) -> dict[str, str]:
        """Give the text of each file, by its path below the data folder. Raises ``NotMade``."""
        for name, read in (("date", _meeting_id), ("id", lambda typed: _read(read_slug, typed))):
            if not self.form.listed and name in self.given:
                self.names[name] = read(self.given.pop(name))
        path = re.sub(r"<(\w+)>", lambda found: self.names[found[1]], self.form.path)
        if self.form.listed:
            return {path: self._added(path)}
        self._is_free(path)
        if self.form.family == "meetings":
            return self._meeting(path)
        return {path: self._text(path, self.form, *self._filled())}

    def _filled(self) -> tuple[Group, list[str]]:
        """Give the group of a record that has a file to itself, and sentences for the top of it."""
        if not self.form.of_a_meeting:
            return self._group(), []
        meeting_id = self.names["date"]
        if meeting_id not in self.records.meetings:
            raise NotMade(f"There is no meeting {meeting_id}. Make it first: panel-papers new meeting {meeting_id}")
        start = Start(self.records, meeting_id, self.today)
        if self.form.family == "trackers" and not start.open_actions:
            raise NotMade(f"No action is open before {meeting_id}, as far as the records show. {NOTHING_WRITTEN}")
        known = {"agendas": agenda_of, "minutes": minutes_of, "trackers": tracker_of}.get(self.form.family)
        group = self._with_given(known(start)) if known else self._group()
        return group, [*opening(start)] if self.form.family in _WITH_DATES else []

    def _text(self, path: str, form: Form, group: Group, about: Sequence[str] = ()) -> str:
        """Give the text of a file, and refuse what its form refuses."""
        text = commented(replace(form, file=f"data/{path}"), group, about)
        return self._read_back(text, form)

    def _is_free(self, path: str) -> None:
        where, told = self.data / path, ""
        if where.exists() or where.is_symlink():
            if where.name == "meeting.yml" and not where.with_name("agenda.yml").exists():
                told = f"\nIts agenda can be made: panel-papers new agenda {self.names['date']}"
            raise NotMade(f"There is something already: {shown(where)}. {NOTHING_WRITTEN} Change it there.{told}")

    def _meeting(self, path: str) -> dict[str, str]:
        """Give the files of a meeting and of its agenda."""
        records = self.records
        joint = self.given.get("bodies", [])
        if records.several and not joint and not self.given.get("body"):
            words = f"one of: {', '.join(each or _PANEL for each in records.meeting_bodies)}"
            self._ask_for([(each, words) for each, _ in takeable(self.form.record) if each.typed == "body"])
        body = str(self.given.get("body") or next(iter(joint), ""))
        body = records.own if body == _PANEL and body not in records.bodies else body
        if body and body not in (*records.bodies, records.own):
            raise NotMade(f'There is no body "{body}". Name one of these: {", ".join(records.bodies)}.')
        start, group = started(records, self.names["date"], body, self.today)
        if joint or body == records.own:
            self.given.pop("body", None)
            group = replace(group, known={name: value for name, value in group.known.items() if name != "body"})
        about, agenda = [*opening(start)], form_of_family("agendas")
        texts = {path: self._text(path, self.form, self._with_given(group), about[:1])}
        where = agenda.path.replace("<date>", self.names["date"])
        if not (self.data / where).exists():
            texts[where] = self._text(where, agenda, agenda_of(start), about)
        return texts

    def _with_given(self, group: Group) -> Group:
        """Put what was typed in the place of what follows from the records."""
        own, _ = filled(self.form, self.given, self.today)
        new = {name: value for name, value in own.known.items() if name in self.given}
        said = {name: told for name, told in group.said.items() if name not in new}
        return replace(group, known={**group.known, **new}, said=said)

    def _group(self) -> Group:
        group, missing = filled(self.form, self.given, self.today)
        if missing:
            takes = {each.typed: words for each, words in takeable(self.form.record)}
            self._ask_for([(each, takes[each.typed]) for each in missing])
            group, _ = filled(self.form, self.given, self.today)
        return group

    def _ask_for(self, missing: Sequence[tuple[Field, str]]) -> None:
        """Ask for what is missing; where nobody can be asked tell all of it, with the command to type."""
        if self.ask:
            self.given |= {each.typed: self.ask(f"{meaning(each)} ({words})") for each, words in missing}
            return
        told = [f"{option(each.typed)}: {meaning(each)} ({words})" for each, words in missing]
        plain = [*self.names.values(), *(self.given[name] for name in arguments(self.form) if name in self.given)]
        options = [(name, value) for name, value in self.given.items() if name not in arguments(self.form)]
        typed = [part for name, value in options for part in (option(name), shlex.quote(str(value)))]
        typed += [f'{option(each.typed)} "…"' for each, _ in missing]
        command = " ".join(("panel-papers new", self.called, *map(shlex.quote, plain), *typed))
        raise NotMade("\n".join((f"This is missing. {NOTHING_WRITTEN}", *told, f"Type it like this: {command}")))

    def _added(self, path: str) -> str:
        """Give the file of a list with the new entry at its end, or a new file."""
        if self.form.record is Person:
            self._is_somebody_else()
        group, where = self._group(), self.data / path
        if group.known.get("id") in getattr(self.records, self.form.family):
            raise NotMade(f'The id "{group.known["id"]}" is taken in {shown(where)}. Choose another one.')
        if not where.exists():
            return self._text(path, self.form, group)
        lines = Lines(bytes_of(where)[0] or b"", shown(where), self.form.model)
        try:
            lines.add_lines(self.form.family, [line.removeprefix("  ") for line in entry(lines_of_group(group))])
        except ByHand as why:
            fix = "Begin each entry of the list with a hyphen, on a line of its own."
            raise NotMade(f"{why}: a new entry cannot be put in here. {fix}") from why
        return self._read_back(lines.bytes_with_changes().decode(), self.form)

    def _is_somebody_else(self) -> None:
        """Take a title from before a name, and refuse a name that is likely to be that of somebody who is there."""
        people = self.records.people
        first, _, rest = str(self.given["name"]).partition(" ")
        titles = {f"{person.title}" for person in people.values()}
        before = first.casefold().strip(".") in TITLES and " " in rest
        if "title" not in self.given and rest and (before or first in titles):
            self.given |= {"title": first, "name": rest}
        alike = PeopleByName.of(people).named(str(self.given["name"]))
        if alike and "id" not in self.given:
            told = "; ".join(f"{people[each].full_name}, {people[each].role} (id: {each})" for each in alike)
            fix = "If this is somebody else, give another id: --id ID."
            raise NotMade(f"This may be somebody who is there already: {told}.\n{fix} {NOTHING_WRITTEN}")

    def _read_back(self, text: str, form: Form) -> str:
        _, problems = read_record(text.encode(), form.path, form.model)
        if told := [_at_its_line(text, problem) for problem in problems if problem.severity == "error"]:
            raise NotMade("\n".join((*told, NOTHING_WRITTEN)))
        return text


def _at_its_line(text: str, problem: Problem) -> str:
    line = text.split("\n")[problem.place.line - 1].strip().removeprefix("- ")
    meant = f"\n  Try: {problem.suggestion.strip().removeprefix('- ')}" if problem.suggestion else ""
    return f"{line}\n  {problem.message} {problem.fix}{meant}"


def _read(read: Callable[[Any], str], typed: str) -> str:
    """Read what was typed, or refuse it as a field of a form does."""
    try:
        return read(typed)
    except PydanticCustomError as refused:
        context: Mapping[str, Any] = refused.context or {}
        meant = f" Try: {context['suggestion']}" if context.get("suggestion") else ""
        raise NotMade(f"{refused.message()} {context.get('fix', '')}{meant}") from None


def _meeting_id(typed: str) -> str:
    """Read the id of a meeting; or its date in another form, where that can be one day alone."""
    try:
        return read_meeting_id(typed)
    except PydanticCustomError as refused:
        meant = (refused.context or {}).get("suggestion")
    if meant and may_be_two_days(typed):
        year, month, day = str(meant).split("-")
        raise NotMade(f'"{typed}" may be two days: {meant} or {year}-{day}-{month}. Type the one that you mean.')
    return str(meant) if meant else _read(read_meeting_id, typed)
