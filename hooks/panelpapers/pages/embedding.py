"""The text of one page inside another: ids stay unique, links lead where they led, headings are one level lower."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml import html as markup
from lxml.html import HtmlElement
from markupsafe import Markup, escape

from . import addresses
from .site import Page

LEFT_OUT: Final = ("contents", "citing", "around", "short-forms", "paragraph-links")
"""Classes of what leads through a page or explains it, which the page around it has one of its own for."""

_ASKING: Final = ("for", "aria-labelledby", "aria-describedby", "headers")
"""Attributes that name places on the page by their ids: one, or several with spaces between them."""
_LOWER: Final = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6"}


def embedded(pages: Sequence[Page], at: str, inside: Mapping[str, str]) -> list[Markup]:
    """Give the texts of pages to stand together on the page at the address ``at``.

    ``inside`` names each of them by its address: ``{"meetings/2026-01-05/agenda/": "agenda"}``. The name comes before
    each id of that page (``item-8`` is ``agenda-item-8``); a link to one of these pages becomes a link to its place
    on this one. The id of the page's own title is the name with ``-title``. Closed details are opened; a link that
    leads away says in ``data-address`` where, for print; one that is there for citing only, and is no stop for the
    keyboard, is a plain text. An id that nothing here asks for is left out: a place is cited on its own page.
    """
    bodies = [_body(page, at, inside) for page in pages]
    titles = {f"{name}-title" for name in inside.values()}
    elements = [element for body in bodies for element in _elements(body)]
    asked_for = titles | {name for element in elements for name in _asked_for(element)}
    for element in elements:
        if element.get("id") not in asked_for:
            element.attrib.pop("id", None)
    return [_inner(body) for body in bodies]


def _body(page: Page, at: str, inside: Mapping[str, str]) -> HtmlElement:
    name = inside[page.address]
    body = markup.fragment_fromstring(str(page.html), create_parent="div")
    for element in list(_elements(body)):
        if set(LEFT_OUT) & set(element.get("class", "").split()) or element.tag == "script":
            element.drop_tree()
            continue
        if element.tag == "a" and element.get("tabindex") == "-1":
            element.drop_tag()
            continue
        _rename(element, name)
        _lead(element, page.address, at, inside)
        if element.tag == "details":
            element.set("open")
        if element.tag == "h1":
            element.set("id", f"{name}-title")
        element.tag = _LOWER.get(str(element.tag), element.tag)
    return body


def _elements(body: HtmlElement) -> Iterator[HtmlElement]:
    return (element for element in body.iter() if isinstance(element, HtmlElement))


def _asked_for(element: HtmlElement) -> Iterator[str]:
    """Give each id that an element leads to or is named by."""
    link = element.get("href", "")
    if link.startswith("#"):
        yield link[1:]
    for attribute in _ASKING:
        yield from element.get(attribute, "").split()


def _inner(body: HtmlElement) -> Markup:
    inner = "".join(markup.tostring(element, encoding="unicode") for element in body)
    return escape(body.text or "") + Markup(inner)  # noqa: S704 - the page was made by templates that escape


def _rename(element: HtmlElement, name: str) -> None:
    for attribute in ("id", *_ASKING):
        if attribute in element.attrib:
            element.set(attribute, " ".join(f"{name}-{named}" for named in element.get(attribute, "").split()))


def _lead(element: HtmlElement, from_page: str, at: str, inside: Mapping[str, str]) -> None:
    for attribute in ("href", "src", "srcset"):
        link = element.get(attribute)
        if link is None or urlsplit(link).scheme:
            continue
        path, _, fragment = urljoin(f"/{from_page}", link)[1:].partition("#")
        if path in inside:
            element.set(attribute, f"#{inside[path]}-{fragment}" if fragment else f"#{inside[path]}")
            continue
        address = f"{path}#{fragment}" if fragment else path
        element.set(attribute, addresses.relative(address, at))
        if element.tag == "a" and not path.startswith(addresses.MEMBERS):  # a name needs no address beside it
            element.set("data-address", f"/{address}")
