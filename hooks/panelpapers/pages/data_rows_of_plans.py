"""The rows of the registers of papers, figures, plans and questions, as ``data_rows.py`` has those of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..exports.plain_data import text_of
from ..facts.dossier import Dossier
from ..facts.rows import commitments, every_item, every_minute, in_time, planned
from ..records.indicator import Indicator
from . import addresses

Rows = Iterator[tuple[object, ...]]
Url = Callable[[str], str]


def rows_of_plans(dossier: Dossier, url: Url) -> Mapping[str, Rows]:
    """Give the rows of each of these registers by its name. ``url`` makes a whole address of one of the site."""
    return {
        "papers": _papers(dossier, url),
        "matters": _matters(dossier, url),
        "business": _business(dossier, url),
        "questions": _questions(dossier, url),
        "interests": _interests(dossier),
        "indicators": _indicators(dossier, url),
        "ratings": _ratings(dossier, url),
        "work_programme": _programme(dossier),
        "recommendations": _recommendations(dossier, url),
        "functions": _functions(dossier, url),
    }


def unit_of(indicator: Indicator) -> str:
    """Name the unit of the numbers: the smallest part of a time that is typed with colons, and whose money it is."""
    unit = indicator.unit
    if unit.clock:
        return f"{unit.clock[-1]}s"
    return f"{indicator.currency or 'money'} {unit.size}".rstrip() if unit == "money" else unit.name


def _papers(dossier: Dossier, url: Url) -> Rows:
    for (at, paper_id), paper in dossier.records.papers.items():
        withdrawn = paper.withdrawn.on if paper.withdrawn else None
        said = paper.title, paper.kind, paper.item, paper.published, withdrawn, paper.summary
        yield at, paper_id, *said, url(addresses.paper(at, paper_id))


def _matters(dossier: Dossier, url: Url) -> Rows:
    for matter_id, matter in dossier.records.matters.items():
        yield matter_id, matter.title, matter.about, url(addresses.matter(matter_id))


def _business(dossier: Dossier, url: Url) -> Rows:
    records = dossier.records
    for at, item in in_time(records, every_item(records)):
        for matter in item.matter:
            yield matter, at, "item", item.key, item.title, url(addresses.agenda_item(at, item.key))
    for at, minute in in_time(records, every_minute(records)):
        for matter in minute.matter:
            yield matter, at, "minute", minute.key, minute.title, url(addresses.minute(at, minute.key))
    for (at, paper_id), paper in records.papers.items():
        for matter in paper.matter:
            yield matter, at, "paper", paper_id, paper.title, url(addresses.paper(at, paper_id))


def _questions(dossier: Dossier, url: Url) -> Rows:
    for at, minutes in dossier.records.minutes.items():
        for asked in minutes.questions:
            said = asked.id, asked.asked_by, asked.question, asked.answer, asked.answered_at
            yield at, *said, url(addresses.early_question(at, asked.id))


def _interests(dossier: Dossier) -> Rows:
    people = dossier.records.people
    for at, minutes in dossier.records.minutes.items():
        for entry in minutes.declarations:
            person = people.get(entry.person)
            said = entry.kind, entry.interest, entry.did, " ".join(entry.numbers)
            yield at, entry.person, person.name if person else None, *said


def _indicators(dossier: Dossier, url: Url) -> Rows:
    for indicator_id, indicator in dossier.records.indicators.items():
        target, baseline = indicator.target, indicator.baseline
        aimed = (target.value, target.state, target.by and target.by.name) if target else (None,) * 3
        since = (baseline.value, baseline.period and baseline.period.name) if baseline else (None,) * 2
        said = indicator.title, indicator.measure, indicator.place, unit_of(indicator), indicator.better
        yield indicator_id, *said, *aimed, *since, indicator.definition, url(addresses.indicator(indicator_id))


def _ratings(dossier: Dossier, url: Url) -> Rows:
    for promised in commitments(dossier.records):
        at = url(addresses.commitment(promised.numbers[0])) if promised.numbers else None
        numbers = " ".join(map(str, promised.numbers))
        for rated in promised.ratings:
            days = rated.period.name, rated.period.start, rated.period.end
            source = rated.source.title, rated.source.paragraph
            yield numbers, promised.title, promised.lead, *days, rated.rating, *source, at


def _programme(dossier: Dossier) -> Rows:
    for row in planned(dossier.records):
        said = row.title, row.kind, row.provisional, row.function, row.moved_from
        yield row.meeting, row.day, *said, text_of(row.objectives) if row.objectives else None


def _recommendations(dossier: Dossier, url: Url) -> Rows:
    for made_id, made in dossier.records.recommendations.items():
        said = made.text, made.made_under, made.sent, made.answer_due, made.answered, made.answer
        yield made_id, made.meeting, *said, url(addresses.recommendation(made_id))


def _functions(dossier: Dossier, url: Url) -> Rows:
    for function_id, duty in dossier.records.functions.items():
        yield function_id, duty.title, duty.law, duty.every_year, url(addresses.function(function_id))
