"""One SQLite file with everything: the registers as tables, every record below them, and views of what is asked.

``record`` has each record and each group within one, with the one that it stands in; a table ``record_…`` for each
kind of group has its fields. What a list holds is in ``listed_value``, and what a field refers to in ``reference``.
The file follows from what is given alone: the same bytes each time, by one version of SQLite.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Final

from ..records.base import Record
from ..records.fields import kinds_within
from ..records.period import Period
from .plain_data import (
    Document,
    Led,
    Placed,
    Shape,
    Target,
    given_fields,
    period_parts,
    plain_in,
    shape_of,
    target_of,
    values_in,
    versions_in,
)
from .registers import IN_SQL, Cell, Column, Register

SCHEMA_VERSION: Final = 1
"""Version of the form of all data. It grows when a name is taken away or means something else, not for a new one."""

_TYPES: Final[Mapping[Shape, str]] = {"number": "REAL", "whole number": "INTEGER", "yes or no": "INTEGER"}

_SQL: Final = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
"""The tables that are there whatever the kinds and registers are, and the views."""
_VIEW: Final = re.compile(r"^-- (.+)\nCREATE VIEW (\w+)", re.MULTILINE)
VIEWS: Final[Mapping[str, str]] = {name: says for says, name in _VIEW.findall(_SQL)}
"""The views, each with what it gives."""


def database(
    about: Mapping[str, str],
    documents: Sequence[tuple[Document, str]],
    registers: Sequence[Register],
    led: Led,
    placed: Placed,
    kinds: Iterable[type[Record]],
) -> bytes:
    """Give the file. ``about`` is what is said of the whole, and each document comes with the language of its texts.

    ``kinds`` are those that documents may be of, so that the tables do not depend on which are there.
    """
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript(f"PRAGMA foreign_keys = OFF; PRAGMA page_size = 1024; {_SQL}")
        _insert(base, "about", sorted(about.items()))
        every = tuple(dict.fromkeys(inner for kind in kinds for inner in kinds_within(kind)))
        tables = _Tables(base, table_names(every), led, placed)
        for kind, name in sorted(tables.names.items(), key=lambda named: named[1]):
            base.execute(f"CREATE TABLE {name} ({', '.join(_columns(kind))}) WITHOUT ROWID")
        for register in registers:
            _put_register(base, register)
        tables.known = {document.name: document for document, _ in documents}
        for document, language in documents:
            tables.put(document, document.record, language, document.name, None, None, None)
        tables.lead()
        base.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        base.commit()
        base.execute("VACUUM")
        return base.serialize()


def table_names(kinds: Iterable[type[Record]]) -> dict[type[Record], str]:
    """Give the table of each kind of group: ``record_agenda_item``. Two of one name have that of their module too."""
    kinds = tuple(kinds)
    counted = Counter(kind.__name__ for kind in kinds)
    return {
        kind: "record_"
        + (f"{kind.__module__.rpartition('.')[2]}_" if counted[kind.__name__] > 1 else "")
        + re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()
        for kind in kinds
    }


@cache
def _single(kind: type[Record]) -> tuple[tuple[str, Shape], ...]:
    """Give the fields of a kind that hold one value, which is no group and no reference."""
    shapes = ((typed, field, shape_of(kind, typed)) for typed, field in given_fields(kind).items())
    return tuple((typed, shape) for typed, field, shape in shapes if not field.many and shape != "group")


def _columns(kind: type[Record]) -> Iterator[str]:
    yield "record TEXT NOT NULL PRIMARY KEY REFERENCES record (record)"
    for typed, shape in _single(kind):
        yield f'"{typed}" {_TYPES.get(shape, "TEXT")}'
        if shape == "period":
            yield from (f'"{typed}_{end}" TEXT' for end in ("start", "end"))


def _put_register(base: sqlite3.Connection, register: Register) -> None:
    columns = [_column(column, register.key) for column in register.columns]
    if register.key:
        columns.append(f"PRIMARY KEY ({', '.join(register.key)})")
    base.execute(f"CREATE TABLE {register.name} ({', '.join(columns)})")
    _insert(base, register.name, register.rows)


def _column(column: Column, key: Sequence[str]) -> str:
    leads = f" REFERENCES {column.of[0]} ({column.of[1]})" if column.of else ""
    return f'"{column.name}" {IN_SQL[column.type]}{" NOT NULL" if column.name in key else ""}{leads}'


def _insert(base: sqlite3.Connection, table: str, rows: Sequence[Sequence[Cell]]) -> None:
    """Put rows into a table of ours.

    What stands twice has its place on the site twice, for which the whole site is refused with words of its own.
    """
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        base.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)  # noqa: S608 - no name is typed


class _Tables:
    """Puts records into their tables, and at the end what each reference leads to."""

    def __init__(self, base: sqlite3.Connection, names: Mapping[type[Record], str], led: Led, placed: Placed) -> None:
        self.base, self.names, self.led, self.placed = base, names, led, placed
        self.known: Mapping[str, Document] = {}
        self.points: dict[tuple[str, str], str] = {}
        """The record of each item and minute by the document that holds it and its key."""
        self.references: list[tuple[str, str, int, Target]] = []

    def put(
        self,
        document: Document,
        record: Record,
        language: str,
        name: str,
        parent: str | None,
        field: str | None,
        position: int | None,
    ) -> None:
        """Put a group of a document and all groups within it. ``parent`` is the name of what it stands in."""
        language, kind = record.language or language, self.names[type(record)]
        url = self.placed(document, record) or None
        of = name, kind.removeprefix("record_"), document.family, "/".join(document.key)
        _insert(self.base, "record", [(*of, parent, field, position, language, url)])
        if key := getattr(record, "key", ""):
            self.points[document.name, str(key)] = name
        row = self._row(document, record, name)
        _insert(self.base, kind, [(name, *row)])
        for typed, at, versions in versions_in(record):
            rows = [(name, typed, at, tag, text) for tag, text in versions.items()]
            _insert(self.base, "language_version", rows)
        for typed, about, values in values_in(record):
            for at, value in enumerate(values):
                if isinstance(value, Record):
                    inner = f"{name}{'' if '#' in name else '#'}/{typed}{f'/{at}' if about.many else ''}"
                    self.put(document, value, language, inner, name, typed, at)

    def _row(self, document: Document, record: Record, name: str) -> list[Cell]:
        """Give the row of a group in the table of its kind, and put what lists hold beside it."""
        kind, row = type(record), dict[str, Cell]()
        for typed, field, values in values_in(record):
            shape = shape_of(kind, typed)
            for at, value in enumerate(values):
                if shape == "reference":
                    self.references.append((name, typed, at, target_of(document, record, field, value)))
                elif isinstance(value, Period):
                    parts = period_parts(value)
                    row |= {
                        typed: parts["name"],
                        f"{typed}_start": parts.get("start"),
                        f"{typed}_end": parts.get("end"),
                    }
                elif field.many and not isinstance(value, Record):
                    listed = name, typed, at, plain_in(shape, value)
                    _insert(self.base, "listed_value", [listed])
                    continue
                if not isinstance(value, Record | Period) and not field.many:
                    row[typed] = plain_in(shape, value)
        ends = {typed: ("", "_start", "_end") if shape == "period" else ("",) for typed, shape in _single(kind)}
        return [row.get(f"{typed}{end}") for typed, several in ends.items() for end in several]

    def lead(self) -> None:
        """Put every reference, with the record that it leads to, if that is there."""
        for name, field, at, target in self.references:
            if target.meeting:
                leads = self.points.get((f"{target.register}/{target.meeting}", target.id))
            else:
                leads = f"{target.register}/{target.id}"
                leads = leads if leads in self.known else None
            of = name, field, at, target.register, target.id, leads, self.led(target) or None
            _insert(self.base, "reference", [of])
