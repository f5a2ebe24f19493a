"""Checks of the accessibility statement: it agrees with what it lists, it is not old, documents have an alternative.

How old a statement is, is told from the meetings: there is no clock in a rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from ..facts.dossier import Dossier
from ..records.base import Record
from ..records.meeting import date_of
from ..records.problem import Problem
from .findings import warning

A_YEAR: Final = timedelta(days=365)


def compliance_disagrees(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a statement of full compliance beside faults, and of one that is not full and lists no reason."""
    records = dossier.records
    statement = records.accessibility
    if statement is None or records.unread & {"audit", "papers", "agendas"}:
        return
    against = dossier.standing
    if statement.compliance == "full" and against.falls_short:
        message = "The statement says full, and there are problems, documents or findings that do not comply."
        fix = "Write partial; or mend the problems, the documents that lie here, and what the audit found."
    elif statement.compliance != "full" and not (against.falls_short or against.exempt):
        message = f"The statement says {statement.compliance}, and nothing is listed that does not comply."
        fix = "Add what does not comply to problems; or write full if nothing is known."
    else:
        return
    yield warning("compliance-disagrees", statement.at("compliance"), message, fix)


def reviewed_before_prepared(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a review that was before the statement was there."""
    statement = dossier.records.accessibility
    if statement and statement.reviewed and statement.reviewed < statement.prepared:
        fact = f"The review of {statement.reviewed} was before the statement was prepared."
        yield Problem("reviewed-before-prepared", statement.at("reviewed"), fact, "Check both dates.")


def statement_out_of_date(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a statement or an audit that is more than a year older than the latest meeting with papers."""
    records = dossier.records
    meetings = [date_of(meeting_id) for meeting_id in (*records.agendas, *records.minutes)]
    if not meetings:
        return
    latest = max(meetings)
    if statement := records.accessibility:
        field = "reviewed" if statement.reviewed else "prepared"
        fix = "Go through the statement again, and write the day of it beside reviewed."
        yield from _old(statement, field, statement.reviewed or statement.prepared, latest, "The statement", fix)
    if audit := records.audit:
        fix = "Ask a developer to run the audit again."
        yield from _old(audit, "on", audit.on, latest, "The last audit", fix)


def _old(record: Record, field: str, day: date, latest: date, what: str, fix: str) -> Iterator[Problem]:
    if latest - day > A_YEAR:
        fact = f"{what} is of {day}, over a year before the meeting of {latest}."
        yield warning("statement-out-of-date", record.at(field), fact, fix)


def documents_that_bar(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a document that is said to be accessible and that nobody tried; of another, without an alternative."""
    for document in (barred.document for barred in dossier.standing.documents):
        needed = ("instead",) if document.accessible == "not known" else ("why_not", "instead")
        missing = [name for name in needed if getattr(document, name) is None]
        if document.accessible == "yes":
            fact = f'No record says who tried whether "{document.title}" is accessible.'
            fix = "Add tested, with by, on and using; or write not known. Until then no page says that it is."
            yield warning("untested-document", document.at("accessible"), fact, fix)
        elif missing:
            fact = f'"{document.title}" may not be accessible, and has no {" and no ".join(missing)}.'
            fix = "Add why_not: what is not accessible, and why; and instead: what to use in its place."
            yield warning("document-without-alternative", document.at("accessible"), fact, fix)
