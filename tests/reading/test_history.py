"""What Git remembers of the list of published addresses, in small histories made for it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from panelpapers.reading.published import PUBLISHED, NoHistory, as_list, ever_listed, heading

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no Git on this machine")
WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
A = "A Panel"

Commit = Callable[..., None]


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *WHO, *arguments], cwd=folder, capture_output=True, check=True)


@pytest.fixture
def commit(tmp_path: Path) -> Commit:
    """Give what commits a list of these names and addresses, in a clone with nothing in it yet."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")

    def commit(names: list[str], *addresses: str) -> None:
        named = [heading(names)] if names else []
        (tmp_path / PUBLISHED).write_text("\n".join([*named, *addresses, ""]), encoding="utf-8")
        git(tmp_path, "add", PUBLISHED)
        git(tmp_path, "commit", "--quiet", "--allow-empty", "--message=x")

    return commit


def ever(folder: Path, name: str = A) -> set[str]:
    file = folder / PUBLISHED
    return set(ever_listed(file, as_list(file.read_text(encoding="utf-8") if file.exists() else ""), name))


def test_what_was_taken_away_in_a_commit_or_in_a_merge_is_remembered(commit: Commit, tmp_path: Path) -> None:
    commit([A], "a/", "b/")
    git(tmp_path, "checkout", "--quiet", "-b", "other")
    commit([A], "a/", "b/", "c/")
    git(tmp_path, "checkout", "--quiet", "main")
    commit([A], "a/")
    git(tmp_path, "merge", "--quiet", "--strategy=ours", "--message=x", "other")
    assert ever(tmp_path) == {"a/", "b/", "c/"}


def test_a_list_that_was_deleted_is_remembered(commit: Commit, tmp_path: Path) -> None:
    commit([A], "a/")
    git(tmp_path, "rm", "--quiet", PUBLISHED)
    git(tmp_path, "commit", "--quiet", "--message=x")
    assert ever(tmp_path) == {"a/"}


def test_another_panel_begins_its_own(commit: Commit, tmp_path: Path) -> None:
    commit([A], "a/")
    commit(["B Panel"], "b/")
    assert ever(tmp_path, "B Panel") == {"b/"}
    (tmp_path / PUBLISHED).unlink()
    assert ever(tmp_path, "C Panel") == set()


def test_a_panel_keeps_what_it_published_under_an_older_name(commit: Commit, tmp_path: Path) -> None:
    commit([A], "a/")
    commit(["B Panel", A], "b/")
    assert ever(tmp_path, "B Panel") == {"a/", "b/"}


def test_versions_that_do_not_say_whose_they_are_do_not_count(commit: Commit, tmp_path: Path) -> None:
    commit([], "a/")
    commit([A], "b/")
    assert ever(tmp_path) == {"b/"}


def test_without_a_clone_it_is_told_why(tmp_path: Path) -> None:
    with pytest.raises(NoHistory, match="not a git repository"):
        ever(tmp_path)


def test_without_git_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoHistory, match="Git is not on this machine"):
        ever(tmp_path)


def test_a_shallow_clone_is_told(commit: Commit, tmp_path: Path) -> None:
    commit([A], "a/", "b/")
    commit([A], "a/")
    git(tmp_path, "clone", "--quiet", "--depth=1", tmp_path.as_uri(), "shallow")
    with pytest.raises(NoHistory, match="--unshallow"):
        ever(tmp_path / "shallow")
