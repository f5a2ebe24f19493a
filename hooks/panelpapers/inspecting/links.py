"""Where the links of a file lead: what is fetched when it is opened, and what happens when somebody follows one.

The schemes that do no harm are a closed list, so that a link of any other runs something as far as we know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from ..records.attached import Hidden
from .refusing import runs
from .words_of import counted

LinkKind = Literal["web", "server", "computer", "active", "inside", "nowhere"]

_PASSED_OVER: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]+")
"""What programs leave out of an address, or may: ``java script:`` runs too."""
_SERVER: Final = re.compile(r"//|smb:|file:(?:/{4}|//(?!/|localhost/|[a-z]:))")
_COMPUTER: Final = re.compile(r"file:|[a-z]:|\.\./")
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+-]*):")
_HARMLESS: Final = frozenset(
    (
        "http", "https", "ftp", "ftps", "mailto", "tel", "fax", "callto", "sip", "sms", "geo", "urn", "doi", "news",
        "webcal",
    )
)  # fmt: skip
_NOWHERE: Final = frozenset(("cid", "about"))
"""What stays of a message or a page that a text was copied from."""


def kind_of(target: str) -> LinkKind:
    """Say where a target leads: ``server`` is a file of another computer, as Windows asks for it by itself."""
    plain = _PASSED_OVER.sub("", target).replace("\\", "/").lower()
    if _SERVER.match(plain):
        return "server"
    if _COMPUTER.match(plain):
        return "computer"
    if (scheme := _SCHEME.match(plain)) is None or re.match(r"localhost:\d", plain):
        return "inside"
    if scheme[1] in _NOWHERE:
        return "nowhere"
    return "web" if scheme[1] in _HARMLESS else "active"


def beside(target: str) -> str:
    """Give the target of a link that leads out of the file, as OpenDocument writes one to a file in its folder."""
    return f"../{target}" if kind_of(target) == "inside" else target


def look_at_links(followed: Iterable[str], fetched: Iterable[str]) -> Iterator[Hidden]:
    """Tell of links to files of somebody's computer. Raises ``Refused`` for what runs, and what is fetched."""
    kinds = [kind_of(target) for target in followed]
    if "active" in kinds:
        raise runs("A link of the file runs something when it is followed.", "Lead it to a page, or cut it.")
    by_itself = [kind_of(target) for target in fetched]
    if not {"web", "server", "active"}.isdisjoint(by_itself):
        fix = "Take that link out, or put what it fetches into the file itself."
        raise runs("The file fetches something from elsewhere when it is opened.", fix)
    if files := sum(kind in ("computer", "server") for kind in (*kinds, *by_itself)):
        yield Hidden("linked files", f"the names of {counted(files, 'file')} on somebody's computer")
