"""What stands where on a page, and what a reader makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.importing.pdf.reading import read_here
from tests.importing.pdf.drawing import read, shown

CASES = Path(__file__).parents[2] / "cases/importing/pdf"
LONG = "The harbour dues of the year were lower than the Board had hoped, since two of the"  # fills a line of size 11
TABLE = """
rule 50 100 450 100
rule 50 120 450 120
rule 50 140 450 140
rule 50 160 450 160
rule 50 100 50 160
rule 150 100 150 160
rule 450 100 450 160
rule 300 100 300 120
rule 300 140 300 160
55 114 10b Pier
155 114 10b Berths
305 114 10b Let
55 134 10 North
155 134 10 closed for repair
55 154 10 South
155 154 10 14
305 154 10 9
"""

PAGES = {
    "words split at the end of a line are joined": (
        f"""
        50 100 11 {LONG}
        50 114 11 largest boats went to other ports, and the coopera-
        50 128 11 tive gave up its long-
        50 142 11 term lease.
        50 200 11 The cooperative will pay.
        """,
        [
            f"{LONG} largest boats went to other ports, and the cooperative gave up its long-term lease.",
            "The cooperative will pay.",
        ],
    ),
    "a line that has room for the next word ends a paragraph": (
        f"""
        50 100 11 {LONG}
        50 114 11 largest boats left.
        50 128 11 Cllr Roe
        50 142 11 Cllr Lee
        """,
        [f"{LONG} largest boats left.", "Cllr Roe", "Cllr Lee"],
    ),
    "numbers stand apart from texts that hang": (
        f"""
        20 100 11 2.1
        50 100 11 {LONG}
        50 114 11 largest boats left:
        50 130 11 (a)
        80 130 11 the Perseverance; and
        50 146 11 (b)
        80 146 11 the Hopeful.
        """,
        [f"2.1 {LONG} largest boats left:", "(a) the Perseverance; and", "(b) the Hopeful."],
    ),
    "columns are read one after the other": (
        """
        50 80 16b Notice
        50 100 10 The dues will rise by three in a hundred from
        320 106 10 Las tarifas suben tres por ciento desde el uno
        50 112 10 the first day of April. Boats that are less than
        320 118 10 de abril. Los barcos de menos de seis metros
        50 124 10 six metres long pay as they do today, and so do
        320 130 10 de largo pagan lo mismo que hoy, y lo mismo
        50 136 10 boats that are owned by charities.
        320 142 10 pagan los que son de una caridad.
        """,
        [
            "Notice",
            "The dues will rise by three in a hundred from the first day of April. Boats that are less than six"
            " metres long pay as they do today, and so do boats that are owned by charities.",
            "Las tarifas suben tres por ciento desde el uno de abril. Los barcos de menos de seis metros de largo"
            " pagan lo mismo que hoy, y lo mismo pagan los que son de una caridad.",
        ],
    ),
    "a merged cell stands once, at its upper left corner": (
        TABLE,
        ["Pier | Berths | Let", "North | closed for repair | <", "South | 14 | 9"],
    ),
    "what rules leave together in a table, gutters part": (
        """
        rule 50 100 450 100
        rule 50 120 450 120
        rule 50 160 450 160
        rule 50 100 50 160
        rule 450 100 450 160
        55 114 10b Pier
        155 114 10b Berths
        305 114 10b Let
        55 134 10 North
        155 134 10 12
        305 134 10 8
        55 154 10 South
        155 154 10 14
        305 154 10 9
        """,
        ["Pier | Berths | Let", "North | 12 | 8", "South | 14 | 9"],
    ),
    "bare numbers before titles that follow one another are numbers": (
        f"50 100 11b 237 Apologies\n50 130 11 {LONG}\n50 160 11b 238 Dues\n50 190 11 None.\n50 220 11b 40 boats came",
        ["237 Apologies", LONG, "238 Dues", "None.", "40 boats came"],
    ),
    "a drawn dot is the sign of a list": (
        "black 40 93 43 96\n50 98 11 ropes\nblack 40 107 43 110\n50 112 11 buoys",
        ["ropes", "buoys"],
    ),
    "columns of a table need no rules": (
        """
        50 100 11 PRESENT:
        130 100 11 Ada Roe
        280 100 11 Chair
        130 116 11 Bo Lee
        280 116 11 Member until the report of the
        280 130 11 harbour master
        50 146 11 ABSENT:
        130 146 11 Cy Poe
        280 146 11 Member
        """,
        [
            "PRESENT: | Ada Roe | Chair",
            "< | Bo Lee | Member until the report of the harbour master",
            "ABSENT: | Cy Poe | Member",
        ],
    ),
    "a note in the margin follows the paragraph beside it": (
        "\n".join(
            f"50 {100 + 14 * at} 11 {text}"
            for at, text in enumerate(
                (
                    "The harbour master said that the dredger would come back in the spring, and",
                    "that the channel was two feet deeper than it had been. Members asked for the",
                    "survey to be sent to every owner of a boat that draws more than six feet, and",
                    "to the lifeboat station.",
                    "Mr Poe asked how long the licence for the spoil ground would run, and was told",
                    "that it ended in June. A new one had been asked for, and the answer of the min-",
                    "istry was awaited.",
                )
            )
        )
        + "\n530 142 11 HM",
        [
            "The harbour master said that the dredger would come back in the spring, and that the channel was two"
            " feet deeper than it had been. Members asked for the survey to be sent to every owner of a boat that"
            " draws more than six feet, and to the lifeboat station.",
            "HM",
            "Mr Poe asked how long the licence for the spoil ground would run, and was told that it ended in June. A"
            " new one had been asked for, and the answer of the ministry was awaited.",
        ],
    ),
    "a footnote follows its paragraph, without the mark": (
        f"""
        50 100 11 {LONG}
        50 114 11 largest boats left.
        148 110 6 1
        50 150 11 The rest stayed.
        50 700 8 1 The Perseverance and the Hopeful, which went to
        50 710 8 the new harbour.
        """,
        [
            f"{LONG} largest boats left.",
            "1 The Perseverance and the Hopeful, which went to the new harbour.",
            "The rest stayed.",
        ],
    ),
    "small print without a mark in the text is no footnote": (
        f"50 100 11 {LONG}\n50 114 11 largest boats left.\n50 150 11 The rest stayed.\n50 700 8 1 The Perseverance.",
        [f"{LONG} largest boats left.", "The rest stayed.", "1 The Perseverance."],
    ),
    "what was turned for the printer is read upright": (
        "100 500 12u The first line\n114 500 12u and the second",
        ["The first line and the second"],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_as_a_reader_reads_it(name: str, tmp_path: Path) -> None:
    page, wanted = PAGES[name]
    assert shown(read(tmp_path / "page.pdf", page).parts) == wanted


def test_numbers_and_signs_of_lists_are_told_apart_from_texts(tmp_path: Path) -> None:
    found = [
        read(tmp_path / "page.pdf", page).parts
        for name, (page, _) in PAGES.items()
        if "bare" in name or "dot" in name
    ]
    assert [[part.number for part in parts] for parts in found] == [["237", "", "238", "", ""], ["", ""]]
    assert [part.kind for part in found[1]] == ["entry", "entry"]


def test_bold_and_big_lines_are_headings_by_rank(tmp_path: Path) -> None:
    page = f"50 60 16 Report\n50 100 11b BACKGROUND\n50 140 11b Fleet\n50 160 11 {LONG}\n50 190 11b RESOLVED that:"
    found = [(part.kind, part.level) for part in read(tmp_path / "page.pdf", page).parts]
    assert found == [("heading", 1), ("heading", 2), ("heading", 3), ("paragraph", 0), ("paragraph", 0)]


@pytest.mark.parametrize(("turned", "direction"), [(0, ""), (90, "u")])
def test_a_page_that_the_file_turns_is_read_as_it_is_seen(turned: int, direction: str, tmp_path: Path) -> None:
    source = read(tmp_path / "page.pdf", f"100 300 12{direction} Seen", turned=turned)
    assert shown(source.parts) == ["Seen"]


def test_headings_of_columns_may_run_upwards(tmp_path: Path) -> None:
    turned = TABLE.replace("305 114 10b Let", "315 118 5bu Let").replace("155 114 10b Berths", "165 118 5bu Berths")
    assert shown(read(tmp_path / "page.pdf", turned).parts)[0] == "Pier | Berths | Let"


def test_a_table_goes_on_under_the_same_headings(tmp_path: Path) -> None:
    source = read(tmp_path / "page.pdf", TABLE, TABLE.replace("South", "East").replace("North", "West"))
    rows = ["North | closed for repair | <", "South | 14 | 9", "West | closed for repair | <", "East | 14 | 9"]
    assert shown(source.parts) == ["Pier | Berths | Let", *rows]
    assert [part.text for part in source.running] == ["Pier", "Berths", "Let"]


WORDS = ["Dues fell.", "Dredging went on.", "The pier was shut.", "Ropes were bought.", "Nobody spoke."]
HEADS = [
    f"50 30 9 Harbour Board, 4 May 2026\n290 780 9 Page {at}\n50 90 11 {words}"
    for at, words in enumerate(WORDS, start=1)
]


def test_heads_and_feet_are_running(tmp_path: Path) -> None:
    source = read(tmp_path / "page.pdf", *HEADS)
    assert shown(source.parts) == WORDS
    assert len(source.running) == 10


@pytest.mark.parametrize(("pages", "is_running"), [((0, 1, 2), True), ((0, 4), False), ((0, 1), False)])
def test_a_line_repeated_on_three_pages_in_a_row_is_running(
    pages: tuple[int, ...], is_running: bool, tmp_path: Path
) -> None:
    drawn = [f"50 60 9 {'Staff report' if at in pages else f'Part {chr(65 + at)}'}\n{HEADS[at]}" for at in range(5)]
    assert ("Staff report" not in shown(read(tmp_path / "page.pdf", *drawn).parts)) == is_running


def test_contents_are_running_and_an_agenda_is_not(tmp_path: Path) -> None:
    rows = "".join(f"\n50 {130 + 16 * at} 11 {at}. Part {'.' * 60} {at + 2}" for at in range(1, 4))
    assert shown(read(tmp_path / "page.pdf", f"50 100 14b Contents{rows}\n50 300 11 Text.").parts) == ["Text."]
    assert len(read(tmp_path / "page.pdf", f"50 100 14b Agenda{rows}\n50 300 11 Text.").parts) == 5


UNSEEN = ["50 130 11w secret words", "50 130 11n secret words", "50 130 2 secret words", "black 40 110 200 135"]


@pytest.mark.parametrize("unseen", UNSEEN)
def test_words_that_no_reader_sees_are_withheld(unseen: str, tmp_path: Path) -> None:
    page = f"50 100 11 Open words here\n{unseen}" + ("\n50 130 11 secret words" if "black" in unseen else "")
    source = read(tmp_path / "page.pdf", page)
    assert shown(source.parts) == ["Open words here"]
    assert [(held.words, held.page) for held in source.withheld] == [(2, 1)]


def test_white_words_on_black_are_seen(tmp_path: Path) -> None:
    assert shown(read(tmp_path / "page.pdf", "black 40 80 200 135\n50 100 11w Open words").parts) == ["Open words"]


def test_words_aslant_over_the_page_stand_apart(tmp_path: Path) -> None:
    source = read(tmp_path / "page.pdf", f"50 100 11 {LONG}\n200 500 60s DRAFT")
    assert (shown(source.parts), shown(source.running)) == ([LONG], ["DRAFT"])


def test_a_scanned_page_among_others_is_told(tmp_path: Path) -> None:
    source = read(tmp_path / "page.pdf", "50 100 11 Words", "picture", "picture\n50 100 11n Recognised words")
    assert shown(source.parts) == ["Words", "Recognised words"]
    assert [(held.words, held.page) for held in source.withheld] == [(0, 2)]


@pytest.mark.parametrize("case", sorted(CASES.glob("*.pdf")), ids=lambda case: case.stem)
def test_a_printed_page_gives_its_lines(case: Path) -> None:
    wanted = case.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert shown(read_here(case).parts) == wanted
