"""The accessibility statement says what regulation 8 of SI 2018/952 asks for, and plainly what is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from panelpapers.facts.accessibility import standing
from panelpapers.facts.dossier import Dossier
from panelpapers.pages.explained import statement_pages
from panelpapers.pages.rendering import Renderer
from panelpapers.pages.site import Site
from panelpapers.records.accessibility import AccessibilityStatement, Audit
from panelpapers.records.agenda import AgendaItem
from panelpapers.records.document import Document
from panelpapers.records.paper import Paper
from panelpapers.records.publication import Records
from panelpapers.words import accessibility as say
from tests.pages.reading_pages import leads_somewhere, links, part, small_site, words
from tests.river_valley import TEMPLATES, TODAY, river_valley, site_of

STATEMENT = {
    "prepared": "2027-01-04",
    "reviewed": "2027-03-01",
    "compliance": "partial",
    "method": "The clerk tried each kind of page by keyboard.",
    "not_tested": ["Nobody has tried it by voice."],
    "answer_within": "10",
    "problems": [
        {
            "what": "The map of the valley",
            "where": "The page of the area",
            "criterion": "1.1.1 Non-text content, level A",
            "kind": "non-compliance",
            "why": "Nobody has described it yet.",
            "instead": "The list of the parishes.",
            "planned_for": "June 2027",
        },
        {
            "what": "Old scans",
            "where": "The archive",
            "kind": "not within the scope",
            "why": "They are of before 2018.",
        },
    ],
}
AUDIT = {
    "on": "2027-04-01",
    "pages": "40",
    "tools": [
        {
            "name": "axe-core",
            "version": "4.14.1",
            "looked_at": "Every rule, in light and dark",
            "pages": "40",
            "rules_off": [{"rule": "duplicate-id", "why": "withdrawn by axe-core"}],
        },
        {
            "name": "Nu",
            "version": "26.9.27",
            "looked_at": "The HTML",
            "pages": "39",
            "findings": [{"rule": "html", "what": "Element colour not allowed", "page": "/meetings/", "places": "2"}],
            "questions": [
                {"rule": "seen", "what": "Is it seen?", "pages": "3", "places": "9", "answer": "It is seen."},
                {"rule": "heard", "what": "Is it heard?", "pages": "1", "places": "1"},
            ],
        },
    ],
}
SCAN = {"title": "Scan of the plan", "format": "PDF", "file": "scan.pdf", "accessible": "no"}
TRIED: dict[str, object] = {
    **SCAN,
    "title": "Text of the plan",
    "accessible": "yes",
    "tested": {"by": "The clerk", "on": "2027-03-01", "using": "NVDA 2025.3"},
}
UNTRIED = {**SCAN, "title": "Copy of the plan", "accessible": "yes"}
AFAR = {"title": "Report as sent", "format": "PDF", "accessible": "not known", "instead": "This page gives it."}


def small_with(**families: object) -> Records:
    return replace(river_valley(), **families)  # type: ignore[arg-type]


def with_documents(*documents: Mapping[str, object]) -> Records:
    """Give the small panel, with these documents on its first paper."""
    key, paper = next(iter(sorted(river_valley().papers.items())))
    changed: Paper = paper.model_copy(update={"documents": [Document.model_validate(one) for one in documents]})
    return small_with(papers={**river_valley().papers, key: changed})


def html_of(site: Site, address: str = "accessibility/") -> str:
    return str(site.pages[address].html)


def statement_of(records: Records) -> str:
    return str(next(statement_pages(Dossier(records), Renderer(TEMPLATES, records, TODAY))).html)


@pytest.fixture(scope="module")
def stated() -> Site:
    return site_of(
        small_with(
            accessibility=AccessibilityStatement.model_validate(STATEMENT),
            audit=Audit.model_validate(AUDIT),
        )
    )


def test_regulation_8_parts_that_are_not_accessible_and_why(stated: Site) -> None:
    told = part(html_of(stated), "Pages of this site")
    assert "The map of the valley Where The page of the area" in told
    assert "1.1.1 Non-text content, level A" in told
    assert "This does not meet the regulations. Nobody has described it yet." in told
    assert "June 2027" in told


def test_regulation_8_alternatives(stated: Site) -> None:
    assert "What to use instead The list of the parishes." in part(html_of(stated), "Pages of this site")
    assert "Nothing else is offered. Tell us" in part(html_of(stated), "What the regulations do not cover")


def test_regulation_8_a_way_to_report(stated: Site) -> None:
    told = part(html_of(stated), "Tell us of a barrier, or ask for another format")
    panel = river_valley().panel
    assert panel is not None
    assert panel.contact is not None
    assert panel.contact.role in told
    assert f'href="mailto:{panel.contact.email}"' in html_of(stated)
    assert "You will have an answer within 10 days." in told


def test_regulation_8_a_link_to_the_enforcement_procedure(stated: Site) -> None:
    told = part(html_of(stated), "If you are not content with the answer")
    assert "Equality and Human Rights Commission enforces the regulations" in told
    assert 'href="https://www.equalityadvisoryservice.com/"' in html_of(stated)


def test_the_model_statement_status_dates_and_method(stated: Site) -> None:
    html = html_of(stated)
    assert (
        "partially compliant with the Web Content Accessibility Guidelines (WCAG), version 2.2, level AA, due to the "
        "non-compliances and the exemptions listed on this page."
    ) in part(html, "How accessible this site is")
    told = part(html, "When this statement was prepared")
    assert "prepared on 4 January 2027. It was last reviewed on 1 March 2027." in told
    tests = part(html, "How this site was tested")
    assert "last tested on 1 April 2027: 40 pages, with 2 tools. They found 1 fault, on 1 page." in tests
    assert "The clerk tried each kind of page by keyboard." in tests
    assert "Nobody has tried it by voice." in part(html, "What was not tested")


def test_without_records_there_is_no_statement_and_no_report() -> None:
    assert not {"accessibility/", "accessibility/audit/"} & small_site().pages.keys()


def test_where_only_documents_are_known_the_page_tells_only_of_these() -> None:
    told = words(statement_of(with_documents(SCAN)))
    assert "Scan of the plan" in told
    for heading in ("How accessible this site is", "How this site was tested", "When this statement was prepared"):
        assert heading not in told


def test_documents_follow_from_the_papers() -> None:
    told = part(statement_of(with_documents(SCAN, AFAR, TRIED, UNTRIED)), "Documents")
    assert told.count("Scan of the plan") == 1
    assert "Text of the plan" not in told
    assert "Copy of the plan Why We do not know whether this document is accessible." in told
    assert "This document is not accessible. What to use instead" in told
    assert "We do not know whether this document is accessible. The document itself is not on this site." in told
    assert "This page gives it." in told


def test_no_page_says_that_a_document_is_accessible_that_nobody_tried() -> None:
    site = site_of(with_documents(TRIED, UNTRIED))
    paper = next(
        words(page.html) for page in site.pages.values() if "Copy of the plan" in page.html and page.kind == "Paper"
    )
    assert (
        "Text of the plan Format PDF Accessible Yes, as tested on 1 March 2027 by The clerk with NVDA 2025.3" in paper
    )
    assert "Copy of the plan Format PDF Accessible Nobody has recorded a test." in paper


def test_attachments_of_agendas_are_listed_too() -> None:
    meeting_id, agenda = next(iter(river_valley().agendas.items()))
    item = AgendaItem.model_validate(
        {
            "number": "1",
            "title": "Maps",
            "attachments": [{"file": "map.pdf", "title": "Map", "accessible": "partly", "why_not": "No text."}],
        }
    )
    records = small_with(agendas={meeting_id: agenda.model_copy(update={"items": [item]})})
    told = part(statement_of(records), "Documents")
    assert "Map Why Parts of this document are not accessible. No text. What to use instead Agenda item 1" in told


def test_every_link_of_both_pages_leads_somewhere(stated: Site) -> None:
    for address in ("accessibility/", "accessibility/audit/"):
        for target in links(stated, address).values():
            outside = target.startswith(("https://", "mailto:", "tel:"))
            assert outside or leads_somewhere(stated, target), target


def test_the_report_tells_date_tools_versions_pages_and_results(stated: Site) -> None:
    html = html_of(stated, "accessibility/audit/")
    assert "1 April 2027" in words(html)
    assert part(html, "axe-core").startswith(
        "Version 4.14.1 Looked at Every rule, in light and dark Pages 40 of 40 Result No fault"
    )
    assert "duplicate-id Withdrawn by axe-core" in part(html, "Rules of axe-core that are off")
    assert "/meetings/: Element colour not allowed (html; 2 places)" in part(html, "Faults that Nu found")
    left = part(html, "What Nu leaves for people to decide")
    assert "Is it seen? (9 places on 3 pages) Looked at: It is seen." in left
    assert "Is it heard? (1 place on 1 page) Not looked at yet." in left


def test_what_counts_against_a_site() -> None:
    assert not standing(river_valley()).falls_short
    assert standing(with_documents(SCAN)).falls_short
    assert not standing(with_documents(AFAR)).falls_short
    assert standing(small_with(audit=Audit.model_validate(AUDIT))).falls_short


def test_the_result_of_an_audit_in_words() -> None:
    audit = Audit.model_validate(AUDIT)
    assert say.result(audit) == (
        "They found 1 fault, on 1 page. They left 2 questions for people to decide, 1 not yet answered."
    )
    sound = audit.model_copy(update={"tools": audit.tools[:1]})
    assert say.result(sound) == "They found no fault."
    assert say.tested(sound).startswith("The whole site was last tested on 1 April 2027: 40 pages, with 1 tool. ")
    assert sound.on == date(2027, 4, 1)
