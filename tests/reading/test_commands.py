"""Nothing that is typed acts on GitHub's runner, on a terminal, or on the page of a run, wherever it is told."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

from panelpapers.cli import main
from panelpapers.describing import Description
from panelpapers.describing import as_text as described_as_text
from panelpapers.reading.excerpt import visible
from panelpapers.reading.telling import as_github, as_json, as_summary, as_text
from panelpapers.records.place import Place
from panelpapers.records.problem import Problem
from panelpapers.words.table import DataTable, TableRow

CASES = Path(__file__).parents[1] / "cases"
PIECES = (
    "##[", "##[add-mask]", "###[", "::", "::add-mask::", "::stop-commands::zz", ":", "#", "]", "\n", "\r", "\t", " ",
    "%0A", "%", ",", "\u2028", "\x85", "\x1b[31m", "\x1b]0;x\x07", "\u202e", "\u2066", "\u200b", "\U000e0041", "```",
    "~~~", "`", "<img src=x>", "](https://host.invalid)", "![", "@somebody", "www.host.invalid", "https://host.invalid",
    "#1", "$x$", "<!--", "</details>", "a", "é", "会", "\udcff",
)  # fmt: skip
typed = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


def runner_acts_on(log: str) -> list[str]:
    """Give the commands of a log as the runner finds them (ActionCommand.cs: the new form first, then the old)."""
    found = []
    for line in re.split(r"\r\n|\r|\n", log):
        new = re.match(r"::([^\s:]+)(?: [^\r\n]*?)?::", line.lstrip())
        old = re.search(r"##\[([^\s\];]+)[^\]]*\]", line)
        found += [f"::{new[1]}"] if new else [f"##[{old[1]}"] if old else []
    return found


def problems(text: str, severity: str = "error") -> list[Problem]:
    """Give two problems that say a text in every place that can hold one."""
    whole = Problem("x", Place(text or "a", 1, 1), text, text, text or None, severity=severity)  # type: ignore[arg-type]
    return [whole, Problem("y", Place("b", 1, 3), f"A{text}", f"{text}B", f"{text}")]


def acts_on_a_terminal(told: str) -> list[str]:
    kinds = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    return [one for one in told if one not in "\n\t\u200d" and unicodedata.category(one) in kinds]


@pytest.mark.parametrize("line", ["a ##[add-mask]x", " ::set-output name=a::b", "##[group]", "\t::stop-commands::zz"])
def test_the_runner_of_these_tests_acts(line: str) -> None:
    assert len(runner_acts_on(f"first\r{line}\nlast")) == 1


@given(typed, typed)
@example("::stop-commands::zz", "\n::stop-commands::zz\n")
@example("##[add-mask]", "x\r##[group]\r::zz::")
def test_no_text_in_a_log_is_a_command(text: str, line: str) -> None:
    log = as_text(problems(text), lambda _: [line, text, line])
    assert runner_acts_on(log) == []
    assert acts_on_a_terminal(log) == []


@given(typed, st.sampled_from(("error", "warning", "advice")))
@example("x\n::stop-commands::zz\n.yml", "error")
def test_each_problem_is_one_command_and_no_more(text: str, severity: str) -> None:
    given_problems = problems(text, severity)
    lines = as_github(given_problems, str).split("\n")
    assert len(lines) == 2
    for line in lines:
        assert len(runner_acts_on(line)) == 1
        assert "##[" not in line
        assert acts_on_a_terminal(line) == []
        command = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert command is not None
        names = [part.partition("=")[0] for part in command[2].split(",")]
        assert names == ["file", "line", "col", "endColumn", "title"]
        assert unquote(command[2].split(",")[4].partition("=")[2]) in {visible(one.message) for one in given_problems}


@given(typed)
def test_json_says_the_text_and_acts_on_nothing(text: str) -> None:
    told = as_json(problems(text), str)
    assert json.loads(told)[-1]["message"] == f"A{text}" or json.loads(told)[0]["message"] in (text, f"A{text}")
    assert {one["message"] for one in json.loads(told)} == {text, f"A{text}"}
    assert runner_acts_on(told) == []
    assert acts_on_a_terminal(told) == []


@given(typed)
def test_a_described_figure_acts_on_nothing(text: str) -> None:
    table = DataTable(text, (text, "Rate"), (TableRow(text, (text,), text),), False, (), ())
    told = tuple(problem for severity in ("error", "warning") for problem in problems(text, severity))
    log = described_as_text(Description(text, text, text, table, told))
    assert runner_acts_on(log) == []
    assert acts_on_a_terminal(log) == []


@given(typed, typed)
@example("```\n<img src=x>", "````")
def test_nothing_breaks_out_of_the_page_of_a_run(text: str, line: str) -> None:
    summary = as_summary(problems(text), 2, str, lambda _: [line.replace("\n", " "), text.replace("\n", " ")])
    prose = re.sub(r"^(`{3,})text\n(?:(?!\1).*\n)*?\1$", "", summary, flags=re.MULTILINE)
    for sign in ("`", "<", ">", "[", "]", "!", "$", "@", "~", "*", "_", "|"):
        assert re.search(rf"(?<!\\){re.escape(sign)}", prose) is None, prose
    assert not re.search(r"@(?!\u200b)|://|\bwww\.|#\d", prose.replace("&#8203;", "\u200b"))
    assert acts_on_a_terminal(summary) == []


def test_a_telling_says_what_it_changed() -> None:
    assert "Here ♯ stands for #" in as_text(problems("##[add-mask]x"), lambda _: [])
    assert "Here ♯ stands for #" in as_summary(problems("::zz::"), 1, str, lambda _: [])
    assert "stands for" not in as_text(problems("Agenda: item #1"), lambda _: [])


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("x\n::stop-commands::zz\n.yml", "control-character"),
        ("x\r.yml", "control-character"),
        ("indicators/\x1b[31m.yml", "control-character"),
        ("indicators/a\u200bb.yml", "invisible-character"),
        ("meetings/2027-02-08/\u202efdp.yml", "invisible-character"),
        ("meetings/2027-02-08/report\U000e0041.pdf", "invisible-character"),
        ("indicators/a\u00a0b.yml", "odd-space"),
        ("indicators/a\ue000b.yml", "unknown-character"),
        ("indicators/caf\udce9.yml", "control-character"),
    ],
)
def test_a_name_that_hides_something_is_told_and_not_read(tmp_path: Path, name: str, code: str) -> None:
    data = Path(shutil.copytree(CASES / "second-panel", tmp_path / "data"))
    (data / name).write_text("title: x\n")
    done = CliRunner().invoke(main, ["check", "--data", str(data), "--format", "json"])
    assert done.exit_code == 1
    assert [one["code"] for one in json.loads(done.output) if one["severity"] == "error"] == [code]
    for form in ("text", "github"):
        log = CliRunner().invoke(main, ["check", "--data", str(data), "--format", form]).output
        assert acts_on_a_terminal(log) == []
        assert [one for one in runner_acts_on(log) if one not in ("::error", "::warning", "::notice")] == []


def test_a_folder_whose_name_hides_something_is_told_once(tmp_path: Path) -> None:
    data = Path(shutil.copytree(CASES / "second-panel", tmp_path / "data"))
    (data / "meetings" / "2027-02-08\u200b").mkdir()
    (data / "meetings" / "2027-02-08\u200b" / "meeting.yml").write_text("starts: 2pm\n")
    done = CliRunner().invoke(main, ["check", "--data", str(data), "--format", "json"])
    assert [one["code"] for one in json.loads(done.output) if one["severity"] == "error"] == ["invisible-character"]
