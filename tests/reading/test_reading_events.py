"""Text to maps and lists with places; and files made to exhaust a reader are answered at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from panelpapers.reading import events
from panelpapers.reading.diagnosis import read_text
from panelpapers.reading.events import Patience, Tree, read_events
from panelpapers.reading.lines import Names
from panelpapers.reading.validate import read_record
from panelpapers.records.agenda import Agenda
from panelpapers.records.place import Place, TypedList, TypedMap


@pytest.fixture(params=["compiled", "pure"], autouse=True)
def _both_parsers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure":
        monkeypatch.setattr(events, "events_of", events.pure_events)


def test_places_of_names_values_and_entries() -> None:
    tree = read_events("a: x\nb:\n  - one\n  - c: y\n    d: [z]\n", "f.yml")
    root = tree.root
    assert isinstance(root, TypedMap)
    assert root.place == Place("f.yml", 1, 1)
    assert root.names == {"a": (1, 1, 1), "b": (2, 1, 1)}
    assert root.values_at == {"a": (1, 4, 1), "b": (3, 3, 1)}
    assert (root.name_at("b"), root.value_at("b")) == (Place("f.yml", 2, 1), Place("f.yml", 3, 3))
    entries = root["b"]
    assert isinstance(entries, TypedList)
    assert entries.entries_at == [(3, 5, 3), (4, 5, 1)]
    assert (entries.place, entries.entry_at(1)) == (Place("f.yml", 3, 3), Place("f.yml", 4, 5))
    assert entries[1].names == {"c": (4, 5, 1), "d": (5, 5, 1)}
    assert entries[1].value_at("d") == Place("f.yml", 5, 8)


def test_the_first_of_two_values_is_kept_and_the_second_told() -> None:
    tree = read_events("a: x\na:\n  b: y\nc: z\n", "f.yml")
    assert tree.root == {"a": "x", "c": "z"}
    assert [(problem.code, problem.place.line) for problem in tree.problems] == [("repeated-name", 2)]


def test_reading_goes_on_after_values_that_are_not_kept() -> None:
    tree = read_events("a:\nb: ~\nc: &x y\nd: *x\ne: !t z\nf:\n  -\n  - null\n  - g\n", "f.yml")
    assert tree.root == {"f": ["g"]}
    assert [problem.code for problem in tree.problems] == ["nothing"] * 2 + ["begins-with-sign"] * 3 + ["nothing"] * 2


def test_a_file_that_stops_in_the_middle() -> None:
    assert read_events("a: [x\nb: y\n", "f.yml").broken_at == 2


def codes(text: str) -> list[str]:
    _, problems = read_record(text.encode(), "f.yml", Agenda)
    return [problem.code for problem in problems]


@pytest.mark.slow
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[{a: "])
def test_three_thousand_brackets(opening: str) -> None:
    assert "too-deep" in codes("items: " + opening * 3_000 + "\n") or opening == "- "
    assert codes(opening * 3_000 + "\n")


def test_references_that_would_multiply() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 10) + "]" for n in range(1, 40)]
    assert codes("\n".join(lines) + "\n").count("begins-with-sign") == 40


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "items: " + "x" * 500_000,
        "items:" + " " * 500_000 + "x #y",
        "\n".join(["items:"] + ["  - title: a: b"] * 3_000),
        "\n".join(["items:"] + ["  -number: 1"] * 3_000),
        "\n".join(["items:"] + [" " * (n % 7) + "x: y" for n in range(3_000)]),
        "a: '" + "''" * 100_000,
        'a: "' + "\\" * 100_000,
        "a b " * 100_000 + ": c",
        "\n" * 300_000,
        "# \n" * 100_000 + "x",
        "- " * 10_000,
        "? " * 5_000,
        "\t" * 100_000 + "a: b",
        "a: b" + " " * 200_000 + "c",
        "a b" + " " * 200_000 + "c",
        "\n" * 200_000 + "a:\tb",
        "a: [" * 50_000,
        'a: "' + "b' " * 50_000,
    ],
    ids=lambda text: repr(text[:16]),
)
def test_files_made_to_be_slow(text: str, request: pytest.FixtureRequest) -> None:
    if "pure" in request.node.name:
        pytest.skip("the slow parser is slow on long files, whatever they hold")
    assert codes(text)


def test_the_same_problems_whichever_parser_reads() -> None:
    def both(text: str) -> Iterator[Tree]:
        for parser in (events.events_of, events.pure_events):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(events, "events_of", parser)
                yield read_events(text, "f.yml")

    for text in (
        "a: |\n  b\n\nc: >-\n  d\n  e\n",
        "a:\n- b\n-\n  c: d\n",
        "{a: [b, 'c'], \"d\": e}\n",
        "a: b\n...\n",
    ):
        first, second = both(text)
        assert first == second


def test_what_is_known_helps_to_read() -> None:
    names = Names((frozenset({"items"}), frozenset({"title"})))
    assert [
        problem.code for problem in read_text("title Apologies\nitems: x\n", "f.yml", names, Patience()).problems
    ] == ["no-colon"]


def test_an_empty_line_parts_paragraphs_in_folded_text() -> None:
    tree = read_events("text: >-\n  One\n  goes on.\n\n  Two.\n", "agenda.yml")
    assert tree.root == {"text": "One goes on.\n\nTwo."}


@pytest.mark.parametrize(
    ("typed", "width"),
    [
        ("a: 32,501", 6),
        ('a: "2026-03-05"', 12),
        ("a: '2026-03-05'  # a remark", 12),
        ("a: true", 4),
        ("a: 5 Jan. 2026   ", 11),
        ("a: one two\n  three", 7),
        ('a: "one two  \n  three"', 10),
        ("a: |\n  one two", 1),
        ("a: >-\n  one two", 1),
        ("a: {b: c}", 1),
    ],
)
def test_a_place_is_as_wide_as_what_was_typed(typed: str, width: int) -> None:
    root = read_events(typed, "f.yml").root
    assert isinstance(root, TypedMap)
    assert root.values_at["a"][1:] == (4, width)


def test_a_name_is_as_wide_as_what_was_typed() -> None:
    root = read_events('"a b": c\nde: f', "f.yml").root
    assert isinstance(root, TypedMap)
    assert [width for _, _, width in root.names.values()] == [5, 2]


@pytest.mark.parametrize(
    ("typed", "empty"), {"a: []": True, "a:\n  - b: []": True, "a: [b]": False, "a: {}": False}.items()
)
def test_it_is_known_whether_a_list_has_no_entry(typed: str, empty: bool) -> None:
    assert read_events(typed, "f.yml").empty is empty
