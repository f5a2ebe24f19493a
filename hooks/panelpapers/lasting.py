"""The commands for what is to last: published addresses and texts, and a publication that is closed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from .answering import DATA, day, sound_or_end

if TYPE_CHECKING:
    from .publication import Checked


@click.command()
@DATA
def addresses(data: Path) -> None:
    """Add every address of the site to the list of published addresses, and every new text to that of hashes.

    Run it after a publication. No address is ever taken away. Ends with 1, and writes nothing, when the check finds a
    problem.
    """
    from .publication import remember
    from .reading.excerpt import visible
    from .reading.folder import shown
    from .reading.published import PUBLISHED

    today, checked = day(data), sound_or_end(data)
    new = remember(checked, data)
    count = len(checked.published.addresses) + len(new)
    told = f"{len(new):,} added" if new else "nothing to add" if checked.published.names else "the panel's name added"
    click.echo(f"{visible(shown(data / PUBLISHED))}: {told}, {count:,} published addresses in all.")
    _remember_texts(checked, data, today)


def _remember_texts(checked: Checked, data: Path, today: date) -> None:
    """Extend the list of published texts, and tell by how much."""
    from .listing import remember_texts as remember
    from .reading.excerpt import visible
    from .reading.folder import shown
    from .reading.listed_texts import TEXTS, NotListed

    try:
        new, withdrawn = remember(checked, data, today)
    except NotListed as why:
        raise click.ClickException(visible(str(why))) from why
    told = f"{new:,} text{'' if new == 1 else 's'} added or changed" if new else "nothing to add"
    lost = f", {withdrawn:,} withdrawn" if withdrawn else ""
    click.echo(f"{visible(shown(data / TEXTS))}: {told}{lost}.")


@click.command()
@click.argument("address")
@click.option("--kept", type=click.Path(path_type=Path), help="A copy of the list of texts that you kept.")
@DATA
def verify(address: str, kept: Path | None, data: Path) -> None:
    """Say when the text at ADDRESS was published, whether it changed, and what was corrected; and what that proves.

    Ends with 0 when its words are those that were listed last, and with 1 when they are not, or nothing is listed.
    """
    from .listing import NotVerified
    from .listing import verify as verified
    from .reading.excerpt import visible
    from .reading.listed_texts import NotListed

    today = day(data)
    checked = sound_or_end(data, today)
    try:
        found = verified(checked, data, address, today, kept)
    except (NotVerified, NotListed) as why:
        raise click.ClickException(visible(str(why))) from why
    click.echo("\n".join(map(visible, found.told)))
    raise SystemExit(0 if found.right else 1)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--address", default="", help="The whole address at which the site is to stay, if it is another one.")
@DATA
def close(folder: Path, address: str, data: Path) -> None:
    """Write the whole publication into FOLDER as it stays when its body ends: as a site, and as a bag for an archive.

    The site needs no server and no search, and hands over all open business. Ends with 1, and writes nothing, when
    something is wrong.
    """
    from .reading.excerpt import visible
    from .reading.folder import shown
    from .winding_up import BAG, SITE, NotClosed
    from .winding_up import close as wind_up

    if address and not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", address):
        raise click.ClickException("Write the whole address, such as https://www.example.org/papers/.")
    today = day(data)
    checked = sound_or_end(data, today)
    try:
        written = wind_up(checked, data, Path("mkdocs.yml"), folder, today, address)
    except NotClosed as why:
        raise click.ClickException("\n".join(map(visible, str(why).split("\n")))) from why
    shown_at = visible(shown(folder))
    click.echo(f"{shown_at}/{SITE}: {written.pages:,} pages, {written.files:,} files. Open index.html there.")
    click.echo(
        f"{shown_at}/{BAG}: the same site and {written.records:,} files of public records, with a hash of each."
    )
    click.echo(f"All {written.answering:,} published addresses are there. Open business: {SITE}/handover/index.html.")


COMMANDS: Final = (addresses, verify, close)
