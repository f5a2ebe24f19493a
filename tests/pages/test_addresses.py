"""Addresses are guessable, and links between pages work under any path."""

from __future__ import annotations

import pytest

from panelpapers.pages import addresses
from panelpapers.pages.claims import AddressTwice
from panelpapers.pages.site import File, assemble


def test_the_scheme() -> None:
    assert addresses.paragraph_id("annex", "4 a)") == "annex-paragraph-4-a)"
    assert addresses.recommendation_id("1 (b)") == "recommendation-1-(b)"
    assert addresses.minute("2025-11-17", "921") == "meetings/2025-11-17/minutes/#minute-921"
    assert addresses.minute("2025-11-17", "921-ii") == "meetings/2025-11-17/minutes/#minute-921-ii"
    assert addresses.agenda_item("2026-01-05", "8") == "meetings/2026-01-05/agenda/#item-8"
    assert addresses.paragraph("2026-01-05", "report", None, "28").endswith("/papers/report/#paragraph-28")
    assert addresses.paragraph("2026-01-05", "p", "annex-one", "4.6").endswith("#annex-one-paragraph-4.6")
    assert addresses.early_action("2025-11-17-921-iv") == "actions/#action-2025-11-17-921-iv"
    assert addresses.beside_indicator("file-quality", ".svg") == "indicators/file-quality/file-quality.svg"


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("indicators/#a", "meetings/2026-01-05/", "../../indicators/#a"),
        ("", "meetings/", "../"),
        ("meetings/2026-01-05/", "meetings/", "2026-01-05/"),
        ("meetings/", "meetings/", "./"),
        ("meetings/#past", "meetings/", "#past"),
        ("indicators/x/x.svg", "indicators/x/", "x.svg"),
        ("meetings/", "", "meetings/"),
        ("editors/guide", "editors/guide/", "../guide"),
    ],
)
def test_a_link_from_page_to_page(target: str, page: str, link: str) -> None:
    assert addresses.relative(target, page) == link
    assert addresses.from_root(link, page) == f"/{target}"


@pytest.mark.parametrize(
    ("link", "whole"),
    [
        ("..", "/"),
        (".", "/plan/"),
        ("../../../x", "/x"),
        ("", "/plan/"),
        ("/x/", "/x/"),
        ("//a.example/x", "//a.example/x"),
        ("?q=a/b", "/plan/?q=a/b"),
    ],
)
def test_where_a_link_typed_by_hand_leads(link: str, whole: str) -> None:
    assert addresses.from_root(link, "plan/") == whole


def test_an_address_stands_once() -> None:
    with pytest.raises(AddressTwice):
        assemble([File("a.csv", b"1"), File("a.csv", b"2")])
