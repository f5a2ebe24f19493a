"""Records as sheets, with the headings by which an import knows them: of what is published, and of nothing else."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ...records.actions import ActionUpdate
from ...records.attached import without_formulas
from ...records.attendance import Absence, Presence
from ...records.base import Record
from ...records.fields import typed_fields
from ...records.indicator import SHORTHAND, WITHOUT_FIGURE, Indicator, Point
from ...records.people import Person, Term
from ...records.plan import Rating
from ...records.publication import Records
from .columns import REGISTERS, names_of
from .entries import as_typed, is_typed
from .registers import LISTS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Row = dict[str, str]
_GROUPS: Final = {"source": "title"}
_NUMBER: Final = re.compile(r"-?\d+(?:\.(\d+))?")
_FIGURES: Final = frozenset(("value", "lowest", "highest", "earlier_value"))


class NotWritten(Exception):  # noqa: N818 - said as people say it
    """No sheet was written. The message says why and what to do."""


def sheets_of(records: Records) -> Mapping[str, list[Row]]:
    """Give the rows of each register that has any, by its name; ``records`` are those that may be published."""
    found = {
        "indicators": _indicators(records.indicators),
        "people": _people(records.people.values()),
        "attendance": _attendance(records),
        "actions": _actions(records),
        "ratings": _ratings(records),
    }
    rows = {name: list(rows) for name, rows in found.items()}
    return {name: of for name, of in rows.items() if of}


def _filled(record: Record, names: Iterable[str]) -> Row:
    return {_heading(name): text for name in names if is_typed(record, name) and (text := as_typed(record, name))}


def _heading(name: str) -> str:
    """Give the heading for a field: by ``names_of`` an import knows it again."""
    return name.replace(".", " ").replace("_", " ")


def _names(kind: type[Record], *without: str) -> list[str]:
    names = dict.fromkeys(names_of(kind, **_GROUPS).values())
    return [name for name in names if name not in ("draft", "language", *without)]


def _indicators(indicators: Mapping[str, Indicator]) -> Iterator[Row]:
    of_points = _names(Point, "definition", "source.title")
    of_points = [name for name in of_points if not name.startswith("source.")]
    of_all = [name for name in _names(Indicator) if name not in of_points or name == "definition"]
    for key, indicator in indicators.items():
        about = {"id": key, **_filled(indicator, of_all)}
        for series in indicator.every_series():
            named = {"series": series.name} if indicator.series else {}
            for point in series.points:
                yield {**about, **named, **_point(point, of_points)}


def _point(point: Point, names: list[str]) -> Row:
    """Give a figure; where there is none, the letters of official statistics stand in its place."""
    row = _filled(point, names)
    marks = [status for status in point.statuses if status in WITHOUT_FIGURE]
    return {**row, "value": f"[{SHORTHAND[marks[0]]}]"} if marks and "value" not in row else row


def _people(people: Iterable[Person]) -> Iterator[Row]:
    of_term = _names(Term, "group")
    for person in people:
        about = _filled(person, _names(Person))
        seats = [_filled(term, of_term) for term in person.terms]
        yield from ({**about, **seat} for seat in seats or [{}])


def _attendance(records: Records) -> Iterator[Row]:
    names = [name for name in dict.fromkeys((*_names(Presence), *_names(Absence))) if name != "person"]
    for meeting, minutes in records.minutes.items():
        for listed, words in LISTS.items():
            for entry in getattr(minutes, listed):
                kind: type[Record] = type(entry)
                own = [name for name in names if name in typed_fields(kind)]
                yield {"meeting": meeting, "person": entry.person, "attendance": words, **_filled(entry, own)}


def _actions(records: Records) -> Iterator[Row]:
    for meeting, tracker in records.trackers.items():
        for update in tracker.updates:
            yield {"tracker": meeting, **_filled(update, _names(ActionUpdate))}


def _ratings(records: Records) -> Iterator[Row]:
    for commitment in records.plan.commitments if records.plan else ():
        for rating in commitment.ratings:
            yield {"numbers": ", ".join(map(str, commitment.numbers)), **_filled(rating, _names(Rating))}


def _headings(rows: list[Row]) -> list[str]:
    """Give the headings that any row has, in the order of the form that has most of them."""
    longest = max(rows, key=len)
    return [*dict.fromkeys((*longest, *(name for row in rows for name in row)))]


def _safe(heading: str, text: str) -> str:
    return text if heading.replace(" ", "_") in _FIGURES and _NUMBER.fullmatch(text) else without_formulas(text)


def as_csv(rows: list[Row]) -> bytes:
    """Give a register as CSV in UTF-8 with a mark, by which Excel knows it. No cell begins as a formula."""
    written, headings = io.StringIO(), _headings(rows)
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(headings)
    lines.writerows([_safe(heading, row.get(heading, "")) for heading in headings] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def as_workbook(sheets: Mapping[str, list[Row]]) -> bytes:
    """Give registers as an Excel workbook, a sheet for each; figures are numbers that show as many decimals.

    Raises ``NotWritten`` where what writes such files is not installed.
    """
    try:
        from openpyxl import Workbook  # here, because CSV needs nothing that is not always there
    except ImportError as missing:
        raise NotWritten(
            'What writes Excel files is not installed. Run: pip install "panel-papers[import]".'
        ) from missing
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        _fill(book.create_sheet(name), rows)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(sheet: Worksheet, rows: list[Row]) -> None:
    headings = _headings(rows)
    sheet.append(headings)
    sheet.freeze_panes = "B2"
    for cell in sheet[1]:
        cell.style = "Headline 4"
    for number, row in enumerate(rows, 2):
        for column, heading in enumerate(headings, 1):
            text = row.get(heading, "")
            cell, figure = sheet.cell(number, column), _NUMBER.fullmatch(text)
            if heading.replace(" ", "_") in _FIGURES and figure:
                cell.value = float(text) if figure[1] else int(text)
                cell.number_format = f"0.{'0' * len(figure[1])}" if figure[1] else "0"
            elif text:
                cell.value, cell.data_type = without_formulas(text), "s"


def write_sheets(sheets: Mapping[str, list[Row]], to: Path, only: Iterable[str] = ()) -> dict[Path, int]:
    """Write registers into a folder, as CSV each, or into one file; give the files with the number of their rows.

    Raises ``NotWritten`` where there is nothing to write, or a file is there already, and for another kind of file.
    """
    asked = {name: sheets[name] for name in sheets if name in only or not only}
    if unknown := {*only} - {*REGISTERS}:
        raise NotWritten(f"There is no register {min(unknown)}. Name one of: {', '.join(REGISTERS)}.")
    if not asked:
        raise NotWritten("There is nothing to write: no record of that kind is published.")
    if to.suffix.lower() == ".csv" and len(asked) > 1:
        raise NotWritten(f"A CSV file holds one register. Give --only with one of: {', '.join(asked)}.")
    if to.suffix.lower() not in ("", ".csv", ".xlsx"):
        raise NotWritten(f'"{to.suffix}" cannot be written. Name a folder, or a file that ends in .xlsx or .csv.')
    count = sum(map(len, asked.values()))
    if to.suffix.lower() == ".xlsx":
        files = {to: (as_workbook(asked), count)}
    else:
        alone = to.suffix != ""
        files = {to if alone else to / f"{name}.csv": (as_csv(rows), len(rows)) for name, rows in asked.items()}
    for file in files:
        if file.exists():
            raise NotWritten(f"{file} is there already. Name another, or take it away first.")
    for file, (data, _) in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return {file: rows for file, (_, rows) in files.items()}
