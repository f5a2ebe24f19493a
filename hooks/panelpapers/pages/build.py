"""The whole site: a pure function from records and a day to pages and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..facts.as_of import nothing_told
from ..facts.dossier import Dossier
from ..records.publication import Records
from ..words import format as say
from ..words import lives
from . import addresses
from .bodies import body_pages
from .explained import accessibility_pages, explained_pages, reference_pages
from .figures import figures_of, indicator_pages
from .following import following_files
from .home import home_before, home_page
from .links import without_dead_links
from .meetings import meeting_index_pages, meeting_pages, paper_pages, whole_pages
from .members import member_pages
from .notes import abbreviations_page, notes_page
from .places import known_addresses
from .plan import plan_pages
from .policy import headers_file
from .redirects import with_redirects
from .references import examples, reference_files, references
from .registers import questions_page, recommendations_page, register_pages
from .renamings import leads, page_of
from .rendering import Renderer
from .search import a_to_z_page, search_page
from .site import CopiedFile, File, Page, Site, assemble, refuse_places_twice
from .votes import deferral_page, vote_pages


def build(
    as_typed: Dossier,
    today: date,
    templates: Path,
    charts: Path | None = None,
    *,
    home: str = "",
    published: Iterable[str] = (),
    first_name: str = "",
) -> Site:
    """Make every page and file of the site as it is on the day ``today``, with the templates of a folder.

    ``as_typed`` is the dossier of the records as they were typed: only what of it is public is published.
    ``charts`` is a folder of charts that were drawn before: they are not drawn again, and new ones are kept there.
    ``home`` is the whole address of the site, if it is known; only what leaves the site needs it.
    ``published`` are the addresses that the site has ever had: of these, what was renamed leads to its new address.
    ``first_name`` is the name under which the panel first published, if it has another one now.
    """
    with say.writing(as_typed.records.regime_on(today).forms):
        site = _build(as_typed, today, templates, charts, home, published, first_name)
        panel = as_typed.public.on(today).records.panel
        ended = lives.ending(panel, panel.short_name, "past") if panel and panel.ended(today) else ""
        return replace(site, made_on=today, made_on_words=say.day(today), ended=ended)


def _build(
    as_typed: Dossier,
    today: date,
    templates: Path,
    charts: Path | None,
    home: str,
    published: Iterable[str],
    first_name: str,
) -> Site:
    dossier = told_by(as_typed.public, today)
    records = dossier.records
    renderer = Renderer(templates, records, today)
    if nothing_told(as_typed.public.records, today):
        return assemble([home_before(records, renderer), headers_file()])
    figures = figures_of(dossier, charts)
    parts: list[Page | File] = [
        home_page(dossier, renderer, figures),
        *body_pages(dossier, renderer),
        *meeting_index_pages(dossier, renderer),
        *meeting_pages(dossier, renderer),
        *paper_pages(dossier, renderer),
        *register_pages(dossier, renderer, figures),
        *vote_pages(dossier, renderer),
        *deferral_page(dossier, renderer),
        *plan_pages(dossier, renderer),
        *member_pages(dossier, renderer),
        questions_page(dossier, renderer),
        recommendations_page(dossier, renderer),
        abbreviations_page(dossier, renderer),
        notes_page(records, renderer),
        *indicator_pages(dossier, renderer, figures),
        *explained_pages(renderer, charts),
        *reference_pages(renderer),
        *accessibility_pages(dossier, renderer),
    ]
    made = {page.address: page for page in parts if isinstance(page, Page)}
    parts += whole_pages(dossier, made, renderer)
    finding = (a_to_z_page(parts, records, renderer), search_page(parts, examples(dossier), renderer))
    known = known_addresses(dossier)
    led = [lead for lead in leads(as_typed.records, published, known).values() if page_of(lead.now) in known]
    first = {lead.now: lead.was for lead in reversed(led)}
    following = following_files(dossier, today, home, first_name, first)
    files = (*reference_files(dossier), *following, headers_file())
    site = assemble([*parts, *finding, *files, *attached_files(records)])
    names = {reference.address: reference.name for reference in references(dossier)}
    site = replace(site, dated=frozenset(renderer.dated), stated=dossier.told.stated(today))
    whole = with_redirects(site, led, names, renderer)
    refuse_places_twice(whole)
    return whole


def told_by(public: Dossier, today: date) -> Dossier:
    """Give what had been told by a day, in which no text leads to a page that is told later."""
    dossier = public.on(today)
    if dossier is public:
        return public
    return Dossier(without_dead_links(dossier.records, known_addresses(dossier)), dossier)


def attached_files(records: Records) -> Iterator[CopiedFile]:
    """Give each attached file of records that are public, at the address under which its meeting's pages link it."""
    for (meeting_id, name), file in sorted(records.attached.items()):
        yield CopiedFile(addresses.attached(meeting_id, name), file.path, file.sha256)
