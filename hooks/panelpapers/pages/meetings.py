"""The pages of meetings: the index, each year, and of each meeting its own, agenda, minutes, papers and the whole.

However many years a panel keeps, the index stays one short page, and a paper of any year is three links from home.
The page of a whole meeting is there to print, or to listen to in one go.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from ..facts.citations import paragraphs
from ..facts.dates import kept
from ..facts.dossier import Dossier
from ..facts.interests import pulled_in, raised
from ..facts.meetings import Known, known_of
from ..facts.other_versions import changed_on
from ..facts.questions import questions_at
from ..facts.rows import commitments, grouped, items_at, minutes_at
from ..facts.sittings import continued_by, later_sitting
from ..kept.made_of import key
from ..kept.store import Store
from ..records.meeting import MeetingDay, date_of
from ..records.publication import Records
from ..words import format as say
from . import addresses
from .bodies import Whose, whose_lists
from .embedding import embedded
from .figures import Figure
from .notices import next_meetings
from .rendering import Renderer
from .site import HOME, Link, Page, PageKind


def meeting_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give all pages of all meetings."""
    records, posters = dossier.records, next_meetings(dossier.records, renderer.today)
    for meeting_id in records.in_order:
        yield _meeting(dossier, meeting_id, renderer, posters.get(meeting_id))
        if meeting_id in records.agendas:
            yield _agenda(dossier, meeting_id, renderer)
        if meeting_id in records.minutes:
            yield _minutes(dossier, meeting_id, renderer)


def _below(
    meeting_id: str, day: MeetingDay, at: str, title: str, summary: str, html: Markup, kind: PageKind | None
) -> Page:
    """Give a page that stands below that of its meeting, which is on a day."""
    trail = (HOME, INDEX, Link(f"Meeting of {say.day(day)}", addresses.meeting(meeting_id)))
    return Page(at, title, summary, html, trail, kind=kind, meeting=day)


def _meeting(dossier: Dossier, meeting_id: str, renderer: Renderer, poster: str | None) -> Page:
    records, connections = dossier.records, dossier.connections
    at, when = addresses.meeting(meeting_id), records.day_of(meeting_id)
    day = say.day(when)
    before, after = connections.meeting_around(meeting_id)
    papers_of = dossier.citations.by_item
    papers = sum(len(papers_of.get((meeting_id, key), ())) for key in items_at(records, meeting_id))
    decided = sum(len(minute.resolutions) for minute in minutes_at(records, meeting_id))
    html = renderer.html(
        "meeting",
        at,
        meeting_id=meeting_id,
        meeting=records.meetings[meeting_id],
        agenda=records.agendas.get(meeting_id),
        minutes=records.minutes.get(meeting_id),
        confirmed_by=connections.confirmed_by.get(meeting_id),
        confirmed_in=connections.confirmed_in.get(meeting_id),
        before=before,
        after=after,
        known=known_of(records, meeting_id, renderer.today),
        when=renderer.tense(when),
        dates=dossier.dates[meeting_id],
        continued_by=continued_by(records, meeting_id),
        events=dossier.events.get(meeting_id, ()),
        kept=kept(records.regime_on(when), when),
        papers_of=papers_of,
        papers=papers,
        background=any(
            records.papers[meeting_id, paper_id].background_papers
            for paper_id in dossier.citations.by_meeting.get(meeting_id, ())
        ),
        decided=decided,
        changed=changed_on(records, meeting_id),
        actions=dossier.actions_of.get(meeting_id, 0),
        poster=poster,
    )
    there = (("agenda", meeting_id in records.agendas), ("papers", papers), ("decisions", decided))
    held = [kind for kind, some in there if some]
    summary = f"The meeting of {day}: when and where{f', its {say.listed(held)}' if held else ''}."
    return Page(at, f"Meeting of {day}", summary, html, (HOME, INDEX), kind="Meeting", meeting=when)


def _agenda(dossier: Dossier, meeting_id: str, renderer: Renderer) -> Page:
    records = dossier.records
    at, when = addresses.agenda(meeting_id), records.day_of(meeting_id)
    day = say.day(when)
    html = renderer.html(
        "agenda",
        at,
        meeting_id=meeting_id,
        meeting=records.meetings[meeting_id],
        agenda=records.agendas[meeting_id],
        connections=dossier.connections,
        papers_of=dossier.citations.by_item,
        states=dossier.agenda_states[meeting_id],
        put_off=[entry.source for entry in dossier.deferrals if entry.meeting_id == meeting_id],
        membership=dossier.changes_told,
        pulled_in=pulled_in(records, meeting_id),
    )
    count = say.counted(len(records.agendas[meeting_id].business), "item", "items")
    summary = f"The agenda of the meeting of {day}: {count} of business in plain words."
    return _below(meeting_id, when, at, f"Agenda of {day}", summary, html, "Agenda")


def _minutes(dossier: Dossier, meeting_id: str, renderer: Renderer) -> Page:
    records, minutes = dossier.records, dossier.records.minutes[meeting_id]
    at, when = addresses.minutes(meeting_id), records.day_of(meeting_id)
    day = say.day(when)
    html = renderer.html(
        "minutes",
        at,
        meeting_id=meeting_id,
        meeting=records.meetings[meeting_id],
        minutes=minutes,
        connections=dossier.connections,
        agenda=records.agendas.get(meeting_id),
        membership=dossier.changes_told,
        votes=dossier.votes_at.get(meeting_id, ()),
        asked=questions_at(records, meeting_id, renderer.today),
        declared=raised(records, meeting_id, minutes.declarations),
        comments=raised(records, meeting_id, minutes.public_comment),
        petitions=raised(records, meeting_id, minutes.petitions),
        pulled={minute.key: raised(records, meeting_id, minute.pulled) for minute in minutes.every_minute},
        later={session.id: later_sitting(records, meeting_id, session) for session in minutes.sessions},
    )
    summary = f"The minutes of the meeting of {day}: who was there, what was asked, answered and resolved."
    return _below(meeting_id, when, at, f"Minutes of {day}", summary, html, "Minutes")


INDEX = Link("Meetings", addresses.MEETINGS)
LATEST = 12
"""How many past meetings the index shows: about those of a year."""


def meeting_index_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the index of meetings and the page of each year: of all, and of each body where there are several."""
    records = dossier.records
    known = {meeting_id: known_of(records, meeting_id, renderer.today) for meeting_id in records.meetings}
    for whose in whose_lists(records, renderer.today):
        years = grouped((date_of(meeting_id).year, meeting_id) for meeting_id in whose.meetings)
        if years or whose.body is None:
            yield _index(whose, years, known, renderer)
        for year, meetings in years.items():
            title = whose.titled(f"Meetings in {year}")
            at = f"{whose.at}{addresses.meetings_in(year)}"
            html = renderer.html(
                "meetings-of-year",
                at,
                whose=whose,
                title=title,
                year=year,
                meetings=meetings,
                known=known,
                years=sorted(years, reverse=True),
                papers=dossier.citations.by_meeting,
            )
            summary = f"Every meeting of {year} that this site knows, with what is published of it."
            trail = (*whose.trail, whose.link(INDEX))
            yield Page(at, title, summary, html, trail, kind=None)


def _index(whose: Whose, years: Mapping[int, Sequence[str]], known: Mapping[str, Known], renderer: Renderer) -> Page:
    in_order, title = whose.meetings, whose.titled(INDEX.text)
    past = [meeting_id for meeting_id in in_order if date_of(meeting_id) < renderer.today]
    at = f"{whose.at}{addresses.MEETINGS}"
    html = renderer.html(
        "meetings",
        at,
        whose=whose,
        title=title,
        coming=in_order[len(past) :],
        latest=past[: -LATEST - 1 : -1],
        known=known,
        years=[(year, len(years[year])) for year in sorted(years, reverse=True)],
    )
    summary = f"All meetings of {whose.said} that this site knows, with what is published of each."
    return Page(at, title, summary, html, whose.trail, kind=None)


def paper_pages(dossier: Dossier, renderer: Renderer, figures: Mapping[str, Figure]) -> Iterator[Page]:
    """Give the page of every paper of every meeting."""
    records, citations = dossier.records, dossier.citations
    promised = {number: entry.title for entry in commitments(records) for number in entry.numbers}
    for (meeting_id, paper_id), paper in sorted(records.papers.items()):
        at = addresses.paper(meeting_id, paper_id)
        removed = paper.withdrawn is not None and paper.withdrawn.removed
        numbered = any(paragraphs(paper))
        given = dict.fromkeys(name for _, _, paragraph in paragraphs(paper) for name in paragraph.indicators)
        html = renderer.html(
            "removed-paper" if removed else "paper",
            at,
            meeting_id=meeting_id,
            paper_id=paper_id,
            paper=paper,
            numbered=numbered,
            promised=promised,
            given=[name for name in given if name in figures],
            figures=figures,
            changed=changed_on(records, meeting_id, paper_id),
            item=items_at(records, meeting_id).get(paper.item),
            beside=[
                (other, records.papers[meeting_id, other])
                for other in citations.by_item[meeting_id, paper.item]
                if other != paper_id
            ],
        )
        when = records.day_of(meeting_id)
        day = say.day(when)
        plainly = "in numbered paragraphs and plain words" if numbered else "in plain words"
        summary = f"{paper.title}: a paper of the meeting of {day}, {'that was withdrawn' if removed else plainly}."
        yield _below(meeting_id, when, at, f"{paper.title}, {day}", summary, html, "Paper")


def whole_pages(
    dossier: Dossier, made: Mapping[str, Page], renderer: Renderer, store: Store | None = None
) -> Iterator[Page]:
    """Give the page of each whole meeting that has an agenda or minutes, from the pages that were ``made`` before.

    What earlier builds put together of the same pages is in the ``store``.
    """
    papers = dossier.citations.by_meeting
    for meeting_id in dossier.records.in_order:
        inside = _inside(dossier.records, meeting_id, papers.get(meeting_id, ()))
        if not inside:
            continue
        at, when = addresses.whole(meeting_id), dossier.records.day_of(meeting_id)
        day = say.day(when)
        pages = [made[address] for address in inside]
        texts = _embedded(pages, at, inside, store or Store(None))
        parts = [(inside[page.address], page.title, text) for page, text in zip(pages, texts, strict=True)]
        html = renderer.html("whole", at, meeting_id=meeting_id, parts=parts)
        summary = f"Agenda, papers and minutes of the meeting of {day} on one page, to print or to listen to."
        yield _below(meeting_id, when, at, f"Whole meeting of {day}", summary, html, None)


def _embedded(pages: Sequence[Page], at: str, inside: Mapping[str, str], store: Store) -> list[Markup]:
    made_of = key("embedded", [(page.address, page.html) for page in pages], at, inside)
    if kept := store.get(made_of):
        return [Markup(text) for text in json.loads(kept)]  # noqa: S704 - as it was made
    texts = embedded(pages, at, inside)
    store.put(made_of, json.dumps(texts).encode())
    return texts


def _inside(records: Records, meeting_id: str, papers: tuple[str, ...]) -> dict[str, str]:
    """Name the pages of a meeting by their addresses, in the order of the meeting."""
    return {
        **({addresses.agenda(meeting_id): "agenda"} if meeting_id in records.agendas else {}),
        **{addresses.paper(meeting_id, paper_id): f"paper-{paper_id}" for paper_id in papers},
        **({addresses.minutes(meeting_id): "minutes"} if meeting_id in records.minutes else {}),
    }
