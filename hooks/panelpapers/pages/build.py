"""The whole site: a pure function from records and a day to pages and files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from ..facts.as_of import nothing_told
from ..facts.dossier import Dossier
from ..kept.store import Store
from ..records.language import of_software
from ..records.publication import Records
from ..words import format as say
from ..words import lives
from . import addresses
from .a_to_z import a_to_z_pages
from .actions import action_pages
from .addresses import page_of
from .bodies import body_pages
from .data import data_pages
from .explained import audit_pages, explained_pages, reference_pages, statement_pages
from .figures import figures_of, indicator_pages, kept_pictures
from .following import following_files, told_at
from .following_apart import files_apart
from .forms import form_pages
from .history import histories
from .home import home_before, home_page
from .lately import lately_file
from .linked import dates, linked
from .links import without_dead_links
from .meetings import meeting_index_pages, meeting_pages, paper_pages, whole_pages
from .members import member_pages, successor_pages
from .notes import abbreviation_pages, note_pages
from .notices import letter_pages, poster_pages, text_files
from .places import known_addresses
from .plan import function_pages, plan_pages, programme_pages
from .policy import headers_file
from .questions import question_pages
from .raised import deferral_pages, interest_pages
from .redirects import with_redirects
from .references import examples, reference_files, references
from .registers import decision_pages, matter_pages, recommendation_pages
from .renamings import leads
from .rendering import Renderer
from .search import search_page
from .sections import Section, absent, sections_of
from .site import HOME, CopiedFile, File, Page, Shelf, Site, assemble, refuse_places_twice
from .unfinished import unfinished_pages
from .votes import vote_pages


def build(
    as_typed: Dossier,
    today: date,
    templates: Path,
    charts: Path | None = None,
    *,
    home: str = "",
    published: Iterable[str] = (),
    first_name: str = "",
    advice: Mapping[str, int] = MappingProxyType({}),
    store: Store | None = None,
) -> Site:
    """Make every page and file of the site as it is on the day ``today``, with the templates of a folder.

    ``as_typed`` is the dossier of the records as they were typed: only what of it is public is published.
    ``charts`` is a folder of charts that were drawn before: they are not drawn again, and new ones are kept there.
    ``home`` is the whole address of the site, if it is known; only what leaves the site needs it.
    ``published`` are the addresses that the site has ever had: of these, what was renamed leads to its new address.
    ``first_name`` is the name under which the panel first published, if it has another one now.
    ``advice`` counts the warnings and advice of the check by their codes, for those who write the records.
    ``store`` has what earlier builds made of the same.
    """
    regime = as_typed.records.regime_on(today)
    with say.writing(regime.forms):
        site = _build(as_typed, today, templates, charts, home, published, first_name, advice, store)
        panel = as_typed.public.on(today).records.panel
        ended = lives.ending(panel, panel.short_name, "past") if panel and panel.ended(today) else ""
        language = of_software(as_typed.records.language)
        words = say.day(today)
        return replace(site, made_on=today, made_on_words=words, language=language, ended=ended, regime=regime)


def _build(
    as_typed: Dossier,
    today: date,
    templates: Path,
    charts: Path | None,
    home: str,
    published: Iterable[str],
    first_name: str,
    advice: Mapping[str, int],
    store: Store | None,
) -> Site:
    published = frozenset(published)
    dossier = told_by(as_typed.public, today, published)
    records, sections = dossier.records, sections_of(dossier)
    there, known = frozenset(section.address for section in sections), known_addresses(dossier, published)
    for done in (as_typed, as_typed.public, dossier):  # rules and sections have gone through them, and no page does
        done.let_texts_go()
    renderer = Renderer(templates, records, today, there, home, published, store)
    if nothing_told(as_typed.public.records, today):
        return assemble([home_before(records, renderer), headers_file()])
    figures = figures_of(dossier, charts)
    of_sections: tuple[tuple[str, Iterable[Page | File]], ...] = (
        (addresses.BODIES, body_pages(dossier, renderer)),
        (addresses.MEETINGS, meeting_index_pages(dossier, renderer)),
        (addresses.MEETINGS, meeting_pages(dossier, renderer)),
        (addresses.POSTER, poster_pages(dossier, renderer)),
        (addresses.MEETINGS, paper_pages(dossier, renderer, figures)),
        (addresses.DECISIONS, decision_pages(dossier, renderer)),
        (addresses.ACTIONS, action_pages(dossier, renderer)),
        (addresses.VOTES, vote_pages(dossier, renderer)),
        (addresses.DEFERRALS, deferral_pages(dossier, renderer)),
        (addresses.INTERESTS, interest_pages(dossier, renderer)),
        (addresses.MATTERS, matter_pages(dossier, renderer, figures)),
        (addresses.PLAN, plan_pages(dossier, renderer)),
        (addresses.WORK_PROGRAMME, programme_pages(dossier, renderer)),
        (addresses.FUNCTIONS, function_pages(dossier, renderer)),
        (addresses.MEMBERS, member_pages(dossier, renderer)),
        (addresses.SUCCESSORS, successor_pages(dossier, renderer)),
        (addresses.QUESTIONS, question_pages(dossier, renderer)),
        (addresses.RECOMMENDATIONS, recommendation_pages(dossier, renderer)),
        (addresses.ABBREVIATIONS, abbreviation_pages(dossier, renderer)),
        (addresses.EDITORS_NOTES, note_pages(records, renderer, known)),
        (addresses.INDICATORS, indicator_pages(dossier, renderer, figures)),
        (addresses.INDICATORS, kept_pictures(figures, published, renderer)),
        (addresses.FIGURES_EXPLAINED, explained_pages(renderer, charts)),
        (addresses.EDITORS, reference_pages(renderer)),
        (addresses.EDITORS, form_pages(records, renderer)),
        (addresses.EDITORS, unfinished_pages(dossier, renderer, advice)),
        (addresses.LETTERS, letter_pages(dossier, renderer)),
        (addresses.DATA, data_pages(dossier, today, renderer, home)),
        (addresses.ACCESSIBILITY, statement_pages(dossier, renderer)),
        (addresses.ACCESSIBILITY_AUDIT, audit_pages(records, renderer, known)),
    )
    shelf = Shelf()
    parts: list[Page | File] = [home_page(dossier, renderer, figures)]
    for address, pages in of_sections:  # of a section that is not there, nothing is made
        if address in there:
            parts += (shelf.put(part) if isinstance(part, Page) else part for part in pages)
    made = {page.address: page for page in parts if isinstance(page, Page)}
    parts += map(shelf.put, whole_pages(dossier, made, renderer, store))
    parts += text_files(records, made, home, published)
    shown = examples(references(dossier, renderer.entries, today))
    finding = (*a_to_z_pages(parts, records, renderer, published), search_page(parts, shown, records, renderer))
    parts += kept_pages(sections, published, renderer)
    led = [lead for lead in leads(as_typed.records, published, known).values() if page_of(lead.now) in known]
    first = {lead.now: lead.was for lead in reversed(led)}
    said = {indicator_id: figure.words for indicator_id, figure in figures.items()}
    about = dossier, today, home, first_name, first
    every = (*following_files(*about), *files_apart(*about, said, renderer.entries))
    following = [file for file in every if file.address in known]
    files = (
        lately_file(dossier, today, home),
        *reference_files(references(dossier, renderer.entries, today), records),
        *following,
        headers_file(),
    )
    site = assemble([*parts, *finding, *files, *attached_files(records)])
    asked = {lead.now for lead in led}
    named = references(dossier, renderer.entries, today) if asked else ()
    names = {reference.address: reference.name for reference in named if reference.address in asked}
    dated, stated = frozenset(renderer.dated), dossier.told.stated(today)
    site = replace(
        site,
        made_on=today,
        dated=dated,
        stated=stated,
        told_at=told_at(dossier, today),
        sections=sections,
        home=home,
    )
    for_programs = linked(dossier, figures, site.files, home, today)
    site = replace(site, linked=for_programs, dates=dates(records, site.told_at))
    site = replace(site, histories=histories(dossier, site))
    whole = with_redirects(site, led, names, renderer)
    refuse_places_twice(whole)
    return whole


def told_by(public: Dossier, today: date, published: frozenset[str] = frozenset()) -> Dossier:
    """Give what had been told by a day, in which no text leads to a page that is told later."""
    dossier = public.on(today)
    if dossier is public:
        return public
    return Dossier(
        without_dead_links(dossier.records, known_addresses(dossier, published)), dossier, dossier.unconfirmed
    )


def kept_pages(there: Collection[Section], published: Collection[str], renderer: Renderer) -> Iterator[Page]:
    """Give a page for each section that was published and of which the records have nothing any more."""
    for address, name in absent(there).items():
        if address in published and address.endswith("/"):
            html = renderer.html("nothing", address, title=name)
            yield Page(address, name, f"{name}: nothing is on this page now.", html, (HOME,), kind=None)


def attached_files(records: Records) -> Iterator[CopiedFile]:
    """Give each attached file of records that are public, at the address under which its meeting's pages link it."""
    for (meeting_id, name), file in sorted(records.attached.items()):
        yield CopiedFile(addresses.attached(meeting_id, name), file.path, file.sha256)
