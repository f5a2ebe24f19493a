"""The finished page of a whole meeting, as it stands in the folder of a site, made ready to stand alone."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

from ..pages.packs import NotKept, hash_of, main_of, meeting_of

IMAGES: Final = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
"""The kinds of images that pages show."""

_ROOT: Final = "https://site.invalid/"


@dataclass(frozen=True)
class Image:
    """An image that a page shows: its address on the site, and its bytes."""

    address: str
    content: bytes

    @property
    def kind(self) -> str:
        """Its media type."""
        return IMAGES[PurePosixPath(self.address).suffix.lower()]

    @property
    def inline(self) -> str:
        """It as an address that holds all of it."""
        return f"data:{self.kind};base64,{b64encode(self.content).decode('ascii')}"


@dataclass(frozen=True)
class Finished:
    """A page as it was published.

    ``main`` is its ``<main>`` with everything open and with no link that leads nowhere from a file: links on the page
    stay, links to the site are whole, or only words where nobody knows the site's address. ``images`` are by the
    address in their ``src``. ``around`` says which publication this is, and where the page stands.
    ``changed`` is the day of its last change, as the site map has it, or nothing where there is none.
    """

    address: str
    meeting: str
    title: str
    name: str
    publisher: str
    language: str
    home: str
    main: html.HtmlElement
    hash: str
    images: dict[str, Image]
    around: tuple[str, ...]
    sheet: str
    changed: str

    def copy_of_main(self) -> html.HtmlElement:
        """Give a copy of ``main``, to change."""
        return deepcopy(self.main)


def addresses_in(site: Path) -> list[str]:
    """Give the addresses of the pages of whole meetings, in the order of their days."""
    found = (f"{path.parent.relative_to(site).as_posix()}/" for path in site.glob("meetings/*/whole/index.html"))
    return sorted(address for address in found if meeting_of(address))


def read_page(site: Path, address: str) -> Finished:
    """Read a page of a site. Raises ``NotKept`` where it or an image of it is not as Panel Papers writes them."""
    text = (site / address / "index.html").read_text(encoding="utf-8")
    page = html.document_fromstring(text)
    main = page.find(".//main")
    meeting = meeting_of(address)
    if main is None or meeting is None:
        raise NotKept(f"{address} is not the page of a whole meeting.")
    home = _first(page, "//link[@rel='canonical']/@href").removesuffix(address)
    images = {}
    for image in _shown(main):
        at = _on_site(image.get("src", ""), address)
        images[at] = _image(site, at)
        image.set("src", at)
    for details in main.iter("details"):
        details.set("open", "")
    _lead(main, address, home)
    main.attrib.pop("tabindex", None)
    return Finished(
        address,
        meeting,
        _first(page, "//title/text()"),
        _first(page, "//meta[@property='og:title']/@content"),
        _first(page, "//meta[@property='og:site_name']/@content"),
        page.get("lang") or "en",
        home,
        main,
        hash_of(main_of(text)),
        images,
        tuple(_words(told) for told in page.xpath("//section[contains(@class, 'only-print')]/p")[:2]),
        (site / "assets" / "panel.css").read_text(encoding="utf-8"),
        _changed(site / "sitemap.xml", f"{home}{address}"),
    )


def _changed(listed: Path, page: str) -> str:
    if not listed.is_file():
        return ""
    for entry in etree.parse(listed).iterfind(".//{*}url"):
        if entry.findtext("{*}loc") == page:
            return str(entry.findtext("{*}lastmod") or "")
    return ""


def _first(page: html.HtmlElement, path: str) -> str:
    return str(next(iter(page.xpath(path)), ""))


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _shown(main: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Give each image; of several drawings of one, the one that is for a sheet and a wide window."""
    for other in list(main.iter("picture", "source")):
        other.drop_tag()  # an image stands within a source for lxml, which does not know that it holds nothing
    for image in main.iter("img"):
        image.attrib.pop("loading", None)
        yield image


def _image(site: Path, address: str) -> Image:
    file = site / address
    if file.suffix.lower() not in IMAGES or not file.resolve().is_relative_to(site.resolve()):
        raise NotKept(f"The image {address} is of a kind that is not known. Build the site anew.")
    return Image(address, file.read_bytes())


def _on_site(link: str, page: str) -> str:
    return unquote(urlsplit(urljoin(f"{_ROOT}{page}", link)).path.removeprefix("/"))


def _lead(main: html.HtmlElement, address: str, home: str) -> None:
    """Lead links to where they led."""
    for link in main.iter("a"):
        to = link.get("href")
        link.attrib.pop("data-address", None)
        if to is None or to.startswith("#") or re.match(r"[a-z][a-z0-9+.-]*:", to):
            continue
        if home:
            link.set("href", urljoin(f"{home}{address}", to))
        else:
            del link.attrib["href"]
