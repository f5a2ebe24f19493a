"""Links that run something are refused wherever they stand, files of a computer are told, and the web is neither."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from panelpapers.inspecting import inspect
from panelpapers.inspecting.links import kind_of
from tests.attached_files import docx, ods, odt, pdf, relations, xlsx

KINDS = {
    "web": [
        "https://example.org/a",
        " HTTP://example.org",
        "mailto:clerk@example.org",
        "tel:+441214960000",
        "fax:1",
        "callto:1",
    ],
    "inside": [
        "",
        "#part",
        "Pictures/1.png",
        "report.docx",
        "/page",
        "localhost:8000",
        "www.example.org:8080/a",
        "\\l",
    ],
    "nowhere": ["cid:image001.png@01D0", "about:blank"],
    "computer": ["file:///C:/Users/alee/a.xlsx", "FILE:a.ods", "c:\\a.xlsx", "file://localhost/a", "../a.ods"],
    "server": ["\\\\server\\share\\a", "//server/a", "file://server/a", "file:///\\\\server\\a", "smb://server/a"],
    "active": [
        "javascript:alert(1)",
        "JavaScript:1",
        "java\tscript:alert(1)",
        "\u00a0javascript:x",
        "vbscript:x",
        "data:text/html,x",
        "ms-word:ofe|u|https://example.org/a.docx",
        "search-ms:query=a",
        "shell:startup",
        "unheard-of:a",
    ],
}


@pytest.mark.parametrize(
    ("kind", "target"), [(kind, target) for kind, targets in KINDS.items() for target in targets]
)
def test_where_a_link_leads(kind: str, target: str) -> None:
    assert kind_of(target) == kind


def escaped(target: str) -> str:
    return target.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def field(instruction: str) -> str:
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{text(instruction)}{END}</w:p>'


def text(instruction: str) -> str:
    return f"<w:r><w:instrText>{escaped(instruction)}</w:instrText></w:r>"


END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
RELATIONS = "word/_rels/document.xml.rels"
VML = "urn:schemas-microsoft-com:vml"
FOLLOWED: dict[str, Callable[[str], tuple[bytes, str]]] = {
    "a link of a PDF": lambda target: (
        pdf(page=f"/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI ({target}) >> >>]"),
        "pdf",
    ),
    "a bookmark of a PDF": lambda target: (
        pdf(objects={100: f"<< /Title (a) /A << /S /URI /URI <{target.encode('utf-16').hex()}> >> >>".encode()}),
        "pdf",
    ),
    "what all links of a PDF begin with": lambda target: (pdf(catalog=f"/URI << /Base ({target}) >>"), "pdf"),
    "a link of a Word document": lambda target: (
        docx(parts={RELATIONS: relations(("hyperlink", escaped(target), "External"))}),
        "docx",
    ),
    "a field of a Word document": lambda target: (docx(field(f'HYPERLINK \\o "Note: see" "{target}"')), "docx"),
    "a simple field": lambda target: (
        docx(f'<w:p><w:fldSimple w:instr="{escaped(f"HYPERLINK {target}")}"/></w:p>'),
        "docx",
    ),
    "an old drawing": lambda target: (docx(f'<v:shape xmlns:v="{VML}" href="{escaped(target)}"/>'), "docx"),
    "a link of a workbook": lambda target: (
        xlsx(parts={"xl/worksheets/_rels/sheet1.xml.rels": relations(("hyperlink", escaped(target), "External"))}),
        "xlsx",
    ),
    "a formula of a workbook": lambda target: (xlsx(cell_with(f'HYPERLINK("{target}","here")')), "xlsx"),
    "a formula in pieces": lambda target: (xlsx(cell_with(f'HYPERLINK("{target[:3]}"&"{target[3:]}")')), "xlsx"),
    "a link of an OpenDocument": lambda target: (
        odt(f'<text:p><text:a xlink:href="{escaped(target)}"/></text:p>'),
        "odt",
    ),
    "a drawing of an OpenDocument": lambda target: (odt(f'<draw:a xlink:href="{escaped(target)}"/>'), "odt"),
    "a formula of an OpenDocument": lambda target: (
        ods(f'<table:table-cell table:formula="of:=HYPERLINK(&quot;{escaped(target)}&quot;)"/>'),
        "ods",
    ),
}


def cell_with(formula: str) -> str:
    return f'<sheetData><row r="1"><c r="A1"><f>{escaped(formula)}</f><v>5</v></c></row></sheetData>'


@pytest.mark.parametrize("name", FOLLOWED)
def test_links_that_somebody_follows(name: str) -> None:
    make = FOLLOWED[name]
    web = inspect(*make("https://example.org/a"))
    assert (web.hidden, web.faults) == ((), ())
    assert [fault.code for fault in inspect(*make("javascript:alert")).faults] == ["runs-something"]
    (hidden,) = inspect(*make("file:///C:/Users/alee/a.xlsx")).hidden
    assert (hidden.kind, hidden.what) == ("linked files", "the names of 1 file on somebody's computer")


FETCHED: dict[str, Callable[[str], tuple[bytes, str]]] = {
    "a template": lambda target: (
        docx(parts={"word/_rels/settings.xml.rels": relations(("attachedTemplate", target, "External"))}),
        "docx",
    ),
    "a picture in a field": lambda target: (docx(field(f'INCLUDEPICTURE "{target}" \\* MERGEFORMAT \\d')), "docx"),
    "a text in a field": lambda target: (docx(field(f'INCLUDETEXT "{target}"')), "docx"),
    "a table in a field": lambda target: (docx(field(f'LINK Excel.Sheet.12 "{target}" Sheet1!R1C1 \\a')), "docx"),
    "a field within another": lambda target: (
        docx(
            f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{text("IF 1 ")}'
            f"{field(f'INCLUDEPICTURE {target}')[5:-6]}{END}</w:p>"
        ),
        "docx",
    ),
    "a picture in an old drawing": lambda target: (
        docx(f'<v:shape xmlns:v="{VML}"><v:imagedata src="{target}"/></v:shape>'),
        "docx",
    ),
    "another workbook": lambda target: (
        xlsx(parts={"xl/externalLinks/_rels/e.xml.rels": relations(("externalLinkPath", target, "External"))}),
        "xlsx",
    ),
    "a reference to another workbook": lambda target: (xlsx(cell_with(f"SUM('{target}'!A1)")), "xlsx"),
    "a name for another workbook": lambda target: (
        xlsx(sheets=f"<sheet name='A'/><definedNames><definedName>'{target}'!A1</definedName></definedNames>"),
        "xlsx",
    ),
    "a picture of an OpenDocument": lambda target: (odt(f'<draw:image xlink:href="{target}"/>'), "odt"),
    "the ground of an OpenDocument": lambda target: (
        odt(styles=f'<style:style><style:background-image xlink:href="{target}"/></style:style>'),
        "odt",
    ),
    "a section of an OpenDocument": lambda target: (odt(f'<text:section-source xlink:href="{target}"/>'), "odt"),
    "a page that is loaded again": lambda target: (odt(meta=f'<meta:auto-reload xlink:href="{target}"/>'), "odt"),
    "a sheet of another file": lambda target: (
        ods(f'<table:table><table:table-source xlink:href="{target}"/></table:table>'),
        "ods",
    ),
    "a formula with another file": lambda target: (
        ods(f"<table:table-cell table:formula=\"of:=['{target}'#$A.A1]\"/>"),
        "ods",
    ),
}


@pytest.mark.parametrize("name", FETCHED)
def test_what_is_fetched_when_a_file_is_opened(name: str) -> None:
    make = FETCHED[name]
    for target in ("https://example.org/a", "file://server/a"):
        assert [fault.code for fault in inspect(*make(target)).faults] == ["runs-something"]
    found = inspect(*make("file:///C:/Users/alee/a"))
    assert (found.faults, {hidden.kind for hidden in found.hidden}) == ((), {"linked files"})


def test_what_lies_beside_the_file() -> None:
    beside = {
        "a template": docx(
            parts={"word/_rels/settings.xml.rels": relations(("attachedTemplate", "a.dotx", "External"))}
        ),
        "a field": docx(field('INCLUDETEXT "a.docx"')),
    }
    assert {name: inspect(data, "docx").hidden[0].kind for name, data in beside.items()} == dict.fromkeys(
        beside, "linked files"
    )
    assert inspect(docx(field('INCLUDEPICTURE "cid:image001.png@01D0" \\* MERGEFORMATINET')), "docx").hidden == ()
    assert inspect(docx(field('HYPERLINK \\l "_Toc1" PAGEREF _Toc1 \\h')), "docx").hidden == ()


def test_a_second_field_of_a_paragraph_that_starts_a_program() -> None:
    first = field('HYPERLINK "https://example.org/"').removesuffix("</w:p>")
    second = field("dde cmd a b").removeprefix("<w:p>")
    assert [fault.code for fault in inspect(docx(first + second), "docx").faults] == ["runs-something"]


FETCHING = [
    'WEBSERVICE("https://example.org/?"&A1)',
    "_xlfn.WEBSERVICE(A1)",
    'IFERROR(__xludf.DUMMYFUNCTION("IMPORTDATA(""a"")"),5)',
    "importxml(A1, A2)",
    "IMPORTRANGE (A1)",
    '_xlfn.IMAGE("https://example.org/a.png")',
    'RTD("a",,"b")',
    'DDE("a";"b";"c")',
    'CALL("a","b")',
    "REGISTER.ID(A1)",
]
HARMLESS = [
    "SUM(A1:A9)",
    'IF(A1="","Please CALL (0121)",1)',
    "IMPORTED(A1)",
    "MYIMAGE(A1)",
    "'Q1 2025'!A1",
    "FILTERXML(A1,A2)",
    'CONCATENATE("javascript:","note")',
    "'West & East'!B2&\"file:\"",
    '__xludf.DUMMYFUNCTION("FILTER(A:A)")',
]


@pytest.mark.parametrize("formula", [*FETCHING, *HARMLESS])
def test_formulas(formula: str) -> None:
    faults = ["runs-something"] if formula in FETCHING else []
    found = inspect(xlsx(cell_with(formula)), "xlsx")
    assert ([fault.code for fault in found.faults], found.hidden) == (faults, ())
    sheet = ods(f'<table:table-cell table:formula="of:={escaped(formula)}"/>')
    assert [fault.code for fault in inspect(sheet, "ods").faults] == faults


@pytest.mark.parametrize("place", ["formula", "formula1", "definedName", "calculatedColumnFormula"])
def test_formulas_of_a_workbook_elsewhere_than_in_cells(place: str) -> None:
    part = {"xl/any.xml": f"<x><{place}>WEBSERVICE(A1)</{place}></x>"}
    assert [fault.code for fault in inspect(xlsx(parts=part), "xlsx").faults] == ["runs-something"]


def test_what_openoffice_leaves_in_every_file_is_nothing_hidden() -> None:
    buttons = '<m:file-entry m:full-path="Configurations2/" m:media-type="application/vnd.sun.xml.ui.configuration"/>'
    assert inspect(odt(manifest=buttons), "odt").hidden == ()
    assert inspect(docx(parts={"word/empty.xml": ""}), "docx").faults == ()
