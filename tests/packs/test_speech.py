"""A page as speech: which chapters there are, and what is told where a program is not here."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from panelpapers.cli import main
from panelpapers.packs.finished import read_page
from panelpapers.packs.lacking import lacking
from panelpapers.packs.passages import passages
from panelpapers.packs.speech import chapters, speech
from tests.packs.reading_packs import site_of

SHORT = """<main><h1>Whole meeting</h1><section><h2>Agenda</h2><h3>Item 1: Apologies</h3>
<p>None &amp; <i lang="cy">dim</i>.</p><h4>Note</h4><p>Nobody.</p></section>
<section><h2>Minutes</h2><p>Noted.</p></section></main>"""


def test_each_part_and_each_item_is_a_chapter_with_all_of_its_words(tmp_path: Path) -> None:
    page = read_page(*site_of(tmp_path, SHORT))
    found = list(chapters(page))
    assert [chapter.title for chapter in found] == ["Whole meeting", "Agenda", "Item 1: Apologies", "Minutes"]
    read = [passage.text for chapter in found for passage in chapter.read]
    assert read == [*page.around, *(passage.text for passage in passages(page.main))]
    assert [passage.text for passage in found[2].read] == ["Item 1: Apologies", "None & dim.", "Note", "Nobody."]


@pytest.mark.skipif(bool(lacking("speech")), reason=lacking("speech"))
def test_the_file_says_where_each_chapter_begins(tmp_path: Path) -> None:
    made = speech(read_page(*site_of(tmp_path, SHORT)))
    titles = re.findall(rb"CHAPTER\d{3}NAME=([\w: ]+?)(?=.\0\0\0|[^\w: ])", made)
    assert [title.decode() for title in titles] == ["Whole meeting", "Agenda", "Item 1: Apologies", "Minutes"]
    begins = [text.decode() for text in re.findall(rb"CHAPTER\d{3}=([\d:.]{12})", made)]
    assert begins[0] == "00:00:00.000"
    assert begins == sorted(set(begins))
    assert len(begins) == len(titles)


def test_a_form_whose_programs_are_not_here_is_left_out_or_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site_of(tmp_path, SHORT)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PANEL_TODAY", "2027-01-09")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    refused = CliRunner().invoke(main, ["packs", "site", "--form", "speech"])
    assert refused.exit_code == 1
    assert "Speech needs espeak-ng and opus-tools: install what Debian calls so." in refused.output
    done = CliRunner().invoke(main, ["packs", "site"])
    assert done.exit_code == 0, done.output
    assert "Braille needs liblouis-bin: install what Debian calls so. Nothing of this form is made." in done.output
    assert "meeting-2027-01-05.epub" in done.output
