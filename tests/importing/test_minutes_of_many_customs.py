"""Minutes of many kinds of body, each in its own custom: cases/importing/minutes has a text, and what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from panelpapers.importing.account import Account
from panelpapers.importing.pack import Pack, Stretch
from panelpapers.importing.plain import read_text
from panelpapers.importing.roll import Roll
from panelpapers.importing.rules.minutes import minutes_of_meeting

CASES = sorted((Path(__file__).parents[1] / "cases/importing/minutes").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_minutes_are_found_in_the_custom_of_the_body(case: Path) -> None:
    source = read_text(case)
    pack = Pack(source, "2026-01-01", Roll(), "2025-01-01")
    (draft,) = minutes_of_meeting(Stretch("minutes", source.parts), pack, Account(source))

    assert [*told(draft.fields)] == case.with_suffix(".found").read_text(encoding="utf-8").splitlines()


def told(fields: Mapping[str, Any]) -> Iterator[str]:
    """Say in lines what was found."""
    for minute in fields["minutes"]:
        yield from _minute(minute, "")
    for declared in fields.get("declarations", []):
        yield f"declared: {' | '.join(str(value) for value in declared.values())}"
    for name in ("no_declarations", "present", "closed"):
        if name in fields:
            yield f"{name}: {fields[name]}"


def _minute(minute: Mapping[str, Any], inset: str) -> Iterator[str]:
    yield f"{inset}{minute.get('number', '')} | {minute['title']}"
    if "text" in minute:
        yield f"{inset}  {' '.join(minute['text'].split())}"
    for paragraph in minute.get("paragraphs", []):
        yield f"{inset}  § {paragraph['number']} {' '.join(paragraph['text'].split())}"
    for theme in minute.get("themes", []):
        yield f"{inset}  theme {theme['title']} {[exchange['asked'] for exchange in theme['exchanges']]}"
    for resolution in minute.get("resolutions", []):
        owner = f" -> {resolution['action']['owner']}" if "action" in resolution else ""
        votes = f" {resolution['votes']}" if "votes" in resolution else ""
        yield f"{inset}  = {resolution.get('numeral', '')} | {' '.join(resolution['text'].split())}{owner}{votes}"
    for motion in minute.get("motions", []):
        movers = f"{motion.get('moved_by', '')} | {motion.get('seconded_by', '')}"
        yield f"{inset}  ~ {motion['text']} | {movers} | {motion.get('result', '')} | {motion.get('votes', {})}"
    for inner in minute.get("minutes", []):
        yield from _minute(inner, f"{inset}  ")
