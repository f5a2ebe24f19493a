"""A number that is unlike the others is asked about; one that is printed so in other documents is not."""

from __future__ import annotations

import pytest

from panelpapers.rules.number_forms import _likelier


@pytest.mark.parametrize(
    ("number", "others", "meant"),
    [
        ("-7", ["6", "8"], "7"),
        ("+7", [], "7"),
        ("– 7", ["6"], "7"),
        ("-7", ["-6", "-8"], None),
        ("CC-1", ["CC-2"], None),
        ("5O", ["49", "51"], "50"),
        ("1O2", [], "102"),
        ("5o", ["5m", "5n"], None),
        ("5O", ["50"], None),
        ("No", ["Yes"], None),
        ("10 TBC", ["9", "11"], "10"),
        ("10 TBC", ["9 a)", "11"], None),
        ("10 TBC", [], None),
        ("10 TBC", ["10", "11"], None),
        ("8 a)", ["7", "9"], None),
        ("8 bis", ["7", "8"], None),
        ("Ii", ["i", "iii"], "ii"),
        ("iI", ["I", "III"], "II"),
        ("ii", ["I"], None),
        ("Iv)", ["i)"], None),
        ("", ["1"], None),
    ],
)
def test_what_was_probably_meant(number: str, others: list[str], meant: str | None) -> None:
    assert _likelier(number, others) == meant
