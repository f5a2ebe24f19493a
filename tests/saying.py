"""Everything that the software says in its own words, from wherever it is written, as texts that can be measured."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from jinja2 import Environment
from lxml import html as markup

from panelpapers.charts import default_folder
from panelpapers.describing import describe_file
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.figure import figure_facts
from panelpapers.facts.scale import scale_cut
from panelpapers.pages.build import build
from panelpapers.pages.packaged import in_words_of
from panelpapers.pages.sections import SECTIONS
from panelpapers.pages.site import Site
from panelpapers.reading.codes import reading_codes
from panelpapers.reading.folder import read_folder, read_indicator
from panelpapers.records.fields import kinds_within
from panelpapers.records.forms import FORMS, fields_in_words
from panelpapers.records.indicator import Indicator
from panelpapers.rules import rule_codes
from panelpapers.words.figure import figure_words
from tests.charts.samples import samples
from tests.pages.reading_pages import small_site
from tests.saltmere import saltmere_site

ROOT: Final = Path(__file__).parents[1]
PACKAGE: Final = ROOT / "hooks" / "panelpapers"
TEMPLATES: Final = ROOT / "theme_overrides"

Said = Iterator[tuple[str, str]]
"""Where something is said, and the text."""

_INLINE: Final = frozenset(
    ("a", "abbr", "b", "bdi", "code", "em", "i", "mark", "q", "small", "span", "strong", "time")
)
_LAW: Final = re.compile(
    r" \((?:[^()]|\([^()]*\))*\b(?:Act|Order|Regulations?|Statutory Instrument)\b(?:[^()]|\([^()]*\))*\)"
)
_FOLDERS: Final = (ROOT / "tests/cases/indicators", PACKAGE / "pages" / "examples")


def of_figures(*names: str) -> Said:
    """Give texts of every figure that can be published among the samples, the cases and the examples.

    What editors type is not among them: their measures may have long names, of which the check advises them.
    """
    for name, indicator in _figures():
        facts = figure_facts(indicator)
        texts = figure_words(indicator, facts, scale_cut(facts)).texts
        yield from ((f"{name}, {text}", texts[text]) for text in names)


def _figures() -> Iterator[tuple[str, Indicator]]:
    yield from samples().items()
    for path in (path for folder in _FOLDERS for path in sorted(folder.glob("*.yml"))):
        indicator, _ = read_indicator(path)
        if indicator is not None and not describe_file(path).errors:
            yield path.relative_to(ROOT).as_posix(), indicator


def of_code() -> Said:
    """Give every text in the package's code that is several words long, with "this" for what is put into it."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        passed_over: set[int] = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Expr):  # docstrings
                passed_over.add(id(node.value))
            elif isinstance(node, ast.JoinedStr):
                passed_over |= {id(part) for part in node.values}
        for node in ast.walk(tree):
            text = _text(node) if id(node) not in passed_over else ""
            if len(text.split()) > 3 and not re.search(r"\(\?|\\", text):  # no regular expression
                yield f"{path.relative_to(PACKAGE)}, line {getattr(node, 'lineno', 0)}", text


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or "this" for part in node.values)
    return ""


def of_catalogue() -> Said:
    """Give the explanation of every problem that the check can tell."""
    for code in (*reading_codes(), *rule_codes()):
        yield code.code, f"{code.title}\n\n{code.explanation}"


def of_guide() -> Said:
    """Give what the guide says of every form and of every field."""
    for form in FORMS:
        for record in kinds_within(form.record):
            yield record.__name__, (record.__doc__ or "").replace("``", "")
            yield from ((f"{record.__name__}, {field.name}", field.meaning) for field, _ in fields_in_words(record))


def of_templates() -> Said:
    """Give the fixed texts of every template, in pieces that end where the template branches."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        pieces = [""]
        for _, kind, value in Environment().lex(path.read_text(encoding="utf-8")):  # noqa: S701 - nothing is rendered
            if kind == "block_begin":
                pieces.append("")
            elif kind in ("data", "variable_begin"):
                pieces[-1] += value if kind == "data" else "this"
        for piece in pieces:
            blocks = re.sub(rf"</?(?!(?:{'|'.join(_INLINE)})\b)\w[^>]*>", "\n\n", piece)
            yield path.name, re.sub(r"<[^>]*>", "", blocks)


def of_content() -> Said:
    """Give the pages by hand that come with the software, described and without the examples of files."""
    site = Site({}, {}, made_on=date(2027, 3, 12), sections=SECTIONS)
    for path in sorted((ROOT / "hooks" / "panelpapers" / "content").rglob("*.md")):
        typed = in_words_of(site, path.read_text(encoding="utf-8"))
        typed = re.sub(r"^```.*?^```$", "", typed, flags=re.M | re.S)
        _, front, text = typed.split("---\n", 2) if typed.startswith("---\n") else ("", "", typed)
        described = re.search(r"^description: (.*)$", front, re.MULTILINE)
        yield (
            path.name,
            f"{described[1] if described else ''}\n\n" + re.sub(r"^(?: {4}.*|#+ .*)$", "", text, flags=re.M),
        )


def of_pages() -> Said:
    """Give every piece of text on the pages of small panels, whose records we wrote, without laws in brackets."""
    second = read_folder(ROOT / "tests" / "cases" / "second-panel").records
    for site in (
        small_site(),
        build(Dossier(second), date(2027, 3, 12), TEMPLATES, default_folder()),
        saltmere_site(),
    ):
        yield from _of_site(site)


def _of_site(site: Site) -> Said:
    seen: set[str] = set()
    for address, page in site.pages.items():
        for text in pieces_of(str(page.html)):
            if text not in seen:
                seen.add(text)
                yield address, _LAW.sub("", text)


def pieces_of(html: str) -> list[str]:
    """Give the text of some HTML in pieces as they are read: a paragraph, a heading, an entry of a list."""
    tree = markup.fragment_fromstring(html, create_parent="div")
    for element in tree.iter():
        if element.tag not in _INLINE:
            element.text = f"\ue000{element.text or ''}"
            element.tail = f"\ue000{element.tail or ''}"
    for element in tree.xpath("//pre | //script | //option | //*[local-name() = 'svg']"):
        element.drop_tree()
    pieces = (" ".join(piece.split()) for piece in str(tree.text_content()).split("\ue000"))
    return [piece for piece in pieces if piece]
