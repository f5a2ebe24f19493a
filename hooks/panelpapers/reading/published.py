"""The list of published addresses, ``data/published-addresses.txt``: one address a line, and it only ever grows.

Written by ``panel-papers addresses``, read with patience: it is a set, in whatever order. What two people add
to it at once may stand between the marks of a merge. A heading says whose it is, so that the list of one panel is
not taken for that of another whose records stand in its place. Git remembers every address that ever stood in it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from ..records import limits
from ..records.place import Place
from ..records.problem import Problem
from .characters import mend_characters
from .decoding import read_bytes
from .whole_files import write_whole

PUBLISHED: Final = "published-addresses.txt"

HEADING: Final = (
    "# Every address of this site that was ever published: `panel-papers addresses` adds new ones.\n"
    "# No line is ever deleted: what was renamed stands in renamed.yml. What had to be taken out is here as a hash.\n"
)
_OF: Final = "# Published addresses of: "
_BEFORE: Final = ", before that "
_HASH: Final = "sha256:"
_NO_ADDRESS: Final = re.compile(r"#|<{7}|={7}|>{7}|\|{7}|$")
"""How remarks, the marks that Git puts between two sides of a merge, and empty lines begin."""


@dataclass(frozen=True)
class AddressList:
    """The list as it was read: each address with its line, and each name of the publication with the line of that."""

    addresses: Mapping[str, Place] = field(default_factory=dict)
    names: Mapping[str, Place] = field(default_factory=dict)
    """The present name first, then those that the panel had before; none in a list that does not say whose it is."""

    @property
    def first_name(self) -> str:
        """The name under which the panel first published: ids for those who follow it are made of it for good."""
        return [*self.names][-1] if self.names else ""

    def is_of(self, name: str) -> bool:
        """Whether this may be the list of a panel of that name: it says so, or it does not say whose it is."""
        return not self.names or name in self.names


def read_published(path: Path, file: str) -> tuple[AddressList, tuple[Problem, ...]]:
    """Read the list ``path``, shown to people as ``file``.

    Without the list nothing was published. A list that cannot be read is a problem, and nothing is raised. A link is
    told where the folder is read.
    """
    fix = "Put it back as it was before the last change: nobody needs to type in it."
    try:
        data = read_bytes(path, limits.LIST_FILE_LETTERS + 1)
        text = data.decode("utf-8-sig")
    except FileNotFoundError:
        return AddressList(), ()
    except (OSError, UnicodeDecodeError):
        if os.path.islink(path):  # noqa: PTH114 - unlike is_symlink, it raises nothing
            return AddressList(), ()
        problem = Problem("cannot-open", Place(file), "The list of published addresses cannot be read.", fix)
        return AddressList(), (problem,)
    if len(data) > limits.LIST_FILE_LETTERS:
        fact = f"The list of published addresses has more than {limits.LIST_FILE_LETTERS:,} letters."
        return AddressList(), (Problem("too-long", Place(file), fact, fix),)
    text, problems = mend_characters(text, file)
    return as_list(text, file), tuple(problems)


def as_list(text: str, file: str = "") -> AddressList:
    """Give the list that a text is; every text is one."""
    typed = [(line.strip(), Place(file, number)) for number, line in enumerate(text.splitlines(), 1)]
    addresses = {line.removeprefix("/"): place for line, place in typed if not _NO_ADDRESS.match(line)}
    headings = [(line.removeprefix(_OF), place) for line, place in typed if line.startswith(_OF)]
    return AddressList(addresses, {name: place for names, place in headings for name in names.split(_BEFORE)})


def heading(names: Iterable[str]) -> str:
    """Give the line that says whose list it is, by the present name and those before it."""
    return f"{_OF}{_BEFORE.join(names)}"


def hash_of(address: str) -> str:
    """Give the line that stands for an address which must not be read: a hash of its page, whatever place on it."""
    return _HASH + sha256(address.partition("#")[0].encode("utf-8")).hexdigest()


def is_hash(line: str) -> bool:
    """Whether a line of the list is such a hash."""
    return bool(re.fullmatch(f"{_HASH}[0-9a-f]{{64}}", line))


def write_published(path: Path, addresses: Iterable[str], names: Iterable[str]) -> None:
    """Write the list of published addresses, each once and in order, whole or not at all.

    Raises ``OSError`` where it cannot be written; the list is then as it was before.
    """
    write_whole({path: as_text(addresses, names).encode("utf-8")})


def as_text(addresses: Iterable[str], names: Iterable[str]) -> str:
    """Give the text of the list: whose it is, and each address once and in order."""
    return "".join((f"{heading(names)}\n", HEADING, *(f"{address}\n" for address in sorted(set(addresses)))))


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
    names, ever = {name, *current.names}, set[str]()
    for commit in _git(path, "log", "--full-history", "--format=%H", "--", path.name).split():
        try:
            version = as_list(_git(path, "show", f"{commit}:./{path.name}"))
        except NoHistory:  # this commit took the list away
            continue
        ever |= version.addresses.keys() if names & version.names.keys() else set()
    return frozenset(ever)


def _git(path: Path, *arguments: str) -> str:
    """Give what Git says in the folder of a file."""
    program = shutil.which("git")
    if program is None:
        raise NoHistory("Git is not on this machine.")
    done = subprocess.run([program, *arguments], cwd=path.parent, capture_output=True, check=False)  # noqa: S603 - git
    if done.returncode:
        raise NoHistory(f"Git says: {done.stderr.decode('utf-8', 'replace').strip() or 'nothing'}")
    return done.stdout.decode("utf-8", "replace")
