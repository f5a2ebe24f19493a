"""What needs a look: the page of what is unfinished, for editors, and how complete the record is by kind of fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ..facts.dossier import Dossier
from ..facts.unfinished import rough_minutes, unfinished
from ..reading.codes import reading_codes
from ..rules import rule_codes
from ..words import unfinished as words
from . import addresses
from .citing import line_of, path_of
from .packaged import GUIDE
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
        advice=[(code, titles().get(code, code), number) for code, number in sorted(advice.items())],
        times=words.rough_times(groups, count),
        total=words.roughly(rough_minutes(found.tasks, count)),
        recorded=[words.of_recorded(of) for of in found.recorded],
    )
    summary = (
        "For editors: what is unfinished in the records, where it stands, what to do, and about how long it takes."
    )
    yield Page(addresses.TODO, "What needs a look", summary, html, (HOME, GUIDE), kind=None)


@cache
def titles() -> Mapping[str, str]:
    """Give what each problem that the check can tell is called, by its code."""
    return {code.code: code.title for code in (*reading_codes(), *rule_codes())}
