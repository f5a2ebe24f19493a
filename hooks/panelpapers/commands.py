"""The commands of ``panel-papers import``: a clerk's own files in. Only who imports loads what they need."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from .importing.sheets.days import DATES
from .importing.sheets.periods import KINDS
from .taking_over import pack

if TYPE_CHECKING:
    from .importing.parts import Source
    from .importing.sheets.told import Told

_MOST_TOLD: Final = 200
"""How many problems or notes are shown: nobody reads more at once."""
_Command = TypeVar("_Command", bound=Callable[..., object])
_OPTIONS: Final = (
    click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path)),
    click.option("--source", help="Title of the paper in which new entries stand."),
    click.option("--period-kind", type=click.Choice(KINDS), help="What June 2025 or 30/06/2025 stands for."),
    click.option(
        "--dates", type=click.Choice([*DATES]), help="How 4/2/2026 is read, if not as the body writes days."
    ),
    click.option("--older", type=click.Choice(["keep", "revise"]), help="What becomes of entries that differ now."),
    click.option("--dry-run", is_flag=True, help="Show every line that would change, and write nothing."),
    click.option(
        "--data",
        type=click.Path(path_type=Path),
        default=Path("data"),
        show_default=True,
        envvar="PANEL_DATA",
        show_envvar=True,
        help="The folder that holds the records.",
    ),
)


def _with_options(command: _Command) -> _Command:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command()
@click.option("--unit", help="Unit of new indicators: %, count, money, days.")
@click.option("--place", help="Whom or where the figures of new indicators are for.")
@click.option("--definition", help="What the figures of new indicators mean.")
@click.option("--title", help="The indicator of sheets that name none.")
@_with_options
def indicators(**given: Any) -> None:
    """Take figures over from spreadsheets: FILES in .xlsx, .ods or .csv.

    Only lines for what is new are added to the records. Ends with 1, and writes nothing, when something is wrong.
    """
    take("indicators", given)


@click.command()
@click.argument("kind", type=click.Choice(["actions", "attendance", "people", "ratings"]))
@click.option("--meeting", help="The meeting: the name of its folder, such as 2026-01-05.")
@_with_options
def register(kind: str, **given: Any) -> None:
    """Take a register over from spreadsheets: actions, attendance, people or ratings.

    Only lines for what is new are added to the records. Ends with 1, and writes nothing, when something is wrong.
    """
    take(kind, given)


def take(kind: str, given: dict[str, Any]) -> None:
    """Take a register over: read, work out and check; then tell everything, and write where nothing is wrong."""
    from .importing.sheets.plan import checked
    from .importing.sheets.taking import taken_over
    from .importing.sheets.told import Told
    from .publication import check_folder
    from .reading.excerpt import visible

    told, data = Told(), given["data"]
    if not data.is_dir():
        raise click.ClickException(f"There is no folder {data}. Name the one that holds the records: --data FOLDER.")
    options = {name: text for name, text in given.items() if isinstance(text, str) and text}
    plan = taken_over(kind, list(_sources(given["files"], told)), data, options, _ask, told)
    if plan.files and not told.problems:
        checked(plan, lambda folder: check_folder(folder).problems, told)
    texts = told.problems or told.notes
    for line in (line for text in texts[:_MOST_TOLD] for line in text.split("\n")):
        click.echo(visible(line))
    if len(texts) > _MOST_TOLD:
        click.echo(f"{len(texts) - _MOST_TOLD:,} more are like these.")
    if told.problems:
        count = len(told.problems)
        raise click.ClickException(f"{count:,} problem{'s' if count > 1 else ''}. Nothing was written.")
    if given["dry_run"]:
        click.echo("\n".join(map(visible, plan.diff().split("\n"))))
    else:
        plan.write()
    click.echo(plan.result())


def _sources(files: tuple[Path, ...], told: Told) -> Iterator[Source]:
    from .importing.sheets.opening import read_sheets
    from .importing.unreadable import Unreadable

    for file in files:
        try:
            yield read_sheets(file)
        except Unreadable as why:
            told.problems.append(str(why))
        except OSError as why:
            told.problem(str(file), "This file cannot be opened.", f"Check its name. {why.strerror or ''}".strip())


def _ask(question: str, choices: tuple[str, ...]) -> str:
    """Ask in the terminal; nothing typed is no answer, and without a terminal nobody is asked."""
    words = f" ({', '.join(choices)})" if choices else ""
    while sys.stdin.isatty():
        typed: str = click.prompt(f"{question}{words} Enter alone: nobody says", "", show_default=False).strip()
        if not choices or not typed or typed in choices:
            return typed
    return ""


COMMANDS: Final = {"indicators": indicators, "pack": pack, "register": register}
