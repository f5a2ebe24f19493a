"""Forms as files to go on with: whoever takes a # away and fills in what is asked for has a file that can be read."""

from __future__ import annotations

import re

import pytest

from panelpapers.reading.validate import read_record
from panelpapers.records.forms import FORMS, Form, fields_in_words
from panelpapers.writing.commented import commented

_OPEN = re.compile(r"^((?:#| )*(?:- +)?\w*:?)  ?# (.+)$")
_EXAMPLES = {
    "an id: small letters, digits and hyphens": "an-example",
    "a whole number": "1",
    "a web address that begins with https://": "https://github.com/example/papers",
    "a unit as papers print it, such as %, count, days or money in millions": "count",
    "the hash of an address, as the check shows it": f"sha256:{'0' * 64}",
    "the name of a file, without folders": "report.pdf",
}
_EXAMPLE = re.compile(r".*?(?:one of: (?P<first>[^,]+)|such as (?P<such>.+?)(?:, or .*| or .*)?$)")
BESIDE = {"papers": "text: All of it.\n", "indicators": "points:\n  - period: 2025\n    value: 3\n"}
INSTEAD = {"text", "sections", "parts", "points", "series", "stated_changes", "withdrawn"}
"""What a form asks for beside the fields that no file can do without."""


def example(takes: str) -> str:
    """Give what an editor could type where a field takes something."""
    found = _EXAMPLE.match(takes)
    return _EXAMPLES.get(takes) or (found and (found["first"] or found["such"])) or "An example"


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
    beside, text = BESIDE.get(form.family, ""), commented(form)
    for field, _ in fields_in_words(form.record):
        typed = filled(text if field.required else with_field(text, field.typed))
        typed = typed.replace("accessible: yes", "accessible: yes\n    format: PDF")
        typed += "" if field.typed in INSTEAD else beside
        record, problems = read_record(typed.encode(), form.path, form.model)
        told = [f"{problem.place.line}: {problem.message}" for problem in problems if problem.severity == "error"]
        assert (field.typed, told) == (field.typed, [])
        assert record is not None
