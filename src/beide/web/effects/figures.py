"""The picture of an effect: the weeks, the level before, and where the level after lies."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext

from beide.web.effects import words
from beide.web.effects.models import Plan, Reading
from beide.web.evidence.words import day, number
from beide.web.figures.figure import Figure, Table
from beide.web.figures.spec import specification

if TYPE_CHECKING:
    import altair as alt

LINE, BAND, INK, MARK = "var:teal-line", "var:teal-deep", "var:ink", "var:terracotta-line"
HOURS_A_DAY = 24


def effect_figure(plan: Plan, reading: Reading) -> Figure | None:
    """Return the weeks of a reading as a picture with its table; nothing when none may be shown."""
    weeks = reading.series.get("weeks", [])
    if not any(value is not None for _, value, _ in weeks):
        return None
    title = title_of(plan)
    asked = {
        "weeks": weeks,
        "measure": plan.measure,
        "starts": plan.starts.isoformat(),
        "before": reading.effect.get("level_before"),
        "after": reading.effect.get("level_after"),
        "until": reading.effect and plan.look_on.isoformat(),
    }
    return Figure(
        name="effect",
        title=title,
        description=gettext("%(title)s. It started on %(day)s.")
        % {"title": title, "day": day(plan.starts)},
        spec=specification(lambda: _drawn(asked), name="effect", data=asked),
        table=Table(
            headings=[gettext("Week from"), gettext("Cases"), gettext("Outcome"), ""],
            rows=[_row(plan, *week) for week in reversed(weeks)],
        ),
    )


def title_of(plan: Plan) -> str:
    """Return what the picture shows."""
    return {
        Plan.Measure.KEPT: gettext("Share of cases that kept the promise, week by week"),
        Plan.Measure.LEAD_TIME: gettext("Lead time that half of the cases stay under, by week"),
        Plan.Measure.RATING: gettext("What customers rated it, on average, by week"),
    }[Plan.Measure(plan.measure)]


def _row(plan: Plan, week: str, value: float | None, cases: float | None) -> tuple[str, ...]:
    monday = date.fromisoformat(week)
    when = gettext("after the start") if monday >= plan.starts else gettext("before")
    if value is None:
        return (day(monday), gettext("hidden"), "", when)
    count = "" if cases is None else number(cases)
    return (day(monday), count, words.value(plan.measure, value), when)


def _drawn(asked: dict[str, Any]) -> "alt.LayerChart | alt.FacetChart":
    import altair as alt

    scale = 1 / HOURS_A_DAY if asked["measure"] == Plan.Measure.LEAD_TIME else 1.0
    rows = [
        {"week": week, "value": None if value is None else value * scale}
        for week, value, _ in asked["weeks"]
    ]
    first, last = rows[0]["week"], rows[-1]["week"]
    weeks = _over(rows)
    height = _height(asked["measure"], "value")
    layers: list[alt.Chart] = []
    if asked["after"]:
        low, high = (end * scale for end in sorted(asked["after"]))
        ends = [{"week": when, "low": low, "high": high} for when in (asked["starts"], last)]
        layers.append(
            _over(ends)
            .mark_area(color=BAND, opacity=0.7)
            .encode(y=_height(asked["measure"], "low"), y2="high:Q")
        )
        level = asked["before"] * scale
        layers.append(
            _over([{"week": when, "value": level} for when in (first, last)])
            .mark_line(color=INK, strokeDash=[6, 4], strokeWidth=1)
            .encode(y=height)
        )
    layers.append(weeks.mark_line(color=LINE, point={"color": LINE, "size": 22}).encode(y=height))
    return alt.layer(*layers, *_marked(asked["starts"], gettext("start")))


def _over(rows: list[dict[str, Any]]) -> "alt.Chart":
    import altair as alt

    axis = alt.Axis(grid=False, format="%b %Y", tickCount=6, labelOverlap=True)
    over = alt.X("week:T", title=None, scale=alt.Scale(type="utc"), axis=axis)
    return alt.Chart(alt.InlineData(values=rows)).encode(x=over)


def _height(measure: str, name: str) -> "alt.Y":
    import altair as alt

    shown = alt.Axis(format=".0%", tickCount=5) if measure == Plan.Measure.KEPT else alt.Axis()
    title = gettext("days") if measure == Plan.Measure.LEAD_TIME else None
    return alt.Y(f"{name}:Q", title=title, scale=alt.Scale(zero=False), axis=shown)


def _marked(starts: str, said: str) -> list["alt.Chart"]:
    import altair as alt

    mark = _over([{"week": starts, "says": said}])
    return [
        mark.mark_rule(color=MARK, strokeDash=[2, 4], strokeWidth=2),
        mark.mark_text(align="left", dx=5, fontWeight="bold", color=INK).encode(
            y=alt.value(10), text="says:N"
        ),
    ]
