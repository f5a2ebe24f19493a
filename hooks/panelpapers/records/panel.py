"""The panel itself: its name, area, members' authorities, contact, and the rules of its own making."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import BeforeValidator, model_validator

from .base import Record, group_of
from .colour import Colour
from .kinds import Choice, ClockTime, Count, Day, Language, Line, Passage, Takes, YesNo
from .lives import Life
from .marks import AlsoCalled, BodyId, IdOf, Label, MatterId, Note, OwnId, PersonId, Plain, Summary
from .names import Reference, WebAddress
from .paper import Abbreviation
from .problem import slip
from .regime import Customs, Explanation

RegimeId = Annotated[Reference, IdOf.NEIGHBOUR]


class Contact(Record):
    """How to reach the panel's officers."""

    role: Plain[Line]
    """Who answers, by role."""
    person: PersonId | None = None
    """Id of the person, if the panel names one."""
    email: Label[Line]
    """E-mail address of the panel, never of a private person."""
    telephone: Label[Line] | None = None
    """Telephone number as people dial it."""


class NoticeRule(Record):
    """How long before a meeting its agenda and reports must be open to the public."""

    days: Count | None = None
    """How many days."""
    hours: Count | None = None
    """How many hours, where the rule counts hours before the time at which the meeting starts."""
    counting: Label[Line] | None = None
    """Which days count: a way of counting that the regime names, such as clear_working_days."""
    authority: Plain[Line]
    """Where the rule is written: the law or standing order."""


class QuestionRule(Record):
    """Who may put a question to the panel, about what, and by when."""

    who: Plain[Passage]
    """Who may ask."""
    about: Summary[Passage]
    """What a question may be about."""
    how: Plain[Passage]
    """How to send a question in."""
    days: Count | None = None
    """How many days before the meeting a question must arrive. Without days and hours, it is asked at the meeting."""
    hours: Count | None = None
    """How many hours before the meeting, where the rule counts hours."""
    counting: Label[Line] | None = None
    """Which days count, if the rule says so. Left out, the earliest day that any count gives is told."""
    since: Day | None = None
    """Day of the first meeting that the rule holds for. Left out, that is the first with an agenda on this site."""
    time_of_day: ClockTime | None = None
    """The last time on the last day, if the panel states one."""
    authority: Plain[Line]
    """Where the rule is written."""
    matter: MatterId | None = None
    """Id of the matter under which agendas and minutes hold questions from the public."""

    @property
    def at_meeting(self) -> bool:
        """Whether questions are asked at the meeting itself, and none has to arrive before."""
        return self.days is None and self.hours is None


class Edition(Record):
    """What this publication is: in short at the top of every page, in full at its foot."""

    statement: Summary[Line]
    """One sentence: what this edition is and what it is not."""
    in_short: Summary[Line] | None = None
    """The same in a few words, for the top of each page. Left out, the sentence stands there."""
    made_from: Plain[Line]
    """Which papers it is made from."""
    official_record: WebAddress | None = None
    """Where the official papers are."""


class Complaints(Record):
    """How to complain about whom the panel watches over."""

    about: Plain[Line]
    """About whom, as a sentence names them: the Mayor."""
    how: Plain[Passage]
    """To whom to complain and how, as far as the papers say it."""
    authority: Plain[Line] | None = None
    """Where that is written."""


Host = Literal["github", "gitlab"]


class Repository(Record):
    """Where the files of this publication lie in public, so that readers can suggest a change to a line of them."""

    address: WebAddress
    """Address of the repository, such as https://github.com/our-town/panel."""
    branch: Label[Line] = "main"
    """Name of the branch that is published."""
    folder: Label[Line] = "data"
    """Folder of the records in it."""
    host: Choice[Host] | None = None
    """Whose software serves it, where its address does not say so: GitHub or GitLab."""

    @property
    def served_by(self) -> Host | None:
        """Whose software serves it, as is typed or as its address says."""
        parts = (urlsplit(self.address).hostname or "").split(".")
        named: tuple[Host, ...] = ("github", "gitlab")
        return self.host or next((host for host in named if host in parts), None)

    @model_validator(mode="after")
    def _served_by_somebody(self) -> Self:
        if not self.address.startswith("http"):
            raise slip("repository-host", "This is not the address of a repository.", "Write one with https://.")
        if self.served_by is None:
            fact = "Nothing says whose software serves this repository: the form of its addresses depends on that."
            raise slip("repository-host", fact, "Add host: GitHub or host: GitLab.")
        return self


def _address_alone(value: Any) -> Any:
    """Let the address of a repository stand for it."""
    return group_of(address=value) if isinstance(value, str) else value


class Licence(Record):
    """Under which licence others may use the records of this publication."""

    name: Plain[Line]
    """Its name, such as Creative Commons Attribution 4.0."""
    address: WebAddress | None = None
    """Where its text stands."""


def _name_alone(value: Any) -> Any:
    """Let the name of a licence stand for it."""
    return group_of(name=value) if isinstance(value, str) else value


class EarlierRegime(Record):
    """A regime that the panel lived under before."""

    regime: RegimeId
    """Id of the regime."""
    until: Day
    """Its last day."""


class Body(Life):
    """An organisation that people belong to, such as a council or an agency."""

    id: OwnId
    """Short id, used where people are listed."""
    name: Plain[Line]
    """Full name."""
    short_name: Plain[Line] | None = None
    """The name as it is said in passing, if it differs."""
    kind: Plain[Line]
    """What kind of body it is, such as town council."""
    about: Summary[Passage] | None = None
    """What it is and does, in plain words, if it holds meetings that are on this site."""
    contact: Contact | None = None
    """How to reach its officers, if not as those of the panel."""
    notice_rule: NoticeRule | None = None
    """When papers of its meetings must be published, if its rule is not that of the panel."""
    question_rule: QuestionRule | None = None
    """Who may ask it questions, and by when, if its rule is not that of the panel."""
    takes_questions: YesNo = True
    """Whether the rule on questions holds for its meetings at all. Write no for a body that takes none."""
    usual_length: Count | None = None
    """How many minutes a meeting of it usually lasts, if that is not so long as one of the panel."""


class Panel(Life):
    """The panel that this site publishes for. One file: ``data/panel.yml``."""

    language: Language | None = None
    """Language of the texts of this publication, if not that of the regime. The software itself writes English."""
    name: Plain[Line]
    """Full name of the panel."""
    short_name: Plain[Line]
    """The name as it is said in passing, such as the Panel."""
    body: BodyId | None = None
    """Id of the panel's own entry among the bodies, where committees or other bodies meet on this site too."""
    area: Plain[Line]
    """The area that the panel covers."""
    about: Summary[Passage]
    """What the panel is and does, in plain words."""
    in_short: Summary[Line] | None = None
    """The same in one sentence, for the top of the home page. Left out, the first sentence of about stands there."""
    regime: RegimeId | None = None
    """Id of the law and customs that the panel lives under: a file of the package or of data/regimes."""
    customs: Customs | None = None
    """What differs from the regime here, such as the holidays of the place or its financial year."""
    earlier_regimes: list[EarlierRegime] = []
    """Those that it lived under before. A meeting keeps the regime of its own day."""
    authorities: list[BodyId] = []
    """Ids of the bodies that appoint members of the panel."""
    authorities_remark: Note[Passage] | None = None
    """Editor's note on them, such as that no paper lists them."""
    contact: Contact | None = None
    """How to reach the panel's officers."""
    notice_rule: NoticeRule | None = None
    """When papers must be published, if a law or the panel's own rules say so."""
    question_rule: QuestionRule | None = None
    """Who may ask questions, and by when, if the panel takes questions."""
    complaints: Complaints | None = None
    """How to complain about whom the panel watches over, if it watches over somebody."""
    repository: Annotated[Repository | None, BeforeValidator(_address_alone)] = None
    """Where the files of this publication lie in public. Without it, readers report mistakes to the contact."""
    usual_length: Count | None = None
    """How many minutes a meeting usually lasts. Calendars keep that time free, and say that no end is given."""
    edition: Edition
    """What this publication is."""
    accent: Colour | None = None
    """The panel's own colour, for the band on top of each page, lines and buttons. White letters must stand out."""
    site_address: WebAddress | None = None
    """Where this site is published, if it is."""
    data_files: YesNo = False
    """Whether the records are offered to other programs too: as JSON, as one database and as CSV, below data/."""
    licence: Annotated[
        Licence | None, BeforeValidator(_name_alone), Takes("the name of a licence"), AlsoCalled("license")
    ] = None
    """Under which licence others may use the records, if that is settled: its name, or its name and its address."""
    abbreviations: list[Abbreviation] = []
    """Short forms in the panel's own usage, which its minutes and agendas need not write out."""
    explains: list[Explanation] = []
    """Words in the papers that readers may not know. They go before those that the regime explains."""
    known_short_forms: list[Plain[Line]] = []
    """Short forms that everybody knows, and that no paper has to write out: PDF, CSV."""
