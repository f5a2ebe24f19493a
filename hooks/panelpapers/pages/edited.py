"""What stands on a page while its records are being written: the problems of the files that it is made from.

Only ``mkdocs serve`` shows it. A build knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from ..facts.dossier import Dossier
from ..reading.excerpt import excerpt, lines_of_file, visible
from ..reading.telling import in_order
from ..records.forms import FORMS
from ..records.problem import Problem
from . import addresses
from .rendering import environment

EVERYWHERE: Final = "everywhere"
"""What stands for all pages that no problem is about, while the data are wrong."""

_OF_FAMILY: Final = {
    "meetings": (addresses.meeting,),
    "agendas": (addresses.agenda, addresses.whole),
    "minutes": (addresses.minutes, addresses.whole, addresses.decisions_of),
    "papers": (addresses.paper,),
    "indicators": (addresses.indicator,),
    "people": (addresses.member,),
    "bodies": (addresses.body,),
    "matters": (addresses.matter,),
}
_OF_ALL: Final = {
    "people": addresses.MEMBERS,
    "bodies": addresses.MEMBERS,
    "matters": addresses.MATTERS,
    "trackers": addresses.ACTIONS,
    "plan": addresses.PLAN,
    "programme": addresses.WORK_PROGRAMME,
    "functions": addresses.FUNCTIONS,
    "recommendations": addresses.RECOMMENDATIONS,
    "accessibility": addresses.ACCESSIBILITY,
    "audit": addresses.ACCESSIBILITY_AUDIT,
}


def pages_about(problem: Problem, dossier: Dossier, data: str) -> tuple[str, ...]:
    """Give the addresses of the pages that are made from the file of a problem, or from its entry in that file.

    ``data`` is the folder as shown to people. What is of no page of its own is told on the home page.
    """
    file = problem.place.file.replace("\\", "/")
    path = file.removeprefix(f"{data.replace(chr(92), '/')}/")
    for form in FORMS:
        if (names := form.match(path)) is None:
            continue
        keys = [tuple(names.values())] if names else []
        if form.listed:
            entries = dossier.documents.items()
            places = {key: record.at() for (family, key), record in entries if family == form.family}
            above = [key for key, at in places.items() if at.file == file and at.line <= problem.place.line]
            keys = sorted(above, key=lambda key: places[key].line)[-1:]
        own = tuple(address(*key) for key in keys for address in _OF_FAMILY.get(form.family, ()))
        return tuple(dict.fromkeys((*own, *filter(None, [_OF_ALL.get(form.family)])))) or (addresses.HOME,)
    folder = path.split("/")
    return (addresses.meeting(folder[1]),) if folder[0] == "meetings" and len(folder) > 2 else (addresses.HOME,)


def told_on_pages(
    problems: Iterable[Problem], dossier: Dossier, data: str, templates: Path, home: str
) -> Mapping[str, str]:
    """Give what stands on top of pages, as HTML by their addresses.

    Where anything is wrong, ``EVERYWHERE`` stands for all other pages. ``home`` is the path of the site on its host.
    """
    found: dict[str, list[Problem]] = {}
    ordered = in_order(problems)
    for problem in ordered:
        for address in pages_about(problem, dossier, data):
            found.setdefault(address, []).append(problem)
    wrong = [problem for problem in ordered if problem.severity == "error"]
    first = {problem: pages_about(problem, dossier, data)[0] for problem in wrong}
    page = environment(templates).get_template("panel/problems-here.html")

    def shown(here: Iterable[Problem]) -> str:
        told = [(problem, excerpt(problem, lines_of_file(problem.place.file))) for problem in here]
        elsewhere = [(problem, first[problem]) for problem in wrong if problem not in here]
        return page.render(here=told, elsewhere=elsewhere, wrong=len(wrong), home=home, visible=visible)

    told = {address: shown(here) for address, here in found.items()}
    return told | ({EVERYWHERE: shown([])} if wrong else {})
