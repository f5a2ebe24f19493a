"""A built site as the tools of the audit are given it, and what each of them gives back."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser

from panelpapers.records.accessibility import Finding, OpenQuestion
from tests.browser.provide import find_checkers

LONGEST = 300


@dataclass(frozen=True)
class Built:
    """A site built into ``folder`` and served at ``root``, a web address, and a browser to open its pages in."""

    folder: Path
    root: str
    browser: Browser

    @property
    def pages(self) -> list[str]:
        """The addresses of all pages from the root of the site, in order: ``""``, ``404.html``, ``a-to-z/`` ..."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return sorted(address_of(path) for path in found)


class Seen(NamedTuple):
    """One place at which a tool saw something: the rule, what it says, and the address of the page."""

    rule: str
    what: str
    page: str


def address_of(path: str) -> str:
    """Give the address of a page from its file: ``plan/index.html`` is ``plan/``."""
    return path.removesuffix("index.html")


def package(name: str) -> Path:
    """Give the folder of an installed Node package."""
    checkers = find_checkers()
    assert checkers, "The checkers are not installed: `nox -s audit` installs them"
    return checkers / name


def version_of(name: str) -> str:
    """Give the version of an installed Node package, as the package itself tells it."""
    return str(json.loads((package(name) / "package.json").read_text(encoding="utf-8"))["version"])


def findings(seen: Iterable[Seen]) -> list[Finding]:
    """Put together what was seen more than once on a page; in order of page and rule."""
    counts = Counter(Seen(one.rule, plain(one.what), one.page) for one in seen)
    in_order = sorted(counts, key=lambda one: (one.page, one.rule, one.what))
    return [Finding(rule=one.rule, what=one.what, page=f"/{one.page}", places=counts[one]) for one in in_order]


def questions(seen: Iterable[Seen], answers: Mapping[str, str]) -> list[OpenQuestion]:
    """Put together what is to be looked at, rule by rule, with the answer to each that people gave."""
    places: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        places[one.rule].append(one)
    return [
        OpenQuestion(
            rule=rule,
            what=plain(several[0].what),
            pages=len({one.page for one in several}),
            places=len(several),
            answer=answers.get(rule),
        )
        for rule, several in sorted(places.items())
    ]


def plain(text: str) -> str:
    """Give a tool's words as one line without tags: ``<input>`` is input."""
    without_tags = re.sub(r"</?\s*([A-Za-z][\w-]*)[^<>]*>", r"\1", text)
    line = " ".join(without_tags.replace("<", " ").split()) or "no words"
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rstrip()}…"
