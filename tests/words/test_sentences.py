"""Each pattern writes the sentence that was typed by hand from its figures, and the proof-reader confirms it."""

from __future__ import annotations

import re

from panelpapers.words.pattern import readings
from panelpapers.words.proof.check import check
from tests.sentences import Case, cases, named_patterns


def test_every_pattern_has_a_case() -> None:
    told = {id(case.pattern) for case in cases()}
    assert [name for name, pattern in named_patterns().items() if id(pattern) not in told] == []


def stands_in_its_text(case: Case) -> bool:
    alone = rf"(?:^|[.;] ){re.escape(case.says)}(?:[.;] |\.?$)"
    return bool(re.search(alone, case.words.texts[case.where], re.IGNORECASE))


def test_the_sentence_stands_in_the_text() -> None:
    offenders = [(case.name, case.words.texts[case.where]) for case in cases() if not stands_in_its_text(case)]
    assert offenders == []


def is_read(case: Case) -> bool:
    return len(case.says) in {end for end, _ in readings(case.pattern.parts, case.says, 0, case.readers)}


def test_the_proof_reader_reads_the_sentence_with_its_pattern() -> None:
    assert [(case.name, case.says) for case in cases() if not is_read(case)] == []


def test_the_proof_reader_finds_nothing_wrong() -> None:
    offenders = [
        f"{case.name}: {found.where}: {found.claim!r}: {found.message}"
        for case in cases()
        for found in check(case.indicator, case.words.texts, cut=case.cut)
    ]
    assert offenders == []
