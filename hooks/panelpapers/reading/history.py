"""What Git remembers of the list of published addresses: every address that ever stood in it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from .published import AddressList, as_list


class NoHistory(Exception):  # noqa: N818 - it is what is told
    """There is nothing to compare a list with; the message says in one plain sentence why."""


def ever_listed(path: Path, current: AddressList, name: str) -> frozenset[str]:
    """Give every address that the list ``path`` ever held while it was the list of the same panel.

    ``current`` is the list as it is now, and ``name`` the panel's name. Versions that say they are of another panel
    do not count, nor do those from before the list said whose it is: the first that says so has all that they had.
    Both sides of every merge are looked at. Raises ``NoHistory`` without Git, or without a clone and all its history.
    """
    if _git(path, "rev-parse", "--is-shallow-repository").strip() != "false":
        raise NoHistory("This clone has only the newest part of the history: `git fetch --unshallow` gets the rest.")
    names = {name, *current.names}
    return frozenset(
        address for version in _versions(path) if names & version.names.keys() for address in version.addresses
    )


def _versions(path: Path) -> Iterator[AddressList]:
    """Give the list as each commit left it that changed it."""
    commits = _git(path, "log", "--full-history", "--format=%H", "--", path.name).split()
    for commit in commits:
        try:
            yield as_list(_git(path, "show", f"{commit}:./{path.name}"))
        except NoHistory:  # this commit took the list away
            continue


def _git(path: Path, *arguments: str) -> str:
    """Give what Git says in the folder of a file."""
    program = shutil.which("git")
    if program is None:
        raise NoHistory("Git is not on this machine.")
    done = subprocess.run([program, *arguments], cwd=path.parent, capture_output=True, check=False)  # noqa: S603 - git
    if done.returncode:
        raise NoHistory(f"Git says: {done.stderr.decode('utf-8', 'replace').strip() or 'nothing'}")
    return done.stdout.decode("utf-8", "replace")
