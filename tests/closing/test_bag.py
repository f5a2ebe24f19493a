"""A bag for an archive: its files as RFC 8493 has them, read by a program that did not write them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import bagit
import pytest

from panelpapers.closing.bag import bag

PAYLOAD = {"site/index.html": b"<p>Home</p>", "records/a b.yml": b"a: 1\n", "records/Ż.yml": b""}
FILES = bag(PAYLOAD, {"Source-Organization": "A\nBoard"}, date(2027, 1, 5))


def test_a_bag_says_what_it_holds() -> None:
    assert FILES["bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    assert FILES["bag-info.txt"].decode() == (
        "Source-Organization: A Board\nBagging-Date: 2027-01-05\nPayload-Oxum: 16.3\n"
    )
    assert FILES["manifest-sha256.txt"].decode().splitlines()[0] == (
        "37b128c59f1f5097f73f82691cb519f1f568667faab5ced1b4ab979d36837eae  data/records/a b.yml"
    )


def _put(folder: Path) -> bagit.Bag:
    for path, content in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return bagit.Bag(str(folder))


def test_another_program_finds_a_bag_whole_and_sees_what_was_changed(tmp_path: Path) -> None:
    assert _put(tmp_path).validate()
    (tmp_path / "data" / "site" / "index.html").write_bytes(b"<p>Hone</p>")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(tmp_path)).validate()


def test_a_sign_that_would_end_a_line_is_written_as_its_number() -> None:
    assert bag({"a%b\n": b""}, {}, date(2027, 1, 5))["manifest-sha256.txt"].endswith(b"  data/a%25b%0A\n")
