"""The list of published texts, ``data/published-texts.txt``: on which day which words stood at which address.

Written by ``panel-papers addresses``, beside the list of addresses, and read with patience: what is no line of it is
passed over, such as the marks of a merge. New lines come at the end, so that a copy that somebody kept can be held
against it. Of what was withdrawn no hash stays, since short words can be found by their hash: only its day does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from ..records import limits
from .decoding import read_bytes
from .whole_files import write_whole

TEXTS: Final = "published-texts.txt"
HASH: Final = "sha256:"
_WITHDRAWN: Final = "withdrawn"
_HEADING: Final = (
    "# Each published text: the day, a hash of its words, its address. `panel-papers addresses` adds new lines.\n"
    "# The list shows a change only to somebody who kept a copy. Of what was withdrawn, the day stays and no hash.\n"
)
_LINE: Final = re.compile(rf"(\d{{4}}-\d\d-\d\d) ({HASH}[0-9a-f]{{64}}|{_WITHDRAWN}) (\S+)")


@dataclass(frozen=True, slots=True)
class Listed:
    """One line: since which day the words with this hash stand at an address, or that a text was withdrawn."""

    on: date
    hash: str
    """In hexadecimal digits; nothing of a text that was withdrawn."""
    address: str

    @property
    def line(self) -> str:
        """The line as it is written."""
        return f"{self.on.isoformat()} {f'{HASH}{self.hash}' if self.hash else _WITHDRAWN} {self.address}"


class NotListed(Exception):  # noqa: N818 - it is what is told
    """The list cannot be read. The message says so, and what to do."""


def read_listed(path: Path) -> tuple[Listed, ...]:
    """Read the list; without one, nothing was listed. Raises ``NotListed`` for a file that is no such list."""
    try:
        data = read_bytes(path, limits.LIST_FILE_LETTERS + 1)
        text = data.decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as why:
        raise NotListed(f"{path} cannot be read as a list of published texts. Put it back as it was.") from why
    if len(data) > limits.LIST_FILE_LETTERS:
        raise NotListed(f"{path} has more than {limits.LIST_FILE_LETTERS:,} letters. Put it back as it was.")
    return tuple(as_listed_texts(text))


def as_listed_texts(text: str) -> Iterable[Listed]:
    """Give the lines of a list that a text holds, in order."""
    for line in text.splitlines():
        if found := _LINE.fullmatch(line.strip()):
            try:
                day = date.fromisoformat(found[1])
            except ValueError:
                continue
            yield Listed(day, found[2].removeprefix(HASH) if found[2] != _WITHDRAWN else "", found[3])


def write_listed(path: Path, listed: Iterable[Listed]) -> None:
    """Write the list, whole or not at all. Raises ``OSError`` where it cannot be written."""
    write_whole({path: listed_text(listed).encode("utf-8")})


def listed_text(listed: Iterable[Listed]) -> str:
    """Give the text of a list: each line once, in the order given."""
    return _HEADING + "".join(f"{line}\n" for line in dict.fromkeys(entry.line for entry in listed))
