"""A register as tidy rows, and its forms: CSV with its description, and what a Data Package says of it.

Numbers have no commas and no signs, and days are as ISO 8601 has them, so that programs read them as they are. The
names of columns hold letters, digits and low lines alone: https://www.w3.org/TR/tabular-metadata/ asks for that.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from ..records.attached import without_formulas

Cell = str | int | float | bool | None
Type = Literal["string", "integer", "number", "boolean", "date"]

IN_SQL: Final[Mapping[Type, str]] = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "date": "TEXT",
}
"""The types of columns as SQLite has them: it has none for days, and 1 and 0 are yes and no."""
NO_FORMULAS: Final = (
    "An apostrophe stands before a text that begins with a sign, such as = or -, so that no spreadsheet runs it."
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds, of which type, and the register and column whose rows it names."""

    name: str
    says: str
    type: Type = "string"
    of: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """A register. No two rows have the same in the columns ``key``; where that is empty, rows are not told apart."""

    name: str
    title: str
    says: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...] = ()

    def objects(self) -> Iterator[dict[str, Cell]]:
        """Give each row as a map, without what is not known."""
        names = [column.name for column in self.columns]
        for row in self.rows:
            yield {name: value for name, value in zip(names, row, strict=True) if value is not None}


def register_csv(register: Register) -> bytes:
    """Give a register as CSV (RFC 4180), in UTF-8. What is not known is an empty cell."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(column.name for column in register.columns)
    lines.writerows(map(_cell, row) for row in register.rows)
    return written.getvalue().encode("utf-8")


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return without_formulas(value) if isinstance(value, str) else "" if value is None else repr(value)


def register_csvw(register: Register, file: str, licence: str) -> bytes:
    """Describe the CSV file of a register as CSV on the Web asks (https://www.w3.org/TR/tabular-metadata/)."""
    described: dict[str, object] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": file,
        "dc:title": register.title,
        "dc:description": f"{register.says} {NO_FORMULAS}",
        **({"dc:license": {"@id": licence}} if licence else {}),
        "dialect": {"encoding": "utf-8", "header": True},
        "tableSchema": {
            "columns": [
                {
                    "name": column.name,
                    "titles": column.name,
                    "dc:description": column.says,
                    "datatype": column.type,
                    "required": column.name in register.key,
                }
                for column in register.columns
            ],
            **({"primaryKey": [*register.key]} if register.key else {}),
        },
    }
    return as_json(described)


def data_package(
    name: str, title: str, registers: Sequence[Register], licence: Mapping[str, str], home: str
) -> bytes:
    """Give the description of all registers as a Data Package (https://specs.frictionlessdata.io/data-package/).

    Their CSV files lie beside it. ``licence`` has a name or the path of one, or nothing where none is typed.
    """
    package: dict[str, object] = {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        **({"homepage": home} if home else {}),
        **({"licenses": [dict(licence)]} if licence else {}),
        "resources": [_resource(register, {other.name: other for other in registers}) for register in registers],
    }
    return as_json(package)


def _resource(register: Register, known: Mapping[str, Register]) -> dict[str, object]:
    schema: dict[str, object] = {
        "fields": [
            {
                "name": column.name,
                "type": column.type,
                "description": column.says,
                **({"constraints": {"required": True}} if column.name in register.key else {}),
            }
            for column in register.columns
        ],
        "missingValues": [""],
        **({"primaryKey": [*register.key]} if register.key else {}),
    }
    if leads := [
        {"fields": column.name, "reference": {"resource": column.of[0], "fields": column.of[1]}}
        for column in register.columns
        if column.of and column.of[0] in known
    ]:
        schema["foreignKeys"] = leads
    return {
        "profile": "tabular-data-resource",
        "name": register.name,
        "title": register.title,
        "description": f"{register.says} {NO_FORMULAS}",
        "path": f"{register.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": schema,
    }


def as_json(value: object) -> bytes:
    """Give plain data as a JSON file."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
