"""The folder of pages written by hand: whatever lies in it is on the site, so nothing in it may run in a browser.

A page is Markdown without HTML. Beside pages there may be files of the kinds that papers attach, and the few that
hosts and browsers look for; scripts, drawings that can hold one, and whole pages of HTML are none of these.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pydantic_core import PydanticCustomError

from ..records import limits
from ..records.attached import FORMATS
from ..records.kinds import read_language
from ..records.markup import TAG
from ..records.place import Place
from ..records.problem import Problem
from .attached import look_through
from .characters import mend_characters, odd_name
from .decoding import A_LINK, decode, read_bytes, too_long

_MARKDOWN: Final = ("md", "markdown", "mdown", "mkdn", "mkd")
"""What MkDocs takes for pages."""
_LANGUAGE: Final = re.compile(r"---\n(?:(?!---|language:).*\n)*language:[ \t]*(\S.*)\n")
"""The line at the top of a page that says its language."""
_FOR_HOSTS: Final = ("", "txt", "json", "toml", "yml", "config", "webmanifest", "ico", "gif", "webp")
"""Endings of what hosts and browsers read, and of pictures: no browser runs any of these."""


def by_hand(content: Path, shown_as: str) -> Iterator[Problem]:
    """Tell of whatever in the folder ``content`` cannot be published, or leads out of it. Nothing is raised.

    ``shown_as`` is the folder as people are shown it.
    """
    told: list[Problem] = []

    def closed(error: OSError) -> None:
        told.append(_closed(f"{shown_as}/{Path(error.filename).relative_to(content).as_posix()}"))

    for inside, folders, names in os.walk(content, onerror=closed):
        for name in sorted((*folders, *names)):
            path = Path(inside, name)
            shown = f"{shown_as}/{path.relative_to(content).as_posix()}"
            if odd := odd_name(name, shown):
                told.append(odd)
            elif os.path.islink(path):  # noqa: PTH114 - unlike is_symlink, it raises nothing
                told.append(Problem("link", Place(shown), *A_LINK))
            elif name in names:
                told += _in_file(path, shown)
    yield from told


def _closed(shown: str) -> Problem:
    return Problem(
        "cannot-open", Place(shown), "This cannot be opened.", "Check that you may read it, and what it is."
    )


def _in_file(path: Path, shown: str) -> Iterator[Problem]:
    ending = path.suffix[1:].lower()
    if ending in _MARKDOWN:
        yield from _in_page(path, shown)
    elif ending in FORMATS:
        faults = look_through(path, shown).findings.faults
        yield from (Problem(fault.code, Place(shown), fault.fact, fault.fix) for fault in faults)
    elif ending not in _FOR_HOSTS:
        fix = f"Write pages as .md. Files may be one of {', '.join(FORMATS)}; a script or a drawing (svg) may not."
        yield Problem("file-ending", Place(shown), f'A file that ends in ".{ending}" cannot be published here.', fix)
    elif not path.is_file():
        yield _closed(shown)


def _in_page(path: Path, shown: str) -> Iterator[Problem]:
    """Tell of signs that nobody sees, and of HTML, which could lead readers elsewhere and hide what is there."""
    try:
        data = read_bytes(path, limits.FILE_LETTERS + 1)
    except OSError:
        yield _closed(shown)
        return
    text, unread = decode(data, shown)
    text, odd = mend_characters(text or "", shown)
    yield from (*too_long(data, shown), *unread, *odd)
    yield from _language_of(text, shown)
    for number, line in enumerate(text.split("\n"), start=1):
        if found := TAG.search(line):
            fact = f'"{found[0][:40]}" looks like HTML, which is not published.'
            fix = "Write it in Markdown: [text of the link](https://its-address)."
            yield Problem("text-html", Place(shown, number, found.start() + 1, len(found[0])), fact, fix)


def _language_of(text: str, shown: str) -> Iterator[Problem]:
    """Tell of a language, between the two lines of hyphens at the top of a page, that is none."""
    if found := _LANGUAGE.match(text):
        try:
            read_language(found[1])
        except PydanticCustomError as refused:
            place = Place(shown, text.count("\n", 0, found.start(1)) + 1, len("language: ") + 1, len(found[1]))
            yield Problem(refused.type, place, refused.message(), (refused.context or {})["fix"])
