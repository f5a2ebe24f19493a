"""The command `panel-papers import pack`: a clerk's files become drafts, and every word of them is accounted for."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from .importing.landing import Landing
    from .importing.packing import Imported
    from .importing.parts import Source
    from .records.publication import Records

_INSTALL: Final = 'Install the libraries that read such files: pip install "panel-papers[import]"'


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--meeting", required=True, help="The day of the meeting, or the name of its folder: 2026-02-02.")
@click.option("--minutes-of", default="", help="The day of the minutes in the pack, where they do not tell it.")
@click.option("--with-details", is_flag=True, help="Take in addresses, telephone numbers and e-mails too.")
@click.option("--into", type=click.Path(path_type=Path), help="Write into this new folder, and show what differs.")
@click.option("--report", is_flag=True, help="Write a page with source and draft side by side.")
@click.option(
    "--data", type=click.Path(path_type=Path), default=Path("data"), show_default=True, envvar="PANEL_DATA",
    show_envvar=True, help="The folder that holds the records.",
)  # fmt: skip
def pack(
    files: tuple[Path, ...],
    meeting: str,
    minutes_of: str,
    with_details: bool,
    into: Path | None,
    report: bool,
    data: Path,
) -> None:
    """Make drafts of a meeting from its FILES: the pack in Word or PDF, or plain text, in their order.

    Drafts are on no page until a person takes out their line "draft: yes". Nothing that is there is changed. Ends
    with 1, and writes nothing, when something is wrong.
    """
    from .importing.landing import ASIDE, NotLanded, planned
    from .importing.telling import summary, withheld_told, words_told
    from .importing.withholding import is_detail

    records = _records(data)
    meeting, minutes_of = (
        _meeting(meeting, "--meeting", records),
        minutes_of and _meeting(minutes_of, "--minutes-of", records),
    )
    imported = _imported([_source(file) for file in files], meeting, records, held=minutes_of, details=with_details)
    aside = data.absolute().parent / ASIDE / meeting
    withheld = [*withheld_told(imported)]
    if withheld:
        _say("Kept out of every draft and of what is left over:", *(f"  {line}" for line in withheld))
    if any(is_detail(why) for _, _, _, why in imported.account.withheld):
        _say("  Addresses, telephone numbers and the like come in with --with-details.")
    try:
        landing = planned(imported.drafts, data.absolute())
        where = into or aside
        landing.aside |= _to_read(imported, landing, report)
        told = [*_land(landing, imported, into, aside)]
    except NotLanded as why:
        raise click.ClickException(str(why)) from why
    _say(
        *summary(imported), words_told(imported), *_left_told(imported, where), *_figures_told(imported, where), *told
    )
    if report:
        _say(f"Source and draft side by side: {_shown(where / 'report.html')}.")
    if not into and at_terminal():
        _take_figures(imported, where / "figures", data)


def at_terminal() -> bool:
    """Whether somebody can answer."""
    return sys.stdin.isatty()


def _take_figures(imported: Imported, folder: Path, data: Path) -> None:
    """Offer each table of figures to whoever sits at the terminal: what they want becomes draft indicators.

    The drafts of the pack are written by then, so that nothing is lost where an answer is not to hand. Each table is
    taken whole or not at all, with the questions that `import indicators` asks: unit, period, definition.
    """
    from .commands import take
    from .importing.rules.tables import figures_of, sheet_of

    for name, columns in figures_of(imported.pack):
        file = folder / f"{name}.tsv"
        told = ", ".join(column.column or "a column without a heading" for column in columns)
        _say(f"{columns[0].table or columns[0].paper}: {told}.")
        if click.confirm("Make draft indicators of this table now?", default=False):
            columns = [replace(column, period=column.period or _period(column.column)) for column in columns]
            file.write_text(sheet_of(columns, imported.account), encoding="utf-8")
            try:
                take("indicators", {"files": (file,), "data": data, "dry_run": False})
            except click.ClickException as why:
                _say(f"{why.message} Once that is right: panel-papers import indicators {_shown(file)}")


def _period(column: str) -> str:
    """Ask for which period the figures of a column are, where its heading does not say."""
    asked = f"“{column}”: of which period are its figures? Q1 2025/26, June 2025 … Enter alone: nobody says"
    told: str = click.prompt(asked, "", show_default=False)
    return told.strip()


def _records(data: Path) -> Records:
    """Read what the publication has, drafts among it."""
    from .reading.folder import read_folder
    from .records.drafts import with_drafts

    if not (data / "panel.yml").is_file():
        told = f"{_shown(data)} is no folder of records: there is no panel.yml in it."
        cure = "Run this in the folder of a project, or name its folder: --data FOLDER."
        raise click.ClickException(f"{told} {cure}")
    return with_drafts(read_folder(data).records)


def _meeting(typed: str, option: str, records: Records) -> str:
    """Give the id of a meeting from its day: that of its folder, where one meeting is on that day."""
    from .records.kinds import guess_date, may_be_two_days
    from .records.names import read_meeting_id

    try:
        day = read_meeting_id(typed)
    except PydanticCustomError as refused:
        near = None if may_be_two_days(typed) else guess_date(typed)
        cure = f"Try: {option} {near}" if near else f"Write the year, the month and the day: {option} 2026-02-02"
        raise click.ClickException(f"{option}: {refused.message()} {cure}") from refused
    named = [known for known in records.meetings if known.startswith(day)]
    return named[0] if len(day) == len("2026-02-02") and len(named) == 1 else day


def _source(file: Path) -> Source:
    """Read one file, or say why that cannot be."""
    from .importing.packing import read_file
    from .importing.unreadable import Unreadable

    try:
        return read_file(file)
    except Unreadable as why:
        raise click.ClickException(str(why)) from why
    except ModuleNotFoundError as missing:
        raise click.ClickException(
            f"{file.name} cannot be read: {missing.name} is not installed. {_INSTALL}"
        ) from missing
    except FileNotFoundError as why:
        raise click.ClickException(
            f"There is no file {file}. Check its name and the folder that you are in."
        ) from why
    except IsADirectoryError as why:
        raise click.ClickException(f"{file} is a folder. Name the files in it, in their order.") from why
    except PermissionError as why:
        raise click.ClickException(f"{file} cannot be opened: you may not read it.") from why


def _imported(sources: list[Source], meeting: str, records: Records, *, held: str, details: bool) -> Imported:
    from .importing.packing import WrongDay, import_pack

    try:
        return import_pack(sources, meeting, records, held=held, details=details)
    except WrongDay as why:
        named = f"The front sheet is of {' or '.join(why.days)}, and not of {meeting[:10]}."
        raise click.ClickException(f"{named} Nothing was written. Try: --meeting {why.days[0]}") from why


def _land(landing: Landing, imported: Imported, into: Path | None, aside: Path) -> Iterator[str]:
    """Write everything, and say where it is and what is not there."""
    from .importing.landing import land, land_in

    if into:
        differs = land_in(landing, imported.drafts, into.absolute())
        yield f"Drafts are in {_shown(into / 'data')}, and what differs is in {_shown(differs)}."
        return
    land(landing, aside)
    count = len(landing.plan.files)
    yield f"{count} {'file is' if count == 1 else 'files are'} written. Drafts are on no page yet."
    for path in landing.stay:
        beside = _shown(aside / "there-already" / path)
        yield f"{path} is there already, and stays as it is. What the pack says: {beside}."
    for path, why in landing.refused.items():
        beside = _shown(aside / "refused" / path)
        yield f"{path} is not written. {why} It is in {beside}."
    yield 'Next: read each draft against its source, and take out "draft: yes". Then run panel-papers check.'


def _left_told(imported: Imported, where: Path) -> Iterable[str]:
    count = sum(1 for _ in imported.account.left_over())
    if not count:
        return ["No line is left over."]
    lines = "1 line is left over: read it" if count == 1 else f"{count:,} lines are left over: read them"
    return [f"{lines}, in {_shown(where / 'left-over.md')}."]


def _figures_told(imported: Imported, where: Path) -> Iterable[str]:
    from .importing.telling import figures

    count = sum(1 for _ in figures(imported))
    if count:
        tables = "1 table has figures" if count == 1 else f"{count} tables have figures"
        yield f"{tables}: they are in the papers, and in {_shown(where / 'figures')}. No indicator is made of them."
        yield "Once you know their unit, period and definition: panel-papers import indicators FILE."


def _to_read(imported: Imported, landing: Landing, report: bool) -> dict[str, bytes]:
    """Give the files for somebody to read: what is left over, where everything is, and the report."""
    from .importing.telling import account, figures, left_over

    files = {"left-over.md": left_over(imported).encode(), "account.tsv": account(imported).encode()}
    files |= {f"figures/{name}.tsv": sheet.encode() for name, sheet in figures(imported)}
    if report:
        from .importing.side_by_side import STYLE, side_by_side
        from .pages.rendering import environment

        page = environment(Path("theme_overrides")).get_template("panel/import-report.html")
        files["report.css"] = STYLE.read_bytes()
        files["report.html"] = page.render(**side_by_side(imported, landing.plan.files)).encode()
    return files


def _shown(path: Path) -> str:
    from .reading.folder import shown

    return shown(path)


def _say(*lines: str) -> None:
    from .reading.excerpt import visible

    click.echo("\n".join(map(visible, lines)))
