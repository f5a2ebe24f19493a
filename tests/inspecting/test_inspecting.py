"""What a file holds unseen is found, and a clean twin of it stays clean. Each case is one small real file."""

from __future__ import annotations

import zlib

import pytest

from panelpapers.inspecting import inspect
from tests.attached_files import (
    TEXT,
    core,
    docx,
    exif,
    jpg,
    ods,
    odt,
    pdf,
    png,
    relations,
    stream,
    word_part,
    xlsx,
)

BLACK_BOX = "0 0 0 rg 100 695 120 16 re f"
FORM = "/XObject << /X1 100 0 R >>"
STATES = "/ExtGState << /G1 << /ca 0.4 >> /G2 << /BM /Multiply >> >>"
PICTURE = {
    100: stream(
        b"\x00", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
}
ANNOTS = "/Annots [{}]"
NOTE = "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Is this right?) /T (Ann Lee) >>"

PLACED = jpg((0xE1, b"Exif\0\0" + exif(gps=True)))
HIDDEN = {
    # Word
    "a Word document with an author": (
        docx(parts={"docProps/core.xml": core("Ann Lee", "Bo Ray")}),
        "docx",
        {"authors"},
    ),
    "a Word document with a comment": (
        docx(parts={"word/comments.xml": word_part("comments", '<w:comment w:author="Ann Lee" w:id="1"/>')}),
        "docx",
        {"comments"},
    ),
    "a comment in a part of another name": (
        docx(parts={"word/remarks7.xml": word_part("comments", '<w:comment w:author="Ann Lee" w:id="1"/>')}),
        "docx",
        {"comments"},
    ),
    "a comment under another ending": (
        docx(
            parts={"word/c.dat": word_part("comments", '<w:comment w:id="1"/>')},
            types='<Override PartName="/word/c.dat" ContentType="application/vnd.x.comments+xml"/>',
        ),
        "docx",
        {"comments"},
    ),
    "an insertion that is tracked": (
        docx('<w:p><w:ins w:author="Ann Lee"><w:r><w:t>not</w:t></w:r></w:ins></w:p>'),
        "docx",
        {"tracked changes"},
    ),
    "a deletion in a footer": (
        docx(
            parts={
                "word/footer1.xml": word_part(
                    "ftr", '<w:p><w:del w:author="A"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>'
                )
            }
        ),
        "docx",
        {"tracked changes"},
    ),
    "hidden text": (
        docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"),
        "docx",
        {"hidden text"},
    ),
    "hidden text by a style that is based on another": (
        docx(
            '<w:p><w:r><w:rPr><w:rStyle w:val="b"/></w:rPr><w:t>secret</w:t></w:r></w:p>',
            {
                "word/styles.xml": word_part(
                    "styles",
                    '<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
                    '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
                )
            },
        ),
        "docx",
        {"hidden text"},
    ),
    "the workbook behind a chart": (docx(parts={"word/embeddings/Book1.xlsx": xlsx()}), "docx", {"embedded files"}),
    "a photo with its place in a document": (
        docx(parts={"word/media/image1.jpeg": jpg((0xE1, b"Exif\0\0" + exif(gps=True)))}),
        "docx",
        {"location"},
    ),
    "a template on somebody's computer": (
        docx(
            parts={
                "word/_rels/settings.xml.rels": relations(
                    ("attachedTemplate", "file:///C:/Users/alee/N.dotm", "External")
                )
            }
        ),
        "docx",
        {"linked files"},
    ),
    "data of another program": (
        docx(parts={"customXml/item1.xml": "<p><case>12345</case></p>"}),
        "docx",
        {"custom data"},
    ),
    # Excel
    "a hidden sheet": (
        xlsx(sheets='<sheet name="A"/><sheet name="B" state="veryHidden"/>'),
        "xlsx",
        {"hidden cells"},
    ),
    "a hidden row": (
        xlsx('<sheetData><row r="2" hidden="1"><c r="A2"><v>5</v></c></row></sheetData>'),
        "xlsx",
        {"hidden cells"},
    ),
    "a row without height": (
        xlsx('<sheetData><row r="2" ht="0"><c r="A2"><v>5</v></c></row></sheetData>'),
        "xlsx",
        {"hidden cells"},
    ),
    "a hidden column": (
        xlsx(
            '<cols><col min="27" max="28" hidden="1"/></cols>'
            '<sheetData><row><c r="AB1"><v>5</v></c></row></sheetData>'
        ),
        "xlsx",
        {"hidden cells"},
    ),
    "a hidden column of cells without names": (
        xlsx(
            '<cols><col min="2" max="2" hidden="true"/></cols><sheetData><row><c/><c><v>5</v></c></row></sheetData>'
        ),
        "xlsx",
        {"hidden cells"},
    ),
    "the source of a pivot table": (
        xlsx(parts={"xl/pivotCache/pivotCacheRecords1.xml": "<pivotCacheRecords><r/></pivotCacheRecords>"}),
        "xlsx",
        {"hidden cells"},
    ),
    "a remark on a cell": (
        xlsx(
            parts={
                "xl/comments1.xml": "<comments><authors><author>Ann Lee</author></authors>"
                "<commentList><comment/></commentList></comments>"
            }
        ),
        "xlsx",
        {"comments"},
    ),
    "values of another workbook": (
        xlsx(parts={"xl/externalLinks/externalLink1.xml": "<externalLink/>"}),
        "xlsx",
        {"linked files"},
    ),
    # OpenDocument
    "an author in an OpenDocument": (
        odt(meta="<meta:initial-creator>Ann Lee</meta:initial-creator>"),
        "odt",
        {"authors"},
    ),
    "a comment in an OpenDocument": (
        odt("<text:p>a<office:annotation><dc:creator>Ann Lee</dc:creator></office:annotation></text:p>"),
        "odt",
        {"comments"},
    ),
    "a tracked change in an OpenDocument": (
        odt("<text:tracked-changes><text:changed-region/></text:tracked-changes>"),
        "odt",
        {"tracked changes"},
    ),
    "hidden text in an OpenDocument": (
        odt(
            '<text:p>a<text:span text:style-name="T1">secret</text:span></text:p>',
            '<style:style style:name="T1" style:family="text">'
            '<style:text-properties text:display="none"/></style:style>',
        ),
        "odt",
        {"hidden text"},
    ),
    "a hidden section": (
        odt('<text:section text:display="none"><text:p>x</text:p></text:section>'),
        "odt",
        {"hidden text"},
    ),
    "a hidden sheet in an OpenDocument": (
        ods(
            '<table:table table:style-name="ta1"><table:table-row/></table:table>',
            '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>',
        ),
        "ods",
        {"hidden cells"},
    ),
    "a filtered row": (
        ods(
            '<table:table><table:table-row table:visibility="filter">'
            "<table:table-cell><text:p>5</text:p></table:table-cell></table:table-row></table:table>"
        ),
        "ods",
        {"hidden cells"},
    ),
    "a hidden column in an OpenDocument": (
        ods(
            '<table:table><table:table-column table:number-columns-repeated="2"/>'
            '<table:table-column table:visibility="collapse"/>'
            '<table:table-row><table:table-cell table:number-columns-repeated="2"/>'
            "<table:table-cell><text:p>5</text:p></table:table-cell></table:table-row></table:table>"
        ),
        "ods",
        {"hidden cells"},
    ),
    "a table within a text": (
        odt(
            manifest='<m:file-entry m:full-path="Object 1/" '
            'm:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        ),
        "odt",
        {"embedded files"},
    ),
    # Pictures
    **{
        f"a photo with its place in a PDF, packed as {filters}": (
            pdf(objects={100: stream(packed, f"/Type /XObject /Subtype /Image /Filter {filters}")}),
            "pdf",
            {"location"},
        )
        for filters, packed in {
            "[/DCTDecode]": PLACED,
            "[/FlateDecode /DCTDecode]": zlib.compress(PLACED),
        }.items()
    },
    "a photo with its place": (jpg((0xE1, b"Exif\0\0" + exif(gps=True))), "jpg", {"location"}),
    "a photo with a camera's number": (
        jpg((0xE1, b"Exif\0\0" + exif(camera=((0xA431, 9),)))),
        "jpg",
        {"photo details"},
    ),
    "a photo with a small copy": (jpg((0xE1, b"Exif\0\0" + exif((0x0112, 1), small=True))), "jpg", {"photo details"}),
    "a photo with an artist": (jpg((0xE1, b"Exif\0\0" + exif((0x013B, 9)))), "jpg", {"authors"}),
    "a photo with a description": (
        jpg((0xE1, b'http://ns.adobe.com/xap/1.0/\0<x xmlns:e="e" e:GPSLatitude="52,28N"/>')),
        "jpg",
        {"location"},
    ),
    "a photo with a remark": (jpg((0xFE, b"Taken at number 12")), "jpg", {"photo details"}),
    "a photo with a second one": (jpg((0xE2, b"MPF\0")), "jpg", {"embedded files"}),
    "a PNG with its place": (png((b"eXIf", exif(gps=True))), "png", {"location"}),
    "a PNG with an author": (png((b"tEXt", b"Author\0Ann Lee")), "png", {"authors"}),
    "a PNG with a packed description": (
        png((b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(b"<x><creator>Ann Lee</creator></x>"))),
        "png",
        {"authors"},
    ),
    # PDF
    "a PDF with an author": (pdf(info="/Author (Ann Lee)"), "pdf", {"authors"}),
    "a PDF with an author in its description": (
        pdf(
            catalog="/Metadata 100 0 R",
            objects={100: stream(b"<x><creator>Ann Lee</creator></x>", "/Type /Metadata /Subtype /XML")},
        ),
        "pdf",
        {"authors"},
    ),
    "a PDF with a note": (pdf(page=ANNOTS.format(NOTE)), "pdf", {"authors", "comments"}),
    "a PDF with a note that no page has": (pdf(objects={100: NOTE.encode()}), "pdf", {"authors", "comments"}),
    "a PDF with a photo with its place": (
        pdf(
            objects={
                100: stream(
                    jpg((0xE1, b"Exif\0\0" + exif(gps=True))), "/Type /XObject /Subtype /Image /Filter /DCTDecode"
                )
            }
        ),
        "pdf",
        {"location"},
    ),
    "a PDF with a file within": (
        pdf(objects={100: b"<< /Type /Filespec /F (a.xlsx) /EF << /F 101 0 R >> >>"}),
        "pdf",
        {"embedded files"},
    ),
    "a PDF with a field": (pdf(objects={100: b"<< /FT /Tx /T (Name) /V (Ann Lee) >>"}), "pdf", {"form fields"}),
    "a PDF with a layer that is off": (
        pdf(
            catalog="/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] >> >>",
            objects={100: b"<< /Type /OCG /Name (Draft) >>"},
        ),
        "pdf",
        {"hidden text"},
    ),
    "a PDF with layers that are off until somebody turns them on": (
        pdf(
            catalog="/OCProperties << /OCGs [100 0 R] /D << /BaseState /OFF >> >>", objects={100: b"<< /Type /OCG >>"}
        ),
        "pdf",
        {"hidden text"},
    ),
    "a remark that is written on the page and hidden": (
        pdf(page=ANNOTS.format("<< /Subtype /FreeText /Rect [0 0 9 9] /Contents (Is it?) /F 2 >>")),
        "pdf",
        {"comments"},
    ),
    "a PDF that was added to": (pdf(end=pdf()[9:]), "pdf", {"earlier versions"}),
    "a mark for redaction": (
        pdf(page=ANNOTS.format("<< /Subtype /Redact /Rect [0 0 9 9] >>")),
        "pdf",
        {"covered text"},
    ),
    "a black box over words": (pdf(f"{TEXT} {BLACK_BOX}"), "pdf", {"covered text"}),
    "a white box over words": (pdf(f"{TEXT} 1 g 100 695 120 16 re f"), "pdf", {"covered text"}),
    "a box over one word in the middle of a line": (pdf(f"{TEXT} 0 g 128 695 20 16 re f"), "pdf", {"covered text"}),
    "a box that is drawn as four lines": (
        pdf(f"{TEXT} 0 g 100 695 m 220 695 l 220 711 l 100 711 l h f*"),
        "pdf",
        {"covered text"},
    ),
    "a thick line over words": (pdf(f"{TEXT} 14 w 100 704 m 220 704 l S"), "pdf", {"covered text"}),
    "a picture over words": (
        pdf(f"{TEXT} q 120 0 0 16 100 695 cm /X1 Do Q", resources=FORM, objects=PICTURE),
        "pdf",
        {"covered text"},
    ),
    "a box in a program of its own": (
        pdf(
            f"{TEXT} q 1 0 0 1 100 695 cm /X1 Do Q",
            resources=FORM,
            objects={100: stream(b"0 g 0 0 120 16 re f", "/Type /XObject /Subtype /Form /BBox [0 0 200 200]")},
        ),
        "pdf",
        {"covered text"},
    ),
    "a box that lies on the page as a remark": (
        pdf(page=ANNOTS.format("<< /Subtype /Square /Rect [100 695 220 711] /IC [0 0 0] >>")),
        "pdf",
        {"covered text"},
    ),
    "words as black as their ground": (pdf(f"{BLACK_BOX} {TEXT}"), "pdf", {"covered text"}),
    "words below a scan, under a box": (
        pdf(f"BT 3 Tr /F1 12 Tf 72 700 Td (The Panel met) Tj ET {BLACK_BOX}"),
        "pdf",
        {"covered text"},
    ),
    "letters that are moved one by one": (
        pdf(f"BT /F1 12 Tf 1 0 0 1 72 700 Tm [(T) -20 (he Pan) 15 (el met on Monday)] TJ ET {BLACK_BOX}"),
        "pdf",
        {"covered text"},
    ),
    "a box in a page that is turned": (
        pdf("q 0 1 -1 0 500 100 cm BT /F1 12 Tf 72 200 Td (The Panel met on Monday) Tj ET 0 g 90 195 120 16 re f Q"),
        "pdf",
        {"covered text"},
    ),
}

CLEAN = {
    # Word
    "a Word document": (docx(), "docx"),
    "nobody is named": (docx(parts={"docProps/core.xml": core()}), "docx"),
    "numbers of editing sessions": (
        docx('<w:p w:rsidR="00A1"><w:r w:rsidRPr="00B2"><w:t>The Panel met.</w:t></w:r></w:p>'),
        "docx",
    ),
    "text that is not hidden any more": (
        docx('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>open</w:t></w:r></w:p>'),
        "docx",
    ),
    "a hidden mark of an index": (
        docx('<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:instrText>XE "crime"</w:instrText></w:r></w:p>'),
        "docx",
    ),
    "a style that hides and that nothing uses": (
        docx(
            parts={
                "word/styles.xml": word_part("styles", '<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>')
            }
        ),
        "docx",
    ),
    "a list of comments that is empty": (docx(parts={"word/comments.xml": word_part("comments", "")}), "docx"),
    "a link to a website": (
        docx(parts={"word/_rels/document.xml.rels": relations(("hyperlink", "https://example.org/", "External"))}),
        "docx",
    ),
    "a photo in a document that says which side is up": (
        docx(parts={"word/media/image1.jpg": jpg((0xE1, b"Exif\0\0" + exif((0x0112, 6))))}),
        "docx",
    ),
    "a picture in a document that is broken": (docx(parts={"word/media/image1.png": b"x"}), "docx"),
    "sources that are empty": (docx(parts={"customXml/item1.xml": "<Sources/>"}), "docx"),
    # Excel
    "a workbook": (xlsx(), "xlsx"),
    "hidden rows and columns with nothing in them": (
        xlsx(
            '<cols><col min="3" max="16384" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>5</v></c></row>'
            '<row r="9" hidden="1"><c r="A9" s="1"/></row></sheetData>'
        ),
        "xlsx",
    ),
    # OpenDocument
    "an OpenDocument text": (odt(), "odt"),
    "an OpenDocument with a chart": (
        odt(
            manifest='<m:file-entry m:full-path="Object 1/" m:media-type="application/vnd.oasis.opendocument.chart"/>'
        ),
        "odt",
    ),
    "an OpenDocument spreadsheet": (ods(), "ods"),
    "tracking that is on, with no change": (odt("<text:tracked-changes/>"), "odt"),
    "a list of scripts that is empty": (ods("<office:scripts/><table:table/>"), "ods"),
    # Tables, pictures
    "a table": (
        b'Force,Year,Rate\r\n"West, East",2025,-13.5\r\nNorth,2025,- none\r\nSouth,+44 121 496 0000,<5\r\n',
        "csv",
    ),
    "a table with a mark at its beginning": ("\ufeffForce;Rate\nNord;5\n".encode(), "csv"),
    "a photo that says which side is up": (jpg((0xE1, b"Exif\0\0" + exif((0x0112, 6), (0x011A, 72)))), "jpg"),
    "a PNG that says which program wrote it": (png((b"tEXt", b"Software\0Paint")), "png"),
    "a PNG with colours": (png((b"gAMA", b"\0\0\xb1\x8f"), (b"pHYs", b"\0" * 9)), "png"),
    # PDF
    "a PDF": (pdf(), "pdf"),
    "a PDF with a link": (
        pdf(page=ANNOTS.format("<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org) >> >>")),
        "pdf",
    ),
    "a PDF that opens at its first page": (pdf(catalog="/OpenAction << /S /GoTo /D [10 0 R /Fit] >>"), "pdf"),
    "words on a grey ground": (pdf(f"0.9 g 60 690 300 30 re f 0 g {TEXT}"), "pdf"),
    "white words on a dark ground": (pdf(f"0 0 0.4 rg 60 690 300 30 re f 1 g {TEXT}"), "pdf"),
    "words that are underlined": (pdf(f"{TEXT} 0 g 72 697 150 0.7 re f"), "pdf"),
    "words that are crossed out": (pdf(f"{TEXT} 0 g 72 703.5 150 0.8 re f"), "pdf"),
    "words in a frame": (pdf(f"{TEXT} 60 690 300 30 re S"), "pdf"),
    "words in a frame that is filled": (pdf(f"{TEXT} 60 690 300 30 re 62 692 296 26 re f*"), "pdf"),
    "a remark that is written on the page": (
        pdf(page=ANNOTS.format("<< /Subtype /FreeText /Rect [0 0 9 9] /Contents (It is) /F 4 >>")),
        "pdf",
    ),
    "a box beside words": (pdf(f"{TEXT} 0 g 300 695 120 16 re f"), "pdf"),
    "a box below words": (pdf(f"{TEXT} 0 g 72 670 200 20 re f"), "pdf"),
    "a highlighter over words": (pdf(f"{TEXT} /G1 gs 1 1 0 rg 70 695 200 16 re f", resources=STATES), "pdf"),
    "a marker that mixes with words": (pdf(f"{TEXT} /G2 gs 1 1 0 rg 70 695 200 16 re f", resources=STATES), "pdf"),
    "a box that is cut off before it is filled": (pdf(f"{TEXT} q 0 0 50 50 re W n 0 g 0 0 595 842 re f Q"), "pdf"),
    "a page that is white first": (pdf(f"1 g 0 0 595 842 re f 0 g {TEXT}"), "pdf"),
    "a scan with its words below it": (
        pdf(f"{TEXT} q 595 0 0 842 0 0 cm /X1 Do Q", resources=FORM, objects=PICTURE),
        "pdf",
    ),
    "a box that is restored away": (pdf("q 1 0 0 1 0 -500 cm " + TEXT + " Q 0 g 100 695 120 16 re f"), "pdf"),
    "an operator that is wrong": (pdf(f"1 2 re (x) cm 5 Tf {TEXT}"), "pdf"),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_hidden_is_found(name: str) -> None:
    data, ending, kinds = HIDDEN[name]
    found = inspect(data, ending)
    assert found.faults == ()
    assert {one.kind for one in found.hidden} == kinds


@pytest.mark.parametrize("name", CLEAN)
def test_what_is_clean_stays_clean(name: str) -> None:
    found = inspect(*CLEAN[name])
    assert found.faults == ()
    assert found.hidden == ()
    assert found.left_out is None


def test_names_are_told_and_cut() -> None:
    names = core("Ann Lee", "::error::x\n##[stop-commands]" + "y" * 500)
    (hidden,) = inspect(docx(parts={"docProps/core.xml": names}), "docx").hidden
    assert hidden.what.startswith("the names Ann Lee, error")
    assert not {":", "#", "[", "\n"} & set(hidden.what)
    assert len(hidden.what) < 80


def test_the_words_under_a_box_are_not_told() -> None:
    (hidden,) = inspect(pdf(f"{TEXT} {BLACK_BOX}"), "pdf").hidden
    assert hidden.what == "text on page 1 that cannot be seen, by its place, size or colour"


def test_pages_and_tags() -> None:
    assert inspect(pdf(TEXT, TEXT), "pdf").pages == 2
    assert inspect(pdf(), "pdf").tagged
    assert inspect(pdf(catalog=""), "pdf").tagged is False
    assert inspect(pdf(catalog="/MarkInfo << /Marked true >>"), "pdf").tagged is False


def test_what_is_looked_for_has_its_own_name_space() -> None:
    """An insertion of another vocabulary is no tracked change."""
    assert inspect(docx('<w:p><m:del xmlns:m="urn:other"/></w:p>'), "docx").hidden == ()
