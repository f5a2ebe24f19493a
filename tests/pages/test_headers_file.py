"""The file that tells a host what to send, read as a host reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.pages import policy
from panelpapers.records.attached import FORMATS
from tests.browser.serving import headers_of


def test_the_host_is_told_what_the_page_says_and_what_it_cannot_say(tmp_path: Path) -> None:
    (tmp_path / policy.ADDRESS).write_bytes(policy.headers_file().content)
    sent = headers_of(tmp_path)["/*"]
    assert sent["Content-Security-Policy"] == f"{policy.CONTENT_SECURITY_POLICY}; frame-ancestors 'none'"
    assert sent["Referrer-Policy"] == policy.REFERRER_POLICY
    assert sent.keys() > {"Permissions-Policy", "X-Content-Type-Options"}


def test_what_somebody_attached_is_saved_and_not_opened_as_a_part_of_the_site(tmp_path: Path) -> None:
    (tmp_path / policy.ADDRESS).write_bytes(policy.headers_file().content)
    sent = headers_of(tmp_path)
    assert [sent[f"/meetings/*.{ending}"] for ending in FORMATS] == [{"Content-Disposition": "attachment"}] * 8
    assert sent.keys() == {"/*", *(f"/meetings/*.{ending}" for ending in FORMATS)}


def test_nothing_is_allowed_from_elsewhere_or_from_within_a_page() -> None:
    sources = {source for part in policy.CONTENT_SECURITY_POLICY.split("; ") for source in part.split()[1:]}
    assert sources == {"'none'", "'self'", "'wasm-unsafe-eval'"}


@pytest.mark.parametrize("line", ["Content-Security-Policy: default-src 'none'", "/*\nName: value", "/*\n  Name"])
def test_headers_that_no_host_would_send_are_an_error(tmp_path: Path, line: str) -> None:
    (tmp_path / policy.ADDRESS).write_text(line, encoding="utf-8")
    with pytest.raises(ValueError, match="_headers"):
        headers_of(tmp_path)
