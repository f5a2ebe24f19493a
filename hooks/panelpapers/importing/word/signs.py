"""Signs that Word takes from fonts of pictures, and signs that nobody sees."""

from __future__ import annotations

import re

_SYMBOL = dict(zip(map(ord, "abcdefghijklmnopqrstuvwxyz"), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SYMBOL |= dict(zip(map(ord, "DFGJLPQSUVWXY"), "ΔΦΓϑΛΠΘΣΥςΩΞΨ", strict=True))
_SYMBOL |= {0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠"}
_SYMBOL |= {0xAE: "→", 0xAC: "←", 0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xA2: "′"}
_DINGBATS = {0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "□"}
_DINGBATS |= {0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x28: "☎"}
_DINGBATS |= {0x2A: "✉", 0x22: "✂", 0x21: "✏"}
_DINGBATS_2 = {0x50: "✓", 0x4F: "✗", 0x51: "☒", 0x52: "☑", 0xA3: "□"}
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_PRIVATE = re.compile("[\uf000-\uf0ff]")


def sign_of(code: str, font: str) -> str:
    """Give the sign that a font of pictures has at a code ("F0FC" of Wingdings); "" for one that is not known."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    return _sign(place, font) if 0xF000 <= place <= 0xF0FF or place < 0x100 else _character(place)


def readable(text: str, font: str) -> str:
    """Give a text as it is seen: without signs that nobody sees, a hyphen that does not break as any hyphen."""
    text = _UNSEEN.sub("", text).replace("\u2011", "-")
    return _PRIVATE.sub(lambda sign: _sign(ord(sign[0]), font), text)


def _sign(place: int, font: str) -> str:
    place &= 0xFF
    if font == "Wingdings 2":
        return _DINGBATS_2.get(place, "")
    if font.startswith("Wingdings"):
        return _DINGBATS.get(place, "")
    return _SYMBOL.get(place, chr(place) if 0x20 <= place < 0x7F else "")


def _character(place: int) -> str:
    return chr(place) if place <= 0x10FFFF and not 0xD800 <= place <= 0xDFFF else ""
