"""What an import would change: files with nothing but new lines in them, read back before anything is written."""

from __future__ import annotations

import difflib
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import Literal

from ...reading.folder import bytes_of, read_file, shown
from ...reading.validate import read_record
from ...records.base import Record
from ...records.fields import typed_fields
from ...records.forms import form_of_family
from ...records.indicator import WITHOUT_FIGURE, Point
from ...records.problem import Problem
from ..drafts import Value
from .entries import Entry, are_newest_first, as_typed, differences, known_by, list_at, position
from .resolving import Wanted
from .told import Ask, Told
from .writing import ByHand, Lines, Step, lines_of

Older = Literal["", "keep", "revise"]
"""What becomes of an older figure that a sheet gives otherwise: nothing is decided, it stays, or it is revised."""
Check = Callable[[Path], Iterable[Problem]]


@dataclass
class Plan:
    """Which files are to be written, by their path below the data folder, and what is in them that was not."""

    data: Path
    files: dict[str, bytes] = field(default_factory=dict)
    new: int = 0
    added: int = 0
    same: int = 0
    revised: int = 0
    kept: int = 0
    starts: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """For each file the first line of each new or changed entry in it, and the cell that it comes from."""
    ask: Ask = lambda *_: ""

    def result(self) -> str:
        """Say in two sentences what it comes to."""
        counts = [(self.new, "new file"), (self.added, "new entry"), (self.revised, "revised entry")]
        words = [f"{n:,} {_many(word) if n > 1 else word}" for n, word in counts if n]
        same = f" {self.same:,} {'is' if self.same == 1 else 'are'} there already." if self.same else ""
        return f"{', '.join(words) or 'Nothing is new'}.{same}"

    def diff(self) -> str:
        """Give every line that would change, as ``diff -u`` shows it."""
        told: list[str] = []
        for path, data in sorted(self.files.items()):
            name = shown(self.data / path)
            before = (
                (self.data / path).read_text(encoding="utf-8").splitlines() if (self.data / path).exists() else []
            )
            after = data.decode().splitlines()
            told += difflib.unified_diff(before, after, name, name, lineterm="")
        return "\n".join(told)

    def write(self) -> None:
        """Write every file, each whole or not at all; none before all are there to be put in their places."""
        ready: list[tuple[Path, Path]] = []
        made: list[Path] = []
        try:
            for path, data in self.files.items():
                where = self.data / path
                made += [folder for folder in (*reversed(where.parents),) if not folder.exists()]
                where.parent.mkdir(parents=True, exist_ok=True)
                with NamedTemporaryFile(dir=where.parent, prefix=".", delete=False) as new:
                    ready.append((Path(new.name), where))
                    new.write(data)
                new_mode = where.stat().st_mode & 0o777 if where.exists() else 0o644
                Path(new.name).chmod(new_mode)
        except OSError:
            for unfinished, _ in ready:
                unfinished.unlink(missing_ok=True)
            for folder in reversed(made):
                with suppress(OSError):
                    folder.rmdir()
            raise
        for finished, where in ready:
            os.replace(finished, where)  # noqa: PTH105 - it says what it does


def planned(data: Path, files: Iterable[Wanted], older: Older, told: Told, ask: Ask = lambda *_: "") -> Plan:
    """Work out what the files of a data folder would hold. What keeps it from being written is told as a problem.

    Where nothing says what becomes of ``older`` figures that differ, somebody is asked about each.
    """
    plan = Plan(data, ask=ask)
    for wanted in files:
        if wanted.new:
            plan.files[wanted.path] = ("\n".join(lines_of(wanted.new)) + "\n").encode()
            plan.new += 1
        elif wanted.entries:
            _existing(plan, wanted, older, told)
    if not told.problems:
        for wanted in files:
            _read_back(plan, wanted, told)
    return plan


def _existing(plan: Plan, wanted: Wanted, older: Older, told: Told) -> None:
    path = plan.data / wanted.path
    model = form_of_family(wanted.family).model
    if not path.exists():
        lists: dict[str, list[Value]] = {}
        for (name, *_), entry in wanted.entries:
            lists.setdefault(str(name), []).append(entry.fields)
        fields: dict[str, Value] = {"draft": True} if "draft" in typed_fields(model) else {}
        plan.files[wanted.path] = ("\n".join(lines_of({**fields, **lists})) + "\n").encode()
        plan.new += 1
        return
    data, problems = bytes_of(path)
    record, refused = (None, problems) if data is None else read_record(data, shown(path), model)
    if data is None or record is None or any(problem.severity == "error" for problem in refused):
        told.problem(shown(path), "This file cannot be read as it is.", "Run panel-papers check, and put it right.")
        return
    lines = Lines(data, shown(path), model)
    ordered = sorted(wanted.entries, key=lambda entry: str(entry[0]))
    for steps, entries in groupby(ordered, key=lambda entry: entry[0]):
        _list(plan, lines, record, steps, [entry for _, entry in entries], older, told)
    if lines.changes:
        plan.files[wanted.path] = lines.bytes_with_changes()


def _list(
    plan: Plan, lines: Lines, record: Record, steps: tuple[Step, ...], entries: list[Entry], older: Older, told: Told
) -> None:
    there = list_at(record, steps)
    at = {known_by(old): index for index, old in enumerate(there)}
    new: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.record is None:
            continue
        index = at.get(known_by(entry.record))
        if index is None:
            new.setdefault(position(there, entry.record), []).append(entry)
            continue
        names = differences(entry, there[index])
        if not names:
            plan.same += 1
        elif _told_older(entry, there[index], names, older, told, plan.ask):
            plan.revised += 1
            _by_hand(lambda e=entry, i=index, n=names: _revise(lines, (*steps, i), e, there[i], n), entry, told)  # type: ignore[misc]
        else:
            plan.kept += 1
    for after, group in new.items():
        group.sort(key=lambda entry: _order(entry.record), reverse=are_newest_first(there))
        plan.added += len(group)
        fields: list[Mapping[str, Value]] = [entry.fields for entry in group]
        _by_hand(lambda a=after, f=fields: lines.add(steps, a, f), group[0], told)  # type: ignore[misc]


def _order(record: Record | None) -> str:
    period = getattr(record, "period", None)
    return str(period.end) if period and period.end else ""


def _by_hand(change: Callable[[], None], entry: Entry, told: Told) -> None:
    try:
        change()
    except ByHand as where:
        fact = f"It finds no line of its own in the file, because of how that list is laid out: {where}."
        fix = "Begin each entry of the list with a hyphen, on a line of its own, and import again."
        told.problem(entry.place, fact, fix)


def _told_older(entry: Entry, old: Record, names: list[str], older: str, told: Told, ask: Ask) -> bool:
    """Tell that a sheet says something else than a file; give whether the file is to follow the sheet."""
    place = old.at()
    for name in names:
        was, now = _shown(old, name), _value(entry.fields[name])
        said = name.replace("_", " ").replace("statuses", "status")
        fact = f"The {said} here is “{now}”, and in {place.file}, line {place.line}, “{was}”."
        cell = entry.cells.get(name, entry.place)
        if (older := older or ask(f"{cell}: {fact} What becomes of it?", ("keep", "revise"))) == "":
            fix = "Give --older revise to put it in, or --older keep to leave the file as it is."
            told.problem(cell, fact, fix)
        else:
            told.note(cell, f"{fact} {'It is revised.' if older == 'revise' else 'The file stays as it is.'}")
    return older == "revise"


def _revise(lines: Lines, steps: tuple[Step, ...], entry: Entry, old: Record, names: list[str]) -> None:
    changes: dict[str, Value | None] = {name: entry.fields[name] for name in names}
    if isinstance(old, Point):
        changes |= _of_figure(entry, old, "value" in names)
    for name, value in changes.items():
        lines.change(steps, name, value)


def _of_figure(entry: Entry, old: Point, revised: bool) -> dict[str, Value | None]:
    """Give what else changes with a figure: the one before is kept, unless there is none to be shown any more."""
    said = entry.fields.get("statuses", list(old.statuses))
    statuses = [str(status) for status in said] if isinstance(said, list) else []
    if WITHOUT_FIGURE.intersection(statuses) and "statuses" in entry.fields:
        return {"value": None}
    if not revised:
        return {}
    kept: list[Value] = [status for status in statuses if status not in WITHOUT_FIGURE]
    if old.value is None:
        return {"statuses": kept or None}
    return {"earlier_value": _shown(old, "value"), "statuses": [*dict.fromkeys([*kept, "revised"])]}


def _shown(record: Record, name: str) -> str:
    return as_typed(record, name) or "nothing"


def _value(value: Value) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _read_back(plan: Plan, wanted: Wanted, told: Told) -> None:
    """Read what is to be written as ``read`` does, and tell where it does not say what the sheet says."""
    if wanted.path not in plan.files:
        return
    model, file = form_of_family(wanted.family).model, shown(plan.data / wanted.path)
    record, problems = read_record(plan.files[wanted.path], file, model)
    for problem in problems:
        if problem.severity == "error":
            told.problem(f"{file}, as it would be, line {problem.place.line}", problem.message, problem.fix)
    if record is None:
        return
    plan.starts[wanted.path] = [(1, wanted.place)] if wanted.new else []
    for steps, entry in wanted.entries:
        found = [old for old in list_at(record, steps) if entry.record and known_by(old) == known_by(entry.record)]
        if len(found) != 1 or (differences(entry, found[0]) and not plan.kept):
            told.problem(entry.place, f"It would not be read back from {file} as it is here.", "Add it by hand.")
        plan.starts[wanted.path] += [(old.at().line, entry.place) for old in found]
    if wanted.new and record != model.model_validate(wanted.new):
        told.problem(file, "What would be written would not be read back as it is here.", "Write it by hand.")
    old, _ = read_file(plan.data / wanted.path, model)
    lists = {steps for steps, _ in wanted.entries}
    for steps in lists:
        within = any(others[: len(steps)] == steps for others in lists - {steps})
        if old and not _whole(list_at(old, steps), list_at(record, steps), changed=within or plan.revised > 0):
            told.problem(file, "Something that is there already would change.", "Add what is new by hand.")


def _whole(before: list[Record], after: list[Record], *, changed: bool) -> bool:
    """Whether all entries that were there are there, in their order; and the same, unless some were ``changed``."""
    known = {known_by(record) for record in before}
    left = [record for record in after if known_by(record) in known]
    return len(left) == len(before) and (changed or left == before)


def checked(plan: Plan, check: Check, told: Told) -> None:
    """Check a copy of the data with the changes in it; tell each error that was not there before."""
    there = {_told(problem, plan.data) for problem in check(plan.data) if problem.severity == "error"}
    with TemporaryDirectory() as scratch:
        copy = Path(scratch) / plan.data.name
        shutil.copytree(plan.data, copy, symlinks=True)
        for path, data in plan.files.items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_bytes(data)
        for problem in check(copy):
            if problem.severity == "error" and _told(problem, copy) not in there:
                told.problem(_place(plan, copy, problem), problem.message, problem.fix)


def _told(problem: Problem, data: Path) -> tuple[str, str]:
    """Give what is told of a problem wherever the data lie: a message may name their folder."""
    return problem.code, problem.message.replace(shown(data), "")


def _place(plan: Plan, copy: Path, problem: Problem) -> str:
    """Give the cell from which comes what is wrong in a copy, or the place in the file itself."""
    inside = Path(problem.place.file).absolute()
    path = inside.relative_to(copy.absolute()).as_posix() if inside.is_relative_to(copy.absolute()) else str(inside)
    starts = [start for start in plan.starts.get(path, []) if start[0] <= problem.place.line]
    where = f"{path}, line {problem.place.line}"
    return f"{max(starts)[1]} ({where}, as it would be)" if starts else f"{where}, as it would be"


def _many(word: str) -> str:
    return word.replace("entry", "entries") if "entry" in word else f"{word}s"
