"""The weekly or monthly table of a promise: to read under its figure, and to take away."""

from django.utils.translation import gettext, ngettext

from beide.web.evidence import words
from beide.web.evidence.models import Promise
from beide.web.evidence.series import Series, Week
from beide.web.evidence.sheets import Cell, Sheet
from beide.web.figures.figure import Table


def weekly_table(series: Series) -> Table:
    """Return a promise week by week, or month by month, in words, the latest first."""
    return Table(
        headings=[
            _begins(series),
            gettext("Cases"),
            gettext("Kept"),
            gettext("Share"),
            gettext("Between"),
            gettext("Usual range"),
        ],
        rows=[_row(week, series) for week in reversed(series.judged)],
    )


def _begins(series: Series) -> str:
    return gettext("Month") if series.period == "month" else gettext("Week from")


def _row(week: Week, series: Series) -> tuple[str, ...]:
    start = words.month(week.start) if series.period == "month" else words.day(week.start)
    if week.is_hidden:
        return (start, gettext("hidden"), "", "", "", "")
    if week.share is None or week.low is None or week.high is None:
        return (start, "0", "", "", "", "")
    kept, cases = week.kept or 0, week.cases or 0
    return (
        start,
        words.number(cases),
        words.number(kept),
        words.share_of(kept, cases),
        between(week.low, week.high),
        _usual(week, series),
    )


def between(low: float, high: float) -> str:
    """Return two shares with a word between them."""
    ends = {"low": words.percent(low), "high": words.percent(high)}
    return gettext("%(low)s and %(high)s") % ends


def _usual(week: Week, series: Series) -> str:
    if week.early:
        return gettext("too early to tell")
    limits = series.limits.weeks.get(week.start) if series.limits else None
    if limits is None:
        return ""
    low, high, outside = limits
    usual = between(low, high)
    return gettext("%(usual)s, and this week is outside") % {"usual": usual} if outside else usual


def hidden_words(minimum: int) -> str:
    """Say that one is hidden; without saying whether it is small, or beside a small one."""
    return ngettext(
        "hidden: fewer than %(minimum)s case, or beside such a one",
        "hidden: fewer than %(minimum)s cases, or beside such a one",
        minimum,
    ) % {"minimum": minimum}


def weekly_sheet(promise: Promise) -> Sheet:
    """Return a promise week by week, or month by month, for a spreadsheet."""
    series = Series.from_stored(promise.over_time)
    return Sheet(
        name=promise.name,
        about=[promise.name, promise.log.name],
        headings=[
            _begins(series),
            gettext("Cases"),
            gettext("Kept"),
            gettext("Share"),
            gettext("Low"),
            gettext("High"),
            gettext("Lower limit"),
            gettext("Upper limit"),
        ],
        rows=[_cells(week, series) for week in series.judged],
    )


def _cells(week: Week, series: Series) -> tuple[Cell, ...]:
    start = week.start.isoformat()
    if week.is_hidden:
        return (start, hidden_words(series.minimum), *[None] * 6)
    limits = series.limits.weeks.get(week.start) if series.limits else None
    low, high, _ = limits or (None, None, False)
    numbers = (week.share, week.low, week.high, low, high)
    return (start, week.cases, week.kept, *(each and round(each, 4) for each in numbers))
