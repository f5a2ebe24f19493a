"""Templates: a project's own go before ours, and can extend the ones that they replace."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.pages import rendering
from panelpapers.pages.rendering import environment, themes

OURS = Path(__file__).parents[2] / "theme_overrides"


def test_a_clone_has_its_theme_at_its_root(tmp_path: Path) -> None:
    assert themes(OURS) == (OURS,)
    assert themes(tmp_path / "nowhere") == (OURS,)
    assert themes(tmp_path) == (tmp_path, OURS)


def test_an_installed_package_has_its_theme_within(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "theme" / "panel").mkdir(parents=True)
    (tmp_path / "theme" / "panel" / "home.html").write_text("installed", encoding="utf-8")
    monkeypatch.setattr(rendering, "_INSTALLED", tmp_path / "theme")
    assert themes(tmp_path / "nowhere") == (tmp_path / "theme",)
    assert environment(tmp_path / "nowhere").get_template("panel/home.html").render() == "installed"


def test_a_template_of_a_project_goes_before_ours_and_can_extend_it(tmp_path: Path) -> None:
    (tmp_path / "panel").mkdir()
    mine = tmp_path / "panel" / "nothing.html"
    mine.write_text("mine", encoding="utf-8")
    made, given = environment(tmp_path), {"page_address": "", "title": "T"}
    assert made.get_template("panel/nothing.html").render(given) == "mine"
    assert "mine" not in made.get_template("panel-papers/panel/nothing.html").render(given)
    mine.write_text('mine{% include "panel-papers/panel/nothing.html" %}', encoding="utf-8")
    ours = environment(OURS).get_template("panel/nothing.html").render(given)
    assert environment(tmp_path).get_template("panel/nothing.html").render(given) == f"mine{ours}"
    assert environment(tmp_path).get_template("panel/a-to-z.html").filename == str(OURS / "panel" / "a-to-z.html")
