"""From a picture to an Altair chart to SVG text. Nothing but this module imports Altair or vl-convert.

The positions are an ordinal scale whose domain is given in full, so a period without a figure keeps its place, and
no date is ever handed to Vega, so no time zone can move it. Every size is fixed here: Vega lays out nothing itself.
"""

from __future__ import annotations

import json
from typing import Any, Final

import altair as alt
import vl_convert

from .measure import FONTS
from .palette import LIGHT
from .picture import Bar, Divider, Leader, Level, Marker, Path, Picture, Text, Whisker

FONT: Final = "Arimo"
DRAWN_FROM_BACK: Final = (Divider, Bar, Level, Whisker, Path, Leader, Marker, Text)

vl_convert.register_font_directory(str(FONTS))


def svg_of(picture: Picture) -> str:
    """Render a picture; gives SVG text as Vega writes it."""
    spec = chart(picture).to_dict()
    return vl_convert.vegalite_to_svg(spec, vl_version="6.4")


def chart(picture: Picture) -> alt.LayerChart:
    """Build the Altair chart of a picture."""
    frame, text = picture.frame, picture.sheet.text
    layers = [layer for kind in DRAWN_FROM_BACK for layer in _layers(picture, kind)]
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
            domainColor=LIGHT["quiet"],
            gridColor=LIGHT["grid"],
        )
        .configure_text(font=FONT, fontSize=text, lineHeight=picture.sheet.line)
    )
    return drawn


def _layers(picture: Picture, kind: type) -> list[alt.Chart]:
    """Make the layers of one kind of mark: one for all of them, or one for each rule."""
    marks = [mark for mark in picture.marks if isinstance(mark, kind)]
    if kind is Level:
        return [_level(picture, mark) for mark in marks if isinstance(mark, Level)]
    if kind is Divider:
        return [_divider(picture, mark) for mark in marks if isinstance(mark, Divider)]
    rows = [row for number, mark in enumerate(marks) for row in _rows(mark, number)]
    return [_layer(picture, kind, rows)] if rows else []


Row = dict[str, Any]  # as Vega takes its data: names with numbers, texts or lists of these


def _rows(mark: object, number: int) -> list[Row]:
    """Write one mark as rows of data; each value that differs between marks is a column."""
    match mark:
        case Bar(position, start, end, shade, fill):
            hollow = fill in ("hollow", "dashed")
            dash = [4, 3] if fill == "dashed" else []
            colours = {
                "inside": LIGHT["paper" if hollow else shade],
                "shade": LIGHT["paper" if fill == "part" else shade],
            }
            return [_at(position, start, end=end, dash=dash, thickness=0 if fill == "full" else 2, **colours)]
        case Whisker(position, start, end, shade, thickness):
            return [_at(position, start, end=end, shade=LIGHT[shade], thickness=thickness)]
        case Path(points, shade, dash, thickness):
            style = {"shade": LIGHT[shade], "dash": list(dash), "thickness": thickness}
            return [_at(position, value, path=number, **style) for position, value in points]
        case Leader(position, value, dx, dy):
            return [_at(position, value, shape=f"M0,0L{dx:.1f},{dy:.1f}", shade=LIGHT["quiet"])]
        case Marker(position, value, shade, shape, hollow, across):
            inside = LIGHT["paper" if hollow else shade]
            area = across**2 * (1 if shape == "circle" else 0.85)
            return [_at(position, value, shape=shape, inside=inside, shade=LIGHT[shade], area=area)]
        case Text(position, value, lines, dx, dy, align, bold, shade):
            weight = "bold" if bold else "normal"
            style = {"align": align, "weight": weight, "shade": LIGHT[shade]}
            return [_at(position, value, lines=list(lines), dx=dx, dy=dy, **style)]
    raise TypeError(mark)


def _at(position: str, value: float, **others: object) -> Row:
    return {"position": position, "value": value, **others}


def _layer(picture: Picture, kind: type, rows: list[Row]) -> alt.Chart:
    base = alt.Chart(alt.InlineData(values=rows))
    of = _column
    if kind is Bar:
        marked = base.mark_bar(
            size=picture.bar_thickness, fill=of("inside"), stroke=of("shade"), strokeDash=of("dash"),
            strokeWidth=of("thickness"),
        )  # fmt: skip
    elif kind is Whisker:
        marked = base.mark_rule(stroke=of("shade"), strokeWidth=of("thickness"))
    elif kind is Path:
        marked = base.mark_line(
            stroke=of("shade"), strokeDash=of("dash"), strokeWidth=of("thickness"), strokeJoin="round"
        ).encode(detail="path:N")
    elif kind is Leader:
        marked = base.mark_point(shape=of("shape"), size=4, stroke=of("shade"), strokeWidth=1, fill=None, opacity=1)
    elif kind is Marker:
        marked = base.mark_point(
            shape=of("shape"), size=of("area"), fill=of("inside"), stroke=of("shade"), strokeWidth=2.5, opacity=1
        )
    else:
        marked = base.mark_text(
            dx=of("dx"), dy=of("dy"), align=of("align"), fontWeight=of("weight"), fill=of("shade"),
            stroke=LIGHT["paper"], strokeWidth=4, baseline="middle",
        ).encode(text="lines:N")  # fmt: skip
    layer: alt.Chart = marked.encode(**_axes(picture, with_end="end" in rows[0]))
    return layer


def _column(name: str) -> Any:
    """Let a property of a mark be read from the row that it draws; Altair has no narrower type for it."""
    return alt.expr(f"datum.{name}")


def _axes(picture: Picture, *, with_end: bool = False) -> dict[str, Any]:
    """Encode positions and values. All layers have equal axes, so that Vega-Lite makes one of each."""
    along, across = ("x", "y") if picture.frame.orientation == "columns" else ("y", "x")
    channels = {"x": alt.X, "y": alt.Y}
    axes: dict[str, Any] = {
        along: channels[along]("position:O", scale=_position_scale(picture), axis=_position_axis(picture)),
        across: channels[across]("value:Q", scale=_value_scale(picture), axis=_value_axis(picture)),
    }
    if with_end:
        axes[f"{across}2"] = "end:Q"
    return axes


def _position_scale(picture: Picture) -> alt.Scale:
    above = picture.frame.above  # all padding goes before the bands: align=1
    positions = list(picture.frame.positions)
    return alt.Scale(type="band", domain=positions, paddingInner=above, paddingOuter=above / 2, align=1)


def _value_scale(picture: Picture) -> alt.Scale:
    return alt.Scale(domain=[picture.frame.low, picture.frame.high], nice=False, zero=False)


def _position_axis(picture: Picture) -> alt.Axis | None:
    if not picture.position_labels:
        return None
    lines = dict(zip(picture.frame.positions, map(list, picture.position_labels), strict=True))
    return alt.Axis(labelExpr=f"{json.dumps(lines)}[datum.value]", labelAngle=0, domain=False, grid=False)


def _value_axis(picture: Picture) -> alt.Axis | None:
    axis = picture.value_axis
    if axis is None:
        return None
    ticks = [axis.first + axis.step * number for number in range(len(axis.labels))]
    labels = f"{json.dumps(list(axis.labels))}[round((datum.value - {axis.first}) / {axis.step})]"
    return alt.Axis(values=ticks, labelExpr=labels, domain=False, grid=True)


def _level(picture: Picture, level: Level) -> alt.Chart:
    channel = "y" if picture.frame.orientation == "columns" else "x"
    rows = alt.InlineData(values=[{"value": level.value}])
    rule = alt.Chart(rows).mark_rule(
        stroke=LIGHT[level.shade], strokeDash=list(level.dash), strokeWidth=level.thickness
    )
    layer: alt.Chart = rule.encode(**{channel: _axes(picture)[channel]})
    return layer


def _divider(picture: Picture, divider: Divider) -> alt.Chart:
    channel = "x" if picture.frame.orientation == "columns" else "y"
    rows = alt.InlineData(values=[{"position": divider.before}])
    rule = alt.Chart(rows).mark_rule(stroke=LIGHT["quiet"], strokeDash=[2, 3], strokeWidth=2)
    axis = _axes(picture)[channel]
    axis["bandPosition"] = 0
    layer: alt.Chart = rule.encode(**{channel: axis})
    return layer
