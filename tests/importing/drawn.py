"""Parts of packs as hypothesis draws them: lines that rules look for, in any order, numbered and set in any way."""

from __future__ import annotations

from itertools import count

from hypothesis import strategies as st

from panelpapers.importing.parts import Cell, Part, Source, in_order

LINES = (
    "AGENDA",
    "Agenda",
    "NOTICE OF MEETING",
    "Apologies for absence",
    "MINUTES OF THE PREVIOUS MEETING (Pages 5 - 16)",
    "MINUTES OF THE MEETING HELD ON 17 MARCH 2025 AT 14:00 HOURS – TOWN HALL, MILL ROAD",
    "Present:",
    "PRESENT: -",
    "Present: Cllr Ann Ash (Chair), B. Birch and Dr Cy Dale",
    "Cllr Ann Ash, MBE (North Council – Chair)",
    "In attendance",
    "Apologies: Cllr Ed Elm; Fay Fir, Clerk",
    "Apologies were received from Cllr Ed Elm and Fay Fir (South Council).",
    "Kate Lark – Head of Policy, Law and Governance",
    "RESOLVED –",
    "That the report be noted.",
    "RESOLVED: that it be agreed.",
    "Moved by Cllr Ash, seconded by Cllr Dale. The motion was carried 4-1.",
    "ACTION TRACKER",
    "Report of the Treasurer",
    "Report to:",
    "Agenda item: 8",
    "Date: 16 June 2025",
    "FINANCE REPORT",
    "1 January 2026 at 2pm in the Village Hall, Mill Lane",
    "For approval – presented by the Chair",
    "CLOSED SESSION – 5:00 P.M.",
    "PART II – PRIVATE",
    "Exclusion of the press and public",
    "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A",
    "The following items are to be taken in private",
    "Call 01632 960 114 or write to ann@example.org, 12 High Street",
    "Yours sincerely,",
    "Mrs J Tull of 12 High Street asked.",
    "The meeting closed at 16:20.",
    "AYES: Ash, Dale",
    "None",
    "Contact officer: Jo Lane 01632 960 555",
    "Members",
    "(i) and; or",
    "Recommendations",
    "The Panel is asked to:",
    "note the report; and",
    "Appendix 1 – Savings",
    "Table 1: Figures",
    "12.5%",
    "é ‐ “x” ’ №7 —",
    "a",
    ".",
    "()",
    "-- ..",
    "Item",
    "Topic",
    "Time",
    "Name",
    "Position",
    "Action",
    "Owner",
    "Due",
    "14:05",
)
NUMBERS = (
    "",
    "",
    "",
    "1",
    "2.",
    "3",
    "1.1",
    "2.1",
    "(a)",
    "b)",
    "i.",
    "A",
    "B.",
    "A-1",
    "CS-1",
    "901",
    "902",
    "26/45",
    "40.",
)


def _leaf(kind: str, number: str, text: str, bold: bool, level: int) -> Part:
    return Part(kind, " ".join(text.split()), 0, number, level, None, bold)  # type: ignore[arg-type]


leaves = st.builds(
    _leaf,
    st.sampled_from(("heading", "paragraph", "entry", "footnote")),
    st.sampled_from(NUMBERS),
    st.one_of(st.sampled_from(LINES), st.text(max_size=30)),
    st.booleans(),
    st.integers(0, 3),
)


@st.composite
def _tables(draw: st.DrawFn) -> Part:
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    cells = [
        Cell(row, column, tuple(draw(st.lists(leaves, max_size=2))))
        for row in range(rows)
        for column in range(columns)
    ]
    return Part("table", "", 0, cells=tuple(cells))


sources = st.lists(st.one_of(leaves, leaves, leaves, _tables()), max_size=25).map(
    lambda parts: Source("drawn.docx", tuple(in_order(parts, count(1))))
)
