"""One server for all tests of a worker; each page is opened once for all tests that look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import KINDS, KINDS_OF_SEVERAL, MODES, Mode
from tests.browser.looking import Look, looking, seen_as
from tests.browser.serving import served
from tests.browser.transcripts import SECOND_PANEL
from tests.conftest import built_once


@pytest.fixture(scope="session")
def root(site: Path, site_path: str) -> Iterator[str]:
    """Give the address of the site's home page on this machine."""
    with served(site, site_path) as address:
        yield address


@pytest.fixture(scope="session")
def root_of_several(site_of_several: Path, site_path: str) -> Iterator[str]:
    """Give the address of the home page of the site of several bodies on this machine."""
    with served(site_of_several, site_path) as address:
        yield address


@pytest.fixture(scope="session")
def sites(site_of_several: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give the folders of the sites that are heard."""
    return {
        "of a panel": built_once(tmp_path_factory, "site-of-a-panel", **SECOND_PANEL),
        "of several bodies": site_of_several,
    }


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Iterator[Callable[[str, Mode], Look]]:
    """Give a function that shows an address in a mode. Tabs are kept until another address is asked for."""
    kept: dict[tuple[str, str], Look] = {}
    with ExitStack() as closing:

        def shown(address: str, mode: Mode) -> Look:
            if all(address != other for other, _ in kept):
                kept.clear()
                closing.close()
            tab = (address, mode.opened_as)
            if tab not in kept:
                kept[tab] = closing.enter_context(looking(browser, address, mode))
            return seen_as(kept[tab], mode)

        yield shown


@pytest.fixture(scope="session")
def look(tabs: Callable[[str, Mode], Look], request: pytest.FixtureRequest) -> Look:
    """Give an open page of a kind in a mode; both come from ``@looks(...)`` on the test."""
    kind, mode = request.param
    root = request.getfixturevalue("root" if kind in KINDS else "root_of_several")
    return tabs(root + {**KINDS, **KINDS_OF_SEVERAL}[kind], MODES[mode])
