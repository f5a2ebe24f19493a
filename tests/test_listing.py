"""The list of published texts: what a publication adds, what is taken out of it, and what is said of one text."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from panelpapers.cli import main
from panelpapers.facts.dossier import Dossier
from panelpapers.listing import PROVES, remember_texts
from panelpapers.pages.listed import extended, texts_of
from panelpapers.publication import check_folder
from panelpapers.reading.listed_texts import TEXTS, Listed, as_listed_texts, listed_text
from panelpapers.reading.published import hash_of
from tests.marked import MARK
from tests.pages.test_removed_papers import NEUTRAL, OLD, WITHDRAWN, with_paper
from tests.river_valley import TODAY, copy_with, river_valley

AGENDA, PAPER = "meetings/2027-03-31/agenda/", "meetings/2027-03-31/papers/patrols/"
MINUTES = "meetings/2027-01-20/minutes/"
LATER = date(2027, 5, 4)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return copy_with(tmp_path, {})


def publish(data: Path, day: date = TODAY) -> tuple[int, int]:
    checked = check_folder(data, day)
    assert checked.sound, checked.problems
    return remember_texts(checked, data, day)


def change(data: Path, file: str, was: str, now: str) -> None:
    path = data / file
    text = path.read_text(encoding="utf-8")
    assert text.count(was) == 1
    path.write_text(text.replace(was, now), encoding="utf-8")


def lines(data: Path, address: str) -> list[str]:
    listed = (data / TEXTS).read_text(encoding="utf-8").splitlines()
    return [re.sub("[0-9a-f]{64}", "…", line) for line in listed if line.endswith(f" {address}")]


def verified(data: Path, *arguments: str, day: date = TODAY) -> tuple[int, list[str]]:
    done = CliRunner().invoke(main, ["verify", *arguments, "--data", str(data)], env={"PANEL_TODAY": day.isoformat()})
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, [re.sub("[0-9a-f]{64}", "…", line) for line in done.output.splitlines()]


def test_each_publication_adds_what_is_new_or_changed_and_nothing_else(data: Path) -> None:
    new, lost = publish(data)
    before = (data / TEXTS).read_text(encoding="utf-8")
    assert (new > 2, lost) == (True, 0)
    assert publish(data, LATER)[1] == 0
    assert publish(data, LATER) == (0, 0)
    change(data, "meetings/2027-03-31/papers/patrols.yml", "There were 120 patrols.", "There were 130 patrols.")
    assert publish(data, LATER) == (1, 0)
    after = (data / TEXTS).read_text(encoding="utf-8")
    assert after.startswith(before), "a copy that somebody kept is how the list begins"
    assert lines(data, PAPER) == [f"2027-04-15 sha256:… {PAPER}", f"2027-05-04 sha256:… {PAPER}"]


def test_a_change_of_markup_or_of_a_note_is_none(data: Path) -> None:
    publish(data)
    for file in (data / "meetings" / "2027-03-31").rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(f"notes: For us.\n{re.sub('Panel', '*Panel*', text, count=0)}", encoding="utf-8")
    checked = check_folder(data, TODAY)
    kept = extended(as_listed_texts((data / TEXTS).read_text(encoding="utf-8")), checked.dossier, (), TODAY)
    assert [entry for entry in kept if entry.address == PAPER] == [
        Listed(TODAY, texts_of(Dossier(river_valley()).public.records)[PAPER].hash, PAPER)
    ]


def test_what_is_not_told_yet_is_not_listed(data: Path) -> None:
    publish(data, date(2027, 3, 22))
    assert lines(data, AGENDA) == [f"2027-03-22 sha256:… {AGENDA}"]
    assert lines(data, PAPER) == []
    publish(data)
    assert lines(data, PAPER) == [f"2027-04-15 sha256:… {PAPER}"]


def test_of_a_paper_that_was_removed_only_its_day_stays() -> None:
    published = [OLD]
    before = extended((), Dossier(with_paper("sections", None)), published, TODAY)
    assert any(entry.address == OLD and entry.hash for entry in before)
    after = extended(before, Dossier(with_paper("sections", WITHDRAWN)), published, LATER)
    assert Listed(date(2027, 4, 2), "", hash_of(OLD)) in after
    assert MARK not in listed_text(after)
    assert NEUTRAL not in listed_text(after)
    hashes = {entry.hash for entry in before if entry.address == OLD}
    assert hashes.isdisjoint(entry.hash for entry in after)
    assert extended(after, Dossier(with_paper("sections", WITHDRAWN)), published, LATER) == after


def test_where_something_is_kept_back_an_earlier_text_loses_its_hash(data: Path) -> None:
    publish(data)  # item 8 of that agenda is exempt
    change(data, "meetings/2027-03-31/agenda.yml", "title: Staffing of the Panel", "title: Staff")
    assert publish(data, LATER) == (1, 1)
    assert lines(data, AGENDA) == [f"2027-05-04 withdrawn {AGENDA}", f"2027-05-04 sha256:… {AGENDA}"]


def test_what_is_no_line_is_passed_over(data: Path) -> None:
    publish(data)
    path = data / TEXTS
    whole = as_listed_texts(text := path.read_text(encoding="utf-8"))
    broken = f"<<<<<<< HEAD\n{text}=======\n2027-02-31 withdrawn a/\nhello\n>>>>>>> main\n"
    assert [*as_listed_texts(broken)] == [*whole]
    assert check_folder(data).problems == ()


def test_verify_tells_when_whether_and_what(data: Path) -> None:
    publish(data)
    assert verified(data, f"/{AGENDA}#item-3") == (
        0,
        [
            f"/{AGENDA}",
            "Published on 22 March 2027, as the records say.",
            "Changed, as the records say, on 29 March 2027: an item was taken out: Police stations.",
            "Changed, as the records say, on 29 March 2027: an item was added: Bridge closure.",
            "In the list since 15 April 2027: sha256:…",
            "Unchanged: the words are those of the last line.",
            "",
            *PROVES,
        ],
    )


def test_verify_tells_a_change_that_is_not_listed(data: Path) -> None:
    publish(data)
    change(data, "meetings/2027-03-31/papers/patrols.yml", "There were 120 patrols.", "There were 130 patrols.")
    code, told = verified(data, PAPER.rstrip("/"))
    assert code == 1
    assert "Changed: the words are not those of the list. They are now: sha256:…" in told


def test_verify_holds_a_copy_that_somebody_kept_against_the_list(data: Path, tmp_path: Path) -> None:
    publish(data)
    kept = tmp_path / "kept.txt"
    kept.write_text((data / TEXTS).read_text(encoding="utf-8"), encoding="utf-8")
    code, told = verified(data, PAPER, "--kept", str(kept))
    assert (code, "The copy that you kept has the same lines for it." in told) == (0, True)
    change(data, "meetings/2027-03-31/papers/patrols.yml", "There were 120 patrols.", "There were 130 patrols.")
    (data / TEXTS).unlink()
    publish(data)  # the list is begun anew, as if nothing had ever been there
    code, told = verified(data, PAPER, "--kept", str(kept))
    assert code == 1
    assert f"The list has lost a line that the copy has: 2027-04-15 sha256:… {PAPER}" in told
    assert "Unchanged: the words are those of the last line." in told


def test_what_verify_cannot_say_is_told_with_what_to_do(data: Path) -> None:
    def error(*arguments: str) -> str:
        code, told = verified(data, *arguments)
        assert code == 1
        return told[-1]

    assert error(PAPER).endswith(
        "so nothing can be said of any. `panel-papers addresses` begins it, after a publication."
    )
    publish(data)
    assert error("meetings/2027-03-31/papers/patrol/") == (
        'Error: No published text has a hash of its own at "/meetings/2027-03-31/papers/patrol/". '
        f'Did you mean "/{PAPER}"?'
    )
    assert error("zzz").endswith("Agendas, minutes, papers, figures and the plan have one each.")
    assert error(PAPER, "--kept", "nowhere.txt") == (
        "Error: There is no file nowhere.txt. Name the copy of the list that you kept."
    )
    (data / TEXTS).write_bytes(b"\xff")
    assert error(PAPER).endswith("cannot be read as a list of published texts. Put it back as it was.")


def test_a_removed_text_is_said_to_be_withdrawn(data: Path) -> None:
    publish(data)
    paper = data / "meetings" / "2027-03-31" / "papers" / "patrols.yml"
    withdrawn = "withdrawn:\n  on: 2027-04-20\n  reason: It named somebody.\n  removed: yes\n"
    title = re.search(r"^title: .*$", paper.read_text(encoding="utf-8"), re.MULTILINE)
    assert title
    paper.write_text(f"{title[0]}\nkind: report\nitem: 3\nsummary: Gone.\n{withdrawn}", encoding="utf-8")
    assert publish(data, LATER) == (0, 1)
    assert verified(data, PAPER, day=LATER)[1][:3] == [
        f"/{PAPER}",
        "In the list: withdrawn on 20 April 2027.",
        "It is not published any more.",
    ]
