"""What a Word document holds unseen: comments, tracked changes, hidden text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ..records.attached import Hidden
from .ooxml import refuse_dde, switched_on, tracked
from .packed import Package, attribute, local_name
from .words_of import by, counted


def look_through_word(package: Package) -> Iterator[Hidden]:
    """Give what the parts of a Word document hold unseen. Raises ``Refused`` where a field starts a program."""
    texts = package.roots("document", "hdr", "ftr", "footnotes", "endnotes", "comments", "glossaryDocument")
    refuse_dde(_instructions(texts))
    yield from _comments(package)
    yield from tracked(texts)
    yield from _vanished(package, texts)
    variables = [variable for root in package.roots("settings") for variable in root.iter("{*}docVar")]
    if variables:
        yield Hidden("custom data", counted(len(variables), "document variable"))


def _instructions(texts: list[etree._Element]) -> Iterator[str]:
    for root in texts:
        yield from (attribute(field, "instr") or "" for field in root.iter("{*}fldSimple"))
        fields: dict[etree._Element | None, str] = {}
        for piece in root.iter("{*}instrText"):  # one field may be cut into several runs of a paragraph
            run = piece.getparent()
            paragraph = run.getparent() if run is not None else None
            fields[paragraph] = fields.get(paragraph, "") + (piece.text or "")
        yield from fields.values()


def _comments(package: Package) -> Iterator[Hidden]:
    comments = [comment for root in package.roots("comments") for comment in root]
    if comments:
        people = by(attribute(comment, "author") or "" for comment in comments)
        yield Hidden("comments", f"{counted(len(comments), 'comment')}{people}")


def _vanished(package: Package, texts: list[etree._Element]) -> Iterator[Hidden]:
    styles = _hidden_styles(package.roots("styles"))
    runs = [run for root in texts for run in root.iter("{*}r") if _is_hidden(run, styles) and _has_words(run)]
    if runs:
        yield Hidden("hidden text", f"{counted(len(runs), 'passage')} of hidden text")


def _hidden_styles(roots: list[etree._Element]) -> set[str]:
    """Give the ids of the styles that hide text, by themselves or by what they are based on."""
    hidden: set[str] = set()
    based: dict[str, str] = {}
    for style in (style for root in roots for style in root.iter("{*}style")):
        name = attribute(style, "styleId") or ""
        if switched_on(style.find("{*}rPr/{*}vanish")):
            hidden.add(name)
        if (base := style.find("{*}basedOn")) is not None and style.find("{*}rPr/{*}vanish") is None:
            based[name] = attribute(base, "val") or ""
    for _ in based:
        more = {name for name, base in based.items() if base in hidden} - hidden
        if not more:
            break
        hidden |= more
    return hidden


def _is_hidden(run: etree._Element, styles: set[str]) -> bool:
    own = run.find("{*}rPr/{*}vanish")
    if own is not None:
        return switched_on(own)
    if not styles:
        return False
    named = [run.find("{*}rPr/{*}rStyle")]
    parent = run.getparent()
    while parent is not None and local_name(parent) != "p":
        parent = parent.getparent()
    if parent is not None:
        named.append(parent.find("{*}pPr/{*}pStyle"))
    return any(attribute(style, "val") in styles for style in named if style is not None)


def _has_words(run: etree._Element) -> bool:
    return any((text.text or "").strip() for text in run.iter("{*}t", "{*}delText"))
