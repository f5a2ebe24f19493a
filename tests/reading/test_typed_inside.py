"""Whatever is typed at the depth of the long text above it is told at its line, and words of a text are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from panelpapers.reading.validate import read_record
from panelpapers.records.forms import FORMS

PUBLICATION = Path(__file__).parent.parent / "cases" / "first-publication"
WORDS = Path(__file__).parent.parent / "cases" / "words-with-colons.txt"
OPENS = re.compile(r" *(?:- )*(?:\w+: )?[|>]-?$")
TOLD = {"field-in-text", "entry-in-text", "remark-in-text"}


def depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def swallowed(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """For each long text: the line below it, and the file with what begins there set in as far as that text."""
    for opener, line in enumerate(lines[:-1]):
        if not OPENS.match(line):
            continue
        place, below = depth(lines[opener + 1]), opener + 1
        while below < len(lines) and (not lines[below].strip() or depth(lines[below]) >= place):
            below += 1
        if below == len(lines) or not lines[below].strip():
            continue
        last = below + 1
        while last < len(lines) and (not lines[last].strip() or depth(lines[last]) > depth(lines[below])):
            last += 1
        move = " " * (place - depth(lines[below]))
        moved = [move + line if line.strip() else line for line in lines[below:last]]
        yield below + 1, [*lines[:below], *moved, *lines[last:]]


def all_swallowed() -> list[tuple[str, int, str]]:
    found = []
    for path in sorted(PUBLICATION.rglob("*.yml")):
        lines = path.read_text(encoding="utf-8").split("\n")
        name = path.relative_to(PUBLICATION).as_posix()
        found += [(name, number, "\n".join(typed)) for number, typed in swallowed(lines)]
    return found


@pytest.mark.parametrize(("name", "number", "typed"), all_swallowed()[::20])
def test_what_a_text_would_swallow_is_told_at_its_line(name: str, number: int, typed: str) -> None:
    form = next(form for form in FORMS if form.match(name) is not None)
    problems = read_record(typed.encode(), name, form.model)[1]
    assert number in {problem.place.line for problem in problems}


@pytest.mark.parametrize("sign", ["|", ">-"])
@pytest.mark.parametrize(("name", "listed"), [("agenda.yml", "items"), ("minutes.yml", "minutes")])
def test_words_with_colons_are_no_fields(name: str, listed: str, sign: str) -> None:
    """Sentences of papers in which a line can begin with a word and a colon, however they are broken."""
    form = next(form for form in FORMS if form.name == name)
    for sentence in WORDS.read_text(encoding="utf-8").splitlines():
        words = sentence.split()
        for first in range(1, len(words)):
            lines = [" ".join(words[:first]), " ".join(words[first:])]
            text = "".join(f"      {line}\n" for line in lines)
            typed = f"{listed}:\n  - number: 1\n    title: A\n    text: {sign}\n{text}"
            codes = {problem.code for problem in read_record(typed.encode(), name, form.model)[1]}
            assert not codes & TOLD, (sentence, first)
