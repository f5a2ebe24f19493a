"""What a printed number becomes in an address, and what an entry is called by it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from panelpapers.records.agenda import Agenda, AgendaItem
from panelpapers.records.minutes import Minutes
from panelpapers.records.names import by_number, key_of, read_printed


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("921", "921"), ("8 a)", "8-a"), ("8a", "8-a"), ("8(A)", "8-a"), ("23/22", "23-22"), ("CC-1", "cc-1"),
        ("19-20/FRA/15", "19-20-fra-15"), ("33A", "33-a"), ("498/II", "498-ii"), ("921 ii", "921-ii"),
        ("1.10", "1-10"), ("ⅳ", "iv"), ("é)", "e"), ("а", "a"), ("TOP 5", "top-5"), ("§", ""),
    ],
)  # fmt: skip
def test_a_key_is_made_of_runs_of_digits_and_of_letters(printed: str, key: str) -> None:
    assert key_of(printed) == key
    assert key_of(key) == key


@pytest.mark.parametrize(("typed", "printed"), [("8.", "8"), ("8 a):", "8 a)"), (" CC-1 ", "CC-1"), ("(a)", "(a)")])
def test_a_number_stays_as_it_is_printed(typed: str, printed: str) -> None:
    assert read_printed(typed) == printed


@pytest.mark.parametrize("typed", ["–", "(*)", ".", ""])
def test_a_number_without_a_letter_or_a_digit_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        AgendaItem.model_validate({"number": typed, "title": "T"})


def test_numbers_without_a_list_are_in_the_order_of_their_parts() -> None:
    keys = ["10", "9", "8-b", "8-a", "8"]
    assert sorted(keys, key=by_number) == ["8", "8-a", "8-b", "9", "10"]


def agenda(*items: dict[str, object]) -> Agenda:
    return Agenda.model_validate({"items": list(items)})


def told(of: Agenda) -> list[tuple[str, str]]:
    return [(item.key, item.label) for item in of.every_item]


def item(number: str | None = None, *items: dict[str, object], **more: object) -> dict[str, object]:
    return {"title": "Reports", **({"number": number} if number else {}), **more, "items": list(items)}


def test_the_number_of_a_part_has_that_of_the_whole_before_it_where_it_lacks_it() -> None:
    parts = item("a)"), item("8 b)"), item("(c)", item("i"))
    assert told(agenda(item("8", *parts))) == [
        ("8", "8"), ("8-a", "8 a)"), ("8-b", "8 b)"), ("8-c", "8 (c)"), ("8-c-i", "8 (c) i"),
    ]  # fmt: skip
    assert told(agenda(item("8", item("1"), item("8")))) == [("8", "8"), ("8-1", "8 1"), ("8-8", "8 8")]
    assert told(agenda(item("CC", item("CC-1")))) == [("cc", "CC"), ("cc-1", "CC-1")]


def test_below_a_heading_figures_run_on_and_letters_begin_again_unless_the_heading_says_otherwise() -> None:
    assert told(agenda(item(None, item("8"), item("a"), id="consent"))) == [
        ("consent", ""), ("8", "8"), ("consent-a", "Reports a"),
    ]  # fmt: skip
    assert told(agenda(item(None, item("1"), id="old", begin_again="yes"))) == [("old", ""), ("old-1", "Reports 1")]
    assert told(agenda(item("V", item("5"), begin_again="no"))) == [("v", "V"), ("5", "5")]


def test_a_number_of_several_parts_stands_alone_below_another() -> None:
    assert told(agenda(item("TOP 4", item("Ö 4 a")))) == [("top-4", "TOP 4"), ("o-4-a", "Ö 4 a")]
    assert told(agenda(item("4", item("17/26"), item("CC-1")))) == [("4", "4"), ("17-26", "17/26"), ("cc-1", "CC-1")]
    assert told(agenda(item("5.0", item("5.1"), item("(a)")))) == [
        ("5-0", "5.0"), ("5-1", "5.1"), ("5-0-a", "5.0 (a)"),
    ]  # fmt: skip
    assert told(agenda(item("4", item("17/26"), begin_again="yes")))[1] == ("4-17-26", "4 17/26")


def test_an_id_goes_before_the_number_and_stands_alone() -> None:
    (first, second, third) = agenda(item("8 a)", id="cs1"), item(None, id="welcome"), item()).items
    assert (first.key, first.number_key, first.label, first.name) == ("cs-1", "8-a", "8 a)", "item 8 a)")
    assert (second.key, second.heading, second.name, second.opening, second.spaced) == (
        "welcome", "Reports", "item “Reports”", "Item “Reports”", "",
    )  # fmt: skip
    assert (third.key, third.heading) == ("reports", "Reports")
    assert first.heading == "Item 8 a): Reports"


@pytest.mark.parametrize(
    ("number", "numeral", "key", "label"),
    [
        ("921", "ii", "921-ii", "921 (ii)"), ("921", "(ii)", "921-ii", "921 (ii)"), ("33", "(a)", "33-a", "33 (a)"),
        ("33", "a)", "33-a", "33 a)"), ("33", "IV", "33-iv", "33 (IV)"), ("33", "1", "33-1", "33 (1)"),
        ("7.1", "7.1.1", "7-1-1", "7.1.1"), ("33", "20-08", "33-20-08", "20-08"), ("2", "2.2", "2-2", "2.2"),
        ("918", None, "918-resolved", "918"), (None, "20-08", "award-20-08", "20-08"),
        (None, "(a)", "award-a", "(a)"), (None, None, "award-resolved", ""),
    ],
)  # fmt: skip
def test_a_resolution_is_known_by_its_own_number_and_that_of_its_minute(
    number: str | None, numeral: str | None, key: str, label: str
) -> None:
    resolution = {"text": "T", "short": "S"} | ({"numeral": numeral} if numeral else {})
    minute = {"title": "Award", "resolutions": [resolution]} | ({"number": number} if number else {"id": "award"})
    (made,) = Minutes.model_validate({"minutes": [minute]}).minutes[0].resolutions
    assert (made.key, made.label) == (key, label)
    assert made.name == (f"Resolution {label}" if label else "Resolution in minute “Award”")
    assert made.action_key == key.removesuffix("-resolved")


def test_a_minute_below_a_heading_gives_its_place_to_its_resolutions() -> None:
    inner = {"number": "1", "title": "Fees", "resolutions": [{"numeral": "a", "text": "T", "short": "S"}]}
    heading = {"title": "Hearings", "id": "hearings", "begin_again": "yes", "minutes": [inner]}
    minutes = Minutes.model_validate({"minutes": [heading]})
    assert [minute.key for minute in minutes.every_minute] == ["hearings", "hearings-1"]
    (made,) = minutes.every_minute[1].resolutions
    assert (made.key, made.label) == ("hearings-1-a", "Hearings 1 (a)")
