"""A file of plain text -> the list that every file becomes. Signs of Markdown that converters leave are read."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from .lines import Line, part_of
from .numbers import split_bullet, split_number
from .parts import Cell, Part, Source, in_order
from .tables import add_table
from .unreadable import Unreadable

_MOST_BYTES = 5_000_000
_WIDTHS = range(50, 121)
"""Signs. Where lines are usually longer or shorter nobody broke them: each of them is a paragraph."""
_LINK = re.compile(r"!?\[([^\]]{1,200})\]\([^)\s]{0,200}\)")
_RULE = re.compile(r"\s*([-=_~*])(?:\s*\1){2,}\s*")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_text(path: Path) -> Source:
    """Read a file of plain text. Raises Unreadable, with what to do, for what is none or is too large."""
    if path.stat().st_size > _MOST_BYTES:
        raise Unreadable(path.name, "It holds more text than any meeting has.", "Send it in several files.")
    lines = _decoded(path.name, path.read_bytes()).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reader = _Reader(lines)
    if not reader.parts:
        raise Unreadable(path.name, "It holds no text.", "Ask for it again.")
    positions = count()
    return Source(path.name, tuple(in_order(reader.parts, positions)), tuple(in_order(reader.running, positions)))


def _decoded(name: str, data: bytes) -> str:
    way = next((way for mark, way in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(way)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")  # of Windows, before it had Unicode
    if data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")) or "\0" in text:
        cure = "Give it the name that its kind has, such as .pdf or .docx, or save it as plain text."
        raise Unreadable(name, "It is not plain text.", cure)
    return text


class _Reader:
    """Goes through the lines once. A line goes on with the one before it where it did not fit on it."""

    def __init__(self, lines: list[str]) -> None:
        self.parts: list[Part] = []
        self.running: list[Part] = []
        lengths = sorted(len(line) for line in lines if line.strip() and "\t" not in line.strip())
        usual = lengths[len(lengths) * 95 // 100] if lengths else 0
        self.width = usual if usual in _WIDTHS else 0
        self.page = 1 if any("\f" in line for line in lines) else None
        self.held: list[str] = []
        self.is_bold = False
        self.rows: list[str] = []
        for line in lines:
            self._take(line)
        self._write()

    def _take(self, line: str) -> None:
        if "\f" in line and self.page is not None:
            self._write()
            self.page += line.count("\f")
            line = line.replace("\f", "")
        if not line.strip() or _RULE.fullmatch(line):
            self._write()
        elif "\t" in line.rstrip(" "):
            self._write_held()
            self.rows.append(line)
        else:
            self._write_rows()
            if not self._goes_on(line.strip()):
                self._write_held()
            self.held.append(line.strip())
            self.is_bold ^= line.count("**") % 2 > 0

    def _goes_on(self, line: str) -> bool:
        if not self.held:
            return False
        if self.is_bold:
            return True
        before = self.held[-1]
        if not self.width or len(before) + 1 + len(line.split()[0]) <= self.width:
            return False
        begins = split_bullet(line)[0] or bool(split_number(line)[0])
        return not begins or not before.endswith((".", ":", ";", ",", " and", " or"))

    def _write(self) -> None:
        self._write_held()
        self._write_rows()

    def _write_held(self) -> None:
        text, self.held, self.is_bold = " ".join(self.held), [], False
        if not text:
            return
        made = list(_parts(text, self.page))
        last = self.parts[-1] if self.parts else None
        if last and made and _is_cut(last, made[0]):
            self.parts[-1] = replace(last, text=f"{last.text} {made[0].text}")
        else:
            self.parts += made

    def _write_rows(self) -> None:
        rows, self.rows = self.rows, []
        width = Counter(row.count("\t") for row in rows).most_common(1)
        are_columns = any("\t" in split_number(row.strip())[1] for row in rows)
        if len(rows) > 1 and are_columns and width[0][1] * 2 >= len(rows):
            add_table(self.parts, self.running, _table(rows, self.page))
        else:
            for row in rows:
                self.parts += _parts(row, self.page)


def _is_cut(part: Part, rest: Part) -> bool:
    """Whether the end of a page has cut a paragraph in two, within a sentence."""
    is_open = (
        part.kind in {"paragraph", "entry"}
        and len(part.text) > 60
        and not part.text.endswith((".", ":", ";", "?", "!"))
    )
    return is_open and rest.kind == "paragraph" and rest.text[:1].islower()


def _parts(text: str, page: int | None, in_cell: bool = False) -> Iterator[Part]:
    """Make a part of a paragraph, without the signs of Markdown."""
    text = _LINK.sub(r"\1", text).strip()
    heading = re.match(r"(#{1,6})\s+", text)
    bold = text.startswith("**") and text.endswith("**")
    text = text[heading.end() if heading else 0 :].replace("**", "")
    capitals = not in_cell and text.isupper() and len(re.findall(r"[^\W\d_]{2}", text)) > 0
    outline = len(heading[1]) if heading else 0 if capitals else None
    part = part_of(Line(text, bold, capitals), None, outline, page, in_cell)
    if part:
        yield part


def _table(rows: list[str], page: int | None) -> Part:
    cells = [
        Cell(number, column, tuple(_parts(text, page, in_cell=True)))
        for number, row in enumerate(rows)
        for column, text in enumerate(row.split("\t"))
    ]
    return Part("table", "", 0, page=page, cells=tuple(cells))
