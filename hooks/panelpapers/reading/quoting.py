"""How to type a text so that it is read as it stands."""

from __future__ import annotations

import re
from typing import Final

from .events import NOTHING
from .lines import closing

SAFE: Final = re.compile(r"(?![-?:,\[\]{}#&*!|>'\"%@`“‘„«]|\s)(?:(?!:\s|\s#).)*(?<![\s:])", re.DOTALL)


_INCHES: Final = re.compile(r"\d\"")


def without_its_other(text: str) -> int | None:
    """Give where a quotation mark stands that has no other in the text. After a figure it means inches."""
    if text.count('"') % 2 and not _INCHES.search(text):
        return text.rfind('"')
    if "„" not in text and text.count("“") != text.count("”"):
        return max(text.rfind("“"), text.rfind("”"))
    return None


def quoted(text: str) -> str:
    """Put ``text`` between quotation marks that do not occur in it, so that nothing in it has a meaning."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def as_typed(text: str, *, between_brackets: bool = False) -> str:
    """Give ``text`` as it can stand after a colon: with quotation marks only where it needs them."""
    safe = bool(SAFE.fullmatch(text)) and text not in NOTHING and "\n" not in text
    safe = safe and without_its_other(text) is None
    if between_brackets and re.search(r"[,:\[\]{}]", text):
        safe = False
    return text if safe else quoted(text)


def replaced(line: str, position: int, old: str, new: str) -> str | None:
    """Put ``new`` in the place of the value or name ``old`` that was typed at ``position`` of ``line``.

    ``None`` where ``old`` does not stand there in full, as with a text over several lines.
    """
    rest = line[position:]
    if rest[:1] in ('"', "'") and (end := closing(rest[1:], rest[0])) >= 0:
        length = end + 2
    elif rest.startswith(old) and old:
        length = len(old)
    else:
        return None
    between = "[" in line[:position] or "{" in line[:position]
    return line[:position] + as_typed(new, between_brackets=between) + rest[length:]
