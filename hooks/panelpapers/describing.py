"""Everything that is said of one indicator, alone: its words, its table, and all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from .facts.figure import figure_facts
from .facts.scale import Cut, scale_cut
from .facts.suppression import without_suppressed
from .proving import unproven_claims
from .reading.excerpt import visible
from .reading.folder import read_indicator
from .records.indicator import Indicator
from .records.language import ENGLISH
from .records.place import NOWHERE
from .records.problem import SEVERITIES, Problem
from .records.regime import Regime
from .records.versions import in_one_version, worded
from .rules.figures.doubts import doubts, english_needed
from .rules.figures.refusals import refusals
from .rules.settling import Settling
from .rules.suppression import problems_of as problems_of_suppression
from .words.figure import figure_words
from .words.table import DataTable, data_table

NO_TABLE = DataTable("", (), (), False, (), ())


@dataclass(frozen=True, slots=True)
class Description:
    """The texts and the table of an indicator, and what is wrong with it. The texts are empty where it is refused."""

    alt: str = ""
    """The alternative text of the chart, which is the summary."""
    summary: str = ""
    description: str = ""
    table: DataTable = NO_TABLE
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> list[Problem]:
        """For what the indicator is refused."""
        return [problem for problem in self.problems if problem.severity == "error"]

    @property
    def warnings(self) -> list[Problem]:
        """What an editor should look at again."""
        return [problem for problem in self.problems if problem.severity != "error"]

    def as_data(self) -> dict[str, object]:
        """Give it as plain data, ready for JSON."""
        return {
            "alt": self.alt,
            "summary": self.summary,
            "description": self.description,
            "table": self.table.as_data(),
            "warnings": [_as_data(problem) for problem in self.warnings],
            "errors": [_as_data(problem) for problem in self.errors],
        }


def describe_file(path: Path, regime: Regime | None = None) -> Description:
    """Read one indicator file, wherever it is, and describe it. What is wrong with the file is among the errors.

    ``regime`` is that of its publication, where it has one: its money is in that currency.
    """
    indicator, problems = read_indicator(path, regime)
    if indicator is None:
        return Description(problems=problems)
    shown = worded(without_suppressed(indicator), ENGLISH)
    facts = None if refusals(indicator) else figure_facts(in_one_version(shown))
    described = describe(shown, scale_cut(facts) if facts else None)
    doubtful = tuple(unproven_claims(shown, facts)) if facts else ()
    if facts and doubtful:
        words = figure_words(shown, facts.without_words)
        described = replace(described, alt=words.alt, summary=words.summary, description=words.description)
    suppressed = problems_of_suppression({path.stem: indicator})
    settling = Settling([indicator])
    problems = (*problems, *doubtful, *suppressed, *described.problems)
    told = replace(described, problems=tuple(problem for problem in problems if not settling.settling(problem)))
    return replace(told, alt="", summary="", description="") if told.errors else told


def describe(indicator: Indicator, cut: Cut | None = None) -> Description:
    """Describe an indicator. Never raises: an indicator that is refused gives errors and empty texts.

    ``cut`` is what the words must say of the chart's scale, if that is known.
    """
    if errors := refusals(indicator):
        return Description(problems=errors)
    indicator = without_suppressed(indicator)
    facts = figure_facts(in_one_version(indicator))
    words = figure_words(indicator, facts, cut)
    problems = (*doubts(indicator, facts), *english_needed(indicator), *_axis(indicator, cut))
    table = data_table(in_one_version(indicator), facts)
    return Description(words.alt, words.summary, words.description, table, problems)


def _axis(indicator: Indicator, cut: Cut | None) -> Iterator[Problem]:
    if cut and cut.start:
        message = "The axis of the chart does not start at zero; the text says so."
        fix = "Choose a bar chart if zero matters."
        yield Problem("axis-not-at-zero", indicator.at("chart"), message, fix, severity="warning")


def as_text(described: Description) -> str:
    """Give a description as people read it in a terminal."""
    parts = [
        ("Summary, and alternative text of the chart", visible(described.summary)),
        ("Description", visible(described.description)),
        ("Table", _table(described.table)),
    ]
    told = [f"{title}:\n{text}" for title, text in parts if text]
    told += _as_text(sorted(described.problems, key=lambda problem: SEVERITIES[::-1].index(problem.severity)))
    return "\n\n".join(told)


def _as_text(problems: Iterable[Problem]) -> Iterator[str]:
    for problem in problems:
        told = f"{problem.severity.capitalize()}: {visible(_message(problem))}"
        yield f"{told}\n  How to fix it: {visible(problem.fix)}"


def _as_data(problem: Problem) -> dict[str, str]:
    return {"code": problem.code, "message": _message(problem), "fix": problem.fix}


def _message(problem: Problem) -> str:
    """Say what is wrong, after the place of it where the indicator was read from a file."""
    return problem.message if problem.place == NOWHERE else f"{problem.place}: {problem.message}"


def _table(table: DataTable) -> str:
    rows = (table.columns, *((row.heading, *row.cells, row.status) for row in table.rows))
    lines = [list(map(visible, row)) for row in rows]
    widths = [max(len(line[at]) for line in lines if at < len(line)) for at in range(len(table.columns))]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=False)).rstrip() for line in lines
    )
