"""What is kept is believed only with its hash, and no state of the store harms a build."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from panelpapers.kept.store import Store, cache_folder

KEY, OTHER = b"k" * 32, b"o" * 32
FILE = "kept-1.sqlite"


def kept(folder: Path, key: bytes = KEY) -> bytes | None:
    return Store(folder).get(key)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder in which something is kept."""
    folder = tmp_path / "cache"
    keep(folder, b"a page")
    return folder


def keep(folder: Path, content: bytes, key: bytes = KEY) -> None:
    store = Store(folder)
    store.put(key, content)
    store.finish()


def change(folder: Path, statement: str) -> None:
    with sqlite3.connect(folder / FILE) as database:
        database.execute(statement)
    database.close()


def test_what_was_kept_is_there_for_the_next_build_and_nothing_else(folder: Path) -> None:
    assert kept(folder) == b"a page"
    assert kept(folder, OTHER) is None
    keep(folder, b"")
    assert kept(folder) == b""


def test_it_is_there_for_the_same_build_before_it_is_written(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(KEY, b"a page")
    assert store.get(KEY) == b"a page"


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE kept SET content = substr(content, 1, 3)",
        "UPDATE kept SET content = 'a text'",
        "UPDATE kept SET hash = zeroblob(32)",
        "UPDATE kept SET key = x'" + OTHER.hex() + "'",  # noqa: S608 - digits of ours
        "DROP TABLE asked",
    ],
)
def test_what_was_changed_is_not_believed(folder: Path, harm: str) -> None:
    change(folder, harm)
    assert kept(folder, OTHER) is None
    assert kept(folder) in (None, b"a page") if "DROP" in harm else kept(folder) is None
    keep(folder, b"made again")
    assert kept(folder) == b"made again"


@pytest.mark.parametrize("content", [b"", b"no database at all" * 300, None])
def test_a_store_that_is_no_database_is_made_anew(folder: Path, content: bytes | None) -> None:
    file = folder / FILE
    file.write_bytes(file.read_bytes()[:5000] if content is None else content)
    assert kept(folder) is None
    keep(folder, b"made again")
    keep(folder, b"made again")
    assert kept(folder) == b"made again"


def test_another_build_that_writes_costs_time_only(folder: Path) -> None:
    other = sqlite3.connect(folder / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = Store(folder)
    store.put(OTHER, b"another page")
    store.finish()
    other.execute("ROLLBACK")
    other.close()
    assert (kept(folder), kept(folder, OTHER)) == (b"a page", None)


def test_it_says_whether_it_keeps_anything(folder: Path) -> None:
    assert Store(folder).keeps
    assert not Store(None).keeps


def test_nothing_is_kept_without_a_folder_or_in_one_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for nowhere in (None, tmp_path / "file", tmp_path / "file" / "below"):
        store = Store(nowhere)
        store.put(KEY, b"a page")
        store.finish()
        assert store.get(KEY) is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have no owner here")
def test_a_folder_that_others_may_write_is_not_used(folder: Path) -> None:
    folder.chmod(0o777)
    assert kept(folder) is None
    folder.chmod(0o700)
    (folder / FILE).chmod(0o666)
    assert kept(folder) is None


def test_it_does_not_grow_without_limit(tmp_path: Path) -> None:
    for number in range(4):
        store = Store(tmp_path, most=5000)
        if number == 3:
            assert store.get(b"0" * 32) is None, "it was longest not asked for"
        store.put(str(number).encode() * 32, os.urandom(2000))
        store.finish()
        change(tmp_path, "UPDATE asked SET moment = moment - 10")
    there = [number for number in range(4) if kept(tmp_path, str(number).encode() * 32)]
    assert there == [2, 3]


def test_it_can_be_switched_off_and_stands_in_the_users_cache(tmp_path: Path) -> None:
    assert cache_folder({"XDG_CACHE_HOME": str(tmp_path)}) == tmp_path / "panel-papers"
    assert cache_folder({"XDG_CACHE_HOME": str(tmp_path), "PANEL_CACHE": "Off"}) is None
    charts = {"XDG_CACHE_HOME": str(tmp_path), "PANEL_CACHE": "charts"}
    assert cache_folder(charts) is None
    assert cache_folder(charts, of_charts=True) == tmp_path / "panel-papers"
    assert cache_folder({**charts, "PANEL_CACHE": "off"}, of_charts=True) is None
