"""What editors write as it was in a revision that Git keeps: laid out in a folder of its own, so that it can be read.

Beside the data folder lies ``content``, the folder of pages written by hand.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

_RANGE: Final = re.compile(r"(.+?)(\.{2,3})(.*)")


@dataclass(frozen=True, slots=True)
class State:
    """The two folders of one state. ``content`` is none where nobody can know which pages belong to these data."""

    data: Path
    content: Path | None


class NotThere(Exception):  # noqa: N818 - it is what is told
    """What was to be compared is neither a folder nor a revision. The message says so, and what to do."""


@contextmanager
def two_states(old: str, new: str | None, data: Path, *, git: bool = False) -> Iterator[tuple[State, State]]:
    """Give the folders of the two states that are meant, as long as the block lasts.

    Each is a data folder or a project; else, and always with ``git``, a revision of the repository that ``data`` is
    in. ``old`` may be a range, such as ``main...HEAD``; with neither that nor ``new``, the folder ``data`` is the new
    state. Raises ``NotThere`` for what is nothing of these, ``OSError`` for what a disk refuses.
    """
    with ExitStack() as kept:
        if new is None and (found := _RANGE.fullmatch(old)) and not _is_folder(old, git=git):
            old, new = found[1], found[3] or "HEAD"
            if found[2] == "...":
                old = _git(data, "merge-base", _commit(data, old), _commit(data, new)).strip()

        def state(named: str) -> State:
            if not _is_folder(named, git=git):
                return kept.enter_context(_laid_out(data, named))
            path = Path(named)
            is_project = not (path / "panel.yml").exists() and (path / "data").is_dir()
            return _beside(path / "data" if is_project else path)

        yield state(old), _beside(data) if new is None else state(new)


def _is_folder(named: str, *, git: bool) -> bool:
    return not git and Path(named).is_dir()


def _beside(data: Path) -> State:
    content = data.resolve().parent / "content"
    return State(data, content if content.is_dir() else None)


@contextmanager
def _laid_out(data: Path, revision: str) -> Iterator[State]:
    """Give the folders of a revision as a checkout would have them. Nothing in the repository changes."""
    commit = _commit(data, revision)
    below = _git(data, "rev-parse", "--show-prefix").strip().rstrip("/")
    above = below.rpartition("/")[0]
    with TemporaryDirectory(prefix="panel-papers-") as made:
        index, was = Path(made) / "index", State(Path(made) / "was", Path(made) / "content" if below else None)

        def lay_out(tree: str, to: Path) -> None:
            _git(data, "read-tree", tree, index=index)
            _git(data, "checkout-index", "--all", f"--prefix={to}/", index=index, top=True)

        was.data.mkdir()
        lay_out(f"{commit}:{below}" if below else commit, was.data)
        if was.content:
            was.content.mkdir()
            written = f"{above}/content" if above else "content"
            if _git(data, "ls-tree", "-d", "--full-tree", commit, "--", written):
                lay_out(f"{commit}:{written}", was.content)
        yield was


def _commit(data: Path, revision: str) -> str:
    """Give the full name of a commit: what anybody typed is handed to Git as nothing but a revision."""
    try:
        return _git(data, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    except NotThere as why:
        told = f'"{revision}" is neither a folder nor a revision that Git knows here.'
        raise NotThere(f"{told} Name two data folders, or a branch such as main. {why}".rstrip()) from None


def _git(data: Path, *arguments: str, index: Path | None = None, top: bool = False) -> str:
    """Give what Git says in the data folder. Raises ``NotThere`` with its words where it refuses."""
    program = shutil.which("git")
    if program is None:
        raise NotThere("Git is not on this machine: name two data folders.")
    if not data.is_dir():
        raise NotThere(f"There is no folder {data}: say with --data where the records are.")
    where = Path(_git(data, "rev-parse", "--show-toplevel").strip()) if top else data
    around = {**os.environ, **({"GIT_INDEX_FILE": str(index)} if index else {})}
    done = subprocess.run([program, *arguments], cwd=where, env=around, capture_output=True, check=False)  # noqa: S603 - git
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise NotThere(f"Git says: {said}" if said else "")
    return done.stdout.decode("utf-8", "replace")
