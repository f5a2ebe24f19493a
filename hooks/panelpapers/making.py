"""The commands of ``panel-papers new``: one for each form, made of its fields. Only who makes a file loads them."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from pydantic_core import PydanticCustomError

from .records.drafts import with_drafts
from .records.fields import Field
from .records.forms import FORMS, Form, fields_in_words
from .records.kinds import may_be_two_days
from .records.names import read_meeting_id, read_slug
from .records.people import Person
from .records.person_names import TITLES, PeopleByName
from .records.publication import Records
from .writing.before import Start, agenda_of, opening, started
from .writing.commented import Group, commented, entry, lines_of_group
from .writing.filling import NOT_MADE, filled, takeable

if TYPE_CHECKING:
    from .records.problem import Problem

_CALLED: Final = {"trackers": "tracker", "programme": "work-programme", "accessibility": "accessibility"}
"""What people call a form here, where that is not its id."""
Files = Mapping[Path, str]


def _refuse(*told: str) -> click.ClickException:
    from .reading.excerpt import visible

    return click.ClickException("\n".join(visible(line) for text in told for line in text.split("\n")))


def _arguments(form: Form) -> list[str]:
    """Give what is typed without a name: a date, an id, or the name of a person."""
    named = re.findall(r"<(\w+)>", form.file)
    if form.listed:
        needed = next(each.typed for each, _ in fields_in_words(form.record) if each.required)
        named = [needed] if needed in ("id", "name") else []
    return named


def _command(called: str, form: Form) -> click.Command:
    """Make the command of a form: its arguments, and an option for each field that one line can fill in."""
    arguments = _arguments(form)
    params: list[click.Parameter] = [click.Argument([name], metavar=name.upper()) for name in arguments]
    for each, words in takeable(form.record):
        if each.typed not in (*arguments, "draft"):
            told = each.meaning.split("\n\n")[0].replace("\n", " ")
            many = words.startswith("a list")
            params.append(click.Option([f"--{each.typed.replace('_', '-')}", each.typed], help=told, multiple=many))
    folder = click.Path(path_type=Path)
    params.append(click.Option(["--data"], type=folder, default=Path("data"), envvar="PANEL_DATA", show_default=True))
    where = f"Make {form.file}"
    with_agenda = " and agenda.yml" if form.family == "meetings" else ""
    told = f"{where}{with_agenda}, with what is known and a comment on each field. Nothing that is there is changed."
    return click.Command(called, params=params, callback=partial(_make, called, form), help=told)


def _make(called: str, form: Form, data: Path, **typed: Any) -> None:
    """Make what was asked for, read it back, and write it; or tell all that is missing."""
    from .answering import day
    from .reading.folder import read_folder, shown
    from .words import format as say
    from .writing.files import write_files

    if not data.is_dir():
        raise _refuse(f"There is no folder {data}. Name the one that holds the records: --data FOLDER.")
    today, reading = day(data), read_folder(data)
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    if errors:
        first = f"{errors[0].place}: {errors[0].message}"
        raise _refuse(
            f"The records cannot be read as they are. Run panel-papers check, and mend them first.\n{first}"
        )
    records = with_drafts(reading.records)
    given = {name: value for name, value in typed.items() if value}
    with say.writing(records.regime_on(today).forms):
        files = _Making(called, form, data, records, today, given).files()
    write_files(data, {path: text.encode() for path, text in files.items()})
    for path in files:
        click.echo(f"{shown(data / path)} is written.")
    if any(re.search(r"^ *(?:- )?draft: yes", text, re.MULTILINE) for text in files.values()):
        click.echo('Nothing of a draft is published before its line "draft: yes" is taken out.')
    click.echo("Fill it in, and run panel-papers check.")


class _Making:
    """A new record, from what was typed to the text of its files, by their paths below the data folder."""

    def __init__(
        self, called: str, form: Form, data: Path, records: Records, today: date, given: dict[str, Any]
    ) -> None:
        self.called, self.form, self.data, self.records = called, form, data, records
        self.today, self.given = today, given
        self.names = {name: given.pop(name) for name in _arguments(form) if not form.listed}

    def files(self) -> dict[str, str]:
        """Give the text of each file. Raises ``ClickException`` where one is there already, or is refused."""
        if "date" in self.names:
            self.names["date"] = _meeting_id(self.names["date"])
        if "id" in self.names:
            self.names["id"] = _read(read_slug, self.names["id"])
        path = re.sub(r"<(\w+)>", lambda found: self.names[found[1]], self.form.path)
        if self.form.listed:
            return {path: self._added(path)}
        self._free(path)
        if self.form.family == "meetings":
            return self._meeting(path)
        start = self._start() if self.form.of_a_meeting else None
        makers: dict[str, Callable[[Start], Group]] = {"agendas": agenda_of}
        if self.form.family in ("minutes", "trackers"):
            from .writing.after import minutes_of, tracker_of

            makers |= {"minutes": minutes_of, "trackers": tracker_of}
        if start and self.form.family in makers:
            group = self._with_given(makers[self.form.family](start))
        else:
            group = self._group()
        about = [*opening(start)] if start and self.form.family in ("agendas", "papers") else []
        return {path: self._read_back(commented(self._named(path), group, about), self.form)}

    def _named(self, path: str) -> Form:
        """Give the form with the file itself, for its first line."""
        from dataclasses import replace

        return replace(self.form, file=f"data/{path}")

    def _free(self, path: str) -> None:
        where = self.data / path
        if where.exists() or where.is_symlink():
            agenda = where.with_name("agenda.yml")
            more = f"Its agenda can be made: panel-papers new agenda {self.names.get('date', '')}"
            told = f"\n{more}" if where.name == "meeting.yml" and not agenda.exists() else ""
            raise _refuse(f"There is something already: {where}. Nothing was written. Change it there.{told}")

    def _start(self) -> Start:
        meeting_id = self.names["date"]
        if meeting_id not in self.records.meetings:
            raise _refuse(f"There is no meeting {meeting_id}. Make it first: panel-papers new meeting {meeting_id}")
        return Start(self.records, meeting_id, self.today)

    def _meeting(self, path: str) -> dict[str, str]:
        body, several = str(self.given.get("body", "")), self.records.meeting_bodies
        if self.records.several and not body:
            field = next(each for each, _ in fields_in_words(self.form.record) if each.typed == "body")
            self._ask([field], {"body": f"one of: {', '.join(filter(None, several))}"})
            body = str(self.given["body"])
        if body and body not in (*self.records.bodies, self.records.own):
            raise _refuse(f'There is no body "{body}". Name one of these: {", ".join(self.records.bodies)}.')
        if body == self.records.own:
            self.given.pop("body", None)
        start, group = started(self.records, self.names["date"], body, self.today)
        about = [*opening(start)]
        text = commented(self._named(path), self._with_given(group), about[:1])
        texts = {path: self._read_back(text, self.form)}
        agenda = next(form for form in FORMS if form.family == "agendas")
        where = agenda.path.replace("<date>", self.names["date"])
        if not (self.data / where).exists():
            from dataclasses import replace

            text = commented(replace(agenda, file=f"data/{where}"), agenda_of(start), about)
            texts[where] = self._read_back(text, agenda)
        return texts

    def _with_given(self, group: Group) -> Group:
        from dataclasses import replace

        own, _ = filled(self.form, {**self.given}, self.today)
        new = {name: value for name, value in own.known.items() if name in self.given}
        said = {name: told for name, told in group.said.items() if name not in new}
        return replace(group, known={**group.known, **new}, said=said)

    def _group(self) -> Group:
        group, missing = filled(self.form, self.given, self.today)
        if missing:
            self._ask(missing, {})
            group, _ = filled(self.form, self.given, self.today)
        return group

    def _ask(self, missing: Sequence[Field], choices: Mapping[str, str]) -> None:
        """Ask at a terminal for what is missing; without one tell all of it, with the command to type."""
        takes = {each.typed: words for each, words in takeable(self.form.record)} | dict(choices)
        if sys.stdin.isatty():
            for each in missing:
                self.given[each.typed] = click.prompt(f"{each.meaning} ({takes[each.typed]})")
            return
        told = [f"--{each.typed.replace('_', '-')}: {each.meaning} ({takes[each.typed]})" for each in missing]
        typed = [*self.names.values(), *(self.given[name] for name in _arguments(self.form) if name in self.given)]
        options = [
            f"--{name.replace('_', '-')} {shlex.quote(str(value))}"
            for name, value in self.given.items()
            if name not in _arguments(self.form) and isinstance(value, str)
        ]
        options += [f'--{each.typed.replace("_", "-")} "…"' for each in missing]
        command = " ".join(("panel-papers new", self.called, *map(shlex.quote, map(str, typed)), *options))
        raise _refuse("Nothing was written, because this is missing:", *told, f"Type it like this: {command}")

    def _added(self, path: str) -> str:
        """Give the file of a list with the new entry at its end, or a new one."""
        from .reading.folder import bytes_of, shown
        from .writing.lines import ByHand, Lines

        if self.form.record is Person:
            self._one_person()
        group = self._group()
        where = self.data / path
        if not where.exists():
            return self._read_back(commented(self.form, group), self.form)
        data, _ = bytes_of(where)
        lines = Lines(data or b"", shown(where), self.form.model)
        try:
            added = [line.removeprefix("  ") for line in entry(lines_of_group(group))]
            lines.add_lines(self.form.family, added)
        except ByHand as why:
            raise _refuse(
                f"{why}: a new entry cannot be put in here. Begin each entry with a hyphen on a line of its own."
            ) from why
        known = group.known.get("id")
        if known and known in getattr(self.records, self.form.family):
            raise _refuse(f'There is something with the id "{known}" in {shown(where)} already. Choose another id.')
        return self._read_back(lines.bytes_with_changes().decode(), self.form)

    def _one_person(self) -> None:
        """Take a title from before a name, and tell who has that name already."""
        first, _, rest = str(self.given["name"]).partition(" ")
        titles = {f"{person.title}" for person in self.records.people.values()}
        before = first.casefold().strip(".") in TITLES and " " in rest
        if "title" not in self.given and rest and (before or first in titles):
            self.given |= {"title": first, "name": rest}
        people = self.records.people
        alike = PeopleByName(people).named(str(self.given["name"]))
        if alike and "id" not in self.given:
            told = [f"{people[each].full_name}, {people[each].role} (id: {each})" for each in alike]
            fix = "If this is somebody else, give another id: --id ID. Nothing was written."
            raise _refuse(f"This may be somebody who is there already: {'; '.join(told)}.", fix)

    def _read_back(self, text: str, form: Form) -> str:
        """Read the text as the check will. Raises ``ClickException`` with all that is wrong with what was typed."""
        from .reading.validate import read_record

        _, problems = read_record(text.encode(), form.path, form.model)
        if told := [_line(text, problem) for problem in problems if problem.severity == "error"]:
            raise _refuse(*told, "Nothing was written.")
        return text


def _line(text: str, problem: Problem) -> str:
    line = text.split("\n")[problem.place.line - 1].strip().removeprefix("- ")
    return f"{line}\n  {problem.message} {problem.fix}"


def _read(read: Callable[[Any], str], typed: str) -> str:
    """Read what was typed, or refuse it as a field of a form does."""
    try:
        return read(typed)
    except PydanticCustomError as refused:
        context = refused.context or {}
        meant = f" Try: {context['suggestion']}" if context.get("suggestion") else ""
        raise _refuse(f"{refused.message()} {context.get('fix', '')}{meant}") from None


def _meeting_id(typed: str) -> str:
    """Read the id of a meeting; or its date in another form, where it can be one day alone."""
    try:
        return read_meeting_id(typed)
    except PydanticCustomError as refused:
        meant = (refused.context or {}).get("suggestion")
        if meant and may_be_two_days(typed):
            year, month, day = str(meant).split("-")
            told = f'"{typed}" may be two days: {meant} or {year}-{day}-{month}. Type the one that you mean.'
            raise _refuse(told) from None
        return str(meant) if meant else _read(read_meeting_id, typed)


COMMANDS: Final = {
    called: _command(called, form)
    for form in FORMS
    if form.family not in NOT_MADE
    for called in (_CALLED.get(form.family, form.id),)
}
