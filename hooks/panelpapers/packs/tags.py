"""The tags of a PDF: what a screen reader is told of its structure, made from the boxes that WeasyPrint laid out.

WeasyPrint's own tags begin each element anew where a sheet ends, take terms and definitions for the same, and do not
say in which language a passage is. Here an element is one element, however many sheets it stands on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

_ROLES: Final = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    **dict.fromkeys(("ul", "ol", "dl"), "L"),
    **dict.fromkeys(("section", "nav", "article", "aside", "header", "footer"), "Sect"),
    **dict.fromkeys(("div", "figure", "details", "fieldset"), "Div"),
    **dict.fromkeys(("p", "summary", "figcaption", "pre"), "P"),
    "main": "Part",
    "blockquote": "BlockQuote",
    "table": "Table",
    "caption": "Caption",
    "tr": "TR",
    "code": "Code",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "th": "TH",
    "td": "TD",
    "img": "Figure",
    "li": "LI",
    "dt": "Lbl",
    "dd": "LBody",
    "q": "Quote",
}
"""What HTML elements are called in a PDF; every other one is a passage within a line (``Span``)."""

_HOLD_BLOCKS: Final = frozenset(("Document", "Part", "Sect", "Div", "BlockQuote"))
"""What holds no words of its own: words that stand there are a paragraph."""

_SCOPES: Final = {"row": "/Row", "rowgroup": "/Row"}


@dataclass
class _Node:
    """An element of the structure: its role, what it is about, and what it holds, in order."""

    role: str
    element: Any = None
    kids: list[_Node | _Marked | _Annotated] = field(default_factory=list)
    by_element: dict[tuple[int, str], _Node] = field(default_factory=dict)
    box: Any = None
    page: int = 0


@dataclass(frozen=True)
class _Marked:
    """A stretch of the signs on a page, by its number there."""

    page: int
    mcid: int


@dataclass(frozen=True)
class _Annotated:
    """The place of a link on a page."""

    page: int
    annotation: Any


def add_tags(pdf: Any, document: Any, pdf_version: object, page_streams: list[Any]) -> None:  # noqa: ARG001
    """Do what the function of this name in ``weasyprint.pdf`` does, in its place."""
    root = _Node("Document")
    for number, (page, stream) in enumerate(zip(document.pages, page_streams, strict=True)):
        _Walk(number, stream).go(page._page_box, root)
    _Writer(pdf, len(document.pages)).write(root)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


class _Walk:
    """The way through the boxes of one page."""

    def __init__(self, page: int, stream: Any) -> None:
        self._page, self._stream = page, stream

    def go(self, box: Any, node: _Node) -> None:
        """Put a box, and what is in it, into the structure below a node."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.MarginBox):
            for child in box.descendants():
                self._decorate(child)
        elif isinstance(box, boxes.TextBox):
            self._mark(box, node)
        elif isinstance(box, boxes.PageBox) or box.element is None or box.element_tag in ("html", "body"):
            self._all(box, node)
        else:
            self._element(box, node)

    def _element(self, box: Any, node: _Node) -> None:
        if box.element is not node.element or box.element_tag.endswith("::marker"):
            node = _within(node, box, self._page)
        if box.link_annotation:
            node.kids.append(_Annotated(self._page, box.link_annotation))
        if isinstance(box, boxes.ReplacedBox):
            node.box = box
            node.kids.append(_Marked(self._page, self._stream._tags.pop(box)["mcid"]))
        self._all(box, node)

    def _all(self, box: Any, node: _Node) -> None:
        for child in getattr(box, "children", ()):
            self.go(child, node)

    def _mark(self, box: Any, node: _Node) -> None:
        if node.role in _HOLD_BLOCKS:
            if not box.text.strip():
                self._decorate(box)  # a space beside an image is no paragraph
                return
            last = node.kids[-1] if node.kids else None
            if not (isinstance(last, _Node) and last.role == "P" and last.element is None):
                last = _Node("P", page=self._page)
                node.kids.append(last)
            node = last
        node.kids.append(_Marked(self._page, self._stream._tags.pop(box)["mcid"]))

    def _decorate(self, box: Any) -> None:
        """Say of what stands in the margin, or is drawn for its look, that it is no part of the text."""
        if (marked := self._stream._tags.pop(box, None)) is not None:
            written = self._stream.stream
            at = written.index({"MCID": marked["mcid"]})
            written[at - 1 : at + 2] = ["/Artifact", b"BMC"]


def _within(node: _Node, box: Any, page: int) -> _Node:
    """Give the node of an element within that of the one around it: what was begun on a sheet before goes on."""
    key = (id(box.element), box.element_tag)
    if (known := node.by_element.get(key)) is not None:
        return known
    tag, pseudo = (*box.element_tag.split("::"), "")[:2]
    made = _Node("Lbl" if pseudo == "marker" else _role(tag, box.element, pseudo), box.element, box=box, page=page)
    holder = node
    if made.role in ("Lbl", "LBody") and tag in ("dt", "dd") and node.role == "L":
        holder = _entry(node, made.role, page)
    elif node.role == "L" and tag == "div":
        made.role = "LI"
    elif pseudo == "marker":
        holder = node.by_element.get((0, "entry"), node)
    holder.kids.append(made)
    if made.role == "LI" and tag == "li":
        body = _Node("LBody", box.element, page=page)
        body.by_element[0, "entry"] = made
        made.kids.append(body)
        made = body
    node.by_element[key] = made
    return made


def _role(tag: str, element: Any, pseudo: str) -> str:
    if pseudo:
        return "Span"
    if tag == "a":
        return "Link" if element.get("href") else "Span"
    return _ROLES.get(tag, "Span")


def _entry(terms: _Node, role: str, page: int) -> _Node:
    """Give the entry of a list of terms that a term begins, or that a definition belongs to."""
    last = terms.kids[-1] if terms.kids else None
    ended = isinstance(last, _Node) and any(isinstance(kid, _Node) and kid.role == "LBody" for kid in last.kids)
    if not isinstance(last, _Node) or (role == "Lbl" and ended):
        last = _Node("LI", page=page)
        terms.kids.append(last)
    return last


class _Writer:
    """Writes the structure into the file."""

    def __init__(self, pdf: Any, pages: int) -> None:
        self._pdf = pdf
        self._pages = pdf.page_references
        self._marked: list[dict[int, bytes]] = [{} for _ in range(pages)]
        self._annotated: list[tuple[Any, bytes]] = []

    def write(self, root: _Node) -> None:
        """Write it all, and what leads back to it from the pages."""
        parents = self._object({})
        tree = self._object({"Type": "/StructTreeRoot", "ParentTree": parents.reference})
        tree["K"] = pydyf.Array([self._node(root, tree).reference])
        self._pdf.catalog["StructTreeRoot"] = tree.reference
        numbers = parents["Nums"] = pydyf.Array()
        for number, marked in enumerate(self._marked):
            numbers.extend((number, pydyf.Array(reference for _, reference in sorted(marked.items()))))
        for number, (annotation, reference) in enumerate(self._annotated, start=len(self._marked)):
            annotation["StructParent"] = number
            numbers.extend((number, reference))

    def _object(self, values: dict[str, Any]) -> Any:
        made = pydyf.Dictionary(values)
        self._pdf.add_object(made)
        return made

    def _node(self, node: _Node, parent: Any) -> Any:
        written = self._object(
            {"Type": "/StructElem", "S": f"/{node.role}", "P": parent.reference, "Pg": self._pages[node.page]}
        )
        written.update(_attributes(node))
        written["K"] = pydyf.Array(self._kids(node, written))
        return written

    def _kids(self, node: _Node, written: Any) -> Iterator[Any]:
        for kid in _in_order(node):
            page = self._pages[kid.page]
            if isinstance(kid, _Node):
                yield self._node(kid, written).reference
            elif isinstance(kid, _Annotated):
                self._annotated.append((kid.annotation, written.reference))
                place = {"Type": "/OBJR", "Obj": kid.annotation.reference, "Pg": page}
                yield self._object(place).reference
            else:
                self._marked[kid.page][kid.mcid] = written.reference
                marked = {"Type": "/MCR", "Pg": page, "MCID": kid.mcid}
                yield kid.mcid if kid.page == node.page else pydyf.Dictionary(marked).data


def _in_order(node: _Node) -> list[_Node | _Marked | _Annotated]:
    """Give what a node holds; the sign of an entry of a list stands before its words."""
    return sorted(node.kids, key=lambda kid: not (isinstance(kid, _Node) and kid.role == "Lbl" and node.role == "LI"))


def _attributes(node: _Node) -> dict[str, Any]:
    element = node.element
    found: dict[str, Any] = {}
    if element is None:
        return found
    of_entry = node.role in ("LBody", "Lbl") and element.tag.rpartition("}")[2] == "li"  # which says it already
    if (language := element.get("lang")) is not None and not of_entry:
        found["Lang"] = pydyf.String(language)
    if node.role == "Figure":
        x, y = node.box.content_box_x(), node.box.content_box_y()
        place = pydyf.Array((x, y, x + node.box.width, y + node.box.height))
        found["A"] = pydyf.Dictionary({"O": "/Layout", "BBox": place, "Placement": "/Block"})
        found["Alt"] = pydyf.String(element.get("alt", ""))
    elif node.role in ("TH", "TD"):
        told = {"O": "/Table"}
        if node.role == "TH":
            told["Scope"] = _SCOPES.get(element.get("scope", ""), "/Column")
        for name, span in (("ColSpan", node.box.colspan), ("RowSpan", node.box.rowspan)):
            if span != 1:
                told[name] = span
        found["A"] = pydyf.Dictionary(told)
    elif node.role == "L" and element.tag.rpartition("}")[2] == "ol":
        found["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": "/Decimal"})
    return found
