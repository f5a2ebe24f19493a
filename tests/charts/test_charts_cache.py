"""The same bytes on any machine, and no Altair where the cache is full."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from panelpapers.charts import default_folder, draw
from panelpapers.charts.cache import cached, key_of
from panelpapers.charts.draw import picture_of
from panelpapers.facts.grid import grid
from tests.charts.samples import sample

ROOT = Path(__file__).parents[2]
DRAWN = ("line-gap-break-forecast", "grouped-integrity", "stacked-outcomes")
SCRIPT = """
import hashlib, json, sys
from pathlib import Path
from panelpapers.charts import draw
from panelpapers.facts.grid import grid
from tests.charts.samples import sample
folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
found = {}
for name in json.loads(sys.stdin.read()):
    one = sample(name)
    found[name] = hashlib.sha256(draw(one, grid(one), one.title, "Words.", name, "wide", folder)).hexdigest()
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
    return draw(one, grid(one), one.title, "Words.", name, "wide")


@pytest.mark.slow
def test_bytes_do_not_depend_on_time_zone_language_or_process() -> None:
    ours = {name: hashlib.sha256(here(name)).hexdigest() for name in DRAWN}
    for zone, language, seed in (("America/New_York", "C", "1"), ("Pacific/Kiritimati", "de_DE.UTF-8", "2")):
        assert run(TZ=zone, LC_ALL=language, PYTHONHASHSEED=seed)["drawn"] == ours


@pytest.mark.slow
def test_a_full_cache_draws_nothing(tmp_path: Path) -> None:
    first = run(str(tmp_path))
    second = run(str(tmp_path))
    assert first["loaded"] == ["altair", "vl_convert"]
    assert second["loaded"] == []
    assert first["drawn"] == second["drawn"]
    assert len(list(tmp_path.iterdir())) == len(DRAWN)


def test_what_the_bytes_follow_from_is_in_the_key() -> None:
    one, other = sample("bar-three-periods"), sample("line-target")
    picture = picture_of(one, grid(one), "wide")
    key = key_of(picture, "Title", "Words.", "slug")
    assert key == key_of(picture_of(one, grid(one), "wide"), "Title", "Words.", "slug")
    assert key not in {
        key_of(picture_of(one, grid(one), "narrow"), "Title", "Words.", "slug"),
        key_of(picture_of(other, grid(other), "wide"), "Title", "Words.", "slug"),
        key_of(picture, "Other", "Words.", "slug"),
        key_of(picture, "Title", "Other.", "slug"),
        key_of(picture, "Title", "Words.", "other"),
        key_of(picture, "TitleWords.", "", "slug"),
    }


def test_a_cache_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(NotADirectoryError):
        (blocked / "x").read_bytes()
    assert cached(blocked, "key", lambda: b"drawn") == b"drawn"
    assert cached(None, "key", lambda: b"drawn") == b"drawn"


def test_an_entry_is_read_and_not_drawn_again(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    assert cached(folder, "key", lambda: b"first") == b"first"
    assert cached(folder, "key", lambda: b"second") == b"first"
    assert cached(folder, "other", lambda: b"second") == b"second"
    assert sorted(path.name for path in folder.iterdir()) == ["key.svg", "other.svg"]


def test_the_folder_is_where_the_user_keeps_caches(tmp_path: Path) -> None:
    assert default_folder({"XDG_CACHE_HOME": str(tmp_path)}) == tmp_path / "panel-papers" / "charts"
    home = Path.home() / ".cache" / "panel-papers" / "charts"
    assert default_folder({}) == default_folder({"XDG_CACHE_HOME": "relative/folder"}) == home
