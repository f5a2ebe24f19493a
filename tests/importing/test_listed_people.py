"""Who is listed at the head of minutes: by a sign at the names, in columns, and in tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import pytest

from panelpapers.importing.lines import Line, part_of
from panelpapers.importing.parts import Cell, Part, in_order
from panelpapers.importing.rules.listing import listed_in


def _read(text: str) -> Part:
    part = part_of(Line(text), None, None, None, in_cell=False)
    assert part
    return part


def _table(*rows: Sequence[str]) -> Part:
    cells = (
        Cell(row, column, tuple(map(_read, filter(None, text.split("\n")))))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return Part("table", "", 0, cells=tuple(cells))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ["Members (* = present)", "* Cr Ann Ash", "Cr Bo Birch", "*Cr Cy Cole"],
            ["present Ann Ash", "present Cy Cole"],
        ),
        (
            ["Membership:", _table(("Ann Ash *", "Bo Birch"), ("Cy Cole", "Di Dean *")), "* Denotes member present"],
            ["present Ann Ash", "present Di Dean"],
        ),
        (["Present:", "Cr Ann Ash†", "Cr Bo Birch", "† apologies"], ["apologies Ann Ash", "present Bo Birch"]),
        (
            ["Present:", "Ann Ash\tBo Birch\tCy Cole", "In attendance:", "Di Dean\tHead of Finance"],
            ["present Ann Ash", "present Bo Birch", "present Cy Cole", "also_present Di Dean"],
        ),
        (["Present:", "Councillor A Ash Councillor B Birch"], ["present A Ash", "present B Birch"]),
        (
            [_table(("Present:", "Ann Ash (Chair)\nBo Birch"), ("Apologies:", "Cy Cole"))],
            ["present Ann Ash", "present Bo Birch", "apologies Cy Cole"],
        ),
        (["Present:", "Ann Ash (substitute for Cllr. Birch)"], ["present Ann Ash"]),
        (
            ["Present:", _table(("Ann Ash", "Liberal Democrat"), ("Bo Birch", "North Ward"))],
            ["present Ann Ash", "present Bo Birch"],
        ),
    ],
)
def test_people_stand_in_the_list_that_the_head_of_minutes_gives_them(
    lines: list[str | Part], told: list[str]
) -> None:
    parts = [_read("Minutes"), *(line if isinstance(line, Part) else _read(line) for line in lines)]
    listed = listed_in([*in_order(parts, count())])

    assert [f"{entry.list} {entry.name.text}" for entry in listed.entries] == told
