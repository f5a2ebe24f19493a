"""Every problem that the check can tell, by its family, and what differs between its wrong and its right example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import cache
from textwrap import indent

from ..reading.codes import Code, reading_codes
from ..records.forms import FORMS
from ..rules import rule_codes
from . import addresses


@dataclass(frozen=True, slots=True)
class Family:
    """Problems that are told of one kind of file, or of how any file is written."""

    id: str
    title: str
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines of a wrong example and what is right in their place; ``before`` is the line before, which is in both.

    ``first`` is the number of the first wrong line, or of the line before where something is missing.
    """

    first: int
    before: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]


def differences(code: Code) -> list[Difference]:
    """Give what differs between the wrong and the right example of a code, in the order of the lines."""
    wrong, right = code.wrong.text.splitlines(), code.right.text.splitlines()
    found = []
    for kind, start, end, begin, stop in SequenceMatcher(None, wrong, right, autojunk=False).get_opcodes():
        if kind != "equal":
            first = start if kind == "insert" else start + 1
            before = wrong[start - 1] if start else ""
            found.append(Difference(first, before, tuple(wrong[start:end]), tuple(right[begin:stop])))
    return found


@cache
def families() -> tuple[Family, ...]:
    """Give every problem once, by families: how files are written, then the kinds of file in the order of forms."""
    form_of = {
        code.code: next((form for form in FORMS if form.match(code.wrong.file) is not None), None)
        for code in rule_codes()
    }
    written = (*reading_codes(), *(code for code in rule_codes() if form_of[code.code] is None))
    found = [Family("files", "How files are written", _sorted(written))]
    for form in FORMS:
        if codes := _sorted(code for code in rule_codes() if form_of[code.code] is form):
            found.append(Family(form.id, form.title, codes))
    return tuple(found)


@cache
def _explained() -> dict[str, tuple[Family, Code]]:
    return {code.code: (family, code) for family in families() for code in family.codes}


def help_at(code: str, home: str = "") -> str:
    """Give where a code is explained: the address within a site, or the whole one where ``home`` is that of the site.

    What no example can raise is told on the page of all problems.
    """
    family, _ = _explained().get(code, (None, None))
    at = f"{addresses.problems_of(family.id)}#{code}" if family else addresses.PROBLEMS
    return f"{home.rstrip('/')}/{at}" if home else at


def explanation(code: str) -> str:
    """Explain a code, with its two examples. Raises ``KeyError`` for what is none, with a near code if one is."""
    if code not in _explained():
        raise KeyError(*get_close_matches(code, _explained(), 1))
    _, told = _explained()[code]
    examples = (
        f"{kind}, in {example.file}:\n\n{indent(example.text, '    ')}".rstrip()
        for kind, example in (("Wrong", told.wrong), ("Right", told.right))
    )
    return "\n\n".join((f"{code}: {told.title}", told.explanation, *examples))


def _sorted(codes: Iterator[Code] | tuple[Code, ...]) -> tuple[Code, ...]:
    return tuple(sorted(codes, key=lambda code: code.code))
