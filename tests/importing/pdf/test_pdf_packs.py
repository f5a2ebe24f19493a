"""The three packs, read from PDF: every line that a reader sees, in order, and every cell, as from Word."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from panelpapers.importing.parts import Part, Source
from panelpapers.importing.pdf.reading import read_here
from panelpapers.importing.word import read_word

PACKS = sorted((Path(__file__).parents[2] / "cases/importing/packs").iterdir())
EACH = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)


@cache
def source_of(pack: Path) -> Source:
    return read_here(pack / f"{pack.name}.pdf")


def lines(parts: tuple[Part, ...]) -> list[list[str]]:
    found = []
    for part in parts:
        rows = {cell.row: [] for cell in part.cells} if part.kind == "table" else {0: part.printed.split()}
        for cell in part.cells:
            rows[cell.row] += cell.text.split()
        found += [rows[row] for row in sorted(rows) if rows[row]]
    return found


@EACH
def test_a_pack_gives_every_line_in_order(pack: Path) -> None:
    source = source_of(pack)
    truth = json.loads((pack / "truth.json").read_text(encoding="utf-8"))

    wanted = (pack / "lines.txt").read_text(encoding="utf-8").splitlines()
    assert lines(source.parts) == [line.split() for line in wanted]
    running = {re.sub(r"(?<=Page )\d+", "#", part.text) for part in source.running if not part.bold}
    assert running == {" ".join(line.split()) for line in truth["running_text"]}
    assert source.withheld == ()


@EACH
def test_numbers_texts_and_tables_are_those_of_word(pack: Path) -> None:
    """What Word counts and what it merges is seen on the page. Of a heading Word says more than its look does."""

    def seen(part: Part) -> tuple[object, ...]:
        cells = [(cell.row, cell.column, cell.rows, cell.columns, cell.text) for cell in part.cells if cell.text]
        return part.number, part.text, part.kind in {"table", "footnote"} and part.kind, cells

    assert [seen(part) for part in source_of(pack).parts] == [
        seen(part) for part in read_word(pack / f"{pack.name}.docx").parts
    ]


@EACH
def test_headings_of_one_style_have_one_level(pack: Path) -> None:
    words = [part for part in read_word(pack / f"{pack.name}.docx").parts if part.kind == "heading" and part.level]
    level = {part.printed: part.level for part in source_of(pack).parts if part.kind == "heading"}
    pairs = {(part.level, level[part.printed]) for part in words}
    assert sorted(pairs) == sorted(pairs, key=lambda pair: pair[1])
