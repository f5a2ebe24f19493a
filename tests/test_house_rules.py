"""The rules of the house, as ARCHITECTURE.md gives them: each is held here or the build of main fails."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, UndefinedError, meta

from panelpapers.pages.rendering import environment

ROOT = Path(__file__).parents[1]
HOOKS = ROOT / "hooks"
PACKAGE = HOOKS / "panelpapers"
TEMPLATES = ROOT / "theme_overrides"

KNOWS = {
    "records": set(),
    "reading": {"records"},
    "facts": {"records"},
    "rules": {"records", "reading", "facts"},
    "words": {"records", "facts"},
    "charts": {"records", "facts", "words"},
    "exports": {"records", "facts", "words", "charts"},
    "pages": {"records", "reading", "rules", "facts", "words", "charts", "exports"},
}
"""Which rooms a room may know besides itself. The arrows run one way: no room may be known by one that it knows."""

ONLY = {"mkdocs": {"publish"}, "ruamel": {"reading"}, "_ruamel_yaml": {"reading"}, "altair": {"charts"}}
ONLY |= {"vl_convert": {"charts"}, "pagefind": {"exports"}, "tinycss2": {"pages"}, "pypdf": {"reading"}}
"""Libraries that one room alone may import."""


def modules() -> list[Path]:
    return sorted(path for path in HOOKS.rglob("*.py") if "__pycache__" not in path.parts)


def imports(path: Path) -> Iterator[str]:
    """Give every module that a file imports, in full: ``panelpapers.records.place``."""
    package = (*path.relative_to(HOOKS).parent.parts,)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            stem = ".".join((*base, *(node.module.split(".") if node.module else ())))
            yield stem
            yield from (f"{stem}.{name.name}" for name in node.names)


def room_of(path: Path) -> str:
    inside = path.relative_to(HOOKS).parts
    return inside[1] if inside[0] == "panelpapers" and len(inside) > 2 else path.stem


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_arrows_run_one_way(path: Path) -> None:
    room = room_of(path)
    if room not in KNOWS:
        return  # publication, cli and publish stand at the end and may know every room
    known = {name.split(".")[1] for name in imports(path) if name.startswith("panelpapers.")}
    assert known - {room} <= KNOWS[room], f"{path} reaches out of its room"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_each_library_is_known_in_one_room(path: Path) -> None:
    for name in imports(path):
        allowed = ONLY.get(name.split(".")[0])
        assert allowed is None or room_of(path) in allowed, f"{path} imports {name}"


def test_the_arrows_have_no_ring() -> None:
    for room, known in KNOWS.items():
        for other in known:
            assert room not in KNOWS[other]


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_the_middle_module_is_under_120_lines() -> None:
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in modules())
    assert lengths[len(lengths) // 2] < 120


def test_publish_stays_small() -> None:
    assert len((HOOKS / "publish.py").read_text(encoding="utf-8").splitlines()) < 120


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_no_html_outside_templates(path: Path) -> None:
    if room_of(path) == "charts":
        return  # draws SVG, which is not HTML
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {id(node.body[0]) for node in ast.walk(tree) if isinstance(node, documented) and node.body}
    statements = {id(child) for node in ast.walk(tree) if id(node) in docstrings for child in ast.walk(node)}
    written = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in statements
    ]
    tags = [
        text for text in written if re.search(r"</?(?:div|p|span|a|ul|ol|li|table|h[1-6]|section|main|nav)[ >]", text)
    ]
    assert not tags


def templates() -> list[str]:
    return sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("name", templates())
def test_a_template_opens_with_its_context(name: str) -> None:
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    assert text.startswith("{#-")
    assert "Context" in text.partition("#}")[0]


@pytest.mark.parametrize("name", [name for name in templates() if name.startswith("panel/")])
def test_a_template_names_what_it_is_given(name: str) -> None:
    """Every name that a template uses and does not make itself stands in its opening comment, or is shared by all."""
    made = environment(TEMPLATES)
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    opening = text.partition("#}")[0]
    shared = {"panel", "people", "bodies", "matters", "today", "page_address", *made.globals}
    used = meta.find_undeclared_variables(made.parse(text)) - shared
    missing = {one for one in used if f"`{one}`" not in opening}
    assert not missing, f"{name} uses {sorted(missing)} and does not say so"


def test_our_environment_escapes_and_refuses_unknown_names() -> None:
    made = environment(TEMPLATES)
    assert made.autoescape is True
    assert made.undefined is StrictUndefined
    assert made.from_string("{{ typed }}").render(typed="<b>&") == "&lt;b&gt;&amp;"
    with pytest.raises(UndefinedError):
        made.from_string("{{ misspelt }}").render()


def test_mkdocs_environment_is_switched_to_escaping() -> None:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    import publish

    made = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=False)  # noqa: S701 - as MkDocs makes it
    publish.on_env(made, MkDocsConfig(), Files([]))
    assert made.autoescape is True


def test_each_fact_is_typed_once() -> None:
    """What follows from the place of a file is in no record: a meeting's date, an indicator's or a paper's id."""
    from panelpapers.records.agenda import Agenda
    from panelpapers.records.indicator import Indicator
    from panelpapers.records.meeting import Meeting
    from panelpapers.records.minutes import Minutes
    from panelpapers.records.paper import Paper

    for of_a_meeting in (Meeting, Agenda, Minutes):
        assert not {"date", "day", "id", "meeting"} & of_a_meeting.model_fields.keys()
    for with_a_file in (Indicator, Paper):
        assert "id" not in with_a_file.model_fields
    assert not {"status", "age", "history"} & set(Minutes.model_fields)
