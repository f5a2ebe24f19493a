"""On which days Git keeps a change of each file of a folder: the one question that a build asks Git, and asks once.

Only days are asked for: no word of a file, and no word that somebody wrote of a change, comes from there.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kept:
    """The days of the first and of the last change of a file that Git keeps."""

    first: date
    last: date


def git_dates(folder: Path) -> Mapping[str, Kept]:
    """Give the days of each file of a folder, by its path there; none without Git, or with a part of its history.

    What is not committed yet is not known to Git.
    """
    if _said(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = _said(
        folder, "-c", "core.quotePath=false", "log", "--format=%x00%cs", "--name-only", "--relative", "--", "."
    )
    found: dict[str, Kept] = {}
    for commit in log.split("\0")[1:]:
        day, *files = filter(None, commit.split("\n"))
        on = date.fromisoformat(day)
        for file in files:
            kept = found.get(file, Kept(on, on))
            found[file] = Kept(min(on, kept.first), max(on, kept.last))
    return found


def _said(folder: Path, *arguments: str) -> str:
    """Give what Git says in a folder; nothing where there is none."""
    program = shutil.which("git")
    if program is None or not folder.is_dir():
        return ""
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603 - git
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
