"""A whole meeting as an EPUB 3: a chapter for the agenda, for each paper and for the minutes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from lxml import etree, html
from markupsafe import Markup

from ..pages.rendering import environment
from .finished import Finished

_SHEET: Final = Path(__file__).with_name("book.css")
_FEATURES: Final = ("displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents")
_HEADINGS: Final = ("h1", "h2", "h3")
"""The levels of headings that the contents of the book lead to."""


@dataclass(frozen=True)
class Heading:
    """A heading that the contents lead to: its words, where it is, and those of the next level below it."""

    words: str
    to: str
    below: list[Heading]


@dataclass(frozen=True)
class Chapter:
    """A file of the book: its name, its title and its text."""

    file: str
    title: str
    text: Markup


def book(page: Finished, templates: Path, today: date) -> bytes:
    """Give the book, the same for the same page. ``today`` is its day where the site does not say when it changed."""
    parts = [(f"part-{number}.xhtml", part) for number, part in enumerate(_parts(page.copy_of_main()), start=1)]
    images = {at: f"image-{number}{Path(at).suffix.lower()}" for number, at in enumerate(page.images, start=1)}
    headings = list(_with_places(parts))
    _lead(parts)
    for _, part in parts:
        for image in part.iter("img"):
            image.set("src", images[image.get("src", "")])
    chapters = [Chapter(file, _title(part) or page.name, _as_xhtml(part)) for file, part in parts]
    given = {
        "page": page,
        "chapters": chapters,
        "contents": _nested(headings),
        "images": [(file, page.images[at].kind) for at, file in images.items()],
        "features": sorted((*_FEATURES, *(("alternativeText",) if images else ()))),
        "identifier": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{page.home or page.publisher}/{page.address}')}",
        "day": page.changed[:10] or today.isoformat(),
    }
    made = environment(templates)
    files = {
        "META-INF/container.xml": made.get_template("panel/packs/container.html").render(),
        "book/package.opf": made.get_template("panel/packs/package.html").render(given),
        "book/contents.xhtml": made.get_template("panel/packs/contents.html").render(given),
        "book/book.css": _SHEET.read_text(encoding="utf-8"),
    }
    for chapter in chapters:
        text = made.get_template("panel/packs/chapter.html").render(page=page, chapter=chapter)
        files[f"book/{chapter.file}"] = text
    packed = {name: text.encode("utf-8") for name, text in files.items()}
    packed |= {f"book/{file}": page.images[at].content for at, file in images.items()}
    return _zipped({"mimetype": b"application/epub+zip", **packed})


def _parts(main: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Give what is a file each: every document of the meeting, and what stands around them."""
    around = html.Element("div")
    for block in main:
        for piece in list(block) if block.get("class") == "text" else [block]:
            if piece.get("class") == "whole-part":
                if len(around):
                    yield around
                around = html.Element("div")
                yield piece
            else:
                around.append(piece)
    if len(around):
        yield around


def _with_places(parts: Sequence[tuple[str, html.HtmlElement]]) -> Iterator[tuple[int, str, str]]:
    """Give the level, the words and the place of each heading; one without a place is given one."""
    number = 0
    for file, part in parts:
        for heading in part.iter(*_HEADINGS):
            number += 1
            if not heading.get("id"):
                heading.set("id", f"heading-{number}")
            yield _HEADINGS.index(str(heading.tag)) + 1, _words(heading), f"{file}#{heading.get('id')}"


def _nested(headings: Sequence[tuple[int, str, str]]) -> list[Heading]:
    top: list[Heading] = []
    open_at: list[tuple[int, list[Heading]]] = [(0, top)]
    for level, words, to in headings:
        level = max(level, 2)  # the title of the page stands beside its parts
        while open_at[-1][0] >= level:
            open_at.pop()
        heading = Heading(words, to, [])
        open_at[-1][1].append(heading)
        open_at.append((level, heading.below))
    return top


def _lead(parts: Sequence[tuple[str, html.HtmlElement]]) -> None:
    """Lead links within the page into the file that their place is in."""
    files = {str(place): file for file, part in parts for place in part.xpath("descendant-or-self::*/@id")}
    for _, part in parts:
        for link in part.iter("a"):
            to = link.get("href", "")
            if to.startswith("#"):
                if to[1:] in files:
                    link.set("href", f"{files[to[1:]]}{to}")
                else:
                    del link.attrib["href"]


def _title(part: html.HtmlElement) -> str:
    return next((_words(heading) for heading in part.iter(*_HEADINGS)), "")


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _as_xhtml(part: html.HtmlElement) -> Markup:
    part.tail = None
    for element in part.iter():
        for name in [name for name in element.attrib if name.startswith("data-")]:
            del element.attrib[name]
        if language := element.get("lang"):
            element.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    # The page was made by templates that escape, and lxml escapes what it writes.
    return Markup(etree.tostring(part, encoding="unicode", method="xml"))  # noqa: S704


def _zipped(files: dict[str, bytes]) -> bytes:
    """Pack files in their order, with no day and no rights of this machine; the first is not compressed."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for number, (name, content) in enumerate(files.items()):
            entry = zipfile.ZipInfo(name)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED)
    return written.getvalue()
