"""Texts of pages stand on a shelf: in memory while they are few, on disk when they are many."""

from __future__ import annotations

import errno
import os
import tempfile
import weakref
from pathlib import Path

import pytest
from markupsafe import Markup

from panelpapers.pages import site
from panelpapers.pages.site import Page, Shelf
from panelpapers.replacing import in_words

TEXTS = [f'<h1 id="place-{number}">Ysgol {number} – “é” \U0001f4c4</h1>' for number in range(5)]


def page(number: int) -> Page:
    return Page(f"pages/{number}/", f"Page {number}", "A page.", Markup(TEXTS[number]))  # noqa: S704 - ours


@pytest.mark.parametrize("few", [1, 10_000], ids=["on disk", "in memory"])
def test_a_page_reads_as_it_was_put_there_however_often_and_in_any_order(
    few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "FEW_TEXTS", few)
    shelf = Shelf()
    pages = [shelf.put(page(number)) for number in range(4)]
    assert pages[2].html == TEXTS[2]
    pages.append(shelf.put(page(4)))
    assert [kept.html for kept in reversed(pages)] == TEXTS[::-1]
    assert pages[3].html == TEXTS[3]
    assert pages[3].places == ["place-3"]
    assert isinstance(pages[3].html, Markup)
    assert (pages[3].address, pages[3].title, pages[3].summary) == ("pages/3/", "Page 3", "A page.")


def test_a_shelf_lasts_as_long_as_a_page_of_it() -> None:
    shelf = Shelf()
    kept, known = shelf.put(page(0)), weakref.ref(shelf)
    del shelf
    assert kept.html == TEXTS[0]
    del kept
    assert known() is None


def test_a_full_disk_is_told_with_the_folder_for_temporary_files(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object, __: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "write", full)
    with pytest.raises(OSError, match="No space") as raised:
        Shelf().put(page(0))
    told = in_words(raised.value, Path("/srv/site"))
    assert told == f"{tempfile.gettempdir()}: No space left on device. Make room on that disk, and build again."
