"""No two values that say something else have one key, and what is not known has none."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from panelpapers.kept import made_of
from panelpapers.kept.made_of import NotKnown, key, of_files
from panelpapers.reading.regimes import packaged_names, packaged_regime
from panelpapers.records.language import Worded
from panelpapers.records.publication import UNNAMED
from panelpapers.records.regime import Explanation

VALUES: tuple[object, ...] = (
    None, True, 1, "1", Markup("1"), b"1", "", b"", (), [], {}, ("1",), ["1"], (("1",),), ("1", ""), ("", "1"),
    ("11",), ("1", "1"), {"1": ""}, date(2026, 1, 5), time(14, 0), datetime(2026, 1, 5, 14, tzinfo=UTC),
    Fraction(2, 3), Decimal("1"), Decimal("1.0"), Worded({"cy": "1"}),
    Worded({"cy": "1", "de": "2"}),
    Explanation(word="1", means="2"), Explanation(word="1", means="2", language="de"),
)  # fmt: skip


def test_what_says_something_else_has_another_key() -> None:
    for one, other in combinations(VALUES, 2):
        assert key("page", one) != key("page", other), f"{one!r} and {other!r}"
    assert key("page", "1") == key("page", "1") != key("frame", "1")
    assert key("page", "1", "2") != key("page", ("1", "2"))


@given(st.lists(st.text(max_size=3), max_size=4), st.lists(st.text(max_size=3), max_size=4))
def test_texts_are_told_apart_however_they_are_divided(ours: list[str], theirs: list[str]) -> None:
    assert (key("page", *ours) == key("page", *theirs)) == (ours == theirs)


@pytest.mark.parametrize("name", [*packaged_names(), UNNAMED])
def test_what_surrounds_the_pages_under_a_regime_has_a_key(name: str) -> None:
    """Without one, no page of a panel under it would ever be taken from the store, and nobody would be told."""
    regime = packaged_regime(name)
    assert key("frame", regime) != key("frame", regime.model_copy(update={"zone": "Pacific/Apia"}))


def test_what_is_not_known_has_no_key() -> None:
    class Louder(str):
        __slots__ = ()

    for value in (object(), Louder("a"), {1, 2}, Path("a"), [print]):
        with pytest.raises(NotKnown):
            key("page", value)


def test_another_version_has_other_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = key("page", "1")
    monkeypatch.setattr(made_of, "software", lambda: "another")
    assert key("page", "1") != before
    (tmp_path / "a.html").write_text("1", encoding="utf-8")
    first = of_files([tmp_path])
    (tmp_path / "a.html").write_text("2", encoding="utf-8")
    second = of_files([tmp_path])
    (tmp_path / "a.html").rename(tmp_path / "b.html")
    assert len({first, second, of_files([tmp_path]), of_files([tmp_path, tmp_path])}) == 4
