"""A whole meeting in braille: contracted Unified English Braille by liblouis, as a BRF of 40 cells by 25 lines."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from ..pages.packs import NotKept
from .finished import Finished
from .passages import Passage, passages

CELLS: Final = 40
LINES: Final = 25

_CONTRACTED: Final = "en-us-brf.dis,en-ueb-g2.ctb"
_UNCONTRACTED: Final = "en-us-brf.dis,en-ueb-g1.ctb"
"""Passages in another language than English are written letter by letter."""
_LONGEST: Final = 400
"""Signs that are given to liblouis at once: it loses what is after some 2,000."""
_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?:;]) ")
_INDENTS: Final = {"text": (2, 0), "entry": (0, 2), "term": (0, 4), "definition": (2, 4), "row": (0, 2)}
"""How many cells are left free before the first line and before the others, at the first depth of a list."""
_DEEPEST: Final = 4

_Part = tuple[str, str]
"""A text to be translated, and by which table."""


def braille(page: Finished) -> bytes:
    """Give the file, the same for the same page. Raises ``NotKept`` where liblouis cannot translate it.

    The first line of each page is free but for its number. A heading never stands in the last line.
    """
    if not page.language.startswith("en"):
        raise NotKept(f"Braille is made of pages in English only, and this one is in {page.language}.")
    read = [*(Passage("text", 0, [(told, "")]) for told in page.around), *passages(page.main)]
    parts = [list(_parts(passage)) for passage in read]
    found = _translated(sorted({part for of_passage in parts for part in of_passage}))
    numbers = _translated([(str(number), _CONTRACTED) for number in range(1, len(read) + 100)])
    blocks = [
        list(_set(passage, [word for part in of_passage for word in found[part].split()]))
        for passage, of_passage in zip(read, parts, strict=True)
    ]
    pages = list(_pages(read, blocks))
    told = (
        "\r\n".join((numbers[str(number), _CONTRACTED].rjust(CELLS), *lines)) + "\r\n\f"
        for number, lines in enumerate(pages, start=1)
    )
    return "".join(told).encode("ascii")


def _parts(passage: Passage) -> Iterator[_Part]:
    """Give the stretches of a passage, of one language each, by sentences where they are long."""
    joined: list[list[str]] = []
    for text, language in passage.words:
        table = _CONTRACTED if not language or language.startswith("en") else _UNCONTRACTED
        if joined and (joined[-1][1] == table or not text.strip()):
            joined[-1][0] += text
        else:
            joined.append([text, table])
    for text, table in joined:
        stretch = ""
        for piece in _pieces(" ".join(text.split())):
            if stretch and len(stretch) + len(piece) > _LONGEST:
                yield stretch, table
                stretch = ""
            stretch = f"{stretch} {piece}".strip()
        if stretch:
            yield stretch, table


def _pieces(text: str) -> Iterator[str]:
    """Give the sentences of a text, and the words of one that is too long."""
    for sentence in _SENTENCE_ENDS.split(text):
        yield from [sentence] if len(sentence) <= _LONGEST else sentence.split(" ")


def _translated(parts: Sequence[_Part]) -> dict[_Part, str]:
    """Give each text in braille, as ASCII has it."""
    by_table: dict[str, list[str]] = defaultdict(list)
    for text, table in parts:
        by_table[table].append(text)
    found: dict[_Part, str] = {}
    for table, texts in by_table.items():
        run = ["lou_translate", "--forward", table]
        given = "".join(f"{text}\n" for text in texts)
        done = subprocess.run(run, input=given, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
        lines = done.stdout.splitlines()
        if done.returncode or len(lines) != len(texts):
            raise NotKept(f"liblouis could not translate the page. {' '.join(done.stderr.split())[:200]}".strip())
        found |= {(text, table): line for text, line in zip(texts, lines, strict=True)}
    return found


def _set(passage: Passage, words: Sequence[str]) -> Iterator[str]:
    """Give the lines of a passage. A word that is longer than a line is parted where the line ends."""
    if passage.kind == "heading":
        first = others = 4 if passage.depth == 2 else 6
    else:
        deeper = 2 * min(max(passage.depth - 1, 0), _DEEPEST)
        first, others = (cells + deeper for cells in _INDENTS[passage.kind])
    line = ""
    begun = False
    for word in words:
        room = CELLS - (others if begun else first)
        if line and len(line) + 1 + len(word) > room:
            yield " " * (CELLS - room) + line
            line, begun = "", True
            room = CELLS - others
        line = f"{line} {word}" if line else word
        while len(line) > room:
            yield " " * (CELLS - room) + line[:room]
            line, begun = line[room:], True
            room = CELLS - others
    if line:
        yield (
            " " * (others if begun else first) + line
            if not _is_title(passage, begun)
            else line.center(CELLS).rstrip()
        )


def _is_title(passage: Passage, begun: bool) -> bool:
    return passage.kind == "heading" and passage.depth == 1 and not begun


def _pages(read: Sequence[Passage], blocks: Sequence[list[str]]) -> Iterator[list[str]]:
    """Give the lines of each page: an empty one before a heading, which takes two lines of the next with it."""
    page: list[str] = []
    full = LINES - 1
    for number, (passage, lines) in enumerate(zip(read, blocks, strict=True)):
        if passage.kind == "heading":
            following = blocks[number + 1] if number + 1 < len(blocks) else []
            if page and len(page) + 1 + len(lines) + min(len(following), 2) > full:
                yield page
                page = []
            if page:
                page.append("")
        for line in lines:
            if len(page) == full:
                yield page
                page = []
            page.append(line)
    if page:
        yield page
