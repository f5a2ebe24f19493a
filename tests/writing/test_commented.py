"""Forms as files to go on with: whoever takes a # away and fills in what is asked for has a file that can be read."""

from __future__ import annotations

import re
from itertools import groupby

import pytest

from panelpapers.reading.validate import read_record
from panelpapers.records.fields import fields_of
from panelpapers.records.forms import FORMS, Form, fields_in_words
from panelpapers.writing.commented import WIDTH, commented

_OPEN = re.compile(r"^((?:#| )*(?:- +)?\w*:?)  ?# (.+)$")
_EXAMPLES = {
    "an id: small letters, digits and hyphens": "an-example",
    "a whole number": "1",
    "a list of paragraphs": "1",
    "the name of a file, without folders": "report.pdf",
    "the unit: %, count, money": "count",
}
BESIDE = {"papers": "text: All of it.\n", "indicators": "points:\n  - period: 2025\n    value: 3\n"}
"""What a form asks for beside the fields that no file can do without."""


def example(takes: str) -> str:
    """Give what an editor could type where a field takes something."""
    if found := re.search(r"(?:one of: |such as |begins with |: )([^,:]+?)(?:,|$| or | where )", takes):
        return {"https://": "https://papers.example.org/"}.get(found[1], _EXAMPLES.get(takes, found[1]))
    return _EXAMPLES.get(takes, "An example")


def filled(text: str) -> str:
    """Fill in what is open, in lines that are not after a #."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if not line.lstrip().startswith("#") and (found := _OPEN.match(line)):
            lines[at] = f"{found[1]} {example(found[2])}"
    return "\n".join(lines)


def with_field(text: str, name: str) -> str:
    """Take the # away from the lines of one field."""
    lines = text.split("\n")
    start = next(at for at, line in enumerate(lines) if re.match(rf" *#{name}:", line))
    inset = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while end < len(lines) and lines[end].startswith(" " * inset + "#  "):
        end += 1
    lines[start:end] = [line[:inset] + line[inset + 1 :] for line in lines[start:end]]
    return "\n".join(lines)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_each_field_of_a_form_can_be_filled_in(form: Form) -> None:
    beside = BESIDE.get(form.family, "")
    text = commented(form)
    for field, _ in fields_in_words(form.record):
        typed = text if field.required else with_field(text, field.typed)
        if f"\n{field.typed}:" not in "\n" + beside:
            typed = filled(typed) + beside
        else:
            typed = filled(typed)
        record, problems = read_record(typed.encode(), form.path, form.model)
        told = [f"{problem.place.line}: {problem.message}" for problem in problems if problem.severity == "error"]
        assert (field.typed, told) == (field.typed, [])
        assert record is not None
