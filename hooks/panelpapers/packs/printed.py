"""A whole meeting as a tagged PDF (PDF/UA-1): on sheets of A4, or in large print."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from unittest import mock

import weasyprint
import weasyprint.pdf
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from ..charts.measure import FONTS
from .finished import Finished
from .one_file import as_html
from .tags import add_tags

_SHEET: Final = Path(__file__).with_name("print.css")
_VARIANT: Final = "pdf/ua-1"
SIZES: Final = {"pdf": "11pt", "large": "18pt"}
"""How large the smallest letters of each form are."""


def printed(page: Finished, templates: Path, form: str) -> bytes:
    """Give the PDF, the same for the same page. ``form`` says how large its letters are."""
    faces = "".join(
        f"@font-face {{ font-family: Arimo; font-weight: {weight}; src: url({(FONTS / file).as_uri()}); }}\n"
        for weight, file in (("400", "Arimo-Regular.ttf"), ("700", "Arimo-Bold.ttf"))
    )
    document = as_html(page, templates, ())
    fonts = FontConfiguration()
    sheets = [
        weasyprint.CSS(string=text, font_config=fonts)
        for text in (faces, _SHEET.read_text(encoding="utf-8"), f"html {{ font-size: {SIZES[form]}; }}")
    ]
    written = io.BytesIO()
    with _tagged_by_us():
        # Nothing is fetched but what the document itself holds.
        weasyprint.HTML(string=document, url_fetcher=URLFetcher(allowed_protocols=("data",))).write_pdf(
            written, stylesheets=sheets, font_config=fonts, pdf_variant=_VARIANT
        )
    return written.getvalue()


@contextmanager
def _tagged_by_us() -> Iterator[None]:
    """Have WeasyPrint ask us for the tags: its own tell no term from a definition, and begin anew on each sheet."""
    with mock.patch.object(weasyprint.pdf, "add_tags", add_tags):
        yield
