"""The page of short forms says where each is used: in a paper, an agenda, minutes, or by the panel everywhere."""

from __future__ import annotations

from dataclasses import replace

from panelpapers.facts.dossier import Dossier
from panelpapers.pages.notes import abbreviation_pages
from panelpapers.pages.rendering import Renderer
from panelpapers.records.paper import Abbreviation
from panelpapers.records.publication import Records
from tests.pages.reading_pages import words
from tests.river_valley import TEMPLATES, TODAY, river_valley


def with_short_forms() -> Records:
    """Give the small panel with a short form of its own, and one in a paper, an agenda and minutes."""
    records = river_valley()
    assert records.panel
    own = Abbreviation(short="RVP", long="River Valley Police")
    panel = records.panel.model_copy(update={"abbreviations": [own]})
    (key, paper), *_ = records.papers.items()
    of_paper = Abbreviation(short="BRP", long="Bridge Patrol")
    agenda = records.agendas["2027-06-02"]
    items = [agenda.items[0].model_copy(update={"text": "The Dog Unit Register (DUR) is new."}), *agenda.items[1:]]
    return replace(
        records,
        panel=panel,
        papers={**records.papers, key: paper.model_copy(update={"abbreviations": [of_paper]})},
        agendas={**records.agendas, "2027-06-02": agenda.model_copy(update={"items": items})},
    )


def test_where_a_short_form_is_used() -> None:
    records = with_short_forms()
    page = next(abbreviation_pages(Dossier(records), Renderer(TEMPLATES, records, TODAY)))
    text = words(str(page.html))
    assert "RVP" in text
    assert "River Valley Police" in text
    assert '<a href="../">River Valley Police and Crime Panel</a>' in str(page.html)
    assert "Patrols from January to March, 31 March 2027" in text
    assert "Agenda of 2 June 2027" in text
