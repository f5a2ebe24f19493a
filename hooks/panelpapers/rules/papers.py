"""Checks of papers: how their paragraphs are numbered, what is appended, and what they recommend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..facts.citations import paragraphs
from ..facts.dossier import Dossier
from ..facts.series import begins_again, follows
from ..records.meeting import date_of
from ..records.paper import Paper, Paragraph
from ..records.problem import Problem
from .findings import warning


def restarts(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a paper without parts in which the numbers of paragraphs begin again."""
    for paper in dossier.records.papers.values():
        if again := begins_again(paper):
            fact = f"The numbers of paragraphs begin again at {again.number}: two would share an address."
            fix = "Use parts, each with an id and its own sections, where the numbers of a paper begin again."
            yield Problem("numbers-begin-again", again.at("number"), fact, fix)


def skips(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a paragraph whose number does not follow the one before it."""
    for paper in dossier.records.papers.values():
        if begins_again(paper):
            continue
        for stretch in _stretches(paper):
            for earlier, later in pairwise(stretch):
                if not follows(earlier.number, later.number):
                    fact = f"Paragraph {later.number} stands after paragraph {earlier.number}."
                    fix = "Check whether a paragraph is missing. If the paper skips, tell readers in correction."
                    yield warning("number-skips", later.at("number"), fact, fix)


def _stretches(paper: Paper) -> Iterator[Sequence[Paragraph]]:
    """Give the paragraphs that are numbered in one row: those of a paper, or those of each part."""
    by_part: dict[str | None, list[Paragraph]] = {}
    for part_id, _, paragraph in paragraphs(paper):
        by_part.setdefault(part_id, []).append(paragraph)
    yield from by_part.values()


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
    for (meeting_id, _), paper in dossier.records.papers.items():
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


RULES = (restarts, skips, background_unlisted, unknown_appendix, unknown_paragraph, dated_after_meeting)
