"""The list of published addresses is read with patience and written whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.reading.folder import read_folder
from panelpapers.reading.published import (
    HEADING,
    PUBLISHED,
    AddressList,
    as_list,
    heading,
    read_published,
    write_published,
)

PANEL = "River Valley Panel"


@pytest.mark.parametrize(
    "typed",
    [
        b"plan/\nplan/#commitment-1\n",
        b"# A remark.\r\n\r\n plan/ \r\nplan/#commitment-1",
        b"\xef\xbb\xbf/plan/#commitment-1\n/plan/\n/plan/\n",
        b"<<<<<<< main\nplan/\n=======\nplan/#commitment-1\n>>>>>>> other\n",
    ],
)
def test_it_is_a_set_of_addresses_however_it_was_saved(tmp_path: Path, typed: bytes) -> None:
    (tmp_path / PUBLISHED).write_bytes(typed)
    found, problems = read_published(tmp_path / PUBLISHED, "data/list.txt")
    assert set(found.addresses) == {"plan/", "plan/#commitment-1"}
    assert problems == ()


def test_each_address_has_its_line(tmp_path: Path) -> None:
    (tmp_path / PUBLISHED).write_text("# A remark.\n\nplan/\n")
    found, _ = read_published(tmp_path / PUBLISHED, "data/list.txt")
    assert str(found.addresses["plan/"]) == "data/list.txt, line 3, column 1"


def test_a_panel_without_the_list_has_published_nothing(tmp_path: Path) -> None:
    assert read_published(tmp_path / PUBLISHED, "list.txt") == (AddressList(), ())


@pytest.mark.parametrize("content", [None, b"\xff\xfea\x00"])
def test_a_list_that_cannot_be_read_is_told(tmp_path: Path, content: bytes | None) -> None:
    if content is None:
        (tmp_path / PUBLISHED).mkdir()
    else:
        (tmp_path / PUBLISHED).write_bytes(content)
    assert [one.code for one in read_folder(tmp_path).problems if one.place.file.endswith(PUBLISHED)] == [
        "cannot-open"
    ]


def test_it_is_written_in_order_and_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / PUBLISHED
    write_published(path, ["plan/", "actions/", "plan/"], [PANEL])
    written = f"# Published addresses of: {PANEL}\n{HEADING}actions/\nplan/\n".encode()
    assert path.read_bytes() == written

    def interrupted(*_: object, **__: object) -> int:
        raise OSError("The disk is full.")

    monkeypatch.setattr("panelpapers.reading.whole_files.NamedTemporaryFile", interrupted)
    with pytest.raises(OSError, match="full"):
        write_published(path, ["plan/", "actions/", "matters/"], [PANEL])
    assert path.read_bytes() == written


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("plan/\n", []),
        (heading([PANEL]), [PANEL]),
        (f"plan/\n  {heading([PANEL])}  \n", [PANEL]),
        (heading(["New Panel", PANEL, "Old Panel"]), ["New Panel", PANEL, "Old Panel"]),
        (f"<<<<<<< main\n{heading([PANEL])}\n=======\n{heading(['New Panel'])}\n>>>>>>> x", [PANEL, "New Panel"]),
    ],
)
def test_it_says_whose_it_is(typed: str, names: list[str]) -> None:
    listed = as_list(typed)
    assert list(listed.names) == names
    assert all(listed.is_of(name) for name in names)
    assert listed.is_of("Another Panel") == (not names)


@pytest.mark.parametrize("hidden", ["\u200b", "\u202e", "\U000e0041", "\x1b", "\u00a0"])
def test_what_cannot_be_seen_in_it_is_told_at_its_place(tmp_path: Path, hidden: str) -> None:
    (tmp_path / PUBLISHED).write_text(f"meetings/\npl{hidden}an/\n", encoding="utf-8")
    _, problems = read_published(tmp_path / PUBLISHED, "data/list.txt")
    assert [str(problem.place) for problem in problems] == ["data/list.txt, line 2, column 3"]
