"""The index for searching the built site, made by Pagefind: a browser loads only the pieces that a search needs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from pagefind.service import get_executable

FOLDER = "pagefind"
_LEFT_OUT = (".contents", ".around", ".citing")
"""What of a page is no text of its own: links to its parts, to the pages before and after, and for citing it."""


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
    what = ["--site", str(site), "--output-subdir", FOLDER, "--exclude-selectors", ", ".join(_LEFT_OUT)]
    done = subprocess.run([program, *what, "--quiet"], capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if done.returncode:
        raise NotIndexed(
            f"The pages could not be indexed for searching. {done.stderr.strip() or done.stdout.strip()}"
        )
    for unused in (site / FOLDER).glob("pagefind-*.*"):  # Pagefind's own search boxes: ours is assets/search.js
        if unused.name != "pagefind-entry.json":
            unused.unlink()
    return ""
