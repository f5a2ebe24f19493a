"""What tests in more than one folder share."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from panelpapers.records.base import NO_ENTRIES, NO_REASONS
from tests.browser.provide import find_browser
from tests.first_publication import FOLDER, OWN_PAGES, TODAY, refuse_what_editors_write

ROOT = Path(__file__).parent.parent


def pytest_configure(config: pytest.Config) -> None:
    """Let no test open what editors write, and say how many cases are drawn.

    The fast run, without the slow tests, draws a tenth of them. In CI they are the same each time, so that a run says
    something of the change and not of its luck.
    """
    sys.addaudithook(refuse_what_editors_write)
    gc.set_threshold(200_000, 20, 100)  # as the command line does
    fast = "not slow" in config.option.markexpr
    same = bool(os.environ.get("CI"))
    settings.register_profile("here", max_examples=10 if fast else 100, derandomize=same, deadline=None)
    settings.load_profile("here")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the slow tests first and the quick ones last, so that no worker of xdist waits for another at the end.

    The tests of a file stay on one worker, which makes once what they share, but for those that have a group.
    """
    for item in items:
        if not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(item.path.relative_to(ROOT).as_posix()))
    gc.collect()
    gc.freeze()  # what was imported and collected stays: nothing need look through it again
    items.sort(key=lambda item: [not item.get_closest_marker(name) for name in ("slow", "browser")])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Tell the time that one processor worked, which does not depend on what else the machine does."""
    if not getattr(config.option, "numprocesses", None):
        terminalreporter.write_line(f"{sum(os.times()[:4]):.0f} seconds of processor time")


@pytest.fixture(scope="session", autouse=True)
def what_records_share_stays_empty() -> Iterator[None]:
    """See to it that nothing which ran changed the list that stands in all records for what was not typed."""
    yield
    assert (NO_ENTRIES, NO_REASONS) == ([], {})


SITE_PATH = "/panel/"


SEVERAL = {"PANEL_DATA": "tests/cases/bodies/alder-creek", "PANEL_TODAY": "2027-02-01"}
"""A site of several bodies, with votes, interests, deferred business and a body that ended."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the whole site of the first publication, built by MkDocs once for all workers."""
    return built_once(tmp_path_factory, "site")


@pytest.fixture(scope="session")
def site_of_several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give that of the site of several bodies."""
    return built_once(tmp_path_factory, "site-of-several", **SEVERAL)


def built_once(tmp_path_factory: pytest.TempPathFactory, name: str, **settings: str) -> Path:
    """Give the folder of a site that is built once for all workers; ``settings`` as for ``build_site``."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / name
    with FileLock(shared / f"{name}.lock"):
        if not folder.exists():
            unfinished = folder.with_name(f"{name}-unfinished")
            if unfinished.exists():
                pytest.fail("The site does not build: the first error says why.", pytrace=False)
            unfinished.mkdir()
            if complaint := build_site(unfinished, **settings):
                pytest.fail(f"The site does not build:\n{complaint}", pytrace=False)
            unfinished.rename(folder)
    return folder


@pytest.fixture(scope="session")
def site_path() -> str:
    """Give the path under which the site is served: not the root of a host, as on GitHub Pages."""
    return SITE_PATH


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a real browser, which shows nothing on the screen."""
    path = find_browser()
    if not path:
        pytest.fail("There is no browser on this machine: `nox -s browser` gets one", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


def build_site(folder: Path, **settings: str) -> str:
    """Build the site of the first publication into a folder as it was published; give what MkDocs says if it fails.

    ``settings`` are environment variables, such as ``PANEL_DATA`` for another panel.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": f"https://papers.example{SITE_PATH}"}
    environment["PANEL_CACHE"] = "charts"  # the index of a build before may put what is found in another order
    environment |= {"PANEL_CONTENT": str(OWN_PAGES), "PANEL_DATA": str(FOLDER), "PANEL_TODAY": TODAY.isoformat()}
    done = subprocess.run(command, cwd=ROOT, env=environment | settings, capture_output=True, text=True, check=False)
    return f"{done.stdout}{done.stderr}" if done.returncode else ""
