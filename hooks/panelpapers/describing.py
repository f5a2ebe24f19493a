"""One indicator file, alone: its words and table, and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .charts import axis_start
from .facts.grid import grid
from .facts.suppression import without_suppressed
from .proving import unproven
from .reading.folder import read_indicator
from .reading.problem import Problem
from .rules.suppression import problems_of as problems_of_suppression
from .words.describe import Description, describe


def describe_file(path: Path) -> Description:
    """Read one indicator file, wherever it is, and describe it. What is wrong with the file is among the errors."""
    indicator, problems = read_indicator(path)
    told = [_told(problem) for problem in problems]
    if indicator is None:
        return Description("", "", "", {"caption": "", "columns": [], "rows": [], "key": [], "notes": []}, [], told)
    problems = (*problems, *(replace(problem, severity="warning") for problem in unproven(indicator)))
    problems = (*problems, *problems_of_suppression({path.stem: indicator}))
    shown = without_suppressed(indicator)
    described = describe(shown, axis_start(shown, grid(shown)))
    errors = [_told(problem) for problem in problems if problem.severity == "error"]
    warnings = [_told(problem) for problem in problems if problem.severity != "error"]
    if not errors:
        return Description(
            described.alt,
            described.summary,
            described.description,
            described.table,
            [*warnings, *described.warnings],
            described.errors,
        )
    return Description("", "", "", described.table, warnings, [*errors, *described.errors])


def as_text(described: Description) -> str:
    """Give a description as people read it in a terminal."""
    parts = [
        ("Alternative text", described.alt),
        ("Summary", described.summary),
        ("Description", described.description),
        ("Table", _table(described.table)),
    ]
    told = [f"{title}:\n{text}" for title, text in parts if text]
    for title, findings in (("Warning", described.warnings), ("Error", described.errors)):
        told += [f"{title}: {one['message']}\n  How to fix it: {one['fix']}" for one in findings]
    return "\n\n".join(told)


def _told(problem: Problem) -> dict[str, str]:
    where = str(problem.place)
    return {"code": problem.code, "message": f"{where}: {problem.message}", "fix": problem.fix}


def _table(table: dict[str, object]) -> str:
    columns, rows = table["columns"], table["rows"]
    if not isinstance(columns, list) or not isinstance(rows, list) or not columns:
        return ""
    lines = [columns, *([row["heading"], *row["cells"]] for row in rows)]
    widths = [max(len(str(line[at])) for line in lines if at < len(line)) for at in range(len(columns))]
    return "\n".join(
        "  ".join(str(text).ljust(width) for text, width in zip(line, widths, strict=False)).rstrip()
        for line in lines
    )
