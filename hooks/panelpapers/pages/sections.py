"""The sections of a site: which it has follows from its records, and so do the links to them on every page.

A section that the records hold nothing of is not there: no page, no link, no sentence speaks of it. One that was
published before and is empty now keeps its address, with a page that says so and to which nothing leads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import Any, Final, Literal

from ..facts.dossier import Dossier
from ..facts.members import has_members
from ..facts.questions import has_rule, takes_questions
from ..records.publication import Records
from . import addresses


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its address, what links to it are called, whether records have it, and where every page links it."""

    address: str
    name: str
    there: Callable[[Dossier], object]
    linked: Literal["top", "foot", ""] = ""


def has_decisions(records: Records) -> bool:
    """Whether any minutes hold a resolution."""
    return any(minute.resolutions for minutes in records.minutes.values() for minute in minutes.every_minute)


def _has_last_days(of: Dossier) -> object:
    """Whether there are last days: for questions, or for what somebody has to do."""
    return has_rule(of.records) or any(action.due for action in of.actions)


def _has_papers(of: Dossier) -> object:
    """Whether there are agendas, papers, or changes of meetings."""
    changed = any(meeting.changes for meeting in of.records.meetings.values())
    return of.records.agendas or of.records.papers or changed


def _has_news(of: Dossier) -> object:
    """Whether there is anything to tell those who follow the feed: papers, decisions, or changes of meetings."""
    return _has_papers(of) or has_decisions(of.records)


def _has_statement(of: Dossier) -> object:
    """Whether anything is known of how accessible the site and its documents are."""
    return of.records.accessibility or of.records.audit or of.standing.documents


SECTIONS: Final = (
    Section(addresses.MEETINGS, "Meetings", lambda of: of.records.meetings, "top"),
    Section(addresses.DECISIONS, "Decisions", lambda of: has_decisions(of.records), "top"),
    Section(addresses.ACTIONS, "Actions", lambda of: of.actions, "top"),
    Section(addresses.PLAN, "The plan", lambda of: of.records.plan, "top"),
    Section(addresses.INDICATORS, "Figures", lambda of: of.records.indicators, "top"),
    Section(addresses.QUESTIONS, "Ask a question", lambda of: has_rule(of.records), "top"),
    Section(
        addresses.QUESTIONS, "Questions", lambda of: takes_questions(of.records) and not has_rule(of.records), "top"
    ),
    Section(addresses.A_TO_Z, "A to Z", lambda _: True, "foot"),
    Section(addresses.WORK_PROGRAMME, "Work programme", lambda of: of.records.programme, "foot"),
    Section(addresses.MEMBERS, "Members", lambda of: has_members(of.records), "foot"),
    Section(addresses.MEMBERS, "People", lambda of: of.records.people and not has_members(of.records), "foot"),
    Section(addresses.RECOMMENDATIONS, "Recommendations", lambda of: of.records.recommendations, "foot"),
    Section(addresses.MATTERS, "Matters", lambda of: of.records.matters, "foot"),
    Section(addresses.FUNCTIONS, "What the law asks", lambda of: of.records.functions, "foot"),
    Section(addresses.HOW_TO_USE, "How to use this site", lambda _: True, "foot"),
    Section(addresses.ABOUT, "About this edition", lambda _: True, "foot"),
    Section(
        addresses.DATA, "Data for other programs", lambda of: of.records.panel and of.records.panel.data_files, "foot"
    ),
    Section(addresses.ACCESSIBILITY, "Accessibility statement", _has_statement, "foot"),
    Section(addresses.EDITORS, "Guide for editors", lambda _: True, "foot"),
    Section(addresses.BODIES, "Bodies", lambda of: of.records.several, "foot"),
    Section(addresses.VOTES, "Votes", lambda of: of.votes),
    Section(addresses.DEFERRALS, "Deferred business", lambda of: of.deferrals),
    Section(addresses.INTERESTS, "Interests declared", lambda of: of.interests),
    Section(addresses.SUCCESSORS, "Who follows whom", lambda of: of.lives.told_of),
    Section(addresses.ACCESSIBILITY_AUDIT, "Audit of accessibility", lambda of: of.records.audit),
    Section(addresses.FIGURES_EXPLAINED, "How to read our figures", lambda of: of.records.indicators),
    Section(addresses.ABBREVIATIONS, "Short forms", lambda of: of.usages),
    Section(addresses.EDITORS_NOTES, "Editor's notes", lambda of: any(text.note for text in of.texts)),
    Section(addresses.POSTER, "Poster of the next meeting", lambda of: of.records.meetings),
    Section(addresses.LETTERS, "Texts for those who owe an action", lambda of: of.actions),
    Section(addresses.LETTERS_TEXT, "Texts for those who owe an action", lambda of: of.actions),
    Section(addresses.CALENDAR, "Meetings as a calendar", lambda of: of.records.meetings),
    Section(addresses.CALENDAR_OF_MEETINGS, "Meetings alone as a calendar", _has_last_days),
    Section(addresses.CALENDAR_OF_DEADLINES, "Last days as a calendar", _has_last_days),
    Section(addresses.FEED, "Papers and decisions", _has_news),
    Section(addresses.FEED_OF_ALL, "Everything that is published", lambda of: _has_news(of) or of.records.indicators),
    Section(addresses.FEED_OF_MEETINGS, "Agendas, papers and changes of meetings", _has_papers),
    Section(addresses.FEED_OF_DECISIONS, "Decisions as a feed", lambda of: has_decisions(of.records)),
    Section(addresses.FEED_OF_ACTIONS, "Actions as a feed", lambda of: of.actions),
    Section(addresses.FEED_OF_FIGURES, "Figures as a feed", lambda of: of.records.indicators),
)
"""Every section that may be absent, and those that every page links to, in the order of these links."""

SECTION_NAMES: Final = frozenset(section.name.casefold() for section in SECTIONS)
"""Under these every page may have a link."""


def sections_of(dossier: Dossier) -> tuple[Section, ...]:
    """Give the sections that some records have, in order."""
    return tuple(section for section in SECTIONS if section.there(dossier))


def absent(there: Collection[Section]) -> dict[str, str]:
    """Give the address and the name of each section that is not ``there``."""
    missing = {section.address: section.name for section in reversed(SECTIONS)}
    for section in there:
        missing.pop(section.address, None)
    return missing


def navigation(by_hand: Sequence[Any], there: Collection[Section]) -> list[Any]:
    """Give the navigation of MkDocs: what ``mkdocs.yml`` lists by hand comes first, then the sections it leaves out.

    An entry is a path, or a name with a path or with more entries, which no page shows. One that leads to a section
    that is not there is left out.
    """
    missing = {f"{address}index.md" for address in absent(there)}
    listed = _present(by_hand, missing)
    named = [leads for entry in listed for leads in (entry.values() if isinstance(entry, dict) else [entry])]
    top = [(section.name, f"{section.address}index.md") for section in there if section.linked == "top"]
    return [*listed, *({name: path} for name, path in (("Home", "index.md"), *top) if path not in named)]


def _present(entries: Sequence[Any], missing: Collection[str]) -> list[Any]:
    left: list[Any] = []
    for entry in entries:
        name, leads = next(iter(entry.items())) if isinstance(entry, dict) else (None, entry)
        if isinstance(leads, list):
            leads = _present(leads, missing)
        if leads and (isinstance(leads, list) or leads not in missing):
            left.append(leads if name is None else {name: leads})
    return left


_LINK: Final = re.compile(r"\[([^\[\]]*)\]\(\s*<?([^()<>\s#]+)(?:#[^()<>\s]*)?>?(?:\s+[\"'][^\"'()]*[\"'])?\s*\)")

_DEFINED: Final = re.compile(r"^ {0,3}\[([^\[\]]+)\]:[ \t]*<?([^<>\s#]+).*\n?", re.MULTILINE)
"""Where a link of which a text only gives the name leads: ``[members]: members/``."""
_NAMED: Final = re.compile(r"\[([^\[\]]+)\](?:\[([^\[\]]*)\])?(?![(:])")


def without_links_to_absent(text: str, path: str, there: Collection[Section]) -> str:
    """Give the text of a page written by hand, at a path of ``content/``, with words in place of links to no section.

    So a page may lead to a section before the records have anything for it, or when they have nothing any more.
    """
    bare = {address.rstrip("/") for address in absent(there)}

    def to_absent(link: re.Match[str]) -> bool:
        leads = link[2][1:] if link[2].startswith("/") else normpath(join(dirname(path), link[2]))
        return leads.removesuffix("index.md").rstrip("/") in bare

    if not bare:
        return text
    text = _LINK.sub(lambda link: link[1] if to_absent(link) else link[0], text)
    gone = {defined[1].casefold() for defined in _DEFINED.finditer(text) if to_absent(defined)}
    if not gone:
        return text
    text = _DEFINED.sub(lambda defined: "" if to_absent(defined) else defined[0], text)
    return _NAMED.sub(lambda link: link[1] if (link[2] or link[1]).casefold() in gone else link[0], text)
