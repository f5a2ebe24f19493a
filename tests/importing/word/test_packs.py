"""The three packs, read from Word: every line that a reader sees, in order, and none that he does not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from panelpapers.importing.parts import Part
from panelpapers.importing.word import read_word
from tests.importing.word.making import lines

PACKS = sorted((Path(__file__).parents[2] / "cases/importing/packs").iterdir())


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_a_pack_gives_every_line_in_order(pack: Path) -> None:
    source = read_word(pack / f"{pack.name}.docx")
    truth = json.loads((pack / "truth.json").read_text(encoding="utf-8"))
    wanted = (pack / "lines.txt").read_text(encoding="utf-8").splitlines()

    assert [line.split() for line in lines(source.parts)] == [line.split() for line in wanted]
    running = {re.sub(r"\d+$", "#", part.printed) if "Page" in part.text else part.printed for part in source.running}
    assert running == {" ".join(line.split()) for line in truth["running_text"]}
    assert source.withheld == ()


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_the_tables_of_papers_are_as_they_were_written(pack: Path) -> None:
    truth = json.loads((pack / "truth.json").read_text(encoding="utf-8"))
    read = [cells_of(part) for part in read_word(pack / f"{pack.name}.docx").parts if part.kind == "table"]
    for paper in truth["papers"]:
        for table in paper["tables"]:
            assert [[cell.split() for cell in row] for row in table["cells"]] in read


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_positions_count_every_part_once_in_the_order_of_reading(pack: Path) -> None:
    source = read_word(pack / f"{pack.name}.docx")

    def positions(part: Part) -> list[int]:
        return [part.position, *(each for cell in part.cells for inner in cell.parts for each in positions(inner))]

    found = [each for part in (*source.parts, *source.running) for each in positions(part)]
    assert found == list(range(len(found)))


def cells_of(table: Part) -> list[list[list[str]]]:
    high = max(cell.row + cell.rows for cell in table.cells)
    wide = max(cell.column + cell.columns for cell in table.cells)
    grid: list[list[list[str]]] = [[[] for _ in range(wide)] for _ in range(high)]
    for cell in table.cells:
        grid[cell.row][cell.column] = cell.text.split()
    return grid
