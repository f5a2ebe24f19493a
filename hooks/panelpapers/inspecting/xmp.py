"""A description of a file as Adobe's programs write it into pictures and PDFs (XMP)."""

from __future__ import annotations

from typing import Final

from lxml import etree

from .packed import local_name

_LONGEST: Final = 2_000_000


def read_xmp(data: bytes) -> tuple[list[str], bool]:
    """Give the people that a description names, and whether it says where a picture was taken.

    One that is not well-formed says nothing that a program would show.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        root = etree.fromstring(data[:_LONGEST].strip(b"\x00 \r\n\t"), parser)
    except etree.XMLSyntaxError:
        return [], False
    elements = list(root.iter("{*}*"))
    attributes = [
        (str(key).rpartition("}")[2], str(value)) for element in elements for key, value in element.attrib.items()
    ]
    names = {name for name, _ in attributes} | {local_name(element) for element in elements}
    people = [value for name, value in attributes if name in ("creator", "Author")]
    for element in elements:
        if local_name(element) in ("creator", "Author"):
            people += [text.strip() for text in element.itertext()]
    return [person for person in people if person.strip()], any(name.startswith("GPSL") for name in names)
