"""The weekly table of a promise: to read under its figure, and to take away as CSV."""

from collections.abc import Iterator

from django.utils.translation import gettext, ngettext

from beide.web.evidence import words
from beide.web.evidence.models import Promise
from beide.web.evidence.series import Series, Week
from beide.web.figures.figure import Table

# A spreadsheet takes a cell that begins like this for a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def weekly_table(series: Series) -> Table:
    """Return a promise week by week in words, the latest week first."""
    return Table(
        headings=[
            gettext("Week from"),
            gettext("Cases"),
            gettext("Kept"),
            gettext("Share"),
            gettext("Between"),
        ],
        rows=[_row(week) for week in reversed(series.weeks)],
    )


def _row(week: Week) -> tuple[str, ...]:
    start = words.day(week.start)
    if week.is_hidden:
        return (start, gettext("hidden"), "", "", "")
    if week.share is None or week.low is None or week.high is None:
        return (start, "0", "", "", "")
    between = gettext("%(low)s and %(high)s") % {
        "low": words.percent(week.low),
        "high": words.percent(week.high),
    }
    kept, cases = week.kept or 0, week.cases or 0
    return (start, words.number(cases), words.number(kept), words.share_of(kept, cases), between)


def hidden_words(minimum: int) -> str:
    """Say that a week is hidden; without saying whether it is small, or beside a small one."""
    return ngettext(
        "hidden: fewer than %(minimum)s case, or beside such a week",
        "hidden: fewer than %(minimum)s cases, or beside such a week",
        minimum,
    ) % {"minimum": minimum}


def weekly_rows(promise: Promise) -> Iterator[tuple[str, ...]]:
    """Yield the weekly table for a spreadsheet: what it is about, headings, then numbers."""
    series = Series.from_stored(promise.over_time)
    yield (safe(promise.name), safe(promise.log.name))
    yield (
        gettext("Week from"),
        gettext("Cases"),
        gettext("Kept"),
        gettext("Share"),
        gettext("Low"),
        gettext("High"),
    )
    for week in series.weeks:
        start = week.start.isoformat()
        if week.is_hidden:
            yield (start, hidden_words(series.minimum), "", "", "", "")
        else:
            numbers = (week.share, week.low, week.high)
            shares = ["" if each is None else f"{each:.4f}" for each in numbers]
            yield (start, str(week.cases), str(week.kept), *shares)


def safe(cell: str) -> str:
    """Return a cell that a spreadsheet shows and never runs.

    >>> safe("=HYPERLINK(1)"), safe("within 2 days")
    ("'=HYPERLINK(1)", 'within 2 days')
    """
    return f"'{cell}" if cell.lstrip().startswith(FORMULA_SIGNS) else cell
