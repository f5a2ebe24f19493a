"""The command line, ``panel-papers``: check the records, describe a figure, remember addresses, begin a project.

What a command needs is imported when it runs: nobody waits for what another loads, and ``--help`` for nothing.
"""

from __future__ import annotations

import errno
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import click

from . import answering, lasting
from .answering import DATA as _DATA
from .collecting import look_rarely

_FORMS = ("html", "pdf", "large", "epub", "braille", "speech")


class _Commands(click.Group):
    """The commands. What a disk or the system refuses to any of them is told in one line."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command. A pipe that nobody reads from any more is left to click, which says nothing of it."""
        try:
            return super().invoke(ctx)
        except OSError as refused:
            if refused.errno == errno.EPIPE:
                raise
            from .reading.excerpt import visible
            from .replacing import in_words

            raise click.ClickException(visible(in_words(refused, None))) from refused


@click.group(cls=_Commands)
@click.version_option(package_name="panel-papers")
def main() -> None:
    """Check and describe the records of a panel's papers."""
    look_rarely(500_000)  # a check keeps whatever it makes


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
@click.option("--history", is_flag=True, help="Compare the list of published addresses with what Git remembers too.")
@_DATA
def check(paths: tuple[Path, ...], form: str, history: bool, data: Path) -> None:
    """Tell every problem of the data, or only those of PATHS: files or folders.

    Ends with 0 when a site can be built, and with 1 when there is a problem.
    """
    from .kept.store import Store, cache_folder
    from .publication import check_folder, check_paths
    from .reading.telling import as_json

    store, today = Store(cache_folder()), answering.day(data)
    checked = check_paths(paths, data, today) if paths else check_folder(data, today, store=store)
    store.finish()
    if history:
        checked = answering.with_history(checked, data)
    if form == "json":
        click.echo(as_json(checked.problems, checked.help_at))
    elif form == "github":
        answering.tell_github(checked)
    else:
        click.echo(answering.told(checked))
    raise SystemExit(0 if checked.sound else 1)


@main.command()
@click.argument("old")
@click.argument("new", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "github"]), default="text", show_default=True
)
@click.option("--quick", is_flag=True, help="Make no pages: say nothing of which pages change.")
@click.option("--git", is_flag=True, help="OLD and NEW are revisions, also where folders have these names.")
@_DATA
def diff(old: str, new: str | None, form: str, quick: bool, git: bool, data: Path) -> None:
    """Tell what a change does to the site, in plain words: from OLD to NEW, which are data folders or Git revisions.

    Without NEW, the data folder as it is now is compared. Ends with 0 when a site can be built of NEW, else with 1.
    """
    answering.tell_changes(old, new, form, data, quick=quick, git=git)


@main.command()
@click.option("--dry-run", is_flag=True, help="Show what would be changed, and write nothing.")
@_DATA
def fix(data: Path, dry_run: bool) -> None:
    """Put the lines to try into the files, where that is certain; ask which is meant where several are offered.

    No other line changes. Without a terminal nobody is asked. Ends with 0 when a site can be built, else with 1.
    """
    from .fixing import mend_folder
    from .publication import check_folder
    from .reading.excerpt import visible

    today = answering.day(data)
    if not data.is_dir():
        click.echo(answering.told(check_folder(data, today)))
        raise SystemExit(1)
    choose = answering.choose if sys.stdin.isatty() else lambda *_: None
    for mended in mend_folder(data, today, choose, write=not dry_run):
        click.echo(f"{visible(str(mended.problem.place))}: {visible(mended.problem.message)} ({mended.problem.code})")
        changed = (("-", mended.before), ("+", mended.after))
        click.echo(
            "\n".join(f"  {sign} {visible(line)}" for sign, text in changed for line in text.split("\n")) + "\n"
        )
    checked = check_folder(data, today)
    click.echo(answering.told(checked))
    raise SystemExit(0 if checked.sound else 1)


@main.command()
@_DATA
def todo(data: Path) -> None:
    """Tell what is unfinished: its place, what to do, about how long it takes; and how complete the record is.

    Only of what may be published. Ends with 0, and with 1 where the check finds a problem, which comes first.
    """
    from .facts.unfinished import unfinished
    from .reading.excerpt import visible
    from .words import format as say
    from .words.unfinished import as_text

    today = answering.day(data)
    checked = answering.sound_or_end(data, today)
    found = unfinished(checked.dossier.public, today)
    with say.writing(checked.records.regime_on(today).forms):
        told = as_text(found, checked.dossier.public.records, checked.advice)
    click.echo("\n".join(map(visible, told.split("\n"))))


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_DATA
def describe(file: Path, form: str, data: Path) -> None:
    """Show the words and the table of one indicator FILE, from that file alone; of another, what its ids are.

    A FILE that is not there is looked for among the indicators of the data folder. Ends with 1 when the figures are
    refused, or the file cannot be read, and says why.
    """
    from .describing import as_text, describe_file
    from .known_as import known_in
    from .reading.folder import regime_of
    from .reading.telling import json_text

    if known := known_in(file, data):
        answering.tell_known(*known, form)
    named = data / "indicators" / f"{file.stem}.yml"
    described = describe_file(named if not file.exists() and named.exists() else file, regime_of(data))
    if form == "json":
        click.echo(json_text(described.as_data()))
    else:
        click.echo(as_text(described))
    raise SystemExit(1 if described.errors else 0)


@main.command()
@click.argument("code")
@_DATA
def explain(code: str, data: Path) -> None:
    """Explain a CODE of the check: what it means, with a wrong and a right example, and the address of its page."""
    answering.explain(code, data)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", required=True, help="The full name of the body.")
@click.option("--area", required=True, help="The area that it covers.")
@click.option("--regime", help="The law that it lives under: one that the software knows, or own.")
def init(folder: Path, name: str, area: str, regime: str | None) -> None:
    """Make a new project for another body in FOLDER: a small site that passes the check and builds.

    FOLDER must be empty or not be there yet. Ends with 1, and writes nothing, when that is not so.
    """
    from .reading.folder import shown
    from .starting import OWN, NotStarted, regimes_known, start

    if regime is None:
        choices = click.Choice(regimes_known())
        regime = click.prompt("Which law does it live under?", OWN, type=choices) if sys.stdin.isatty() else OWN
    try:
        written = start(folder, name, area, datetime.now(UTC).date(), regime)
    except NotStarted as why:
        raise click.ClickException(str(why)) from why
    click.echo(f"{len(written)} files are in {shown(folder)}. Read README.md there: it says how to go on.")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("schemas"))
def schemas(folder: Path) -> None:
    """Write JSON Schema of every form into FOLDER, by default schemas, for programs that help to type."""
    from .starting import write_schemas

    click.echo(f"{write_schemas(folder)} files are in {folder}.")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", required=True, help="What the page over the sites is called.")
@click.option("--statement", required=True, help="One sentence: what it is, and whose.")
def together(folder: Path, title: str, statement: str) -> None:
    """Write a page over the built sites that lie in FOLDER, each in a folder of its own, and a search over all."""
    answering.tell_together(folder, title, statement)


@main.command()
@click.argument("site", metavar="SITE_FOLDER", type=click.Path(path_type=Path), default=Path("site"))
@click.argument("meetings", metavar="[MEETING]...", nargs=-1)
@click.option("--to", type=click.Path(path_type=Path), default=Path(".packs"), envvar="PANEL_PACKS", show_envvar=True)
@click.option("--form", "forms", multiple=True, type=click.Choice(_FORMS), help="One form alone; all but speech.")
@_DATA
def packs(site: Path, meetings: tuple[str, ...], to: Path, forms: tuple[str, ...], data: Path) -> None:
    """Make files to keep of meetings: HTML, PDF, large print, EPUB, braille and speech.

    They are made of the finished pages in SITE_FOLDER.

    Without a MEETING, such as 2026-01-05, of all. What is made of a page that did not change is left as it is.
    """
    from .keeping import keep

    keep(site, meetings, to, forms, data)


class _Later(click.Group):
    """Commands of a module of their own: what they load, nobody else waits for."""

    @property
    def _commands(self) -> dict[str, click.Command]:
        where = import_module(f".{self.context_settings['obj']}", __package__)
        commands: dict[str, click.Command] = where.COMMANDS
        return commands

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click names it
        """Give their names."""
        return sorted(self._commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Give one of them."""
        return self._commands.get(cmd_name)


@main.group("import", cls=_Later, context_settings={"obj": "commands"})
def import_() -> None:
    """Take over a clerk's own files: spreadsheets of figures and registers."""


@main.group(cls=_Later, context_settings={"obj": "making"})
def new() -> None:
    """Make the file of a meeting, a paper, minutes and so on: what is known filled in, all else explained."""


@main.command()
@click.argument("to", metavar="FOLDER|FILE", type=click.Path(path_type=Path))
@click.option("--only", multiple=True, help="One register alone: indicators, people, attendance, actions or ratings.")
@_DATA
def export(to: Path, only: tuple[str, ...], data: Path) -> None:
    """Write what is published as spreadsheets: CSV files into a FOLDER, or one FILE that ends in .xlsx or .csv.

    What is written can be imported again. Drafts, notes, and what is withdrawn or exempt are left out.
    """
    from .importing.sheets.export import NotWritten, sheets_of, write_sheets
    from .reading.folder import shown

    checked = answering.sound_or_end(data)
    try:
        files = write_sheets(sheets_of(checked.dossier.public.records), to, only)
    except NotWritten as why:
        raise click.ClickException(str(why)) from why
    for file, rows in files.items():
        click.echo(f"{shown(file)}: {rows:,} row{'' if rows == 1 else 's'}.")


for command in lasting.COMMANDS:
    main.add_command(command)
