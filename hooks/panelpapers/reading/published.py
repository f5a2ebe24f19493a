"""The list of published addresses, ``data/published-addresses.txt``: one address a line, and it only ever grows.

It is written by ``panel addresses`` and read with patience: it is a set, in whatever order, and what two people add
to it at once may stand between the marks of a merge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from ..records import limits
from ..records.place import Place
from .opening import read_bytes
from .problem import Problem

PUBLISHED: Final = "published-addresses.txt"

HEADING: Final = (
    "# Every address of this site that was ever published. `panel addresses` adds new ones after a publication.\n"
    "# No line is ever deleted: what was renamed stands in renamed.yml.\n"
)
_NO_ADDRESS: Final = re.compile(r"#|<{7}|={7}|>{7}|\|{7}|$")
"""How remarks, the marks that Git puts between two sides of a merge, and empty lines begin."""


def read_published(path: Path, file: str) -> tuple[dict[str, Place], tuple[Problem, ...]]:
    """Give each address of the list ``path``, shown to people as ``file``, with its line.

    Without the list nothing was published. A list that cannot be read is a problem, and nothing is raised. A link is
    told where the folder is read.
    """
    fix = "Put it back as it was before the last change: nobody needs to type in it."
    try:
        data = read_bytes(path, limits.LIST_FILE_LETTERS + 1)
        lines = data.decode("utf-8-sig").splitlines()
    except FileNotFoundError:
        return {}, ()
    except (OSError, UnicodeDecodeError):
        if path.is_symlink():
            return {}, ()
        return {}, (Problem("cannot-open", Place(file), "The list of published addresses cannot be read.", fix),)
    if len(data) > limits.LIST_FILE_LETTERS:
        fact = f"The list of published addresses has more than {limits.LIST_FILE_LETTERS:,} letters."
        return {}, (Problem("too-long", Place(file), fact, fix),)
    typed = ((number, line.strip()) for number, line in enumerate(lines, 1))
    return {line.removeprefix("/"): Place(file, number) for number, line in typed if not _NO_ADDRESS.match(line)}, ()


def write_published(path: Path, addresses: Iterable[str]) -> None:
    """Write the list of published addresses, each once and in order, whole or not at all.

    Raises ``OSError`` where it cannot be written; the list is then as it was before.
    """
    text = HEADING + "".join(f"{address}\n" for address in sorted(set(addresses)))
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
