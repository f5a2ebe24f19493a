"""Nothing that a person can type raises anything: a few values by a fixed seed; ``nox -s fuzz`` tries more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.limits.forms_typed import copy_folder, every_field
from tests.limits.fuzz import answer, cases

pytestmark = pytest.mark.slow


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return copy_folder(tmp_path)


def test_there_is_a_field_of_every_form() -> None:
    assert len({field.file for field in every_field()}) >= 16
    assert len(list(every_field())) > 300


def test_every_value_is_answered(data: Path) -> None:
    found = [answer(data, field, value, site=False) for field, value in cases(7, 60)]
    assert sum(count > 0 for count in found) > 30, "most of them are wrong, and told"


def test_what_may_be_published_can_be(data: Path) -> None:
    for field, value in cases(11, 60):
        answer(data, field, value, site=True)
