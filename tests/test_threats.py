"""Every threat that is written down is held by a test that exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
THREATS = (ROOT / "docs" / "threats.md").read_text(encoding="utf-8")
ROWS = [line for line in THREATS.splitlines() if line.startswith("| ") and not line.startswith("| who could")]
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", THREATS)))


def functions(file: str) -> set[str]:
    path = ROOT / file
    if not path.is_file():
        return set()
    return {node.name for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_each_test_that_is_named_exists(file: str, name: str) -> None:
    assert name in functions(file)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[2:50])
def test_each_threat_names_its_test(row: str) -> None:
    who, what, held = row.strip("| ").split(" | ")
    assert who
    assert what
    assert re.fullmatch(r"`tests/[^`]+::test_\w+`(?:, `tests/[^`]+::test_\w+`)*", held)


def test_a_test_that_is_gone_is_seen() -> None:
    assert "test_that_is_not_there" not in functions("tests/test_threats.py")
    assert functions("tests/test_that_is_not_there.py") == set()


def test_each_way_in_has_its_rows() -> None:
    for way in ("a pull request", "a text", "a file", "a host"):
        section = THREATS.partition(f"\n## Through {way}")[2].partition("\n## ")[0]
        assert sum(line in ROWS for line in section.splitlines()) >= 3


def test_whoever_looks_for_a_way_to_report_finds_one() -> None:
    security = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert "Report a vulnerability" in security
    assert "docs/threats.md" in security
    assert not re.search(r"[\w.]+@[\w.]+", security), "no address is invented"
    for promise in ("within 5 working days", "within 30 days", "main branch"):
        assert promise in security
