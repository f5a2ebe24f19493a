"""The sites whose HTML is read."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session", params=["site", "site_of_several"])
def built(request: pytest.FixtureRequest) -> Path:
    """Give the folder of each site: that of the first publication, and that of several bodies."""
    folder: Path = request.getfixturevalue(request.param)
    return folder
