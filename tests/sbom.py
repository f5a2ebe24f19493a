"""Checks a list of packages (an SBOM) against the standard of CycloneDX and against ``uv.lock``."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parents[1] / "uv.lock"


def faults(listed: dict[str, Any], locked: set[tuple[str, str]]) -> Iterator[str]:
    """Say what is wrong with a list: packages that are not locked in that version, without a hash, or none at all."""
    components = listed.get("components", [])
    if not components:
        yield "There is no package in it."
    for component in components:
        name, version = component["name"], component["version"]
        if (name, version) not in locked:
            yield f"{name} {version} is not in uv.lock."
        files = [one for one in component.get("externalReferences", []) if one["type"] == "distribution"]
        if not files or not all(one.get("hashes") for one in files):
            yield f"{name} has a file without a hash."


def against_the_standard(text: str) -> Iterator[str]:
    """Say what CycloneDX 1.5 does not allow in a list."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    wrong = JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)
    if wrong is not None:
        yield f"It is not CycloneDX 1.5: {wrong}"


def main(file: Path) -> int:
    """Check one file; tell what is wrong and give the exit code."""
    text = file.read_text(encoding="utf-8")
    lock = tomllib.loads(LOCK.read_text(encoding="utf-8"))
    locked = {(package["name"], package.get("version")) for package in lock["package"]}
    listed = json.loads(text)
    wrong = [*against_the_standard(text), *faults(listed, locked)]
    sys.stdout.write("\n".join(wrong) + "\n" if wrong else f"{len(listed['components'])} packages: {file}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
