"""The commands of ``panel-papers new``: one for each form, made of its fields. Only who makes a file loads them."""

from __future__ import annotations

import re
import shutil
import sys
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import click

from . import answering
from .publication import check_folder
from .reading.excerpt import visible
from .reading.folder import read_folder, shown
from .records.drafts import with_drafts
from .records.forms import FORMS, Form
from .words import format as say
from .writing.files import write_files
from .writing.filling import NOT_MADE, takeable
from .writing.new import NOTHING_WRITTEN, New, NotMade, arguments, option

_CALLED: Final = {
    "trackers": "tracker",
    "functions": "function",
    "recommendations": "recommendation",
    "accessibility": "accessibility",
}
"""What a form is called here, where that is not its id."""


def _command(called: str, form: Form) -> click.Command:
    """Make the command of a form: its arguments, and an option for each field that one line can fill in."""
    named = arguments(form)
    params: list[click.Parameter] = [click.Argument([name], metavar=name.upper()) for name in named]
    for each, words in takeable(form.record):
        if each.typed not in (*named, "draft"):
            told = each.meaning.split("\n\n")[0].replace("\n", " ")
            params.append(
                click.Option([option(each.typed), each.typed], help=told, multiple=words.startswith("a list"))
            )
    folder = click.Path(path_type=Path)
    params.append(click.Option(["--data"], type=folder, default=Path("data"), envvar="PANEL_DATA", show_default=True))
    files = f"an entry in {form.file}" if form.listed else form.file
    files += " and agenda.yml" if form.family == "meetings" else ""
    told = f"Make {files}: what is known is filled in, all else is explained.\n\nNo file that is there is changed"
    told += ", but for the new entry." if form.listed else "."
    made = partial(_make, called, form)
    return click.Command(called, params=params, callback=made, help=told, short_help=f"Make {files}.")


def _make(called: str, form: Form, data: Path, **typed: Any) -> None:
    """Make what was asked for, and write it if it is without fault; or tell all that is missing or wrong."""
    if not data.is_dir():
        raise _refused(f"There is no folder {data}. Name the one that holds the records: --data FOLDER.")
    today, reading = answering.day(data), read_folder(data)
    for problem in (problem for problem in reading.problems if problem.severity == "error"):
        fix = "Run panel-papers check, and mend the records first."
        raise _refused(f"{problem.place}: {problem.message} {NOTHING_WRITTEN} {fix}")
    records = with_drafts(reading.records)
    typed = {name: value for name, value in typed.items() if value or name in arguments(form)}
    if any("\ud800" <= sign <= "\udfff" for value in typed.values() for sign in str(value)):
        raise _refused(f"Something that was typed is no text. {NOTHING_WRITTEN}")
    given = {name: [*value] if isinstance(value, tuple) else value for name, value in typed.items()}
    new = New(called, form, data, records, today, given, click.prompt if sys.stdin.isatty() else None)
    try:
        with say.writing(records.regime_on(today).forms):
            files = {path: text.encode() for path, text in new.files().items()}
    except NotMade as why:
        raise _refused(str(why)) from why
    _check(data, files, today)
    write_files(data, files)
    for path in files:
        click.echo(f"{visible(shown(data / path))} is written.")
    if any(re.search(rb"^ *(?:- )?draft: yes", text, re.MULTILINE) for text in files.values()):
        click.echo('Nothing of a draft is published before its line "draft: yes" is taken out.')
    click.echo("Fill it in, and run panel-papers check.")


def _check(data: Path, files: dict[str, bytes], today: date) -> None:
    """Check a copy of the data with the new files. Raises ``ClickException`` with each error that is new."""
    with TemporaryDirectory() as scratch:
        copy = Path(scratch) / "data"
        shutil.copytree(data, copy, symlinks=True)
        write_files(copy, files)
        new = [problem for problem in check_folder(copy, today).problems if problem.severity == "error"]
    if new:
        before = {(problem.code, problem.message) for problem in check_folder(data, today).problems}
        told = [f"{p.message} {p.fix}" for p in new if (p.code, p.message) not in before]
        if told:
            raise _refused("\n".join((*told, NOTHING_WRITTEN)))


def _refused(told: str) -> click.ClickException:
    return click.ClickException("\n".join(map(visible, told.split("\n"))))


COMMANDS: Final = {
    called: _command(called, form)
    for form in FORMS
    if form.family not in NOT_MADE
    for called in (_CALLED.get(form.family, form.id),)
}
