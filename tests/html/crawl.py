"""Reads every page of a built site as text, without a browser, and says what does not hold for all of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

RESOURCES = {
    "audio": "src", "embed": "src", "iframe": "src", "image": "href", "img": "src", "input": "src", "object": "data",
    "script": "src", "source": "src", "track": "src", "use": "href", "video": "src",
}  # fmt: skip
"""Elements that make a browser fetch something, and the attribute with its address."""

LINKED_RESOURCES = {"icon", "manifest", "modulepreload", "preload", "prefetch", "stylesheet"}
"""Kinds of ``<link rel>`` that do the same."""

_IN_STYLE_SHEET = re.compile(r"""(?:url\(|@import)\s*["']?((?:https?:)?//[^"')\s]+)""")

Attributes = dict[str, str]


@dataclass
class Page:
    """What one page says of itself. ``address`` is its path from the root of the site, as ``minutes/index.html``.

    ``named`` are the links of its main part: the name of each as it is heard in a list of links, and where it leads.
    """

    address: str
    title: str = ""
    language: str = ""
    ids: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    links_of_footer: list[str] = field(default_factory=list)
    named: list[tuple[str, str]] = field(default_factory=list)
    policy: str = ""
    leads_on: bool = False
    resources: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    images: list[Attributes] = field(default_factory=list)
    navigations: list[Attributes] = field(default_factory=list)
    mains: list[Attributes] = field(default_factory=list)


class _Reader(HTMLParser):
    """Fills a Page from the text of it."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.text_of = ""
        self.in_footer = False
        self.link: tuple[str, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        page, attributes = self.page, {name: value or "" for name, value in attrs}
        self.text_of = tag if tag == "title" or re.fullmatch("h[1-6]", tag) else self.text_of
        if "id" in attributes:
            page.ids.append(attributes["id"])
        if tag == "html":
            page.language = attributes.get("lang", "")
        elif tag in ("a", "area") and "href" in attributes:
            page.links.append(attributes["href"])
            self.link = (attributes["href"], [attributes.get("aria-label", "")]) if page.mains else None
            if self.in_footer:
                page.links_of_footer.append(attributes["href"])
        elif tag == "footer":
            self.in_footer = True
        elif tag == "nav":
            page.navigations.append(attributes)
        elif tag == "main":
            page.mains.append(attributes)
        elif tag == "img":
            page.images.append(attributes)
        elif re.fullmatch("h[1-6]", tag):
            page.headings.append((int(tag[1]), ""))
        self._policy(tag, attributes)
        self._resource(tag, attributes)

    def _policy(self, tag: str, attributes: Attributes) -> None:
        """Note the policy, which holds for what comes after it, what it refuses, and whether the page leads on."""
        page = self.page
        page.leads_on |= tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh"
        if (
            tag == "meta"
            and attributes.get("http-equiv", "").lower() == "content-security-policy"
            and not page.resources
        ):
            page.policy = attributes.get("content", "")
        data = attributes.get("type") == "application/ld+json"  # no browser runs that
        if tag == "style" or (tag == "script" and "src" not in attributes and not data):
            page.refused.append(f"<{tag}>")
        page.refused += [f"<{tag} {name}>" for name in attributes if name == "style" or name.startswith("on")]

    def _resource(self, tag: str, attributes: Attributes) -> None:
        address = attributes.get(RESOURCES.get(tag, ""), "")
        if tag == "link" and LINKED_RESOURCES.intersection(attributes.get("rel", "").split()):
            address = attributes.get("href", "")
        sets = [part.split()[0] for part in attributes.get("srcset", "").split(",") if part.strip()]
        self.page.resources += [each for each in (address, *sets) if each]

    def handle_endtag(self, tag: str) -> None:
        if tag == self.text_of:
            self.text_of = ""
        elif tag == "footer":
            self.in_footer = False
        elif tag == "a" and self.link:
            address, (label, *texts) = self.link
            self.page.named.append((" ".join((label or "".join(texts)).split()), address))
            self.link = None

    def handle_data(self, data: str) -> None:
        if self.link:
            self.link[1].append(data)
        if self.text_of == "title":
            self.page.title += data
        elif self.text_of:
            level, text = self.page.headings[-1]
            self.page.headings[-1] = (level, text + data)


def read(folder: Path) -> list[Page]:
    """Give every page of a built site, in order of address."""
    pages = []
    for path in sorted(folder.rglob("*.html")):
        page = Page(path.relative_to(folder).as_posix())
        _Reader(page).feed(path.read_text(encoding="utf-8"))
        pages.append(page)
    return pages


def named_links(file: Path) -> list[tuple[str, str]]:
    """Give the links of the main part of one page: the name of each, and where it leads."""
    page = Page(file.name)
    _Reader(page).feed(file.read_text(encoding="utf-8"))
    return page.named


def broken_links(folder: Path, pages: list[Page], prefix: str) -> Iterator[str]:
    """Say which links and resources within the site lead nowhere. The site is served under the path ``prefix``."""
    ids = {page.address: set(page.ids) for page in pages}
    for page in pages:
        for link in dict.fromkeys((*page.links, *page.resources)):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            path = unquote(urlsplit(urljoin(prefix + page.address, link)).path)
            target = path.removeprefix(prefix) + ("index.html" if path.endswith("/") else "")
            if not path.startswith(prefix) or not (folder / target).is_file():
                yield f"{page.address}: {link} leads nowhere"
            elif parts.fragment and target in ids and unquote(parts.fragment) not in ids[target]:
                yield f"{page.address}: {link} names a place that is not on that page"


def outside_resources(folder: Path, pages: list[Page]) -> Iterator[str]:
    """Say which pages and style sheets make a browser ask another host for something."""
    for page in pages:
        for address in page.resources:
            if urlsplit(address).netloc:
                yield f"{page.address}: asks another host for {address}"
    for sheet in sorted(folder.rglob("*.css")):
        for address in _IN_STYLE_SHEET.findall(sheet.read_text(encoding="utf-8")):
            yield f"{sheet.relative_to(folder).as_posix()}: asks another host for {address}"


def faults_of(page: Page) -> Iterator[str]:
    """Say what is wrong with one page: ids, names of links, headings, landmarks, images, language, policy."""
    sentences = (*_structure(page), *_names(page), *_headings(page), *_images(page), *_policy(page))
    yield from (f"{page.address}: {sentence}" for sentence in sentences)


def _structure(page: Page) -> Iterator[str]:
    if not page.language:
        yield "says no language"
    if not page.title.strip():
        yield "has no title"
    yield from (f"has the id {name} {count} times" for name, count in Counter(page.ids).items() if count > 1)
    if len(page.mains) != 1:
        yield f"has {len(page.mains)} main parts"
    if not page.links or page.links[0] not in [f"#{main.get('id', '')}" for main in page.mains]:
        yield f"begins with the link {page.links[:1]}, which does not skip to the main part"
    names = [navigation.get("aria-label") or navigation.get("aria-labelledby", "") for navigation in page.navigations]
    if not names:
        yield "has no navigation"
    if "" in names:
        yield "has a navigation without a name"
    if len(set(names)) < len(names):
        yield f"has two navigations of one name among {', '.join(names)}"


def _names(page: Page) -> Iterator[str]:
    """In a list of links, as screen readers give it, one name leads to one place."""
    led: dict[str, set[str]] = {}
    for name, address in page.named:
        led.setdefault(name.casefold(), set()).add(urljoin(f"/{page.address.removesuffix('index.html')}", address))
    for name, several in led.items():
        if len(several) > 1:
            yield f'has links named "{name}" that lead to {" and to ".join(sorted(several))}'


def _headings(page: Page) -> Iterator[str]:
    levels = [level for level, _ in page.headings]
    if levels.count(1) != 1:
        yield f"has {levels.count(1)} headings of level 1"
    for (above, _), (level, text) in zip(page.headings, page.headings[1:], strict=False):
        if level > above + 1:
            yield f'goes from a heading of level {above} to one of level {level}, "{text.strip()}"'
    yield from (f"has an empty heading of level {level}" for level, text in page.headings if not text.strip())


def _images(page: Page) -> Iterator[str]:
    for image in page.images:
        missing = [name for name in ("alt", "width", "height") if name not in image]
        if missing:
            yield f"has the image {image.get('src')} without {' and '.join(missing)}"


def _policy(page: Page) -> Iterator[str]:
    if not page.policy:
        yield "says no content security policy before it loads something"
    yield from (f"has {part}, which its policy refuses" for part in page.refused)


def titles_used_twice(pages: list[Page]) -> Iterator[str]:
    """Say which titles stand on more than one page."""
    for title, count in Counter(" ".join(page.title.split()) for page in pages).items():
        if count > 1:
            where = ", ".join(page.address for page in pages if " ".join(page.title.split()) == title)
            yield f'{count} pages have the title "{title}": {where}'
