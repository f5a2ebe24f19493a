"""The rules of reading as data: by them a form in a browser writes a file that is read as what was typed."""

from __future__ import annotations

import json
from collections.abc import Mapping

from .characters import BELONGING, BREAK, CONTROL_CHARACTER, INVISIBLE, SPACE
from .events import NOTHING
from .quoting import SAFE
from .typed_inside import LIKE_TYPED


def writing_rules() -> Mapping[str, str]:
    """Give the patterns of what is read otherwise than it looks, by what they are for.

    ``safe`` is what needs no quotation marks, but for the words of ``nothing``, a list; ``apart`` finds where a
    backslash goes in a long text. The others find signs that the check refuses, and that it proposes to change.
    """
    patterns = {
        "safe": SAFE,
        "apart": LIKE_TYPED,
        "break": BREAK,
        "control": CONTROL_CHARACTER,
        "space": SPACE,
        "invisible": INVISIBLE,
        "belonging": BELONGING,
    }
    rules = {name: _visible(pattern.pattern) for name, pattern in patterns.items()}
    return rules | {"nothing": json.dumps(sorted(NOTHING))}


def _visible(pattern: str) -> str:
    """Write each sign that is not of ASCII by its number, so that none gets lost on the way to a browser."""
    typed = pattern.replace('\\"', '"')
    return "".join(sign if " " <= sign <= "~" else f"\\u{{{ord(sign):x}}}" for sign in typed)
