"""The kinds of page, each by one example, and the ways in which people look at them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import pytest

KINDS = {
    "home": "",
    "meetings": "meetings/",
    "meetings of a year": "meetings/2025/",
    "meeting": "meetings/2026-01-05/",
    "poster": "poster/",
    "meeting to come": "meetings/2026-02-02/",
    "agenda": "meetings/2026-01-05/agenda/",
    "minutes": "meetings/2025-11-17/minutes/",
    "paper": "meetings/2026-01-05/papers/bringing-offenders-to-justice/",
    "whole meeting": "meetings/2025-11-17/whole/",
    "decisions": "decisions/",
    "decisions of a year": "decisions/2025/",
    "decisions of a meeting": "decisions/2025-11-17/",
    "actions": "actions/",
    "actions of a year": "actions/2025/",
    "recommendations": "recommendations/",
    "questions": "questions/",
    "questions of a year": "questions/2025/",
    "matters": "matters/",
    "matter": "matters/bringing-offenders-to-justice/",
    "plan": "plan/",
    "work programme": "work-programme/",
    "functions": "functions/",
    "members": "members/",
    "members on a day": "members/on/2026-01-05/",
    "member": "members/suky-samra/",
    "indicators": "indicators/",
    "indicator": "indicators/file-quality/",
    "indicator to explore": "indicators/positive-outcome-rate-by-offence/",
    "search": "search/",
    "A to Z": "a-to-z/",
    "abbreviations": "abbreviations/",
    "notes": "notes/",
    "notes of a year": "notes/2026/",
    "about": "about/",
    "how to use": "how-to-use/",
    "how to read figures": "how-to-read-figures/",
    "accessibility statement": "accessibility/",
    "audit of accessibility": "accessibility/audit/",
    "editors' guide": "editors/",
    "evening of an editor": "editors/first-meeting/",
    "what needs a look": "editors/todo/",
    "texts for owners": "editors/letters/",
    "guide to importing": "editors/importing/",
    "list of fields": "editors/fields/",
    "fields of a form": "editors/fields/agenda/",
    "list of forms": "editors/forms/",
    "form to fill in": "editors/forms/agenda/",
    "list of problems": "editors/problems/",
    "problems of a family": "editors/problems/minutes/",
    "not found": "404.html",
}
"""Kind of page: the address of one such page, from the root of the site. A new kind of page is one new line."""

KINDS_OF_SEVERAL = {
    "home of several bodies": "",
    "bodies": "bodies/",
    "body": "bodies/council/",
    "members of several bodies": "members/",
    "minutes with votes": "meetings/2027-01-12/minutes/",
    "votes": "votes/",
    "votes of a year": "votes/2027/",
    "deferred business": "deferrals/",
    "deferred business of a year": "deferrals/2027/",
    "interests": "interests/",
    "interests of a year": "interests/2027/",
    "successors": "successors/",
}
"""The same for pages that the first publication has not: those of tests/cases/bodies/alder-creek."""


WITH_SCRIPTS = ("indicator to explore", "how to read figures", "form to fill in", "search", "not found")
"""Kinds of page with scripts of ours. Every other page is the same without JavaScript, and is not opened so."""


@dataclass(frozen=True, kw_only=True)
class Mode:
    """A way of looking at a page. ``width`` and ``height`` are in CSS pixels.

    A page is opened once for all modes with the same ``opened_as``: a reader who prints, turns on dark colours or
    zooms in has the page open already.

    ``judged`` says what an engine can find here that it does not find in another mode: the colours where nothing else
    changes, all but the colours where these are the same as in another mode, and nothing where a test shows that the
    rest is the same too, or where a page is laid out as on a phone.
    """

    width: int = 1280
    height: int = 900
    scheme: Literal["light", "dark"] = "light"
    contrast: Literal["more", "no-preference"] = "no-preference"
    forced_colours: Literal["active", "none"] = "none"
    motion: Literal["reduce", "no-preference"] = "no-preference"
    media: Literal["screen", "print"] = "screen"
    javascript: bool = True
    opened_as: Literal["wide", "narrow", "no JavaScript"] = "wide"
    judged: Literal["all", "colours", "all but colours", "nothing"] = "all"


MODES = {
    "light": Mode(),
    "dark": Mode(scheme="dark", judged="colours"),
    "more contrast": Mode(contrast="more", judged="colours"),
    "forced colours": Mode(forced_colours="active", judged="nothing"),
    "reduced motion": Mode(motion="reduce", judged="nothing"),
    # A4 with margins of one centimetre.
    "print": Mode(width=718, height=1047, media="print"),
    "phone": Mode(width=320, height=640, opened_as="narrow"),
    # 1280 by 1024 at 400% is 320 by 256.
    "400% zoom": Mode(width=320, height=256, opened_as="narrow", judged="nothing"),
    "no JavaScript": Mode(javascript=False, opened_as="no JavaScript", judged="all but colours"),
}


def looks(*modes: str, kinds: Iterable[str] = (*KINDS, *KINDS_OF_SEVERAL)) -> pytest.MarkDecorator:
    """Run a test on these kinds of page, or every one, in these modes, or in all. It takes the fixture ``look``.

    One page is opened once for all tests of it; the group keeps those of a kind on one worker of xdist.
    """
    every = [
        pytest.param((kind, mode), id=f"{kind}-{mode}", marks=pytest.mark.xdist_group(kind))
        for kind in kinds
        for mode in modes or MODES
        if MODES[mode].javascript or kind in WITH_SCRIPTS
    ]
    return pytest.mark.parametrize("look", every, indirect=True, scope="session")
