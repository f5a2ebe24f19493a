"""The list of published addresses, ``data/published-addresses.txt``: one address a line, and it only ever grows.

It is written by ``panel addresses`` and read with patience: it is a set, in whatever order, and what two people add
to it at once may stand between the marks of a merge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Final

from ..records.place import Place
from .problem import Problem

PUBLISHED: Final = "published-addresses.txt"

HEADING: Final = (
    "# Every address of this site that was ever published. `panel addresses` adds new ones after a publication.\n"
    "# No line is ever deleted: what was renamed stands in renamed.yml. What had to be taken out is here as a hash.\n"
)
_HASH: Final = "sha256:"
_NO_ADDRESS: Final = re.compile(r"#|<{7}|={7}|>{7}|\|{7}|$")
"""How remarks, the marks that Git puts between two sides of a merge, and empty lines begin."""


def read_published(path: Path, file: str) -> tuple[dict[str, Place], tuple[Problem, ...]]:
    """Give each address of the list ``path``, shown to people as ``file``, with its line.

    Without the list nothing was published. A list that cannot be read is a problem, and nothing is raised.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return {}, ()
    except (OSError, UnicodeDecodeError):
        fix = "Put it back as it was before the last change: nobody needs to type in it."
        return {}, (Problem("cannot-open", Place(file), "The list of published addresses cannot be read.", fix),)
    typed = ((number, line.strip()) for number, line in enumerate(lines, 1))
    return {line.removeprefix("/"): Place(file, number) for number, line in typed if not _NO_ADDRESS.match(line)}, ()


def hash_of(address: str) -> str:
    """Give the line that stands for an address which must not be read: a hash of its page, whatever place on it."""
    return _HASH + sha256(address.partition("#")[0].encode("utf-8")).hexdigest()


def is_hash(line: str) -> bool:
    """Whether a line of the list is such a hash."""
    return bool(re.fullmatch(f"{_HASH}[0-9a-f]{{64}}", line))


def write_published(path: Path, addresses: Iterable[str]) -> None:
    """Write the list of published addresses, each once and in order, whole or not at all."""
    text = HEADING + "".join(f"{address}\n" for address in sorted(set(addresses)))
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    unfinished.replace(path)
