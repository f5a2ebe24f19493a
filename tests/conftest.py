"""What tests in more than one folder share."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from filelock import FileLock

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the whole site, built by MkDocs from this repository, once for all workers."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "site"
    with FileLock(shared / "site.lock"):
        if not folder.exists():
            _build(folder)
    return folder


@pytest.fixture(scope="session")
def site_path(site: Path) -> str:
    """Give the path under which the site is published, such as ``/panel/``: the first address of its site map."""
    first = re.search(r"<loc>([^<]*)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    return urlsplit(first[1]).path if first else "/"


def _build(folder: Path) -> None:
    unfinished = folder.with_name("site-unfinished")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(unfinished)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"The site does not build:\n{done.stdout}{done.stderr}", pytrace=False)
    unfinished.rename(folder)
