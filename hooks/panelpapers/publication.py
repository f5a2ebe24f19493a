"""From a data folder to a finished site: read, check, and only if nothing is wrong, make every page and file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path

from pydantic_core import PydanticCustomError

from .charts import default_folder
from .facts.public import public
from .pages.keeping import additions, gone
from .pages.links import dead_links
from .pages.places import known_addresses
from .pages.renamings import wrong_renamings
from .pages.site import HOME, Site
from .proving import unproven
from .reading.excerpt import lines_of_file
from .reading.families import form_of
from .reading.folder import Reading, read_file, read_folder, shown
from .reading.problem import Problem
from .reading.published import PUBLISHED, write_published
from .reading.telling import as_text
from .records.kinds import read_date
from .records.panel import Panel
from .records.place import Place
from .records.publication import Records
from .rules import check

HOME_TRAIL = (HOME,)
RENAMED = "renamed.yml"


@dataclass(frozen=True)
class Checked:
    """Records that were read, with every problem of reading and of the rules, sorted by place."""

    records: Records
    problems: tuple[Problem, ...]
    files: tuple[str, ...] = ()
    published: Mapping[str, Place] = field(default_factory=dict)
    """Every address that was published, with the line of the list on which it stands."""

    @property
    def sound(self) -> bool:
        """Whether a site may be made: no problem is an error."""
        return not any(problem.severity == "error" for problem in self.problems)


@dataclass(frozen=True)
class Published:
    """The result of a publication: a site, or the telling of all problems and no site at all."""

    panel: Panel | None
    site: Site | None
    telling: str


def day_of_building(surroundings: Mapping[str, str]) -> date:
    """Give the day that a site is built for: PANEL_TODAY, else SOURCE_DATE_EPOCH (seconds, UTC), else the clock's.

    Raises ``ValueError``, in words for whoever typed it, when either is no day for which a site can be built.
    """
    typed, epoch = surroundings.get("PANEL_TODAY", ""), surroundings.get("SOURCE_DATE_EPOCH", "")
    try:
        day = read_date(typed) if typed else datetime.fromtimestamp(int(epoch), UTC).date() if epoch else None
    except PydanticCustomError as refused:
        instead = (refused.context or {}).get("suggestion") or "2026-01-05"
        raise ValueError(f"PANEL_TODAY: {refused.message()} Write it in this form: {instead}.") from None
    except (ValueError, OverflowError, OSError):
        told = f'SOURCE_DATE_EPOCH: "{epoch[:40]}" is not a number of seconds since 1970.'
        raise ValueError(f"{told} Set PANEL_TODAY instead, such as 2026-01-05.") from None
    day = day or datetime.now(UTC).date()
    if not 1970 < day.year < 2106:
        raise ValueError(f"A site cannot be built for {day}: files are dated by it, and hold the years 1971 to 2105.")
    return day


def seconds(day: date) -> int:
    """Give the first second of a day in UTC, as SOURCE_DATE_EPOCH counts."""
    return int(datetime.combine(day, time.min, UTC).timestamp())


def check_folder(data: Path) -> Checked:
    """Read a data folder, apply every rule, and prove every sentence. Nothing is raised for what an editor typed."""
    reading = read_folder(data)
    proofs = (problem for indicator in reading.records.indicators.values() for problem in unproven(indicator))
    found = (*reading.problems, *check(reading.records), *_of_addresses(reading, shown(data / RENAMED)), *proofs)
    problems = tuple(sorted(found, key=lambda problem: problem.order))
    return Checked(reading.records, problems, reading.files, reading.published)


def _of_addresses(reading: Reading, renamed: str) -> Iterator[Problem]:
    """Tell what is wrong with addresses; ``renamed`` is the file of renamings as shown to people, there or not."""
    known = known_addresses(public(reading.records))
    yield from dead_links(reading.records, known)
    yield from wrong_renamings(reading.records, known)
    yield from gone(reading.records, reading.published, known, renamed, lines_of_file(renamed))


def check_paths(paths: Iterable[Path], data: Path) -> Checked:
    """Check a data folder and keep what concerns some files or folders; a path outside of it is read alone.

    A folder outside is read as a data folder of its own; a file outside is read by what its name says it is.
    """
    checked = check_folder(data)
    problems: list[Problem] = []
    files: list[str] = []
    for path in paths:
        if path.resolve().is_relative_to(data.resolve()) and path.exists():
            name = shown(path)
            within = [file for file in checked.files if file == name or file.startswith(f"{name}/")]
            files += within
            problems += [one for one in checked.problems if f"{one.place.file}/".startswith(f"{name}/")]
        elif path.is_dir():
            alone = check_folder(path)
            files += alone.files
            problems += alone.problems
        else:
            files.append(shown(path))
            problems += read_file(path, form_of(path))[1]
    unique = sorted(set(problems), key=lambda problem: problem.order)
    return Checked(checked.records, tuple(unique), tuple(dict.fromkeys(files)))


def remember(checked: Checked, data: Path) -> list[str]:
    """Add every address of a checked site to the list of published ones in its folder, and give the new ones."""
    new = additions(checked.published, known_addresses(public(checked.records)))
    if new:
        write_published(data / PUBLISHED, (*checked.published, *new))
    return new


def publish(data: Path, templates: Path, today: date, home: str = "") -> Published:
    """Make the whole site of a data folder as it is on a day, or none of it when there are problems.

    ``home`` is the whole address at which the site will stand; without it, the one that the panel's file gives.
    """
    checked = check_folder(data)
    panel = checked.records.panel
    if not checked.sound or panel is None:
        return Published(panel, None, as_text(checked.problems))
    address = home or panel.site_address
    home = f"{address.rstrip('/')}/" if address else ""
    from .pages.build import build  # here, because the check on its own needs none of what it loads

    site = build(checked.records, today, templates, default_folder(), home=home, published=checked.published)
    return Published(panel, site, "")
