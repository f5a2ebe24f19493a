"""What commands answer about a check: on which day it is, and all that it found, in the form that was asked for."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from .known_as import Known
    from .publication import Checked
    from .records.problem import Problem

DATA = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=True),
    default=Path("data"),
    show_default=True,
    envvar="PANEL_DATA",
    show_envvar=True,
    help="The folder that holds the records.",
)
"""The option of every command that reads records."""

PREVIEW: Final = "The site as it would be is among the artifacts of this run."


def day(data: Path) -> date:
    """Give the day of the check, as that of a build: PANEL_TODAY, or that of the clock."""
    from .publication import day_of_building

    try:
        return day_of_building(os.environ, data)
    except ValueError as why:
        raise click.ClickException(str(why)) from why


def with_history(checked: Checked, data: Path) -> Checked:
    """Compare the list of published addresses with its history too, or say why that cannot be."""
    from .publication import check_history
    from .reading.published import NoHistory

    try:
        return check_history(checked, data)
    except NoHistory as why:
        click.echo(f"The list of published addresses was not compared with its history. {why}", err=True)
        return checked


def sound_or_end(data: Path, today: date | None = None) -> Checked:
    """Check a data folder; where a site cannot be made of it, tell every problem and end with 1."""
    from .publication import check_folder

    checked = check_folder(data, today)
    if not checked.sound:
        click.echo(told(checked))
        raise SystemExit(1)
    return checked


def told(checked: Checked) -> str:
    """Give every problem in words, and the result after them."""
    from .reading.telling import as_text, result_line

    problems = as_text(checked.problems, help_at=checked.help_at)
    return "\n\n".join(filter(None, (problems, result_line(checked.problems, len(checked.files)))))


def tell_github(checked: Checked) -> None:
    """Write workflow commands, and everything into the job summary, because GitHub shows ten of them a step."""
    from .reading.telling import as_github, as_summary, result_line

    problems, files = checked.problems, len(checked.files)
    if problems:
        click.echo(as_github(problems, checked.help_at))
    _sum_up(as_summary(problems, files, checked.help_at))
    click.echo(result_line(problems, files))


def _sum_up(words: str) -> None:
    """Write words into the summary of a run on GitHub, if this is one."""
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as opened:
            opened.write(words)


def tell_known(known: tuple[Known, ...], problems: tuple[Problem, ...], form: str) -> None:
    """Tell by what the parts of a file are named, or all that is wrong with it; and end."""
    from .known_as import as_text
    from .reading.telling import as_text as all_problems
    from .reading.telling import json_text

    if form == "json":
        click.echo(json_text([part._asdict() for part in known]))
    else:
        click.echo(
            "\n\n".join(filter(None, (all_problems(problems), as_text(known) if known or not problems else "")))
        )
    raise SystemExit(1 if any(problem.severity == "error" for problem in problems) else 0)


def tell_changes(old: str, new: str | None, form: str, data: Path, *, quick: bool, git: bool) -> None:
    """Tell what differs between two states of the records, then every problem of the new one; and end."""
    from .comparing import as_summary, as_text, compare
    from .pages.differences import differing
    from .publication import check_folder
    from .reading.excerpt import visible
    from .reading.revisions import NotThere, two_states

    try:
        with two_states(old, new, data, git=git) as (before, after):
            today = day(after.data)
            checked, templates = check_folder(after.data, today), None if quick else Path("theme_overrides")
            written = differing(before.content, after.content) if before.content and after.content else None
            compared = compare(check_folder(before.data, today), checked, today, templates, written)
            if form == "github":
                _sum_up(f"{as_summary(compared)}\n{PREVIEW}\n\n")
            if form == "markdown":
                click.echo(as_summary(compared), nl=False)
            else:
                problems = "" if checked.sound else told(checked)
                click.echo("\n\n".join(filter(None, (as_text(compared), problems))))
    except NotThere as why:
        raise click.ClickException(visible(str(why))) from why
    raise SystemExit(0 if checked.sound else 1)


def choose(problem: Problem, ways: tuple[str, ...]) -> str | None:
    """Ask in the terminal which of several ways is meant; nothing typed leaves the line as it is."""
    from .reading.excerpt import visible

    click.echo(f"{visible(problem.message)}\n  {visible(problem.fix)}")
    for number, way in enumerate(ways, 1):
        click.echo(f"  {number}: " + "\n     ".join(map(visible, way.split("\n"))))
    typed = click.prompt("Which number? Enter alone leaves it as it is", "", show_default=False)
    return ways[int(typed) - 1] if typed in map(str, range(1, len(ways) + 1)) else None


def tell_together(folder: Path, title: str, statement: str) -> None:
    """Write the page over the sites in a folder, and say which they are."""
    from .reading.excerpt import visible
    from .together import NotTogether, put_together

    try:
        members = put_together(folder, title, statement, day(folder), Path("theme_overrides"))
    except NotTogether as why:
        raise click.ClickException(visible(str(why))) from why
    searched = sum(member.searched for member in members)
    click.echo(f"{visible(str(folder / 'index.html'))}: {len(members):,} sites, of which {searched:,} are searched.")


def explain(code: str, data: Path) -> None:
    """Tell what a code of the check means, and where that is said; or which may be meant, and end with 1."""
    from .pages.problems import explanation
    from .publication import help_of
    from .reading.excerpt import visible
    from .reading.folder import read_file
    from .records.panel import Panel

    try:
        meaning = explanation(code)
    except KeyError as none:
        near = f'Did you mean "{none.args[0]}"?' if none.args else "The check shows it at the end of each problem."
        raise click.ClickException(f'There is no code "{visible(code)}". {near}') from none
    panel, _ = read_file(data / "panel.yml", Panel)
    click.echo("\n".join(map(visible, f"{meaning}\n\nSee {help_of(panel, code)}".split("\n"))))
