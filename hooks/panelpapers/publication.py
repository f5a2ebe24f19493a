"""From a data folder to a finished site: read, check, and only if nothing is wrong, make every page and file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from pydantic_core import PydanticCustomError

from .checking import check
from .facts.dossier import Dossier
from .facts.told import Told
from .facts.unfinished import TOLD_AS_TASKS
from .pages.keeping import additions, as_listed, gone, not_ours, of_another, still_readable, taken_out
from .pages.links import dead_links
from .pages.places import known_addresses
from .pages.problems import help_at
from .pages.renamings import wrong_renamings
from .pages.withdrawals import withdrawals
from .proving import unproven, unproven_of, without_unproven
from .reading.by_hand import by_hand
from .reading.drafts import read_draft
from .reading.excerpt import lines_of_file, visible
from .reading.folder import read_folder, regime_of, shown
from .reading.markings import markings
from .reading.published import PUBLISHED, AddressList, ever_listed, write_published
from .reading.telling import as_text, at_once, in_order
from .records.kinds import read_date
from .records.panel import Panel
from .records.problem import Problem
from .records.publication import Records
from .rules.settling import settle

if TYPE_CHECKING:
    from .kept.store import Store
    from .pages.site import Site

RENAMED = "renamed.yml"
MOST_DOUBTS = 10
"""So many warnings and pieces of advice are told in the terminal when a site is made."""


@dataclass(frozen=True)
class Checked:
    """Records that were read, with every problem of reading and of the rules, sorted by place."""

    dossier: Dossier
    problems: tuple[Problem, ...]
    files: tuple[str, ...] = ()
    published: AddressList = field(default_factory=AddressList)

    @property
    def records(self) -> Records:
        """The records as typed."""
        return self.dossier.records

    def help_at(self, code: str) -> str:
        """Give the address at which a code is explained."""
        return help_of(self.records.panel, code)

    @property
    def advice(self) -> Mapping[str, int]:
        """How many warnings and pieces of advice there are by their codes, but for what is told as unfinished."""
        found = (problem.code for problem in self.problems if problem.severity != "error")
        return Counter(code for code in found if code not in TOLD_AS_TASKS)

    @property
    def sound(self) -> bool:
        """Whether a site may be made: no problem is an error."""
        return not any(problem.severity == "error" for problem in self.problems)


@dataclass(frozen=True)
class Published:
    """The result of a publication: a site, or no site at all and all problems."""

    panel: Panel | None
    site: Site | None
    problems: tuple[Problem, ...] = ()
    """All that the check found, and sentences that figures as they were on the day do not confirm, so that they are
    left out. Where there is a site, none of them is an error."""
    checked: Checked | None = None
    refused: str = ""
    """Why the parts of the site do not fit together, where no single record is to blame."""
    later: str = ""
    """Which agendas, papers and minutes are not on the site, because they were told after its day; or nothing."""

    @property
    def telling(self) -> str:
        """All problems in words, for the terminal."""
        return self.refused or as_text(self.problems, help_at=partial(help_of, self.panel))

    @property
    def doubts(self) -> str:
        """The first warnings and pieces of advice in a line each, with their places, while nothing is wrong."""
        told = [f"{problem.place}: {problem.message}" for problem in in_order(self.problems)]
        if len(told) > MOST_DOUBTS:
            told[MOST_DOUBTS:] = [f"And {len(told) - MOST_DOUBTS:,} more: panel-papers check tells all."]
        return "\n".join(map(visible, told)) if self.site else ""


def help_of(panel: Panel | None, code: str) -> str:
    """Give the address at which a code is explained, on the site of the panel where that is known."""
    home = (panel.site_address if panel else None) or ""
    return help_at(code, home if home.startswith("http") else "")


def day_of_building(surroundings: Mapping[str, str], data: Path) -> date:
    """Give the day that a site is built for: PANEL_TODAY, else that of SOURCE_DATE_EPOCH (seconds), else the clock's.

    The day of a moment is that of the time zone of the panel whose records are in ``data``. Raises ``ValueError``, in
    words for whoever typed it, when either is no day for which a site can be built.
    """
    typed, epoch = surroundings.get("PANEL_TODAY", ""), surroundings.get("SOURCE_DATE_EPOCH", "")
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch and not typed else datetime.now(UTC)
        day = read_date(typed) if typed else moment.astimezone(ZoneInfo(regime_of(data).zone)).date()
    except PydanticCustomError as refused:
        instead = (refused.context or {}).get("suggestion") or "2026-01-05"
        raise ValueError(f"PANEL_TODAY: {refused.message()} Write it in this form: {instead}.") from None
    except (ValueError, OverflowError, OSError):
        told = f'SOURCE_DATE_EPOCH: "{epoch[:40]}" is not a number of seconds since 1970.'
        raise ValueError(f"{told} Set PANEL_TODAY instead, such as 2026-01-05.") from None
    if not 1970 < day.year < 2106:
        raise ValueError(f"A site cannot be built for {day}: files are dated by it, and hold the years 1971 to 2105.")
    return day


def check_folder(
    data: Path, today: date | None = None, asked: Callable[[str], bool] = lambda _: True, store: Store | None = None
) -> Checked:
    """Read a data folder, apply every rule, and prove every sentence. Nothing is raised for what an editor typed.

    ``today`` is the day of the check; without it, nothing is told that depends on the day. Only problems of the files
    that are ``asked`` about are told.
    """
    reading = read_folder(data, store)
    dossier = Dossier(reading.records)
    mistyped = {slip.place for slip in dossier.mistyped}  # an address that is gone with one follows from that
    of_addresses = _of_addresses(dossier, reading.published, shown(data / RENAMED))
    of_addresses = (problem for problem in of_addresses if problem.place not in mistyped)
    doubted = tuple(unproven(dossier, asked))
    found = (*reading.problems, *check(dossier, today), *of_addresses, *doubted)
    settled = settle((record for _, _, record in reading.records.every()), found)
    told = at_once(problem for problem in settled if asked(problem.place.file))
    return Checked(
        without_unproven(dossier, doubted), tuple(told), tuple(filter(asked, reading.files)), reading.published
    )


def _of_addresses(dossier: Dossier, listed: AddressList, renamed: str) -> Iterator[Problem]:
    """Tell what is wrong with addresses; ``renamed`` is the file of renamings as shown to people, there or not."""
    records, published = dossier.records, listed.addresses
    known = known_addresses(dossier.public, published)
    yield from dead_links(dossier.public, known, withdrawals(records).secret, dossier.mistyped)
    name = records.panel.name if records.panel else ""
    if name and not listed.is_of(name):
        yield of_another(listed, name)
        return
    yield from not_ours(published)
    yield from still_readable(records, published)
    yield from wrong_renamings(records, known, published)
    yield from gone(records, published, known, renamed, lines_of_file(renamed))


def check_history(checked: Checked, data: Path) -> Checked:
    """Tell as well of what was ever taken out of the list of published addresses, as Git remembers it.

    Raises ``NoHistory`` when there is nothing to compare the list with.
    """
    file, panel = shown(data / PUBLISHED), checked.records.panel
    if panel is None or any(problem.place.file == file for problem in checked.problems):
        return checked  # whose list it is, or what is in it, is to be settled first
    ever = ever_listed(data / PUBLISHED, checked.published, panel.name)
    found = taken_out(ever, checked.published.addresses, file)
    problems = tuple(sorted((*checked.problems, *found), key=lambda problem: problem.order))
    return replace(checked, problems=problems)


def check_paths(paths: Iterable[Path], data: Path, today: date | None = None) -> Checked:
    """Check a data folder and keep what concerns some files or folders; a path outside of it is read alone.

    A folder outside is read as a data folder of its own; a file outside is read by what its
    name or its fields say that it is.
    """
    paths = [*dict.fromkeys(paths)]
    within = [path for path in paths if path.resolve().is_relative_to(data.resolve()) and path.exists()]
    names = tuple(f"{shown(path)}/" for path in within)
    checked = check_folder(data, today, lambda file: f"{file}/".startswith(names))
    problems, files = [*checked.problems], [*checked.files]
    for path in (path for path in paths if path not in within):
        if path.is_dir():
            alone = check_folder(path, today)
            files += alone.files
            problems += alone.problems
        else:
            files.append(shown(path))
            problems += read_draft(path)
    unique = sorted(set(problems), key=lambda problem: problem.order)
    return replace(checked, problems=tuple(unique), files=tuple(dict.fromkeys(files)))


def remember(checked: Checked, data: Path) -> list[str]:
    """Add every address of a checked site to the list of published ones in its folder, and give the new ones.

    A list that does not say yet whose it is says so afterwards. In the place of an address that says what was taken
    out, a hash is written.
    """
    published, panel = checked.published, checked.records.panel
    new = additions(published.addresses, known_addresses(checked.dossier.public, published.addresses))
    names = (*published.names,) or ((panel.name,) if panel else ())
    listed = as_listed(published.addresses, checked.records)
    if new or names != (*published.names,) or listed != list(published.addresses):
        write_published(data / PUBLISHED, (*listed, *new), names)
    return new


def publish(
    data: Path,
    templates: Path,
    today: date,
    home: str = "",
    content: Path | None = None,
    store: Store | None = None,
) -> Published:
    """Make the whole site of a data folder as it is on a day, or none of it when there are problems.

    ``home`` is the whole address at which the site will stand; without it, the one that the panel's file gives.
    ``content`` is the folder of pages written by hand, in which nothing may be marked as kept from the public,
    and nothing may run in a browser. ``store`` has what earlier builds made.
    """
    checked = check_folder(data, today, store=store)
    written = (*markings(content, shown(content)), *by_hand(content, shown(content))) if content else ()
    if written:
        return Published(checked.records.panel, None, (*checked.problems, *written), checked)
    return made_of(checked, templates, today, home, store)


def made_of(checked: Checked, templates: Path, today: date, home: str = "", store: Store | None = None) -> Published:
    """Make the site of records that were checked on that day, as ``publish`` does."""
    panel = checked.records.panel
    if not checked.sound or panel is None:
        return Published(panel, None, checked.problems, checked)
    as_typed = checked.dossier
    doubted = tuple(unproven_of(as_typed.public.on(today), as_typed.public))
    as_typed = without_unproven(as_typed, doubted)
    address = home or panel.site_address
    home = f"{address.rstrip('/')}/" if address else ""
    from .charts import default_folder  # these here, because the check on its own needs none of what they load
    from .pages.build import build
    from .pages.claims import AddressTwice

    try:
        published, first_name = checked.published.addresses, checked.published.first_name
        drawn = default_folder()
        site = build(
            *(as_typed, today, templates, drawn),
            home=home,
            published=published,
            first_name=first_name,
            advice=checked.advice,
            store=store,
        )
    except AddressTwice as why:
        return Published(panel, None, checked=checked, refused=str(why))
    panel = as_typed.public.on(today).records.panel
    later = _told_later(as_typed.told, today)
    return Published(panel, site, (*checked.problems, *doubted), checked, later=later)


def _told_later(told: Told, today: date) -> str:
    found = list[str]()
    for family in ("agendas", "papers", "minutes"):
        days: Mapping[Any, date] = getattr(told, family)
        for key, record in getattr(told.records, family).items():
            if days[key] > today:
                found.append(f"{record.at().file} from {days[key]}")
    return f"Not on the site of {today}, because it was told later: {', '.join(found)}." if found else ""
