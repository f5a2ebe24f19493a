"""No address that this repository ever published is lost: each is on the built site, and the list never shrank."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from panelpapers.pages.places import BY_HAND
from panelpapers.pages.withdrawals import withdrawals
from panelpapers.publication import Checked, check_folder, publish
from panelpapers.reading.published import PUBLISHED, hash_of, is_hash

ROOT = Path(__file__).parents[1]
LIST = f"data/{PUBLISHED}"


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_folder(ROOT / "data")


def git(*arguments: str, folder: Path = ROOT) -> str:
    """Give what Git says; a test without Git, or without the history of the file, is skipped with the reason."""
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("there is no Git here, or this is no clone, so there is no history to compare with")
    return done.stdout


def lines_taken_away(folder: Path, file: str) -> set[str]:
    """Give every address that a change ever took out of a list, merges and the deletion of the list among them."""
    history = git("log", "-m", "--patch", "--unified=0", "--no-renames", "--format=", "--", file, folder=folder)
    taken = {line[1:].strip() for line in history.splitlines() if re.match(r"-(?!-- )", line)}
    return {line for line in taken if line and not line.startswith("#")}


def test_every_published_address_is_still_there_or_leads_elsewhere(checked: Checked) -> None:
    assert checked.published, f"{LIST} is empty"
    assert [problem for problem in checked.problems if problem.code == "address-gone"] == []


def test_every_published_address_is_on_the_site_that_is_built(checked: Checked) -> None:
    site = publish(ROOT / "data", ROOT / "theme_overrides", date(2026, 1, 1)).site
    assert site is not None
    there = {*site.pages, *BY_HAND, *site.files}
    there |= {address.removesuffix("index.html") for address in site.files}
    for address, page in site.pages.items():
        there |= {f"{address}#{place}" for place in re.findall(r'\bid="([^"]+)"', str(page.html))}
    led = {address for address in checked.published if f"{address.partition('#')[0]}index.html" in site.files}
    taken = withdrawals(checked.records)
    plain = {address for address in checked.published if not is_hash(address) and not taken.settle(address)}
    assert plain - there - led == set()


def test_the_list_never_shrank(checked: Checked) -> None:
    if git("rev-parse", "--is-shallow-repository").strip() != "false":
        pytest.skip("this clone is shallow: the history of the list is not here")
    taken = lines_taken_away(ROOT, LIST) - checked.published.keys()
    assert {address for address in taken if hash_of(address) not in checked.published} == set()


def test_a_shorter_list_is_seen(tmp_path: Path) -> None:
    """The planted fault: an address that was taken away in one commit, and another in a merge."""
    run = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")

    def commit(text: str) -> None:
        (tmp_path / "list.txt").write_text(text)
        git("add", "list.txt", folder=tmp_path)
        git(*run, "commit", "--quiet", "--allow-empty", "--message=x", folder=tmp_path)

    git("init", "--quiet", "--initial-branch=main", folder=tmp_path)
    commit("# A remark.\na/\nb/\n")
    git("checkout", "--quiet", "-b", "other", folder=tmp_path)
    commit("# A remark.\na/\nb/\nc/\n")
    git("checkout", "--quiet", "main", folder=tmp_path)
    commit("# Another remark.\na/\n")
    git(*run, "merge", "--quiet", "--no-commit", "--strategy=ours", "other", folder=tmp_path)
    commit("# Another remark.\na/\n")
    assert lines_taken_away(tmp_path, "list.txt") == {"b/", "c/"}
