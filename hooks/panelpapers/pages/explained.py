"""What the site says of itself: how to read figures, every field and every problem, and how accessible it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from ..facts.accessibility import pictures_in_words
from ..facts.dossier import Dossier
from ..facts.figure import figure_facts
from ..reading.folder import read_indicator
from ..records.fields import kinds_within
from ..records.forms import FORMS, Form, fields_in_words
from ..records.indicator import Indicator
from ..records.publication import Records
from ..words.nouns import MARKS, heading
from ..words.units import units
from . import addresses
from .figures import Figure, figure_files, figure_of
from .packaged import GUIDE, called
from .problems import differences, families
from .rendering import Renderer
from .site import HELP, HOME, File, Link, Page

EXAMPLES: Final = Path(__file__).parent / "examples"
FORM_EXAMPLES: Final = EXAMPLES / "forms"
"""A whole small publication in which nothing is wrong, with a file of each form."""
ORDER: Final = [
    "number",
    "line",
    "lines",
    "bars",
    "categories",
    "compared",
    "groups",
    "budget",
    "ranges",
    "parts",
    "ratings",
]
"""The examples in the order of the page: names of files in ``examples``."""
UNITS: Final = (
    ("money in millions", "14.2", ()),
    ("thousands", "711.5", ("call", "calls")),
    ("per 1,000 people", "84.2", ("fire", "fires")),
    ("minutes and seconds", "8:43", ()),
    ("hours and minutes", "2:05", ()),
    ("index, 2015 = 100", "104.2", ()),
    ("ratio", "3.2", ()),
)
"""Units of each kind that have a scale or a base, with a figure and perhaps what is counted."""
_EXAMPLE: Final = {"title": "T", "measure": "m", "place": "P", "definition": "D", "source": {"title": "S"}}
_TRAIL = (HOME, Link("Figures", addresses.INDICATORS))


def explained_pages(renderer: Renderer, charts: Path | None) -> Iterator[Page | File]:
    """Give the page and the files of its examples; ``charts`` is the folder of charts that were drawn before."""
    shown: list[tuple[str, str, Figure]] = []
    for name in ORDER:
        example, problems = read_indicator(EXAMPLES / f"{name}.yml")
        if example is None:
            raise ValueError(f"The example {name} cannot be read: {problems}")
        slug = f"example-{name}"
        figure = figure_of(slug, example, figure_facts(example), charts)
        shown.append((slug, example.title, figure))
        yield from figure_files(slug, figure)
    money = renderer.records.regime_on(renderer.today).currency
    written = list(_units_written(money))
    html = renderer.html("explained", addresses.FIGURES_EXPLAINED, shown=shown, marks=MARKS, units=written)
    summary = "How each kind of figure is shown, and what each mark and symbol means, with invented figures."
    yield Page(addresses.FIGURES_EXPLAINED, "How to read our figures", summary, html, _TRAIL, kind=HELP)


def _units_written(currency: str | None) -> Iterator[tuple[str, str, str, str]]:
    """Give a figure in units of each kind: the heading in a table, the cell below it, in a chart, in a sentence."""
    for unit, value, noun in UNITS:
        named = {"noun": dict(zip(("one", "many"), noun, strict=True))} if noun else {}
        point = {"period": "2025", "value": value}
        example = Indicator.model_validate(_EXAMPLE | {"unit": unit, "points": [point], "currency": currency} | named)
        own = units(example, figure_facts(example).grid.decimals)
        amount = example.points[0].value or Decimal(0)
        yield heading(example), own.cell(amount), own.label(amount), own.value(amount)


_FIELDS = Link("Every field of every form", addresses.FIELDS)
_PROBLEMS = Link("Every problem that the check can tell", addresses.PROBLEMS)


def example_of(form: Form) -> str:
    """Give a whole file of a form, which the check accepts."""
    return next(
        path.read_text(encoding="utf-8")
        for path in sorted(FORM_EXAMPLES.rglob("*.yml"))
        if form.match(path.relative_to(FORM_EXAMPLES).as_posix()) is not None
    )


def reference_pages(renderer: Renderer) -> Iterator[Page]:
    """Give the list of all forms and a page for each, that of all problems and one for each family.

    They speak as the regime does.
    """
    words = renderer.records.regime_on(renderer.today).words
    html = called(renderer.html("fields", addresses.FIELDS, forms=FORMS), words)
    summary = "Every kind of file, with a whole example and every field: what it takes, and whether it is required."
    yield Page(addresses.FIELDS, _FIELDS.text, summary, html, (HOME, GUIDE), kind=None)
    for form in FORMS:
        at, title = addresses.fields_of(form.id), f"Fields: {form.title[0].lower()}{form.title[1:]}"
        records = [(record, list(fields_in_words(record))) for record in kinds_within(form.record)]
        html = renderer.html("fields-of-form", at, title=title, form=form, example=example_of(form), records=records)
        summary = f"A whole example of {form.file}, and every field that it can have."
        yield Page(at, title, summary, called(html, words), (HOME, GUIDE, _FIELDS), kind=None)
    html = called(renderer.html("problems", addresses.PROBLEMS, families=families()), words)
    summary = "Every problem that the check can tell, by the kind of file that it is told of."
    yield Page(addresses.PROBLEMS, _PROBLEMS.text, summary, html, (HOME, GUIDE), kind=None)
    for family in families():
        at, title = addresses.problems_of(family.id), f"Problems: {family.title[0].lower()}{family.title[1:]}"
        shown = [(code, differences(code)) for code in family.codes]
        html = called(renderer.html("problems-of-family", at, title=title, shown=shown), words)
        summary = f"{title}. What each means, what is wrong, and what is right in its place."
        yield Page(at, title, summary, html, (HOME, GUIDE, _PROBLEMS), kind=None)


STATEMENT = Link("Accessibility statement", addresses.ACCESSIBILITY)


def statement_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the accessibility statement, which says plainly what is not known."""
    records = dossier.records
    html = renderer.html(
        "accessibility",
        addresses.ACCESSIBILITY,
        statement=records.accessibility,
        standing=dossier.standing,
        law=records.regime_on(renderer.today).accessibility,
        pictures=pictures_in_words(records),
        audit=records.audit,
    )
    summary = "How accessible this site is, what is not, how it was tested, and how to tell of a barrier."
    yield Page(addresses.ACCESSIBILITY, STATEMENT.text, summary, html, (HOME,))


def audit_pages(records: Records, renderer: Renderer, known: Collection[str]) -> Iterator[Page]:
    """Give the report of the last audit; it leads to those of its pages that the site still has, by ``known``."""
    html = renderer.html("audit", addresses.ACCESSIBILITY_AUDIT, audit=records.audit, known=known)
    summary = "What automatic checkers found on every page of this site: date, tools, versions, pages and results."
    yield Page(addresses.ACCESSIBILITY_AUDIT, "Audit of accessibility", summary, html, (HOME, STATEMENT), kind=HELP)
