"""A page with one of everything as each form: each word in its order, and in the element that it stands in."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import page as page_validation
import pypdf
import pytest
from lxml import html

from panelpapers.packs.book import book
from panelpapers.packs.finished import Finished, read_page
from panelpapers.packs.lacking import lacking
from panelpapers.packs.one_file import one_file
from tests.packs import reading_packs as read

if told := lacking("pdf"):
    pytest.skip(told, allow_module_level=True)
from panelpapers.packs.printed import printed

TEMPLATES = Path(__file__).parents[2] / "theme_overrides"
DAY = date(2027, 1, 9)
AROUND = [("P", "Anedition.Address:meetings/2027-01-05/whole/")]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    return read_page(*read.site_of(tmp_path_factory.mktemp("site")))


@pytest.fixture(scope="module")
def pdf(page: Finished) -> bytes:
    return printed(page, TEMPLATES, "pdf")


def test_one_html_file_has_the_page_and_needs_no_other(page: Finished) -> None:
    text = one_file(page, TEMPLATES).decode("utf-8")
    main = html.document_fromstring(text).find(".//main")
    assert main is not None
    assert read.words(str(main.text_content())) == read.words_of_main(read.BY_HAND)
    assert [element.tag for element in main.iter()] == [
        element.tag for element in html.fromstring(read.BY_HAND).iter() if element.tag not in ("picture", "source")
    ]
    assert [*main.xpath("(.//a)[1]/@href"), *main.xpath(".//img/@alt")] == [
        "https://body.example/meetings/2027-01-05/",
        "Visits rose to 94.",
    ]
    assert str(main.xpath(".//img/@src")[0]).startswith("data:image/svg+xml;base64,")
    assert "<details open" in text
    assert "Not in any form" not in text
    assert "<script" not in text
    assert "http" not in text.replace("https://body.example/", "").replace("http-equiv", "")


def test_a_link_of_a_site_whose_address_nobody_knows_is_only_words(tmp_path: Path) -> None:
    page = read_page(*read.site_of(tmp_path, home=""))
    assert [link.get("href") for link in page.main.iter("a")] == [None, "#minutes"]


def test_a_pdf_tells_each_word_in_the_element_that_it_stands_in(pdf: bytes) -> None:
    told = read.tagged(pdf)
    assert told.passages == [*AROUND, *read.passages_of_main(read.BY_HAND)]
    assert {role: told.roles[role] for role in ("L", "LI", "P", "TR", "TH", "TD", "Table", "Figure", "Link")} == {
        "L": 6,
        "LI": 9,
        "P": 9,
        "TR": 45,
        "TH": 46,
        "TD": 44,
        "Table": 1,
        "Figure": 1,
        "Link": 2,
    }, "what goes on on the next sheet is the same element"
    assert told.scopes == {"/Column": 2, "/Row": 44}
    assert told.languages == {"•Ffyrdd": "cy"}


def test_a_pdf_is_drawn_in_the_order_of_its_words(pdf: bytes) -> None:
    drawn = read.text_in_order(pdf).replace("•", "").replace("◦", "").replace("1.First", "First")
    assert drawn.replace("2.Second", "Second") == f"{AROUND[0][1]}{read.words_of_main(read.BY_HAND)}"


def test_a_pdf_has_a_bookmark_for_each_heading_and_keeps_the_rules(pdf: bytes) -> None:
    assert read.bookmarks(pdf) == read.headings(read.BY_HAND)
    report = page_validation.validate_pdf_bytes(pdf, profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures
    assert str(pypdf.PdfReader(io.BytesIO(pdf)).root_object["/Lang"]) == "en-GB"


def test_large_print_has_nothing_smaller_than_18_point(page: Finished, pdf: bytes) -> None:
    large = printed(page, TEMPLATES, "large")
    assert read.smallest_letters(large) == pytest.approx(18, abs=0.01)
    assert read.smallest_letters(pdf) == pytest.approx(11, abs=0.01)
    assert read.tagged(large).passages == read.tagged(pdf).passages


def test_a_book_has_the_page_in_chapters(page: Finished) -> None:
    texts, files = read.read_book(book(page, TEMPLATES, DAY))
    assert read.words("".join("".join(text.itertext()) for text in texts)) == read.words_of_main(read.BY_HAND)
    assert [text.find(".//{*}h2").text for text in texts[1:]] == ["Agenda", "Minutes"]
    tags = [element.tag.rpartition("}")[2] for text in texts for element in text.iter()]
    for tag in ("h1", "h2", "h3", "li", "dt", "dd", "th", "td", "caption", "img", "p"):
        assert tags.count(tag) == read.BY_HAND.count(f"<{tag}>") + read.BY_HAND.count(f"<{tag} "), tag
    links = [link.get("href") for text in texts for link in text.iter("{*}a")]
    assert links == ["https://body.example/meetings/2027-01-05/", "part-3.xhtml#minutes"]
    package = files["book/package.opf"].decode()
    assert ">alternativeText<" in package
    assert "<dc:language>en-GB</dc:language>" in package
    contents = files["book/contents.xhtml"].decode()
    assert [title for title in ("Agenda", "Item 1: Apologies", "Minutes") if f">{title}</a>" not in contents] == []


def test_the_same_page_gives_the_same_bytes(page: Finished, pdf: bytes) -> None:
    assert printed(page, TEMPLATES, "pdf") == pdf
    assert book(page, TEMPLATES, DAY) == book(page, TEMPLATES, DAY)
    assert one_file(page, TEMPLATES) == one_file(page, TEMPLATES)
