"""The kinds of page, each by one example, and the ways in which people look at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

KINDS = {
    "home": "",
    "meetings": "meetings/",
    "meeting": "meetings/2026-01-05/",
    "agenda": "meetings/2026-01-05/agenda/",
    "minutes": "meetings/2025-11-17/minutes/",
    "indicators": "indicators/",
    "indicator": "indicators/file-quality/",
    "about": "about/",
    "how to use": "how-to-use/",
    "accessibility": "accessibility/",
    "editors' guide": "editors/",
    "not found": "404.html",
}
"""Kind of page: the address of one such page, from the root of the site. A new kind of page is one new line."""


@dataclass(frozen=True, kw_only=True)
class Mode:
    """A way of looking at a page. ``width`` and ``height`` are in CSS pixels, ``scale`` is device pixels to one."""

    width: int = 1280
    height: int = 900
    scale: float = 1
    scheme: Literal["light", "dark"] = "light"
    contrast: Literal["more", "no-preference"] = "no-preference"
    forced_colours: Literal["active", "none"] = "none"
    motion: Literal["reduce", "no-preference"] = "no-preference"
    media: Literal["screen", "print"] = "screen"
    javascript: bool = True


MODES = {
    "light": Mode(),
    "dark": Mode(scheme="dark"),
    "more contrast": Mode(contrast="more"),
    "phone": Mode(width=320, height=640),
    # 1280 by 1024 at 400% is 320 by 256, each pixel four wide.
    "400% zoom": Mode(width=320, height=256, scale=4),
    "forced colours": Mode(forced_colours="active"),
    "reduced motion": Mode(motion="reduce"),
    # A4 with margins of one centimetre.
    "print": Mode(width=718, height=1047, media="print"),
    "no JavaScript": Mode(javascript=False),
}
