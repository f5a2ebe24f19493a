"""The policy of pages/policy.py: sent by the host, said by each page, kept by the browser, and no page is hurt by it.

Every other test in this folder runs under it too; whatever it refuses is a complaint on the console.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from panelpapers.pages import policy
from tests.browser.kinds import KINDS, MODES
from tests.browser.looking import looking
from tests.browser.serving import served

pytestmark = pytest.mark.browser

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Minutes</title>{meta}
<link rel="icon" href="icon.svg"></head><body><h1>Minutes</h1>{planted}</body></html>"""
META = f'<meta http-equiv="Content-Security-Policy" content="{policy.CONTENT_SECURITY_POLICY}">'
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'

REFUSED = {
    "script in the page": "<script>document.title = 'Run'</script>",
    "handler in the page": '<img src="icon.svg" alt="" width="9" height="9" onload="document.title = \'Run\'">',
    "style in the page": "<style>h1 { color: red }</style>",
    "style of an element": '<p style="color: red">Noted.</p>',
    "picture in the page": '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="" width="1" height="1">',
    "text as script": '<script src="eval.js"></script>',
    "text as HTML": '<script src="html.js"></script>',  # what it holds must not run
    "frame": '<iframe src="other.html" title="Other"></iframe>',
}
SCRIPTS = {
    "eval.js": "eval('document.title = \"Run\"')",
    "html.js": "document.body.innerHTML += '<img src=icon.svg onload=\"document.title=1\">'",
}


@pytest.mark.parametrize("kind", ["home", "form to fill in", "not found"])
def test_a_page_is_under_the_policy(browser: Browser, root: str, kind: str) -> None:
    """Every page says the same one (tests/html), and the host sends it with each."""
    with looking(browser, root + KINDS[kind], MODES["light"]) as look:
        refused = look.page.evaluate(
            """() => new Promise((done) => {
                addEventListener("securitypolicyviolation", (it) => done([it.violatedDirective, it.disposition]));
                const planted = Object.assign(document.createElement("style"), { textContent: "h1 { color: red }" });
                document.body.append(planted);
            })"""
        )
    assert refused == ["style-src-elem", "enforce"]


def test_answers_have_every_header(browser: Browser, root: str) -> None:
    with looking(browser, root, MODES["light"]) as look:
        answer = look.page.reload()
        assert answer
        sent = {name.lower(): value for name, value in answer.headers.items()}
    assert sent["content-security-policy"] == f"{policy.CONTENT_SECURITY_POLICY}; frame-ancestors 'none'"
    assert sent["referrer-policy"] == policy.REFERRER_POLICY
    assert "camera=()" in sent["permissions-policy"]
    assert sent["x-content-type-options"] == "nosniff"
    assert "unsafe-inline" not in sent["content-security-policy"]


@pytest.mark.parametrize("by", ["header", "meta"])
@pytest.mark.parametrize("what", REFUSED)
def test_planted_fault_is_refused_and_seen(browser: Browser, tmp_path: Path, what: str, by: str) -> None:
    """The header and the page's own words each hold alone."""
    page = PAGE.format(meta=META if by == "meta" else "", planted=REFUSED[what])
    for name, text in {"index.html": page, "other.html": page, "icon.svg": ICON, **SCRIPTS}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    if by == "header":
        (tmp_path / policy.ADDRESS).write_bytes(policy.headers_file().content)
    with served(tmp_path, "/panel/") as address, looking(browser, address, MODES["light"]) as look:
        expect(look.page).to_have_title("Minutes")
        assert look.page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
        assert look.page.get_by_role("heading").inner_text() == "Minutes"
    assert any("Content Security Policy" in one for one in look.complaints), look.complaints


def test_page_without_faults_is_not_refused(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE.format(meta=META, planted="<p>Noted.</p>"), encoding="utf-8")
    (tmp_path / "icon.svg").write_text(ICON, encoding="utf-8")
    (tmp_path / policy.ADDRESS).write_bytes(policy.headers_file().content)
    with served(tmp_path, "/panel/") as address, looking(browser, address, MODES["light"]) as look:
        assert look.complaints == []
