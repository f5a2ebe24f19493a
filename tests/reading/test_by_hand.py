"""What lies in the folder of hand-written pages is on the site: nothing there runs, hides or leads out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.reading.by_hand import by_hand
from tests.attached_files import pdf, png
from tests.first_publication import OWN_PAGES

REFUSED = {
    "a script": ("evil.js", b"alert(1)", "file-ending"),
    "a script in a folder": ("a/b/evil.mjs", b"alert(1)", "file-ending"),
    "a page of HTML": ("raw.html", b"<h1>x</h1>", "file-ending"),
    "a drawing": ("pic.SVG", b"<svg/>", "file-ending"),
    "a style sheet": ("look.css", b"*{display:none}", "file-ending"),
    "a page named as a picture": ("pic.png", b"<html><script>alert(1)</script>", "another-kind"),
    "a PDF that runs": ("a.pdf", pdf(catalog="/OpenAction << /S /JavaScript /JS (x) >>"), "runs-something"),
    "a script in a page": ("more.md", b"# More\n\n<script src=../x.js></script>\n", "text-html"),
    "what leads readers elsewhere": ("more.md", b'# More\n\n<meta http-equiv="refresh" content="0">\n', "text-html"),
    "a tag over two lines": ("more.md", b"# More\n\n<iframe\nsrc=https://example.org>\n", "text-html"),
    "a remark that is hidden": ("more.md", b"# More\n\n<!-- Not seen. -->\n", "text-html"),
    "a sign that is hidden": ("more.md", "# More\n\nA\u202eB\n".encode(), "invisible-character"),
    "a name that hides a sign": ("mo\u200bre.md", b"# More\n", "invisible-character"),
    "a language that there is not": ("more.md", b"---\ntitle: More\nlanguage: Welsh\n---\n", "unknown-language"),
    "a page that is too long": ("more.md", b"# More\n" + b"word " * 60_001, "too-long"),
}


@pytest.mark.parametrize("why", REFUSED)
def test_it_is_refused(why: str, tmp_path: Path) -> None:
    name, data, code = REFUSED[why]
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    assert [problem.code for problem in by_hand(tmp_path, "content")] == [code]
    assert next(by_hand(tmp_path, "content")).place.file == f"content/{name}"


@pytest.mark.parametrize("leads_to", ["/etc/passwd", "about.md", "nowhere", "."])
def test_a_link_is_not_followed(leads_to: str, tmp_path: Path) -> None:
    (tmp_path / "about.md").write_text("# About\n")
    (tmp_path / "link.md").symlink_to(leads_to)
    assert [problem.code for problem in by_hand(tmp_path, "content")] == ["link"]


def test_what_people_write_and_what_hosts_read_is_left_alone(tmp_path: Path) -> None:
    files = {"CNAME": b"papers.example", "robots.txt": b"", "vercel.json": b"{}", "map.png": png(), "a.pdf": pdf()}
    for name, data in {**files, "about.md": b"# About\n\nFewer than 5 (<5).\n"}.items():
        (tmp_path / name).write_bytes(data)
    assert list(by_hand(tmp_path, "content")) == []
    assert list(by_hand(OWN_PAGES, "content")) == []
