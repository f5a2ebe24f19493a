"""A list of packages is checked against what is locked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sbom import faults

LOCKED = {("altair", "6.3.0"), ("click", "8.3.2")}


def listed(name: str = "altair", version: str = "6.3.0", **file: object) -> dict[str, Any]:
    files = [{"type": "distribution", "url": "https://host.invalid/a.whl", "hashes": [{"alg": "SHA-256"}], **file}]
    return {"components": [{"name": name, "version": version, "externalReferences": files}]}


def test_a_list_of_what_is_locked_is_sound() -> None:
    assert list(faults(listed(), LOCKED)) == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (listed(version="6.2.0"), "altair 6.2.0 is not in uv.lock."),
        (listed(name="other"), "other 6.3.0 is not in uv.lock."),
        (listed(hashes=[]), "altair has a file without a hash."),
        (listed(type="website"), "altair has a file without a hash."),
        ({"components": []}, "There is no package in it."),
        ({}, "There is no package in it."),
    ],
)
def test_a_list_that_is_not_what_is_locked_is_seen(wrong: dict[str, Any], told: str) -> None:
    assert list(faults(wrong, LOCKED)) == [told]
