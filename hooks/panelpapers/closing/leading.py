"""Links of finished pages, led to files: a browser that opens a folder of a disk shows a listing, and no page.

Every page is made by templates that escape and put every value in double quotation marks, or by Markdown, which does
the same. So a tag ends at the first ``>``, and this is the one place where links of a closed site are written.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape
from typing import Final
from urllib.parse import quote, unquote

from markupsafe import escape

from ..pages.addresses import from_root, page_of, relative

_TAG: Final = re.compile(r"<[a-zA-Z][^<>]*>")
_LEADING: Final = re.compile(r'(\s(?:href|src|srcset|action|poster)="|\scontent="0; url=)([^"]*)(?=")')
_ELSEWHERE: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#")
"""How a link begins that leads to another site, to a mailbox, or to a place on the same page."""

INDEX: Final = "index.html"


class LeadsNowhere(Exception):  # noqa: N818 - said as people say it
    """A link of a finished page leads to no file of the site. The message names both."""


def led_to_files(html: str, page: str, files: Collection[str], root: str = "/") -> str:
    """Give a finished page with each link to a page of the site led to its file, from wherever the folder lies.

    ``page`` is the address of the page, ``files`` are the paths of all files of the site, and ``root`` is the path of
    the site on its host, with which a link may begin that is written from the root. Raises ``LeadsNowhere``.
    """

    def led(link: re.Match[str]) -> str:
        return f"{link[1]}{escape(to_file(unescape(link[2]), page, files, root))}"

    return _TAG.sub(lambda tag: _LEADING.sub(led, tag[0]), html)


def to_file(link: str, page: str, files: Collection[str], root: str = "/") -> str:
    """Give one link as ``led_to_files`` does: ``../agenda/#item-8`` becomes ``../agenda/index.html#item-8``."""
    if not link or _ELSEWHERE.match(link):
        return link
    path, query, asked = link.partition("?")
    rest = f"?{asked}"
    if not query:
        path, mark, place = link.partition("#")
        rest = f"{mark}{place}"
    whole = from_root(path.removeprefix(root[:-1]) if path.startswith(root) else path, page)[1:]
    file = file_of(unquote(whole), files)
    if file is None:
        raise LeadsNowhere(f'The page "{page}" leads to "{link}", which is no file of the site.')
    return f"{quote(relative(file, page))}{rest}"


def file_of(address: str, files: Collection[str]) -> str | None:
    """Give the path of the file that stands at an address of the site, whatever place on it is meant, if one does."""
    path = page_of(address)
    ways = (path, f"{path}{INDEX}", f"{path}/{INDEX}") if path and not path.endswith("/") else (f"{path}{INDEX}",)
    return next((way for way in ways if way in files), None)
