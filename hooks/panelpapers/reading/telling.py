"""Problems as people and programs read them: in the terminal, on GitHub, and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from ..records.problem import SEVERITIES, Problem, Severity, more_problems
from .excerpt import Lines, changed_commands, excerpt, hidden, lines_of_file, visible

_WORDS: Final[dict[Severity, str]] = {"error": "Problem", "warning": "Warning", "advice": "Advice"}
_COMMANDS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "advice": "notice"}

MOST_TOLD: Final = 1_000
"""Problems of one file that are told at once."""
MOST_IN_SUMMARY: Final = 300
"""Problems in a job summary, of which GitHub refuses more than 1 MiB."""
LARGEST_SUMMARY: Final = 900_000
"""Bytes of problems in a job summary, one of which may be about a very long line."""
_CHANGED: Final = "Here \u266f stands for # and \u2236 for : where GitHub would take what was typed for a command."


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by file, line, column and code."""
    return sorted(problems, key=lambda problem: problem.order)


def at_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Give the first problems of each file in order; one more stands for all others, as severe as the worst."""
    for _, of_file in groupby(in_order(problems), key=lambda problem: problem.place.file):
        found = list(of_file)
        yield from found[:MOST_TOLD]
        if more := found[MOST_TOLD:]:
            worst = min((problem.severity for problem in more), key=SEVERITIES.index)
            yield more_problems(len(more), more[0].place, worst)


def as_text(problems: Iterable[Problem], lines_of: Lines = lines_of_file) -> str:
    """Tell all problems for the terminal: place, fact, excerpt, fix and line to try; an empty line between two."""
    ordered = in_order(problems)
    told = "\n\n".join(_one(problem, n, len(ordered), lines_of) for n, problem in enumerate(ordered, 1))
    return f"{told}\n\n{_CHANGED}" if changed_commands(told) else told


def _one(problem: Problem, number: int, count: int, lines_of: Lines) -> str:
    told = [f"{_WORDS[problem.severity]} {number} of {count}: {visible(str(problem.place))}"]
    told += [f"  {visible(problem.message)}", ""]
    if shown := excerpt(problem, lines_of(problem.place.file)):
        told += [*shown, ""]
    told.append(f"  How to fix it: {visible(problem.fix)}")
    if problem.suggestion is not None:
        told.append(f"  Try:  {visible(problem.suggestion)}")
    if problem.severity == "warning":
        told.append(f"  If it is right as it is:  {_known(problem)}")
    return "\n".join(told)


def _known(problem: Problem) -> str:
    """Give the line that settles a warning, to be typed into the group of names that it is about."""
    return f'known: {{{problem.code}: "The reason."}}'


def result_line(problems: Iterable[Problem], files: int) -> str:
    """Say the result in one line: ``8 problems in 3 files.`` or ``No problems: 14 files read.``."""
    problems = list(problems)
    errors = [problem for problem in problems if problem.severity == "error"]
    warnings = sum(problem.severity == "warning" for problem in problems)
    advice = sum(problem.severity == "advice" for problem in problems)
    read = _count(files, "file")
    told = [f"No problems: {read} read."]
    if errors:
        told = [f"{_count(len(errors), 'problem')} in {_count(len({error.place.file for error in errors}), 'file')}."]
    if warnings:
        told.append(f"{_count(warnings, 'warning')}.")
    if advice:
        told.append(f"{_count(advice, 'piece')} of advice.")
    return " ".join(told)


def as_json(problems: Iterable[Problem]) -> str:
    """Give a JSON list of objects: file, line, column, code, severity, message, fix, try (a line, or null)."""
    told = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "fix": problem.fix,
            "try": problem.suggestion,
        }
        for problem in in_order(problems)
    ]
    return json_text(told)


def json_text(data: object) -> str:
    """Write plain data as JSON for a terminal: what is hidden, or would be a command, is written as its number."""
    written = json.dumps(data, ensure_ascii=False, indent=2).replace("##[", "#\\u0023[")
    return "".join(json.dumps(sign)[1:-1] if sign != "\n" and hidden(sign) else sign for sign in written)


def as_github(problems: Iterable[Problem]) -> str:
    """Give a workflow command for each problem, which GitHub shows beside the line; it shows ten of them a step."""
    return "\n".join(_command(problem) for problem in in_order(problems))


def _command(problem: Problem) -> str:
    place = problem.place
    at = {"file": place.file, "line": place.line, "col": place.column, "endColumn": place.column + place.width - 1}
    properties = {**at, "title": problem.message}
    given = ",".join(f"{name}={_property(visible(str(value)))}" for name, value in properties.items())
    body = f"How to fix it: {visible(problem.fix)}"
    if problem.suggestion is not None:
        body += f"\nTry: {visible(problem.suggestion)}"
    if problem.severity == "warning":
        body += f"\nIf it is right as it is: {visible(_known(problem))}"
    return f"::{_COMMANDS[problem.severity]} {given}::{_data(body)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_summary(problems: Iterable[Problem], files: int, lines_of: Lines = lines_of_file) -> str:
    """Give the Markdown of a job summary, with every problem and not only the ten that GitHub shows."""
    ordered = in_order(problems)
    told: list[str] = []
    size = 0
    for number, problem in enumerate(ordered[:MOST_IN_SUMMARY], 1):
        whole = _summed(problem, number, len(ordered), lines_of)
        size += len(whole.encode())
        if size > LARGEST_SUMMARY:
            break
        told.append(whole)
    left = len(ordered) - len(told)
    if any(changed_commands(text) for text in told):
        told.append(_CHANGED)
    if left:
        told.append(f"{_count(left, 'more problem')} of this run can be seen in its log.")
    return "\n\n".join((f"## {result_line(ordered, files)}", *told)) + "\n"


def _summed(problem: Problem, number: int, count: int, lines_of: Lines) -> str:
    told = [f"### {_WORDS[problem.severity]} {number} of {count}: {_markdown(str(problem.place))}"]
    told.append(_markdown(problem.message))
    if shown := excerpt(problem, lines_of(problem.place.file)):
        told.append(_block("\n".join(shown)))
    told.append(f"How to fix it: {_markdown(problem.fix)}")
    if problem.suggestion is not None:
        told.append("Try:\n\n" + _block(visible(problem.suggestion)))
    if problem.severity == "warning":
        told.append("If it is right as it is:\n\n" + _block(_known(problem)))
    return "\n\n".join(told)


def _markdown(text: str) -> str:
    """Escape what Markdown or HTML would act on, and part what GitHub would make a link or call somebody by."""
    escaped = re.sub(r"([\\`*_{}\[\]<>()#+!|~&@$-])", r"\\\1", visible(text))
    return re.sub(r"(\\[@#]|\bwww(?=\.)|:(?=//))", r"\1&#8203;", escaped, flags=re.IGNORECASE)


def _block(text: str) -> str:
    """Put text between fences that are longer than any in it."""
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", text))])
    return f"{fence}text\n{text}\n{fence}"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
