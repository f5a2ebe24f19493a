"""Small packs of many kinds of body, as text: each with what is in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from panelpapers import read
from panelpapers.importing.packing import import_pack, read_file
from tests.importing.packs import CASES
from tests.importing.scoring import score

INVENTED = sorted((CASES / "importing" / "invented").glob("*.txt"))


@pytest.mark.parametrize("case", INVENTED, ids=lambda case: case.stem)
def test_finds_everything_in_the_custom_of_the_body(case: Path) -> None:
    truth = json.loads(case.with_suffix(".json").read_text(encoding="utf-8"))
    imported = import_pack([read_file(case)], truth["meeting"], read(CASES / "second-panel").records)
    found = score(truth, imported.drafts)

    assert not any(found.missed.values()), "\n".join(found.lines())
