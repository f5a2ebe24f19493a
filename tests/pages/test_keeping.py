"""What was published stays: what an editor may do is told or asks for nothing, and what to try solves it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from panelpapers.pages.keeping import line_to_add, taken_out
from panelpapers.publication import check_folder, publish, remember
from panelpapers.reading.published import PUBLISHED
from panelpapers.records.problem import Problem
from tests.river_valley import TEMPLATES, TODAY, copy_with

MEETING = "meetings/2027-03-31"
QUESTION = "questions/2027/#question-2027-03-31"
DECISION = "decisions/2027-03-31/#decision-2027-03-31"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give the folder of the small panel with everything published."""
    folder = copy_with(tmp_path, {})
    remember(check_folder(folder), folder)
    return folder


def told(data: Path) -> tuple[Problem, ...]:
    return check_folder(data).problems


def replace(data: Path, file: str, old: str, new: str) -> None:
    text = (data / file).read_text(encoding="utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new), encoding="utf-8")


def rename_paper(data: Path) -> None:
    (data / MEETING / "papers" / "patrols.yml").rename(data / MEETING / "papers" / "night-patrols.yml")


def renumber_minute(data: Path) -> None:
    replace(data, f"{MEETING}/minutes.yml", "number: 17", "number: 17/1")


def renumber_item(data: Path) -> None:
    replace(data, "meetings/2027-06-02/agenda.yml", "number: 1\n", "number: 11\n")


def other_id(data: Path) -> None:
    replace(data, f"{MEETING}/minutes.yml", "id: lights", "id: street-lights")


def move_meeting(data: Path) -> None:
    (data / "meetings" / "2027-06-02").rename(data / "meetings" / "2027-06-09")
    replace(data, f"{MEETING}/minutes.yml", "2027-06-02", "2027-06-09")


CHANGES: list[tuple[Callable[[Path], None], list[tuple[str, str]]]] = [
    (rename_paper, [(f"{MEETING}/papers/patrols/", f"{MEETING}/papers/night-patrols/")]),
    (
        renumber_minute,
        [
            (f"{DECISION}-17-resolved", f"{DECISION}-17-1-resolved"),
            (f"{MEETING}/minutes/#minute-17", f"{MEETING}/minutes/#minute-17-1"),
        ],
    ),
    (renumber_item, [("meetings/2027-06-02/agenda/#item-1", "meetings/2027-06-02/agenda/#item-11")]),
    (other_id, [(f"{QUESTION}-lights", f"{QUESTION}-street-lights")]),
    (
        move_meeting,
        [("meetings/2027-06-02/", "meetings/2027-06-09/"), ("members/on/2027-06-02/", "members/on/2027-06-09/")],
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(("change", "expected"), CHANGES, ids=lambda one: getattr(one, "__name__", ""))
def test_what_is_gone_is_told_and_what_to_try_solves_it(
    data: Path, change: Callable[[Path], None], expected: list[tuple[str, str]]
) -> None:
    change(data)
    for was, now in expected:
        problem = next(one for one in told(data) if f'"{was}"' in one.message)
        assert (problem.code, problem.severity) == ("address-gone", "error")
        assert f"- {{was: {was}, now: {now}}}" in problem.fix
        assert publish(data, TEMPLATES, TODAY).site is None, "nothing is built before that"
        if problem.perhaps:
            with (data / "renamed.yml").open("a", encoding="utf-8") as renamed:
                renamed.write(f"{'' if renamed.tell() else 'renamed:'}\n  - {{was: {was}, now: {now}}}")
        else:
            assert problem.place.file.endswith("data/renamed.yml")
            type_line(data / "renamed.yml", problem)
    assert told(data) == ()
    site = publish(data, TEMPLATES, TODAY).site
    assert site is not None
    for was, _ in expected:
        page, _, place = was.partition("#")
        assert f"{page}index.html" in site.files or f'id="{place}"' in site.pages[page].html


PERHAPS = [
    (renumber_minute, f"{MEETING}/minutes.yml", "  - number: 17"),
    (renumber_item, "meetings/2027-06-02/agenda.yml", "  - number: 1"),
    (other_id, f"{MEETING}/minutes.yml", "  - id: lights"),
]


@pytest.mark.parametrize(("change", "file", "line"), PERHAPS, ids=lambda one: getattr(one, "__name__", ""))
def test_what_is_only_called_otherwise_can_have_its_name_back(
    data: Path, change: Callable[[Path], None], file: str, line: str
) -> None:
    before = (data / file).read_text(encoding="utf-8")
    change(data)
    (problem,) = (one for one in told(data) if one.code == "address-gone")
    assert problem.place.file.endswith(file)
    assert problem.perhaps == (line,)
    lines = (data / file).read_text(encoding="utf-8").split("\n")
    lines[problem.place.line - 1] = line
    assert "\n".join(lines) == before


def test_an_id_that_was_made_is_typed_where_the_words_change(data: Path) -> None:
    replace(data, f"{MEETING}/minutes.yml", "  - id: lights\n    ", "  - ")
    (data / PUBLISHED).unlink()
    remember(check_folder(data), data)
    replace(data, f"{MEETING}/minutes.yml", "Who pays for the lights?", "Who pays for all lights?")
    (problem,) = told(data)
    assert "give it back its id" in problem.fix
    lines = (data / f"{MEETING}/minutes.yml").read_text(encoding="utf-8").split("\n")
    lines[problem.place.line - 1] = problem.perhaps[0]
    (data / f"{MEETING}/minutes.yml").write_text("\n".join(lines), encoding="utf-8")
    assert told(data) == ()


def type_line(file: Path, problem: Problem) -> None:
    """Put the line to try in place of the one at the problem's place, or after the last one."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    lines[problem.place.line - 1 :] = [problem.suggestion or ""]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_whole_page_is_told_once(data: Path) -> None:
    shutil.rmtree(data / "meetings" / "2027-06-02")
    replace(data, f"{MEETING}/minutes.yml", "    answered_at: 2027-06-02\n", "")
    messages = [one.message for one in told(data)]
    assert len(messages) == 2
    assert '"meetings/2027-06-02/" was published with 4 others on or below it' in messages[0]
    assert all(one.suggestion is None for one in told(data)), "nothing new could have taken its place"
    assert "- {was: meetings/2027-06-02/, now: (the address that took its place)}" in told(data)[0].fix


def test_adding_asks_for_nothing(data: Path) -> None:
    (data / "meetings/2027-06-02/agenda.yml").open("a").write("  - number: 2\n    title: Another item\n")
    (data / "meetings" / "2027-07-07").mkdir()
    (data / "meetings" / "2027-07-07" / "meeting.yml").write_text("starts: 10:00\n")
    assert told(data) == ()


def test_what_was_never_published_may_change(tmp_path: Path) -> None:
    data = copy_with(tmp_path, {})
    rename_paper(data)
    assert told(data) == ()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("meetings/2027-06-02/meeting.yml", "state: planned", "state: cancelled\nchanges: [{on: 2027-05-20}]"),
        (f"{MEETING}/papers/patrols.yml", "A table was wrong.", "Two tables were wrong."),
    ],
)
def test_what_is_cancelled_or_withdrawn_keeps_its_addresses(data: Path, file: str, old: str, new: str) -> None:
    replace(data, file, old, new)
    assert [problem for problem in told(data) if problem.severity == "error"] == []


def test_nothing_is_told_while_a_file_cannot_be_read(data: Path) -> None:
    (data / f"{MEETING}/minutes.yml").write_text("minuets: []\n")
    assert "address-gone" not in {one.code for one in told(data)}


def test_the_list_grows_and_never_shrinks(data: Path) -> None:
    before = check_folder(data).published.addresses
    rename_paper(data)
    (problem,) = told(data)
    type_line(data / "renamed.yml", problem)
    added = remember(check_folder(data), data)
    assert f"{MEETING}/papers/night-patrols/" in added
    after = check_folder(data).published.addresses
    assert after.keys() == before.keys() | set(added)
    text = (data / PUBLISHED).read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if not line.startswith("#")] == sorted(after)
    assert remember(check_folder(data), data) == []


def head(data: Path) -> str:
    return (data / PUBLISHED).read_text(encoding="utf-8").partition("\n")[0]


def test_the_list_says_whose_it_is(data: Path) -> None:
    assert head(data) == f"# Published addresses of: {check_folder(data).records.panel.name}"  # type: ignore[union-attr]


def test_a_list_from_before_is_told_whose_it_is(data: Path) -> None:
    text = (data / PUBLISHED).read_text(encoding="utf-8")
    (data / PUBLISHED).write_text(text.partition("\n")[2], encoding="utf-8")
    assert told(data) == ()
    assert remember(check_folder(data), data) == []
    assert (data / PUBLISHED).read_text(encoding="utf-8") == text


def test_a_panel_with_a_new_name_keeps_its_list(data: Path) -> None:
    old = head(data).partition(": ")[2]
    replace(data, "panel.yml", f"name: {old}\n", "name: Delta Police and Crime Panel\n")
    (problem,) = told(data)
    assert (problem.code, problem.severity, problem.place.line) == ("list-of-another", "error", 1)
    replace(data, PUBLISHED, head(data), problem.suggestion or "")
    assert told(data) == ()
    rename_paper(data)
    assert [one.code for one in told(data)] == ["address-gone"], "what was published under the old name is still kept"
    type_line(data / "renamed.yml", told(data)[0])
    remember(check_folder(data), data)
    assert head(data) == f"# Published addresses of: Delta Police and Crime Panel, before that {old}"


def test_another_panel_is_told_once_and_begins_its_own_list(data: Path) -> None:
    replace(data, PUBLISHED, head(data), "# Published addresses of: Hill Police and Crime Panel\nhills/\nmoors/")
    (problem,) = told(data)
    assert 'is of "Hill Police and Crime Panel"' in problem.message
    assert f"delete {problem.place.file}" in problem.fix
    (data / PUBLISHED).unlink()
    assert told(data) == ()
    assert "hills/" not in remember(check_folder(data), data)


@pytest.mark.parametrize(("taken", "said"), [(1, "a1/."), (5, "a4/, a5/."), (6, "a5/ and 1 more.")])
def test_what_was_taken_out_is_told_once(taken: int, said: str) -> None:
    ever = frozenset({"kept/", *(f"a{number}/" for number in range(1, taken + 1))})
    (problem,) = taken_out(ever, ["kept/", "new/"], "data/list.txt")
    assert problem.code == "address-gone"
    assert problem.message.endswith(said)
    assert list(taken_out(ever, ever, "data/list.txt")) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], (1, "renamed: [{was: a/, now: b/}]")),
        (["", " "], (1, "renamed: [{was: a/, now: b/}]")),
        (["renamed: [{was: c/, now: d/}]", ""], (1, "renamed: [{was: c/, now: d/}, {was: a/, now: b/}]")),
        (["renamed:", "  - was: c/", "    now: d/", ""], (4, "  - {was: a/, now: b/}")),
        (["renamed:", "- was: c/", "  now: d/"], (4, "- {was: a/, now: b/}")),
    ],
)
def test_where_an_entry_is_added(lines: list[str], expected: tuple[int, str]) -> None:
    assert line_to_add(lines, "a/", "b/") == expected
