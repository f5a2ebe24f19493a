"""A check takes as long as there is to read: twice as many entries cost twice as much, and no more.

Calls of functions are counted and not seconds, so that a busy machine changes nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from panelpapers.publication import check_folder
from panelpapers.records.limits import FILE_LETTERS, FILE_LINES
from tests.limits.forms_typed import copy_folder
from tests.limits.many import Many, entries

LISTS = ("agenda.yml: items whole", "minutes.yml: minutes whole", "terms whole", "paragraphs whole",
         "abbreviations whole", "known_short_forms bare", "points whole", "renamed whole")  # fmt: skip
SIZE = 30


def calls(data: Path) -> int:
    """Count the calls of functions that a check makes."""
    count = 0

    def counted(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        check_folder(data)
    finally:
        sys.setprofile(None)
    return count


def growth(data: Path, many: Many) -> tuple[int, int]:
    """Give how many calls the second size costs more than the first, and the third more than the second."""
    file, taken, least = data / many.file, [], SIZE
    before = file.read_bytes()
    while len(many.text(4 * least)) > FILE_LETTERS or many.text(4 * least).count("\n") >= FILE_LINES:
        least //= 2  # an entry with every field is long, and a file holds only so much
    for size in (least, 2 * least, 4 * least):
        file.write_text(many.text(size).lstrip("\n"), encoding="utf-8")
        taken.append(calls(data))
    file.write_bytes(before)
    return taken[1] - taken[0], taken[2] - taken[1]


@pytest.mark.slow
@pytest.mark.parametrize("name", LISTS)
def test_a_list_costs_what_it_holds(tmp_path: Path, name: str) -> None:
    data = copy_folder(tmp_path)
    check_folder(data)  # what is worked out once for all is worked out
    chosen = [many for many in entries(data) if name in f"{many.file}: {many.name}"]
    assert chosen, name
    for many in chosen:
        first, second = growth(data, many)
        assert second <= 2.6 * first + 4_000, (many.name, first, second)
