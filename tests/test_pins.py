"""The versions that are named in more than one place agree, and lock files name public registries only."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
LOCKS_OF_NODE = sorted(ROOT.glob("tests/*/package-lock.json"))
LOCK = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))


def test_command_lines_name_the_nox_that_is_locked() -> None:
    locked = {package["version"] for package in LOCK["package"] if package["name"] == "nox"}
    texts = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    assert set(re.findall(r"nox==([\d.]+)", texts)) == locked


def test_what_runs_the_jobs_is_installed_by_hash() -> None:
    locked = {(package["name"], package.get("version")): package for package in LOCK["package"]}
    told = re.split(r"\n(?=\S)", (ROOT / ".ci" / "tools.txt").read_text(encoding="utf-8").strip())
    names = set()
    for one in told:
        name, version = re.match(r"([\w.-]+)==([\w.]+)", one).groups()  # type: ignore[union-attr]
        package = locked[name, version]
        files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
        assert sorted(re.findall(r"--hash=(sha256:[0-9a-f]{64})", one)) == sorted(file["hash"] for file in files)
        names.add(name)
    assert names >= {"nox", "uv"}


def test_nothing_is_installed_by_pip_but_that() -> None:
    files = ("README.md", "CONTRIBUTING.md", "noxfile.py", ".ci/run", ".github/workflows/site.yml")
    for name in files:
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            assert "bin/pip install" not in line or "--require-hashes -r .ci/tools.txt" in line, name
    assert '"--require-hashes"' in (ROOT / "noxfile.py").read_text(encoding="utf-8")


def test_uv_lock_names_public_addresses_only() -> None:
    sources = {package["source"]["registry"] for package in LOCK["package"] if "registry" in package["source"]}
    files = [file["url"] for package in LOCK["package"] for file in package.get("wheels", [])]
    assert sources == {"https://pypi.org/simple"}
    assert {"/".join(url.split("/")[:3]) for url in files} == {"https://files.pythonhosted.org"}


def test_package_lock_names_public_addresses_only() -> None:
    for path in LOCKS_OF_NODE:
        packages = [package for name, package in json.loads(path.read_text("utf-8"))["packages"].items() if name]
        assert packages
        assert all(package["integrity"].startswith("sha512-") for package in packages)
        addresses = [package["resolved"] for package in packages if "resolved" in package]
        assert all(address.startswith("https://registry.npmjs.org/") for address in addresses)


def test_dependabot_looks_after_every_lock() -> None:
    told = YAML(typ="safe", pure=True).load(ROOT / ".github" / "dependabot.yml")
    looked_after = {
        (entry["package-ecosystem"], folder)
        for entry in told["updates"]
        for folder in entry.get("directories", [entry.get("directory")])
    }
    locks = {("npm", f"/tests/{path.parent.name}") for path in LOCKS_OF_NODE}
    assert looked_after == {("uv", "/"), ("github-actions", "/"), *locks}
