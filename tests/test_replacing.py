"""A folder is replaced whole or not at all, wherever a build is killed or the disk refuses something.

Python announces each call to the file system beforehand (``sys.addaudithook``). A child process makes a small site
and is killed, or refused, at the first of these calls, then at the second, and so on until none is left. What a
reader could see between two calls is what stands when the child is dead.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest

from panelpapers import replacing
from panelpapers.replacing import NotReplaced, Replacement, exchange, in_words

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here"),
]

CALLS = ("open", "os.", "shutil.", "ctypes.", "fcntl.")
NAMES = ("404.html", "index.html", "meetings/index.html")
Site = dict[str, str]
Way = Literal["one call", "two moves"]
WAYS: tuple[Way, ...] = ("one call", "two moves")


def site(text: str) -> Site:
    return dict.fromkeys(NAMES, text)


def listing(folder: Path) -> Site | None:
    """Give every file of a folder with its text; nothing when there is no folder."""
    if not folder.exists():
        return None
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def write(folder: Path, text: str) -> None:
    for name in NAMES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def build(folder: Path, text: str) -> None:
    """Do what a build does."""
    replacement = Replacement(folder)
    try:
        assert replacement.begin(0)
        write(replacement.new, text)
        replacement.finish()
    except BaseException:
        replacement.leave()
        raise


def in_a_child(work: Callable[[], None], at_call: Callable[[int], None]) -> int:
    """Do some work in a process of its own, and something at each of its calls; give how it ended, 0 when well."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    number = 0

    def hook(event: str, _: object) -> None:
        nonlocal number
        if event.startswith(CALLS):
            number += 1
            at_call(number)

    sys.addaudithook(hook)
    try:
        work()
    except OSError:
        os._exit(1)
    finally:
        os._exit(0 if sys.exc_info()[0] in (None, SystemExit) else 2)  # 2 would be a traceback for whoever builds


def killed_at(number: int) -> Callable[[int], None]:
    return lambda now: os.kill(os.getpid(), signal.SIGKILL) if now == number else None


def refused_at(number: int) -> Callable[[int], None]:
    return lambda now: refuse() if now == number else None


def refused_from(number: int) -> Callable[[int], None]:
    return lambda now: refuse() if now >= number else None


def refuse() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def calls_of_a_build(folder: Path, before: Site | None) -> int:
    """Count the calls of a build that nothing troubles."""
    if before is not None:
        build(folder, before[NAMES[0]])
    reading, writing = os.pipe()
    dots = os.fdopen(writing, "w")
    in_a_child(lambda: build(folder, "new"), lambda _: print(".", file=dots, flush=True))
    dots.close()
    with os.fdopen(reading) as told:
        return len(told.readlines())


def ends(folder: Path, before: Site | None, at: Callable[[int], Callable[[int], None]]) -> Iterator[int]:
    """Build with trouble at the first call, the second, and so on, each time over the same site; give how each ended.

    After each, the next build must find the site whole, and leave nothing but the site and its lock.
    """
    count = calls_of_a_build(folder, before)
    assert count > 20
    for number in range(1, count + 1):
        shutil.rmtree(folder.parent)
        folder.parent.mkdir()
        if before is not None:
            build(folder, before[NAMES[0]])
        end = in_a_child(lambda: build(folder, "new"), at(number))
        yield end
        nothing_built = Replacement(folder)
        assert nothing_built.begin(0)
        assert listing(folder) in (before, site("new")), "the next start has put it right"
        nothing_built.leave()
        build(folder, "newer")
        assert listing(folder) == site("newer")
        assert {path.name for path in folder.parent.iterdir()} == {"site", ".site.lock"}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Way:
    """Give each way in which two folders can be exchanged."""
    if request.param == "two moves":
        monkeypatch.setattr(replacing, "exchange", lambda *_: False)
    chosen: Way = request.param
    return chosen


@pytest.mark.parametrize("before", [None, site("old")], ids=["a first site", "a site stands"])
@pytest.mark.parametrize("trouble", [killed_at, refused_at, refused_from])
def test_a_reader_finds_one_whole_site_at_every_moment(
    tmp_path: Path, way: Way, before: Site | None, trouble: Callable[[int], Callable[[int], None]]
) -> None:
    folder = tmp_path / "here" / "site"
    folder.parent.mkdir()
    seen = []
    for end in ends(folder, before, trouble):
        assert end in (0, 1 << 8, signal.SIGKILL), "it ends well, with an error of the disk, or killed"
        found = listing(folder)
        between = found is None and way == "two moves"
        assert (listing(folder.parent / ".site.before") if between else found) in (before, site("new"))
        seen.append(found)
    assert before in seen, "trouble at the beginning leaves the old site"
    assert site("new") in seen, "trouble at the end leaves the new one"


def test_the_next_start_finds_the_old_site_again_between_two_moves(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build(folder, "old")
    folder.rename(tmp_path / ".site.before")
    (tmp_path / ".site.building").mkdir()
    replacement = Replacement(folder)
    assert replacement.begin(0)
    assert listing(folder) == site("old")
    replacement.leave()
    assert listing(folder) == site("old")


def test_the_second_of_two_moves_is_taken_back_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replacing, "exchange", lambda *_: False)
    folder = tmp_path / "site"
    build(folder, "old")
    replacement = Replacement(folder)
    assert replacement.begin(0)
    shutil.rmtree(replacement.new)
    monkeypatch.setattr(replacing, "_open_to_all", lambda _: None)
    monkeypatch.setattr(replacing, "_copy_hidden", lambda *_: None)
    with pytest.raises(FileNotFoundError):
        replacement.finish()
    assert listing(folder) == site("old")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this call")
def test_two_folders_are_exchanged_in_one_call(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    write(one, "1")
    write(other, "2")
    assert exchange(one, other)
    assert (listing(one), listing(other)) == (site("2"), site("1"))
    with pytest.raises(FileNotFoundError) as raised:
        exchange(one, tmp_path / "nowhere")
    assert in_words(raised.value, None).startswith(f"{tmp_path / 'nowhere'}: No such file")


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP])
def test_a_system_without_the_call_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    class Library:
        def renameat2(self, *_: object) -> int:
            return -1

    monkeypatch.setattr("ctypes.CDLL", lambda *_, **__: Library())
    monkeypatch.setattr("ctypes.get_errno", lambda: number)
    folder = tmp_path / "site"
    build(folder, "old")
    build(folder, "new")
    assert listing(folder) == site("new")


def test_a_second_build_waits_and_touches_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build(folder, "old")
    first = Replacement(folder)
    assert first.begin(0)
    write(first.new, "new")
    end = in_a_child(
        lambda: sys.exit() if (second := Replacement(folder)).begin(0) else second.leave(), lambda _: None
    )
    assert end == 0, "the second is told that it cannot begin"
    assert listing(first.new) == site("new"), "and clears nothing away"
    first.finish()
    build(folder, "newer")


def test_a_killed_build_keeps_nobody_out(tmp_path: Path) -> None:
    folder = tmp_path / "site"

    def killed() -> None:
        Replacement(folder).begin(0)
        os.kill(os.getpid(), signal.SIGKILL)

    assert in_a_child(killed, lambda _: None) == signal.SIGKILL
    build(folder, "new")
    assert listing(folder) == site("new")


@pytest.mark.parametrize("mask", [0o022, 0o077, 0o027])
def test_everybody_may_read_the_site(tmp_path: Path, mask: int) -> None:
    def modes(folder: Path) -> set[int]:
        return {stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*")) if path.is_dir()}

    def build_for_myself() -> None:
        os.umask(mask)
        build(tmp_path / "site", "text")

    assert in_a_child(build_for_myself, lambda _: None) == 0
    assert modes(tmp_path / "site") == {0o755}
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o644}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "disk" / "pages")
    for text in ("first", "second"):
        build(tmp_path / "site", text)
        assert (tmp_path / "site").is_symlink()
        assert listing(tmp_path / "disk" / "pages") == listing(tmp_path / "site") == site(text)


def test_what_is_hidden_in_the_folder_stays(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build(folder, "old")
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("of somebody")
    (folder / ".link").symlink_to("nowhere")
    build(folder, "new")
    assert (folder / ".git" / "HEAD").read_text() == "of somebody"
    assert (folder / ".link").is_symlink()


def test_a_copy_of_the_old_site_is_worked_on_without_touching_it(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build(folder, "old")
    times = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    replacement = Replacement(folder)
    assert replacement.begin(0, from_old=True)
    assert listing(replacement.new) == site("old")
    assert {path.name: path.stat().st_mtime_ns for path in replacement.new.iterdir()} == times
    (replacement.new / "index.html").write_text("new")
    assert listing(folder) == site("old")
    replacement.finish()
    assert listing(folder) == {**site("old"), "index.html": "new"}


def test_a_folder_that_is_no_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to-my-aunt.txt").write_text("Dear aunt")
    (tmp_path / "file").write_text("text")
    for name, why in (("letters", "holds files and no site, such as to-my-aunt.txt"), ("file", "is a file")):
        replacement = Replacement(tmp_path / name)
        with pytest.raises(NotReplaced, match=why):
            replacement.begin(0)
        replacement.leave()
    with pytest.raises(NotReplaced, match="cannot be replaced"):
        Replacement(Path("/")).begin(0)
    assert (tmp_path / "letters" / "to-my-aunt.txt").read_text() == "Dear aunt"
    (tmp_path / "empty").mkdir()
    build(tmp_path / "empty", "new")


def test_where_no_file_can_be_made_nobody_waits(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        Replacement(tmp_path / "file" / "site").begin(60)


def test_what_a_disk_refuses_is_said_with_the_place_and_a_cure(tmp_path: Path) -> None:
    full = in_words(OSError(errno.ENOSPC, "No space left on device"), tmp_path)
    assert full == f"{tmp_path}: No space left on device. Make room on that disk, and build again."
    closed = in_words(PermissionError(errno.EACCES, "Permission denied", "/srv/site"), tmp_path)
    assert closed.startswith("/srv/site: Permission denied. Give whoever builds the right")
    assert in_words(OSError("odd"), None) == "A file: odd. Put this right, and build again."
