"""The examples of the catalogues of codes, with what cannot be seen in them typed out."""

from __future__ import annotations

import re
from typing import Final

_HIDDEN: Final = re.compile(r"\{(?:U\+([0-9A-F]{4,6})|([0-9A-F]{2})|(\d+) times ([^}]+))\}")


def example_bytes(text: str) -> bytes:
    """Give the bytes of a file as an example writes it, with ``{U+00A0}``, ``{FF}`` and ``{9 times x}`` typed out.

    Without what follows on a line of its own, ``{no line end}`` ends a file within a line.
    """
    text = re.sub(r"\{no line end\}\n", "", text)
    written = b""
    end = 0
    for hidden in _HIDDEN.finditer(text):
        written += text[end : hidden.start()].encode()
        if hidden[2]:
            written += bytes.fromhex(hidden[2])
        else:
            written += (chr(int(hidden[1], 16)) if hidden[1] else hidden[4] * int(hidden[3])).encode()
        end = hidden.end()
    return written + text[end:].encode()
