"""A paper: a report, a partner's paper, slides or terms of reference, in numbered paragraphs that can be cited."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, BeforeValidator, model_validator

from . import limits
from .base import Draftable, Record, WithId
from .document import Document, OtherVersion
from .kinds import Choice, Count, Day, Line, Passage, YesNo, at_most
from .marks import (
    IndicatorId,
    ItemNumber,
    Label,
    Link,
    MatterIds,
    Name,
    Note,
    Ours,
    OwnId,
    PaperId,
    PersonIds,
    Plain,
    Summary,
)
from .names import WebAddress
from .problem import slip

PaperKind = Choice[Literal["report", "partner's paper", "slides", "terms of reference"]]
Level = Annotated[Count, AfterValidator(at_most(limits.LEVELS, least=1))]


class Abbreviation(Record):
    """A short form that a paper uses, and what it stands for in that paper."""

    short: Label[Line]
    """The short form, such as LCJB."""
    long: Annotated[Name[Line], Ours(frozenset({"not written out in this paper"}))]
    """What it stands for; or "not written out in this paper", where the source never explains it."""
    remark: Note[Line] | None = None
    """Editor's note, such as that another paper means something else by it."""


class PaperFigure(Record):
    """A figure of the paper, placed after the paragraph that introduces it."""

    number: Label[Line] | None = None
    """Number of the figure in the paper."""
    title: Plain[Line]
    """What the figure shows."""
    indicators: list[IndicatorId] = []
    """Ids of the indicators that hold its figures."""
    remark: Note[Passage] | None = None
    """What a reader must know, such as that only figures stated in the text are known."""


class Paragraph(Record):
    """A numbered paragraph, summarised in plain words under its own number."""

    number: Label[Line]
    """Number as printed: 28, 4.6 or iv."""
    text: Plain[Passage]
    """What the paragraph says, in plain words, with all its facts and figures."""
    indicators: list[IndicatorId] = []
    """Ids of indicators whose figures the paragraph gives."""
    commitments: list[Count] = []
    """Numbers of commitments of the plan that the paragraph is about."""
    figures: list[PaperFigure] = []
    """Figures that follow the paragraph."""
    correction: Note[Passage] | None = None
    """Editor's note on a fault of the source, published beside the paragraph."""


class Section(Record):
    """A stretch of a paper under a heading."""

    number: Label[Line] | None = None
    """Number of the section as printed, if it has one."""
    title: Plain[Line]
    """Heading."""
    level: Level = 1
    """1 for a main section, 2 for a section within the one before; 3 at most."""
    text: Plain[Passage] | None = None
    """What stands under the heading without a number."""
    correction: Note[Passage] | None = None
    """Editor's note on a fault of the source, published beside the text of the section."""
    paragraphs: list[Paragraph] = []
    """Numbered paragraphs in their order."""


class Part(WithId):
    """A part of a paper in which the numbers of paragraphs begin again."""

    made_of: ClassVar[str] = "title"

    title: Plain[Line]
    """Title of the part."""
    text: Plain[Passage] | None = None
    """What stands under the title without a number."""
    sections: list[Section]
    """Sections in their order."""


class Recommendation(Record):
    """What the paper asks the panel to do."""

    numeral: Label[Line] | None = None
    """Number of the recommendation, if it has one."""
    text: Plain[Passage]
    """What is recommended, in plain words."""
    paragraph: Label[Line] | None = None
    """Number of the paragraph that makes it."""
    matter: MatterIds = []
    """Id of a matter that it is about beside that of its agenda item, or several with commas between them."""


class Appendix(Record):
    """Something appended to a paper."""

    label: Plain[Line]
    """What the paper calls it: Appendix 1."""
    title: Plain[Line]
    """What it is."""
    paper: PaperId | None = None
    """Id of the paper of the same meeting in which it is published here."""
    address: Link[Line] | None = None
    """Where else on this site it is published, beginning with a slash: /plan/."""


class BackgroundPaper(Record):
    """A paper that the report relied on."""

    title: Plain[Line]
    """Title."""
    address: WebAddress | None = None
    """Where it is published, if known."""


class Withdrawal(Record):
    """Why a paper is no longer part of a pack. It keeps a page that says so; only ``removed`` takes its text away."""

    on: Day
    """Day on which it was withdrawn."""
    reason: Plain[Passage]
    """Why, without what had to be withdrawn."""
    removed: YesNo = False
    """Whether its text and documents must not be read any more, as when it names a private person: yes or no."""
    title: Plain[Line] | None = None
    """Neutral title in place of its own, where that must not be read either."""
    address: OwnId | None = None
    """Neutral id in place of the name of its file, where that must not be read either. The old address leads here."""

    @model_validator(mode="after")
    def _neutral_only_if_removed(self) -> Self:
        if not self.removed and (self.title or self.address):
            fact = "This paper gets a neutral title or address, but its text stays."
            raise slip("withdrawn-not-removed", fact, "Add removed: yes, or delete title and address here.")
        return self


def _none_alone(value: Any) -> Any:
    """Let ``background_papers: none`` stand for an empty list: where it is left out, nothing is said of them."""
    return [] if isinstance(value, str) and value.strip().lower() == "none" else value


class Paper(Draftable):
    """A paper of a meeting: ``data/meetings/<date>/papers/<id>.yml``."""

    title: Plain[Line]
    """Title of the paper."""
    kind: PaperKind
    """Report, partner's paper, slides or terms of reference."""
    item: ItemNumber
    """Number or id of the agenda item that it serves."""
    report_number: Label[Line] | None = None
    """Number of the report as it is printed on it, such as CSC/23/12."""
    order: Count = 1
    """Place among the papers of its item."""
    matter: MatterIds = []
    """Id of a matter that it is about beside that of its agenda item, or several with commas between them."""
    report_of: Plain[Line] | None = None
    """Whose report it is."""
    authors: PersonIds = []
    """Who wrote it."""
    dated: Day | None = None
    """Date on the paper."""
    published: Day | None = None
    """Day on which it was published, if known."""
    late_reason: Plain[Passage] | None = None
    """Why it was published late, with who agreed to it."""
    corrected_on: Day | None = None
    """Day on which a fault of this edition was last put right. Those who follow the feed are told."""
    summary: Summary[Passage]
    """What the paper says, in three to five plain sentences."""
    recommendations: list[Recommendation] = []
    """What the panel is asked to do."""
    text: Plain[Passage] | None = None
    """What stands before the first section; of a short paper, all of it."""
    sections: list[Section] = []
    """Sections, where numbers run through the whole paper."""
    parts: list[Part] = []
    """Parts, where numbers begin again in each."""
    appendices: list[Appendix] = []
    """What is appended."""
    background_papers: Annotated[list[BackgroundPaper] | None, BeforeValidator(_none_alone)] = None
    """Papers that the report relied on; "none" if it says that there are none."""
    documents: list[Document] = []
    """The documents as published."""
    other_versions: list[OtherVersion] = []
    """Versions for people whom this one does not serve: in Easy Read, in sign language, in another language."""
    abbreviations: list[Abbreviation] = []
    """Short forms used in this paper."""
    withdrawn: Withdrawal | None = None
    """If it was withdrawn: when and why, and whether its text must go."""

    @model_validator(mode="after")
    def _one_shape(self) -> Self:
        if self.sections and self.parts:
            fix = "Give sections, or parts if paragraph numbers begin again in each part."
            raise slip("paper-shape", "This paper has both sections and parts.", fix)
        if not (self.sections or self.parts or self.text or self.documents or self.withdrawn):
            fix = "Give its text or its sections; or name under documents the file that it stands in."
            raise slip("paper-shape", "This paper has no text and no document.", fix)
        return self
