"""The checks of HTML themselves: a sound site passes each, and each planted fault is seen by its check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.provide import find_java
from tests.html import crawl
from tests.html.checkers import html5lib_strictly, html_validate, nu
from tests.html.steps import as_file, steps_from_home, steps_to
from tests.html.weight import too_heavy

HOME = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Home</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="panel.css"></head>
<body><a href="#main">Skip to the text</a>
<nav aria-label="Main"><ul><li><a href="minutes/#minute-9">Minute 9</a></li></ul></nav>
<main id="main"><h1>A panel</h1><h2>Figures</h2><img src="chart.svg" alt="It rose." width="9" height="9"></main>
</body></html>
"""
MINUTES = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Minutes</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<link rel="stylesheet" href="../panel.css">
<script type="application/ld+json">{"@context": "https://schema.org"}</script></head>
<body><a href="#text">Skip to the text</a><nav aria-label="Main"><a href="../">Home</a></nav>
<main id="text"><h1>Minutes</h1><h2 id="minute-9">Minute 9</h2><p>Noted.</p></main>
</body></html>
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>\n'


def sound_site(folder: Path) -> Path:
    (folder / "minutes").mkdir()
    (folder / "index.html").write_text(HOME, encoding="utf-8")
    (folder / "minutes" / "index.html").write_text(MINUTES, encoding="utf-8")
    (folder / "chart.svg").write_text(DRAWING, encoding="utf-8")
    (folder / "panel.css").write_text("body { background: url(chart.svg); }", encoding="utf-8")
    return folder


def by_crawl(folder: Path) -> list[str]:
    pages = crawl.read(folder)
    whole = [*crawl.broken_links(folder, pages, "/panel/"), *crawl.outside_resources(folder, pages)]
    each = (fault for page in pages for fault in (*crawl.faults_of(page), *too_heavy(folder, page, "/panel/")))
    return [*whole, *each, *crawl.titles_used_twice(pages)]


def by_nu(folder: Path) -> list[str]:
    java = find_java()
    if not java:
        pytest.skip("there is no Java for the Nu checker on this machine, and html5lib is used")
    return nu(folder, java)


Check = Callable[[Path], list[str]]

CRAWLED = [
    # file, its text, what stands there instead, what must be said
    ("index.html", "minutes/#minute-9", "minutes/#minute-8", "names a place that is not on that page"),
    ("index.html", "minutes/#minute-9", "no-minutes/", "leads nowhere"),
    ("index.html", "minutes/#minute-9", "minutes", "leads nowhere"),
    ("minutes/index.html", '"../"', '"/"', "leads nowhere"),
    ("minutes/index.html", '"../"', '"../../"', "leads nowhere"),
    ("index.html", "chart.svg", "no.svg", "leads nowhere"),
    ("index.html", "panel.css", "https://other.example/a.css", "asks another host"),
    ("index.html", 'src="chart.svg"', 'src="chart.svg" srcset="//other.example/a.svg 2x"', "asks another host"),
    ("panel.css", "chart.svg", "'https://other.example/font.woff2'", "asks another host"),
    ("minutes/index.html", "<p>", '<p id="minute-9">', "2 times"),
    ("index.html", ' lang="en-GB"', "", "says no language"),
    ("index.html", "<title>Home", "<title>", "has no title"),
    ("index.html", "<title>Home", "<title>Minutes", '2 pages have the title "Minutes"'),
    ("index.html", "<main id", "<main></main><main id", "has 2 main parts"),
    ("index.html", "#main", "#minutes", "does not skip to the main part"),
    ("index.html", ' aria-label="Main"', "", "a navigation without a name"),
    ("index.html", "<h2>", '<nav aria-label="Main"></nav><h2>', "two navigations of one name"),
    ("index.html", "<h2>", '<a href="a/">More</a><a aria-label="more" href="b/"></a><h2>', 'links named "more"'),
    ("index.html", "<h2>Figures</h2>", "<h3>Figures</h3>", "from a heading of level 1 to one of level 3"),
    ("index.html", "<h2>Figures</h2>", "<h1>Figures</h1>", "has 2 headings of level 1"),
    ("index.html", "<h2>Figures</h2>", "<h2> </h2>", "an empty heading"),
    ("index.html", ' width="9"', "", "without width"),
    ("index.html", ' alt="It rose."', "", "without alt"),
    ("index.html", "Content-Security-Policy", "default-style", "says no content security policy"),
    ("index.html", "<title>", '<link rel="icon" href="chart.svg"><title>', "before it loads something"),
    ("index.html", "<h2>", '<h2 style="color: red">', "<h2 style>, which its policy refuses"),
    ("index.html", "<h2>", '<h2 onclick="alert()">', "<h2 onclick>, which its policy refuses"),
    ("index.html", "<h2>", "<style>h2 { color: red }</style><h2>", "<style>, which its policy refuses"),
    ("index.html", "<h2>", "<script>alert()</script><h2>", "<script>, which its policy refuses"),
]

HEAVY = "".join(f"{number:x}" for number in range(9**6, 9**6 + 60_000))  # 60 kB when compressed
WEIGHED = {
    "page": ("index.html", "It rose.", HEAVY),
    "style sheet": ("panel.css", "body", f"/* {HEAVY} */ body"),
    "what a style sheet asks for": ("panel.css", "body", '@import url("heavy.css"); body'),
    "script": ("index.html", "</main>", '</main><script src="heavy.js"></script>'),
    "what a script asks for": ("index.html", "</main>", '</main><script type="module" src="asking.js"></script>'),
}


VALIDATED: list[tuple[Check, dict[tuple[str, str, str], str]]] = [
    # checker, and all the faults planted for it at once: file, its text, what stands there instead; what must be said
    (
        by_nu,
        {
            ("index.html", "<h2>", '<h2 colour="red">'): "colour",
            ("minutes/index.html", "<p>", "<section></section><p>"): "Section lacks heading",
            ("minutes/index.html", "</p>", "</p><script>print()</script>"): "Inline script violates",
            ("chart.svg", "<path d", "<path dd"): "dd",
        },
    ),
    (html5lib_strictly, {("index.html", "<h2>", "<h2><p></h2>"): "index.html:7"}),
    (html_validate, {("index.html", "<h2>", "<button></button><h2>"): "text-content"}),
]


def plant(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def test_sound_site_passes_the_crawl(tmp_path: Path) -> None:
    assert by_crawl(sound_site(tmp_path)) == []


@pytest.mark.parametrize(("file", "old", "new", "said"), CRAWLED)
def test_crawl_sees(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    plant(sound_site(tmp_path), file, old, new)
    assert any(said in sentence for sentence in by_crawl(tmp_path)), by_crawl(tmp_path)


@pytest.mark.parametrize("heavy", WEIGHED)
def test_weight_is_seen(tmp_path: Path, heavy: str) -> None:
    plant(sound_site(tmp_path), *WEIGHED[heavy])
    (tmp_path / "heavy.css").write_text(f"/* {HEAVY} */", encoding="utf-8")
    (tmp_path / "heavy.js").write_text(f"// {HEAVY}", encoding="utf-8")
    (tmp_path / "asking.js").write_text('import { a, b } from "./heavy.js";', encoding="utf-8")
    (said, *_) = by_crawl(tmp_path)
    assert "index.html weighs" in said


def test_a_page_that_leads_on_is_told_apart(tmp_path: Path) -> None:
    plant(
        sound_site(tmp_path),
        "minutes/index.html",
        "<title>",
        '<meta http-equiv="Refresh" content="0; url=../">\n<title>',
    )
    assert [page.address for page in crawl.read(tmp_path) if page.leads_on] == ["minutes/index.html"]


def chain(folder: Path, pages: int) -> list[crawl.Page]:
    """Give pages of which each leads to the next only: the home page, page 1, page 2 ..."""
    (folder / "index.html").write_text('<a href="1/">1</a><form action="9/"></form>', encoding="utf-8")
    for number in range(1, pages + 1):
        (folder / str(number)).mkdir()
        text = f'<p id="a"></p><p id="b"></p><a href="../{number + 1}/#b">{number + 1}</a>'
        (folder / str(number) / "index.html").write_text(text, encoding="utf-8")
    return crawl.read(folder)


def test_steps_from_home_are_counted(tmp_path: Path) -> None:
    steps = steps_from_home(chain(tmp_path, 5))
    assert [steps_to(as_file(one), steps) for one in ("", "1/", "4/", "5/", "5/#a", "5/#b")] == [0, 1, 4, 5, 5, 5]
    assert steps_to(as_file("9/"), steps) is None
    plant(tmp_path, "index.html", "</form>", '</form><footer><a href="4/#a">4</a></footer>')
    pages = crawl.read(tmp_path)
    assert steps_to(as_file("4/#a"), steps_from_home(pages)) == 1
    assert steps_to(as_file("5/"), steps_from_home(pages)) == 2
    assert steps_to(as_file("4/"), steps_from_home(pages, footers=False)) == 4
    assert steps_to(as_file("4/"), steps_from_home(pages, footers=False, without=["2/index.html"])) is None


@pytest.mark.browser
@pytest.mark.parametrize("check", [by_nu, html5lib_strictly, html_validate])
def test_sound_site_is_valid(tmp_path: Path, check: Check) -> None:
    assert check(sound_site(tmp_path)) == []


@pytest.mark.browser
@pytest.mark.parametrize(("check", "faults"), VALIDATED)
def test_checker_sees(tmp_path: Path, check: Check, faults: dict[tuple[str, str, str], str]) -> None:
    sound_site(tmp_path)
    for file, old, new in faults:
        plant(tmp_path, file, old, new)
    found = check(tmp_path)
    unseen = [said for said in faults.values() if not any(said in sentence for sentence in found)]
    assert not unseen, found
