"""What other programs may rely on: three functions and a version."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import panelpapers

pytestmark = pytest.mark.slow  # a site is made

CASE = Path(__file__).parent / "cases" / "second-panel"


def test_a_folder_is_read_and_checked() -> None:
    assert panelpapers.read(CASE).records.panel is not None
    assert panelpapers.check(CASE).sound


def test_a_site_is_made_of_it() -> None:
    site = panelpapers.build(CASE, date(2027, 3, 12))
    assert "meetings/2027-02-08/" in site.pages


def test_what_may_not_be_published_is_refused_with_its_problems(tmp_path: Path) -> None:
    (tmp_path / "panel.yml").write_text("nmae: Bus Board\n")
    with pytest.raises(panelpapers.Refused, match="nmae") as refused:
        panelpapers.build(tmp_path, date(2027, 1, 4))
    assert "unknown-name" in {problem.code for problem in refused.value.problems}


def test_everything_public_says_what_it_does() -> None:
    assert all(getattr(panelpapers, name).__doc__ for name in panelpapers.__all__)


def test_importing_it_loads_nothing_heavy() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import panelpapers, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert not {"pydantic", "altair", "mkdocs", "jinja2"} & set(loaded)
