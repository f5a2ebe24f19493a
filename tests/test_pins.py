"""The versions that are named in more than one place agree, and lock files name public registries only."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))


def test_command_lines_name_the_nox_that_is_locked() -> None:
    locked = {package["version"] for package in LOCK["package"] if package["name"] == "nox"}
    texts = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    assert set(re.findall(r"nox==([\d.]+)", texts)) == locked


def test_uv_lock_names_public_addresses_only() -> None:
    sources = {package["source"]["registry"] for package in LOCK["package"] if "registry" in package["source"]}
    files = [file["url"] for package in LOCK["package"] for file in package.get("wheels", [])]
    assert sources == {"https://pypi.org/simple"}
    assert {"/".join(url.split("/")[:3]) for url in files} == {"https://files.pythonhosted.org"}


def test_package_lock_names_public_addresses_only() -> None:
    lock = json.loads((ROOT / "tests" / "browser" / "package-lock.json").read_text(encoding="utf-8"))
    addresses = [package["resolved"] for package in lock["packages"].values() if "resolved" in package]
    assert all(address.startswith("https://registry.npmjs.org/") for address in addresses)
