"""Figures of effects, described with Altair: the same in a page, a notebook and a report.

Altair is imported when a figure is made. A page passes its own colours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from beide.effect._arrays import Floats
from beide.effect._chart import ControlChart
from beide.effect._result import Effect
from beide.effect._scale import after
from beide.effect._series import Kind, Series
from beide.effect._watch import ENOUGH, Watch
from beide.text import Text

if TYPE_CHECKING:
    import altair as alt

_START = Text(nl="start", en="start")
_CHANGE = Text(nl="ander niveau?", en="another level?")
_ENOUGH = Text(nl="genoeg om het te zeggen", en="enough to say so")
_LEAST, _MOST = 0.05, 1e4
_TICKS = [0.1, 1, ENOUGH, 100, 1000, 10000]
_AXES = {
    "change": Text(nl="verandering", en="change"),
    "evidence": Text(nl="bewijs", en="evidence"),
    "promise": Text(nl="belofte", en="promise"),
    "exploring": Text(nl="verkennen", en="exploring"),
}


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a figure; a page gives names that it fills in, for light and dark."""

    line: str = "#1f6072"
    band: str = "#c5dee3"
    other: str = "#b4532f"
    mark: str = "#b4532f"
    ink: str = "#22262b"


PAPER = Colours()


def effect_figure(
    found: Effect, series: Series, *, language: str = "en", colours: Colours = PAPER
) -> "alt.LayerChart | alt.FacetChart":
    """Return the weeks, the level before, and the band in which the level after lies.

    Parameters
    ----------
    found
        What ``effect`` answered.
    series
        The series it was asked of.
    language
        ``nl`` or ``en``.
    colours
        The colours.
    """
    import altair as alt

    weeks = [
        {"week": str(week), "value": float(value)}
        for week, value in zip(series.weeks, series.values, strict=True)
    ]
    low, high = (after(found.kind, found.level_before, end) for end in found.interval)
    last = series.last.isoformat()
    band = [
        {"week": found.start.isoformat(), "low": low, "high": high},
        {"week": last, "low": low, "high": high},
    ]
    before = [
        {"week": series.first.isoformat(), "value": found.level_before},
        {"week": last, "value": found.level_before},
    ]
    return alt.layer(
        _over(band)
        .mark_area(color=colours.band, opacity=0.7)
        .encode(y=_value(found.kind, "low"), y2="high:Q"),
        _over(before)
        .mark_line(color=colours.ink, strokeDash=[6, 4])
        .encode(y=_value(found.kind, "value")),
        _over(weeks)
        .mark_line(color=colours.line, point=_points(colours))
        .encode(y=_value(found.kind, "value")),
        *_marked(found.start, _START.in_language(language), colours.mark, colours),
    )


def chart_figure(
    found: ControlChart, *, language: str = "en", colours: Colours = PAPER
) -> "alt.LayerChart | alt.FacetChart":
    """Return a control chart: the weeks, their limits, and the weeks outside them."""
    import altair as alt

    rows = found.to_dict()["weeks"]
    weeks = _over(rows)
    centre = [{"week": row["week"], "value": found.centre} for row in (rows[0], rows[-1])]
    outside = [row for row in rows if row["outside"]]
    words = _CHANGE.in_language(language)
    changed = [mark for day in found.changes for mark in _marked(day, words, colours.ink, colours)]
    return alt.layer(
        weeks.mark_area(color=colours.band, opacity=0.5, interpolate="step").encode(
            y=_value(found.kind, "low"), y2="high:Q"
        ),
        _over(centre)
        .mark_line(color=colours.ink, strokeDash=[6, 4])
        .encode(y=_value(found.kind, "value")),
        weeks.mark_line(color=colours.line, point=_points(colours)).encode(
            y=_value(found.kind, "value")
        ),
        _over(outside)
        .mark_point(color=colours.mark, shape="diamond", size=120)
        .encode(y=_value(found.kind, "value")),
        *changed,
    )


def watch_figure(
    found: Watch, *, language: str = "en", colours: Colours = PAPER
) -> "alt.LayerChart | alt.FacetChart":
    """Return the evidence week by week, with the line at which it is enough."""
    import altair as alt

    weeks = [
        {"week": week.week.isoformat(), "value": min(max(week.evidence, _LEAST), _MOST)}
        for week in found.weeks
    ]
    line = [{"value": ENOUGH, "says": _ENOUGH.in_language(language)}]
    height = alt.Y(
        "value:Q",
        title=_AXES["evidence"].in_language(language),
        scale=alt.Scale(type="log", domainMin=_LEAST),
        axis=alt.Axis(values=_TICKS, grid=False),
    )
    enough = alt.Chart(alt.InlineData(values=line))
    return alt.layer(
        enough.mark_rule(color=colours.mark, strokeDash=[6, 4]).encode(y=height),
        enough.mark_text(align="left", dy=-8, color=colours.ink).encode(
            x=alt.value(4), y=height, text="says:N"
        ),
        _over(weeks).mark_line(color=colours.line, point=_points(colours)).encode(y=height),
    )


def placebo_figure(
    found: Effect, *, language: str = "en", colours: Colours = PAPER
) -> "alt.LayerChart | alt.FacetChart":
    """Return the effect beside what would have been found where nothing started."""
    import altair as alt

    own = {"name": found.start.isoformat(), "change": found.change, "real": True}
    own |= {"low": found.interval.low, "high": found.interval.high}
    rows = [
        {"name": fake.name, "change": fake.change, "low": low, "high": high, "real": False}
        for fake in (*found.in_time, *found.in_space)
        for low, high in [fake.interval]
    ]
    chosen = alt.condition("datum.real", alt.value(colours.mark), alt.value(colours.line))
    drawn = alt.Chart(alt.InlineData(values=[*rows, own])).encode(
        x=alt.X("name:N", title=None, sort=None), color=chosen
    )
    change = alt.Y(
        "change:Q",
        title=_AXES["change"].in_language(language),
        axis=alt.Axis(format="" if found.kind is Kind.RATING else ".0%"),
    )
    none = alt.Chart(alt.InlineData(values=[{"change": 0.0}]))
    return alt.layer(
        none.mark_rule(color=colours.ink, strokeDash=[6, 4]).encode(y=change),
        drawn.mark_rule(strokeWidth=2).encode(y=alt.Y("low:Q", title=None), y2="high:Q"),
        drawn.mark_point(filled=True, size=60, opacity=1).encode(y=change),
    )


def lines_figure(
    months: Sequence[date],
    *,
    promise: Mapping[str, Floats],
    exploring: Mapping[str, Floats],
    language: str = "en",
    colours: Colours = PAPER,
) -> "alt.LayerChart | alt.FacetChart":
    """Return the promise and exploring of each team over time, to see and not to judge by.

    Parameters
    ----------
    months
        A day in each month, ``(months,)``.
    promise, exploring
        For each team ``(months,)``.
    language
        ``nl`` or ``en``.
    colours
        The colours.
    """
    import altair as alt

    names = {name: _AXES[name].in_language(language) for name in ("promise", "exploring")}
    rows = [
        {"team": team, "week": month.isoformat(), "value": float(value), "line": names[name]}
        for name, lines in (("promise", promise), ("exploring", exploring))
        for team, values in lines.items()
        for month, value in zip(months, values, strict=True)
    ]
    drawn = _over(rows).encode(
        y=alt.Y("value:Q", title=None, axis=alt.Axis(tickCount=3), scale=alt.Scale(zero=False)),
        color=alt.Color(
            "line:N",
            legend=None,
            scale=alt.Scale(domain=list(names.values()), range=[colours.line, colours.other]),
        ),
    )
    apart: alt.FacetChart = (
        drawn.mark_line()
        .properties(width=150, height=80)
        .facet(
            row=alt.Row("line:N", title=None, sort=list(names.values())),
            column=alt.Column("team:N", title=None),
        )
        .resolve_scale(y="independent")
    )
    return apart


def _over(rows: list[dict[str, Any]]) -> "alt.Chart":
    import altair as alt

    return alt.Chart(alt.InlineData(values=rows)).encode(x=_weeks())


def _points(colours: Colours) -> dict[str, Any]:
    return {"color": colours.line, "filled": True, "size": 22}


def _weeks() -> "alt.X":
    import altair as alt

    return alt.X(
        "week:T",
        title=None,
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(grid=False, format="%b %Y", tickCount=6, labelOverlap=True),
    )


def _value(kind: Kind, name: str) -> "alt.Y":
    import altair as alt

    shown = alt.Axis(format=".0%") if kind is Kind.SHARE else alt.Axis()
    return alt.Y(f"{name}:Q", title=None, scale=alt.Scale(zero=False), axis=shown)


def _marked(at: date, words: str, colour: str, colours: Colours) -> "list[alt.Chart]":
    import altair as alt

    day = _over([{"week": at.isoformat(), "says": words}])
    return [
        day.mark_rule(color=colour, strokeDash=[2, 4], strokeWidth=2),
        day.mark_text(align="left", dx=5, fontWeight="bold", color=colours.ink).encode(
            y=alt.value(10), text="says:N"
        ),
    ]
