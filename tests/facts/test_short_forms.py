from __future__ import annotations

import pytest

from panelpapers.facts.abbreviations import collisions
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.short_forms import explanations_in, same_words, short_forms_in, written_out
from panelpapers.records.paper import Abbreviation, Paper
from panelpapers.records.publication import Records
from tests.river_valley import river_valley


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The LCJB and two LPAs met.", ["LCJB", "LPA"]),
        ("BOtJ, MoJ and O2R in Q1, under DG6", ["BOtJ", "MoJ", "O2R", "Q1", "DG6"]),
        ("WMPRAP's aims", ["WMPRAP"]),
        ("TikTok and LiveChat, in part IV and XL", []),
        ("Members met in May. I was there. A plan.", []),
        ("Write to WMPCP@example.org, see [the PCC](/OPCC/)", ["PCC"]),
        ("the year 2025/26 and 16% of them", []),
        ("WND/2022/0412, 22/00412/FUL and APP/X1234/W/22/33", []),
        ("PLN-2023-0042, SUB-23-001 and RES-2025-117-A; COVID-19", ["COVID"]),
        ("Schedule XXVIII, part LXXXVIII and title XCIV", []),
        ("LinkedIn, FedEx and OneDrive; two ToRs", ["ToR"]),
        ("report FRA/25/07, and EC/03/26; 25-26/FRA/5 too", []),
        ("ORD-2024-15, FOI-2024-113, P24/S0123/FUL and HSC.24.05", []),
        ("COVID-19 and PM10/PM25, the PCC-led CO2/PM10 plan", ["COVID", "PM10", "PM25", "PCC", "CO2", "PM10"]),
        ("at EC1A1BB", []),
        ("PCC/OPCC and Q1/Q2", ["PCC", "OPCC", "Q1", "Q2"]),
        ("the A428 at NN6 8RT, at D02 AF30 or K1A 0B1; trees T1 and T12", []),
        ("DG6 in 2025, LCJB 3AB", ["DG6", "LCJB"]),
        ("E.ON and Ms McDonald met Ms DeVere, MacRae and FitzRoy", []),
        ("It ended. PCC and BoD", ["PCC", "BoD"]),
    ],
)
def test_short_forms(text: str, found: list[str]) -> None:
    assert [short for short, _ in short_forms_in(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("All but CC-3 and CC-4.", []),
        ("All (CC-3, CC-4) but the CC", ["CC"]),
        ("CC-30 and XCC-3", ["CC", "XCC"]),
    ],
)
def test_known_numbers_are_no_short_forms(text: str, found: list[str]) -> None:
    assert [short for short, _ in short_forms_in(text, {"CC-3", "CC-4"})] == found


@pytest.mark.parametrize(
    ("text", "short", "words"),
    [
        ("the Local Criminal Justice Board (LCJB) met", "LCJB", "Local Criminal Justice Board"),
        (
            "the Office of the Police and Crime Commissioner (OPCC)",
            "OPCC",
            "Office of the Police and Crime Commissioner",
        ),
        ("some Youth Offending Teams (YOTs)", "YOT", "Youth Offending Teams"),
        ("Multi-Agency Risk Assessment Conference (MARAC)", "MARAC", "Multi-Agency Risk Assessment Conference"),
        ("the Police & Crime Commissioner (PCC)", "PCC", "Police & Crime Commissioner"),
        ("the Local Plan Board (the LPB)", "LPB", "Local Plan Board"),
        ('our Local Plan Board (the "LPB")', "LPB", "Local Plan Board"),
        ("our Local Plan Boards (‘LPBs’)", "LPB", "Local Plan Boards"),
        ("the board (LCJB) met", "LCJB", None),
        ("the LCJB met", "LCJB", None),
    ],
)
def test_explanations(text: str, short: str, words: str | None) -> None:
    assert explanations_in(text).get(short) == words


@pytest.mark.parametrize(
    "small", ["a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
def test_a_small_word_may_have_no_letter_in_the_short_form(small: str) -> None:
    short, whole = "CZ", f"C{small[0].upper()}Z"
    assert explanations_in(f"that Crown {small} Zone ({short})").get(short) == f"Crown {small} Zone"
    assert explanations_in(f"that Crown {small} Zone ({whole})").get(whole) == f"Crown {small} Zone"


@pytest.mark.parametrize("word", ["under", "new", "at"])
def test_another_word_has_its_letter(word: str) -> None:
    assert explanations_in(f"the Board {word} Police (BP)").get("BP") is None


def test_a_long_form_nearby_writes_it_out() -> None:
    assert written_out(
        "The PCC, that is the Police and Crime Commissioner, met.", "PCC", "Police and Crime Commissioner"
    )
    assert not written_out("The PCC met.", "PCC", "Police and Crime Commissioner")


def test_two_ways_to_write_one_thing_are_the_same() -> None:
    assert same_words("Multi Agency Case Conference") == same_words("multi-agency case conferences")
    assert same_words("Criminal Justice Board (the national board)") == same_words("Criminal Justice Board")
    assert same_words("Police and Crime Plan") != same_words("Police and Crime Panel")


def paper(text: str, title: str = "Report") -> Paper:
    return Paper.model_validate(
        {
            "title": title,
            "kind": "report",
            "item": "1",
            "summary": "About it.",
            "background_papers": "none",
            "sections": [{"title": "Purpose", "paragraphs": [{"number": "1", "text": text}]}],
        }
    )


def test_one_short_form_for_two_things_in_two_papers() -> None:
    plan, panel = "The Police and Crime Plan (PCP).", "The Police and Crime Panel (PCP)."
    records = Records(papers={("2026-01-05", "a"): paper(plan), ("2026-01-05", "b"): paper(panel)})
    found = [(short, [one.long for one in several]) for short, several in collisions(Dossier(records).usages, "")]
    assert found == [("PCP", ["Police and Crime Plan", "Police and Crime Panel"])]


def test_the_panels_own_name_holds_a_short_form() -> None:
    own = Abbreviation(short="RVPCP", long="River Valley Police and Crime Panel")
    panel = river_valley().panel
    assert panel
    panel = panel.model_copy(update={"abbreviations": [own], "known_short_forms": []})
    records = Records(panel=panel, papers={("2026-01-05", "a"): paper("The Police and Crime Plan (PCP).")})
    several = dict(collisions(Dossier(records).usages, "River Valley"))
    found = {short: {meaning.long for meaning in meanings} for short, meanings in several.items()}
    assert found == {"PCP": {"Police and Crime Plan", "Police and Crime Panel"}}
