"""What a reader of a Word file sees is read, in order; what he does not see is counted, and no word of it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.importing.parts import Part, Source
from tests.importing.word.making import lines, p, read, tbl, tc

STYLES = (
    '<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bold"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/>'
    '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Heading3"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
)


def t(text: str, run: str = "") -> str:
    return f"<w:r><w:rPr>{run}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def code(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    return f"<w:r><w:instrText> {text} </w:instrText></w:r>"


def box(name: str) -> str:
    return f"<w:txbxContent>{p(f'In {name}')}{p('Second')}</w:txbxContent>"


TWICE = "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
TWICE += f"<wps:txbx>{box('a box')}</wps:txbx></w:drawing></mc:Choice>"
TWICE += (
    f"<mc:Fallback><w:pict><v:textbox>{box('a box')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
HIDDEN_BOX = TWICE.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
RUBY = "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>Tokyo</w:t></w:r></w:rt>"
RUBY += "<w:rubyBase><w:r><w:t>東京</w:t></w:r></w:rubyBase></w:ruby></w:r>"
BREAK = "<w:r><w:br/></w:r>"
TOC = code("begin") + instruction("TOC \\o") + code("separate")

SEEN = {
    "runs are one text": (p(t("the ro") + t("ads", "<w:b/>")), ["the roads"]),
    "a tab and signs of spaces": (p("<w:r><w:t>a</w:t><w:tab/><w:t>b\u00a0c\u2007 d</w:t></w:r>"), ["a b c d"]),
    "hyphens": (
        p("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op\u2011er</w:t><w:softHyphen/><w:t>a\u00adte</w:t></w:r>"),
        ["co-op-erate"],
    ),
    "signs that nobody sees": (p("a\u200bb\u200e\ufeffc"), ["abc"]),
    "symbols": (
        p('<w:r><w:t>20</w:t><w:sym w:font="Symbol" w:char="F0B0"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
        ["20°✓"],
    ),
    "a symbol typed as text": (
        p(t("\uf061", '<w:rFonts w:ascii="Symbol"/>') + t(" and \uf0fc", '<w:rFonts w:ascii="Wingdings"/>')),
        ["α and ✓"],
    ),
    "symbols that are none": (
        p('<w:r><w:sym w:char="zz"/><w:sym w:char="D800"/><w:t>x</w:t><w:sym w:font="W" w:char="F003"/></w:r>'),
        ["x"],
    ),
    "a link, a smart tag, a field of one element": (
        p(
            f'<w:hyperlink r:id="r9">{t("the web")}</w:hyperlink><w:smartTag>{t("cast")}</w:smartTag>'
            f'<w:fldSimple w:instr="DATE">{t(" today")}</w:fldSimple>'
        ),
        ["the webcast today"],
    ),
    "the result of a field and not its code": (
        p(code("begin") + instruction("REF x") + code("separate") + t("Table 3") + code("end") + t(".")),
        ["Table 3."],
    ),
    "a field within the code of a field": (
        p(
            code("begin")
            + instruction("IF")
            + code("begin")
            + instruction("X")
            + code("separate")
            + t("hidden")
            + code("end")
            + instruction("= 1")
            + code("separate")
            + t("seen")
            + code("end")
        ),
        ["seen"],
    ),
    "a field that never ends is none": (p(code("begin") + t("seen")) + p("next"), ["seen", "next"]),
    "a heading on the line of its text": (
        p("1. Legal.", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p(" None.") + p("next"),
        ["1. Legal. None.", "next"],
    ),
    "content controls": (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('whole')}</w:sdtContent></w:sdt>"
        + p(f"<w:sdt><w:sdtPr/><w:sdtContent>{t('in line')}</w:sdtContent></w:sdt>"),
        ["whole", "in line"],
    ),
    "a text box that the file holds twice": (
        p(t("Before") + TWICE) + p("after"),
        ["Before", "In a box", "Second", "after"],
    ),
    "an older text box": (
        p(f"<w:r><w:pict><v:textbox>{box('old')}</v:textbox></w:pict></w:r>"),
        ["In old", "Second"],
    ),
    "text from right to left": (p(t("مرحبا", "<w:rtl/>"), "<w:bidi/>"), ["مرحبا"]),
    "readings above a text": (p(RUBY), ["東京 (Tokyo)"]),
    "a formula": (p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), ["x=1"]),
    "a line broken by hand": (p(t("APOLOGIES") + BREAK + t("To receive them.")), ["APOLOGIES", "To receive them."]),
    "a line broken within a sentence": (p(t("To receive") + BREAK + t("apologies.")), ["To receive apologies."]),
    "hidden by the style, shown by the run": (
        p(t("seen", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="Secret"/>'),
        ["seen"],
    ),
    "white on a dark ground": (
        p(t("seen", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>'))
        + p(t("too", '<w:color w:val="FFFFFF"/>'), '<w:shd w:val="clear" w:fill="000000"/>'),
        ["seen", "too"],
    ),
    "comments are none": (
        p(
            '<w:commentRangeStart w:id="1"/>'
            + t("text")
            + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
        ),
        ["text"],
    ),
    "text without a run, and unknown elements": (p("<w:new><w:r><w:t>kept</w:t></w:r></w:new>"), ["kept"]),
}


@pytest.mark.parametrize("case", SEEN)
def test_what_is_seen_is_read(case: str, tmp_path: Path) -> None:
    body, wanted = SEEN[case]
    source = read(tmp_path, body, styles=STYLES, comments=f'<w:comment w:id="1">{p("Say nothing")}</w:comment>')
    assert lines(source.parts) == wanted
    assert source.withheld == ()


DEL = "<w:del w:id='1'><w:r><w:delText>gone for good</w:delText></w:r></w:del>"
GONE_MARK = "<w:rPr><w:del w:id='2'/></w:rPr>"
ROW = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{tc('gone row')}{tc('x')}</w:tr>"

HIDDEN = "hidden, tiny or ground-coloured text"
UNSEEN = {
    "deleted in a paragraph": (p(t("kept ") + DEL), ["kept"], {"deleted by a tracked change": 3}),
    "inserted is kept": (p(t("a ") + f"<w:ins w:id='1'>{t('new')}</w:ins>"), ["a new"], {}),
    "moved away and moved here": (
        p(f"<w:moveFrom w:id='1'>{t('moved text')}</w:moveFrom>")
        + p(f"<w:moveTo w:id='2'>{t('moved text')}</w:moveTo>"),
        ["moved text"],
        {"deleted by a tracked change": 2},
    ),
    "a paragraph of which the end is deleted runs on": (
        p("First half", GONE_MARK) + p(" and second."),
        ["First half and second."],
        {},
    ),
    "a paragraph all deleted": (p(DEL, GONE_MARK) + p("next"), ["next"], {"deleted by a tracked change": 3}),
    "the last paragraph, its end deleted": (p("kept", GONE_MARK), ["kept"], {}),
    "the end before a table deleted": (p("kept", GONE_MARK) + tbl(tc("a") + tc("b")), ["kept", "a\tb"], {}),
    "a row deleted": (tbl(tc("a") + tc("b"), ROW), ["a\tb"], {"deleted by a tracked change": 3}),
    "a table of one cell deleted": (
        tbl(f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{tc('gone row')}</w:tr>") + p("kept"),
        ["kept"],
        {"deleted by a tracked change": 2},
    ),
    "a text box deleted, and one hidden": (
        p(t("kept") + f"<w:del w:id='1'>{TWICE}</w:del>") + p(HIDDEN_BOX),
        ["kept"],
        {"deleted by a tracked change": 4, HIDDEN: 4},
    ),
    "a cell deleted": (
        tbl(tc("a") + tc("b") + tc("c d", properties="<w:cellDel w:id='1'/>")),
        ["a\tb"],
        {"deleted by a tracked change": 2},
    ),
    "a row hidden": (
        tbl(tc("a") + tc("b"), f"<w:tr><w:trPr><w:hidden/></w:trPr>{tc('x')}{tc('y')}</w:tr>"),
        ["a\tb"],
        {HIDDEN: 2},
    ),
    "white on white": (
        p(t("kept ") + t("white words", '<w:color w:val="FFFFFF"/>')) + p(t("tiny", '<w:sz w:val="2"/>')),
        ["kept"],
        {HIDDEN: 3},
    ),
    "hidden by the run": (p(t("kept ") + t("secret words", "<w:vanish/>")), ["kept"], {HIDDEN: 2}),
    "hidden by the style of the run": (
        p(t("secret", '<w:rStyle w:val="Unseen"/>') + t("kept")),
        ["kept"],
        {HIDDEN: 1},
    ),
    "hidden by the style of the paragraph": (
        p("secret", '<w:pStyle w:val="Secret"/>') + p("kept"),
        ["kept"],
        {HIDDEN: 1},
    ),
    "hidden and deleted is deleted": (
        p(t("k") + DEL.replace("<w:delText", "<w:rPr><w:vanish/></w:rPr><w:delText")),
        ["k"],
        {"deleted by a tracked change": 3},
    ),
    "hidden in a note, and a note of deleted text": (
        p(
            t("kept")
            + '<w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:del>'
        ),
        ["kept", "1 Seen"],
        {HIDDEN: 1},
    ),
    "in a head": (p("kept"), ["kept"], {HIDDEN: 2}),
}


@pytest.mark.parametrize("case", UNSEEN)
def test_what_is_not_seen_is_counted_and_not_kept(case: str, tmp_path: Path) -> None:
    body, wanted, counted = UNSEEN[case]
    notes = (
        '<w:footnote w:id="2">'
        + p(t("Seen ") + t("secret", "<w:vanish/>"))
        + f'</w:footnote><w:footnote w:id="3">{p("lost")}</w:footnote>'
    )
    head = {"header1": p(t("Head ") + t("secret head", "<w:vanish/>"))} if case == "in a head" else {}
    source = read(tmp_path, body, styles=STYLES, footnotes=notes, **head)
    assert lines(source.parts) == wanted
    assert {each.why: each.words for each in source.withheld} == counted
    assert not {"secret", "gone", "lost"} & set(str(source).split())


def kinds(source: Source) -> list[tuple[str, int, str]]:
    return [(part.kind, part.level, part.printed) for part in source.parts]


CAPITALS = "NOTICE OF RECORDING"
HEADINGS = {
    "by its style": (p("A", '<w:pStyle w:val="Heading3"/>'), ("heading", 3, "A")),
    "by a style based on one": (p("A", '<w:pStyle w:val="Own"/>'), ("heading", 3, "A")),
    "by its own level": (p("A", '<w:outlineLvl w:val="0"/>'), ("heading", 1, "A")),
    "not, by its own level": (p("A", '<w:pStyle w:val="Own"/><w:outlineLvl w:val="9"/>'), ("paragraph", 0, "A")),
    "a title": (p("A", '<w:pStyle w:val="Title"/>'), ("heading", 1, "A")),
    "bold capitals": (p(CAPITALS, run="<w:b/>"), ("heading", 0, CAPITALS)),
    "bold capitals with a number": (p(f"901  {CAPITALS}", run="<w:b/>"), ("heading", 0, f"901 {CAPITALS}")),
    "bold and shown in capitals": (p("Notice", run="<w:b/><w:caps/>"), ("heading", 0, "Notice")),
    "bold by a style": (p(CAPITALS, '<w:pStyle w:val="Bold"/>'), ("heading", 0, CAPITALS)),
    "bold by two styles is plain": (
        p(CAPITALS, '<w:pStyle w:val="Bold"/>', '<w:rStyle w:val="Strong"/>'),
        ("paragraph", 0, CAPITALS),
    ),
    "capitals only": (p(CAPITALS), ("paragraph", 0, CAPITALS)),
    "bold only": (p("Members", run="<w:b/>"), ("paragraph", 0, "Members")),
    "bold in part": (p(t("RESOLVED", "<w:b/>") + t(" – THAT")), ("paragraph", 0, "RESOLVED – THAT")),
    "bold figures": (p("2025", run="<w:b/>"), ("paragraph", 0, "2025")),
    "as long as a heading can be": (p("w " * 25, '<w:outlineLvl w:val="1"/>'), ("heading", 2, ("w " * 25).strip())),
    "as long as a paragraph": (p("w " * 26, '<w:outlineLvl w:val="1"/>'), ("paragraph", 0, ("w " * 26).strip())),
    "a bullet that was typed": (p("•\tnote it"), ("entry", 0, "note it")),
    "a dash before words": (p("- note it"), ("entry", 0, "note it")),
    "a dash before a sum": (p("- 5 %"), ("paragraph", 0, "- 5 %")),
}


@pytest.mark.parametrize("case", HEADINGS)
def test_what_is_a_heading(case: str, tmp_path: Path) -> None:
    body, wanted = HEADINGS[case]
    assert kinds(read(tmp_path, body, styles=STYLES)) == [wanted]


def test_tabs_within_a_text_are_told(tmp_path: Path) -> None:
    source = read(
        tmp_path, p("<w:r><w:t>(a)</w:t><w:tab/><w:t>Cllr  Ash</w:t><w:tab/><w:tab/><w:t>Chair</w:t></w:r>")
    )
    assert (source.parts[0].number, source.parts[0].text) == ("(a)", "Cllr Ash Chair")
    assert source.parts[0].columns == ("Cllr Ash", "Chair")


NOTE = '<w:r><w:{}Reference w:id="{}"/></w:r>'


def test_notes_stand_after_their_paragraph_and_those_of_a_table_after_it(tmp_path: Path) -> None:
    own = '<w:r><w:footnoteReference w:id="4" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    body = p(t("One") + NOTE.format("footnote", 2) + NOTE.format("endnote", 2)) + tbl(
        tc(p(t("a") + NOTE.format("footnote", 3))) + tc("b")
    )
    body += p(t("Two") + own) + p(t("Three") + NOTE.format("footnote", 99))
    notes = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    notes += "".join(f'<w:footnote w:id="{key}">{p(f"Foot {key}")}</w:footnote>' for key in (3, 2))
    notes += f'<w:footnote w:id="4">{p("* Own")}{p("more")}</w:footnote>'
    ends = f'<w:endnote w:id="2">{p("End")}</w:endnote>'
    ways = '<w:footnotePr><w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    source = read(tmp_path, body, footnotes=notes, endnotes=ends, settings=ways)
    assert lines(source.parts) == ["One", "C Foot 2", "i End", "a\tb", "D Foot 3", "Two*", "Own", "more", "Three"]
    assert [part.kind for part in source.parts if part.number] == ["footnote"] * 3


def test_heads_feet_and_contents_are_running(tmp_path: Path) -> None:
    gallery = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = (
        f"{gallery}<w:sdtContent>{p('Contents')}</w:sdtContent></w:sdt>"
        + p(TOC + t("Item 1\t3"))
        + p("Item 2\t5")
        + p(code("end") + t("Item 0"))
    )
    body += p("Item 3\t7", '<w:pStyle w:val="TOC1"/>') + p("Item 1")
    source = read(
        tmp_path, body, styles=STYLES, header1=p("Head") + tbl(tc("Left") + tc("Right")), footer1=p("Page 1")
    )
    assert lines(source.parts) == ["Item 0", "Item 1"]
    assert {part.printed for part in source.running} == {
        "Contents",
        "Item 1 3",
        "Item 2 5",
        "Item 3 7",
        "Head",
        "Left",
        "Right",
        "Page 1",
    }


FULL = "<w:r><w:lastRenderedPageBreak/><w:t>{}</w:t></w:r>"
TYPED = '<w:r><w:br w:type="page"/></w:r>'


def pages(parts: tuple[Part, ...]) -> list[int | None]:
    return [part.page for part in parts]


def test_pages_are_those_that_word_counted(tmp_path: Path) -> None:
    body = (
        p("1")
        + p(FULL.format("2"))
        + p(t("still 2") + FULL.format("3"))
        + p(TYPED)
        + p(FULL.format("4"))
        + p("5", "<w:pageBreakBefore/>")
    )
    body += tbl(tc(p(t("5") + FULL.format("6"))) + tc(p(t("5") + FULL.format("6"))), tc("6") + tc("6")) + p("6")
    source = read(tmp_path, body)
    assert pages(source.parts) == [1, 2, 2, 4, 5, 5, 6]
    assert [pages(cell.parts) for cell in source.parts[5].cells] == [[5], [5], [6], [6]]


def test_without_the_marks_of_word_nobody_knows_pages(tmp_path: Path) -> None:
    assert pages(read(tmp_path, p("1") + p(TYPED) + p("2")).parts) == [None, None]
