"""A regime: the law and the customs of bodies of one kind, as data. What a regime does not state is not said.

One file each: those that the package knows stand in ``panelpapers/regimes/``, a publication's own in
``data/regimes/``. A publication names its own in ``panel.yml``, whose own rules go before those of the regime.
"""

from __future__ import annotations

from typing import Final, Literal

from .base import Record
from .kinds import Choice, Count, Day, Language, Line, YesNo
from .language import ENGLISH
from .law import AccessibilityLaw, Answers, Event, Keeping, LateItems, Majority, PrivateBusiness, Stated
from .marks import Label, Plain
from .regional import Currency, DayOfYear, TimeZone

DayLeftOut = Choice[Literal["saturdays", "sundays", "holidays", "breaks"]]


class HolidayName(Record):
    """The name of a holiday as people know it, where the library ``holidays`` has another."""

    library: Label[Line]
    """Name in the library, in English."""
    name: Plain[Line]
    """Name that is printed."""


class Holiday(Record):
    """A day of the body's own on which its offices are closed."""

    day: Day
    """The day."""
    name: Plain[Line]
    """What it is called."""


class Holidays(Record):
    """On which days offices are closed: those of a country or a part of it, without some and with others."""

    country: Label[Line]
    """Two letters of ISO 3166, such as FR."""
    subdivision: Label[Line] | None = None
    """Part of the country, as the library ``holidays`` names it."""
    leave_out: list[Label[Line]] = []
    """Names, in the library, of days on which offices are open."""
    names: list[HolidayName] = []
    """Names that the library has in another form."""
    called: Plain[Line] = "holiday"
    """What such a day is called, such as public holiday."""
    add: list[Holiday] = []
    """Days of the body's own."""


class Break(Record):
    """Days around a holiday that a way of counting leaves out with it."""

    name: Plain[Line]
    """What it is called. Left out where it is around each holiday that has no break of its own."""
    around: Label[Line] | None = None
    """Name of the holiday in the library. Left out, the break is around each that has none of its own."""
    days_before: Count | None = None
    """How many days before it the break begins. Left out, with the last week day before."""
    days_after: Count | None = None
    """How many days after it the break ends. Left out, with the next week day that is no holiday."""


class WayOfCounting(Stated):
    """A way of counting the days before a meeting."""

    id: Label[Line]
    """What rules name it by."""
    name: Plain[Line]
    """What people call it, such as clear working days."""
    clear: YesNo = True
    """Whether neither the day of the meeting nor the day found counts."""
    leaves_out: list[DayLeftOut] = []
    """Which days it leaves out."""
    breaks: list[Break] = []
    """The breaks that it leaves out."""


_IN_NOTING: Final = (
    "… note/notes/noted/received …",
    "… noted/received/considered … and thanked …",
    "receive/receives the/its/their/our …",
    "… receive/receives the/its/their/our …",
    "… resolved/resolves/agreed/agrees/decided to note …",
    "… resolved/resolves/agreed/agrees/decided to receive the/its/their/our …",
    "it was resolved/agreed/decided to note …",
    "it was resolved/agreed/decided to receive the/its/their/our …",
    "to note …",
    "to receive the/its/their/our …",
    "resolved/agreed/decided –/— to note …",
    "resolved/agreed/decided –/— to receive the/its/their/our …",
    "… received/considered/discussed and noted …",
    "… be/is/are/was/were noted *",
    "… was/were received *",
    "the … be/is/are received *",
    "that … be/is/are noted *",
    "that the … be/is/are received *",
    "… resolved/agreed/decided that … be noted *",
    "… resolved/agreed/decided that the … be received *",
    "resolved/agreed/decided –/— that … be noted *",
    "resolved/agreed/decided –/— that the … be received *",
    "it was resolved/agreed/decided that … be noted *",
    "it was resolved/agreed/decided that the … be received *",
    "… agreed/approved/confirmed/adopted the minute/minutes *",
    "… agreed/approved/confirmed/adopted the minute/minutes * , as those *",
    "to agree/approve/confirm/adopt the minute/minutes *",
    "the minute/minutes * be/are/was/were agreed/approved/confirmed/adopted/accepted/signed *",
    "the minute/minutes * was/were agreed/approved/confirmed/adopted/accepted and signed *",
    "the minute/minutes * was/were agreed/approved/confirmed/adopted as a true and accurate/correct record",
    "that the minute/minutes * be/are agreed/approved/confirmed/adopted/accepted/signed *",
    "that the minute/minutes * be agreed/approved/confirmed/adopted/accepted and signed *",
    "that the minute/minutes * , copies having been circulated , be agreed/approved/confirmed/adopted and signed *",
    "… resolved/agreed/decided to take no action *",
    "* no action *",
    "no further action",
)
_ASKING: Final = (
    "action", "add", "adopt", "advise", "agree", "allow", "alteration", "alterations", "amend", "amendment",
    "amendments", "appoint", "approval", "approve", "are", "arrange", "ask", "asking", "asks", "attend", "attention",
    "award", "back", "be", "been", "begin", "being", "bring", "brings", "brought", "but", "buy", "call", "calling",
    "calls", "can", "carry", "change", "changes", "circulate", "clarify", "comment", "comments", "consideration",
    "consult", "contact", "continue", "convene", "correction", "corrections", "could", "decision", "delegate",
    "develop", "direct", "directs", "discuss", "do", "does", "each", "ensure", "establish", "every", "examine",
    "explore", "follow-up", "further", "get", "give", "given", "gives", "grant", "had", "has", "have", "hire", "hold",
    "how", "identify", "if", "implement", "implementation", "include", "inclusion", "inform", "install", "instruct",
    "instructs", "investigate", "invite", "invites", "is", "it", "keep", "kept", "let", "made", "make", "makes",
    "may", "meet", "met", "might", "must", "need", "needs", "negotiate", "not", "notify", "obtain", "organise",
    "organize", "pay", "pending", "prepare", "prepares", "proceed", "produce", "provide", "provides", "publish",
    "put", "raise", "recommend", "recommends", "refer", "refers", "remove", "reply", "report to", "reports to",
    "request", "requests", "require", "requires", "respond", "response", "responses", "return", "returns", "seek",
    "sell", "send", "sends", "sent", "set", "shall", "should", "so", "sought", "speak", "subject", "submit", "take",
    "taken", "takes", "tell", "that", "them", "then", "this", "took", "undertake", "unless", "until", "was", "were",
    "what", "when", "where", "whether", "which", "who", "will", "would", "write", "writes", "wrote", "-ed", ";", "–",
    "—",
)  # fmt: skip
_RELATING: Final = (
    "about", "against", "as", "at", "before", "between", "by", "concerning", "for", "from", "in", "into", "of", "on",
    "over", "regarding", "under", "within",
)  # fmt: skip


class Noting(Record):
    """By which words a resolution says that something was noted, or minutes were agreed, and asks for nothing."""

    said: list[Label[Line]] = [*_IN_NOTING]
    """Forms of the whole sentence: … is what was noted, or who did, and * is other words. Of words with /, any."""
    articles: list[Label[Line]] = ["the", "a", "an", "its", "their", "our", "his", "her"]
    """Words before a thing: the report."""
    joins: list[Label[Line]] = ["and", "or", "to"]
    """Words that join a thing: and the appendix. Without an article after them, something else may follow."""
    relating: list[Label[Line]] = [*_RELATING]
    """Words after which a thing may stand: of the board."""
    unless: list[Label[Line]] = [*_ASKING]
    """Words by which more may be asked for. One that begins with a hyphen is the end of a word."""


class Words(Record):
    """What people call things in bodies of this kind."""

    body: Plain[Line] = "body"
    """The body itself, as in "the council decided"."""
    bodies: Plain[Line] = "bodies"
    """Several of them."""
    chair: Plain[Line] = "Chair"
    """Who chairs its meetings."""
    appointed_by: Plain[Line] | None = None
    """What kind of body appoints most members, if one does: council."""
    private: Plain[Line] = "private"
    """What business without the public is called: exempt."""
    noting: Noting | None = None
    """How resolutions say that something was only noted. English words, where none are given."""


class Notice(Stated):
    """How long before a meeting something must be public."""

    what: Plain[Line] = "agenda and reports"
    """What must be public: agenda and reports."""
    special: YesNo | None = None
    """Whether this is for special meetings, or for those that are not. Left out, it is for both."""
    days: Count | None = None
    """How many days before."""
    hours: Count | None = None
    """How many hours before; every hour counts."""
    counting: Label[Line] | None = None
    """Id of the way in which days are counted."""


class Forms(Record):
    """How days and times are written."""

    date: Choice[Literal["day month year", "month day, year"]] = "day month year"
    """How a day is written: 5 January 2026, or January 5, 2026."""
    clock: Choice[Literal["2.30pm", "2:30 p.m.", "14:30"]] = "14:30"
    """How a time is written, by an example."""


class Explanation(Record):
    """A word that readers may not know, with what it means: where a page uses it first, a link leads to that."""

    word: Plain[Line]
    """The word, as it stands within a sentence."""
    also: list[Plain[Line]] = []
    """Other forms of it, such as those of more than one."""
    means: Plain[Line]
    """What it means, in plain words."""


class Customs(Record):
    """What bodies of one kind still do differently from each other: their money, clocks and calendar."""

    zone: TimeZone | None = None
    """Time zone of meetings and deadlines."""
    currency: Currency | None = None
    """Currency of amounts of money, where a figure names none."""
    year_begins: DayOfYear | None = None
    """First day of the financial year."""
    forms: Forms | None = None
    """How days and times are written."""
    words: Words | None = None
    """What people call things."""
    holidays: Holidays | None = None
    """On which days offices are closed."""


class Regime(Stated):
    """The law and customs of bodies of one kind: ``data/regimes/<id>.yml``."""

    name: Plain[Line]
    """What bodies of which place it is for."""
    checked: Day | None = None
    """Day on which this was last compared with the law."""
    language: Language
    """Language of the texts of this file, and of publications that name no other. The software writes English."""
    zone: TimeZone
    """Time zone of meetings and deadlines."""
    currency: Currency | None = None
    """Currency of amounts of money, where a figure names none."""
    year_begins: DayOfYear | None = None
    """First day of the financial year."""
    forms: Forms = Forms()
    """How days and times are written."""
    words: Words = Words()
    explains: list[Explanation] = []
    """Words of its law and customs that readers may not know."""
    """What people call things."""
    holidays: Holidays | None = None
    """On which days offices are closed."""
    counting: list[WayOfCounting] = []
    """Ways of counting days, of which a body chooses."""
    notice: list[Notice] = []
    """What must be public before a meeting, and how long."""
    late_items: LateItems | None = None
    """When an item may be taken without the usual notice."""
    kept: list[Keeping] = []
    """How long records stay open to the public."""
    background_papers: Stated | None = None
    """The law that each report must list the papers that it relied on, if one says so."""
    private: PrivateBusiness = PrivateBusiness()
    """What may be taken without the public."""
    votes_by_name: YesNo = False
    """Whether minutes must record how each member voted."""
    majorities: list[Majority] = []
    """Shares of votes that the law asks for."""
    events: list[Event] = []
    """What comes every year with dates in law."""
    answers: Answers | None = None
    """Whose answer is owed to what the body recommends."""
    accessibility: AccessibilityLaw | None = None
    """The law on whether everybody can use the site, if there is one."""

    def of_panel(self, language: str | None, customs: Customs | None, short_name: str = "") -> Regime:
        """Give the regime with what a body says of its own in place of what the regime says.

        Where neither has a word for the body, it is that of its short name: ``Board`` of ``the Board``.
        """
        own = {name: getattr(customs, name) for name in Customs.__annotations__} if customs else {}
        said = {"language": language, **own}
        made = self.model_copy(update={name: value for name, value in said.items() if value})
        article, _, word = short_name.partition(" ")
        if article.lower() != "the" or not word or "body" in made.words.model_fields_set:
            return made
        return made.model_copy(update={"words": made.words.model_copy(update={"body": word})})

    def way(self, counting: str | None) -> WayOfCounting | None:
        """Give the way of counting that has an id, if there is one."""
        return next((way for way in self.counting if way.id == counting), None)


NOTHING_STATED: Final = Regime(name="Nothing is stated", language=ENGLISH, zone="UTC")
"""The regime of records that name none and were read without the package's own."""
