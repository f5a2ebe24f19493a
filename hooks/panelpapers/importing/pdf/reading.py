"""A PDF -> a Source: its pages read one by one, and what they hold joined to one list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from panelpapers.importing.parts import Part, Source, Withheld, in_order
from panelpapers.importing.pdf.apart import read_apart
from panelpapers.importing.pdf.contents import part_contents
from panelpapers.importing.pdf.footnotes import Footnote, part_footnotes
from panelpapers.importing.pdf.joining import joined
from panelpapers.importing.pdf.layout import blocks
from panelpapers.importing.pdf.lines import lines_of
from panelpapers.importing.pdf.paragraphs import Setting
from panelpapers.importing.pdf.running import part_running
from panelpapers.importing.pdf.signs import Page, read_page
from panelpapers.importing.pdf.spelling import Spelling
from panelpapers.importing.pdf.writing import Writing
from panelpapers.importing.unreadable import Unreadable

_MOST_BYTES = 300_000_000
_MOST_PAGES = 3_000
_PRINT = "Open it in a PDF reader, print it to a new PDF, and import that."
_ORIGINAL = "Ask for the Word file that it was made from, or have its text recognised (OCR) first."


def read_pdf(path: Path) -> Source:
    """Read a PDF: its text in the order of reading, what stands on every page apart, in a process of its own.

    Raises Unreadable, with what to do, for a file that is no PDF, is damaged, has a password or holds no text. A page
    that is a picture among others that hold text is told as withheld, with its number.
    """
    return read_apart(read_here, path)


def read_here(path: Path) -> Source:
    """Read a PDF as `read_pdf` does, in this process: without bounds of time and memory."""
    pages: list[Page] = []
    lost: list[Withheld] = []
    with _opened(path) as document:
        for index in range(len(document)):
            try:
                page = read_page(document, index)
            except (pypdfium2.PdfiumError, ValueError):
                lost.append(Withheld(0, "a page that cannot be read: it is damaged", index + 1))
                continue
            pages.append(page)
            if page.hidden:
                lost.append(Withheld(page.hidden, "hidden text: no reader sees it on the page", page.number))
            if page.pictured and not page.words:
                lost.append(Withheld(0, "a scanned page: it is a picture and holds no text", page.number))
    if not any(page.words for page in pages):
        is_scanned = any(page.pictured for page in pages)
        wrong = "it holds no text: its pages are pictures." if is_scanned else "it holds no text."
        raise Unreadable(path.name, wrong, _ORIGINAL)
    return _source(path.name, pages, lost)


@contextmanager
def _opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF; refuse what is none, is too big, or is locked."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(1024)
    except OSError as wrong:
        raise Unreadable(path.name, "it cannot be opened.", "Look whether it is there, and may be read.") from wrong
    if not head:
        raise Unreadable(path.name, "it is empty.", "Save or fetch it again.")
    if b"%PDF-" not in head:
        raise Unreadable(path.name, "it is no PDF, whatever its name says.", "Export the papers as PDF, or use Word.")
    if size > _MOST_BYTES:
        raise Unreadable(path.name, "it is bigger than 300 MB.", "Import its papers one by one.")
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as wrong:
        if wrong.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            cure = "Open it with its password and print it to a new PDF, and import that."
            raise Unreadable(path.name, "it is locked by a password.", cure) from wrong
        raise Unreadable(path.name, "it is damaged.", f"Fetch it again. {_PRINT}") from wrong
    try:
        if len(document) > _MOST_PAGES:
            raise Unreadable(path.name, f"it has more than {_MOST_PAGES:,} pages.", "Import its papers one by one.")
        yield document
    finally:
        document.close()


def _source(name: str, pages: Sequence[Page], lost: Sequence[Withheld]) -> Source:
    sizes = Counter[float]()
    for page in pages:
        for word in page.words:
            sizes[word.size] += len(word.text)
    body = sizes.most_common(1)[0][0]
    running, kept = part_running(pages, body)
    notes: list[Footnote] = []
    for at, page in enumerate(pages):
        kept[at], found = part_footnotes(kept[at], page.number, body)
        notes.extend(found)
    left = list(zip(pages, kept, strict=True))
    setting = Setting((page.width, lines_of(words, page.number)) for page, words in left)
    found_blocks = [block for page, words in left for block in blocks(page, words, setting)]
    whole = joined(found_blocks, {page.number: page.height for page in pages})
    read, contents = part_contents(whole)
    writing = Writing(Spelling.of(word for page in pages for word in page.words), body)
    writing.write(read, notes)
    writing.run(line for found in running for line in found)
    writing.run(line for paragraph in contents for line in paragraph.lines)
    writing.running += [Part("paragraph", page.aside, 0, page=page.number) for page in pages if page.aside]
    positions = count()
    parts = tuple(in_order(writing.parts, positions))
    return Source(name, parts, tuple(in_order(writing.running, positions)), tuple(lost))
