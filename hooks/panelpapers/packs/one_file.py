"""A whole meeting as one HTML file, which needs no other and no connection: it looks as on the site."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from lxml import html
from markupsafe import Markup

from ..pages.rendering import environment
from .finished import Finished

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""What the file may do: show its own look and its own images. Nothing in it runs, nothing is asked of anybody."""


def one_file(page: Finished, templates: Path) -> bytes:
    """Give the file. ``templates`` is the folder of a project's own templates, if it has one."""
    return as_html(page, templates, (page.sheet,)).encode("utf-8")


def as_html(page: Finished, templates: Path, sheets: tuple[str, ...]) -> str:
    """Give a document of the page and of these style sheets, with its images in it."""
    main = page.copy_of_main()
    for image in main.iter("img"):
        image.set("src", page.images[image.get("src", "")].inline)
    main.tail = None
    return (
        environment(templates)
        .get_template("panel/packs/page.html")
        .render(
            title=page.title,
            publisher=page.publisher,
            language=page.language,
            around=page.around,
            # The page was made by templates that escape, and lxml escapes what it writes.
            main=Markup(html.tostring(main, encoding="unicode")),  # noqa: S704
            sheets=sheets,
            policy=_POLICY,
        )
    )
