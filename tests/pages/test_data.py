"""Data for other programs: fifty questions are answered by the database alone, and by the JSON alone."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from panelpapers.exports.database import VIEWS
from panelpapers.exports.register_columns import REGISTERS
from panelpapers.facts.dossier import Dossier
from panelpapers.pages.data import FORMS_OFFERED, data_files
from panelpapers.pages.data_places import NOT_OFFERED
from panelpapers.reading.folder import read_folder
from panelpapers.records.publication import Records
from tests import river_valley
from tests.pages.test_nothing_private import NONCE, planted, with_exempt_words

CASES: Final = Path(__file__).parents[1] / "cases"
HOME: Final = "https://papers.example/panel/"


def read(name: str) -> Any:
    return YAML(typ="safe").load((CASES / "data" / name).read_text(encoding="utf-8"))


QUESTIONS: Final = [
    pytest.param(group["of"], group["day"], asked, question, id=asked)
    for group in read("questions.yml")
    for asked, question in group["questions"].items()
]


@cache
def files_of_all(case: str) -> Mapping[str, bytes]:
    """Give the files of all that a case holds, private or to come, made once."""
    return {file.address: file.content for file in data_files(whole(case), date(2029, 1, 1), HOME)}


@cache
def files_of(case: str, day: date) -> Mapping[str, bytes]:
    dossier = Dossier(read_folder(CASES / case).records).public.on(day)
    return {file.address: file.content for file in data_files(dossier, day, HOME)}


def rows(answer: Iterator[tuple[Any, ...]]) -> list[str]:
    return sorted(
        " | ".join(
            "-" if value is None else f"{value:g}" if isinstance(value, float) else str(value) for value in row
        )
        for row in answer
    )


@pytest.mark.parametrize(("case", "day", "asked", "question"), QUESTIONS)
def test_the_database_alone_answers(case: str, day: date, asked: str, question: Mapping[str, Any]) -> None:
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(files_of(case, day)["data/panel.db"])
        assert rows(base.execute(read("answers.yml")[asked])) == sorted(question["answer"])


class Told:
    """The JSON of a site, read as programs do: lists part by part, records at their addresses."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    def __getattr__(self, collection: str) -> list[dict[str, Any]]:
        found, at = [], f"data/{collection}.json"
        while at:
            part = json.loads(self.files[at])
            found += part["rows"]
            at = part.get("next", "").removeprefix(HOME)
        return found

    def record(self, family: str, name: str) -> Any:
        at = next(row["data"] for row in self.documents if (row["family"], row["id"]) == (family, name))
        return json.loads(self.files[at.removeprefix(HOME)])["record"]

    def each(self, family: str) -> Iterator[tuple[str, Any]]:
        for row in self.documents:
            if row["family"] == family:
                yield row["id"], json.loads(self.files[row["data"].removeprefix(HOME)])["record"]

    def name(self, person: Mapping[str, str]) -> str:
        return next(str(row["name"]) for row in self.people if row["person"] == person["id"])


def picked(rows: list[dict[str, Any]], *names: str, **where: str) -> Iterator[tuple[Any, ...]]:
    for row in rows:
        if all(row.get(name) == value for name, value in where.items()):
            yield tuple(row.get(name) for name in names)


def votes_of(told: Told, name: str) -> Iterator[tuple[Any, ...]]:
    for ballot in told.ballots:
        if ballot["name"] == name:
            vote = next(vote for vote in told.votes if vote["vote"] == ballot["vote"])
            yield ballot["meeting"], vote["text"], ballot["side"]


def with_target(told: Told) -> Iterator[tuple[Any, ...]]:
    for name, indicator in told.each("indicators"):
        if "target" in indicator:
            figures = [row for row in told.figures if row["indicator"] == name]
            latest = max(figures, key=lambda row: row["period_end"])
            yield indicator["title"], indicator["target"]["value"], latest["value"]


def asked_in_public(told: Told) -> Iterator[tuple[Any, ...]]:
    for meeting, minutes in told.each("minutes"):
        for question in minutes.get("questions", ()):
            yield question["question"], question.get("answered_at", {"id": meeting})["id"]


def for_and_against(told: Told) -> Iterator[tuple[Any, ...]]:
    for vote in told.votes:
        if "standing order 7" in vote["text"]:
            numbers = {row["side"]: row["number"] for row in told.tallies if row["vote"] == vote["vote"]}
            yield numbers["for"], numbers["against"], vote["needed_share"], vote["needed_of"]


def items(told: Told) -> Iterator[Any]:
    for _, agenda in told.each("agendas"):
        yield from agenda["items"]


def changed(told: Told, change: str, reason: str) -> Iterator[tuple[Any, ...]]:
    for item in items(told):
        if change in item:
            yield item["title"], item[change]["on"], item[reason]["reason"]


NOVEMBER: Final = "2025-11-17"
PACK: Final = "2026-01-05"
BY_JSON: Final[Mapping[str, Callable[[Told], Iterator[tuple[Any, ...]]]]] = {
    "attended": lambda told: picked(told.attendance, "name", meeting=NOVEMBER, listed="present"),
    "apologies": lambda told: picked(told.attendance, "name", meeting=NOVEMBER, listed="apologies"),
    "others there": lambda told: picked(told.attendance, "name", "role", meeting=NOVEMBER, listed="also present"),
    "owed": lambda told: picked(told.actions, "action", "owner", "since", standing="owed"),
    "due": lambda told: (row for row in picked(told.actions, "action", "due", standing="owed") if row[1]),
    "offered": lambda told: picked(told.actions, "action", standing="offered"),
    "proposed for discharge": lambda told: picked(
        told.action_steps, "action", "outcome", meeting=PACK, step="proposed for discharge"
    ),
    "decided": lambda told: picked(told.decisions, "number", "in_short", meeting=NOVEMBER, about="Crime reporting"),
    "next meeting": lambda told: iter(
        [min(row for row in picked(told.meetings, "date", "starts", "venue") if row[0] > "2025-12-23")]
    ),
    "agenda": lambda told: (
        (item["title"], len(told.record("agendas", PACK)["items"]))
        for item in told.record("agendas", PACK)["items"]
        if item["number"] == "8"
    ),
    "figure": lambda told: picked(
        told.figures,
        *("value", "unit", "paragraph", "period_start", "period_end"),
        indicator="file-quality",
        period="June 2025",
    ),
    "figure of a series": lambda told: picked(told.figures, "value", "period", series="emergency calls"),
    "appointed": lambda told: picked(told.seats, "name", "seat", authority="solihull"),
    "closed": lambda told: iter([(told.record("minutes", NOVEMBER)["closed"],)]),
    "how somebody voted": lambda told: votes_of(told, "Ed Elm"),
    "recused": lambda told: picked(told.ballots, "name", "meeting", side="recused"),
    "not carried": lambda told: (
        row for row in picked(told.motions, "meeting", "motion", "result") if not row[2].startswith("carried")
    ),
    "elected": lambda told: (
        (row["candidate_name"], row["number"], "elected" if row["elected"] else None)
        for row in told.tallies
        if "candidate" in row
    ),
    "put off": lambda told: picked(told.deferrals, "meeting", "about", "until", "why"),
    "movers": lambda told: picked(told.motions, "moved_by", "seconded_by", meeting="2026-03-16", motion="a"),
    "recommended": lambda told: picked(told.decisions, "text", recommended_to="Westmarch County Council"),
    "casting": lambda told: (
        row for row in picked(told.votes, "casting_by", "casting_vote", "text") if row[1] is not None
    ),
    "numbers": for_and_against,
    "reported": lambda told: picked(
        told.actions, "action", "status", "outcome", "told_at", number="7 (ii)", meeting="2027-02-08"
    ),
    "no figure": lambda told: (
        (row["series"], row["period"], row["mark"])
        for row in told.figures
        if row["indicator"] == "fires-by-kind" and "value" not in row
    ),
    "target": with_target,
    "public questions": asked_in_public,
    "plan": lambda told: (
        (commitment["title"], rating["rating"])
        for commitment in told.record("plan", "plan")["commitments"]
        for rating in commitment["ratings"]
        if rating["period"]["name"] == "quarter 3 of 2026/27"
    ),
    "answered": lambda told: ((name, made["sent"], made["answered"]) for name, made in told.each("recommendations")),
    "in part": lambda told: (
        row for row in picked(told.attendance, "name", "arrived", "left", meeting="2026-11-24") if row[1]
    ),
    "interests": lambda told: (
        (told.name(entry["person"]), entry["did"]) for entry in told.record("minutes", "2026-11-24")["declarations"]
    ),
    "stood in": lambda told: (
        row for row in picked(told.attendance, "name", "stood_in_for_name") if row[1] is not None
    ),
    "petitions": lambda told: (
        (petition["title"], petition["signatures"])
        for _, minutes in told.each("minutes")
        for petition in minutes.get("petitions", ())
    ),
    "items withdrawn": lambda told: changed(told, "withdrawn", "withdrawn"),
    "items added": lambda told: changed(told, "added", "urgent"),
    "papers withdrawn": lambda told: (
        (paper["title"], paper["withdrawn"]["on"], paper["withdrawn"]["reason"])
        for _, paper in told.each("papers")
        if "withdrawn" in paper
    ),
    "exempt": lambda told: (
        (item["title"], item["exempt"]["public_interest"]) for item in items(told) if "exempt" in item
    ),
    "corrected": lambda told: (
        (meeting, made["minute"]["id"], made["now"])
        for meeting, minutes in told.each("minutes")
        for made in minutes.get("corrections", ())
    ),
    "confirmed": lambda told: (
        (minute["confirms"]["id"], meeting)
        for meeting, minutes in told.each("minutes")
        for minute in minutes["minutes"]
        if "confirms" in minute
    ),
    "still to be answered": lambda told: (
        row[:2] for row in picked(told.questions, "text", "answered_at", "answer") if row[2] is None
    ),
    "visits": lambda told: (
        (item["title"], item["day"], item["starts"])
        for _, programme in told.each("programme")
        for item in programme["items"]
        if item["kind"] == "visit"
    ),
    "barriers": lambda told: (
        (barrier["what"], barrier["planned_for"])
        for barrier in told.record("accessibility", "accessibility")["problems"]
    ),
    "law": lambda told: picked(told.functions, "title", "law"),
    "came back": lambda told: picked(told.deferrals, "about", "back_at"),
    "quorum": lambda told: (
        (meeting, minutes["quorum"]["lost"], minutes["quorum"]["needed"])
        for meeting, minutes in told.each("minutes")
        if "lost" in minutes.get("quorum", ())
    ),
    "public comment": lambda told: (
        (comment["name"], comment["spoke_for"])
        for _, minutes in told.each("minutes")
        for comment in minutes.get("public_comment", ())
        if "name" in comment
    ),
    "not excused": lambda told: (
        (told.name(absence["person"]), meeting)
        for meeting, minutes in told.each("minutes")
        for absence in minutes.get("absent", ())
        if absence.get("excused") is False
    ),
    "of a committee": lambda told: picked(told.meetings, "date", body="planning"),
    "a matter followed": lambda told: picked(told.business, "meeting", "kind", matter="old-boathouse"),
    "chairs": lambda told: picked(told.seats, "name", "begins", body="planning", office="Chair"),
    "not answered": lambda told: (
        row[:2] for row in picked(told.recommendations, "text", "sent", "answered") if row[2] is None
    ),
    "former names": lambda told: (
        (former["name"], former["until"]) for former in told.record("panel", "panel")["former_names"]
    ),
    "rated worst": lambda told: picked(told.ratings, "title", period="quarter 2 of 2025/26", rating="Red"),
}


@pytest.mark.parametrize(("case", "day", "asked", "question"), QUESTIONS)
def test_the_json_alone_answers(case: str, day: date, asked: str, question: Mapping[str, Any]) -> None:
    assert rows(BY_JSON[asked](Told(files_of(case, day)))) == sorted(question["answer"])


def whole(case: str) -> Dossier:
    return Dossier(read_folder(CASES / case).records).public


EVERY: Final = (
    "first-publication",
    "panel-year",
    "second-panel",
    "river-valley",
    "bodies/saltmere",
    "bodies/tern-bay",
)


@pytest.mark.parametrize("case", [*EVERY, "bodies/cyngor-dyffryn-aur"])
def test_every_file_is_of_the_form_that_the_schema_says(case: str) -> None:
    files = files_of_all(case)
    schema = json.loads(files["data/schema-1.json"])
    Draft202012Validator.check_schema(schema)
    checker = Draft202012Validator(schema)
    others = ("data/schema-1.json", "data/datapackage.json", "data/popolo.json")
    for address, content in files.items():
        if (
            address.endswith(".json")
            and address not in others
            and not address.endswith("csv-metadata.json")
            and "/oparl/" not in address
        ):
            told = json.loads(content)
            assert not [error.message for error in checker.iter_errors(told)], address
            assert told["schema"] == f"{HOME}data/schema-1.json"


@pytest.mark.parametrize("case", EVERY)
def test_the_database_is_whole(case: str) -> None:
    """Each thing that a row names is there, the views work, and the file has the same bytes twice."""
    made = files_of_all(case)
    again = {file.address: file.content for file in data_files(whole(case), date(2029, 1, 1), HOME)}
    assert made == again
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(made["data/panel.db"])
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for name, register in ((register.name, register) for register in REGISTERS):
            there = base.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608 - names of ours
            read_back = [*csv.reader(io.StringIO(made[f"data/{name}.csv"].decode("utf-8")))]
            assert read_back[0] == [column.name for column in register.columns]
            assert (there, there) == (len(read_back) - 1, json.loads(made[f"data/{name}.json"])["total"])
        for name in VIEWS:
            base.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - names of ours


def test_columns_have_names_that_csv_on_the_web_and_sql_take() -> None:
    for register in REGISTERS:
        for column in register.columns:
            assert re.fullmatch(r"[a-z][a-z0-9_]*", column.name)
            assert column.of is None or any(column.of == (other.name, *other.key) for other in REGISTERS)


def test_every_family_of_records_is_offered_or_named_as_not() -> None:
    families = {field.name for field in fields(Records)} - {"packaged", "attached", "unread", "drafts"}
    assert families == {*FORMS_OFFERED, *NOT_OFFERED}


def kept_out(records: Records, day: date) -> str:
    """Give everything that is offered, as text: of the database each value, since a page of it may part a word."""
    texts: list[str] = []
    for file in data_files(Dossier(records).public.on(day), day, HOME):
        if file.address.endswith(".db"):
            with closing(sqlite3.connect(":memory:")) as base:
                base.deserialize(file.content)
                texts += base.iterdump()
        else:
            texts.append(file.content.decode("utf-8"))
        texts.append(file.address)
    return "\n".join(texts)


def test_nothing_that_is_kept_back_is_offered(tmp_path: Path) -> None:
    """Notes, the words of an exempt item and a paper that was removed are in no file; what is open is in each."""
    shutil.copytree(river_valley.FOLDER, tmp_path / "data")
    assert planted(tmp_path / "data") > 50
    reading = read_folder(tmp_path / "data")
    assert NONCE not in kept_out(reading.records, date(2027, 12, 1))
    exempt = kept_out(with_exempt_words(), date(2027, 12, 1))
    assert NONCE not in exempt
    assert exempt.count("Staffing of the Panel") > 3


def test_a_removed_paper_a_draft_and_a_suppressed_figure_are_not_offered(tmp_path: Path) -> None:
    data = Path(shutil.copytree(CASES / "second-panel", tmp_path / "data"))
    paper = data / "meetings/2027-03-31/papers/response-times.yml"
    gone = (
        f"withdrawn:\n  on: 2027-04-01\n  reason: It named a person.\n  removed: yes\nsections:\n  - title: {NONCE}\n"
    )
    paper.write_text(
        f"title: Times\nkind: report\nitem: 2\nsummary: {NONCE}\nbackground_papers: none\n{gone}", "utf-8"
    )
    figures = data / "indicators/fires-by-kind.yml"
    hidden = "        value: 7919\n        statuses:\n          - suppressed"
    text = figures.read_text("utf-8").replace("        statuses:\n          - not available", hidden)
    figures.write_text(text, "utf-8")
    person = f"  - id: {NONCE}\n    draft: yes\n    name: {NONCE}\n    role: Clerk\n"
    with (data / "people.yml").open("a", encoding="utf-8") as people:
        people.write(person)
    offered = kept_out(read_folder(data).records, date(2027, 12, 1))
    assert "7919" not in offered
    assert NONCE not in offered
    assert offered.count("It named a person.") > 1
    assert "[c]" in offered


def test_what_is_not_told_yet_is_not_offered() -> None:
    """The minutes of 17 November 2025 were told with the pack of 23 December, and so was who was there."""
    records = read_folder(CASES / "first-publication").records
    before, after = (kept_out(records, day) for day in (date(2025, 12, 1), date(2025, 12, 23)))
    assert ("ghost plates" in before, "ghost plates" in after) == (False, True)


@pytest.mark.parametrize("case", [*EVERY, "bodies/hartwell", "bodies/harbour-board"])
def test_people_meetings_and_votes_have_the_shapes_of_popolo_and_oparl(case: str) -> None:
    """What refers to something leads to what is there: a list to its objects, a seat to a person."""
    files = files_of_all(case)
    shapes = {name: Draft202012Validator(shape) for name, shape in read("shapes-of-others.yml").items()}
    told = json.loads(files["data/popolo.json"])
    assert not [error.message for error in shapes["popolo"].iter_errors(told)]
    ids = {name: {entry["id"] for entry in entries} for name, entries in told.items()}
    assert all(len(ids[name]) == len(entries) for name, entries in told.items())
    assert {held["person_id"] for held in told["memberships"]} <= ids["persons"]
    assert {held["organization_id"] for held in told["memberships"]} <= ids["organizations"]
    assert {event["motion_id"] for event in told["vote_events"] if "motion_id" in event} <= ids["motions"]
    of_oparl = {f"{HOME}{address}": content for address, content in files.items() if "/oparl/" in address}
    for address, content in of_oparl.items():
        shaped = json.loads(content)
        assert not [error.message for error in shapes["oparl"].iter_errors(shaped)], address
        linked = re.findall(rf'"({HOME}data/oparl/[^"#]+)', content.decode("utf-8"))
        assert {*linked} <= of_oparl.keys()
