"""Everything that is said of one indicator, as plain data: for the command line, for other programs, for tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ..facts.doubts import doubts
from ..facts.figure import figure_facts
from ..facts.refusals import Finding, refusals
from ..facts.suppression import without_suppressed
from ..records.indicator import Indicator
from .figure import figure_words
from .table import data_table

Told = dict[str, str]


@dataclass(frozen=True, slots=True)
class Description:
    """The texts and the table of an indicator, and what is wrong with it. The texts are empty where it is refused."""

    alt: str
    summary: str
    description: str
    table: dict[str, object]
    warnings: list[Told]
    errors: list[Told]

    def as_data(self) -> dict[str, object]:
        """Give it as plain data, ready for JSON."""
        return {
            "alt": self.alt,
            "summary": self.summary,
            "description": self.description,
            "table": self.table,
            "warnings": self.warnings,
            "errors": self.errors,
        }


def describe(indicator: Indicator, axis_starts_at: Decimal | None = None) -> Description:
    """Describe an indicator. Never raises: an indicator that is refused gives errors and empty texts.

    Warnings and errors are each ``code``, ``message`` and ``fix``. ``axis_starts_at`` is where the chart's axis
    begins, if that is known and is not zero.
    """
    errors = refusals(indicator)
    if errors:
        empty: dict[str, object] = {"caption": "", "columns": [], "rows": [], "key": [], "notes": []}
        return Description("", "", "", empty, [], _told(errors))
    indicator = without_suppressed(indicator)
    facts = figure_facts(indicator)
    words = figure_words(indicator, facts, axis_starts_at)
    return Description(
        alt=words.alt,
        summary=words.summary,
        description=words.description,
        table=data_table(indicator, facts).as_data(),
        warnings=_told([*doubts(indicator, facts), *_axis(indicator, axis_starts_at)]),
        errors=[],
    )


def _told(findings: Iterable[Finding]) -> list[Told]:
    return [{"code": one.code, "message": one.message, "fix": one.fix} for one in findings]


def _axis(indicator: Indicator, start: Decimal | None) -> Iterable[Finding]:
    if start:
        message = "The axis of the chart does not start at zero; the text says so."
        yield Finding(
            "axis-not-at-zero", indicator.at("chart"), message, "Choose a bar chart if zero matters.", "warning"
        )
