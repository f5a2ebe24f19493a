"""A PDF as a source: its pages read one by one, and what they hold joined to one list."""

from __future__ import annotations

from collections import Counter
from itertools import count
from pathlib import Path

import pypdfium2

from panelpapers.importing.parts import Source, in_order
from panelpapers.importing.pdf.footnotes import Footnote, part_footnotes
from panelpapers.importing.pdf.joining import joined
from panelpapers.importing.pdf.layout import blocks
from panelpapers.importing.pdf.lines import lines_of
from panelpapers.importing.pdf.paragraphs import Setting, Spelling
from panelpapers.importing.pdf.running import part_running
from panelpapers.importing.pdf.signs import Page, read_page
from panelpapers.importing.pdf.writing import Writing


def read_pdf(path: Path) -> Source:
    """Read a PDF: its text in the order of reading."""
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [read_page(document, index) for index in range(len(document))]
    finally:
        document.close()
    return _source(path.name, pages)


def _source(name: str, pages: Sequence[Page]) -> Source:
    sizes = Counter[float]()
    for page in pages:
        for word in page.words:
            sizes[word.size] += len(word.text)
    body = sizes.most_common(1)[0][0]
    running, kept = part_running(pages, body)
    spelling = Spelling.of(word for page in pages for word in page.words)
    notes: list[Footnote] = []
    for at, page in enumerate(pages):
        kept[at], found = part_footnotes(kept[at], page.number, body)
        notes.extend(found)
    setting = Setting((page.width, lines_of(words, page.number)) for page, words in zip(pages, kept, strict=True))
    found = joined(
        block for page, words in zip(pages, kept, strict=True) for block in blocks(page, words, setting)
    )
    writing = Writing(spelling, body)
    writing.write(found, notes)
    for line in (line for lines in running for line in lines):
        writing.run(line)
    positions = count()
    return Source(name, tuple(in_order(writing.parts, positions)), tuple(in_order(writing.running, positions)))
