"""What no draft may show: parts that are marked as exempt, and details by which a private person can be reached."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from ..facts.private_details import HOME, details_in
from .account import Account
from .dividing import cover_labels, is_title
from .numerals import numeral
from .pack import Stretch
from .parts import Part
from .words import folded, words

_COVER: Final = 12
"""Within how many lines of its beginning a marking holds for a whole document."""
_MARK: Final = re.compile(
    r"\W*(?:strictly\s+)?(?:not\s+for\s+publication\b|(?:private\s+(?:and|&)\s+)?confidential\W*$|private\W*$|exempt\W*$"
    r"|exempt\s+(?:information|report|appendix|annexe?|item|minutes?|from\s+publication|by\s+virtue|under)\b"
    r"|(?:private|confidential|exempt|closed)\s+(?:report|appendix|annexe?|minutes?|paper)\b|official\s*[-–—:]?\s*sensitive\b"
    r"|(?:appendix|annexe?|report|schedule|attachment)\s+\S+\s*[-–—:(]\s*(?:not\s+for\s+publication|exempt|confidential|private)\b"
    r"|part\s+(?:ii|2|b)\W+.*\b(?:private|exempt|confidential|not\s+for\s+publication)\b"
    r"|this\s+(?:report|appendix|annexe?|document|paper|item|minute|section)\s+(?:is|contains)\s+"
    r"(?:not\s+for\s+publication|exempt|confidential|private))",
    re.IGNORECASE,
)
_LAW: Final = re.compile(
    r"\bnot\s+for\s+publication\b.*\b(?:virtue|paragraph|section|schedule)\b", re.IGNORECASE | re.DOTALL
)
_CLASSED: Final = re.compile(
    r"\W*(?:exempt|part\s+(?:ii|2|b)\b|private|confidential|not\s+for\s+publication|closed|restricted)", re.IGNORECASE
)
_OPEN: Final = re.compile(r"\W*(?:part\s+(?:i|1|a)|public|open)\b", re.IGNORECASE)
_OFFICE: Final = re.compile(
    r"\b(?:officer|clerk|manager|director|head of|secretary|author|chair(?:man|woman|person)?|chief|solicitor"
    r"|democratic services|governance"
    r"|superintendent|attorney|enquiries)\b",
    re.IGNORECASE,
)
"""Words of an office: what stands in one line with them is that of somebody in public service."""
_OF_HOUSE: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b[^;:]{1,60}?[,\s](?:of\s+|at\s+)?(\d{1,5}[A-Za-z]?,?\s+(?:[A-Z][\w’']+\s+){1,3}"
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Way|Crescent|Terrace|Gardens|Place|Court|Row|Grove|Hill|Square)\b)"
)
"""A person with the house in which they live."""
_CLOSING: Final = re.compile(
    r"\W*(?:yours\s+(?:sincerely|faithfully|truly)|sincerely(?:\s+yours)?|(?:kind|best)\s+regards|signed(?:\s+by)?|signature)\s*[:,.…_]*\s*",
    re.IGNORECASE,
)
EXEMPT: Final = "marked as exempt or not for publication"


def without_exempt(stretches: Iterable[Stretch], account: Account) -> tuple[Stretch, ...]:
    """Withhold what is marked as kept from the public, and give the documents without it.

    A marking at the top of a document holds for all of it; one over a part of it holds to the next appendix, to a
    heading that says that it is public, or to the end. What an agenda says of its private items is public.
    """
    kept = []
    for stretch in stretches:
        parts = stretch.parts if stretch.kind == "agenda" else tuple(_open_parts(stretch, account))
        kept += [replace(stretch, parts=parts)] if parts else []
    return tuple(kept)


def _open_parts(stretch: Stretch, account: Account) -> Iterator[Part]:
    closed = _is_classed(stretch)
    begun = -1
    for place, part in enumerate(stretch.parts):
        if begun >= 0 and is_title(part) and place > begun and not _is_marked(part) and _ends(part):
            begun = -1
        if not closed and begun < 0 and _is_marked(part):
            begun = place
        if closed or begun >= 0:
            for leaf in part.leaves():
                account.withhold(leaf, EXEMPT)
        else:
            yield part


def _is_classed(stretch: Stretch) -> bool:
    """Whether the cover of a document, or a line near its top, marks all of it."""
    top = stretch.parts[:_COVER]
    labels = cover_labels(top)
    classed = (value for label, value in labels.items() if label in ("classification", "exempt", "status"))
    near = (leaf for part in top for leaf in part.leaves())
    said = any(_CLASSED.match(value) for value in classed)
    return said or (stretch.kind == "paper" and any(_marks(leaf.printed) for leaf in near))


def _is_marked(part: Part) -> bool:
    return part.kind != "table" and _marks(part.printed)


def _marks(text: str) -> bool:
    return bool(_MARK.match(text)) or (len(text.split()) <= 60 and bool(_LAW.search(text)))


def _ends(part: Part) -> bool:
    """Whether a heading ends what is kept back: the next appendix, or one that says that it is public."""
    return bool(re.match(r"(?:appendix|annexe?|attachment)\b", part.text, re.IGNORECASE) or _OPEN.match(part.text))


def withhold_private(account: Account, public: frozenset[str]) -> None:
    """Withhold e-mail addresses, telephone numbers, postcodes, addresses of homes and signatures of private persons.

    `public` are details that the publication gives itself. Those of officers, in a line that names their office, and
    the place of a meeting stay.
    """
    signing = 0
    for leaf in account.source.leaves():
        text = leaf.printed
        if found := _CLOSING.match(text):
            signing = 3
            _withhold(account, leaf, "a signature", found.end(), len(text), _OFFICE)
        elif signing and len(text.split()) <= 5 and not numeral(leaf.number) and not leaf.bold and not text.isupper():
            _withhold(account, leaf, "a signature", 0, len(text), _OFFICE)
        signing = max(signing - 1, 0)
        for what, detail in details_in(text, public):
            place = what == "a postcode" and words("rooms").search(folded(text))
            if not place:
                _withhold(account, leaf, what, *detail.span(), _OFFICE)
        for home in (*HOME.finditer(text), *_OF_HOUSE.finditer(text)):
            _withhold(account, leaf, "the address of a home", *home.span(1), None)


def _withhold(account: Account, leaf: Part, why: str, start: int, end: int, but: re.Pattern[str] | None) -> None:
    text = leaf.printed[start:end]
    if text.strip() and not (but and but.search(leaf.printed)) and account.is_open(leaf, start, end):
        account.withhold(leaf, why, start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def is_detail(why: str) -> bool:
    """Whether a reason for withholding is that of a detail of a private person, which somebody may let in."""
    return why != EXEMPT
