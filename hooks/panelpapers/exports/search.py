"""The index for searching the built site, made by Pagefind: a browser loads only the pieces that a search needs."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from pagefind.service import get_executable

from ..kept.made_of import key
from ..kept.store import Store
from .marking import FULL, Marked, is_searched, marked
from .weighing import BUDGET, WORDS, budget_file, words_file

FOLDER = "pagefind"

CHANGED: Final = "changed"
"""The folder within it that has an index of the pages that changed, where the rest is as an earlier build made it."""

MOST_CHANGED: Final = 100
"""So many pages may have changed; with more, all are indexed anew, and no search has a long list to pass over."""

_BEGINS: Final = 12
"""Letters of Pagefind's own with which each of its files begins."""


class NotIndexed(RuntimeError):  # noqa: N818 - said as people say it
    """Pagefind stopped; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A page that was taken into the index: where it is kept as it was marked, and a hash of that."""

    key: bytes
    digest: str
    full: list[str]


@dataclass(frozen=True, slots=True)
class Base:
    """An index of a whole site that an earlier build made.

    ``pages`` has the hash of each page as it was marked, by its path; ``ids`` the name that Pagefind gave it, and
    ``files`` the hash of each file of the index.
    """

    pages: Mapping[str, str]
    ids: Mapping[str, str]
    files: Mapping[str, str]


class Index:
    """What is to be found on a site that is being written into a folder.

    Each page is marked as it is made, and Pagefind reads it as marked at the end. The same pages give the same index,
    but Pagefind writes several filters in an order of its own, so that its files may differ from build to build.
    Nothing else of the site does.

    With a ``store``, a page that was marked before is not marked again. Where few pages changed since the index of a
    site of that ``name`` was made, it stays, and those pages have a small one of their own beside it, with the names
    of what is out of date; a search asks both.
    """

    def __init__(self, site: Path, store: Store | None = None, name: str = "") -> None:
        self._site = site
        self._store = store or Store(None)
        self._name = name
        self._program = get_executable()
        self._copies: TemporaryDirectory[str] | None = None
        self._places: Counter[str] = Counter()
        self._taken: dict[str, Taken] = {}

    def add(self, path: str, page: str) -> None:
        """Take in a page that is written to a path of the site: what it marks with ``data-pagefind-body``."""
        if self._program is None or not is_searched(page):
            return
        made_of = key("marked", f"{page}")
        page_as_marked = _kept(self._store.get(made_of))
        if page_as_marked is None or not page_as_marked.stands(self._places):
            page_as_marked = marked(page, self._places)
            self._store.put(made_of, json.dumps(page_as_marked).encode())
            self._copy(path, page_as_marked.copy)
        page_as_marked.add_to(self._places)
        digest = sha256(page_as_marked.copy.encode()).hexdigest()
        self._taken[path] = Taken(made_of, digest, page_as_marked.full)

    def finish(self) -> str:
        """Write the index into the folder ``pagefind`` of the site.

        Gives an empty text, or a sentence that says why there is no index: Pagefind is made for most kinds of
        computer, but not for all. Raises ``NotIndexed`` when it fails.
        """
        if self._program is None:
            return "Search is left out: Pagefind has no program for this kind of computer. Everything else was built."
        if not self._taken:
            raise NotIndexed("The pages could not be indexed for searching: there is none.")
        index = self._site / FOLDER
        shutil.rmtree(index, ignore_errors=True)
        try:
            changed = self._from_base(index)
            if changed is None:
                self._whole(index)
        finally:
            if self._copies is not None:
                self._copies.cleanup()
        (index / WORDS).write_text(words_file(self._places), encoding="utf-8")
        (index / BUDGET).write_text(budget_file(index, changed), encoding="utf-8")
        return ""

    def _whole(self, index: Path) -> None:
        """Index all pages, and keep what came of it for the next build."""
        self._run(self._taken, index)
        pages = {path: taken.digest for path, taken in self._taken.items()}
        files = {}
        for path in sorted(path for path in index.rglob("*") if path.is_file()):
            content = path.read_bytes()
            files[path.relative_to(index).as_posix()] = digest = sha256(content).hexdigest()
            self._store.put(key("file of an index", digest), content)
        self._store.put(key("index", self._name), json.dumps([pages, _ids(index), files]).encode())

    def _from_base(self, index: Path) -> dict[str, list[str]] | None:
        """Write the index of an earlier build, and one of what changed since; ``None`` where all is to be indexed.

        Gives the ids of the pages that are out of date (``stale``), and of those that stand for them (``fresh``).
        """
        base = _base(self._store.get(key("index", self._name)))
        if base is None:
            return None
        stale = [path for path, digest in base.pages.items() if not self._has(path, digest)]
        fresh = [path for path, taken in self._taken.items() if base.pages.get(path) != taken.digest]
        if max(len(stale), len(fresh)) > MOST_CHANGED or not base.ids.keys() >= {*stale}:
            return None
        files = {name: self._store.get(key("file of an index", digest)) for name, digest in base.files.items()}
        for name, content in files.items():
            if content is None or sha256(content).hexdigest() != base.files[name]:
                shutil.rmtree(index, ignore_errors=True)
                return None
            (index / name).parent.mkdir(parents=True, exist_ok=True)
            (index / name).write_bytes(content)
        if fresh:
            self._run(fresh, index / CHANGED)
            for unused in (*(index / CHANGED).glob("*.js"), *(index / CHANGED).glob("wasm.*")):
                unused.unlink()  # those of the whole index serve both
        ids = _ids(index / CHANGED)
        if not ids.keys() >= {*fresh}:
            shutil.rmtree(index)
            return None
        return {"stale": [base.ids[path] for path in stale], "fresh": [ids[path] for path in fresh]}

    def _has(self, path: str, digest: str) -> bool:
        return path in self._taken and self._taken[path].digest == digest

    def _copy(self, path: str, text: str) -> None:
        if self._copies is None:  # on the same disk, and cleared away with it
            self._copies = TemporaryDirectory(prefix=".copies-", dir=self._site)
        copy = Path(self._copies.name, path)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(text, encoding="utf-8")

    def _run(self, paths: Iterable[str], index: Path) -> None:
        """Have Pagefind index some pages into a folder."""
        with TemporaryDirectory(prefix=".copies-", dir=self._site) as folder:
            for path in paths:
                copy = Path(folder, path)
                copy.parent.mkdir(parents=True, exist_ok=True)
                there = self._copies and Path(self._copies.name, path)
                if there and there.exists():
                    there.rename(copy)
                else:
                    copy.write_text(self._as_marked(path), encoding="utf-8")
            _run(str(self._program), Path(folder), index)
        _check(index)
        for unused in index.glob("pagefind-*.*"):  # Pagefind's own search boxes: ours is assets/search.js
            if unused.name != "pagefind-entry.json":
                unused.unlink()

    def _as_marked(self, path: str) -> str:
        """Give a page as it was marked: as it is kept, or marked again, where that cannot be read any more."""
        taken = self._taken[path]
        kept = _kept(self._store.get(taken.key))
        if kept is not None and sha256(kept.copy.encode()).hexdigest() == taken.digest:
            return kept.copy
        page = (self._site / path).read_text(encoding="utf-8")
        return marked(page, Counter(dict.fromkeys(taken.full, FULL + 1))).copy


def _kept(content: bytes | None) -> Marked | None:
    return Marked(*json.loads(content)) if content is not None else None


def _base(content: bytes | None) -> Base | None:
    return Base(*json.loads(content)) if content is not None else None


def _ids(index: Path) -> dict[str, str]:
    """Give the name that Pagefind gave each page of an index, by the path of the page."""
    return {f"{_fragment(path)['url'].lstrip('/')}index.html": path.stem for path in index.glob("fragment/*")}


def _fragment(path: Path) -> dict[str, str]:
    read: dict[str, str] = json.loads(gzip.decompress(path.read_bytes())[_BEGINS:])
    return read


def _check(index: Path) -> None:
    """Raise ``NotIndexed`` when a file is cut off: Pagefind says nothing when the disk is full."""
    for path in sorted(path for path in index.rglob("*") if path.is_file()):
        if not _is_whole(path):
            raise NotIndexed(f"{path} was not written whole. Make room on that disk, and build again.")


def _is_whole(path: Path) -> bool:
    content = path.read_bytes()
    try:
        return bool(gzip.decompress(content) if path.suffix.startswith((".pf_", ".pagefind")) else content)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        return False


def _run(program: str, pages: Path, index: Path) -> None:
    what = [program, "--site", str(pages), "--output-path", str(index), "--quiet"]
    done = subprocess.run(what, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        raise NotIndexed(
            f"The pages could not be indexed for searching. {done.stderr.strip() or done.stdout.strip()}"
        )
