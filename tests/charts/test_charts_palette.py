"""Contrast of the colours, and how far apart they are for readers who see fewer of them."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from colorspacious import cspace_converter  # type: ignore[import-untyped]

from panelpapers.charts.lines import DASHES
from panelpapers.charts.palette import DARK, LIGHT, SERIES, SHAPES, Shade

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
RATINGS: tuple[Shade, ...] = ("green", "amber", "red")
KINDS = (None, "deuteranomaly", "protanomaly", "tritanomaly")


def channels(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, kind: str | None) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Give the place of a colour in CAM02-UCS as a reader without one kind of cone sees it."""
    light = np.array(channels(colour))
    if kind:
        space = {"name": "sRGB1+CVD", "cvd_type": kind, "severity": 100}
        light = np.clip(cspace_converter(space, "sRGB1")(light), 0, 1)
    place: np.ndarray[tuple[int], np.dtype[np.float64]] = cspace_converter("sRGB1", "CAM02-UCS")(light)
    return place


@THEMES
def test_graphics_and_text_stand_out_from_the_paper(theme: dict[Shade, str]) -> None:
    graphics: tuple[Shade, ...] = (*SERIES, "other", "green", "amber", "red")
    assert {shade: round(contrast(theme[shade], theme["paper"]), 2) for shade in graphics
            if contrast(theme[shade], theme["paper"]) < 3} == {}  # fmt: skip
    assert contrast(theme["ink"], theme["paper"]) >= 7
    assert contrast(theme["quiet"], theme["paper"]) >= 7


@THEMES
@pytest.mark.parametrize("kind", KINDS)
def test_series_stay_apart_without_one_kind_of_cone(theme: dict[Shade, str], kind: str | None) -> None:
    for one, other in (*combinations(SERIES, 2), *combinations(RATINGS, 2)):
        distance = float(np.linalg.norm(seen(theme[one], kind) - seen(theme[other], kind)))
        assert distance >= 15, (one, other, kind, distance)


def test_series_differ_in_marker_and_dash_as_well() -> None:
    assert len(set(SHAPES)) == len(set(DASHES)) == len(SERIES)


def test_every_shade_has_one_colour_of_its_own_in_both_themes() -> None:
    assert LIGHT.keys() == DARK.keys()
    assert len(set(LIGHT.values())) == len(LIGHT)
