"""Each pattern writes the sentence that was typed by hand from its figures, and the proof-reader confirms it."""

from __future__ import annotations

import re

import pytest

from panelpapers.words.pattern import readings
from panelpapers.words.proof.check import check
from tests.sentences import Case, cases, named_patterns

CASES = {case.name: case for case in cases()}
every_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


def test_every_pattern_has_a_case() -> None:
    told = {id(case.pattern) for case in cases()}
    assert [name for name, pattern in named_patterns().items() if id(pattern) not in told] == []


@every_case
def test_the_sentence_stands_in_the_text(case: Case) -> None:
    text = case.words.texts[case.where]
    alone = rf"(?:^|[.;] ){re.escape(case.says)}(?:[.;] |\.?$)"
    assert re.search(alone, text, re.IGNORECASE), text


@every_case
def test_the_proof_reader_reads_the_sentence_with_its_pattern(case: Case) -> None:
    ends = [end for end, _ in readings(case.pattern.parts, case.says, 0, case.readers)]
    assert len(case.says) in ends


@every_case
def test_the_proof_reader_finds_nothing_wrong(case: Case) -> None:
    findings = check(case.indicator, case.words.texts, cut=case.cut)
    assert not findings, "\n".join(f"{found.where}: {found.claim!r}: {found.message}" for found in findings)
