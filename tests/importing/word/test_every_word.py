"""Whatever a Word file is made of: each word that is seen is read once and in order, each other word is counted."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.importing.word.making import p, read, tbl, tc

MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
WRAPS = {
    "": "{}",
    "inserted": "<w:ins>{}</w:ins>",
    "a link": "<w:hyperlink>{}</w:hyperlink>",
    "a control": "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "a result": f"{MARK.format('begin')}<w:r><w:instrText>REF</w:instrText></w:r>{MARK.format('separate')}"
    f"{{}}{MARK.format('end')}",
    "deleted": "<w:del>{}</w:del>",
    "moved away": "<w:moveFrom>{}</w:moveFrom>",
}
RUN = st.tuples(st.sampled_from(sorted(WRAPS)), st.booleans())
PARAGRAPH = st.tuples(
    st.just("p"), st.lists(RUN, min_size=1, max_size=3), st.sampled_from(["", "box", "end deleted"])
)
BLOCK = st.recursive(
    PARAGRAPH,
    lambda inner: st.one_of(
        st.tuples(st.just("tbl"), st.lists(st.lists(inner, min_size=1, max_size=2), min_size=2, max_size=3)),
        st.tuples(st.just("sdt"), st.lists(inner, min_size=1, max_size=2)),
    ),
    max_leaves=6,
)


@dataclass
class Maker:
    """Writes blocks as XML, with a word of its own for each run, and remembers which of them are seen."""

    seen: list[str] = field(default_factory=list)
    unseen: int = 0
    made: int = 0

    def block(self, block: tuple[object, ...]) -> str:
        kind, inside, *more = block
        assert isinstance(inside, list)
        if kind == "p":
            return self.paragraph(inside, str(more[0]))
        if kind == "sdt":
            return f"<w:sdt><w:sdtContent>{''.join(map(self.block, inside))}</w:sdtContent></w:sdt>"
        rows = ["".join(tc(self.block(cell), p()) for cell in row) for row in inside]
        return tbl(*rows)

    def paragraph(self, runs: list[tuple[str, bool]], more: str) -> str:
        inside = "".join(self.run(*run) for run in runs)
        if more == "box":
            inside += f"<w:r><w:pict><w:txbxContent>{p(self.run('', False))}</w:txbxContent></w:pict></w:r>"
        return p(inside, "<w:rPr><w:del/></w:rPr>" if more == "end deleted" else "")

    def run(self, wrap: str, is_hidden: bool) -> str:
        self.made += 1
        word = f"word{self.made}x"
        if is_hidden or wrap in {"deleted", "moved away"}:
            self.unseen += 1
        else:
            self.seen.append(word)
        hiding = "<w:rPr><w:vanish/></w:rPr>" if is_hidden else ""
        return WRAPS[wrap].format(f"<w:r>{hiding}<w:t xml:space='preserve'>{word} </w:t></w:r>")


@given(st.lists(BLOCK, min_size=1, max_size=4))
def test_every_word_is_read_once_or_counted(blocks: list[tuple[object, ...]]) -> None:
    maker = Maker()
    body = p("first") + "".join(map(maker.block, blocks))
    with tempfile.TemporaryDirectory() as folder:
        source = read(Path(folder), body)
    assert " ".join(leaf.text for leaf in source.leaves()).split() == ["first", *maker.seen]
    assert sum(each.words for each in source.withheld) == maker.unseen
    assert source.running == ()
