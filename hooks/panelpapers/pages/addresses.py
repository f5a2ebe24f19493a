"""Every address of the site, in one place: they are part of the product, and permanent.

An address is a path from the root of the site without a leading slash, ending in a slash for a page; an id within a
page follows a ``#``. Ids come from the record, never from a counter or the text of a heading.
"""

from __future__ import annotations

from ..records.names import key_of

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
ABBREVIATIONS = "abbreviations/"
EDITORS_NOTES = "notes/"
CALENDAR = "calendar.ics"
FEED = "feed.xml"
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


def fields_of(form: str) -> str:
    """Address of the fields of a form: ``editors/fields/agenda/``."""
    return f"{FIELDS}{form}/"


def form_to_fill(form: str) -> str:
    """Address of a form to fill in: ``editors/forms/agenda/``."""
    return f"{FORMS}{form}/"


def problems_of(family: str) -> str:
    """Address of the problems of a family: ``editors/problems/agenda/``."""
    return f"{PROBLEMS}{family}/"


def body(body_id: str) -> str:
    """Address of a body; its own lists are below it: ``bodies/planning/meetings/``, ``bodies/planning/feed.xml``."""
    return f"{BODIES}{body_id}/"


def meeting(meeting_id: str) -> str:
    """Address of a meeting: ``meetings/2026-01-05/``."""
    return f"{MEETINGS}{meeting_id}/"


def meetings_in(year: int) -> str:
    """Address of the meetings of a year: ``meetings/2026/``."""
    return f"{MEETINGS}{year}/"


def agenda(meeting_id: str) -> str:
    """Address of a meeting's agenda."""
    return f"{meeting(meeting_id)}agenda/"


def minutes(meeting_id: str) -> str:
    """Address of a meeting's minutes."""
    return f"{meeting(meeting_id)}minutes/"


def whole(meeting_id: str) -> str:
    """Address of a whole meeting on one page."""
    return f"{meeting(meeting_id)}whole/"


def attached(meeting_id: str, name: str) -> str:
    """Address of a file that a paper or an agenda attaches: ``meetings/2026-01-05/list-of-members.pdf``."""
    return f"{meeting(meeting_id)}{name}"


def agenda_item(meeting_id: str, key: str) -> str:
    """Address of an agenda item by its key: ``meetings/2026-01-05/agenda/#item-8``."""
    return f"{agenda(meeting_id)}#item-{key}"


def minute(meeting_id: str, key: str) -> str:
    """Address of a minute, or of a resolution, by its key: ``meetings/2025-11-17/minutes/#minute-921-ii``."""
    return f"{minutes(meeting_id)}#minute-{key}"


def undertaking(meeting_id: str, key: str, undertaking_id: str) -> str:
    """Address of a promise in an answer of a minute: ``...#minute-921-retail-roundtables``."""
    return f"{minute(meeting_id, key)}-{undertaking_id}"


def motion(meeting_id: str, key: str, motion_key: str) -> str:
    """Address of a motion or an amendment of a minute, whatever became of it: ``...#minute-921-motion-a``."""
    return f"{minute(meeting_id, key)}-{motion_key}"


def election(meeting_id: str, key: str) -> str:
    """Address of the election of a minute: ``...#minute-921-election``."""
    return f"{minute(meeting_id, key)}-election"


def minute_paragraph(meeting_id: str, key: str, printed: str) -> str:
    """Address of a numbered paragraph of a minute: ``...#minute-33-paragraph-33-1``."""
    return f"{minute(meeting_id, key)}-paragraph-{key_of(printed)}"


def paper(meeting_id: str, paper_id: str) -> str:
    """Address of a paper: ``meetings/2026-01-05/papers/bringing-offenders-to-justice/``."""
    return f"{meeting(meeting_id)}papers/{paper_id}/"


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


def decisions_of(meeting_id: str) -> str:
    """Address of the decisions of one meeting."""
    return f"{DECISIONS}{meeting_id}/"


def decisions_in(year: int) -> str:
    """Address of the decisions of a year: ``decisions/2025/``."""
    return f"{DECISIONS}{year}/"


def decision(meeting_id: str, key: str) -> str:
    """Address of a decision among those of its meeting: ``decisions/2025-11-17/#decision-2025-11-17-921-ii``."""
    return f"{decisions_of(meeting_id)}#decision-{meeting_id}-{key}"


def votes_in(year: int) -> str:
    """Address of the votes of a year: ``votes/2025/``."""
    return f"{VOTES}{year}/"


def deferral(meeting_id: str, kind: str, key: str) -> str:
    """Address of business that was put off, by what says so: ``deferrals/#deferral-2025-11-17-minute-921``."""
    return f"{DEFERRALS}#deferral-{meeting_id}-{kind}-{key}"


def action(action_id: str) -> str:
    """Address of an action: ``actions/#action-2025-11-17-921-ii``."""
    return f"{ACTIONS}#action-{action_id}"


def matter(matter_id: str) -> str:
    """Address of a matter, with everything that was done about it."""
    return f"{MATTERS}{matter_id}/"


def commitment(number: int) -> str:
    """Address of a commitment of the plan: ``plan/#commitment-225``."""
    return f"{PLAN}#commitment-{number}"


def member(person_id: str) -> str:
    """Address of a member."""
    return f"{MEMBERS}{person_id}/"


def person(person_id: str, *, member_of_panel: bool) -> str:
    """Address of somebody who is named: a member's own page, or a place in the list of others who are named."""
    return member(person_id) if member_of_panel else f"{MEMBERS}#person-{person_id}"


def members_of(body_id: str) -> str:
    """Address of the members of a body: ``bodies/planning/members/``; without an id, that of a site of one."""
    return f"{body(body_id)}{MEMBERS}" if body_id else MEMBERS


def members_on(meeting_id: str) -> str:
    """Address of the list of those who were members on the day of a meeting: ``members/on/2026-01-05/``."""
    return f"{MEMBERS}on/{meeting_id}/"


def successor(body_id: str = "") -> str:
    """Address of what is known of the days of a body: ``successors/#body-a``; without an id, of this site's own."""
    return f"{SUCCESSORS}#body-{body_id}" if body_id else f"{SUCCESSORS}#this-body"


def session(meeting_id: str, session_id: str) -> str:
    """Address of a session in the minutes: ``meetings/2026-01-05/minutes/#session-closed``."""
    return f"{minutes(meeting_id)}#session-{session_id}"


def petition(meeting_id: str, petition_id: str) -> str:
    """Address of a petition in the minutes: ``meetings/2026-01-05/minutes/#petition-library``."""
    return f"{minutes(meeting_id)}#petition-{petition_id}"


def question(meeting_id: str, question_id: str) -> str:
    """Address of a question from the public: ``questions/#question-2026-01-05-road-safety``."""
    return f"{QUESTIONS}#question-{meeting_id}-{question_id}"


def indicator(indicator_id: str) -> str:
    """Address of an indicator: ``indicators/file-quality/``."""
    return f"{INDICATORS}{indicator_id}/"


def beside_indicator(indicator_id: str, ending: str) -> str:
    """Address of a file beside an indicator's page: ``indicators/file-quality/file-quality.svg``."""
    return f"{indicator(indicator_id)}{indicator_id}{ending}"


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
