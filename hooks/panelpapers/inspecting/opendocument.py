"""OpenDocument texts and spreadsheets: what the XML of their parts, as OASIS names it, holds unseen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml import etree

from ..records.attached import Findings, Hidden
from .formulas import look_at_formulas
from .links import look_at_links
from .open_text import unseen_words
from .packed import Package, attribute, open_package, values_of
from .pictures import places_of
from .refusing import another_kind, runs, unreadable
from .sight import UNSEEN
from .words_of import counted, found, names_of

_TYPES: Final = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
_OWN_PARTS: Final = (
    "application/vnd.oasis.opendocument.chart", "application/vnd.oasis.opendocument.formula",
    "application/vnd.oasis.opendocument.graphics", "application/vnd.sun.xml.ui",
)  # fmt: skip
"""What is part of the document itself: charts, formulas, drawings, and how the program shows its buttons."""


def look_through(data: bytes, ending: str) -> Findings:
    """Look through an OpenDocument text or spreadsheet."""
    package = open_package(data)
    if "mimetype" not in package.names or package.read("mimetype").strip() != _TYPES[ending]:
        raise another_kind(f'The file is not what ".{ending}" says.', f"Open it and save it as {ending}.")
    entries = [entry for root in package.roots("manifest") for entry in root.iter("{*}file-entry")]
    if any(True for entry in entries for _ in entry.iter("{*}encryption-data")):
        raise unreadable("The file is locked with a password.", "Save it without a password.")
    if any(name.startswith(("Basic/", "Scripts/")) for name in package.names):
        raise runs("The file holds a program (a macro).", f"Save it as {ending}, without macros.")
    roots = package.roots("document-content", "document-styles")
    hidden = (
        *places_of(package.pictures()),
        *_people(package),
        *_marks(roots),
        *found("hidden text", unseen_words(roots), *UNSEEN),
        *_links(package, roots),
        *_cells(roots),
        *_embedded(package, entries),
    )
    return Findings(hidden=hidden)


def _links(package: Package, roots: list[etree._Element]) -> Iterator[Hidden]:
    """Look at links and formulas. Raises ``Refused`` for a program, and for what is fetched from elsewhere."""
    programs = ("{*}event-listener", "{*}library-embedded", "{*}dde-connection-decl", "{*}dde-source", "{*}dde-link")
    scripts = [
        script for root in roots for script in root.iter("{*}script") if _filled(script) or attribute(script, "href")
    ]
    if scripts or any(True for root in roots for _ in root.iter(*programs)):
        fix = "Take out macros, buttons with actions, and links to other programs."
        raise runs("The file starts a program when somebody uses it.", fix)
    linked = [*roots, *(reload for root in package.roots("document-meta") for reload in root.iter("{*}auto-reload"))]
    every = values_of(linked, "href")
    followed = [attribute(link, "href") or "" for root in roots for link in root.iter("{*}a")]
    yield from look_at_links(followed, (Counter(every) - Counter(followed)).elements())
    yield from look_at_formulas(values_of(roots, "formula", "expression", "condition"))


def _people(package: Package) -> Iterator[Hidden]:
    names: list[str] = []
    fields = 0
    for root in package.roots("document-meta"):
        names += [
            person.text for person in root.iter("{*}initial-creator", "{*}creator", "{*}printed-by") if person.text
        ]
        fields += sum(bool((field.text or "").strip()) for field in root.iter("{*}user-defined"))
    if any(name.strip() for name in names):
        yield Hidden("authors", names_of(names))
    yield from found("custom data", fields, "field", " of other programs")


def _marks(roots: list[etree._Element]) -> Iterator[Hidden]:
    comments = [comment for root in roots for comment in root.iter("{*}annotation")]
    people = (author.text or "" for comment in comments for author in comment.iter("{*}creator"))
    yield from found("comments", len(comments), "comment", names=people)
    lists = [changed for root in roots for changed in root.iter("{*}tracked-changes")]
    people = (author.text or "" for changed in lists for author in changed.iter("{*}creator"))
    yield from found("tracked changes", sum(map(len, lists)), "tracked change", names=people)


def _cells(roots: list[etree._Element]) -> Iterator[Hidden]:
    properties = [about for root in roots for about in root.iter("{*}table-properties")]
    hidden = [about.getparent() for about in properties if attribute(about, "display") == "false"]
    styles = {attribute(style, "name") for style in hidden if style is not None}
    tables = [table for root in roots for table in root.iter("{*}table")]
    sheets = sum(attribute(table, "style-name") in styles for table in tables)
    rows = sum(_out_of_sight(row) and _filled(row) for table in tables for row in table.iter("{*}table-row"))
    columns = sum(_hidden_columns(table) for table in tables)
    counts = ((sheets, "hidden sheet"), (rows, "hidden row"), (columns, "hidden column"))
    if told := [counted(number, what) for number, what in counts if number]:
        yield Hidden("hidden cells", " and ".join(told))


def _out_of_sight(element: etree._Element) -> bool:
    return attribute(element, "visibility") in ("collapse", "filter")


def _filled(element: etree._Element) -> bool:
    return bool("".join(element.itertext()).strip())


def _hidden_columns(table: etree._Element) -> int:
    """Count the columns of a table that are hidden and have something in one of their cells."""
    spans = [(at, end) for column, at, end in _places(table, "{*}table-column") if _out_of_sight(column)]
    rows = table.iter("{*}table-row") if spans else ()
    cells = (place for row in rows for place in _places(row, "{*}table-cell", "{*}covered-table-cell"))
    filled = {at for cell, at, _ in cells if _filled(cell)}
    return sum(any(first <= number < last for first, last in spans) for number in filled)


def _places(parent: etree._Element, *names: str) -> Iterator[tuple[etree._Element, int, int]]:
    """Give columns or cells with where each begins and ends: one can stand for several."""
    at = 0
    for element in parent.iter(*names):
        times = attribute(element, "number-columns-repeated") or "1"
        end = at + (int(times) if times.isdecimal() and len(times) < 8 else 1)
        yield element, at, end
        at = end


def _embedded(package: Package, entries: list[etree._Element]) -> Iterator[Hidden]:
    """Tell of files within the file."""
    inner = [entry for entry in entries if (attribute(entry, "full-path") or "").rstrip("/")]
    kinds = [attribute(entry, "media-type") or "" for entry in inner]
    files = sum(kind.startswith("application/vnd.") and not kind.startswith(_OWN_PARTS) for kind in kinds)
    yield from found("embedded files", files, "file", " within it")
    if any(name.startswith("Versions/") or name == "VersionList.xml" for name in package.names):
        yield Hidden("earlier versions", "earlier versions of itself")
