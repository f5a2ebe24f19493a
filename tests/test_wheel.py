"""The wheel, in an empty environment, makes the same site of the same data as this clone does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.project import ROOT, contents, environment, mkdocs, project

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("wheel")]


def uv(*arguments: str, **settings: str) -> None:
    places = os.pathsep.join((os.environ.get("PATH", ""), str(ROOT / ".nox/uv/bin"), str(ROOT / ".nox/tool/bin")))
    found = shutil.which("uv", path=places)
    if found is None:
        pytest.skip("uv is not on this machine; nox gets it")
    done = subprocess.run(
        [found, *arguments, "--quiet"],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    uv("build", "--wheel", "--out-dir", str(folder), str(ROOT))
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def python(wheel: Path) -> str:
    """Give the Python of an environment that has the wheel and what it needs, and nothing of this clone."""
    environment = wheel.parent / "environment"
    uv("sync", "--frozen", "--no-dev", "--no-install-project", UV_PROJECT_ENVIRONMENT=str(environment))
    program = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    uv("pip", "install", "--no-deps", "--python", str(program), str(wheel))
    return str(program)


def test_everything_that_a_site_needs_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    theme, package = ROOT / "theme_overrides", ROOT / "hooks" / "panelpapers"
    ours = {f"panelpapers/theme/{path.relative_to(theme).as_posix()}" for path in theme.rglob("*") if path.is_file()}
    ours |= {
        f"panelpapers/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert ours <= names
    assert not {name for name in names if name.startswith(("data/", "tests/", "content/", "publish"))}


def test_the_wheel_makes_the_same_site_as_this_clone(python: str, tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    assert mkdocs(folder, "build", "--quiet", "--site-dir", "theirs", python=python) == (0, "")
    assert mkdocs(folder, "build", "--quiet", "--site-dir", "ours", python=sys.executable) == (0, "")
    theirs, ours = contents(folder / "theirs"), contents(folder / "ours")
    assert len(theirs) > 90
    assert theirs.keys() == ours.keys()
    assert [name for name in theirs if theirs[name] != ours[name]] == []
    check = subprocess.run(
        [python, "-m", "panelpapers", "check"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (check.returncode, check.stdout.startswith("No problems: 20 files read.")) == (0, True), check.stdout


def test_a_project_puts_its_own_before_what_the_wheel_brings(python: str, tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    (folder / "content" / "how-to-use.md").write_text("# How we do it\n", encoding="utf-8")
    panel = folder / "theme_overrides" / "panel"
    panel.mkdir(parents=True)
    (panel / "a-to-z.html").write_text(
        '<p>Before ours.</p>\n{% include "panel-papers/panel/a-to-z.html" %}\n', encoding="utf-8"
    )
    (panel.parent / "404.html").write_text(
        '{% extends "panel-papers/404.html" %}{% block content %}<p>Ask us.</p>{{ super() }}{% endblock %}\n',
        encoding="utf-8",
    )
    assert mkdocs(folder, "build", "--quiet", python=python) == (0, "")
    site = contents(folder / "site")
    assert b"How we do it" in site["how-to-use/index.html"]
    assert b"Before ours." in site["a-to-z/index.html"]
    assert b"<h1>A to Z" in site["a-to-z/index.html"]
    assert b"<p>Ask us.</p><h1>This page is not here</h1>" in site["404.html"].replace(b"\n", b"")
