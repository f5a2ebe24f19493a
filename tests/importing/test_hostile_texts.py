"""Texts that nobody writes, which rules must not look through for hours: they are taken as they are."""

from __future__ import annotations

from typing import Any

import pytest

from panelpapers.importing.account import Account
from panelpapers.importing.pack import Pack, Stretch
from panelpapers.importing.parts import Part, Source
from panelpapers.importing.roll import Roll
from panelpapers.importing.rules.minutes import minutes_of_meeting


@pytest.mark.parametrize("text", ["Aa ", "Aa bb. ", "Aa moved that Bb. ", "RESOLVED THAT ", "Ayes: Aa; ", "(i) a; "])
def test_an_endless_paragraph_is_one_of_many_words(text: str) -> None:
    endless = (text * (60_000 // len(text))).strip()
    parts = (
        Part("heading", "Minutes", 0, bold=True),
        Part("heading", "Roads", 1, number="1.", bold=True),
        Part("paragraph", endless, 2),
        Part("heading", "Parks", 3, number="2.", bold=True),
        Part("paragraph", "There were none.", 4),
    )
    source = Source("pack", parts)
    account = Account(source)
    pack = Pack(source, "2026-01-01", Roll(), "2025-01-01")
    (draft,) = minutes_of_meeting(Stretch("minutes", parts), pack, account)

    minutes: Any = draft.fields["minutes"]
    assert [minute["number"] for minute in minutes] == ["1.", "2."]
    assert [part.text for part, _ in account.left_over()] == ["Minutes"]
