"""The accessibility statement: what only a person can state, and the last audit of the built site.

The Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (SI 2018/952),
regulation 8, ask for it; its parts are those of the model statement in Implementing Decision (EU) 2018/1523.
"""

from __future__ import annotations

from typing import Literal

from .base import Record
from .kinds import Choice, Count, Day, Line, Passage
from .marks import Label, Plain
from .panel import Contact

Compliance = Choice[Literal["full", "partial", "none"]]
Excuse = Literal["non-compliance", "disproportionate burden", "not within the scope"]
BarrierKind = Choice[Excuse]


class Barrier(Record):
    """A known problem: something on the site that some people cannot use."""

    what: Plain[Line]
    """What cannot be used, and by whom, in a few words."""
    where: Plain[Line]
    """On which pages."""
    criterion: Plain[Line] | None = None
    """The criterion that is not met, such as 1.1.1 Non-text content, level A."""
    kind: BarrierKind
    """In the words of the law: non-compliance, disproportionate burden (regulation 7) or not within the scope
    (regulation 4)."""
    why: Plain[Passage]
    """Why it is so."""
    instead: Plain[Passage] | None = None
    """What to use instead."""
    planned_for: Plain[Line] | None = None
    """By when it is to be mended, if that is planned."""


class AccessibilityStatement(Record):
    """The panel's statement on how accessible this site is. One file: ``data/accessibility.yml``."""

    prepared: Day
    """Day on which the statement was first prepared."""
    reviewed: Day | None = None
    """Day on which a person last went through it, if that was later."""
    compliance: Compliance
    """How far the site meets version 2.2 of the Web Content Accessibility Guidelines at level AA: full, partial or
    none."""
    method: Plain[Passage]
    """How that was found out, and by whom."""
    not_tested: list[Plain[Line]] = []
    """With what, or by whom, the site has not been tested; each as a sentence."""
    problems: list[Barrier] = []
    """Known problems. Documents that are not accessible follow from the papers, and are not typed here."""
    contact: Contact | None = None
    """Whom to tell of a barrier; left out, the panel's own contact."""
    answer_within: Count | None = None
    """How many days an answer takes at most, if that is promised."""


class Finding(Record):
    """A fault that a tool found."""

    rule: Label[Line]
    """The tool's own name for the rule."""
    what: Label[Line]
    """What is wrong, in the tool's words."""
    page: Label[Line]
    """Address of the page, beginning with a slash: /plan/."""
    places: Count
    """How many times it is found on that page."""


class OpenQuestion(Record):
    """Something that a tool cannot decide, and leaves for people to look at."""

    rule: Label[Line]
    """The tool's own name for the rule."""
    what: Label[Line]
    """What is to be looked at, in the tool's words."""
    pages: Count
    """On how many pages it is asked."""
    places: Count
    """In how many places altogether."""
    answer: Label[Line] | None = None
    """What people saw when they looked, if they have looked."""


class RuleOff(Record):
    """A rule that is not applied."""

    rule: Label[Line]
    """The tool's own name for the rule."""
    why: Label[Line]
    """Why it is off."""


class Tool(Record):
    """One tool and what came of it."""

    name: Label[Line]
    """Name of the tool."""
    version: Label[Line]
    """Its version, as the tool tells it."""
    looked_at: Label[Line]
    """What it looked at, and in which ways."""
    pages: Count
    """How many pages it looked at."""
    rules_off: list[RuleOff] = []
    """Rules that are not applied, each with the reason."""
    findings: list[Finding] = []
    """The faults that it found."""
    questions: list[OpenQuestion] = []
    """What it leaves for people to decide."""


class Audit(Record):
    """The last audit of the whole site: ``data/accessibility-audit.yml``. Written by a tool, not by hand."""

    on: Day
    """Day of the audit."""
    pages: Count
    """How many pages the site had."""
    tools: list[Tool]
    """The tools, in the order in which they ran."""
