"""Checks of papers: how they are numbered, what they name, and what still stands of one that was removed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ..facts.citations import paragraphs
from ..facts.dossier import Dossier
from ..facts.other_versions import changed_on, every_version
from ..facts.removed import removed
from ..facts.series import begins_again, follows
from ..records.meeting import date_of
from ..records.names import key_of
from ..records.paper import Paper, Paragraph
from ..records.problem import Problem
from .findings import warning

_STAYS: Final = frozenset(
    ("title", "kind", "item", "order", "dated", "published", "summary", "sections", "background_papers", "withdrawn")
)
"""What the file of a removed paper still gives, because the form asks for it or the place follows from it."""


def out_of_order(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a paper without parts whose numbers begin again; warn of one that does not follow the one before it."""
    for paper in dossier.records.papers.values():
        if again := begins_again(paper):
            fact = f"The numbers of paragraphs begin again at {again.number}: two would share an address."
            fix = "Use parts, each with an id and its own sections, where the numbers of a paper begin again."
            yield Problem("numbers-begin-again", again.at("number"), fact, fix)
            continue
        by_part = defaultdict[str | None, list[Paragraph]](list)
        for part_id, _, paragraph in paragraphs(paper):
            by_part[part_id].append(paragraph)
        for earlier, later in (pair for numbered in by_part.values() for pair in pairwise(numbered)):
            if not follows(earlier.number, later.number):
                fact = f"Paragraph {later.number} stands after paragraph {earlier.number}."
                fix = "Check whether a paragraph is missing. If the paper skips, tell readers in correction."
                yield warning("number-skips", later.at("number"), fact, fix)
        yield from _sections_skip(paper)


def _sections_skip(paper: Paper) -> Iterator[Problem]:
    """Warn of a section whose number is another one than that with which the numbers of its paragraphs begin."""
    for section in paper.sections:
        own = key_of(section.number or "")
        within = [key_of(paragraph.number).rpartition("-")[0] for paragraph in section.paragraphs]
        if own and within and all(within) and own not in within:
            fact = f"Section {section.number} has paragraph {section.paragraphs[0].number}."
            fix = "Correct the number of the section. If the paper prints it so, tell readers in correction."
            yield warning("number-skips", section.at("number"), fact, fix)


def background_unlisted(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each paper that does not list what it relied on, where the law of the meeting's day asks for that."""
    for (meeting_id, _), paper in dossier.records.papers.items():
        law = dossier.records.regime_on(date_of(meeting_id)).background_papers
        removed = paper.withdrawn and paper.withdrawn.removed
        if law and paper.background_papers is None and not removed:
            by_law = f" ({law.law})" if law.law else ""
            fact = f"Nothing says which background papers this relied on, and a report has to list them{by_law}."
            fix = 'Add background_papers: each with its title, or "none" if it says that there are none.'
            yield Problem("background-unlisted", paper.at("title"), fact, fix)


def unknown_appendix(dossier: Dossier) -> Iterator[Problem]:
    """Tell of an appendix that is said to be a paper of the meeting, where there is no such paper."""
    for (meeting_id, _), paper in dossier.records.papers.items() if "papers" not in dossier.records.unread else ():
        for appendix in paper.appendices:
            if appendix.paper and (meeting_id, appendix.paper) not in dossier.records.papers:
                fact = f'The meeting of {meeting_id} has no paper "{appendix.paper}".'
                fix = "Write the name of its file in the folder papers, without .yml."
                yield Problem("unknown-paper", appendix.at("paper"), fact, fix)


def unknown_paragraph(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a recommendation said to stand in a paragraph that the paper does not have."""
    for paper in dossier.records.papers.values():
        numbers = {paragraph.number for _, _, paragraph in paragraphs(paper)}
        for recommendation in paper.recommendations:
            if recommendation.paragraph and recommendation.paragraph not in numbers:
                fact = f"This paper has no paragraph {recommendation.paragraph}."
                fix = "Correct the number, or delete the line."
                yield Problem("unknown-paragraph", recommendation.at("paragraph"), fact, fix)


def dated_after_meeting(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a paper that bears a date after its meeting."""
    for (meeting_id, _), paper in dossier.records.papers.items():
        if paper.dated and paper.dated > date_of(meeting_id):
            fact = f"This paper is dated {paper.dated}, which is after its meeting of {meeting_id}."
            fix = "Check the date, and the folder that the paper lies in."
            yield Problem("dated-after-meeting", paper.at("dated"), fact, fix)


def address_taken(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each neutral address that another paper of the meeting has."""
    records = dossier.records
    taken = removed(dossier.records)
    for gone in taken:
        ids = {paper_id for meeting_id, paper_id in records.papers if meeting_id == gone.meeting_id} - {gone.paper_id}
        ids |= {beside.public_id for beside in taken if beside.meeting_id == gone.meeting_id and beside is not gone}
        if gone.public_id in ids:
            fact = f'Another paper of this meeting has the address "{gone.public_id}".'
            fix = "Write another one: small letters, digits and hyphens."
            yield Problem("withdrawn-address-taken", gone.why.at("address"), fact, fix)


def still_in_the_file(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each removed paper whose file still holds its text: whatever lies in the data folder is public."""
    for gone in removed(dossier.records):
        held = any(getattr(gone.paper, name) for name in type(gone.paper).model_fields.keys() - _STAYS)
        if held or gone.hides_title or any(section.text or section.paragraphs for section in gone.paper.sections):
            fact = "The website no longer shows this paper, but anybody can still read it in this file."
            fix = 'Leave in the file only what the guide shows, under "Take something out at once".'
            yield warning("withdrawn-text", gone.why.at("removed"), fact, fix)


def title_elsewhere(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each text in which the title of a removed paper stands, where that title is not to be read."""
    titles = {_plain(title) for gone in removed(dossier.records) if gone.hides_title for title in gone.titles}
    left = {id(gone.paper) for gone in removed(dossier.public.records)} if titles else set()
    for text in dossier.public.texts if titles else ():
        summary = id(text.record) in left and text.field.name != "title"  # the reason stands there again
        named = (re.search(rf"(?<!\w){re.escape(title)}(?!\w)", _plain(text.text)) for title in titles)
        if not summary and any(named):
            fact = "The title of a paper that was taken out stands here, and is published."
            fix = "Write it in other words, unless this says nothing that had to be withdrawn."
            yield warning("withdrawn-title", text.place, fact, fix)


def version_behind(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each version in Easy Read, in sign language or in another language that follows an earlier text."""
    for version, meeting_id, paper_id in every_version(dossier.records):
        changed = changed_on(dossier.records, meeting_id, paper_id)
        if changed and version.follows < changed:
            of = "this paper" if paper_id else "the agenda or a paper of this meeting"
            fact = f"This version follows the papers of {version.follows}, and {of} was changed on {changed}."
            fix = "Have it brought up to date, and give the day under follows. Until then, readers are told."
            yield warning("version-behind", version.at("follows"), fact, fix)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
