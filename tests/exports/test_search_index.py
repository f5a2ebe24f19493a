"""The index for searching: what is read of a page, the same files for the same pages, and no program."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from panelpapers.exports import search
from panelpapers.exports.search import Index, NotIndexed
from panelpapers.kept.store import Store

PAGE = """<!doctype html><html lang="en-GB"><head><title>T</title></head><body><header>masthead</header>
<main data-pagefind-body data-title="Minutes of 2 May" data-kind="Minutes">
<h1>Minutes</h1><nav class="contents"><a href="#a">contents</a></nav><p>near misses</p><p class="citing">citing</p>
</main></body></html>"""


def site(folder: Path) -> Path:
    for name, text in (("minutes", PAGE), ("search", PAGE.replace("data-pagefind-body", ""))):
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_text(text, encoding="utf-8")
    return folder


def index_site(folder: Path) -> str:
    index = Index(folder)
    for page in sorted(folder.rglob("*.html")):
        index.add(page.relative_to(folder).as_posix(), page.read_text(encoding="utf-8"))
    return index.finish()


def pages_in(index: Path) -> list[dict[str, Any]]:
    # Each piece is compressed, and begins with twelve letters of Pagefind's own.
    return [json.loads(gzip.decompress(piece.read_bytes())[12:]) for piece in index.rglob("*.pf_fragment")]


def test_only_marked_text_is_indexed(tmp_path: Path) -> None:
    assert index_site(site(tmp_path)) == ""
    (page,) = pages_in(tmp_path / "pagefind")
    assert page["url"] == "/minutes/"
    assert page["content"].split() == ["Minutes.", "near", "misses."]
    assert page["meta"] == {"title": "Minutes of 2 May", "kind": "Minutes"}
    assert page["filters"] == {"kind": ["Minutes"]}


def test_the_same_pages_give_the_same_files(tmp_path: Path) -> None:
    def contents(folder: Path) -> dict[str, bytes]:
        index_site(folder)
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}

    first = contents(site(tmp_path / "one"))
    assert first == contents(site(tmp_path / "other"))
    assert first == contents(tmp_path / "one"), "a second run over the same folder"


def test_no_search_box_of_pagefind_is_published(tmp_path: Path) -> None:
    index_site(site(tmp_path))
    names = {path.name for path in (tmp_path / "pagefind").iterdir() if path.suffix in (".js", ".css", ".json")}
    assert names == {"pagefind.js", "pagefind-entry.json", "budget.json", "words.json"}


def test_without_a_program_there_is_no_search_and_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "get_executable", lambda: None)
    assert index_site(site(tmp_path)).startswith("Search is left out")
    assert not (tmp_path / "pagefind").exists()


def test_a_failure_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotIndexed, match="could not be indexed"):
        index_site(tmp_path)  # in which there is no page


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("*.pf_fragment", 0.5),
        ("*.pf_fragment", 0),
        ("*.pf_meta", 0.9),
        ("wasm.en*.pagefind", 0.5),
        ("pagefind.js", 0),
    ],
)
def test_a_piece_that_is_cut_off_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, kept: float
) -> None:
    """Pagefind itself ends well on a full disk."""
    run = search._run

    def run_on_a_full_disk(program: str, pages: Path, index: Path) -> None:
        run(program, pages, index)
        (piece,) = index.rglob(name)
        piece.write_bytes(piece.read_bytes()[: int(piece.stat().st_size * kept)])

    monkeypatch.setattr(search, "_run", run_on_a_full_disk)
    with pytest.raises(NotIndexed, match="not written whole"):
        index_site(site(tmp_path))


def words(*some: str) -> dict[str, str]:
    return {
        f"{name}/index.html": PAGE.replace("near misses", said) for name, said in zip("abcdef", some, strict=False)
    }


def index_of(folder: Path, pages: dict[str, str], store: Store | None) -> Path:
    index = Index(folder, store, "a panel")
    for path, page in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(page, encoding="utf-8")
        index.add(path, page)
    assert index.finish() == ""
    if store:
        store.finish()
    return folder / "pagefind"


def found_in(index: Path) -> dict[str, str]:
    """Give what a search can find: the words of each page by its address, but for what is out of date."""
    changed = json.loads((index / "budget.json").read_text(encoding="utf-8")).get("changed", {"stale": []})
    pieces = (path for path in index.rglob("*.pf_fragment") if path.stem not in changed["stale"])
    pages = [json.loads(gzip.decompress(piece.read_bytes())[12:]) for piece in pieces]
    assert len({page["url"] for page in pages}) == len(pages)
    return {page["url"]: page["content"] for page in pages}


def test_what_changed_since_is_found_and_what_is_out_of_date_is_not(tmp_path: Path) -> None:
    """After an edit, a page more and a page less; only what changed is marked and indexed."""
    first, edited = words("plan", "budget", "crime"), words("plan", "wombat", "crime", "report")
    del edited["a/index.html"]
    index_of(tmp_path / "first", first, Store(tmp_path / "cache"))
    warm = index_of(tmp_path / "warm", edited, Store(tmp_path / "cache"))
    cold = index_of(tmp_path / "cold", edited, None)
    assert found_in(warm) == found_in(cold)
    assert len([*(warm / "changed").glob("fragment/*")]) == 2
    assert (warm / "words.json").read_bytes() == (cold / "words.json").read_bytes()
    budget = json.loads((warm / "budget.json").read_text(encoding="utf-8"))
    assert [len(budget["changed"][name]) for name in ("stale", "fresh")] == [2, 2]
    assert [path.name for path in (warm / "changed").glob("*.js")] == []


def test_the_index_of_the_same_pages_is_the_one_that_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = words("plan", "budget")
    first = index_of(tmp_path / "first", pages, Store(tmp_path / "cache"))
    monkeypatch.setattr(search, "_run", lambda *_: pytest.fail("Pagefind ran again"))
    monkeypatch.setattr(search, "marked", lambda *_: pytest.fail("a page was marked again"))
    again = index_of(tmp_path / "again", pages, Store(tmp_path / "cache"))
    files = [{path.relative_to(index): path.read_bytes() for path in index.rglob("*.*")} for index in (first, again)]
    assert files[0] == files[1]


def test_where_much_changed_all_is_indexed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_CHANGED", 1)
    index_of(tmp_path / "first", words("plan", "budget"), Store(tmp_path / "cache"))
    warm = index_of(tmp_path / "warm", words("wombat", "report"), Store(tmp_path / "cache"))
    assert not (warm / "changed").exists()
    assert found_in(warm) == found_in(index_of(tmp_path / "cold", words("wombat", "report"), None))
