"""Packs read by programs that did not write them: what a PDF tells a screen reader, and what stands in a book."""

from __future__ import annotations

import ctypes
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree, html

Passages = list[tuple[str, str]]
"""Words with the elements around them: ``("L LI LBody P", "Twowords")``, without spaces, which a line may end at."""

_DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>"""

BY_HAND = """<main id="main" class="page md-typeset" tabindex="-1">
<div class="opening"><h1>Whole meeting of 5 January 2027</h1>
<p class="lead">All of the <a href="../">meeting</a>, and <a href="#minutes">its minutes</a>.</p></div>
<div class="text"><section class="whole-part" id="agenda" aria-labelledby="agenda-title">
<h2 id="agenda-title">Agenda</h2>
<ol class="business"><li><h3>Item 1: Apologies</h3><p>Two came late &amp; one left.</p>
<dl class="facts"><div><dt>About when</dt><dd>2pm</dd></div><div><dt>Asked</dt><dd>note</dd><dd>agree</dd></div></dl>
</li></ol>
<ol><li>First step</li><li><p>Second step</p></li></ol>
<ul><li>Roads<ul><li>Kerbs</li></ul></li><li lang="cy">Ffyrdd</li></ul>
<div class="paragraph"><p>4.1</p><div><p>A long paragraph. {long}</p></div></div>
<table class="data"><caption>Visits</caption>
<thead><tr><th scope="col">Year</th><th scope="col">Visits</th></tr></thead>
<tbody>{rows}</tbody></table>
<picture><source media="screen and (max-width: 45rem)" srcset="../../../chart-narrow.svg">
<img src="../../../chart.svg" alt="Visits rose to 94." width="40" height="20"></picture>
<details><summary>More of it</summary><p>Folded up.</p></details></section>
<section class="whole-part" id="minutes" aria-labelledby="minutes-title"><h2 id="minutes-title">Minutes</h2>
<dl><dt>Quorum</dt><dd>Three members.</dd></dl></section></div>
</main>""".format(
    long="These are the words of it, which go on for more than one sheet. " * 90,
    rows="".join(f'<tr><th scope="row">{year}</th><td>{year - 1900}</td></tr>' for year in range(1950, 1994)),
)
"""A page with one of everything; its paragraph and its table are longer than a sheet."""


def site_of(folder: Path, main: str = BY_HAND, home: str = "https://body.example/") -> tuple[Path, str]:
    """Write a site of one whole meeting, as it is when it was built, and give its folder and the page's address."""
    address = "meetings/2027-01-05/whole/"
    site = folder / "site"
    (site / address).mkdir(parents=True)
    (site / "assets").mkdir()
    (site / "assets" / "panel.css").write_text("main { color: #000 }", encoding="utf-8")
    (site / "chart.svg").write_text(_DRAWING, encoding="utf-8")
    (site / "index.html").write_text("", encoding="utf-8")
    canonical = f'<link rel="canonical" href="{home}{address}">' if home else ""
    (site / address / "index.html").write_text(
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Whole meeting – Body</title>'
        f'<meta property="og:site_name" content="Body"><meta property="og:title" content="Whole meeting">{canonical}'
        f'</head><body><section class="only-print page"><p>An edition.</p><p>Address: {address}</p><p>More.</p>'
        f"</section>"
        f"{main}<footer><p>Not in any form.</p></footer></body></html>",
        encoding="utf-8",
    )
    return site, address


def words(text: str) -> str:
    """Give a text without spaces, which lines may end at."""
    return re.sub(r"\s", "", text)


def words_of_main(main: str) -> str:
    """Give all words of a ``<main>``."""
    return words(str(html.fromstring(main).text_content()))


_ROLES = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "li": "LI LBody",
    "p": "P",
    "summary": "P",
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "dt": "LI Lbl",
    "dd": "LI LBody",
    "blockquote": "BlockQuote",
}
_PASSED_OVER = {"Document", "Part", "Sect", "Div", "Span", "Link"}


def passages_of_main(main: str) -> Passages:
    """Give the words of a ``<main>`` with the elements that are around them, as a PDF calls these."""

    def walk(element: Any, around: str) -> Iterator[tuple[str, str]]:
        inside = f"{around} {_ROLES.get(element.tag, '')}".strip()
        if element.tag == "img":
            yield f"{inside} Figure".strip(), words(element.get("alt"))
        yield inside, words(element.text or "")
        for child in element:
            yield from walk(child, inside)
            yield inside, words(child.tail or "")

    return _joined(walk(html.fromstring(main), ""))


def _joined(passages: Iterator[tuple[str, str]]) -> Passages:
    joined: Passages = []
    for around, text in passages:
        if text and joined and joined[-1][0] == around:
            joined[-1] = around, joined[-1][1] + text
        elif text:
            joined.append((around, text))
    return joined


@dataclass
class Tagged:
    """What the tags of a PDF say: the words with the elements around them, and these counted, in their languages."""

    passages: Passages = field(default_factory=list)
    roles: Counter[str] = field(default_factory=Counter)
    languages: dict[str, str] = field(default_factory=dict)
    scopes: Counter[str] = field(default_factory=Counter)


def tagged(content: bytes) -> Tagged:
    """Read the structure of a PDF with pypdf, and the words of each part of it with pdfium."""
    marked = list(_marked(content))
    reader = pypdf.PdfReader(io.BytesIO(content))
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    told = Tagged()

    def walk(node: Any, around: str, page: int | None) -> Iterator[tuple[str, str]]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, int):
            yield around, marked[page or 0][int(node)]
            return
        at = pages[node.raw_get("/Pg").idnum] if "/Pg" in node else page
        if node.get("/Type") in ("/MCR", "/OBJR"):
            if "/MCID" in node:
                yield around, marked[at or 0][int(node["/MCID"])]
            return
        role = str(node["/S"])[1:]
        inside = around if role in _PASSED_OVER else f"{around} {role}".strip()
        told.roles[role] += 1
        if role == "TH":
            told.scopes[str(node["/A"]["/Scope"])] += 1
        kids = node["/K"]
        found = [passage for kid in kids for passage in walk(kid, inside, at)]
        if "/Lang" in node:
            told.languages["".join(text for _, text in found)] = str(node["/Lang"])
        if role == "Figure":
            found = [(inside, words(str(node["/Alt"])))]
        yield from found

    root: Any = reader.trailer["/Root"]
    signs = re.compile(r"[•◦▪]|\d+\.")
    found = [
        (around, text)
        for kid in root["/StructTreeRoot"]["/K"]
        for around, text in walk(kid, "", None)
        if not (around.endswith("LI Lbl") and signs.fullmatch(text))
    ]
    told.passages = _joined(iter(found))
    return told


def _marked(content: bytes) -> Iterator[dict[int, str]]:
    """Give the words of each page by the number of the stretch that they are marked as."""
    for page in pypdfium2.PdfDocument(content):
        text_page = page.get_textpage()
        found: dict[int, str] = {}
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            number = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
            length = pdfium.FPDFTextObj_GetText(item.raw, text_page.raw, None, 0)
            signs = ctypes.create_string_buffer(length)
            pdfium.FPDFTextObj_GetText(
                item.raw, text_page.raw, ctypes.cast(signs, ctypes.POINTER(ctypes.c_ushort)), length
            )
            text = _hyphens_told(words(signs.raw[:length].decode("utf-16-le").rstrip("\0")))
            found[number] = found.get(number, "") + text
        yield {**dict.fromkeys(range(len(found) + 500), ""), **found}


def text_in_order(content: bytes) -> str:
    """Give the words of a PDF in the order in which they are drawn, as a program without tags finds them."""
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    return _hyphens_told(words("".join(re.sub(r"Page \d+ of \d+\s*$", "", text) for text in pages)))


def _hyphens_told(text: str) -> str:
    """Give a text with the hyphens that pdfium, where a line ends at one, gives as signs of its own."""
    return re.sub("[\x02\ufffe]", "-", text)


def smallest_letters(content: bytes) -> float:
    """Give the size of the smallest letters in a PDF, in points."""
    sizes = []
    for page in pypdfium2.PdfDocument(content):
        text_page = page.get_textpage()
        matrix = pdfium.FS_MATRIX()
        for number in range(text_page.count_chars()):
            if chr(pdfium.FPDFText_GetUnicode(text_page.raw, number)).isalnum():
                pdfium.FPDFText_GetMatrix(text_page.raw, number, matrix)
                sizes.append(abs(matrix.d) * pdfium.FPDFText_GetFontSize(text_page.raw, number))
    return float(min(sizes))


def bookmarks(content: bytes) -> list[str]:
    """Give the titles of the bookmarks of a PDF, in order."""

    def walk(entries: list[Any]) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry)
            else:
                yield str(entry.title)

    return list(walk(pypdf.PdfReader(io.BytesIO(content)).outline))


def headings(main: str) -> list[str]:
    """Give the headings of a ``<main>``, in order."""
    found = html.fromstring(main).xpath("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
    return [" ".join(str(heading.text_content()).split()) for heading in found]


def read_book(content: bytes) -> tuple[list[Any], dict[str, bytes]]:
    """Give the texts of a book in the order in which they are read, but for its contents, and all its files."""
    packed = zipfile.ZipFile(io.BytesIO(content))
    files = {name: packed.read(name) for name in packed.namelist()}
    package = etree.fromstring(files["book/package.opf"])
    where = {item.get("id"): item.get("href") for item in package.iterfind(".//{*}item")}
    order = [where[item.get("idref")] for item in package.iterfind(".//{*}itemref")][1:]
    return [etree.fromstring(files[f"book/{file}"]).find("{*}body") for file in order], files
