"""The same bytes on any machine, and no Altair where the cache is full."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from panelpapers.charts import Said, default_folder, draw
from panelpapers.charts.cache import cached, key_of
from panelpapers.charts.draw import picture_of
from panelpapers.facts.figure import figure_facts
from tests.charts.samples import sample

ROOT = Path(__file__).parents[2]
DRAWN = ("line-gap-break-forecast", "grouped-integrity", "stacked-outcomes")
SCRIPT = """
import hashlib, json, sys
from pathlib import Path
from panelpapers.charts import Said, draw
from panelpapers.facts.figure import figure_facts
from tests.charts.samples import sample
folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
found = {}
for name in json.loads(sys.stdin.read()):
    one = sample(name)
    svg = draw(one, figure_facts(one), Said(one.title, "Words."), name, "wide", folder)
    found[name] = hashlib.sha256(svg).hexdigest()
print(json.dumps({"drawn": found, "loaded": sorted({"altair", "vl_convert"} & set(sys.modules))}))
"""


def run(*arguments: str, **environment: str) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        input=json.dumps(DRAWN), env={**os.environ, **environment}, cwd=ROOT,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, object] = json.loads(done.stdout)
    return found


def here(name: str) -> bytes:
    one = sample(name)
    return draw(one, figure_facts(one), Said(one.title, "Words."), name, "wide")


@pytest.mark.slow
def test_bytes_do_not_depend_on_the_machine_and_a_full_cache_draws_nothing(tmp_path: Path) -> None:
    """In another time zone, language and process, first with an empty cache and then with a full one."""
    ours = {name: hashlib.sha256(here(name)).hexdigest() for name in DRAWN}
    first = run(str(tmp_path), TZ="Pacific/Kiritimati", LC_ALL="de_DE.UTF-8", PYTHONHASHSEED="2")
    second = run(str(tmp_path), TZ="America/New_York", LC_ALL="C", PYTHONHASHSEED="1")
    assert first == {"drawn": ours, "loaded": ["altair", "vl_convert"]}
    assert second == {"drawn": ours, "loaded": []}
    assert len(list(tmp_path.iterdir())) == len(DRAWN)


def test_what_the_bytes_follow_from_is_in_the_key() -> None:
    one, other = sample("bar-three-periods"), sample("line-target")
    picture = picture_of(one, figure_facts(one), "wide")
    key = key_of(picture, Said("Title", "Words."), "slug")
    assert key == key_of(picture_of(one, figure_facts(one), "wide"), Said("Title", "Words."), "slug")
    assert key not in {
        key_of(picture_of(one, figure_facts(one), "narrow"), Said("Title", "Words."), "slug"),
        key_of(picture_of(other, figure_facts(other), "wide"), Said("Title", "Words."), "slug"),
        key_of(picture, Said("Other", "Words."), "slug"),
        key_of(picture, Said("Title", "Words.", "en-US"), "slug"),
        key_of(picture, Said("Title", "Words.", names={"Tag": "de"}), "slug"),
        key_of(picture, Said("Title", "Other."), "slug"),
        key_of(picture, Said("Title", "Words."), "other"),
        key_of(picture, Said("TitleWords.", ""), "slug"),
    }


FIRST, SECOND = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{n}" height="9"/>'.encode() for n in (7, 8))


def test_a_cache_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(NotADirectoryError):
        (blocked / "x").read_bytes()
    assert cached(blocked, "key", lambda: FIRST) == FIRST
    assert cached(None, "key", lambda: FIRST) == FIRST


def test_an_entry_is_read_and_not_drawn_again(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    assert cached(folder, "key", lambda: FIRST) == FIRST
    assert cached(folder, "key", lambda: SECOND) == FIRST
    assert cached(folder, "other", lambda: SECOND) == SECOND
    assert sorted(path.name for path in folder.iterdir()) == ["key.chart", "other.chart"]


def with_its_hash(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode() + b"\n" + content


GOOD = with_its_hash(FIRST)
DAMAGED = {
    "empty": b"",
    "cut off in the hash": GOOD[:20],
    "only the hash": GOOD[:65],
    "cut off": GOOD[:-3],
    "one letter other": GOOD.replace(b'"9"', b'"8"'),
    "another hash": b"0" * 64 + GOOD[64:],
    "zeros of a crash": bytes(len(GOOD)),
    "no hash": FIRST,
    "no whole XML, and its hash": with_its_hash(FIRST[:-2]),
    "no chart, and its hash": with_its_hash(b"<svg/>"),
    "nothing, and its hash": with_its_hash(b""),
    "no UTF-8": b"\xff\xfe" + GOOD,
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_entry_is_drawn_again_and_mended(tmp_path: Path, damage: str) -> None:
    (tmp_path / "key.chart").write_bytes(DAMAGED[damage])
    assert cached(tmp_path, "key", lambda: SECOND) == SECOND
    assert cached(tmp_path, "key", lambda: FIRST) == SECOND, "it was mended"


def test_what_is_no_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "folder.chart").mkdir()
    os.mkfifo(tmp_path / "pipe.chart")
    (tmp_path / "endless.chart").symlink_to("/dev/zero")
    (tmp_path / "nowhere.chart").symlink_to("nowhere/at/all")
    for key in ("folder", "pipe", "endless", "nowhere", "n" * 300):
        assert cached(tmp_path, key, lambda: FIRST) == FIRST
    assert not list(tmp_path.glob("tmp*")), "nothing half written is left"


def test_a_full_disk_is_no_failure_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, other: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path), None, str(other))

    monkeypatch.setattr(Path, "replace", refused)
    assert cached(tmp_path, "key", lambda: FIRST) == FIRST
    assert not list(tmp_path.iterdir())


def test_the_folder_is_where_the_user_keeps_caches(tmp_path: Path) -> None:
    assert default_folder({"XDG_CACHE_HOME": str(tmp_path)}) == tmp_path / "panel-papers" / "charts"
    home = Path.home() / ".cache" / "panel-papers" / "charts"
    assert default_folder({}) == default_folder({"XDG_CACHE_HOME": "relative/folder"}) == home


def test_a_user_without_a_home_has_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", no_home)
    assert default_folder({}) is None
