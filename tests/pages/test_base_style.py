"""What is kept of Material's style sheet, and that it is all that our templates ask for."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from panelpapers.pages.base_style import CLASSES, base_style
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
            "p{margin:0;mask:var(--a)}",
        ),
        ("p{margin:0!important}", "p{margin:0!important}"),
    ],
)
def test_what_is_kept(sheet: str, kept: str) -> None:
    assert base_style(sheet).strip() == kept


def test_the_base_is_small_and_holds_no_pictures() -> None:
    sheets = (files("material") / "templates" / "assets" / "stylesheets").iterdir()
    (sheet,) = (one for one in sheets if re.fullmatch(r"main\..+\.css", one.name))
    base = base_style(sheet.read_text(encoding="utf-8"))
    assert "url(" not in base
    assert ".md-typeset h2" in base
    assert len(base) < 15_000


def test_templates_use_no_other_class_of_material() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    assert set(re.findall(r"\bmd-[\w-]+", texts)) == CLASSES
