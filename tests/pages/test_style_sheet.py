"""What is kept of Material's style sheet, that it is all that our templates ask for, and that ours stays as it is."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from panelpapers.pages.style_sheet import CLASSES, NotUnderstood, material_base, style_sheet
from tests.river_valley import TEMPLATES


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        ("body{margin:0}", "body{margin:0}"),
        (".md-typeset h1{margin:0}", ".md-typeset h1{margin:0}"),
        (".md-typeset .admonition{margin:0}", ""),
        (".md-typeset .admonition,.md-typeset details{margin:0}", ".md-typeset details{margin:0}"),
        (".md-typeset :is(.tab,p){margin:0}", ".md-typeset :is(.tab,p){margin:0}"),
        ("p:not(.tab){margin:0}", "p:not(.tab){margin:0}"),
        ("[dir=rtl] p{margin:0}", ""),
        ("[data-md-color-scheme=slate]{margin:0}", ""),
        ("@media print{p{margin:0}.tab{margin:0}}", "@media print{p{margin:0}\n}"),
        ("@media print{.tab{margin:0}}", ""),
        ("@page{margin:25mm}", "@page{margin:25mm}"),
        ('@charset "UTF-8";@keyframes k{to{margin:0}}', ""),
        (":root{--a:1;--b:2}p{margin:var(--a)}", ":root{--a:1}\np{margin:var(--a)}"),
        (":root{--a:1;--b:var(--a)}", ""),
        ('p{content:"}.tab{";margin:0}', 'p{content:"}.tab{";margin:0}'),
        (
            ":root{--a:url(\"data:image/svg+xml,<svg d='M0;9'/>\")}p{margin:0;mask:var(--a)}",
            "p{margin:0}",
        ),
        (
            ".md-typeset kbd,.md-typeset ul[type],.md-typeset p{margin:0;transition:margin 1s}",
            ".md-typeset p{margin:0}",
        ),
        ("p{margin:0!important}", "p{margin:0!important}"),
    ],
)
def test_what_is_kept(sheet: str, kept: str) -> None:
    assert material_base(sheet).strip() == kept


def test_the_base_is_small_and_holds_no_pictures() -> None:
    sheets = (files("material") / "templates" / "assets" / "stylesheets").iterdir()
    (sheet,) = (one for one in sheets if re.fullmatch(r"main\..+\.css", one.name))
    base = material_base(sheet.read_text(encoding="utf-8"))
    assert "url(" not in base
    assert ".md-typeset h2" in base
    assert len(base) < 15_000


@pytest.mark.parametrize(
    ("ours", "becomes"),
    [
        ("/* Ground */\n.skip {\n  top: 0;\n  left: 1rem;\n}\n", ".skip{top:0;left:1rem}"),
        ("a:is(:hover, :focus), .b > c { margin: calc(1px + 2px)\n  0; /* why */ }",
         "a:is(:hover, :focus),.b > c{margin:calc(1px + 2px) 0}"),
        ('a::after { content: " ; {" }', 'a::after{content:" ; {"}'),
        ("@media (min-width: 40rem) { /* wide */ .a { top: 0 } }", "@media (min-width: 40rem){.a{top:0}\n}"),
        ("@supports (top: 0) { .a { top: 0 !important } }", "@supports (top: 0){.a{top:0!important}\n}"),
        (".dir[dir=rtl] { --not-used: 1 }", ".dir[dir=rtl]{--not-used:1}"),
    ],
)  # fmt: skip
def test_ours_stays_but_for_comments_and_space(ours: str, becomes: str) -> None:
    assert style_sheet("", ours).removeprefix('@charset "utf-8";').strip() == becomes


@pytest.mark.parametrize(
    "ours", [".a { .b { top: 0 } }", ".a { top }", ".a", "@import 'b.css';", "@namespace svg url('b');"]
)
def test_what_is_not_understood_is_not_lost(ours: str) -> None:
    with pytest.raises(NotUnderstood, match="Line 1 of a style sheet"):
        style_sheet("", ours)


def test_templates_use_no_other_class_of_material() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    assert set(re.findall(r"\bmd-[\w-]+", texts)) == CLASSES
