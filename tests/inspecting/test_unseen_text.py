"""Words that lie open in a file and that nobody sees are found, in each format; what can be seen just so is not."""

from __future__ import annotations

import pytest

from panelpapers.inspecting import inspect
from tests.attached_files import TEXT, docx, ods, odt, pdf, stream, word_part

PICTURE = stream(b"\x00", "/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8")
CLEAR = "/ExtGState << /G1 << /ca 0.05 >> /G2 << /ca 0.06 >> >>"
INK = "/ColorSpace << /Ink [/Separation /Spot /DeviceCMYK 100 0 R] >>"
UNPAINTED = "BT 3 Tr /F1 12 Tf 72 700 Td (The Panel met on Monday) Tj ET"
HALF = "q 595 0 0 {} 0 400 cm /X1 Do Q"
ONE_BY_ONE = "BT /F1 12 Tf 72 700 Td (M) Tj 12 0 Td (e) Tj 8 0 Td (t) Tj ET"
DRAWN = {
    100: b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 66 "
    b"/Widths [1 1] /CharProcs << >> /Encoding << /Differences [65 /A /B] >> >>"
}

SEEN_IN_PDF = {
    "white on the page": ("1 g " + TEXT, False),
    "nearly white": ("0.941 g " + TEXT, False),
    "pale": ("0.939 g " + TEXT, True),
    "white in four inks": ("0 0 0 0 k " + TEXT, False),
    "none of an ink": ("/Ink cs 0 scn " + TEXT, False),
    "some of an ink": ("/Ink cs 1 scn " + TEXT, True),
    "white with a black outline": (f"1 g 0 G {TEXT.replace('BT', 'BT 2 Tr')}", True),
    "a white outline": (f"1 G {TEXT.replace('BT', 'BT 1 Tr')}", False),
    "white, letter by letter": ("1 g " + ONE_BY_ONE, False),
    "black, letter by letter": (ONE_BY_ONE, True),
    "white blanks": ("1 g BT /F1 12 Tf 72 700 Td (....) Tj ET 0 g " + TEXT, True),
    "white on a round ground": ("0 g 60 690 m 200 600 300 600 400 690 c 400 720 l 60 720 l f 1 g " + TEXT, True),
    "white on a thick slanted line": ("40 w 60 690 m 400 720 l S 1 g " + TEXT, True),
    "white on a picture": ("q 300 0 0 90 60 650 cm /X1 Do Q 1 g " + TEXT, True),
    "unpainted": (UNPAINTED, False),
    "unpainted on a small picture": ("q 300 0 0 90 60 650 cm /X1 Do Q " + UNPAINTED, False),
    "unpainted on a scan": (f"{HALF.format(422)} {UNPAINTED}", True),
    "unpainted below a scan": (f"{UNPAINTED} {HALF.format(422)}", True),
    "unpainted on less than a scan": (f"{HALF.format(420)} {UNPAINTED}", False),
    "unpainted on a scan in strips": (f"{HALF.format(150)} {HALF.format(150)} {HALF.format(150)} {UNPAINTED}", True),
    "a hole that nothing shows in": (UNPAINTED.replace("3 Tr", "7 Tr"), False),
    "a hole that a picture shows in": (UNPAINTED.replace("3 Tr", "7 Tr") + " q 300 0 0 90 60 650 cm /X1 Do Q", True),
    "clear as glass": ("/G1 gs " + TEXT, False),
    "nearly clear": ("/G2 gs " + TEXT, True),
    "of 2 points": (TEXT.replace("12 Tf", "2 Tf"), False),
    "of little more": (TEXT.replace("12 Tf", "2.1 Tf"), True),
    "made small by a matrix": (f"q .1 0 0 .1 72 630 cm {TEXT} Q", False),
    "made large by a matrix": ("BT /F1 1 Tf 12 0 0 12 72 700 Tm (The Panel met) Tj ET", True),
    "pressed flat": ("BT /F1 12 Tf 1 0 0 0.1 72 700 Tm (The Panel met) Tj ET", False),
    "pressed narrow": ("BT 10 Tz /F1 12 Tf 72 700 Td (The Panel met) Tj ET", False),
    "a font of drawings": ("BT /F3 12 Tf 72 700 Td (AB) Tj ET", True),
    "right of the page": (TEXT.replace("72 700", "600 700"), False),
    "at the right of the page": (TEXT.replace("72 700", "400 700"), True),
    "below the page": (TEXT.replace("72 700", "72 -6"), False),
    "at the foot of the page": (TEXT.replace("72 700", "72 -4"), True),
    "at the end of a line that leaves the page": ("BT /F1 12 Tf 72 700 Td [(Met) -60000 (secret)] TJ ET", False),
    "where nothing is painted": (f"q 0 0 50 50 re W n {TEXT} Q", False),
    "cut off at its end": (f"q 60 690 60 50 re W n {TEXT} Q", True),
}


@pytest.mark.parametrize("name", SEEN_IN_PDF)
def test_words_of_a_pdf(name: str) -> None:
    program, seen = SEEN_IN_PDF[name]
    resources = f"/XObject << /X1 101 0 R >> {CLEAR} {INK}"
    data = pdf(program, resources=resources, objects={**DRAWN, 101: PICTURE})
    data = data.replace(b"/Font << /F1", b"/Font << /F3 100 0 R /F1") if "/F3" in program else data
    found = inspect(data, "pdf")
    assert [hidden.kind for hidden in found.hidden] == ([] if seen else ["covered text"])


def test_words_that_are_cropped_away_are_not_on_the_page() -> None:
    assert [hidden.kind for hidden in inspect(pdf(page="/CropBox [0 0 595 699]"), "pdf").hidden] == ["covered text"]
    assert inspect(pdf(page="/CropBox [0 0 595 702]"), "pdf").hidden == ()


def run(properties: str, words: str = "secret") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def cell(properties: str, inner: str, style: str = "") -> str:
    row = f"<w:tr><w:tc><w:tcPr>{properties}</w:tcPr><w:p>{inner}</w:p></w:tc></w:tr>"
    return f"<w:tbl><w:tblPr>{style}</w:tblPr>{row}</w:tbl>"


WHITE = '<w:color w:val="FFFFFF"/>'
BLACK = '<w:color w:val="000000"/>'
DARK = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
STYLES = word_part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="Pale"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Paler"><w:basedOn w:val="Pale"/></w:style>'
    f'<w:style w:type="paragraph" w:styleId="Notice"><w:basedOn w:val="Pale"/><w:pPr>{DARK}</w:pPr></w:style>'
    f'<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow"><w:tcPr>{DARK}</w:tcPr></w:tblStylePr>'
    '</w:style><w:style w:type="table" w:styleId="Plain"/>',
)
TINY_BY_DEFAULT = word_part(
    "styles", '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="2"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
BEHIND = '<w:r><w:drawing><wp:anchor xmlns:wp="urn:wp" behindDoc="{}"/></w:drawing></w:r>'
BOX = (
    '<w:p><w:r><s:wsp xmlns:s="urn:wps" xmlns:a="urn:a"><s:spPr>{}</s:spPr><w:txbxContent><w:p>'
    + run(WHITE) + "</w:p></w:txbxContent></s:wsp></w:r></w:p>"
)  # fmt: skip

SEEN_IN_WORD = {
    "white": (run(WHITE), False),
    "nearly white": (run('<w:color w:val="f0f0f0"/>'), False),
    "pale": (run('<w:color w:val="EFEFEF"/>'), True),
    "white of the theme": (run('<w:color w:val="000000" w:themeColor="background1"/>'), False),
    "grey of the theme": (run('<w:color w:val="A6A6A6" w:themeColor="background1" w:themeShade="A6"/>'), True),
    "left to Word": (run('<w:color w:val="auto"/>'), True),
    "white blanks and dots": (run(WHITE, " . "), True),
    "white on a dark shade": (run(WHITE + DARK), True),
    "white on a shade that is none": (run(WHITE + '<w:shd w:val="clear" w:fill="auto"/>'), False),
    "white on a black marker": (run(WHITE + '<w:highlight w:val="black"/>'), True),
    "black on a black marker": (run('<w:color w:val="000000"/><w:highlight w:val="black"/>'), False),
    "left to Word on a black marker": (run('<w:highlight w:val="black"/>'), False),
    "left to Word on a yellow marker": (run('<w:highlight w:val="yellow"/>'), True),
    "left to Word on a black shade": (run('<w:shd w:val="clear" w:fill="000000"/>'), True),
    "as its shade": (run('<w:color w:val="1F3864"/>' + DARK), False),
    "of 2 points": (run('<w:sz w:val="4"/>'), False),
    "of 2.5 points": (run('<w:sz w:val="5"/>'), True),
    "of 1 point in words": (run('<w:sz w:val="1pt"/>'), False),
    "white by a style that is based on another": (f'<w:pPr><w:pStyle w:val="Paler"/></w:pPr>{run("")}', False),
    "white on the dark of its style": (f'<w:pPr><w:pStyle w:val="Notice"/></w:pPr>{run("")}', True),
    "black again in a white style": (f'<w:pPr><w:pStyle w:val="Pale"/></w:pPr>{run(BLACK)}', True),
    "a white mark of a paragraph": (f"<w:pPr><w:rPr>{WHITE}</w:rPr></w:pPr>{run('')}", True),
    "white before a picture behind": (BEHIND.format(1) + run(WHITE), True),
    "white beside a picture": (BEHIND.format(0) + run(WHITE), False),
    "a field in white": (f"<w:r><w:rPr>{WHITE}</w:rPr><w:instrText>PAGE</w:instrText></w:r>", True),
}  # fmt: skip
SEEN_IN_WORD_BODY = {
    "white in a white cell": (cell("", run(WHITE)), False),
    "white in a dark cell": (cell(DARK, run(WHITE)), True),
    "white in a table with a dark row": (cell("", run(WHITE), '<w:tblStyle w:val="Grid"/>'), True),
    "white in a table with lines": (cell("", run(WHITE), '<w:tblStyle w:val="Plain"/>'), False),
    "white in a dark box": (BOX.format('<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'), True),
    "white in a white box": (BOX.format('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'), False),
    "white in a box of the theme": (BOX.format('<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'), False),
    "white in a box without a ground": (BOX.format("<a:noFill/>"), True),
}  # fmt: skip


@pytest.mark.parametrize("name", [*SEEN_IN_WORD, *SEEN_IN_WORD_BODY])
def test_words_of_a_word_document(name: str) -> None:
    body, seen = (
        SEEN_IN_WORD_BODY[name]
        if name in SEEN_IN_WORD_BODY
        else (f"<w:p>{SEEN_IN_WORD[name][0]}</w:p>", SEEN_IN_WORD[name][1])
    )
    found = inspect(docx(body, {"word/styles.xml": STYLES}), "docx")
    assert [hidden.kind for hidden in found.hidden] == ([] if seen else ["hidden text"])


def test_words_that_are_tiny_everywhere_and_in_a_footer() -> None:
    (hidden,) = inspect(docx(parts={"word/styles.xml": TINY_BY_DEFAULT}), "docx").hidden
    assert hidden.what == "1 passage of hidden, tiny or ground-coloured text"
    footer = word_part("ftr", f"<w:p>{run(WHITE)}{run(WHITE)}</w:p>")
    (hidden,) = inspect(docx(parts={"word/footer1.xml": footer}), "docx").hidden
    assert hidden.what == "2 passages of hidden, tiny or ground-coloured text"


def test_white_words_on_dark_pages_of_a_word_document() -> None:
    page = f'</w:body><w:background w:color="1F3864"/><w:body><w:p>{run(WHITE)}</w:p>'
    assert inspect(docx(page), "docx").hidden == ()


def style(name: str, family: str, properties: str, base: str = "") -> str:
    parent = f' style:parent-style-name="{base}"' if base else ""
    return f'<style:style style:name="{name}" style:family="{family}"{parent}>{properties}</style:style>'


def letters(properties: str) -> str:
    return f"<style:text-properties {properties}/>"


PALE = letters('fo:color="#ffffff"')
SPAN = '<text:p>met <text:span text:style-name="T1">secret</text:span></text:p>'
PARAGRAPH = '<text:p text:style-name="P1">secret</text:p>'
SEEN_IN_OPENDOCUMENT = {
    "white": (SPAN, style("T1", "text", PALE), False),
    "pale": (SPAN, style("T1", "text", letters('fo:color="#efefef"')), True),
    "of 2 points": (SPAN, style("T1", "text", letters('fo:font-size="2pt"')), False),
    "of 2.1 points": (SPAN, style("T1", "text", letters('fo:font-size="2.1pt"')), True),
    "of half a millimetre": (SPAN, style("T1", "text", letters('fo:font-size="0.5mm"')), False),
    "of a tenth": (SPAN, style("T1", "text", letters('fo:font-size="10%"')), False),
    "clear as glass": (SPAN, style("T1", "text", letters('fo:opacity="0%"')), False),
    "white by a style below": (
        PARAGRAPH, style("P0", "paragraph", PALE) + style("P1", "paragraph", "", "P0"), False,
    ),
    "left to the program": (
        SPAN, style("T1", "text", letters('fo:color="#ffffff" style:use-window-font-color="true"')), True,
    ),
    "white on dark": (
        SPAN, style("T1", "text", letters('fo:color="#ffffff" fo:background-color="#000080"')), True,
    ),
    "as its ground": (
        SPAN, style("T1", "text", letters('fo:color="#000080" fo:background-color="#000080"')), False,
    ),
    "white on a ground that is clear": (
        SPAN, style("T1", "text", letters('fo:color="#ffffff" fo:background-color="transparent"')), False,
    ),
    "white on a dark paragraph": (
        PARAGRAPH,
        style("P1", "paragraph", f'<style:paragraph-properties fo:background-color="#000"/>{PALE}'),
        True,
    ),
    "white in a dark cell": (
        f'<table:table-row><table:table-cell table:style-name="C1">{SPAN}</table:table-cell></table:table-row>',
        style("C1", "table-cell", '<style:table-cell-properties fo:background-color="#333333"/>')
        + style("T1", "text", PALE),
        True,
    ),
    "white in a dark shape": (
        f'<draw:custom-shape draw:style-name="G1">{SPAN}</draw:custom-shape>',
        style("G1", "graphic", '<style:graphic-properties draw:fill="solid" draw:fill-color="#333333"/>')
        + style("T1", "text", PALE),
        True,
    ),
    "white in a shape without a ground": (
        f'<draw:custom-shape draw:style-name="G1">{SPAN}</draw:custom-shape>',
        style("G1", "graphic", '<style:graphic-properties draw:fill="none" draw:fill-color="#333333"/>')
        + style("T1", "text", PALE),
        False,
    ),
    "white where a picture lies behind": (
        SPAN,
        style("T1", "text", PALE)
        + style("G1", "graphic", '<style:graphic-properties style:run-through="background"/>'),
        True,
    ),
    "white on dark pages": (
        SPAN,
        style("T1", "text", PALE)
        + '<style:page-layout><style:page-layout-properties fo:background-color="#333333"/></style:page-layout>',
        True,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SEEN_IN_OPENDOCUMENT)
def test_words_of_an_opendocument(name: str) -> None:
    body, styles, seen = SEEN_IN_OPENDOCUMENT[name]
    found = inspect(odt(body, styles), "odt")
    assert [hidden.kind for hidden in found.hidden] == ([] if seen else ["hidden text"])


def test_a_white_cell_of_an_opendocument_spreadsheet() -> None:
    sheet = (
        '<table:table><table:table-row><table:table-cell table:style-name="C1"><text:p>5</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    assert [hidden.kind for hidden in inspect(ods(sheet, style("C1", "table-cell", PALE)), "ods").hidden] == [
        "hidden text"
    ]
    shown_when = PALE + '<style:map style:condition="value()&gt;9" style:apply-style-name="C2"/>'
    assert inspect(ods(sheet, style("C1", "table-cell", shown_when)), "ods").hidden == ()
