"""What is stored of an analysis, so that a page only has to read it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from beide.errors import TooLittleData
from beide.log import PromiseOverTime, PromisePeriod, wilson
from beide.web.evidence.series import LAST_WEEKS, next_month, next_week

if TYPE_CHECKING:
    from beide.effect import Series

DAY = timedelta(days=1)


def stored_promise(
    found: PromiseOverTime,
    *,
    minimum: int,
    until: datetime,
    by_month: PromiseOverTime | None = None,
) -> dict[str, Any]:
    """Return a promise week by week, with what its last full weeks say together.

    Of a hidden week not even the number of cases is kept. A promise that is judged by the month
    has its months too, and then the last full month speaks.
    """
    whole = [week for week in found.periods if _is_whole(week, until.date())]
    # Before the log ran long enough, mainly quick cases could be both begun and completed in it.
    settled = [week for week in whole if week.settled]
    told: dict[str, Any] = {
        "promised": found.promise.share,
        "minimum": minimum,
        "until": until.date().isoformat(),
        "cases": found.cases,
        "kept": found.kept,
        "weeks": [_week(week) for week in found.periods],
        "last": _last(whole[-LAST_WEEKS:], next_week),
        "stability": _stability(settled),
    }
    if by_month is None:
        return {**told, "chart": _chart(settled)}
    return {**told, **_by_month(by_month.periods, told["weeks"], until.date())}


def _by_month(
    months: Sequence[PromisePeriod], weeks: list[dict[str, Any]], until: date
) -> dict[str, Any]:
    over = [month for month in months if next_month(month.begin) <= until + DAY]
    shown = [month for month in over if not month.is_hidden]
    last = _last(shown[-1:], next_month)
    if last:
        last["is_newest"] = shown[-1] is over[-1]
    return {
        "period": "month",
        "months": [_week(month) for month in months],
        "weeks": _without_counts(weeks),
        "last": last,
    }


def _without_counts(weeks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave the numbers of cases out when a week is hidden: months less weeks would be it."""
    if all("cases" in week for week in weeks):
        return weeks
    kept = ("start", "early", "share")
    return [{name: week[name] for name in kept if name in week} for week in weeks]


def _is_whole(week: PromisePeriod, until: date) -> bool:
    return not week.is_hidden and next_week(week.begin) <= until + DAY


def _week(week: PromisePeriod) -> dict[str, Any]:
    told: dict[str, Any] = {"start": week.begin.isoformat()}
    if not week.settled:
        told["early"] = True
    if week.is_hidden or week.interval is None:
        return told
    return {
        **told,
        "cases": week.cases,
        "kept": week.kept,
        "share": week.share,
        "low": week.interval.low,
        "high": week.interval.high,
    }


def _last(chosen: list[PromisePeriod], following: Callable[[date], date]) -> dict[str, Any]:
    cases, kept = sum(week.cases for week in chosen), sum(week.kept or 0 for week in chosen)
    if not cases:
        return {}
    interval = wilson(kept, cases)
    return {
        "cases": cases,
        "kept": kept,
        "low": interval.low,
        "high": interval.high,
        "weeks": len(chosen),
        "since": chosen[0].begin.isoformat(),
        "until": (following(chosen[-1].begin) - DAY).isoformat(),
    }


def _stability(weeks: list[PromisePeriod]) -> dict[str, Any]:
    """Tell whether the last weeks moved as the ones before did; empty with too few weeks."""
    # Only the worker computes this; a page never waits for SciPy to be imported.
    from beide.effect import stability

    try:
        return stability(_as_series(weeks)).to_dict() if weeks else {}
    except TooLittleData:
        return {}


def _chart(weeks: list[PromisePeriod]) -> dict[str, Any]:
    """Return the limits within which the share moves by itself; empty with too few weeks."""
    from beide.effect import chart

    try:
        return chart(_as_series(weeks)).to_dict() if weeks else {}
    except TooLittleData:
        return {}


def _as_series(weeks: list[PromisePeriod]) -> "Series":
    from beide.effect import shares

    kept = [float(week.kept or 0) for week in weeks]
    return shares([week.begin for week in weeks], kept, [float(week.cases) for week in weeks])
