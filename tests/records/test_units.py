"""Units as papers print them, and figures that are typed with their unit."""

from __future__ import annotations

import copy
from decimal import Decimal

import pytest
from pydantic_core import PydanticCustomError

from panelpapers.records.indicator import Indicator
from panelpapers.records.units import Printed, Unit, agrees, read_figure, read_unit


@pytest.mark.parametrize(
    ("typed", "kind", "scale", "sign", "base"),
    [
        ("%", "%", 0, "", ""),
        ("Money", "money", 0, "", ""),
        ("£", "money", 0, "£", ""),
        ("£m", "money", 6, "£", ""),
        ("£ Million", "money", 6, "£", ""),
        ("£000", "money", 3, "£", ""),
        ("£'000", "money", 3, "£", ""),
        ("£bn", "money", 9, "£", ""),
        ("million $", "money", 6, "$", ""),
        ("EUR million", "money", 6, "€", ""),
        ("CHF million", "money", 6, "CHF\u00a0", ""),
        ("money in millions", "money", 6, "", ""),
        ("thousands", "count", 3, "", ""),
        ("count in thousands", "count", 3, "", ""),
        ("thousand hours", "hours", 3, "", ""),
        ("per 1,000", "rate", 0, "", "1,000"),
        ("per 100000 people", "rate", 0, "", "100,000 people"),
        ("per million vehicle miles", "rate", 0, "", "million vehicle miles"),
        ("per officer", "rate", 0, "", "officer"),
        ("index (2015/16 = 100)", "index", 0, "", "2015/16"),
        ("ratio to 1", "ratio", 0, "", ""),
        ("minutes  and seconds", "minutes and seconds", 0, "", ""),
    ],
)
def test_a_unit_as_papers_print_it(typed: str, kind: str, scale: int, sign: str, base: str) -> None:
    unit = read_unit(typed)
    assert (str(unit), unit.scale, unit.sign, unit.base) == (kind, scale, sign, base)
    again = read_unit(unit.name)
    assert (again, again.scale, again.sign, again.base) == (unit, scale, sign, base)
    assert copy.deepcopy(unit).scale == scale


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("percent", "%"),
        ("per cent", "%"),
        ("pounds", "£"),
        ("millions of pounds", "£ million"),
        ("in thousands", "thousands"),
        ("mm:ss", "minutes and seconds"),
        ("hrs & mins", "hours and minutes"),
        ("h:mm:ss", "hours, minutes and seconds"),
        ("minuets", "minutes"),
        ("week", "weeks"),
        ("numbers", "count"),
        ("index number", "index"),
        ("x to 1", "ratio"),
        ("‰", "per 1,000"),
        ("percentage point", "percentage points"),
        ("m", None),
        ("FTE", None),
        ("working days", None),
        ("thousands of calls", None),
        ("crimes per 1,000 people", None),
        ("per cent of calls", None),
        ("seconds per call", None),
    ],
)
def test_a_unit_that_is_called_otherwise_is_answered_with_the_right_words(typed: str, meant: str | None) -> None:
    with pytest.raises(PydanticCustomError) as told:
        read_unit(typed)
    context = told.value.context or {}
    assert (told.value.type, context["suggestion"]) == ("unknown-word", meant)
    if meant:
        assert read_unit(meant).name == meant


@pytest.mark.parametrize(
    ("typed", "amount", "unit"),
    [
        ("13.5", "13.5", None),
        ("8:43", "523", "minutes and seconds"),
        ("-0:30", "-30", "minutes and seconds"),
        ("8:43.5", "523.5", "minutes and seconds"),
        ("125:05", "7505", "minutes and seconds"),
        ("1:02:03", "3723", "hours, minutes and seconds"),
        ("£142.6m", "142.6", "£ million"),
        ("−£1.2bn", "-1.2", "£ billion"),
        ("1,200k", "1200", "thousands"),
        ("142.6 million", "142.6", "millions"),
        ("3.2:1", "3.2", "ratio"),
        ("3 to 1", "3", "ratio"),
    ],
)
def test_a_figure_keeps_what_was_typed_with_it(typed: str, amount: str, unit: str | None) -> None:
    figure = read_figure(typed)
    assert figure == Decimal(amount)
    assert (figure.unit.name if isinstance(figure, Printed) else None) == unit
    kept = Indicator.model_validate(
        {"title": "T", "measure": "m", "place": "P", "unit": "count", "definition": "D", "source": {"title": "S"}}
        | {"points": [{"period": "2024", "value": typed}], "total": typed}
    )
    assert type(copy.deepcopy(kept).points[0].value) is type(kept.total) is type(figure)


@pytest.mark.parametrize(
    "typed", ["8:3", "8:60", "1:60:00", "1:2", "£14,2m", "1.2m a year", "8m 43s", "1:", ":30", "x"]
)
def test_what_is_no_figure_in_any_unit_is_refused(typed: str) -> None:
    with pytest.raises(PydanticCustomError, match=r"number|time"):
        read_figure(typed)


@pytest.mark.parametrize(
    ("figure", "unit", "sign", "fits"),
    [
        ("8:43", "minutes and seconds", "", True),
        ("8:43", "hours and minutes", "", True),
        ("8:43", "hours, minutes and seconds", "", False),
        ("8:43", "minutes", "", False),
        ("523", "minutes and seconds", "", False),
        ("£14.2m", "£ million", "£", True),
        ("£14.2m", "money in millions", "£", True),
        ("$14.2m", "money in millions", "£", False),
        ("£14.2m", "money", "£", False),
        ("£14.2m", "£ thousand", "£", False),
        ("£14.2m", "millions", "", False),
        ("14.2m", "£ million", "£", True),
        ("14.2m", "millions", "", True),
        ("14.2k", "thousand hours", "", True),
        ("14.2m", "count", "", False),
        ("3:1", "ratio", "", True),
        ("3 to 1", "ratio", "", True),
        ("3 to 1", "count", "", False),
    ],
)
def test_whether_a_figure_is_in_the_unit_of_its_file(figure: str, unit: str, sign: str, fits: bool) -> None:
    assert agrees(read_figure(figure), read_unit(unit), sign) == fits


@pytest.mark.parametrize(
    ("unit", "adding"),
    [
        ("£ million", ("money", 1_000_000)),
        ("thousands", ("count", 1_000)),
        ("hours and minutes", ("time", 60)),
        ("thousand hours", ("time", 3_600_000)),
        ("weeks", ("weeks", 1)),
        ("per 1,000 people", None),
        ("index", None),
        ("%", None),
    ],
)
def test_what_can_be_added_up(unit: str, adding: tuple[str, int] | None) -> None:
    assert read_unit(unit).adding == adding


def test_only_single_things_are_counted_each() -> None:
    assert Unit("count").counts_each
    assert not Unit("count", 3).counts_each
