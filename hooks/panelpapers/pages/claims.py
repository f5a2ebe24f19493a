"""Who writes which file of the website: each has one maker, and what is not made here belongs to somebody else.

Everything that is to be written is a claim: what makes it, and the path as it is written. The paths of the theme, of
MkDocs, of Pagefind and of the host are stated once, in ``OWNED``; nothing that follows from the data stands there.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import translate
from typing import Final, Literal

Maker = Literal["the data", "Panel Papers", "content", "the theme", "MkDocs", "Pagefind", "the host"]
"""Who may make a file. ``Panel Papers`` makes what follows from no record; ``content`` is written by hand."""

OWNED: Final[Mapping[Maker, tuple[str, ...]]] = {
    "the theme": ("assets/*",),
    "MkDocs": ("404.html", "sitemap*", "search/search_index.json"),
    "Pagefind": ("pagefind/*", "_pagefind/*"),
    "Panel Papers": ("_headers", "_redirects"),
    "the host": (
        "_*",
        ".*",
        "*/.*",
        "cname",
        "*.toml",
        "vercel.json",
        "staticwebapp.config.json",
        "web.config",
        "*/web.config",
        "robots.txt",
        "security.txt",
        "ads.txt",
        "favicon.ico",
        "sw.js",
        "*.webmanifest",
    ),
}
"""The paths of each maker, in small letters, where ``*`` is anything; the first that fits counts.

Of what hosts and browsers look for by its name, people may write what they need by hand: ``content/robots.txt``.
"""

_PATHS: Final = {owner: re.compile("|".join(map(translate, patterns))) for owner, patterns in OWNED.items()}

_UNWRITABLE: Final = re.compile(r"^/|//|[\\\x00-\x1f\x7f]|(?:^|/)\.{1,2}(?:/|$)|[ .](?:/|$)")
"""What leads out of the folder of a website, or what some systems cannot write as it is typed."""


@dataclass(frozen=True, slots=True)
class Claim:
    """That something is written at a path. ``what`` names it to people: ``content/about.md``."""

    maker: Maker
    path: str
    what: str


class AddressTwice(ValueError):  # noqa: N818 - said as people say it
    """Two parts of the site want the same address, or one that belongs to somebody else."""


def clashes(claims: Iterable[Claim]) -> Iterator[str]:
    """Tell in plain sentences of each path that has two makers, or a maker that may not write there.

    Paths are compared as a system compares them that takes capitals for small letters, and a file is no folder.
    """
    claims = tuple(claims)
    at: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        at[_folded(claim.path)].append(claim)
        yield from _not_its_own(claim)
    for path, several in at.items():
        for later in several[1:]:
            yield _told(several[0], later)
        for folder in _folders(path):
            for file in at.get(folder, ())[:1]:
                yield _told(file, several[0])


def refuse_clashes(claims: Iterable[Claim]) -> None:
    """Raise ``AddressTwice`` with every clash in one message, or do nothing when there is none."""
    if told := list(dict.fromkeys(clashes(claims))):
        raise AddressTwice("\n".join(told))


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _not_its_own(claim: Claim) -> Iterator[str]:
    if _UNWRITABLE.search(claim.path):
        yield f"{claim.what} cannot be written as {claim.path!r}. Give it another name."
    owner = _owner(_folded(claim.path))
    by_hand = owner == "the host" and claim.maker == "content"
    if owner and claim.maker != owner and not by_hand:
        yield f'{claim.what} cannot be written as "{claim.path}": that belongs to {owner}.'


def _owner(path: str) -> Maker | None:
    """Give whose path it is: its own owner, or that of something that it would be in or below."""
    paths = [f"{path}/", path, *_folders(path)]
    return next((owner for owner, its in _PATHS.items() if any(its.match(candidate) for candidate in paths)), None)


def _folders(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]


def _told(claim: Claim, other: Claim) -> str:
    paths = f'"{claim.path}"' if claim.path == other.path else f'"{claim.path}" and "{other.path}"'
    return f"{paths}: this address has two makers, {claim.what} and {other.what}. Give one of them another name."
