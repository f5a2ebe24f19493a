"""The commands of `panel-papers import`: a clerk's own files in. Only who imports loads what they need."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from .importing.sheets.opening import read_sheets
from .importing.sheets.periods import KINDS, Custom
from .importing.sheets.told import Told
from .importing.unreadable import Unreadable
from .taking_over import pack

if TYPE_CHECKING:
    from .importing.parts import Source
    from .importing.sheets.resolving import Answers, Wanted
    from .records.publication import Records

_Command = TypeVar("_Command", bound=Callable[..., object])
_DATES: Final = {"day-first": "day first", "month-first": "month first"}
_MOST_SHOWN: Final = 20
_OPTIONS: Final = (
    click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path)),
    click.option("--source", help="Title of the paper in which new entries stand."),
    click.option("--period-kind", type=click.Choice(KINDS), help="What June 2025 or 30/06/2025 stands for."),
    click.option("--dates", type=click.Choice([*_DATES]), help="How 4/2/2026 is read, if not as the body writes dates."),
    click.option("--older", type=click.Choice(["keep", "revise"]), help="What becomes of entries that are otherwise now."),
    click.option("--dry-run", is_flag=True, help="Show every line that would change, and write nothing."),
    click.option(
        "--data", type=click.Path(path_type=Path), default=Path("data"), show_default=True, envvar="PANEL_DATA",
        show_envvar=True, help="The folder that holds the records.",
    ),
)  # fmt: skip


def _with_options(command: _Command) -> _Command:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command()
@click.option("--unit", help="Unit of new indicators: %, count, money, days.")
@click.option("--place", help="Whom or where the figures of new indicators are for.")
@click.option("--definition", help="What the figures of new indicators mean.")
@click.option("--title", default="", help="The indicator of sheets that name none.")
@_with_options
def indicators(**given: Any) -> None:
    """Take figures over from spreadsheets: FILES in .xlsx, .ods or .csv.

    Only lines for what is new are added to the records. Ends with 1, and writes nothing, when something is wrong.
    """
    from .importing.sheets.indicators import Sheets
    from .importing.sheets.resolving import wanted

    def gather(sources: list[Source], records: Records, custom: Custom, answers: Answers, told: Told) -> _Gathered:
        sheets = Sheets(records.indicators, custom, told, given["title"])
        for source in sources:
            sheets.add(source)
        found = (wanted(about, answers, told) for about in sheets.found.values())
        return [one for one in found if one], sheets.used

    _run(given, gather)


@click.command()
@click.argument("kind", type=click.Choice(["actions", "attendance", "people", "ratings"]))
@click.option("--meeting", default="", help="The meeting: the name of its folder, such as 2026-01-05.")
@_with_options
def register(**given: Any) -> None:
    """Take a register over from spreadsheets: actions, attendance, people or ratings.

    Only lines for what is new are added to the records. Ends with 1, and writes nothing, when something is wrong.
    """
    from .importing.sheets.registers import Registers

    def gather(sources: list[Source], records: Records, custom: Custom, answers: Answers, told: Told) -> _Gathered:
        registers = Registers(records, custom, answers, told, given["meeting"])
        for source in sources:
            registers.add(given["kind"], source)
        return list(registers.wanted.values()), registers.used

    _run(given, gather)


_Gathered = tuple[list["Wanted"], Mapping[int, str]]
_Gather = Callable[..., _Gathered]


def _run(given: Mapping[str, Any], gather: _Gather) -> None:
    """Read, gather, compare and check; then tell everything, and write where nothing is wrong."""
    from .importing.sheets.plan import checked, planned
    from .importing.sheets.resolving import Answers
    from .publication import check_folder
    from .reading.excerpt import visible
    from .reading.folder import read_folder, regime_of
    from .records.drafts import with_drafts
    from .records.regional import sign_of

    told, data = Told(), given["data"]
    if not data.is_dir():
        raise click.ClickException(f"There is no folder {data}. Name the one that holds the records: --data FOLDER.")
    regime = regime_of(data)
    first = _DATES.get(given["dates"] or "") or (
        "month first" if regime.forms.date == "month day, year" else "day first"
    )
    custom = Custom(first, regime.year_begins[0] if regime.year_begins else Custom().year_begins)
    named = {"source": "source.title"}
    options = {named.get(name, name): text for name, text in given.items() if isinstance(text, str) and text}
    answers = Answers(options, _ask if sys.stdin.isatty() else lambda *_: "", sign_of(regime.currency))
    sources = list(_sources(given["files"], told))
    wanted, used = gather(sources, with_drafts(read_folder(data).records), custom, answers, told)
    plan = planned(data, wanted, given["older"] or "", told)
    if plan.files and not told.problems:
        checked(plan, lambda folder: check_folder(folder).problems, told)
    lines = told.problems or [*told.notes, *_accounts(sources, used)]
    click.echo("".join(f"{visible(line)}\n" for text in lines for line in text.split("\n")), nl=False)
    if told.problems:
        count = len(told.problems)
        raise click.ClickException(f"{count:,} problem{'s' if count > 1 else ''}. Nothing was written.")
    if given["dry_run"]:
        click.echo("\n".join(map(visible, plan.diff().split("\n"))))
    else:
        plan.write()
    click.echo(plan.result())


def _sources(files: Iterable[Path], told: Told) -> Iterable[Source]:
    for file in files:
        try:
            yield read_sheets(file)
        except Unreadable as why:
            told.problems.append(str(why))
        except OSError as why:
            told.problem(str(file), "This file cannot be opened.", f"Check its name. {why.strerror or ''}".strip())


def _accounts(sources: Iterable[Source], used: Mapping[int, str]) -> Iterable[str]:
    """Say what of each file is in no record, and how much of it nobody sees who looks at it."""
    from .importing.account import Account
    from .importing.sheets.columns import tables_in
    from .importing.sheets.tables import reference

    for source in sources:
        account, cells = Account(source), dict[int, str]()
        for part, where, _ in tables_in(source):
            for cell in part.cells:
                for line in cell.parts:
                    cells[line.position] = f"{where}, cell {reference(cell.row, cell.column)}"
                    if id(cell) in used and line.printed:
                        account.place(line, used[id(cell)], "", "columns by their headings")
        left = [(cells[part.position], words) for part, words in account.left_over() if part.position in cells]
        yield from (f"{place}: left over, in no record: {words[:60]}" for place, words in left[:_MOST_SHOWN])
        if len(left) > _MOST_SHOWN:
            yield f"{source.name}: {len(left) - _MOST_SHOWN:,} more cells are left over."
        yield from (
            f"{source.name}: {held.words:,} words {held.why} are withheld." for held in account.withheld_by_page()
        )


def _ask(question: str, choices: tuple[str, ...]) -> str:
    """Ask in the terminal; nothing typed is no answer."""
    words = f" ({', '.join(choices)})" if choices else ""
    while True:
        typed: str = click.prompt(f"{question}{words} Enter alone: nobody says", "", show_default=False).strip()
        if not choices or not typed or typed in choices:
            return typed


COMMANDS: Final = {"indicators": indicators, "pack": pack, "register": register}
