"""What is put on boards and sent by e-mail: texts of agendas and decisions, a poster, and reminders for owners.

Texts are made of finished pages, and say what these say. The poster of the next meeting keeps its address whichever
meeting that is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from urllib.parse import urljoin

from ..exports.plain_text import as_plain_text, together, wrapped
from ..exports.scanned import as_code
from ..facts.dossier import Dossier
from ..facts.news import next_of
from ..facts.questions import opportunities
from ..facts.rows import grouped
from ..records.language import in_all_versions, unmarked
from ..records.meeting import date_of
from ..records.publication import Records
from ..words import notices as words
from . import addresses
from .bodies import Whose, whose_lists
from .packaged import GUIDE
from .rendering import Renderer
from .site import HOME, File, Link, Page

OF_A_BOARD = "key-facts take-part"
"""The parts of a meeting's page that its agenda begins with as a text: when and where, and how to take part."""


def text_files(records: Records, made: Mapping[str, Page], home: str, published: Collection[str]) -> Iterator[File]:
    """Give as texts each agenda, the decisions of each meeting and what owners are sent, from pages ``made`` before.

    ``made`` has pages by their addresses. ``home`` is the whole address of the site, if it is known. The
    file for owners stays where it was among the addresses ``published``.
    """
    if addresses.LETTERS in made:
        letters = as_plain_text(made[addresses.LETTERS].html, addresses.LETTERS, home, "letter")
        yield File(addresses.LETTERS_TEXT, f"{letters}\n".encode())
    elif addresses.LETTERS_TEXT in published:
        yield File(addresses.LETTERS_TEXT, f"{words.NOTHING_OWED}\n".encode())
    for meeting_id in records.meetings:
        meeting = addresses.meeting(meeting_id)
        for of, file in (
            (addresses.agenda(meeting_id), addresses.agenda_text(meeting_id)),
            (addresses.decisions_of(meeting_id), addresses.decisions_text(meeting_id)),
        ):
            if of in made:
                board = as_plain_text(made[meeting].html, meeting, home, OF_A_BOARD) if "agenda" in of else ""
                text = together((_heading(records, made[of], home), board, as_plain_text(made[of].html, of, home)))
                yield File(file, f"{text}\n".encode())


def _heading(records: Records, page: Page, home: str) -> str:
    """Give what every text begins with: whose it is, its title, what this edition is, and where it stands."""
    panel = records.panel
    if panel is None:
        return ""
    at = words.standing_at(urljoin(home, page.address)) if home else ""
    named = (panel.name, page.title, panel.edition.statement, at)
    return together(wrapped(unmarked(in_all_versions(said))) for said in named)


def next_meetings(records: Records, today: date) -> dict[str, str]:
    """Give the address of the poster of each meeting that is the next one, of all or of a body, by its id."""
    every = [(whose, next_of(whose.meetings, records, today)) for whose in whose_lists(records, today)]
    return {coming: f"{whose.at}{addresses.POSTER}" for whose, coming in every if coming}


def poster_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the poster of the next meeting, and of the next one of each body where there are several."""
    for whose in whose_lists(dossier.records, renderer.today):
        if whose.meetings and whose.described:
            yield _poster(dossier, whose, renderer)


def _poster(dossier: Dossier, whose: Whose, renderer: Renderer) -> Page:
    records, at, today = dossier.records, f"{whose.at}{addresses.POSTER}", renderer.today
    coming, home = next_of(whose.meetings, records, today), renderer.home
    day = records.day_of(coming) if coming else None
    title = whose.titled(words.poster_title(day.alone if day and whose.body else day))
    address = urljoin(home, addresses.meeting(coming)) if home and coming else ""
    off = (meeting_id for meeting_id in records.in_order if records.meetings[meeting_id].called_off)
    html = renderer.html(
        "poster",
        at,
        title=title,
        meeting_id=coming,
        meeting=records.meetings[coming] if coming else None,
        host=records.holder(coming) if coming else None,
        address_in_words=address,
        code=as_code(address) if address else None,
        asking=next((of for of in opportunities(records, dossier.dates, today) if of.meeting_id == coming), None),
        called_off=[
            meeting_id
            for meeting_id in off
            if whose.holds(meeting_id) and today <= date_of(meeting_id) and (not coming or meeting_id < coming)
        ],
    )
    summary = f"The next meeting of {whose.said} on one sheet: when, where and how to take part."
    trail = (*whose.trail, whose.link(Link("Meetings", addresses.MEETINGS)))
    return Page(at, title, summary, html, trail, kind=None)


def letter_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the page with a text for each owner of what is still owed."""
    owed = grouped((action.owner, action) for action in dossier.actions if action.standing == "owed")
    html = renderer.html("letters", addresses.LETTERS, owed=owed, nothing=words.NOTHING_OWED)
    summary = "For editors: a text for each owner of what is still owed: since when, by when, and where it stands."
    yield Page(addresses.LETTERS, "Texts for those who owe an action", summary, html, (HOME, GUIDE), kind=None)
