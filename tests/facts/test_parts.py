"""Which series and categories go by the name of a total."""

from __future__ import annotations

import pytest

from panelpapers.facts.parts import is_total
from panelpapers.facts.same_measure import plain


@pytest.mark.parametrize(
    "name",
    ["Total", "All people", "all forces", "Grand total", "England, in total", "Both sexes", "Everyone", "People",
     "Overall", "Women and men together", "Whole force", "Any kind", "Persons", "Total recorded crime"],
)  # fmt: skip
def test_a_total_by_name(name: str) -> None:
    assert is_total(plain(name))


@pytest.mark.parametrize(
    "name",
    ["all other categories", "All the rest", "all remaining forces", "women", "Allotments", "Peoples Park",
     "anybody else's", "totally lost", "Everton", "wholesale"],
)  # fmt: skip
def test_no_total_by_name(name: str) -> None:
    assert not is_total(plain(name))
