"""A file of a clerk to the tables in it, by what it is; what cannot be read is told in one plain sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ...inspecting.packed import open_package
from ...inspecting.refusing import Refused
from ...reading.decoding import read_bytes
from ..parts import Source
from ..unreadable import Unreadable
from .gathering import Sheets
from .separated import read_separated

MOST_BYTES: Final = 20_000_000
"""How large a file may be."""
ENDINGS: Final = (".xlsx", ".ods", ".csv", ".tsv", ".txt")


def read_sheets(path: Path) -> Source:
    """Read a spreadsheet as a source: for each sheet a heading, where it has a title, and a table.

    Raises ``Unreadable`` for a file that is broken, locked, too large or of another kind, and ``OSError`` where it
    cannot be opened.
    """
    data = read_bytes(path, MOST_BYTES + 1)
    ending = path.suffix.lower()
    if len(data) > MOST_BYTES:
        fix = "Copy the rows that you need into a file of their own."
        raise Unreadable(path.name, f"This file has more than {MOST_BYTES // 1_000_000} million bytes.", fix)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        fix = "Open it, and save it as .xlsx without a password."
        raise Unreadable(path.name, "This is an old Excel file, or one that is locked with a password.", fix)
    if ending not in ENDINGS:
        raise Unreadable(
            path.name,
            f'A name that ends in "{ending}" is not one of a spreadsheet.',
            "Save it as .xlsx, .ods or .csv.",
        )
    sheets = Sheets(path.name)
    try:
        if data.startswith(b"PK"):
            _read_packed(data, sheets)
        elif ending in (".xlsx", ".ods"):
            raise Unreadable(
                path.name, "This is not what its name says.", "Open it and save it as .xlsx, .ods or .csv."
            )
        else:
            read_separated(data, sheets)
    except Refused as refused:
        fix = "Open it, copy the rows that you need into a new file, and save that as .xlsx."
        raise Unreadable(path.name, refused.fault.fact, fix) from refused
    return sheets.source()


def _read_packed(data: bytes, sheets: Sheets) -> None:
    package = open_package(data)
    if "mimetype" in package.names:
        from .open_sheets import read_open_sheets

        read_open_sheets(package, sheets)
    elif "xl/workbook.xml" in package.names:
        try:
            from .excel import read_excel
        except ImportError as missing:
            fix = 'Run: pip install "panel-papers[import]". Or save it as .csv or .ods.'
            raise Unreadable(sheets.name, "What reads Excel files is not installed.", fix) from missing
        read_excel(data, package, sheets)
    else:
        raise Unreadable(sheets.name, "This is no spreadsheet.", "Save it as .xlsx, .ods or .csv.")
