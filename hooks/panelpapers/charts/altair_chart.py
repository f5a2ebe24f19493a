"""From a picture to an Altair chart to SVG text. Nothing but this module imports Altair or vl-convert.

The positions are an ordinal scale whose domain is given in full, so a period without a figure keeps its place, and
no date is ever handed to Vega, so no time zone can move it. Every size is fixed here: Vega lays out nothing itself.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any, Final

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

from .measure import FONTS
from .palette import LIGHT
from .picture import Bar, Divider, Leader, Level, Mark, Marker, Path, Picture, Piece, Text, Whisker

FONT: Final = "Arimo"
CLEAR: Final = 0.15
"""Share of the height of its row that a piece of a rule keeps from the labels above and below it."""
DRAWN_FROM_BACK: Final = (Divider, Bar, Level, Piece, Whisker, Path, Leader, Marker, Text)

vl_convert.register_font_directory(str(FONTS))

Datum = dict[str, Any]
"""One row of data as Vega takes it: names with numbers, texts or lists of these."""


def svg_of(picture: Picture) -> str:
    """Render a picture; gives SVG text as Vega writes it."""
    # Altair's checking of each part as it is made takes longer than drawing: the tests have it check every kind.
    with debug_mode(False):
        drawn = chart(picture).to_dict(validate=False)
    return vl_convert.vegalite_to_svg(drawn, vl_version="6.4")


def chart(picture: Picture) -> alt.LayerChart:
    """Build the Altair chart of a picture: one layer for each kind of mark."""
    frame, text = picture.frame, picture.sheet.text
    layers = []
    for kind in DRAWN_FROM_BACK:
        rows = [row for number, mark in enumerate(picture.marks) if type(mark) is kind for row in _rows(mark, number)]
        if rows:
            base = alt.Chart(alt.InlineData(values=rows))
            layers.append(_marked(base, kind, picture.bar_thickness).encode(**_encoded(kind, picture)))
    drawn: alt.LayerChart = (
        alt.layer(*layers)
        .properties(
            width=frame.width,
            height=frame.height,
            autosize="none",
            padding={"left": frame.left, "right": frame.right, "top": frame.top, "bottom": frame.bottom},
        )
        .configure(aria=False, font=FONT, background=LIGHT["paper"])
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=text,
            labelColor=LIGHT["ink"],
            labelLineHeight=picture.sheet.line,
            labelLimit=0,
            labelOverlap=False,
            labelFlush=False,
            labelPadding=6,
            ticks=False,
            title=None,
            domain=False,
            gridColor=LIGHT["grid"],
        )
        .configure_text(font=FONT, fontSize=text, lineHeight=picture.sheet.line)
    )
    return drawn


# The axes


def _encoded(kind: type, picture: Picture) -> dict[str, Any]:
    """Give the encoding of one kind of mark: both axes, or the one that a rule across the whole plot needs."""
    frame = picture.frame
    upright = frame.orientation == "columns"
    along, across = ("x", "y") if upright else ("y", "x")
    position, value = (alt.X, alt.Y) if upright else (alt.Y, alt.X)
    # All padding goes before the bands (align=1): it is where labels above the marks stand.
    bands = alt.Scale(
        type="band", domain=list(frame.positions), paddingInner=frame.above, paddingOuter=frame.above / 2, align=1
    )
    values = alt.Scale(domain=[frame.low, frame.high], nice=False, zero=False)
    edge: dict[str, Any] = {"bandPosition": {Divider: 0, Piece: CLEAR}[kind]} if kind in (Divider, Piece) else {}
    encoded: dict[str, Any] = {}
    if kind is Level and upright:
        encoded |= {"x": alt.value(0), "x2": alt.value(frame.width - frame.beside)}
    elif kind is not Level:
        encoded[along] = position("position:O", scale=bands, axis=_position_axis(picture), **edge)
    if kind is not Divider:
        encoded[across] = value("value:Q", scale=values, axis=_value_axis(picture))
    if kind in (Bar, Whisker):
        encoded[f"{across}2"] = "end:Q"
    if kind is Piece:
        encoded[f"{along}2"] = (alt.X2 if upright else alt.Y2)("position:O", bandPosition=1 - CLEAR)
    if kind is Path:
        encoded["detail"] = "path:N"
    if kind is Text:
        encoded["text"] = "lines:N"
    return encoded


def _position_axis(picture: Picture) -> alt.Axis | None:
    if not picture.position_labels:
        return None
    lines = dict(zip(picture.frame.positions, map(list, picture.position_labels), strict=True))
    return alt.Axis(labelExpr=f"{json.dumps(lines)}[datum.value]", labelAngle=0, labelPadding=14, grid=False)


def _value_axis(picture: Picture) -> alt.Axis | None:
    axis = picture.value_axis
    if axis is None:
        return None
    ticks = [axis.first + axis.step * number for number in range(len(axis.labels))]
    labels = f"{json.dumps(list(axis.labels))}[round((datum.value - {axis.first}) / {axis.step})]"
    return alt.Axis(values=ticks, labelExpr=labels, grid=True)


# The marks


def _rows(mark: Mark, number: int) -> list[Datum]:
    """Write one mark as rows of data; each property that differs between marks is a column."""
    row: Datum = {field.name: getattr(mark, field.name) for field in fields(mark)}
    row["shade"] = LIGHT[row.get("shade", "quiet")]
    match mark:
        case Bar(_, start, _, shade, fill):
            hollow = fill in ("hollow", "dashed")
            row |= {"value": start, "inside": LIGHT["paper" if hollow else shade]}
            row |= {"dash": [4, 3] if fill == "dashed" else [], "thickness": 0 if fill == "full" else 2}
            row["shade"] = LIGHT["paper" if fill == "part" else shade]
        case Whisker(_, start):
            row["value"] = start
        case Path(points):
            del row["points"]
            return [row | {"position": position, "value": value, "path": number} for position, value in points]
        case Leader(_, _, dx, dy):
            row["shape"] = f"M0,0L{dx:.1f},{dy:.1f}"
        case Marker(_, _, shade, shape, hollow, across):
            row["inside"] = LIGHT["paper" if hollow else shade]
            row["area"] = across**2 * (1 if shape == "circle" else 0.85)
        case Divider(before):
            row |= {"position": before, "dash": (2, 3), "thickness": 2}
        case Text(bold=bold):
            row["weight"] = "bold" if bold else "normal"
    return [row]


def _marked(base: alt.Chart, kind: type, bar_thickness: float) -> Any:
    """Say how Altair draws one kind of mark."""
    stroke = {"stroke": _column("shade")}
    rule = {**stroke, "strokeWidth": _column("thickness")}
    if kind is Bar:
        return base.mark_bar(size=bar_thickness, fill=_column("inside"), strokeDash=_column("dash"), **rule)
    if kind is Whisker:
        return base.mark_rule(**rule)
    if kind in (Level, Piece, Divider):
        return base.mark_rule(strokeDash=_column("dash"), **rule)
    if kind is Path:
        return base.mark_line(strokeDash=_column("dash"), strokeJoin="round", **rule)
    if kind is Leader:
        # A symbol of 4 square pixels is drawn in the very pixels of its path.
        return base.mark_point(shape=_column("shape"), size=4, fill=None, opacity=1, strokeWidth=1, **stroke)
    if kind is Marker:
        sized = {"shape": _column("shape"), "size": _column("area"), "fill": _column("inside")}
        shifted = {"xOffset": _column("dx"), "yOffset": _column("dy")}
        return base.mark_point(strokeWidth=2.5, opacity=1, **sized, **shifted, **stroke)
    placed = {"dx": _column("dx"), "dy": _column("dy"), "align": _column("align"), "baseline": "middle"}
    letters = {"fontWeight": _column("weight"), "fill": _column("shade")}
    return base.mark_text(**placed, **letters, stroke=LIGHT["paper"], strokeWidth=4)


def _column(name: str) -> Any:
    """Let a property of a mark be read from the row that it draws; Altair has no narrower type for it."""
    return alt.expr(f"datum.{name}")
