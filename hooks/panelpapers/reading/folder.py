"""A data folder to records: every file in it is read, and nothing in it is passed over in silence."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from pydantic_core import PydanticCustomError

from ..records import limits
from ..records.base import Record
from ..records.indicator import Indicator
from ..records.place import Place
from ..records.publication import Records
from .families import CHECKS, FAMILIES, Family, Key
from .markings import markings
from .opening import read_bytes
from .problem import Problem
from .published import PUBLISHED, read_published
from .validate import AnyRecord, read_record

_FORM_NAME: Final = re.compile(r".*\.ya?ml(?:\.\w+)?", re.IGNORECASE | re.DOTALL)
_A_LINK: Final = ("This is a link to another place, which is not followed.", "Put the file itself here.")


@dataclass(frozen=True)
class Reading:
    """What a data folder holds: its records, all problems in order, and the files that were read, as shown."""

    records: Records
    problems: tuple[Problem, ...]
    files: tuple[str, ...] = ()
    published: Mapping[str, Place] = field(default_factory=dict)
    """Every address that was published, with the line of the list on which it stands."""


def read_folder(data: Path) -> Reading:
    """Read all records below the folder ``data``. Whatever is wrong is a problem; nothing is raised."""
    if not data.is_dir():
        fact = "There is no such folder." if not data.exists() else "This is a file, not a folder."
        fix = "Name the folder that holds the records, such as data."
        problem = Problem("no-folder", Place(shown(data)), fact, fix)
        return Reading(Records(unread=frozenset(family.name for family in FAMILIES)), (problem,))
    visit = _Visit(data)
    visit.read_all()
    kept = {family.name: visit.kept[family.name] for family in FAMILIES}
    singles = {family.name: next(iter(kept[family.name].values()), None) for family in FAMILIES if family.single}
    everything: dict[str, Any] = {**kept, **singles}
    published, unreadable = read_published(data / PUBLISHED, shown(data / PUBLISHED))
    problems = tuple(sorted((*visit.problems, *unreadable), key=lambda problem: problem.order))
    records = Records(**everything, unread=frozenset(visit.unread))
    return Reading(records, problems, tuple(visit.files), published)


def read_indicator(path: Path) -> tuple[Indicator | None, tuple[Problem, ...]]:
    """Read one indicator from a file of any name, anywhere."""
    return read_file(path, Indicator)


def read_file(path: Path, form: type[AnyRecord]) -> tuple[AnyRecord | None, tuple[Problem, ...]]:
    """Read one file as one record; a file that cannot be opened is a problem."""
    file = shown(path)
    try:
        data = read_bytes(path, limits.FILE_LETTERS + 1)
    except OSError as error:
        return None, (_not_opened(file, error),)
    return read_record(data, file, form)


def _not_opened(file: str, error: OSError) -> Problem:
    if error.errno == errno.ELOOP:
        return Problem("link", Place(file), *_A_LINK)
    if error.errno == errno.ENOENT:
        return Problem("cannot-open", Place(file), "There is no such file.", "Check the name.")
    fix = "Check that it is an ordinary file, and that you may read it."
    return Problem("cannot-open", Place(file), "This file cannot be opened.", fix)


def shown(path: Path) -> str:
    """Give a path as people are shown it: from the current folder where it is below it, with ``/``."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - a link keeps its own name
    current = Path.cwd()
    return (absolute.relative_to(current) if absolute.is_relative_to(current) else absolute).as_posix()


@dataclass
class _Visit:
    """One walk through a data folder."""

    data: Path
    problems: list[Problem] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    kept: dict[str, dict[Key, Record]] = field(default_factory=lambda: {family.name: {} for family in FAMILIES})
    unread: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)

    def read_all(self) -> None:
        paths = sorted(self.paths(), key=lambda path: path.as_posix())
        for path in paths:
            self.read(path)
        self.problems += markings(self.data, shown(self.data))
        found = {path.as_posix() for path in paths}
        for family in FAMILIES:
            if family.required:
                self.require(family, found)

    def paths(self) -> Iterator[Path]:
        """Give the files that look like forms, below the data folder. Links are refused, whatever their names."""
        for folder, folders, names in os.walk(self.data, onerror=self.closed):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in (*folders, *names):
                path = Path(folder, name)
                if path.is_symlink():
                    self.tell("link", path, *_A_LINK)
                    where = path.relative_to(self.data).as_posix()
                    self.unread |= {family.name for family in FAMILIES if family.below(where)}
                elif name in folders and path.parent == self.data / "meetings":
                    self.check(path, {"date": name})
                elif _FORM_NAME.fullmatch(name):
                    yield path.relative_to(self.data)
                elif name in names and not path.is_file():
                    fact, fix = "This is a pipe, a device or the like.", "Delete it: only ordinary files belong here."
                    self.tell("cannot-open", path, fact, fix)

    def closed(self, error: OSError) -> None:
        """Tell of a folder that cannot be looked into: whatever is in it is not known."""
        fact, fix = "This folder cannot be opened.", "Check that you may read it, and all that is in it."
        self.tell("cannot-open", Path(error.filename), fact, fix)
        self.unread |= {family.name for family in FAMILIES}

    def tell(self, code: str, path: Path, fact: str, fix: str) -> None:
        self.problems.append(Problem(code, Place(shown(path)), fact, fix))

    def check(self, path: Path, names: dict[str, str]) -> bool:
        """Check the names of folders and files that become ids; each is told once."""
        for what, name in names.items():
            try:
                CHECKS[what](name)
            except PydanticCustomError as error:
                where = path
                while where.name not in (name, f"{name}.yml"):
                    where = where.parent
                if shown(where) not in self.named:
                    self.named.add(shown(where))
                    self.tell(error.type, where, error.message(), (error.context or {})["fix"])
                return False
        return True

    def read(self, path: Path) -> None:
        """Read one file with the form of its family."""
        for family in FAMILIES:
            names = family.match(path.as_posix())
            if names is not None:
                break
        else:
            self.unknown(path)
            return
        if not self.check(self.data / path, names):
            self.unread.add(family.name)
            return
        record, problems = read_file(self.data / path, family.form)
        self.files.append(shown(self.data / path))
        self.problems += problems
        if record is None:
            self.unread.add(family.name)
        elif family.listed:
            self.keep_all(family, getattr(record, family.name))
        else:
            self.kept[family.name][family.key(names)] = record

    def keep_all(self, family: Family, records: Iterable[Record]) -> None:
        """Keep the records of a list by their ids; an id may stand there once."""
        kept = self.kept[family.name]
        for record in records:
            name = getattr(record, "id")  # noqa: B009 - only families that are listed have an id
            if name in kept:
                first, place = kept[name].at("id"), record.at("id")
                fact = f'The id "{name}" is used twice: on line {first.line} and again on line {place.line}.'
                fix = "Give one of the two another id, or delete one if both are the same."
                self.problems.append(Problem("repeated-id", place, fact, fix, width=len(name)))
            kept.setdefault(name, record)

    def unknown(self, path: Path) -> None:
        """Tell of a file that looks like a form but is none that is read here."""
        name = path.name
        expected = [family.path.rpartition("/")[2] for family in FAMILIES if self.same_folder(family, path)]
        plain = re.sub(r"\.ya?ml(?:\.\w+)?$", ".yml", name, flags=re.IGNORECASE)
        literal = [other for other in expected if "<" not in other]
        right = next(iter(get_close_matches(plain.lower(), literal, 1, 0.7)), None)
        if right is None and plain != name and len(literal) < len(expected):
            right = plain
        places = ", ".join(family.path.replace("<date>", "2026-01-05") for family in FAMILIES)
        fix = f"Rename it to {right}." if right else f"The files that are read are: {places}."
        self.tell("unknown-file", self.data / path, f'"{name}" is not the name of a file that is read here.', fix)

    def same_folder(self, family: Family, path: Path) -> bool:
        """Whether files of a family belong in the folder of ``path``."""
        return (
            family.match((path.parent / family.path.rpartition("/")[2].replace("<id>", "id")).as_posix()) is not None
        )

    def require(self, family: Family, found: set[str]) -> None:
        """Tell where a file is missing that must be there."""
        folder, _, name = family.path.rpartition("/")
        folders = [self.data / folder]
        if "<date>" in folder:
            meetings = self.data / "meetings"
            folders = (
                sorted(path for path in meetings.iterdir() if self.is_meeting(path)) if meetings.is_dir() else []
            )
        for where in folders:
            path = where / name
            if path.relative_to(self.data).as_posix() not in found:
                self.unread.add(family.name)
                self.tell("missing-file", path, f"There is no {name} in {shown(where)}.", f"Add the file {name}.")

    def is_meeting(self, path: Path) -> bool:
        hidden = path.name.startswith(".")
        return path.is_dir() and not path.is_symlink() and not hidden and shown(path) not in self.named
