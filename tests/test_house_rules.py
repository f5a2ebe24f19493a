"""The rules of the house, as ARCHITECTURE.md gives them: each is held here or the build of main fails."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, UndefinedError, meta

from panelpapers.kept.store import Store
from panelpapers.pages.rendering import environment
from panelpapers.plugin import PanelPapers
from panelpapers.plugin.ours import prepare

ROOT = Path(__file__).parents[1]
HOOKS = ROOT / "hooks"
PACKAGE = HOOKS / "panelpapers"
TEMPLATES = ROOT / "theme_overrides"

KNOWS = {
    "records": set(),
    "inspecting": {"records"},
    "reading": {"kept", "records", "inspecting"},
    "facts": {"records"},
    "rules": {"records", "reading", "facts"},
    "words": {"records", "facts"},
    "kept": {"records"},
    "charts": {"kept", "records", "facts", "words"},
    "exports": {"kept", "records", "facts", "words", "charts"},
    "pages": {"kept", "records", "reading", "rules", "facts", "words", "charts", "exports", "writing"},
    "writing": {"records", "reading", "facts", "words"},
    "closing": {"records", "reading", "pages", "writing"},
    "packs": {"kept", "reading", "charts", "pages"},
    "importing": {"records", "inspecting", "reading", "facts", "writing"},
}
"""Which rooms a room may know besides itself. The arrows run one way: no room may be known by one that it knows."""

ONLY = {"mkdocs": {"plugin"}, "ruamel": {"reading"}, "_ruamel_yaml": {"reading"}, "altair": {"charts"}}
ONLY |= {
    "csv": {"exports", "importing", "inspecting"},
    "vl_convert": {"charts"},
    "pagefind": {"exports"},
    "tinycss2": {"pages"},
}
ONLY |= {"sqlite3": {"kept", "exports"}, "pypdf": {"inspecting"}, "babel": {"records"}}
ONLY |= {name: {"packs"} for name in ("weasyprint", "pydyf")}
ONLY |= {name: {"importing"} for name in ("docx", "openpyxl", "pypdfium2")}
"""Libraries that one room alone may import."""


@cache
def modules() -> list[Path]:
    return sorted(path for path in HOOKS.rglob("*.py") if "__pycache__" not in path.parts)


@cache
def code_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(code_of(path)))


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Give every module that a file imports, in full: ``panelpapers.records.place``."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    package = (*path.relative_to(HOOKS).parent.parts,)
    for node in nodes_of(path):
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


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_arrows_run_one_way() -> None:
    """Publication, cli and publish stand at the end and may know every room."""
    offenders = [
        f"{shown(path)} imports {name}"
        for path in modules()
        if (room := room_of(path)) in KNOWS
        for name in imports(path)
        if name.startswith("panelpapers.") and name.split(".")[1] not in KNOWS[room] | {room}
    ]
    assert offenders == []


def test_each_library_is_known_in_one_room() -> None:
    offenders = [
        f"{shown(path)} imports {name}"
        for path in modules()
        for name in imports(path)
        if room_of(path) not in ONLY.get(name.split(".")[0], {room_of(path)})
    ]
    assert offenders == []


def test_only_its_command_loads_what_makes_files_to_keep() -> None:
    knowing = {room_of(path) for path in modules() for name in imports(path) if name.startswith("panelpapers.packs.")}
    assert knowing == {"packs", "keeping"}


def test_the_arrows_have_no_ring() -> None:
    assert [(room, other) for room, known in KNOWS.items() for other in known if room in KNOWS[other]] == []


def test_modules_stay_small() -> None:
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_the_hook_of_a_clone_is_the_plugin_and_nothing_else() -> None:
    import publish

    events = {name for name in dir(PanelPapers) if name.startswith("on_")}
    assert {name for name in vars(publish) if name.startswith("on_")} == events
    assert events >= {"on_config", "on_files", "on_post_build", "on_build_error", "on_serve"}
    assert len((HOOKS / "publish.py").read_text(encoding="utf-8").splitlines()) < 12


def test_no_html_outside_templates() -> None:
    """Charts draw SVG, which is not HTML."""
    tag = re.compile(r"</?(?:div|p|span|a|ul|ol|li|table|h[1-6]|section|main|nav)[ >]")
    offenders = [
        f"{shown(path)} writes {text}"
        for path in modules()
        if room_of(path) != "charts"
        for text in texts_in(path)
        if tag.search(text)
    ]
    assert offenders == []


def texts_in(path: Path) -> Iterator[str]:
    """Give every text in the code of a module, but for docstrings."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {id(node.body[0]) for node in nodes_of(path) if isinstance(node, documented) and node.body}
    statements = {id(child) for node in nodes_of(path) if id(node) in docstrings for child in ast.walk(node)}
    for node in nodes_of(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in statements:
            yield node.value


def templates() -> list[str]:
    return sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))


def opening_of(name: str) -> str:
    """Give the comment that a template opens with, which lists what it is given."""
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    return text.partition("#}")[0] if text.startswith("{#-") else ""


def test_a_template_opens_with_its_context() -> None:
    assert [name for name in templates() if "Context" not in opening_of(name)] == []


def test_a_template_names_what_it_is_given() -> None:
    """Every name that a template uses and does not make itself stands in its opening comment, or is shared by all."""
    made = environment(TEMPLATES)
    shared = {
        "records",
        "panel",
        "called",
        "who_meets",
        "people",
        "bodies",
        "matters",
        "appointing",
        "lives",
        "moves",
        "today",
        "latest_papers",
        "sections",
        "entry_at",
        "has_members",
        "home",
        "page_address",
        *made.globals,
    }
    offenders = [
        f"{name} uses {one} and does not say so"
        for name in templates()
        if name.startswith("panel/")
        for one in meta.find_undeclared_variables(made.parse((TEMPLATES / name).read_text(encoding="utf-8"))) - shared
        if f"`{one}`" not in opening_of(name)
    ]
    assert offenders == []


def test_no_test_names_the_folder_that_editors_write_in() -> None:
    """Cases stand in ``tests/cases``; ``tests/first_publication.py`` says where its copy of the records is."""
    named = re.compile(
        r"""(?:root|parents\[\d\]|here|cwd\(\)) / f?["']data\b|PANEL_DATA["'=: ]+data\b""", re.IGNORECASE
    )
    allowed = {"tests/first_publication.py", "tests/test_house_rules.py"}
    offenders = [
        f"{shown(path)}: {found[0]}"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        if shown(path) not in allowed
        for found in named.finditer(path.read_text(encoding="utf-8"))
    ]
    assert offenders == []


@pytest.mark.parametrize("path", ["data/panel.yml", "content/about.md"])
def test_a_test_that_opens_what_editors_write_fails(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for chosen in (ROOT / path, Path(path)):
        monkeypatch.chdir(ROOT)
        with pytest.raises(AssertionError, match="is what editors write"):
            chosen.read_text(encoding="utf-8")
    with pytest.raises(AssertionError, match="is what editors write"):
        list((ROOT / "data").iterdir())


def test_our_environment_escapes_and_refuses_unknown_names() -> None:
    made = environment(TEMPLATES)
    assert made.autoescape is True
    assert made.undefined is StrictUndefined
    assert made.from_string("{{ typed }}").render(typed="<b>&") == "&lt;b&gt;&amp;"
    with pytest.raises(UndefinedError):
        made.from_string("{{ misspelt }}").render()


def test_mkdocs_environment_is_switched_to_escaping() -> None:
    made = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=False)  # noqa: S701 - as MkDocs makes it
    prepare(made, Store(None))
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


LAW = re.compile(r"commissioner|precept|police|policing|local government act|schedule 12a|statutory instrument", re.I)
KNOWN_LAW = {
    "hooks/panelpapers/records/programme.py": "a field of records of version 0.1",
    "hooks/panelpapers/rules/settling.py": "codes of version 0.1",
}


def test_law_stands_in_the_files_of_regimes_and_not_in_code_or_templates() -> None:
    files = (*modules(), *TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.js"))
    found = {str(path.relative_to(ROOT)) for path in files if LAW.search(path.read_text(encoding="utf-8"))}
    assert found <= set(KNOWN_LAW)
    assert len(files) > 300


def test_each_dependency_is_named_with_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    names = {re.split(r"[<>=!;\[ ]", one)[0] for one in asked}
    told = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z][\w., -]+) \| \S.+ \|$", told.partition("## Dependencies")[2], re.MULTILINE)
    assert names == {name.strip() for row in rows[1:] for name in row.split(",")}
