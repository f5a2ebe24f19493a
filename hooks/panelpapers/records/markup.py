"""What text may hold: plain lines, and passages in a named subset of Markdown.

A passage may have paragraphs, lists, emphasis, links and tables. Everything else of Markdown and every piece of HTML
is refused with a message, so that nothing an editor types is silently changed or lost on the page.
"""

from __future__ import annotations

import re
from typing import Final

from .problem import slip

TAG: Final = re.compile(r"<\s*+(?:[/!?]\s*+)?[A-Za-z][^>]*>?|<!--")
_SIGN: Final = re.compile(r"[<\]`~#=]")
"""The signs without which a text has no HTML, no link and nothing else that is refused."""
_LINK: Final = re.compile(r"\]\(\s*<?([^)\s>]*)")
_CLOSED_LINK: Final = re.compile(r"\]\(\s*+(<[^<>]*+>|[^()<>]*+(?:\([^()]*+\)[^()<>]*+)*+)\s*+\)")
_WITH_A_TITLE: Final = re.compile(r"""(\S+)\s+(?:"[^"]*"|'[^']*')""")
_SAFE_LINK: Final = re.compile(r"(?:https?://|mailto:|/|#)", re.IGNORECASE)
_REFUSED: Final = (
    ("picture", re.compile(r"!\[[^\[\]]*+(?:\[[^\[\]]*+\][^\[\]]*+)*+\]\("), "A picture cannot be put in a text.",
     "Describe in words what it shows."),
    ("heading", re.compile(r"^ {0,3}(?:#{1,6}\s|={3,}\s*$)", re.M), "A heading cannot be put in a text.",
     "Use the field for titles, or write an ordinary sentence."),
    ("code", re.compile(r"`|^ {0,3}~~~", re.M), "A back-tick cannot be used in a text.",
     "Use ordinary quotation marks."),
    ("reference-link", re.compile(r"^ {0,3}\[[^\]]+\]:\s", re.M), "A link defined on a line of its own is not read.",
     "Write the link in the sentence: [its text](https://its-address)."),
)  # fmt: skip


def check_line(typed: str) -> str:
    """Accept one line of plain text; raise a slip for nothing at all, HTML or a line break."""
    _not_empty(typed)
    _no_html(typed)
    if "\n" in typed:
        raise slip("one-line", "This text runs over several lines.", "Write it as one line.", " ".join(typed.split()))
    return typed


def check_passage(typed: str) -> str:
    """Accept a text in the subset of Markdown; raise a slip for HTML, pictures, headings, code and unsafe links."""
    _not_empty(typed)
    if not _SIGN.search(typed):
        return typed
    _addresses_in_one_piece(typed)
    _no_html(typed)
    for code, pattern, message, fix in _REFUSED:
        if pattern.search(typed):
            raise slip(f"text-{code}", message, fix)
    for address in _LINK.findall(typed):
        if not _SAFE_LINK.match(address):
            fix = "Link to an address that begins with https://, mailto:, / or #."
            raise slip("text-link", f'The link to "{address}" cannot be published.', fix)
    return typed


def without_spaces(address: str) -> str:
    """Give an address of a link in one piece, as browsers ask for it: ``a%20b.pdf`` for ``a b.pdf``."""
    return "%20".join(address.split())


def _addresses_in_one_piece(text: str) -> None:
    """Raise a slip for a link whose address has a space in it, words behind it, or signs around it."""
    links = {link: _mended(link) for link in _CLOSED_LINK.findall(text)}
    for fact, whole in links.values():
        if fact:
            fix = f"Write it in one piece: {whole}" + (", or without %20." if "%20" in whole else ".")
            better = _CLOSED_LINK.sub(lambda found: found[0].replace(found[1], links[found[1]][1]), text)
            raise slip("text-link-space", fact, fix, better)


def _mended(link: str) -> tuple[str, str]:
    """Give what is wrong with the address of a link, or nothing, and the address as it has to be."""
    address = " ".join(link.split())
    bare = address.strip("<> ")
    if titled := _WITH_A_TITLE.fullmatch(address):
        return "This link has words behind its address, which nobody would see.", titled[1]
    if address.startswith("<"):  # without these signs, a round bracket would end the address
        whole = without_spaces(bare).replace("(", "%28").replace(")", "%29")
        what = "has a space in it" if " " in bare else "stands between < and >"
        return f'The address of the link "{bare}" {what}.', whole
    fact = f'The address of the link "{bare}" has a space in it.' if " " in bare else ""
    return fact, without_spaces(bare)


def _not_empty(typed: str) -> None:
    if not typed.strip():
        raise slip("empty", "There is nothing here.", "Write the text, or delete the whole line if there is none.")


def _no_html(typed: str) -> None:
    if found := TAG.search(typed):
        fact = f'"{found[0][:40]}" looks like HTML, which is not published.'
        raise slip("text-html", fact, "Write plain text without <tags>.")
