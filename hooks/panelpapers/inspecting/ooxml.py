"""Word documents and Excel workbooks: the XML of their parts, as ECMA-376 names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from ..records.attached import Findings, Hidden
from .links import beside, look_at_links
from .packed import Package, attribute, local_name, open_package, values_of
from .pictures import places_of
from .refusing import another_kind, runs
from .words_of import found, names_of

_TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
_LIST: Final = "[Content_Types].xml"
_PROGRAMS: Final = re.compile(
    r"vbaProject|macroEnabled|macrosheet|intlMacrosheet|activeX|dialogsheet|ms-office\.vba", re.IGNORECASE
)
_CHANGES: Final = tuple(
    f"{{*}}{name}"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange",
        "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "numberingChange", "tblGridChange",
        "tblPrExChange",
    )
)  # fmt: skip


def look_through(data: bytes, ending: str) -> Findings:
    """Look through a Word document or an Excel workbook."""
    package = open_package(data)
    _no_program(package, ending)
    hidden = [*_people(package), *_custom(package), *_embedded(package), *_links(package)]
    hidden += places_of(package.pictures())
    if ending == "docx":
        from .word import look_through_word

        hidden += look_through_word(package)
    else:
        from .excel import look_through_excel

        hidden += look_through_excel(package)
    return Findings(hidden=tuple(hidden))


def _no_program(package: Package, ending: str) -> None:
    """Refuse what is no document of this kind, and one that holds a program (a macro)."""
    if _LIST not in package.names:
        raise another_kind("The file is a compressed folder, and not what its name says.")
    parts = [(attribute(part, "PartName") or "", attribute(part, "ContentType") or "") for part in package.xml(_LIST)]
    types = [kind for _, kind in parts]
    if any(_PROGRAMS.search(named) for named in (*types, *package.names)):
        raise runs("The file holds a program (a macro).", f"Save it as {ending}, without macros.")
    if _TYPES[ending] not in types:
        raise another_kind(f'The file is not what ".{ending}" says.', f"Open it and save it as {ending}.")
    as_xml = {name.lstrip("/") for name, kind in parts if kind.endswith(("+xml", "/xml"))}
    package.also_xml = frozenset(as_xml & set(package.names))


def _people(package: Package) -> Iterator[Hidden]:
    names: list[str] = []
    for part, wanted in (("docProps/core.xml", ("creator", "lastModifiedBy")), ("docProps/app.xml", ("Manager",))):
        if part in package.names:
            names += [element.text for element in package.xml(part) if local_name(element) in wanted and element.text]
    for root in package.roots("people", "personList"):
        names += [value for person in root for value in _values(person, ("author", "displayName"))]
    if any(name.strip() for name in names):
        yield Hidden("authors", names_of(names))


def _values(element: etree._Element, names: tuple[str, ...]) -> Iterator[str]:
    yield from (value for name in names if (value := attribute(element, name)))


def _custom(package: Package) -> Iterator[Hidden]:
    """Tell of fields and data of other programs: names of offices, of matters, of systems."""
    properties = package.xml("docProps/custom.xml") if "docProps/custom.xml" in package.names else ()
    data = [name for name in package.names if re.fullmatch(r"customXml/item\d+\.xml", name)]
    filled = [name for name in data if "".join(package.xml(name).itertext()).strip()]
    yield from found("custom data", len(properties) + len(filled), "field", " of other programs")


def _embedded(package: Package) -> Iterator[Hidden]:
    files = [name for name in package.names if re.search(r"/embeddings/|oleObject|/model/item\.data|\.mht$", name)]
    chunks = [chunk for root in package.roots("document") for chunk in root.iter("{*}altChunk")]
    yield from found("embedded files", len(files) + len(chunks), "file", " within it, such as the table of a chart")


def _links(package: Package) -> Iterator[Hidden]:
    """Look at what the parts are related to outside of the file, and at the drawings of older versions of Word."""
    followed, fetched = (values_of(package.all_roots(), name) for name in ("href", "src"))
    for link in (link for root in package.roots("Relationships") for link in root):
        if (attribute(link, "TargetMode") or "").lower() == "external":
            target = attribute(link, "Target") or ""
            if (attribute(link, "Type") or "").endswith("/hyperlink"):
                followed.append(target)
            else:
                fetched.append(beside(target))
    yield from look_at_links(followed, fetched)


def tracked(roots: list[etree._Element]) -> Iterator[Hidden]:
    """Tell of changes that are tracked in parts of a Word document, with those who made them."""
    changes = [change for root in roots for change in root.iter(*_CHANGES) if "wordprocessingml" in str(change.tag)]
    people = (value for change in changes for value in _values(change, ("author",)))
    yield from found("tracked changes", len(changes), "tracked change", names=people)
