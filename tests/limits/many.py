"""Files in which there is very much of something: entries of a list, letters of a text, slips of a hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from panelpapers.records.base import Record
from tests.limits.forms_typed import Field, as_yaml, every_field, sample_of, told_of, typed_tree, with_value

FIRST: Final = date(2000, 1, 1)


@dataclass(frozen=True)
class Many:
    """A file below the data folder with so much of something. ``text`` gives it for a number."""

    name: str
    file: str
    text: Callable[[int], str]


def entries(data: Path) -> Iterator[Many]:
    """Give for each list of each form the small panel's file with many entries in it, whole ones and bare ones."""
    for field in every_field():
        if field.takes.startswith("a list") and isinstance(field.way[-1], str):
            for whole in (True, False):
                yield Many(f"{field} {'whole' if whole else 'bare'}", field.file, _with_entries(data, field, whole))


def _with_entries(data: Path, field: Field, whole: bool) -> Callable[[int], str]:
    tree, name, inner = typed_tree(data, field.file), str(field.way[-1]), field.inner

    def text(count: int) -> str:
        takes = field.takes.removeprefix("a list; each entry: ")
        listed = [
            _entry(inner, number, whole) if inner else _value(name, takes, number) for number in range(1, count + 1)
        ]
        return as_yaml(with_value(tree, field.file, field.way, listed))

    return text


def _entry(record: type[Record], number: int, whole: bool) -> dict[str, Any]:
    """Give a record with all of its fields or with what it must have, in words that no other one has."""
    fields = [field for field in told_of(record) if (field.required or whole) and field.inner is not record]
    return {field.name: _filled(field.name, field.takes, field.inner, number, whole) for field in fields}


def _filled(name: str, takes: str, inner: type[Record] | None, number: int, whole: bool) -> Any:
    listed = takes.startswith("a list")
    value = (
        _entry(inner, number, whole) if inner else _value(name, takes.removeprefix("a list; each entry: "), number)
    )
    return [value] if listed else value


def _value(name: str, takes: str, number: int) -> str:
    if name in ("action", "numeral", "rating"):
        return str(sample_of(name, takes, None))
    day = FIRST + timedelta(number)
    ways = {
        "a whole number": str(number),
        "a number as it is printed": str(number),
        "a figure": f"{number % 90}.5",
        "an id": f"a-{number}",
        "a web address": f"https://www.a{number}.example.org/a",
        "an address on this site": f"plan/a-{number}/",
        "the name of a file": f"list{number}.pdf",
        "one line of plain text": f"The AB{number} report",
        "text, in paragraphs": f"See minute {number} (iv), item {number} and [this](/plan/a{number}/). "
        f"The AB{number} will endeavour.",
        "a period": f"{day.day} {day:%B} {day.year}",
    }
    return next((way for beginning, way in ways.items() if takes.startswith(beginning)), None) or str(
        sample_of(name, takes, None)
    )


UNITS: Final = (
    "a",
    "a ",
    "A",
    "A ",
    "1",
    "1 ",
    "1,",
    "1.",
    ".",
    ". ",
    "-",
    "- ",
    "_",
    "*",
    "**a** ",
    "[",
    "]",
    "(",
    ")",
    "[a](",
    "](",
    "[a](/a/) ",
    "[a](https://b.c) ",
    "![",
    "<",
    "< ",
    ">",
    "{",
    "}",
    '"',
    "'",
    "“",
    "”",
    "‘",
    "a@",
    "@a",
    "a@b.c ",
    "#",
    " #",
    "&",
    "|",
    "| a ",
    "|\n",
    "\n",
    "\n\n",
    "\na",
    "\n- a",
    "\n1. a",
    " ",
    "é",
    "👩",
    "e\u0301",
    "The AB1 ",
    "AB1 ",
    "Ab Cd (AC) ",
    "(AC) ",
    "minute 1 ",
    "paragraph 1 of the ",
    "paragraphs 1, 2 and 3 ",
    "item 1 of a ",
    "Appendix 1 of the A ",
    "of the a ",
    "Mr. A ",
    "p. 1 ",
    "e.g. ",
    "A. ",
    "31 February 2026 ",
    "Monday, 1 ",
    "in 2026 ",
    "precept for 2026/27 ",
    "will report back ",
    "endeavour ",
    "a endeavour ",
    "in order to ",
    "07700 90012 ",
    "+44 0",
    "ZZ99 3Z ",
    "i.",
    "x",
    "1st ",
    "£1,",
    "https://",
    "https://.",
    "/a",
    "a-",
    "%",
    "\\",
    "a: ",
    ": a",
    "\u00a0",
    "\u200b",
    "Ã©",
    "\t",
    "a\u2028",
)
"""What a text is made of that keeps something busy: a piece for each sign that any expression looks for."""
