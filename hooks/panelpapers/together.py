"""Many small sites below one folder: the page that lists them, and the search over all of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from .exports.weighing import BUDGET, changed_since
from .pages.addresses import LATELY
from .pages.lately import Lately
from .pages.overview import Member, overview
from .pages.rendering import themes

STYLE: Final = ("panel.css", "icon.svg")
"""What the page needs of the look of a site, from the folder ``assets`` of one of them."""


class NotTogether(ValueError):  # noqa: N818 - said as people say it
    """The page cannot be made; the message says where, and what to do."""


def put_together(folder: Path, title: str, statement: str, today: date, templates: Path) -> list[Member]:
    """Write the page over the sites that lie below a folder, and what it loads, into that folder; give the sites.

    A site is a folder in it with the file ``lately.json``. One that lies elsewhere is a folder with that file alone:
    its whole address is taken from there, and it is not searched. Raises ``NotTogether``; nothing is written then.
    """
    members = list(_members(folder))
    styled = next((folder / member.at / "assets" for member in members if member.searched), None)
    if styled is None:
        fix = f"Build a site into a folder below it, such as {folder / 'northmoor'}."
        raise NotTogether(f"{folder} holds no site with pages: no folder in it has {LATELY} and pages. {fix}")
    files = {
        "index.html": overview(title, statement, members, today, templates).encode(),
        "assets/together.js": (themes(templates)[-1] / "assets" / "together.js").read_bytes(),
        **{f"assets/{name}": (styled / name).read_bytes() for name in STYLE},
    }
    (folder / "assets").mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return members


def _members(folder: Path) -> Iterator[Member]:
    for file in sorted(folder.glob(f"*/{LATELY}")):
        site = file.parent
        try:
            told = Lately.model_validate_json(file.read_bytes())
        except ValidationError as wrong:
            place = ".".join(map(str, wrong.errors()[0]["loc"])) or "the file"
            why = f"{file} is not what a site of Panel Papers says of itself: {place} cannot be read."
            raise NotTogether(f"{why} Build {site.name} again, with this version.") from None
        here = (site / "index.html").is_file()
        if not here and not told.home:
            why = f"{site} has no pages, and {LATELY} does not say where they are."
            raise NotTogether(f"{why} Put its site there, or build it with SITE_URL.")
        index = site / "pagefind"
        searched = (index / BUDGET).is_file()
        try:
            stale, fresh = changed_since(index) if searched else ([], [])
        except (OSError, ValueError):
            why = f"{index / BUDGET}, which is of the search of that site, cannot be read."
            raise NotTogether(f"{why} Build {site.name} again, with this version.") from None
        at = f"{site.name}/" if here else f"{told.home.rstrip('/')}/"
        yield Member(at, told, searched, tuple(stale), renewed=bool(fresh))
