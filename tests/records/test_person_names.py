"""Who is meant by a name, in whichever form it is typed: everywhere where the id of a person may stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.reading.folder import read_folder
from panelpapers.records.people import Person
from panelpapers.records.person_names import PeopleByName

PEOPLE = {
    "moor": "Ann Moor",
    "reed": "Carl Reed",
    "moor-reed": "Carl Moor Reed",
    "scott": "J Scott",
    "obrien": "Zoë O'Brien",
    "downes": "Amy Mullins-Downes",
    "mehmi": "Ram K Mehmi",
    "cruz": "Juan de la Cruz",
    "nowak": "Łucja Nowak",
    "long": "Ben Long",
    "other-long": "Ben Long",
    "lord": "Dean Lord",
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ann Moor", "moor"),
        ("ann moor", "moor"),
        ("Cllr. Ann Moor", "moor"),
        ("The Rt Hon the Lord Ann Moor CBE", "moor"),
        ("Councillor Ann MOOR", "moor"),
        ("ANN MOOR", "moor"),
        ("Ann Moor FRGS", "moor"),  # letters that nobody listed
        ("Moor, Ann", "moor"),
        ("MOOR, Cllr Ann, MBE", "moor"),
        ("Moor Ann", "moor"),
        ("Moor A", "moor"),
        ("A. Moor", "moor"),
        ("Stadträtin Ann Moor", "moor"),  # a title that somebody of the records has
        ("Carl Reed", "reed"),  # in full before what could be short for another
        ("Carl M. Reed", "moor-reed"),
        ("C.M. Reed", "moor-reed"),
        ("CM Reed", "moor-reed"),
        ("C Reed", "reed moor-reed"),
        ("J. Scott", "scott"),
        ("Jane Scott", ""),  # of whom nobody knows whether it is J
        ("Zoe O’Brien", "obrien"),
        ("Zoë OBrien, KC", "obrien"),
        ("A Mullins Downes", "downes"),
        ("Amy Downes", ""),
        ("Ram Mehmi", "mehmi"),
        ("R K Mehmi", "mehmi"),
        ("Ram L Mehmi", ""),
        ("de la Cruz, Juan", "cruz"),
        ("Cruz, Juan de la", "cruz"),
        ("Lucja Nowak", "nowak"),
        ("Head Ranger Dean Lord", "lord"),  # a role that somebody of the records has
        ("Ben Long", "long other-long"),
        ("Dr Ben Long", "long other-long"),  # a title decides nothing: that of the other may not be known
        ("Dean Lord", "lord"),
        ("Carl Reed Jr", ""),
        ("Carl Reed II", ""),
        ("Ann Moor (Chair)", ""),
        ("Ann Moor, Chair", ""),
        ("Ann", ""),
        ("Cllr Moor", ""),
        ("ann-moor", ""),  # an id that is none
        ("the Clerk", ""),
        ("", ""),
    ],
)
def test_a_name_is_found(typed: str, meant: str) -> None:
    people = {name: Person(id="x", name=full, role="Member") for name, full in PEOPLE.items()}
    people["moor"] = people["moor"].model_copy(update={"title": "Stadträtin", "role": "Head ranger"})
    assert PeopleByName.of(people).named(typed) == tuple(meant.split())


@pytest.mark.parametrize(
    ("typed", "meant", "titled"),
    [
        ("Cllr Moor", "moor", "moor"),
        ("Moor", "moor", ""),
        ("MOOR", "moor", ""),
        ("Dr de la Cruz", "", ""),  # of a name of several words, nobody knows where the surname begins
        ("Ms Mullins-Downes", "downes", "downes"),
        ("Downes", "", ""),
        ("Cllr Reed", "reed moor-reed", "reed moor-reed"),
        ("Reed", "reed moor-reed", ""),
        ("C Moor Reed", "moor-reed", "moor-reed"),
        ("moor", "", ""),  # an id that is none
        ("Cllr", "", ""),
        ("Moor and Reed", "", ""),
    ],
)
def test_a_surname_is_found_where_nothing_else_may_stand_or_after_a_title(
    typed: str, meant: str, titled: str
) -> None:
    by_name = PeopleByName.of({name: Person(id="x", name=full, role="Member") for name, full in PEOPLE.items()})
    assert by_name.called(typed) == tuple(meant.split())
    assert by_name.called(typed, titled=True) == tuple(titled.split())


def test_a_name_may_stand_wherever_an_id_may(tmp_path: Path) -> None:
    files = {
        "people.yml": "people:\n  - id: a\n    name: Ann Ash\n    title: Dr\n    role: Member\n"
        "  - id: b\n    name: Bo Birch\n    role: Member\n"
        "    terms:\n      - seat: member\n        replaces: Ash, Ann\n        source: Minutes\n",
        "bodies.yml": "bodies:\n  - id: mayor\n    name: The Mayor\n    kind: office\n"
        "    holders:\n      - person: A. Ash\n",
        "meetings/2026-01-05/meeting.yml": "starts: 14:00\ncontact: Dr Ann Ash\n",
        "meetings/2026-01-05/minutes.yml": """present:
  - person: Cllr Ann Ash
    for: BIRCH, Bo
apologies: [person: Bo Birch]
declarations: [{person: Ash Ann, interest: A shop.}]
minutes:
  - number: 1
    title: Market
    chair: Bo Birch
    elected: Ash, Ann and Birch, Bo
    election: {Ann Ash: 5, Cllr Bo Birch: 4}
    themes:
      - title: Stalls
        exchanges:
          - asked: Members asked.
            answered: The answer was that there are few.
            answered_by: [Dr Ann Ash]
            undertakings: [{id: stalls, text: More will be said., owner: Cllr B Birch}]
    motions:
      - text: That it be so.
        moved_by: Cllr Ash
        seconded_by: Green group
        votes: {for: "Bo Birch, Ann Ash", against: [Birch], casting: {by: Ann Ash, vote: for}}
""",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    records = read_folder(tmp_path).records
    minutes = records.minutes["2026-01-05"]
    (minute,) = minutes.minutes
    (motion,), (exchange,) = minute.motions, minute.themes[0].exchanges
    assert (minutes.present[0].person, minutes.present[0].for_) == ("a", "b")
    assert [minutes.apologies[0].person, minutes.declarations[0].person, minute.chair] == ["b", "a", "b"]
    assert (minute.elected, [candidate.person for candidate in minute.election]) == (["a", "b"], ["a", "b"])
    assert (exchange.answered_by, exchange.undertakings[0].owner) == (["a"], "b")
    assert [mover and (mover.person, mover.group) for mover in (motion.moved_by, motion.seconded_by)] == [
        ("a", None),
        (None, "Green group"),
    ]
    assert motion.votes is not None
    assert [tally.people for _, tally in motion.votes.tallies] == [["b", "a"], ["b"]]
    assert motion.votes.casting is not None
    assert motion.votes.casting.by == "a"
    assert (records.people["b"].terms[0].replaces, records.meetings["2026-01-05"].contact) == ("a", "a")
    assert records.bodies["mayor"].holders[0].person == "a"
