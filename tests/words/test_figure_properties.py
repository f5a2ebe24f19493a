"""What holds for the words of every figure, whatever an editor types."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from panelpapers.describing import Description, describe
from panelpapers.records.indicator import Indicator
from tests.strategies import figures, indicators, many, yearly_periods

SETTINGS = many(60)
BANNED = (
    "significant", "significantly", "dramatic", "dramatically", "sharp", "sharply", "soared", "plummeted", "slight",
    "slightly", "modest", "modestly", "only", "just", "clearly", "consistently", "steadily", "because", "due to",
    "driven by", "image of", "inf", "nan", "improved", "worsened", "green line", "None",
)  # fmt: skip
NUMBER = re.compile(r"-?\d+(?:,\d{3})*(?:\.\d+)?")
BELOW_ZERO = re.compile(r"(\d[\d,.]*)(?: \w+)? below zero")
ABBREVIATIONS = re.compile(r"\b(?:St|No)\. ")


def sentences(text: str) -> list[str]:
    """Split a text into sentences; the names that the strategies draw have full stops of their own."""
    return re.split(r"(?<=\.) (?=[A-Z])", ABBREVIATIONS.sub(lambda found: found[0].replace(". ", "_"), text))


def texts(told: Description) -> tuple[str, str]:
    return told.summary, told.description


@SETTINGS
@given(indicators())
def test_every_indicator_is_described_or_refused(indicator: Indicator) -> None:
    told = describe(indicator)
    json.dumps(told.as_data())
    assert all(texts(told)) is not bool(told.errors)
    for problem in (*told.errors, *told.warnings):
        assert problem.message.endswith(".")
        assert problem.fix.endswith(".")


@SETTINGS
@given(indicators())
def test_texts_keep_their_limits(indicator: Indicator) -> None:
    told = describe(indicator)
    assume(not told.errors)
    assert told.alt == told.summary
    assert len(told.summary) <= 200
    assert len(told.description) <= 900
    for text in texts(told):
        assert text[0] == text[0].upper()
        assert text.endswith(".")
        assert not any(twice in text for twice in ("..", ",,", "  ", " ,", " .", ";;"))
    said = sentences(told.description)
    assert (2 if indicator.drawn else 1) <= len(said) <= 5
    assert len(sentences(told.summary)) == 1
    for sentence in said:
        assert not sentence[0].isdigit()
        assert len(sentence.split()) <= 25, sentence
        assert sentence[0] == sentence[0].upper()


@SETTINGS
@given(indicators())
def test_no_word_is_said_that_nothing_backs(indicator: Indicator) -> None:
    told = describe(indicator)
    for text in texts(told):
        for word in BANNED:
            assert not re.search(rf"\b{word}\b", text, re.IGNORECASE if word != "None" else 0), text


@SETTINGS
@given(indicators(series=False, axis="time"), st.data())
def test_the_order_in_which_points_are_typed_says_nothing(indicator: Indicator, data: st.DataObject) -> None:
    assume(all(point.period and point.period.stated for point in indicator.points))
    shuffled = indicator.model_copy(update={"points": data.draw(st.permutations(indicator.points))})
    first, second = describe(indicator), describe(shuffled)
    assume(not first.errors)
    assert in_one_order(first) == in_one_order(second)


def in_one_order(told: Description) -> dict[str, object]:
    """Give it as data. Problems are told in the order of the file's lines, so theirs is not compared."""
    return told.as_data() | {"warnings": sorted(told.warnings, key=lambda problem: problem.message)}


@SETTINGS
@given(indicators(), st.integers(0, 5), st.sampled_from(("76543.219", "8765432")))
def test_a_suppressed_figure_is_nowhere(indicator: Indicator, place: int, secret: str) -> None:
    told = json.dumps(describe(with_a_suppressed_figure(indicator, place, Decimal(secret))).as_data())
    for digits in (secret, secret.split(".")[0], "76,543", "8,765,432"):
        assert digits not in told


def with_a_suppressed_figure(indicator: Indicator, place: int, secret: Decimal) -> Indicator:
    """Type a figure that must not be shown into one of the points, in every field that could hold it."""
    rows = indicator.every_series()
    row = rows[place % len(rows)]
    hidden = row.points[place % len(row.points)].model_copy(
        update={
            "value": secret, "lowest": None, "highest": None, "interval": None, "statuses": ["suppressed"],
            "earlier_value": secret, "remark": f"It was {secret}.", "worked_out": f"{secret} in all",
        }
    )  # fmt: skip
    points = [hidden if number == place % len(row.points) else point for number, point in enumerate(row.points)]
    if not indicator.series:
        return indicator.model_copy(update={"points": points})
    changed = row.model_copy(update={"points": points})
    return indicator.model_copy(update={"series": [changed if one is row else one for one in rows]})


@SETTINGS
@given(figures("time"), st.sampled_from(("higher", "lower", "neutral")))
def test_a_number_that_is_said_is_in_the_table_or_derived_from_it(points: list[dict[str, Any]], better: str) -> None:
    indicator = Indicator.model_validate(
        {"title": "T", "measure": "measure", "place": "place", "unit": "count", "better": better,
         "definition": "D", "source": {"title": "S"}, "points": points}
    )  # fmt: skip
    told = describe(indicator)
    assume(not told.errors)
    for text in (told.summary, told.description):
        said = set(NUMBER.findall(BELOW_ZERO.sub(r"-\1", text)))
        assert said <= derived(indicator, told), text


def derived(indicator: Indicator, told: Description) -> set[str]:
    """Work out every number that could be said: the table's, differences, changes in per cent, lengths, counts."""
    known = set(NUMBER.findall(json.dumps(told.table.as_data())))
    typed = [
        number
        for point in indicator.points
        for number in (point.value, point.earlier_value, *(other.value for other in point.other_figures))
        if number is not None
    ]
    decimals = max((len(part.partition(".")[2]) for part in known), default=0)
    for number in typed:
        known |= written(number) | written(abs(number))
        for other in typed:
            known |= written(abs(other - number))
            if number:
                known.add(f"{half_up(abs((other - number) / number) * 100, 1):,.1f}")
    periods = [point.period for point in indicator.points if point.period]
    known |= {number for period in periods for number in re.findall(r"\d+", period.name)}
    known |= {str(period.months) for period in periods} | {"1"}
    smallest = {f"{Decimal(1).scaleb(-places):.{places}f}" for places in range(decimals + 1)}
    small = {"10"}  # counts below which no change is told
    return known | smallest | small | {str(number) for number in range(len(indicator.points) + 1)}


def half_up(number: Decimal, decimals: int) -> Decimal:
    shifted = number.scaleb(decimals)
    whole = int(abs(shifted) + Decimal("0.5"))
    return Decimal(whole if shifted >= 0 else -whole).scaleb(-decimals)


def written(number: Decimal) -> set[str]:
    return {f"{half_up(number, places):,.{places}f}" for places in range(4)}


@SETTINGS
@given(yearly_periods, st.lists(st.integers(0, 40), min_size=8, max_size=8))
def test_a_direction_is_the_direction_of_the_figures(labels: list[str], values: list[int]) -> None:
    """Read the message back: it says rose or fell of the first and the last figure as the figures do."""
    typed = [{"period": label, "value": str(value)} for label, value in zip(labels, values, strict=False)]
    indicator = Indicator.model_validate(
        {"title": "T", "measure": "measure", "place": "place", "unit": "%", "definition": "D",
         "source": {"title": "S"}, "points": typed}
    )  # fmt: skip
    ordered = [value for _, value in sorted(zip(labels, values, strict=False), key=lambda pair: pair[0][-4:])]
    message = sentences(describe(indicator).description)[0]
    if " then " in message:
        assert len(ordered) > 2
        first, peak = (
            ("rose", max(ordered)) if message.index("rose") < message.index("fell") else ("fell", min(ordered))
        )
        assert f"{first} from {ordered[0]}%" in message or f"{first} to {peak}%" in message
        assert f" to {peak}%" in message
        assert f" to {ordered[-1]}% " in message
    elif "rose" in message:
        assert ordered[-1] > ordered[0]
    elif "fell" in message:
        assert ordered[-1] < ordered[0]
    else:
        assert len(ordered) == 1 or ordered[0] == ordered[-1] or "no clear pattern" in message
    if "each figure" in describe(indicator).description.lower():
        assert sorted(set(ordered)) in (ordered, ordered[::-1])
