"""Problems as people and programs read them: in the terminal, on GitHub, and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from ..records.problem import SEVERITIES, Problem, Severity, more_problems
from .excerpt import Lines, changed_commands, excerpt, hidden, lines_of_file, visible

_WORDS: Final[dict[Severity, str]] = {"error": "Problem", "warning": "Warning", "advice": "Advice"}
_COMMANDS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "advice": "notice"}

HelpAt = Callable[[str], str]
"""Gives the address at which a code is explained."""

MOST_TOLD: Final = 1_000
"""Problems of one file that are told at once."""
MOST_ALIKE: Final = 4
"""So many equal problems of a file, besides the first, are told with it."""
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


def alike_together(problems: Iterable[Problem]) -> list[Problem]:
    """Give problems in order. Of many equal ones of a file the first is told, and names the lines of the others."""
    alike: dict[tuple[str, str, str, str], list[Problem]] = {}
    for problem in in_order(problems):
        alike.setdefault((problem.place.file, problem.code, problem.message, problem.fix), []).append(problem)
    told: list[Problem] = []
    for first, *others in alike.values():
        if len(others) < MOST_ALIKE:
            told += [first, *others]
            continue
        named = [f"{problem.place.line:,}" for problem in others[:MOST_ALIKE]]
        left = len(others) - len(named)
        lines = f"{', '.join(named)} and {left:,} more" if left else f"{', '.join(named[:-1])} and {named[-1]}"
        told.append(replace(first, fix=f"{first.fix} The same is wrong on lines {lines}."))
    return in_order(told)


def as_text(problems: Iterable[Problem], lines_of: Lines = lines_of_file, help_at: HelpAt | None = None) -> str:
    """Tell all problems for the terminal: place, fact, excerpt, fix, line to try and code; an empty line between two.

    Where each code is explained is said once, at the end: a listener hears no address again and again.
    """
    ordered = alike_together(problems)
    each = [_one(problem, n, len(ordered), lines_of) for n, problem in enumerate(ordered, 1)]
    if ordered and help_at:
        codes = dict.fromkeys(problem.code for problem in ordered)
        explained = (f"  {code}: {visible(help_at(code))}" for code in codes)
        each.append("\n".join(("`panel-papers explain CODE` explains a code, and so does its page:", *explained)))
    told = "\n\n".join(each)
    return f"{told}\n\n{_CHANGED}" if changed_commands(told) else told


def _one(problem: Problem, number: int, count: int, lines_of: Lines) -> str:
    told = [f"{_WORDS[problem.severity]} {number} of {count}: {visible(str(problem.place))}"]
    told += [f"  {visible(problem.message)}", ""]
    if shown := excerpt(problem, lines_of(problem.place.file)):
        told += [*shown, ""]
    told.append(f"  How to fix it: {visible(problem.fix)}")
    for purpose, typed in _to_type(problem):
        begin = f"  {purpose}:  "
        told.append(begin + typed.replace("\n", "\n" + " " * len(begin)))
    told.append(f"  Code: {problem.code}")
    return "\n".join(told)


def _to_type(problem: Problem) -> Iterator[tuple[str, str]]:
    """Give what to type, each with what it is for: what to try, and what settles a warning in its group of names."""
    if problem.suggestion is not None:
        last = problem.place.line + problem.lines - 1
        where = f", in place of lines {problem.place.line:,} to {last:,}" if problem.lines > 1 else ""
        yield f"Try{where}", "\n".join(map(visible, problem.suggestion.split("\n")))
    for lines in problem.perhaps:
        yield "Perhaps", "\n".join(map(visible, lines.split("\n")))
    if problem.severity == "warning":
        yield "If it is right as it is", f'known: {{{problem.code}: "The reason."}}'


def result_line(problems: Iterable[Problem], files: int) -> str:
    """Say the result in one line: ``8 problems in 3 files.`` or ``No problems: 14 files read.``."""
    files_with: dict[Severity, list[str]] = {severity: [] for severity in SEVERITIES}
    for problem in problems:
        files_with[problem.severity].append(problem.place.file)
    told = [f"No problems: {_count(files, 'file')} read."]
    if errors := files_with["error"]:
        told = [f"{_count(len(errors), 'problem')} in {_count(len(set(errors)), 'file')}."]
    if warnings := files_with["warning"]:
        told.append(f"{_count(len(warnings), 'warning')}.")
    if advice := files_with["advice"]:
        told.append(f"{_count(len(advice), 'piece')} of advice.")
    return " ".join(told)


def as_json(problems: Iterable[Problem], help_at: HelpAt) -> str:
    """Give a JSON list of objects: file, line, column, code, severity, message, fix, try, perhaps, lines, help.

    ``help`` is the address at which the code is explained. ``try`` has what to try in place of so many ``lines``, or
    is null.
    """
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
            "perhaps": list(problem.perhaps),
            "lines": problem.lines,
            "help": help_at(problem.code),
        }
        for problem in in_order(problems)
    ]
    return json_text(told)


def json_text(data: object) -> str:
    """Write plain data as JSON for a terminal: what is hidden, or would be a command, is written as its number."""
    written = json.dumps(data, ensure_ascii=False, indent=2).replace("##[", "#\\u0023[")
    return "".join(json.dumps(sign)[1:-1] if sign != "\n" and hidden(sign) else sign for sign in written)


def as_github(problems: Iterable[Problem], help_at: HelpAt) -> str:
    """Give a workflow command for each problem, which GitHub shows beside the line; it shows ten of them a step."""
    return "\n".join(_command(problem, help_at) for problem in alike_together(problems))


def _command(problem: Problem, help_at: HelpAt) -> str:
    place = problem.place
    at = {"file": place.file, "line": place.line, "col": place.column, "endColumn": place.column + place.width - 1}
    properties = {**at, "title": problem.message}
    shown = {name: _data(visible(str(value))) for name, value in properties.items()}
    given = ",".join(f"{name}={value.replace(':', '%3A').replace(',', '%2C')}" for name, value in shown.items())
    code = ("Code", f"{problem.code}, explained at {visible(help_at(problem.code))}")
    cures = (("How to fix it", visible(problem.fix)), *_to_type(problem), code)
    body = "\n".join(f"{purpose}: {words}" for purpose, words in cures)
    return f"::{_COMMANDS[problem.severity]} {given}::{_data(body)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def as_summary(problems: Iterable[Problem], files: int, help_at: HelpAt, lines_of: Lines = lines_of_file) -> str:
    """Give the Markdown of a job summary, with every problem and not only the ten that GitHub shows."""
    problems = [*problems]
    ordered = alike_together(problems)
    told: list[str] = []
    size = 0
    for number, problem in enumerate(ordered[:MOST_IN_SUMMARY], 1):
        whole = _summed(problem, number, len(ordered), help_at, lines_of)
        size += len(whole.encode())
        if size > LARGEST_SUMMARY:
            break
        told.append(whole)
    left = len(ordered) - len(told)
    if any(changed_commands(text) for text in told):
        told.append(_CHANGED)
    if left:
        told.append(f"{_count(left, 'more problem')} of this run can be seen in its log.")
    return "\n\n".join((f"## {result_line(problems, files)}", *told)) + "\n"


def _summed(problem: Problem, number: int, count: int, help_at: HelpAt, lines_of: Lines) -> str:
    told = [f"### {_WORDS[problem.severity]} {number} of {count}: {_markdown(str(problem.place))}"]
    told.append(_markdown(problem.message))
    if shown := excerpt(problem, lines_of(problem.place.file)):
        told.append(_block("\n".join(shown)))
    told.append(f"How to fix it: {_markdown(problem.fix)}")
    told += (f"{purpose}:\n\n{_block(line)}" for purpose, line in _to_type(problem))
    at = help_at(problem.code)
    told.append(f"Code: [{problem.code}](<{at}>)" if at.startswith("http") else f"Code: {problem.code}, see {at}")
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
