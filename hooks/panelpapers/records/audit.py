"""The last audit of the built site, as ``nox -s audit`` wrote it. Nobody types this file."""

from __future__ import annotations

from .base import Record
from .kinds import Count, Day, Line
from .marks import Label


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
