"""A site whose pages say as well what Git keeps of the days of their files, where a project asks for that."""

from __future__ import annotations

from pathlib import Path

from .pages.history import with_git
from .pages.site import Site
from .publication import Published
from .reading.folder import shown
from .reading.git_dates import git_dates


def dated(made: Published, data: Path, asked: object) -> Site | None:
    """Give the site that was made; with the days that Git keeps of files of the folder ``data``, if it is ``asked``.

    A build that does not ask depends on its records alone.
    """
    if not asked or made.site is None or made.checked is None or not (kept := git_dates(data)):
        return made.site
    return with_git(made.site, made.checked.dossier, kept, shown(data))
