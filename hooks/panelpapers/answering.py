"""What commands answer about a check: on which day it is, and all that it found, in the form that was asked for."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from .publication import Checked


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
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as opened:
            opened.write(as_summary(problems, files, checked.help_at))
    click.echo(result_line(problems, files))
