"""The index for searching the built site, made by Pagefind: a browser loads only the pieces that a search needs."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import zlib
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind.service import get_executable

from .marking import is_searched, marked
from .weighing import WORDS, budget_file, words_file

FOLDER = "pagefind"


class NotIndexed(RuntimeError):  # noqa: N818 - said as people say it
    """Pagefind stopped; the message is what it said."""


class Index:
    """What is to be found on a site that is being written into a folder.

    Each page is marked and copied as it is made, and Pagefind reads these copies at the end. The same pages give the
    same index, but Pagefind writes several filters in an order of its own, so that its files may differ from build to
    build. Nothing else of the site does.
    """

    def __init__(self, site: Path) -> None:
        self._site = site
        self._program = get_executable()
        self._copies: TemporaryDirectory[str] | None = None
        self._places: Counter[str] = Counter()

    def add(self, path: str, page: str) -> None:
        """Take in a page that is written to a path of the site: what it marks with ``data-pagefind-body``."""
        if self._program is None or not is_searched(page):
            return
        if self._copies is None:  # on the same disk, and cleared away with it
            self._copies = TemporaryDirectory(prefix=".copies-", dir=self._site)
        copy = Path(self._copies.name, path)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(marked(page, self._places), encoding="utf-8")

    def finish(self) -> str:
        """Write the index into the folder ``pagefind`` of the site.

        Gives an empty text, or a sentence that says why there is no index: Pagefind is made for most kinds of
        computer, but not for all. Raises ``NotIndexed`` when it fails.
        """
        if self._program is None:
            return "Search is left out: Pagefind has no program for this kind of computer. Everything else was built."
        if self._copies is None:
            raise NotIndexed("The pages could not be indexed for searching: there is none.")
        index = self._site / FOLDER
        shutil.rmtree(index, ignore_errors=True)
        with self._copies as copies:
            _run(str(self._program), Path(copies), index)
        _check(index)
        (index / WORDS).write_text(words_file(self._places), encoding="utf-8")
        (index / "budget.json").write_text(budget_file(index), encoding="utf-8")
        for unused in index.glob("pagefind-*.*"):  # Pagefind's own search boxes: ours is assets/search.js
            if unused.name != "pagefind-entry.json":
                unused.unlink()
        return ""


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
