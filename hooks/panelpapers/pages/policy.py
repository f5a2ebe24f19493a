"""What a browser may do with our pages, said once: each page says it of itself, and ``_headers`` tells the host to.

Nothing is loaded from another host, and nothing that stands within a page runs or dresses it, so that a text that
slipped through all cleaning could still do nothing. The one wide word is ``'wasm-unsafe-eval'``: the search needs it
to start Pagefind's WebAssembly. It lets our own scripts do that, and lets nobody run a text as a script.

A page cannot say everything of itself: who may frame it, and the headers below, only the host can say.
"""

from __future__ import annotations

from ..records.attached import FORMATS
from . import addresses
from .site import File

ADDRESS = "_headers"
"""Where Netlify, Cloudflare Pages and others look for what they shall send. Any other host is told by hand."""

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)

REFERRER_POLICY = "same-origin"
"""No other site is told what somebody read here before following a link to it."""

_NOT_USED = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid", "magnetometer", "microphone",
    "midi", "payment", "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip

_HEADERS = {
    "Content-Security-Policy": f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'",
    "Referrer-Policy": REFERRER_POLICY,
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _NOT_USED),
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def robots_file(home: str) -> bytes:
    """Give ``robots.txt``: every page may be read, and where the list of them is, if the site's address is known."""
    return f"User-agent: *\nAllow: /\n{f'Sitemap: {home}sitemap.xml' if home else ''}".strip().encode() + b"\n"


def headers_file() -> File:
    """Give the file that tells a host what to send with every page and file.

    A file that somebody attached is saved, and not opened in the browser as a part of this site.
    """
    lines = ["# Sent with every page and file by hosts that read this file.", "/*"]
    lines += [f"  {name}: {value}" for name, value in _HEADERS.items()]
    for ending in FORMATS:
        lines += [f"/{addresses.MEETINGS}*.{ending}", "  Content-Disposition: attachment"]
    return File(ADDRESS, "".join(f"{line}\n" for line in lines).encode(), for_hosts=True)
