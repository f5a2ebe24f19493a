"""What is heard of an open page, by a virtual screen reader, and what is wrong there.

The reader says an element when it begins and, where the element holds others, when it ends. It says more than people
hear who use a real one (they choose to skip much), opens what is folded up, and does not say the numbers of a list.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Page, Route

from tests.browser.provide import find_checkers

NEEDS_A_NAME = {"button", "checkbox", "heading", "image", "link", "navigation", "search", "searchbox", "table"}
"""Roles that say nothing to somebody without a name after them. A region without one is no region, and not heard."""

LANDMARKS = ("banner", "navigation, Main", "main", "contentinfo")
SYMBOLS = "¶§†‡→←↑↓"
"""Signs that a screen reader says by name, such as "pilcrow", or leaves out; so are pictures such as ✔. Code may
have them."""

# The steps are counted in case the reader goes round in a circle. It would read out the text of <noscript> too.
_LISTEN = """async () => {
    for (const unseen of document.querySelectorAll("noscript")) unseen.remove();
    const { virtual } = await import("/virtual-screen-reader.js");
    await virtual.start({ container: document.body });
    for (let steps = 0; steps < 100000 && await virtual.lastSpokenPhrase() !== "end of document"; steps += 1) {
        await virtual.next();
    }
    const heard = await virtual.spokenPhraseLog();
    await virtual.stop();
    return heard;
}"""


@dataclass(eq=False)
class Heard:
    """One utterance, and what is heard within the element that it begins."""

    said: str
    within: list[Heard] = field(default_factory=list)
    ended: bool = False

    @property
    def role(self) -> str:
        """The kind of element, such as ``link``; for plain text its first words, which are no role."""
        return self.said.partition(", ")[0]

    def everything(self) -> Iterator[Heard]:
        """Give this and all that is within, in the order in which it is heard."""
        yield self
        for one in self.within:
            yield from one.everything()


def hear(page: Page) -> Heard:
    """Read an open page aloud from its title to its end. The keyboard's focus has moved afterwards."""
    page.route("**/virtual-screen-reader.js", _give_the_reader)
    phrases = page.evaluate(_LISTEN)
    page.unroute("**/virtual-screen-reader.js")
    document = as_tree(phrases)
    document.said = f"document, {page.title()}"
    return document


def _give_the_reader(route: Route) -> None:
    """Answer as if the reader lay on the site: a content security policy of the page lets that pass."""
    checkers = find_checkers()
    assert checkers, "the virtual screen reader is not installed: `nox -s browser` installs it"
    package = checkers / "@guidepup" / "virtual-screen-reader"
    route.fulfill(path=package / "lib" / "esm" / "index.browser.js", content_type="text/javascript")


def as_tree(phrases: Iterable[str]) -> Heard:
    """Put what is heard between "list" and "end of list" within the list, and so for every element."""
    row: list[Heard] = []
    for phrase in phrases:
        begun = phrase.removeprefix("end of ")
        open_ones = (
            place for place in reversed(range(len(row))) if row[place].said == begun and not row[place].ended
        )
        start = next(open_ones, None) if begun != phrase else None
        if start is None:
            row.append(Heard(phrase))
        else:
            row[start].within, row[start].ended = row[start + 1 :], True
            del row[start + 1 :]
    (document,) = row
    return document


def wrong_when_heard(document: Heard) -> list[str]:
    """Give what would leave somebody lost who hears the page, one sentence each; nothing when all is well."""
    everything = list(document.everything())
    found = [f"{one.role} without a name" for one in everything if one.said in NEEDS_A_NAME]
    found += [f"{one.said!r} is heard in {len(one.within)} pieces" for one in everything if _in_pieces(one)]
    found += [f"symbols in {one.said!r}" for one in _without_code(document) if _symbols(one.said)]
    for landmark in LANDMARKS:
        times = sum(one.said == landmark for one in everything)
        if times != 1:
            found.append(f"{landmark!r} is heard {times} times")
    main = next((one for one in everything if one.said == "main"), document)
    headings = [one.said for one in main.everything() if one.role == "heading"]
    if not headings or not headings[0].endswith("level 1"):
        found.append(f"main does not begin with the heading of level 1: {headings[:1]}")
    return found


def _without_code(heard: Heard) -> Iterator[Heard]:
    yield heard
    for one in heard.within:
        if one.role != "code":
            yield from _without_code(one)


def _in_pieces(one: Heard) -> bool:
    """A picture, chart or not, is one utterance."""
    return one.role in ("image", "graphics-document", "graphics-object") and bool(one.within)


def _symbols(said: str) -> bool:
    return any(sign in SYMBOLS or unicodedata.category(sign) in ("So", "Co") for sign in said)
