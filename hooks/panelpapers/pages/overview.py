"""The page over many sites: which panels there are, what each decided lately, and one search over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Final

from markupsafe import Markup

from ..records.panel import Edition, Panel
from ..words import format as say
from .frame import frame
from .languages import in_languages
from .lately import Decided, Lately
from .layout import laid_out
from .rendering import environment
from .site import Page, assemble

LATEST: Final = 10
"""How many meetings stand in the list of what was decided lately by any of them."""


@dataclass(frozen=True, slots=True)
class Member:
    """One of the sites: where it is, seen from the page, what it says of itself, and whether its index lies here.

    Where a later build left that index as it was, ``stale`` are the names in it of pages that are out of date, and
    ``renewed`` says that a second index beside it has those that stand for them.
    """

    at: str
    told: Lately
    searched: bool
    stale: tuple[str, ...] = ()
    renewed: bool = False


def overview(title: str, statement: str, members: Iterable[Member], today: date, templates: Path) -> str:
    """Give the HTML of the page, in the frame of every page. ``statement`` says in a sentence what it is."""
    known = sorted(members, key=lambda member: member.told.name.casefold())
    lately = sorted(
        ((decided, member) for member in known for decided in member.told.decided), key=_moment, reverse=True
    )
    ours = environment(templates)
    html = ours.get_template("panel/together.html").render(
        title=title,
        statement=statement,
        members=known,
        lately=lately[:LATEST],
        today=today,
    )
    edition = Edition.model_construct(statement=statement, made_from="")
    panel = Panel.model_construct(name=title, short_name=title, area="", about=statement, edition=edition)
    site = assemble([Page("", title, statement, Markup(html))])  # noqa: S704 - made by a template that escapes
    context: Mapping[str, object] = {
        "frame": {**frame(panel, site, "", title, statement), "made_on": (today.isoformat(), say.day(today))},
        "page": SimpleNamespace(content=html, url="", is_homepage=True, canonical_url="", meta={}),
        "nav": (),
        "config": {},
    }
    framing = ours.overlay()
    framing.filters = {**ours.filters, "url": _from_home, "laid_out": laid_out}
    return in_languages(framing.get_template("main.html").render(context), framing)


def _moment(entry: tuple[Decided, Member]) -> date:
    return entry[0].day


def _from_home(address: str) -> str:
    return "./" if address == "." else address
