"""What stands on paper: the words of a page as Chromium prints them, and how full the last sheet is."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader

from tests.browser.looking import Look

NOT_PRINTED = (
    ".contents, .around, .citing, .paragraph-links, .explorer, .register thead, form, script, style, noscript"
)
"""What leads through a page or plays with it, and is of no use on paper; and heads that stand in each row."""

_WORDS = f"""() => {{
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const words = [];
  while (walker.nextNode()) {{
    const around = walker.currentNode.parentElement;
    if (!around.closest({NOT_PRINTED!r})) words.push(walker.currentNode.data);
  }}
  return words.join(" ");
}}"""
"""Every word of the text in the order of the page, folded up or not."""

_HEADS_ONCE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("table:not(.register) thead { display: table-row-group !important }");
  document.adoptedStyleSheets = [sheet];
}"""
"""Keeps the heads of columns from standing again on each sheet, where a row that is longer than one may go on."""

_WORDS_ALONE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`*::before, *::after { content: none !important }
    body > :not(main), img { display: none !important }
    table:not(.register) thead { display: table-row-group !important } li { list-style: none !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""Takes away what the style sheet adds, such as addresses, what stands around the text, and the words of charts."""


@dataclass(frozen=True)
class Paper:
    """The sheets of a page, each as its text."""

    sheets: list[str]

    @property
    def letters(self) -> str:
        """All letters and signs in order. Where lines end says nothing."""
        return letters("".join(self.sheets))


def letters(text: str) -> str:
    """Give a text without spaces, and each letter by itself where a font has drawn two as one."""
    return "".join(unicodedata.normalize("NFKC", text).replace("\\xad", "").split())


def printed(look: Look) -> Paper:
    """Print an open page as it is."""
    reader = PdfReader(BytesIO(look.page.pdf(format="A4")))
    return Paper([sheet.extract_text() for sheet in reader.pages])


def addresses_lost(look: Look) -> list[str]:
    """Say which addresses of links are not whole on paper. The page is to be loaded anew afterwards."""
    look.page.evaluate(_HEADS_ONCE)
    found = printed(look).letters
    addresses: list[str] = look.page.eval_on_selector_all(
        "main a[data-address]:not(nav *)", "links => links.map((link) => link.dataset.address)"
    )
    return [address for address in addresses if f"({letters(address)})" not in found]


def words_lost(look: Look) -> list[str]:
    """Say where the words on paper part from those of the page. The page is to be loaded anew afterwards."""
    wanted = letters(look.page.evaluate(_WORDS))
    look.page.evaluate(_WORDS_ALONE)
    found = printed(look).letters
    if found == wanted:
        return []
    at = next(
        (place for place, pair in enumerate(zip(wanted, found, strict=False)) if pair[0] != pair[1]), len(found)
    )
    return [
        f"after {wanted[max(0, at - 40) : at]!r} comes {wanted[at : at + 40]!r}, and on paper {found[at : at + 40]!r}"
    ]
