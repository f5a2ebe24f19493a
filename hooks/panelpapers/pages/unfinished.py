"""What needs a look: the page of what is unfinished, for editors, and how complete the record is by kind of fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..facts.dossier import Dossier
from ..facts.unfinished import rough_minutes, unfinished
from ..words import unfinished as words
from . import addresses
from .citing import line_of, path_of
from .packaged import GUIDE
from .problems import families
from .rendering import Renderer
from .site import HOME, Page


def unfinished_pages(dossier: Dossier, renderer: Renderer, advice: Mapping[str, int]) -> Iterator[Page]:
    """Give the page. ``advice`` counts warnings and advice by their codes; it says nothing of where they are."""
    panel = dossier.records.panel
    if panel is None:
        return
    found, count = unfinished(dossier, renderer.today), sum(advice.values())
    groups = words.groups(found, dossier.records)
    html = renderer.html(
        "todo",
        addresses.TODO,
        groups=groups,
        file=lambda place: path_of(place, panel),
        leads=lambda place: line_of(place, panel),
        advice=[(*_told_of(code), number) for code, number in sorted(advice.items())],
        times=words.rough_times(groups, count),
        total=words.roughly(rough_minutes(found.tasks, count)),
        recorded=[words.of_recorded(of) for of in found.recorded],
    )
    summary = (
        "For editors: what is unfinished in the records, where it stands, what to do, and about how long it takes."
    )
    yield Page(addresses.TODO, "What needs a look", summary, html, (HOME, GUIDE), kind=None)


def _told_of(code: str) -> tuple[str, str]:
    """Give what a problem of the check is called, and the address at which it is explained."""
    for family in families():
        for known in family.codes:
            if known.code == code:
                return f"{code}: {known.title}", f"{addresses.problems_of(family.id)}#{code}"
    return code, addresses.PROBLEMS  # one that stands for many others
