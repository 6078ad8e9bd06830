"""The figures of evidence, described with Altair. Colours are names that the page fills in."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext

from beide.web.evidence import words
from beide.web.evidence.lead_times import SECONDS, LeadTimes
from beide.web.evidence.models import Promise
from beide.web.evidence.sentences import promised
from beide.web.evidence.series import Series, Week
from beide.web.evidence.weekly import weekly_table
from beide.web.figures.figure import Figure, Table
from beide.web.figures.spec import specification

if TYPE_CHECKING:
    import altair as alt

LINE, BAND, BAR, SOFT, INK = (
    "var:teal-line",
    "var:teal-deep",
    "var:teal-line",
    "var:teal-deep",
    "var:ink",
)
MARK = "var:terracotta-line"
ROOM_FOR_WORDS = 1.25  # above the highest bar


def lead_time_figure(times: LeadTimes) -> Figure:
    """Return how many cases took how long, with the median and the 90% marked."""
    title = gettext("How long cases take, from first step to last")
    return Figure(
        name="lead-times",
        title=title,
        description=f"{title}. {times.headline}",
        spec=specification(lambda: _lead_times(times), name="lead-times", data=repr(times)),
        table=Table(
            headings=[gettext("Lead time"), gettext("Cases"), gettext("Share")],
            rows=[
                (bar.label, words.number(bar.cases), words.percent(bar.cases / times.cases, 1))
                for bar in times.bars
            ],
        ),
    )


def _lead_times(times: LeadTimes) -> "alt.LayerChart | alt.FacetChart":
    import altair as alt

    size = SECONDS[times.unit]
    width = times.bars[0].high or size
    end = (times.bars[-1].low + width) / size
    bars = [
        {
            "from": bar.low / size,
            "until": (bar.low + width) / size,
            "cases": bar.cases,
            "open": bar.high is None,
        }
        for bar in times.bars
    ]
    highest = max(bar.cases for bar in times.bars)
    unit = {"days": gettext("days"), "hours": gettext("hours"), "minutes": gettext("minutes")}
    axis = alt.X(
        "from:Q", bin="binned", title=unit[times.unit], scale=alt.Scale(domain=[0, end], nice=False)
    )
    drawn = (
        alt.Chart(alt.InlineData(values=bars))
        .mark_bar(binSpacing=1)
        .encode(
            x=axis.axis(grid=False, tickCount=8),
            x2="until:Q",
            y=alt.Y(
                "cases:Q",
                title=gettext("cases"),
                scale=alt.Scale(domainMax=highest * ROOM_FOR_WORDS, nice=True),
                axis=alt.Axis(tickCount=4, format=",d"),
            ),
            color=alt.condition("datum.open", alt.value(SOFT), alt.value(BAR)),
        )
    )
    return alt.layer(drawn, *_marks(times, size, end))


def _marks(times: LeadTimes, size: int, end: float) -> list["alt.Chart"]:
    """Return a dashed line with its words for the median and for 90%."""
    import altair as alt

    marks: list[alt.Chart] = []
    said = [
        (times.median, gettext("half: %(time)s"), 8),
        (times.ninety, gettext("90%%: %(time)s"), 26),
    ]
    for seconds, text, height in said:
        at = min(seconds / size, end)
        right = at > end / 2
        label = text % {"time": words.duration(seconds)}
        chart = alt.Chart(alt.InlineData(values=[{"at": at, "label": label}]))
        marks.append(chart.mark_rule(color=MARK, strokeDash=[5, 4], strokeWidth=2).encode(x="at:Q"))
        marks.append(
            chart.mark_text(
                align="right" if right else "left", dx=-6 if right else 6, fontWeight="bold"
            ).encode(x="at:Q", y=alt.value(height), text="label:N", color=alt.value(INK))
        )
    return marks


def promise_figure(promise: Promise, series: Series) -> Figure:
    """Return the share that kept the promise, over time, with how sure it is."""
    title = (
        gettext("Share of cases that kept the promise, by the month in which they ended")
        if series.period == "month"
        else gettext("Share of cases that kept the promise, by the week in which they ended")
    )
    rows = [_week_row(week, series) for week in series.judged]
    changes = [each.isoformat() for each in series.limits.changes] if series.limits else []
    asked = {
        "share": promise.share,
        "rows": rows,
        "label": promised(promise),
        "changes": changes,
    }
    return Figure(
        name="promise",
        title=title,
        description=gettext("%(title)s. The dashed line is what you promised: %(promised)s.")
        % {"title": title, "promised": promised(promise)},
        spec=specification(lambda: _promise(promise, rows, changes), name="promise", data=asked),
        table=weekly_table(series),
    )


def _week_row(week: Week, series: Series) -> dict[str, Any]:
    limits = series.limits
    low, high, outside = (limits.weeks.get(week.start) if limits else None) or (None, None, False)
    early = week.early and series.leaves_early
    return {
        "week": week.start.isoformat(),
        # Of weeks before the log ran long enough, the table tells.
        "share": None if early else week.share,
        "low": None if early else week.low,
        "high": None if early else week.high,
        "lower": low,
        "upper": high,
        "outside": outside,
    }


def _promise(
    promise: Promise, rows: list[dict[str, Any]], changes: list[str]
) -> "alt.LayerChart | alt.FacetChart":
    import altair as alt

    shown = [row[low] for row in rows for low in ("low", "lower") if row[low] is not None]
    lowest = max(0.0, min([*shown, promise.share]) - 0.05)
    scale = alt.Scale(domain=[lowest, 1], nice=True, zero=False)
    weeks = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X(
            "week:T",
            title=None,
            scale=alt.Scale(type="utc"),
            axis=alt.Axis(grid=False, format="%b %Y", tickCount=6, labelOverlap=True),
        )
    )
    share = alt.Y("share:Q", title=None, scale=scale, axis=alt.Axis(format=".0%", tickCount=5))
    said = alt.Chart(alt.InlineData(values=[{"at": promise.share, "label": _label(promise)}]))
    return alt.layer(
        weeks.mark_area(color=BAND, opacity=0.55).encode(
            y=alt.Y("low:Q", scale=scale), y2="high:Q"
        ),
        said.mark_rule(color=MARK, strokeDash=[6, 4], strokeWidth=2).encode(y="at:Q"),
        *_limits(weeks, scale, changes),
        weeks.mark_line(color=LINE).encode(y=share),
        weeks.mark_point(filled=True, size=26, opacity=1).encode(
            y=share, color=alt.condition("datum.outside", alt.value(MARK), alt.value(LINE))
        ),
        said.mark_text(align="left", baseline="bottom", dy=-4, fontWeight="bold").encode(
            x=alt.value(4), y="at:Q", text="label:N", color=alt.value(INK)
        ),
    )


def _limits(weeks: "alt.Chart", scale: "alt.Scale", changes: list[str]) -> list["alt.Chart"]:
    """Return the limits of each week, and an upright line where the level may have changed."""
    import altair as alt

    lines = [
        weeks.mark_line(
            color=INK, opacity=0.55, strokeDash=[2, 3], strokeWidth=1, interpolate="step"
        ).encode(y=alt.Y(f"{side}:Q", scale=scale))
        for side in ("lower", "upper")
    ]
    marked = alt.Chart(alt.InlineData(values=[{"week": change} for change in changes]))
    rule = marked.mark_rule(color=INK, strokeDash=[1, 4], strokeWidth=2).encode(
        x=alt.X("week:T", scale=alt.Scale(type="utc"))
    )
    return [*lines, rule] if changes else lines


def _label(promise: Promise) -> str:
    return gettext("promised: %(share)s") % {"share": words.percent(promise.share, 1)}
