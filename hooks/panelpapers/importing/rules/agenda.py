"""The items of an agenda, from its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..account import Account
from ..drafts import Draft, Value
from ..pack import Pack, Stretch

_RULE: Final = "agenda of headings"


def agenda_of_headings(stretch: Stretch, pack: Pack, account: Account) -> Iterator[Draft]:
    """Give an item for each numbered heading of an agenda, in order."""
    path = pack.file("agenda.yml")
    items: list[Value] = []
    for part in stretch.parts if stretch.kind == "agenda" else ():
        if part.kind in ("heading", "entry") and re.search(r"[\dA-Za-z]", part.number) and account.is_free(part):
            field = f"items.{len(items)}"
            number = account.place(part, path, f"{field}.number", _RULE, 0, len(part.number))
            title = account.place(part, path, f"{field}.title", _RULE, len(part.number))
            items.append({"number": number, "title": title})
    if items:
        yield Draft(path, {"items": items})
