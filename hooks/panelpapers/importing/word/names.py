"""The names of WordprocessingML, and the few questions that every module asks of its elements."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ...inspecting import packed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL = W + "val"
WRAPS = {W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
"""What stands round paragraphs, rows or cells and says nothing to a reader."""


def has(properties: etree._Element | None, name: str) -> bool:
    """Whether a property is there."""
    return properties is not None and properties.find(W + name) is not None


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """Whether a property that is on or off is on; None where it is not there."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else packed.is_on(found.get(VAL))


def text_of(properties: etree._Element | None, path: str) -> str | None:
    """Give the value of a property ("numPr/numId"); None where it is not there."""
    found = None if properties is None else properties.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(VAL)


def whole(text: str | None) -> int | None:
    """Read a whole number; None where there is none, or what is no number."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def shown_children(element: etree._Element) -> Iterator[etree._Element]:
    """Each child element; of what a file holds twice, for newer and for older programs, what the newer ones show."""
    for child in element:
        if child.tag == MC + "AlternateContent":
            chosen = child.find(MC + "Choice")
            chosen = child.find(MC + "Fallback") if chosen is None else chosen
            if chosen is not None:
                yield from shown_children(chosen)
        elif isinstance(child.tag, str):  # comments and instructions of XML have none
            yield child
