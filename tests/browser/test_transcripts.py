"""What is heard of each kind of page is what its transcript says, and leaves nobody lost."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import KINDS, MODES, looks
from tests.browser.listening import Heard, as_tree, hear, wrong_when_heard
from tests.browser.looking import Look, looking
from tests.browser.serving import served
from tests.browser.transcripts import ADDRESSES, FOLDER, HOMES, file_of, listen, transcript
from tests.conftest import SITE_PATH

pytestmark = pytest.mark.browser

# One worker builds the sites of test data and hears all of them.
together = pytest.mark.xdist_group("spoken")


@pytest.fixture(scope="module")
def heard(browser: Browser, sites: dict[str, Path]) -> dict[str, Heard]:
    return listen(browser, sites)


@together
@pytest.mark.parametrize("kind", HOMES)
def test_what_is_heard_is_in_the_transcript(heard: dict[str, Heard], kind: str) -> None:
    assert file_of(kind).exists(), f"This kind of page has no transcript: `nox -s spoken` writes {kind!r}"
    before = file_of(kind).read_text(encoding="utf-8")
    now = transcript(kind, heard[kind], heard[HOMES[kind]])
    changes = "\n".join(
        unified_diff(before.splitlines(), now.splitlines(), "as written down", "as heard", lineterm="")
    )
    if changes:
        pytest.fail(
            f"Something else is heard than is written down in {file_of(kind).name}:\n{changes}\n"
            "Read it as if you heard it. If it is right, `nox -s spoken` writes it down: propose that as well.",
            pytrace=False,
        )


@together
@pytest.mark.parametrize("kind", HOMES)
def test_nobody_is_lost(heard: dict[str, Heard], kind: str) -> None:
    found = wrong_when_heard(heard[kind])
    assert not found, "\n".join(found)


@looks("light", kinds=KINDS)
def test_nobody_is_lost_on_the_published_site(look: Look) -> None:
    """The pages of several bodies are those that have transcripts."""
    with look.changing():
        found = wrong_when_heard(hear(look.page))
    assert not found, "\n".join(found)


def test_each_kind_has_one_transcript_and_none_is_left_over() -> None:
    assert sorted(FOLDER.iterdir()) == sorted(map(file_of, HOMES))


@pytest.fixture(scope="module")
def indicator(browser: Browser, sites: dict[str, Path]) -> Iterator[Look]:
    with (
        served(sites["of a panel"], SITE_PATH) as root,
        looking(browser, root + ADDRESSES["indicator"], MODES["light"]) as look,
    ):
        yield look


@together
@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        ("document.querySelector('figure img').removeAttribute('alt')", "image, Grouped bar chart", "image"),
        ("document.querySelector('figure img').alt = ''", "image, Grouped bar chart", ""),
        ("document.querySelector('.trail a').textContent = 'More'", "link, Home", "link, More"),
        ("document.querySelector('main h2').setAttribute('aria-level', 3)", "level 2", "level 3"),
        (
            "document.querySelector('main').append(document.querySelector('h1'))",
            "heading, Fires",
            "heading, Fires",
        ),
        ("document.querySelector('main th').setAttribute('role', 'cell')", "columnheader, Period", "cell, Period"),
        ("document.querySelector('[role=region]').removeAttribute('role')", "region, Data", "table, Data"),
    ],
)
def test_planted_change_is_heard(heard: dict[str, Heard], indicator: Look, change: str, gone: str, come: str) -> None:
    with indicator.changing():
        indicator.page.evaluate(change)
        now = transcript("indicator", hear(indicator.page), heard["home"])
    before = transcript("indicator", heard["indicator"], heard["home"])
    changes = list(unified_diff(before.splitlines(), now.splitlines(), n=0, lineterm=""))[2:]
    assert any(line.startswith("-") and gone in line for line in changes), changes
    assert any(line.startswith("+") and come in line for line in changes) or not come, changes


def test_transcript_can_be_read() -> None:
    said = """document; main; heading, Stations, level 1; list; listitem, level 1, position 1, set size 2; link, Home;
        end of listitem, level 1, position 1, set size 2; listitem, level 1, position 2, set size 2; Ask; link, us;
        end of listitem, level 1, position 2, set size 2; end of list; table, Fires; rowgroup; row, May 3;
        rowheader, May; cell, 3; link, 3; end of cell, 3; end of row, May 3; end of rowgroup; end of table, Fires;
        end of main; end of document"""
    document = as_tree(" ".join(phrase.split()) for phrase in said.split(";"))
    assert transcript("minutes", document, document).splitlines() == [
        "document",
        "main",
        "    heading, Stations, level 1",
        "    list, 2 items",
        "        item 1: link, Home",
        "        item 2",
        "            Ask",
        "            link, us",
        "    table, Fires: row: rowheader, May | cell: link, 3",
    ]


def test_what_is_said_to_end_holds_what_was_said_since_it_began() -> None:
    said = ["document", "list", "end of the year", "link, list", "end of list", "text", "end of document"]
    document = as_tree(said)
    assert [one.said for one in document.within] == ["list", "text"]
    assert [one.said for one in document.within[0].within] == ["end of the year", "link, list"]
