"""What of the accessibility statement follows from the records: documents, pictures, what counts against the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..records.accessibility import AccessibilityStatement, Audit, Barrier, Finding, Tool
from ..records.agenda import AgendaItem
from ..records.document import Accessible, AnyDocument, Attachment, Document
from ..records.paper import PaperFigure
from ..records.publication import Records
from .citations import paragraphs
from .rows import every_item

BREACHES: Final = ("non-compliance", "disproportionate burden")
"""Kinds of problem in which the site does not meet the standard; what is not within the scope is exempt."""


def readable(document: AnyDocument) -> Accessible:
    """Give whether everyone can read a document, as far as it is known: what nobody tried is not known."""
    return "not known" if document.accessible == "yes" and document.tested is None else document.accessible


@dataclass(frozen=True, slots=True)
class BarredDocument:
    """A document that is not sure to be accessible, and the paper or the agenda item that it belongs to."""

    meeting_id: str
    document: AnyDocument
    paper_id: str | None = None
    item: AgendaItem | None = None

    @property
    def on_this_site(self) -> bool:
        """Whether the document itself lies on this site, so that the site answers for it."""
        return isinstance(self.document, Attachment | Document) and self.document.file is not None


@dataclass(frozen=True, slots=True)
class PictureInWords:
    """A figure of a paper, of which this site gives what the paper states, and not the picture."""

    meeting_id: str
    paper_id: str
    part_id: str | None
    paragraph: str
    figure: PaperFigure


def barred_documents(records: Records) -> tuple[BarredDocument, ...]:
    """Give every document that is not known to be accessible: of papers, then of agendas, oldest first."""
    every: list[BarredDocument] = []
    for (meeting_id, paper_id), paper in sorted(records.papers.items()):
        every += [BarredDocument(meeting_id, document, paper_id=paper_id) for document in paper.documents]
    for meeting_id, item in sorted(every_item(records), key=lambda pair: pair[0]):
        every += [BarredDocument(meeting_id, document, item=item) for document in item.attachments]
    return tuple(barred for barred in every if readable(barred.document) != "yes")


def pictures_in_words(records: Records) -> tuple[PictureInWords, ...]:
    """Give every figure of every paper that has a remark on what is known of it, in the order of the papers."""
    return tuple(
        PictureInWords(meeting_id, paper_id, part_id, paragraph.number, figure)
        for (meeting_id, paper_id), paper in sorted(records.papers.items())
        for part_id, _, paragraph in paragraphs(paper)
        for figure in paragraph.figures
        if figure.remark
    )


@dataclass(frozen=True)
class Standing:
    """Everything that counts against a site: where it breaks the rules, and what the rules do not cover."""

    breaches: tuple[Barrier, ...]
    exempt: tuple[Barrier, ...]
    documents: tuple[BarredDocument, ...]
    findings: tuple[tuple[Tool, Finding], ...]

    @property
    def falls_short(self) -> bool:
        """Whether anything on the site itself is known not to meet the standard."""
        return bool(self.breaches or self.findings or any(document.on_this_site for document in self.documents))


def standing(records: Records) -> Standing:
    """Give what counts against the site of these records."""
    statement: AccessibilityStatement | None = records.accessibility
    problems = statement.problems if statement else []
    return Standing(
        breaches=tuple(barrier for barrier in problems if barrier.kind in BREACHES),
        exempt=tuple(barrier for barrier in problems if barrier.kind not in BREACHES),
        documents=barred_documents(records),
        findings=findings(records.audit),
    )


def findings(audit: Audit | None) -> tuple[tuple[Tool, Finding], ...]:
    """Give every finding of an audit with its tool; without an audit there are none, which proves nothing."""
    return tuple((tool, finding) for tool in (audit.tools if audit else ()) for finding in tool.findings)
