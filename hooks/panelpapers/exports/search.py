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

from .marking import LEFT_OUT, SIGN, is_searched, marked
from .weighing import budget_file

FOLDER = "pagefind"


class NotIndexed(RuntimeError):  # noqa: N818 - said as people say it
    """Pagefind stopped; the message is what it said."""


def index_site(site: Path) -> str:
    """Index the built pages of a folder into its folder ``pagefind``.

    The same pages give the same index, but Pagefind writes several filters in an order of its own, so that its files
    may differ from build to build. Nothing else of the site does.

    Only elements marked ``data-pagefind-body`` are read. Gives an empty text, or a sentence that says why there is no
    index: Pagefind is made for most kinds of computer, but not for all. Raises ``NotIndexed`` when it fails.
    """
    program = get_executable()
    if program is None:
        return "Search is left out: Pagefind has no program for this kind of computer. Everything else was built."
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    with TemporaryDirectory(prefix=".copies-", dir=site) as copies:  # on the same disk, and cleared away with it
        places = _copy(site, Path(copies))
        _run(str(program), Path(copies), site / FOLDER)
        _check(site / FOLDER)
        (site / FOLDER / "budget.json").write_text(budget_file(site / FOLDER, places), encoding="utf-8")
    for unused in (site / FOLDER).glob("pagefind-*.*"):  # Pagefind's own search boxes: ours is assets/search.js
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


def _copy(site: Path, copies: Path) -> Counter[str]:
    """Copy the pages that are searched, marked, and give what each word takes up in the index."""
    places: Counter[str] = Counter()
    for path in sorted(site.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        if is_searched(page):
            copy = copies / path.relative_to(site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(marked(page, places), encoding="utf-8")
    return places


def _run(program: str, pages: Path, index: Path) -> None:
    what = [
        "--site",
        str(pages),
        "--output-path",
        str(index),
        "--exclude-selectors",
        ", ".join(f".{name}" for name in sorted(LEFT_OUT)),
    ]
    how = ["--include-characters", SIGN, "--quiet"]
    done = subprocess.run([program, *what, *how], capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        raise NotIndexed(
            f"The pages could not be indexed for searching. {done.stderr.strip() or done.stdout.strip()}"
        )
