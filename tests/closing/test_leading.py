"""Links of finished pages led to files: what a browser opens from a folder of the disk."""

from __future__ import annotations

import pytest

from panelpapers.closing.folder import without_answer
from panelpapers.closing.leading import LeadsNowhere, led_to_files, to_file

FILES: tuple[str, ...] = ("index.html", "about/index.html", "meetings/index.html", "meetings/2027-01-05/index.html")
FILES += ("meetings/2027-01-05/agenda/index.html", "meetings/2027-01-05/plan b.pdf", "feed.xml", "assets/panel.css")
AGENDA = "meetings/2027-01-05/agenda/"


@pytest.mark.parametrize(
    ("link", "led"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("./", "index.html"),
        (".", "index.html"),
        ("./#item-8", "index.html#item-8"),
        ("#item-8", "#item-8"),
        ("../../../", "../../../index.html"),
        ("../../", "../../index.html"),
        ("../../#later", "../../index.html#later"),
        ("../../../about/?q=a#b", "../../../about/index.html?q=a#b"),
        ("../../../about", "../../../about/index.html"),
        ("../../../feed.xml", "../../../feed.xml"),
        ("../plan%20b.pdf", "../plan%20b.pdf"),
        ("/about/", "../../../about/index.html"),
        ("/papers/about/", "../../../about/index.html"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("//example.org/a/", "//example.org/a/"),
        ("mailto:clerk@example.org", "mailto:clerk@example.org"),
        ("", ""),
    ],
)
def test_a_link_to_a_page_leads_to_its_file(link: str, led: str) -> None:
    assert to_file(link, AGENDA, FILES, "/papers/" if link.startswith("/papers") else "/") == led


def test_a_link_to_no_file_is_told_with_its_page() -> None:
    with pytest.raises(
        LeadsNowhere, match=r'The page "about/" leads to "\.\./gone/", which is no file of the site\.'
    ):
        to_file("../gone/", "about/", FILES)


def test_each_link_of_a_page_is_led_and_nothing_else_of_it_changes() -> None:
    page = (
        '<meta http-equiv="refresh" content="0; url=../meetings/">\n<link href="../assets/panel.css">\n'
        '<a class="x" href="../meetings/2027-01-05/agenda/#item-8" data-address="/meetings/">A &gt; B</a>\n'
        '<form action="../"><p>It says href="../" and &lt;a href="../"&gt; here.</p></form>'
    )
    assert led_to_files(page, "about/", FILES) == (
        '<meta http-equiv="refresh" content="0; url=../meetings/index.html">\n<link href="../assets/panel.css">\n'
        '<a class="x" href="../meetings/2027-01-05/agenda/index.html#item-8" data-address="/meetings/">A &gt; B</a>\n'
        '<form action="../index.html"><p>It says href="../" and &lt;a href="../"&gt; here.</p></form>'
    )


def test_an_address_answers_where_its_file_and_its_place_are_there() -> None:
    files = {"a/index.html": b'<p id="one">1</p><p>id="two"</p>', "b.csv": b"1"}
    asked = ["a/", "a/#one", "a/#two", "b.csv", "c/", "a/index.html", f"sha256:{'0' * 64}"]
    assert [*without_answer(asked, files)] == ["a/#two", "c/"]
