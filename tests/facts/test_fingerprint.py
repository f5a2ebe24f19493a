"""One hash of what a record says: markup, names and order of fields do not count, and each word does."""

from __future__ import annotations

import pytest

from panelpapers.facts.fingerprint import fingerprint, words_of
from panelpapers.records.agenda import AgendaItem


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Plain words.", "Plain words."),
        ("  Two \n lines ", "Two lines"),
        ("It is **bold**, *so* and `code`.", "It is bold, so and code."),
        ("It is __bold__ and _so_, but snake_case stays.", "It is bold and so, but snake_case stays."),
        ("See [the plan](/plan/#commitment-3).", "See the plan."),
        ('See [the plan](<https://example.org/a b> "Title").', "See the plan."),
        ("See [one](/a_(b)/), [two](/c/).", "See one, two."),
        ("[a](b [c](/d/)", "[a](b c"),
        ("- one\n- two", "one two"),
        ("> - one\n>   two\n\n\n## Three", "one two Three"),
        ("1. one\n2. two", "1. one 2. two"),
        ("| a | b |\n| --- | ---: |\n| 1 | -2 |", "a b 1 -2"),
        ("It fell by -5%.", "It fell by -5%."),
        ("e\u0301", "\u00e9"),
    ],
)
def test_the_words_of_a_text_are_those_that_are_read(typed: str, read: str) -> None:
    assert words_of(typed) == read


def item(**changes: object) -> AgendaItem:
    return AgendaItem.model_validate(
        {"number": "4", "title": "Roads", "text": "The **roads** are mended.", **changes}
    )


def test_how_it_is_typed_does_not_count_and_each_word_does() -> None:
    told = fingerprint(item())
    assert told == fingerprint(item(text="The roads\nare mended."))
    assert told == fingerprint(item(notes="For us alone.", language="en-GB"))
    assert told != fingerprint(item(text="The road are mended."))
    assert told != fingerprint(item(title="Roads, again"))
    assert told != fingerprint(item(urgent={"reason": "Ice."}))


def test_order_counts_in_a_list_and_not_among_fields() -> None:
    one, other = {"number": "4.1", "title": "North"}, {"number": "4.2", "title": "South"}
    assert fingerprint(item(items=[one, other])) != fingerprint(item(items=[other, one]))
    swapped = AgendaItem.model_validate({"text": "The roads are mended.", "title": "Roads", "number": "4"})
    assert fingerprint(swapped) == fingerprint(item())


def test_yes_and_no_count_with_their_name() -> None:
    hashes = {fingerprint(item()), fingerprint(item(consent="yes")), fingerprint(item(not_taken="deferred"))}
    assert len(hashes) == 3


def test_the_hash_of_a_record_stays() -> None:
    """Whatever changes this makes every list of published texts worthless: it is never renewed."""
    assert fingerprint(item()) == "38e8e81140a71e97157ab1dbdd2c6bbd2677c52bb78cfe0e1aa2dd08873dff3f"
