"""No expression of the package takes more than in proportion to a text, however the text is made.

Steps are counted and not seconds, so that a busy machine changes nothing. An expression that is made only while the
package runs is named below, with the reason why it is no danger.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest

from tests.limits.expressions import Expression, attacks, every_expression
from tests.limits.steps import Walk

SIZE = 5
EVERY = list(every_expression())
MADE_WHILE_RUNNING = {
    ("exports/leaving_out.py", "f'<(/?){name}\\\\b'"): "the name of an element, in a row",
    ("exports/leaving_out.py", "'|'.join(ways)"): "each of them stands in a table there",
    ("pages/called.py", "f'(?<![a-z0-9]){re.escape(key)}(?![a-z0-9])'"): "a text that is looked for as it is",
    ("words/naming.py", "f'\\\\b{re.escape(word)}\\\\b'"): "a text that is looked for as it is",
    ("importing/rules/decisions.py", "f'{decided}(?:\\\\s*/\\\\s*{decided})?'"): "words of a list, in a row",
    ("facts/noted.py", "'|'.join(of_form)"): "words of a regime; at each word of a sentence one way alone leads on",
    (
        "importing/rules/decisions.py",
        "f\"it\\\\s+was{adverb}\\\\s+{words('decides').pattern}\\\\b\"",
    ): "words of a list, in a row",
    (
        "importing/rules/decisions.py",
        "f\"{body}{adverb}\\\\s+{words('decides').pattern}\\\\b\"",
    ): "words of a list, in a row",
    (
        "importing/rules/decisions.py",
        "f'(?:[^.]{{0,160}}[,:]\\\\s*)?{body}(?:\\\\s+(?:then|therefore|also))?:'",
    ): "what stands before is bounded",
    (
        "importing/rules/decisions.py",
        "f'(?:^|[\\\\s,]){body}\\\\b|^it\\\\s+was\\\\b|\\\\band\\\\s+it\\\\s+was\\\\b'",
    ): "words of a list, in a row",
    (
        "importing/rules/votes.py",
        "f'(?<![\\\\w-]){words(name).pattern}\\\\s*(?:\\\\(\\\\d+\\\\)\\\\s*)?[:–—-]+\\\\s*'",
    ): "words of a list, in a row",
    ("importing/rules/motions.py", "f'\\\\b{words(name).pattern}\\\\b'"): "words of a list, in a row",
    ("importing/rules/motions.py", "pattern"): "each of them stands in a table there",
    (
        "importing/rules/names.py",
        "marks if ';' not in outside else ';|\\\\band\\\\b(?=\\\\s+[A-Z])'",
    ): "signs between names",
    ("importing/rules/names.py", "pattern"): "each of them stands in a table there",
    (
        "importing/rules/names.py",
        "f'(?<=[\\\\w)])(?<!for)(?<!and)\\\\s+(?={again}\\\\s+[A-Z])'",
    ): "a title as it was written, after a run of spaces",
    (
        "importing/words.py",
        "'(?<!\\\\w)(?:' + '|'.join(sorted(forms, key=len, reverse=True)) + ')(?!\\\\w)'",
    ): "the words of a list",
    ("importing/rules/decisions.py", "shouted"): "words of a list, in a row",
    ("facts/years.py", "named"): "the name of an event of the regime; all else is bounded",
    ("facts/figures_in_text.py", "pattern"): "each of them stands in a table there, and is short and bounded",
    ("facts/suppressed_words.py", "_LIMIT + re.escape(figure)"): "a figure as it was typed",
    ("pages/explaining.py", "f'\\\\b(?:{forms})\\\\b'"): "words that a publication explains, as they were typed",
    ("records/roles.py", "words"): "each of them stands in a table there",
    ("records/units.py", "form"): "each of them stands in a table there; a unit has a line of letters at most",
    (
        "words/proof/pieces.py",
        "f'{space}(\\\\d{{1,3}}(?:,\\\\d{{3}})*(?:\\\\.\\\\d+)?) {part}(s?)(?!\\\\w)'",
    ): "the names of parts of a time; numbers are bounded",
    ("pages/claims.py", "'|'.join(map(translate, patterns))"): "names of a closed table, with at most one star each",
    ("reading/lines.py", "pattern"): "each of them stands in a table beside its rule",
    ("reading/typed_values.py", "f'\\\\w{mark}\\\\w'"): "three signs",
    ("records/forms.py", "re.sub('<(\\\\w+)>', '(?P<\\\\1>[^/\\\\n]+)', path)"): "the names of folders and of a file",
    (
        "records/language.py",
        "f\"(?<!\\\\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\\\\w)\"",
    ): "names as they were typed",
    ("records/period.py", "form"): "each of them stands in a table there; what is read has 200 letters at most",
    (
        "records/period.py",
        "f'(?<![\\\\w.,/]){form}(?![\\\\w%/]|[.,]\\\\d)'.replace('(\\\\d{4})', '((?:19|20)\\\\d{2})')",
    ): "the same, with bounded numbers",
    ("rules/exempt.py", "f'\\\\b{re.escape(law.cited_as)}{_NUMBERS}'"): "a word of the regime; nothing goes back",
    ("rules/exempt.py", "f'(?<!\\\\w){re.escape(number)}(?!\\\\w|\\\\.\\\\d)'"): "a number as it was typed",
    ("rules/plain.py", "f'(?<![\\\\w-])(?:{words})(?![\\\\w-])'"): "the words of a list",
    ("rules/indicators.py", "f'\\\\b{NUMBERS[int(size)]}\\\\b'"): "a number in words",
    ("rules/papers.py", "f'(?<!\\\\w){re.escape(title)}(?!\\\\w)'"): "a title as it was typed",
    ("words/nouns.py", "f'(?<!\\\\w){re.escape(word)}(?!\\\\w)'"): "what is counted, as it was typed",
}

OF_FEW_FILES = "importing"
"""A room that reads the few files that somebody chose. Most of its texts hold no two spaces in a row, of which
attacks are made, so that a power of a text's length is borne. How long whole files take is in ``tests/importing``."""


@pytest.fixture(autouse=True, scope="module")
def deep() -> Iterator[None]:
    """The model of the library's way calls itself for each repetition."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    yield
    sys.setrecursionlimit(before)


def steps(expression: re.Pattern[str], used: frozenset[str], text: str) -> int:
    """Count the steps of an expression on a text, and hold what the model finds against what the library finds."""
    walk = Walk(expression, text)
    if used == {"fullmatch"}:
        found = expression.fullmatch(text)
        assert walk.fullmatch() == (found.end() if found else None), (expression.pattern, text)
    elif used <= {"match", "fullmatch"}:
        found = expression.match(text)
        assert walk.match() == (found.end() if found else None), (expression.pattern, text)
    else:
        spans = [match.span() for match in expression.finditer(text)]
        assert walk.search_all() == spans, (expression.pattern, text)
    return walk.steps


def test_every_expression_is_known() -> None:
    assert len(EVERY) > 150
    unknown = {(one.file.removeprefix("panelpapers/"), one.written) for one in EVERY if one.pattern is None}
    assert unknown == set(MADE_WHILE_RUNNING)


PROPORTIONAL = [one for one in EVERY if one.pattern and f"/{OF_FEW_FILES}/" not in one.file]
OTHERS = [one for one in EVERY if one.pattern and f"/{OF_FEW_FILES}/" in one.file]


@pytest.mark.slow
@pytest.mark.parametrize("expression", PROPORTIONAL, ids=lambda one: f"{one.file}:{one.line}")
def test_an_expression_takes_steps_in_proportion_to_the_text(expression: Expression) -> None:
    assert expression.pattern is not None
    for texts in zip(*(attacks(expression.pattern, size * SIZE) for size in (1, 2, 4)), strict=True):
        small, medium, large = (steps(expression.pattern, expression.used, text) for text in texts)
        assert large - medium <= 2.6 * (medium - small) + 40, (expression.written, texts[0], small, medium, large)


@pytest.mark.slow
@pytest.mark.parametrize("expression", OTHERS, ids=lambda one: f"{one.file}:{one.line}")
def test_no_expression_of_the_import_takes_steps_without_bound(expression: Expression) -> None:
    assert expression.pattern is not None
    for texts in zip(*(attacks(expression.pattern, size) for size in (3, 6)), strict=True):
        small, large = (steps(expression.pattern, expression.used, text) for text in texts)
        assert large <= 27 * small + 400, (expression.written, texts[0], small, large)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pattern", "used"),
    [(r"\s+\d", "search"), (r"(a+)+b", "match"), (r"\S+@\S+", "search"), (r"\[[^\]]*\]", "search")],
)
def test_an_expression_that_takes_more_is_seen(pattern: str, used: str) -> None:
    made, taken = re.compile(pattern), []
    for texts in zip(*(attacks(made, size * SIZE) for size in (1, 2)), strict=True):
        small, medium = (steps(made, frozenset({used}), text) for text in texts)
        taken.append(medium / max(small, 1))
    assert max(taken) > 2.6
