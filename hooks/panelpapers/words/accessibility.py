"""Whether everyone can use the site and read a document: the accessibility statement, and words beside each link.

How far a site complies is said in the words of the model statement.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..facts.accessibility import Standing, findings, readable
from ..records.accessibility import Audit, Compliance, Excuse, Tool
from ..records.attached import AttachedFile
from ..records.document import Accessible, AnyDocument, OtherVersion, VersionKind
from ..records.law import AccessibilityLaw
from . import format as say

STANDARD: Final = "Web Content Accessibility Guidelines (WCAG), version 2.2, level AA"

READABLE: Final[Mapping[Accessible, str]] = {
    "yes": "This document is accessible.",
    "partly": "Parts of this document are not accessible.",
    "no": "This document is not accessible.",
    "not known": "We do not know whether this document is accessible.",
}

_COMPLIANCE: Final[Mapping[Compliance, str]] = {"full": "fully", "partial": "partially", "none": "not"}


def excuse(kind: Excuse, law: AccessibilityLaw | None) -> str:
    """Say what a kind of problem means in law, in a sentence; where no law is stated, by the standard alone."""
    measure = law.called if law else "the standard"
    burden, scope = (f" ({part})" if part else "" for part in ((law.burden, law.scope) if law else ("", "")))
    return {
        "non-compliance": f"This does not meet {measure}.",
        "disproportionate burden": f"To mend this would be a disproportionate burden{burden}.",
        "not within the scope": f"This is not within the scope of {measure}{scope}.",
    }[kind]


def of_document(document: AnyDocument) -> str:
    """Say whether everyone can read a document, as far as it is known."""
    return READABLE[readable(document)]


def version(of: OtherVersion) -> str:
    """Name a version for people whom the usual one does not serve: ``Easy Read version``, ``Polish translation``."""
    kinds: dict[VersionKind, str] = {"easy read": "Easy Read version", "braille": "Braille version"}
    if of.of_language and of.kind in ("translation", "sign language"):
        return f"{of.of_language} {'translation' if of.kind == 'translation' else 'version'}"
    name = kinds.get(of.kind, f"{say.capitalised(of.kind)} version")
    return f"{name} in {of.of_language}" if of.of_language else name


def compliance(stated: Compliance, of: Standing) -> str:
    """Say how far the site complies, and because of what, as the model statement puts it."""
    reasons = [
        *(["the non-compliances"] if of.falls_short else []),
        *(["the exemptions"] if of.exempt else []),
    ]
    due = f", due to {say.listed(reasons)} listed on this page" if reasons and stated != "full" else ""
    return f"This site is {_COMPLIANCE[stated]} compliant with the {STANDARD}{due}."


def tested(audit: Audit) -> str:
    """Say when the whole site was last tested, and with which result."""
    tools = say.counted(len(audit.tools), "tool", "tools")
    pages = say.counted(audit.pages, "page", "pages")
    return f"The whole site was last tested on {say.day(audit.on)}: {pages}, with {tools}. {result(audit)}"


def result(audit: Audit) -> str:
    """Say what an audit found, and how many questions it left without an answer."""
    found = findings(audit)
    pages = {finding.page for _, finding in found}
    faults = (
        f"They found {say.counted(len(found), 'fault', 'faults')}, on {say.counted(len(pages), 'page', 'pages')}."
        if found
        else "They found no fault."
    )
    questions = [question for tool in audit.tools for question in tool.questions]
    if not questions:
        return faults
    unanswered = sum(question.answer is None for question in questions)
    rest = f"{say.number(unanswered)} not yet answered" if unanswered else "all answered"
    return f"{faults} They left {say.counted(len(questions), 'question', 'questions')} for people to decide, {rest}."


def outcome(tool: Tool) -> str:
    """Say what one tool found, in a few words."""
    return say.counted(len(tool.findings), "fault", "faults") if tool.findings else "No fault"


def of_file(file: AttachedFile) -> str:
    """Give the kind, the pages and the size of a file: ``PDF, 2 pages, 340 kB``."""
    pages = file.findings.pages
    length = [say.counted(pages, "page", "pages")] if pages is not None else []
    return ", ".join((file.format, *length, say.size(file.size)))


def access(document: AnyDocument) -> str:
    """Say whether everyone can read a document: that they can, only with who tried it, when and with what."""
    tested = document.tested
    if document.accessible != "yes":
        return readable(document)
    if tested is None:
        return "nobody has recorded a test"
    return f"yes, as tested on {say.day(tested.on)} by {tested.by} with {tested.using}"
