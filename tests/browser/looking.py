"""Opens a page as one person would see it, and notes what went wrong on the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from tests.browser.kinds import Mode

COLOURS_AT_ONCE = """() => {
  for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish();
}"""
"""Colours change into one another for a moment; what is looked at is how they are after it."""

CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")


@dataclass(frozen=True, eq=False)
class Look:
    """An open page, the mode it is seen in, and what the browser complained of while loading it."""

    page: Page
    mode: Mode
    complaints: list[str]

    def ask(self, check: str) -> Any:
        """Give the result of a function of checks.js."""
        return self.page.evaluate(f"panelChecks.{check}()")

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Let the block change the page, and load the page anew after it."""
        try:
            yield
        finally:
            self.page.reload(wait_until="load")
            self.page.evaluate(CHECKS)


def seen_as(look: Look, mode: Mode) -> Look:
    """Give a page that is open already as it is seen in a mode, from its top, with the keyboard before everything."""
    see_as(look.page, mode)
    look.ask("fromTheTop")
    return replace(look, mode=mode)


@contextmanager
def looking(browser: Browser, address: str, mode: Mode) -> Iterator[Look]:
    """Open an address in a mode, in a tab of its own, while the block runs."""
    page = _window(browser, mode.javascript).new_page()
    try:
        complaints: list[str] = []
        _listen(page, address, complaints)
        see_as(page, mode)
        page.goto(address, wait_until="load")
        # evaluate works without the page's own JavaScript too: it is the debugger's.
        page.evaluate(CHECKS)
        yield Look(page, mode, complaints)
    finally:
        page.close()


def see_as(page: Page, mode: Mode) -> None:
    """Show an open page in the size, the colours, the motion and the medium of a mode."""
    page.set_viewport_size({"width": mode.width, "height": mode.height})
    page.emulate_media(
        media=mode.media,
        color_scheme=mode.scheme,
        contrast=mode.contrast,
        forced_colors=mode.forced_colours,
        reduced_motion=mode.motion,
    )
    page.evaluate(COLOURS_AT_ONCE)


@cache
def _window(browser: Browser, javascript: bool) -> BrowserContext:
    """Give a window with or without JavaScript, which tabs cannot change, and keep it: a page takes less time."""
    return browser.new_context(java_script_enabled=javascript)


def _listen(page: Page, address: str, complaints: list[str]) -> None:
    """Note each error on the console, request to another host, and request that fails or finds nothing."""
    host = "/".join(address.split("/")[:3]) + "/"

    def on_console(message: ConsoleMessage) -> None:
        # The browser also says on the console that a page was not found, which is what our page for that is.
        not_found = message.location["url"] == address and message.text.startswith("Failed to load resource")
        if message.type in ("error", "warning") and not not_found:
            complaints.append(f"console {message.type}: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((host, "data:")):
            complaints.append(f"request to another host: {request.url}")

    def on_response(response: Response) -> None:
        if response.status >= 400 and response.url != address:
            complaints.append(f"answer {response.status}: {response.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(f"script error: {error}"))
    page.on("request", on_request)
    page.on("requestfailed", lambda request: complaints.append(f"request failed: {request.url}"))
    page.on("response", on_response)
