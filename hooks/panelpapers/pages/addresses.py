"""Every address of the site, in one place: they are part of the product, and permanent.

An address is a path from the root of the site without a leading slash, ending in a slash for a page; an id within a
page follows a ``#``. Ids come from the record, never from a counter or the text of a heading.
"""

from __future__ import annotations

import re

from ..records.names import key_of


class Family:
    """Makes the addresses of one form: ``meetings/{meeting}/`` of the id of a meeting.

    What stands between brackets says of what an address is made, in this order; ``shapes.py`` knows how each looks.
    """

    def __init__(self, form: str) -> None:
        self.form = form
        self._names = tuple(dict.fromkeys(re.findall(r"{(\w+)}", form)))

    def __call__(self, *values: str | int) -> str:
        """Give the address that is made of these. Raises ``ValueError`` where they are too few or too many."""
        return self.form.format_map(dict(zip(self._names, values, strict=True)))

    def __add__(self, rest: str) -> Family:
        """Give the family of what stands on or below the addresses of this one."""
        return Family(self.form + rest)


HOME = ""
MEETINGS = "meetings/"
INDICATORS = "indicators/"
DECISIONS = "decisions/"
ACTIONS = "actions/"
MATTERS = "matters/"
PLAN = "plan/"
VOTES = "votes/"
DEFERRALS = "deferrals/"
WORK_PROGRAMME = "work-programme/"
FUNCTIONS = "functions/"
RECOMMENDATIONS = "recommendations/"
QUESTIONS = "questions/"
INTERESTS = "interests/"
MEMBERS = "members/"
BODIES = "bodies/"
SUCCESSORS = "successors/"
HANDOVER = "handover/"
ABBREVIATIONS = "abbreviations/"
EDITORS_NOTES = "notes/"
CALENDAR = "calendar.ics"
FEED = "feed.xml"
LATELY = "lately.json"
FEED_OF_ALL = "feeds/all.xml"
FEED_OF_MEETINGS = "feeds/meetings.xml"
FEED_OF_DECISIONS = "feeds/decisions.xml"
FEED_OF_ACTIONS = "feeds/actions.xml"
FEED_OF_FIGURES = "feeds/figures.xml"
CALENDAR_OF_MEETINGS = "calendars/meetings.ics"
CALENDAR_OF_DEADLINES = "calendars/deadlines.ics"
POSTER = "poster/"
A_TO_Z = "a-to-z/"
SEARCH = "search/"
REFERENCES = f"{SEARCH}references.json"
ABOUT = "about/"
HOW_TO_USE = "how-to-use/"
EDITORS = "editors/"
FIGURES_EXPLAINED = "how-to-read-figures/"
FIELDS = "editors/fields/"
FORMS = "editors/forms/"
PROBLEMS = "editors/problems/"
TODO = "editors/todo/"
DATA = "data/"
LETTERS = "editors/letters/"
LETTERS_TEXT = f"{LETTERS}letters.txt"
ACCESSIBILITY = "accessibility/"
ACCESSIBILITY_AUDIT = f"{ACCESSIBILITY}audit/"


GUIDE_PAGES = tuple(
    f"{EDITORS}{page}/"
    for page in (
        *("first-meeting", "first-minutes", "changes", "private", "importing", "spreadsheets", "without-github"),
        *("writing", "meetings", "minutes", "presence", "votes", "bodies", "figures", "units", "suppressed"),
        *("files", "site", "check"),
    )
)
"""The pages of the guide for editors after its first, in their order."""

fields_of = Family(FIELDS + "{id}/")
"""The fields of a form: ``editors/fields/agenda/``."""
form_to_fill = Family(FORMS + "{id}/")
"""A form to fill in: ``editors/forms/agenda/``."""
problems_of = Family(PROBLEMS + "{id}/")
"""The problems of a family: ``editors/problems/agenda/``."""
body = Family(BODIES + "{id}/")
"""A body; its own lists are below it: ``bodies/planning/meetings/``, ``bodies/planning/feed.xml``."""
meetings_in = Family(MEETINGS + "{year}/")
decisions_in = Family(DECISIONS + "{year}/")
votes_in = Family(VOTES + "{year}/")
actions_in = Family(ACTIONS + "{year}/")
questions_in = Family(QUESTIONS + "{year}/")
deferrals_in = Family(DEFERRALS + "{year}/")
interests_in = Family(INTERESTS + "{year}/")
notes_in = Family(EDITORS_NOTES + "{year}/")
members_in = Family(MEMBERS + "in/{year}/")
"""What is of a year: ``meetings/2026/``, ``decisions/2025/``, ``members/in/2026/``."""
titles_with = Family(A_TO_Z + "{id}/")
titles_with_in = Family(A_TO_Z + "{id}/{year}/")
"""Papers of a large site by the first letter of their titles, also by year: ``a-to-z/r/``, ``a-to-z/r/2026/``."""
calendar_in = Family("calendars/{year}.ics")
"""The meetings and last days of a year as a calendar: ``calendars/2026.ics``."""
meeting = Family(MEETINGS + "{meeting}/")
"""A meeting: ``meetings/2026-01-05/``, ``meetings/2026-01-05-visit/``."""
agenda = meeting + "agenda/"
minutes = meeting + "minutes/"
whole = meeting + "whole/"
"""A meeting's agenda, its minutes, and the whole meeting on one page."""
agenda_text = agenda + "agenda.txt"
"""An agenda as plain text: ``meetings/2026-01-05/agenda/agenda.txt``."""
attached = meeting + "{file}"
"""A file that a paper or an agenda attaches: ``meetings/2026-01-05/list-of-members.pdf``."""
paper = meeting + "papers/{id}/"
"""A paper: ``meetings/2026-01-05/papers/bringing-offenders-to-justice/``."""
agenda_item = agenda + "#item-{key}"
"""An agenda item by its key: ``meetings/2026-01-05/agenda/#item-8``."""
minute = minutes + "#minute-{key}"
"""A minute, or a resolution, by its key: ``meetings/2025-11-17/minutes/#minute-921-ii``."""
undertaking = motion = minute + "-{part}"
"""A promise in an answer of a minute, ``...#minute-921-retail-roundtables``; or a motion or an amendment of a minute,
whatever became of it, ``...#minute-921-motion-a``."""
election = minute + "-election"
"""The election of a minute: ``...#minute-921-election``."""
session = minutes + "#session-{id}"
petition = minutes + "#petition-{id}"
"""A session or a petition in the minutes: ``meetings/2026-01-05/minutes/#session-closed``."""
decisions_of = Family(DECISIONS + "{meeting}/")
"""The decisions of one meeting."""
decisions_text = decisions_of + "decisions.txt"
"""The same as plain text: ``decisions/2025-11-17/decisions.txt``."""
decision = decisions_of + "#decision-{meeting}-{key}"
"""A decision among those of its meeting: ``decisions/2025-11-17/#decision-2025-11-17-921-ii``."""
early_deferral = Family(DEFERRALS + "#deferral-{meeting}-{kind}-{key}")
early_action = Family(ACTIONS + "#action-{id}")
early_question = Family(QUESTIONS + "#question-{meeting}-{id}")
"""Where the entries of three registers stood before they stood under their years: ``entries.py`` says which still do.

``deferrals/#deferral-2025-11-17-minute-921``, ``actions/#action-2025-11-17-921-ii``,
``questions/#question-2026-01-05-road-safety``.
"""
commitment = Family(PLAN + "#commitment-{number}")
"""A commitment of the plan: ``plan/#commitment-225``."""
matter = Family(MATTERS + "{id}/")
"""A matter, with everything that was done about it."""
member = Family(MEMBERS + "{id}/")
"""A member."""
matter_in = matter + "{year}/"
member_in = member + "{year}/"
"""What was done about a matter in a year, and what a member did, where that is too much for one page."""
members_on = Family(MEMBERS + "on/{meeting}/")
"""The list of those who were members on the day of a meeting: ``members/on/2026-01-05/``."""
indicator = Family(INDICATORS + "{id}/")
beside_indicator = indicator + "{id}{ending}"
"""An indicator, and a file beside its page: ``indicators/file-quality/file-quality.svg``."""


function = Family(FUNCTIONS + "#function-{id}")
recommendation = Family(RECOMMENDATIONS + "#recommendation-{id}")
"""A statutory function, and a recommendation that was made by law: places on the page of all."""
in_data = Family(DATA + "{name}")
"""A file for other programs: ``data/panel.db``, ``data/figures.csv``."""


def as_json(address: str) -> str:
    """Address of what a page or a feed tells, as JSON: ``meetings/2026-01-05/agenda.json`` beside ``.../agenda/``."""
    return f"{address.rstrip('/').removesuffix('.xml')}.json"


def minute_paragraph(meeting_id: str, key: str, printed: str) -> str:
    """Address of a numbered paragraph of a minute: ``...#minute-33-paragraph-33-1``."""
    return f"{minute(meeting_id, key)}-paragraph-{key_of(printed)}"


def paragraph(meeting_id: str, paper_id: str, part_id: str | None, number: str) -> str:
    """Address of a numbered paragraph; in a part where numbers begin again, the part's id comes first.

    ``.../#paragraph-28``, ``.../#annex-one-paragraph-4.6``.
    """
    return f"{paper(meeting_id, paper_id)}#{paragraph_id(part_id, number)}"


def paragraph_id(part_id: str | None, number: str) -> str:
    """Id of a numbered paragraph within its paper. No id holds a space."""
    place = f"paragraph-{'-'.join(number.split())}"
    return f"{part_id}-{place}" if part_id else place


def recommendation_id(numeral: str) -> str:
    """Id of a numbered recommendation within its paper."""
    return f"recommendation-{'-'.join(numeral.split())}"


def person(person_id: str, *, member_of_panel: bool) -> str:
    """Address of somebody who is named: a member's own page, or a place in the list of others who are named."""
    return member(person_id) if member_of_panel else f"{MEMBERS}#person-{person_id}"


def members_of(body_id: str) -> str:
    """Address of the members of a body: ``bodies/planning/members/``; without an id, that of a site of one."""
    return f"{body(body_id)}{MEMBERS}" if body_id else MEMBERS


def members_of_year(body_id: str, year: int) -> str:
    """Give the address of the members of a body in a year: ``bodies/planning/members/in/2026/``."""
    return f"{body(body_id)}{members_in(year)}" if body_id else members_in(year)


def successor(body_id: str = "") -> str:
    """Address of what is known of the days of a body: ``successors/#body-a``; without an id, of this site's own."""
    return f"{SUCCESSORS}#body-{body_id}" if body_id else f"{SUCCESSORS}#this-body"


def page_of(address: str) -> str:
    """Give the page, or the file, of an address without the place on it."""
    return address.partition("#")[0]


def place_of(address: str) -> str:
    """Give the id of the place on its page that an address leads to; nothing where it leads to the page."""
    return address.partition("#")[2]


def relative(target: str, page: str) -> str:
    """Give the link from one page of the site to another address, so that the site works under any path.

    ``relative("indicators/#a", "meetings/2026-01-05/")`` is ``../../indicators/#a``.
    """
    path, hash_mark, fragment = target.partition("#")
    if path == page:
        return f"#{fragment}" if hash_mark else "./"
    here, there = page.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    steps = "../" * (len(here) - shared) + "/".join(there[shared:])
    return f"{steps or './'}{hash_mark}{fragment}"


def from_root(link: str, page: str) -> str:
    """Give the address, from the root of the site, to which a link on a page leads: the way back of ``relative``.

    ``from_root("../../indicators/#a", "meetings/2026-01-05/")`` is ``/indicators/#a``.
    """
    path, hash_mark, fragment = link.partition("#")
    if path.startswith("/"):
        return link
    *steps, last = path.split("/")
    if last in {".", ".."}:
        steps, last = [*steps, last], ""
    folders = page.split("/")[:-1]
    for step in steps:
        if step == "..":
            del folders[-1:]
        elif step != ".":
            folders.append(step)
    return f"/{'/'.join((*folders, last))}{hash_mark}{fragment}"
