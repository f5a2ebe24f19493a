"""The command ``panel-papers packs``: meetings of a built site as files to keep and to carry."""

from __future__ import annotations

from pathlib import Path

import click

from .answering import day
from .packs.lacking import lacking
from .packs.making import UNASKED, make_packs
from .pages.packs import NotKept
from .reading.excerpt import visible


def keep(site: Path, meetings: tuple[str, ...], to: Path, forms: tuple[str, ...], data: Path) -> None:
    """Make the packs and tell of each; or tell why none can be made, and end with 1."""
    if not (site / "index.html").is_file():
        raise click.ClickException(f"There is no site in {visible(str(site))}. Build it first: mkdocs build.")
    lacks = {form: told for form in forms or UNASKED if (told := lacking(form))}
    if forms and lacks:
        raise click.ClickException(" ".join(dict.fromkeys(lacks.values())))
    for told in dict.fromkeys(lacks.values()):
        click.echo(f"{told} Nothing of this form is made.", err=True)
    forms = tuple(form for form in forms or UNASKED if form not in lacks)
    try:
        for address, made in make_packs(site, to, meetings, forms, Path("theme_overrides"), day(data)):
            told = ", ".join(f"{form.file} ({form.weight})" for form in made)
            click.echo(visible(f"{address}: {told}."))
    except NotKept as why:
        raise click.ClickException(visible(str(why))) from why
    click.echo("The next build links to them, while their pages are as they are: mkdocs build.")
