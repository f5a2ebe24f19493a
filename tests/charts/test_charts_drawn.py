"""Every sample, in both widths, as a file."""

from __future__ import annotations

from functools import cache
from itertools import product
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, assume, given, seed, settings

from panelpapers.charts import Said, draw, size_of
from panelpapers.charts.draw import picture_of
from panelpapers.charts.finish import finished
from panelpapers.charts.palette import LIGHT
from panelpapers.charts.picture import SHEETS, Width
from panelpapers.facts.figure import figure_facts
from panelpapers.records.indicator import Indicator
from panelpapers.rules.figures.refusals import refusals
from tests.charts.drawable import drawable
from tests.charts.drawn import SVG, parse, words_of
from tests.charts.overlaps import faults
from tests.charts.samples import names, sample

pytestmark = pytest.mark.slow

WIDTHS: tuple[Width, ...] = ("wide", "narrow")
EVERY = list(product(names(), WIDTHS))


@cache
def svg_of(name: str, width: Width = "wide") -> bytes:
    indicator = sample(name)
    return draw(indicator, figure_facts(indicator), Said(indicator.title, f"Words on {name} & more"), name, width)


@pytest.mark.parametrize(("name", "width"), EVERY)
def test_nothing_crosses_a_text_or_is_cut_off(name: str, width: Width) -> None:
    assert faults(svg_of(name, width)) == []


@seed(15)
@settings(
    max_examples=12, phases=[Phase.generate], deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
@given(drawable())
def test_any_indicator_is_drawn_and_can_be_read(indicator: Indicator) -> None:
    assume(not refusals(indicator))
    for width in WIDTHS:
        svg = draw(indicator, figure_facts(indicator), Said("T", "D"), "s", width)
        assert faults(svg) == []
        assert len(svg) <= 25_000


ASH = '<text transform="translate(20,50)">Ash</text>'


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        (ASH, []),
        (ASH.replace("20", "-5"), ['"Ash" leaves the picture']),
        (f'{ASH}<g transform="translate(29,54)"><text>Elm</text></g>', ['"Ash" covers "Elm"']),
        (f'{ASH}<g transform="translate(50,50)"><text>Elm</text></g>', ['"Ash" runs into "Elm"']),
        (f'{ASH}<g transform="translate(58,50)"><text>Elm</text></g>', []),
        (f'{ASH}<line transform="translate(0,45)" x2="90" stroke="#0b0c0c"/>', ['a line crosses "Ash"']),
        (f'{ASH}<line transform="translate(0,45)" x2="90" stroke="#d5d8da"/>', []),
        (f'{ASH}<path d="M0,80L30,20L60,80"/>', ['a line crosses "Ash"'] * 2),
        (f'{ASH}<path d="M0,80L90,60"/>', []),
        (f'{ASH}<path d="M24,40h9v9h-9Z" fill="#000"/>', ['a mark covers "Ash"']),
        (f'{ASH}<path transform="translate(24,48)" d="M5,0A5,5,0,1,1,-5,0" fill="#000"/>', ['a mark covers "Ash"']),
    ],
)
def test_the_checker_finds_what_cannot_be_read(marks: str, said: list[str]) -> None:
    svg = f'<svg xmlns="{SVG.strip("{}")}" width="100" height="100" font-size="16">{marks}</svg>'
    assert faults(svg.encode()) == said


@pytest.mark.parametrize(("name", "width"), EVERY)
def test_a_file_stands_on_its_own(name: str, width: Width) -> None:
    svg = svg_of(name, width)
    root = parse(svg)
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root[1].text == f"Words on {name} & more"
    assert size_of(svg)[0] == SHEETS[width].width
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert len(svg) <= 25_000
    attributes = {attribute for element in root.iter() for attribute in element.attrib}
    assert not {one for one in attributes if one.startswith("aria") or one in ("role", "clip-path", "href")}
    assert float(root.get("font-size", "0")) >= 17
    assert "font-size" not in {
        attribute for element in root.iter() if element is not root for attribute in element.attrib
    }


@pytest.mark.parametrize(("name", "width"), EVERY)
def test_every_colour_follows_the_theme(name: str, width: Width) -> None:
    root = parse(svg_of(name, width))
    style = root.findtext(f"{SVG}style", "")
    paper = root.find(f"{SVG}rect")
    assert paper is not None
    assert (paper.get("width"), paper.get("height"), paper.get("fill")) == (
        root.get("width"), root.get("height"), LIGHT["paper"],
    )  # fmt: skip
    for element in root.iter():
        for attribute in ("fill", "stroke"):
            if (colour := element.get(attribute, "none")) != "none":
                assert style.count(f'[{attribute}="{colour}"]{{{attribute}:#') == 1
    # Only a screen is ever dark: print has the light colours that stand in the attributes.
    assert style.count("@media") == style.count("@media screen and (prefers-color-scheme:dark)") == 1


def test_exact_figures_stand_at_the_bars() -> None:
    words = words_of(svg_of("bar-three-periods"))
    assert {"220 days", "185 days", "183 days", "Year ending December 2024"} <= set(words)
    assert {"70.6%", "35.1%", "9.5%", "3.9%"} <= set(words_of(svg_of("horizontal-offences")))
    assert {"682,916", "about 300,000 to 350,000"} <= set(words_of(svg_of("horizontal-large-and-range")))


def test_target_baseline_and_break_are_labelled_in_place() -> None:
    words = words_of(svg_of("line-target"))
    assert {"Target 12.0%", "13.5% [p]", "Year ending June 2023 Baseline"} <= set(words)
    assert "Break in series" in words_of(svg_of("line-gap-break-forecast"))
    assert "Break in series" in words_of(svg_of("bar-statuses"))
    assert "Target 13.0%" in words_of(svg_of("horizontal-forces"))


def test_a_gap_keeps_its_place_and_breaks_the_line() -> None:
    svg = svg_of("line-gap-break-forecast")
    words = words_of(svg)
    assert [word for word in words if word.isdigit() and len(word) == 4] == [str(year) for year in range(2019, 2027)]
    assert "[x]" in words
    root = parse(svg)
    lines = [
        path for path in root.iter(f"{SVG}path") if path.get("stroke-linejoin") == "round" and not path.get("fill")
    ]
    assert [path.get("d", "").count("L") for path in lines] == [2, 2, 1]
    assert [path.get("stroke-dasharray") for path in lines] == [None, None, "2,4"]


def test_provisional_and_forecast_are_hollow() -> None:
    markers = [
        path for path in parse(svg_of("line-gap-break-forecast")).iter(f"{SVG}path") if "A" in path.get("d", "")
    ]
    assert [path.get("fill") == LIGHT["paper"] for path in markers] == [False] * 5 + [True] * 2


def test_series_differ_in_shape_and_dash_and_are_named_at_their_ends() -> None:
    svg = svg_of("line-four-series")
    assert {"Violence against the person", "Vehicle offences", "Burglary", "Robbery"} <= set(words_of(svg))
    lines = [path for path in parse(svg).iter(f"{SVG}path") if path.get("stroke-linejoin")]
    assert len({path.get("stroke-dasharray") for path in lines}) == 4
    shapes = {(path.get("stroke"), path.get("d")) for path in parse(svg).iter(f"{SVG}path") if path.get("fill")}
    assert len(shapes) == 4


def test_status_is_a_word_and_a_shape() -> None:
    svg = svg_of("status-strip")
    assert {"Green", "Amber", "Red", "3", "4", "2"} <= set(words_of(svg))
    shapes = [path.get("d") for path in parse(svg).iter(f"{SVG}path") if path.get("fill")]
    assert [shapes.count(shape) for shape in dict.fromkeys(shapes)] == [3, 4, 2]


def test_bars_and_labels_are_never_cut_short() -> None:
    for width in WIDTHS:
        words = " ".join(words_of(svg_of("horizontal-long-names", width)))
        assert "…" not in words
        for cell in figure_facts(sample("horizontal-long-names")).grid.rows[0].cells:
            assert cell.label in words


def test_what_is_not_from_draw_has_no_size() -> None:
    with pytest.raises(ValueError, match="not a file that draw"):
        size_of(b"<svg/>")


def test_the_size_of_any_series_can_be_read_back() -> None:
    """Margins are sums of measured widths, and such sums are not always whole: 320.00000000000006."""
    drawn = Random(14)  # noqa: S311 - the same series each time
    odd = []
    for _ in range(500):
        one = indicator(
            drawn.choice(("money", "count")), [drawn.randint(0, 10 ** drawn.randint(3, 10)) for _ in "12345"]
        )
        for width in WIDTHS:
            picture = picture_of(one, figure_facts(one), width)
            frame = picture.frame
            across, down = frame.left + frame.width + frame.right, frame.top + frame.height + frame.bottom
            vega = f'<svg xmlns="{SVG.strip("{}")}" width="{across}" height="{down}"/>'
            assert size_of(finished(vega, Said("T", "D"), "s", picture)) == frame.size == (SHEETS[width].width, down)
            odd += [(one, width)] if across != frame.size[0] else []
    assert odd, "no sum that is not whole was drawn: draw more"
    for one, width in odd[:3]:
        svg = draw(one, figure_facts(one), Said("T", "D"), "s", width)
        paper = parse(svg).find(f"{SVG}rect")
        assert size_of(svg)[0] == SHEETS[width].width
        assert paper is not None
        assert paper.get("width") == f"{SHEETS[width].width}"


def indicator(unit: str, values: list[int]) -> Indicator:
    points = [{"period": f"{year}/{year - 1999:02}", "value": str(value)} for year, value in enumerate(values, 2018)]
    typed = {"title": "T", "measure": "m", "place": "P", "unit": unit, "definition": "D", "source": {"title": "S"}}
    return Indicator.model_validate(typed | {"points": points})


def test_ids_of_the_engine_are_named_after_the_figure() -> None:
    clipped = (
        f'<svg xmlns="{SVG.strip("{}")}" width="9" height="9"><defs><clipPath id="clip7"><rect width="9" height="9"/>'
        '</clipPath></defs><g clip-path="url(#clip7)"><path d="M0,0L9,9" stroke="#000"/></g></svg>'
    )
    one = sample("line-target")
    svg = finished(clipped, Said("T", "D"), "my-figure", picture_of(one, figure_facts(one), "wide"))
    assert b"clip7" not in svg
    ids = [element.get("id") for element in parse(svg).iter() if element.get("id")]
    assert ids == ["my-figure-1"]
    assert b"url(#my-figure-1)" in svg
