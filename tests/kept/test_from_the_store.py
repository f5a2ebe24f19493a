"""A site made from what is kept and one made from nothing are the same, whatever was edited in between."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment, nodes

from panelpapers.kept.store import Store
from panelpapers.pages import meetings
from panelpapers.publication import publish
from panelpapers.reading import kept_records

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "theme_overrides"
PANEL = ROOT / "tests" / "cases" / "second-panel"
TODAY = date(2027, 3, 12)
FILES = sorted(path.relative_to(PANEL).as_posix() for path in PANEL.rglob("*.yml") if "audit" not in path.name)


def made(data: Path, store: Store | None, today: date = TODAY) -> dict[str, object]:
    """Give all that a publication is: each page and file by its address, what reads the day, and all problems."""
    result = publish(data, TEMPLATES, today, "https://a.example/", None, store)
    site = result.site
    pages = {address: (page.html, page.title, page.summary) for address, page in (site.pages if site else {}).items()}
    files = {address: file.content for address, file in (site.files if site else {}).items()}
    return {"problems": result.telling, "refused": result.refused, "dated": site and site.dated, **pages, **files}


def edit(data: Path, file: str, where: float, how: str) -> None:
    """Change a line of a file, as people do and as they should not."""
    lines = (data / file).read_text(encoding="utf-8").split("\n")
    at = int(where * len(lines))
    changed = {
        "out": [],
        "twice": [lines[at]] * 2,
        "more": [f"{lines[at]} and more"],
        "comment": [lines[at], "# note"],
    }
    (data / file).write_text("\n".join([*lines[:at], *changed[how], *lines[at + 1 :]]), encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PANEL, tmp_path / "data"))


@given(
    st.sampled_from(FILES), st.floats(0, 0.99), st.sampled_from(("more", "more", "more", "comment", "twice", "out"))
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=3, deadline=None)
def test_the_same_from_the_store_as_from_nothing(
    tmp_path_factory: pytest.TempPathFactory, file: str, where: float, how: str
) -> None:
    """The folder and its store are the same for all of these edits, so that much of it is out of date."""
    base = tmp_path_factory.getbasetemp()
    data = Path(shutil.copytree(PANEL, base / "data", dirs_exist_ok=True))
    edit(data, file, where, how)
    store = Store(base / "kept")
    assert made(data, store) == made(data, None)
    store.finish()


def test_the_day_the_name_of_a_person_and_the_panel_are_no_exception(data: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    made(data, store)
    for file in ("panel.yml", "people.yml"):
        text = (data / file).read_text(encoding="utf-8")
        (data / file).write_text(text.replace("name: ", "name: New ", 1), encoding="utf-8")
    assert made(data, store, date(2027, 9, 1)) == made(data, None, date(2027, 9, 1))


def test_after_one_edit_one_file_is_read_and_one_meeting_put_together(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, done = Store(tmp_path / "kept"), list[str]()
    made(data, store)
    for module, name in ((kept_records, "read_record"), (meetings, "embedded")):
        usual = getattr(module, name)

        def counting(*given: object, name: str = name, usual: object = usual) -> object:
            if name == "embedded" or str(data) in str(given[1]):  # examples of the guide are read each time
                done.append(name)
            return usual(*given)  # type: ignore[operator]

        monkeypatch.setattr(module, name, counting)
    made(data, store)
    assert done == []
    file = sorted(data.glob("meetings/*/minutes.yml"))[0]
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(" the ", " this ", 1), encoding="utf-8")
    made(data, store)
    assert done == ["read_record", "embedded"]


def read_of(template: str) -> Iterator[str]:
    """Give what the frame reads of a page and of the navigation, and its names that nobody sets in it."""
    for node in Environment(autoescape=True).parse(template).find_all((nodes.Getattr, nodes.Name)):
        if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
            yield f"{node.node.name}.{node.attr}"
        elif isinstance(node, nodes.Name):
            yield node.name


def test_the_frame_reads_nothing_that_is_not_in_the_key_of_a_framed_page() -> None:
    """``write_ours`` of ``plugin/ours.py`` hashes these. ``frame`` follows from the page, the panel and the site."""
    read = {*read_of((TEMPLATES / "main.html").read_text(encoding="utf-8"))}
    assert {name for name in read if name.startswith(("page.", "place.", "section.", "nav.", "config."))} == {
        "page.canonical_url", "page.content", "page.is_homepage", "page.url",
        "place.is_homepage", "place.is_section", "place.meta", "place.title", "place.url",
        "section.address", "section.linked", "section.name",
    }  # fmt: skip
    assert {name for name in read if "." not in name} == {
        "entry", "form", "forms", "frame", "link_to", "main", "name", "nav", "page", "parts", "place", "section",
        "sentence", "step", "told", "value", "word",
    }  # fmt: skip
