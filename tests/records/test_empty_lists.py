"""No list that a form needs may be empty: a file that was begun and not finished is no page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from panelpapers.reading.validate import read_record
from panelpapers.records.base import Record
from panelpapers.records.fields import fields_of
from panelpapers.records.forms import FORMS

Way = tuple[tuple[str, bool], ...]
"""The names that lead to a list, each with whether it holds a list of groups."""


def ways(kind: type[Record], way: Way = (), above: tuple[type[Record], ...] = ()) -> Iterator[Way]:
    """Give the way to every list that a kind of record needs, itself and the records within it."""
    for name, field in fields_of(kind).items():
        if field.many and field.required:
            yield (*way, (name, True))
        if field.inner and field.inner not in above:
            yield from ways(field.inner, (*way, (name, field.many)), (*above, kind))


def typed(way: Way) -> tuple[str, int]:
    """Type a file with an empty list at the end of a way, and give the line that it stands on."""
    lines, indent = [], ""
    for name, many in way[:-1]:
        lines.append(f"{indent}{name}:")
        indent = f"{indent.replace('-', ' ')}  " + ("- " if many else "")
    return "\n".join([*lines, f"{indent}{way[-1][0]}: []", ""]), len(lines) + 1


CASES = [(form.model, way) for form in FORMS for way in dict.fromkeys(ways(form.model))]


def test_many_lists_are_tried() -> None:
    ends = {way[-1][0] for _, way in CASES}
    assert {"items", "minutes", "updates", "people", "points", "exchanges", "commitments", "sections"} <= ends


@pytest.mark.parametrize(("model", "way"), CASES, ids=[".".join(name for name, _ in way) for _, way in CASES])
def test_a_list_that_is_needed_and_empty_is_told_at_its_line(model: type[Record], way: Way) -> None:
    text, line = typed(way)
    _, problems = read_record(text.encode(), "file.yml", model)
    assert [problem.place.line for problem in problems if problem.code == "empty-list"] == [line]
