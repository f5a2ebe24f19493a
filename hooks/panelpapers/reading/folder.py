"""A data folder to records: every file in it is read, and nothing in it is passed over in silence."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from pydantic_core import PydanticCustomError

from ..kept.store import Store
from ..records import limits
from ..records.base import AnyRecord, Record
from ..records.drafts import without_drafts
from ..records.forms import FORMS, Form, Key
from ..records.indicator import Indicator
from ..records.kinds import may_be_two_days, read_date
from ..records.names import as_slug, read_slug
from ..records.panel import Panel
from ..records.place import Place
from ..records.pointers import led_by_ids, led_by_keys
from ..records.problem import Problem, slip
from ..records.publication import UNNAMED, Records
from ..records.regime import Regime
from .attached import read_attached
from .characters import odd_name
from .decoding import A_LINK, read_bytes
from .kept_records import read_or_kept
from .listed_texts import TEXTS
from .markings import markings
from .published import PUBLISHED, AddressList, read_published
from .regimes import packaged_for, packaged_regime, under
from .unread import of_another_form, strays, unknown_file

_FORM_NAME: Final = re.compile(r".*\.ya?ml(?:\.\w+)?", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Reading:
    """What a data folder holds: its records, all problems in order, and the files that were read, as shown."""

    records: Records
    problems: tuple[Problem, ...]
    files: tuple[str, ...] = ()
    published: AddressList = field(default_factory=AddressList)


def read_folder(data: Path, store: Store | None = None) -> Reading:
    """Read all records below the folder ``data``. Whatever is wrong is a problem; nothing is raised.

    A file of which the ``store`` has what was read before is not read again.
    """
    if not data.is_dir():
        fact = "There is no such folder." if not data.exists() else "This is a file, not a folder."
        fix = "Name the folder that holds the records, such as data."
        problem = Problem("no-folder", Place(shown(data)), fact, fix)
        return Reading(Records(unread=frozenset(form.family for form in FORMS)), (problem,))
    visit = _Visit(data, store)
    visit.read_all()
    kept = {form.family: visit.kept[form.family] for form in FORMS}
    singles = {form.family: next(iter(kept[form.family].values()), None) for form in FORMS if form.single}
    everything: dict[str, Any] = {**kept, **singles, "attached": read_attached(data, visit.others, shown(data))}
    published, unreadable = read_published(data / PUBLISHED, shown(data / PUBLISHED))
    beside = strays(data, visit.others, shown(data))
    problems = tuple(sorted((*visit.problems, *unreadable, *beside), key=lambda problem: problem.order))
    everything["packaged"] = packaged_for(everything["panel"])
    records = without_drafts(Records(**everything, unread=frozenset(visit.unread)))
    records = led_by_ids(led_by_keys(records))
    regime = records.regime_on(date.max)
    indicators = {name: under(regime, indicator) for name, indicator in records.indicators.items()}
    records = replace(records, indicators=indicators)
    if regime.forms.date == "month day, year":
        problems = tuple(map(_without_guess, problems))
    return Reading(records, problems, tuple(visit.files), published)


def _without_guess(problem: Problem) -> Problem:
    """Take the guess from a date such as 4/2/2026: where months come first, it may be another day."""
    typed = re.match(r'"(.+?)"', problem.message) if problem.code in ("date-form", "meeting-id") else None
    return replace(problem, suggestion=None) if typed and may_be_two_days(typed[1]) else problem


def regime_of(data: Path) -> Regime:
    """Give the regime of the panel whose records are in ``data``, as far as it can be read."""
    panel, _ = read_file(data / "panel.yml", Panel)
    name = panel.regime if panel else None
    own, _ = read_file(data / "regimes" / f"{as_slug(name or '')}.yml", Regime)
    regimes = {name: own} if own and name else {}
    return Records(panel=panel, regimes=regimes, packaged=packaged_for(panel)).regime_on(date.max)


def read_indicator(path: Path, regime: Regime | None = None) -> tuple[Indicator | None, tuple[Problem, ...]]:
    """Read one indicator from a file of any name, anywhere, as it is under a regime, or where none is named."""
    indicator, problems = read_file(path, Indicator)
    return indicator and under(regime or packaged_regime(UNNAMED), indicator), problems


def read_file(
    path: Path, form: type[AnyRecord], store: Store | None = None
) -> tuple[AnyRecord | None, tuple[Problem, ...]]:
    """Read one file as one record; a file that cannot be opened is a problem."""
    data, problems = bytes_of(path)
    return (None, problems) if data is None else read_or_kept(data, shown(path), form, store)


def bytes_of(path: Path) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Give what a file holds, as far as a form may, or the problem that it cannot be opened."""
    try:
        return read_bytes(path, limits.FILE_LETTERS + 1), ()
    except OSError as error:
        return None, (_not_opened(shown(path), error),)


def _not_opened(file: str, error: OSError) -> Problem:
    if error.errno == errno.ELOOP:
        return Problem("link", Place(file), *A_LINK)
    if error.errno == errno.ENOENT:
        return Problem("cannot-open", Place(file), "There is no such file.", "Check the name.")
    fix = "Check that it is an ordinary file, and that you may read it."
    return Problem("cannot-open", Place(file), "This file cannot be opened.", fix)


def shown(path: Path) -> str:
    """Give a path as people are shown it: from the current folder where it is below it, with ``/``."""
    absolute, current = os.path.abspath(path), str(Path.cwd())  # noqa: PTH100 - a link keeps its own name
    below = absolute.removeprefix(current.rstrip(os.sep) + os.sep)
    return Path("." if absolute == current else below).as_posix()


@dataclass
class _Visit:
    """One walk through a data folder."""

    data: Path
    store: Store | None = None
    problems: list[Problem] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    kept: dict[str, dict[Key, Record]] = field(default_factory=lambda: {form.family: {} for form in FORMS})
    unread: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    meetings: list[Path] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)
    """Files that are no forms, below the data folder: some are attached to papers."""

    def read_all(self) -> None:
        paths = sorted(self.paths(), key=lambda path: path.as_posix())
        for path in paths:
            self.read(path)
        self.problems += markings(self.data, shown(self.data))
        found = {path.as_posix() for path in paths}
        for form in FORMS:
            if form.required:
                self.require(form, found)

    def paths(self) -> Iterator[Path]:
        """Give the files that look like forms, below the data folder. Links are refused, whatever their names."""
        for folder, folders, names in os.walk(self.data, onerror=self.closed):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in (*folders, *names):
                path = Path(folder, name)
                if odd := odd_name(name, shown(path)):
                    self.problems.append(odd)
                    self.named.add(shown(path))
                    folders[:] = [inner for inner in folders if inner != name]
                    self.leave(path)
                elif os.path.islink(path):  # noqa: PTH114 - unlike is_symlink, it raises nothing
                    self.tell("link", path, *A_LINK)
                    self.leave(path)
                elif name in folders and path.parent == self.data / "meetings":
                    self.meetings.append(path)
                    self.check(path, {"date": name})
                elif _FORM_NAME.fullmatch(name):
                    yield path.relative_to(self.data)
                elif name in names and not os.path.isfile(path):  # noqa: PTH113 - unlike is_file, it raises nothing
                    fact, fix = "This is a pipe, a device or the like.", "Delete it: only ordinary files belong here."
                    self.tell("cannot-open", path, fact, fix)
                elif (
                    name in names
                    and not name.startswith(".")
                    and path not in (self.data / PUBLISHED, self.data / TEXTS)
                ):
                    self.others.append(path.relative_to(self.data))

    def leave(self, path: Path) -> None:
        """Note that a file or folder is left aside: nobody is told that what it may hold is not there."""
        where = path.relative_to(self.data).as_posix()
        self.unread |= {form.family for form in FORMS if form.below(where)}

    def closed(self, error: OSError) -> None:
        """Tell of a folder that cannot be looked into: whatever is in it is not known."""
        fact, fix = "This folder cannot be opened.", "Check that you may read it, and all that is in it."
        self.tell("cannot-open", Path(error.filename), fact, fix)
        self.meetings = [folder for folder in self.meetings if folder != Path(error.filename)]
        self.unread |= {form.family for form in FORMS}

    def tell(self, code: str, path: Path, fact: str, fix: str) -> None:
        self.problems.append(Problem(code, Place(shown(path)), fact, fix))

    def check(self, path: Path, names: dict[str, str]) -> bool:
        """Check the names of folders and files that become ids; each is told once."""
        for what, name in names.items():
            try:
                _CHECKS[what](name)
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
        for form in FORMS:
            names = form.match(path.as_posix())
            if names is not None:
                break
        else:
            self.problems.append(unknown_file(self.data, path, shown(self.data)))
            return
        where = self.data / path
        if not self.check(where, names):
            self.unread.add(form.family)
            return
        record, problems = read_file(where, form.model, self.store)
        self.files.append(shown(where))
        another = of_another_form(where, form, shown(where)) if record is None else None
        self.problems += [another] if another else problems
        if record is None:
            self.unread.add(form.family)
        elif form.listed:
            self.keep_all(form, record)
        else:
            self.kept[form.family][form.key(names)] = record

    def keep_all(self, form: Form, file: Record) -> None:
        """Keep the records of a file with a list by their ids; an id may stand there once."""
        kept = self.kept[form.family]
        for record in getattr(file, form.family):
            if file.language and not record.language:
                record = record.model_copy(update={"language": file.language})
            name = getattr(record, "id")  # noqa: B009 - only families that are listed have an id
            if name in kept:
                first, place = kept[name].at("id"), record.at("id")
                fact = f'The id "{name}" is used twice: on line {first.line} and again on line {place.line}.'
                fix = "Give one of the two another id, or delete one if both are the same."
                self.problems.append(Problem("repeated-id", place, fact, fix))
            kept.setdefault(name, record)

    def require(self, form: Form, found: set[str]) -> None:
        """Tell where a file is missing that must be there."""
        folder, _, name = form.path.rpartition("/")
        meetings = (path for path in self.meetings if shown(path) not in self.named)
        folders = sorted(meetings) if "<date>" in folder else [self.data / folder]
        for where in folders:
            path = where / name
            if path.relative_to(self.data).as_posix() not in found:
                self.unread.add(form.family)
                self.tell("missing-file", path, f"There is no {name} in {shown(where)}.", f"Add the file {name}.")


def _check_meeting(name: str) -> None:
    """Accept ``2026-01-05`` and ``2026-01-05-visit`` as the name of a meeting's folder; raise a slip for others."""
    if not re.match(r"\d{4}-\d{2}-\d{2}(?:-|$)", name):
        raise _meeting_slip(name, None if may_be_two_days(name) else _date_in(name))
    read_date(name[:10])
    if name[10:]:
        try:
            read_slug(name[11:])
        except PydanticCustomError:
            raise _meeting_slip(name, name[:10]) from None


def _date_in(name: str) -> str | None:
    try:
        return read_date(re.sub(r"(?<=^\d{4}-\d\d-\d\d)\D.*", "", name)).isoformat()
    except PydanticCustomError as error:
        suggestion = (error.context or {}).get("suggestion")
        return suggestion if isinstance(suggestion, str) else None


def _meeting_slip(name: str, guess: str | None) -> PydanticCustomError:
    fix = "Name the folder of a meeting after its date, such as 2026-01-05 or 2026-01-05-visit."
    if guess:
        fix = f"Rename the folder to {guess}. {fix}"
    return slip("meeting-folder", f'"{name}" is not a name for the folder of a meeting.', fix)


_CHECKS: Final[dict[str, Callable[[str], object]]] = {"date": _check_meeting, "id": read_slug}
"""How each part of a path that stands for a name is checked."""
